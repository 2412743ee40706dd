//! Sessions written without the people into another folder, which is a workspace of its own: figures are counted there as here.
//! It can be gone on with: what lies there already stays as it is.

use super::atomic::folder_of;
use super::disk::{SharedDisk, is_there};
use super::erase::put;
use super::folder::files;
use super::workspace::Workspace;
use super::{Old, destroyed, fault, format, lock, purge};
use crate::documents::archive::{Archived, archived};
use crate::domain::erasure::{Destroyed, Erasure};
use crate::domain::problem::{DiskFault, FileFault, Problem};
use crate::domain::seal;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::library::twins::Claim;
use chrono::NaiveDateTime;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// What was written without the people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Sessions.
    pub sessions: usize,
    /// Sessions that lay there already.
    pub there: usize,
    /// Functions that were replaced.
    pub replaced: usize,
    /// Texts that were taken out.
    pub removed: usize,
    /// Names and numbers that were masked.
    pub masked: usize,
    /// What lies there and cannot be read.
    pub unread: Vec<Problem>,
}

/// Writes these sessions of the workspace in the folder `root` without the people into the folder `to`, each on its own disk.
pub fn archive(
    from: (&SharedDisk, &Path),
    old: &[Old],
    to: (&SharedDisk, &Path),
    now: NaiveDateTime,
    reason: &Text,
) -> Result<Kept, Problem> {
    if full(to.1).starts_with(full(from.1)) {
        return Err(Problem::Inside(to.1.to_owned()));
    }
    // Nothing is typed, turned or destroyed there meanwhile.
    let _whole = lock::alone(&**from.0, from.1, now)?;
    let sessions = believed(&Workspace::look(SharedDisk::clone(from.0), from.1), old)?;
    let there = Workspace::open(SharedDisk::clone(to.0), to.1)?;
    let mut out = Kept::default();
    let known = known(&there, &mut out.unread);
    let (known, new): (Vec<_>, Vec<_>) = sessions
        .into_iter()
        .partition(|session| known.contains(&session.id));
    out.there = known.len();
    // Told first: a stop in between leaves no link that nobody understands.
    tell(&there, &new, now, reason)?;
    for session in &new {
        let path = there.place_for(session, now.date());
        let unfit = || Problem::File(path.clone(), FileFault::Incoherent(Text::default()));
        let done = archived(session).ok_or_else(unfit)?;
        out.sessions += 1;
        out.replaced += done.replaced;
        out.removed += done.removed;
        out.masked += done.masked;
        write(&there, done, now, reason)?;
    }
    Ok(out)
}

/// A folder without links and ways up, as far as it is there.
fn full(path: &Path) -> PathBuf {
    if let Ok(full) = fs::canonicalize(path) {
        return full;
    }
    if path.parent().is_none() {
        return path.to_owned();
    }
    let mut above = full(folder_of(path));
    match path.file_name() {
        Some(name) => above.push(name),
        None => drop(above.pop()),
    }
    above
}

/// The sessions in these files, each once: of two files that one which is believed.
fn believed(workspace: &Workspace, old: &[Old]) -> Result<Vec<Session>, Problem> {
    let mut best: BTreeMap<Uuid, Session> = BTreeMap::new();
    let mut paths: Vec<&Path> = old.iter().map(|one| one.path.as_path()).collect();
    paths.sort_unstable();
    for path in paths {
        let session = purge::as_it_is(workspace, path)?;
        let before = best.get(&session.id);
        if before.is_none_or(|before| Claim::of(&session) > Claim::of(before)) {
            best.insert(session.id, session);
        }
    }
    Ok(best.into_values().collect())
}

/// The sessions that lie there already.
fn known(there: &Workspace, unread: &mut Vec<Problem>) -> HashSet<Uuid> {
    let mut out = HashSet::new();
    for path in files(there, "sessions", unread) {
        match purge::as_it_is(there, &path) {
            Ok(session) => drop(out.insert(session.id)),
            Err(problem) => unread.push(problem),
        }
    }
    out
}

/// Tells that what the sessions refer to did not come along, on purpose.
fn tell(
    there: &Workspace,
    sessions: &[Session],
    now: NaiveDateTime,
    reason: &Text,
) -> Result<(), Problem> {
    let mut ids: BTreeSet<Uuid> = sessions.iter().flat_map(purge::origins).collect();
    let said = sessions
        .iter()
        .flat_map(|session| session.follow_ups.iter());
    ids.extend(said.filter_map(|f| f.session.as_str().parse::<Uuid>().ok()));
    let told = destroyed::destroyed(there.disk(), &there.destroyed())?;
    for id in told.destroyed.iter().flat_map(|line| &line.ids) {
        ids.remove(id);
    }
    if ids.is_empty() {
        return Ok(());
    }
    let line = Destroyed {
        at: Some(now),
        ids: ids.into_iter().collect(),
        reason: reason.clone(),
        ..Destroyed::default()
    };
    destroyed::add(there, line)
}

fn write(
    there: &Workspace,
    done: Archived,
    now: NaiveDateTime,
    reason: &Text,
) -> Result<(), Problem> {
    let n = done.replaced + done.removed + done.masked;
    let mut session = done.session;
    let seal = session.seal.as_mut();
    let sealed = seal.map(|seal| std::mem::take(&mut seal.fingerprint));
    session.erasures.push(Erasure {
        at: Some(now),
        places: u32::try_from(n).unwrap_or(u32::MAX),
        reason: reason.clone(),
        sealed: sealed.clone().unwrap_or_default(),
    });
    let path = there.place_for(&session, now.date());
    let mut bytes = format::encode(&path, &session)?;
    if sealed.is_some() {
        bytes = seal::again(&bytes).unwrap_or(bytes);
    }
    let disk = there.disk();
    // What lies there already may have been gone on with.
    if is_there(disk, &path) {
        return Err(Problem::Disk(path, DiskFault::Exists));
    }
    let written = put(disk, &path, &bytes);
    let written = written.and_then(|()| disk.sync_folder(folder_of(&path)));
    written.map_err(fault::at(&path))
}
