//! A journal said otherwise: without a word that has to go.

use super::super::atomic::{folder_of, temp_name};
use super::super::disk::Disk;
use super::super::erase::erase;
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
    let records = reworded(bytes, with);
    let records: Vec<&[u8]> = records.iter().map(Vec::as_slice).collect();
    let temp = temp_name(path);
    let mut held = disk.create_log(&temp)?;
    disk.append(&mut held, &records)?;
    disk.sync(&held)?;
    drop(held);
    // What it said stays within reach under a second name until it is written over.
    let old = temp_name(path);
    disk.keep(path, &old)?;
    disk.rename(&temp, path)?;
    // Else a power cut could leave the name with the file that is written over now.
    disk.sync_folder(folder_of(path))?;
    erase(disk, &old)
}
