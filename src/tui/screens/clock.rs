//! Clock.

use super::help;
use super::{Flow, Input};
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;

/// The screen.
#[derive(Debug, Default)]
pub struct Clock;

impl Clock {
    /// Keys.
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![Scope::Letters]
    }

    /// Takes input.
    pub fn update(&mut self, _input: &Input, _desk: &mut Desk) -> Flow {
        Flow::Ignored
    }

    /// Help here.
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Home
    }

    /// Draws.
    pub fn draw(&self, _desk: &Desk, _canvas: &mut Canvas) {}
}
