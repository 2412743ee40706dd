//! One writer at a time: the system's lock on a file that holds nothing. Who has it stands in a file beside, since a locked
//! file cannot be read everywhere.

use super::disk::Disk;
use crate::domain::text::Text;
use chrono::NaiveDateTime;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;

/// A lock that is held as long as this lives.
#[derive(Debug)]
pub struct Lock {
    _file: Option<File>,
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
        Err(TryLockError::WouldBlock) => {
            let who = disk.read_slot(&path.with_extension("who"), 1);
            let who = who.unwrap_or_default().concat();
            let who = String::from_utf8_lossy(&who);
            return Ok(Tried::Held(Text::line(who.trim())));
        }
        // A disk without locks: better to work without one than not to work.
        Err(TryLockError::Error(_)) => return Ok(Tried::Got(Lock { _file: None })),
    }
    let who = format!(
        "{} {} {}\n",
        std::process::id(),
        machine(),
        now.format("%Y-%m-%d %H:%M")
    );
    // Knowing who holds it is a courtesy; the lock does not depend on it.
    let _ = write_who(disk, &path.with_extension("who"), &who);
    Ok(Tried::Got(Lock { _file: Some(file) }))
}

/// Writes over what is there, padded so that nothing of it is left: emptying a file first costs some disks a millisecond,
/// and this is written at every start.
fn write_who(disk: &dyn Disk, path: &Path, text: &str) -> io::Result<()> {
    let padded = format!("{:<255}\n", text.trim_end());
    disk.write_slot(&mut disk.open_slot(path)?, padded.as_bytes(), 1)
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
