//! A text to read that scrolls: paragraphs in voices, wrapped to the width.

use super::scroll::Scroll;
use super::wrap::{n_rows, put, width, wrap};
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
    /// What stands before its first row; the others stand under the text behind it.
    pub lead: String,
}

impl Para {
    /// A paragraph at the left edge.
    pub fn new(text: impl Into<String>, role: Role) -> Self {
        Self {
            text: text.into(),
            role,
            indent: 0,
            lead: String::new(),
        }
    }

    /// A paragraph set in.
    pub fn under(text: impl Into<String>, role: Role, indent: u16) -> Self {
        Self {
            text: text.into(),
            role,
            indent,
            lead: String::new(),
        }
    }

    /// The same behind a sign or a number.
    #[must_use]
    pub fn led(self, lead: impl Into<String>) -> Self {
        Self {
            lead: lead.into(),
            ..self
        }
    }

    /// Columns before its text.
    fn before(&self) -> u16 {
        let lead = u16::try_from(width(&self.lead)).unwrap_or(0);
        self.indent.saturating_add(lead)
    }

    /// Columns for its text.
    fn wide(&self, all: u16) -> usize {
        usize::from(all.saturating_sub(self.before())).max(8)
    }

    fn rows(&self, all: u16) -> usize {
        n_rows(&self.text, self.wide(all))
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
            let (wide, style) = (para.wide(text_width(area)), look.style(para.role));
            for (n, line) in wrap(&para.text, wide).into_iter().enumerate() {
                if (top..bottom).contains(&row) {
                    let y = area.y + u16::try_from(row - top).unwrap_or(0);
                    if n == 0 && !para.lead.is_empty() {
                        let x = area.x + para.indent;
                        put(buf, x, y, &para.lead, width(&para.lead), style);
                    }
                    let text = para.text[line].trim_end();
                    put(buf, area.x + para.before(), y, text, wide, style);
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
