//! Before a document leaves: what in it may tell who someone is, and a way to go on all the same.

use super::help;
use super::{Flow, Input};
use crate::documents::{
    Format,
    leaving::{Telling, telling},
    pieces,
};
use crate::domain::ids::IncidentId;
use crate::domain::piece::Piece;
use crate::tui::desk::{Desk, Effect};
use crate::tui::form::{Field, Form, Reaction, Value};
use crate::tui::frame::{Canvas, inside};
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::tui::widgets::wrap::n_rows;
use crate::words::Words;

/// Columns of the window, and rows that it takes around its fields.
const WIDE: u16 = 70;
const AROUND: u16 = 6;
/// Most places named one by one.
const NAMED: usize = 6;
/// Most words told of one place.
const QUOTED: usize = 3;

/// The fields.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Said,
    NotYet,
    Do,
}

/// The window.
#[derive(Debug)]
pub struct Leave {
    effect: Effect,
    /// What may tell who someone is.
    told: Telling,
    form: Form<Key>,
}

impl Leave {
    /// Has a document written; first asks, where something in it may tell who someone is.
    pub fn ask(piece: Piece, event: Option<IncidentId>, format: Format, desk: &mut Desk) -> Flow {
        let effect = Effect::Write(piece, event, format);
        let told = desk.session().map(|session| {
            let document = pieces::piece_of(session, &desk.beside(), piece, event, desk.today());
            let unwatched = &desk.team.doc.unwatched;
            telling(&document, &session.guarding.passed, unwatched)
        });
        Self::before(effect, told.unwrap_or_default(), desk)
    }

    /// Has the world asked for what makes something leave; first asks, where `told` names what may tell who someone is.
    pub fn before(effect: Effect, told: Telling, desk: &mut Desk) -> Flow {
        if told.is_empty() {
            desk.ask(effect);
            return Flow::Stay;
        }
        let form = Form::at(Key::NotYet);
        Flow::Push(Self { effect, told, form }.into())
    }

    /// The keys of the field in focus.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        self.form.scopes(&self.fields(desk.words()))
    }

    /// Help on this window.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Window(help::Window::Pieces)
    }

    fn fields(&self, words: Words) -> Vec<Field<Key>> {
        let note = |text: String, role| Field::new(Key::Said, "", Value::Note(text, role));
        let all = self.told.iter().map(|(_, found)| found.len()).sum();
        let mut fields = vec![note(words.leave_said(all), Role::Body)];
        let places = self.told.iter().take(NAMED);
        fields.extend(places.map(|(place, found)| {
            let said = words.leave_place(place, &quoted(found, words));
            note(format!("! {said}"), Role::See)
        }));
        if self.told.len() > NAMED {
            let more = words.ask_and_more(self.told.len() - NAMED);
            fields.push(note(more, Role::See));
        }
        fields.push(note(words.leave_hint().to_owned(), Role::Aside));
        let button = |key, text: &str| Field::new(key, "", Value::Button(text.to_owned()));
        fields.push(button(Key::NotYet, words.leave_not_yet()));
        fields.push(button(Key::Do, words.leave_do()));
        fields
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let fields = self.fields(desk.words());
        let area = inside(desk.areas.window(WIDE, high(&fields)));
        match self.form.take(input, &fields, area, desk) {
            Reaction::Ignored => Flow::Ignored,
            Reaction::Edit(Key::Do, _) => {
                desk.ask(self.effect.clone());
                Flow::Close
            }
            Reaction::Edit(Key::NotYet, _) | Reaction::Finished => Flow::Close,
            Reaction::Moved | Reaction::Edit(..) => Flow::Stay,
        }
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let fields = self.fields(desk.words());
        let title = desk.words().leave_title();
        let area = canvas.form_window(WIDE, high(&fields), title);
        canvas.cursor = self.form.draw(&fields, area, canvas.look, canvas.buf);
    }
}

/// A few of the words found, as they are written, each once, and how many others there are.
fn quoted(found: &[String], words: Words) -> String {
    let mut once: Vec<&String> = Vec::new();
    for word in found {
        if !once.contains(&word) {
            once.push(word);
        }
    }
    let few = once.iter().take(QUOTED);
    // A name is not broken over two rows.
    let whole = |word: &&String| words.guard_quoted(&word.replace(' ', "\u{a0}"));
    let mut said: Vec<String> = few.map(whole).collect();
    if once.len() > QUOTED {
        said.push(words.ask_and_more(once.len() - QUOTED));
    }
    said.join(", ")
}

/// Rows of the window.
fn high(fields: &[Field<Key>]) -> u16 {
    let rows = |field: &Field<Key>| match &field.value {
        Value::Note(text, _) => n_rows(text, usize::from(WIDE) - 12),
        _ => 1,
    };
    let rows: usize = fields.iter().map(rows).sum();
    AROUND + u16::try_from(rows).unwrap_or(u16::MAX - AROUND)
}
