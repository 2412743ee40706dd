//! An encrypted workspace: a disk of which nobody but who has the passphrase reads what the program wrote. Whole files are in
//! the age format (<https://age-encryption.org/v1>), so that any age tool opens them without this program; journals, slots and
//! the index, which only this program reads, are encrypted record by record. In the clear are: the names of files, which hold
//! but a day and an id; how large they are and when they changed; who holds a lock; the team's own grids, cases and logo, which
//! are made elsewhere and say nothing of a meeting; and what was asked to leave the program.

mod keys;
mod laying;
mod names;
mod plan;
mod records;
mod remains;
pub(super) mod turning;

pub use age::secrecy::zeroize::Zeroizing;
pub use keys::{Keys, LEAST_PASSPHRASE, MOST_PASSPHRASE, Work};
pub use laying::{change_key, keep_key};
pub(super) use remains::{clear_documents, left_closed};
pub use turning::{Turned, decrypt, encrypt, encrypt_first, left_clear};

use super::atomic::folder_of;
use super::disk::{Disk, Held, SharedDisk, is_there, remove};
use super::erase::is_erased;
use super::erase::put;
use super::fault;
use crate::domain::problem::{LockFault, Problem};
use std::ffi::{OsStr, OsString};
use std::fs::{File, Metadata};
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// The ending of the names of its documents.
pub(super) const ENDING: &str = "age";

/// Where the key of a workspace lies, if it is encrypted.
pub fn key_path(root: &Path) -> PathBuf {
    root.join("key.age")
}

/// The same for who holds the recovery key.
pub fn recovery_path(root: &Path) -> PathBuf {
    root.join("recovery.age")
}

/// Whether a file holds the key of a workspace, which is no document.
pub(super) fn is_key(path: &Path) -> bool {
    let root = Path::new("");
    path.ends_with(key_path(root)) || path.ends_with(recovery_path(root))
}

/// Whether the workspace in this folder is encrypted: only where its key is known to be missing, and no document needs one, is
/// it not.
pub fn is_encrypted(disk: &dyn Disk, root: &Path) -> bool {
    match disk.stat(&key_path(root)) {
        Err(error) if is_missing(&error) => remains::has_closed(disk, root),
        _ => true,
    }
}

/// The same for whoever opens a workspace, who may have ten thousand documents: where its key is missing, some names of each
/// folder are looked at. Encryption closes all of them; a few that it had closed when it was stopped, and whose key was lost
/// since, may be missed here. Those that are read are told then; none is ever taken for another.
pub fn seems_encrypted(disk: &dyn Disk, root: &Path) -> bool {
    match disk.stat(&key_path(root)) {
        Err(error) if is_missing(&error) => remains::shows_closed(disk, root),
        _ => true,
    }
}

fn is_missing(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

/// The keys of the workspace in this folder. It takes about a second: that is what keeps others from guessing.
pub fn unlock(disk: &dyn Disk, root: &Path, passphrase: &str) -> Result<Keys, Problem> {
    let path = key_path(root);
    let bytes = disk.read(&path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Problem::Locked(root.to_owned(), LockFault::NoKey),
        _ => fault::at(&path)(error),
    })?;
    Keys::unlock(&bytes, passphrase).map_err(|fault| Problem::Locked(root.to_owned(), fault))
}

/// A disk on which all that the program writes in one folder is encrypted. What lies elsewhere passes through as it is.
#[derive(Debug)]
pub struct Vault {
    disk: SharedDisk,
    keys: Arc<Keys>,
    root: PathBuf,
    /// The same folder without links.
    full: OnceLock<PathBuf>,
}

impl Vault {
    /// On this disk, with these keys, for the workspace in this folder.
    pub fn new(disk: SharedDisk, keys: Arc<Keys>, root: &Path) -> Self {
        Self {
            disk,
            keys,
            root: root.to_owned(),
            full: OnceLock::new(),
        }
    }

    /// Whether what is written there is encrypted: in the folder, and wherever a name says so.
    fn closes(&self, path: &Path) -> bool {
        self.holds(path) || is_named_so(path)
    }

    /// Whether a path lies in the folder, which may have several names.
    fn holds(&self, path: &Path) -> bool {
        let climbs = path.components().any(|part| part == Component::ParentDir);
        if path.starts_with(&self.root) && !climbs {
            return true;
        }
        let root = self.full.get_or_init(|| {
            self.disk
                .real_path(&self.root)
                .unwrap_or_else(|_| self.root.clone())
        });
        let mut above = folder_of(path).ancestors();
        let full = above.find_map(|folder| self.disk.real_path(folder).ok());
        full.is_some_and(|folder| folder.starts_with(root))
    }

    /// Whether a file is the program's own there.
    fn is_own(&self, path: &Path) -> bool {
        self.holds(path) && path.components().any(|part| part.as_os_str() == ".crex")
    }

    /// Writes what a file of records says anew for another place.
    fn rebind(&self, from: &Path, to: &Path) -> io::Result<()> {
        let Some(copies) = copies_in(from) else {
            let said = self.read_log(from)?;
            let temp = to.with_extension("tmp");
            remove(&*self.disk, &temp)?;
            let mut log = self.create_log(&temp)?;
            self.append(&mut log, &[&said])?;
            self.sync(&log)?;
            drop(log);
            return self.disk.rename(&temp, to);
        };
        let said = self.read_slot(from, copies)?;
        let whole = |said: &&Vec<u8>| !said.is_empty() && !records::is_damaged(said);
        let said = said.iter().find(whole).ok_or_else(keys::altered)?;
        let mut slot = self.open_slot(to)?;
        self.write_slot(&mut slot, said, copies)?;
        self.sync(&slot)
    }

    /// Takes a file from where things are encrypted to where they are not, or back: what it says is written anew.
    fn carry(&self, from: &Path, to: &Path) -> io::Result<()> {
        put(self, to, &self.read(from)?)
    }
}

/// By what a file of records is bound to its place: its folder, and its name without an ending.
fn bound(path: &Path) -> String {
    let name = |path: Option<&OsStr>| path.unwrap_or_default().to_string_lossy().into_owned();
    let folder = name(path.parent().and_then(Path::file_name));
    let file = name(path.file_name());
    // The same under the name that it is written under first.
    let stem = file.trim_start_matches('.').split('.').next();
    let stem = stem.unwrap_or_default();
    format!("{folder}/{stem}")
}

/// How often the same stands in a slot; none for what is no slot.
fn copies_in(path: &Path) -> Option<usize> {
    let places = path
        .parent()
        .is_some_and(|folder| folder.ends_with(".crex/places"));
    let urn = path.extension().is_some_and(|end| end == "urn");
    urn.then_some(super::urn::COPIES).or(places.then_some(1))
}

fn is_log(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == "log")
}

/// Whether the name of a file, or that under which it is first written, says that it is encrypted.
fn is_named_so(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let temp = name
        .strip_suffix(".tmp")
        .and_then(|name| name.rsplit_once('.'));
    let name = temp.map_or(&*name, |(name, _)| name);
    Path::new(name).extension().is_some_and(|end| end == ENDING)
}

/// Whether nobody needs a key for a slot: it says only who holds a lock.
fn is_open(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == "who")
}

impl Disk for Vault {
    fn ending(&self) -> &'static str {
        ENDING
    }

    fn key(&self) -> Option<Vec<u8>> {
        self.keys.file().map(<[u8]>::to_vec)
    }

    fn at(&self, root: &Path) -> Option<SharedDisk> {
        let (disk, keys) = (Arc::clone(&self.disk), Arc::clone(&self.keys));
        Some(Arc::new(Self::new(disk, keys, root)))
    }

    fn stat(&self, path: &Path) -> io::Result<Metadata> {
        self.disk.stat(path)
    }

    fn meta(&self, path: &Path) -> io::Result<Metadata> {
        self.disk.meta(path)
    }

    fn real_path(&self, path: &Path) -> io::Result<PathBuf> {
        self.disk.real_path(path)
    }

    fn shut(&self, path: &Path) -> io::Result<()> {
        self.disk.shut(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        self.disk.list(folder)
    }

    fn glance(&self, folder: &Path, most: usize) -> io::Result<Vec<OsString>> {
        self.disk.glance(folder, most)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let bytes = self.disk.read(path)?;
        // Of what was being destroyed nothing is left to be read.
        if is_erased(&bytes) || is_key(path) || !self.closes(path) {
            return Ok(bytes);
        }
        if keys::is_age(&bytes) {
            return self.keys.unwrap(&bytes);
        }
        // What came from outside, or leaves, is in the clear; never what the program keeps for itself.
        if path.extension().is_some_and(|end| end == ENDING) || self.is_own(path) {
            return Err(keys::altered());
        }
        Ok(bytes)
    }

    fn raw(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.disk.raw(path)
    }

    fn is_link(&self, path: &Path) -> bool {
        self.disk.is_link(path)
    }

    fn is_shared(&self, path: &Path) -> bool {
        self.disk.is_shared(path)
    }

    fn blank(&self, path: &Path) -> io::Result<()> {
        self.disk.blank(path)
    }

    fn read_log(&self, path: &Path) -> io::Result<Vec<u8>> {
        let bytes = self.disk.read_log(path)?;
        if !self.closes(path) {
            return Ok(bytes);
        }
        Ok(self.keys.records().open_all(&bound(path), &bytes))
    }

    fn read_slot(&self, path: &Path, copies: usize) -> io::Result<Vec<Vec<u8>>> {
        let found = self.disk.read_slot(path, copies)?;
        if is_open(path) || !self.closes(path) {
            return Ok(found);
        }
        let open = |copy: &Vec<u8>| self.keys.records().open_all(&bound(path), copy);
        Ok(found.iter().map(open).collect())
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.disk.make_folder(path)
    }

    fn create(&self, path: &Path) -> io::Result<Held> {
        self.disk.create(path)
    }

    fn create_clear(&self, path: &Path) -> io::Result<Held> {
        let held = self.disk.create_clear(path)?;
        Ok(held.leaving())
    }

    fn write(&self, held: &mut Held, bytes: &[u8]) -> io::Result<()> {
        if held.leaves || !self.closes(&held.path) {
            return self.disk.write(held, bytes);
        }
        let wrapped = self.keys.wrap(bytes)?;
        self.disk.write(held, &wrapped)
    }

    fn create_log(&self, path: &Path) -> io::Result<Held> {
        self.disk.create_log(path)
    }

    fn append(&self, held: &mut Held, records: &[&[u8]]) -> io::Result<()> {
        if !self.closes(&held.path) {
            return self.disk.append(held, records);
        }
        let (file, mut at) = (bound(&held.path), held.len);
        let mut sealed: Vec<Vec<u8>> = Vec::with_capacity(records.len());
        for record in records {
            let record = self.keys.records().seal(&file, at, record)?;
            at += record.len() as u64;
            sealed.push(record);
        }
        let sealed: Vec<&[u8]> = sealed.iter().map(Vec::as_slice).collect();
        self.disk.append(held, &sealed)
    }

    fn open_slot(&self, path: &Path) -> io::Result<Held> {
        self.disk.open_slot(path)
    }

    fn write_slot(&self, held: &mut Held, bytes: &[u8], copies: usize) -> io::Result<()> {
        if is_open(&held.path) || !self.closes(&held.path) {
            return self.disk.write_slot(held, bytes, copies);
        }
        let sealed = self.keys.records().seal(&bound(&held.path), 0, bytes)?;
        self.disk.write_slot(held, &sealed, copies)
    }

    fn write_copy(&self, held: &mut Held, bytes: &[u8], copy: usize) -> io::Result<()> {
        if is_open(&held.path) || !self.closes(&held.path) {
            return self.disk.write_copy(held, bytes, copy);
        }
        let sealed = self.keys.records().seal(&bound(&held.path), 0, bytes)?;
        self.disk.write_copy(held, &sealed, copy)
    }

    fn open_lock(&self, path: &Path) -> io::Result<File> {
        self.disk.open_lock(path)
    }

    fn sync(&self, held: &Held) -> io::Result<()> {
        self.disk.sync(held)
    }

    fn keep(&self, from: &Path, to: &Path) -> io::Result<()> {
        if self.closes(from) != self.closes(to) {
            if is_there(&*self.disk, to) {
                return Err(io::ErrorKind::AlreadyExists.into());
            }
            return self.carry(from, to);
        }
        self.disk.keep(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        if self.closes(from) != self.closes(to) {
            self.carry(from, to)?;
            return self.disk.remove(from);
        }
        let records = is_log(from) || copies_in(from).is_some();
        if records && self.closes(from) && bound(from) != bound(to) {
            self.rebind(from, to)?;
            return self.disk.remove(from);
        }
        self.disk.rename(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.disk.sync_folder(folder)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.disk.remove_folder(path)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.disk.remove(path)
    }
}
