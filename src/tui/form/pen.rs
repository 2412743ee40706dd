//! What the fields of a form are drawn with.

use crate::tui::theme::{Look, Role};
use crate::tui::widgets::wrap::{put, width as text_width, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::ops::Range;

/// One pass of drawing: the part of a tall page that shows through a window.
pub(super) struct Pen<'a> {
    pub(super) buf: &'a mut Buffer,
    pub(super) theme: Look<'a>,
    pub(super) area: Rect,
    pub(super) top: u16,
}

impl Pen<'_> {
    /// The row of the screen on which a row of the page falls, if it shows.
    pub(super) fn row(&self, row: u16) -> Option<u16> {
        let at = row.checked_sub(self.top)?;
        (at < self.area.height).then_some(self.area.y + at)
    }

    pub(super) fn put(&mut self, row: u16, col: u16, text: &str, style: Style) {
        if let Some(y) = self.row(row) {
            let x = self.area.x + col;
            let room = self.area.right().saturating_sub(x);
            put(self.buf, x, y, text, usize::from(room), style);
        }
    }

    pub(super) fn put_wrapped(
        &mut self,
        row: u16,
        col: u16,
        text: &str,
        room: usize,
        style: Style,
    ) -> u16 {
        self.put_lines(row, col, text, &wrap(text, room), style)
    }

    /// Text whose lines are known already; gives how many there are.
    pub(super) fn put_lines(
        &mut self,
        row: u16,
        col: u16,
        text: &str,
        lines: &[Range<usize>],
        style: Style,
    ) -> u16 {
        for (i, line) in lines.iter().enumerate() {
            self.put(
                row + u16::try_from(i).unwrap_or(u16::MAX),
                col,
                text[line.clone()].trim_end(),
                style,
            );
        }
        u16::try_from(lines.len()).unwrap_or(u16::MAX)
    }

    /// A short remark behind a text of this width, where it fits.
    pub(super) fn put_aside(&mut self, row: u16, col: u16, wide: usize, text: &str, room: usize) {
        let at = wide + 3;
        if at + text_width(text) <= room {
            let style = self.theme.style(Role::Aside);
            self.put(row, col + u16::try_from(at).unwrap_or(0), text, style);
        }
    }
}
