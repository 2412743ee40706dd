//! Which files are checked.

use crate::domain::order::Order;
use crate::domain::problem::Problem;
use crate::store::{self, SharedDisk};
use std::path::{Path, PathBuf};

/// Whether a path is a folder to look into, rather than one that stands where a file should.
pub fn is_folder_of_files(path: &Path) -> bool {
    path.is_dir() && !is_document(path)
}

/// The files of a workspace, backups and journals left out, or of any other folder.
pub fn of_folder(
    disk: &SharedDisk,
    folder: &Path,
    files: &mut Vec<PathBuf>,
) -> Result<(), Problem> {
    ron_in(disk, folder, files)?;
    for name in store::folders() {
        let inside = folder.join(name);
        if inside.is_dir() {
            ron_in(disk, &inside, files)?;
        }
    }
    Ok(())
}

fn ron_in(disk: &SharedDisk, folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Problem> {
    let names = disk.list(folder);
    let names = names.map_err(|error| store::disk_problem(folder, &error))?;
    let paths = names.into_iter().map(|name| folder.join(name));
    let mut found: Vec<PathBuf> = paths
        .filter(|path| is_document(path) && !is_hidden(path) && !is_key(path))
        .collect();
    found.order();
    files.extend(found);
    Ok(())
}

/// Whether a name ends as those of documents do.
fn is_document(path: &Path) -> bool {
    path.extension().is_some_and(|e| e == "ron" || e == "age")
}

/// Whether a file holds the key of a workspace, which is no document.
fn is_key(path: &Path) -> bool {
    let root = path.parent().unwrap_or(Path::new(""));
    path == store::key_path(root) || path == store::recovery_path(root)
}

/// Whether a file is another program's: a Mac leaves one beside each file of a stick.
fn is_hidden(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().starts_with('.')
}
