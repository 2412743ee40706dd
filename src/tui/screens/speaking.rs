//! The speaking round: who has had the floor, by function, so that the quiet ones are asked.

use super::help;
use super::{Flow, Input};
use crate::domain::ids::MemberId;
use crate::domain::session::Attendee;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Form, Item, Reaction, Value};
use crate::tui::frame::{Canvas, inside};
use crate::tui::keymap::{Scope, with_list};
use crate::tui::theme::Role;

/// Size of the window.
const SIZE: (u16, u16) = (60, 22);

#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    People,
}

/// The window.
#[derive(Debug, Default)]
pub struct Speaking {
    form: Form<Key>,
}

impl Speaking {
    /// A list.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        with_list(self.form.scopes(&fields(desk)), Scope::Floor)
    }

    /// Help on this window.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Window(help::Window::Speaking)
    }

    /// Takes input: Space or Enter gives the floor once more, Delete takes one back.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        match self.form.take(
            input,
            &fields(desk),
            inside(desk.areas.window(SIZE.0, SIZE.1)),
            desk,
        ) {
            Reaction::Ignored => return Flow::Ignored,
            Reaction::Edit(_, Edit::Mark(index) | Edit::Open(index)) => {
                count(desk, index, |n| n.saturating_add(1));
            }
            Reaction::Edit(_, Edit::Delete(index)) => count(desk, index, |n| n.saturating_sub(1)),
            _ => {}
        }
        Flow::Stay
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let area = canvas.form_window(SIZE.0, SIZE.1, desk.words().speaking_title());
        canvas.cursor = self.form.draw(&fields(desk), area, canvas.look, canvas.buf);
    }
}

fn fields(desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let signs = desk.prefs.theme.signs;
    let people: Vec<Attendee> = desk
        .session()
        .map(|s| s.present().cloned().collect())
        .unwrap_or_default();
    let item = |person: &Attendee| {
        let (sign, role) = if person.spoke > 0 {
            (signs.done, Role::Done)
        } else {
            (signs.not_yet, Role::Aside)
        };
        Item {
            sign: Some((sign, role)),
            lead: person.spoke.to_string(),
            text: person.function.to_string(),
            ..Item::default()
        }
    };
    let items = people.iter().map(item).collect();
    let silent = people.iter().filter(|person| person.spoke == 0).count();
    // Of an empty room nothing is said.
    let said = if people.is_empty() {
        String::new()
    } else {
        words.speaking_silent(silent)
    };
    let list = Value::Items {
        items,
        empty: words.speaking_empty().to_owned(),
    };
    vec![
        Field::new(Key::People, words.speaking_people(), list)
            .aside(said)
            .hint(words.speaking_hint()),
    ]
}

fn count(desk: &mut Desk, index: usize, change: impl FnOnce(u32) -> u32) {
    let id: Option<MemberId> = desk
        .session()
        .and_then(|s| s.present().nth(index))
        .map(|person| person.id);
    desk.edit(Group::Alone, |session| {
        if let Some(person) = id.and_then(|id| session.attendees.get_mut(id)) {
            person.spoke = change(person.spoke);
        }
    });
}
