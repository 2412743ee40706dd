//! Sealing: the last write of a session's file, done at once and in its place or not at all. And what then lies beside it: the
//! copy of its sealed state among the backups, and its amendments. The copy is a file of its own and no second name of the
//! sealed one: an editor that writes into that one must not reach it.

use super::atomic::temp_name;
use super::disk::{Disk, is_there, paths_in};
use super::format::{self, Parsed};
use super::worker::hold;
use super::workspace::Workspace;
use super::{Access, Handle, Store};
use crate::domain::amendments::{AmendmentFile, Beside};
use crate::domain::problem::{DiskFault, Problem, Remark, Why};
use crate::domain::seal::{self, fingerprint};
use crate::domain::session::Session;
use chrono::NaiveDateTime;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uuid::Uuid;

/// How the name of a sealed copy begins.
const SEALED: &str = "sealed-";
/// Signs of the fingerprint in the name of a sealed copy.
const SIGNS: usize = 16;

impl Store {
    /// Ends a session and seals it: its file is written at once and never changes again. Gives the session with its seal.
    /// When that cannot be done the session stays open as it was, and is saved so.
    pub fn seal(
        &mut self,
        handle: Handle,
        session: &Session,
        at: NaiveDateTime,
    ) -> Result<Session, Problem> {
        // A snapshot that failed and waits to be tried again must not come after the seal.
        let sealed = if self.forget(handle) {
            self.write_sealed(handle, session, at)
        } else {
            let path = self.path_of(handle).unwrap_or_default();
            Err(Problem::Disk(path, DiskFault::Other(None)))
        };
        if sealed.is_err() {
            self.save(handle, session, 0);
        }
        sealed
    }

    fn write_sealed(
        &mut self,
        handle: Handle,
        session: &Session,
        at: NaiveDateTime,
    ) -> Result<Session, Problem> {
        let Some(live) = self.open.get_mut(&handle) else {
            let path = self.workspace.folder("sessions");
            return Err(Problem::Disk(path, DiskFault::NotFound));
        };
        let mut target = hold(&live.target);
        if let Access::Read(why) = &live.access {
            return Err(Problem::ReadOnly(target.path.clone(), why.clone()));
        }
        let (sealed, bytes) = format::sealed(&target.path, session, at)?;
        let seq = hold(&live.journal).seq();
        // The mark only spares a later start from doing edits twice.
        let _ = hold(&live.journal).mark(seq, &fingerprint(&bytes));
        // What is sealed is the file that was opened, never a copy beside one that another changed.
        target.write_in_place(&*self.disk, &bytes, self.clock.now())?;
        let path = target.path.clone();
        drop(target);
        live.access = Access::Read(Why::Sealed);
        // A journal that stays behind is not read any more: the file is sealed.
        let _ = hold(&live.journal).discard();
        let print = sealed.seal.as_ref().map(|seal| seal.fingerprint.as_str());
        // A copy that the disk does not take now is made when the session is opened next.
        let _ = self.keep_sealed(&path, &bytes, print.unwrap_or_default());
        Ok(sealed)
    }

    /// Keeps a copy of the file at `path`, whose bytes are sealed with this fingerprint, unless there is one.
    pub(super) fn keep_sealed(&self, path: &Path, bytes: &[u8], print: &str) -> io::Result<()> {
        let folder = self.workspace.own("backups", path, "");
        let print = print.get(..SIGNS).unwrap_or(print);
        let place = folder.join(format!("{SEALED}{print}.{}", self.disk.ending()));
        if is_there(&*self.disk, &place) {
            return Ok(());
        }
        self.disk.make_folder(&folder)?;
        let temp = temp_name(&place);
        let written = self.disk.create(&temp).and_then(|mut file| {
            self.disk.write(&mut file, bytes)?;
            self.disk.sync(&file)
        });
        written
            .and_then(|()| self.disk.rename(&temp, &place))
            .inspect_err(|_| drop(self.disk.remove(&temp)))
    }

    /// Where the amendments to a session lie, if there are any.
    pub fn amendments_path(&self, session: Uuid) -> PathBuf {
        self.workspace.amendments(session)
    }

    /// The session at `path` as it was sealed, if a copy of that state was kept.
    pub fn sealed_copy(&self, path: &Path, session: &Session) -> Option<Session> {
        copy(&self.workspace, path, session)
    }

    /// What lies beside a session; `remarks` are those of its file. What of it cannot be read is said apart.
    pub fn beside(&self, session: &Session, remarks: &[Remark]) -> (Beside, Option<Problem>) {
        beside(&self.workspace, session, remarks)
    }
}

/// The same for a file that is read without its store: `root` is the folder of its workspace.
pub fn sealed_copy(
    disk: Arc<dyn Disk>,
    root: &Path,
    path: &Path,
    session: &Session,
) -> Option<Session> {
    copy(&Workspace::look(disk, root), path, session)
}

/// The same for a file that is read without its store: `root` is the folder of its workspace.
pub fn lying_beside(
    disk: Arc<dyn Disk>,
    root: &Path,
    session: &Session,
    remarks: &[Remark],
) -> (Beside, Option<Problem>) {
    beside(&Workspace::look(disk, root), session, remarks)
}

fn beside(
    workspace: &Workspace,
    session: &Session,
    remarks: &[Remark],
) -> (Beside, Option<Problem>) {
    let broken = remarks.contains(&Remark::SealBroken);
    if !session.is_sealed() {
        return (Beside::default(), None);
    }
    let path = workspace.amendments(session.id);
    let read =
        format::read_bytes(workspace.disk(), &path).and_then(|bytes| format::parse(&path, &bytes));
    let (file, problem): (Option<AmendmentFile>, _) = match read {
        Ok(Parsed { doc, .. }) => (Some(doc), None),
        Err(Problem::Disk(_, DiskFault::NotFound)) => (None, None),
        Err(problem) => (None, Some(problem)),
    };
    (Beside::new(session, file.as_ref(), broken), problem)
}

/// Among the backups of the file, else among all sealed copies, as the file may have been renamed: the state with the
/// fingerprint that the file still names, else the one sealed last.
fn copy(workspace: &Workspace, path: &Path, session: &Session) -> Option<Session> {
    let own = workspace.own("backups", path, "");
    let disk = workspace.disk();
    let found = best(disk, &ron_in(disk, &own), session);
    found.or_else(|| {
        let all = paths_in(disk, own.parent()?);
        let all = all.flat_map(|folder| ron_in(disk, &folder));
        let sealed: Vec<PathBuf> = all.filter(|path| is_sealed(path)).collect();
        best(disk, &sealed, session)
    })
}

fn is_sealed(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().starts_with(SEALED)
}

fn ron_in(disk: &dyn Disk, folder: &Path) -> Vec<PathBuf> {
    paths_in(disk, folder)
        .filter(|path| path.extension().is_some_and(|e| e == disk.ending()))
        .collect()
}

fn best(disk: &dyn Disk, paths: &[PathBuf], session: &Session) -> Option<Session> {
    let found = paths.iter().filter_map(|path| intact(disk, path, session));
    let named = session.seal.as_ref().map(|seal| &seal.fingerprint);
    found.max_by_key(|copy| {
        let seal = copy.seal.as_ref();
        let same = seal.map(|seal| &seal.fingerprint) == named;
        (same, seal.map(|seal| seal.at))
    })
}

/// The session in a file, if it is this one, sealed, and as it was sealed.
fn intact(disk: &dyn Disk, path: &Path, session: &Session) -> Option<Session> {
    let bytes = format::read_bytes(disk, path).ok()?;
    let copy = format::parse::<Session>(path, &bytes).ok()?.doc;
    let held = copy.seal.as_ref().is_some_and(|s| seal::holds(&bytes, s));
    (held && copy.id == session.id).then_some(copy)
}
