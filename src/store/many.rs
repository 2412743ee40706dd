//! Many files at once, on all the cores.

use super::disk::Disk;
use super::document::Document;
use super::listing::Found;
use super::{fault, format};
use crate::domain::order::Order;
use crate::domain::problem::Problem;
use crate::library::side_by_side::SideBySide;
use std::fs::Metadata;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, ScopedJoinHandle};

/// From this many files on, they are read on all the cores.
pub(super) const MANY: usize = 64;
/// Files that a core takes at a time, so that one that is busy elsewhere keeps the others waiting for few.
const HANDFUL: usize = 16;

/// Room that a core needs for each file, kept from one to the next.
#[derive(Debug, Default)]
pub(super) struct Room {
    /// For what is in the file.
    file: Vec<u8>,
    /// For what is packed of it.
    pub packed: Vec<u8>,
}

/// Two things side by side, on two threads.
#[derive(Clone, Copy, Debug)]
pub struct OnTwoThreads;

impl SideBySide for OnTwoThreads {
    fn both<A: Send, B: Send>(
        &self,
        one: impl FnOnce() -> A + Send,
        other: impl FnOnce() -> B + Send,
    ) -> (A, B) {
        thread::scope(|scope| {
            let beside = scope.spawn(one);
            let other = other();
            let one = beside.join().unwrap_or_else(|fell| resume_unwind(fell));
            (one, other)
        })
    }
}

/// Reads files, on all the cores when there are many.
pub(super) fn read_all<D: Document, T: Send>(
    disk: &dyn Disk,
    paths: &[PathBuf],
    keep: impl Fn(D) -> T + Copy + Send + Sync,
) -> Vec<Found<T>> {
    shared_out(paths, |room, path| {
        let read = look_at(disk, path).and_then(|seen| read_one(disk, path, &seen, room, keep));
        (path.clone(), read)
    })
}

/// What the system knows of a file.
pub(super) fn look_at(disk: &dyn Disk, path: &Path) -> Result<Metadata, Problem> {
    disk.stat(path).map_err(fault::at(path))
}

/// Reads a file that was just looked at.
pub(super) fn read_one<D: Document, T>(
    disk: &dyn Disk,
    path: &Path,
    seen: &Metadata,
    room: &mut Room,
    keep: impl FnOnce(D) -> T,
) -> Result<T, Problem> {
    format::read_into(disk, path, seen, &mut room.file)?;
    format::document(path, &room.file).map(keep)
}

/// Does this for each, on all the cores when there are many.
pub(super) fn shared_out<T: Send, P: Sync>(
    all: &[P],
    one: impl Fn(&mut Room, &P) -> T + Copy + Send + Sync,
) -> Vec<T> {
    // Asking how many cores there are takes longer than to read some files.
    let cores = match all.len() {
        0..MANY => 1,
        _ => thread::available_parallelism().map_or(1, usize::from),
    };
    if cores == 1 {
        let mut room = Room::default();
        return all.iter().map(|of| one(&mut room, of)).collect();
    }
    let handfuls = all.chunks(HANDFUL);
    let next = AtomicUsize::new(0);
    let mut done: Vec<(usize, Vec<T>)> = thread::scope(|scope| {
        let work = || {
            let (mut mine, mut room) = (Vec::new(), Room::default());
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some(some) = handfuls.clone().nth(at) else {
                    return mine;
                };
                mine.push((at, some.iter().map(|of| one(&mut room, of)).collect()));
            }
        };
        let others: Vec<_> = (1..cores).map(|_| scope.spawn(work)).collect();
        let mut done = work();
        let others = others.into_iter().map(ScopedJoinHandle::join);
        done.extend(others.flat_map(|part| part.unwrap_or_else(|fell| resume_unwind(fell))));
        done
    });
    done.order_by_key(|(at, _)| *at);
    done.into_iter().flat_map(|(_, some)| some).collect()
}
