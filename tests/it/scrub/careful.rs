//! Erasing a word touches nothing but what is the program's own and holds it, stops for nothing, and tells all that it could not
//! look into.

use super::super::harness::copy;
use super::super::made::{noon, session};
use super::super::store::store;
use super::super::vault::{PASSPHRASE, locked_store, vault};
use super::{asked, left, real, telling, whole};
use crex::domain::ballot::{Ballot, BallotState, Method, Subject};
use crex::domain::erasure::Word;
use crex::domain::ids::BallotId;
use crex::domain::problem::Problem;
use crex::domain::session::Session;
use crex::domain::text::Text;
use crex::domain::urn::{Cast, Urn};
use crex::store::{Asked, RealDisk, Scrubbed, Store, decrypt, look_for_word, parse, scrub, unlock};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub fn asked_for(word: &str) -> Asked {
    Asked {
        word: Word::new(word).unwrap(),
        ..asked()
    }
}

pub fn done(root: &Path, word: &str) -> Scrubbed {
    scrub(&real(), root, noon(), &asked_for(word)).unwrap()
}

/// A workspace with a session of this title.
pub fn titled(title: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = store(folder.path())
        .create(session(1, title), noon())
        .unwrap()
        .path;
    (folder, path)
}

pub fn write(root: &Path, name: &str, text: &str) -> PathBuf {
    let path = root.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    path
}

pub fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn what_is_in_the_clear_of_an_encrypted_workspace_stays_so() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let disk = vault(root);
    drop(locked_store(&disk, root));
    let grid = write(root, "grids/a.ron", "(label: \"Canari\")\n");
    let case = write(root, "scenarios/b.ron", "(title: \"Cas du canari\")\n");
    let seen = scrub(&disk, root, noon(), &asked()).unwrap();
    assert_eq!((seen.seen.len(), seen.unread.len()), (2, 0));
    assert_eq!(read(&grid), "(label: \"[effacé]\")\n");
    // Nor is it lost when the encryption is taken away, with its key.
    let keys = unlock(&RealDisk, root, PASSPHRASE).unwrap();
    decrypt(&real(), root, Arc::new(keys), noon()).unwrap();
    assert_eq!(read(&case), "(title: \"Cas du [effacé]\")\n");
}

#[test]
fn documents_that_lie_in_the_clear_in_an_encrypted_workspace_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    drop(store(root));
    let clear = write(root, "sessions/a.ron", "(title: \"Canari\")\n");
    let disk = vault(root);
    let seen = look_for_word(&disk, root, noon(), &asked());
    let told = |p: &Problem| matches!(p, Problem::LeftClear(_, 1));
    assert!(seen.unread.iter().any(told), "{:?}", seen.unread);
    let seen = scrub(&disk, root, noon(), &asked()).unwrap();
    assert!(seen.unread.iter().any(told), "{:?}", seen.unread);
    assert_eq!(read(&clear), "(title: \"Canari\")\n");
}

#[test]
#[cfg(unix)]
fn a_second_name_that_a_kill_left_never_empties_what_it_is_of() {
    let (folder, path) = titled("Une chute");
    let root = folder.path();
    // Nobody can tell what this one is: it stays as it is, and so does its text under the other name.
    let cut = write(root, "sessions/coupé.ron", "(title: \"Canari");
    for file in [&path, &cut] {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let second = file.with_file_name(format!(".{name}.0123abcd.tmp"));
        fs::hard_link(file, second).unwrap();
    }
    let whole = fs::read(&path).unwrap();
    write(root, "incidents/x.ron", "(title: \"mouette");
    done(root, "mouette");
    done(root, "Canari");
    assert_eq!(fs::read(&path).unwrap(), whole);
    assert_eq!(read(&cut), "(title: \"Canari");
}

#[test]
fn what_others_put_there_is_never_touched() {
    let (folder, _) = titled("Le canari");
    let root = folder.path();
    let names = [
        "mine.tmp",
        "sessions/notes.tmp",
        "photos/canari.tmp",
        ".crex/mine.tmp",
        ".stversions/a.ron",
        "sessions/.a.swp",
    ];
    let files = names.map(|name| write(root, name, "un canari"));
    let picture = write(root, "canari.png", "x");
    let other = write(root, "lisez.txt", "rien");
    let seen = done(root, "canari");
    for file in &files {
        assert_eq!(read(file), "un canari");
    }
    for file in [
        "mine.tmp",
        "sessions/notes.tmp",
        "photos",
        ".crex/mine.tmp",
        ".stversions",
        "sessions/.a.swp",
        "canari.png",
    ] {
        assert!(left(&seen, &root.join(file)), "{file}: {seen:?}");
    }
    assert!(!left(&seen, &other) && picture.exists());
}

#[test]
fn what_another_instance_is_just_writing_is_left_to_it() {
    let (folder, path) = titled("Une mouette");
    let root = folder.path();
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let temp = path.with_file_name(format!(".{name}.0123abcd.tmp"));
    // As when it is made: the lock is there before the file is.
    fs::rename(&path, &temp).unwrap();
    fs::write(&temp, "un canari").unwrap();
    write(root, "grids/a.ron", "(label: \"Canari\")");
    let mut locks: Vec<PathBuf> = fs::read_dir(root.join(".crex/locks"))
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    locks.retain(|lock| {
        lock.to_string_lossy().contains("mouette") && lock.extension().unwrap() == "lock"
    });
    let held = fs::File::options().write(true).open(&locks[0]).unwrap();
    held.lock().unwrap();
    let seen = done(root, "canari");
    assert_eq!(read(&temp), "un canari");
    assert!(!whole(&seen));
    drop(held);
    assert!(whole(&done(root, "canari")));
    assert!(!temp.exists());
}

const VOTE: BallotId = BallotId(1);

/// A session in which a vote is open, with a word said and a place, as a kill leaves it.
fn voting(root: &Path, title: &str, said: &str) -> PathBuf {
    let mut disk = store(root);
    let mut doc = session(1, title);
    doc.ballots.push(Ballot {
        subject: Subject::Choice,
        method: Method::Weighted,
        state: BallotState::Open,
        ..Ballot::new(VOTE)
    });
    let mut opened = disk.create(doc, noon()).unwrap();
    let mut urn = Urn::new(VOTE);
    urn.put(Cast::Blank);
    urn.say(&said.into());
    disk.keep_urn(opened.handle, &urn).unwrap();
    disk.place(opened.handle, "choix").unwrap();
    super::retitle(&mut disk, &mut opened, &format!("{title} !"), false);
    let path = opened.path.clone();
    std::mem::forget(disk);
    path
}

fn urn(root: &Path, path: &Path) -> Option<Urn> {
    let mut disk: Store = store(root);
    let opened = disk.load::<Session>(path, noon()).unwrap();
    disk.urn(opened.handle, VOTE)
}

#[test]
fn a_cut_name_is_not_taken_for_the_word() {
    let made = tempfile::tempdir().unwrap();
    let path = voting(made.path(), "Chute dans le couloir des marches", "non");
    let folder = tempfile::tempdir().unwrap();
    copy(made.path(), folder.path());
    let root = folder.path();
    let path = root.join(path.strip_prefix(made.path()).unwrap());
    write(root, "grids/a.ron", "(label: \"Martin\")");
    let kept = |folder: &str| -> Vec<OsString> {
        let folder = root.join(".crex").join(folder);
        let mut all: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|e| e.unwrap().file_name())
            .collect();
        all.sort();
        all
    };
    let before = ["urns", "places"].map(kept);
    assert!(
        before[0][0].to_string_lossy().contains("des-mar-"),
        "{before:?}"
    );
    let seen = done(root, "Martin");
    assert!(whole(&seen), "{seen:?}");
    assert_eq!(["urns", "places"].map(kept), before);
    assert_eq!(urn(root, &path).unwrap().words(), [Text::line("non")]);
    let doc = parse::<Session>(&path, &fs::read(&path).unwrap())
        .unwrap()
        .doc;
    assert_eq!(doc.title.as_str(), "Chute dans le couloir des marches !");
}

#[test]
fn it_goes_from_the_words_said_with_papers() {
    let made = tempfile::tempdir().unwrap();
    let path = voting(made.path(), "Chute", "Canari a raison");
    let folder = tempfile::tempdir().unwrap();
    copy(made.path(), folder.path());
    let root = folder.path();
    let path = root.join(path.strip_prefix(made.path()).unwrap());
    let looked = look_for_word(&real(), root, noon(), &asked());
    assert_eq!(looked.n_places(), 1, "{looked:?}");
    assert!(whole(&done(root, "canari")));
    assert_eq!(telling(root), [] as [PathBuf; 0]);
    let urn = urn(root, &path).unwrap();
    assert_eq!(
        (urn.received(), urn.words()),
        (1, &[Text::line("[effacé] a raison")][..])
    );
}
