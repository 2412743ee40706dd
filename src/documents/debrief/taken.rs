//! The tests before and after in a debrief: tables to be read, bars to be seen.

use crate::documents::svg::{self, Bar};
use crate::documents::{Page, string};
use crate::training::debrief::{Debrief, Mean, Tally};
use crate::words::Words;

/// Letters of answers.
const LETTERS: [char; 5] = ['a', 'b', 'c', 'd', 'e'];

/// The quiz by question.
pub(super) fn quiz(page: &mut Page, told: &Debrief) {
    let words = page.words;
    if told.quiz.is_empty() {
        return;
    }
    page.heading(2, words.debrief_quiz());
    let said = |tally: &Tally| match tally.percent() {
        Some(percent) => {
            let of = tally.answered() + tally.none;
            words.debrief_right(percent, tally.right, of)
        }
        None => words.debrief_nobody_yet().to_owned(),
    };
    // Whoever has not taken the test again would read the answers.
    let again = told
        .quiz
        .iter()
        .any(|question| question.after.percent().is_some());
    let rows = told.quiz.iter().enumerate().map(|(n, question)| {
        let right = question.right.filter(|_| again).and_then(|at| {
            let answer = question.answers.get(at)?;
            Some(format!("{}) {answer}", LETTERS.get(at)?))
        });
        [
            (n + 1).to_string(),
            string(&question.text),
            right.unwrap_or_default(),
            said(&question.before),
            said(&question.after),
        ]
    });
    let head = [
        "",
        words.debrief_question(),
        words.debrief_right_answer(),
        words.debrief_before(),
        words.debrief_after(),
    ];
    page.table(head, rows);
    let mut bars = Vec::new();
    for (n, question) in told.quiz.iter().enumerate() {
        let percent = |tally: &Tally| tally.percent();
        let both = [percent(&question.before), percent(&question.after)];
        let said = |percent: u32| words.year_percent(percent);
        bars.extend(pair(words, &(n + 1).to_string(), both, said));
    }
    let drawing = svg::bars(words, words.debrief_quiz(), &bars, 100, "");
    page.drawn(Vec::new(), vec![drawing]);
    if let Some(pairs) = told.pairs {
        page.paragraph(words.debrief_pairs(pairs.people, pairs.gained, pairs.lost));
    }
}

/// Two bars, before and after, of what is known.
fn pair(
    words: Words,
    name: &str,
    both: [Option<u32>; 2],
    said: impl Fn(u32) -> String,
) -> Vec<Bar> {
    let whens = [words.debrief_before(), words.debrief_after()];
    let each = whens.iter().zip(both).zip([false, true]);
    each.filter_map(|((when, value), strong)| {
        let value = value?;
        Some(Bar {
            name: format!("{name} · {when}"),
            value,
            said: said(value),
            mark: None,
            strong,
        })
    })
    .collect()
}

/// The self-assessment line by line.
pub(super) fn marks(page: &mut Page, told: &Debrief) {
    let words = page.words;
    if told.marks.is_empty() {
        return;
    }
    page.heading(2, words.debrief_marks());
    let said = |mean: Mean| match mean.tenths() {
        Some(tenths) => words.debrief_mean(&words.debrief_tenths(tenths), mean.n),
        None => words.debrief_nobody_yet().to_owned(),
    };
    let rows = told.marks.iter().enumerate().map(|(n, line)| {
        [
            (n + 1).to_string(),
            string(&line.text),
            said(line.before),
            said(line.after),
        ]
    });
    let head = [
        "",
        words.debrief_line(),
        words.debrief_before(),
        words.debrief_after(),
    ];
    page.table(head, rows);
    let mut bars = Vec::new();
    for (n, line) in told.marks.iter().enumerate() {
        let both = [line.before.tenths(), line.after.tenths()];
        let said = |tenths| words.debrief_tenths(tenths);
        bars.extend(pair(words, &(n + 1).to_string(), both, said));
    }
    let drawing = svg::bars(words, words.debrief_marks(), &bars, 100, "");
    page.drawn(Vec::new(), vec![drawing]);
    page.paragraph(words.debrief_marks_scale());
}

/// What was said of the day.
pub(super) fn satisfaction(page: &mut Page, told: &Debrief) {
    let words = page.words;
    let said = !told.satisfaction_words.is_blank();
    if told.satisfaction.is_empty() && !said {
        return;
    }
    page.heading(2, words.debrief_satisfaction());
    let rows = told.satisfaction.iter().map(|line| {
        let n = |at: usize| line.counts.get(at).copied().unwrap_or(0).to_string();
        let mean = line.mean().tenths().map(|t| words.debrief_tenths(t));
        [
            string(&line.text),
            n(0),
            n(1),
            n(2),
            n(3),
            mean.unwrap_or_default(),
        ]
    });
    let head = ["", "1", "2", "3", "4", words.debrief_mean_head()];
    page.table(head, rows);
    let bars = told.satisfaction.iter().enumerate().map(|(n, line)| Bar {
        name: (n + 1).to_string(),
        value: line.mean().tenths().unwrap_or(0),
        said: words.debrief_tenths(line.mean().tenths().unwrap_or(0)),
        mark: None,
        strong: true,
    });
    let bars: Vec<Bar> = bars.collect();
    let drawing = svg::bars(words, words.debrief_satisfaction(), &bars, 40, "");
    page.drawn(Vec::new(), vec![drawing]);
    if said {
        page.paragraph(string(&told.satisfaction_words));
    }
}
