//! A session written into another folder because its own cannot be written: whole, in one move, in a workspace of its own, so
//! that the meeting can go on there.

use super::atomic::{Target, write_whole};
use super::disk::is_there;
use super::document::Document;
use super::workspace::Workspace;
use super::{Handle, Store, fault, format, vault};
use crate::domain::problem::{DiskFault, Problem};
use crate::domain::seal::fingerprint;
use crate::domain::session::Session;
use crate::domain::team::Team;
use chrono::NaiveDateTime;
use directories::UserDirs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Most files of this name that are stepped aside from.
const MOST: usize = 99;

impl Store {
    /// Writes a session and its team into the workspace in the folder `root`, made if it is not there; gives where the session
    /// lies. One of an earlier try is replaced; any other file stays as it is.
    pub fn save_elsewhere(
        &self,
        root: &Path,
        handle: Handle,
        session: &Session,
        team: &Team,
        now: NaiveDateTime,
    ) -> Result<PathBuf, Problem> {
        let workspace = Workspace::open(Arc::clone(&self.disk), root)?;
        self.lay_key(root)?;
        let own = self.path_of(handle);
        let name = own.as_deref().and_then(Path::file_stem);
        let name = name.unwrap_or_default().to_string_lossy().into_owned();
        let folder = workspace.folder(session.folder());
        let ending = self.disk.ending();
        let numbered = (2..=MOST).map(|n| format!("{name}-{n}.{ending}"));
        let names = std::iter::once(format!("{name}.{ending}")).chain(numbered);
        for path in names.map(|name| folder.join(name)) {
            let there = self.disk.read(&path).ok();
            if there.is_none_or(|bytes| is_earlier(&bytes, session)) {
                self.write_there(&workspace, &path, session, now)?;
                self.write_there(&workspace, &workspace.team(), team, now)?;
                return Ok(path);
            }
        }
        Err(Problem::Disk(folder, DiskFault::Exists))
    }

    /// What is encrypted there opens with the passphrase that opens it here.
    fn lay_key(&self, root: &Path) -> Result<(), Problem> {
        let path = vault::key_path(root);
        let Some(key) = self.disk.key().filter(|_| !is_there(&*self.disk, &path)) else {
            return Ok(());
        };
        write_whole(&*self.disk, &path, &key).map_err(fault::at(&path))
    }

    fn write_there<D: Document>(
        &self,
        workspace: &Workspace,
        path: &Path,
        doc: &D,
        now: NaiveDateTime,
    ) -> Result<(), Problem> {
        let bytes = format::encode(path, doc)?;
        let known = self.disk.read(path).ok().map(|there| fingerprint(&there));
        let backups = workspace.own("backups", path, "");
        let mut target = Target::new(path.to_owned(), known, backups);
        target.write_in_place(&*self.disk, &bytes, now)
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
        let mut other = all.filter(|folder| folder.is_dir() && !self.root().starts_with(folder));
        other.next().map_or_else(std::env::temp_dir, Path::to_owned)
    }
}

/// Whether this is the same session, not sealed yet: it may be replaced.
fn is_earlier(bytes: &[u8], session: &Session) -> bool {
    let there = format::parse::<Session>(Path::new(""), bytes);
    there.is_ok_and(|there| there.doc.id == session.id && there.why.is_none())
}
