//! The one text type of the domain: whatever door a text comes through (keys, paste, file, import, argument), it is
//! composed (NFC), free of control, override and invisible characters, and of bounded size. Nothing else holds words.

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;

/// Longest text kept, in bytes; what is beyond is cut at a grapheme boundary.
pub const MAX_BYTES: usize = 64 * 1024;
/// Most characters (code points) kept in one grapheme, so that stacked marks cannot flood a cell.
pub const MAX_GRAPHEME_CHARS: usize = 16;

/// A cleaned text. Line breaks are kept as `\n`; fields of one line use [`Text::line`].
///
/// A copy shares what it was copied from: many sessions are held as digests, many states of one for undo. An empty text is
/// always none.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Text(Option<Arc<str>>);

impl Text {
    /// Cleans `raw`: NFC, tabs to spaces, `\r\n` to `\n`, no control, escape, override or invisible character but the joiners
    /// and selectors that emoji and scripts need, where they need them, at most [`MAX_GRAPHEME_CHARS`] per grapheme and [`MAX_BYTES`] in all. Cleaning twice changes nothing
    /// more.
    pub fn new(raw: &str) -> Self {
        if is_plain(raw) {
            return Self::clean(raw);
        }
        let mut out = clean_once(raw);
        // Dropping a character can bring together two that compose, or two graphemes that join: again, until nothing
        // changes, which takes two or three passes.
        for _ in 0..MAX_PASSES {
            let again = clean_once(&out);
            if again == out {
                break;
            }
            out = again;
        }
        Self::clean(&out)
    }

    /// What is clean already.
    fn clean(text: &str) -> Self {
        Self((!text.is_empty()).then(|| text.into()))
    }

    /// A text of one line: cleaned, line breaks become spaces.
    pub fn line(raw: &str) -> Self {
        let text = Self::new(raw);
        if text.as_str().contains('\n') {
            // Marks that could not join a line break join the space.
            Self::new(&text.as_str().replace('\n', " "))
        } else {
            text
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        self.0.as_deref().unwrap_or_default()
    }

    /// Whether there is nothing but white space.
    pub fn is_blank(&self) -> bool {
        self.as_str().chars().all(char::is_whitespace)
    }

    /// The same text on one line.
    #[must_use]
    pub fn on_one_line(&self) -> Self {
        if self.as_str().contains('\n') {
            Self::line(self.as_str())
        } else {
            self.clone()
        }
    }

    /// The text, if it is not blank.
    pub fn filled(&self) -> Option<&str> {
        (!self.is_blank()).then_some(self.as_str())
    }
}

/// A text in lower case without accents: two that differ in nothing else become the same.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        folded_letter(letter, |part| folded.push(part));
    }
    folded
}

/// Whether two texts differ in nothing but case and accents.
pub fn folds_alike(a: &str, b: &str) -> bool {
    if a.is_ascii() && b.is_ascii() {
        a.eq_ignore_ascii_case(b)
    } else {
        fold(a) == fold(b)
    }
}

/// Gives the letters that one is compared as: what is left of it without its marks, in lower case. Marks stand behind their
/// letter in any order, and none is kept, so that each letter can be looked at by itself.
fn folded_letter(letter: char, mut give: impl FnMut(char)) {
    if letter.is_ascii() {
        return give(letter.to_ascii_lowercase());
    }
    decompose_canonical(letter, |part| {
        if !is_combining_mark(part) {
            part.to_lowercase().for_each(&mut give);
        }
    });
}

/// Most passes of cleaning over one text.
const MAX_PASSES: usize = 16;

/// One pass of cleaning.
fn clean_once(raw: &str) -> String {
    let mut before = None;
    let mut fits = |c: &char| {
        let fits = joins(before, *c);
        before = if fits { Some(*c) } else { before };
        fits
    };
    let unix = raw.replace("\r\n", "\n");
    let seen = unix.chars().filter_map(kept).filter(|c| fits(c));
    let kept: String = seen.nfc().collect();
    let mut out = String::with_capacity(kept.len());
    let mut graphemes = kept.graphemes(true).peekable();
    while let Some(grapheme) = graphemes.next() {
        let cut = capped(grapheme, graphemes.peek().copied().unwrap_or_default());
        if out.len() + cut.len() > MAX_BYTES {
            break;
        }
        out.push_str(cut);
    }
    out
}

/// A grapheme cut to [`MAX_GRAPHEME_CHARS`], and further until it no longer draws `next`, the one behind it, to itself: a
/// joiner left at the end would take the text behind it, letter by letter.
fn capped<'a>(grapheme: &'a str, next: &str) -> &'a str {
    let Some((mut end, _)) = grapheme.char_indices().nth(MAX_GRAPHEME_CHARS) else {
        return grapheme;
    };
    loop {
        let cut = &grapheme[..end];
        let joined = [cut, next].concat();
        match cut.char_indices().next_back() {
            Some((last, _)) if joined.graphemes(true).next() != Some(cut) => end = last,
            _ => return cut,
        }
    }
}

/// Short text of plain Latin letters, digits and punctuation needs no cleaning: the usual case while typing.
fn is_plain(raw: &str) -> bool {
    raw.len() <= MAX_BYTES && raw.chars().all(|c| c == '\n' || is_simple(c))
}

/// Whether a character stands for itself wherever it is: one grapheme, one cell wide, composed already, never dropped.
/// Covers the Latin letters with their accents and the punctuation of French and English.
pub fn is_simple(c: char) -> bool {
    match c {
        ' '..='~' => true,
        '\u{ad}' => false,
        '\u{a0}'..='\u{24f}' => true,
        // Rules, corners and blocks.
        '\u{2500}'..='\u{259f}' => true,
        '\u{2013}' | '\u{2014}' | '\u{2018}' | '\u{2019}' | '\u{201c}' | '\u{201d}'
        | '\u{2026}' | '\u{202f}' => true,
        _ => false,
    }
}

/// What becomes of one character: itself, a replacement, or nothing.
fn kept(c: char) -> Option<char> {
    match c {
        '\t' => Some(' '),
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some('\n'),
        c if commands_or_hides(c) => None,
        c => Some(c),
    }
}

/// Whether a character commands a terminal, turns the direction of a text, or stands for nothing that can be seen: no text
/// holds it. The two joiners and the two selectors that emoji and some scripts need are none of them; where they mean nothing
/// they go all the same.
pub fn commands_or_hides(c: char) -> bool {
    match c {
        c if c.is_control() => true,
        // Soft hyphen, grapheme joiner, marks of direction, overrides and isolates, zero width space, word joiner and its
        // invisible neighbours, byte order mark, annotation and tag characters.
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}' => true,
        // Letters, signs and selectors of some scripts that are drawn as nothing.
        '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0d}'
        | '\u{ffa0}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' => true,
        // No characters at all: XML knows no way to write some of them.
        c => matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe,
    }
}

/// Whether `c` does what it is there for behind `before`: a joiner joins neither Latin letters nor spaces nor joiners, and no
/// selector chooses how a Latin letter is drawn. There they would only keep a word from being found.
fn joins(before: Option<char>, c: char) -> bool {
    match c {
        '\u{200c}' | '\u{200d}' => before.is_some_and(|b| {
            !is_simple(b) && !b.is_whitespace() && !matches!(b, '\u{200c}' | '\u{200d}')
        }),
        '\u{fe0e}' | '\u{fe0f}' => before.is_some_and(|b| {
            let letter = is_simple(b) && b.is_alphabetic();
            !letter && !b.is_whitespace() && !matches!(b, '\u{fe0e}' | '\u{fe0f}')
        }),
        _ => true,
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.as_str())
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
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Cleaning)
    }
}

/// Reads a text and cleans it, without a copy between.
struct Cleaning;

impl Visitor<'_> for Cleaning {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, raw: &str) -> Result<Text, E> {
        Ok(Text::new(raw))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn composes_and_keeps_what_people_write() {
        assert_eq!(Text::new("cafe\u{301}").as_str(), "café");
        for kept in [
            "œuf, « oui\u{a0}: 12\u{a0}% »",
            "👩\u{200d}🔬 ❤\u{fe0f}",
            "می\u{200c}خواهم",
            "a\nb",
            "1\u{fe0f}\u{20e3} ©\u{fe0f}",
        ] {
            assert_eq!(Text::new(kept).as_str(), kept);
        }
    }

    #[test]
    fn drops_what_commands_hides_or_reverses() {
        assert_eq!(Text::new("a\u{1b}[31m\u{7}b\u{9b}c").as_str(), "a[31mbc");
        assert_eq!(
            Text::new("x\u{202e}y\u{2066}z\u{200f}\u{feff}\u{ad}").as_str(),
            "xyz"
        );
        assert_eq!(Text::new("a\tb\r\nc\rd\u{2028}e").as_str(), "a b\nc\nd\ne");
        assert_eq!(Text::line("a\r\nb").as_str(), "a b");
        let split = "Du\u{200d}po\u{200c}n\u{fe0f}t\u{34f} \u{200d}\u{3164}\u{ffff}\u{1f5ff}";
        assert_eq!(Text::new(split).as_str(), "Dupont \u{1f5ff}");
    }

    #[test]
    fn stacked_marks_and_endless_texts_are_bounded() {
        let stacked = format!("a{}b", "\u{323}\u{20d0}".repeat(40));
        let text = Text::new(&stacked);
        let longest = text
            .as_str()
            .graphemes(true)
            .map(|g| g.chars().count())
            .max();
        assert_eq!(longest, Some(MAX_GRAPHEME_CHARS));
        assert!(text.as_str().ends_with('b'));
        let hungry = format!("{}{}", "\u{600}".repeat(30), "a👩b");
        assert_eq!(Text::new(&hungry).as_str(), "👩b");
        let long = Text::new(&"é".repeat(MAX_BYTES));
        assert_eq!(long.as_str(), "é".repeat(MAX_BYTES / 2));
        assert_eq!(
            Text::new(&"漢".repeat(MAX_BYTES)).as_str().len(),
            MAX_BYTES / 3 * 3
        );
    }

    #[test]
    fn what_is_blank_is_not_filled() {
        assert!(Text::new(" \u{a0}\n\u{200b}").is_blank());
        assert_eq!(Text::new(" ").filled(), None);
        assert_eq!(Text::new(" a").filled(), Some(" a"));
    }

    /// Letters, marks of several classes, joiners, prepended signs, hangul parts, controls and line breaks, in any order and
    /// number.
    fn nasty() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "a", "e", "o", "\u{200c}", "\u{3164}", "\u{34f}", "\u{fffe}", "\u{301}", "\u{323}",
            "\u{31b}", "\u{20d0}", "\u{200d}", "👩", "🔬", "🇫", "\u{600}", "\u{1100}", "\u{1161}",
            "\u{11a8}", "\u{fe0f}", "\u{200b}", "\u{202e}", "\r", "\n", "\t", "\u{1b}", " ",
            "\u{344}", "\u{958}",
        ]);
        prop::collection::vec(
            (piece, prop_oneof![9 => 1_usize..3, 1 => 10_usize..25]),
            0..24,
        )
        .prop_map(|pieces| pieces.iter().map(|(piece, n)| piece.repeat(*n)).collect())
    }

    proptest! {
        /// Letter by letter as in the whole text, whatever stands behind a letter.
        #[test]
        fn folding_takes_case_and_marks_away(
            text in "\\PC{0,20}",
            marked in "[eéàçœÉﬁ\u{300}-\u{330}\u{5b0}-\u{5c0}가-각]{0,12}",
        ) {
            for text in [text, marked] {
                let bare = text.nfd().filter(|c| !is_combining_mark(*c));
                let whole: String = bare.flat_map(char::to_lowercase).collect();
                prop_assert_eq!(fold(&text), whole);
                let upper = text.to_uppercase();
                prop_assert_eq!(folds_alike(&text, &upper), fold(&text) == fold(&upper));
            }
        }

        #[test]
        fn cleaning_twice_changes_nothing_more(raw in prop_oneof![any::<String>(), nasty()]) {
            let (text, line) = (Text::new(&raw), Text::line(&raw));
            prop_assert_eq!(&Text::new(text.as_str()), &text);
            prop_assert_eq!(&Text::new(line.as_str()), &line);
            prop_assert_eq!(&Text::line(line.as_str()), &line);
        }

        #[test]
        fn nothing_that_commands_or_hides_survives(raw in prop_oneof![any::<String>(), nasty()]) {
            let text = Text::new(&raw);
            prop_assert!(text.as_str().len() <= MAX_BYTES);
            for c in text.as_str().chars() {
                prop_assert!(c == '\n' || !commands_or_hides(c), "{:?}", c);
                let turns = matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
                let hides = matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{e0000}'..='\u{e007f}');
                prop_assert!(!turns && !hides, "{:?}", c);
            }
            for grapheme in text.as_str().graphemes(true) {
                prop_assert!(grapheme.chars().count() <= MAX_GRAPHEME_CHARS);
            }
            prop_assert!(!Text::line(&raw).as_str().contains('\n'));
        }
    }
}
