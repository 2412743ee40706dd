//! Earlier sessions read once more for what a later one can learn from them: at once when they are few, on a thread of its
//! own when they are many, so that no key waits for them.

use super::{Wake, format};
use crate::domain::session::Session;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

/// Up to this many sessions are read at once.
const FEW: usize = 64;

/// What was learned, or where it will come from.
#[derive(Debug)]
pub enum Gathered<R> {
    /// It is here.
    Now(R),
    /// It comes later; there is a call for attention when it is there.
    Later(Receiver<R>),
}

/// Reads these sessions, keeps of each what `keep` says, and makes the whole of it with `whole`. One that cannot be read gives
/// nothing.
pub fn gather<T: 'static, R: Send + 'static>(
    paths: Vec<PathBuf>,
    keep: fn(&Session) -> T,
    whole: impl FnOnce(Vec<T>) -> R + Send + 'static,
    wake: Wake,
) -> Gathered<R> {
    let few = paths.len() <= FEW;
    let all = move || {
        whole(
            paths
                .iter()
                .filter_map(|p| read(p))
                .map(|s| keep(&s))
                .collect(),
        )
    };
    if few {
        return Gathered::Now(all());
    }
    let (sender, receiver) = channel();
    thread::spawn(move || {
        // Whoever asked may have left meanwhile.
        if sender.send(all()).is_ok() {
            wake();
        }
    });
    Gathered::Later(receiver)
}

fn read(path: &Path) -> Option<Session> {
    let bytes = format::read_bytes(path).ok()?;
    let parsed: format::Parsed<Session> = format::parse(path, &bytes).ok()?;
    Some(parsed.doc)
}
