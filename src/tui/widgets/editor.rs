//! The one text field of the program, for one line or many.
//!
//! It is written here rather than taken from `ratatui-textarea`, which moves by characters (an accent or a flag would take
//! several presses), drops what is typed with `AltGr`, and wraps otherwise than the rest of the screen shows text.
//!
//! Two things always hold: the text is clean (see [`Text`]), and the cursor stands between two graphemes of it. Lines wrap at
//! one cell less than the width given, so that the cursor has a cell of its own behind a full line.

use super::wrap;
use crate::domain::text::{MAX_BYTES, Text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::ops::Range;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// A text being edited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Editor {
    text: String,
    /// Byte offset in `text`.
    cursor: usize,
    /// The column to come back to while moving up and down through shorter lines.
    goal: Option<usize>,
    multiline: bool,
}

impl Editor {
    /// A field with `text` in it, the cursor behind it. Without `multiline`, line breaks become spaces.
    pub fn new(text: &str, multiline: bool) -> Self {
        let mut editor = Self {
            multiline,
            ..Self::default()
        };
        editor.text = editor.clean(text);
        editor.cursor = editor.text.len();
        editor
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the cursor stands, in bytes.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Whether it takes line breaks.
    pub fn is_multiline(&self) -> bool {
        self.multiline
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Replaces the whole text (undo, a choice from a list); the cursor stays as near as it can.
    pub fn set_text(&mut self, text: &str) {
        self.text = self.clean(text);
        self.place(self.cursor);
    }

    /// Puts the cursor at a byte, or before the grapheme that covers it.
    pub fn place(&mut self, byte: usize) {
        self.cursor = floor(&self.text, byte);
        self.goal = None;
    }

    fn clean(&self, raw: &str) -> String {
        let text = if self.multiline {
            Text::new(raw)
        } else {
            Text::line(raw)
        };
        text.as_str().to_owned()
    }

    /// Puts `with` in place of `range` and the cursor behind it. The whole is cleaned, as an accent may join the letter
    /// before it.
    fn splice(&mut self, range: Range<usize>, with: &str) {
        let mut whole = self.text[..range.start].to_owned();
        whole.push_str(with);
        let head = self.clean(&whole).len();
        whole.push_str(&self.text[range.end..]);
        self.text = self.clean(&whole);
        self.cursor = ceil(&self.text, head);
        self.goal = None;
    }

    /// Types or pastes `raw` at the cursor. What exceeds the longest text allowed is left out; gives whether all went in.
    pub fn insert(&mut self, raw: &str) -> bool {
        let clean = self.clean(raw);
        let room = floor(&clean, MAX_BYTES - self.text.len());
        self.splice(self.cursor..self.cursor, &clean[..room]);
        room == clean.len()
    }

    /// Takes out the grapheme before the cursor.
    pub fn backspace(&mut self) {
        self.splice(before(&self.text, self.cursor)..self.cursor, "");
    }

    /// Takes out the grapheme behind the cursor.
    pub fn delete(&mut self) {
        self.splice(self.cursor..after(&self.text, self.cursor), "");
    }

    /// Takes out from the start of the word before the cursor.
    pub fn delete_word_left(&mut self) {
        self.splice(self.before_word()..self.cursor, "");
    }

    /// Takes out to the end of the word behind the cursor.
    pub fn delete_word_right(&mut self) {
        self.splice(self.cursor..self.after_word(), "");
    }

    /// Takes out what is behind the cursor up to the next line break.
    pub fn delete_to_end(&mut self) {
        let rest = &self.text[self.cursor..];
        let end = self.cursor + rest.find('\n').unwrap_or(rest.len());
        self.splice(self.cursor..end, "");
    }

    fn before_word(&self) -> usize {
        let words = self.text.unicode_word_indices();
        let starts = words.map(|(at, _)| at).take_while(|at| *at < self.cursor);
        floor(&self.text, starts.last().unwrap_or(0))
    }

    fn after_word(&self) -> usize {
        let mut ends = self
            .text
            .unicode_word_indices()
            .map(|(at, word)| at + word.len());
        let end = ends.find(|end| *end > self.cursor);
        ceil(&self.text, end.unwrap_or(self.text.len()))
    }

    /// One grapheme to the left.
    pub fn left(&mut self) {
        self.place(before(&self.text, self.cursor));
    }

    /// One grapheme to the right.
    pub fn right(&mut self) {
        self.place(after(&self.text, self.cursor));
    }

    /// To the start of the word, or of the word before.
    pub fn word_left(&mut self) {
        self.place(self.before_word());
    }

    /// To the end of the word, or of the next one.
    pub fn word_right(&mut self) {
        self.place(self.after_word());
    }

    /// To the start of the text.
    pub fn top(&mut self) {
        self.place(0);
    }

    /// To the end of the text.
    pub fn bottom(&mut self) {
        self.place(self.text.len());
    }

    /// To the start of the visual line, in a field `width` cells wide.
    pub fn home(&mut self, width: usize) {
        let lines = self.lines(width);
        self.place(lines[self.row(&lines)].start);
    }

    /// To the end of the visual line.
    pub fn end(&mut self, width: usize) {
        let lines = self.lines(width);
        self.place(self.line_end(&lines, self.row(&lines)));
    }

    /// One visual line up; `false`, without moving, on the first one.
    pub fn up(&mut self, width: usize) -> bool {
        self.climb(width, -1)
    }

    /// One visual line down; `false`, without moving, on the last one.
    pub fn down(&mut self, width: usize) -> bool {
        self.climb(width, 1)
    }

    fn climb(&mut self, width: usize, delta: isize) -> bool {
        let lines = self.lines(width);
        let row = self.row(&lines);
        let Some(to) = row.checked_add_signed(delta).filter(|to| *to < lines.len()) else {
            return false;
        };
        let goal = self.goal.unwrap_or_else(|| self.col(&lines[row]));
        self.cursor = self.nearest(&lines, to, goal);
        self.goal = Some(goal);
        true
    }

    /// Row and column of the cursor from the top left of the whole text, in a field `width` cells wide.
    pub fn row_col(&self, width: usize) -> (usize, usize) {
        let lines = self.lines(width);
        let row = self.row(&lines);
        // Spaces hanging over the edge leave the cursor at the edge.
        let edge = width.saturating_sub(1);
        (row, self.col(&lines[row]).min(edge))
    }

    /// Puts the cursor where a click fell, counted from the top left of the whole text; below the text, on its last line.
    pub fn click(&mut self, row: usize, col: usize, width: usize) {
        let lines = self.lines(width);
        let row = row.min(lines.len() - 1);
        self.place(self.nearest(&lines, row, col));
    }

    /// How many rows the text takes in a field `width` cells wide.
    pub fn n_rows(&self, width: usize) -> usize {
        self.lines(width).len()
    }

    /// Draws the rows from `scroll` on into `area`.
    pub fn draw(&self, buf: &mut Buffer, area: Rect, style: Style, scroll: usize) {
        let cells = usize::from(area.width);
        let lines = self.lines(cells);
        let area = area.intersection(buf.area);
        for (y, line) in area.rows().zip(lines.into_iter().skip(scroll)) {
            buf.set_stringn(y.x, y.y, &self.text[line], usize::from(y.width), style);
        }
    }

    fn lines(&self, width: usize) -> Vec<Range<usize>> {
        wrap::wrap(&self.text, width.saturating_sub(1))
    }

    /// The line of the cursor: at a soft break, the one behind it.
    fn row(&self, lines: &[Range<usize>]) -> usize {
        lines
            .partition_point(|line| line.start <= self.cursor)
            .saturating_sub(1)
    }

    fn col(&self, line: &Range<usize>) -> usize {
        wrap::width(&self.text[line.start..self.cursor])
    }

    /// The last place for the cursor on a line: behind it, or, where the next line follows at once, before its last
    /// grapheme.
    fn line_end(&self, lines: &[Range<usize>], row: usize) -> usize {
        let line = &lines[row];
        let soft = lines
            .get(row + 1)
            .is_some_and(|next| next.start == line.end);
        if soft {
            before(&self.text, line.end)
        } else {
            line.end
        }
    }

    /// The place on a line nearest to a column, not beyond it.
    fn nearest(&self, lines: &[Range<usize>], row: usize, col: usize) -> usize {
        let start = lines[row].start;
        let end = self.line_end(lines, row);
        let mut used = 0;
        for (at, grapheme) in self.text[start..end].grapheme_indices(true) {
            used += wrap::grapheme_width(grapheme);
            if used > col {
                return start + at;
            }
        }
        end
    }
}

/// The grapheme boundary at `byte`, or the one before it.
fn floor(text: &str, byte: usize) -> usize {
    if byte >= text.len() {
        return text.len();
    }
    let starts = text.grapheme_indices(true).map(|(at, _)| at);
    starts.take_while(|at| *at <= byte).last().unwrap_or(0)
}

/// The grapheme boundary at `byte`, or the one behind it.
fn ceil(text: &str, byte: usize) -> usize {
    let mut starts = text.grapheme_indices(true).map(|(at, _)| at);
    starts.find(|at| *at >= byte).unwrap_or(text.len())
}

/// The grapheme boundary before the one at `at`.
fn before(text: &str, at: usize) -> usize {
    let found = GraphemeCursor::new(at, text.len(), true).prev_boundary(text, 0);
    found.ok().flatten().unwrap_or(0)
}

/// The grapheme boundary behind the one at `at`.
fn after(text: &str, at: usize) -> usize {
    let found = GraphemeCursor::new(at, text.len(), true).next_boundary(text, 0);
    found.ok().flatten().unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_accent_joins_the_letter_before() {
        let mut editor = Editor::new("cafe", false);
        editor.insert("\u{301}");
        assert_eq!((editor.text(), editor.cursor()), ("café", 5));
        editor.insert("s");
        assert_eq!(editor.text(), "cafés");
        editor.left();
        editor.backspace();
        assert_eq!((editor.text(), editor.cursor()), ("cafs", 3));
    }

    #[test]
    fn moves_and_erases_by_grapheme() {
        let mut editor = Editor::new("a👩\u{200d}🔬b", false);
        editor.left();
        editor.left();
        assert_eq!(editor.cursor(), 1);
        editor.delete();
        assert_eq!(editor.text(), "ab");
        editor.delete();
        editor.delete();
        assert_eq!(editor.text(), "a");
        editor.backspace();
        editor.backspace();
        assert!(editor.is_empty());
    }

    #[test]
    fn one_line_fields_take_a_paste_of_several_lines() {
        let mut editor = Editor::new("", false);
        editor.insert("deux\r\nlignes\u{1b}[31m");
        assert_eq!(editor.text(), "deux lignes[31m");
        let mut editor = Editor::new("", true);
        editor.insert("deux\r\nlignes");
        assert_eq!(editor.text(), "deux\nlignes");
    }

    #[test]
    fn a_full_text_takes_no_more_and_loses_nothing() {
        let mut editor = Editor::new(&"a".repeat(MAX_BYTES - 1), false);
        editor.top();
        assert!(!editor.insert("bé"));
        assert_eq!(editor.text().len(), MAX_BYTES);
        assert!(editor.text().starts_with("ba"));
        assert_eq!(editor.cursor(), 1);
    }

    #[test]
    fn words_are_walked_and_erased() {
        let mut editor = Editor::new("l'aide soignante, hier", false);
        editor.word_left();
        assert_eq!(editor.cursor(), 18);
        editor.word_left();
        assert_eq!(editor.cursor(), 7);
        editor.word_right();
        assert_eq!(editor.cursor(), 16);
        editor.delete_word_left();
        assert_eq!(editor.text(), "l'aide , hier");
        editor.delete_word_right();
        assert_eq!(editor.text(), "l'aide ");
        editor.top();
        editor.delete_to_end();
        assert_eq!(editor.text(), "");
    }

    #[test]
    fn up_and_down_keep_the_column_and_say_when_they_cannot() {
        let mut editor = Editor::new("longue ligne\nab\nautre ligne", true);
        assert_eq!(editor.row_col(20), (2, 11));
        assert!(!editor.down(20));
        assert!(editor.up(20));
        assert_eq!(editor.row_col(20), (1, 2));
        assert!(editor.up(20));
        assert_eq!(editor.row_col(20), (0, 11));
        assert!(!editor.up(20));
        editor.end(20);
        assert_eq!(editor.cursor(), 12);
        editor.home(20);
        assert_eq!(editor.cursor(), 0);
    }

    #[test]
    fn home_and_end_stay_on_the_visual_line() {
        let mut editor = Editor::new("une deux trois", false);
        assert_eq!(editor.n_rows(7), 3);
        editor.place(5);
        editor.end(7);
        assert_eq!((editor.cursor(), editor.row_col(7)), (8, (1, 4)));
        editor.home(7);
        assert_eq!((editor.cursor(), editor.row_col(7)), (4, (1, 0)));
        editor.click(2, 40, 7);
        assert_eq!(editor.cursor(), 14);
        editor.click(9, 2, 7);
        assert_eq!(editor.cursor(), 11);
    }

    #[test]
    fn draws_what_it_measures() {
        let area = Rect::new(0, 0, 7, 2);
        let mut buf = Buffer::empty(area);
        Editor::new("une deux trois", false).draw(&mut buf, area, Style::new(), 1);
        assert_eq!(buf, Buffer::with_lines(["deux   ", "trois  "]));
    }

    fn pieces() -> impl Strategy<Value = String> {
        prop_oneof![
            "\\PC{0,6}",
            "[a-z éü漢\u{301}\u{323}\u{200d}👩🔬🇫🇷\u{1100}\u{1161}\u{11a8}\u{600}\n\r\t\u{202e}\u{a0}]{0,6}"
        ]
    }

    /// One of everything the field can do, chosen by `n`.
    fn act(editor: &mut Editor, n: u8, piece: &str, width: usize) {
        match n {
            0..=3 => drop(editor.insert(piece)),
            4 => editor.backspace(),
            5 => editor.delete(),
            6 => editor.delete_word_left(),
            7 => editor.delete_word_right(),
            8 => editor.delete_to_end(),
            9 => editor.left(),
            10 => editor.right(),
            11 => editor.word_left(),
            12 => editor.word_right(),
            13 => editor.home(width),
            14 => editor.end(width),
            15 => drop(editor.up(width)),
            16 => drop(editor.down(width)),
            17 => editor.top(),
            18 => editor.click(width / 2, width, width),
            19 => editor.set_text(piece),
            _ => editor.place(width),
        }
    }

    proptest! {
        #[test]
        fn text_stays_clean_and_cursor_between_graphemes(
            multiline: bool, start in pieces(), acts in prop::collection::vec((0_u8..21, pieces(), 0_usize..12), 0..40)
        ) {
            let mut editor = Editor::new(&start, multiline);
            for (n, piece, width) in acts {
                act(&mut editor, n, &piece, width);
                let text = editor.text().to_owned();
                let clean = Text::new(&text);
                prop_assert_eq!(clean.as_str(), &text);
                prop_assert!(multiline || !text.contains('\n'));
                prop_assert_eq!(floor(&text, editor.cursor()), editor.cursor());
                let (row, col) = editor.row_col(width);
                prop_assert!(row < editor.n_rows(width) && col < width.max(1));
                let area = Rect::new(0, 0, u16::try_from(width).unwrap(), 4);
                editor.draw(&mut Buffer::empty(area), area, Style::new(), row);
            }
        }

        #[test]
        fn a_click_on_the_cursor_leaves_it(text in pieces(), at in 0_usize..20, width in 3_usize..20) {
            let mut editor = Editor::new(&text, true);
            editor.place(at);
            let (row, col) = editor.row_col(width);
            editor.click(row, col, width);
            prop_assert_eq!(editor.row_col(width), (row, col));
        }
    }
}
