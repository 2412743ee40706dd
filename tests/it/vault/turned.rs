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
    Disk, Held, Keys, RealDisk, SharedDisk, Store, Vault, Work, decrypt, encrypt, keep_key,
    left_clear,
};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use uuid::Uuid;

/// What stands in every text.
const CANARY: &str = "canari";

/// A workspace with some of everything, a word in all of it: a session with backups and a journal, a sealed one, an incident,
/// notes, the team, a document put away, and an export.
fn filled(root: &Path) {
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
fn fresh() -> tempfile::TempDir {
    let made = tempfile::tempdir().unwrap();
    filled(made.path());
    let folder = tempfile::tempdir().unwrap();
    copy(made.path(), folder.path());
    folder
}

fn keys(root: &Path) -> Arc<Keys> {
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
    let vault: SharedDisk = Arc::new(Vault::new(Arc::clone(&real), Arc::clone(&keys)));
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
fn opened_all(root: &Path) -> Store {
    let mut disk = store(root);
    let paths: Vec<PathBuf> = disk.list().sessions.into_iter().map(|e| e.path).collect();
    for path in paths {
        let opened = disk.load::<Session>(&path, noon()).unwrap();
        disk.close(opened.handle);
    }
    disk
}

/// A disk on which everything fails from the n-th change on, as after a kill.
#[derive(Debug)]
struct Dying(AtomicUsize);

impl Dying {
    fn gate(&self) -> io::Result<()> {
        let left = self
            .0
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |n| n.checked_sub(1));
        left.map(drop).map_err(|_| io::Error::from_raw_os_error(5))
    }
}

impl Disk for Dying {
    fn create(&self, path: &Path) -> io::Result<Held> {
        self.gate()?;
        RealDisk.create(path)
    }
    fn write(&self, held: &mut Held, bytes: &[u8]) -> io::Result<()> {
        if self.gate().is_err() {
            RealDisk.write(held, &bytes[..bytes.len() / 2])?;
            return Err(io::Error::from_raw_os_error(5));
        }
        RealDisk.write(held, bytes)
    }
    fn write_slot(&self, held: &mut Held, bytes: &[u8], copies: usize) -> io::Result<()> {
        self.gate()?;
        RealDisk.write_slot(held, bytes, copies)
    }
    fn sync(&self, held: &Held) -> io::Result<()> {
        self.gate()?;
        RealDisk.sync(held)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.gate()?;
        RealDisk.rename(from, to)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.gate()?;
        RealDisk.remove(path)
    }
}

#[test]
fn killed_at_any_call_it_is_done_to_its_end_the_next_time() {
    let whole = fresh();
    let mut killed = 0;
    for nth in (0..200).step_by(3) {
        let folder = tempfile::tempdir().unwrap();
        copy(whole.path(), folder.path());
        let root = folder.path();
        let keys = keys(root);
        let dying: SharedDisk = Arc::new(Dying(AtomicUsize::new(nth)));
        let first = encrypt(&dying, root, Arc::clone(&keys), noon());
        killed += usize::from(first.is_err());
        let real: SharedDisk = Arc::new(RealDisk);
        encrypt(&real, root, Arc::clone(&keys), noon()).unwrap();
        let words = [CANARY, "Canari"].map(str::to_owned);
        assert_eq!(told(root, &words), None, "call {nth}");
        assert_eq!(left_clear(&RealDisk, root), 0);
        let vault: SharedDisk = Arc::new(Vault::new(real, keys));
        let store = locked_store(&vault, root);
        let listing = store.list();
        let good = listing.sessions.iter().filter(|entry| entry.state.is_ok());
        assert_eq!(
            (good.count(), listing.incidents.len()),
            (2, 1),
            "call {nth}"
        );
        assert_eq!(listing.damaged().count(), 0, "call {nth}");
    }
    assert!(killed > 20, "{killed}");
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
