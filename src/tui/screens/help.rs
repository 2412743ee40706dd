//! Help.

use super::{Flow, Input};
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;

/// What is helped with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Topic {
    /// The home screen.
    #[default]
    Home,
    /// A step.
    Step(crate::domain::agenda::StepKind),
    /// Settings.
    Settings,
    /// The incidents of the workspace.
    Pool,
    /// Something to read.
    Reader,
}

/// The screen.
#[derive(Debug, Default)]
pub struct Help;

impl Help {
    /// Help on a topic.
    pub fn new(_topic: Topic, _scopes: Vec<Scope>) -> Self {
        Self
    }

    /// Keys.
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![Scope::Letters]
    }

    /// Takes input.
    pub fn update(&mut self, _input: &Input, _desk: &mut Desk) -> Flow {
        Flow::Ignored
    }

    /// Help here.
    pub fn topic(&self, _desk: &Desk) -> Topic {
        Topic::Home
    }

    /// Draws.
    pub fn draw(&self, _desk: &Desk, _canvas: &mut Canvas) {}
}
