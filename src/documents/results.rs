//! The results of a simulation for a spreadsheet: how many answered what, before and after, question by question and line by line.
//! Numbers of the group alone: no code, no name, no time.

use super::plan::csv::line;
use crate::training::debrief::{Debrief, Mean, Tally};
use crate::words::Words;

/// Most answers of a question.
const ANSWERS: usize = 5;

/// The results, a line a question or statement; the heads alone of a case that is not known.
pub fn csv(words: Words, told: Option<&Debrief>) -> String {
    let mut out = String::from('\u{feff}');
    out.push_str(&line(head(words).into_iter()));
    let Some(told) = told else {
        return out;
    };
    for (n, question) in told.quiz.iter().enumerate() {
        let mut cells = begin(words, words.results_quiz(), n, question.text.as_str());
        cells.extend(tally(&question.before));
        cells.extend(tally(&question.after));
        cells.extend([String::new(), String::new()]);
        out.push_str(&line(cells.into_iter()));
    }
    for (n, one) in told.marks.iter().enumerate() {
        let mut cells = begin(words, words.results_marks(), n, one.text.as_str());
        cells.extend(counted(one.before.n));
        cells.extend(counted(one.after.n));
        cells.extend([mean(words, one.before), mean(words, one.after)]);
        out.push_str(&line(cells.into_iter()));
    }
    for (n, one) in told.satisfaction.iter().enumerate() {
        let mut cells = begin(words, words.results_satisfaction(), n, one.text.as_str());
        cells.extend(counted(0).into_iter().map(|_| String::new()));
        cells.extend(spread(one.mean().n, None, &one.counts));
        cells.extend([String::new(), mean(words, one.mean())]);
        out.push_str(&line(cells.into_iter()));
    }
    out
}

fn head(words: Words) -> Vec<String> {
    let mut head = vec![
        words.results_simulation().to_owned(),
        words.results_kind().to_owned(),
        words.results_number().to_owned(),
        words.results_line().to_owned(),
    ];
    for when in [words.debrief_before(), words.debrief_after()] {
        head.push(words.results_n(when));
        head.push(words.results_right(when));
        let letters = ('a'..).take(ANSWERS);
        head.extend(letters.map(|letter| words.results_answer(letter, when)));
    }
    for when in [words.debrief_before(), words.debrief_after()] {
        head.push(words.results_mean(when));
    }
    head
}

fn begin(words: Words, kind: &str, n: usize, text: &str) -> Vec<String> {
    vec![
        words.doc_simulation().to_owned(),
        kind.to_owned(),
        (n + 1).to_string(),
        text.to_owned(),
    ]
}

fn tally(tally: &Tally) -> Vec<String> {
    let n = tally.answered() + tally.none;
    spread(n, Some(tally.right), &tally.answers)
}

/// How many answered, and nothing of right and wrong.
fn counted(n: u32) -> Vec<String> {
    spread(n, None, &[])
}

fn spread(n: u32, right: Option<u32>, answers: &[u32]) -> Vec<String> {
    let mut cells = vec![n.to_string()];
    cells.push(right.map(|n| n.to_string()).unwrap_or_default());
    let answer = |at: usize| answers.get(at).map(ToString::to_string).unwrap_or_default();
    cells.extend((0..ANSWERS).map(answer));
    cells
}

/// A mean as the language of the file writes it.
fn mean(words: Words, mean: Mean) -> String {
    let tenths = mean.tenths().map(|tenths| words.debrief_tenths(tenths));
    tenths.unwrap_or_default()
}
