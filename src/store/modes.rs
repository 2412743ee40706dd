//! Who may read what lies in a workspace: its owner alone. A folder that others could open is closed, with what lies in it; a
//! disk that knows no owners is told once, and used all the same. Only the program's own folders and files are touched, and no
//! link is followed.

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

/// The folders of a workspace, itself first.
const FOLDERS: [&str; 11] = [
    "",
    "incidents",
    "sessions",
    "analyses",
    "followups",
    "amendments",
    "notes",
    "simulations",
    "grids",
    "scenarios",
    ".crex",
];

/// How open a workspace is, or was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Openness {
    /// Folders and files that others could read or change.
    pub open: usize,
    /// Whether they still can: the disk knows no owners, or does not let us.
    pub stays: bool,
}

/// How many folders and files others may read; nothing is changed.
pub fn openness(root: &Path) -> Openness {
    let open = exposed(root).len();
    Openness { open, stays: false }
}

/// Closes to others what they may read. What lies in a folder that is closed already is out of their reach, and is not looked at.
pub(super) fn close(root: &Path) -> Openness {
    let found = exposed(root);
    let mut stays = false;
    for path in &found {
        stays |= shut(path).is_err() || is_open(path);
    }
    Openness {
        open: found.len(),
        stays,
    }
}

/// What others may read, the innermost first: a folder is closed when all in it is. A workspace that lies among other folders
/// stays open itself: what else lies there is not ours to close.
fn exposed(root: &Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    if !is_open(root) {
        return out;
    }
    let alone = is_alone(root);
    for name in FOLDERS {
        let folder = match name {
            "" => root.to_owned(),
            name => root.join(name),
        };
        if !meta(&folder).is_some_and(|meta| meta.is_dir()) || !is_open(&folder) {
            continue;
        }
        inside(&folder, name.starts_with('.'), &mut out);
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
fn is_alone(root: &Path) -> bool {
    let mut all = fs::read_dir(root).into_iter().flatten().flatten();
    all.all(|entry| {
        let name = entry.file_name();
        let ours = FOLDERS.iter().any(|known| name == *known);
        ours || !entry.path().is_dir()
    })
}

/// The files in a folder that are the program's, and the folders of its own.
fn inside(folder: &Path, own: bool, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let Some(meta) = meta(&path) else { continue };
        if meta.is_dir() && own {
            inside(&path, own, out);
        }
        let ours = own || path.extension().is_some_and(|e| e == "ron" || e == "age");
        let kind = meta.is_file() || (meta.is_dir() && own);
        if kind && ours && is_open(&path) {
            out.push(path);
        }
    }
}

/// What the system knows of a file itself; a link is none of ours.
fn meta(path: &Path) -> Option<Metadata> {
    fs::symlink_metadata(path)
        .ok()
        .filter(|meta| !meta.is_symlink())
}

/// Whether others than the owner may read or change it.
#[cfg(unix)]
fn is_open(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    meta(path).is_some_and(|meta| meta.permissions().mode() & 0o077 != 0)
}

/// Whether others may read it: a person's folders are closed to others by themselves here.
#[cfg(not(unix))]
fn is_open(_path: &Path) -> bool {
    false
}

/// Leaves it to its owner alone.
#[cfg(unix)]
fn shut(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = fs::symlink_metadata(path)?.permissions().mode() & 0o700;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

/// Leaves it to its owner alone: nothing is open here.
#[cfg(not(unix))]
fn shut(_path: &Path) -> io::Result<()> {
    Ok(())
}
