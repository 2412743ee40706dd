//! Marks given by several people, as counts: their median and how far they spread; and the round at the end of a meeting
//! (tour de table), whose papers become counts and words without names.

use super::ballot::{Ballot, BallotState, Method, Subject, Target};
use super::ids::BallotId;
use super::session::{Closing, Session};
use super::text::Text;

/// Highest mark of the round; the lowest is 0.
pub const TOP_MARK: usize = 5;
/// Most people counted at one mark.
const MOST: u32 = 999;

/// How marks spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// Marks given.
    pub n: u32,
    /// Twice the median, which may fall between two marks.
    pub twice_median: usize,
    /// The marks between which the middle half lies: first and third quartile, each a mark that was given.
    pub half: (usize, usize),
    /// The lowest and the highest mark given.
    pub ends: (usize, usize),
}

impl Spread {
    /// Of marks counted from 0 up; none when nobody gave any.
    pub fn of(counts: &[u32]) -> Option<Self> {
        let n: u64 = counts.iter().map(|n| u64::from(*n)).sum();
        let last = n.checked_sub(1)?;
        let at = |rank: u64| {
            let mut seen = 0;
            let here = |n: &u32| {
                seen += u64::from(*n);
                seen > rank
            };
            counts.iter().position(here).unwrap_or(0)
        };
        Some(Self {
            n: u32::try_from(n).unwrap_or(u32::MAX),
            twice_median: at(last / 2) + at(n / 2),
            half: (at(last / 4), at(last - last / 4)),
            ends: (at(0), at(last)),
        })
    }

    /// The median as one of the marks: between two of them the lower one.
    pub fn mark(&self) -> usize {
        self.twice_median / 2
    }
}

impl Ballot {
    /// By what an option is called on a paper: its mark in a round, else its letter.
    pub fn sign(&self, index: usize) -> char {
        let digit = u32::try_from(index).ok();
        let digit = digit.filter(|_| self.subject == Subject::Round);
        let digit = digit.and_then(|n| char::from_digit(n, 10));
        digit.unwrap_or_else(|| Self::letter(index))
    }

    /// How the levels given to an option spread, in a vote on levels.
    pub fn spread(&self, index: usize) -> Option<Spread> {
        let Method::Levels { top } = self.method else {
            return None;
        };
        let given = self.papers.iter().filter_map(|p| p.points.get(index));
        let mut counts = vec![0_u32; usize::try_from(top.min(MOST)).unwrap_or(0) + 1];
        // None was given where the paper says 0.
        for level in given.filter(|level| **level > 0) {
            let at = usize::try_from(*level).unwrap_or(usize::MAX);
            if let Some(n) = counts.get_mut(at) {
                *n += 1;
            }
        }
        Spread::of(&counts)
    }
}

impl Closing {
    /// How many gave each mark of the round, by hand and on papers together; nothing when nobody did.
    pub fn marks(&self) -> Vec<u32> {
        let of = |counts: &[u32], mark: usize| counts.get(mark).copied().unwrap_or(0);
        let both = |mark| of(&self.round, mark).saturating_add(of(&self.round_papers, mark));
        let counts: Vec<u32> = (0..=TOP_MARK).map(both).collect();
        if counts.iter().all(|n| *n == 0) {
            return Vec::new();
        }
        counts
    }
}

impl Session {
    /// Gives each action the median of the levels that the last vote on impact or on effort gave it, as the group's decision; one
    /// without a level keeps its own.
    pub fn take_levels(&mut self, subject: Subject) {
        let Some(ballot) = self.counted(subject).cloned() else {
            return;
        };
        for (index, option) in ballot.live() {
            let level = ballot.spread(index).map(|spread| spread.mark());
            let level = level.and_then(|level| u8::try_from(level).ok());
            let (Target::Action(id), Some(level)) = (option.target, level) else {
                continue;
            };
            if let Some(action) = self.actions.get_mut(id) {
                match subject {
                    Subject::Impact => action.impact = Some(level),
                    Subject::Effort => action.effort = Some(level),
                    _ => {}
                }
            }
        }
    }

    /// Takes what a closed round says into the closing: its counts are added there, its words become lines, and the vote itself
    /// is no more, since it decides nothing. Anything but a closed round stays as it is.
    pub fn take_in_round(&mut self, id: BallotId, words: &[Text]) {
        let closed = |b: &&Ballot| b.subject == Subject::Round && b.state == BallotState::Closed;
        let Some(ballot) = self.ballots.get(id).filter(closed).cloned() else {
            return;
        };
        let counts = &mut self.closing.round_papers;
        counts.resize(TOP_MARK + 1, 0);
        for (mark, n) in counts.iter_mut().enumerate() {
            *n = n.saturating_add(ballot.total(mark)).min(MOST);
        }
        if counts.iter().all(|n| *n == 0) {
            counts.clear();
        }
        if let Some(weak) = ballot.weak_secrecy() {
            self.closing.round_weak = Some(weak);
        }
        let before = self.closing.round_words.filled();
        let words = words.iter().map(Text::as_str);
        let lines: Vec<&str> = before.into_iter().chain(words).collect();
        self.closing.round_words = Text::new(&lines.join("\n"));
        self.ballots.remove(id);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::ballot::{BallotOption, Paper};
    use crate::domain::turnout::WeakSecrecy;
    use crate::domain::urn::{Cast, Urn};
    use proptest::prelude::*;

    #[test]
    fn the_median_may_fall_between_two_marks() {
        let twice = |counts: &[u32]| Spread::of(counts).map(|s| s.twice_median);
        assert_eq!(twice(&[0, 0, 0, 1, 1, 0]), Some(7));
        assert_eq!(twice(&[0, 0, 1, 0, 0, 2]), Some(10));
        assert_eq!(twice(&[0, 0, 0]), None);
        assert_eq!(twice(&[]), None);
    }

    proptest! {
        #[test]
        fn a_spread_is_what_the_sorted_marks_say(mut marks in prop::collection::vec(0_usize..6, 1..40)) {
            let mut counts = [0_u32; 6];
            for mark in &marks {
                counts[*mark] += 1;
            }
            marks.sort_unstable();
            let spread = Spread::of(&counts).unwrap();
            let n = marks.len();
            prop_assert_eq!(spread.n as usize, n);
            prop_assert_eq!(spread.twice_median, marks[(n - 1) / 2] + marks[n / 2]);
            prop_assert_eq!(spread.ends, (marks[0], marks[n - 1]));
            let (low, high) = spread.half;
            prop_assert!(spread.ends.0 <= low && low <= spread.mark());
            prop_assert!(spread.twice_median <= 2 * high && high <= spread.ends.1);
            let within = marks.iter().filter(|m| (low..=high).contains(*m)).count();
            prop_assert!(within * 2 >= n, "{} of {}", within, n);
            let outside = marks.iter().filter(|m| **m < low).count();
            prop_assert!(outside * 4 <= n);
        }

        #[test]
        fn a_round_leaves_its_counts_and_words_and_nothing_else(
            marks in prop::collection::vec(0_usize..6, 1..9),
            before in prop::collection::vec(0_u32..5, 6),
        ) {
            let mut session = Session::new(uuid::Uuid::nil(), chrono::NaiveDate::default());
            for _ in &marks {
                let id = session.ids.give();
                session.attendees.push(crate::domain::session::Attendee {
                    presence: crate::domain::session::Presence::Present,
                    ..crate::domain::session::Attendee::new(id)
                });
            }
            session.closing.round.clone_from(&before);
            session.closing.round_words = "utile".into();
            let id = session.prepare_ballot(Subject::Round, Text::default(), Method::Hands { each: 1 });
            session.ballots.get_mut(id).unwrap().secret = true;
            session.open_ballot(id, vec![BallotOption::default(); 6]);
            let mut urn = Urn::new(id);
            for mark in &marks {
                let mut points = vec![0; 6];
                points[*mark] = 1;
                urn.put(Cast::Paper(Paper { points, answers: Vec::new() }));
            }
            urn.say(&"court".into());
            urn.say(&"clair".into());
            session.take_in_round(id, urn.words());
            prop_assert!(session.ballots.get(id).is_some(), "an open round stays");
            prop_assert!(session.close_ballot(id, &urn));
            session.take_in_round(id, urn.words());
            prop_assert!(session.ballots.is_empty());
            for (mark, n) in session.closing.marks().iter().enumerate() {
                let here = marks.iter().filter(|m| **m == mark).count();
                prop_assert_eq!(*n as usize, before[mark] as usize + here);
                prop_assert_eq!(session.closing.round_papers[mark] as usize, here);
            }
            prop_assert_eq!(session.closing.round_words.as_str(), "utile\nclair\ncourt");
            let alike = marks.iter().all(|mark| *mark == marks[0]);
            let weak = match marks.len() {
                0..4 => Some(WeakSecrecy::Few),
                _ => alike.then_some(WeakSecrecy::Unanimous),
            };
            prop_assert_eq!(session.closing.round_weak, weak);
        }
    }

    #[test]
    fn a_level_not_given_does_not_weigh() {
        let mut ballot = Ballot::new(BallotId(1));
        ballot.method = Method::Levels { top: 4 };
        ballot.options = vec![BallotOption::default(); 2];
        let paper = |points: &[u32]| Paper {
            points: points.to_vec(),
            answers: Vec::new(),
        };
        ballot.papers = vec![paper(&[4, 0]), paper(&[3, 0]), paper(&[1, 2])];
        let first = ballot.spread(0).unwrap();
        assert_eq!((first.mark(), first.ends), (3, (1, 4)));
        assert_eq!(ballot.spread(1).unwrap().n, 1);
        ballot.state = BallotState::Closed;
        let tally = ballot.tally();
        assert_eq!((tally.kept.len(), tally.tied.len()), (0, 0));
        assert_eq!(tally.ranking, [(0, 6), (1, 4)]);
    }
}
