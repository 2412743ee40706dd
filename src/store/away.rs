//! Taking a file out of the workspace without destroying anything: it goes to the backups, under its own name.

use super::disk::is_there;
use super::{Store, fault};
use crate::domain::problem::Problem;
use chrono::NaiveDateTime;
use std::io;
use std::path::{Path, PathBuf};

impl Store {
    /// Moves a document's file into `.crex/backups`, with what its journal still holds; gives where it lies now. One that is
    /// open, here or elsewhere, stays where it is.
    pub fn put_away(&self, path: &Path, now: NaiveDateTime) -> Result<PathBuf, Problem> {
        let (held, _lock) = self.lock(path, now);
        if let Some(why) = held {
            return Err(Problem::ReadOnly(path.to_owned(), why));
        }
        let to = self.free_backup(path);
        let told = fault::at(path);
        self.disk.rename(path, &to).map_err(&told)?;
        let log = self.workspace.own("journal", path, ".log");
        match self.disk.rename(&log, &to.with_extension("log")) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                // Not without what was typed in it last.
                let _ = self.disk.rename(&to, path);
                return Err(told(error));
            }
            _ => {}
        }
        // Where it lies now first: else a power cut could leave it nowhere.
        for folder in [&to, path].map(super::atomic::folder_of) {
            self.disk.sync_folder(folder).map_err(&told)?;
        }
        Ok(to)
    }

    /// A name among the backups that nothing has yet.
    fn free_backup(&self, path: &Path) -> PathBuf {
        let folder = self.workspace.root().join(".crex").join("backups");
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let ending = self.disk.ending();
        let named = |n: u32| match n {
            1 => folder.join(format!("{stem}.{ending}")),
            n => folder.join(format!("{stem}-{n}.{ending}")),
        };
        let taken = |n: &u32| is_there(&*self.disk, &named(*n));
        named((1..u32::MAX).find(|n| !taken(n)).unwrap_or(u32::MAX))
    }
}
