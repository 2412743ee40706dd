//! The one text field of the program, for one line or many.
//!
//! It is written here rather than taken from `ratatui-textarea`, which moves by characters (an accent or a flag would take
//! several presses), drops what is typed with `AltGr`, and wraps otherwise than the rest of the screen shows text.
//!
//! Two things always hold: the text is clean (see [`Text`]), and the cursor stands between two graphemes of it. Lines wrap at
//! one cell less than the width given, so that the cursor has a cell of its own behind a full line.

use super::wrap;
use crate::domain::text::{MAX_BYTES, Text, is_simple};
use crate::tui::command::Command;
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

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
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
        self.goal = None;
        let plain = |text: &str| text.chars().all(is_simple);
        if plain(with) && plain(&self.text) {
            // Nothing to clean and nothing that could join: at every key but a few.
            self.cursor = range.start + with.len();
            self.text.replace_range(range, with);
            return;
        }
        let mut whole = self.text[..range.start].to_owned();
        whole.push_str(with);
        let head = self.clean(&whole).len();
        whole.push_str(&self.text[range.end..]);
        self.text = self.clean(&whole);
        self.cursor = ceil(&self.text, head);
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

    /// Takes a command that types, erases or moves in a line; says whether it was one.
    pub fn take(&mut self, command: Command) -> bool {
        match command {
            Command::Type(c) => {
                self.insert(c.encode_utf8(&mut [0; 4]));
            }
            Command::Backspace => self.backspace(),
            Command::Erase => self.delete(),
            Command::EraseWord => self.delete_word_left(),
            Command::Left => self.left(),
            Command::Right => self.right(),
            _ => return false,
        }
        true
    }

    /// Takes out from the start of the word before the cursor.
    pub fn delete_word_left(&mut self) {
        self.splice(self.before_word()..self.cursor, "");
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
        self.row_col_in(&self.lines(width), width)
    }

    /// The same where the lines are known already: those of [`wrap::wrap`] at one cell less than `width`.
    pub fn row_col_in(&self, lines: &[Range<usize>], width: usize) -> (usize, usize) {
        let row = self.row(lines);
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
mod tests;
