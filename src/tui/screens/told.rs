//! Something to be read in a window over the page: the case and its frame, the answers of a test, the key at a debrief.

use super::help::{Topic, Window};
use super::{Flow, Input};
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::frame::{Canvas, inside};
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::tui::widgets::reading::{Para, Reading};

/// Size of the window.
const SIZE: (u16, u16) = (88, 40);

/// The window.
#[derive(Debug)]
pub struct Told {
    title: String,
    paras: Vec<Para>,
    reading: Reading,
}

impl Told {
    /// With what there is to read.
    pub fn new(title: impl Into<String>, paras: Vec<Para>) -> Self {
        Self {
            title: title.into(),
            paras,
            reading: Reading::default(),
        }
    }

    /// It is read.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![Scope::Reading, Scope::Letters]
    }

    /// Help here.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> Topic {
        Topic::Window(Window::Told)
    }

    /// Scrolls.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let area = inside(desk.areas.window(SIZE.0, SIZE.1));
        match input {
            Input::Command(Command::Confirm) => Flow::Close,
            Input::Command(command) if self.reading.update(*command, &self.paras, area) => {
                Flow::Stay
            }
            Input::Wheel(lines) => {
                self.reading.wheel(*lines, &self.paras, area);
                Flow::Stay
            }
            _ => Flow::Ignored,
        }
    }

    /// Draws.
    pub fn draw(&self, _desk: &Desk, canvas: &mut Canvas) {
        let area = canvas.window(SIZE.0, SIZE.1, &self.title);
        self.reading
            .draw(&self.paras, area, canvas.look, canvas.buf);
    }
}

/// A part under its heading, with air below.
pub fn part(title: &str, texts: impl IntoIterator<Item = String>) -> Vec<Para> {
    let mut paras = vec![Para::new(title, Role::Title)];
    paras.extend(texts.into_iter().map(|text| Para::new(text, Role::Body)));
    paras.push(Para::new("", Role::Body));
    paras
}
