//! Sessions written without the people into another folder, which is a workspace of its own: figures are counted there as here.

use super::disk::SharedDisk;
use super::erase::put;
use super::workspace::Workspace;
use super::{Old, fault, format};
use crate::documents::archive::{Archived, archived};
use crate::domain::erasure::Erasure;
use crate::domain::problem::{DiskFault, FileFault, Problem};
use crate::domain::seal;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::words::Words;
use chrono::NaiveDateTime;
use std::path::Path;

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

/// Writes these sessions of the workspace on `disk` without the people into the folder `to`; with none, only counts.
pub fn archive(
    disk: &SharedDisk,
    old: &[Old],
    to: Option<(&SharedDisk, &Path)>,
    now: NaiveDateTime,
) -> Result<Kept, Problem> {
    let there = to.map(|(disk, root)| Workspace::open(SharedDisk::clone(disk), root));
    let there = there.transpose()?;
    let mut out = Kept::default();
    for one in old {
        let bytes = format::read_bytes(&**disk, &one.path)?;
        let session: Session = format::document(&one.path, &bytes)?;
        let unfit = || Problem::File(one.path.clone(), FileFault::Incoherent(Text::default()));
        let done = archived(&session).ok_or_else(unfit)?;
        out.sessions += 1;
        out.replaced += done.replaced;
        out.removed += done.removed;
        out.masked += done.masked;
        if let Some(there) = &there {
            write(there, done, now)?;
        }
    }
    Ok(out)
}

fn write(there: &Workspace, done: Archived, now: NaiveDateTime) -> Result<(), Problem> {
    let n = done.replaced + done.removed + done.masked;
    let mut session = done.session;
    let seal = session.seal.as_mut();
    let sealed = seal.map(|seal| std::mem::take(&mut seal.fingerprint));
    session.erasures.push(Erasure {
        at: Some(now),
        places: u32::try_from(n).unwrap_or(u32::MAX),
        reason: Words(session.lang).archive_why().into(),
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
