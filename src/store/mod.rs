//! The disk. Everything here is quick from the caller's side: an edit is one line in a journal before its frame is drawn, a
//! save is a snapshot handed to a thread. Nothing here words a message.

mod acks;
mod adding;
mod along;
mod archive;
mod atomic;
mod away;
mod before;
mod cache;
mod clean;
mod destroyed;
mod disk;
pub mod document;
mod elsewhere;
mod entering;
mod erase;
mod export;
mod fault;
mod find;
mod folder;
mod follow;
mod format;
mod grids;
mod heads;
mod journal;
mod kept;
mod late;
mod leaving;
mod letterhead;
mod listing;
mod lock;
mod many;
mod modes;
mod once;
mod opening;
mod past;
mod place;
mod purge;
mod resolve;
mod rivals;
mod scenarios;
mod scrub;
mod sealed;
mod settings;
mod settling;
mod synced;
mod urn;
mod vault;
mod words;
mod worker;
mod workspace;
mod yearly;

pub use archive::{Kept, archive};
pub use atomic::original_of;
pub use before::Before;
pub use destroyed::destroyed;
pub use disk::{Disk, Held, RealDisk, SharedDisk};
pub use document::Document;
pub use entering::in_the_clear;
pub use export::{may_export, write_export};
pub use fault::problem as disk_problem;
pub use find::{Answer, Answers, Looking, MOST as MOST_FOUND, Told, fold};
pub use follow::{Followed, News};
pub use format::{MAX_BYTES, Parsed, encode, parse, read_bytes, text_of};
pub use letterhead::{letterhead, logo};
pub use listing::{Entry, Found, Listing, SessionHead};
pub use lock::alone;
pub use many::OnTwoThreads;
pub use modes::{Openness, openness};
pub use past::{Coming, Reading, Registry, Survey, gather};
pub use purge::{Due, Old, Purged, due, purge};
pub use rivals::is_named_after;
pub use scenarios::{begin_scenario, inspect_scenario, own_grids, own_scenarios, write_new};
pub use scrub::{Asked, Scrubbed, Seen, look as look_for_word, scrub};
pub use sealed::{lying_beside, sealed_copy};
pub use settings::{Settings, missing_workspace, workspace_root};
pub use synced::synced;
pub use vault::{
    Keys, LEAST_PASSPHRASE, MOST_PASSPHRASE, Turned, Vault, Work, Zeroizing, change_key, decrypt,
    encrypt, encrypt_first, is_encrypted, keep_key, key_path, left_clear, recovery_path,
    seems_encrypted, unlock,
};
pub use worker::{Ack, Wake};
pub use workspace::{folders, slug};

use crate::domain::parts::Change;
use crate::domain::problem::{DiskFault, Problem, Remark, Why};
use atomic::{Target, write_small};
use journal::Journal;
use lock::{Lock, Whole};
use place::Place;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use worker::{Clock, Job, Order, Slots, hold};
use workspace::Workspace;

/// How long leaving waits for a slow disk; the journal has what is not saved then.
const PATIENCE: Duration = Duration::from_secs(5);

/// An open document.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub struct Handle(u32);

impl Handle {
    /// That of a document that the store did not open: it writes nothing for it.
    pub const NONE: Self = Self(u32::MAX);
}

/// What may be done with a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// It may be changed.
    Write,
    /// It may only be read.
    Read(Why),
}

/// A document just opened.
#[derive(Clone, Debug)]
pub struct Opened<D> {
    /// The document, with what the journal gave back.
    pub doc: D,
    /// By which the store knows it.
    pub handle: Handle,
    /// Where it lies.
    pub path: PathBuf,
    /// What may be done with it.
    pub access: Access,
    /// What was noticed.
    pub remarks: Vec<Remark>,
    /// Where the user was, as it was last told by [`Store::place`].
    pub place: Option<String>,
}

/// What the store keeps of an open document.
struct Live {
    access: Access,
    target: Arc<Mutex<Target>>,
    journal: Arc<Mutex<Journal>>,
    place: Place,
    /// Where it lay when its lock was taken.
    at: PathBuf,
    lock: Option<Lock>,
}

/// The store: the workspace, the open documents, and the thread that writes.
pub struct Store {
    workspace: Workspace,
    /// Why nothing can be written in the workspace, if so.
    closed: Option<DiskFault>,
    /// How open it was to others when it was opened.
    openness: Openness,
    /// Its share of the whole workspace: nobody turns or cleans all of it meanwhile.
    whole: Option<Arc<Whole>>,
    disk: Arc<dyn Disk>,
    clock: Clock,
    orders: Sender<Order>,
    /// Snapshots that the thread has not taken yet.
    slots: Slots,
    acks: Receiver<Ack>,
    thread: Option<JoinHandle<()>>,
    open: HashMap<Handle, Live>,
    /// Where documents lie that are only read again.
    reviewed: HashMap<Handle, PathBuf>,
    next: u32,
    /// What was written into other folders, by its fingerprint.
    elsewhere: Mutex<HashMap<PathBuf, String>>,
    /// Documents that were closed while something of them was in memory alone: they go on being tried.
    lingering: HashSet<Handle>,
    /// Until when the disk is waited for at all, once it was waited for in vain.
    until: Option<Instant>,
}

impl Store {
    /// How open it was to others when it was opened.
    pub fn openness(&self) -> Openness {
        self.openness
    }

    /// The disk it lies on.
    pub fn disk(&self) -> &Arc<dyn Disk> {
        &self.disk
    }

    /// Whether only who has the passphrase reads what lies in it.
    pub fn is_encrypted(&self) -> bool {
        self.workspace.is_encrypted()
    }

    /// The folder of the workspace.
    pub fn root(&self) -> &Path {
        self.workspace.root()
    }

    /// Why nothing can be written in the workspace, if so.
    pub fn closed(&self) -> Option<DiskFault> {
        self.closed
    }

    /// Reads what lies in the workspace. Never fails as a whole: what cannot be read is said in its place.
    pub fn list(&self) -> Listing {
        let mut listing = listing::list(&self.workspace);
        self.complete(&mut listing);
        listing.last = self.last_session();
        listing
    }

    /// The session meant by a path, a date, or the start of a title.
    pub fn resolve(&self, what: &str) -> Result<PathBuf, Problem> {
        resolve::resolve(&self.workspace, what, self.clock.now().date())
    }

    /// Writes an edit into the journal, before the frame that shows it. [`Store::save`] comes after.
    pub fn record(&mut self, handle: Handle, changes: &[Change]) -> Result<(), Problem> {
        let Some(live) = self.open.get_mut(&handle) else {
            return Ok(());
        };
        if let Access::Read(why) = &live.access {
            let path = hold(&live.target).path.clone();
            return Err(Problem::ReadOnly(path, why.clone()));
        }
        let written = hold(&live.journal).append(changes);
        written.map_err(|error| {
            let path = hold(&live.target).path.clone();
            Problem::Disk(path, fault::disk(&error))
        })
    }

    /// Keeps where the user is, as one line that the store does not understand. Touches no document; of a document that
    /// may only be read, no place is kept.
    pub fn place(&mut self, handle: Handle, place: &str) -> Result<(), Problem> {
        let Some(live) = self.open.get_mut(&handle) else {
            return Ok(());
        };
        if live.access != Access::Write {
            return Ok(());
        }
        live.place.set(place).map_err(|error| {
            let path = hold(&live.target).path.clone();
            Problem::Disk(path, fault::disk(&error))
        })
    }

    /// Hands a snapshot to the thread; what becomes of it is told by [`Store::acks`].
    pub fn save<D: Document>(&mut self, handle: Handle, doc: &D, revision: u64) {
        let Some(live) = self.open.get(&handle) else {
            return;
        };
        if live.access != Access::Write {
            return;
        }
        let doc = doc.clone();
        let job = Job {
            handle,
            revision,
            seq: hold(&live.journal).seq(),
            target: Arc::clone(&live.target),
            journal: Arc::clone(&live.journal),
            encode: Box::new(move |path| format::encode(path, &doc)),
        };
        if hold(&self.slots).insert(handle, job).is_none() {
            // The thread ends only with the store.
            let _ = self.orders.send(Order::Save(handle));
        }
    }

    /// Where a document lies now: a conflict moves it.
    pub fn path_of(&self, handle: Handle) -> Option<PathBuf> {
        let live = self.open.get(&handle);
        let path = live.map(|live| hold(&live.target).path.clone());
        path.or_else(|| self.reviewed.get(&handle).cloned())
    }
}
