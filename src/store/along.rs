//! What is open beside a session that goes on in another folder: it is written there as well, under the name that it has here.

use super::atomic::{Target, folder_of};
use super::disk::is_absent;
use super::document::Document;
use super::worker::hold;
use super::workspace::Workspace;
use super::{Handle, Store, fault, format};
use crate::domain::problem::Problem;
use crate::domain::seal::fingerprint;
use chrono::NaiveDateTime;
use std::path::{Path, PathBuf};

impl Store {
    /// Writes an open document into the workspace in the folder `root`.
    pub fn take_along<D: Document>(
        &self,
        root: &Path,
        handle: Handle,
        doc: &D,
        now: NaiveDateTime,
    ) -> Result<(), Problem> {
        match self.place_in(root, handle) {
            Some(place) => self.lay(root, &place, &format::encode(&place, doc)?, now),
            None => Ok(()),
        }
    }

    /// Writes there what waits to be saved here of every other document: nothing that is in memory alone stays behind.
    pub fn take_rest_along(
        &self,
        root: &Path,
        but: &[Handle],
        now: NaiveDateTime,
    ) -> Result<(), Problem> {
        let mut waiting = Vec::new();
        for (handle, job) in hold(&self.slots).iter().filter(|(h, _)| !but.contains(h)) {
            if let Some(place) = self.place_in(root, *handle) {
                let bytes = (job.encode)(&place)?;
                waiting.push((place, bytes));
            }
        }
        let mut lay = waiting.iter();
        lay.try_for_each(|(place, bytes)| self.lay(root, place, bytes, now))
    }

    /// Where a document of this workspace lies in another.
    fn place_in(&self, root: &Path, handle: Handle) -> Option<PathBuf> {
        let path = self.path_of(handle)?;
        let inside = path.strip_prefix(self.root()).ok()?;
        Some(root.join(inside))
    }

    /// Writes a file there; what lies in its place is kept first.
    fn lay(
        &self,
        root: &Path,
        place: &Path,
        bytes: &[u8],
        now: NaiveDateTime,
    ) -> Result<(), Problem> {
        let told = fault::at(place);
        let workspace = Workspace::look(self.disk_at(root), root);
        let disk = workspace.disk();
        let there = match disk.read(place) {
            Err(_) if is_absent(disk, place).map_err(&told)? => None,
            read => Some(read.map_err(&told)?),
        };
        if there.as_deref() == Some(bytes) {
            return Ok(());
        }
        disk.make_folder(folder_of(place)).map_err(&told)?;
        let backups = workspace.own("backups", place, "");
        let known = there.as_deref().map(fingerprint);
        let mut target = Target::new(place.to_owned(), known, backups);
        if there.is_some() {
            target.put_aside(disk, now).map_err(&told)?;
        }
        target.write_in_place(disk, bytes, now)
    }
}
