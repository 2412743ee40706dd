//! Cards read one person at a time: an empty screen that calls someone, the card once it is asked for, and the next.

use super::help::{Topic, Window};
use super::{Flow, Input};
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::tui::widgets::alone::{Pen, centred, draw_keys};

/// What one person reads.
#[derive(Clone, Debug)]
pub struct Handed {
    /// Who is called, in capitals.
    pub who: String,
    /// What the card is called.
    pub title: String,
    /// What is on it.
    pub texts: Vec<String>,
}

/// The screen.
#[derive(Debug)]
pub struct Passing {
    cards: Vec<Handed>,
    at: usize,
    open: bool,
}

impl Passing {
    /// Cards to be read in this order.
    pub fn new(cards: Vec<Handed>) -> Self {
        Self {
            cards,
            at: 0,
            open: false,
        }
    }

    /// The only keys that hold.
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![if self.open { Scope::Card } else { Scope::Alone }]
    }

    /// Help here.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> Topic {
        Topic::Window(Window::Alone)
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, _desk: &mut Desk) -> Flow {
        match input {
            Input::Command(Command::Quit) => return Flow::Ignored,
            Input::Command(Command::Confirm | Command::Back) if self.open => {
                self.open = false;
                self.at += 1;
            }
            Input::Command(Command::Confirm) => self.open = true,
            Input::Command(Command::Back) => return Flow::Close,
            _ => {}
        }
        if self.at < self.cards.len() {
            Flow::Stay
        } else {
            Flow::Close
        }
    }

    /// Draws over the whole screen.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let Some(card) = self.cards.get(self.at) else {
            return;
        };
        let words = desk.words();
        let area = canvas.areas.screen;
        let inner = centred(area);
        let mut pen = Pen {
            x: inner.x,
            y: area.y + area.height / 6,
            wide: inner.width,
            bottom: area.bottom().saturating_sub(2),
        };
        pen.large(&card.who, canvas);
        pen.skip(2);
        if self.open {
            pen.text(&card.title, Role::Title, canvas);
            for text in &card.texts {
                pen.skip(1);
                pen.text(text, Role::Body, canvas);
            }
            pen.skip(1);
            pen.text(words.pass_hide(), Role::Aside, canvas);
        } else {
            pen.text(words.pass_come(), Role::Strong, canvas);
        }
        draw_keys(&self.scopes(desk), words, inner, area, canvas);
    }
}
