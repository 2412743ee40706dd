//! The private notes as a text that is typed at any moment.

use crate::domain::text::Text;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Doc};
use crate::tui::frame::Canvas;
use crate::tui::theme::Role;
use crate::tui::widgets::editor::Editor;
use crate::tui::widgets::scroll::Scroll;
use ratatui::layout::{Position, Rect};

/// The notes being typed.
#[derive(Debug)]
pub(super) struct Pad {
    editor: Editor,
    /// Rows hidden above.
    top: usize,
}

impl Pad {
    /// The notes as they are, the cursor on a new line below them.
    pub fn new(desk: &Desk) -> Self {
        let notes = desk.notes.as_ref().map(|open| open.doc.text.as_str());
        let mut editor = Editor::new(notes.unwrap_or_default(), true);
        begin_row(&mut editor);
        // All of it is hidden above, as far as it does not fit.
        Self {
            editor,
            top: usize::MAX,
        }
    }

    /// Takes a command that moves in the text; says whether it was one.
    pub fn go(&mut self, command: Command, area: Rect) -> bool {
        let columns = columns(area);
        match command {
            Command::Left => self.editor.left(),
            Command::Right => self.editor.right(),
            Command::WordLeft => self.editor.word_left(),
            Command::WordRight => self.editor.word_right(),
            Command::First => self.editor.home(columns),
            Command::Last => self.editor.end(columns),
            Command::TextStart => self.editor.top(),
            Command::TextEnd => self.editor.bottom(),
            Command::Up => drop(self.editor.up(columns)),
            Command::Down => drop(self.editor.down(columns)),
            _ => return false,
        }
        self.follow(area);
        true
    }

    /// Takes a command that writes.
    pub fn take(&mut self, command: Command) {
        if command == Command::NewLine {
            self.editor.insert("\n");
        } else {
            self.editor.take(command);
        }
    }

    /// Pastes.
    pub fn insert(&mut self, text: &str) {
        self.editor.insert(text);
    }

    /// Begins a line below all that is written.
    pub fn begin_line(&mut self, heading: &str) {
        self.editor.bottom();
        begin_row(&mut self.editor);
        self.editor.insert(heading);
    }

    /// Puts the cursor where a click fell.
    pub fn click(&mut self, col: u16, row: u16, area: Rect) {
        let row = usize::from(row.saturating_sub(area.y)) + self.first_row(area);
        let col = usize::from(col.saturating_sub(area.x));
        self.editor.click(row, col, columns(area));
    }

    /// Keeps what is written.
    pub fn keep(&mut self, area: Rect, desk: &mut Desk) {
        self.follow(area);
        let text = Text::new(self.editor.text());
        desk.edit_notes(|notes| notes.text = text);
    }

    fn follow(&mut self, area: Rect) {
        self.top = self.first_row(area);
    }

    /// The first row shown: as it was, as far as the cursor stays in sight.
    fn first_row(&self, area: Rect) -> usize {
        let (row, _) = self.editor.row_col(columns(area));
        let least = (row + 1).saturating_sub(usize::from(area.height));
        self.top.clamp(least, row.max(least)).min(
            self.editor
                .n_rows(columns(area))
                .saturating_sub(usize::from(area.height))
                .max(least),
        )
    }

    /// Draws its name and the text.
    pub fn draw(&self, desk: &Desk, head: Rect, area: Rect, canvas: &mut Canvas) {
        let words = desk.words();
        let signs = canvas.look.signs;
        let mark = Rect {
            x: head.x.saturating_sub(1),
            width: 1,
            ..head
        };
        canvas.line(mark, signs.focus, Role::Mark);
        canvas.line(head, words.second_notes(), Role::Title);
        let beside = super::wide(words.second_notes()) + 2;
        let aside = Rect {
            x: head.x + beside,
            width: head.width.saturating_sub(beside),
            ..head
        };
        let held = desk.notes.is_none() || desk.why_read_only(Doc::Notes).is_some();
        let (said, role) = if held {
            (words.second_notes_held(), Role::See)
        } else {
            (words.second_notes_aside(), Role::Aside)
        };
        canvas.line_right(aside, said, role);
        if self.editor.text().is_empty() {
            canvas.text(area, words.second_notes_empty(), Role::Aside);
        }
        let (top, columns) = (self.first_row(area), columns(area));
        let style = canvas.look.style(Role::Body);
        let text = Rect {
            width: area.width.saturating_sub(1),
            ..area
        };
        self.editor.draw(canvas.buf, text, style, top);
        let (thumb, aside) = (signs.thumb, canvas.look.style(Role::Aside));
        let rows = self.editor.n_rows(columns);
        Scroll { top }.draw_thumb(canvas.buf, area, rows, thumb, aside);
        if held {
            return;
        }
        let (row, col) = self.editor.row_col(columns);
        let at = |start: u16, n: usize| start + u16::try_from(n).unwrap_or(0);
        let place = Position::new(at(area.x, col), at(area.y, row.saturating_sub(top)));
        canvas.cursor = Some(place.into());
    }
}

/// Text stands clear of the thumb.
fn columns(area: Rect) -> usize {
    usize::from(area.width.saturating_sub(1))
}

/// A new line, unless one is begun.
fn begin_row(editor: &mut Editor) {
    if !editor.text().is_empty() && !editor.text().ends_with('\n') {
        editor.insert("\n");
    }
}
