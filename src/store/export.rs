//! What is written from a document beside its file, or where it is asked for: in one move, over nothing but what the program
//! wrote there itself and nobody changed since. By which bytes it knows that is kept under `.crex/exports`, a file for each
//! place; without them an export gets a number, and nothing is lost.

use super::atomic::{self, write_small, write_whole};
use super::disk::Disk;
use super::workspace::Workspace;
use super::{Handle, Store, fault};
use crate::domain::problem::{DiskFault, Problem};
use crate::domain::seal::fingerprint;
use std::io;
use std::iter;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Most exports of one document under names that others took.
const MOST_EXPORTS: usize = 99;

impl Store {
    /// Writes a text made from a document beside its file; gives where. Only an export that nobody changed is replaced: what
    /// someone else wrote under that name stays, and the export gets a number.
    /// Of the names of its session's file it takes `name` as its end.
    pub fn export(
        &self,
        handle: Handle,
        name: &str,
        extension: &str,
        bytes: &[u8],
    ) -> Result<PathBuf, Problem> {
        let path = self
            .path_of(handle)
            .unwrap_or_else(|| self.workspace.root().join("crex"));
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let stem = [&stem, name].map(ToOwned::to_owned).join("-");
        let stem = stem.trim_end_matches('-');
        self.write_free(atomic::folder_of(&path), stem, extension, bytes)
    }

    /// Writes what was made of the whole workspace into its folder; gives where. Only an export that nobody changed is replaced.
    pub fn write_out(&self, name: &str, extension: &str, bytes: &[u8]) -> Result<PathBuf, Problem> {
        if let Some(fault) = self.closed {
            return Err(Problem::Disk(self.workspace.root().to_owned(), fault));
        }
        self.write_free(self.workspace.root(), name, extension, bytes)
    }

    /// Writes an export under the first of its names that is free; gives where.
    fn write_free(
        &self,
        folder: &Path,
        stem: &str,
        extension: &str,
        bytes: &[u8],
    ) -> Result<PathBuf, Problem> {
        let numbered = (2..=MOST_EXPORTS).map(|n| format!("{stem}-{n}.{extension}"));
        let first = format!("{stem}.{extension}");
        let mut places = iter::once(first.clone())
            .chain(numbered)
            .map(|name| folder.join(name));
        let free = |place: &PathBuf| is_free(&self.workspace, place, bytes).unwrap_or(false);
        let Some(path) = places.find(free) else {
            return Err(Problem::Disk(folder.join(first), DiskFault::Exists));
        };
        put(&self.workspace, &path, bytes).map_err(fault::at(&path))?;
        Ok(path)
    }
}

/// Whether an export may be written there, as far as the workspace in the folder `root` knows: nothing is there, or what the
/// program wrote last.
pub fn may_export(disk: Arc<dyn Disk>, root: &Path, path: &Path, bytes: &[u8]) -> io::Result<bool> {
    is_free(&Workspace::look(disk, root), path, bytes)
}

/// Writes an export where it is asked for, and has the workspace in the folder `root` know it.
pub fn write_export(disk: Arc<dyn Disk>, root: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    put(&Workspace::look(disk, root), path, bytes)
}

/// Whether nothing is there but these bytes, or those that the program wrote there last.
fn is_free(workspace: &Workspace, path: &Path, bytes: &[u8]) -> io::Result<bool> {
    match workspace.disk().read(path) {
        Ok(there) => Ok(there == bytes || known(workspace, path) == Some(fingerprint(&there))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
}

fn put(workspace: &Workspace, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let disk = workspace.disk();
    write_whole(disk, path, bytes)?;
    let print = workspace.own("exports", path, "");
    if workspace.keeps() && disk.make_folder(atomic::folder_of(&print)).is_ok() {
        // What cannot be kept costs the next export its name, and nobody a file.
        let _ = write_small(disk, &print, fingerprint(bytes).as_bytes());
    }
    Ok(())
}

/// The fingerprint of what the program wrote last at `path`.
pub(super) fn known(workspace: &Workspace, path: &Path) -> Option<String> {
    let kept = workspace.disk().read(&workspace.own("exports", path, ""));
    String::from_utf8(kept.ok()?).ok()
}
