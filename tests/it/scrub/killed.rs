//! Erasing a word, killed at any call to the disk.

use super::super::harness::copy;
use super::super::made::noon;
use super::{asked, check_all, filled, real, telling};
use crate::dying::Dying;
use crex::domain::erasure::Word;
use crex::store::{Asked, SharedDisk, scrub};
use std::path::PathBuf;
use std::sync::Arc;

#[test]
fn killed_at_any_call_it_is_done_to_its_end_the_next_time() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path(), 0);
    let mut killed = 0;
    let step = std::env::var("CREX_EACH").map_or(13, |each| each.parse().unwrap());
    for nth in (0..400).step_by(step) {
        let root = tempfile::tempdir().unwrap();
        copy(folder.path(), root.path());
        let root = root.path();
        let dying: SharedDisk = Arc::new(Dying::after(nth));
        let first = scrub(&dying, root, noon(), &asked());
        killed += usize::from(first.map_or(true, |seen| !seen.unread.is_empty()));
        // Another word in between: what was left half done must not empty what lives.
        let other = Asked {
            word: Word::new("envole").unwrap(),
            ..asked()
        };
        scrub(&real(), root, noon(), &other).unwrap();
        scrub(&real(), root, noon(), &asked()).unwrap();
        assert_eq!(telling(root), [] as [PathBuf; 0], "call {nth}");
        check_all(root, 0);
    }
    assert!(killed > 20, "{killed}");
}
