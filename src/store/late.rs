//! Work that nobody waits for, done behind whoever goes on, and waited for before the workspace is left or worked on as a whole.

use super::PATIENCE;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Instant;

/// Steps down from what a program is given by itself: a key is then answered at once, while all that is left over is still used.
#[cfg(target_os = "linux")]
const STEPS: i32 = 10;

/// Has this thread, and those that it starts, give way to whoever types.
#[cfg(target_os = "linux")]
pub(super) fn give_way() {
    // Where it may not, keys wait a little.
    let _ = rustix::process::setpriority_process(None, STEPS);
}

/// Has this thread give way to whoever types: on this system all threads of a program would.
#[cfg(not(target_os = "linux"))]
pub(super) const fn give_way() {}

/// Work under way, each with what hears of its end.
#[derive(Debug, Default)]
pub(super) struct Late(Mutex<Vec<Receiver<()>>>);

impl Late {
    /// Does this on a thread of its own; where there is none to be had, nobody does it. What it gives is let go once it counts as
    /// done: that may be the workspace itself.
    pub fn add<K>(&self, work: impl FnOnce() -> K + Send + 'static) {
        let (end, ended) = channel::<()>();
        let behind = move || {
            give_way();
            let held = work();
            drop(end);
            drop(held);
        };
        if thread::Builder::new().spawn(behind).is_ok() {
            let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            all.push(ended);
        }
    }

    /// Waits until nothing is under way.
    pub fn wait(&self) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for ended in all.drain(..) {
            // Nothing is ever sent: this is the end.
            let _ = ended.recv();
        }
    }
}

impl Drop for Late {
    fn drop(&mut self) {
        let all = self.0.get_mut().unwrap_or_else(PoisonError::into_inner);
        let until = Instant::now() + PATIENCE;
        for ended in all.drain(..) {
            // A disk that answers no more keeps nobody: what is lost is made again.
            let _ = ended.recv_timeout(until.saturating_duration_since(Instant::now()));
        }
    }
}
