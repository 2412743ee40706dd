//! What one person reads alone while the keyboard goes round: lines in the middle of an empty screen, the keys at its foot.

use super::wrap::width;
use super::{digits, letters};
use crate::domain::order::Order;
use crate::tui::frame::Canvas;
use crate::tui::keymap::{Scope, held, key_for, key_name};
use crate::tui::theme::{Role, Signs};
use crate::tui::verbs::footed;
use crate::words::Words;
use ratatui::layout::Rect;

/// Widest that this is drawn.
const WIDE: u16 = 74;

/// The middle columns of the screen.
pub fn centred(area: Rect) -> Rect {
    let wide = area.width.saturating_sub(6).min(WIDE);
    Rect {
        x: area.x + (area.width - wide) / 2,
        width: wide,
        ..area
    }
}

/// Lines one below the other.
#[derive(Clone, Copy, Debug)]
pub struct Pen {
    /// The first column.
    pub x: u16,
    /// The next row.
    pub y: u16,
    /// How wide lines are.
    pub wide: u16,
    /// The row at which they end.
    pub bottom: u16,
}

impl Pen {
    /// Leaves rows free.
    pub fn skip(&mut self, rows: u16) {
        self.y += rows;
    }

    /// What is left.
    pub fn rest(&self) -> Rect {
        Rect {
            x: self.x,
            y: self.y,
            width: self.wide,
            height: self.bottom.saturating_sub(self.y),
        }
    }

    /// A text, wrapped.
    pub fn text(&mut self, text: &str, role: Role, canvas: &mut Canvas) {
        self.y += canvas.text(self.rest(), text, role);
    }

    /// How many papers were received of how many.
    pub fn count(
        &mut self,
        (papers, people): (u32, u32),
        large: bool,
        words: Words,
        canvas: &mut Canvas,
    ) {
        if !large {
            self.text(&words.papers_of_all(papers, people), Role::Title, canvas);
            return;
        }
        let style = canvas.look.style(Role::Title);
        let ascii = canvas.look.signs == Signs::PLAIN;
        digits::draw(canvas.buf, self.rest(), &papers.to_string(), style, ascii);
        self.skip(digits::HEIGHT);
        self.text(&words.papers_of_all(papers, people), Role::Strong, canvas);
    }

    /// Capitals three rows high.
    pub fn large(&mut self, text: &str, canvas: &mut Canvas) {
        let style = canvas.look.style(Role::Title);
        let ascii = canvas.look.signs == Signs::PLAIN;
        letters::draw(canvas.buf, self.rest(), text, style, ascii);
        self.y += letters::height(text);
    }
}

/// The keys of these scopes at the foot of the screen.
pub fn draw_keys(scopes: &[Scope], words: Words, inner: Rect, area: Rect, canvas: &mut Canvas) {
    let mut keys: Vec<(u8, String, &str)> = Vec::new();
    for binding in held(scopes, words.0) {
        let (rank, verb) = footed(binding, scopes, words);
        let told = rank == 0 || keys.iter().any(|(_, _, other)| *other == verb);
        if let Some(key) = key_for(binding.command, scopes, words.0).filter(|_| !told) {
            let name = key_name(key, words.0);
            let name = if name.chars().count() == 1 {
                name.to_uppercase()
            } else {
                name
            };
            keys.push((rank, name, verb));
        }
    }
    keys.order_by_key(|(rank, _, _)| *rank);
    let mut rest = Rect {
        y: area.bottom().saturating_sub(1),
        height: 1,
        ..inner
    };
    for (_, key, verb) in keys {
        let taken = u16::try_from(width(&key)).unwrap_or(0) + 1;
        let wide = taken + u16::try_from(width(verb)).unwrap_or(0);
        if wide > rest.width {
            break;
        }
        canvas.line(rest, &key, Role::Strong);
        let beside = Rect {
            x: rest.x + taken,
            width: rest.width - taken,
            ..rest
        };
        canvas.line(beside, verb, Role::Aside);
        let used = (wide + 3).min(rest.width);
        rest.x += used;
        rest.width -= used;
    }
}
