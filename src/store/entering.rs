//! Opening a workspace, to work in it or to look at it.

use super::disk::{Disk, RealDisk, SharedDisk, is_folder};
use super::lock::{self, Whole};
use super::worker::{Clock, Slots, Wake, Worker};
use super::workspace::Workspace;
use super::{Openness, Store, fault, modes, seems_encrypted};
use crate::domain::problem::{DiskFault, LockFault, Problem};
use chrono::NaiveDateTime;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::thread;

/// The disk of this machine, for a workspace in the clear.
pub fn in_the_clear(root: &Path) -> Result<SharedDisk, Problem> {
    if seems_encrypted(&RealDisk, root) {
        return Err(Problem::Locked(root.to_owned(), LockFault::Missing));
    }
    Ok(Arc::new(RealDisk))
}

impl Store {
    /// Opens the workspace in the folder `root`, made if it is not there. A workspace where nothing can be written is opened
    /// for reading. `wake` is called, from another thread, after each answer that [`Store::acks`] gives.
    pub fn open(root: &Path, now: NaiveDateTime, wake: Wake) -> Result<Self, Problem> {
        let disk = in_the_clear(root)?;
        Self::open_on(disk, root, now, wake)
    }

    /// The workspace in the folder `root` to be read alone: no folder is made, nothing can be written.
    pub fn look(root: &Path, now: NaiveDateTime) -> Result<Self, Problem> {
        Self::look_on(in_the_clear(root)?, root, now)
    }

    /// The same on another disk.
    pub fn look_on(disk: Arc<dyn Disk>, root: &Path, now: NaiveDateTime) -> Result<Self, Problem> {
        if disk.stat(root).is_ok_and(|meta| !meta.is_dir()) {
            return Err(Problem::Disk(root.to_owned(), DiskFault::Exists));
        }
        let whole = lock::share_to_look(&*disk, root)?;
        let closed = Some(DiskFault::ReadOnly);
        let workspace = Workspace::look(disk, root);
        Self::begin_on(workspace, closed, Some(whole), now, Arc::new(|| {}))
    }

    /// The same on another disk: a test makes its calls fail.
    pub fn open_on(
        disk: Arc<dyn Disk>,
        root: &Path,
        now: NaiveDateTime,
        wake: Wake,
    ) -> Result<Self, Problem> {
        Self::enter(disk, root, now, wake, true)
    }

    /// The same for who has the workspace alone already.
    pub(super) fn open_alone(
        disk: Arc<dyn Disk>,
        root: &Path,
        now: NaiveDateTime,
    ) -> Result<Self, Problem> {
        Self::enter(disk, root, now, Arc::new(|| {}), false)
    }

    fn enter(
        disk: Arc<dyn Disk>,
        root: &Path,
        now: NaiveDateTime,
        wake: Wake,
        shares: bool,
    ) -> Result<Self, Problem> {
        // In a folder that was no workspace yet there was nothing to be read.
        let fresh = !is_folder(&*disk, &root.join(".crex"));
        let (workspace, closed) = match Workspace::open(Arc::clone(&disk), root) {
            Ok(workspace) => (workspace, None),
            Err(problem) => match (&problem, Workspace::open_for_reading(disk, root)) {
                (Problem::Disk(_, fault), Some(workspace)) => (workspace, Some(*fault)),
                _ => return Err(problem),
            },
        };
        let whole = match closed {
            None if shares => Some(lock::share(workspace.disk(), root)?),
            _ => None,
        };
        let mut store = Self::begin_on(workspace, closed, whole, now, wake)?;
        if fresh {
            store.openness.open = 0;
        }
        Ok(store)
    }

    fn begin_on(
        workspace: Workspace,
        closed: Option<DiskFault>,
        whole: Option<Whole>,
        now: NaiveDateTime,
        wake: Wake,
    ) -> Result<Self, Problem> {
        let root = workspace.root().to_owned();
        let openness = match closed {
            None => modes::close(workspace.disk(), &root),
            Some(_) => Openness::default(),
        };
        let disk = workspace.shared_disk();
        let clock = Clock::new(now);
        let (orders, asked) = channel();
        let (answers, acks) = channel();
        let slots = Slots::default();
        let worker = Worker {
            workspace: workspace.clone(),
            disk: Arc::clone(&disk),
            clock,
            acks: answers,
            wake,
            slots: Arc::clone(&slots),
        };
        let thread = thread::Builder::new()
            .name("store".to_owned())
            .spawn(move || worker.run(&asked))
            .map_err(fault::at(&root))?;
        Ok(Self {
            workspace,
            closed,
            openness,
            whole: whole.map(Arc::new),
            disk,
            clock,
            orders,
            slots,
            acks,
            thread: Some(thread),
            open: HashMap::new(),
            reviewed: HashMap::new(),
            next: 0,
            elsewhere: Mutex::default(),
            lingering: HashSet::new(),
            until: None,
        })
    }

    /// The disk for the workspace in another folder, with the same keys where there are any.
    pub fn disk_at(&self, root: &Path) -> SharedDisk {
        let there = self.disk.at(root);
        there.unwrap_or_else(|| Arc::clone(&self.disk))
    }

    /// Does what needs the workspace alone while nothing of it is open here: gives up its share meanwhile.
    pub fn step_aside<T>(&mut self, work: impl FnOnce(&SharedDisk) -> T) -> Result<T, Problem> {
        // What is read behind would write down what it read before.
        self.workspace.late().wait();
        self.whole = None;
        let done = work(&self.disk);
        if self.closed.is_none() {
            let whole = lock::share(&*self.disk, self.workspace.root());
            // Whoever works on all of it now would not see what is written here.
            let whole = whole.inspect_err(|_| self.closed = Some(DiskFault::Busy))?;
            self.whole = Some(Arc::new(whole));
        }
        Ok(done)
    }
}
