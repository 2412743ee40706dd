//! Rooms in other worlds: always the same one, the one of today, the one after a kill.

use super::{Room, Setup, copy};
use chrono::NaiveDateTime;
use crex::tui::shell::Start;
use std::cell::Cell;
use std::rc::Rc;

impl Room {
    /// An empty folder on the day that it really is.
    pub fn today(setup: Setup) -> Self {
        let folder = Rc::new(tempfile::tempdir().unwrap());
        Self::on(
            folder,
            setup,
            Start::Home,
            chrono::Local::now().naive_local(),
        )
    }

    /// An empty folder in a world that is always the same: the clock stands still, new files get ids in order.
    pub fn story(setup: Setup) -> Self {
        Self::story_from(setup, super::day())
    }

    /// The same, from another day on.
    pub fn story_from(setup: Setup, now: NaiveDateTime) -> Self {
        let folder = Rc::new(tempfile::tempdir().unwrap());
        let room = Self::on(folder, setup, Start::Home, now);
        let given = Cell::new(0xC4E3_0003_0000_4000_8000_0000_0000_0000_u128);
        let ids = move || {
            given.set(given.get() + 1);
            uuid::Uuid::from_u128(given.get())
        };
        Self {
            shell: room.shell.with_ids(Box::new(ids)),
            ..room
        }
    }

    /// Another program, at home, on the folder as the disk has it now, while this one goes on.
    pub fn reopened(&self, setup: Setup) -> Self {
        self.reopened_on(setup, self.clock.get())
    }

    /// The same at another time.
    pub fn reopened_on(&self, setup: Setup, now: NaiveDateTime) -> Self {
        let folder = Rc::new(tempfile::tempdir().unwrap());
        copy(self.folder.path(), folder.path());
        Self::on(folder, setup, Start::Home, now)
    }
}
