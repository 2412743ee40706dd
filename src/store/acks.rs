//! What becomes of the snapshots, and of the documents that they belong to.

use super::worker::hold;
use super::{Access, Ack, Handle, Store};
use crate::domain::problem::Why;

impl Store {
    /// What became of the snapshots since the last call; never waits.
    pub fn acks(&mut self) -> Vec<Ack> {
        self.until = None;
        let acks: Vec<Ack> = self.acks.try_iter().collect();
        if acks.iter().any(|ack| matches!(ack, Ack::Conflict { .. })) {
            self.follow();
        }
        for ack in &acks {
            if let Ack::Saved { handle, .. } | Ack::Conflict { handle, .. } = ack
                && self.lingering.contains(handle)
                && self.is_kept(*handle)
            {
                self.let_go(*handle, true);
            }
        }
        let open = self.open.keys().copied();
        for handle in open.collect::<Vec<_>>() {
            self.relock(handle);
        }
        acks
    }

    /// Goes along with the documents that a conflict moved: the lock, the place and the session to be proposed next time
    /// are those of the copy from now on.
    pub(super) fn follow(&mut self) {
        let now = self.clock.now();
        let moved = self.open.iter().filter_map(|(handle, live)| {
            let path = hold(&live.target).path.clone();
            (path != live.at).then_some((*handle, path))
        });
        for (handle, path) in moved.collect::<Vec<_>>() {
            // A copy has a name of its own that nobody else knows yet: its lock is free.
            let (_, lock) = self.lock(&path, now);
            let spot = self.workspace.own("places", &path, "");
            let last = self.last_session();
            let Some(live) = self.open.get_mut(&handle) else {
                continue;
            };
            let old = std::mem::replace(&mut live.at, path.clone());
            live.lock = lock;
            self.move_urn(&old, &path);
            let Some(live) = self.open.get_mut(&handle) else {
                continue;
            };
            // A place that cannot be kept costs nothing but the way back to it.
            let _ = live.place.move_to(spot);
            if last.as_deref() == Some(old.as_path()) {
                let _ = self.remember(&path);
            }
        }
    }

    /// Takes the lock of a copy that the disk refused when the document moved there; why it still does, if so.
    pub(super) fn relock(&mut self, handle: Handle) -> Option<Why> {
        let live = self.open.get(&handle)?;
        if live.access != Access::Write || live.lock.is_some() {
            return None;
        }
        let (why, lock) = self.lock(&live.at, self.clock.now());
        if let Some(live) = self.open.get_mut(&handle) {
            live.lock = lock;
        }
        why
    }
}
