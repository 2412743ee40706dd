//! A session written into another folder because its own cannot be written: whole, in one move, in a workspace of its own, so
//! that the meeting can go on there.

use super::atomic::{Target, write_whole};
use super::disk::{RealDisk, is_folder, is_there};
use super::document::Document;
use super::worker::hold;
use super::workspace::Workspace;
use super::{Handle, Store, fault, format, vault};
use crate::domain::problem::{DiskFault, LockFault, Problem};
use crate::domain::seal::fingerprint;
use crate::domain::session::Session;
use crate::domain::team::Team;
use chrono::NaiveDateTime;
use directories::UserDirs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Most files of this name that are stepped aside from.
const MOST: usize = 99;

impl Store {
    /// Writes a session and its team into the workspace in the folder `root`, made if it is not there; gives where the session
    /// lies. What this run wrote there is replaced; any other file stays as it is.
    pub fn save_elsewhere(
        &self,
        root: &Path,
        handle: Handle,
        session: &Session,
        team: &Team,
        now: NaiveDateTime,
    ) -> Result<PathBuf, Problem> {
        self.fits(root)?;
        let disk = self.disk_at(root);
        let workspace = Workspace::open(Arc::clone(&disk), root)?;
        self.lay_key(root)?;
        let own = self.path_of(handle);
        let name = own.as_deref().and_then(Path::file_stem);
        let name = name.unwrap_or_default().to_string_lossy().into_owned();
        let folder = workspace.folder(session.folder());
        let ending = disk.ending();
        let numbered = (2..=MOST).map(|n| format!("{name}-{n}.{ending}"));
        let names = std::iter::once(format!("{name}.{ending}")).chain(numbered);
        for path in names.map(|name| folder.join(name)) {
            match disk.read(&path) {
                Ok(there) if !self.wrote(&path, &there) => continue,
                Err(error) if error.kind() != io::ErrorKind::NotFound => continue,
                _ => {}
            }
            self.write_there(&workspace, &path, session, now)?;
            self.team_there(&workspace, team, now)?;
            return Ok(path);
        }
        Err(Problem::Disk(folder, DiskFault::Exists))
    }

    /// Sees that what goes there is as closed as what lies there: else one of the two would be read by who may not, or by nobody.
    fn fits(&self, root: &Path) -> Result<(), Problem> {
        let there = self.disk.read(&vault::key_path(root)).ok();
        let alike = match self.disk.key() {
            None => !vault::is_encrypted(&*self.disk, root),
            Some(_) if there.is_none() => {
                !vault::is_encrypted(&*self.disk, root)
                    && vault::clear_documents(&*self.disk, root) == 0
            }
            key => key == there,
        };
        let unlike = || Problem::Locked(root.to_owned(), LockFault::NotAlike);
        alike.then_some(()).ok_or_else(unlike)
    }

    /// What is encrypted there opens with the passphrase that opens it here.
    fn lay_key(&self, root: &Path) -> Result<(), Problem> {
        let path = vault::key_path(root);
        let Some(key) = self.disk.key().filter(|_| !is_there(&*self.disk, &path)) else {
            return Ok(());
        };
        write_whole(&*self.disk, &path, &key).map_err(fault::at(&path))
    }

    /// The team of the session. That of others stays; of the same one what it said is kept apart.
    fn team_there(
        &self,
        workspace: &Workspace,
        team: &Team,
        now: NaiveDateTime,
    ) -> Result<(), Problem> {
        let path = workspace.team();
        let bytes = match workspace.disk().read(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return self.write_there(workspace, &path, team, now);
            }
            read => read.map_err(fault::at(&path))?,
        };
        if !self.wrote(&path, &bytes) {
            let there = format::parse::<Team>(&path, &bytes).ok();
            if there.is_none_or(|there| there.why.is_some() || there.doc.name != team.name) {
                return Ok(());
            }
            let backups = workspace.own("backups", &path, "");
            let target = Target::new(path.clone(), Some(fingerprint(&bytes)), backups);
            let kept = target.put_aside(workspace.disk(), now);
            kept.map_err(fault::at(&path))?;
        }
        self.write_there(workspace, &path, team, now)
    }

    /// Whether these bytes are what this run wrote there.
    fn wrote(&self, path: &Path, bytes: &[u8]) -> bool {
        hold(&self.elsewhere).get(path) == Some(&fingerprint(bytes))
    }

    fn write_there<D: Document>(
        &self,
        workspace: &Workspace,
        path: &Path,
        doc: &D,
        now: NaiveDateTime,
    ) -> Result<(), Problem> {
        let bytes = format::encode(path, doc)?;
        let disk = workspace.disk();
        let known = disk.read(path).ok().map(|there| fingerprint(&there));
        let backups = workspace.own("backups", path, "");
        let mut target = Target::new(path.to_owned(), known, backups);
        target.write_in_place(disk, &bytes, now)?;
        hold(&self.elsewhere).insert(path.to_owned(), fingerprint(&bytes));
        Ok(())
    }

    /// Whether `folder` can be looked into, as a person who names it expects.
    pub fn is_folder(&self, folder: &Path) -> Result<bool, Problem> {
        let looked = self.disk.stat(folder).map(|meta| meta.is_dir());
        looked.map_err(fault::at(folder))
    }

    /// A folder to be proposed when that of the workspace cannot be written: the documents, else the home, as long as the
    /// workspace does not lie in it; else the folder for what passes.
    pub fn elsewhere(&self) -> PathBuf {
        let folders = UserDirs::new();
        let documents = folders.as_ref().and_then(UserDirs::document_dir);
        let home = folders.as_ref().map(UserDirs::home_dir);
        let all = documents.into_iter().chain(home);
        let mut other =
            all.filter(|folder| is_folder(&RealDisk, folder) && !self.root().starts_with(folder));
        other.next().map_or_else(std::env::temp_dir, Path::to_owned)
    }
}
