//! A choice in a form: options of which one or several hold, a box to tick, a button.

use super::layout::is_tall;
use super::{Edit, Field, Form, Reaction, Value};
use crate::tui::command::Command;

/// Along the options: towards the first or towards the last one.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    Back,
    Forth,
}

/// The option that a command picks by a digit.
fn picked<K>(field: &Field<K>, command: Command) -> Option<usize> {
    match command {
        Command::Pick(digit) => field.picked(digit),
        _ => None,
    }
}

/// The way that a command goes along the options; up and down only where they stand one below the other.
fn way(command: Command, tall: bool) -> Option<Way> {
    match command {
        Command::Left => Some(Way::Back),
        Command::Right => Some(Way::Forth),
        Command::Up if tall => Some(Way::Back),
        Command::Down if tall => Some(Way::Forth),
        _ => None,
    }
}

impl<K: Copy + PartialEq> Form<K> {
    pub(super) fn on_choice(
        &mut self,
        command: Command,
        field: &Field<K>,
        fields: &[Field<K>],
        width: u16,
    ) -> Reaction<K> {
        let key = field.key;
        let way = way(command, is_tall(field, width));
        let done = match (&field.value, command) {
            (Value::Button(_), Command::Confirm | Command::Mark) => {
                Some(Reaction::Edit(key, Edit::Press))
            }
            (Value::Toggle(_), Command::Mark | Command::Left | Command::Right) => {
                Some(Reaction::Edit(key, Edit::Flip(0)))
            }
            (Value::One { options, chosen }, _) => {
                let command = (command, picked(field, command));
                let edit = self.on_one(command, way, options.len(), *chosen);
                edit.map(|edit| Reaction::Edit(key, edit))
            }
            (Value::Many { options, .. }, _) => {
                let command = (command, picked(field, command));
                self.on_many(command, way, options.len(), key)
            }
            _ => None,
        };
        match (done, command) {
            (Some(reaction), _) => reaction,
            (None, Command::Up) => self.go(fields, -1),
            (None, Command::Down) => self.go(fields, 1),
            (None, Command::Confirm) => self.next_or_finish(fields),
            (None, _) => Reaction::Ignored,
        }
    }

    /// In a choice of one, moving to an option chooses it; the first move chooses the option under the cursor.
    fn on_one(
        &mut self,
        (command, picked): (Command, Option<usize>),
        way: Option<Way>,
        n: usize,
        chosen: Option<usize>,
    ) -> Option<Edit> {
        let at = self.cursor;
        let to = match command {
            Command::Mark => at,
            Command::Erase => return Some(Edit::One(None)),
            Command::Pick(_) => picked?,
            _ => match way? {
                Way::Back if at > 0 => at - 1,
                Way::Forth if chosen.is_none() => at,
                Way::Forth if at + 1 < n => at + 1,
                Way::Back | Way::Forth => return None,
            },
        };
        self.cursor = to;
        Some(Edit::One(Some(to)))
    }

    fn on_many(
        &mut self,
        (command, picked): (Command, Option<usize>),
        way: Option<Way>,
        n: usize,
        key: K,
    ) -> Option<Reaction<K>> {
        let at = self.cursor;
        match (command, way) {
            (Command::Mark, _) if n > 0 => Some(Reaction::Edit(key, Edit::Flip(at))),
            (Command::Pick(_), _) => {
                self.cursor = picked?;
                Some(Reaction::Edit(key, Edit::Flip(self.cursor)))
            }
            (_, Some(Way::Back)) if at > 0 => Some(self.to(at - 1)),
            (_, Some(Way::Forth)) if at + 1 < n => Some(self.to(at + 1)),
            _ => None,
        }
    }
}
