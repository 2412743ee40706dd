//! Many new documents at once: each is whole on the disk or not there at all, and the disk is waited for once for many.

use super::disk::is_there;
use super::document::Document;
use super::{Store, atomic, fault, format};
use crate::domain::problem::{DiskFault, Problem};
use chrono::NaiveDateTime;
use std::io;
use std::path::PathBuf;

/// Documents that the disk is waited for together.
const TOGETHER: usize = 64;

impl Store {
    /// Puts new documents on the disk without opening them. Gives how many are there, and what kept the others away, if
    /// anything did: all that is there is whole.
    pub fn add_all<D: Document>(
        &self,
        docs: &[D],
        now: NaiveDateTime,
    ) -> (usize, Result<(), Problem>) {
        if let Some(fault) = self.closed {
            let root = self.workspace.root().to_owned();
            return (0, Err(Problem::Disk(root, fault)));
        }
        let mut done = 0;
        for part in docs.chunks(TOGETHER) {
            let added = self.add_some(part, now, &mut done);
            if added.is_err() {
                return (done, added);
            }
        }
        (done, Ok(()))
    }

    fn add_some<D: Document>(
        &self,
        docs: &[D],
        now: NaiveDateTime,
        done: &mut usize,
    ) -> Result<(), Problem> {
        let mut written = Vec::new();
        let all = self.write_aside(docs, now, &mut written);
        let named = all.and_then(|()| {
            for (temp, path) in &written {
                self.disk.rename(temp, path).map_err(fault::at(path))?;
                *done += 1;
            }
            match written.first() {
                Some((_, path)) => {
                    let folder = atomic::folder_of(path);
                    self.disk.sync_folder(folder).map_err(fault::at(folder))
                }
                None => Ok(()),
            }
        });
        if named.is_err() {
            // What got no name is only litter; what has one is not there under the other any more.
            for (temp, _) in &written {
                let _ = self.disk.remove(temp);
            }
        }
        named
    }

    /// Writes documents under names that nobody reads, and waits until the disk has them.
    fn write_aside<D: Document>(
        &self,
        docs: &[D],
        now: NaiveDateTime,
        written: &mut Vec<(PathBuf, PathBuf)>,
    ) -> Result<(), Problem> {
        let mut files = Vec::new();
        for doc in docs {
            let path = self.workspace.place_for(doc, now.date());
            if is_there(&*self.disk, &path) {
                return Err(Problem::Disk(path, DiskFault::Exists));
            }
            let bytes = format::encode(&path, doc)?;
            let temp = atomic::temp_name(&path);
            let made = || -> io::Result<_> {
                let mut file = self.disk.create(&temp)?;
                self.disk.write(&mut file, &bytes)?;
                Ok(file)
            };
            let file = made();
            written.push((temp.clone(), path.clone()));
            files.push(file.map_err(fault::at(&path))?);
        }
        for (file, (_, path)) in files.iter().zip(&*written) {
            self.disk.sync(file).map_err(fault::at(path))?;
        }
        Ok(())
    }
}
