//! Files that last: what is typed is there after a kill, what another wrote is never overwritten, what is damaged is named.

use super::made::{day, noon, session};
use chrono::TimeDelta;
use crex::domain::incident::{IncidentFile, Report};
use crex::domain::parts::{Change, Parts};
use crex::domain::problem::{DiskFault, FileFault, Problem, Why};
use crex::domain::session::Session;
use crex::domain::text::Text;
use crex::store::{Access, Opened, Settings, Store, workspace_root};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use uuid::Uuid;

/// Longer than any disk takes here.
pub const LONG: Duration = Duration::from_secs(20);

/// A store in a folder.
pub fn store(root: &Path) -> Store {
    Store::open(root, noon(), Arc::new(|| {})).unwrap()
}

/// The state of the disk at this moment, as a kill would leave it.
pub fn picture(root: &Path) -> (TempDir, PathBuf) {
    // Copying takes time while the thread may write: a copy counts when the next one is the same.
    let mut before = contents(root);
    let kept = loop {
        let kept = tempfile::tempdir().unwrap();
        for (name, bytes) in &before {
            let path = kept.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        let after = contents(root);
        if after == before {
            break kept;
        }
        before = after;
    };
    let path = kept.path().to_owned();
    (kept, path)
}

/// All files of a folder, but those being written.
fn contents(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut left = vec![root.to_owned()];
    let mut out = BTreeMap::new();
    while let Some(folder) = left.pop() {
        for path in fs::read_dir(folder).unwrap().flatten().map(|e| e.path()) {
            if path.is_dir() {
                left.push(path);
            } else if let Ok(bytes) = fs::read(&path) {
                out.insert(path.strip_prefix(root).unwrap().to_owned(), bytes);
            }
        }
    }
    out
}

/// Retitles an open session: the edit is recorded, and handed to be saved if asked.
pub fn retitle(store: &mut Store, opened: &mut Opened<Session>, title: &str, save: bool) {
    let before = opened.doc.clone();
    opened.doc.title = Text::line(title);
    store
        .record(opened.handle, &before.diff(&opened.doc))
        .unwrap();
    if save {
        store.save(opened.handle, &opened.doc, 1);
    }
}

/// The journals of a workspace.
pub fn journals(root: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(root.join(".crex/journal")).unwrap();
    entries.flatten().map(|e| e.path()).collect()
}

/// The contents of all backups, oldest first.
pub fn backups(root: &Path) -> Vec<Vec<u8>> {
    let mut paths = Vec::new();
    for folder in fs::read_dir(root.join(".crex/backups")).unwrap().flatten() {
        paths.extend(
            fs::read_dir(folder.path())
                .unwrap()
                .flatten()
                .map(|e| e.path()),
        );
    }
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

#[test]
fn a_new_session_is_on_the_disk_under_its_date_and_title() {
    let root = tempfile::tempdir().unwrap();
    let mut store = store(root.path());
    let made = store
        .create(session(0x1a2b_3c4d, "Œdème & chute à l’EHPAD"), noon())
        .unwrap();
    let name = "sessions/2026-11-19-oedeme-chute-a-l-ehpad-1a2b3c4d.ron";
    assert_eq!(made.path, root.path().join(name));
    let text = fs::read_to_string(&made.path).unwrap();
    assert!(text.starts_with("(\n    schema: 1,\n"), "{text}");
    assert!(text.ends_with(")\n"));
    assert_eq!(made.access, Access::Write);
    let again = store.create(made.doc, noon());
    assert!(matches!(again, Err(Problem::Disk(_, DiskFault::Exists))));
}

#[cfg(unix)]
#[test]
fn every_file_and_folder_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let root = tempfile::tempdir().unwrap();
    let mut store = store(&root.path().join("crex"));
    let mut made = store.create(session(1, "Chute"), noon()).unwrap();
    store.place(made.handle, "step 3").unwrap();
    retitle(&mut store, &mut made, "Chute de nuit", true);
    assert!(store.flush(LONG));
    retitle(&mut store, &mut made, "Chute de jour", false);
    let mut left = vec![root.path().join("crex")];
    let mut files = 0;
    while let Some(path) = left.pop() {
        let bits = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        if path.is_dir() {
            assert_eq!(bits, 0o700, "{}", path.display());
            left.extend(fs::read_dir(&path).unwrap().flatten().map(|e| e.path()));
        } else {
            files += 1;
            assert_eq!(bits, 0o600, "{}", path.display());
        }
    }
    assert!(files >= 5, "{files} files looked at");
}

#[test]
fn a_second_window_reads_and_says_who_writes() {
    let root = tempfile::tempdir().unwrap();
    let mut first = store(root.path());
    let mut made = first.create(session(1, "Chute"), noon()).unwrap();
    retitle(&mut first, &mut made, "Chute de nuit", false);
    let mut second = store(root.path());
    let mut read = second.load::<Session>(&made.path, noon()).unwrap();
    let Access::Read(Why::Held(who)) = &read.access else {
        panic!("{:?}", read.access);
    };
    assert!(
        who.as_str().starts_with(&std::process::id().to_string()),
        "{who}"
    );
    assert!(who.as_str().ends_with("2026-11-19 12:00"), "{who}");
    assert_eq!(read.doc.title.as_str(), "Chute de nuit");
    read.doc.title = Text::line("Autre");
    let change = [Change {
        path: "title".into(),
        value: Some("\"Autre\"".into()),
    }];
    let refused = second.record(read.handle, &change);
    assert!(matches!(refused, Err(Problem::ReadOnly(_, Why::Held(_)))));
    second.save(read.handle, &read.doc, 9);
    assert!(second.flush(LONG));
    assert!(!fs::read_to_string(&made.path).unwrap().contains("Autre"));
    first.close(made.handle);
    let third = second.load::<Session>(&made.path, noon()).unwrap();
    assert_eq!(third.access, Access::Write);
}

#[test]
fn a_list_has_the_newest_first_and_the_damaged_among_them() {
    let root = tempfile::tempdir().unwrap();
    let mut disk = store(root.path());
    for (id, days) in [(1, 0), (2, 30), (3, -30)] {
        let mut made = session(id, "Chute");
        made.date = day() + TimeDelta::days(days);
        disk.create(made, noon()).unwrap();
    }
    let bad = root.path().join("sessions/2026-11-25-abimee-00000009.ron");
    fs::write(&bad, "(\n    schema: 1,\n    title: \"Ch").unwrap();
    let incident = IncidentFile {
        schema: 1,
        id: Uuid::from_u128(8),
        report: Report::default(),
    };
    disk.create(incident, noon()).unwrap();
    let list = disk.list();
    let names: Vec<&str> = list.sessions.iter().map(|e| &e.file_name[..10]).collect();
    assert_eq!(
        names,
        ["2026-12-19", "2026-11-25", "2026-11-19", "2026-10-20"]
    );
    let damaged: Vec<&Problem> = list.damaged().collect();
    assert_eq!(damaged, [&Problem::File(bad, FileFault::Cut(3, 15))]);
    assert_eq!((list.incidents.len(), list.problems.len()), (1, 0));
}

#[test]
fn a_session_is_meant_by_path_date_or_start_of_its_title() {
    let root = tempfile::tempdir().unwrap();
    let mut disk = store(root.path());
    let first = disk
        .create(session(1, "Éviter la chute"), noon())
        .unwrap()
        .path;
    let mut later = session(2, "Éviter l’oubli");
    later.date = day() + TimeDelta::days(1);
    let later = disk.create(later, noon()).unwrap().path;
    for what in [
        "eviter la",
        "ÉVITER LA CHUTE",
        "2026-11-19",
        "19/11/2026",
        "19/11",
    ] {
        assert_eq!(disk.resolve(what), Ok(first.clone()), "{what}");
    }
    let name = later.file_name().unwrap().to_str().unwrap();
    for what in [name, later.to_str().unwrap(), "eviter l'o"] {
        assert_eq!(disk.resolve(what), Ok(later.clone()), "{what}");
    }
    let Err(Problem::ManySessions(what, names)) = disk.resolve("évi") else {
        panic!("two begin so");
    };
    assert_eq!((what.as_str(), names.len()), ("évi", 2));
    for what in ["rien", "2020-01-01", ""] {
        let none = Problem::NoSession(Text::line(what));
        assert_eq!(disk.resolve(what), Err(none), "{what}");
    }
    let missing = disk.resolve("ailleurs/x.ron");
    assert!(matches!(
        missing,
        Err(Problem::Disk(_, DiskFault::NotFound))
    ));
}

#[test]
fn a_folder_that_cannot_be_made_is_a_problem() {
    let root = tempfile::tempdir().unwrap();
    let file = root.path().join("file");
    fs::write(&file, "").unwrap();
    for place in [file.clone(), file.join("below")] {
        let told = Store::open(&place, noon(), Arc::new(|| {})).err();
        assert!(matches!(told, Some(Problem::Disk(..))), "{told:?}");
    }
}

#[test]
fn preferences_are_kept_and_those_that_cannot_be_read_are_those_proposed() {
    let root = tempfile::tempdir().unwrap();
    let path = root.path().join("deep/settings.ron");
    assert_eq!(Settings::load_from(&path), Settings::default());
    let chosen = Settings {
        theme: Text::line("clair"),
        mouse: false,
        workspace: Some(root.path().to_owned()),
        ..Settings::default()
    };
    chosen.save_to(&path).unwrap();
    assert_eq!(Settings::load_from(&path), chosen);
    fs::write(&path, "(theme: ").unwrap();
    let damaged = Settings::load_from(&path);
    let told = Problem::File(path.clone(), FileFault::Cut(1, 8));
    assert_eq!(damaged.fault, Some(told.clone()));
    assert_eq!((damaged.mouse, damaged.workspace.clone()), (true, None));
    assert_eq!(damaged.save_to(&path), Err(told));
    assert_eq!(fs::read_to_string(&path).unwrap(), "(theme: ");
    let told = chosen.save_to(&path.join("below"));
    assert!(matches!(told, Err(Problem::Disk(..))), "{told:?}");
    assert_eq!(
        workspace_root(Some(root.path()), &chosen),
        Ok(root.path().to_owned())
    );
}

#[test]
fn a_reader_that_leaves_takes_nothing_of_the_writer_away() {
    for close in [true, false] {
        let root = tempfile::tempdir().unwrap();
        let mut writer = store(root.path());
        let mut made = writer.create(session(1, "Chute"), noon()).unwrap();
        retitle(&mut writer, &mut made, "Chute de nuit", false);
        let mut reader = store(root.path());
        let read = reader.load::<Session>(&made.path, noon()).unwrap();
        assert!(matches!(read.access, Access::Read(Why::Held(_))));
        assert_eq!(read.doc, made.doc);
        if close {
            reader.close(read.handle);
        }
        drop(reader);
        // Killed now, the writer is found again with all that it had recorded.
        let (_kept, root) = picture(root.path());
        let name = made.path.file_name().unwrap();
        let again = store(&root).load::<Session>(&root.join("sessions").join(name), noon());
        assert_eq!(again.unwrap().doc, made.doc);
    }
}
