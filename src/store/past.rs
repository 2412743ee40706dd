//! Earlier sessions read once more for what a later one can learn from them, on a thread of its own: few or many, no key
//! waits for them.

use super::{Wake, format};
use crate::domain::session::Session;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

/// Reads these sessions, keeps of each what `keep` says, and makes the whole of it with `whole`. It comes later, with a call
/// for attention. One that cannot be read gives nothing.
pub fn gather<T: 'static, R: Send + 'static>(
    paths: Vec<PathBuf>,
    keep: fn(&Session) -> T,
    whole: impl FnOnce(Vec<T>) -> R + Send + 'static,
    wake: Wake,
) -> Receiver<R> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let read = paths.iter().filter_map(|path| read(path));
        let all = whole(read.map(|session| keep(&session)).collect());
        // Whoever asked may have left meanwhile.
        if sender.send(all).is_ok() {
            wake();
        }
    });
    receiver
}

fn read(path: &Path) -> Option<Session> {
    let bytes = format::read_bytes(path).ok()?;
    let parsed: format::Parsed<Session> = format::parse(path, &bytes).ok()?;
    Some(parsed.doc)
}
