//! A list in a form: adding, opening, moving and taking away its items.

use super::{Edit, Field, Form, Item, Reaction};
use crate::tui::command::Command;

impl<K: Copy + PartialEq> Form<K> {
    /// Takes a command.
    pub(super) fn on_items(
        &mut self,
        command: Command,
        key: K,
        items: &[Item],
        fields: &[Field<K>],
    ) -> Reaction<K> {
        let at = self.cursor;
        let edit = |edit| Reaction::Edit(key, edit);
        match command {
            Command::Add => edit(Edit::Add),
            Command::Confirm if items.is_empty() => edit(Edit::Add),
            Command::Confirm | Command::Edit if !items.is_empty() => edit(Edit::Open(at)),
            Command::Delete if !items.is_empty() => edit(Edit::Delete(at)),
            Command::Mark if !items.is_empty() => edit(Edit::Mark(at)),
            Command::MoveUp if at > 0 => {
                self.cursor -= 1;
                edit(Edit::Shift(at, -1))
            }
            Command::MoveDown if at + 1 < items.len() => {
                self.cursor += 1;
                edit(Edit::Shift(at, 1))
            }
            Command::Up if at > 0 => self.to(at - 1),
            Command::Down if at + 1 < items.len() => self.to(at + 1),
            Command::Up => self.go(fields, -1),
            Command::Down => self.go(fields, 1),
            Command::First => self.to(0),
            Command::Last => self.to(items.len().saturating_sub(1)),
            _ => Reaction::Ignored,
        }
    }

    pub(super) fn to(&mut self, cursor: usize) -> Reaction<K> {
        self.cursor = cursor;
        Reaction::Moved
    }
}
