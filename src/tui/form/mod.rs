//! Forms: the one way in which screens show and take data. A screen says each time what its fields are now (drawn from the
//! document) and gets back edits to apply; the form itself keeps only the focus and the text being typed.

mod choice;
mod draw;
mod field;
mod items;
mod layout;
mod opened;
mod pen;
mod text;

pub use field::{Edit, Field, Item, Value};
pub use opened::{Opened, Turn};

use super::command::Command;
use super::desk::Desk;
use super::keymap::Scope;
use super::screens::Input;
use super::theme::Look;
use super::widgets::editor::Editor;
use crate::domain::text::Text;
use chrono::NaiveDate;
use ratatui::layout::Rect;
use std::fmt::Debug;

/// What a command did to a form.
#[derive(Clone, Debug, PartialEq)]
pub enum Reaction<K> {
    /// Not for the form.
    Ignored,
    /// The focus or the cursor moved.
    Moved,
    /// The last field was confirmed.
    Finished,
    /// To be applied to the document.
    Edit(K, Edit),
}

/// The state of a form: which field has the focus, what is being typed, where the cursor of a list or choice stands.
#[derive(Clone, Debug)]
pub struct Form<K> {
    focus: Option<K>,
    typing: Option<(K, Editor)>,
    cursor: usize,
}

impl<K: Copy + PartialEq> Default for Form<K> {
    fn default() -> Self {
        Self {
            focus: None,
            typing: None,
            cursor: 0,
        }
    }
}

impl<K: Copy + PartialEq> Form<K> {
    /// A form with the focus on a field.
    pub fn at(key: K) -> Self {
        Self {
            focus: Some(key),
            typing: None,
            cursor: 0,
        }
    }

    /// The field in focus; the first one that takes it until one was chosen.
    pub fn focused<'f>(&self, fields: &'f [Field<K>]) -> Option<&'f Field<K>> {
        let chosen = fields
            .iter()
            .find(|f| Some(f.key) == self.focus && f.value.takes_focus());
        chosen.or_else(|| fields.iter().find(|f| f.value.takes_focus()))
    }

    /// The key of the field in focus.
    pub fn focus(&self, fields: &[Field<K>]) -> Option<K> {
        self.focused(fields).map(|f| f.key)
    }

    /// Puts the focus on a field.
    pub fn set_focus(&mut self, key: K) {
        if self.focus != Some(key) {
            self.focus = Some(key);
            self.typing = None;
            self.cursor = 0;
        }
    }

    /// Whether the field being typed in is empty.
    pub fn typed_nothing(&self) -> bool {
        self.typing
            .as_ref()
            .is_none_or(|(_, editor)| editor.text().trim().is_empty())
    }

    /// The item or option under the cursor.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Puts the cursor on an item or option.
    pub fn set_cursor(&mut self, cursor: usize) {
        self.cursor = cursor;
    }

    /// The scopes of the field in focus, innermost first.
    pub fn scopes(&self, fields: &[Field<K>]) -> Vec<Scope> {
        match self.focused(fields).map(|f| &f.value) {
            Some(Value::Long(_)) => vec![Scope::Long, Scope::Fields],
            Some(Value::Items { .. }) => vec![Scope::List, Scope::Fields, Scope::Letters],
            Some(value) if value.is_typed() => vec![Scope::Line, Scope::Fields],
            Some(_) => vec![Scope::Choice, Scope::Fields, Scope::Letters],
            None => vec![Scope::Letters],
        }
    }

    /// Takes input of any kind. `area` is where the form is drawn.
    pub fn take(
        &mut self,
        input: &Input,
        fields: &[Field<K>],
        area: Rect,
        desk: &Desk,
    ) -> Reaction<K> {
        match input {
            Input::Command(command) => self.update(*command, fields, area.width, desk.today()),
            Input::Paste(text) => self.paste(text, fields, desk.today()),
            Input::Click(col, row) => {
                self.click(fields, area, (*col, *row), desk.prefs.theme.page())
            }
            Input::Wheel(lines) => {
                let command = if *lines < 0 {
                    Command::Up
                } else {
                    Command::Down
                };
                self.update(command, fields, area.width, desk.today())
            }
        }
    }

    /// Takes a command. `width` is that of the page, `today` the day on which dates without year are read.
    pub fn update(
        &mut self,
        command: Command,
        fields: &[Field<K>],
        width: u16,
        today: NaiveDate,
    ) -> Reaction<K> {
        let Some(field) = self.focused(fields) else {
            return Reaction::Ignored;
        };
        if self.focus != Some(field.key) {
            self.set_focus(field.key);
        }
        self.clamp_cursor(field);
        match command {
            Command::NextField => return self.go(fields, 1),
            Command::PrevField => return self.go(fields, -1),
            _ => {}
        }
        match &field.value {
            Value::Items { items, .. } => self.on_items(command, field.key, items, fields),
            value if value.is_typed() => self.on_text(command, field, fields, width, today),
            _ => self.on_choice(command, field, fields, width),
        }
    }

    /// Takes a paste; line breaks become spaces in a field of one line.
    pub fn paste(&mut self, text: &Text, fields: &[Field<K>], today: NaiveDate) -> Reaction<K> {
        match self.focused(fields) {
            Some(field) if self.is_offered(field) => self.instead(field, text.as_str(), today),
            Some(field) if field.value.is_typed() => {
                self.editor_of(field).insert(text.as_str());
                self.typed(field, today)
            }
            _ => Reaction::Ignored,
        }
    }

    /// Takes a click into `area`.
    pub fn click(
        &mut self,
        fields: &[Field<K>],
        area: Rect,
        at: (u16, u16),
        look: Look,
    ) -> Reaction<K> {
        let Some(hit) = layout::hit(self, fields, area, at, look) else {
            return Reaction::Ignored;
        };
        let field = &fields[hit.field];
        let leaving = self.focused(fields).filter(|f| f.key != field.key);
        if leaving.is_some_and(|field| self.is_misread(field)) {
            return Reaction::Moved;
        }
        let again =
            self.focus == Some(field.key) && self.cursor == hit.cursor.unwrap_or(self.cursor);
        self.set_focus(field.key);
        if let Some(cursor) = hit.cursor {
            self.cursor = cursor;
        }
        match (&field.value, hit.cursor) {
            (Value::Items { .. }, Some(index)) if again => {
                Reaction::Edit(field.key, Edit::Open(index))
            }
            (Value::One { .. }, Some(index)) => Reaction::Edit(field.key, Edit::One(Some(index))),
            (Value::Many { .. }, Some(index)) => Reaction::Edit(field.key, Edit::Flip(index)),
            (Value::Toggle(_), _) => Reaction::Edit(field.key, Edit::Flip(0)),
            (Value::Button(_), _) => Reaction::Edit(field.key, Edit::Press),
            _ => Reaction::Moved,
        }
    }

    fn clamp_cursor(&mut self, field: &Field<K>) {
        self.cursor = self.cursor.min(field.value.n_options().saturating_sub(1));
    }

    /// Whether what is being typed in this field is not understood.
    fn is_misread(&self, field: &Field<K>) -> bool {
        let typing = self.typing.as_ref().filter(|(key, _)| *key == field.key);
        typing.is_some_and(|(_, editor)| field.value.misreads(editor.text()))
    }

    /// Moves the focus by `delta` fields; stays at the ends.
    fn go(&mut self, fields: &[Field<K>], delta: isize) -> Reaction<K> {
        let able: Vec<&Field<K>> = fields.iter().filter(|f| f.value.takes_focus()).collect();
        let at = able
            .iter()
            .position(|f| Some(f.key) == self.focus)
            .unwrap_or(0);
        if able.get(at).is_some_and(|field| self.is_misread(field)) {
            // What was typed and not understood is never dropped in passing: it is corrected or erased.
            return Reaction::Moved;
        }
        let to = at.saturating_add_signed(delta);
        let Some(target) = able.get(to).filter(|_| delta > 0 || at > 0) else {
            return Reaction::Ignored;
        };
        self.set_focus(target.key);
        self.cursor = match &target.value {
            Value::One { chosen, .. } => chosen.unwrap_or(0),
            value if delta < 0 => value.n_options().saturating_sub(1),
            _ => 0,
        };
        Reaction::Moved
    }

    fn next_or_finish(&mut self, fields: &[Field<K>]) -> Reaction<K> {
        match self.go(fields, 1) {
            Reaction::Ignored => Reaction::Finished,
            moved => moved,
        }
    }
}

impl<K: Copy + PartialEq + Debug> Form<K> {
    /// The field in focus and the cursor: `What/0`; behind them what is typed, where the document says it in other words
    /// or does not understand it yet: `Due/0/M+`.
    pub fn place(&self, fields: &[Field<K>]) -> String {
        let focused = self.focused(fields);
        let field = focused.map(|f| format!("{:?}", f.key)).unwrap_or_default();
        let place = format!("{field}/{}", self.cursor);
        let typed = self.typing.as_ref().filter(|(key, editor)| {
            focused.is_some_and(|f| f.key == *key && f.value.half_typed(editor.text()))
        });
        typed.map_or(place.clone(), |(_, editor)| {
            format!("{place}/{}", editor.text())
        })
    }

    /// Puts back what [`Form::place`] told; `keys` are all that can be in focus.
    pub fn restore(&mut self, place: &str, keys: &[K]) {
        let mut parts = place.splitn(3, '/');
        let name = parts.next().unwrap_or_default();
        if let Some(key) = keys.iter().copied().find(|key| format!("{key:?}") == name) {
            self.set_focus(key);
            self.cursor = parts.next().and_then(|n| n.parse().ok()).unwrap_or(0);
            self.typing = parts.next().map(|typed| (key, Editor::new(typed, false)));
        }
    }
}
