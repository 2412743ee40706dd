//! What was said of earlier actions, the events heard, and the one chosen.

use super::super::{Page, string};
use super::{analysis, day, votes};
use crate::content;
use crate::content::Entry;
use crate::domain::action::{FollowUp, FollowUpOutcome};
use crate::domain::agenda::Mode;
use crate::domain::ballot::Subject;
use crate::domain::code::Code;
use crate::domain::incident::{Fate, Incident, Informed, Report, Said};
use crate::domain::progress::presented;
use crate::domain::scales::{Level, Scales};
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
    for incident in session.incidents.iter() {
        page.heading(
            3,
            format!("{} – {}", incident.id, incident.report.heading()),
        );
        told(page, session, &incident.report);
        scaled(page, session, scales, &incident.report);
        serious(page, &incident.report);
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

fn told(page: &mut Page, session: &Session, r: &Report) {
    let words = page.words;
    let lists = content::lists();
    let label = |list: &[Entry], id: &Code| content::label_of(list, id, session.lang);
    let join = |parts: [String; 3]| {
        parts
            .into_iter()
            .filter(|p| !p.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let vigilances: Vec<String> = r
        .vigilances
        .iter()
        .map(|v| label(&lists.vigilances, v))
        .collect();
    let informed = if r.informed == Informed::Unknown {
        ""
    } else {
        words.informed(r.informed)
    };
    page.filled([
        (words.doc_occurred(), r.occurred.show(words.is_french())),
        (words.doc_reported(), day(page, r.reported)),
        (
            words.doc_where(),
            join([
                label(&lists.sectors, &r.sector),
                string(&r.place),
                label(&lists.stages, &r.stage),
            ]),
        ),
        (words.doc_nature(), label(&lists.natures, &r.nature)),
        (words.doc_reporter(), string(&r.reporter)),
        (
            words.doc_person(),
            join([
                label(&lists.persons, &r.person),
                label(&lists.ages, &r.age),
                label(&lists.sexes, &r.sex),
            ]),
        ),
        (words.doc_facts(), string(&r.facts)),
        (words.doc_consequences(), string(&r.consequences)),
        (words.doc_measures(), string(&r.measures)),
        (
            words.doc_informed(),
            join([informed.to_owned(), day(page, r.informed_on), String::new()]),
        ),
        (words.doc_causes_seen(), string(&r.immediate_causes)),
        (words.doc_proposals(), string(&r.proposals)),
        (words.doc_seen_before(), said(words, r.seen_before)),
        (words.doc_support(), said(words, r.support_offered)),
        (words.doc_vigilances(), vigilances.join(", ")),
    ]);
}

/// Yes or no; nothing when nothing was said.
fn said(words: Words, value: Said) -> String {
    if value == Said::Unknown {
        String::new()
    } else {
        words.said(value).to_owned()
    }
}

fn scaled(page: &mut Page, session: &Session, scales: &Scales, r: &Report) {
    let words = page.words;
    let level = |levels: &[Level], n: Option<u8>| {
        let label =
            |n: u8| Scales::level(levels, n).map(|l| format!(" {}", l.label.get(session.lang)));
        n.map(|n| format!("{n}{}", label(n).unwrap_or_default()))
            .unwrap_or_default()
    };
    page.filled([
        (words.doc_severity(), level(&scales.severity, r.severity)),
        (
            words.doc_potential(),
            level(&scales.severity, r.potential_severity),
        ),
        (
            words.doc_likelihood(),
            level(&scales.likelihood, r.likelihood),
        ),
        (
            words.doc_avoidability(),
            level(&scales.avoidability, r.avoidability),
        ),
        (
            words.doc_recoverability(),
            level(&scales.recoverability, r.recoverability),
        ),
        (
            words.doc_detectability(),
            level(&scales.detectability, r.detectability),
        ),
        (words.doc_control(), level(&scales.control, r.control)),
    ]);
}

/// The helper for serious events: what was answered, never a legal decision.
fn serious(page: &mut Page, r: &Report) {
    let words = page.words;
    let s = &r.serious;
    let verify = if s.to_verify(r.severity) {
        words.doc_to_verify()
    } else {
        ""
    };
    page.filled([
        (words.doc_serious(), verify.to_owned()),
        (words.doc_unexpected(), said(words, s.unexpected)),
        (words.doc_death(), said(words, s.death)),
        (words.doc_life_threat(), said(words, s.life_threat)),
        (words.doc_deficit(), said(words, s.permanent_deficit)),
        (words.doc_part1(), day(page, s.part1)),
        (words.doc_part2(), day(page, s.part2)),
        (
            words.doc_part2_due(),
            day(page, s.part2_due().filter(|_| s.part2.is_none())),
        ),
        (words.doc_serious_reason(), string(&s.reason)),
    ]);
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
