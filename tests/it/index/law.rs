//! The law of what is kept: whatever happens to the files, all that is told is as if nothing was ever kept.

use super::{FILES, Many};
use crate::made::{edit_all, edits, noon, session};
use crex::library::find::Query;
use crex::library::plan::plan;
use crex::store::Store;
use proptest::prelude::*;
use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

/// What is kept of the sessions for each of those who ask.
const INDEXES: [&str; 5] = [
    "sessions",
    "figures-sessions",
    "digests-sessions",
    "sheets-sessions",
    "words-sessions",
];

/// All that is told from what is kept, in full: the list, the figures of the year, the decisions, the action plan, a word.
fn told(folder: &Path) -> String {
    let store = Store::open(folder, noon(), Arc::new(|| {})).unwrap();
    let registry = store.registry();
    let year = registry.year(2026, noon().date());
    assert_eq!(year, store.figures().year(2026, noon().date()));
    let digests: Vec<_> = registry.believed().collect();
    let sheets = store.sheets();
    let unread: Vec<_> = sheets.unread().collect();
    let good = sheets.sessions.iter().filter_map(|f| f.1.as_ref().ok());
    let planned = plan(good, &[], noon().date());
    let found = store.find(&Query::new("e"), true, usize::MAX);
    let (mut answers, problems) = (found.answers, found.problems);
    answers.sort_by(|a, b| a.path.cmp(&b.path));
    let mut list: Vec<_> = store.list().sessions;
    list.sort_by(|a, b| a.path.cmp(&b.path));
    format!("{list:#?} {digests:#?} {year:#?} {planned:#?} {unread:#?} {answers:#?} {problems:#?}")
}

/// The same where nothing was ever kept.
fn told_anew(folder: &Path) -> String {
    let index = folder.join(".crex/index");
    let aside = folder.join("aside");
    fs::rename(&index, &aside).unwrap();
    let anew = told(folder);
    fs::remove_dir_all(&index).unwrap();
    fs::rename(&aside, &index).unwrap();
    anew
}

/// What may happen to a folder between two looks at it.
#[derive(Clone, Debug)]
enum Change {
    Edit(u128, Vec<crate::made::Edit>),
    Remove(u128),
    Copy(u128, u128),
    Touch(u128),
    Break(u128),
    Damage(usize, usize),
    Forget(usize),
}

fn change() -> impl Strategy<Value = Change> {
    let n = || 0..FILES + 4;
    prop_oneof![
        3 => (n(), edits(12)).prop_map(|(n, edits)| Change::Edit(n, edits)),
        1 => n().prop_map(Change::Remove),
        2 => (n(), n()).prop_map(|(from, to)| Change::Copy(from, to)),
        1 => n().prop_map(Change::Touch),
        1 => n().prop_map(Change::Break),
        1 => (0..INDEXES.len(), 0..4000_usize).prop_map(|(which, at)| Change::Damage(which, at)),
        1 => (0..INDEXES.len()).prop_map(Change::Forget),
    ]
}

impl Many {
    fn undergo(&self, change: &Change) {
        let kept = |which: usize| self.folder.path().join(".crex/index").join(INDEXES[which]);
        match change {
            Change::Edit(n, edits) => {
                let mut edited = session(n + 1, "Réécrite");
                edit_all(&mut edited, edits);
                self.write(*n, &edited);
            }
            Change::Remove(n) => drop(fs::remove_file(self.path(*n))),
            // The copy may be as old as what it was made from.
            Change::Copy(from, to) => {
                let old = fs::metadata(self.path(*from)).and_then(|meta| meta.modified());
                if fs::copy(self.path(*from), self.path(*to)).is_ok() {
                    let file = File::options().write(true).open(self.path(*to));
                    file.unwrap().set_modified(old.unwrap()).unwrap();
                }
            }
            Change::Touch(n) => {
                if let Ok(file) = File::options().write(true).open(self.path(*n)) {
                    file.set_modified(SystemTime::now()).unwrap();
                }
            }
            Change::Break(n) => fs::write(self.path(*n), "(schema: 1, title: \"").unwrap(),
            Change::Damage(which, at) => {
                let mut bytes = fs::read(kept(*which)).unwrap_or_default();
                if let Some(byte) = bytes.get_mut(*at) {
                    *byte ^= 0x55;
                }
                fs::write(kept(*which), bytes).unwrap();
            }
            Change::Forget(which) => drop(fs::remove_file(kept(*which))),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn whatever_happens_to_the_files_what_is_told_is_as_if_nothing_was_ever_kept(
        steps in prop::collection::vec(prop::collection::vec(change(), 1..8), 1..4),
    ) {
        let many = Many::new();
        let folder = many.folder.path();
        prop_assert_eq!(told(folder), told_anew(folder));
        for index in INDEXES {
            prop_assert!(folder.join(".crex/index").join(index).is_file(), "{}", index);
        }
        for step in &steps {
            for change in step {
                many.undergo(change);
            }
            let anew = told_anew(folder);
            prop_assert_eq!(told(folder), anew.clone());
            prop_assert_eq!(told(folder), anew);
        }
    }
}

#[test]
fn what_is_kept_is_written_again_only_when_something_changed() {
    let many = Many::new();
    let folder = many.folder.path();
    fs::write(many.path(7), "(schema: 1,").unwrap();
    told(folder);
    let written = || {
        INDEXES.map(|name| {
            let kept = fs::metadata(folder.join(".crex/index").join(name));
            kept.unwrap().modified().unwrap()
        })
    };
    let first = written();
    told(folder);
    // A file that cannot be read is read each time, and changes nothing of what is kept.
    assert_eq!(written(), first);
    fs::remove_file(many.path(9)).unwrap();
    told(folder);
    assert!(
        written()[..4]
            .iter()
            .zip(first)
            .all(|(now, then)| *now != then)
    );
}

/// What is kept holds all that is written in sessions: it is for its owner alone.
#[cfg(unix)]
#[test]
fn what_is_kept_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let many = Many::new();
    told(many.folder.path());
    let kept = fs::read_dir(many.folder.path().join(".crex/index")).unwrap();
    let modes: Vec<u32> = kept
        .map(|entry| entry.unwrap().metadata().unwrap().permissions().mode() & 0o777)
        .collect();
    assert_eq!(modes, [0o600; INDEXES.len()]);
}
