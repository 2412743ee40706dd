//! Letting documents go, and leaving: what is not on the disk yet is waited for, but not for ever, since the journal has it.

use super::worker::{Order, hold};
use super::{Access, Handle, Live, PATIENCE, Store};
use crate::domain::problem::Why;
use std::sync::mpsc::channel;
use std::time::Duration;

impl Store {
    /// Waits at most `limit` until everything is on the disk, and says whether it is.
    pub fn flush(&mut self, limit: Duration) -> bool {
        self.settle(limit).unwrap_or(false)
    }

    /// Whether everything is on the disk; none when the thread does not answer in time.
    fn settle(&self, limit: Duration) -> Option<bool> {
        let (reply, answer) = channel();
        self.orders.send(Order::Flush(reply)).ok()?;
        answer.recv_timeout(limit).ok()
    }

    /// Lets a document go, once it is saved. What the disk does not take stays in the journal for the next opening.
    pub fn close(&mut self, handle: Handle) {
        self.reviewed.remove(&handle);
        let saved = self.flush(PATIENCE);
        self.follow();
        // A snapshot tried again later would write into a journal that belongs to the next opening. While the thread does
        // not answer the document keeps its lock, so that it can only be read.
        if (saved || self.forget(handle))
            && let Some(live) = self.open.remove(&handle)
        {
            rest(&live);
        }
    }

    /// Takes back the snapshot of a document that waits to be tried again; says whether the thread has let it go.
    pub(super) fn forget(&self, handle: Handle) -> bool {
        let (reply, answer) = channel();
        let sent = self.orders.send(Order::Forget(handle, reply));
        sent.is_ok() && answer.recv_timeout(PATIENCE).is_ok()
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        let saved = self.flush(PATIENCE);
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
