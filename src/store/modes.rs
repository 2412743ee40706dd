//! Who may read what lies in a workspace: its owner alone. A folder that others could open is closed, with what lies in it; a
//! disk that knows no owners is told once, and used all the same. Only the program's own folders and files are touched, and no
//! link is followed.

use super::disk::{Disk, paths_in};
use super::workspace::folders;
use std::fs::Metadata;
use std::io;
use std::iter;
use std::path::{Path, PathBuf};

/// How open a workspace is, or was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Openness {
    /// Folders and files that others could read or change.
    pub open: usize,
    /// Whether they still can, as the disk knows no owners.
    pub stays: bool,
    /// Whether they still can, as it belongs to somebody else, who alone can close it.
    pub not_ours: bool,
}

/// How many folders and files others may read; nothing is changed.
pub fn openness(disk: &dyn Disk, root: &Path) -> Openness {
    Openness {
        open: exposed(disk, root).len(),
        ..Openness::default()
    }
}

/// Closes to others what they may read. What lies in a folder that is closed already is out of their reach, and is not looked at.
pub(super) fn close(disk: &dyn Disk, root: &Path) -> Openness {
    let found = exposed(disk, root);
    let mut out = Openness {
        open: found.len(),
        ..Openness::default()
    };
    for path in &found {
        match disk.shut(path) {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => out.not_ours = true,
            done => out.stays |= done.is_err() || is_open(disk, path),
        }
    }
    out
}

/// The folders of a workspace, itself first.
fn all() -> impl Iterator<Item = &'static str> {
    iter::once("").chain(folders()).chain([".crex"])
}

/// What others may read, the innermost first: a folder is closed when all in it is. A workspace that lies among other folders
/// stays open itself: what else lies there is not ours to close.
fn exposed(disk: &dyn Disk, root: &Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    if !is_open(disk, root) {
        return out;
    }
    let alone = is_alone(disk, root);
    for name in all() {
        let folder = match name {
            "" => root.to_owned(),
            name => root.join(name),
        };
        if !meta(disk, &folder).is_some_and(|meta| meta.is_dir()) || !is_open(disk, &folder) {
            continue;
        }
        inside(disk, &folder, name.starts_with('.'), &mut out);
        if alone || !name.is_empty() {
            out.push(folder);
        }
    }
    out.sort_unstable();
    out.dedup();
    out.sort_by_key(|path| std::cmp::Reverse(path.components().count()));
    out
}

/// Whether there are no other folders in it than those of a workspace.
fn is_alone(disk: &dyn Disk, root: &Path) -> bool {
    paths_in(disk, root).all(|path| {
        let name = path.file_name().unwrap_or_default();
        let ours = all().any(|known| name == known);
        ours || !disk.stat(&path).is_ok_and(|meta| meta.is_dir())
    })
}

/// The files in a folder that are the program's, and the folders of its own.
fn inside(disk: &dyn Disk, folder: &Path, own: bool, out: &mut Vec<PathBuf>) {
    for path in paths_in(disk, folder) {
        let Some(meta) = meta(disk, &path) else {
            continue;
        };
        if meta.is_dir() && own {
            inside(disk, &path, own, out);
        }
        let ours = own || path.extension().is_some_and(|e| e == "ron" || e == "age");
        let kind = meta.is_file() || (meta.is_dir() && own);
        if kind && ours && is_open(disk, &path) {
            out.push(path);
        }
    }
}

/// What the system knows of a file itself; a link is none of ours.
fn meta(disk: &dyn Disk, path: &Path) -> Option<Metadata> {
    disk.meta(path).ok().filter(|meta| !meta.is_symlink())
}

/// Whether others than the owner may read or change it.
#[cfg(unix)]
fn is_open(disk: &dyn Disk, path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    meta(disk, path).is_some_and(|meta| meta.permissions().mode() & 0o077 != 0)
}

/// Whether others may read it: a person's folders are closed to others by themselves here.
#[cfg(not(unix))]
fn is_open(_disk: &dyn Disk, _path: &Path) -> bool {
    false
}
