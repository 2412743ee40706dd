//! Forms: the one way in which screens show and take data. A screen says each time what its fields are now (drawn from the
//! document) and gets back edits to apply; the form itself keeps only the focus and the text being typed.

mod draw;
mod field;
mod opened;

pub use field::{Edit, Field, Item, Value};
pub use opened::{Opened, Turn};

use super::command::Command;
use super::desk::Desk;
use super::keymap::Scope;
use super::screens::Input;
use super::theme::Look;
use super::widgets::editor::Editor;
use crate::domain::moment::{Moment, parse_due, parse_time};
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
        let Some(hit) = draw::hit(self, fields, area, at, look) else {
            return Reaction::Ignored;
        };
        let field = &fields[hit.field];
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

    /// Moves the focus by `delta` fields; stays at the ends.
    fn go(&mut self, fields: &[Field<K>], delta: isize) -> Reaction<K> {
        let able: Vec<&Field<K>> = fields.iter().filter(|f| f.value.takes_focus()).collect();
        let at = able
            .iter()
            .position(|f| Some(f.key) == self.focus)
            .unwrap_or(0);
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

    fn on_items(
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

    fn to(&mut self, cursor: usize) -> Reaction<K> {
        self.cursor = cursor;
        Reaction::Moved
    }

    fn on_choice(
        &mut self,
        command: Command,
        field: &Field<K>,
        fields: &[Field<K>],
        width: u16,
    ) -> Reaction<K> {
        let key = field.key;
        let n = field.value.n_options();
        let at = self.cursor;
        let edit = |edit| Reaction::Edit(key, edit);
        let picks = matches!(field.value, Value::One { .. });
        let tall = draw::is_tall(field, width);
        let back = command == Command::Left || tall && command == Command::Up;
        let forth = command == Command::Right || tall && command == Command::Down;
        match command {
            Command::Confirm | Command::Mark if matches!(field.value, Value::Button(_)) => {
                edit(Edit::Press)
            }
            Command::Mark if matches!(field.value, Value::Toggle(_)) => edit(Edit::Flip(0)),
            Command::Left | Command::Right if matches!(field.value, Value::Toggle(_)) => {
                edit(Edit::Flip(0))
            }
            Command::Mark if picks => {
                let chosen = if let Value::One { chosen, .. } = &field.value {
                    *chosen
                } else {
                    None
                };
                let next = chosen.map_or(at, |c| if c == at { (c + 1) % n.max(1) } else { at });
                self.cursor = next;
                edit(Edit::One(Some(next)))
            }
            Command::Mark if n > 0 => edit(Edit::Flip(at)),
            Command::Erase if picks => edit(Edit::One(None)),
            Command::Pick(digit) if usize::from(digit) <= n => {
                self.cursor = usize::from(digit) - 1;
                edit(if picks {
                    Edit::One(Some(self.cursor))
                } else {
                    Edit::Flip(self.cursor)
                })
            }
            _ if back && at > 0 => self.choose(at - 1, key, picks),
            _ if forth && at + 1 < n => {
                let unset = matches!(field.value, Value::One { chosen: None, .. });
                self.choose(if unset && picks { at } else { at + 1 }, key, picks)
            }
            _ if forth && picks && matches!(field.value, Value::One { chosen: None, .. }) => {
                self.choose(at, key, picks)
            }
            Command::Up => self.go(fields, -1),
            Command::Down => self.go(fields, 1),
            Command::Confirm => self.next_or_finish(fields),
            _ => Reaction::Ignored,
        }
    }

    /// Moves to an option; in a choice of one that chooses it.
    fn choose(&mut self, cursor: usize, key: K, picks: bool) -> Reaction<K> {
        self.cursor = cursor;
        if picks {
            Reaction::Edit(key, Edit::One(Some(cursor)))
        } else {
            Reaction::Moved
        }
    }

    fn next_or_finish(&mut self, fields: &[Field<K>]) -> Reaction<K> {
        match self.go(fields, 1) {
            Reaction::Ignored => Reaction::Finished,
            moved => moved,
        }
    }

    fn on_text(
        &mut self,
        command: Command,
        field: &Field<K>,
        fields: &[Field<K>],
        width: u16,
        today: NaiveDate,
    ) -> Reaction<K> {
        // The editor keeps the last cell for the cursor; what is shown does not.
        let width = usize::from(draw::value_width(field, width)) + 1;
        let editor = self.editor_of(field);
        let before = editor.text().len();
        let command = match (command, &field.value) {
            (Command::Type(c), Value::Number(_)) => match azerty_digit(c) {
                Some(digit) => Command::Type(digit),
                None => return Reaction::Moved,
            },
            (command, _) => command,
        };
        let mut edited = true;
        match command {
            Command::Type(c) => {
                editor.insert(c.encode_utf8(&mut [0; 4]));
            }
            Command::NewLine => {
                editor.insert("\n");
            }
            Command::Backspace => editor.backspace(),
            Command::Erase => editor.delete(),
            Command::EraseWord => editor.delete_word_left(),
            _ => edited = false,
        }
        if edited {
            let same = editor.text().len() == before && !matches!(command, Command::Type(_));
            return if same {
                Reaction::Moved
            } else {
                self.typed(field, today)
            };
        }
        match command {
            Command::Left => editor.left(),
            Command::Right => editor.right(),
            Command::WordLeft => editor.word_left(),
            Command::WordRight => editor.word_right(),
            Command::First => editor.home(width),
            Command::Last => editor.end(width),
            Command::TextStart => editor.top(),
            Command::TextEnd => editor.bottom(),
            Command::Up => {
                return if editor.up(width) {
                    Reaction::Moved
                } else {
                    self.go(fields, -1)
                };
            }
            Command::Down => {
                return if editor.down(width) {
                    Reaction::Moved
                } else {
                    self.go(fields, 1)
                };
            }
            Command::Confirm => return self.next_or_finish(fields),
            _ => return Reaction::Ignored,
        }
        Reaction::Moved
    }

    /// The editor of a field: the one being typed in as long as it says what the document says, else a new one.
    fn editor_of(&mut self, field: &Field<K>) -> &mut Editor {
        let keep = matches!(&self.typing, Some((key, editor)) if *key == field.key && field.value.agrees(editor.text()));
        if !keep {
            self.typing = None;
        }
        let (_, editor) = self
            .typing
            .get_or_insert_with(|| (field.key, field.value.editor()));
        editor
    }

    /// The edit that what was typed amounts to.
    fn typed(&self, field: &Field<K>, today: NaiveDate) -> Reaction<K> {
        let raw = self
            .typing
            .as_ref()
            .map(|(_, editor)| editor.text())
            .unwrap_or_default();
        let edit = match &field.value {
            Value::Line(_) | Value::Long(_) => Edit::Text(Text::new(raw)),
            Value::Moment(_) => Edit::Moment(Moment::parse(raw, today)),
            Value::Date(_) => Edit::Date(parse_due(raw, today)),
            Value::Time(_) => Edit::Time(parse_time(raw)),
            Value::Number(_) => Edit::Number(raw.trim().parse().ok()),
            _ => return Reaction::Ignored,
        };
        Reaction::Edit(field.key, edit)
    }
}

impl<K: Copy + PartialEq + Debug> Form<K> {
    /// The field in focus and the cursor: `What/0`.
    pub fn place(&self, fields: &[Field<K>]) -> String {
        let field = self
            .focus(fields)
            .map(|key| format!("{key:?}"))
            .unwrap_or_default();
        format!("{field}/{}", self.cursor)
    }

    /// Puts back what [`Form::place`] told; `keys` are all that can be in focus.
    pub fn restore(&mut self, place: &str, keys: &[K]) {
        let (name, cursor) = place.split_once('/').unwrap_or((place, ""));
        if let Some(key) = keys.iter().copied().find(|key| format!("{key:?}") == name) {
            self.set_focus(key);
            self.cursor = cursor.parse().unwrap_or(0);
        }
    }
}

/// The digit that a key means in a field of digits: itself, or what stands on the same key of an AZERTY keyboard.
fn azerty_digit(c: char) -> Option<char> {
    const ROW: [char; 10] = ['à', '&', 'é', '"', '\'', '(', '-', 'è', '_', 'ç'];
    let at = ROW
        .iter()
        .position(|other| *other == c)
        .and_then(|at| u32::try_from(at).ok());
    at.and_then(|at| char::from_digit(at, 10))
        .or_else(|| c.is_ascii_digit().then_some(c))
}
