//! Saves: whole files or none, backups, seals, and nothing of another's overwritten.

use super::made::{noon, session};
use super::store::{LONG, backups, journals, retitle, store};
use chrono::TimeDelta;
use crex::domain::problem::{DiskFault, Problem, Remark, Why};
use crex::domain::session::{Session, Stage};
use crex::domain::text::Text;
use crex::store::{Access, Ack, Disk, Held, RealDisk, Store, encode, parse};
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

#[test]
fn what_another_wrote_is_never_overwritten() {
    let root = tempfile::tempdir().unwrap();
    let mut disk = store(root.path());
    let mut made = disk.create(session(1, "Chute"), noon()).unwrap();
    let mut other = made.doc.clone();
    other.title = Text::line("Reçu d’une autre machine");
    let theirs = encode(&made.path, &other).unwrap();
    fs::write(&made.path, &theirs).unwrap();
    retitle(&mut disk, &mut made, "Le mien", true);
    assert!(disk.flush(LONG));
    let acks = disk.acks();
    let [Ack::Conflict { handle, copy, .. }] = acks.as_slice() else {
        panic!("{acks:?}");
    };
    assert_eq!(*handle, made.handle);
    assert_eq!(fs::read(&made.path).unwrap(), theirs);
    let name = copy.file_name().unwrap().to_str().unwrap();
    assert!(
        name.starts_with("2026-11-19-chute-00000001-conflit-"),
        "{name}"
    );
    assert_eq!(
        disk.read::<Session>(copy).unwrap().doc.title.as_str(),
        "Le mien"
    );
    // The work goes on in the copy.
    retitle(&mut disk, &mut made, "Le mien encore", true);
    assert!(disk.flush(LONG));
    assert_eq!(disk.path_of(made.handle).as_deref(), Some(copy.as_path()));
    assert_eq!(
        disk.read::<Session>(copy).unwrap().doc.title.as_str(),
        "Le mien encore"
    );
    assert_eq!(fs::read(&made.path).unwrap(), theirs);
}

#[test]
fn five_backups_five_minutes_apart_are_kept() {
    let root = tempfile::tempdir().unwrap();
    let mut path = PathBuf::new();
    for minutes in 0..30 {
        let now = noon() + TimeDelta::minutes(2 * minutes);
        let mut disk = Store::open(root.path(), now, Arc::new(|| {})).unwrap();
        if minutes == 0 {
            let made = disk.create(session(1, "Chute"), now).unwrap();
            disk.close(made.handle);
            path = made.path;
        }
        let mut opened = disk.load::<Session>(&path, now).unwrap();
        retitle(&mut disk, &mut opened, &format!("à {minutes}"), true);
        assert!(disk.flush(LONG));
    }
    let titles = backups(root.path()).into_iter().map(|bytes| {
        let read = parse::<Session>(Path::new("x"), &bytes).unwrap();
        read.doc.title.as_str().to_owned()
    });
    let titles: Vec<String> = titles.collect();
    assert_eq!(titles, ["à 14", "à 17", "à 20", "à 23", "à 26"]);
}

#[test]
fn a_sealed_session_is_verified_and_one_changed_byte_is_told() {
    let root = tempfile::tempdir().unwrap();
    let mut disk = store(root.path());
    let mut made = disk.create(session(1, "Chute"), noon()).unwrap();
    retitle(
        &mut disk,
        &mut made,
        "Avec\n    seal: Some(( dans le texte",
        false,
    );
    let sealed = disk.seal(made.handle, &made.doc, noon()).unwrap();
    assert_eq!(sealed.stage, Stage::Sealed);
    assert_eq!(disk.access(made.handle), Some(&Access::Read(Why::Sealed)));
    assert_eq!(journals(root.path()), [] as [PathBuf; 0]);
    let bytes = fs::read(&made.path).unwrap();
    let read = parse::<Session>(&made.path, &bytes).unwrap();
    assert_eq!((&read.doc, read.why), (&sealed, Some(Why::Sealed)));
    assert_eq!(read.remarks, []);
    let end = bytes.windows(5).rposition(|w| w == b"seal:").unwrap();
    let mut told = 0;
    for at in 0..end - 5 {
        let mut flipped = bytes.clone();
        flipped[at] ^= 1;
        if let Ok(read) = parse::<Session>(&made.path, &flipped) {
            told += 1;
            assert!(read.remarks.contains(&Remark::SealBroken), "byte {at}");
        }
    }
    assert!(told > 100, "{told} changed files could be read");
    disk.close(made.handle);
    let again = disk.load::<Session>(&made.path, noon()).unwrap();
    assert_eq!(again.access, Access::Read(Why::Sealed));
}

/// A disk whose n-th call from now on fails; none at zero.
#[derive(Debug)]
pub struct Failing(pub AtomicUsize);

impl Failing {
    fn gate(&self) -> io::Result<()> {
        match self.0.fetch_sub(1, Ordering::SeqCst) {
            1 => Err(io::ErrorKind::StorageFull.into()),
            _ => Ok(()),
        }
    }
}

impl Disk for Failing {
    fn create(&self, path: &Path) -> io::Result<Held> {
        self.gate()?;
        RealDisk.create(path)
    }
    fn create_clear(&self, path: &Path) -> io::Result<Held> {
        self.gate()?;
        RealDisk.create_clear(path)
    }
    fn write(&self, file: &mut Held, bytes: &[u8]) -> io::Result<()> {
        // A full disk takes a part.
        RealDisk.write(file, &bytes[..bytes.len() / 2])?;
        self.gate()?;
        RealDisk.write(file, &bytes[bytes.len() / 2..])
    }
    fn sync(&self, file: &Held) -> io::Result<()> {
        self.gate()?;
        RealDisk.sync(file)
    }
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.gate()?;
        RealDisk.read(path)
    }
    fn keep(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.gate()?;
        RealDisk.keep(from, to)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.gate()?;
        RealDisk.rename(from, to)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.gate()?;
        RealDisk.sync_folder(folder)
    }
}

#[test]
fn whichever_call_of_a_save_fails_a_whole_file_is_there_and_the_next_try_saves() {
    let mut failed = 0;
    for nth in 1..12 {
        let root = tempfile::tempdir().unwrap();
        let made = store(root.path())
            .create(session(1, "Avant"), noon())
            .unwrap();
        let failing = Arc::new(Failing(AtomicUsize::new(0)));
        let mut disk =
            Store::open_on(failing.clone(), root.path(), noon(), Arc::new(|| {})).unwrap();
        let mut opened = disk.load::<Session>(&made.path, noon()).unwrap();
        retitle(&mut disk, &mut opened, "Après", false);
        failing.0.store(nth, Ordering::SeqCst);
        disk.save(opened.handle, &opened.doc, 1);
        disk.flush(LONG);
        let title = store(root.path())
            .read::<Session>(&made.path)
            .unwrap()
            .doc
            .title;
        assert_eq!(
            title.as_str(),
            "Après",
            "call {nth}: file or journal has it"
        );
        let on_disk = fs::read(&made.path).unwrap();
        parse::<Session>(&made.path, &on_disk).unwrap();
        let full = |ack: &Ack| {
            let full = DiskFault::Full;
            matches!(ack, Ack::Failed { problem: Problem::Disk(_, told), .. } if *told == full)
        };
        failed += usize::from(disk.acks().iter().any(full));
        assert!(disk.flush(LONG), "call {nth}: the next try");
        let bytes = fs::read_to_string(&made.path).unwrap();
        assert!(bytes.contains("Après"), "call {nth}");
        let litter = fs::read_dir(root.path().join("sessions")).unwrap().count();
        assert_eq!(litter, 1, "call {nth}: nothing else is left");
    }
    assert_eq!(failed, 8, "every call of a save was made to fail once");
}

#[test]
fn the_caller_is_woken_by_news_and_not_by_a_save_that_went_well() {
    let root = tempfile::tempdir().unwrap();
    let (rung, bell) = std::sync::mpsc::channel();
    let wake = Arc::new(move || rung.send(()).unwrap());
    let mut disk = Store::open(root.path(), noon(), wake).unwrap();
    let mut made = disk.create(session(1, "Chute"), noon()).unwrap();
    retitle(&mut disk, &mut made, "Chute de nuit", false);
    disk.save(made.handle, &made.doc, 42);
    assert!(disk.flush(LONG));
    let saved = Ack::Saved {
        handle: made.handle,
        revision: 42,
    };
    assert_eq!(disk.acks(), [saved]);
    let written = disk.read::<Session>(&made.path).unwrap();
    assert_eq!(written.doc.title.as_str(), "Chute de nuit");
    assert!(bell.try_recv().is_err());
    fs::write(&made.path, "(schema: 1)").unwrap();
    retitle(&mut disk, &mut made, "Chute au lever", true);
    bell.recv_timeout(LONG).unwrap();
    assert!(matches!(disk.acks().as_slice(), [Ack::Conflict { .. }]));
}

#[test]
fn dropping_the_store_saves_what_was_handed_over() {
    let root = tempfile::tempdir().unwrap();
    let mut disk = store(root.path());
    let mut made = disk.create(session(1, "Chute"), noon()).unwrap();
    for n in 0..20 {
        retitle(&mut disk, &mut made, &format!("Chute {n}"), true);
    }
    drop(disk);
    assert!(
        fs::read_to_string(&made.path)
            .unwrap()
            .contains("\"Chute 19\"")
    );
    assert_eq!(journals(root.path()), [] as [PathBuf; 0]);
}

#[test]
fn a_save_that_failed_never_comes_after_the_seal() {
    let root = tempfile::tempdir().unwrap();
    let made = store(root.path())
        .create(session(1, "Avant"), noon())
        .unwrap();
    let failing = Arc::new(Failing(AtomicUsize::new(0)));
    let (rung, bell) = std::sync::mpsc::channel();
    let wake = Arc::new(move || rung.send(()).unwrap());
    let mut disk = Store::open_on(failing.clone(), root.path(), noon(), wake).unwrap();
    let mut opened = disk.load::<Session>(&made.path, noon()).unwrap();
    retitle(&mut disk, &mut opened, "Après", false);
    // The journal and its name are waited for before.
    failing.0.store(3, Ordering::SeqCst);
    disk.save(opened.handle, &opened.doc, 1);
    bell.recv_timeout(LONG).unwrap();
    assert!(matches!(disk.acks().as_slice(), [Ack::Failed { .. }]));
    let sealed = disk.seal(opened.handle, &opened.doc, noon()).unwrap();
    assert!(disk.flush(LONG));
    drop(disk);
    let read = store(root.path()).read::<Session>(&made.path).unwrap();
    assert_eq!(
        (read.doc, read.remarks, read.why),
        (sealed, vec![], Some(Why::Sealed))
    );
}

#[test]
fn what_a_killed_write_left_is_taken_away() {
    let root = tempfile::tempdir().unwrap();
    let mut disk = store(root.path());
    let made = disk.create(session(1, "Chute"), noon()).unwrap();
    disk.close(made.handle);
    let name = made.path.file_name().unwrap().to_str().unwrap();
    let litter = made.path.with_file_name(format!(".{name}.0badcafe.tmp"));
    fs::write(&litter, "(").unwrap();
    assert_eq!(disk.list().sessions.len(), 1);
    disk.load::<Session>(&made.path, noon()).unwrap();
    assert!(!litter.exists());
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let root = tempfile::tempdir().unwrap();
    let mut disk = store(root.path());
    let made = disk.create(session(1, "Chute"), noon()).unwrap();
    let link = root.path().join("sessions/lien.ron");
    std::os::unix::fs::symlink(&made.path, &link).unwrap();
    let mut opened = disk.load::<Session>(&link, noon()).unwrap();
    retitle(&mut disk, &mut opened, "Par le lien", true);
    assert!(disk.flush(LONG));
    assert!(link.is_symlink());
    assert!(
        fs::read_to_string(&made.path)
            .unwrap()
            .contains("Par le lien")
    );
}

/// A disk that cannot tell what lies under one name.
#[derive(Debug)]
struct Blind(&'static str);

impl Disk for Blind {
    fn meta(&self, path: &Path) -> io::Result<Metadata> {
        if path.ends_with(self.0) {
            return Err(io::ErrorKind::TimedOut.into());
        }
        RealDisk.meta(path)
    }
}

#[test]
fn a_team_that_cannot_be_looked_at_is_not_taken_for_an_empty_one() {
    let root = tempfile::tempdir().unwrap();
    drop(store(root.path()));
    let blind = Arc::new(Blind("team.ron"));
    let mut disk = Store::open_on(blind, root.path(), noon(), Arc::new(|| {})).unwrap();
    assert!(matches!(disk.team(noon()), Err(Problem::Disk(..))));
}
