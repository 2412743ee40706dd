//! The course of a vote in a session: prepared, opened with its options frozen, counted, closed or cancelled; and the second
//! round between equals.

use super::ballot::{Ballot, BallotOption, BallotState, Method, Subject, Target};
use super::ids::BallotId;
use super::session::Session;
use super::text::Text;

/// Most options of a vote: A to T.
pub const MAX_OPTIONS: usize = 20;

impl Session {
    /// The last vote on a subject that was not cancelled.
    pub fn ballot_on(&self, subject: Subject) -> Option<&Ballot> {
        let on = |b: &&Ballot| b.subject == subject && b.state != BallotState::Cancelled;
        self.ballots.iter().rfind(on)
    }

    /// The last vote on a subject that was counted to its end.
    pub fn counted(&self, subject: Subject) -> Option<&Ballot> {
        let on = |b: &&Ballot| b.subject == subject && b.state == BallotState::Closed;
        self.ballots.iter().rfind(on)
    }

    /// Prepares a vote by show of hands with `each` hands per person; nothing is fixed until it opens.
    pub fn prepare_ballot(&mut self, subject: Subject, question: Text, each: u32) -> BallotId {
        let ballot = Ballot {
            subject,
            question,
            method: Method::Hands { each },
            state: BallotState::Prepared,
            ..Ballot::new(self.ids.give())
        };
        let id = ballot.id;
        self.ballots.push(ballot);
        id
    }

    /// Opens a vote: its options and rules are fixed, and who is present now may vote. Withdrawn options fall away.
    pub fn open_ballot(&mut self, id: BallotId, options: Vec<BallotOption>) {
        let quorum = self.quorum.clone();
        if let Some(ballot) = self.ballots.get_mut(id)
            && ballot.state == BallotState::Prepared
        {
            ballot.options = options;
            ballot.options.retain(|o| !o.withdrawn);
            ballot.options.truncate(MAX_OPTIONS);
            ballot.quorum = quorum;
            ballot.state = BallotState::Open;
            self.follow_attendance();
        }
    }

    /// Brings the entitled of every open vote up to who is present now, and keeps each change as a count.
    pub fn follow_attendance(&mut self) {
        let (present, professions) = (self.n_present(), self.n_professions());
        let permanent = self.n_permanent();
        self.ballots.for_each_mut(|ballot| {
            if ballot.state == BallotState::Open {
                ballot.entitled = present;
                ballot.permanent = permanent;
                ballot.professions = professions;
                if ballot.entitled_trace.last() != Some(&present) {
                    ballot.entitled_trace.push(present);
                }
            }
        });
    }

    /// Closes a vote; says whether it did: it does not while a count is missing or impossible.
    pub fn close_ballot(&mut self, id: BallotId) -> bool {
        let able =
            |b: &Ballot| b.state == BallotState::Open && b.is_counted() && b.fault().is_none();
        let Some(ballot) = self.ballots.get(id).filter(|b| able(b)).cloned() else {
            return false;
        };
        self.ballots.put(Ballot {
            state: BallotState::Closed,
            ..ballot
        });
        true
    }

    /// Cancels a vote that is under way, with the reason already written in it. One that never opened leaves no trace.
    pub fn cancel_ballot(&mut self, id: BallotId) {
        match self.ballots.get(id).map(|b| b.state) {
            Some(BallotState::Prepared) => {
                self.ballots.remove(id);
            }
            Some(BallotState::Open) => {
                if let Some(ballot) = self.ballots.get_mut(id) {
                    ballot.state = BallotState::Cancelled;
                }
            }
            _ => {}
        }
    }

    /// The rounds of a vote up to this one, the first one first.
    pub fn rounds<'a>(&'a self, ballot: &'a Ballot) -> Vec<&'a Ballot> {
        let mut rounds = vec![ballot];
        let mut at = ballot;
        // A damaged file could name rounds in a ring: no more steps than votes.
        while let Some(before) = at.second_round_of.and_then(|id| self.ballots.get(id))
            && rounds.len() <= self.ballots.len()
        {
            rounds.push(before);
            at = before;
        }
        rounds.reverse();
        rounds
    }

    /// The hands of an option round by round, to be compared in this order.
    pub fn score(&self, ballot: &Ballot, target: Target) -> Vec<u32> {
        let hands = |round: &&Ballot| {
            let option = round.options.iter().find(|o| o.target == target);
            option.and_then(|o| o.hands).unwrap_or(0)
        };
        self.rounds(ballot).iter().map(hands).collect()
    }

    /// The options between which the vote does not decide, by index: the equal ones at the first place when one is chosen,
    /// across the last place of `each` when several are.
    pub fn tied(&self, ballot: &Ballot) -> Vec<usize> {
        let Some(count) = ballot.count() else {
            return Vec::new();
        };
        let places = places(ballot);
        let last = count.ranking.get(places.saturating_sub(1)).map(|r| r.1);
        let next = count.ranking.get(places).map(|r| r.1);
        match (last, next) {
            (Some(last), Some(next)) if last == next && last > 0 => {
                let equal = count.ranking.iter().filter(|r| r.1 == last);
                equal.map(|r| r.0).collect()
            }
            _ => Vec::new(),
        }
    }

    /// What the vote retains when the group follows it: the first places of each round, without those it does not separate.
    pub fn winners(&self, ballot: &Ballot) -> Vec<Target> {
        let of_round = |round: &&Ballot| {
            let tied = self.tied(round);
            let ranking = round.count().map(|c| c.ranking).unwrap_or_default();
            let first = ranking
                .into_iter()
                .take(places(round))
                .filter(|(i, hands)| *hands > 0 && !tied.contains(i));
            let targets = first.filter_map(|(i, _)| round.options.get(i).map(|o| o.target));
            targets.collect::<Vec<_>>()
        };
        self.rounds(ballot).iter().flat_map(of_round).collect()
    }

    /// A second round between the equal options of a closed vote, opened at once.
    pub fn second_round(&mut self, id: BallotId) -> Option<BallotId> {
        let first = self.ballots.get(id)?.clone();
        let tied = self.tied(&first);
        if first.state != BallotState::Closed || tied.len() < 2 {
            return None;
        }
        let new = self.prepare_ballot(
            first.subject,
            first.question.clone(),
            free_places(&first, &tied),
        );
        if let Some(ballot) = self.ballots.get_mut(new) {
            ballot.tie = first.tie;
            ballot.second_round_of = Some(id);
        }
        let options = tied.iter().filter_map(|i| first.options.get(*i));
        let options = options.map(|o| BallotOption {
            hands: None,
            ..o.clone()
        });
        self.open_ballot(new, options.collect());
        Some(new)
    }
}

/// How many options a vote can retain: as many as each person has hands.
fn places(ballot: &Ballot) -> usize {
    match ballot.method {
        Method::Hands { each } => usize::try_from(each.max(1)).unwrap_or(1),
        _ => 1,
    }
}

/// Places that the equal options compete for.
fn free_places(ballot: &Ballot, tied: &[usize]) -> u32 {
    let hands = |i: usize| ballot.options.get(i).and_then(|o| o.hands);
    let level = tied.first().and_then(|i| hands(*i));
    let above = (0..ballot.options.len())
        .filter(|i| hands(*i) > level)
        .count();
    u32::try_from(places(ballot).saturating_sub(above))
        .unwrap_or(1)
        .max(1)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::ballot::Reached;
    use crate::domain::ids::IncidentId;
    use crate::domain::session::{Attendee, Presence};

    fn target(n: u32) -> Target {
        Target::Incident(IncidentId(n))
    }

    /// A vote of `people` persons between as many options as there are counts.
    fn held(people: u32, each: u32, hands: &[u32]) -> (Session, BallotId) {
        let mut session = Session::new(uuid::Uuid::nil(), chrono::NaiveDate::default());
        for _ in 0..people {
            let person = Attendee {
                presence: Presence::Present,
                ..Attendee::new(session.ids.give())
            };
            session.attendees.push(person);
        }
        let id = session.prepare_ballot(Subject::Choice, Text::default(), each);
        let n = u32::try_from(hands.len()).unwrap();
        let options = (0..n).map(|i| BallotOption {
            target: target(i),
            ..BallotOption::default()
        });
        session.open_ballot(id, options.collect());
        count(&mut session, id, hands);
        (session, id)
    }

    fn count(session: &mut Session, id: BallotId, hands: &[u32]) {
        let ballot = session.ballots.get_mut(id).unwrap();
        for (option, hands) in ballot.options.iter_mut().zip(hands) {
            option.hands = Some(*hands);
        }
        assert!(session.close_ballot(id));
    }

    fn winners(session: &Session, id: BallotId) -> Vec<Target> {
        session.winners(session.ballots.get(id).unwrap())
    }

    #[test]
    fn the_entitled_follow_attendance_until_the_vote_closes() {
        let (mut session, _) = held(3, 1, &[2, 1]);
        let id = session.prepare_ballot(Subject::Choice, Text::default(), 1);
        session.open_ballot(id, vec![BallotOption::default(); 2]);
        let leave = |session: &mut Session, at: usize| {
            let who = session.attendees.at(at).unwrap().id;
            session.attendees.get_mut(who).unwrap().presence = Presence::Left;
            session.follow_attendance();
        };
        leave(&mut session, 0);
        let of = |session: &Session| {
            let ballot = session.ballots.get(id).unwrap();
            (ballot.entitled, ballot.entitled_trace.clone())
        };
        assert_eq!(of(&session), (2, vec![3, 2]));
        count(&mut session, id, &[1, 1]);
        leave(&mut session, 1);
        assert_eq!(of(&session), (2, vec![3, 2]));
    }

    #[test]
    fn impossible_counts_do_not_close() {
        let (mut session, _) = held(3, 1, &[2, 1]);
        let id = session.prepare_ballot(Subject::Choice, Text::default(), 1);
        session.open_ballot(id, vec![BallotOption::default(); 2]);
        assert!(!session.close_ballot(id));
        for option in &mut session.ballots.get_mut(id).unwrap().options {
            option.hands = Some(2);
        }
        assert!(!session.close_ballot(id));
    }

    #[test]
    fn several_are_retained_as_each_has_hands_and_the_tied_go_to_a_second_round() {
        let (mut session, id) = held(5, 3, &[5, 1, 4, 3, 2]);
        assert_eq!(winners(&session, id), [target(0), target(2), target(3)]);
        let (mut tied, first) = held(5, 3, &[5, 3, 3, 3, 1]);
        assert_eq!(winners(&tied, first), [target(0)]);
        let second = tied.second_round(first).unwrap();
        let round = tied.ballots.get(second).unwrap();
        assert_eq!(round.method, Method::Hands { each: 2 });
        count(&mut tied, second, &[1, 5, 4]);
        assert_eq!(winners(&tied, second), [target(0), target(2), target(3)]);
        let retained = winners(&tied, second);
        assert_eq!(tied.reached(second, &retained), Reached::AsVoted);
        assert_eq!(session.second_round(id), None);
    }

    #[test]
    fn a_decision_knows_what_the_vote_says_to_it() {
        let (session, id) = held(9, 1, &[4, 4, 1]);
        assert_eq!(
            session.reached(id, &[target(0), target(1)]),
            Reached::AsVoted
        );
        assert_eq!(session.reached(id, &[target(1)]), Reached::Consensus);
        assert_eq!(session.reached(id, &[target(2)]), Reached::AgainstVote);
        assert_eq!(session.reached(id, &[target(7)]), Reached::AgainstVote);
    }

    #[test]
    fn a_ring_of_rounds_in_a_damaged_file_ends() {
        let (mut session, id) = held(9, 1, &[4, 4, 1]);
        session.ballots.get_mut(id).unwrap().second_round_of = Some(id);
        let ballot = session.ballots.get(id).unwrap();
        assert!(session.rounds(ballot).len() <= 3);
    }
}
