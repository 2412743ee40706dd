//! The private notes of the session on the wall: open while their window is, so that a second terminal can write them at any
//! other time.

use super::Shell;
use crate::domain::problem::Why;
use crate::store::{Access, Handle};
use crate::tui::desk::Open;
use chrono::NaiveDateTime;

impl Shell {
    /// Opens the notes and their window; notes that cannot be written are told, and no window opens.
    pub(super) fn open_notes(&mut self, now: NaiveDateTime) {
        if self.app.desk.notes.is_some() {
            self.app.notes_opened();
            return;
        }
        let words = self.app.desk.words();
        let Some(id) = self.app.desk.session().map(|session| session.id) else {
            return;
        };
        let refused = match self.store.notes(id, now) {
            Ok(opened) if opened.access == Access::Write => {
                self.app.desk.notes = Some(Open::new(opened));
                self.noted = 0;
                self.app.notes_opened();
                return;
            }
            Ok(opened) => {
                self.store.close(opened.handle);
                match opened.access {
                    Access::Read(Why::Held(_)) => words.note_elsewhere().to_owned(),
                    Access::Read(why) => words.note_refused(&words.why(&why)),
                    Access::Write => return,
                }
            }
            Err(problem) => words.note_refused(&words.problem(&problem)),
        };
        self.app.refuse(refused);
    }

    /// The disk has the notes as they were at this revision, if it is theirs.
    pub(super) fn notes_saved(&mut self, handle: Handle, revision: u64) {
        let notes = self.app.desk.notes.as_ref();
        if notes.is_some_and(|open| open.handle == handle) {
            self.noted = revision;
            self.rest_notes();
        }
    }

    /// Closes the notes once their window is closed and the disk has them, so that another terminal may write on. Those that
    /// the disk refuses stay open, and are said not to be saved.
    pub(super) fn rest_notes(&mut self) {
        let notes = self.app.desk.notes.as_ref();
        let saved = notes.is_some_and(|open| open.revision <= self.noted);
        if saved && self.following.is_none() && !self.app.shows_notes() {
            self.close_notes();
        }
    }

    /// Closes the notes.
    pub(super) fn close_notes(&mut self) {
        if let Some(open) = self.app.desk.notes.take() {
            self.let_go(open.handle);
        }
    }
}
