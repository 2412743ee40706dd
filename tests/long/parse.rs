//! The reference of `tests/long/region`: reads every session of a folder once with ron, on all the cores, and does nothing else.

use crex::domain::session::Session;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, io, thread};

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).unwrap_or_default();
    let entries = fs::read_dir(Path::new(&folder))?.flatten();
    let paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    let (next, read) = (AtomicUsize::new(0), AtomicUsize::new(0));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(path) = paths.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let text = fs::read_to_string(path).unwrap_or_default();
                    if ron::from_str::<Session>(&text).is_ok() {
                        read.fetch_add(1, Ordering::Relaxed);
                    }
                }
            });
        }
    });
    if read.into_inner() == paths.len() {
        return Ok(());
    }
    Err(io::Error::other("not all of it are sessions"))
}
