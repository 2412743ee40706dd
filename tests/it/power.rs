//! Power cuts: what a program did is written down call by call, every cut leaves one of the states that it may leave, and each
//! of them is opened. A few hundred here, ten thousand in `tests/long/power`.
#![allow(clippy::print_stdout, reason = "the long run tells its figure")]

mod life;
mod model;

use super::disks::{Note, Op, Quick};
use super::made::noon;
use super::store::{LONG, retitle};
use chrono::TimeDelta;
use crex::domain::problem::Remark;
use crex::domain::session::Session;
use crex::store::{Access, Disk, Store, parse};
use life::{Kind, VOTE, filled, live, number, title};
use model::{Found, Model};
use std::collections::HashSet;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Numbers that are the same for a seed (a linear congruential generator; Knuth's constants).
pub struct Dice(u64);

impl Dice {
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n.max(1)
    }
}

/// What the disk has promised by a moment, and what was asked of it by then.
#[derive(Clone, Debug, Default)]
struct Promise {
    /// The last title that is on the disk for good, none before there is a session.
    held: Option<usize>,
    typed: usize,
    filled: usize,
    papers: usize,
    put: usize,
    over: bool,
    sealing: bool,
    sealed: bool,
    theirs: Option<Vec<u8>>,
}

impl Promise {
    fn after(&mut self, op: &Op) {
        match op {
            // It took the place of what was saved: only memory has that now.
            Op::Theirs(_, _, bytes) => (self.held, self.theirs) = (Some(0), Some(bytes.clone())),
            Op::Note(note) => match note {
                Note::Typed(n) => self.typed = *n,
                Note::Filled(n) => self.filled = *n,
                Note::Held(n) => self.held = Some(*n),
                Note::Put(n) => self.put = *n,
                Note::Papers(n) => self.papers = *n,
                Note::Over => self.over = true,
                Note::Sealing => self.sealing = true,
                Note::Sealed => self.sealed = true,
            },
            _ => {}
        }
    }
}

/// Lays a state down in a folder; gives the workspace in it.
fn lay(found: &Found, base: &Path) -> (tempfile::TempDir, PathBuf) {
    let kept = tempfile::tempdir().unwrap();
    for (path, bytes) in found {
        let there = kept.path().join(path.strip_prefix(base).unwrap());
        match bytes {
            None => fs::create_dir_all(there).unwrap(),
            Some(bytes) => fs::write(there, bytes).unwrap(),
        }
    }
    let root = kept.path().join("crex");
    (kept, root)
}

/// Opens what a cut left, and holds it against what was promised.
fn check(root: &Path, kind: Kind, promise: &Promise, at: &str) {
    let now = noon() + TimeDelta::days(1);
    let below = kind.on(Arc::new(Quick), root);
    let open = || Store::open_on(Arc::clone(&below), root, now, Arc::new(|| {})).unwrap();
    let mut disk = open();
    let mut best = None;
    for path in sessions(root, &*below) {
        let read = disk.load::<Session>(&path, now);
        let read = read.unwrap_or_else(|problem| panic!("{at}: {problem:?}"));
        assert!(read.remarks.iter().all(calm), "{at}: {:?}", read.remarks);
        let title = number(&read.doc.title);
        assert!(
            title.is_some_and(|n| n <= promise.typed),
            "{at}: nobody typed {title:?}"
        );
        let lessons = &read.doc.closing.lessons;
        let typed = |n| *lessons == filled(n);
        assert!(
            lessons.is_blank() || (0..=promise.filled).any(typed),
            "{at}: nobody typed this"
        );
        assert!(
            promise.sealing || !read.doc.is_sealed(),
            "{at}: sealed by nobody"
        );
        if let Some(urn) = disk.urn(read.handle, VOTE) {
            let papers = urn.papers().len();
            assert!(
                (promise.papers..=promise.put).contains(&papers),
                "{at}: {papers} papers"
            );
        } else {
            let lost = promise.papers > 0 && !promise.over;
            assert!(!lost, "{at}: all of {} papers are lost", promise.papers);
        }
        if best.as_ref().is_none_or(|(known, _)| title > *known) {
            best = Some((title, read));
        }
    }
    let there = best.as_ref().and_then(|(title, _)| *title);
    assert!(
        there >= promise.held,
        "{at}: {there:?} of {:?}",
        promise.held
    );
    let Some((_, mut opened)) = best else { return };
    assert!(
        opened.doc.is_sealed() || !promise.sealed,
        "{at}: not sealed any more"
    );
    if opened.access == Access::Write {
        retitle(&mut disk, &mut opened, &title(999), true);
        assert!(disk.flush(LONG), "{at}");
        drop(disk);
        let read = open().read::<Session>(&opened.path).unwrap();
        assert_eq!(number(&read.doc.title), Some(999), "{at}");
    } else {
        drop(disk);
    }
    if let Some(theirs) = &promise.theirs {
        assert!(
            lies_somewhere(root, theirs),
            "{at}: what another wrote is gone"
        );
    }
    for path in sessions(root, &*below) {
        parse::<Session>(&path, &below.read(&path).unwrap()).unwrap();
    }
}

/// The session files of a workspace on this disk.
fn sessions(root: &Path, disk: &dyn Disk) -> Vec<PathBuf> {
    let files = fs::read_dir(root.join("sessions"));
    let paths = files.into_iter().flatten().flatten().map(|e| e.path());
    let whole = |path: &PathBuf| path.extension().is_some_and(|end| end == disk.ending());
    let mut out: Vec<PathBuf> = paths.filter(whole).collect();
    out.sort();
    out
}

/// Whether this may be noticed in what a cut left: what came back, what of a journal is torn or damaged, and that another wrote
/// the file.
fn calm(remark: &Remark) -> bool {
    use Remark::{DamagedJournal, Foreign, Recovered, TornJournal};
    matches!(
        remark,
        Recovered(_) | TornJournal | DamagedJournal(..) | Foreign(_)
    )
}

fn lies_somewhere(folder: &Path, wanted: &[u8]) -> bool {
    fs::read_dir(folder).unwrap().flatten().any(|entry| {
        let path = entry.path();
        if path.is_dir() {
            lies_somewhere(&path, wanted)
        } else {
            fs::read(&path).is_ok_and(|bytes| bytes == wanted)
        }
    })
}

/// Cuts the power at every call of lives of this kind until so many different states were opened; gives how many were.
fn cut(states: usize, seed: u64) -> usize {
    let mut seen = HashSet::new();
    for life in 0.. {
        let kind = Kind::ALL[usize::try_from(life).unwrap() % Kind::ALL.len()];
        let life = seed * 1_000 + life;
        let kept = tempfile::tempdir().unwrap();
        fs::create_dir(kept.path().join("before")).unwrap();
        let ops = live(&kept.path().join("crex"), kind, life);
        let (mut model, mut promise) = (Model::default(), Promise::default());
        let mut dice = Dice(life);
        // Few states are spread over lives of every kind.
        let every = ops.len() * 4 / (states / Kind::ALL.len()).max(1);
        for (n, op) in ops.iter().enumerate() {
            model.after(op);
            promise.after(op);
            for sample in 0..4 {
                if dice.below(every) > 0 {
                    continue;
                }
                let found = model.cut(&mut dice);
                let mut hasher = DefaultHasher::new();
                (life, n, &found).hash(&mut hasher);
                // The same calls may have been cut to the same state before.
                if !seen.insert(hasher.finish()) {
                    continue;
                }
                let call: String = format!("{op:?}").chars().take(120).collect();
                let at = format!("life {life} ({kind:?}), cut {sample} after call {n}: {call}");
                let (_kept, root) = lay(&found, kept.path());
                check(&root, kind, &promise, &at);
                if seen.len() >= states {
                    return seen.len();
                }
            }
        }
    }
    unreachable!("lives go on for ever")
}

#[test]
fn whatever_a_power_cut_leaves_is_whole_and_holds_what_was_saved() {
    let number = |name: &str| std::env::var(name).ok().and_then(|n| n.parse().ok());
    let states = number("CREX_STATES").unwrap_or(300);
    let seed = number("CREX_SEED").unwrap_or(1);
    let seen = cut(usize::try_from(states).unwrap(), seed);
    println!("{seen} states that a power cut may leave (seed {seed}): 0 bad");
    assert!(seen >= 300);
}
