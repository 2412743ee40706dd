//! Sessions written without the people into another folder, which is a workspace of its own: figures are counted there as here.

use super::disk::SharedDisk;
use super::erase::put;
use super::workspace::Workspace;
use super::{Old, fault, format};
use crate::documents::archive::{Archived, archived};
use crate::domain::erasure::{Destroyed, Erasure};
use crate::domain::problem::{DiskFault, FileFault, Problem};
use crate::domain::seal;
use crate::domain::session::Session;
use crate::domain::text::Text;
use chrono::NaiveDateTime;
use std::path::Path;
use uuid::Uuid;

/// What was written without the people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Sessions.
    pub sessions: usize,
    /// Functions that were replaced.
    pub replaced: usize,
    /// Texts that were taken out.
    pub removed: usize,
    /// Names and numbers that were masked.
    pub masked: usize,
}

/// Writes these sessions of the workspace on `disk` without the people into the folder `to`, on its own disk.
pub fn archive(
    disk: &SharedDisk,
    old: &[Old],
    to: (&SharedDisk, &Path),
    now: NaiveDateTime,
    reason: &Text,
) -> Result<Kept, Problem> {
    let there = Workspace::open(SharedDisk::clone(to.0), to.1)?;
    let mut out = Kept::default();
    let mut ids = Vec::new();
    for one in old {
        let bytes = format::read_bytes(&**disk, &one.path)?;
        let session: Session = format::document(&one.path, &bytes)?;
        let unfit = || Problem::File(one.path.clone(), FileFault::Incoherent(Text::default()));
        let done = archived(&session).ok_or_else(unfit)?;
        out.sessions += 1;
        out.replaced += done.replaced;
        out.removed += done.removed;
        out.masked += done.masked;
        ids.extend(super::purge::origins(&session));
        let said = session.follow_ups.iter();
        ids.extend(said.filter_map(|f| f.session.as_str().parse::<Uuid>().ok()));
        write(&there, done, now, reason)?;
    }
    if !ids.is_empty() {
        // What the sessions refer to did not come along, on purpose.
        ids.sort_unstable();
        ids.dedup();
        let line = Destroyed {
            at: Some(now),
            ids,
            reason: reason.clone(),
            ..Destroyed::default()
        };
        super::destroyed::add(&there, line)?;
    }
    Ok(out)
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
    if super::disk::is_there(disk, &path) {
        return Err(Problem::Disk(path, DiskFault::Exists));
    }
    put(disk, &path, &bytes).map_err(fault::at(&path))
}
