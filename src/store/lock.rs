//! One writer at a time: the system's lock on a file that holds nothing. Who has it stands in a file beside, since a locked
//! file cannot be read everywhere. A document has one writer. A workspace has many who share it, or one who has it alone: to turn
//! or clean all of it nobody else may have any of it open.

use super::disk::{Disk, is_there};
use super::fault;
use crate::domain::problem::Problem;
use crate::domain::text::Text;
use chrono::NaiveDateTime;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// A lock that is held as long as this lives.
#[derive(Debug)]
pub struct Lock {
    file: Option<File>,
}

impl Drop for Lock {
    fn drop(&mut self) {
        unlock(self.file.as_ref());
    }
}

/// Gives a lock back at once. Closing the file alone would leave it to a program that is just being started, which has all our
/// files open for a moment.
fn unlock(file: Option<&File>) {
    if let Some(file) = file {
        let _ = file.unlock();
    }
}

/// How trying to lock ended.
#[derive(Debug)]
pub enum Tried {
    /// Ours.
    Got(Lock),
    /// Another's: process number, machine and since when, as far as known.
    Held(Text),
}

/// Tries to take the lock at `path`.
pub fn take(disk: &dyn Disk, path: &Path, now: NaiveDateTime) -> io::Result<Tried> {
    let file = disk.open_lock(path)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(Tried::Held(who(disk, path))),
        // A disk without locks: better to work without one than not to work.
        Err(TryLockError::Error(_)) => return Ok(Tried::Got(Lock { file: None })),
    }
    sign(disk, path, now);
    Ok(Tried::Got(Lock { file: Some(file) }))
}

/// A whole workspace, shared or alone, as long as this lives.
#[derive(Debug)]
pub struct Whole {
    file: Option<File>,
}

impl Drop for Whole {
    fn drop(&mut self) {
        unlock(self.file.as_ref());
    }
}

impl Whole {
    /// Whether the disk knows locks: where it does not, nobody is kept out.
    pub fn is_sure(&self) -> bool {
        self.file.is_some()
    }
}

fn of_whole(root: &Path) -> PathBuf {
    root.join(".crex").join("workspace.lock")
}

/// Shares the workspace in the folder `root` with others, unless somebody has it alone.
pub fn share(disk: &dyn Disk, root: &Path) -> Result<Whole, Problem> {
    let path = of_whole(root);
    // Where this cannot be opened nothing can be written either.
    let Ok(file) = disk.open_lock(&path) else {
        return Ok(Whole { file: None });
    };
    match file.try_lock_shared() {
        Ok(()) => Ok(Whole { file: Some(file) }),
        Err(TryLockError::WouldBlock) => Err(Problem::WorkedOn(root.to_owned(), who(disk, &path))),
        Err(TryLockError::Error(_)) => Ok(Whole { file: None }),
    }
}

/// The same for who only looks: nothing is made where there is nothing.
pub fn share_to_look(disk: &dyn Disk, root: &Path) -> Result<Whole, Problem> {
    if is_there(disk, &of_whole(root)) {
        return share(disk, root);
    }
    Ok(Whole { file: None })
}

/// Has the workspace in the folder `root` alone, unless somebody has any of it open.
pub fn alone(disk: &dyn Disk, root: &Path, now: NaiveDateTime) -> Result<Whole, Problem> {
    let path = of_whole(root);
    let hidden = root.join(".crex");
    disk.make_folder(&hidden).map_err(fault::at(&hidden))?;
    let file = disk.open_lock(&path).map_err(fault::at(&path))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            // Who works on all of it lets nobody share it.
            share(disk, root)?;
            return Err(Problem::InUse(root.to_owned()));
        }
        Err(TryLockError::Error(_)) => return Ok(Whole { file: None }),
    }
    sign(disk, &path, now);
    Ok(Whole { file: Some(file) })
}

/// Who holds the lock at `path`, as far as known.
fn who(disk: &dyn Disk, path: &Path) -> Text {
    let who = disk.read_slot(&path.with_extension("who"), 1);
    let who = who.unwrap_or_default().concat();
    Text::line(String::from_utf8_lossy(&who).trim())
}

/// Says who holds the lock at `path`: a courtesy, on which the lock does not depend. Written over what is there, padded so that
/// nothing of it is left: emptying a file first costs some disks a millisecond, and this is written at every start.
fn sign(disk: &dyn Disk, path: &Path, now: NaiveDateTime) {
    let (id, at) = (std::process::id(), now.format("%Y-%m-%d %H:%M"));
    let text = format!("{id} {} {at}", machine());
    let padded = format!("{text:<255}\n");
    let slot = disk.open_slot(&path.with_extension("who"));
    let _ = slot.and_then(|mut slot| disk.write_slot(&mut slot, padded.as_bytes(), 1));
}

/// The name of this machine, `-` when it is not cheaply known.
fn machine() -> String {
    let named = std::env::var("COMPUTERNAME")
        .or_else(|_| std::env::var("HOSTNAME"))
        .ok();
    let named = named.or_else(|| fs::read_to_string("/proc/sys/kernel/hostname").ok());
    let named = named.or_else(|| fs::read_to_string("/etc/hostname").ok());
    let named = named.map(|name| name.trim().replace(' ', "-"));
    named
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "-".to_owned())
}
