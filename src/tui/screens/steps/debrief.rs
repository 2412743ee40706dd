//! Debrief.

use super::super::{Flow, Input};
use crate::tui::desk::Desk;
use crate::tui::form::{Field, Form, Value};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::screens::meeting::body;
use crate::tui::theme::Role;
use ratatui::layout::Rect;

/// The fields of the step.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Said,
}

/// The step.
#[derive(Debug)]
pub struct Debrief {
    form: Form<Key>,
}

impl Debrief {
    /// The step.
    pub fn new(_desk: &Desk) -> Self {
        Self {
            form: Form::default(),
        }
    }

    /// Keys.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        self.form.scopes(&fields(desk))
    }

    /// Where the focus is.
    pub fn place(&self, desk: &Desk) -> String {
        self.form.place(&fields(desk))
    }

    /// Puts the focus back.
    pub fn restore(&mut self, place: &str) {
        self.form.restore(place, &[Key::Said]);
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let fields = fields(desk);
        let _ = self.form.take(input, &fields, body(desk.areas.page), desk);
        Flow::Stay
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        canvas.cursor = self.form.draw(&fields(desk), area, canvas.look, canvas.buf);
    }
}

fn fields(_desk: &Desk) -> Vec<Field<Key>> {
    vec![Field::new(
        Key::Said,
        "",
        Value::Note(String::new(), Role::Body),
    )]
}
