//! Work that nobody waits for, done behind whoever goes on, and finished before the workspace is left.

use std::sync::{Mutex, PoisonError};
use std::thread::{self, JoinHandle};

/// Work under way. Whoever lets go of it last waits for its end.
#[derive(Debug, Default)]
pub(super) struct Late(Mutex<Vec<JoinHandle<()>>>);

impl Late {
    /// Does this on a thread of its own. It must not hold the workspace.
    pub fn add(&self, work: impl FnOnce() + Send + 'static) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|one| !one.is_finished());
        all.push(thread::spawn(work));
    }
}

impl Drop for Late {
    fn drop(&mut self) {
        let all = self.0.get_mut().unwrap_or_else(PoisonError::into_inner);
        for one in all.drain(..) {
            // What could not be kept is made again.
            let _ = one.join();
        }
    }
}
