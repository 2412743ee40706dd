//! What stands beside the key in a debrief: traps, time, words, the observation grid, what was played, what is kept.

use super::strong_bullets;
use crate::documents::svg::{self, Bar};
use crate::documents::{Page, string};
use crate::domain::text::Text;
use crate::training::debrief::{CardRow, Debrief, GivenKind, Timed};

pub(super) fn traps(page: &mut Page, told: &Debrief) {
    if !told.traps.is_empty() {
        page.heading(2, page.words.debrief_traps());
        page.bullets(told.traps.iter().map(string));
    }
}

/// Each step against its plan.
pub(super) fn times(page: &mut Page, told: &Debrief) {
    let words = page.words;
    let spent: Vec<&Timed> = told.times.iter().filter(|t| t.spent > 0).collect();
    if spent.is_empty() {
        return;
    }
    page.heading(2, words.debrief_times());
    let name = |timed: &Timed| words.capital(words.step(timed.step));
    let row = |timed: &&Timed| {
        [
            name(timed),
            words.debrief_minutes(timed.planned),
            words.debrief_minutes(timed.minutes()),
            words.debrief_over(timed.over()),
        ]
    };
    let head = [
        words.doc_step(),
        words.debrief_planned(),
        words.debrief_spent(),
        words.debrief_gap(),
    ];
    page.table(head, spent.iter().map(row));
    let bar = |timed: &&Timed| Bar {
        name: name(timed),
        value: timed.minutes(),
        said: words.debrief_minutes(timed.minutes()),
        mark: Some(timed.planned),
        strong: timed.over() <= 0,
    };
    let bars: Vec<Bar> = spent.iter().map(bar).collect();
    let title = words.debrief_times();
    let planned = words.capital(words.debrief_planned());
    let drawing = svg::bars(words, title, &bars, 0, &planned);
    page.drawn(Vec::new(), vec![drawing]);
    if told.frozen > 0 {
        page.paragraph(words.debrief_frozen(told.frozen.div_ceil(60)));
    }
}

/// The words that judge, step by step.
pub(super) fn worded(page: &mut Page, told: &Debrief) {
    let words = page.words;
    page.heading(2, words.debrief_worded());
    if told.worded.is_empty() {
        page.paragraph(words.debrief_none_worded());
        return;
    }
    let row = told.worded.iter().map(|w| {
        let place = words.capital(words.step(w.step));
        [
            format!("{place} {}", w.id).trim().to_owned(),
            words.guard_quoted(&w.words),
            w.sentence.clone(),
            w.advice.to_owned(),
        ]
    });
    let head = [
        words.debrief_where(),
        "",
        words.debrief_sentence(),
        words.debrief_instead(),
    ];
    page.table(head, row);
}

pub(super) fn observed(page: &mut Page, told: &Debrief) {
    let words = page.words;
    let rated = |r: &crate::training::debrief::Rated| r.score.is_some() || !r.note.is_blank();
    if !told.observed.iter().any(rated) {
        return;
    }
    page.heading(2, words.debrief_observed());
    let rows = told.observed.iter().map(|rated| {
        let score = rated.score.map(|n| format!("{n} / 3"));
        [
            string(&rated.name),
            score.unwrap_or_else(|| words.debrief_not_rated().to_owned()),
            string(&rated.level),
            string(&rated.note),
        ]
    });
    let head = [
        words.debrief_watched(),
        words.debrief_score(),
        words.debrief_level(),
        words.debrief_note(),
    ];
    page.table(head, rows);
}

/// Cards, injects, challenges, frozen pictures.
pub(super) fn played(page: &mut Page, told: &Debrief) {
    let words = page.words;
    if told.cards.is_empty() && told.given.is_empty() {
        return;
    }
    page.heading(2, words.debrief_played());
    if !told.cards.is_empty() {
        page.heading(3, words.debrief_cards());
    }
    let joined = |ids: &[crate::domain::code::Code]| {
        let ids: Vec<&str> = ids.iter().map(crate::domain::code::Code::as_str).collect();
        ids.join(", ")
    };
    let row = |card: &CardRow| {
        let asked = card.asked.map(|minute| words.debrief_asked_at(minute));
        [
            format!("{} ({})", card.ask, words.debrief_card(card.kind)),
            asked.unwrap_or_else(|| words.debrief_never_asked().to_owned()),
            joined(&card.leads_to),
            joined(&card.missed),
        ]
    };
    let head = [
        words.debrief_what(),
        "",
        words.debrief_leads_to(),
        words.debrief_card_missed(),
    ];
    page.table(head, told.cards.iter().map(row));
    if told.given.is_empty() {
        return;
    }
    page.heading(3, words.debrief_given());
    let rows = told.given.iter().map(|given| {
        let kind = match given.kind {
            GivenKind::Inject => words.debrief_inject(),
            GivenKind::Challenge => words.debrief_challenge(),
            GivenKind::Freeze => words.debrief_freeze(),
        };
        [
            words.debrief_minutes(given.minute),
            words.capital(kind),
            string(&given.what),
            string(&given.aside),
        ]
    });
    let head = [
        words.debrief_minute(),
        "",
        words.debrief_what(),
        words.debrief_expected(),
    ];
    page.table(head, rows);
}

/// What the group keeps.
pub(super) fn kept(page: &mut Page, told: &Debrief) {
    let words = page.words;
    if told.lessons.is_empty() && told.commitments.is_empty() {
        return;
    }
    page.heading(2, words.debrief_kept());
    let numbered = |texts: &[Text]| -> Vec<(String, String)> {
        let all = texts.iter().enumerate();
        all.map(|(n, text)| ((n + 1).to_string(), string(text)))
            .collect()
    };
    if !told.lessons.is_empty() {
        page.heading(3, words.debrief_lessons());
        strong_bullets(page, numbered(&told.lessons).into_iter());
    }
    if !told.commitments.is_empty() {
        page.heading(3, words.debrief_commitments());
        page.bullets(told.commitments.iter().map(string));
    }
}
