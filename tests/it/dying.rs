//! A disk of a program that is killed at its n-th change.

use crex::store::{Disk, Held, RealDisk};
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Everything fails from the n-th change on; what is being written at that one is half there.
#[derive(Debug)]
pub struct Dying {
    left: AtomicUsize,
    dead: AtomicBool,
}

impl Dying {
    /// So many changes are done.
    pub fn after(changes: usize) -> Self {
        Self {
            left: AtomicUsize::new(changes),
            dead: AtomicBool::new(false),
        }
    }

    /// How many changes were asked for since [`Dying::after`] `usize::MAX`.
    pub fn asked(&self) -> usize {
        usize::MAX - self.left.load(Ordering::SeqCst)
    }

    /// Whether this change is done.
    fn gate(&self) -> io::Result<()> {
        self.gate_or(|| Ok(()))
    }

    /// Whether this change is done; `half` of it where the kill comes in its middle.
    fn gate_or(&self, half: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        let one_less = |n: usize| n.checked_sub(1);
        let left = self
            .left
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_less);
        if left.is_ok() {
            return Ok(());
        }
        if !self.dead.swap(true, Ordering::SeqCst) {
            half()?;
        }
        Err(io::Error::from_raw_os_error(5))
    }
}

impl Disk for Dying {
    fn make_folder(&self, path: &Path) -> io::Result<()> {
        if path.is_dir() {
            return Ok(());
        }
        self.gate()?;
        RealDisk.make_folder(path)
    }
    fn create(&self, path: &Path) -> io::Result<Held> {
        self.gate()?;
        RealDisk.create(path)
    }
    fn create_clear(&self, path: &Path) -> io::Result<Held> {
        self.gate()?;
        RealDisk.create_clear(path)
    }
    fn write(&self, held: &mut Held, bytes: &[u8]) -> io::Result<()> {
        self.gate_or(|| RealDisk.write(held, &bytes[..bytes.len() / 2]))?;
        RealDisk.write(held, bytes)
    }
    fn create_log(&self, path: &Path) -> io::Result<Held> {
        self.gate()?;
        RealDisk.create_log(path)
    }
    fn append(&self, held: &mut Held, records: &[&[u8]]) -> io::Result<()> {
        self.gate()?;
        RealDisk.append(held, records)
    }
    fn open_slot(&self, path: &Path) -> io::Result<Held> {
        self.gate()?;
        RealDisk.open_slot(path)
    }
    fn write_slot(&self, held: &mut Held, bytes: &[u8], copies: usize) -> io::Result<()> {
        self.gate_or(|| RealDisk.write_slot(held, &bytes[..bytes.len() / 2], 1))?;
        RealDisk.write_slot(held, bytes, copies)
    }
    fn write_copy(&self, held: &mut Held, bytes: &[u8], copy: usize) -> io::Result<()> {
        self.gate()?;
        RealDisk.write_copy(held, bytes, copy)
    }
    fn sync(&self, held: &Held) -> io::Result<()> {
        self.gate()?;
        RealDisk.sync(held)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.gate()?;
        RealDisk.sync_folder(folder)
    }
    fn keep(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.gate()?;
        RealDisk.keep(from, to)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.gate()?;
        RealDisk.rename(from, to)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.gate()?;
        RealDisk.remove(path)
    }
    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.gate()?;
        RealDisk.remove_folder(path)
    }
}
