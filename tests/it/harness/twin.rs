//! Another program that gets the same keys as a room and must show the same.

use super::Room;
use chrono::NaiveDateTime;
use crex::tui::key::{Code, Key, Msg};
use crex::tui::run::Program as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// How long the other one may take to show what the room shows.
const PATIENCE: Duration = Duration::from_secs(30);

/// The same program somewhere else.
pub trait Twin {
    /// Presses a key there too.
    fn press(&mut self, key: &Key);
    /// Whether it shows this screen now, or within a moment.
    fn shows(&self, screen: &str) -> bool;
    /// What it shows.
    fn screen(&self) -> String;
}

/// The same program somewhere else, a process for each day.
pub trait Days {
    /// Begins at home at that moment, and follows the room from now on.
    fn begins(&mut self, at: NaiveDateTime, room: &mut Room);
    /// Leaves, and says where the workspace is.
    fn leaves(&mut self) -> PathBuf;
}

impl Room {
    /// From now on another program follows this one.
    #[track_caller]
    pub fn follow_with(&mut self, twin: Box<dyn Twin>) {
        self.twin = Some(twin);
        self.same();
    }

    /// Presses a key on the twin. A lone escape must be taken before the next key, or it would begin a sequence.
    #[track_caller]
    pub(super) fn press_twin(&mut self, key: Key) {
        if let Some(twin) = &mut self.twin {
            twin.press(&key);
            if key.code == Code::Esc {
                self.same();
            }
        }
    }

    /// Waits until the twin shows what this one draws; what is read behind comes here too.
    #[track_caller]
    pub fn same(&mut self) {
        let begun = Instant::now();
        while let Some(twin) = &self.twin {
            let screen = self.screen();
            if twin.shows(&screen) {
                return;
            }
            let other = twin.screen();
            assert!(
                begun.elapsed() < PATIENCE,
                "the room shows\n{screen}\nthe twin\n{other}"
            );
            self.shell.update(Msg::Woken);
        }
    }
}
