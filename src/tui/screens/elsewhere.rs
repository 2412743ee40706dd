//! Where else the session is saved when its own folder cannot be written, and whether the meeting goes on there.

use super::help;
use super::{Flow, Input};
use crate::domain::text::Text;
use crate::tui::desk::{Desk, Effect, Saving};
use crate::tui::form::{Edit, Field, Form, Reaction, Value};
use crate::tui::frame::{Canvas, inside};
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::tui::widgets::wrap::n_rows;
use crate::words::Words;
use std::path::{Path, PathBuf};

/// Columns of the window, and rows that it takes around its fields.
const WIDE: u16 = 74;
const AROUND: u16 = 7;

/// The fields.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Said,
    Folder,
    Save,
    GoOn,
    Stay,
}

/// The window.
#[derive(Debug)]
pub struct Elsewhere {
    folder: Text,
    /// The folder that was proposed: what is typed takes its place.
    proposed: Text,
    /// The workspace in which it was saved, and the file.
    saved: Option<(PathBuf, PathBuf)>,
    form: Form<Key>,
}

impl Elsewhere {
    /// Asks, with this folder to begin with.
    pub fn new(folder: &Path) -> Self {
        let proposed = Text::line(&folder.display().to_string());
        Self {
            folder: proposed.clone(),
            proposed,
            saved: None,
            form: Form::at(Key::Folder),
        }
    }

    /// It was saved there.
    pub fn saved(&mut self, root: &Path, path: &Path) {
        self.saved = Some((root.to_owned(), path.to_owned()));
        self.form = Form::at(Key::Stay);
    }

    /// The keys of the field in focus.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        self.form.scopes(&self.fields(desk.words(), desk))
    }

    /// Help on this window.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Window(help::Window::Elsewhere)
    }

    fn fields(&self, words: Words, desk: &Desk) -> Vec<Field<Key>> {
        let note = |text: String, role| Field::new(Key::Said, "", Value::Note(text, role));
        let button = |key, text: &str| Field::new(key, "", Value::Button(text.to_owned()));
        let failing = match &desk.saving {
            Saving::Failing(problem, _) => Some(problem),
            _ => None,
        };
        if let Some((_, path)) = &self.saved {
            let then = if failing.is_some() {
                words.elsewhere_then()
            } else {
                words.elsewhere_then_copy()
            };
            return vec![
                note(words.elsewhere_saved().to_owned(), Role::Done),
                note(path.display().to_string(), Role::Strong),
                note(then.to_owned(), Role::Body),
                button(Key::Stay, words.elsewhere_stay()),
                button(Key::GoOn, words.elsewhere_go_on()).hint(words.elsewhere_go_on_hint()),
            ];
        }
        let mut fields = Vec::new();
        let said = if let Some(problem) = failing {
            fields.push(note(format!("! {}", words.problem(problem)), Role::See));
            words.elsewhere_said()
        } else {
            words.elsewhere_said_copy()
        };
        fields.push(note(said.to_owned(), Role::Body));
        fields.push(
            Field::new(
                Key::Folder,
                words.elsewhere_where(),
                Value::Line(self.folder.clone()),
            )
            .hint(words.elsewhere_where_hint())
            .offered(self.folder == self.proposed),
        );
        fields.push(button(Key::Save, words.elsewhere_do()));
        fields
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let fields = self.fields(desk.words(), desk);
        let area = inside(desk.areas.window(WIDE, high(&fields)));
        match self.form.take(input, &fields, area, desk) {
            Reaction::Ignored => return Flow::Ignored,
            Reaction::Edit(Key::Folder, Edit::Text(text)) => self.folder = text,
            Reaction::Edit(Key::Save, _) => {
                // A path copied from a file manager often comes in quotes.
                let path = self.folder.as_str().trim().trim_matches(['"', '\'']);
                desk.ask(Effect::SaveElsewhere(PathBuf::from(path)));
            }
            Reaction::Edit(Key::GoOn, _) => {
                if let Some((root, _)) = &self.saved {
                    desk.ask(Effect::GoOnElsewhere(root.clone()));
                }
            }
            Reaction::Edit(Key::Stay, _) => return Flow::Close,
            Reaction::Finished | Reaction::Moved | Reaction::Edit(..) => {}
        }
        Flow::Stay
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let fields = self.fields(desk.words(), desk);
        let title = desk.words().elsewhere_title();
        let area = canvas.form_window(WIDE, high(&fields), title);
        canvas.cursor = self.form.draw(&fields, area, canvas.look, canvas.buf);
    }
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
