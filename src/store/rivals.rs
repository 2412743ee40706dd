//! Two files of one session: one stays, the other goes among the backups. Nothing is taken away before it lies elsewhere.

use super::atomic::{Target, folder_of};
use super::disk::is_there;
use super::{Store, fault, format};
use crate::domain::problem::Problem;
use crate::domain::seal::fingerprint;
use crate::domain::session::Session;
use chrono::NaiveDateTime;
use std::path::{Path, PathBuf};

impl Store {
    /// Whether a file still lies there.
    pub fn holds(&self, path: &Path) -> bool {
        is_there(&*self.disk, path)
    }

    /// Keeps the file `kept` of a session and puts the `other` among the backups; neither may be open. One of them may be a
    /// backup already. Gives where the kept one lies now, which takes the name of the other if its own says that it is a
    /// copy, and where the other one does.
    pub fn keep_one(
        &self,
        kept: &Path,
        other: &Path,
        now: NaiveDateTime,
    ) -> Result<(PathBuf, PathBuf), Problem> {
        let backups = self.workspace.root().join(".crex");
        if other.starts_with(&backups) {
            return Ok((kept.to_owned(), other.to_owned()));
        }
        if kept.starts_with(&backups) {
            let aside = self.bring_back(kept, other, now)?;
            return Ok((other.to_owned(), aside));
        }
        let (held, _lock) = self.lock(kept, now);
        if let Some(why) = held {
            return Err(Problem::ReadOnly(kept.to_owned(), why));
        }
        let aside = self.put_away(other, now)?;
        if !is_named_after(kept, other) {
            return Ok((kept.to_owned(), aside));
        }
        let told = fault::at(kept);
        // What it was not saved of goes along first: a journal without its file harms nothing.
        let log = |path: &Path| self.workspace.own("journal", path, ".log");
        if is_there(&*self.disk, &log(kept)) {
            self.disk.rename(&log(kept), &log(other)).map_err(&told)?;
        }
        // A place that does not go along costs nothing but the way back to it.
        let spot = |path: &Path| self.workspace.own("places", path, "");
        let _ = self.disk.rename(&spot(kept), &spot(other));
        self.disk.rename(kept, other).map_err(&told)?;
        self.disk.sync_folder(folder_of(other)).map_err(&told)?;
        Ok((other.to_owned(), aside))
    }

    /// Puts the state of a backup into the file at `path`, whose own state goes among the backups.
    fn bring_back(
        &self,
        backup: &Path,
        path: &Path,
        now: NaiveDateTime,
    ) -> Result<PathBuf, Problem> {
        let (held, _lock) = self.lock(path, now);
        if let Some(why) = held {
            return Err(Problem::ReadOnly(path.to_owned(), why));
        }
        let told = fault::at(path);
        let bytes = self.disk.read(backup).map_err(fault::at(backup))?;
        // What cannot be read is put in the place of nothing.
        let _: format::Parsed<Session> = format::parse(backup, &bytes)?;
        let known = fingerprint(&self.disk.read(path).map_err(&told)?);
        let mut target = Target::new(
            path.to_owned(),
            Some(known),
            self.workspace.own("backups", path, ""),
        );
        let aside = target.put_aside(&*self.disk, now).map_err(&told)?;
        target.write_in_place(&*self.disk, &bytes, now)?;
        Ok(aside)
    }
}

/// Whether a file has the name of another and something behind it, as programs name the copies that they lay beside.
pub fn is_named_after(copy: &Path, file: &Path) -> bool {
    let stem = |path: &Path| {
        let stem = path.file_stem().unwrap_or_default();
        stem.to_string_lossy().into_owned()
    };
    let behind = stem(copy)
        .strip_prefix(&stem(file))
        .map(|rest| rest.starts_with(['-', ' ', '.', '(', '~', '_']));
    copy.parent() == file.parent() && behind.unwrap_or(false)
}
