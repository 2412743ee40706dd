//! What the closed votes gave, as data; and a session without the counts of a vote that is still open.

use crate::domain::ballot::{Ballot, BallotOption, BallotState, Method};
use crate::domain::ids::BallotId;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::domain::turnout::WeakSecrecy;
use serde::Serialize;
use std::borrow::Cow;

/// What a closed vote gave. No voter, no order, no time.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Outcome {
    vote: BallotId,
    question: Text,
    second_round_of: Option<BallotId>,
    options: Vec<Given>,
    retained: Vec<char>,
    tied: Vec<char>,
    entitled: u32,
    papers: usize,
    blank: u32,
    void: u32,
    hands: u32,
    abstentions: u32,
    did_not_vote: Option<u32>,
    points_not_given: u32,
    quorum_met: bool,
    weak_secrecy: Option<&'static str>,
}

/// What an option got.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Given {
    letter: char,
    label: Text,
    withdrawn: bool,
    total: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    no: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    abstained: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mean_in_tenths: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    median_in_tenths: Option<u32>,
}

/// The outcomes of the closed votes, in their order.
pub fn outcomes(session: &Session) -> Vec<Outcome> {
    let closed = |b: &&Ballot| b.state == BallotState::Closed;
    session.ballots.iter().filter(closed).map(outcome).collect()
}

fn outcome(ballot: &Ballot) -> Outcome {
    let tally = ballot.tally();
    let letters = |indexes: &[usize]| indexes.iter().map(|i| Ballot::letter(*i)).collect();
    let options = ballot.options.iter().enumerate();
    let options = options.filter(|(_, o)| !o.is_gap());
    let weak = ballot.weak_secrecy().map(|weak| match weak {
        WeakSecrecy::Few => "few",
        WeakSecrecy::Unanimous => "unanimous",
    });
    Outcome {
        vote: ballot.id,
        question: ballot.question.clone(),
        second_round_of: ballot.second_round_of,
        options: options.map(|(i, o)| given(ballot, i, o)).collect(),
        retained: letters(&tally.kept),
        tied: letters(&tally.tied),
        entitled: ballot.entitled,
        papers: ballot.papers.len(),
        blank: ballot.blank,
        void: ballot.void,
        hands: ballot.raised(),
        abstentions: ballot.abstentions,
        did_not_vote: ballot.silent(ballot.received()),
        points_not_given: ballot.unspent(),
        quorum_met: ballot.quorum_met(),
        weak_secrecy: weak,
    }
}

fn given(ballot: &Ballot, index: usize, option: &BallotOption) -> Given {
    let answers = (ballot.method == Method::YesNo).then(|| ballot.answers(index));
    let marked = matches!(ballot.method, Method::Score | Method::Levels { .. });
    let mean = marked.then(|| ballot.mean_in_tenths(index));
    Given {
        letter: Ballot::letter(index),
        label: option.label.clone(),
        withdrawn: option.withdrawn,
        total: ballot.total(index),
        no: answers.map(|a| a.no),
        abstained: answers.map(|a| a.abstain),
        mean_in_tenths: mean.flatten(),
        median_in_tenths: ballot.median_in_tenths(index),
    }
}

/// The session without what was counted so far in votes that did not come to their end: partial totals are told to nobody.
pub fn without_partial_counts(session: &Session) -> Cow<'_, Session> {
    let partial = |b: &Ballot| b.state != BallotState::Closed;
    if !session.ballots.iter().any(|b| partial(b) && b.has_hands()) {
        return Cow::Borrowed(session);
    }
    let mut told = session.clone();
    told.ballots.for_each_mut(|ballot| {
        if partial(ballot) {
            ballot.abstentions = 0;
            for option in &mut ballot.options {
                option.hands = None;
                option.against = None;
            }
        }
    });
    Cow::Owned(told)
}
