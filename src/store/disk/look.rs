//! What is asked of any disk in more than one place.

use super::Disk;
use std::io;
use std::path::{Path, PathBuf};

/// Removes a file, unless there is none.
pub(in crate::store) fn remove(disk: &dyn Disk, path: &Path) -> io::Result<()> {
    match disk.remove(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Whether nothing lies there: what cannot be looked at may lie there all the same.
pub(in crate::store) fn is_absent(disk: &dyn Disk, path: &Path) -> io::Result<bool> {
    match disk.meta(path) {
        Ok(_) => Ok(false),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
}

/// Whether a folder lies there.
pub(in crate::store) fn is_folder(disk: &dyn Disk, path: &Path) -> bool {
    disk.stat(path).is_ok_and(|meta| meta.is_dir())
}

/// Whether something lies there that the system can tell of.
pub(in crate::store) fn is_there(disk: &dyn Disk, path: &Path) -> bool {
    disk.stat(path).is_ok()
}

/// The full paths of what is in a folder; nothing where it cannot be looked into.
pub(in crate::store) fn paths_in(
    disk: &dyn Disk,
    folder: &Path,
) -> impl Iterator<Item = PathBuf> + use<> {
    let names = disk.list(folder).unwrap_or_default().into_iter();
    let folder = folder.to_owned();
    names.map(move |name| folder.join(name))
}
