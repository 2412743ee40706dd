//! A workspace that is encrypted, or no longer: all of it or nothing. What is being turned is first written whole in its new
//! form, and only then destroyed in the old one. Killed in between, the workspace still has its key, counts as encrypted, and
//! doing it again goes on from there.

use super::super::atomic::write_whole;
use super::super::disk::{Disk, SharedDisk, is_there, paths_in, remove};
use super::super::document::Document;
use super::super::erase::{erase, is_erased, put};
use super::super::workspace::Workspace;
use super::super::{Store, fault};
use super::names::{as_it_is, blank_name, named, stem_of};
use super::{ENDING, Keys, Vault, Work, key_path, recovery_path};
use crate::domain::action::FollowUpFile;
use crate::domain::amendments::AmendmentFile;
use crate::domain::analysis::AnalysisFile;
use crate::domain::incident::IncidentFile;
use crate::domain::notes::Notes;
use crate::domain::problem::{Problem, Why};
use crate::domain::session::Session;
use crate::domain::team::Team;
use chrono::NaiveDateTime;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The folders whose documents are turned, and what is done with one of each before.
const FOLDERS: [(&str, Settle, Named); 8] = [
    ("sessions", settled::<Session>, named::<Session>),
    ("simulations", settled::<Session>, named::<Session>),
    ("incidents", settled::<IncidentFile>, named::<IncidentFile>),
    ("analyses", settled::<AnalysisFile>, named::<AnalysisFile>),
    ("followups", settled::<FollowUpFile>, named::<FollowUpFile>),
    ("amendments", settled::<AmendmentFile>, as_it_is),
    ("notes", settled::<Notes>, as_it_is),
    ("", settled::<Team>, as_it_is),
];
/// What the program keeps and makes again by itself.
const MADE_AGAIN: [&str; 5] = ["index", "places", "exports", "journal", "locks"];
/// The ending of documents in the clear.
const CLEAR: &str = "ron";

/// Brings a document up to date with its journal; says why it cannot be done now.
type Settle = fn(&mut Store, &Path, NaiveDateTime) -> Result<(), Problem>;
/// The name of a document in the clear, without its ending.
type Named = fn(&Path, &[u8]) -> Option<String>;

/// What became of a workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turned {
    /// Documents turned.
    pub documents: usize,
    /// Files that lie in the workspace and are not the program's own to turn: what was written out before, or put there.
    pub others: Vec<PathBuf>,
}

/// Puts the key of a workspace into it, under this passphrase, instead of the one that is there.
pub fn keep_key(
    disk: &dyn Disk,
    root: &Path,
    keys: &Keys,
    passphrase: &str,
    work: Work,
) -> Result<(), Problem> {
    let put = |path: PathBuf, bytes: io::Result<Vec<u8>>| {
        let written = bytes.and_then(|bytes| write_whole(disk, &path, &bytes));
        written.map_err(fault::at(&path))
    };
    if let Some(bytes) = keys.recoverable() {
        put(recovery_path(root), bytes)?;
    }
    put(key_path(root), keys.locked(passphrase, work))
}

/// Encrypts all that is still in the clear in a workspace that has its key.
pub fn encrypt(
    disk: &SharedDisk,
    root: &Path,
    keys: Arc<Keys>,
    now: NaiveDateTime,
) -> Result<Turned, Problem> {
    let vault: SharedDisk = Arc::new(Vault::new(Arc::clone(disk), keys));
    let name = |path: &Path, _: Named, _: &[u8]| blank_name(path);
    turn(root, [disk, &vault], &name, now)
}

/// Takes the encryption of a workspace away, and its key at the end.
pub fn decrypt(
    disk: &SharedDisk,
    root: &Path,
    keys: Arc<Keys>,
    now: NaiveDateTime,
) -> Result<Turned, Problem> {
    let vault: SharedDisk = Arc::new(Vault::new(Arc::clone(disk), keys));
    let name = |path: &Path, named: Named, bytes: &[u8]| {
        named(path, bytes).unwrap_or_else(|| stem_of(path))
    };
    let turned = turn(root, [&vault, disk], &name, now)?;
    for path in [key_path(root), recovery_path(root)] {
        remove(&**disk, &path).map_err(fault::at(&path))?;
    }
    Ok(turned)
}

/// How many documents lie in the clear in an encrypted workspace: it was not turned to its end.
pub fn left_clear(disk: &dyn Disk, root: &Path) -> usize {
    let of =
        |(folder, ..): &(&str, Settle, Named)| documents(disk, &root.join(folder), CLEAR).count();
    FOLDERS.iter().map(of).sum()
}

fn turn(
    root: &Path,
    [from, to]: [&SharedDisk; 2],
    name: &dyn Fn(&Path, Named, &[u8]) -> String,
    now: NaiveDateTime,
) -> Result<Turned, Problem> {
    settle_all(root, from, now)?;
    let spaces = [from, to].map(|disk| Workspace::look(Arc::clone(disk), root));
    let turning = Turning {
        from: &**from,
        to: &**to,
        spaces: &spaces,
    };
    let mut old = Vec::new();
    let mut turned = Turned::default();
    for (folder, _, named) in FOLDERS {
        let folder = root.join(folder);
        for path in documents(&**from, &folder, from.ending()) {
            let told = fault::at(&path);
            let done = turning.document(&path, |bytes| name(&path, named, bytes), &mut old);
            turned.documents += usize::from(done.map_err(told)?);
        }
        to.sync_folder(&folder).map_err(fault::at(&folder))?;
    }
    let backups = root.join(".crex").join("backups");
    turning
        .put_away(&backups, &mut old)
        .map_err(fault::at(&backups))?;
    // From here on the old form is not needed any more.
    for path in old.iter().chain(&litter(&**from, root)) {
        erase(&**from, path).map_err(fault::at(path))?;
    }
    remove(&**from, &spaces[0].last()).map_err(fault::at(root))?;
    turned.others = others(&**from, root);
    Ok(turned)
}

/// Brings every document up to date with its journal, and sees that nobody has one open.
pub(in super::super) fn settle_all(
    root: &Path,
    from: &SharedDisk,
    now: NaiveDateTime,
) -> Result<(), Problem> {
    let mut store = Store::open_on(Arc::clone(from), root, now, Arc::new(|| {}))?;
    for (folder, settle, _) in FOLDERS {
        for path in documents(&**from, &root.join(folder), from.ending()) {
            settle(&mut store, &path, now)?;
        }
    }
    Ok(())
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

/// The two forms of a workspace.
struct Turning<'a> {
    from: &'a dyn Disk,
    to: &'a dyn Disk,
    spaces: &'a [Workspace; 2],
}

impl Turning<'_> {
    /// Writes a document in its new form, with its backups and its urn; says whether it was. `old` takes what is not needed then.
    fn document(
        &self,
        path: &Path,
        name: impl Fn(&[u8]) -> String,
        old: &mut Vec<PathBuf>,
    ) -> io::Result<bool> {
        let bytes = self.from.read(path)?;
        if is_erased(&bytes) {
            old.push(path.to_owned());
            return Ok(false);
        }
        let place = self.free(path, &name(&bytes), &bytes);
        self.put(&place, &bytes)?;
        let own = |at: usize, path: &Path| self.spaces[at].own("backups", path, "");
        let (kept, keep) = (own(0, path), own(1, &place));
        let backups: Vec<PathBuf> = documents(self.from, &kept, self.from.ending()).collect();
        if !backups.is_empty() {
            self.to.make_folder(&keep)?;
        }
        for backup in backups {
            let bytes = self.from.read(&backup)?;
            if !is_erased(&bytes) {
                self.put(&keep.join(self.named(&stem_of(&backup))), &bytes)?;
            }
            old.push(backup);
        }
        self.urn(path, &place, old)?;
        // Destroyed last: what lies elsewhere is found by its name.
        old.push(path.to_owned());
        Ok(true)
    }

    /// The papers of a vote that is open go along.
    fn urn(&self, path: &Path, place: &Path, old: &mut Vec<PathBuf>) -> io::Result<()> {
        let own = |at: usize, path: &Path| self.spaces[at].own("urns", path, ".urn");
        let urn = own(0, path);
        if !is_there(self.from, &urn) {
            return Ok(());
        }
        let copies = super::super::urn::COPIES;
        let halves = self.from.read_slot(&urn, copies)?;
        if let Some(half) = halves.first() {
            let mut held = self.to.open_slot(&own(1, place))?;
            self.to.write_slot(&mut held, half, copies)?;
            self.to.sync(&held)?;
        }
        old.push(urn);
        Ok(())
    }

    /// What was put away lies among the backups under its own name.
    fn put_away(&self, folder: &Path, old: &mut Vec<PathBuf>) -> io::Result<()> {
        let all: Vec<PathBuf> = documents(self.from, folder, self.from.ending()).collect();
        for path in all {
            let bytes = self.from.read(&path)?;
            let place = self.free(&path, &blank_name(&path), &bytes);
            if !is_erased(&bytes) {
                self.put(&place, &bytes)?;
            }
            let log = path.with_extension("log");
            if is_there(self.from, &log) {
                let place = place.with_extension("log");
                let mut held = self.to.create_log(&place)?;
                self.to.append(&mut held, &[&self.from.read_log(&log)?])?;
                self.to.sync(&held)?;
                if place != log {
                    old.push(log);
                }
            }
            old.push(path);
        }
        Ok(())
    }

    /// A name beside a document that nothing has but the same in its new form.
    fn free(&self, path: &Path, stem: &str, bytes: &[u8]) -> PathBuf {
        let named = |n: u32| match n {
            1 => path.with_file_name(self.named(stem)),
            n => path.with_file_name(self.named(&format!("{stem}-{n}"))),
        };
        let free = |n: &u32| match self.to.read(&named(*n)) {
            Ok(there) => there == bytes,
            Err(error) => error.kind() == io::ErrorKind::NotFound,
        };
        named((1..u32::MAX).find(free).unwrap_or(u32::MAX))
    }

    fn named(&self, stem: &str) -> String {
        format!("{stem}.{}", self.to.ending())
    }

    /// Writes a file in its new form, on the disk when this returns.
    fn put(&self, place: &Path, bytes: &[u8]) -> io::Result<()> {
        put(self.to, place, bytes)
    }
}

pub(in super::super) fn documents(
    disk: &dyn Disk,
    folder: &Path,
    ending: &'static str,
) -> impl Iterator<Item = PathBuf> {
    let mut all: Vec<PathBuf> = paths_in(disk, folder)
        .filter(move |path| path.extension().is_some_and(|end| end == ending))
        .filter(|path| {
            ![key_path(Path::new("")), recovery_path(Path::new(""))]
                .iter()
                .any(|key| path.ends_with(key))
        })
        .filter(|path| {
            !path
                .file_name()
                .unwrap_or_default()
                .as_encoded_bytes()
                .starts_with(b".")
        })
        .collect();
    all.sort_unstable();
    all.into_iter()
}

/// The documents of all kinds that lie in a workspace.
pub(in super::super) fn all_documents(disk: &dyn Disk, root: &Path) -> Vec<PathBuf> {
    let folders = FOLDERS.iter().map(|(folder, ..)| root.join(folder));
    let all = folders.map(|folder| documents(disk, &folder, disk.ending()).collect());
    all.collect::<Vec<Vec<PathBuf>>>().concat()
}

/// What the program left behind or makes again.
fn litter(disk: &dyn Disk, root: &Path) -> Vec<PathBuf> {
    let hidden = root.join(".crex");
    let again = MADE_AGAIN
        .iter()
        .flat_map(|name| paths_in(disk, &hidden.join(name)));
    let mut all: Vec<PathBuf> = again.collect();
    let folders = FOLDERS.iter().map(|(folder, ..)| root.join(folder));
    let temps = folders.chain([hidden.clone(), hidden.join("backups")]);
    let temps = temps.flat_map(|folder| paths_in(disk, &folder));
    all.extend(temps.filter(|path| path.extension().is_some_and(|end| end == "tmp")));
    all
}

/// What lies in a workspace and is not the program's.
pub(in super::super) fn others(disk: &dyn Disk, root: &Path) -> Vec<PathBuf> {
    let ours = |path: &PathBuf| {
        let hidden = path
            .file_name()
            .unwrap_or_default()
            .as_encoded_bytes()
            .starts_with(b".");
        let folder = disk.stat(path).is_ok_and(|meta| meta.is_dir());
        let document = path
            .extension()
            .is_some_and(|end| end == CLEAR || end == ENDING);
        hidden || folder || document
    };
    let folders = FOLDERS.iter().map(|(folder, ..)| root.join(folder));
    let all = folders.flat_map(|folder| paths_in(disk, &folder));
    all.filter(|path| !ours(path)).collect()
}
