//! Votes with their counts, and decisions, which are another thing.

use super::super::{Page, string};
use crate::domain::ballot::{Ballot, BallotState, Decision, Subject, Target};
use crate::domain::session::Session;
use crate::words::Words;

/// What a decision or an option points to, named.
pub(super) fn named(session: &Session, target: Target) -> String {
    match target {
        Target::Free => String::new(),
        Target::Incident(id) => joined(&id, session.incidents.get(id).map(|i| i.report.heading())),
        Target::Factor(id) => {
            let found = session.analyses.iter().find_map(|a| a.factors.get(id));
            joined(&id, found.map(|f| f.what.as_str()))
        }
        Target::Action(id) => joined(&id, session.actions.get(id).map(|a| a.what.as_str())),
    }
}

/// Where a decision puts what it names; behind all of it what it does not name.
pub(super) fn place(decision: &Decision, target: Target) -> usize {
    let at = decision.targets.iter().position(|t| *t == target);
    at.unwrap_or(usize::MAX)
}

fn joined(id: &impl ToString, name: Option<&str>) -> String {
    let id = id.to_string();
    name.map_or(id.clone(), |name| format!("{id} {name}"))
}

/// The votes on one subject.
pub(super) fn ballots(page: &mut Page, session: &Session, subject: Subject) {
    for ballot in session.ballots.iter().filter(|b| b.subject == subject) {
        one(page, ballot, session.is_sealed());
    }
}

/// The votes on anything else.
pub(super) fn others(page: &mut Page, session: &Session) {
    let others = [Subject::Free, Subject::Round];
    let there = |subject: &Subject| session.ballots.iter().any(|b| b.subject == *subject);
    if others.iter().any(there) {
        page.heading(2, page.words.doc_other_votes());
        for subject in others {
            ballots(page, session, subject);
        }
    }
}

fn one(page: &mut Page, ballot: &Ballot, sealed: bool) {
    let words = page.words;
    let left_open = sealed && ballot.state == BallotState::Open;
    let question = ballot
        .question
        .filled()
        .unwrap_or(words.subject(ballot.subject));
    page.heading(3, words.doc_vote(ballot.id.to_string(), question));
    let secret = if ballot.secret {
        words.doc_secret()
    } else {
        words.doc_open_vote()
    };
    let round = ballot
        .second_round_of
        .map(|id| words.doc_second_round(id.to_string()));
    page.filled([
        (
            words.doc_method(),
            format!("{}, {secret}", words.method(&ballot.method)),
        ),
        (words.doc_tie(), words.tie_rule(ballot.tie).to_owned()),
        (words.doc_round_of(), round.unwrap_or_default()),
        (
            words.doc_state(),
            if left_open {
                words.doc_never_closed()
            } else {
                words.ballot_state(ballot.state)
            }
            .to_owned(),
        ),
        (words.doc_cancelled(), cancelled(words, ballot)),
    ]);
    // What is not counted to its end is never told.
    if ballot.state == BallotState::Closed {
        result(page, ballot);
    } else {
        options(page, ballot);
    }
    page.filled([
        (words.doc_decision(), string(&ballot.decided)),
        (words.doc_reason(), string(&ballot.reason)),
    ]);
    if left_open {
        page.note(words.doc_vote_left_open());
    } else if ballot.state == BallotState::Open {
        page.note(words.doc_vote_open());
    }
}

/// Why a vote was cancelled; nothing when it was not.
fn cancelled(words: Words, ballot: &Ballot) -> String {
    let without = if ballot.state == BallotState::Cancelled {
        words.doc_without_reason()
    } else {
        ""
    };
    ballot.cancelled.filled().unwrap_or(without).to_owned()
}

fn label(words: Words, ballot: &Ballot, index: usize) -> String {
    let option = &ballot.options[index];
    let withdrawn = if option.withdrawn {
        words.doc_withdrawn()
    } else {
        ""
    };
    format!("{}{withdrawn}", option.label)
}

fn result(page: &mut Page, ballot: &Ballot) {
    let words = page.words;
    let mut order: Vec<usize> = (0..ballot.options.len()).collect();
    order.sort_by_key(|i| (ballot.options[*i].withdrawn, u32::MAX - ballot.total(*i)));
    let row = |i: &usize| {
        let n = if ballot.options[*i].withdrawn {
            String::new()
        } else {
            ballot.total(*i).to_string()
        };
        [Ballot::letter(*i).to_string(), label(words, ballot, *i), n]
    };
    page.table(
        [words.doc_letter(), words.doc_option(), words.doc_total()],
        order.iter().map(row),
    );
    page.paragraph(turnout(words, ballot));
    if ballot.entitled_trace.len() > 1 {
        let trace: Vec<String> = ballot
            .entitled_trace
            .iter()
            .map(ToString::to_string)
            .collect();
        page.paragraph(words.doc_entitled_trace(trace.join(" → ")));
    }
}

/// How many could vote and how they did.
fn turnout(words: Words, ballot: &Ballot) -> String {
    let quorum = if ballot.quorum_met() {
        words.doc_quorum_met()
    } else {
        words.doc_quorum_unmet()
    };
    let n = |n: u32, one, many| words.count(n as usize, one, many);
    let papers = (!ballot.papers.is_empty())
        .then(|| words.count(ballot.papers.len(), words.doc_paper(), words.doc_papers()));
    let mut told = vec![n(ballot.entitled, words.doc_voter(), words.doc_voters())];
    told.extend(papers);
    told.push(n(
        ballot.abstentions,
        words.doc_abstention(),
        words.doc_abstentions(),
    ));
    told.push(n(ballot.blank, words.doc_blank(), words.doc_blanks()));
    told.push(n(ballot.void, words.doc_void(), words.doc_voids()));
    told.push(quorum.to_owned());
    told.join(", ")
}

fn options(page: &mut Page, ballot: &Ballot) {
    let words = page.words;
    let row = |i: usize| [Ballot::letter(i).to_string(), label(words, ballot, i)];
    page.table(
        [words.doc_letter(), words.doc_option()],
        (0..ballot.options.len()).map(row),
    );
}

/// A decision: what, how, why, with what reservations.
pub(super) fn decision(page: &mut Page, session: &Session, decision: &Decision, what: String) {
    let words = page.words;
    let targets: Vec<String> = decision
        .targets
        .iter()
        .map(|t| named(session, *t))
        .filter(|t| !t.is_empty())
        .collect();
    let what = if what.is_empty() {
        targets.join("\n")
    } else {
        what
    };
    let decided = !what.is_empty() || *decision != Decision::default();
    let how = if decided {
        words.reached(decision.reached)
    } else {
        ""
    };
    let ballot = decision
        .ballot
        .filter(|_| decided)
        .map(|id| format!(" ({id})"))
        .unwrap_or_default();
    page.every([
        (words.doc_decision(), what),
        (words.doc_how(), format!("{how}{ballot}")),
        (words.doc_reason(), string(&decision.reason)),
    ]);
    page.filled([
        (words.doc_dissent(), string(&decision.dissent)),
        (words.doc_without_quorum(), string(&decision.without_quorum)),
    ]);
}
