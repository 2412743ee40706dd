//! Letting documents go, and leaving: what is not on the disk yet is waited for, but not for ever, since the journal has it.
//! What the journal has not either is in memory alone, and goes on being tried as long as the program runs.

use super::worker::{Order, hold};
use super::{Access, Handle, Live, PATIENCE, Store};
use crate::domain::problem::Why;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

/// Shortest wait for the thread: once it was waited for in vain it may still have come back.
const MOMENT: Duration = Duration::from_millis(50);

impl Store {
    /// Waits at most `limit` until everything is on the disk, and says whether it is.
    pub fn flush(&mut self, limit: Duration) -> bool {
        self.settle(limit).unwrap_or(false)
    }

    /// The same for as long as leaving may take. All waits in vain before the next [`Store::acks`] are one: who leaves closes
    /// one document after the other.
    pub fn wait(&mut self) -> bool {
        let limit = self.patience();
        self.flush(limit)
    }

    fn patience(&mut self) -> Duration {
        let now = Instant::now();
        let until = *self.until.get_or_insert(now + PATIENCE);
        until.saturating_duration_since(now).max(MOMENT)
    }

    /// Whether everything is on the disk; none when the thread does not answer in time.
    fn settle(&mut self, limit: Duration) -> Option<bool> {
        let (reply, answer) = channel();
        self.orders.send(Order::Flush(reply)).ok()?;
        let settled = answer.recv_timeout(limit).ok();
        if settled.is_some() {
            self.until = None;
        }
        settled
    }

    /// Lets a document go, once it is saved. What the disk does not take stays in the journal for the next opening, and where
    /// there is none in memory, until the disk takes it.
    pub fn close(&mut self, handle: Handle) {
        self.reviewed.remove(&handle);
        let saved = self.wait();
        self.follow();
        if saved || self.is_kept(handle) {
            self.let_go(handle, saved);
        } else {
            self.lingering.insert(handle);
        }
    }

    /// A snapshot tried again later would write into a journal that belongs to the next opening. While the thread does not
    /// answer the document keeps its lock, so that it can only be read.
    pub(super) fn let_go(&mut self, handle: Handle, saved: bool) {
        self.lingering.remove(&handle);
        if (saved || self.forget(handle))
            && let Some(live) = self.open.remove(&handle)
        {
            rest(&live);
        }
    }

    /// The documents, also those that were closed, of which something is in memory alone: neither their file has it nor their
    /// journal. The disk is waited for first.
    pub fn in_memory(&mut self) -> Vec<Handle> {
        if self.unkept().is_empty() || self.wait() {
            return Vec::new();
        }
        self.unkept()
    }

    fn unkept(&self) -> Vec<Handle> {
        let open = self.open.keys().copied();
        open.filter(|handle| !self.is_kept(*handle)).collect()
    }

    /// Whether all of a document would be found again after a kill.
    pub(super) fn is_kept(&self, handle: Handle) -> bool {
        let live = self.open.get(&handle);
        live.is_none_or(|live| hold(&live.journal).is_kept())
    }

    /// Takes back the snapshot of a document that waits to be tried again; says whether the thread has let it go.
    pub(super) fn forget(&mut self, handle: Handle) -> bool {
        let (reply, answer) = channel();
        let sent = self.orders.send(Order::Forget(handle, reply));
        let limit = self.patience();
        let forgotten = sent.is_ok() && answer.recv_timeout(limit).is_ok();
        if forgotten {
            self.until = None;
        }
        forgotten
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        let saved = self.wait();
        self.follow();
        if !saved {
            // The disk does not answer: the journal has it all.
            return;
        }
        let _ = self.orders.send(Order::Stop);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
        self.open.values().for_each(rest);
    }
}

/// Takes the journal of a document away when all of it is saved, or the document is sealed. One that stays does no harm: it
/// knows its file. That of a document that was only read is another terminal's.
fn rest(live: &Live) {
    let sealed = live.access == Access::Read(Why::Sealed) && live.lock.is_some();
    if live.access == Access::Write || sealed {
        let _ = hold(&live.journal).rest();
    }
}
