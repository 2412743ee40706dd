//! Sessions that are too old to be kept: which, what goes with them, and their destruction. What another session still refers to
//! stays. Sessions go last: a purge that was killed finds them again, and finishes.

use super::disk::{SharedDisk, is_there, paths_in};
use super::erase::erase;
use super::vault::turning::{documents, others, settle_all};
use super::workspace::Workspace;
use super::{atomic, fault, format};
use crate::domain::action::FollowUpFile;
use crate::domain::analysis::AnalysisFile;
use crate::domain::erasure::{Destroyed, Gone};
use crate::domain::incident::IncidentFile;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::domain::text::Text;
use chrono::{NaiveDate, NaiveDateTime};
use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// A session that is old.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Old {
    /// Where it lies.
    pub path: PathBuf,
    /// Its id.
    pub id: Uuid,
    /// Its day.
    pub date: NaiveDate,
    /// Its number.
    pub number: u32,
    /// Its title.
    pub title: Text,
    /// Whether it is sealed: one that is not may still be wanted.
    pub sealed: bool,
}

/// What is old in a workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Due {
    /// The sessions, the oldest first.
    pub sessions: Vec<Old>,
    /// Those that are old but not sealed, and stay for that.
    pub open: Vec<Old>,
    /// What goes with the sessions: amendments, notes, events, analyses, what was said of their actions.
    pub beside: Vec<PathBuf>,
    /// Documents that were written from them, lie beside them, and go as well.
    pub exports: Vec<PathBuf>,
    /// What cannot be read: nobody knows how old it is.
    pub unread: Vec<Problem>,
    /// The ids of what goes.
    ids: Vec<Uuid>,
}

/// What is older than `before`; nothing is changed. `open`: sessions that are not sealed go as well.
pub fn due(disk: &SharedDisk, root: &Path, before: NaiveDate, open: bool) -> Due {
    let workspace = Workspace::look(SharedDisk::clone(disk), root);
    let mut out = Due::default();
    let (mut old, mut kept) = (Vec::new(), Vec::new());
    for (path, session) in all::<Session>(&workspace, "sessions", &mut out.unread) {
        let known = Old {
            path,
            id: session.id,
            date: session.date,
            number: session.number,
            title: session.title.clone(),
            sealed: session.is_sealed(),
        };
        if session.date < before && (open || known.sealed) {
            out.sessions.push(known);
            old.push(session);
        } else {
            out.open.extend((session.date < before).then_some(known));
            kept.push(session);
        }
    }
    for list in [&mut out.sessions, &mut out.open] {
        list.sort_by_key(|old| (old.date, old.number));
    }
    beside(&workspace, &old, &kept, &mut out);
    out
}

/// Destroys what is older than `before`, and tells in `destroyed.ron` that it did.
pub fn purge(
    disk: &SharedDisk,
    root: &Path,
    now: NaiveDateTime,
    before: NaiveDate,
    open: bool,
    reason: &Text,
) -> Result<Due, Problem> {
    settle_all(root, disk, now)?;
    let due = due(disk, root, before, open);
    if due.sessions.is_empty() {
        return Ok(due);
    }
    let workspace = Workspace::look(SharedDisk::clone(disk), root);
    super::destroyed::add(&workspace, trace(&due, now, reason))?;
    let told = fault::at(root);
    let purge = Purge {
        workspace: &workspace,
    };
    for path in due.beside.iter().chain(&due.exports) {
        purge.document(path).map_err(&told)?;
    }
    purge.put_away(before).map_err(&told)?;
    for old in &due.sessions {
        purge.document(&old.path).map_err(&told)?;
    }
    purge.index().map_err(told)?;
    Ok(due)
}

fn trace(due: &Due, now: NaiveDateTime, reason: &Text) -> Destroyed {
    let gone = |old: &Old| Gone {
        date: Some(old.date),
        number: old.number,
    };
    Destroyed {
        at: Some(now),
        documents: u32::try_from(due.beside.len()).unwrap_or(u32::MAX),
        sessions: due.sessions.iter().map(gone).collect(),
        ids: due.ids.clone(),
        reason: reason.clone(),
        ..Destroyed::default()
    }
}

/// The documents of a folder; what cannot be read is told.
fn all<D: super::Document>(
    workspace: &Workspace,
    folder: &str,
    unread: &mut Vec<Problem>,
) -> Vec<(PathBuf, D)> {
    let disk = workspace.disk();
    let mut out = Vec::new();
    for path in documents(disk, &workspace.folder(folder), disk.ending()) {
        let read = format::read_bytes(disk, &path);
        match read.and_then(|bytes| format::document(&path, &bytes)) {
            Ok(doc) => out.push((path, doc)),
            Err(problem) => unread.push(problem),
        }
    }
    out
}

/// The files that a session's events and analyses came from.
pub(super) fn origins(session: &Session) -> impl Iterator<Item = Uuid> {
    let events = session.incidents.iter().map(|incident| &incident.origin);
    let analyses = session.analyses.iter().chain(session.heard.iter());
    let all = events.chain(analyses.map(|analysis| &analysis.origin));
    all.filter_map(|origin| origin.as_str().parse().ok())
}

/// What goes with the old sessions, and with them alone.
fn beside(workspace: &Workspace, old: &[Session], kept: &[Session], out: &mut Due) {
    let gone: HashSet<Uuid> = old.iter().map(|session| session.id).collect();
    let still: HashSet<Uuid> = kept.iter().flat_map(origins).collect();
    // One that comes back next time waits for a meeting that may still be.
    let waits = old.iter().flat_map(|session| session.incidents.iter());
    let waits = waits.filter(|incident| !incident.fate.is_final());
    let waits: HashSet<Uuid> = waits
        .filter_map(|i| i.origin.as_str().parse().ok())
        .collect();
    let from: HashSet<Uuid> = old.iter().flat_map(origins).collect();
    let goes = |id: &Uuid| from.contains(id) && !still.contains(id) && !waits.contains(id);
    out.ids.extend(&gone);
    for (path, file) in all::<IncidentFile>(workspace, "incidents", &mut out.unread) {
        if goes(&file.id) {
            out.ids.push(file.id);
            out.beside.push(path);
        }
    }
    for (path, file) in all::<AnalysisFile>(workspace, "analyses", &mut out.unread) {
        if goes(&file.id) {
            out.ids.push(file.id);
            out.beside.push(path);
        }
    }
    for (path, file) in all::<FollowUpFile>(workspace, "followups", &mut out.unread) {
        let of = file.follow_up.session.as_str().parse();
        if of.is_ok_and(|id: Uuid| gone.contains(&id)) {
            out.beside.push(path);
        }
    }
    let there = |path: &PathBuf| is_there(workspace.disk(), path);
    let still = |id: &Uuid| kept.iter().any(|session| session.id == *id);
    for id in gone.iter().filter(|id| !still(id)) {
        let own = [workspace.amendments(*id), workspace.notes(*id)];
        out.beside.extend(own.into_iter().filter(there));
    }
    let stems: Vec<String> = out.sessions.iter().map(|old| stem(&old.path)).collect();
    let written = |path: &PathBuf| {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        stems.iter().any(|stem| name.starts_with(stem.as_str()))
    };
    let exports = others(workspace.disk(), workspace.root());
    out.exports = exports.into_iter().filter(written).collect();
    out.beside.sort_unstable();
    out.ids.sort_unstable();
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// A workspace being purged.
struct Purge<'a> {
    workspace: &'a Workspace,
}

impl Purge<'_> {
    /// Destroys a document with all that the program keeps of it.
    fn document(&self, path: &Path) -> io::Result<()> {
        let disk = self.workspace.disk();
        let backups = self.workspace.own("backups", path, "");
        for copy in paths_in(disk, &backups) {
            self.file(&copy)?;
        }
        match disk.remove_folder(&backups) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let own = [
            ("journal", ".log"),
            ("places", ""),
            ("urns", ".urn"),
            ("exports", ""),
            ("locks", ".lock"),
            ("locks", ".who"),
        ];
        for (kind, ending) in own {
            self.file(&self.workspace.own(kind, path, ending))?;
        }
        let last = self.workspace.last();
        let name = disk.read(&last).unwrap_or_default();
        let name = String::from_utf8_lossy(&name).into_owned();
        if Path::new(name.trim_end()) == self.workspace.relative(path) {
            self.file(&last)?;
        }
        self.file(path)?;
        disk.sync_folder(atomic::folder_of(path))
    }

    /// Destroys a file, if it is there. A link goes; what it points to is not ours.
    fn file(&self, path: &Path) -> io::Result<()> {
        let disk = self.workspace.disk();
        let done = if path.is_symlink() {
            disk.remove(path)
        } else {
            erase(disk, path)
        };
        match done {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// What was put away, by the day in its name.
    fn put_away(&self, before: NaiveDate) -> io::Result<()> {
        let folder = self.workspace.root().join(".crex").join("backups");
        for path in paths_in(self.workspace.disk(), &folder) {
            let day = stem(&path)
                .get(..10)
                .and_then(|day| day.parse::<NaiveDate>().ok());
            let file = path.extension().is_some();
            if file && day.is_some_and(|day| day < before) {
                self.file(&path)?;
            }
        }
        Ok(())
    }

    /// What spares the program reading tells of what is gone.
    fn index(&self) -> io::Result<()> {
        let folder = self.workspace.root().join(".crex").join("index");
        for path in paths_in(self.workspace.disk(), &folder) {
            self.file(&path)?;
        }
        Ok(())
    }
}
