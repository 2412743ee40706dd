//! A workspace being turned while the program is killed at any call to the disk, both ways, also worked in before it is done again.

use super::super::harness::copy;
use super::super::made::noon;
use super::super::store::{LONG, retitle};
use super::turned::{CANARY, fresh, keys, opened_all};
use super::{files, locked_store, told};
use crate::dying::Dying;
use crex::domain::parts::Parts as _;
use crex::domain::session::Session;
use crex::store::{Keys, RealDisk, SharedDisk, Vault, decrypt, encrypt, left_clear};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

/// Turns a workspace in one of the two directions.
type Turn = fn(&SharedDisk, &Path, Arc<Keys>) -> bool;

fn closing(disk: &SharedDisk, root: &Path, keys: Arc<Keys>) -> bool {
    encrypt(disk, root, keys, noon()).is_ok()
}

fn opening(disk: &SharedDisk, root: &Path, keys: Arc<Keys>) -> bool {
    decrypt(disk, root, keys, noon()).is_ok()
}

fn real() -> SharedDisk {
    Arc::new(RealDisk)
}

fn vault(keys: &Arc<Keys>, root: &Path) -> SharedDisk {
    Arc::new(Vault::new(real(), Arc::clone(keys), root))
}

/// A workspace up to date with its journals, and the same encrypted with these keys.
fn both() -> (TempDir, TempDir, Arc<Keys>) {
    let clear = fresh();
    drop(opened_all(clear.path()));
    let closed = tempfile::tempdir().unwrap();
    copy(clear.path(), closed.path());
    let keys = keys(closed.path());
    assert!(closing(&real(), closed.path(), Arc::clone(&keys)));
    (clear, closed, keys)
}

/// What all documents and backups say, on that disk.
fn contents(disk: &SharedDisk, root: &Path) -> BTreeSet<Vec<u8>> {
    let documents = files(root)
        .into_iter()
        .map(|(path, _)| path)
        .filter(|path| {
            let key = path.ends_with("key.age");
            !key && path.extension().is_some_and(|e| e == disk.ending())
        });
    documents.map(|path| disk.read(&path).unwrap()).collect()
}

/// How often the disk is called when nothing fails.
fn calls(whole: &Path, keys: &Arc<Keys>, turn: Turn) -> usize {
    let folder = tempfile::tempdir().unwrap();
    copy(whole, folder.path());
    let counting = Arc::new(Dying::after(usize::MAX));
    let disk: SharedDisk = counting.clone();
    assert!(turn(&disk, folder.path(), Arc::clone(keys)));
    counting.asked()
}

/// Nobody reads in it any more what was written.
fn is_closed(root: &Path) {
    let words = [CANARY, "Canari"].map(str::to_owned);
    assert_eq!(told(root, &words), None);
    assert_eq!(left_clear(&RealDisk, root), 0);
}

#[test]
fn killed_at_any_call_it_is_done_to_its_end_the_next_time() {
    let (clear, closed, keys) = both();
    let expected = contents(&real(), clear.path());
    assert!(contents(&vault(&keys, closed.path()), closed.path()) == expected);
    // The same workspace whose key is laid and of which nothing is encrypted yet.
    std::fs::copy(closed.path().join("key.age"), clear.path().join("key.age")).unwrap();
    let ways: [(&Path, Turn, SharedDisk); 2] = [
        (clear.path(), closing, vault(&keys, clear.path())),
        (closed.path(), opening, real()),
    ];
    for (whole, turn, then) in ways {
        let n = calls(whole, &keys, turn);
        assert!(n > 60, "{n}");
        for nth in 0..n {
            let folder = tempfile::tempdir().unwrap();
            let root = folder.path();
            copy(whole, root);
            let dying: SharedDisk = Arc::new(Dying::after(nth));
            let key = || Arc::clone(&keys);
            let first = turn(&dying, root, key());
            let there = root.join("key.age").exists();
            assert!(first || there, "{then:?} {nth} of {n}");
            if then.ending() == "age" && left_clear(&RealDisk, root) == 0 {
                // The command says that all is encrypted, and does no more.
                is_closed(root);
            }
            assert!(
                !there || turn(&real(), root, key()),
                "{then:?} {nth} of {n}"
            );
            let then = then.at(root).unwrap_or_else(real);
            let now = contents(&then, root);
            let strange: Vec<_> = now
                .symmetric_difference(&expected)
                .map(|d| text(d))
                .collect();
            assert_eq!(strange, [""; 0], "{then:?} {nth} of {n}");
            let listing = locked_store(&then, root).list();
            let good = listing.sessions.iter().filter(|entry| entry.state.is_ok());
            assert_eq!((good.count(), listing.incidents.len()), (2, 1), "{nth}");
            assert_eq!(listing.damaged().count(), 0, "{nth}");
            if then.ending() == "age" {
                is_closed(root);
            } else {
                let left = files(root);
                let left = left
                    .iter()
                    .find(|(path, _)| path.extension().is_some_and(|e| e == "age"));
                assert_eq!(left, None, "{nth}");
            }
        }
    }
}

/// What documents and backups say in either form, but those that were being destroyed.
fn said(keys: &Arc<Keys>, root: &Path) -> BTreeSet<Vec<u8>> {
    let mut all = contents(&real(), root);
    all.extend(contents(&vault(keys, root), root));
    all.retain(|doc| !doc.contains(&0));
    all
}

fn text(doc: &[u8]) -> String {
    String::from_utf8_lossy(doc).into_owned()
}

/// Works in what a stopped turning left: the team and every session that can be opened get another name.
fn work(disk: &SharedDisk, root: &Path) -> usize {
    let mut store = locked_store(disk, root);
    let mut team = store.team(noon()).unwrap();
    let before = team.doc.clone();
    team.doc.name = "Équipe d’après".into();
    let changes = before.diff(&team.doc);
    store.record(team.handle, &changes).unwrap();
    store.save(team.handle, &team.doc, 1);
    let mut done = 0;
    for entry in store.list().sessions {
        let mut opened = store.load::<Session>(&entry.path, noon()).unwrap();
        if opened.doc.is_sealed() {
            continue;
        }
        retitle(&mut store, &mut opened, "Continuée après", true);
        store.flush(LONG);
        store.close(opened.handle);
        done += 1;
    }
    done
}

#[test]
fn what_was_gone_on_with_after_a_kill_is_what_stays() {
    let (clear, closed, keys) = both();
    std::fs::copy(closed.path().join("key.age"), clear.path().join("key.age")).unwrap();
    let ways: [(&Path, Turn); 2] = [(clear.path(), closing), (closed.path(), opening)];
    for (whole, turn) in ways {
        let n = calls(whole, &keys, turn);
        let mut worked = 0;
        for nth in (0..n).step_by(5) {
            let folder = tempfile::tempdir().unwrap();
            let root = folder.path();
            copy(whole, root);
            let key = || Arc::clone(&keys);
            let dying: SharedDisk = Arc::new(Dying::after(nth));
            turn(&dying, root, key());
            if !root.join("key.age").exists() {
                continue;
            }
            let sessions = work(&vault(&keys, root), root);
            worked += sessions;
            let said = said(&keys, root);
            assert!(turn(&real(), root, key()), "{nth}");
            if root.join("key.age").exists() {
                is_closed(root);
                assert!(opening(&real(), root, key()), "{nth}");
            }
            let mut store = super::super::store::store(root);
            let team = store.team(noon()).unwrap().doc;
            assert_eq!(team.name.as_str(), "Équipe d’après", "{nth}");
            let listing = store.list();
            let titles = listing
                .sessions
                .iter()
                .map(|e| e.state.as_ref().unwrap().title.as_str());
            let after = titles.filter(|title| *title == "Continuée après").count();
            assert_eq!((listing.sessions.len(), after), (2, sessions), "{nth}");
            // Nothing that any form said before it was done again is lost.
            let all = contents(&real(), root);
            let lost: Vec<_> = said.difference(&all).map(|doc| text(doc)).collect();
            assert_eq!(lost, [""; 0], "{nth}");
        }
        assert!(worked > 2, "{worked}");
    }
}
