//! The answer to whoever reported an event, by function: what was reported, what the group understood, what is done about
//! it, and thanks. Where nothing follows, the decision and its reason.

use super::{Document, Page, pieces, string};
use crate::domain::action::Action;
use crate::domain::analysis::{Analysis, BarrierState, Factor, Retained};
use crate::domain::incident::{Fate, Incident};
use crate::domain::piece::{Piece, actions_of, analysis_of};
use crate::domain::session::{Session, Stage};
use crate::words::Words;
use chrono::NaiveDate;

pub(super) fn reporter(session: &Session, events: &[&Incident], today: NaiveDate) -> Document {
    let mut page = pieces::begin(session);
    let words = page.words;
    if events.is_empty() {
        page.note(words.letter_none());
    }
    for incident in events {
        if events.len() > 1 {
            page.heading(2, pieces::named(incident));
        }
        letter(&mut page, session, incident, today);
    }
    let subtitle = pieces::of_meeting(words, session);
    pieces::finish(page, session, Piece::Reporter, subtitle)
}

fn letter(page: &mut Page, session: &Session, incident: &Incident, today: NaiveDate) {
    let words = page.words;
    let report = &incident.report;
    if incident.answer.is_blank() {
        page.note(words.letter_unwritten());
    }
    let reporter = report.reporter.filled().unwrap_or(words.letter_reporter());
    page.every([(words.letter_to(), reporter.to_owned())]);
    page.paragraph(words.letter_hello());
    let heading = report.heading();
    // The day on which it was entered is not the one on which someone reported it.
    page.paragraph(match report.reported.filter(|_| report.reported_told) {
        Some(on) => words.letter_thanks_on(heading, &words.date_long(on)),
        None => words.letter_thanks(heading),
    });
    let day = words.date_long(session.date);
    page.paragraph(
        if session.stage == Stage::Prepared && session.date >= today {
            words.letter_will_hear(&day)
        } else {
            words.letter_heard(&day)
        },
    );
    if let Some(facts) = report.facts.filled() {
        page.heading(3, words.letter_reported());
        page.paragraph(facts);
    }
    if let Some(answer) = incident.answer.filled() {
        page.heading(3, words.letter_answer());
        page.paragraph(answer);
    }
    page.heading(3, words.letter_understood());
    understood(page, session, incident);
    page.heading(3, words.letter_done());
    done(page, session, incident);
    let analysed = analysis_of(session, incident.id).is_some();
    if let Some(lessons) = session.closing.lessons.filled().filter(|_| analysed) {
        page.heading(3, words.letter_remember());
        page.bullets(lines(lessons));
    }
    end(page, incident);
}

/// The lines of a text that say something.
fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(ToOwned::to_owned).collect()
}

/// The decision with its reason; of an analysis, what contributed and what protected.
fn understood(page: &mut Page, session: &Session, incident: &Incident) {
    let words = page.words;
    if incident.fate == Fate::Undecided {
        page.note(words.letter_undecided());
        return;
    }
    let chosen = incident.fate == Fate::Chosen;
    page.paragraph(match incident.fate {
        Fate::Chosen => words.letter_chosen(),
        Fate::NextTime => words.letter_next_time(),
        Fate::SimpleAnswer => words.letter_simple(),
        Fate::Sent => words.letter_sent(),
        Fate::Closed | Fate::Undecided => words.letter_closed(),
    });
    match incident.fate_reason.filled() {
        Some(reason) => page.paragraph(words.letter_why(reason)),
        None if chosen => {}
        None => page.note(words.letter_no_reason()),
    }
    match analysis_of(session, incident.id) {
        Some(analysis) => analysed(page, analysis),
        None if chosen => {
            let mut waits = session.analyses.iter();
            let waits = waits.rfind(|a| a.incident == Some(incident.id));
            let lead = waits.map(|a| string(&a.lead)).unwrap_or_default();
            let due = waits.and_then(|a| a.due).map(|due| words.date_long(due));
            page.paragraph(words.letter_entrusted(&lead, &due.unwrap_or_default()));
        }
        None => {}
    }
}

fn analysed(page: &mut Page, analysis: &Analysis) {
    let words = page.words;
    if analysis.factors.is_empty() {
        page.note(words.letter_no_factor());
    } else {
        let all = || analysis.factors.iter();
        // What the group acts on says most; where it has not chosen yet, all of it.
        let kept = all().filter(|f| f.retained == Retained::Yes);
        let mut told: Vec<&Factor> = kept.collect();
        if told.is_empty() {
            told = all().collect();
        }
        let more = all().count() - told.len();
        page.paragraph(words.letter_contributed());
        page.bullets(told.into_iter().map(|f| string(&f.what)));
        if more > 0 {
            page.paragraph(words.letter_more(more));
        }
    }
    let worked = Some(BarrierState::Worked);
    let barriers = analysis.barriers.iter();
    let protected = barriers.filter(|b| [Some(b.state), b.then].contains(&worked));
    let protected: Vec<String> = protected.map(|b| string(&b.what)).collect();
    if !protected.is_empty() {
        page.paragraph(words.letter_worked());
        page.bullets(protected);
    }
}

fn done(page: &mut Page, session: &Session, incident: &Incident) {
    let words = page.words;
    if let Some(measures) = incident.report.measures.filled() {
        page.paragraph(words.letter_measures(measures));
    }
    let actions: Vec<String> = actions_of(session, incident.id)
        .map(|action| told(words, action))
        .collect();
    if actions.is_empty() {
        page.paragraph(words.letter_no_action());
    }
    page.bullets(actions);
}

fn told(words: Words, action: &Action) -> String {
    let due = action.due.map(|due| words.date_short(due));
    let (what, owner) = (string(&action.what), string(&action.owner));
    words.letter_action(&what, &owner, &due.unwrap_or_default())
}

/// Thanks, who answers, and since when it is said.
fn end(page: &mut Page, incident: &Incident) {
    let words = page.words;
    page.paragraph(words.letter_end());
    page.paragraph(match incident.answer_by.filled() {
        Some(who) => words.letter_by(who),
        None => words.letter_by_nobody().to_owned(),
    });
    if let Some(on) = incident.answered {
        page.paragraph(words.letter_given(&words.date_long(on)));
    }
}
