//! What would point at someone is replaced: the functions named in this session, and days of a month. Only what is named as a
//! function somewhere is known here, so that the sheet asks to be read again.

use crate::content;
use crate::domain::code::Lang;
use crate::domain::incident::Incident;
use crate::domain::moment::parse_date;
use crate::domain::order::Order;
use crate::domain::piece::{actions_of, analysis_of};
use crate::domain::session::Session;
use crate::domain::text::{Text, fold};
use crate::words::Words;
use chrono::{Datelike, NaiveDate};
use std::cmp::Reverse;
use std::ops::Range;

/// The functions of a session, and how often one was replaced.
pub(super) struct Mask {
    words: Words,
    day: NaiveDate,
    /// Each as its folded words, the longest first.
    functions: Vec<Vec<String>>,
    /// How many functions and dates were replaced so far.
    pub replaced: usize,
}

/// A word of a text: where it stands, and its folded form.
struct Word {
    at: Range<usize>,
    folded: String,
}

impl Mask {
    /// What an event's sheet must not tell.
    pub(super) fn of(session: &Session, incident: &Incident) -> Self {
        let analysis = analysis_of(session, incident.id);
        let members = session.attendees.iter().map(|a| &a.function);
        let owners = actions_of(session, incident.id).map(|a| &a.owner);
        let lead = analysis.map(|a| &a.lead);
        let actors = analysis.into_iter().flat_map(|a| a.facts.iter());
        let actors = actors.map(|f| &f.actor).chain([&incident.report.reporter]);
        // At the table sit functions; what acts in a fact may be a team, a patient, a machine.
        let actors = actors
            .flat_map(parts)
            .filter(|w| is_function(w, session.lang));
        let sure = members.chain(owners).chain(lead).flat_map(parts);
        let mut functions: Vec<Vec<String>> = sure.chain(actors).collect();
        functions.retain(|words| !words.is_empty());
        functions.order_by_key(|words| Reverse(words.len()));
        functions.dedup();
        Self {
            words: Words(session.lang),
            day: session.date,
            functions,
            replaced: 0,
        }
    }

    /// A text without what would point at someone.
    pub(super) fn text(&mut self, text: &str) -> String {
        let words = split(text);
        let mut out = String::new();
        let (mut from, mut n) = (0, 0);
        while n < words.len() {
            let found = self
                .function(text, &words, n)
                .or_else(|| self.date(text, &words, n));
            let Some((range, said, after)) = found else {
                n += 1;
                continue;
            };
            self.replaced += 1;
            // What looks like an article may be the end of a function that is replaced already.
            out.push_str(&text[from..range.start.max(from)]);
            out.push_str(&said);
            from = range.end;
            n = after;
        }
        out.push_str(&text[from..]);
        out
    }

    /// A function that begins at this word: what is replaced, with the article before it, by what, and the word after it.
    fn function(
        &self,
        text: &str,
        words: &[Word],
        n: usize,
    ) -> Option<(Range<usize>, String, usize)> {
        let here = |function: &&Vec<String>| {
            let those = words.get(n..n + function.len());
            those.is_some_and(|those| {
                let mut pairs = those.iter().zip(function.iter());
                pairs.all(|(word, wanted)| same(&word.folded, wanted))
            })
        };
        let function = self.functions.iter().find(here)?;
        let last = &words[n + function.len() - 1];
        let (start, said) = self.someone(words, n);
        let capital = text[start..].chars().next().is_some_and(char::is_uppercase);
        let said = if capital && sentence_begins(text, start) {
            self.words.capital(said)
        } else {
            said.to_owned()
        };
        Some((start..last.at.end, said, n + function.len()))
    }

    /// Where the replacement begins, and its words: they take the place of the article, and agree with what came before.
    fn someone(&self, words: &[Word], n: usize) -> (usize, &'static str) {
        let at = words[n].at.start;
        let before = |back: usize| {
            n.checked_sub(back)
                .map(|i| (&words[i].folded[..], words[i].at.start))
        };
        let w = self.words;
        match before(1) {
            Some(("du" | "de" | "d", start)) => (start, w.rex_of_someone()),
            Some(("au", start)) => (start, w.rex_to_someone()),
            Some(("que", start)) => (start, w.rex_that_someone()),
            Some(("les" | "des" | "ces" | "nos", start)) => (start, w.rex_some()),
            Some(("l" | "la" | "le" | "un" | "une" | "the" | "a" | "an", start)) => match before(2)
            {
                Some(("de", start)) if self.words.is_french() => (start, w.rex_of_someone()),
                Some(("que", start)) => (start, w.rex_that_someone()),
                Some(("of", start)) => (start, w.rex_of_someone()),
                _ => (start, w.rex_someone()),
            },
            _ => (at, w.rex_someone()),
        }
    }

    /// A day of a month that begins at this word: only the month is left of it.
    fn date(&self, text: &str, words: &[Word], n: usize) -> Option<(Range<usize>, String, usize)> {
        let first = &words[n];
        let rest = &text[first.at.start..];
        let sign = |c: char| c.is_ascii_digit() || matches!(c, '/' | '-' | '.');
        let end = rest.find(|c| !sign(c)).unwrap_or(rest.len());
        let typed = rest[..end].trim_end_matches(['.', '-', '/']);
        let until = first.at.start + typed.len();
        let parts = typed.split(['/', '-', '.']).count();
        let dated = || {
            n > 0 && ["le", "du", "au", "on", "depuis", "since"].contains(&&words[n - 1].folded[..])
        };
        if parts == 3 || (parts == 2 && dated()) {
            let date = parse_date(typed, self.day)?;
            let after = n + words[n..].iter().take_while(|w| w.at.start < until).count();
            let month = self.words.month(date);
            return Some((first.at.start..until, format!("… {month}"), after));
        }
        self.named_day(words, n)
    }

    /// « 12 novembre », “12 November”.
    fn named_day(&self, words: &[Word], n: usize) -> Option<(Range<usize>, String, usize)> {
        let day = words[n].folded.trim_end_matches("er");
        let day: u32 = day.parse().ok()?;
        let next = words.get(n + 1).filter(|_| (1..=31).contains(&day))?;
        let of = |month: u32| NaiveDate::from_ymd_opt(self.day.year(), month, 1);
        let month = (1..=12).filter_map(of).find(|first| {
            let name = self.words.month(*first);
            let name = name.split(' ').next().unwrap_or_default();
            fold(name) == next.folded
        });
        month?;
        Some((words[n].at.clone(), "…".to_owned(), n + 1))
    }
}

/// The functions that a text names, each as its folded words: « IDE et médecin de garde » names two.
fn parts(text: &Text) -> Vec<Vec<String>> {
    let text = text.as_str().replace(" et ", ",").replace(" and ", ",");
    let parts = text.split([',', '/', ';', '+', '&', '(', ')']);
    parts
        .map(|part| split(part).into_iter().map(|w| w.folded).collect())
        .collect()
}

/// Whether one of these words names a function.
fn is_function(words: &[String], lang: Lang) -> bool {
    let known = &content::wording(lang).functions;
    let known: Vec<String> = known.as_str().split_whitespace().map(fold).collect();
    words.iter().any(|word| known.iter().any(|k| same(word, k)))
}

/// Whether two words are one, up to the ends of gender and number.
fn same(word: &str, wanted: &str) -> bool {
    let bare = |text: &str| text.trim_end_matches('s').trim_end_matches('e').to_owned();
    word == wanted || bare(word) == bare(wanted)
}

/// The words of a text: letters and digits together.
fn split(text: &str) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    let mut start = None;
    let ends = text.char_indices().map(|(at, c)| (at, Some(c)));
    for (at, c) in ends.chain([(text.len(), None)]) {
        let inside = c.is_some_and(char::is_alphanumeric);
        match (start, inside) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                out.push(Word {
                    at: from..at,
                    folded: fold(&text[from..at]),
                });
                start = None;
            }
            _ => {}
        }
    }
    out
}

/// Whether a sentence begins there.
fn sentence_begins(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    before.is_empty() || before.ends_with(['.', '!', '?', '…'])
}
