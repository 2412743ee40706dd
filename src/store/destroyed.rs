//! What was destroyed in a workspace, line by line: `destroyed.ron`. It tells when and how much, never what.

use super::disk::{Disk, is_there};
use super::workspace::Workspace;
use super::{erase, fault, format};
use crate::domain::erasure::{Destroyed, DestroyedFile};
use crate::domain::problem::Problem;
use std::path::Path;

/// What was destroyed in a workspace so far.
pub fn destroyed(disk: &dyn Disk, path: &Path) -> Result<DestroyedFile, Problem> {
    if !is_there(disk, path) {
        return Ok(DestroyedFile::default());
    }
    let bytes = format::read_bytes(disk, path)?;
    format::parse(path, &bytes).map(|parsed| parsed.doc)
}

/// Adds a line, on the disk when this returns.
pub(super) fn add(workspace: &Workspace, line: Destroyed) -> Result<(), Problem> {
    let path = workspace.destroyed();
    let disk = workspace.disk();
    let mut file = destroyed(disk, &path)?;
    file.destroyed.push(line);
    let bytes = format::encode(&path, &file)?;
    let written = erase::put(disk, &path, &bytes);
    let written = written.and_then(|()| disk.sync_folder(workspace.root()));
    written.map_err(fault::at(&path))
}
