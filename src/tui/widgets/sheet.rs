//! Lines of cells in several voices that scroll: a table of figures, with bars and what is said of them.

use super::scroll::Scroll;
use super::wrap::{put, width, wrap};
use crate::tui::command::Command;
use crate::tui::theme::{Look, Role};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Columns that are left free at the right: the thumb's, and one of air.
pub const THUMB: u16 = 2;

/// A line: its cells, each with its column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(pub Vec<(usize, String, Role)>);

impl Line {
    /// A line of one cell.
    pub fn new(text: impl Into<String>, role: Role) -> Self {
        Self(vec![(0, text.into(), role)])
    }

    /// A cell that begins at a column.
    pub fn at(&mut self, column: usize, text: impl Into<String>, role: Role) {
        self.0.push((column, text.into(), role));
    }

    /// A cell that ends before a column.
    pub fn to(&mut self, column: usize, text: impl Into<String>, role: Role) {
        let text = text.into();
        self.at(column.saturating_sub(width(&text)), text, role);
    }
}

/// A text in as many lines as it needs in `wide` columns, set in by so many.
pub fn folded(text: &str, indent: usize, wide: usize, role: Role) -> Vec<Line> {
    let lines = wrap(text, wide.saturating_sub(indent).max(8)).into_iter();
    let line = |range: std::ops::Range<usize>| {
        let mut line = Line::default();
        line.at(indent, text[range].trim_end(), role);
        line
    };
    lines.map(line).collect()
}

/// How far a sheet is scrolled.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sheet {
    scroll: Scroll,
}

impl Sheet {
    /// Takes a command; says whether it was one that scrolls `n` lines in `area`.
    pub fn update(&mut self, command: Command, n: usize, area: Rect) -> bool {
        self.scroll.take(command, area.height, n)
    }

    /// Turns the wheel by so many lines.
    pub fn wheel(&mut self, lines: i16, n: usize, area: Rect) {
        self.scroll.by(lines.into(), usize::from(area.height), n);
    }

    /// Draws the lines that are in sight.
    pub fn draw(&self, lines: &[Line], area: Rect, look: Look, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        let wide = usize::from(area.width.saturating_sub(THUMB));
        for (row, line) in area.rows().zip(lines.iter().skip(self.scroll.top)) {
            for (column, text, role) in &line.0 {
                let room = wide.saturating_sub(*column);
                if let Some(at) = u16::try_from(*column).ok().filter(|_| room > 0) {
                    put(buf, row.x + at, row.y, text, room, look.style(*role));
                }
            }
        }
        let style = look.style(Role::Aside);
        let thumb = look.signs.thumb;
        self.scroll.draw_thumb(buf, area, lines.len(), thumb, style);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::tui::theme::{Depth, Scheme, Signs, Theme};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_never_draws_outside(
            column in 0_usize..40, text in "\\PC{0,30}", lines in 0_usize..9, width in 0_u16..30, height in 0_u16..6, down in 0_i16..9,
        ) {
            let theme = Theme::load(Scheme::Sombre, Depth::Full, Signs::FULL).unwrap();
            let mut buf = Buffer::empty(Rect::new(0, 0, 20, 5));
            let area = Rect::new(3, 1, width, height);
            let mut line = Line::default();
            line.at(column, text.as_str(), Role::Body);
            line.to(column, text.as_str(), Role::Strong);
            let all = vec![line; lines];
            let mut sheet = Sheet::default();
            sheet.wheel(down, all.len(), area);
            sheet.draw(&all, area, theme.page(), &mut buf);
            for (i, cell) in buf.content.iter().enumerate() {
                let (x, y) = buf.pos_of(i);
                prop_assert!(area.contains((x, y).into()) || cell.symbol() == " ");
            }
        }
    }
}
