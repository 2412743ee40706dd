//! Following a session that another terminal writes: its file, its journal and the place kept beside them, by reading alone.
//! No lock is taken, nothing is written, and nothing is read while nothing changed.

use super::atomic::is_copy_of;
use super::disk::Disk;
use super::format::{self, Parsed};
use super::workspace::Workspace;
use super::{Store, journal, place};
use crate::domain::notes::Notes;
use crate::domain::problem::{Problem, Remark};
use crate::domain::seal::fingerprint;
use crate::domain::session::Session;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use uuid::Uuid;

/// Some disks tell the time of a change in steps of two seconds: what changed since may have changed again unseen.
const COARSE: Duration = Duration::from_secs(3);

/// How often a file and a journal that do not belong together are read anew: the other terminal was saving between the two.
const TRIES: usize = 3;

/// What a file looked like: its length and when it was changed; none: it is not there.
type Stamp = Option<(u64, SystemTime)>;

/// A session that is followed.
#[derive(Debug)]
pub struct Followed {
    workspace: Workspace,
    /// Its journal, its file, the place kept beside them, and what names the session opened last.
    files: [PathBuf; 4],
    /// The stamps of these, as they were before they were last read.
    stamps: [Stamp; 4],
    /// What was in them.
    read: [Option<Vec<u8>>; 4],
}

const LOG: usize = 0;
const FILE: usize = 1;
const SPOT: usize = 2;
const LAST: usize = 3;

/// What changed since the last look.
#[derive(Debug, Default)]
pub struct News {
    /// The session as it stands, or why it cannot be read.
    pub session: Option<Result<Parsed<Session>, Problem>>,
    /// Where the user of the other terminal is, as kept by [`Store::place`].
    pub place: Option<String>,
}

impl Store {
    /// Follows the session at `path`; the first look tells all of it.
    pub fn followed(&self, path: &Path) -> Followed {
        Followed::new(self.workspace.clone(), path)
    }

    /// The private notes of a session as another terminal has them, read and nothing else; none when they cannot be read now.
    /// Before their first save the journal alone has them.
    pub fn look_at_notes(&self, session: Uuid) -> Option<Notes> {
        let path = self.workspace.notes(session);
        let log = self.workspace.own("journal", &path, ".log");
        for _ in 0..TRIES {
            // In this order, as a session is read.
            let journal = self.disk.read_log(&log).unwrap_or_default();
            let bytes = self.disk.read(&path).ok();
            let mut notes = match &bytes {
                Some(bytes) => format::parse::<Notes>(&path, bytes).ok()?.doc,
                None => Notes::new(session),
            };
            let print = bytes.as_deref().map(fingerprint);
            if !journal::again(&journal, print.as_deref(), &mut notes).foreign {
                return Some(notes);
            }
        }
        None
    }
}

impl Followed {
    fn new(workspace: Workspace, path: &Path) -> Self {
        let files = [
            workspace.own("journal", path, ".log"),
            path.to_owned(),
            workspace.own("places", path, ""),
            workspace.last(),
        ];
        Self {
            workspace,
            files,
            stamps: [None; 4],
            read: [const { None }; 4],
        }
    }

    /// Where the session lies.
    pub fn path(&self) -> &Path {
        &self.files[FILE]
    }

    /// Looks again.
    pub fn look(&mut self) -> News {
        let mut news = News::default();
        if !self.stirred() {
            return news;
        }
        let known = self.read[LAST].is_some();
        if self.came(LAST)
            && known
            && let Some(copy) = self.copy()
        {
            *self = Self::new(self.workspace.clone(), &copy);
            return self.look();
        }
        // The journal before the file: a save that ends between the two is then in what is read last.
        let log = self.came(LOG);
        let file = self.came(FILE);
        if log || file {
            news.session = Some(self.session());
        }
        if self.came(SPOT) {
            let kept = self.read[SPOT].as_deref().and_then(place::parse);
            news.place = Some(kept.unwrap_or_default());
        }
        news
    }

    /// Where the session lies now, if the other terminal found its file changed and went on in a copy of its own.
    fn copy(&self) -> Option<PathBuf> {
        let name = std::str::from_utf8(self.read[LAST].as_deref()?).ok()?;
        let path = self.workspace.root().join(name.trim_end_matches('\n'));
        is_copy_of(&path, self.path()).then_some(path)
    }

    /// Whether a file looks otherwise than when it was read, or changed so lately that this cannot be told.
    fn stirred(&mut self) -> bool {
        let now = SystemTime::now();
        let young = |stamp: &Stamp| {
            stamp.is_some_and(|(_, at)| now.duration_since(at).unwrap_or_default() < COARSE)
        };
        let stamps =
            [LOG, FILE, SPOT, LAST].map(|at| stamp(self.workspace.disk(), &self.files[at]));
        let stirred = stamps != self.stamps || stamps.iter().any(young);
        self.stamps = stamps;
        stirred
    }

    /// Reads a file; says whether something else stands in it than before. That of the session counts as well when it cannot
    /// be read at all.
    fn came(&mut self, at: usize) -> bool {
        let (disk, path) = (self.workspace.disk(), &self.files[at]);
        let bytes = match at {
            LOG => disk.read_log(path).ok(),
            SPOT => disk.read_slot(path, 1).ok().map(|copies| copies.concat()),
            _ => disk.read(path).ok(),
        };
        let first = at == FILE && self.read[FILE].is_none();
        let other = bytes != self.read[at];
        self.read[at] = bytes;
        other || first
    }

    /// The session with what its journal holds.
    fn session(&mut self) -> Result<Parsed<Session>, Problem> {
        for _ in 1..TRIES {
            let (parsed, foreign) = self.put_together()?;
            if !foreign {
                return Ok(parsed);
            }
            self.came(LOG);
            self.came(FILE);
        }
        self.put_together().map(|(parsed, _)| parsed)
    }

    /// What was read, put together; and whether journal and file do not belong to each other.
    fn put_together(&self) -> Result<(Parsed<Session>, bool), Problem> {
        let fresh;
        let bytes = if let Some(bytes) = &self.read[FILE] {
            bytes
        } else {
            // Says what keeps it from being read.
            fresh = format::read_bytes(self.workspace.disk(), self.path())?;
            &fresh
        };
        let mut parsed: Parsed<Session> = format::parse(self.path(), bytes)?;
        let mut foreign = false;
        if parsed.why.is_none()
            && let Some(log) = &self.read[LOG]
        {
            let print = fingerprint(bytes);
            foreign = journal::again(log, Some(&print), &mut parsed.doc).foreign;
        }
        // What only an opening brings back is no news here.
        let told = |remark: &Remark| !matches!(remark, Remark::Recovered(_) | Remark::TornJournal);
        parsed.remarks.retain(told);
        Ok((parsed, foreign))
    }
}

fn stamp(disk: &dyn Disk, path: &Path) -> Stamp {
    let found = disk.stat(path).ok()?;
    Some((found.len(), found.modified().ok()?))
}
