//! Sealing: the last write of a session's file, done at once and in its place or not at all.

use super::format;
use super::worker::hold;
use super::{Access, Handle, Store};
use crate::domain::problem::{DiskFault, Problem, Why};
use crate::domain::seal::fingerprint;
use crate::domain::session::Session;
use chrono::NaiveDateTime;

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
        live.access = Access::Read(Why::Sealed);
        // A journal that stays behind is not read any more: the file is sealed.
        let _ = hold(&live.journal).discard();
        Ok(sealed)
    }
}
