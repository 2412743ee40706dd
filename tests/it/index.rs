//! What the program keeps so as not to read a thousand files again is never believed over the files.

mod law;

use crate::made::{noon, session};
use crex::domain::session::Session;
use crex::library::find::Query;
use crex::store::{Store, encode};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// Enough files for something to be kept.
const FILES: u128 = 80;

/// A workspace of many sessions that lay still for a minute.
struct Many {
    folder: tempfile::TempDir,
}

impl Many {
    fn new() -> Self {
        let many = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        fs::create_dir(many.folder.path().join("sessions")).unwrap();
        for n in 0..FILES {
            many.write(n, &session(n + 1, &format!("Séance {n:03}")));
        }
        many
    }

    fn path(&self, n: u128) -> PathBuf {
        let name = format!("sessions/2026-11-19-seance-{n:03}.ron");
        self.folder.path().join(name)
    }

    /// Writes a session as if a minute ago.
    fn write(&self, n: u128, session: &Session) {
        let path = self.path(n);
        fs::write(&path, encode(&path, session).unwrap()).unwrap();
        let file = File::options().write(true).open(&path).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_secs(60))
            .unwrap();
    }

    /// The titles in the list of this folder, or what cannot be read; by file name.
    fn listed(folder: &Path) -> Vec<(String, Option<String>)> {
        let store = Store::open(folder, noon(), Arc::new(|| {})).unwrap();
        let entries = store.list().sessions.into_iter();
        let mut all: Vec<_> = entries
            .map(|e| (e.file_name, e.state.ok().map(|h| h.title.to_string())))
            .collect();
        all.sort();
        all
    }

    /// The list says what the files say: the same as where nothing was ever kept.
    #[track_caller]
    fn holds(&self) -> Vec<(String, Option<String>)> {
        let bare = tempfile::tempdir().unwrap();
        fs::create_dir(bare.path().join("sessions")).unwrap();
        for entry in fs::read_dir(self.folder.path().join("sessions")).unwrap() {
            let from = entry.unwrap().path();
            let to = bare.path().join("sessions").join(from.file_name().unwrap());
            fs::copy(from, to).unwrap();
        }
        let listed = Self::listed(self.folder.path());
        assert_eq!(listed, Self::listed(bare.path()));
        listed
    }

    fn index(&self) -> PathBuf {
        self.folder.path().join(".crex/index/sessions")
    }
}

#[test]
fn a_list_from_what_is_kept_is_that_of_the_files() {
    let many = Many::new();
    assert_eq!(many.holds().len(), 80);
    assert!(many.index().is_file());
    assert_eq!(many.holds(), many.holds());
}

#[test]
fn whatever_changes_is_seen() {
    let many = Many::new();
    many.holds();
    many.write(3, &session(4, "Tout autre chose"));
    fs::remove_file(many.path(5)).unwrap();
    fs::write(many.path(7), "(schema: 1,").unwrap();
    fs::copy(many.path(8), many.path(900)).unwrap();
    let listed = many.holds();
    assert_eq!(listed[3].1.as_deref(), Some("Tout autre chose"));
    assert_eq!(listed.len(), 80);
    assert!(listed.iter().any(|(_, title)| title.is_none()));
}

/// The hardest case: as long as before, and as old as before. Only some systems tell that such a file changed at all.
#[cfg(unix)]
#[test]
fn a_change_that_hides_is_seen() {
    let many = Many::new();
    many.holds();
    let before = fs::metadata(many.path(3)).unwrap();
    let path = many.path(3);
    fs::write(&path, encode(&path, &session(4, "Séance XYZ")).unwrap()).unwrap();
    let file = File::options().write(true).open(&path).unwrap();
    file.set_modified(before.modified().unwrap()).unwrap();
    assert_eq!(file.metadata().unwrap().len(), before.len());
    assert_eq!(many.holds()[3].1.as_deref(), Some("Séance XYZ"));
}

#[test]
fn what_is_kept_may_be_damaged_cut_or_taken_away() {
    let many = Many::new();
    let whole = many.holds();
    let kept = fs::read(many.index()).unwrap();
    let mut turned = kept.clone();
    *turned.last_mut().unwrap() ^= 1;
    for bytes in [&kept[..kept.len() / 2], b"", b"crex", &turned] {
        fs::write(many.index(), bytes).unwrap();
        assert_eq!(many.holds(), whole);
        assert_eq!(fs::read(many.index()).unwrap(), kept, "made anew");
    }
    fs::remove_dir_all(many.folder.path().join(".crex")).unwrap();
    assert_eq!(many.holds(), whole);
}

/// Kept by a program that is whole, of files that are called the same and are others: as a copied folder may bring it along.
#[test]
fn what_was_kept_of_other_files_of_the_same_names_is_not_believed() {
    let (many, other) = (Many::new(), Many::new());
    for n in 0..FILES {
        other.write(n, &session(n + 1, &format!("Faux titre {n:03}")));
    }
    assert_eq!(found(other.folder.path(), "faux").len(), 80);
    other.holds();
    let (from, to) = (other.folder.path(), many.folder.path());
    let whole = many.holds();
    fs::create_dir_all(to.join(".crex/index")).unwrap();
    let whole_registry = registry(to);
    assert!(registry(from) != whole_registry);
    for name in ["sessions", "words-sessions", "digests-sessions"] {
        let name = format!(".crex/index/{name}");
        fs::copy(from.join(&name), to.join(&name)).unwrap();
    }
    assert_eq!(many.holds(), whole);
    assert_eq!(registry(to), whole_registry);
    assert!(found(to, "faux").is_empty());
    assert_eq!(found(to, "seance").len(), 80);
}

/// What the whole workspace gives, told in full.
fn registry(folder: &Path) -> String {
    let store = Store::open(folder, noon(), Arc::new(|| {})).unwrap();
    let registry = store.registry();
    let year = registry.year(2026, noon().date());
    let digests: Vec<_> = registry.digests().collect();
    let unread: Vec<_> = registry.survey.unread().collect();
    assert_eq!(digests.len() + unread.len(), 80);
    format!("{digests:?} {unread:?} {year:?}").replace(&folder.display().to_string(), "")
}

#[test]
fn what_all_sessions_give_together_is_the_same_with_and_without_what_is_kept() {
    let many = Many::new();
    let folder = many.folder.path();
    fs::write(many.path(7), "(schema: 1,").unwrap();
    fs::write(many.path(8), "(schema: 99, id: 3)").unwrap();
    let whole = registry(folder);
    many.holds();
    found_whatever(folder);
    assert_eq!(registry(folder), whole);
    fs::write(many.index(), "crex").unwrap();
    assert_eq!(registry(folder), whole);
    fs::remove_dir_all(folder.join(".crex")).unwrap();
    assert_eq!(registry(folder), whole);
}

/// Has the words of all files learned.
fn found_whatever(folder: &Path) {
    let store = Store::open(folder, noon(), Arc::new(|| {})).unwrap();
    let all = store.find(&Query::new("seance"), true, usize::MAX);
    assert_eq!((all.answers.len(), all.problems.len()), (78, 2));
}

/// What is found, by file name.
fn found(folder: &Path, typed: &str) -> Vec<String> {
    let store = Store::open(folder, noon(), Arc::new(|| {})).unwrap();
    let all = store.find(&Query::new(typed), true, usize::MAX);
    assert!(all.problems.is_empty() && !all.cut);
    let answers = all.answers;
    let name = |path: PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    let mut all: Vec<String> = answers.into_iter().map(|a| name(a.path)).collect();
    all.sort();
    all
}

#[test]
fn what_is_looked_for_is_found_whatever_changed_since_its_words_were_kept() {
    let many = Many::new();
    let folder = many.folder.path();
    let place = |n: u32| format!("2026-11-19-seance-{n:03}.ron");
    // The first search learns, the second knows: the same is found.
    for _ in 0..2 {
        assert_eq!(found(folder, "seance 041"), [place(41)]);
        assert_eq!(found(folder, "ance").len(), 80);
        assert_eq!(found(folder, "frigo"), [""; 0]);
    }
    many.write(3, &session(4, "Réfrigérateur en panne"));
    many.write(41, &session(42, "Tout autre chose"));
    fs::remove_file(many.path(5)).unwrap();
    for _ in 0..2 {
        assert_eq!(found(folder, "frigé"), [place(3)]);
        assert_eq!(found(folder, "041"), [""; 0]);
        assert_eq!(found(folder, "seance").len(), 77);
        assert_eq!(found(folder, "« autre chose »"), [place(41)]);
    }
    let kept = folder.join(".crex/index/words-sessions");
    let half = fs::read(&kept).unwrap();
    fs::write(&kept, &half[..half.len() / 2]).unwrap();
    assert_eq!(found(folder, "frigé"), [place(3)]);
}

#[test]
fn of_many_sessions_that_answer_the_newest_are_told_and_that_there_are_others() {
    let many = Many::new();
    let folder = many.folder.path();
    assert_eq!(found(folder, "seance").len(), 80);
    let store = Store::open(folder, noon(), Arc::new(|| {})).unwrap();
    let newest = store.find(&Query::new("seance"), false, 10);
    assert!(newest.cut);
    assert_eq!(newest.answers.len(), 10);
    let first = newest.answers.iter().map(|a| a.path.clone()).min().unwrap();
    assert_eq!(first, many.path(70));
    assert!(!store.find(&Query::new("seance 041"), false, 10).cut);
}
