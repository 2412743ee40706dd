//! A text in a form: typed, erased, walked through, and read as what its field holds.

use super::layout::value_width;
use super::{Edit, Field, Form, Reaction, Value};
use crate::domain::moment::{Moment, parse_due, parse_time};
use crate::domain::text::Text;
use crate::tui::command::Command;
use crate::tui::widgets::editor::Editor;
use chrono::NaiveDate;

impl<K: Copy + PartialEq> Form<K> {
    pub(super) fn on_text(
        &mut self,
        command: Command,
        field: &Field<K>,
        fields: &[Field<K>],
        width: u16,
        today: NaiveDate,
    ) -> Reaction<K> {
        if let Command::Type(c) = command
            && self.is_offered(field)
            && !c.is_whitespace()
        {
            return self.instead(field, c.encode_utf8(&mut [0; 4]), today);
        }
        // The editor keeps the last cell for the cursor; what is shown does not.
        let width = usize::from(value_width(field, width)) + 1;
        let editor = self.editor_of(field);
        let command = match (command, &field.value) {
            (Command::Type(c), Value::Number(_)) => match azerty_digit(c) {
                Some(digit) => Command::Type(digit),
                None => return Reaction::Moved,
            },
            (command, _) => command,
        };
        match changed(editor, command) {
            Some(true) => return self.typed(field, today),
            Some(false) => return Reaction::Moved,
            None => {}
        }
        match command {
            Command::Up if editor.up(width) => Reaction::Moved,
            Command::Up => self.go(fields, -1),
            Command::Down if editor.down(width) => Reaction::Moved,
            Command::Down => self.go(fields, 1),
            Command::Confirm => self.next_or_finish(fields),
            _ if moved(editor, command, width) => Reaction::Moved,
            _ => Reaction::Ignored,
        }
    }

    /// Whether the text of a field stands there for another one, and nobody moved in it.
    pub(super) fn is_offered(&self, field: &Field<K>) -> bool {
        let touched = matches!(&self.typing, Some((key, editor)) if *key == field.key && field.value.agrees(editor.text()));
        field.offered && !touched
    }

    /// What is typed takes the place of the text that was offered.
    pub(super) fn instead(
        &mut self,
        field: &Field<K>,
        text: &str,
        today: NaiveDate,
    ) -> Reaction<K> {
        let long = matches!(field.value, Value::Long(_));
        self.typing = Some((field.key, Editor::new(text, long)));
        self.typed(field, today)
    }

    /// The editor of a field: the one being typed in as long as it says what the document says, else a new one.
    pub(super) fn editor_of(&mut self, field: &Field<K>) -> &mut Editor {
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
    pub(super) fn typed(&self, field: &Field<K>, today: NaiveDate) -> Reaction<K> {
        let raw = self
            .typing
            .as_ref()
            .map(|(_, editor)| editor.text())
            .unwrap_or_default();
        let edit = match &field.value {
            Value::Line(_) | Value::Long(_) => Edit::Text(Text::new(raw)),
            Value::Moment(_, _, told) => Edit::Moment(Moment::parse_told(raw, today, *told)),
            Value::Date(_, side) => Edit::Date(parse_due(raw, today, *side)),
            Value::Time(_) => Edit::Time(parse_time(raw)),
            Value::Number(_) => Edit::Number(raw.trim().parse().ok()),
            _ => return Reaction::Ignored,
        };
        Reaction::Edit(field.key, edit)
    }
}

/// Changes the text by what was typed or erased; tells whether it is another text now, nothing when the command changes none.
fn changed(editor: &mut Editor, command: Command) -> Option<bool> {
    let before = editor.text().len();
    match command {
        Command::Type(c) => {
            editor.insert(c.encode_utf8(&mut [0; 4]));
            return Some(true);
        }
        Command::NewLine => {
            editor.insert("\n");
        }
        Command::Backspace => editor.backspace(),
        Command::Erase => editor.delete(),
        Command::EraseWord => editor.delete_word_left(),
        _ => return None,
    }
    Some(editor.text().len() != before)
}

/// Moves the cursor within the text; says whether the command does.
fn moved(editor: &mut Editor, command: Command, width: usize) -> bool {
    match command {
        Command::Left => editor.left(),
        Command::Right => editor.right(),
        Command::WordLeft => editor.word_left(),
        Command::WordRight => editor.word_right(),
        Command::First => editor.home(width),
        Command::Last => editor.end(width),
        Command::TextStart => editor.top(),
        Command::TextEnd => editor.bottom(),
        _ => return false,
    }
    true
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
