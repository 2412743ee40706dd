//! Many files at once, on all the cores.

use super::document::Document;
use super::format::{self, Parsed};
use super::listing::Found;
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::thread;

/// From this many files on, they are read on all the cores.
pub(super) const MANY: usize = 64;

/// Reads files, on all the cores when there are many.
pub(super) fn read_all<D: Document, T: Send>(
    paths: &[PathBuf],
    keep: impl Fn(D) -> T + Copy + Send + Sync,
) -> Vec<Found<T>> {
    shared_out(paths, |path| {
        let bytes = format::read_bytes(path);
        let doc = bytes.and_then(|bytes| format::parse(path, &bytes));
        let state = doc.map(|parsed: Parsed<D>| keep(parsed.doc));
        (path.clone(), state)
    })
}

/// Does this for each, on all the cores when there are many.
pub(super) fn shared_out<T: Send, P: Sync>(
    all: &[P],
    one: impl Fn(&P) -> T + Copy + Send,
) -> Vec<T> {
    // Asking how many cores there are takes longer than to read some files.
    let cores = match all.len() {
        0..MANY => 1,
        _ => thread::available_parallelism().map_or(1, usize::from),
    };
    if cores == 1 {
        return all.iter().map(one).collect();
    }
    let share = all.len().div_ceil(cores);
    thread::scope(|scope| {
        let parts = all
            .chunks(share)
            .map(|part| scope.spawn(move || part.iter().map(one).collect::<Vec<_>>()));
        let parts: Vec<_> = parts.collect();
        let done = parts.into_iter();
        let done = done.map(|part| part.join().unwrap_or_else(|fell| resume_unwind(fell)));
        done.flatten().collect()
    })
}
