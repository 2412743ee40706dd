//! The one thread that writes: it takes snapshots, keeps only the latest of each document, and says what became of them.

use super::Handle;
use super::atomic::{Target, Written, folder_of};
use super::disk::{Disk, Held};
use super::journal::Journal;
use super::workspace::Workspace;
use crate::domain::problem::{DiskFault, Problem};
use crate::domain::seal::fingerprint;
use chrono::{NaiveDateTime, TimeDelta};
use std::collections::{HashMap, HashSet};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Least time between two saves of one document while it is being changed. The journal has every key at once, but it is a
/// save that outlives a power cut: one a second, so that no more than that is at stake.
const APART: Duration = Duration::from_millis(900);
/// Time after which a failed save is tried again.
const AGAIN: Duration = Duration::from_secs(5);

/// Calls for attention after an answer of the worker.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// What became of a snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ack {
    /// It is on the disk.
    Saved {
        /// The document.
        handle: Handle,
        /// The revision that was saved.
        revision: u64,
    },
    /// It is not; it will be tried again. Nothing is lost: the journal has it.
    Failed {
        /// The document.
        handle: Handle,
        /// Why.
        problem: Problem,
    },
    /// The file had been changed by another: it was left alone and the document saved beside, where it goes on.
    Conflict {
        /// The document.
        handle: Handle,
        /// The revision that was saved.
        revision: u64,
        /// The copy.
        copy: PathBuf,
    },
}

/// The time, from the time that was passed in.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    began: NaiveDateTime,
    since: Instant,
}

impl Clock {
    /// A clock that says `now`.
    pub fn new(now: NaiveDateTime) -> Self {
        Self {
            began: now,
            since: Instant::now(),
        }
    }

    /// What time it is.
    pub fn now(&self) -> NaiveDateTime {
        let passed = TimeDelta::from_std(self.since.elapsed()).unwrap_or_default();
        self.began.checked_add_signed(passed).unwrap_or(self.began)
    }
}

/// Makes the bytes of a document for the file it is given.
pub type Encode = Box<dyn Fn(&Path) -> Result<Vec<u8>, Problem> + Send>;

/// A snapshot to be saved.
pub struct Job {
    /// The document.
    pub handle: Handle,
    /// Its revision.
    pub revision: u64,
    /// The last edit of the journal that it holds.
    pub seq: u64,
    /// Its file.
    pub target: Arc<Mutex<Target>>,
    /// Its journal.
    pub journal: Arc<Mutex<Journal>>,
    /// Makes its bytes.
    pub encode: Encode,
}

/// The latest snapshot of each document that the thread has not taken yet.
pub type Slots = Arc<Mutex<HashMap<Handle, Job>>>;

/// What the thread is asked.
pub enum Order {
    /// To save the snapshot that waits for this document. Told once for all that come until it is taken: waking a thread at
    /// each key would cost the key more than all the rest.
    Save(Handle),
    /// To save all that waits, at once, and to say whether nothing is left.
    Flush(Sender<bool>),
    /// To let go of a snapshot that waits, and to say when that is done: what comes in its place is up to whoever asks.
    Forget(Handle, Sender<()>),
    /// To wait until what was written in this file is on the disk, and its name as well when it is new.
    Settle(Held, bool),
    /// To end once all is saved.
    Stop,
}

/// What the thread works with.
pub struct Worker {
    /// The workspace.
    pub workspace: Workspace,
    /// The disk.
    pub disk: Arc<dyn Disk>,
    /// The time.
    pub clock: Clock,
    /// Where answers go.
    pub acks: Sender<Ack>,
    /// Who is woken by them.
    pub wake: Wake,
    /// Where snapshots wait.
    pub slots: Slots,
}

/// What is behind a lock, also when a thread died holding it: every value behind one is whole between two statements.
pub fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What the thread remembers of the documents.
#[derive(Default)]
struct Book {
    /// When what waits is due.
    waiting: HashMap<Handle, Instant>,
    /// When each was saved or tried last.
    last: HashMap<Handle, Instant>,
    /// Those whose last save failed.
    failing: HashSet<Handle>,
    /// Told to end.
    stopping: bool,
}

impl Worker {
    /// Works until it is told to stop or nobody can ask any more. A panic ends neither: a program that goes on without this
    /// thread would save nothing any more and say nothing of it.
    pub fn run(self, orders: &Receiver<Order>) {
        let mut book = Book::default();
        while catch_unwind(AssertUnwindSafe(|| self.work(orders, &mut book))).is_err() {
            if book.stopping {
                return;
            }
            self.go_on(&mut book);
        }
    }

    /// After a panic: what waits and would be forgotten is tried again in a while, and told not to be saved until then.
    fn go_on(&self, book: &mut Book) {
        for (handle, job) in hold(&self.slots).iter() {
            if book.waiting.contains_key(handle) {
                continue;
            }
            book.waiting.insert(*handle, Instant::now() + AGAIN);
            book.failing.insert(*handle);
            let problem = broken(job);
            let _ = self.acks.send(Ack::Failed {
                handle: *handle,
                problem,
            });
        }
    }

    fn work(&self, orders: &Receiver<Order>, book: &mut Book) {
        loop {
            match next(orders, &book.waiting) {
                Ok(Order::Save(handle)) => {
                    let due = book.last.get(&handle).map(|at| *at + APART);
                    book.waiting
                        .insert(handle, due.unwrap_or_else(Instant::now));
                }
                Ok(Order::Flush(reply)) => {
                    self.save_due(book, None);
                    // Whoever asked may have stopped waiting.
                    let _ = reply.send(book.waiting.is_empty());
                }
                Ok(Order::Forget(handle, reply)) => {
                    book.waiting.remove(&handle);
                    hold(&self.slots).remove(&handle);
                    // Whoever asked may have stopped waiting.
                    let _ = reply.send(());
                }
                Ok(Order::Settle(held, new)) => {
                    // The next thing written there is waited for again.
                    let _ = self.disk.sync(&held);
                    if new {
                        let _ = self.disk.sync_folder(folder_of(&held.path));
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    self.save_due(book, Some(Instant::now()));
                }
                Ok(Order::Stop) | Err(RecvTimeoutError::Disconnected) => {
                    book.stopping = true;
                    self.save_due(book, None);
                    return;
                }
            }
        }
    }

    /// Saves what is due at `now`, or everything.
    fn save_due(&self, book: &mut Book, now: Option<Instant>) {
        let is_due = |due: &Instant| now.is_none_or(|now| *due <= now);
        let handles: Vec<Handle> = book
            .waiting
            .iter()
            .filter(|(_, due)| is_due(due))
            .map(|(handle, _)| *handle)
            .collect();
        for handle in handles {
            book.waiting.remove(&handle);
            let Some(job) = hold(&self.slots).remove(&handle) else {
                continue;
            };
            let ack = self.save(&job);
            // That a save went well is news only after one that did not: nobody is woken to draw what is drawn already.
            let news = !matches!(ack, Ack::Saved { .. }) || book.failing.remove(&handle);
            book.last.insert(handle, Instant::now());
            if matches!(ack, Ack::Failed { .. }) {
                // Tried again, unless a newer one has come meanwhile.
                hold(&self.slots).entry(handle).or_insert(job);
                book.waiting.insert(handle, Instant::now() + AGAIN);
                book.failing.insert(handle);
            }
            // Nobody listens any more when the program is leaving.
            let _ = self.acks.send(ack);
            if news {
                (self.wake)();
            }
        }
    }

    fn save(&self, job: &Job) -> Ack {
        let handle = job.handle;
        let revision = job.revision;
        let written = catch_unwind(AssertUnwindSafe(|| self.write(job)));
        match written {
            Ok(Ok(Written::InPlace)) => Ack::Saved { handle, revision },
            Ok(Ok(Written::Beside(copy))) => Ack::Conflict {
                handle,
                revision,
                copy,
            },
            Ok(Err(problem)) => Ack::Failed { handle, problem },
            Err(_) => Ack::Failed {
                handle,
                problem: broken(job),
            },
        }
    }

    fn write(&self, job: &Job) -> Result<Written, Problem> {
        let path = hold(&job.target).path.clone();
        let bytes = (job.encode)(&path)?;
        let print = fingerprint(&bytes);
        // A journal that cannot be written does not keep the file from being saved: the file is worth more. But it gets a
        // second chance: one that does not know the file would bring back what was typed before.
        if self.mark(job, &print).is_err() {
            let _ = self.mark(job, &print);
        }
        // Written on a copy, so that nobody who asks where the file is waits for the disk.
        let mut target = hold(&job.target).clone();
        let written = target.write(&*self.disk, &bytes, self.clock.now());
        *hold(&job.target) = target;
        let written = written?;
        match &written {
            Written::InPlace => {
                let _ = hold(&job.journal).saved(job.seq, &print);
            }
            Written::Beside(copy) => {
                let place = self.workspace.own("journal", copy, ".log");
                let _ = hold(&job.journal).move_to(place, job.seq, &print);
                // What is in the copy must not come back over the file that another wrote.
                let _ = self.settle_names(job);
            }
        }
        Ok(written)
    }

    /// Tells the journal of the file that is to come, and waits until the disk has it.
    fn mark(&self, job: &Job, print: &str) -> io::Result<()> {
        let marked = hold(&job.journal).mark(job.seq, print)?;
        // Nobody who types waits for this: the journal is free meanwhile.
        let synced = marked.map_or(Ok(()), |log| self.disk.sync(&log));
        synced.inspect_err(|_| hold(&job.journal).doubt())?;
        self.settle_names(job)
    }

    fn settle_names(&self, job: &Job) -> io::Result<()> {
        let unnamed = hold(&job.journal).unnamed();
        if let Some((folder, change)) = unnamed {
            self.disk.sync_folder(&folder)?;
            hold(&job.journal).named(change);
        }
        Ok(())
    }
}

/// That a document is not saved, for a reason that the disk does not give.
fn broken(job: &Job) -> Problem {
    let path = hold(&job.target).path.clone();
    Problem::Disk(path, DiskFault::Other(None))
}

/// The next order, or a time-out when something waiting is due.
fn next(
    orders: &Receiver<Order>,
    waiting: &HashMap<Handle, Instant>,
) -> Result<Order, RecvTimeoutError> {
    match waiting.values().min().copied() {
        None => orders.recv().map_err(|_| RecvTimeoutError::Disconnected),
        Some(due) => {
            let left = due.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return match orders.try_recv() {
                    // A newer snapshot that is here already goes first, but none is waited for.
                    Ok(order) => Ok(order),
                    Err(_) => Err(RecvTimeoutError::Timeout),
                };
            }
            orders.recv_timeout(left)
        }
    }
}
