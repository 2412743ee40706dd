//! Somebody at work while a purge is asked for or goes on.

use super::super::{noon, store};
use super::{machine, telling};
use chrono::NaiveDate;
use crex::domain::problem::{Problem, Why};
use crex::domain::session::Session;
use crex::domain::text::Text;
use crex::store::{Disk, Held, RealDisk, SharedDisk, Store, due, purge};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// A disk on which someone opens this session as soon as the first one is traced, since it does not keep others out.
struct Meddling {
    path: PathBuf,
    root: PathBuf,
    open: Mutex<Option<Store>>,
}

impl std::fmt::Debug for Meddling {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Meddling")
    }
}

impl Disk for Meddling {
    fn open_lock(&self, path: &Path) -> io::Result<fs::File> {
        if path.ends_with("workspace.lock") {
            return tempfile::tempfile();
        }
        RealDisk.open_lock(path)
    }
    fn create(&self, path: &Path) -> io::Result<Held> {
        let mut open = self.open.lock().unwrap();
        if open.is_none() {
            let mut other = store(&self.root);
            other.load::<Session>(&self.path, noon()).unwrap();
            *open = Some(other);
        }
        RealDisk.create(path)
    }
}

fn year(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap()
}

fn why() -> Text {
    Text::line("trop vieux")
}

#[test]
fn a_session_that_someone_opens_meanwhile_stays_with_all_it_refers_to() {
    let machine = machine();
    let root = machine.workspace();
    let path = store(&root).resolve("Perroquet second").unwrap();
    let disk: SharedDisk = Arc::new(Meddling {
        path: path.clone(),
        root: root.clone(),
        open: Mutex::default(),
    });
    let shown = due(&disk, &root, year(2012), false);
    let done = purge(&disk, &root, noon(), &shown, &why()).unwrap();
    assert_eq!(done.sessions, 1);
    let held =
        |problem: &Problem| matches!(problem, Problem::ReadOnly(at, Why::Held(_)) if *at == path);
    assert!(done.stayed.iter().all(held), "{:?}", done.stayed);
    assert_eq!(done.stayed.len(), 1);
    assert_eq!(telling(&root, "premier"), [] as [PathBuf; 0]);
    // Heard in both: the one that stays still refers to it. And no trace says that it went.
    assert!(!telling(&root, "perroquet 51").is_empty());
    let export = path.with_extension("md");
    assert!(path.exists() && export.exists());
    let log = fs::read_to_string(root.join("destroyed.ron")).unwrap();
    assert!(!log.contains("2011-03-01"), "{log}");
    drop(disk);
    let real: SharedDisk = Arc::new(RealDisk);
    let shown = due(&real, &root, year(2012), false);
    purge(&real, &root, noon(), &shown, &why()).unwrap();
    assert_eq!(telling(&root, "perroquet 51"), [] as [PathBuf; 0]);
}

#[test]
fn what_changed_since_it_was_shown_is_shown_again_first() {
    let machine = machine();
    let root = machine.workspace();
    let real: SharedDisk = Arc::new(RealDisk);
    let shown = due(&real, &root, year(2012), false);
    let before = telling(&root, "perroquet").len();
    // A meeting that begins now hears one of the events once more.
    let mut other = store(&root);
    let mut new = super::session(9, "Perroquet neuf");
    super::heard(&mut new, 50, crex::domain::incident::Fate::Chosen);
    other.create(new, noon()).unwrap();
    drop(other);
    let done = purge(&real, &root, noon(), &shown, &why());
    assert_eq!(done, Err(Problem::Since(root.clone())));
    assert!(telling(&root, "perroquet").len() > before);
    assert!(!root.join("destroyed.ron").exists());
}
