//! The words of a text: where they stand, and each without accents and capitals.

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word, or a number.
#[derive(Debug)]
pub(super) struct Token<'t> {
    /// Where it begins, in bytes.
    pub start: usize,
    /// As it was written.
    pub raw: &'t str,
    /// Without accents and capitals.
    pub fold: Cow<'t, str>,
}

impl Token<'_> {
    /// Where it ends, in bytes.
    pub fn end(&self) -> usize {
        self.start + self.raw.len()
    }

    /// Whether it is made of digits.
    pub fn is_number(&self) -> bool {
        self.raw.bytes().all(|b| b.is_ascii_digit())
    }

    /// Whether it begins with a capital.
    pub fn is_capital(&self) -> bool {
        self.raw.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it is written in capitals, two at least.
    pub fn is_shouted(&self) -> bool {
        let mut letters = self.raw.chars();
        letters
            .by_ref()
            .take(2)
            .filter(|c| c.is_uppercase())
            .count()
            == 2
            && letters.all(char::is_uppercase)
    }

    /// Whether it is one capital alone.
    pub fn is_initial(&self) -> bool {
        let mut letters = self.raw.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    }
}

/// The words of a text, in order.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (c.is_alphanumeric() || is_combining_mark(c), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                out.push(token(text, from, at));
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        out.push(token(text, from, text.len()));
    }
    out
}

fn token(text: &str, start: usize, end: usize) -> Token<'_> {
    let raw = &text[start..end];
    Token {
        start,
        raw,
        fold: fold(raw),
    }
}

/// A word without accents and capitals.
pub(super) fn fold(raw: &str) -> Cow<'_, str> {
    if raw
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    {
        return Cow::Borrowed(raw);
    }
    if raw.is_ascii() {
        return Cow::Owned(raw.to_ascii_lowercase());
    }
    let plain = raw.nfkd().filter(|c| !is_combining_mark(*c));
    Cow::Owned(plain.flat_map(char::to_lowercase).collect())
}
