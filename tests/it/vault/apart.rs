//! What is encrypted stays in its folder and in its place: files outside stay as they are, folders of another key are not mixed
//! with it, records that were moved are not read.

use super::super::made::{noon, session};
use super::super::store::{LONG, journals, retitle, store};
use super::{PASSPHRASE, locked_store, told, vault};
use crex::domain::problem::{LockFault, Problem, Remark};
use crex::domain::session::Session;
use crex::domain::team::Team;
use crex::store::{RealDisk, Store, is_encrypted, key_path, unlock};
use std::fs;
use std::sync::Arc;

#[test]
fn a_file_outside_stays_in_the_clear_and_what_is_kept_of_it_does_not() {
    let root = tempfile::tempdir().unwrap();
    let stick = tempfile::tempdir().unwrap();
    let made = store(stick.path())
        .create(session(1, "Sur la clé"), noon())
        .unwrap();
    let path = stick.path().join("canari.ron");
    fs::rename(&made.path, &path).unwrap();
    let disk = vault(root.path());
    let mut store = locked_store(&disk, root.path());
    let mut opened = store.load::<Session>(&path, noon()).unwrap();
    for title in ["Le canari", "Le canari encore"] {
        retitle(&mut store, &mut opened, title, true);
        assert!(store.flush(LONG));
    }
    assert!(
        fs::read_to_string(&path)
            .unwrap()
            .contains("Le canari encore")
    );
    // Another program writes it: the copy beside it is as open as the file.
    fs::write(&path, "autre chose").unwrap();
    retitle(&mut store, &mut opened, "Le canari beside", true);
    assert!(store.flush(LONG));
    store.acks();
    let copy = store.path_of(opened.handle).unwrap();
    assert!(copy.extension().is_some_and(|end| end == "ron"));
    assert!(
        fs::read_to_string(&copy)
            .unwrap()
            .contains("Le canari beside")
    );
    let words = ["canari".to_owned()];
    assert_eq!(told(root.path(), &words), None);
}

#[test]
fn a_folder_whose_key_is_gone_is_never_worked_in_in_the_clear() {
    let root = tempfile::tempdir().unwrap();
    let disk = vault(root.path());
    let made = locked_store(&disk, root.path()).create(session(1, "Chute"), noon());
    made.unwrap();
    fs::remove_file(key_path(root.path())).unwrap();
    assert!(is_encrypted(&RealDisk, root.path()));
    let locked = |fault| Problem::Locked(root.path().to_owned(), fault);
    let opened = Store::open(root.path(), noon(), Arc::new(|| {}));
    assert_eq!(opened.err(), Some(locked(LockFault::Missing)));
    let refused = unlock(&RealDisk, root.path(), PASSPHRASE);
    assert_eq!(refused.err(), Some(locked(LockFault::NoKey)));
}

#[test]
fn a_closed_document_in_a_folder_opened_in_the_clear_is_told_with_what_became_of_its_key() {
    let root = tempfile::tempdir().unwrap();
    let disk = vault(root.path());
    let made = locked_store(&disk, root.path()).create(session(1, "Chute"), noon());
    made.unwrap();
    // As where some names were looked at and it was not among them.
    let clear = || Store::open_on(Arc::new(RealDisk), root.path(), noon(), Arc::new(|| {}));
    let told = |fault| {
        let problem = Problem::Locked(root.path().to_owned(), fault);
        assert!(
            clear().unwrap().list().problems.contains(&problem),
            "{fault:?}"
        );
    };
    told(LockFault::Missing);
    fs::remove_file(key_path(root.path())).unwrap();
    told(LockFault::NoKey);
}

#[test]
fn nothing_goes_into_a_folder_of_another_key_and_nothing_of_others_is_replaced() {
    let [clear, closed, other, fresh] = [(); 4].map(|()| tempfile::tempdir().unwrap());
    vault(other.path());
    let disk = vault(closed.path());
    let mut open = store(clear.path());
    let mut shut = locked_store(&disk, closed.path());
    let made = open.create(session(1, "Une"), noon()).unwrap();
    let hidden = shut.create(session(1, "Une"), noon()).unwrap();
    let team = Team {
        name: "Équipe".into(),
        ..Team::default()
    };
    let unlike = |root: &std::path::Path| Problem::Locked(root.to_owned(), LockFault::NotAlike);
    for root in [other.path(), closed.path()] {
        let refused = open.save_elsewhere(root, made.handle, &made.doc, &team, noon());
        assert_eq!(refused, Err(unlike(root)));
    }
    for root in [other.path(), clear.path()] {
        let refused = shut.save_elsewhere(root, hidden.handle, &hidden.doc, &team, noon());
        assert_eq!(refused, Err(unlike(root)));
    }
    // A meeting that went on there since another run wrote it, and the team of others.
    let first = open.save_elsewhere(fresh.path(), made.handle, &made.doc, &team, noon());
    let first = first.unwrap();
    let again = open.save_elsewhere(fresh.path(), made.handle, &made.doc, &team, noon());
    assert_eq!(again.as_ref(), Ok(&first));
    let mut there = store(fresh.path());
    let mut gone_on = there.load::<Session>(&first, noon()).unwrap();
    retitle(&mut there, &mut gone_on, "Continuée là", true);
    assert!(there.flush(LONG));
    drop(there);
    let theirs = "(schema: 1, name: \"Les autres\")\n";
    fs::write(fresh.path().join("team.ron"), theirs).unwrap();
    let beside = open.save_elsewhere(fresh.path(), made.handle, &made.doc, &team, noon());
    assert_ne!(beside.unwrap(), first);
    assert!(fs::read_to_string(&first).unwrap().contains("Continuée là"));
    let team = fs::read_to_string(fresh.path().join("team.ron")).unwrap();
    assert_eq!(team, theirs);
}

#[test]
fn records_that_were_moved_are_told_and_those_of_what_is_put_away_are_read() {
    let root = tempfile::tempdir().unwrap();
    let disk = vault(root.path());
    let mut store = locked_store(&disk, root.path());
    let mut one = store.create(session(1, "Une"), noon()).unwrap();
    retitle(&mut store, &mut one, "Une de plus", false);
    let log = journals(root.path()).remove(0);
    let mut two = store.create(session(2, "Deux"), noon()).unwrap();
    retitle(&mut store, &mut two, "Deux de plus", false);
    std::mem::forget(store);
    let other = journals(root.path()).into_iter().find(|path| *path != log);
    let other = other.unwrap();
    let moved = fs::read(&other).unwrap();
    fs::copy(&log, &other).unwrap();
    let copied = tempfile::tempdir().unwrap();
    super::super::harness::copy(root.path(), copied.path());
    let disk = disk.at(copied.path()).unwrap();
    let store = locked_store(&disk, copied.path());
    let at = |path: &std::path::Path| copied.path().join(path.strip_prefix(root.path()).unwrap());
    let read = store.read::<Session>(&at(&two.path)).unwrap();
    assert_eq!(read.doc.title.as_str(), "Deux");
    let told = |remark: &Remark| matches!(remark, Remark::DamagedJournal(..) | Remark::TornJournal);
    assert!(read.remarks.iter().any(told), "{:?}", read.remarks);
    fs::write(at(&other), moved).unwrap();
    let away = store.put_away(&at(&two.path), noon()).unwrap();
    let log = disk.read_log(&away.with_extension("log")).unwrap();
    assert!(String::from_utf8_lossy(&log).contains("Deux de plus"));
}

#[test]
fn a_journal_without_a_word_that_had_to_go_is_still_read() {
    let root = tempfile::tempdir().unwrap();
    let disk = vault(root.path());
    let mut store = locked_store(&disk, root.path());
    let mut made = store.create(session(1, "Une"), noon()).unwrap();
    retitle(&mut store, &mut made, "Le canari parle", false);
    std::mem::forget(store);
    let copied = tempfile::tempdir().unwrap();
    super::super::harness::copy(root.path(), copied.path());
    let disk = disk.at(copied.path()).unwrap();
    let path = copied
        .path()
        .join(made.path.strip_prefix(root.path()).unwrap());
    // A document that was taken away leaves its journal, which loses the word alone.
    let whole = fs::read(&path).unwrap();
    fs::remove_file(&path).unwrap();
    let asked = crex::store::Asked {
        word: crex::domain::erasure::Word::new("canari").unwrap(),
        with: "[effacé]".into(),
        reason: "test".into(),
        exports: false,
    };
    crex::store::scrub(&disk, copied.path(), noon(), &asked).unwrap();
    fs::write(&path, whole).unwrap();
    let read = locked_store(&disk, copied.path())
        .read::<Session>(&path)
        .unwrap();
    assert_eq!(read.doc.title.as_str(), "Le [effacé] parle");
    let damaged =
        |remark: &Remark| matches!(remark, Remark::DamagedJournal(..) | Remark::TornJournal);
    assert!(!read.remarks.iter().any(damaged), "{:?}", read.remarks);
}
