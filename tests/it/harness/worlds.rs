//! Rooms in other worlds: always the same one, the one of today, the one after a kill.

use super::{Room, Setup, copy};
use chrono::{NaiveDateTime, TimeDelta};
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

    /// The record of the open session as text.
    pub fn record(&self) -> String {
        let record = crex::documents::record::record(self.session());
        crex::documents::markdown::markdown(&record)
    }

    /// The same folder after the program ended without a word, as after a kill: nothing is flushed by hand.
    /// The dead program's locks die with it: the folder is copied as the disk has it at that moment.
    pub fn killed(self, setup: Setup, start: Start) -> Self {
        self.killed_for(0, setup, start)
    }

    /// The same, opened again only some minutes later.
    pub fn killed_for(self, minutes: i64, setup: Setup, start: Start) -> Self {
        let now = self.clock.get() + TimeDelta::minutes(minutes);
        let old = Rc::clone(&self.folder);
        let folder = Rc::new(tempfile::tempdir().unwrap());
        copy(old.path(), folder.path());
        std::mem::forget(self.shell);
        let start = match start {
            Start::Session(path) => {
                let inside = path.strip_prefix(old.path()).map(|p| folder.path().join(p));
                Start::Session(inside.unwrap_or(path))
            }
            other => other,
        };
        Self::on(folder, setup, start, now)
    }
}
