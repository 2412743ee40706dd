//! Votes with their counts, and decisions, which are another thing.

use super::super::{Page, string};
use crate::documents::svg::{self, Bar, Drawing, Stack};
use crate::domain::ballot::{Ballot, BallotState, Decision, Method, Subject, Target};
use crate::domain::session::Session;
use crate::words::Words;

/// Options on one picture of a vote; a page may end between two.
const ON_A_PICTURE: usize = 7;

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
        one(page, session, ballot);
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

fn one(page: &mut Page, session: &Session, ballot: &Ballot) {
    let words = page.words;
    let left_open = session.is_sealed() && ballot.state == BallotState::Open;
    let question = ballot
        .question
        .filled()
        .unwrap_or(words.subject(ballot.subject));
    page.heading(3, words.doc_vote(ballot.id.to_string(), question));
    let round = ballot
        .second_round_of
        .map(|id| words.doc_second_round(id.to_string()));
    let state = if left_open {
        words.doc_never_closed()
    } else {
        words.ballot_state(ballot.state)
    };
    page.filled([
        (words.doc_method(), words.voting(ballot)),
        (words.doc_vote_rule(), rule(words, ballot)),
        (words.doc_round_of(), round.unwrap_or_default()),
        (words.doc_state(), state.to_owned()),
        (words.doc_cancelled(), cancelled(words, ballot)),
        (words.doc_entitled(), entitled(words, session, ballot)),
        (words.doc_excused(), excused(ballot)),
    ]);
    // What is not counted to its end is never told.
    if ballot.state == BallotState::Closed {
        result(page, ballot);
    } else {
        options(page, ballot);
    }
    decided(page, session, ballot);
    if left_open {
        page.note(words.doc_vote_left_open());
    } else if ballot.state == BallotState::Open {
        page.note(words.doc_vote_open());
    }
}

/// The decision on a free question, which has no other place; and what the vote says to it.
fn decided(page: &mut Page, session: &Session, ballot: &Ballot) {
    let words = page.words;
    let reached = session
        .reached_in_words(ballot)
        .filter(|_| ballot.state == BallotState::Closed);
    let how = reached.map_or("", |how| words.reached(how));
    page.filled([
        (words.doc_decision(), string(&ballot.decided)),
        (words.doc_how(), how.to_owned()),
        (words.doc_reason(), string(&ballot.reason)),
    ]);
}

/// What decides it; a vote on levels decides nothing, it places its options.
fn rule(words: Words, ballot: &Ballot) -> String {
    match ballot.method {
        Method::Levels { .. } => String::new(),
        _ => words.rule(ballot),
    }
}

/// Why a vote was cancelled; nothing when it was not. One that lost its options while it was open is over by itself.
fn cancelled(words: Words, ballot: &Ballot) -> String {
    let without = match ballot.state {
        BallotState::Cancelled if ballot.is_pointless() => words.doc_too_few_options(),
        BallotState::Cancelled => words.doc_without_reason(),
        _ => "",
    };
    ballot.cancelled.filled().unwrap_or(without).to_owned()
}

/// Who could vote, by function; who of them did is not known.
fn entitled(words: Words, session: &Session, ballot: &Ballot) -> String {
    if ballot.entitled == 0 {
        return String::new();
    }
    let people = ballot.roll.iter();
    let people = people.filter_map(|id| session.attendees.get(*id));
    let functions: Vec<&str> = people.filter_map(|a| a.function.filled()).collect();
    let mut out = words.count(
        ballot.entitled as usize,
        words.doc_voter(),
        words.doc_voters(),
    );
    if !functions.is_empty() {
        out = format!("{out} ({})", functions.join(", "));
    }
    if ballot.gone > 0 {
        out = format!(
            "{out}{}{}",
            words.doc_semicolon(),
            words.result_gone(ballot.gone)
        );
    }
    out
}

fn excused(ballot: &Ballot) -> String {
    match ballot.excused.len() {
        0 => String::new(),
        n => n.to_string(),
    }
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
    totals(page, ballot);
    if !matches!(ballot.method, Method::Levels { .. }) {
        page.paragraph(format!("{}.", words.verdict_of(ballot)));
    }
    page.paragraph(format!("{}.", words.turnout(ballot)));
    let mut also = Vec::new();
    if ballot.unspent() > 0 {
        also.push(words.result_unspent(ballot.unspent()));
    }
    if ballot.entitled_trace.len() > 1 {
        let trace = ballot.entitled_trace.iter().map(ToString::to_string);
        let trace: Vec<String> = trace.collect();
        also.push(words.result_trace(&trace.join(" → ")));
    }
    page.bullets(also);
    if !ballot.quorum_met() {
        page.note(words.result_no_quorum());
    }
    if let Some(weak) = ballot.weak_secrecy() {
        page.note(words.weak_secrecy(weak));
    }
}

/// The options that people were asked about, by letter.
fn asked(ballot: &Ballot) -> impl Iterator<Item = usize> {
    (0..ballot.options.len()).filter(|i| !ballot.options[*i].is_gap())
}

/// What each option got, best first and those withdrawn last; papers one by one are not told.
fn totals(page: &mut Page, ballot: &Ballot) {
    let tally = ballot.tally();
    let live = tally.ranking.iter().map(|(i, _)| *i);
    let gone = asked(ballot).filter(|i| ballot.options[*i].withdrawn);
    let order: Vec<usize> = live.chain(gone).collect();
    bars(page, ballot, &tally.kept, &order);
    match ballot.method {
        Method::YesNo => answers(page, ballot, &order),
        Method::Score | Method::Levels { .. } => marks(page, ballot, &order),
        Method::Hands { .. } | Method::Weighted | Method::Points { .. } => {
            sums(page, ballot, &order);
        }
    }
}

/// What each option got as bars, those kept dark. Marks that only place options are no lengths.
fn bars(page: &mut Page, ballot: &Ballot, kept: &[usize], order: &[usize]) {
    let words = page.words;
    let question = ballot
        .question
        .filled()
        .unwrap_or(words.subject(ballot.subject));
    let title = words.picture_votes(question);
    let live: Vec<usize> = order
        .iter()
        .copied()
        .filter(|i| !ballot.options[*i].withdrawn)
        .collect();
    let named = |i: usize| name(words, ballot, i).join("  ");
    let drawings: Vec<Drawing> = match ballot.method {
        Method::Levels { .. } => return,
        Method::YesNo => {
            let series = [words.doc_yes(), words.doc_no(), words.doc_neither()];
            let series = series.map(|name| words.capital(name));
            let stack = |i: &usize| {
                let all = ballot.answers(*i);
                Stack {
                    name: named(*i),
                    parts: vec![all.yes, all.no, all.abstain],
                }
            };
            let stacks: Vec<Stack> = live.iter().map(stack).collect();
            let pieces = stacks.chunks(ON_A_PICTURE);
            pieces
                .map(|piece| svg::stacked(words, &title, &series, piece))
                .collect()
        }
        _ => {
            let bar = |i: &usize| Bar {
                strong: kept.contains(i),
                ..Bar::new(named(*i), ballot.total(*i))
            };
            let bars: Vec<Bar> = live.iter().map(bar).collect();
            let full = bars.iter().map(|bar| bar.value).max().unwrap_or(0);
            let pieces = bars.chunks(ON_A_PICTURE);
            pieces
                .map(|piece| svg::bars(words, &title, piece, full, ""))
                .collect()
        }
    };
    page.drawn([], drawings);
}

/// Letter and wording of an option.
fn name(words: Words, ballot: &Ballot, index: usize) -> [String; 2] {
    let letter = Ballot::letter(index).to_string();
    [letter, label(words, ballot, index)]
}

/// A number of an option; one that was withdrawn has none.
fn told(ballot: &Ballot, index: usize, n: &impl ToString) -> String {
    if ballot.options[index].withdrawn {
        String::new()
    } else {
        n.to_string()
    }
}

fn answers(page: &mut Page, ballot: &Ballot, order: &[usize]) {
    let words = page.words;
    let row = |i: &usize| {
        let [letter, label] = name(words, ballot, *i);
        let all = ballot.answers(*i);
        let [yes, no, neither] = [all.yes, all.no, all.abstain].map(|n| told(ballot, *i, &n));
        [letter, label, yes, no, neither]
    };
    let head = [
        words.doc_letter(),
        words.doc_option(),
        words.doc_yes(),
        words.doc_no(),
        words.doc_neither(),
    ];
    page.table(head, order.iter().map(row));
}

fn marks(page: &mut Page, ballot: &Ballot, order: &[usize]) {
    let words = page.words;
    let scored = ballot.method == Method::Score;
    let tenths = |n: Option<u32>| n.map_or(String::new(), |n| words.doc_tenths(n));
    let row = |i: &usize| {
        let [letter, label] = name(words, ballot, *i);
        let counts = if scored {
            ballot.total(*i).to_string()
        } else {
            tenths(ballot.median_in_tenths(*i))
        };
        let mean = tenths(ballot.mean_in_tenths(*i));
        let [counts, mean] = [counts, mean].map(|n| told(ballot, *i, &n));
        [letter, label, counts, mean]
    };
    let counts = if scored {
        words.doc_points()
    } else {
        words.doc_median_name()
    };
    let head = [
        words.doc_letter(),
        words.doc_option(),
        counts,
        words.doc_mean(),
    ];
    page.table(head, order.iter().map(row));
}

fn sums(page: &mut Page, ballot: &Ballot, order: &[usize]) {
    let words = page.words;
    let row = |i: &usize| {
        let [letter, label] = name(words, ballot, *i);
        [letter, label, told(ballot, *i, &ballot.total(*i))]
    };
    let counts = if matches!(ballot.method, Method::Hands { .. }) {
        words.doc_voices()
    } else {
        words.doc_points()
    };
    let head = [words.doc_letter(), words.doc_option(), counts];
    page.table(head, order.iter().map(row));
}

fn options(page: &mut Page, ballot: &Ballot) {
    let words = page.words;
    let row = |i: usize| [Ballot::letter(i).to_string(), label(words, ballot, i)];
    page.table(
        [words.doc_letter(), words.doc_option()],
        asked(ballot).map(row),
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

#[cfg(test)]
mod tests;
