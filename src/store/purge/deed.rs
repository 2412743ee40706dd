//! The destruction, session by session: locks first, then the trace, then what goes with the session, then the session.

use super::super::disk::{SharedDisk, is_there, paths_in};
use super::super::erase::{blank, erase};
use super::super::lock::{self, Lock, Tried};
use super::super::vault::turning::all_documents;
use super::super::workspace::Workspace;
use super::super::{atomic, destroyed, fault};
use super::reading::Reading;
use super::{Doomed, Due, Old, due, half_encrypted};
use crate::domain::erasure::{Destroyed, Gone};
use crate::domain::problem::{Problem, Why};
use crate::domain::text::Text;
use chrono::NaiveDateTime;
use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// What was destroyed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Purged {
    /// Sessions.
    pub sessions: usize,
    /// Documents that went with them, and what was written from them.
    pub beside: usize,
    /// What could not be destroyed, and why; the session that it belongs to stays as well.
    pub stayed: Vec<Problem>,
}

/// Destroys what was shown to be due, and tells in `destroyed.ron` that it does. Refused while a document is open elsewhere,
/// or when something changed since it was shown.
pub fn purge(
    disk: &SharedDisk,
    root: &Path,
    now: NaiveDateTime,
    shown: &Due,
    reason: &Text,
) -> Result<Purged, Problem> {
    // Nobody opens or turns anything meanwhile.
    let _whole = lock::alone(&**disk, root, now)?;
    // Who brought files here by hand has no folder for locks yet.
    let workspace = Workspace::open(SharedDisk::clone(disk), root)?;
    let deed = Deed {
        workspace: &workspace,
        reading: Reading::new(&workspace),
        now,
        reason,
    };
    deed.may_begin(disk, shown)?;
    let mut out = Purged::default();
    let mut stay = HashSet::new();
    for (old, group) in shown.sessions.iter().zip(&shown.groups) {
        let group = group
            .iter()
            .filter(|one| one.of.iter().all(|id| !stay.contains(id)));
        let group: Vec<&Doomed> = group.collect();
        match deed.group(old, &group) {
            Ok(beside) => {
                out.sessions += 1;
                out.beside += beside;
            }
            Err(problem) => {
                stay.insert(old.id);
                out.stayed.push(problem);
            }
        }
    }
    for one in &shown.remains {
        let destroy = |lock| deed.destroy(one, lock).map_err(fault::at(&one.path));
        let done = deed.lock(&one.path).and_then(destroy);
        out.stayed.extend(done.err());
    }
    Ok(out)
}

/// A destruction that is agreed.
struct Deed<'a> {
    workspace: &'a Workspace,
    /// What was traced before.
    reading: Reading<'a>,
    now: NaiveDateTime,
    reason: &'a Text,
}

impl Deed<'_> {
    /// Sees that nobody has a document open, whichever, and that all is as it was shown.
    fn may_begin(&self, shared: &SharedDisk, shown: &Due) -> Result<(), Problem> {
        let (disk, root) = (self.workspace.disk(), self.workspace.root());
        if let Some(problem) = half_encrypted(self.workspace) {
            return Err(problem);
        }
        let all = all_documents(disk, root);
        for path in all.into_iter().chain([self.workspace.team()]) {
            if is_there(disk, &self.workspace.own("locks", &path, ".lock")) {
                self.lock(&path)?;
            }
        }
        let (before, open) = shown.asked.unwrap_or_default();
        if due(shared, root, before, open) == *shown {
            Ok(())
        } else {
            Err(Problem::Since(root.to_owned()))
        }
    }

    fn lock(&self, path: &Path) -> Result<Lock, Problem> {
        let place = self.workspace.own("locks", path, ".lock");
        let disk = self.workspace.disk();
        match lock::take(disk, &place, self.now).map_err(fault::at(path))? {
            Tried::Got(lock) => Ok(lock),
            Tried::Held(who) => Err(Problem::ReadOnly(path.to_owned(), Why::Held(who))),
        }
    }

    /// Destroys a session with what goes with it; says how much that was.
    fn group(&self, old: &Old, group: &[&Doomed]) -> Result<usize, Problem> {
        let mut locks = Vec::new();
        for one in group {
            locks.push(self.lock(&one.path)?);
            let now = self
                .reading
                .state(&one.path)
                .map_err(fault::at(&one.path))?;
            if now != one.state {
                return Err(Problem::Since(one.path.clone()));
            }
        }
        let there = |one: &&&Doomed| is_there(self.workspace.disk(), &one.path);
        let documents = group.iter().filter(there).count();
        let exports = group.iter().map(|one| one.exports.len());
        let beside = documents.saturating_sub(1) + exports.sum::<usize>();
        destroyed::add(self.workspace, self.trace(old, group, beside))?;
        self.index().map_err(fault::at(self.workspace.root()))?;
        for (one, lock) in group.iter().zip(locks) {
            self.destroy(one, lock).map_err(fault::at(&one.path))?;
        }
        Ok(beside)
    }

    fn trace(&self, old: &Old, group: &[&Doomed], beside: usize) -> Destroyed {
        let files = group.iter().flat_map(|one| self.found_by_name(one));
        let mut ids: Vec<Uuid> = group.iter().filter_map(|one| one.id).collect();
        ids.sort_unstable();
        Destroyed {
            at: Some(self.now),
            documents: u32::try_from(beside).unwrap_or(u32::MAX),
            sessions: vec![Gone {
                date: Some(old.date),
                number: old.number,
            }],
            ids,
            files: files
                .map(|path| Text::from(self.workspace.print(path)))
                .collect(),
            reason: self.reason.clone(),
            ..Destroyed::default()
        }
    }

    /// What nothing but its name would tell to be ours once it is half destroyed.
    fn found_by_name<'a>(&self, one: &'a Doomed) -> impl Iterator<Item = &'a Path> {
        let backups = self.hidden("backups");
        let own = self.workspace.own("backups", &one.path, "");
        let away = one.copies.iter();
        let away = away.filter(move |path| path.starts_with(&backups) && !path.starts_with(&own));
        let all = std::iter::once(&one.path).chain(&one.exports).chain(away);
        all.map(PathBuf::as_path)
    }

    fn hidden(&self, kind: &str) -> PathBuf {
        self.workspace.root().join(".crex").join(kind)
    }

    /// Destroys a document with all that the program keeps of it. Its lock is held until nothing is left in it; its name goes
    /// last, so that a purge that was killed finds it by its trace.
    fn destroy(&self, one: &Doomed, lock: Lock) -> io::Result<()> {
        let disk = self.workspace.disk();
        // What crex knows an export by goes after it.
        for path in one.exports.iter().chain(&one.copies) {
            self.file(path)?;
        }
        for folder in self.emptied(one) {
            match disk.remove_folder(&folder) {
                // What is of another lies there too.
                Err(error)
                    if !matches!(
                        error.kind(),
                        io::ErrorKind::NotFound | io::ErrorKind::DirectoryNotEmpty
                    ) =>
                {
                    return Err(error);
                }
                _ => {}
            }
        }
        if is_there(disk, &one.path) {
            blank(disk, &one.path)?;
        }
        drop(lock);
        for ending in [".lock", ".who"] {
            self.file(&self.workspace.own("locks", &one.path, ending))?;
        }
        self.file(&one.path)?;
        disk.sync_folder(atomic::folder_of(&one.path))
    }

    /// The folders of backups in which nothing may be left.
    fn emptied(&self, one: &Doomed) -> HashSet<PathBuf> {
        let backups = self.hidden("backups");
        let folders = one.copies.iter().filter_map(|path| path.parent());
        let inside = folders.filter(|folder| folder.parent() == Some(&backups));
        let own = self.workspace.own("backups", &one.path, "");
        inside.map(Path::to_owned).chain([own]).collect()
    }

    /// Destroys a file, if it is there. A link goes; what it points to is not ours.
    fn file(&self, path: &Path) -> io::Result<()> {
        let disk = self.workspace.disk();
        let done = if disk.is_link(path) {
            disk.remove(path)
        } else {
            erase(disk, path)
        };
        match done {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// What spares the program reading tells of what is gone.
    fn index(&self) -> io::Result<()> {
        for path in paths_in(self.workspace.disk(), &self.hidden("index")) {
            self.file(&path)?;
        }
        Ok(())
    }
}
