//! The vote (scrutin): question, options, method and rules fixed when it opens; counts or papers; result; and the decision,
//! which is a separate act. A paper (bulletin) bears no voter, no time, no order and no id.

use super::ids::{ActionId, BallotId, FactorId, IncidentId};
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
    }
}

/// How votes are expressed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Method {
    /// Hands counted per option; each person may raise a hand `each` times, once per option.
    Hands {
        /// Hands per person.
        each: u32,
    },
    /// Yes, no or abstention.
    YesNo,
    /// Three, two and one points to three options.
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
}

impl Default for Method {
    fn default() -> Self {
        Self::Hands { each: 1 }
    }
}

/// What an option or a decision points to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
        /// Hands counted, once they are.
        pub hands: Option<u32>,
    }

    /// One paper: the points it gives to each option, in their order. Empty: blank.
    pub struct Paper {
        /// Points by option.
        pub points: Vec<u32>,
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
        /// Where it stands.
        pub state: BallotState,
        /// Why it was cancelled.
        pub cancelled: Text,
        /// Entitled voters at closing.
        pub entitled: u32,
        /// Those among them who count for the quorum: the permanent members.
        pub permanent: u32,
        /// Different professions among them.
        pub professions: u32,
        /// Changes of the entitled while it was open, as counts, oldest first.
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
    }
}

/// The count of a vote by a show of hands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// Index of the option and its total, best first; withdrawn options are left out.
    pub ranking: Vec<(usize, u32)>,
    /// Options that share the first place; one alone when the vote separates them.
    pub leaders: Vec<usize>,
}

/// Why counted hands cannot be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountFault {
    /// More hands on one option than people who did not abstain: its index, hands, people.
    TooManyOnOption(usize, u32, u32),
    /// More hands in all than people have: hands raised and those of who abstained, most possible.
    TooManyInAll(u32, u32),
}

impl Ballot {
    /// Whether hands of every option were counted.
    pub fn is_counted(&self) -> bool {
        !self.options.is_empty()
            && self
                .options
                .iter()
                .all(|o| o.withdrawn || o.hands.is_some())
    }

    /// The count of hands, once all are in: order of options never matters but between equals.
    pub fn count(&self) -> Option<Count> {
        if !self.is_counted() {
            return None;
        }
        let live = self
            .options
            .iter()
            .enumerate()
            .filter(|(_, o)| !o.withdrawn);
        let mut ranking: Vec<(usize, u32)> = live.map(|(i, o)| (i, o.hands.unwrap_or(0))).collect();
        ranking.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        let best = ranking.first().map_or(0, |r| r.1);
        let leaders = ranking
            .iter()
            .take_while(|r| r.1 == best && best > 0)
            .map(|r| r.0)
            .collect();
        Some(Count { ranking, leaders })
    }

    /// What is wrong with the hands typed so far, against the people entitled. Who abstains raises none of their hands.
    pub fn fault(&self) -> Option<CountFault> {
        let Method::Hands { each } = self.method else {
            return None;
        };
        let each = each.max(1);
        let live = || {
            let live = self
                .options
                .iter()
                .enumerate()
                .filter(|(_, o)| !o.withdrawn);
            live.map(|(i, o)| (i, o.hands.unwrap_or(0)))
        };
        let over = |people: u32| {
            let found = live().find(|(_, hands)| *hands > people);
            found.map(|(i, hands)| CountFault::TooManyOnOption(i, hands, people))
        };
        let idle = self.abstentions.saturating_mul(each);
        let all = live().fold(idle, |sum, (_, hands)| sum.saturating_add(hands));
        let most = self.entitled.saturating_mul(each);
        over(self.entitled)
            .or_else(|| (all > most).then_some(CountFault::TooManyInAll(all, most)))
            .or_else(|| over(self.entitled.saturating_sub(self.abstentions)))
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
