//! The one text type of the domain: whatever door a text comes through (keys, paste, file, import, argument), it is
//! composed (NFC), free of control, override and invisible characters, and of bounded size. Nothing else holds words.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// Longest text kept, in bytes; what is beyond is cut at a grapheme boundary.
pub const MAX_BYTES: usize = 64 * 1024;
/// Most characters (code points) kept in one grapheme, so that stacked marks cannot flood a cell.
pub const MAX_GRAPHEME_CHARS: usize = 16;

/// A cleaned text. Line breaks are kept as `\n`; fields of one line use [`Text::line`].
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Text(String);

impl Text {
    /// Cleans `raw`: NFC, tabs to spaces, `\r\n` to `\n`, no control, escape, override or zero-width character but the joiners
    /// that scripts need, at most [`MAX_GRAPHEME_CHARS`] per grapheme and [`MAX_BYTES`] in all. Cleaning twice changes nothing
    /// more.
    pub fn new(raw: &str) -> Self {
        if is_plain(raw) {
            return Self(raw.to_owned());
        }
        let mut out = clean_once(raw);
        // Dropping a character can bring together two that compose, or two graphemes that join: again, until nothing
        // changes. A pass only shortens what a pass has made, so the bound is never reached by a text that settles.
        for _ in 0..MAX_PASSES {
            let again = clean_once(&out);
            if again == out {
                break;
            }
            out = again;
        }
        Self(out)
    }

    /// A text of one line: cleaned, line breaks become spaces.
    pub fn line(raw: &str) -> Self {
        let text = Self::new(raw);
        if text.0.contains('\n') {
            // Marks that could not join a line break join the space.
            Self::new(&text.0.replace('\n', " "))
        } else {
            text
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing but white space.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// The text, if it is not blank.
    pub fn filled(&self) -> Option<&str> {
        (!self.is_blank()).then_some(self.0.as_str())
    }
}

/// Most passes of cleaning over one text.
const MAX_PASSES: usize = 16;

/// One pass of cleaning.
fn clean_once(raw: &str) -> String {
    let kept: String = raw
        .replace("\r\n", "\n")
        .chars()
        .filter_map(kept)
        .nfc()
        .collect();
    let mut out = String::with_capacity(kept.len());
    for grapheme in kept.graphemes(true) {
        let end = grapheme
            .char_indices()
            .nth(MAX_GRAPHEME_CHARS)
            .map_or(grapheme.len(), |(at, _)| at);
        if out.len() + end > MAX_BYTES {
            break;
        }
        out.push_str(&grapheme[..end]);
    }
    out
}

/// Short printable ASCII with line breaks needs no cleaning: the usual case while typing.
fn is_plain(raw: &str) -> bool {
    raw.len() <= MAX_BYTES && raw.bytes().all(|b| b == b'\n' || (0x20..0x7f).contains(&b))
}

/// What becomes of one character: itself, a replacement, or nothing.
fn kept(c: char) -> Option<char> {
    match c {
        '\t' => Some(' '),
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some('\n'),
        c if c.is_control() => None,
        // Marks of direction, overrides and isolates, soft hyphen, zero width space, word joiner and its invisible
        // neighbours, byte order mark, annotation and tag characters, variation selectors of the supplement.
        '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}' => None,
        c => Some(c),
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

impl From<&str> for Text {
    fn from(raw: &str) -> Self {
        Self::new(raw)
    }
}

impl From<String> for Text {
    fn from(raw: String) -> Self {
        Self::new(&raw)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|raw| Self::new(&raw))
    }
}
