//! Search in the session: every text of it, accents and case ignored, shown with what it belongs to; Enter goes there.

use super::find::Find;
use super::help;
use super::{Flow, Input};
use crate::content;
use crate::domain::text::Text;
use crate::library::find::{Query, fold};
use crate::library::{Place, texts};
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::form::{Edit, Field, Form, Item, Reaction, Value};
use crate::tui::frame::{Canvas, inside};
use crate::tui::keymap::Scope;

/// Size of the window.
const SIZE: (u16, u16) = (78, 22);
/// Most places shown.
const MOST: usize = 60;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Wanted,
    Found,
}

/// The window.
#[derive(Debug, Default)]
pub struct Search {
    form: Form<Key>,
    wanted: Text,
}

impl Search {
    /// The keys of the field in focus.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        self.form.scopes(&self.fields(desk))
    }

    /// Help on this window.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Window(help::Window::Search)
    }

    /// The places of the session that hold what is typed, or bear it as their id.
    fn found<'d>(&self, desk: &'d Desk) -> Vec<Place<'d>> {
        let (query, id) = (Query::new(self.wanted.as_str()), fold(self.wanted.as_str()));
        let Some(session) = desk.session().filter(|_| !query.is_empty()) else {
            return Vec::new();
        };
        let meant = |place: &Place| query.matches(&place.joined()) || fold(&place.id) == id;
        let places = texts(session).into_iter();
        places.filter(meant).take(MOST).collect()
    }

    fn fields(&self, desk: &Desk) -> Vec<Field<Key>> {
        let words = desk.words();
        let found = self.found(desk);
        let item = |place: &Place| Item {
            lead: place.id.clone(),
            text: place.joined(),
            aside: content::step(place.spot.step).name.get(words.0).to_owned(),
            ..Item::default()
        };
        let items = found.iter().map(item).collect();
        let empty = if self.wanted.is_blank() {
            words.search_hint()
        } else {
            words.search_nothing()
        };
        vec![
            Field::new(
                Key::Wanted,
                words.search_wanted(),
                Value::Line(self.wanted.clone()),
            ),
            Field::new(
                Key::Found,
                words.search_found(found.len()),
                Value::Items {
                    items,
                    empty: empty.to_owned(),
                },
            ),
        ]
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let fields = self.fields(desk);
        let typing = self.form.focus(&fields) == Some(Key::Wanted);
        if typing && *input == Input::Command(Command::Confirm) {
            return self.go(desk, 0);
        }
        match self.form.take(
            input,
            &fields,
            inside(desk.areas.window(SIZE.0, SIZE.1)),
            desk,
        ) {
            Reaction::Ignored if *input == Input::Command(Command::Search) => {
                Flow::Replace(Find::new(&self.wanted, desk).into())
            }
            Reaction::Ignored => Flow::Ignored,
            Reaction::Edit(_, Edit::Text(text)) => {
                self.wanted = text;
                Flow::Stay
            }
            Reaction::Edit(_, Edit::Open(index)) => self.go(desk, index),
            _ => Flow::Stay,
        }
    }

    fn go(&self, desk: &Desk, index: usize) -> Flow {
        self.found(desk)
            .into_iter()
            .nth(index)
            .map_or(Flow::Stay, |hit| Flow::GoTo(hit.spot))
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let area = canvas.form_window(SIZE.0, SIZE.1, desk.words().search_title());
        canvas.cursor = self
            .form
            .draw(&self.fields(desk), area, canvas.look, canvas.buf);
    }
}
