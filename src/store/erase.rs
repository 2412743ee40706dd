//! Destroying what was written, and putting what is to last in its place.

use super::atomic::{folder_of, temp_name};
use super::disk::Disk;
use std::io;
use std::path::Path;

/// Writes zeros over a file and takes it away. What a disk or a backup keeps of it elsewhere is beyond reach.
pub(super) fn erase(disk: &dyn Disk, path: &Path) -> io::Result<()> {
    blank(disk, path)?;
    disk.remove(path)
}

/// Writes zeros over a file, which stays. One that has other names as well is left: under those it may be anyone's.
pub(super) fn blank(disk: &dyn Disk, path: &Path) -> io::Result<()> {
    if disk.is_shared(path) {
        return Ok(());
    }
    disk.blank(path)
}

/// Whether the beginning of a file was written over: no document begins so.
pub(super) fn is_begun(bytes: &[u8]) -> bool {
    bytes.first() == Some(&0)
}

/// Whether a file was being destroyed: zeros stand where it began. Nothing that is written begins so.
pub(super) fn is_erased(bytes: &[u8]) -> bool {
    let start = bytes.get(..8).unwrap_or(bytes);
    !start.is_empty() && start.iter().all(|byte| *byte == 0)
}

/// Writes a file whole, on the disk when this returns.
pub(super) fn put(disk: &dyn Disk, place: &Path, bytes: &[u8]) -> io::Result<()> {
    let temp = temp_name(place);
    let mut held = disk.create(&temp)?;
    let written = disk.write(&mut held, bytes).and_then(|()| disk.sync(&held));
    drop(held);
    written
        .and_then(|()| disk.rename(&temp, place))
        .inspect_err(|_| drop(disk.remove(&temp)))
}

/// The same in the place of a file of which nothing may be left: a second name keeps what it said within reach until it is
/// written over.
pub(super) fn put_over(disk: &dyn Disk, place: &Path, bytes: &[u8]) -> io::Result<()> {
    let old = temp_name(place);
    disk.keep(place, &old)?;
    put(disk, place, bytes)?;
    // Else a power cut could leave the name with the file that is written over now.
    disk.sync_folder(folder_of(place))?;
    erase(disk, &old)
}
