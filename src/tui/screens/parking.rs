//! The parking lot: questions kept for later, typed without leaving the step.

use super::help;
use super::{Flow, Input};
use crate::domain::ids::ParkedId;
use crate::domain::session::Parked;
use crate::domain::text::Text;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Form, Item, Reaction, Value};
use crate::tui::frame::{Canvas, inside};
use crate::tui::keymap::Scope;

/// What the place of this window begins with.
const PLACE: &str = "park ";
/// Size of the window.
const SIZE: (u16, u16) = (72, 20);

#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Draft,
    Kept,
}

/// The window.
#[derive(Debug, Default)]
pub struct Parking {
    form: Form<Key>,
    draft: Text,
    /// The line that is being reworded; none: a new one is typed.
    reworded: Option<ParkedId>,
}

impl Parking {
    /// What is being typed, to be found again after a kill.
    pub fn place(&self, desk: &Desk) -> String {
        format!(
            "{PLACE}{} {}",
            self.form.place(&self.fields(desk)),
            self.draft
        )
    }

    /// The window as [`Parking::place`] told it.
    pub fn at(place: &str) -> Option<Self> {
        let (form, draft) = place.strip_prefix(PLACE)?.split_once(' ')?;
        let mut parking = Self {
            draft: Text::line(draft),
            ..Self::default()
        };
        parking.form.restore(form, &[Key::Draft, Key::Kept]);
        Some(parking)
    }

    /// The keys of the field in focus.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        self.form.scopes(&self.fields(desk))
    }

    /// Help on this window.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Window(help::Window::Parking)
    }

    fn fields(&self, desk: &Desk) -> Vec<Field<Key>> {
        let words = desk.words();
        let parked = desk
            .session()
            .map(|session| session.parked.clone())
            .unwrap_or_default();
        let item = |line: &Parked| Item {
            text: line.what.to_string(),
            aside: line.outcome.to_string(),
            ..Item::default()
        };
        let items = parked.iter().map(item).collect();
        vec![
            Field::new(
                Key::Draft,
                words.parking_new(),
                Value::Line(self.draft.clone()),
            )
            .hint(words.parking_hint()),
            Field::new(
                Key::Kept,
                words.parking_kept(),
                Value::Items {
                    items,
                    empty: words.parking_empty().to_owned(),
                },
            ),
        ]
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let fields = self.fields(desk);
        let typing = self.form.focus(&fields) == Some(Key::Draft);
        match input {
            Input::Command(Command::Park) => return Flow::Close,
            Input::Command(Command::Confirm) if typing && self.draft.is_blank() => {
                return Flow::Close;
            }
            Input::Command(Command::Confirm) if typing => {
                self.keep(desk);
                return Flow::Stay;
            }
            _ => {}
        }
        match self.form.take(
            input,
            &fields,
            inside(desk.areas.window(SIZE.0, SIZE.1)),
            desk,
        ) {
            Reaction::Ignored => return Flow::Ignored,
            Reaction::Edit(_, Edit::Text(text)) => self.draft = text,
            Reaction::Edit(_, Edit::Add) => {
                self.reworded = None;
                self.form = Form::at(Key::Draft);
            }
            Reaction::Edit(_, Edit::Open(index)) => {
                let line = desk.session().and_then(|s| s.parked.at(index));
                if let Some(line) = line {
                    self.reworded = Some(line.id);
                    self.draft = line.what.clone();
                    self.form = Form::at(Key::Draft);
                }
            }
            Reaction::Edit(_, Edit::Shift(index, delta)) => {
                desk.edit(Group::Alone, |session| {
                    if let Some(id) = session.parked.at(index).map(|line| line.id) {
                        session.parked.shift(id, delta);
                    }
                });
            }
            Reaction::Edit(_, Edit::Delete(index)) => {
                desk.edit(Group::Alone, |session| {
                    if let Some(id) = session.parked.at(index).map(|line| line.id) {
                        session.parked.remove(id);
                    }
                });
            }
            _ => {}
        }
        Flow::Stay
    }

    fn keep(&mut self, desk: &mut Desk) {
        let what = std::mem::take(&mut self.draft);
        let reworded = self.reworded.take();
        desk.edit(Group::Alone, |session| {
            if let Some(line) = reworded.and_then(|id| session.parked.get_mut(id)) {
                line.what = what;
                return;
            }
            let row = session.running().map(|row| row.id);
            let line = Parked {
                what,
                row,
                ..Parked::new(session.ids.give())
            };
            session.parked.push(line);
        });
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let area = canvas.form_window(SIZE.0, SIZE.1, desk.words().parking_title());
        canvas.cursor = self
            .form
            .draw(&self.fields(desk), area, canvas.look, canvas.buf);
    }
}
