//! The file with the key of a workspace: laid once, where none is, and replaced only by one that opens the same.

use super::super::atomic::{folder_of, temp_name, write_whole};
use super::super::disk::{Disk, is_there, remove};
use super::super::fault;
use super::{Keys, Work, key_path, recovery_path};
use crate::domain::problem::{LockFault, Problem};
use std::io;
use std::path::Path;

/// Lays the key of a workspace that has none yet under this passphrase. Whoever was quicker keeps theirs: what is encrypted
/// with it opens with nothing else.
pub fn keep_key(
    disk: &dyn Disk,
    root: &Path,
    keys: &Keys,
    passphrase: &str,
    work: Work,
) -> Result<(), Problem> {
    let path = key_path(root);
    let bytes = keys.locked(passphrase, work).map_err(fault::at(&path))?;
    lay(disk, &path, &bytes).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Problem::Locked(root.to_owned(), LockFault::OtherKey),
        _ => fault::at(&path)(error),
    })?;
    keys.laid(bytes);
    // What lies there is another key's: it was left behind.
    let old = recovery_path(root);
    remove(disk, &old).map_err(fault::at(&old))?;
    keep_recovery(disk, root, keys)
}

/// Puts the same keys under another passphrase.
pub fn change_key(
    disk: &dyn Disk,
    root: &Path,
    keys: &Keys,
    passphrase: &str,
    work: Work,
) -> Result<(), Problem> {
    let path = key_path(root);
    let bytes = keys.locked(passphrase, work);
    let written = bytes.and_then(|bytes| write_whole(disk, &path, &bytes));
    written.map_err(fault::at(&path))?;
    keep_recovery(disk, root, keys)
}

/// Lays what the recovery key opens, where there is one and it does not lie there yet.
pub(super) fn keep_recovery(disk: &dyn Disk, root: &Path, keys: &Keys) -> Result<(), Problem> {
    let path = recovery_path(root);
    let Some(bytes) = keys.recoverable().filter(|_| !is_there(disk, &path)) else {
        return Ok(());
    };
    let written = bytes.and_then(|bytes| write_whole(disk, &path, &bytes));
    written.map_err(fault::at(&path))
}

/// Sees that the key that lies there is the one in hand: what another closes would not open again.
pub(super) fn same_key(disk: &dyn Disk, root: &Path, keys: &Keys) -> Result<(), Problem> {
    let path = key_path(root);
    let bytes = disk.read(&path).map_err(fault::at(&path))?;
    if keys.file() == Some(bytes.as_slice()) {
        return Ok(());
    }
    Err(Problem::Locked(root.to_owned(), LockFault::OtherKey))
}

/// Writes a file where nothing may lie, whole and on the disk when this returns.
fn lay(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let temp = temp_name(path);
    let written = disk.create_clear(&temp).and_then(|mut file| {
        disk.write(&mut file, bytes)?;
        disk.sync(&file)
    });
    let laid = written.and_then(|()| disk.keep(&temp, path));
    // A second name of what is laid, or what could not be laid.
    let gone = disk.remove(&temp);
    laid.and(gone)?;
    disk.sync_folder(folder_of(path))
}
