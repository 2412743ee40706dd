//! The urn on the disk: one file of fixed size, twice the same text, for who holds the lock alone.

use super::made::{noon, session};
use super::store::{LONG, retitle, store};
use crex::domain::ballot::{Ballot, BallotState, Method, Paper, Subject};
use crex::domain::ids::BallotId;
use crex::domain::problem::{DiskFault, Problem};
use crex::domain::session::Session;
use crex::domain::text::Text;
use crex::domain::urn::{Cast, Urn};
use crex::store::{Access, Disk, Held, Opened, RealDisk, Store, encode};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

const VOTE: BallotId = BallotId(1);

/// A session in which a vote is open, just made.
fn begun(store: &mut Store) -> Opened<Session> {
    let mut made = session(1, "Chute");
    made.ballots.push(Ballot {
        subject: Subject::Choice,
        method: Method::Weighted,
        state: BallotState::Open,
        ..Ballot::new(VOTE)
    });
    store.create(made, noon()).unwrap()
}

fn paper(points: &[u32]) -> Cast {
    Cast::Paper(Paper {
        points: points.to_vec(),
        answers: Vec::new(),
    })
}

/// Nine papers, two of them alike, a blank and a void one.
fn casts() -> Vec<Cast> {
    let lettered = [
        [3, 2, 1, 0],
        [0, 3, 2, 1],
        [1, 0, 3, 2],
        [3, 2, 1, 0],
        [2, 1, 0, 3],
        [3, 1, 2, 0],
        [0, 1, 2, 3],
    ];
    let papers = lettered.iter().map(|points| paper(points));
    papers.chain([Cast::Blank, Cast::Void]).collect()
}

fn urns(root: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(root.join(".crex/urns")).unwrap();
    entries.flatten().map(|e| e.path()).collect()
}

/// The one file of an urn, and its bytes.
fn the_urn(root: &Path) -> (PathBuf, Vec<u8>) {
    let paths = urns(root);
    let [path] = paths.as_slice() else {
        panic!("{paths:?}");
    };
    (path.clone(), fs::read(path).unwrap())
}

#[test]
fn from_the_first_paper_to_the_last_the_file_has_one_name_one_size_and_two_equal_halves() {
    let root = tempfile::tempdir().unwrap();
    let mut disk = store(root.path());
    let made = begun(&mut disk);
    let mut ways = Vec::new();
    for turned in [false, true] {
        let mut casts = casts();
        if turned {
            casts.reverse();
        }
        let mut urn = Urn::new(VOTE);
        disk.keep_urn(made.handle, &urn).unwrap();
        let (path, empty) = the_urn(root.path());
        for cast in casts {
            urn.put(cast);
            disk.keep_urn(made.handle, &urn).unwrap();
            let (now, bytes) = the_urn(root.path());
            assert_eq!((&now, bytes.len()), (&path, empty.len()));
            let (one, two) = bytes.split_at(bytes.len() / 2);
            assert!(one == two);
            assert_eq!(disk.urn(made.handle, VOTE).as_ref(), Some(&urn));
        }
        ways.push(the_urn(root.path()).1);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(
                fs::metadata(&path).unwrap().permissions().mode() & 0o777,
                0o600
            );
        }
    }
    assert!(
        ways[0] == ways[1],
        "the order of papers is nowhere in the file"
    );
    assert_eq!(
        disk.urn(made.handle, BallotId(2)),
        None,
        "the urn of another vote"
    );
}

#[test]
fn torn_at_any_place_it_holds_every_paper_but_the_last_at_most() {
    let root = tempfile::tempdir().unwrap();
    let mut disk = store(root.path());
    let made = begun(&mut disk);
    let before = Urn::holding(VOTE, casts());
    disk.keep_urn(made.handle, &before).unwrap();
    let (path, old) = the_urn(root.path());
    let mut after = before.clone();
    after.put(paper(&[1, 2, 3, 0]));
    disk.keep_urn(made.handle, &after).unwrap();
    let (_, new) = the_urn(root.path());
    let half = new.len() / 2;
    let near = (0..1200).chain(half - 2..half + 1200).chain([new.len()]);
    for cut in near.step_by(7) {
        let torn = [&new[..cut], &old[cut..]].concat();
        fs::write(&path, torn).unwrap();
        let found = disk.urn(made.handle, VOTE);
        let wanted = [&before, &after].map(|urn| Some(urn.clone()));
        assert!(wanted.contains(&found), "cut at {cut}: {found:?}");
        assert!(cut < half || found == wanted[1], "cut at {cut}");
    }
    let mut damaged = new.clone();
    damaged[100] ^= 1;
    fs::write(&path, &damaged).unwrap();
    assert_eq!(disk.urn(made.handle, VOTE), Some(after));
    damaged[half + 100] ^= 1;
    fs::write(&path, &damaged).unwrap();
    assert_eq!(disk.urn(made.handle, VOTE), None);
    fs::write(&path, b"").unwrap();
    assert_eq!(disk.urn(made.handle, VOTE), None);
}

/// A disk that takes a few bytes of what is written over, while it is said to be full; and looks at what it removes.
#[derive(Debug, Default)]
struct Tight {
    full: AtomicBool,
    removed_papers: AtomicBool,
}

impl Disk for Tight {
    fn write_slot(&self, held: &mut Held, bytes: &[u8], copies: usize) -> io::Result<()> {
        if self.full.load(Ordering::SeqCst) {
            RealDisk.write_slot(held, &bytes[..50], 1)?;
            return Err(io::ErrorKind::StorageFull.into());
        }
        RealDisk.write_slot(held, bytes, copies)
    }

    fn write_copy(&self, held: &mut Held, bytes: &[u8], copy: usize) -> io::Result<()> {
        if self.full.load(Ordering::SeqCst) {
            RealDisk.write_copy(held, &bytes[..50], 0)?;
            return Err(io::ErrorKind::StorageFull.into());
        }
        RealDisk.write_copy(held, bytes, copy)
    }

    fn open_lock(&self, path: &Path) -> io::Result<File> {
        if self.full.load(Ordering::SeqCst) {
            return Err(io::ErrorKind::StorageFull.into());
        }
        RealDisk.open_lock(path)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        if path.extension().is_some_and(|end| end == "urn") {
            let blank = fs::read(path)?.iter().all(|b| *b == 0);
            self.removed_papers.fetch_or(!blank, Ordering::SeqCst);
        }
        RealDisk.remove(path)
    }
}

fn tight(root: &Path) -> (Arc<Tight>, Store) {
    let tight = Arc::new(Tight::default());
    let store = Store::open_on(tight.clone(), root, noon(), Arc::new(|| {})).unwrap();
    (tight, store)
}

#[test]
fn a_disk_that_refuses_a_paper_is_told_keeps_the_others_and_takes_it_with_the_next() {
    let root = tempfile::tempdir().unwrap();
    let (tight, mut disk) = tight(root.path());
    let made = begun(&mut disk);
    let mut urn = Urn::holding(VOTE, casts());
    disk.keep_urn(made.handle, &urn).unwrap();
    let kept = urn.clone();
    tight.full.store(true, Ordering::SeqCst);
    urn.put(Cast::Blank);
    let told = disk.keep_urn(made.handle, &urn);
    assert!(
        matches!(told, Err(Problem::Disk(_, DiskFault::Full))),
        "{told:?}"
    );
    assert_eq!(disk.urn(made.handle, VOTE), Some(kept));
    tight.full.store(false, Ordering::SeqCst);
    urn.put(paper(&[3, 0, 2, 1]));
    disk.keep_urn(made.handle, &urn).unwrap();
    assert_eq!(disk.urn(made.handle, VOTE), Some(urn.clone()));
    let folder = root.path().join(".crex/urns");
    let aside = root.path().join("aside");
    fs::rename(&folder, &aside).unwrap();
    let told = disk.keep_urn(made.handle, &urn);
    assert!(
        matches!(told, Err(Problem::Disk(_, DiskFault::NotFound))),
        "{told:?}"
    );
    fs::rename(&aside, &folder).unwrap();
    disk.keep_urn(made.handle, &urn).unwrap();
    assert_eq!(disk.urn(made.handle, VOTE), Some(urn));
}

#[test]
fn what_is_destroyed_is_overwritten_first_and_goes_even_when_that_fails() {
    let root = tempfile::tempdir().unwrap();
    let (tight, mut disk) = tight(root.path());
    let made = begun(&mut disk);
    disk.drop_urn(made.handle).unwrap();
    let urn = Urn::holding(VOTE, casts());
    disk.keep_urn(made.handle, &urn).unwrap();
    disk.drop_urn(made.handle).unwrap();
    assert_eq!(urns(root.path()), [] as [PathBuf; 0]);
    assert!(!tight.removed_papers.load(Ordering::SeqCst));
    disk.keep_urn(made.handle, &urn).unwrap();
    tight.full.store(true, Ordering::SeqCst);
    assert!(disk.drop_urn(made.handle).is_err());
    assert_eq!(urns(root.path()), [] as [PathBuf; 0]);
}

#[test]
fn a_second_window_neither_reads_nor_writes_nor_destroys_it() {
    let root = tempfile::tempdir().unwrap();
    let mut disk = store(root.path());
    let made = begun(&mut disk);
    let urn = Urn::holding(VOTE, casts());
    disk.keep_urn(made.handle, &urn).unwrap();
    let (_, bytes) = the_urn(root.path());
    let mut second = store(root.path());
    let read = second.load::<Session>(&made.path, noon()).unwrap();
    assert!(matches!(read.access, Access::Read(_)));
    assert_eq!(second.urn(read.handle, VOTE), None);
    second.keep_urn(read.handle, &Urn::new(VOTE)).unwrap();
    second.drop_urn(read.handle).unwrap();
    assert!(the_urn(root.path()).1 == bytes);
    disk.close(made.handle);
    assert!(
        the_urn(root.path()).1 == bytes,
        "an open vote outlives its window"
    );
    second.close(read.handle);
    let again = second.load::<Session>(&made.path, noon()).unwrap();
    assert_eq!(second.urn(again.handle, VOTE), Some(urn));
}

#[test]
fn it_goes_along_when_a_conflict_moves_its_session() {
    let root = tempfile::tempdir().unwrap();
    let mut disk = store(root.path());
    let mut made = begun(&mut disk);
    let mut urn = Urn::holding(VOTE, casts());
    disk.keep_urn(made.handle, &urn).unwrap();
    let (old, _) = the_urn(root.path());
    let mut other = made.doc.clone();
    other.title = Text::line("Reçu d’une autre machine");
    fs::write(&made.path, encode(&made.path, &other).unwrap()).unwrap();
    retitle(&mut disk, &mut made, "Le mien", true);
    assert!(disk.flush(LONG));
    assert_eq!(disk.acks().len(), 1);
    let (new, _) = the_urn(root.path());
    assert_ne!(new, old);
    assert_eq!(disk.urn(made.handle, VOTE).as_ref(), Some(&urn));
    urn.put(Cast::Void);
    disk.keep_urn(made.handle, &urn).unwrap();
    assert_eq!(the_urn(root.path()).0, new);
    let copy = disk.path_of(made.handle).unwrap();
    disk.close(made.handle);
    let mut second = store(root.path());
    let again = second.load::<Session>(&copy, noon()).unwrap();
    assert_eq!(second.urn(again.handle, VOTE), Some(urn));
}

#[test]
fn a_paper_that_a_full_disk_keeps_from_going_along_is_told_and_taken_later() {
    let root = tempfile::tempdir().unwrap();
    let (tight, mut disk) = tight(root.path());
    let mut made = begun(&mut disk);
    let mut urn = Urn::holding(VOTE, casts());
    disk.keep_urn(made.handle, &urn).unwrap();
    let mut other = made.doc.clone();
    other.title = Text::line("Reçu d’une autre machine");
    fs::write(&made.path, encode(&made.path, &other).unwrap()).unwrap();
    retitle(&mut disk, &mut made, "Le mien", true);
    assert!(disk.flush(LONG));
    // Not even the lock of the copy can be made.
    tight.full.store(true, Ordering::SeqCst);
    disk.acks();
    urn.put(Cast::Void);
    assert!(disk.keep_urn(made.handle, &urn).is_err());
    tight.full.store(false, Ordering::SeqCst);
    disk.acks();
    disk.keep_urn(made.handle, &urn).unwrap();
    assert_eq!(disk.urn(made.handle, VOTE), Some(urn));
}
