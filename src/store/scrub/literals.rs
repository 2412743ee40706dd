//! The words that stand in the text of a file: what is between quotes and in comments, and nothing of what the file is built
//! from. All else stays as it is, byte for byte.

use crate::content;
use crate::domain::erasure::Word;
use crate::domain::ron_pieces::{Kind, pieces};
use crate::domain::text::{MAX_BYTES, Text};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};
use ron::ser::PrettyConfig;
use std::collections::HashSet;
use uuid::Uuid;

/// Letters left and right of a word that is shown where it stands.
const AROUND: usize = 32;
/// What is shown in place of the word.
pub const MASK: &str = "••••";

/// A text without a word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Without {
    /// What is left of it.
    pub text: String,
    /// Where it stood: what is around it, the word itself masked.
    pub places: Vec<String>,
    /// In how many places it has to stay: the file would be none without it.
    pub kept: usize,
}

impl Without {
    /// The text, if the word stood where it could go.
    pub fn changed(&self) -> Option<&str> {
        (!self.places.is_empty()).then_some(self.text.as_str())
    }
}

/// A literal that looks as if a file were built from it, and holds the word: a number of a patient alone in its field looks like
/// an id, a day of birth like any other.
struct Doubt {
    /// Where it begins in what is left, and how long it is.
    at: usize,
    len: usize,
    /// What it says without the word.
    without: String,
    places: Vec<String>,
}

/// The text of a file without this word, `with` in its place. What looks like a part of what the file is built from goes as well
/// as long as what is left `fits` what the file has to be.
pub fn without(text: &str, word: &Word, with: &str, fits: &dyn Fn(&str) -> bool) -> Without {
    let mut out = Without::default();
    let mut doubts = Vec::new();
    for piece in pieces(text) {
        let erased = match piece.kind {
            Kind::Comment => comment(piece.text, word, with, &mut out.places),
            Kind::Text => {
                let mut places = Vec::new();
                let (erased, sure) = quoted(piece.text, word, with, &mut places).unzip();
                if sure == Some(false) {
                    doubts.extend(erased.map(|without| Doubt {
                        at: out.text.len(),
                        len: piece.text.len(),
                        without,
                        places,
                    }));
                    None
                } else {
                    out.places.append(&mut places);
                    erased
                }
            }
            Kind::Letter | Kind::Sign(_) => None,
        };
        out.text.push_str(erased.as_deref().unwrap_or(piece.text));
    }
    settle(&mut out, doubts, fits);
    out
}

/// Takes out what can be, the last first, so that the places of those before it hold. A field that once had to keep its own is
/// not tried again.
fn settle(out: &mut Without, doubts: Vec<Doubt>, fits: &dyn Fn(&str) -> bool) {
    let mut fixed: HashSet<String> = HashSet::new();
    for doubt in doubts.into_iter().rev() {
        let field = field_before(&out.text[..doubt.at]).to_owned();
        let mut text = out.text.clone();
        text.replace_range(doubt.at..doubt.at + doubt.len, &doubt.without);
        if !fixed.contains(&field) && fits(&text) {
            out.text = text;
            out.places.extend(doubt.places);
        } else {
            fixed.insert(field);
            out.kept += doubt.places.len();
        }
    }
}

/// Whether a text is RON of any kind.
pub fn is_ron(text: &str) -> bool {
    ron::from_str::<serde::de::IgnoredAny>(text).is_ok()
}

/// The name of the field whose value begins here.
fn field_before(text: &str) -> &str {
    let named = text.rsplit_once(':').map_or("", |(before, _)| before);
    let from = named.rfind(|c: char| !(c.is_alphanumeric() || c == '_'));
    &named[from.map_or(0, |at| at + 1)..]
}

/// A text of which nobody knows how it is built, without the word: what is left of a file that was cut.
pub fn raw(text: &str, word: &Word, with: &str) -> Without {
    let mut out = without(text, word, with, &|_| true);
    // A line break that is written as a letter would stand before a word as one of its own.
    let mut bare = String::with_capacity(out.text.len());
    let mut signs = out.text.chars().peekable();
    while let Some(c) = signs.next() {
        let escaped = |next: &char| next.is_ascii_punctuation() || "nrt0".contains(*next);
        if c == '\\' && signs.next_if(escaped).is_some() {
            bare.push_str("  ");
        } else {
            bare.push(c);
        }
    }
    let found = word.found(&bare);
    out.places.extend(masked(&bare, word));
    for at in found.into_iter().rev() {
        out.text.replace_range(at, with);
    }
    out
}

fn comment(piece: &str, word: &Word, with: &str, places: &mut Vec<String>) -> Option<String> {
    let (erased, _) = word.erased(piece, with)?;
    places.extend(masked(piece, word));
    Some(erased)
}

/// A text without the word, and whether it is sure to be words.
fn quoted(
    piece: &str,
    word: &Word,
    with: &str,
    places: &mut Vec<String>,
) -> Option<(String, bool)> {
    let Ok(said) = ron::from_str::<String>(piece) else {
        // One that is not closed stays so.
        return comment(piece, word, with, places).map(|erased| (erased, true));
    };
    let (mut erased, _) = word.erased(&said, with)?;
    if content::is_code(&said) || said.parse::<Uuid>().is_ok() {
        return None;
    }
    places.extend(masked(&said, word));
    if erased.len() > MAX_BYTES {
        // A text that was full has no room for more than stood there.
        erased = word.erased(&said, "").map_or(erased, |(text, _)| text);
    }
    let cleaned = Text::new(&erased);
    let config = PrettyConfig::new().escape_strings(false);
    let written = ron::ser::to_string_pretty(cleaned.as_str(), config).ok()?;
    Some((written, !is_built(&said)))
}

/// Whether it may be no words: an id, a day, a time.
fn is_built(said: &str) -> bool {
    let short_id = || {
        let digits = said.trim_start_matches(|c: char| c.is_ascii_uppercase());
        digits.len() < said.len()
            && !digits.is_empty()
            && digits.bytes().all(|b| b.is_ascii_digit())
    };
    said.parse::<NaiveDate>().is_ok()
        || said.parse::<NaiveTime>().is_ok()
        || said.parse::<NaiveDateTime>().is_ok()
        || DateTime::parse_from_rfc3339(said).is_ok()
        || short_id()
}

/// What is around each place where the word stands, without the word.
pub fn masked(text: &str, word: &Word) -> Vec<String> {
    let found = word.found(text);
    let around = |at: &std::ops::Range<usize>| {
        let left: Vec<char> = text[..at.start].chars().rev().take(AROUND).collect();
        let left: String = left.into_iter().rev().collect();
        let right: String = text[at.end..].chars().take(AROUND).collect();
        // Another one beside it must not be told either.
        let one = Text::line(&format!("{left}{MASK}{right}"));
        let alone = word.erased(one.as_str(), MASK);
        alone.map_or_else(|| one.to_string(), |(text, _)| text)
    };
    found.iter().map(around).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str, n: usize) {
        let word = Word::new("Canari").unwrap();
        let found = without(text, &word, "[effacé]", &|_| true);
        assert_eq!((found.text.as_str(), found.places.len()), (expected, n));
    }

    #[test]
    fn texts_and_comments_lose_the_word_and_nothing_else_does() {
        check(
            "( // le canari\n  canari: \"un  CANARI\", b: canari)",
            "( // le [effacé]\n  canari: \"un  [effacé]\", b: canari)",
            2,
        );
        check(
            "(a: r#\"dit \"canari\" !\"#, c: '\"', d: \"l\\\"canari\")",
            "(a: r#\"dit \"[effacé]\" !\"#, c: '\"', d: r#\"l\"[effacé]\"#)",
            2,
        );
    }

    #[test]
    fn what_a_file_is_built_from_stays() {
        let fall = Word::new("fall").unwrap();
        let left = |text: &str| without(text, &fall, "x", &|_| true);
        assert_eq!(left("(nature: \"fall\")").changed(), None);
        assert!(left("(title: \"A fall\")").changed().is_some());
    }

    #[test]
    fn what_looks_like_an_id_or_a_day_goes_where_the_file_can_be_without() {
        let text =
            "(date: \"1948-03-12\", id: \"A1948\", born: \"1948-03-12\", more: [\"1948-01-01\"])";
        let year = Word::new("1948").unwrap();
        let fits = |text: &str| text.contains("date: \"1948-03-12\"") && text.contains("A1948");
        let left = without(text, &year, "x", &fits);
        let expected =
            "(date: \"1948-03-12\", id: \"A1948\", born: \"x-03-12\", more: [\"x-01-01\"])";
        assert_eq!(
            (left.text.as_str(), left.places.len(), left.kept),
            (expected, 2, 1)
        );
        let id = Word::new("A1948").unwrap();
        assert_eq!(without(text, &id, "x", &fits).kept, 1);
    }

    #[test]
    fn what_was_cut_loses_it_as_well() {
        let word = Word::new("Canari").unwrap();
        let left = raw("\"dit\\nCanari, un canari", &word, "x");
        assert_eq!(
            (left.text.as_str(), left.places.len()),
            ("\"dit\\nx, un x", 2)
        );
    }

    #[test]
    fn what_is_shown_does_not_repeat_the_word() {
        let word = Word::new("Canari").unwrap();
        let shown = masked("Un canari et un autre Canari ici", &word);
        assert_eq!(shown.len(), 2);
        assert!(shown.iter().all(|one| !word.is_in(one)), "{shown:?}");
    }
}
