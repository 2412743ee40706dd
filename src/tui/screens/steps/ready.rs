//! Bilan: whether an analysis between two meetings is ready to be presented, and what each of its steps still lacks.

use super::super::{Flow, Input, Spot};
use crate::content;
use crate::content::known;
use crate::domain::agenda::{Row, StepKind};
use crate::domain::progress::{Known, Missing, RowState, missing, state};
use crate::domain::session::Session;
use crate::tui::desk::Desk;
use crate::tui::form::{Edit, Field, Form, Item, Reaction, Value};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::screens::meeting::body;
use crate::tui::theme::Role;
use ratatui::layout::Rect;

/// The fields of the step.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Said,
    Steps,
}

/// The step.
#[derive(Debug)]
pub struct Ready {
    form: Form<Key>,
}

impl Ready {
    /// The list of steps.
    pub fn new(_desk: &Desk) -> Self {
        Self {
            form: Form::at(Key::Steps),
        }
    }

    /// Keys of the list: its lines are places to go to.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        let mut scopes = self.form.scopes(&fields(desk));
        for scope in &mut scopes {
            if *scope == Scope::List {
                *scope = Scope::Menu;
            }
        }
        scopes
    }

    /// Where the focus is.
    pub fn place(&self, desk: &Desk) -> String {
        self.form.place(&fields(desk))
    }

    /// Puts the focus back.
    pub fn restore(&mut self, place: &str) {
        self.form.restore(place, &[Key::Steps]);
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let fields = fields(desk);
        match self.form.take(input, &fields, body(desk.areas.page), desk) {
            Reaction::Ignored => Flow::Ignored,
            Reaction::Edit(Key::Steps, Edit::Open(index)) => {
                let rows = desk.session().map(|s| s.agenda.clone()).unwrap_or_default();
                let row = rows.at(index).filter(|row| row.step != StepKind::Ready);
                row.map_or(Flow::Stay, |row| {
                    let (step, at) = (row.step, String::new());
                    Flow::GoTo(Spot { step, at })
                })
            }
            _ => Flow::Stay,
        }
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        canvas.cursor = self.form.draw(&fields(desk), area, canvas.look, canvas.buf);
    }
}

fn fields(desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let Some(session) = desk.session() else {
        return Vec::new();
    };
    let known = known(session);
    let lacks = missing(session, StepKind::Ready, &known);
    let (said, role) = match lacks.iter().filter(|lack| !lack.is_remark()).count() {
        0 => (words.ready_yes().to_owned(), Role::Done),
        n => (words.ready_not_yet(n), Role::Body),
    };
    let rows = session.agenda.iter();
    let rows = rows.filter(|row| row.step != StepKind::Ready);
    let items = Value::Items {
        items: rows.map(|row| item(row, session, &known, desk)).collect(),
        empty: String::new(),
    };
    let note = |text: String, role| Field::new(Key::Said, "", Value::Note(text, role));
    vec![
        note(said, role),
        Field::new(Key::Steps, words.ready_list(), items).hint(words.ready_hint()),
    ]
}

fn item(row: &Row, session: &Session, known: &Known, desk: &Desk) -> Item {
    let (words, signs) = (desk.words(), desk.prefs.theme.signs);
    let lacks = missing(session, row.step, known);
    let lines: Vec<String> = lacks.iter().map(|lack| words.missing(lack)).collect();
    let sign = match state(session, row, known) {
        _ if lacks.iter().all(Missing::is_remark) => (signs.done, Role::Done),
        RowState::Untouched => (signs.not_yet, Role::Aside),
        _ => (signs.begun, Role::See),
    };
    Item {
        sign: Some(sign),
        text: content::step(row.step).title.get(words.0).to_owned(),
        aside: if lines.is_empty() {
            words.ready_step_done().to_owned()
        } else {
            lines.join("\n")
        },
        ..Item::default()
    }
}
