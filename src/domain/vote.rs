//! The course of a vote in a session: prepared, opened with its options frozen, counted, closed or cancelled; and the second
//! round between equals.

use super::ballot::{Ballot, BallotOption, BallotState, CountFault, Method, Subject, Target};
use super::ids::{BallotId, MemberId};
use super::session::{Attendee, Session, n_professions};
use super::text::Text;
use super::urn::Urn;

/// Most options of a vote: A to T.
pub const MAX_OPTIONS: usize = 20;

/// Why a vote cannot be closed yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotClosable {
    /// Nobody has voted, or it is not open.
    Nothing,
    /// The hands of these options are not counted.
    Uncounted(Vec<usize>),
    /// What was collected cannot be right.
    Fault(CountFault),
}

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

    /// The vote that is open: one at a time in a room.
    pub fn open_vote(&self) -> Option<&Ballot> {
        self.ballots.iter().find(|b| b.state == BallotState::Open)
    }

    /// What the open vote asks about: none of it is taken out of the session before the vote is over.
    pub fn voted_on(&self) -> Vec<Target> {
        let open = self.open_vote();
        let options = open.into_iter().flat_map(Ballot::live);
        let targets = options.map(|(_, option)| option.target);
        targets.filter(|target| self.holds(*target)).collect()
    }

    /// Those who may vote in it now: present and not excused from it.
    pub fn voters<'a>(&'a self, ballot: &'a Ballot) -> impl Iterator<Item = &'a Attendee> {
        self.present().filter(|a| !ballot.excused.contains(&a.id))
    }

    /// Prepares a vote; nothing is fixed until it opens.
    pub fn prepare_ballot(&mut self, subject: Subject, question: Text, method: Method) -> BallotId {
        let ballot = Ballot {
            subject,
            question,
            method,
            state: BallotState::Prepared,
            ..Ballot::new(self.ids.give())
        };
        let id = ballot.id;
        self.ballots.push(ballot);
        id
    }

    /// Opens a vote: its options and rules are fixed, and who is present now may vote. What was withdrawn leaves a
    /// gap, so that the others bear the letters of the list. One vote is open at a time: while another is, nothing happens.
    pub fn open_ballot(&mut self, id: BallotId, options: Vec<BallotOption>) {
        let quorum = self.quorum.clone();
        if self.open_vote().is_some() {
            return;
        }
        if let Some(ballot) = self.ballots.get_mut(id)
            && ballot.state == BallotState::Prepared
        {
            ballot.options = lettered(options);
            ballot.quorum = quorum;
            ballot.state = BallotState::Open;
            self.follow_attendance();
        }
    }

    /// Brings the entitled of every open vote up to who is present now, and keeps each change as a count. Nobody is entitled
    /// twice: who comes back is no longer among those who left.
    pub fn follow_attendance(&mut self) {
        let open = |b: &&Ballot| b.state == BallotState::Open;
        let open: Vec<Ballot> = self.ballots.iter().filter(open).cloned().collect();
        for mut ballot in open {
            let voters = self.voters(&ballot);
            let roll: Vec<MemberId> = voters.map(|a| a.id).collect();
            let present = u32::try_from(roll.len()).unwrap_or(u32::MAX);
            let new = roll.iter().filter(|id| !ballot.ever.contains(id));
            let new: Vec<MemberId> = new.copied().collect();
            ballot.ever.extend(new);
            ballot.roll = roll;
            ballot.gone = ballot.gone.min(ballot.away());
            ballot.entitled = present.saturating_add(ballot.gone);
            ballot.permanent = count(self.voters(&ballot).filter(|a| a.permanent));
            ballot.professions = n_professions(self.voters(&ballot));
            if ballot.entitled_trace.last() != Some(&present) {
                ballot.entitled_trace.push(present);
            }
            if self.ballots.get(ballot.id) != Some(&ballot) {
                self.ballots.put(ballot);
            }
        }
    }

    /// What keeps a vote from being closed with so many papers received.
    pub fn not_closable(&self, id: BallotId, papers: u32) -> Option<NotClosable> {
        let open = |b: &&Ballot| b.state == BallotState::Open;
        let Some(ballot) = self.ballots.get(id).filter(open) else {
            return Some(NotClosable::Nothing);
        };
        if let Some(fault) = ballot.fault(papers) {
            return Some(NotClosable::Fault(fault));
        }
        let uncounted = ballot.uncounted();
        let begun = ballot.takes_hands() && (papers == 0 || ballot.has_hands());
        if begun && !uncounted.is_empty() {
            return Some(NotClosable::Uncounted(uncounted));
        }
        (papers == 0 && !begun).then_some(NotClosable::Nothing)
    }

    /// Closes a vote with what its urn holds; says whether it did: it does not while a count is missing or impossible.
    pub fn close_ballot(&mut self, id: BallotId, urn: &Urn) -> bool {
        let open = |b: &&Ballot| b.state == BallotState::Open && urn.ballot() == id;
        let Some(mut ballot) = self.ballots.get(id).filter(open).cloned() else {
            return false;
        };
        if self.not_closable(id, urn.received()).is_some() {
            return false;
        }
        ballot.state = BallotState::Closed;
        ballot.papers = urn.papers().to_vec();
        ballot.blank = urn.blank();
        ballot.void = urn.void();
        self.ballots.put(ballot);
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

    /// Ends the votes of a session that ends: an open one is cancelled, for this reason unless one is written in it already; one
    /// that never opened leaves no trace.
    pub fn end_votes(&mut self, why: &Text) {
        let under_way = |b: &&Ballot| matches!(b.state, BallotState::Prepared | BallotState::Open);
        let left: Vec<BallotId> = self
            .ballots
            .iter()
            .filter(under_way)
            .map(|b| b.id)
            .collect();
        for id in left {
            self.cancel_ballot(id);
            if let Some(ballot) = self.ballots.get_mut(id)
                && ballot.cancelled.is_blank()
            {
                ballot.cancelled.clone_from(why);
            }
        }
    }

    /// A second round between the equal options of a closed vote, opened at once, with the same voters and the same secrecy:
    /// one voice for each place that is still free, or yes and no again. None when nothing is left to separate: what was taken
    /// out of the session since is not voted on again.
    pub fn second_round(&mut self, id: BallotId) -> Option<BallotId> {
        let first = self.ballots.get(id)?.clone();
        let tally = first.tally();
        let options = tally.tied.iter().filter_map(|i| first.options.get(*i));
        let options = options.filter(|o| self.holds(o.target));
        let options = options.map(|o| BallotOption {
            hands: None,
            against: None,
            ..o.clone()
        });
        let options: Vec<BallotOption> = options.collect();
        let (method, least) = match first.method {
            Method::YesNo => (Method::YesNo, 1),
            _ => (
                Method::Hands { each: tally.places },
                tally.places as usize + 1,
            ),
        };
        let busy = self.open_vote().is_some();
        if first.state != BallotState::Closed || options.len() < least || busy {
            return None;
        }
        let new = self.prepare_ballot(first.subject, first.question.clone(), method);
        if let Some(ballot) = self.ballots.get_mut(new) {
            ballot.keep = tally.places;
            ballot.tie = first.tie;
            ballot.secret = first.secret;
            ballot.excused = first.excused;
            ballot.second_round_of = Some(id);
        }
        self.open_ballot(new, options);
        Some(new)
    }
}

/// The options on the letters that they have in the list; where it is longer than there are letters, one behind the other.
pub fn lettered(mut options: Vec<BallotOption>) -> Vec<BallotOption> {
    if options.len() > MAX_OPTIONS {
        options.retain(|o| !o.withdrawn);
        options.truncate(MAX_OPTIONS);
    }
    while options.last().is_some_and(|o| o.withdrawn) {
        options.pop();
    }
    for gap in options.iter_mut().filter(|o| o.withdrawn) {
        *gap = BallotOption {
            withdrawn: true,
            ..BallotOption::default()
        };
    }
    options
}

impl BallotOption {
    /// Whether it only keeps the letter of what was withdrawn before the vote opened: nobody was ever asked about it.
    pub fn is_gap(&self) -> bool {
        self.withdrawn && self.label.is_blank()
    }
}

fn count<'a>(people: impl Iterator<Item = &'a Attendee>) -> u32 {
    u32::try_from(people.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::ballot::Reached;
    use crate::domain::ids::IncidentId;
    use crate::domain::incident::Incident;
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
        let id = session.prepare_ballot(Subject::Choice, Text::default(), Method::Hands { each });
        let n = u32::try_from(hands.len()).unwrap();
        for i in 0..n {
            session.incidents.push(Incident::new(IncidentId(i)));
        }
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
        assert!(session.close_ballot(id, &Urn::new(id)));
    }

    fn winners(session: &Session, id: BallotId) -> Vec<Target> {
        session.winners(session.ballots.get(id).unwrap())
    }

    #[test]
    fn the_entitled_follow_attendance_until_the_vote_closes() {
        let (mut session, _) = held(3, 1, &[2, 1]);
        let id =
            session.prepare_ballot(Subject::Choice, Text::default(), Method::Hands { each: 1 });
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
        let id =
            session.prepare_ballot(Subject::Choice, Text::default(), Method::Hands { each: 1 });
        session.open_ballot(id, vec![BallotOption::default(); 2]);
        assert!(!session.close_ballot(id, &Urn::new(id)));
        for option in &mut session.ballots.get_mut(id).unwrap().options {
            option.hands = Some(2);
        }
        assert!(!session.close_ballot(id, &Urn::new(id)));
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
