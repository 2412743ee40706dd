//! A text to read that scrolls: paragraphs in voices, wrapped to the width.

use super::scroll::Scroll;
use super::wrap::{n_rows, put, wrap};
use crate::tui::command::Command;
use crate::tui::theme::{Look, Role};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Para {
    /// What it says; empty: a blank line.
    pub text: String,
    /// Its voice.
    pub role: Role,
    /// Columns at its left.
    pub indent: u16,
}

impl Para {
    /// A paragraph at the left edge.
    pub fn new(text: impl Into<String>, role: Role) -> Self {
        Self {
            text: text.into(),
            role,
            indent: 0,
        }
    }

    /// A paragraph set in.
    pub fn under(text: impl Into<String>, role: Role, indent: u16) -> Self {
        Self {
            text: text.into(),
            role,
            indent,
        }
    }

    fn rows(&self, width: u16) -> usize {
        n_rows(
            &self.text,
            usize::from(width.saturating_sub(self.indent)).max(8),
        )
    }
}

/// How far a text is scrolled.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reading {
    scroll: Scroll,
}

impl Reading {
    /// Takes a command; says whether it was one that scrolls.
    pub fn update(&mut self, command: Command, paras: &[Para], area: Rect) -> bool {
        let total: usize = paras.iter().map(|p| p.rows(text_width(area))).sum();
        self.scroll.take(command, area.height, total)
    }

    /// Turns the wheel.
    pub fn wheel(&mut self, lines: i16, paras: &[Para], area: Rect) {
        for _ in 0..lines.unsigned_abs() {
            let command = if lines < 0 {
                Command::Up
            } else {
                Command::Down
            };
            self.update(command, paras, area);
        }
    }

    /// Draws.
    pub fn draw(&self, paras: &[Para], area: Rect, look: Look, buf: &mut Buffer) {
        let mut row = 0usize;
        let (top, bottom) = (self.scroll.top, self.scroll.top + usize::from(area.height));
        for para in paras {
            let wide = usize::from(text_width(area).saturating_sub(para.indent)).max(8);
            for line in wrap(&para.text, wide) {
                if (top..bottom).contains(&row) {
                    let y = area.y + u16::try_from(row - top).unwrap_or(0);
                    let text = para.text[line].trim_end();
                    put(
                        buf,
                        area.x + para.indent,
                        y,
                        text,
                        wide,
                        look.style(para.role),
                    );
                }
                row += 1;
            }
        }
        self.scroll
            .draw_thumb(buf, area, row, look.signs.thumb, look.style(Role::Aside));
    }
}

/// Text stands clear of the thumb.
fn text_width(area: Rect) -> u16 {
    area.width.saturating_sub(2)
}
