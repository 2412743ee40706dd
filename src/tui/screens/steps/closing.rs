//! Closing.

use super::super::{Flow, Input};
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use ratatui::layout::Rect;

/// The step.
#[derive(Debug, Default)]
pub struct Closing;

impl Closing {
    /// The step.
    pub fn new(_desk: &Desk) -> Self {
        Self
    }

    /// Keys.
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![Scope::Letters]
    }

    /// Place.
    pub fn place(&self, _desk: &Desk) -> String {
        String::new()
    }

    /// Restore.
    pub fn restore(&mut self, _place: &str) {}

    /// Takes input.
    pub fn update(&mut self, _input: &Input, _desk: &mut Desk) -> Flow {
        Flow::Ignored
    }

    /// Draws.
    pub fn draw(&self, _desk: &Desk, _area: Rect, _canvas: &mut Canvas) {}
}
