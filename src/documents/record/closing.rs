//! The closing, the questions kept for later, the breaks, and the time that each step took.

use super::super::{Page, string};
use super::day;
use crate::content;
use crate::documents::drawings;
use crate::documents::round::picture;
use crate::domain::agenda::{Pause, Row};
use crate::domain::completeness::{completeness, is_measured};
use crate::domain::incident::Incident;
use crate::domain::progress::analysed;
use crate::domain::round::Spread;
use crate::domain::session::{Message, Parked, Session};

/// Rows of the highest bar of the round, and columns of each.
const ROWS: usize = 4;
const COLUMNS: usize = 7;

pub(super) fn closing(page: &mut Page, session: &Session) {
    let words = page.words;
    let closing = &session.closing;
    if is_measured(session) && analysed(session).is_some() {
        let done = completeness(session, &content::known(session)).percent();
        page.paragraph(words.doc_complete(done));
    }
    let met = |code: &crate::domain::code::Code| {
        content::label_of(&content::lists().self_check, code, session.lang)
    };
    let next = [
        day(page, closing.next_date),
        string(&closing.next_place),
        string(&closing.next_topics),
    ];
    let next: Vec<String> = next.into_iter().filter(|p| !p.is_empty()).collect();
    page.every([
        (words.doc_lessons(), string(&closing.lessons)),
        (words.doc_next(), next.join("\n")),
        (words.doc_round(), round(page, &closing.marks())),
        (
            words.doc_self_check(),
            closing
                .self_check
                .iter()
                .map(met)
                .collect::<Vec<_>>()
                .join("\n"),
        ),
    ]);
    page.filled([
        (words.doc_round_words(), string(&closing.round_words)),
        (words.doc_remarks(), string(&closing.remarks)),
    ]);
    let signs = ["█", "━", "▲"];
    if let Some(drawn) = picture(&closing.marks(), ROWS, COLUMNS, signs) {
        let words = page.words;
        let shapes = drawings::round(words, words.picture_round(), &closing.marks());
        page.drawn(drawn, shapes.into_iter().collect());
        if let Some(weak) = closing.round_weak {
            page.note(words.weak_secrecy(weak));
        }
    }
    messages(page, session);
    reporters(page, session);
}

/// How many gave each mark, and the median.
fn round(page: &Page, counts: &[u32]) -> String {
    let words = page.words;
    let given = counts.iter().enumerate().filter(|(_, n)| **n > 0);
    let given: Vec<String> = given.map(|(mark, n)| words.doc_mark(mark, *n)).collect();
    let told = |s: Spread| words.doc_round_told(given.join(", "), words.round_said(&s));
    Spread::of(counts).map(told).unwrap_or_default()
}

fn messages(page: &mut Page, session: &Session) {
    let words = page.words;
    if session.messages.is_empty() {
        return;
    }
    page.heading(3, words.doc_messages());
    let row = |m: &Message| {
        [
            string(&m.audience),
            string(&m.content),
            string(&m.by),
            day(page, m.due),
        ]
    };
    let rows: Vec<_> = session.messages.iter().map(row).collect();
    page.table(
        [
            words.doc_audience(),
            words.doc_message(),
            words.doc_by(),
            words.doc_due(),
        ],
        rows,
    );
}

fn reporters(page: &mut Page, session: &Session) {
    let words = page.words;
    if session.incidents.is_empty() {
        return;
    }
    page.heading(3, words.doc_reporters());
    let row = |i: &Incident| {
        let given = i.answered.map_or_else(
            || words.doc_not_given().to_owned(),
            |on| words.date_short(on),
        );
        let answer = i.answer.filled().unwrap_or(words.doc_not_filled());
        [
            format!("{} {}", i.id, i.report.heading()),
            answer.to_owned(),
            string(&i.answer_by),
            given,
        ]
    };
    page.table(
        [
            words.doc_event(),
            words.doc_answer(),
            words.doc_by(),
            words.doc_given_on(),
        ],
        session.incidents.iter().map(row),
    );
}

pub(super) fn parked(page: &mut Page, session: &Session) {
    let words = page.words;
    if session.parked.is_empty() {
        return;
    }
    page.heading(2, words.doc_parked());
    let row = |p: &Parked| {
        let step = p
            .row
            .and_then(|id| session.agenda.get(id))
            .map_or("", |row| words.step(row.step));
        let outcome = p.outcome.filled().unwrap_or(words.doc_not_filled());
        [string(&p.what), step.to_owned(), outcome.to_owned()]
    };
    page.table(
        [words.doc_question(), words.doc_step(), words.doc_outcome()],
        session.parked.iter().map(row),
    );
}

pub(super) fn pauses(page: &mut Page, session: &Session) {
    let words = page.words;
    if session.pauses.is_empty() {
        return;
    }
    page.heading(2, words.doc_pauses());
    let row = |p: &Pause| {
        let at =
            p.at.map(|at| format!("{} {}", words.date_short(at.date()), words.time(at.time())));
        let what = if p.support {
            words.doc_support_called()
        } else {
            words.doc_pause()
        };
        [at.unwrap_or_default(), what.to_owned(), string(&p.note)]
    };
    page.table(
        [words.doc_when(), words.doc_what(), words.doc_note()],
        session.pauses.iter().map(row),
    );
}

pub(super) fn times(page: &mut Page, session: &Session) {
    let words = page.words;
    if session.agenda.is_empty() {
        return;
    }
    page.heading(2, words.doc_times_title());
    let minutes = |seconds: u32| words.minutes(seconds.saturating_add(30) / 60);
    let row = |r: &Row| {
        [
            words.capital(words.step(r.step)),
            words.minutes(r.minutes),
            minutes(r.spent),
        ]
    };
    let spent: u32 = session
        .agenda
        .iter()
        .fold(0, |sum: u32, r| sum.saturating_add(r.spent));
    let total = [
        words.capital(words.doc_total()),
        words.minutes(session.minutes()),
        minutes(spent),
    ];
    let rows: Vec<_> = session.agenda.iter().map(row).chain([total]).collect();
    page.table(
        [words.doc_step(), words.doc_planned(), words.doc_spent()],
        rows,
    );
}
