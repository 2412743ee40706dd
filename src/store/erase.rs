//! Destroying what was written, and putting what is to last in its place.

use super::atomic::{folder_of, temp_name};
use super::disk::Disk;
use std::io;
use std::path::Path;

/// Writes zeros over a file and takes it away; of a file that has another name too, or of a link, only this name goes, since what
/// it says is that of the other as well. One that cannot be written over is taken away all the same, and that is an error: some
/// of it may be left on the disk. What a disk or a backup keeps of it elsewhere is beyond reach.
pub(super) fn erase(disk: &dyn Disk, path: &Path) -> io::Result<()> {
    finish(disk, path, is_alone(disk, path)?)
}

/// The same, under a name by which it is known that it was being destroyed, should that be cut short.
pub(super) fn destroy(disk: &dyn Disk, path: &Path) -> io::Result<()> {
    let alone = is_alone(disk, path)?;
    if path.extension().is_some_and(|end| end == "tmp") {
        return finish(disk, path, alone);
    }
    let temp = temp_name(path);
    disk.rename(path, &temp)?;
    finish(disk, &temp, alone)
}

/// Whether a file has no other name, and is no link.
fn is_alone(disk: &dyn Disk, path: &Path) -> io::Result<bool> {
    disk.meta(path)?;
    // Where the system does not tell, one that is written beside another may be a second name of it.
    let told = cfg!(unix) || path.extension().is_none_or(|end| end != "tmp");
    Ok(!disk.is_link(path) && told && !disk.is_shared(path))
}

fn finish(disk: &dyn Disk, path: &Path, alone: bool) -> io::Result<()> {
    let blank = if alone { blank(disk, path) } else { Ok(()) };
    disk.remove(path).and(blank)
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

/// Writes a file whole, on the disk when this returns. What is in the clear by its name is so in an encrypted workspace too.
pub(super) fn put(disk: &dyn Disk, place: &Path, bytes: &[u8]) -> io::Result<()> {
    let temp = temp_name(place);
    let mut held = match place.extension() {
        Some(end) if end == "ron" && disk.ending() != "ron" => disk.create_clear(&temp)?,
        _ => disk.create(&temp)?,
    };
    let written = disk.write(&mut held, bytes).and_then(|()| disk.sync(&held));
    drop(held);
    written
        .and_then(|()| disk.rename(&temp, place))
        .inspect_err(|_| drop(disk.remove(&temp)))
}

/// Does `with` what takes the place of a file, of which nothing may be left: a second name keeps what it said within reach until
/// it is written over.
pub(super) fn over(
    disk: &dyn Disk,
    place: &Path,
    with: impl FnOnce() -> io::Result<()>,
) -> io::Result<()> {
    let old = temp_name(place);
    disk.keep(place, &old)?;
    // A second name that stays would be taken for something to be destroyed.
    with().inspect_err(|_| drop(disk.remove(&old)))?;
    // Else a power cut could leave the name with the file that is written over now.
    disk.sync_folder(folder_of(place))?;
    finish(disk, &old, !disk.is_shared(&old))
}

/// Writes a file whole in the place of one of which nothing may be left.
pub(super) fn put_over(disk: &dyn Disk, place: &Path, bytes: &[u8]) -> io::Result<()> {
    over(disk, place, || put(disk, place, bytes))
}
