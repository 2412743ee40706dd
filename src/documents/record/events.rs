//! What was said of earlier actions, the events heard, and the one chosen.

use super::super::{Page, report, string};
use super::{analysis, day, figures, votes};
use crate::content;
use crate::domain::action::{FollowUp, FollowUpOutcome};
use crate::domain::agenda::Mode;
use crate::domain::ballot::Subject;
use crate::domain::incident::{Fate, Incident, Report};
use crate::domain::progress::presented;
use crate::domain::scales::Scales;
use crate::domain::session::Session;
use crate::words::Words;

pub(super) fn follow_ups(page: &mut Page, session: &Session) {
    let words = page.words;
    if session.follow_ups.is_empty() {
        page.paragraph(words.doc_no_follow_up());
        return;
    }
    let row = |f: &FollowUp| {
        let due = f
            .new_due
            .map(|new| format!("{} → {}", day(page, f.due_was), words.date_short(new)));
        [
            format!("{} {}", f.id, f.wording),
            string(&f.owner),
            due.unwrap_or_else(|| day(page, f.due_was)),
            outcome(words, f),
            [string(&f.reason), string(&f.evidence)]
                .join("\n")
                .trim()
                .to_owned(),
        ]
    };
    let head = [
        words.doc_action(),
        words.doc_owner(),
        words.doc_due(),
        words.doc_outcome(),
        words.doc_reason_evidence(),
    ];
    let rows: Vec<_> = session.follow_ups.iter().map(row).collect();
    page.table(head, rows);
}

fn outcome(words: Words, f: &FollowUp) -> String {
    let mut said = vec![words.follow_up_outcome(f.outcome).to_owned()];
    match f.outcome {
        FollowUpOutcome::Evaluated => said.push(words.effect(f.effect).to_owned()),
        FollowUpOutcome::Postponed if f.postponed_times > 0 => {
            said.push(words.doc_times(f.postponed_times));
        }
        _ => {}
    }
    if f.progress > 0 {
        said.push(format!("{}\u{a0}%", f.progress));
    }
    if let Some(body) = f.escalated_to.filled() {
        said.push(words.doc_escalated(body));
    }
    said.extend(f.said_on.map(|on| words.date_short(on)));
    said.join(", ")
}

pub(super) fn incidents(page: &mut Page, session: &Session) {
    let words = page.words;
    if session.incidents.is_empty() {
        page.paragraph(words.doc_no_event());
        return;
    }
    let scales = content::scales_of(session);
    let number = |n: Option<u8>| n.map_or("–".to_owned(), |n| n.to_string());
    let row = |i: &Incident| {
        let r = &i.report;
        [
            format!("{} {}", i.id, r.reference).trim().to_owned(),
            r.heading().to_owned(),
            format!("{} / {}", number(r.severity), number(r.potential_severity)),
            number(r.likelihood),
            criticality(session, scales, r),
        ]
    };
    let head = [
        words.doc_reference(),
        words.doc_event(),
        words.doc_severities(),
        words.doc_likelihood(),
        words.doc_criticality(),
    ];
    page.table(head, session.incidents.iter().map(row));
    figures::risks(page, session);
    for incident in session.incidents.iter() {
        page.heading(
            3,
            format!("{} – {}", incident.id, incident.report.heading()),
        );
        report::tell(page, &incident.report, scales);
    }
}

/// Product and class, by the severity seen; the potential one in brackets when it is graver.
fn criticality(session: &Session, scales: &Scales, report: &Report) -> String {
    let Some(likelihood) = report.likelihood else {
        return "–".to_owned();
    };
    let of = |severity: u8| {
        let c = scales.criticality(severity, likelihood);
        format!("{} ({})", c.product, Words(session.lang).class(c.class))
    };
    match (report.severity, report.potential_severity) {
        (Some(seen), Some(worst)) if worst > seen => format!("{} / {}", of(seen), of(worst)),
        (Some(seen), _) => of(seen),
        (None, Some(worst)) => format!("– / {}", of(worst)),
        (None, None) => "–".to_owned(),
    }
}

pub(super) fn choice(page: &mut Page, session: &Session) {
    let words = page.words;
    votes::ballots(page, session, Subject::Choice);
    let chosen = session
        .chosen()
        .map(|i| format!("{} {}", i.id, i.report.heading()));
    votes::decision(page, session, &session.choice, chosen.unwrap_or_default());
    let others = session
        .incidents
        .iter()
        .filter(|i| i.fate != Fate::Chosen || !i.fate_reason.is_blank());
    let row = |i: &Incident| {
        [
            format!("{} {}", i.id, i.report.heading()),
            words.fate(i.fate).to_owned(),
            string(&i.fate_reason),
        ]
    };
    page.table(
        [words.doc_event(), words.doc_fate(), words.doc_reason()],
        others.map(row),
    );
    // Analyses given to a lead here, to be heard another time.
    for given in session.analyses.iter().filter(|a| a.mode == Mode::Between) {
        if presented(session).all(|a| a.id != given.id) {
            page.heading(3, words.doc_given());
            analysis::head(page, session, given);
        }
    }
}
