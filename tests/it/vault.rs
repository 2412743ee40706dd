//! An encrypted workspace: what is typed is nowhere to be read, a changed bit is told, and others open the files without us.

mod alone;
mod apart;
mod cost;
mod door;
mod killed;
mod turned;

use super::harness::{Room, copy};
use super::made::{noon, session};
use super::store::{LONG, retitle};
use super::stories::whole::{Line, play, script, setup};
use crex::domain::code::Lang;
use crex::domain::incident::{IncidentFile, Report};
use crex::domain::problem::{DiskFault, LockFault, Problem};
use crex::domain::session::Session;
use crex::domain::text::Text;
use crex::store::{
    Ack, Keys, RealDisk, SharedDisk, Store, Vault, Work, keep_key, key_path, unlock,
};
use crex::tui::run::Program as _;
use crex::tui::shell::Start;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

/// The passphrase of all workspaces here.
pub const PASSPHRASE: &str = "quatre mots sans rapport";

/// A disk on which all that is written in this folder is encrypted, and its key in the folder.
pub fn vault(root: &Path) -> SharedDisk {
    let keys = Keys::generate(None).unwrap();
    keep_key(&RealDisk, root, &keys, PASSPHRASE, Work::Least).unwrap();
    Arc::new(Vault::new(Arc::new(RealDisk), Arc::new(keys), root))
}

/// A store in a folder whose disk encrypts.
pub fn locked_store(disk: &SharedDisk, root: &Path) -> Store {
    Store::open_on(Arc::clone(disk), root, noon(), Arc::new(|| {})).unwrap()
}

/// Every file in a folder, with its bytes.
pub fn files(root: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut left = vec![root.to_owned()];
    let mut out = Vec::new();
    while let Some(folder) = left.pop() {
        for path in fs::read_dir(folder).unwrap().flatten().map(|e| e.path()) {
            if path.is_dir() {
                left.push(path);
            } else if let Ok(bytes) = fs::read(&path) {
                out.push((path, bytes));
            }
        }
    }
    out
}

/// The first file in which one of these words stands, in its bytes or its name.
pub fn told(root: &Path, words: &[String]) -> Option<(PathBuf, String)> {
    files(root).into_iter().find_map(|(path, bytes)| {
        let held = path.to_string_lossy() + "\n" + String::from_utf8_lossy(&bytes);
        let stands = |word: &&String| held.contains(word.as_str());
        words
            .iter()
            .find(stands)
            .map(|word| (path.clone(), word.clone()))
    })
}

/// The words of at least eight letters typed in a line of a story.
fn typed(line: &Line) -> Vec<String> {
    let Line::Keys(keys) = line else {
        return Vec::new();
    };
    let mut out = Vec::new();
    let mut rest = keys.as_str();
    while !rest.is_empty() {
        let end = rest.find('<').unwrap_or(rest.len());
        let words = rest[..end].split(|c: char| !c.is_alphabetic());
        out.extend(
            words
                .filter(|word| word.chars().count() >= 8)
                .map(str::to_owned),
        );
        rest = rest[end..].split_once('>').map_or("", |(_, rest)| rest);
    }
    out
}

#[test]
fn a_whole_meeting_leaves_no_typed_word_on_the_disk_at_any_time() {
    let folder = Rc::new(tempfile::tempdir().unwrap());
    let disk = vault(folder.path());
    let mut room = Room::on_disk(
        Arc::clone(&disk),
        Rc::clone(&folder),
        setup(Lang::Fr),
        Start::Home,
        super::harness::day(),
    );
    let mut words = Vec::new();
    for line in &script(Lang::Fr) {
        words.extend(typed(line));
        words.sort_unstable();
        words.dedup();
        play(&mut room, line);
        assert_eq!(told(folder.path(), &words), None, "after {line:?}");
    }
    assert!(words.len() > 100, "{} words", words.len());
    room.shell.leave();
    drop(room);
    assert_eq!(told(folder.path(), &words), None);
    // All of it is there for who has the key.
    let store = locked_store(&disk, folder.path());
    let listing = store.list();
    let [entry] = listing.sessions.as_slice() else {
        panic!("{:?}", listing.sessions);
    };
    let read = store.read::<Session>(&entry.path).unwrap();
    assert!(read.doc.is_sealed());
    assert_eq!(read.remarks, []);
}

#[test]
fn a_journal_that_a_kill_leaves_is_closed_to_others_and_gives_all_back() {
    let root = tempfile::tempdir().unwrap();
    let disk = vault(root.path());
    let mut store = locked_store(&disk, root.path());
    let mut made = store.create(session(1, "Chute"), noon()).unwrap();
    store.close(made.handle);
    made = store.load(&made.path, noon()).unwrap();
    for word in ["anticoagulant", "anticoagulants", "anticoagulants oubliés"] {
        retitle(&mut store, &mut made, word, false);
    }
    store.place(made.handle, "anticoagulant").unwrap();
    let killed = tempfile::tempdir().unwrap();
    copy(root.path(), killed.path());
    let words = ["anticoagulant".to_owned()];
    assert_eq!(told(killed.path(), &words), None);
    let mut again = locked_store(&disk.at(killed.path()).unwrap(), killed.path());
    let path = killed
        .path()
        .join(made.path.strip_prefix(root.path()).unwrap());
    let opened = again.load::<Session>(&path, noon()).unwrap();
    assert_eq!(opened.doc.title.as_str(), "anticoagulants oubliés");
    assert_eq!(opened.place.as_deref(), Some("anticoagulant"));
    assert!(again.flush(LONG));
    assert_eq!(told(killed.path(), &words), None);
}

#[test]
fn the_words_of_many_sessions_are_found_and_kept_by_none() {
    let root = tempfile::tempdir().unwrap();
    let disk = vault(root.path());
    let store = locked_store(&disk, root.path());
    let many: Vec<Session> = (1..=70)
        .map(|n| session(n, "Anticoagulants oubliés"))
        .collect();
    assert_eq!(store.add_all(&many, noon()), (70, Ok(())));
    let query = crex::library::find::Query::new("anticoagulants");
    for _ in 0..2 {
        assert_eq!(store.find(&query, false, 300).answers.len(), 70);
        assert_eq!(store.list().sessions.len(), 70);
    }
    let words = ["nticoagulant", "oubli"].map(str::to_owned);
    assert_eq!(told(root.path(), &words), None);
}

#[test]
fn one_changed_bit_of_a_file_is_told_and_never_read() {
    let root = tempfile::tempdir().unwrap();
    let disk = vault(root.path());
    let mut store = locked_store(&disk, root.path());
    let made = store.create(session(1, "Chute"), noon()).unwrap();
    store.close(made.handle);
    let whole = fs::read(&made.path).unwrap();
    let wanted = made.doc.clone();
    for at in 0..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 1 << (at % 8);
        fs::write(&made.path, &changed).unwrap();
        match store.read::<Session>(&made.path) {
            Err(Problem::Disk(path, DiskFault::Altered)) => assert_eq!(path, made.path),
            Err(problem) => panic!("byte {at}: {problem:?}"),
            // The header may say the same in another way; what is read is what was written.
            Ok(read) => assert_eq!(read.doc, wanted, "byte {at}"),
        }
        let cut = &whole[..at];
        fs::write(&made.path, cut).unwrap();
        assert!(store.read::<Session>(&made.path).is_err(), "cut at {at}");
    }
}

#[test]
fn one_changed_bit_of_a_journal_is_told_and_what_stands_before_and_behind_is_there() {
    let root = tempfile::tempdir().unwrap();
    let disk = vault(root.path());
    let mut store = locked_store(&disk, root.path());
    let mut made = store.create(session(1, "Chute"), noon()).unwrap();
    for word in ["un", "deux", "trois"] {
        retitle(&mut store, &mut made, word, false);
    }
    let log = super::store::journals(root.path()).remove(0);
    let whole = fs::read(&log).unwrap();
    let titles = ["Chute", "un", "deux", "trois"];
    let mut starts = vec![0];
    while let Some(len) = whole
        .get(starts[starts.len() - 1]..)
        .and_then(|rest| rest.get(..4))
    {
        let len = u32::from_be_bytes(len.try_into().unwrap()) as usize;
        starts.push(starts[starts.len() - 1] + 4 + len);
    }
    let last = starts[starts.len() - 2];
    for at in 0..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 1 << (at % 8);
        fs::write(&log, &changed).unwrap();
        let read = store.read::<Session>(&made.path).unwrap();
        assert!(
            titles.contains(&read.doc.title.as_str()),
            "{:?}",
            read.doc.title
        );
        let told = !read.remarks.is_empty();
        assert!(told, "byte {at}: {:?}", read.doc.title);
        // Whichever other record is damaged, the last is done again.
        let behind = at >= last || read.doc.title.as_str() == "trois";
        assert!(behind, "byte {at}: {:?}", read.doc.title);
    }
}

#[test]
fn a_file_that_another_key_closed_is_left_alone_and_the_work_goes_beside() {
    let root = tempfile::tempdir().unwrap();
    let disk = vault(root.path());
    let mut store = locked_store(&disk, root.path());
    let mut made = store.create(session(1, "Chute"), noon()).unwrap();
    let foreign = b"age-encryption.org/v1\n-> nobody\n";
    fs::write(&made.path, foreign).unwrap();
    retitle(&mut store, &mut made, "Après", true);
    assert!(store.flush(LONG));
    let acks = store.acks();
    let [Ack::Conflict { copy, .. }] = acks.as_slice() else {
        panic!("{acks:?}");
    };
    assert_eq!(fs::read(&made.path).unwrap(), foreign);
    assert!(copy.extension().is_some_and(|end| end == "age"));
    let read = store.read::<Session>(copy).unwrap();
    assert_eq!(read.doc.title.as_str(), "Après");
}

#[test]
fn the_wrong_passphrase_opens_nothing() {
    let root = tempfile::tempdir().unwrap();
    vault(root.path());
    let locked = |fault| Problem::Locked(root.path().to_owned(), fault);
    let refused = unlock(&RealDisk, root.path(), "quatre mots sans rapports");
    assert_eq!(refused.err(), Some(locked(LockFault::Wrong)));
    unlock(&RealDisk, root.path(), PASSPHRASE).unwrap();
    let refused = Store::open(root.path(), noon(), Arc::new(|| {}));
    assert_eq!(refused.err(), Some(locked(LockFault::Missing)));
    let whole = fs::read(key_path(root.path())).unwrap();
    for at in 0..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        fs::write(key_path(root.path()), &changed).unwrap();
        let refused = unlock(&RealDisk, root.path(), PASSPHRASE);
        assert!(matches!(refused, Err(Problem::Locked(..))), "byte {at}");
    }
}

#[test]
fn others_open_the_files_with_the_passphrase_or_the_recovery_key() {
    let root = tempfile::tempdir().unwrap();
    let backup = age::x25519::Identity::generate();
    let keys = Keys::generate(Some(&backup.to_public().to_string())).unwrap();
    keep_key(&RealDisk, root.path(), &keys, PASSPHRASE, Work::Least).unwrap();
    let disk: SharedDisk = Arc::new(Vault::new(Arc::new(RealDisk), Arc::new(keys), root.path()));
    let mut store = locked_store(&disk, root.path());
    let made = store.create(session(1, "Chute"), noon()).unwrap();
    let report = Report {
        title: Text::line("Dose oubliée"),
        ..Report::default()
    };
    let file = IncidentFile {
        schema: crex::domain::SCHEMA,
        id: uuid::Uuid::from_u128(9),
        report,
    };
    let other = store.create(file, noon()).unwrap();
    let secret = age::secrecy::SecretString::from(PASSPHRASE.to_owned());
    let key = fs::read(key_path(root.path())).unwrap();
    let key = age::decrypt(&age::scrypt::Identity::new(secret), &key).unwrap();
    let key = age::IdentityFile::from_buffer(key.as_slice()).unwrap();
    let key = key.into_identities().unwrap().remove(0);
    for (path, title) in [(&made.path, "Chute"), (&other.path, "Dose oubliée")] {
        let bytes = fs::read(path).unwrap();
        for identity in [key.as_ref(), &backup as &dyn age::Identity] {
            let decryptor = age::Decryptor::new(bytes.as_slice()).unwrap();
            let mut clear = String::new();
            let mut reader = decryptor.decrypt(std::iter::once(identity)).unwrap();
            reader.read_to_string(&mut clear).unwrap();
            assert!(clear.contains(title));
        }
    }
    let recovery = fs::read(root.path().join("recovery.age")).unwrap();
    let secret = backup.to_string();
    let secret = age::secrecy::ExposeSecret::expose_secret(&secret);
    let keys = Keys::recover(&recovery, secret).unwrap();
    let disk: SharedDisk = Arc::new(Vault::new(Arc::new(RealDisk), Arc::new(keys), root.path()));
    let read = locked_store(&disk, root.path()).read::<Session>(&made.path);
    assert_eq!(read.unwrap().doc, made.doc);
}
