//! The same year in a real terminal: the built program gets every key of the year, a new process for each day, on a folder
//! of its own. A clock laid under it from outside (`tests/long/clock.rs`) stands at the day of the room.

use crate::built::sequence;
use crate::harness::{Days, Room, Twin};
use crate::pty::Pty;
use chrono::NaiveDateTime;
use crex::tui::key::Key;
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;
use tempfile::TempDir;

/// How long one look at the terminal waits for it to change.
const MOMENT: Duration = Duration::from_millis(50);

/// The built program, day after day.
pub struct Terminal {
    folder: TempDir,
    clock: PathBuf,
    size: (u16, u16),
    now: Option<Rc<RefCell<Pty>>>,
}

impl Terminal {
    /// A terminal in an empty folder, with that library as its clock.
    pub fn new(clock: impl Into<PathBuf>, size: (u16, u16)) -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            clock: clock.into(),
            size,
            now: None,
        }
    }
}

impl Days for Terminal {
    fn begins(&mut self, at: NaiveDateTime, room: &mut Room) {
        let text = |path: &Path| path.to_string_lossy().into_owned();
        let at = at.and_utc().timestamp().to_string();
        let home = self.folder.path();
        let env = [
            ("HOME", text(home)),
            ("CREX_CONFIG", text(&home.join("settings.ron"))),
            ("CREX_WORKSPACE", text(&home.join("workspace"))),
            ("LC_ALL", "fr_FR.UTF-8".to_owned()),
            ("TZ", "UTC".to_owned()),
            ("LD_PRELOAD", text(&self.clock)),
            ("STANDS_AT", at),
        ];
        let env = env.each_ref().map(|(name, value)| (*name, value.as_str()));
        let pty = Pty::spawn(env!("CARGO_BIN_EXE_crex"), &[], &env, self.size);
        let pty = Rc::new(RefCell::new(pty));
        self.now = Some(Rc::clone(&pty));
        room.follow_with(Box::new(Followed(pty)));
    }

    fn leaves(&mut self) -> PathBuf {
        if let Some(pty) = self.now.take() {
            let mut pty = pty.borrow_mut();
            pty.send("\x11");
            assert_eq!(pty.exit_code(), 0);
            assert_eq!(pty.leftover(), Vec::<String>::new());
        }
        self.folder.path().join("workspace")
    }
}

/// The program of one day.
struct Followed(Rc<RefCell<Pty>>);

impl Twin for Followed {
    fn press(&mut self, key: &Key) {
        self.0.borrow_mut().send(&sequence(key));
    }

    fn shows(&self, screen: &str) -> bool {
        let wanted = comparable(screen);
        let pty = self.0.borrow();
        pty.shows_within(MOMENT, |screen| comparable(screen) == wanted)
    }

    fn screen(&self) -> String {
        self.0.borrow().screen()
    }
}

/// A screen without the blanks at the ends of lines, and without fingerprints and folders, which are each one's own.
pub fn comparable(screen: &str) -> String {
    let mut out = String::new();
    for line in screen.trim_end().lines() {
        for word in line.trim_end().split(' ') {
            let hex = word.len() >= 8 && word.chars().all(|c| c.is_ascii_hexdigit() || c == '…');
            let own = hex || Path::new(word).is_absolute();
            out.push_str(if own { "*" } else { word });
            out.push(' ');
        }
        out.push('\n');
    }
    out
}
