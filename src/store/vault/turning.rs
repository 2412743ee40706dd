//! A workspace that is encrypted, or no longer: all of it or nothing. What is to be turned is first read, then written whole in
//! its new form, and only then destroyed in the old one. Killed in between, the workspace still has its key, counts as
//! encrypted, and doing it again goes on from there.

pub(in super::super) use super::super::settling::{all_documents, others};

use super::super::disk::{Disk, SharedDisk, is_there, remove};
use super::super::erase::{erase, is_erased, put};
use super::super::fault;
use super::super::lock::{self, Whole};
use super::super::settling::settle;
use super::laying::{keep_key, keep_recovery, same_key};
use super::plan::{Item, Plan, What};
use super::remains::{clear_files, litter, put_beside};
use super::{Keys, Vault, Work, key_path, recovery_path};
use crate::domain::problem::Problem;
use crate::domain::seal::fingerprint;
use chrono::NaiveDateTime;
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What became of a workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turned {
    /// Documents turned.
    pub documents: usize,
    /// Files that lie in the workspace and are not the program's own to turn: what was written out before, or put there.
    pub others: Vec<PathBuf>,
    /// What a document said in its other form, where it was gone on with after a turning that was stopped: kept here.
    pub aside: Vec<PathBuf>,
    /// Whether the disk knows no locks, so that nobody was kept out meanwhile.
    pub unsure: bool,
}

/// Encrypts a workspace that is in the clear, with new keys under this passphrase.
pub fn encrypt_first(
    disk: &SharedDisk,
    root: &Path,
    keys: Arc<Keys>,
    (passphrase, work): (&str, Work),
    now: NaiveDateTime,
) -> Result<Turned, Problem> {
    let whole = lock::alone(&**disk, root, now)?;
    let turning = Turning::new(disk, root, keys, true);
    let plan = turning.plan(now)?;
    keep_key(&**disk, root, &turning.keys, passphrase, work)?;
    turning.turn(plan, &whole)
}

/// Encrypts all that is still in the clear in a workspace that has its key.
pub fn encrypt(
    disk: &SharedDisk,
    root: &Path,
    keys: Arc<Keys>,
    now: NaiveDateTime,
) -> Result<Turned, Problem> {
    let whole = lock::alone(&**disk, root, now)?;
    same_key(&**disk, root, &keys)?;
    keep_recovery(&**disk, root, &keys)?;
    let turning = Turning::new(disk, root, keys, true);
    turning.turn(turning.plan(now)?, &whole)
}

/// Takes the encryption of a workspace away, and its key at the end.
pub fn decrypt(
    disk: &SharedDisk,
    root: &Path,
    keys: Arc<Keys>,
    now: NaiveDateTime,
) -> Result<Turned, Problem> {
    let whole = lock::alone(&**disk, root, now)?;
    same_key(&**disk, root, &keys)?;
    let turning = Turning::new(disk, root, keys, false);
    let turned = turning.turn(turning.plan(now)?, &whole)?;
    for path in [recovery_path(root), key_path(root)] {
        remove(&**disk, &path).map_err(fault::at(&path))?;
    }
    // All of it is on the disk in the clear: a key that a power cut brings back only asks for this to be done again.
    let _ = disk.sync_folder(root);
    Ok(turned)
}

/// How many files of the program lie in the clear in an encrypted workspace: it was not turned to its end.
pub fn left_clear(disk: &dyn Disk, root: &Path) -> usize {
    clear_files(disk, root)
}

/// A workspace being turned.
struct Turning<'a> {
    root: &'a Path,
    keys: Arc<Keys>,
    /// The disk itself.
    raw: &'a SharedDisk,
    from: SharedDisk,
    to: SharedDisk,
    encrypts: bool,
}

impl<'a> Turning<'a> {
    fn new(raw: &'a SharedDisk, root: &'a Path, keys: Arc<Keys>, encrypts: bool) -> Self {
        let vault: SharedDisk = Arc::new(Vault::new(Arc::clone(raw), Arc::clone(&keys), root));
        let (from, to) = if encrypts {
            (Arc::clone(raw), vault)
        } else {
            (vault, Arc::clone(raw))
        };
        Self {
            root,
            keys,
            raw,
            from,
            to,
            encrypts,
        }
    }

    /// What is to be done, once all of it is read and up to date: what cannot be read stops it before anything is changed.
    fn plan(&self, now: NaiveDateTime) -> Result<Plan, Problem> {
        settle(self.root, &self.from, now)?;
        Plan::of(self.root, [&self.from, &self.to], self.encrypts)
    }

    fn turn(&self, plan: Plan, whole: &Whole) -> Result<Turned, Problem> {
        let mut turned = Turned {
            documents: plan.documents,
            unsure: !whole.is_sure(),
            ..Turned::default()
        };
        self.step_aside(&plan, &mut turned)?;
        for item in plan.items.iter().filter(|item| !item.done) {
            let bytes = self.unchanged(item)?;
            self.write(item, &bytes).map_err(fault::at(&item.target))?;
        }
        self.settle_names(&plan)?;
        // From here on the old form is not needed any more, as long as its key is the one that lies there.
        same_key(&**self.raw, self.root, &self.keys)?;
        for path in &plan.gone {
            self.destroy(path).map_err(fault::at(path))?;
        }
        for path in litter(&**self.raw, self.root) {
            self.destroy(&path).map_err(fault::at(&path))?;
        }
        // Documents last: what lies elsewhere is found by their names.
        let done = |item: &&Item| item.source != item.target;
        for item in plan.items.iter().rev().filter(done) {
            self.unchanged(item)?;
            self.destroy(&item.source)
                .map_err(fault::at(&item.source))?;
        }
        for folder in &plan.folders {
            // One in which something lies stays, and that is told.
            let _ = self.raw.remove_folder(folder);
        }
        turned.others = put_beside(&**self.raw, self.root, self.encrypts);
        turned.others.extend(plan.links);
        Ok(turned)
    }

    /// What the other form says and nobody wants any more is kept before it is written over.
    fn step_aside(&self, plan: &Plan, turned: &mut Turned) -> Result<(), Problem> {
        for (path, place) in &plan.aside {
            let told = fault::at(path);
            if is_there(&*self.to, place) {
                continue;
            }
            let bytes = self.to.read(path).map_err(&told)?;
            self.folder_of(place)
                .and_then(|()| put(&*self.to, place, &bytes))
                .and_then(|()| self.sync_above(place, &mut BTreeSet::new()))
                .map_err(&told)?;
        }
        turned
            .aside
            .extend(plan.aside.iter().map(|(_, place)| place.clone()));
        let aside = plan.items.iter().filter(|item| item.aside);
        turned.aside.extend(aside.map(|item| item.target.clone()));
        Ok(())
    }

    fn folder_of(&self, place: &Path) -> io::Result<()> {
        self.to.make_folder(super::super::atomic::folder_of(place))
    }

    /// Writes an item in its new form, on the disk when this returns.
    fn write(&self, item: &Item, bytes: &[u8]) -> io::Result<()> {
        self.folder_of(&item.target)?;
        match item.what {
            What::Whole => put(&*self.to, &item.target, bytes),
            What::Log => {
                // One that a kill left is not whole, or says the same.
                let temp = item.target.with_extension("tmp");
                remove(&*self.to, &temp)?;
                let mut held = self.to.create_log(&temp)?;
                self.to.append(&mut held, &[bytes])?;
                self.to.sync(&held)?;
                drop(held);
                self.to.rename(&temp, &item.target)
            }
            What::Urn => {
                let mut held = self.to.open_slot(&item.target)?;
                self.to
                    .write_slot(&mut held, bytes, super::super::urn::COPIES)?;
                self.to.sync(&held)
            }
        }
    }

    /// Waits until the names of what was written are on the disk.
    fn settle_names(&self, plan: &Plan) -> Result<(), Problem> {
        let targets = plan.items.iter().map(|item| &item.target);
        let mut known = BTreeSet::new();
        for path in targets {
            self.sync_above(path, &mut known).map_err(fault::at(path))?;
        }
        Ok(())
    }

    /// Waits until the folders above a path have its name, but those that are known to.
    fn sync_above(&self, path: &Path, known: &mut BTreeSet<PathBuf>) -> io::Result<()> {
        let within = path.ancestors().skip(1);
        for folder in within.take_while(|folder| folder.starts_with(self.root)) {
            if known.insert(folder.to_owned()) {
                self.to.sync_folder(folder)?;
            }
        }
        Ok(())
    }

    /// What an item says, which nobody may have changed meanwhile. What shares its bytes with another may be destroyed already.
    fn unchanged(&self, item: &Item) -> Result<Vec<u8>, Problem> {
        let bytes = item.read(&*self.from).map_err(fault::at(&item.source))?;
        if fingerprint(&bytes) == item.print || is_erased(&bytes) {
            return Ok(bytes);
        }
        Err(Problem::Touched(item.source.clone()))
    }

    /// Nothing is left of what was in the clear; what is encrypted only goes.
    fn destroy(&self, path: &Path) -> io::Result<()> {
        let key = |of: PathBuf| is_second_name(path, &of);
        // A second name of the key that a kill left: writing over it would take the key.
        let is_key = [key_path(self.root), recovery_path(self.root)]
            .into_iter()
            .any(key);
        if self.encrypts && !is_key && !self.raw.is_link(path) {
            return erase(&**self.raw, path);
        }
        self.raw.remove(path)
    }
}

/// Whether a path is one under which the file at `of` was written before it had its name.
fn is_second_name(path: &Path, of: &Path) -> bool {
    let name = |path: &Path| {
        path.file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    };
    name(path).starts_with(&format!(".{}.", name(of)))
}
