//! What is asked: words, and phrases between quotes.

use super::fold::{Folded, fold, words};
use crate::domain::order::Order;
use std::ops::Range;

/// What is looked for: words and phrases, all of which must stand in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<String>,
}

impl Query {
    /// As it is typed: words with white space between; a phrase between quotes, straight, curly or « French ». A quote that is
    /// not closed yet goes on to the end.
    pub fn new(typed: &str) -> Self {
        let mut terms = Vec::new();
        let mut quoted = false;
        for part in typed.split(['"', '«', '»', '“', '”']) {
            if quoted {
                terms.push(fold(part));
            } else {
                terms.extend(part.split_whitespace().map(fold));
            }
            quoted = !quoted;
        }
        terms.retain(|term| !term.is_empty());
        terms.dedup();
        Self { terms }
    }

    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Where the words stand in a text, in bytes, from the first on and never one over another; none when one of them is
    /// missing, or nothing is asked.
    pub fn marks(&self, text: &str) -> Option<Vec<Range<usize>>> {
        if self.is_empty() || !self.matches(text) {
            return None;
        }
        let folded = Folded::of(text);
        let mut found: Vec<Range<usize>> = Vec::new();
        for term in &self.terms {
            let places = folded.text.match_indices(term.as_str());
            found.extend(places.map(|(at, _)| original(text, &folded, at..at + term.len())));
        }
        found.order_by_key(|mark| (mark.start, mark.end));
        let mut marks: Vec<Range<usize>> = Vec::new();
        for mark in found {
            match marks.last_mut().filter(|last| mark.start < last.end) {
                Some(last) => last.end = last.end.max(mark.end),
                None => marks.push(mark),
            }
        }
        Some(marks)
    }

    /// Whether all that is asked stands in a text.
    pub fn matches(&self, text: &str) -> bool {
        let folded = fold(text);
        self.terms.iter().all(|term| folded.contains(term.as_str()))
    }

    /// What is still asked once it is known that this text is there: what does not stand in it.
    #[must_use]
    pub fn beyond(&self, text: &str) -> Self {
        let folded = fold(text);
        let left = self
            .terms
            .iter()
            .filter(|term| !folded.contains(term.as_str()));
        Self {
            terms: left.cloned().collect(),
        }
    }

    /// The words of which each must stand in some word of what answers: what an index is asked. Signs are no words: a query of
    /// signs alone has none, and anything may answer it.
    pub fn pieces(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().flat_map(|term| words(term))
    }

    /// Whether a session with these words ([`super::words_of`]) can answer.
    pub fn may_match<W: AsRef<str>>(&self, words: &[W]) -> bool {
        let held = |piece: &str| words.iter().any(|word| word.as_ref().contains(piece));
        self.pieces().all(held)
    }
}

/// A range of the folded text in the original: whole characters, also where one of them became two.
fn original(text: &str, folded: &Folded, range: Range<usize>) -> Range<usize> {
    let start = folded.at[range.start];
    let last = folded.at[range.end - 1];
    let after = last + text[last..].chars().next().map_or(0, char::len_utf8);
    let next = folded.at.get(range.end).copied();
    start..next.unwrap_or(text.len()).max(after)
}
