//! The program behind a passphrase, where its workspace is encrypted: asked for at the beginning, again after a while without
//! a key, and for each other such workspace. Behind a closed door the meeting stays in memory and goes on being saved.

use super::beginning::Ready;
use super::{Beginning, Shell};
use crate::domain::problem::Problem;
use crate::store::{self, Keys, RealDisk, SharedDisk, Vault};
use crate::tui::key::Msg;
use crate::tui::prefs::Prefs;
use crate::tui::run::{Answer, Program, Wants};
use crate::tui::screens::locked::{Asked, Locked, Why};
use crate::words::shown;
use chrono::{NaiveDateTime, TimeDelta};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;
use std::time::Duration;

/// What is behind the door.
enum Behind {
    /// Nothing yet: with this it begins.
    Nothing(Option<Box<Beginning>>, Box<Prefs>),
    /// The program.
    Open(Box<Shell>),
}

/// A passphrase being tried: it takes a second, and no key waits for it.
struct Trying {
    root: PathBuf,
    coming: Receiver<Result<Keys, Problem>>,
}

/// The door.
pub struct Door {
    behind: Behind,
    locked: Option<Locked>,
    trying: Option<Trying>,
    /// Where the passphrase belongs that is asked for.
    root: PathBuf,
    /// When a key came last.
    touched: NaiveDateTime,
    leaving: bool,
}

impl Door {
    /// The program on its workspace, on the disk that was opened for it already, if one was.
    pub fn new(beginning: Beginning, disk: Option<SharedDisk>) -> Result<Self, Problem> {
        let touched = (beginning.clock)();
        let root = beginning.root.clone();
        let prefs = Box::new(beginning.prefs.clone());
        let closed = disk.is_none() && store::seems_encrypted(&RealDisk, &root);
        let disk = disk.unwrap_or_else(|| Arc::new(RealDisk));
        let (behind, locked) = if closed {
            let page = Locked::new(Why::Begin, shown(&root));
            (
                Behind::Nothing(Some(Box::new(beginning)), prefs),
                Some(page),
            )
        } else {
            (Behind::Open(Box::new(Shell::on(disk, beginning)?)), None)
        };
        Ok(Self {
            behind,
            locked,
            trying: None,
            root,
            touched,
            leaving: false,
        })
    }

    /// The program, if it has begun.
    pub fn shell(&self) -> Option<&Shell> {
        match &self.behind {
            Behind::Open(shell) => Some(shell),
            Behind::Nothing(..) => None,
        }
    }

    fn shell_mut(&mut self) -> Option<&mut Shell> {
        match &mut self.behind {
            Behind::Open(shell) => Some(shell),
            Behind::Nothing(..) => None,
        }
    }

    fn prefs(&self) -> &Prefs {
        match &self.behind {
            Behind::Open(shell) => &shell.app.desk.prefs,
            Behind::Nothing(_, prefs) => prefs,
        }
    }

    fn now(&self) -> NaiveDateTime {
        match &self.behind {
            Behind::Open(shell) => (shell.clock)(),
            Behind::Nothing(Some(beginning), _) => (beginning.clock)(),
            Behind::Nothing(None, _) => self.touched,
        }
    }

    /// How long until the door closes by itself.
    fn idle_left(&self) -> Option<Duration> {
        // Whoever left the page of another workspace open went away as well.
        let counts = |locked: &Locked| locked.why() == Why::Switch;
        let counted = self.locked.as_ref().is_none_or(counts);
        let shell = self.shell().filter(|_| counted)?;
        let after = i64::from(shell.locks_after()?);
        let passed = self.now() - self.touched;
        let left = TimeDelta::minutes(after) - passed;
        // A clock that was set back makes nobody wait longer.
        let left = left.min(TimeDelta::minutes(after)).max(TimeDelta::zero());
        left.to_std().ok()
    }

    fn close(&mut self, why: Why, root: PathBuf) {
        self.locked = Some(Locked::new(why, shown(&root)));
        // What is still being tried was for another page.
        self.trying = None;
        self.root = root;
    }

    /// What is done at a closed door.
    fn at_door(&mut self, msg: &Msg) {
        let words = self.prefs().words();
        let Some(locked) = &mut self.locked else {
            return;
        };
        match locked.update(msg, words) {
            Some(Asked::Try) => {
                let passphrase = locked.passphrase();
                self.try_passphrase(passphrase);
            }
            Some(Asked::Back) => {
                self.locked = None;
                self.trying = None;
            }
            Some(Asked::Quit) => self.quit(),
            None => {}
        }
    }

    /// Leaves; while something is in memory alone, only when that is asked for once more.
    fn quit(&mut self) {
        let shell = self.shell_mut();
        let loses = shell.is_some_and(|shell| !shell.store.in_memory().is_empty());
        let said = self.prefs().words().locked_unsaved();
        match &mut self.locked {
            Some(locked) if loses && !locked.is_warned() => locked.warn(said.to_owned()),
            _ => self.leaving = true,
        }
    }

    /// The key that is tried with the passphrase when the meeting behind the door is to be gone on with: the one that opened
    /// it. That in the folder may be gone with its disk, or have been put there by someone else.
    fn held_key(&self) -> Option<Vec<u8>> {
        let idle = self.locked.as_ref().map(Locked::why) == Some(Why::Idle);
        let shell = self.shell().filter(|_| idle)?;
        Some(shell.store.disk().key().unwrap_or_default())
    }

    fn try_passphrase(&mut self, passphrase: store::Zeroizing<String>) {
        let (sender, coming) = channel();
        let root = self.root.clone();
        let held = self.held_key();
        let wake = match &self.behind {
            Behind::Open(shell) => Some(shell.wake.clone()),
            Behind::Nothing(beginning, _) => beginning.as_ref().map(|b| b.wake.clone()),
        };
        self.trying = Some(Trying {
            root: root.clone(),
            coming,
        });
        thread::spawn(move || {
            let tried = match held {
                Some(key) => Keys::unlock(&key, &passphrase)
                    .map_err(|fault| Problem::Locked(root.clone(), fault)),
                None => store::unlock(&RealDisk, &root, &passphrase),
            };
            // Whoever asked may have left meanwhile.
            if sender.send(tried).is_ok()
                && let Some(wake) = wake
            {
                wake();
            }
        });
    }

    /// What became of the passphrase that was tried.
    fn take_tried(&mut self) {
        let Some(trying) = &self.trying else {
            return;
        };
        let tried = match trying.coming.try_recv() {
            Err(TryRecvError::Empty) => return,
            Ok(tried) => tried,
            Err(TryRecvError::Disconnected) => Err(Problem::Locked(
                self.root.clone(),
                crate::domain::problem::LockFault::Damaged,
            )),
        };
        let root = trying.root.clone();
        self.trying = None;
        if let Err(problem) = tried.and_then(|keys| self.open(&root, keys)) {
            let said = self.prefs().words().problem(&problem);
            if let Some(locked) = &mut self.locked {
                locked.refused(said);
            }
        }
    }

    /// Opens the door with the right keys.
    fn open(&mut self, root: &Path, keys: Keys) -> Result<(), Problem> {
        let why = self.locked.as_ref().map(Locked::why);
        let disk: SharedDisk = Arc::new(Vault::new(Arc::new(RealDisk), Arc::new(keys), root));
        match (&mut self.behind, why) {
            (Behind::Nothing(beginning, _), _) => {
                // What cannot be opened leaves the page as it is: it may be mended meanwhile.
                let ready = beginning.as_ref().map(|begin| Ready::on(disk, begin));
                if let Some(ready) = ready.transpose()?
                    && let Some(beginning) = beginning.take()
                {
                    let shell = Shell::begin(ready, *beginning);
                    self.behind = Behind::Open(Box::new(shell));
                }
            }
            // The keys are in memory already: they were only asked for once more.
            (Behind::Open(_), Some(Why::Idle) | None) => {}
            (Behind::Open(shell), Some(_)) => shell.switch_on(disk, root)?,
        }
        self.locked = None;
        self.touched = self.now();
        Ok(())
    }
}

impl Program for Door {
    fn update(&mut self, msg: Msg) {
        self.take_tried();
        let touch = matches!(
            msg,
            Msg::Key(_) | Msg::Paste(_) | Msg::Click(..) | Msg::Wheel(..)
        );
        if self.idle_left().is_some_and(|left| left.is_zero()) {
            let root = self.shell().map(|shell| shell.store.root().to_owned());
            self.close(Why::Idle, root.unwrap_or_default());
        } else if touch {
            self.touched = self.now();
        }
        if self.locked.is_some() && touch {
            self.at_door(&msg);
            return;
        }
        let Some(shell) = self.shell_mut() else {
            return;
        };
        shell.update(msg);
        if let Some(root) = shell.at_door.take() {
            self.close(Why::Switch, root);
        }
    }

    fn draw(&self, buf: &mut Buffer) -> Option<Position> {
        match (&self.locked, &self.behind) {
            (None, Behind::Open(shell)) => shell.draw(buf),
            (Some(locked), _) => locked.draw(self.prefs(), buf),
            (None, Behind::Nothing(..)) => None,
        }
    }

    fn answer(&self, buf: &mut Buffer) -> Option<Answer> {
        let shell = self.shell().filter(|_| self.locked.is_none())?;
        shell.answer(buf)
    }

    fn settle(&self) -> bool {
        let shell = self.shell().filter(|_| self.locked.is_none());
        shell.is_some_and(Program::settle)
    }

    fn still(&self) -> bool {
        let shell = self.shell().filter(|_| self.locked.is_none());
        shell.is_some_and(Program::still)
    }

    fn next_tick(&self) -> Option<Duration> {
        let shell = self.shell().filter(|_| self.locked.is_none());
        let ticks = [shell.and_then(Program::next_tick), self.idle_left()];
        ticks.into_iter().flatten().min()
    }

    fn wants(&self) -> Wants {
        let shell = self.shell().map(Program::wants).unwrap_or_default();
        Wants {
            leave: self.leaving || shell.leave,
            mouse: shell.mouse && self.locked.is_none(),
        }
    }

    fn leave(&mut self) {
        if let Some(shell) = self.shell_mut() {
            shell.leave();
        }
    }
}
