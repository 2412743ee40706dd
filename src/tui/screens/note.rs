//! A private note typed in front of the room: the curtain is drawn and the text shows as dots. It goes to a file of its own,
//! in no document and outside undo.

use super::help;
use super::{Flow, Input};
use crate::domain::text::Text;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Effect};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::tui::widgets::editor::Editor;
use ratatui::layout::{Position, Rect};

/// Widest line of dots.
const WIDE: u16 = 60;

/// The screen.
#[derive(Debug)]
pub struct Note {
    editor: Editor,
}

impl Note {
    /// The note of the open session, a new line begun below what is there.
    pub fn new(desk: &Desk) -> Self {
        let mut editor = Editor::new(
            desk.notes
                .as_ref()
                .map_or("", |open| open.doc.text.as_str()),
            true,
        );
        if !editor.text().is_empty() && !editor.text().ends_with('\n') {
            editor.insert("\n");
        }
        Self { editor }
    }

    /// A long text.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![Scope::Long]
    }

    /// Help on this window.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Window(help::Window::Note)
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        match input {
            Input::Command(Command::Note | Command::Back) => {
                desk.ask(Effect::CloseNotes);
                return Flow::Close;
            }
            Input::Command(Command::Type(c)) => {
                self.editor.insert(c.encode_utf8(&mut [0; 4]));
            }
            Input::Command(Command::NewLine) => {
                self.editor.insert("\n");
            }
            Input::Command(Command::Backspace) => self.editor.backspace(),
            Input::Command(Command::EraseWord) => self.editor.delete_word_left(),
            Input::Command(Command::Curtain | Command::Quit) => return Flow::Ignored,
            Input::Paste(text) => {
                self.editor.insert(text.as_str());
            }
            _ => return Flow::Stay,
        }
        let text = Text::new(self.editor.text());
        desk.edit_notes(|notes| notes.text = text);
        Flow::Stay
    }

    /// Draws a blank wall with dots: how much is typed, never what.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let words = desk.words();
        let screen = canvas.areas.screen;
        ratatui::widgets::Widget::render(ratatui::widgets::Clear, screen, canvas.buf);
        canvas.buf.set_style(screen, canvas.look.style(Role::Body));
        let wide = WIDE.min(screen.width.saturating_sub(4));
        let area = Rect {
            x: (screen.width - wide) / 2,
            y: screen.height / 3,
            width: wide,
            height: screen.height / 2,
        };
        canvas.text(area, words.note_title(), Role::Aside);
        let last = self
            .editor
            .text()
            .lines()
            .last()
            .filter(|_| !self.editor.text().ends_with('\n'))
            .unwrap_or("");
        let n = last
            .chars()
            .count()
            .min(usize::from(wide.saturating_sub(1)));
        let row = Rect {
            y: area.y + 2,
            height: 1,
            ..area
        };
        canvas.line(row, &canvas.look.signs.bullet.repeat(n), Role::Body);
        canvas.cursor = Some(Position::new(row.x + u16::try_from(n).unwrap_or(0), row.y).into());
    }
}
