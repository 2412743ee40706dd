//! A report of an event: what it tells, in the record of a session and by itself while it waits for one.

use super::record::day;
use super::{Document, Page, string};
use crate::content;
use crate::content::Entry;
use crate::domain::code::{Code, Lang};
use crate::domain::incident::{Informed, Report, Said};
use crate::domain::scales::{Level, Scales};
use crate::words::Words;

/// A report that waits, by itself: where it waits, then all that it tells.
pub fn waiting(report: &Report, scales: &Scales, waits: &str, lang: Lang) -> Document {
    let mut page = Page::new(lang);
    page.note(waits);
    tell(&mut page, report, scales);
    Document {
        lang,
        title: report.heading().to_owned(),
        subtitle: string(&report.reference),
        draft: true,
        played: false,
        blocks: page.blocks,
    }
}

/// All that a report tells.
pub(super) fn tell(page: &mut Page, report: &Report, scales: &Scales) {
    told(page, report);
    scaled(page, scales, report);
    serious(page, report);
}

fn told(page: &mut Page, r: &Report) {
    let words = page.words;
    let lists = content::lists();
    let label = |list: &[Entry], id: &Code| content::label_of(list, id, words.0);
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

fn scaled(page: &mut Page, scales: &Scales, r: &Report) {
    let words = page.words;
    let level = |levels: &[Level], n: Option<u8>| {
        let label = |n: u8| Scales::level(levels, n).map(|l| format!(" {}", l.label.get(words.0)));
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
