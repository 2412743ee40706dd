//! What it costs to have a workspace encrypted: the size of a file and the time of a save beside those in the clear.
//! `CREX_SAVES=500 cargo test --test it vault::cost -- --nocapture` prints both.

#![allow(clippy::print_stdout, reason = "the figure of the long run")]

use super::super::made::noon;
use super::super::store::{LONG, retitle, store};
use super::{locked_store, vault};
use crex::domain::session::Session;
use crex::store::{Store, parse};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

/// A session as full as those of real meetings are.
fn full() -> Session {
    let golden = include_bytes!("../golden/session-1.ron");
    let mut session = parse::<Session>(Path::new("x.ron"), golden).unwrap().doc;
    session.seal = None;
    session
}

/// Saves the session so many times; the times in order, and the size of the file.
fn saves(mut store: Store, n: usize) -> (Vec<Duration>, u64) {
    let mut opened = store.create(full(), noon()).unwrap();
    let mut times = Vec::new();
    for at in 0..n {
        let begun = Instant::now();
        retitle(&mut store, &mut opened, &format!("Titre {at}"), true);
        assert!(store.flush(LONG));
        times.push(begun.elapsed());
    }
    times.sort();
    let size = fs::metadata(store.path_of(opened.handle).unwrap()).unwrap();
    (times, size.len())
}

#[test]
fn an_encrypted_file_is_hardly_larger() {
    let n = std::env::var("CREX_SAVES")
        .ok()
        .and_then(|n| n.parse().ok());
    let (open, closed) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let disk = vault(closed.path());
    let (clear, clear_size) = saves(store(open.path()), n.unwrap_or(2));
    let (locked, locked_size) = saves(locked_store(&disk, closed.path()), n.unwrap_or(2));
    assert!(
        (clear_size..clear_size + clear_size / 50).contains(&locked_size),
        "{clear_size} bytes become {locked_size}"
    );
    if n.is_some() {
        let of = |times: &[Duration], share: usize| {
            times[times.len() * share / 100].as_secs_f64() * 1000.0
        };
        println!(
            "{} saves: {clear_size} bytes become {locked_size}; half of the saves within {:.1} ms (in the clear {:.1}), 99 of 100 \
             within {:.1} ms ({:.1})",
            clear.len(),
            of(&locked, 50),
            of(&clear, 50),
            of(&locked, 99),
            of(&clear, 99)
        );
    }
}
