//! Where a scene is played: a store on a disk that may fail, what was typed, and what of it the disk has promised to hold.

use super::super::disks::Tape;
use super::super::made::noon;
use super::super::store::LONG;
use super::on;
use chrono::{NaiveDateTime, TimeDelta};
use crex::domain::parts::Parts as _;
use crex::domain::problem::Problem;
use crex::domain::session::Session;
use crex::domain::text::Text;
use crex::store::{Access, Ack, Opened, Store};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where it is played.
pub struct World {
    pub disk: Arc<Tape>,
    pub root: PathBuf,
    pub store: Store,
    pub open: Option<Opened<Session>>,
    /// What was refused.
    pub told: Vec<Problem>,
    /// What was typed last.
    pub typed: usize,
    /// What must be found again at the least.
    pub least: usize,
    /// Where the same is kept for another process to read.
    pub kept: Option<PathBuf>,
    pub now: NaiveDateTime,
}

/// The title that was typed as the n-th.
pub fn title(number: usize) -> String {
    format!("Titre {number}")
}

/// Which title this is, if it is one.
pub fn began(title: &Text) -> Option<usize> {
    title.as_str().strip_prefix("Titre ")?.parse().ok()
}

impl World {
    /// The workspace in this folder.
    pub fn open(root: &Path, disk: Arc<Tape>) -> Self {
        let now = noon() + TimeDelta::hours(1);
        let store = on(&disk, root, now).unwrap();
        disk.arm(None);
        Self {
            store,
            disk,
            root: root.to_owned(),
            open: None,
            told: Vec::new(),
            typed: 0,
            least: 0,
            kept: None,
            now,
        }
    }

    /// The one session there, which the disk is known to hold.
    pub fn file(&self) -> PathBuf {
        let mut files = crate::harness::session_files(&self.root);
        files.retain(|path| !path.to_string_lossy().contains("conflit"));
        files.remove(0)
    }

    /// Where the open session lies.
    pub fn path(&self) -> Option<PathBuf> {
        self.store.path_of(self.open.as_ref()?.handle)
    }

    pub fn tell<T>(&mut self, done: Result<T, Problem>) -> Option<T> {
        done.map_err(|problem| self.told.push(problem)).ok()
    }

    /// The disk has promised to hold what was typed last.
    pub fn promised(&mut self) {
        self.least = self.typed;
        if let Some(kept) = &self.kept {
            fs::write(kept, self.least.to_string()).unwrap();
        }
    }

    /// Opens the session, which has at least this title.
    pub fn load(&mut self) {
        let path = self.file();
        let loaded = self.store.load::<Session>(&path, self.now);
        self.open = self.tell(loaded).or(self.open.take());
        if let Some(open) = &self.open
            && let Some(number) = began(&open.doc.title)
        {
            // A process that is just being started holds the locks of this one for a moment: then it is only read.
            let writes = open.access == Access::Write;
            assert!(
                !writes || number >= self.least,
                "{number} of {}",
                self.least
            );
            self.typed = self.typed.max(number);
        }
    }

    /// Types the next title.
    pub fn next(&mut self) {
        let Some(open) = &mut self.open else { return };
        if open.access != Access::Write {
            return;
        }
        self.typed += 1;
        let before = open.doc.clone();
        open.doc.title = Text::line(&title(self.typed));
        let kept = self.store.record(open.handle, &before.diff(&open.doc));
        if self.tell(kept).is_some() {
            self.promised();
        }
    }

    /// Writes a text that fills the journal.
    pub fn fill(&mut self) {
        let Some(open) = &mut self.open else { return };
        let before = open.doc.clone();
        open.doc.closing.lessons = Text::new(&"mot ".repeat(9_000 + self.typed));
        let kept = self.store.record(open.handle, &before.diff(&open.doc));
        self.tell(kept);
    }

    /// Saves what is open.
    pub fn save(&mut self) {
        let Some(open) = &self.open else { return };
        let typed = self.typed as u64;
        self.store.save(open.handle, &open.doc, typed);
        self.store.flush(LONG);
        for ack in self.store.acks() {
            match ack {
                Ack::Failed { problem, .. } => self.told.push(problem),
                // What the store saved by itself when it opened holds what was typed by then.
                Ack::Saved { revision, .. } | Ack::Conflict { revision, .. } => {
                    if revision == typed {
                        self.promised();
                    }
                }
            }
        }
    }

    /// Opens the session if it is not, types and saves.
    pub fn go_on(&mut self) {
        let open = self.open.as_ref().and_then(|o| self.store.access(o.handle));
        match open {
            None => self.load(),
            // The lock could not be taken.
            Some(Access::Read(_)) => {
                let handle = self.open.take().map(|open| open.handle);
                if let Some(handle) = handle {
                    self.store.close(handle);
                }
                self.load();
            }
            Some(Access::Write) => {}
        }
        self.next();
        self.save();
    }
}
