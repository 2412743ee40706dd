//! The half-day in two real terminals: the built program as the wall, the same as `crex notes` beside it, on a folder of their
//! own. A clock laid under both from outside (`tests/long/clock.rs`) stands at the minute of the room.

use super::pair::{Terminals, left_of, path_of};
use crate::built::sequence;
use crate::harness::{Room, Twin, copy, day, flatten, parse};
use crate::pty::Pty;
use crate::stories::lived::terminal::comparable;
use chrono::{NaiveDateTime, TimeDelta};
use crex::tui::key::Key;
use crex::tui::run::Program as _;
use rustix::process::Signal;
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;
use tempfile::TempDir;

/// How long a screen is given to change.
const MOMENT: Duration = Duration::from_millis(600);
/// How long nothing more comes of a whole frame.
const QUIET: Duration = Duration::from_millis(40);
/// How often the trainer looks again before something is missed.
const LOOKS: usize = 12;

/// Rows at the foot that are not compared while it is said there what was found again, or where something was written: each
/// has its own.
const SAID: usize = 6;

/// The wall, beside the room.
struct Wall(Rc<RefCell<Pty>>);

impl Twin for Wall {
    fn press(&mut self, key: &Key) {
        self.0.borrow_mut().send(&sequence(key));
    }

    fn shows(&self, wanted: &str) -> bool {
        let pty = self.0.borrow();
        pty.shows_within(Duration::from_millis(50), |screen| {
            let own = |s: &&str| s.contains("retrouvé") || s.contains("Écrit dans");
            let said = [wanted, screen].iter().any(own);
            let rows = if said { 24 - SAID } else { 24 };
            let head = |s: &str| comparable(&s.lines().take(rows).collect::<Vec<_>>().join("\n"));
            head(wanted) == head(screen)
        })
    }

    fn screen(&self) -> String {
        self.0.borrow().screen()
    }
}

/// The two programs.
pub struct Real {
    folder: TempDir,
    clock: PathBuf,
    session: PathBuf,
    now: NaiveDateTime,
    wall: Rc<RefCell<Pty>>,
    second: Pty,
    noted: String,
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// Starts the program in a terminal of that size.
fn start(folder: &Path, clock: &Path, at: NaiveDateTime, args: &[&str], size: (u16, u16)) -> Pty {
    let env = [
        ("HOME", text(folder)),
        ("CREX_CONFIG", text(&folder.join("settings.ron"))),
        ("CREX_WORKSPACE", text(&folder.join("workspace"))),
        ("LC_ALL", "fr_FR.UTF-8".to_owned()),
        ("COLORTERM", "truecolor".to_owned()),
        ("TZ", "UTC".to_owned()),
        ("LD_PRELOAD", text(clock)),
        ("STANDS_AT", at.and_utc().timestamp().to_string()),
    ];
    let env = env.each_ref().map(|(name, value)| (*name, value.as_str()));
    Pty::spawn(env!("CARGO_BIN_EXE_crex"), args, &env, size)
}

impl Real {
    /// Begins on a copy of the folder of the room, in the same session.
    pub fn new(clock: impl Into<PathBuf>, room: &mut Room) -> Self {
        let (clock, folder) = (clock.into(), tempfile::tempdir().unwrap());
        let workspace = folder.path().join("workspace");
        std::fs::create_dir_all(&workspace).unwrap();
        let path = path_of(room);
        // The file is there once the thread of the store has written it.
        while !path.is_file() {
            room.shell.update(crex::tui::key::Msg::Woken);
            std::thread::yield_now();
        }
        copy(room.folder.path(), &workspace);
        let session = workspace.join(path.strip_prefix(room.folder.path()).unwrap());
        let of_wall = ["--theme", "projecteur", "open", &text(&session)];
        let wall = start(folder.path(), &clock, day(), &of_wall, (80, 24));
        let wall = Rc::new(RefCell::new(wall));
        room.follow_with(Box::new(Wall(Rc::clone(&wall))));
        let second = start(folder.path(), &clock, day(), &["notes"], (120, 40));
        second.wait_for("Notes privées");
        Self {
            folder,
            clock,
            session,
            now: day(),
            wall,
            second,
            noted: String::new(),
        }
    }

    /// Presses a key and waits for what it changes, if it changes something, until no more comes.
    fn press(&mut self, key: &str) -> String {
        let before = self.second.screen();
        let keys: String = parse(key).iter().map(sequence).collect();
        self.second.send(&keys);
        self.second.shows_within(MOMENT, |screen| screen != before);
        loop {
            let now = self.second.screen();
            if !self.second.shows_within(QUIET, |screen| screen != now) {
                return now;
            }
        }
    }

    /// Reads a panel from its beginning to its end; says whether the text is in it.
    fn reads(&mut self, panel: &str, wanted: &str) -> bool {
        let marked = format!("▌{panel}");
        let mut turns = 0;
        while !self.press("<Tab>").contains(&marked) {
            turns += 1;
            assert!(
                turns < 20,
                "no panel {panel:?} on\n{}",
                self.second.screen()
            );
        }
        let mut read = String::new();
        loop {
            let screen = self.second.screen();
            read.push_str(&left_of(&screen));
            if flatten(&read).contains(&flatten(wanted)) {
                return true;
            }
            if self.press("<PgDn>") == screen {
                return false;
            }
        }
    }
}

impl Terminals for Real {
    fn wall_dies(&mut self, minutes: i64, room: &mut Room) {
        self.now += TimeDelta::minutes(minutes);
        self.wall.borrow().signal(Signal::KILL);
        assert_ne!(self.wall.borrow_mut().exit_code(), 0);
        let of_wall = ["--theme", "projecteur", "open", &text(&self.session)];
        let wall = start(
            self.folder.path(),
            &self.clock,
            self.now,
            &of_wall,
            (80, 24),
        );
        self.wall = Rc::new(RefCell::new(wall));
        room.follow_with(Box::new(Wall(Rc::clone(&self.wall))));
    }

    fn second_dies(&mut self) {
        self.second.signal(Signal::KILL);
        assert_ne!(self.second.exit_code(), 0);
        self.second = start(
            self.folder.path(),
            &self.clock,
            self.now,
            &["notes"],
            (120, 40),
        );
        let noted = self.noted.clone();
        self.second
            .wait_until(&noted, |screen| flatten(screen).contains(&noted));
    }

    fn types(&mut self, keys: &str) {
        self.second.send(keys);
        keys.clone_into(&mut self.noted);
        let noted = keys.split(' ').next().unwrap_or_default();
        self.second.wait_for(noted);
    }

    fn sees(&mut self, panel: &str, wanted: &str) {
        let seen = (0..LOOKS).any(|_| self.reads(panel, wanted));
        assert!(
            seen,
            "{wanted:?} is not in {panel:?}; last\n{}",
            self.second.screen()
        );
    }

    fn leaves(&mut self) -> PathBuf {
        for pty in [&mut self.second, &mut *self.wall.borrow_mut()] {
            pty.send("\x11");
            assert_eq!(pty.exit_code(), 0);
            assert_eq!(pty.leftover(), Vec::<String>::new());
        }
        let workspace = self.folder.path().join("workspace");
        let Some(kept) = std::env::var_os("CREX_HALF_DAY") else {
            return workspace;
        };
        std::fs::create_dir_all(&kept).unwrap();
        copy(&workspace, Path::new(&kept));
        kept.into()
    }
}
