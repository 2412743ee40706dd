//! The words that stand in the text of a file: what is between quotes and in comments, and nothing of what the file is built
//! from. All else stays as it is, byte for byte.

use crate::content;
use crate::domain::erasure::Word;
use crate::domain::text::{MAX_BYTES, Text};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};
use ron::ser::PrettyConfig;
use uuid::Uuid;

/// Letters left and right of a word that is shown where it stands.
const AROUND: usize = 32;
/// What is shown in place of the word.
const MASK: &str = "••••";

/// A text without a word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Without {
    /// What is left of it.
    pub text: String,
    /// Where it stood: what is around it, the word itself masked.
    pub places: Vec<String>,
}

/// The text of a file without this word, `with` in its place; none when it does not stand there.
pub fn without(text: &str, word: &Word, with: &str) -> Option<Without> {
    let mut out = Without::default();
    let mut rest = text;
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        let len = literal(rest, before).unwrap_or(c.len_utf8());
        let (piece, after) = rest.split_at(len);
        let erased = match c {
            '/' if len > 1 => comment(piece, word, with, &mut out.places),
            '"' | 'r' if len > 1 => quoted(piece, word, with, &mut out.places),
            _ => None,
        };
        out.text.push_str(erased.as_deref().unwrap_or(piece));
        before = piece.chars().next_back().unwrap_or(' ');
        rest = after;
    }
    (!out.places.is_empty()).then_some(out)
}

/// The length of the text, the comment or the sign that stands at the beginning, if one does.
fn literal(rest: &str, before: char) -> Option<usize> {
    let part_of_name = before.is_alphanumeric() || before == '_';
    match rest.as_bytes().first()? {
        b'"' => Some(after_text(rest)),
        b'r' if !part_of_name => after_raw(rest),
        b'\'' => after_sign(rest),
        b'/' if rest.starts_with("//") => Some(rest.find('\n').unwrap_or(rest.len())),
        b'/' if rest.starts_with("/*") => Some(rest.find("*/").map_or(rest.len(), |at| at + 2)),
        _ => None,
    }
}

fn after_text(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

fn after_raw(rest: &str) -> Option<usize> {
    let hashes = rest[1..].bytes().take_while(|b| *b == b'#').count();
    let open = 1 + hashes;
    if rest.as_bytes().get(open) != Some(&b'"') {
        return None;
    }
    let close = format!("\"{}", "#".repeat(hashes));
    let end = rest[open + 1..].find(&close);
    Some(end.map_or(rest.len(), |at| open + 1 + at + close.len()))
}

/// A single sign between its marks: a quotation mark in there opens no text.
fn after_sign(rest: &str) -> Option<usize> {
    let inside = rest[1..].strip_prefix('\\').unwrap_or(&rest[1..]);
    let c = inside.chars().next()?;
    let close = rest.len() - inside.len() + c.len_utf8();
    rest[close..].starts_with('\'').then_some(close + 1)
}

fn comment(piece: &str, word: &Word, with: &str, places: &mut Vec<String>) -> Option<String> {
    let (erased, _) = word.erased(piece, with)?;
    places.extend(masked(piece, word));
    Some(erased)
}

fn quoted(piece: &str, word: &Word, with: &str, places: &mut Vec<String>) -> Option<String> {
    // One that is not closed is taken as it stands.
    let said: String = ron::from_str(piece).unwrap_or_else(|_| piece.to_owned());
    if is_built(&said) {
        return None;
    }
    let (mut erased, _) = word.erased(&said, with)?;
    places.extend(masked(&said, word));
    if erased.len() > MAX_BYTES {
        // A text that was full has no room for more than stood there.
        erased = word.erased(&said, "").map_or(erased, |(text, _)| text);
    }
    let cleaned = Text::new(&erased);
    let config = PrettyConfig::new().escape_strings(false);
    ron::ser::to_string_pretty(cleaned.as_str(), config).ok()
}

/// Whether it is not words: an id, a day, a time, the id of something shipped.
fn is_built(said: &str) -> bool {
    let short_id = || {
        let digits = said.trim_start_matches(|c: char| c.is_ascii_uppercase());
        digits.len() < said.len()
            && !digits.is_empty()
            && digits.bytes().all(|b| b.is_ascii_digit())
    };
    content::is_code(said)
        || said.parse::<Uuid>().is_ok()
        || said.parse::<NaiveDate>().is_ok()
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
        let found = without(text, &word, "[effacé]").unwrap();
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
        assert_eq!(without("(nature: \"fall\")", &fall, "x"), None);
        assert!(without("(title: \"A fall\")", &fall, "x").is_some());
        let year = Word::new("2026").unwrap();
        assert_eq!(
            without("(date: \"2026-11-19\", id: \"A2026\")", &year, "x"),
            None
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
