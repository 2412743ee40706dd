//! Before all of a workspace is turned or cleaned: nobody else has any of it open, and every document is up to date with its
//! journal. And which files are documents at all.

use super::disk::{Disk, SharedDisk, is_there, paths_in};
use super::document::Document;
use super::{Store, format};
use crate::domain::action::FollowUpFile;
use crate::domain::amendments::AmendmentFile;
use crate::domain::analysis::AnalysisFile;
use crate::domain::incident::IncidentFile;
use crate::domain::notes::Notes;
use crate::domain::problem::{Problem, Why};
use crate::domain::session::Session;
use crate::domain::team::Team;
use chrono::NaiveDateTime;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// Brings a document up to date with its journal; says why it cannot be done now.
type Settle = fn(&mut Store, &Path, NaiveDateTime) -> Result<(), Problem>;

/// The folders of documents, and how one of each is brought up to date.
const FOLDERS: [(&str, Settle); 8] = [
    ("sessions", settled::<Session>),
    ("simulations", settled::<Session>),
    ("incidents", settled::<IncidentFile>),
    ("analyses", settled::<AnalysisFile>),
    ("followups", settled::<FollowUpFile>),
    ("amendments", settled::<AmendmentFile>),
    ("notes", settled::<Notes>),
    ("", settled::<Team>),
];

/// Brings every document up to date with its journal, for who has the workspace alone.
pub(super) fn settle(root: &Path, disk: &SharedDisk, now: NaiveDateTime) -> Result<(), Problem> {
    let mut store = Store::open_alone(SharedDisk::clone(disk), root, now)?;
    for (folder, settle) in FOLDERS {
        for path in documents(&**disk, &root.join(folder), disk.ending()) {
            settle(&mut store, &path, now)?;
        }
    }
    unwritten(&mut store, now)
}

fn settled<D: Document>(store: &mut Store, path: &Path, now: NaiveDateTime) -> Result<(), Problem> {
    if let Some(why) = store.held(path, now) {
        return Err(Problem::ReadOnly(path.to_owned(), why));
    }
    let log = store.workspace.own("journal", path, ".log");
    if !is_there(&*store.disk, &log) {
        return Ok(());
    }
    match store.load::<D>(path, now) {
        Ok(opened) => {
            store.close(opened.handle);
            Ok(())
        }
        // It has nothing that its journal could complete.
        Err(Problem::File(..) | Problem::ReadOnly(_, Why::NewerSchema(_))) => Ok(()),
        Err(problem) => Err(problem),
    }
}

/// What was begun and never saved has a journal and no file: the team, private notes, amendments.
fn unwritten(store: &mut Store, now: NaiveDateTime) -> Result<(), Problem> {
    let disk = SharedDisk::clone(&store.disk);
    let workspace = store.workspace.clone();
    let log = |path: &Path| workspace.own("journal", path, ".log");
    let logs = paths_in(&*disk, &workspace.root().join(".crex").join("journal"));
    let logs: HashSet<PathBuf> = logs.collect();
    let waits = |path: &Path| logs.contains(&log(path)) && !is_there(&*disk, path);
    if waits(&workspace.team()) {
        let opened = store.team(now)?;
        store.close(opened.handle);
    }
    let known = all_documents(&*disk, workspace.root());
    let known: HashSet<PathBuf> = known.iter().map(|path| log(path)).collect();
    if logs.is_subset(&known) {
        return Ok(());
    }
    for path in ["sessions", "simulations"]
        .iter()
        .flat_map(|folder| documents(&*disk, &workspace.folder(folder), disk.ending()))
    {
        let read =
            format::read_bytes(&*disk, &path).and_then(|b| format::parse::<Session>(&path, &b));
        let Ok(session) = read.map(|parsed| parsed.doc) else {
            continue;
        };
        if waits(&workspace.notes(session.id)) {
            let opened = store.notes(session.id, now)?;
            store.close(opened.handle);
        }
        if let Some(seal) = &session.seal
            && waits(&workspace.amendments(session.id))
        {
            let opened = store.amendments(session.id, seal, now)?;
            store.close(opened.handle);
        }
    }
    Ok(())
}

/// The documents in a folder, by name.
pub(super) fn documents(
    disk: &dyn Disk,
    folder: &Path,
    ending: &'static str,
) -> impl Iterator<Item = PathBuf> + use<> {
    let is_folder = |path: &Path| disk.stat(path).is_ok_and(|meta| meta.is_dir());
    let mut all: Vec<PathBuf> = paths_in(disk, folder)
        .filter(|path| path.extension().is_some_and(|end| end == ending))
        .filter(|path| !is_hidden(path) && !super::vault::is_key(path) && !is_folder(path))
        .collect();
    all.sort_unstable();
    all.into_iter()
}

/// The documents of all kinds that lie in a workspace.
pub(super) fn all_documents(disk: &dyn Disk, root: &Path) -> Vec<PathBuf> {
    let all = FOLDERS.iter().flat_map(|(folder, _)| {
        documents(disk, &root.join(folder), disk.ending()).collect::<Vec<PathBuf>>()
    });
    all.collect()
}

/// Whether the name of a file begins with a dot.
pub(super) fn is_hidden(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    name.as_encoded_bytes().starts_with(b".")
}

/// What lies in a workspace and is not the program's.
pub(super) fn others(disk: &dyn Disk, root: &Path) -> Vec<PathBuf> {
    let ours = |path: &PathBuf| {
        let folder = disk.stat(path).is_ok_and(|meta| meta.is_dir());
        let ending = path.extension();
        is_hidden(path) || folder || ending.is_some_and(|end| end == "ron" || end == "age")
    };
    let folders = FOLDERS.iter().map(|(folder, _)| root.join(folder));
    let all = folders.flat_map(|folder| paths_in(disk, &folder));
    all.filter(|path| !ours(path)).collect()
}
