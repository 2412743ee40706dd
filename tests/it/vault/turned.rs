//! A workspace encrypted as a whole and given back as it was, also when the program is killed in between.

use super::super::harness::copy;
use super::super::made::{noon, session};
use super::super::store::{LONG, retitle, store};
use super::{PASSPHRASE, files, locked_store, told};
use crex::domain::incident::{IncidentFile, Report};
use crex::domain::notes::Notes;
use crex::domain::session::Session;
use crex::domain::text::Text;
use crex::store::{
    Keys, RealDisk, SharedDisk, Store, Vault, Work, decrypt, encrypt, keep_key, left_clear,
};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uuid::Uuid;

/// What stands in every text.
pub const CANARY: &str = "canari";

/// A workspace with some of everything, a word in all of it: a session with backups and a journal, a sealed one, an incident,
/// notes, the team, a document put away, and an export.
pub fn filled(root: &Path) {
    let mut disk = store(root);
    let mut team = disk.team(noon()).unwrap();
    let before = team.doc.clone();
    team.doc.name = Text::line("Équipe canari");
    let changes = crex::domain::parts::Parts::diff(&before, &team.doc);
    disk.record(team.handle, &changes).unwrap();
    disk.save(team.handle, &team.doc, 1);
    let mut open = disk
        .create(session(1, "Le canari s’envole"), noon())
        .unwrap();
    let sealed = disk
        .create(session(2, "Canari scellé canari"), noon())
        .unwrap();
    disk.seal(sealed.handle, &sealed.doc, noon()).unwrap();
    let report = Report {
        title: Text::line("Un canari attend"),
        ..Report::default()
    };
    let file = IncidentFile {
        schema: crex::domain::SCHEMA,
        id: Uuid::from_u128(9 << 96),
        report,
    };
    disk.create(file.clone(), noon()).unwrap();
    let mut away = file;
    away.id = Uuid::from_u128(10 << 96);
    let away = disk.create(away, noon()).unwrap();
    disk.close(away.handle);
    disk.put_away(&away.path, noon()).unwrap();
    let mut notes = disk.notes(open.doc.id, noon()).unwrap();
    let before: Notes = notes.doc.clone();
    notes.doc.text = Text::new("canari en privé");
    let changes = crex::domain::parts::Parts::diff(&before, &notes.doc);
    disk.record(notes.handle, &changes).unwrap();
    disk.save(notes.handle, &notes.doc, 1);
    retitle(&mut disk, &mut open, "Le canari est là", true);
    assert!(disk.flush(LONG));
    disk.remember(&open.path).unwrap();
    retitle(&mut disk, &mut open, "Le canari est au journal", false);
    disk.place(open.handle, "canari").unwrap();
    // As a kill leaves it: the journal stays.
    std::mem::forget(disk);
}

/// The documents of a workspace by what they hold, backups included.
fn documents(root: &Path) -> BTreeMap<Vec<u8>, usize> {
    let ron = |(path, _): &(PathBuf, Vec<u8>)| path.extension().is_some_and(|e| e == "ron");
    let mut out = BTreeMap::new();
    for (_, bytes) in files(root).into_iter().filter(ron) {
        *out.entry(bytes).or_default() += 1;
    }
    out
}

/// A copy of the filled workspace as another process finds it.
pub fn fresh() -> tempfile::TempDir {
    let made = tempfile::tempdir().unwrap();
    filled(made.path());
    let folder = tempfile::tempdir().unwrap();
    copy(made.path(), folder.path());
    folder
}

pub fn keys(root: &Path) -> Arc<Keys> {
    let keys = Keys::generate(None).unwrap();
    keep_key(&RealDisk, root, &keys, PASSPHRASE, Work::Least).unwrap();
    Arc::new(keys)
}

#[test]
fn all_of_it_is_closed_and_comes_back_as_it_was() {
    let folder = fresh();
    let root = folder.path();
    assert!(told(root, &[CANARY.to_owned()]).is_some());
    let keys = keys(root);
    let real: SharedDisk = Arc::new(RealDisk);
    let turned = encrypt(&real, root, Arc::clone(&keys), noon()).unwrap();
    assert_eq!(turned.documents, 5);
    let words = [CANARY, "Canari"].map(str::to_owned);
    assert_eq!(told(root, &words), None);
    let vault: SharedDisk = Arc::new(Vault::new(Arc::clone(&real), Arc::clone(&keys), root));
    let listing = locked_store(&vault, root).list();
    let titles: Vec<String> = listing
        .sessions
        .iter()
        .map(|entry| entry.state.as_ref().unwrap().title.to_string())
        .collect();
    assert!(
        titles.contains(&"Le canari est au journal".to_owned()),
        "{titles:?}"
    );
    assert_eq!((titles.len(), listing.incidents.len()), (2, 1));
    assert_eq!(listing.problems, []);
    let before = {
        // What the journal held is in the file now.
        let settled = fresh();
        drop(opened_all(settled.path()));
        documents(settled.path())
    };
    decrypt(&real, root, keys, noon()).unwrap();
    assert!(
        !files(root)
            .iter()
            .any(|(path, _)| path.extension().is_some_and(|e| e == "age"))
    );
    for bytes in before.keys() {
        let held = documents(root).contains_key(bytes);
        assert!(held, "{}", String::from_utf8_lossy(bytes));
    }
    let names: Vec<String> = fs::read_dir(root.join("sessions"))
        .unwrap()
        .flatten()
        .map(|e| e.file_name().to_string_lossy().into_owned())
        .collect();
    assert!(
        names.iter().any(|name| name.contains("canari")),
        "{names:?}"
    );
}

/// The store after every session was opened and closed once.
pub fn opened_all(root: &Path) -> Store {
    let mut disk = store(root);
    let paths: Vec<PathBuf> = disk.list().sessions.into_iter().map(|e| e.path).collect();
    for path in paths {
        let opened = disk.load::<Session>(&path, noon()).unwrap();
        disk.close(opened.handle);
    }
    disk
}

#[test]
fn what_somebody_has_open_is_not_touched() {
    let folder = tempfile::tempdir().unwrap();
    let mut disk = store(folder.path());
    let made = disk.create(session(1, "Ouverte"), noon()).unwrap();
    let keys = keys(folder.path());
    let real: SharedDisk = Arc::new(RealDisk);
    let refused = encrypt(&real, folder.path(), keys, noon());
    assert!(refused.is_err());
    assert!(made.path.exists());
}

#[test]
fn nothing_stays_readable_of_what_nobody_opens_any_more() {
    let folder = fresh();
    let root = folder.path();
    let hidden = root.join(".crex");
    // An incident put away leaves its backups, a file that went its votes, a kill what it was writing, an editor its own.
    let away = hidden
        .join("backups")
        .join("2026-01-01-canari-00000001-0badcafe");
    fs::create_dir_all(&away).unwrap();
    fs::write(away.join("20260101-120000.ron"), "canari").unwrap();
    fs::write(away.join(".20260101-120000.ron.0badcafe.tmp"), "canari").unwrap();
    fs::write(hidden.join("urns").join("canari-0badcafe.urn"), "canari").unwrap();
    fs::write(root.join("sessions").join(".canari.ron.swp"), "canari").unwrap();
    let inside = root.join("sessions").join("anciennes");
    fs::create_dir(&inside).unwrap();
    fs::write(inside.join("une.ron"), "canari").unwrap();
    let keys = keys(root);
    let real: SharedDisk = Arc::new(RealDisk);
    let turned = encrypt(&real, root, Arc::clone(&keys), noon()).unwrap();
    let mut named = turned.others;
    named.sort();
    assert_eq!(
        named,
        [
            root.join("sessions").join(".canari.ron.swp"),
            inside.join("une.ron")
        ]
    );
    for path in &named {
        fs::remove_file(path).unwrap();
    }
    let words = [CANARY, "Canari"].map(str::to_owned);
    assert_eq!(told(root, &words), None);
    let folders: Vec<_> = fs::read_dir(hidden.join("backups"))
        .unwrap()
        .flatten()
        .collect();
    let slug = |name: std::ffi::OsString| name.to_string_lossy().contains(CANARY);
    assert!(!folders.iter().any(|e| slug(e.file_name())), "{folders:?}");
    assert_eq!(left_clear(&RealDisk, root), 0);
    // What the backup said is still there, for who has the key.
    let vault = Vault::new(real, keys, root);
    let kept = files(&hidden.join("backups"))
        .into_iter()
        .filter(|(path, _)| {
            crex::store::read_bytes(&vault, path).is_ok_and(|bytes| bytes == b"canari")
        });
    assert_eq!(kept.count(), 1);
}

#[test]
fn what_was_typed_and_is_in_no_file_yet_comes_along() {
    let made = tempfile::tempdir().unwrap();
    let mut first = store(made.path());
    let known = first.create(session(1, "Une"), noon()).unwrap();
    let mut broken = first.create(session(2, "Deux"), noon()).unwrap();
    let mut notes = first.notes(known.doc.id, noon()).unwrap();
    let before: Notes = notes.doc.clone();
    notes.doc.text = Text::new("jamais enregistrées");
    let changes = crex::domain::parts::Parts::diff(&before, &notes.doc);
    first.record(notes.handle, &changes).unwrap();
    retitle(&mut first, &mut broken, "Deux au journal", false);
    std::mem::forget(first);
    let folder = tempfile::tempdir().unwrap();
    copy(made.path(), folder.path());
    let root = folder.path();
    let path = root.join(broken.path.strip_prefix(made.path()).unwrap());
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    let keys = keys(root);
    let real: SharedDisk = Arc::new(RealDisk);
    encrypt(&real, root, Arc::clone(&keys), noon()).unwrap();
    let vault: SharedDisk = Arc::new(Vault::new(Arc::clone(&real), Arc::clone(&keys), root));
    let mut store = locked_store(&vault, root);
    let read = store.notes(known.doc.id, noon()).unwrap();
    assert_eq!(read.doc.text.as_str(), "jamais enregistrées");
    drop(store);
    // Given back and mended by hand, the damaged one has what was typed in it last.
    decrypt(&real, root, keys, noon()).unwrap();
    let half = |(_, bytes): &(PathBuf, Vec<u8>)| *bytes == whole[..whole.len() / 2];
    let path = files(root).into_iter().find(half).unwrap().0;
    fs::write(&path, &whole).unwrap();
    let read = super::super::store::store(root)
        .read::<Session>(&path)
        .unwrap();
    assert_eq!(read.doc.title.as_str(), "Deux au journal");
}
