//! The strings of a workbook: each is held once, and cells tell its number.

use super::{MAIN, XML};
use std::collections::HashMap;
use std::fmt::Write as _;

/// Strings, in the order in which they were first met.
#[derive(Debug, Default)]
pub(super) struct Strings {
    numbers: HashMap<String, usize>,
    part: String,
    /// How often they stand in cells.
    used: usize,
}

impl Strings {
    /// The number of a string.
    pub fn number(&mut self, text: &str) -> usize {
        self.used += 1;
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = self.numbers.len();
        self.numbers.insert(text.to_owned(), number);
        // Blanks at its ends belong to it.
        let text = escaped(text);
        let _ = write!(self.part, "<si><t xml:space=\"preserve\">{text}</t></si>");
        number
    }

    /// The part that holds them.
    pub fn part(&self) -> String {
        let Self {
            part,
            used,
            numbers,
        } = self;
        let once = numbers.len();
        format!("{XML}<sst xmlns=\"{MAIN}\" count=\"{used}\" uniqueCount=\"{once}\">{part}</sst>")
    }
}

/// A text as it is written in a part, without what XML cannot hold.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() && c != '\n' => {}
            // What looks like the number of a sign would be read as that sign.
            '_' if is_number_of_sign(&text[at..]) => out.push_str("_x005F_"),
            c => out.push(c),
        }
    }
    out
}

/// Whether a text begins like `_x0041_`, by which a workbook writes a sign.
fn is_number_of_sign(text: &str) -> bool {
    let bytes = text.as_bytes();
    matches!(bytes, [b'_', b'x', a, b, c, d, b'_', ..] if [a, b, c, d].iter().all(|h| h.is_ascii_hexdigit()))
}
