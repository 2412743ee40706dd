//! A journal said otherwise: without a word that has to go.

use super::super::atomic::temp_name;
use super::super::disk::Disk;
use super::super::erase::over;
use super::records::reworded;
use std::io;
use std::path::Path;

/// Writes the journal at `path`, of which `bytes` were read, anew, each edit as `with` says it; those that it says nothing of
/// stay as they are. What is damaged goes.
pub fn reword(
    disk: &dyn Disk,
    path: &Path,
    bytes: &[u8],
    with: impl Fn(&str) -> Option<String>,
) -> io::Result<()> {
    put_over(disk, path, &reworded(bytes, with))
}

/// Writes these records in the place of a journal of which nothing may be left.
pub fn put_over(disk: &dyn Disk, path: &Path, records: &[Vec<u8>]) -> io::Result<()> {
    let records: Vec<&[u8]> = records.iter().map(Vec::as_slice).collect();
    over(disk, path, || {
        let temp = temp_name(path);
        let mut held = disk.create_log(&temp)?;
        let written = disk.append(&mut held, &records);
        let written = written.and_then(|()| disk.sync(&held));
        drop(held);
        written
            .and_then(|()| disk.rename(&temp, path))
            .inspect_err(|_| drop(disk.remove(&temp)))
    })
}
