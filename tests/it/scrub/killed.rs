//! Erasing a word, killed at any call to the disk.

use super::super::harness::copy;
use super::super::made::noon;
use super::{asked, check_all, filled, real, telling};
use crex::domain::erasure::Word;
use crex::store::{Asked, Disk, Held, RealDisk, SharedDisk, scrub};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A disk on which everything fails from the n-th change on, as after a kill.
#[derive(Debug)]
struct Dying(AtomicUsize);

impl Dying {
    fn gate(&self) -> io::Result<()> {
        let one_less = |n: usize| n.checked_sub(1);
        let left = self
            .0
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_less);
        left.map(drop).map_err(|_| io::Error::from_raw_os_error(5))
    }
}

impl Disk for Dying {
    fn create(&self, path: &Path) -> io::Result<Held> {
        self.gate()?;
        RealDisk.create(path)
    }
    fn create_log(&self, path: &Path) -> io::Result<Held> {
        self.gate()?;
        RealDisk.create_log(path)
    }
    fn create_clear(&self, path: &Path) -> io::Result<Held> {
        self.gate()?;
        RealDisk.create_clear(path)
    }
    fn write(&self, held: &mut Held, bytes: &[u8]) -> io::Result<()> {
        if self.gate().is_err() {
            RealDisk.write(held, &bytes[..bytes.len() / 2])?;
            return Err(io::Error::from_raw_os_error(5));
        }
        RealDisk.write(held, bytes)
    }
    fn append(&self, held: &mut Held, records: &[&[u8]]) -> io::Result<()> {
        self.gate()?;
        RealDisk.append(held, records)
    }
    fn write_slot(&self, held: &mut Held, bytes: &[u8], copies: usize) -> io::Result<()> {
        self.gate()?;
        RealDisk.write_slot(held, bytes, copies)
    }
    fn sync(&self, held: &Held) -> io::Result<()> {
        self.gate()?;
        RealDisk.sync(held)
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
}

#[test]
fn killed_at_any_call_it_is_done_to_its_end_the_next_time() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path(), 0);
    let mut killed = 0;
    let step = std::env::var("CREX_EACH").map_or(13, |each| each.parse().unwrap());
    for nth in (0..400).step_by(step) {
        let root = tempfile::tempdir().unwrap();
        copy(folder.path(), root.path());
        let root = root.path();
        let dying: SharedDisk = Arc::new(Dying(AtomicUsize::new(nth)));
        let first = scrub(&dying, root, noon(), &asked());
        killed += usize::from(first.map_or(true, |seen| !seen.unread.is_empty()));
        // Another word in between: what was left half done must not empty what lives.
        let other = Asked {
            word: Word::new("envole").unwrap(),
            ..asked()
        };
        scrub(&real(), root, noon(), &other).unwrap();
        scrub(&real(), root, noon(), &asked()).unwrap();
        assert_eq!(telling(root), [] as [PathBuf; 0], "call {nth}");
        check_all(root, 0);
    }
    assert!(killed > 20, "{killed}");
}
