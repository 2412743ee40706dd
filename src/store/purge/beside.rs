//! What goes with old sessions: what belongs to them alone, and what was written from them.

use super::super::disk::is_there;
use super::super::document::Document;
use super::super::export;
use super::super::folder::{files, name_of};
use super::super::vault::turning::others;
use super::reading::{Found, Reading, read};
use super::{Doomed, Due, origins};
use crate::domain::action::FollowUpFile;
use crate::domain::amendments::AmendmentFile;
use crate::domain::analysis::AnalysisFile;
use crate::domain::incident::IncidentFile;
use crate::domain::notes::Notes;
use crate::domain::seal::fingerprint;
use crate::domain::session::Session;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// The old sessions that each event and analysis came from, in the order in which they go.
type Heard = HashMap<Uuid, Vec<usize>>;

/// Puts what goes with these sessions, and with them alone, into groups, one a session.
pub(super) fn with(reading: &mut Reading, old: &[Found<Session>], kept: &[Session], out: &mut Due) {
    out.groups = vec![Vec::new(); old.len()];
    said(reading, old, out);
    let mut heard = Heard::new();
    for (at, found) in old.iter().enumerate() {
        for origin in origins(&found.doc) {
            heard.entry(origin).or_default().push(at);
        }
    }
    // One that comes back next time waits for a meeting that may still be.
    let waits = old.iter().flat_map(|found| found.doc.incidents.iter());
    let waits = waits.filter(|incident| !incident.fate.is_final());
    let waits: Vec<Uuid> = waits
        .filter_map(|i| i.origin.as_str().parse().ok())
        .collect();
    for id in kept.iter().flat_map(origins).chain(waits) {
        heard.remove(&id);
    }
    came_from(reading, old, heard, out);
    own(reading, old, out);
    for (at, found) in old.iter().enumerate() {
        out.groups[at].push(doomed(found, found.doc.id, vec![found.doc.id]));
    }
    written(reading, out);
    out.held = reading.is_closed(&["sessions", "simulations", "analyses"]);
    let all = out.groups.iter().flatten();
    let there = |one: &&Doomed| is_there(reading.workspace.disk(), &one.path);
    let sessions: HashSet<&PathBuf> = old.iter().map(|found| &found.path).collect();
    let beside = all.filter(there).map(|one| &one.path);
    let beside = beside.filter(|path| !sessions.contains(path));
    out.beside = beside.cloned().collect();
    out.beside.sort_unstable();
}

fn doomed<D>(found: &Found<D>, id: Uuid, of: Vec<Uuid>) -> Doomed {
    Doomed {
        path: found.path.clone(),
        id: Some(id),
        of,
        state: found.state.clone(),
        ..Doomed::default()
    }
}

/// What was said of the actions of each session, between two meetings.
fn said(reading: &mut Reading, old: &[Found<Session>], out: &mut Due) {
    let files: Vec<Found<FollowUpFile>> = reading.all("followups");
    if reading.is_closed(&["sessions", "simulations"]) {
        return;
    }
    for file in files.iter().filter(|file| !file.link) {
        let of = file.doc.follow_up.session.as_str().parse();
        let at = of.ok().and_then(|id: Uuid| last(old, id));
        if let Some(at) = at {
            let one = doomed(file, file.doc.id, vec![old[at].doc.id]);
            out.groups[at].push(one);
        }
    }
}

/// Where the last file of a session stands among those that go.
fn last(old: &[Found<Session>], id: Uuid) -> Option<usize> {
    old.iter().rposition(|found| found.doc.id == id)
}

/// The events and analyses that nothing else refers to. They go with the last of the sessions that do.
fn came_from(reading: &mut Reading, old: &[Found<Session>], mut heard: Heard, out: &mut Due) {
    let analyses: Vec<Found<AnalysisFile>> = reading.all("analyses");
    let events: Vec<Found<IncidentFile>> = reading.all("incidents");
    let mut put = |one: Doomed, of: &[usize]| {
        let of_ids = of.iter().map(|at| old[*at].doc.id).collect();
        if let Some(at) = of.last() {
            out.groups[*at].push(Doomed { of: of_ids, ..one });
        }
    };
    let closed = reading.is_closed(&["sessions", "simulations"]);
    for file in &analyses {
        let of = heard.get(&file.doc.id).filter(|_| !closed && !file.link);
        if let Some(of) = of.cloned() {
            put(doomed(file, file.doc.id, Vec::new()), &of);
        } else {
            // An analysis that stays refers to its event.
            let event = file.doc.incident.origin.as_str().parse().ok();
            event.and_then(|id: Uuid| heard.remove(&id));
        }
    }
    let closed = closed || reading.is_closed(&["analyses"]);
    for file in events.iter().filter(|file| !closed && !file.link) {
        if let Some(of) = heard.get(&file.doc.id) {
            put(doomed(file, file.doc.id, Vec::new()), of);
        }
    }
}

/// The notes and amendments of the sessions, also those that only their journal holds.
fn own(reading: &mut Reading, old: &[Found<Session>], out: &mut Due) {
    let workspace = reading.workspace;
    let mut by_name = HashSet::new();
    for (at, found) in old.iter().enumerate() {
        let id = found.doc.id;
        if last(old, id) != Some(at) {
            continue;
        }
        for path in [workspace.amendments(id), workspace.notes(id)] {
            by_name.insert(path.clone());
            if workspace.disk().is_link(&path) {
                out.left.push(path);
                continue;
            }
            out.groups[at].push(Doomed {
                state: reading.state(&path).unwrap_or_default(),
                path,
                of: vec![id],
                ..Doomed::default()
            });
        }
    }
    copies::<AmendmentFile>(reading, "amendments", &by_name, old, out);
    copies::<Notes>(reading, "notes", &by_name, old, out);
}

/// Files of these under other names, as a conflict makes them.
fn copies<D: Document>(
    reading: &mut Reading,
    folder: &str,
    by_name: &HashSet<PathBuf>,
    old: &[Found<Session>],
    out: &mut Due,
) {
    let paths = files(reading.workspace, folder, &mut reading.unread);
    for path in paths.into_iter().filter(|path| !by_name.contains(path)) {
        let Ok((doc, state)) = read::<D>(reading.workspace, &path) else {
            if reading.was_begun(&path) {
                out.remains.push(remains(path));
            } else if old
                .iter()
                .any(|found| name_of(&path).starts_with(&found.doc.id.to_string()))
            {
                out.left.push(path);
            }
            continue;
        };
        let Some(at) = last(old, doc.id()) else {
            continue;
        };
        if reading.workspace.disk().is_link(&path) {
            out.left.push(path);
        } else {
            out.groups[at].push(Doomed {
                path,
                state,
                of: vec![doc.id()],
                ..Doomed::default()
            });
        }
    }
}

/// Whether a name is that of a document with something behind it, as the program names what it writes from one.
fn fits(name: &str, stem: &str) -> bool {
    let behind = name.strip_prefix(stem);
    behind.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

/// What was written from what goes: the program wrote it there last, and its name is that of no other document.
fn written(reading: &Reading, out: &mut Due) {
    let workspace = reading.workspace;
    let disk = workspace.disk();
    let mut owners: HashMap<PathBuf, (usize, usize)> = HashMap::new();
    for (at, group) in out.groups.iter().enumerate() {
        let each = group.iter().enumerate();
        owners.extend(each.map(|(n, one)| (one.path.clone(), (at, n))));
    }
    let folders = ["sessions", "simulations", "incidents", "analyses"];
    let all = folders.map(|folder| files(workspace, folder, &mut Vec::new()));
    let all: Vec<(PathBuf, String)> = all.into_iter().flatten().map(with_stem).collect();
    for path in others(disk, workspace.root()) {
        let (path, name) = with_stem(path);
        let beside = all
            .iter()
            .filter(|(file, _)| file.parent() == path.parent());
        let longest = |begins: &dyn Fn(&str) -> bool| {
            let fit = beside.clone().filter(|(_, stem)| begins(stem));
            fit.max_by_key(|(_, stem)| stem.len())
                .map(|(file, _)| owners.get(file))
        };
        let print = disk.read(&path).ok().map(|bytes| fingerprint(&bytes));
        let begun = reading.was_begun(&path);
        let known = print.is_some() && export::known(workspace, &path) == print;
        if (known || begun) && !disk.is_link(&path) {
            match longest(&|stem| fits(&name, stem)) {
                Some(Some(&(at, n))) => out.groups[at][n].exports.push(path),
                Some(None) => {}
                None if begun => out.remains.push(remains(path)),
                None => out.left.push(path),
            }
        } else if let Some(Some(_)) = longest(&|stem| name_of(&path).starts_with(stem)) {
            out.left.push(path);
        }
    }
    let exports = out.groups.iter().flatten().flat_map(|one| &one.exports);
    out.exports = exports.cloned().collect();
    out.exports.sort_unstable();
}

/// What a purge that was killed left of a file.
pub(super) fn remains(path: PathBuf) -> Doomed {
    Doomed {
        path,
        ..Doomed::default()
    }
}

fn with_stem(path: PathBuf) -> (PathBuf, String) {
    let stem = stem_of(&path);
    (path, stem)
}

/// The name of a file without its ending.
pub(super) fn stem_of(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}
