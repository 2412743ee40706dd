//! What was decided: every decision of a session, with how it was reached and why, small enough that those of all sessions are
//! held together. Of a vote it keeps how many took part and what the decided thing got, from the totals of the closed ballot:
//! nothing of a paper, nothing of a vote that did not come to its end.

mod gather;

pub use gather::entries;

use super::Spot;
use crate::domain::action::FollowUpOutcome;
use crate::domain::ballot::{Method, Reached};
use crate::domain::ids::BallotId;
use crate::domain::incident::Fate;
use crate::domain::text::Text;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

crate::choices! {
    /// What was decided upon.
    pub enum Kind {
        /// The event to analyse.
        Choice,
        /// What becomes of another event.
        Fate,
        /// An analysis given to a lead, between two meetings.
        Entrusted,
        /// The factors to act on.
        Priorities,
        /// A factor to act on that gets no action, with its reason.
        NoAction,
        /// An action retained.
        Retained,
        /// An action that was not retained, or dropped.
        NotRetained,
        /// What was said of an earlier action.
        FollowUp,
        /// A question of the group's own, put to the vote.
        Vote,
        /// The meeting goes on without its quorum.
        Quorum,
        /// A step passed over although something was missing, with its reason.
        Passed,
        /// A message to be passed on.
        Message,
        /// The answer to a reporter.
        Answer,
        /// What became of a question kept for later.
        Parked,
        /// When the next meeting is, and what it will hear.
        Next,
    }
}

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The session (id of its file).
    pub session: Uuid,
    /// Its day.
    pub date: NaiveDate,
    /// Its number; 0 when it has none.
    pub number: u32,
    /// Whether it is a simulation.
    pub simulation: bool,
    /// What was decided upon.
    pub kind: Kind,
    /// Where it stands in the session.
    pub spot: Spot,
    /// The short id of what was decided upon, if it has one.
    pub id: Text,
    /// What was decided, in the words of the session.
    pub what: Text,
    /// What belongs to it: the factors prioritised, the causes that an action answers, the topics of the next meeting.
    pub also: Vec<Text>,
    /// What becomes of an event.
    pub fate: Option<Fate>,
    /// What was said of an earlier action.
    pub outcome: Option<FollowUpOutcome>,
    /// By whom, as a function.
    pub by: Text,
    /// Until when.
    pub due: Option<NaiveDate>,
    /// How it was reached, where the group decided between several.
    pub how: Option<How>,
    /// Why.
    pub reason: Text,
    /// Reservations, without a name.
    pub dissent: Text,
    /// Why it was taken without a quorum, if so.
    pub without_quorum: Text,
}

/// How a decision was reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct How {
    /// By consensus, as the vote says, or otherwise than it says.
    pub reached: Reached,
    /// The vote before it, if one was counted to its end.
    pub vote: Option<Voted>,
}

/// A closed vote in figures: the totals alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voted {
    /// Which.
    pub ballot: BallotId,
    /// How votes were expressed.
    pub method: Method,
    /// Whether papers were secret.
    pub secret: bool,
    /// How many could vote.
    pub entitled: u32,
    /// How many of them took part, abstentions included; none where raised hands do not tell.
    pub took_part: Option<u32>,
    /// Abstentions and blank papers.
    pub abstained: u32,
    /// What the decided thing got: voices, points, or the yes; none where the decision is of several at once.
    pub got: Option<u32>,
    /// The no it got, in a yes/no vote.
    pub against: Option<u32>,
    /// Whether it went to a second round.
    pub rounds: bool,
}

impl Entry {
    /// All the words of it, to be searched.
    pub fn words(&self) -> String {
        let own = [&self.id, &self.what, &self.by, &self.reason, &self.dissent];
        let all = own
            .into_iter()
            .chain([&self.without_quorum])
            .chain(&self.also);
        let filled = all.filter_map(|text| text.filled());
        filled.collect::<Vec<_>>().join(" · ")
    }

    /// Whether the group decided otherwise than it voted.
    pub fn differs(&self) -> bool {
        let reached = self.how.as_ref().map(|how| how.reached);
        // What becomes of an event that was not chosen is not what was voted on.
        reached == Some(Reached::AgainstVote) && self.kind != Kind::Fate
    }
}

#[cfg(test)]
mod tests;
