//! Pictures made of characters: marks at rows and columns, each with its voice. The screen draws them in its colours, a
//! document writes them as lines.

use crate::domain::order::Order;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Columns of a picture in a document: it fits the width of a screen and of a printed page.
pub const WIDTH: usize = 72;

/// What lines are drawn with. Every stroke is one column wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strokes {
    /// A level line: ─.
    pub level: &'static str,
    /// An upright: │.
    pub upright: &'static str,
    /// A branch that leaves an upright: ├.
    pub branch: &'static str,
    /// The last branch of an upright: └.
    pub last: &'static str,
    /// A line that comes from the left into an upright: ┤.
    pub joins: &'static str,
    /// A line that comes from the left and turns up: ┘.
    pub turns_up: &'static str,
    /// A line with an upright below: ┬.
    pub forks: &'static str,
    /// Falling to the right: ╲.
    pub falls: &'static str,
    /// Rising to the right: ╱.
    pub rises: &'static str,
    /// An arrow up: ▲.
    pub up: &'static str,
    /// An arrow to the right: ▶.
    pub right: &'static str,
}

impl Strokes {
    /// For all that shows Unicode.
    pub const FULL: Self = Self {
        level: "─",
        upright: "│",
        branch: "├",
        last: "└",
        joins: "┤",
        turns_up: "┘",
        forks: "┬",
        falls: "╲",
        rises: "╱",
        up: "▲",
        right: "▶",
    };

    /// In ASCII, for poor fonts.
    pub const PLAIN: Self = Self {
        level: "-",
        upright: "|",
        branch: "+",
        last: "+",
        joins: "+",
        turns_up: "+",
        forks: "+",
        falls: "\\",
        rises: "/",
        up: "^",
        right: ">",
    };
}

/// A piece of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark<V> {
    /// Its row, 0 at the top.
    pub row: usize,
    /// Its column, 0 at the left.
    pub col: usize,
    /// What stands there, on one line.
    pub text: String,
    /// What it is.
    pub voice: V,
}

/// A picture as lines of text. Where marks overlap, the later one stands behind the earlier.
pub fn lines<V>(marks: &[Mark<V>]) -> Vec<String> {
    let n_rows = marks.iter().map(|m| m.row + 1).max().unwrap_or(0);
    let mut rows: Vec<Vec<&Mark<V>>> = Vec::new();
    rows.resize_with(n_rows, Vec::new);
    for mark in marks {
        rows[mark.row].push(mark);
    }
    rows.into_iter().map(line).collect()
}

fn line<V>(mut marks: Vec<&Mark<V>>) -> String {
    marks.order_by_key(|mark| mark.col);
    let mut out = String::new();
    let mut used = 0;
    for mark in marks {
        if mark.col > used {
            out.push_str(&" ".repeat(mark.col - used));
            used = mark.col;
        }
        out.push_str(&mark.text);
        used += mark.text.width();
    }
    out.trim_end().to_owned()
}

/// Columns that a text takes on one line.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The lines of a text at `width` columns, broken between words, a word too long between graphemes. There is always at least
/// one line.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut out = vec![String::new()];
    let mut used = 0;
    for word in whole(text, width) {
        let wide = word.width();
        if used > 0 && used + 1 + wide > width {
            out.push(String::new());
            used = 0;
        }
        if used > 0 {
            push(&mut out, " ");
            used += 1;
        }
        if used + wide <= width {
            push(&mut out, &word);
            used += wide;
            continue;
        }
        for grapheme in word.graphemes(true) {
            let wide = grapheme.width();
            if used > 0 && used + wide > width {
                out.push(String::new());
                used = 0;
            }
            push(&mut out, grapheme);
            used += wide;
        }
    }
    out
}

/// The words of a text, those that French typography keeps on one line as one even where an ordinary space was typed: what
/// « opens, and a sign such as ; or » with the word before it, as long as both fit.
fn whole(text: &str, width: usize) -> Vec<String> {
    let soft = |c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}');
    let mut out: Vec<String> = Vec::new();
    for word in text.split(soft).filter(|w| !w.is_empty()) {
        let sign = word.starts_with([':', ';', '!', '?', '»']);
        match out.last_mut() {
            Some(last)
                if (sign || last.ends_with('«')) && last.width() + 1 + word.width() <= width =>
            {
                last.push(' ');
                last.push_str(word);
            }
            _ => out.push(word.to_owned()),
        }
    }
    out
}

fn push(lines: &mut [String], text: &str) {
    if let Some(last) = lines.last_mut() {
        last.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts_break_between_words_and_long_words_inside() {
        assert_eq!(wrap("une deux trois", 8), ["une deux", "trois"]);
        assert_eq!(wrap("anticoagulants", 6), ["antico", "agulan", "ts"]);
        assert_eq!(wrap("", 6), [""]);
        assert_eq!(wrap("oui\u{a0}: non", 6), ["oui\u{a0}:", "non"]);
        // The same with the spaces that a keyboard gives.
        assert_eq!(wrap("dit oui : non", 7), ["dit", "oui :", "non"]);
        assert_eq!(
            wrap("elle dit « oui » ; rien", 9),
            ["elle dit", "« oui » ;", "rien"]
        );
        assert_eq!(
            wrap("« anticoagulant »", 6),
            ["«", "antico", "agulan", "t »"]
        );
    }

    #[test]
    fn marks_stand_at_their_columns() {
        let mark = |row, col, text: &str| Mark {
            row,
            col,
            text: text.to_owned(),
            voice: (),
        };
        let marks = [mark(0, 4, "b"), mark(0, 0, "a"), mark(2, 1, "c")];
        assert_eq!(lines(&marks), ["a   b", "", " c"]);
    }

    proptest! {
        #[test]
        fn nothing_typed_is_lost_nor_wider_than_asked(text in "[a-zé«»:;\u{a0} ]{0,40}", width in 1_usize..20) {
            let lines = wrap(&text, width);
            prop_assert!(lines.iter().all(|line| line.width() <= width));
            let bare = |s: &str| s.replace(' ', "");
            prop_assert_eq!(bare(&lines.concat()), bare(&text));
        }
    }
}
