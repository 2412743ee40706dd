//! Leaving while the disk refuses: what is in memory alone is not let go before it was asked once more.

use super::Shell;
use crate::tui::command::Command;

impl Shell {
    /// Leaves the program.
    pub(super) fn quit(&mut self) {
        let loses = !self.agreed && !self.store.in_memory().is_empty();
        if loses {
            self.app.ask_leave(Command::Quit);
        } else {
            self.leaving = true;
        }
    }

    /// Goes home; the session, if one is open, is left at this place.
    pub(super) fn go_home(&mut self, place: &str) {
        let desk = &self.app.desk;
        if let Some(open) = &desk.session {
            let handle = open.handle;
            let amendments = desk.amendments.as_ref().map(|open| open.handle);
            let notes = desk.notes.as_ref().map(|open| open.handle);
            let its = [Some(handle), amendments, notes];
            if !self.agreed
                && self
                    .store
                    .in_memory()
                    .iter()
                    .any(|h| its.contains(&Some(*h)))
            {
                self.app.ask_leave(Command::Home);
                return;
            }
            let _ = self.store.place(handle, place);
            self.close_session();
        }
        self.app.at_home();
    }

    /// Whether something is in memory alone, so that this folder cannot be left now; it is said.
    pub(super) fn would_lose(&mut self) -> bool {
        let stays = !self.store.in_memory().is_empty();
        if stays {
            let words = self.app.desk.words();
            let why = self
                .failing
                .last()
                .map(|(_, problem)| words.problem(problem));
            let said = words.say_unsaved_first(&why.unwrap_or_default());
            self.app.refuse(said.trim_end().to_owned());
        }
        stays
    }
}
