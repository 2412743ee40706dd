//! The vote (scrutin): question, options, method and rules fixed when it opens; counts or papers; result; and the decision,
//! which is a separate act. A paper (bulletin) bears no voter, no time, no order and no id.

use super::ids::{ActionId, BallotId, FactorId, IncidentId, MemberId};
use super::text::Text;
use serde::{Deserialize, Serialize};

crate::choices! {
    /// What a vote is about.
    pub enum Subject {
        /// A free question.
        Free,
        /// Which incident to analyse.
        Choice,
        /// Which factors to act on.
        Priorities,
        /// Which actions to retain.
        Actions,
        /// What each action would bring; its outcome is proposed for the matrix.
        Impact,
        /// What each action would cost; its outcome is proposed for the matrix.
        Effort,
        /// The round at the end: how each found the meeting.
        Round,
    }

    /// An answer of a yes/no vote.
    pub enum Answer {
        /// For.
        Yes,
        /// Against.
        No,
        /// Neither.
        Abstain,
    }

    /// What separates equal options.
    pub enum TieRule {
        /// A second round between the equal ones.
        SecondRound,
        /// The group's consensus, written down; never the facilitator alone.
        Consensus,
    }

    /// Where a vote stands.
    pub enum BallotState {
        /// Being counted.
        Open,
        /// Counted.
        Closed,
        /// Cancelled with its reason.
        Cancelled,
        /// Being prepared: nothing is fixed yet.
        Prepared,
    }

    /// How a decision was reached.
    pub enum Reached {
        /// By consensus, without or after a vote.
        Consensus,
        /// As the vote says.
        AsVoted,
        /// Otherwise than the vote says.
        AgainstVote,
        /// Without a vote, and nobody has said how yet.
        Unsaid,
        /// Neither by consensus nor by a vote: the reason tells.
        Otherwise,
    }
}

/// How votes are expressed. Each can be collected on papers; raised hands give one voice each, or a yes or a no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Method {
    /// One voice per option, `each` of them at most: hands counted per option, or letters on a paper.
    Hands {
        /// Voices per person.
        each: u32,
    },
    /// Yes, no or abstention for every option; what has more yes than no is retained.
    YesNo,
    /// Three, two and one points to three options (3-2-1).
    Weighted,
    /// Points spread freely.
    Points {
        /// Points per person.
        points: u32,
        /// Most points on one option.
        cap: u32,
    },
    /// Zero to five for every option.
    Score,
    /// A level of a scale for every option, from 1 up: the impact or the effort of each action.
    Levels {
        /// The highest level.
        top: u32,
    },
}

impl Default for Method {
    fn default() -> Self {
        Self::Hands { each: 1 }
    }
}

/// What an option or a decision points to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Target {
    /// Words only.
    #[default]
    Free,
    /// An incident.
    Incident(IncidentId),
    /// A factor.
    Factor(FactorId),
    /// An action.
    Action(ActionId),
}

crate::record! {
    /// One option, lettered A to T by its place.
    pub struct BallotOption {
        /// What it points to.
        pub target: Target,
        /// The wording, as it was when the vote opened.
        pub label: Text,
        /// Whether it was withdrawn.
        pub withdrawn: bool,
        /// Hands counted, once they are; in a yes/no vote those for it.
        pub hands: Option<u32>,
        /// Hands against it, in a yes/no vote.
        pub against: Option<u32>,
    }

    /// One paper (bulletin): no voter, no time, no order, no id. Blank and void ones are only counted.
    #[derive(PartialOrd, Ord)]
    pub struct Paper {
        /// Points or marks by option, in their order.
        pub points: Vec<u32>,
        /// Answers by option, in a yes/no vote.
        pub answers: Vec<Answer>,
    }

    /// What a decision says, apart from the vote.
    pub struct Decision {
        /// The vote before it, if there was one.
        pub ballot: Option<BallotId>,
        /// How it was reached.
        pub reached: Reached,
        /// What was retained, in order.
        pub targets: Vec<Target>,
        /// Why.
        pub reason: Text,
        /// Reservations, without a name.
        pub dissent: Text,
        /// Why it was taken without a quorum, if so.
        pub without_quorum: Text,
    }

    /// The rules that must be met for a meeting or a vote to count.
    pub struct Quorum {
        /// Members present at least (0: none asked).
        pub members: u32,
        /// Different professions at least (0: none asked).
        pub professions: u32,
    }
}

crate::record_with_id! {
    /// A vote.
    pub struct Ballot[BallotId] {
        /// What it is about.
        pub subject: Subject,
        /// The question.
        pub question: Text,
        /// The options.
        pub options: Vec<BallotOption>,
        /// How votes are expressed.
        pub method: Method,
        /// Whether papers are secret.
        pub secret: bool,
        /// Quorum asked.
        pub quorum: Quorum,
        /// What separates equal options.
        pub tie: TieRule,
        /// How many options it retains at most; 0: as many as each has voices, in a yes/no vote all that are carried.
        pub keep: u32,
        /// Those present who do not take part in it.
        pub excused: Vec<MemberId>,
        /// Where it stands.
        pub state: BallotState,
        /// Why it was cancelled.
        pub cancelled: Text,
        /// Entitled voters at closing: those present and not excused, and who left having voted.
        pub entitled: u32,
        /// Who may vote now, or could at closing; who of them voted, and how, is not known.
        pub roll: Vec<MemberId>,
        /// Everyone who was on the roll while it was open, whether or not they are now.
        pub ever: Vec<MemberId>,
        /// How many left having voted while it was open, of those who are no longer on the roll.
        pub gone: u32,
        /// Those among them who count for the quorum: the permanent members.
        pub permanent: u32,
        /// Different professions among them.
        pub professions: u32,
        /// How many were on the roll while it was open, each change of it as a count, oldest first.
        pub entitled_trace: Vec<u32>,
        /// Abstentions counted by hand.
        pub abstentions: u32,
        /// The papers, in canonical order.
        pub papers: Vec<Paper>,
        /// Blank papers.
        pub blank: u32,
        /// Void papers.
        pub void: u32,
        /// The vote of which this one is the second round.
        pub second_round_of: Option<BallotId>,
        /// What the group decided on a free question, which has no other place for it.
        pub decided: Text,
        /// Why.
        pub reason: Text,
    }
}

/// Why what was collected cannot be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountFault {
    /// More hands on one option than people who can raise one: its index, hands, people.
    TooManyOnOption(usize, u32, u32),
    /// More hands in all than people have: hands raised and those of who abstained, most possible.
    TooManyInAll(u32, u32),
    /// More papers than voters: papers received, voters.
    TooManyPapers(u32, u32),
}

impl Ballot {
    /// Whether hands can be raised in it: nobody raises three points, and a secret vote has papers alone.
    pub fn takes_hands(&self) -> bool {
        !self.secret && matches!(self.method, Method::Hands { .. } | Method::YesNo)
    }

    /// Whether it retains a number of options that the group sets: not where each is carried or scored for itself, nor where
    /// one event is chosen.
    pub fn retains_so_many(&self) -> bool {
        let one = matches!(
            self.subject,
            Subject::Choice | Subject::Impact | Subject::Effort | Subject::Round
        );
        self.method != Method::YesNo && !one
    }

    /// Whether any hand was counted.
    pub fn has_hands(&self) -> bool {
        let counted = |o: &BallotOption| o.hands.is_some() || o.against.is_some();
        self.abstentions > 0 || self.live().any(|(_, o)| counted(o))
    }

    /// The options whose hands are not counted.
    pub fn uncounted(&self) -> Vec<usize> {
        let both = self.method == Method::YesNo;
        let open = |o: &BallotOption| o.hands.is_none() || (both && o.against.is_none());
        self.live()
            .filter(|(_, o)| open(o))
            .map(|(i, _)| i)
            .collect()
    }

    /// Fewest options that make a vote: one where each is answered for itself, else two to choose from.
    pub fn least(&self) -> usize {
        let each = matches!(self.method, Method::YesNo | Method::Levels { .. })
            || matches!(self.subject, Subject::Impact | Subject::Effort);
        if each { 1 } else { 2 }
    }

    /// Whether too few options are left for a vote: none to answer for, or none to choose from.
    pub fn is_pointless(&self) -> bool {
        self.live().count() < self.least()
    }

    /// How many were on the roll while it was open and are no longer: the most that can have left having voted.
    pub fn away(&self) -> u32 {
        let left = self.ever.iter().filter(|id| !self.roll.contains(id));
        u32::try_from(left.count()).unwrap_or(u32::MAX)
    }

    /// Papers received, blank and void ones included. While the vote is open they are in its urn, not here.
    pub fn received(&self) -> u32 {
        let papers = u32::try_from(self.papers.len()).unwrap_or(u32::MAX);
        papers.saturating_add(self.blank).saturating_add(self.void)
    }

    /// What is wrong with what was collected so far, against the people entitled, of whom so many handed in a paper. Who abstains
    /// raises none of their hands.
    pub fn fault(&self, papers: u32) -> Option<CountFault> {
        if papers > self.entitled {
            return Some(CountFault::TooManyPapers(papers, self.entitled));
        }
        let people = self.entitled - papers;
        let each = match self.method {
            Method::Hands { each } => each.max(1),
            Method::YesNo => 1,
            _ => return None,
        };
        let raised = |o: &BallotOption| {
            let against = o.against.unwrap_or(0);
            o.hands.unwrap_or(0).saturating_add(against)
        };
        let over = |people: u32| {
            let mut live = self.live().map(|(i, o)| (i, raised(o)));
            let found = live.find(|(_, hands)| *hands > people);
            found.map(|(i, hands)| CountFault::TooManyOnOption(i, hands, people))
        };
        let idle = self.abstentions.saturating_mul(each);
        let all = match self.method {
            // Each option asks everyone anew.
            Method::YesNo => idle,
            _ => self
                .live()
                .fold(idle, |sum, (_, o)| sum.saturating_add(raised(o))),
        };
        let most = people.saturating_mul(each);
        over(people)
            .or_else(|| (all > most).then_some(CountFault::TooManyInAll(all, most)))
            .or_else(|| over(people.saturating_sub(self.abstentions)))
    }

    /// Whether the quorum was met.
    pub fn quorum_met(&self) -> bool {
        self.permanent >= self.quorum.members && self.professions >= self.quorum.professions
    }

    /// The letter of an option: A to T.
    pub fn letter(index: usize) -> char {
        u8::try_from(index)
            .ok()
            .filter(|i| *i < 26)
            .map_or('?', |i| char::from(b'A' + i))
    }
}

#[cfg(test)]
mod tests;
