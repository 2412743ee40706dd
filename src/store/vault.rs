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

pub use keys::{Keys, Work};
pub use laying::{change_key, keep_key};
pub(super) use remains::clear_documents;
pub use turning::{Turned, decrypt, encrypt, encrypt_first, left_clear};

use super::disk::{Disk, Held, SharedDisk, is_there};
use super::erase::is_erased;
use super::fault;
use crate::domain::problem::Problem;
use std::ffi::OsString;
use std::fs::{File, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

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

/// Whether the workspace in this folder is encrypted.
pub fn is_encrypted(disk: &dyn Disk, root: &Path) -> bool {
    is_there(disk, &key_path(root))
}

/// The keys of the workspace in this folder. It takes about a second: that is what keeps others from guessing.
pub fn unlock(disk: &dyn Disk, root: &Path, passphrase: &str) -> Result<Keys, Problem> {
    let path = key_path(root);
    let bytes = disk.read(&path).map_err(fault::at(&path))?;
    Keys::unlock(&bytes, passphrase).map_err(|fault| Problem::Locked(root.to_owned(), fault))
}

/// A disk on which all that the program writes is encrypted.
#[derive(Debug)]
pub struct Vault {
    disk: SharedDisk,
    keys: Arc<Keys>,
}

impl Vault {
    /// On this disk, with these keys.
    pub fn new(disk: SharedDisk, keys: Arc<Keys>) -> Self {
        Self { disk, keys }
    }
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

    fn stat(&self, path: &Path) -> io::Result<Metadata> {
        self.disk.stat(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        self.disk.list(folder)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let bytes = self.disk.read(path)?;
        if is_erased(&bytes) {
            // It was being destroyed: nothing is left to be read.
            return Ok(bytes);
        }
        if keys::is_age(&bytes) {
            return self.keys.unwrap(&bytes);
        }
        // What came from outside, or leaves, is in the clear.
        if path.extension().is_some_and(|end| end == ENDING) {
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
        Ok(self.keys.records().open_all(&bytes))
    }

    fn read_slot(&self, path: &Path, copies: usize) -> io::Result<Vec<Vec<u8>>> {
        let found = self.disk.read_slot(path, copies)?;
        if is_open(path) {
            return Ok(found);
        }
        let open = |copy: &Vec<u8>| self.keys.records().open_all(copy);
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
        if held.leaves {
            return self.disk.write(held, bytes);
        }
        let wrapped = self.keys.wrap(bytes)?;
        self.disk.write(held, &wrapped)
    }

    fn create_log(&self, path: &Path) -> io::Result<Held> {
        self.disk.create_log(path)
    }

    fn append(&self, held: &mut Held, records: &[&[u8]]) -> io::Result<()> {
        let seal = |record: &&[u8]| self.keys.records().seal(record);
        let sealed: Vec<Vec<u8>> = records.iter().map(seal).collect::<io::Result<_>>()?;
        let sealed: Vec<&[u8]> = sealed.iter().map(Vec::as_slice).collect();
        self.disk.append(held, &sealed)
    }

    fn open_slot(&self, path: &Path) -> io::Result<Held> {
        self.disk.open_slot(path)
    }

    fn write_slot(&self, held: &mut Held, bytes: &[u8], copies: usize) -> io::Result<()> {
        if is_open(&held.path) {
            return self.disk.write_slot(held, bytes, copies);
        }
        let sealed = self.keys.records().seal(bytes)?;
        self.disk.write_slot(held, &sealed, copies)
    }

    fn open_lock(&self, path: &Path) -> io::Result<File> {
        self.disk.open_lock(path)
    }

    fn sync(&self, held: &Held) -> io::Result<()> {
        self.disk.sync(held)
    }

    fn keep(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.disk.keep(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
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
