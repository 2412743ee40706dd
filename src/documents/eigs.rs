//! The text blocks for the second part of the declaration of a serious event (EIGS), to be copied one by one. The blocks are
//! those of the order of 19 December 2017, the labels ours (domain reference §2.3): never an official form.

mod blocks;

use super::record::day;
use super::{Document, Page, pieces};
use crate::domain::incident::{Incident, SeriousCheck};
use crate::domain::piece::{Piece, is_serious, part2_left};
use crate::domain::session::Session;
use crate::words::Words;
use chrono::NaiveDate;

pub(super) fn eigs(session: &Session, events: &[&Incident], today: NaiveDate) -> Document {
    let mut page = pieces::begin(session);
    let words = page.words;
    page.note(words.eigs_unofficial());
    page.paragraph(words.eigs_how());
    if events.is_empty() {
        page.note(words.eigs_none());
    }
    for incident in events {
        page.heading(2, pieces::named(incident));
        page.note(if is_serious(incident) {
            words.eigs_to_verify()
        } else {
            words.eigs_not_serious()
        });
        delay(&mut page, incident, today);
        blocks::all(&mut page, session, incident);
    }
    let subtitle = pieces::of_meeting(words, session);
    pieces::finish(page, session, Piece::Eigs, subtitle)
}

/// The time limit, counted on the day `today`.
fn delay(page: &mut Page, incident: &Incident, today: NaiveDate) {
    let words = page.words;
    let serious = &incident.report.serious;
    page.heading(3, words.eigs_delay());
    let fields = [
        (words.eigs_part1(), day(page, serious.part1)),
        (words.eigs_part2_due(), day(page, serious.part2_due())),
        (words.eigs_part2_sent(), day(page, serious.part2)),
        (words.eigs_counted(), counted(words, incident, today)),
    ];
    page.every(fields);
    if is_serious(incident) && serious.part1.is_none() {
        page.note(words.capital(words.lack_part1()) + ".");
    }
}

/// How many days are left, or by how many it is or was late.
fn counted(words: Words, incident: &Incident, today: NaiveDate) -> String {
    let SeriousCheck { part1, part2, .. } = incident.report.serious;
    if let Some((_, days)) = part2_left(incident, today) {
        return match days {
            0 => words.eigs_left_today().to_owned(),
            days if days < 0 => words.eigs_late(-days),
            days => words.eigs_left(days),
        };
    }
    let due = incident
        .report
        .serious
        .part2_due()
        .filter(|_| part1.is_some());
    match due.zip(part2).map(|(due, sent)| (due - sent).num_days()) {
        Some(days) if days < 0 => words.eigs_sent_late(-days),
        Some(days) => words.eigs_sent_before(days),
        None => words.eigs_not_counted().to_owned(),
    }
}
