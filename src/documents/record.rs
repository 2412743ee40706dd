//! The record (compte rendu) of a session: what was done at each step of the agenda, and what was not. Never empty.

mod actions;
mod amendments;
mod analysis;
mod checks;
mod closing;
mod events;
mod factors;
mod figures;
mod opening;
mod sealed;
mod tree;
mod votes;

use super::{Document, Page};
use crate::content;
use crate::domain::agenda::{Row, StepKind};
use crate::domain::amendments::Beside;
use crate::domain::progress::{Missing, RowState, begun, missing, state};
use crate::domain::session::Session;

/// The record of the session alone, in its language.
pub fn record(session: &Session) -> Document {
    record_of(session, &Beside::default())
}

/// The record, in the language of the session, with what lies beside a sealed one: its amendments stand at the end and apart,
/// and a file that was changed after it was sealed is said to be so at the head.
pub fn record_of(session: &Session, beside: &Beside) -> Document {
    let mut page = Page::new(session.lang);
    let words = page.words;
    if beside.broken {
        page.note(words.doc_seal_broken());
    }
    if !session.is_led() {
        opening::head(&mut page, session);
        opening::attendance(&mut page, session);
    }
    for (n, step) in steps(session).into_iter().enumerate() {
        let title = content::step(step).title.get(session.lang);
        let title = if title.is_empty() {
            words.step(step)
        } else {
            title
        };
        page.heading(2, format!("{}. {}", n + 1, words.capital(title)));
        body(&mut page, session, step);
        not_done(&mut page, session, step);
    }
    votes::others(&mut page, session);
    closing::parked(&mut page, session);
    closing::pauses(&mut page, session);
    if !session.is_led() {
        closing::times(&mut page, session);
    }
    sealed::amendments(&mut page, session, beside);
    Document {
        lang: session.lang,
        title: opening::title(words, session),
        subtitle: opening::subtitle(words, session),
        draft: !session.is_sealed(),
        played: session.kind.is_simulation(),
        blocks: page.blocks,
    }
}

/// The steps told, each once: those of the agenda in order, then those that hold something all the same. A session
/// without agenda is told step by step as a meeting in the room.
pub fn steps(session: &Session) -> Vec<StepKind> {
    let mut out: Vec<StepKind> = Vec::new();
    let planned = session.agenda.iter().map(|row| row.step);
    let usual = StepKind::ALL
        .iter()
        .copied()
        .filter(|s| session.agenda.is_empty() && s.is_of_meetings())
        .filter(|s| *s != StepKind::Presentation);
    for step in planned.chain(usual) {
        if !out.contains(&step) {
            out.push(step);
        }
    }
    // An analysis between two meetings holds nothing beyond its own steps; the last one only sums up what is missing.
    if session.is_led() {
        out.retain(|step| *step != StepKind::Ready);
        return out;
    }
    // A presentation tells the whole of its analysis.
    let told = out.contains(&StepKind::Presentation);
    let part = |s: &StepKind| {
        matches!(
            s,
            StepKind::Timeline | StepKind::Deviations | StepKind::Factors
        )
    };
    let presentation = StepKind::Presentation;
    let extra = StepKind::ALL
        .iter()
        .copied()
        .filter(|s| s.is_of_meetings() && *s != presentation && !(told && part(s)));
    let extra: Vec<_> = extra
        .filter(|s| !out.contains(s) && begun(session, *s))
        .collect();
    out.extend(extra);
    out
}

fn body(page: &mut Page, session: &Session, step: StepKind) {
    match step {
        StepKind::Opening => opening::opening(page, session),
        StepKind::FollowUp => events::follow_ups(page, session),
        StepKind::Incidents => events::incidents(page, session),
        StepKind::Choice => events::choice(page, session),
        StepKind::Sources => analysis::sources(page, session),
        StepKind::Timeline => analysis::timelines(page, session),
        StepKind::Deviations => analysis::deviations(page, session),
        StepKind::Factors => factors::all(page, session),
        StepKind::Priorities => actions::priorities(page, session),
        StepKind::Actions => actions::actions(page, session),
        StepKind::Presentation => analysis::presentations(page, session),
        StepKind::Closing => closing::closing(page, session),
        // What is missing is said below, as of every step; what is around a simulated meeting has documents of its own.
        StepKind::Ready
        | StepKind::PreTest
        | StepKind::Briefing
        | StepKind::Debrief
        | StepKind::PostTest => {}
    }
}

/// What the step lacks, and why the group went on without it.
fn not_done(page: &mut Page, session: &Session, step: StepKind) {
    let words = page.words;
    let known = content::known(session);
    let row = session.row_of(step).cloned().unwrap_or_else(|| Row {
        step,
        ..Row::new(crate::domain::ids::RowId(0))
    });
    if state(session, &row, &known) == RowState::Untouched {
        page.note(words.doc_step_not_done());
    }
    lacks(page, missing(session, step, &known));
    let passed = session
        .agenda
        .iter()
        .filter(|r| r.step == step)
        .filter_map(|r| r.passed.as_ref());
    for reason in passed {
        page.note(words.doc_passed(reason.filled().unwrap_or(words.doc_without_reason())));
    }
}

/// What is missing, and apart from it what only deserves a look.
fn lacks(page: &mut Page, all: Vec<Missing>) {
    let words = page.words;
    let (remarks, lacks): (Vec<Missing>, Vec<Missing>) =
        all.into_iter().partition(Missing::is_remark);
    let worded = |what: &[Missing]| {
        let lines: Vec<String> = what.iter().map(|lack| words.missing(lack)).collect();
        lines.join(words.doc_semicolon())
    };
    if !lacks.is_empty() {
        page.note(words.doc_missing(worded(&lacks)));
    }
    if !remarks.is_empty() {
        page.note(words.doc_look(worded(&remarks)));
    }
}

/// Ids as a list.
fn ids<T: ToString>(ids: &[T]) -> String {
    ids.iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}

/// A date for a cell, or nothing.
pub(super) fn day(page: &Page, date: Option<chrono::NaiveDate>) -> String {
    date.map(|d| page.words.date_short(d)).unwrap_or_default()
}

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;
