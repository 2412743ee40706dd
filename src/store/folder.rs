//! The files of a folder.

use super::fault;
use super::vault::left_closed;
use super::workspace::Workspace;
use crate::domain::problem::{FileFault, Problem};
use std::io;
use std::path::{Path, PathBuf};

/// Most files of a folder that are read: those of a region in ten years.
const MOST: usize = 100_000;

/// The name of a file.
pub(super) fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// The RON files of a folder, by name.
pub(super) fn files(
    workspace: &Workspace,
    folder: &str,
    problems: &mut Vec<Problem>,
) -> Vec<PathBuf> {
    let folder = workspace.folder(folder);
    let mut names = Vec::new();
    match workspace.disk().list(&folder) {
        Ok(found) => names.extend(found),
        // A folder that is not there is empty.
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => problems.push(fault::at(&folder)(error)),
    }
    let closed = left_closed(workspace.disk(), &folder, &names);
    problems.extend(closed.filter(|problem| !problems.contains(problem)));
    let made_elsewhere = ["grids", "scenarios"]
        .iter()
        .any(|name| folder.ends_with(name));
    let endings = [workspace.disk().ending(), "ron"];
    let endings = &endings[..if made_elsewhere { 2 } else { 1 }];
    names.retain(|name| {
        let name = name.as_encoded_bytes();
        let ends = |known: &&str| {
            let stem = name.strip_suffix(known.as_bytes());
            stem.is_some_and(|stem| stem.ends_with(b"."))
        };
        !name.starts_with(b".") && endings.iter().any(ends)
    });
    names.sort_unstable();
    if names.len() > MOST {
        let fault = FileFault::TooMany(names.len(), MOST);
        problems.push(Problem::File(folder.clone(), fault));
        // Names begin with the day: the oldest are left out.
        names.drain(..names.len() - MOST);
    }
    names.into_iter().map(|name| folder.join(name)).collect()
}
