//! What a vote tells beside its ranking: who of those entitled did not vote, what was left ungiven, how strong its secrecy is,
//! and whether a free decision is what was voted.

use super::ballot::{Ballot, BallotState, Method, Reached, Subject};
use super::session::Session;

/// With fewer voters than this, each can work out what the others voted, and who gave which mark.
pub const FEW_VOTERS: u32 = 4;
/// The points of a 3-2-1 paper, the highest first.
const WEIGHTS: [u32; 3] = [3, 2, 1];

crate::choices! {
    /// Why the papers of a secret vote keep no secret.
    pub enum WeakSecrecy {
        /// There are too few of them.
        Few,
        /// They all say the same.
        Unanimous,
    }
}

impl Ballot {
    /// How many of those entitled did not vote with so many papers received; none where raised hands do not tell, as one
    /// person may raise several.
    pub fn silent(&self, received: u32) -> Option<u32> {
        let raised = match self.method {
            Method::Hands { each: 0 | 1 } => self.raised(),
            _ if self.raised() > 0 => return None,
            _ => 0,
        };
        let voted = received.saturating_add(self.abstentions);
        Some(self.entitled.saturating_sub(voted.saturating_add(raised)))
    }

    /// Hands raised, for and against.
    pub fn raised(&self) -> u32 {
        let of = |o: &super::ballot::BallotOption| {
            let against = o.against.unwrap_or(0);
            o.hands.unwrap_or(0).saturating_add(against)
        };
        self.live().fold(0, |sum, (_, o)| sum.saturating_add(of(o)))
    }

    /// The mean of an option's marks in tenths, rounded; none without a paper that gives marks. In a vote on levels a paper that
    /// gives it none does not weigh.
    pub fn mean_in_tenths(&self, index: usize) -> Option<u32> {
        let papers = match self.method {
            Method::Levels { .. } => self.spread(index)?.n,
            _ => u32::try_from(self.papers.len()).ok().filter(|n| *n > 0)?,
        };
        let total = self.total(index).saturating_mul(20);
        Some(total.saturating_add(papers) / (papers * 2))
    }

    /// The median of the levels given to an option, in tenths, in a vote on levels.
    pub fn median_in_tenths(&self, index: usize) -> Option<u32> {
        let twice = self.spread(index)?.twice_median;
        Some(u32::try_from(twice).ok()?.saturating_mul(5))
    }

    /// Points that voters could have given and did not, blank and void papers aside.
    pub fn unspent(&self) -> u32 {
        let live = self.live().count();
        let options = u32::try_from(live).unwrap_or(u32::MAX);
        let each = match self.method {
            Method::Weighted => WEIGHTS.iter().take(live).sum(),
            Method::Points { points, cap } => points.min(cap.saturating_mul(options)),
            _ => return 0,
        };
        let left = self.papers.iter().map(|paper| {
            let given = paper.points.iter().fold(0_u32, |a, b| a.saturating_add(*b));
            each.saturating_sub(given)
        });
        left.fold(0, u32::saturating_add)
    }

    /// The options of a yes/no vote that are neither carried nor split.
    pub fn refused(&self) -> Vec<usize> {
        let tally = self.tally();
        let settled = |i: &usize| tally.kept.contains(i) || tally.tied.contains(i);
        let live = self.live().map(|(i, _)| i);
        live.filter(|i| !settled(i)).collect()
    }

    /// Why a closed secret vote keeps no secret, if so.
    pub fn weak_secrecy(&self) -> Option<WeakSecrecy> {
        if !self.secret || self.state != BallotState::Closed {
            return None;
        }
        if self.received() < FEW_VOTERS {
            return Some(WeakSecrecy::Few);
        }
        self.is_unanimous().then_some(WeakSecrecy::Unanimous)
    }

    /// Whether a quorum was asked when it opened.
    pub fn asks_quorum(&self) -> bool {
        self.quorum.members > 0 || self.quorum.professions > 0
    }
}

impl Session {
    /// What the vote on a free question retains, in words.
    pub fn winning_words(&self, ballot: &Ballot) -> String {
        let labels: Vec<&str> = self
            .winning(ballot)
            .iter()
            .map(|o| o.label.as_str())
            .collect();
        labels.join(" · ")
    }

    /// What the vote on a free question says to what the group decided; none while nothing is.
    pub fn reached_in_words(&self, ballot: &Ballot) -> Option<Reached> {
        let decided = ballot.decided.filled()?.trim();
        let voted = self.winning_words(ballot);
        Some(if voted.is_empty() || !ballot.tally().tied.is_empty() {
            Reached::Consensus
        } else if self.says_what_is_voted(ballot, decided) {
            Reached::AsVoted
        } else {
            Reached::AgainstVote
        })
    }

    /// Whether words name all that the vote retains and nothing else of what it was about; the group may say more of it: when,
    /// by whom. They begin with what is retained, so that « pas de formation » is not « formation ».
    fn says_what_is_voted(&self, ballot: &Ballot, decided: &str) -> bool {
        let said = parts(decided);
        let winning = self.winning(ballot);
        let voted: Vec<Vec<String>> = winning.iter().map(|o| parts(o.label.as_str())).collect();
        let rounds = self.rounds(ballot).into_iter();
        let other = rounds
            .flat_map(|round| round.options.iter())
            .map(|o| parts(o.label.as_str()))
            .filter(|other| !other.is_empty())
            .filter(|other| !voted.iter().any(|label| holds(label, other)))
            .any(|other| holds(&said, &other));
        !other
            && voted.iter().all(|label| holds(&said, label))
            && voted.iter().any(|label| said.starts_with(label))
    }

    /// Whether a decision on a subject is taken without the quorum: those present do not reach it, or the voters did not.
    pub fn lacks_quorum(&self, subject: Subject) -> bool {
        let voted = self.counted(subject);
        !self.quorum_met() || voted.is_some_and(|ballot| !ballot.quorum_met())
    }
}

/// The words of a text, whatever their case and what stands between them.
fn parts(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Whether words stand in others, one behind the other.
fn holds(all: &[String], some: &[String]) -> bool {
    some.is_empty() || all.windows(some.len()).any(|there| there == some)
}

#[cfg(test)]
mod tests {
    use super::super::ballot::{Answer, BallotOption, Paper, Quorum};
    use super::super::ids::BallotId;
    use super::*;

    fn closed(method: Method, papers: &[&[u32]]) -> Ballot {
        let n = papers.first().map_or(2, |p| p.len());
        Ballot {
            method,
            secret: true,
            state: BallotState::Closed,
            entitled: 9,
            options: vec![BallotOption::default(); n],
            papers: papers
                .iter()
                .map(|points| Paper {
                    points: points.to_vec(),
                    ..Paper::default()
                })
                .collect(),
            ..Ballot::new(BallotId(1))
        }
    }

    #[test]
    fn who_did_not_vote_is_known_unless_hands_hide_it() {
        let mut vote = closed(Method::Weighted, &[&[3, 2, 1], &[1, 2, 3]]);
        (vote.blank, vote.void) = (1, 1);
        assert_eq!(vote.silent(vote.received()), Some(5));
        let mut hands = closed(Method::Hands { each: 1 }, &[]);
        hands.options[0].hands = Some(4);
        hands.abstentions = 2;
        assert_eq!(hands.silent(hands.received()), Some(3));
        hands.method = Method::Hands { each: 3 };
        assert_eq!(hands.silent(hands.received()), None);
    }

    #[test]
    fn points_not_given_are_counted_against_what_could_be_given() {
        let points = Method::Points { points: 6, cap: 3 };
        assert_eq!(closed(points, &[&[3, 3, 0], &[3, 1, 0]]).unspent(), 2);
        // With one option, three of the six points could be given.
        assert_eq!(closed(points, &[&[2]]).unspent(), 1);
        assert_eq!(closed(Method::Weighted, &[&[3, 2, 0]]).unspent(), 1);
        assert_eq!(closed(Method::Weighted, &[&[3, 2]]).unspent(), 0);
        assert_eq!(closed(Method::Score, &[&[0, 0]]).unspent(), 0);
    }

    #[test]
    fn a_mean_is_rounded_to_a_tenth() {
        let vote = closed(Method::Score, &[&[5, 0], &[4, 0], &[4, 1]]);
        assert_eq!(vote.mean_in_tenths(0), Some(43));
        assert_eq!(vote.mean_in_tenths(1), Some(3));
        assert_eq!(closed(Method::Score, &[]).mean_in_tenths(0), None);
        // No level given is no level, not the lowest one.
        let levels = closed(Method::Levels { top: 4 }, &[&[4, 0], &[3, 0], &[0, 0]]);
        assert_eq!(levels.mean_in_tenths(0), Some(35));
        assert_eq!(levels.mean_in_tenths(1), None);
    }

    #[test]
    fn few_papers_and_equal_ones_keep_no_secret() {
        let same: [&[u32]; 4] = [&[1, 0]; 4];
        let mut vote = closed(Method::Hands { each: 1 }, &same);
        assert_eq!(vote.weak_secrecy(), Some(WeakSecrecy::Unanimous));
        vote.blank = 1;
        assert_eq!(vote.weak_secrecy(), None);
        vote.papers.truncate(2);
        assert_eq!(vote.weak_secrecy(), Some(WeakSecrecy::Few));
        vote.secret = false;
        assert_eq!(vote.weak_secrecy(), None);
        let yes = Paper {
            answers: vec![Answer::Yes],
            ..Paper::default()
        };
        let mut vote = closed(Method::YesNo, &[]);
        vote.papers = vec![yes; 5];
        assert_eq!(vote.weak_secrecy(), Some(WeakSecrecy::Unanimous));
    }

    #[test]
    fn a_free_decision_is_held_against_what_was_voted() {
        let session = Session::new(uuid::Uuid::nil(), chrono::NaiveDate::default());
        let mut vote = closed(Method::Score, &[&[5, 1], &[5, 0]]);
        vote.options[0].label = "ouvrir le samedi".into();
        vote.options[1].label = "ne rien changer".into();
        assert_eq!(session.reached_in_words(&vote), None);
        vote.decided = "ouvrir le samedi".into();
        assert_eq!(session.reached_in_words(&vote), Some(Reached::AsVoted));
        vote.decided = "ne rien changer".into();
        assert_eq!(session.reached_in_words(&vote), Some(Reached::AgainstVote));
        for (said, reached) in [
            ("Ouvrir le samedi, dès mars", Reached::AsVoted),
            ("ne pas ouvrir le samedi", Reached::AgainstVote),
            (
                "ouvrir le samedi-matin\u{a0}: non, ne rien changer",
                Reached::AgainstVote,
            ),
            ("ouvrir", Reached::AgainstVote),
        ] {
            vote.decided = said.into();
            assert_eq!(session.reached_in_words(&vote), Some(reached), "{said}");
        }
        vote.papers.clear();
        assert_eq!(session.reached_in_words(&vote), Some(Reached::Consensus));
    }

    #[test]
    fn a_decision_needs_the_quorum_of_its_vote_too() {
        let mut session = Session::new(uuid::Uuid::nil(), chrono::NaiveDate::default());
        assert!(!session.lacks_quorum(Subject::Choice));
        session.ballots.push(Ballot {
            subject: Subject::Choice,
            quorum: Quorum {
                members: 5,
                professions: 0,
            },
            permanent: 4,
            ..closed(Method::Score, &[])
        });
        assert!(session.lacks_quorum(Subject::Choice));
        assert!(!session.lacks_quorum(Subject::Actions));
    }
}
