//! What the program keeps of documents that go: by the key in its name, and what was put away or lies under the name that a
//! file had before, by the id in it.

use super::super::disk::{Disk, is_there, paths_in};
use super::super::erase::is_begun;
use super::super::folder::name_of;
use super::super::format;
use super::super::vault::turning::{all_documents, others};
use super::super::workspace::{Workspace, slug};
use super::beside::{remains, stem_of};
use super::reading::Reading;
use super::{Doomed, Due};
use crate::domain::ron_fault;
use serde::Deserialize;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// What is named by the key of a document. Locks are held as long as it is being destroyed.
const NAMED: [&str; 4] = ["journal", "places", "urns", "exports"];

/// The little that tells of which document a backup is.
#[derive(Debug, Deserialize)]
#[serde(default)]
struct Head {
    id: Uuid,
    session: Uuid,
}

impl Default for Head {
    fn default() -> Self {
        let (id, session) = (Uuid::nil(), Uuid::nil());
        Self { id, session }
    }
}

/// Finds all that is kept of what goes.
pub(super) fn of_all(reading: &Reading, out: &mut Due) {
    out.remains.extend(reading.remains.iter().cloned());
    let workspace = reading.workspace;
    let mut named = named(workspace);
    let raw = workspace.disk().raw(&workspace.last());
    if raw.is_ok_and(|bytes| is_begun(&bytes)) {
        out.remains.push(remains(workspace.last()));
    }
    let last = last(workspace);
    for one in out.groups.iter_mut().flatten().chain(&mut out.remains) {
        for path in std::iter::once(&one.path).chain(&one.exports) {
            let own = named.remove(&key(workspace, path));
            one.copies.extend(own.unwrap_or_default());
        }
        one.copies.extend(litter(workspace.disk(), &one.path));
        if last.as_deref() == Some(&workspace.relative(&one.path)) {
            one.copies.push(workspace.last());
        }
    }
    let all = all_documents(workspace.disk(), workspace.root());
    let all = all
        .into_iter()
        .chain(others(workspace.disk(), workspace.root()));
    let known: HashSet<String> = all.map(|path| key(workspace, &path)).collect();
    for (_, paths) in named.into_iter().filter(|(key, _)| !known.contains(key)) {
        for path in paths {
            stray(workspace, path, out);
        }
    }
    backups(reading, &known, out);
    let disk = workspace.disk();
    for group in &mut out.groups {
        // Of most sessions there are neither notes nor amendments.
        group.retain(|one| is_there(disk, &one.path) || !one.copies.is_empty());
    }
    for one in out.groups.iter_mut().flatten() {
        // A journal that was put away with a file is known by it.
        let log = |path: &Path| path.extension().is_some_and(|end| end == "log");
        one.copies.sort_by_key(|path| (!log(path), path.clone()));
    }
    let all = out.groups.iter().flatten().chain(&out.remains);
    out.copies = all.flat_map(|one| one.copies.clone()).collect();
    out.copies.sort_unstable();
    out.left.sort_unstable();
}

/// The key of a document: the same in all the names of what is kept of it.
fn key(workspace: &Workspace, path: &Path) -> String {
    name_of(&workspace.own("", path, ""))
}

/// What belongs to no file that is there: of an export that is gone nothing but a print is kept, a journal may be of anyone.
fn stray(workspace: &Workspace, path: PathBuf, out: &mut Due) {
    let name = name_of(&path);
    if path.starts_with(hidden(workspace, "exports")) {
        let mut all = out.groups.iter_mut().flatten();
        let begins = |one: &&mut Doomed| name.starts_with(&slug(&stem_of(&one.path)));
        if let Some(one) = all.find(begins) {
            one.copies.push(path);
        }
    } else if path.starts_with(hidden(workspace, "journal")) {
        // Notes and amendments lie under the id of their session.
        let of_id = name.get(..36).is_some_and(|id| id.parse::<Uuid>().is_ok());
        if !of_id && !out.groups.is_empty() {
            out.left.push(path);
        }
    }
}

/// The session opened last.
fn last(workspace: &Workspace) -> Option<PathBuf> {
    let name = workspace.disk().read(&workspace.last()).ok()?;
    let name = String::from_utf8(name).ok()?;
    Some(PathBuf::from(name.trim_end_matches('\n')))
}

fn named(workspace: &Workspace) -> HashMap<String, Vec<PathBuf>> {
    let mut out: HashMap<String, Vec<PathBuf>> = HashMap::new();
    for kind in NAMED {
        for path in paths_in(workspace.disk(), &hidden(workspace, kind)) {
            // Nothing of a key is a dot; one in front makes a file that was being written.
            let name = name_of(&path);
            let name = name.trim_start_matches('.').split('.').next();
            let key = name.unwrap_or_default().to_owned();
            out.entry(key).or_default().push(path);
        }
    }
    out
}

fn hidden(workspace: &Workspace, kind: &str) -> PathBuf {
    workspace.root().join(".crex").join(kind)
}

/// What a write that was killed left beside a document.
fn litter(disk: &dyn Disk, path: &Path) -> Vec<PathBuf> {
    let start = format!(".{}.", name_of(path));
    let is_one = |path: &PathBuf| {
        let name = name_of(path);
        let behind = name.strip_prefix(&start);
        let random = behind.and_then(|rest| rest.strip_suffix(".tmp"));
        random.is_some_and(|r| r.len() == 8 && r.bytes().all(|b| b.is_ascii_hexdigit()))
    };
    let folder = super::super::atomic::folder_of(path);
    paths_in(disk, folder).filter(is_one).collect()
}

/// What a file among the backups is of.
enum Of {
    /// Nothing is left in it, or nothing can be told.
    Nobody,
    /// Documents that stay.
    Others,
    /// One that goes: its place.
    One((usize, usize)),
}

/// Everything among the backups that is of what goes.
fn backups(reading: &Reading, known: &HashSet<String>, out: &mut Due) {
    let workspace = reading.workspace;
    let disk = workspace.disk();
    let (mut ids, mut folders) = (HashMap::new(), HashMap::new());
    for (at, group) in out.groups.iter().enumerate() {
        for (n, one) in group.iter().enumerate() {
            ids.extend(one.id.map(|id| (id, (at, n))));
            folders.insert(key(workspace, &one.path), (at, n));
        }
    }
    for path in paths_in(disk, &hidden(workspace, "backups")) {
        if disk.is_link(&path) {
            continue;
        }
        let folder = disk.stat(&path).is_ok_and(|meta| meta.is_dir());
        let inside = if folder {
            paths_in(disk, &path).collect()
        } else {
            vec![path.clone()]
        };
        let own = folders.get(&name_of(&path)).filter(|_| folder);
        for copy in inside.into_iter().filter(|copy| !disk.is_link(copy)) {
            match (of(disk, &copy, &ids), own) {
                (Of::One((at, n)), _) | (Of::Nobody, Some(&(at, n))) => {
                    out.groups[at][n].copies.push(copy);
                }
                (Of::Nobody, None) if reading.was_begun(&copy) => out.remains.push(remains(copy)),
                (Of::Nobody, None) if folders.is_empty() || known.contains(&name_of(&path)) => {}
                (Of::Nobody, None) => out.left.push(copy),
                (Of::Others, _) => {}
            }
        }
    }
}

/// Of what a backup, or the journal that was put away with a file, is.
fn of(disk: &dyn Disk, path: &Path, ids: &HashMap<Uuid, (usize, usize)>) -> Of {
    let log = path.extension().is_some_and(|end| end == "log");
    let file = if log {
        path.with_extension(disk.ending())
    } else {
        path.to_owned()
    };
    let Some(head) = head(disk, &file) else {
        return Of::Nobody;
    };
    let known = ids.get(&head.id).or_else(|| ids.get(&head.session));
    known.map_or(Of::Others, |at| Of::One(*at))
}

fn head(disk: &dyn Disk, path: &Path) -> Option<Head> {
    let bytes = format::read_bytes(disk, path).ok()?;
    let text = format::text_of(&bytes).ok()?;
    ron_fault::read(text).ok()
}
