//! What lies in a workspace that was turned and is no document of it: what the program makes again, what it left behind, what is
//! not its own.

use super::super::disk::{Disk, is_there, paths_in};
use super::super::erase::is_erased;
use super::super::settling::{documents, is_hidden};
use super::super::workspace::MADE;
use super::names::{blank_name, stem_of};
use super::records;
use crate::domain::problem::{LockFault, Problem};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// What the program keeps and makes again by itself.
const MADE_AGAIN: [&str; 3] = ["index", "places", "exports"];

/// The folders of documents, that of the team last.
fn folders() -> impl Iterator<Item = &'static str> {
    MADE.into_iter().chain([""])
}

/// What the program left behind or makes again. A lock that somebody holds all the same stays.
pub fn litter(disk: &dyn Disk, root: &Path) -> Vec<PathBuf> {
    let hidden = root.join(".crex");
    let again = MADE_AGAIN.iter();
    let mut all: Vec<PathBuf> = again
        .flat_map(|name| files(disk, &hidden.join(name)))
        .collect();
    all.push(hidden.join("last"));
    let folders = folders().map(|folder| root.join(folder));
    let temps = folders.flat_map(|folder| paths_in(disk, &folder));
    let own = ["backups", "journal", "urns"].map(|name| hidden.join(name));
    let own = own.iter().flat_map(|folder| files(disk, folder));
    let own = own.chain(paths_in(disk, &hidden));
    all.extend(temps.filter(|path| is_temp(path)));
    all.extend(own.filter(|path| is_temp(path) || path.extension().is_some_and(|e| e == "tmp")));
    for path in paths_in(disk, &hidden.join("locks")) {
        let lock = path.with_extension("lock");
        // Looking whether it is held makes one where none is.
        let held = is_there(disk, &lock)
            && disk
                .open_lock(&lock)
                .is_ok_and(|file| file.try_lock().is_err());
        if !held {
            all.push(path);
        }
    }
    all.retain(|path| disk.stat(path).is_ok_and(|meta| meta.is_file()));
    all.sort_unstable();
    all.dedup();
    all
}

/// Whether a file is one that the program writes before it gives it its name.
fn is_temp(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let print = name
        .strip_suffix(".tmp")
        .and_then(|name| name.rsplit(['.', '-']).next());
    let print = print.is_some_and(|p| p.len() == 8 && p.bytes().all(|b| b.is_ascii_hexdigit()));
    print && is_hidden(path)
}

/// All files below a folder. A link to one leads elsewhere and is not followed.
fn files(disk: &dyn Disk, folder: &Path) -> Vec<PathBuf> {
    let mut left = vec![folder.to_owned()];
    let mut out = Vec::new();
    while let Some(folder) = left.pop() {
        for path in paths_in(disk, &folder) {
            let is_folder = disk.stat(&path).is_ok_and(|meta| meta.is_dir());
            if is_folder && !disk.is_link(&path) {
                left.push(path);
            } else {
                out.push(path);
            }
        }
    }
    out
}

/// What lies in an encrypted workspace, can be read there, and is not the program's own to turn.
pub fn put_beside(disk: &dyn Disk, root: &Path, encrypts: bool) -> Vec<PathBuf> {
    if !encrypts {
        return Vec::new();
    }
    let is_closed = |path: &PathBuf| path.extension().is_some_and(|end| end == "age");
    let is_folder = |path: &PathBuf| disk.stat(path).is_ok_and(|meta| meta.is_dir());
    let mut out = Vec::new();
    for name in MADE {
        out.extend(files(disk, &root.join(name)));
    }
    // Around a workspace lies what has nothing to do with it: of what is hidden there only what was made of its documents.
    let near = paths_in(disk, root).filter(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        !is_folder(path) && (!is_hidden(path) || name.contains(".ron"))
    });
    out.extend(near);
    out.retain(|path| !is_closed(path));
    out.extend(own_clear(disk, root));
    out.sort_unstable();
    out
}

/// Names of a folder that are looked at by whoever opens a workspace.
const GLANCE: usize = 256;

/// Whether an encrypted document of the program's lies there.
pub fn has_closed(disk: &dyn Disk, root: &Path) -> bool {
    let listed = |folder: &Path| disk.list(folder).unwrap_or_default();
    folders().any(|folder| holds_closed(disk, &root.join(folder), &listed(&root.join(folder))))
}

/// Whether one is seen at a glance, or what the others cannot be without.
pub fn shows_closed(disk: &dyn Disk, root: &Path) -> bool {
    if ["team.age", "recovery.age"]
        .iter()
        .any(|name| is_there(disk, &root.join(name)))
    {
        return true;
    }
    let seen = |folder: &Path| disk.glance(folder, GLANCE).unwrap_or_default();
    folders().any(|folder| holds_closed(disk, &root.join(folder), &seen(&root.join(folder))))
}

/// Whether one lies in this folder, in which these names are.
fn holds_closed(disk: &dyn Disk, folder: &Path, names: &[OsString]) -> bool {
    let ours = |path: PathBuf| blank_name(&path) == stem_of(&path);
    // Of folders of thousands of names: nearly always the names alone say no.
    let ends = |name: &OsString| name.as_encoded_bytes().ends_with(super::ENDING.as_bytes());
    names.iter().any(ends) && documents(disk, folder, super::ENDING).any(ours)
}

/// That documents of a folder are closed where the workspace was opened as one that is not encrypted: these are the names in it.
pub fn left_closed(disk: &dyn Disk, folder: &Path, names: &[OsString]) -> Option<Problem> {
    let root = folder.parent().unwrap_or(folder);
    let closed = disk.ending() != super::ENDING && holds_closed(disk, folder, names);
    closed.then(|| {
        // Its key may have come since, from where it was encrypted.
        let fault = match disk.stat(&super::key_path(root)) {
            Ok(_) => LockFault::Missing,
            Err(_) => LockFault::NoKey,
        };
        Problem::Locked(root.to_owned(), fault)
    })
}

/// How many files of the program lie in the clear in an encrypted workspace.
pub fn clear_files(disk: &dyn Disk, root: &Path) -> usize {
    clear_documents(disk, root) + own_clear(disk, root).len()
}

/// The same of the documents alone.
pub fn clear_documents(disk: &dyn Disk, root: &Path) -> usize {
    let of = |folder: &str| documents(disk, &root.join(folder), "ron").count();
    folders().map(of).sum()
}

/// What can be read among the backups, journals and urns.
fn own_clear(disk: &dyn Disk, root: &Path) -> Vec<PathBuf> {
    let hidden = root.join(".crex");
    let own = ["backups", "journal", "urns"].map(|name| files(disk, &hidden.join(name)));
    let clear = |path: &PathBuf| {
        if path.extension().is_some_and(|end| end == "age") {
            return false;
        }
        let bytes = disk.raw(path).unwrap_or_default();
        !bytes.is_empty() && !is_erased(&bytes) && !records::is_sealed(&bytes)
    };
    own.into_iter().flatten().filter(clear).collect()
}
