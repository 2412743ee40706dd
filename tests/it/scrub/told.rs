//! The word goes from wherever it can; what cannot be looked into or written is told, and stops nothing else.

use super::super::harness::copy;
use super::super::made::{noon, session};
use super::super::store::store;
use super::careful::{done, read, titled, write};
use super::{asked, journal, left, made, put, real, telling, whole};
use crex::domain::incident::IncidentFile;
use crex::domain::parts::Parts as _;
use crex::domain::session::Session;
use crex::domain::text::fold;
use crex::store::{Asked, Disk, Held, RealDisk, SharedDisk, look_for_word, parse, scrub};
use serde_json::json;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uuid::Uuid;

/// A disk that refuses one call for the paths in which this stands.
#[derive(Debug)]
struct Stubborn(&'static str, &'static str);

impl Stubborn {
    fn gate(&self, call: &str, path: &Path) -> io::Result<()> {
        let name = path.file_name().unwrap().to_string_lossy();
        if call == self.0 && name.contains(self.1) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        Ok(())
    }
}

impl Disk for Stubborn {
    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        self.gate("list", folder)?;
        RealDisk.list(folder)
    }
    fn read_log(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.gate("read_log", path)?;
        RealDisk.read_log(path)
    }
    fn read_slot(&self, path: &Path, copies: usize) -> io::Result<Vec<Vec<u8>>> {
        self.gate("read_slot", path)?;
        RealDisk.read_slot(path, copies)
    }
    fn open_slot(&self, path: &Path) -> io::Result<Held> {
        self.gate("open_slot", path)?;
        RealDisk.open_slot(path)
    }
    fn keep(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.gate("keep", from)?;
        RealDisk.keep(from, to)
    }
}

fn stubborn(call: &'static str, part: &'static str) -> SharedDisk {
    Arc::new(Stubborn(call, part))
}

#[test]
fn a_number_or_a_day_alone_in_its_field_goes_as_well() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    drop(store(root));
    let incident: IncidentFile = made(json!({
        "schema": 1, "id": Uuid::from_u128(3 << 96),
        "report": {"reference": "IPP8001234567", "title": "1948-03-12", "reported": "1948-03-12"},
    }));
    let path = put(root, "incidents/a.ron", &incident);
    assert!(whole(&done(root, "IPP8001234567")));
    // A day of its own is kept, and told.
    let seen = done(root, "1948-03-12");
    assert!(left(&seen, &path), "{seen:?}");
    let after = parse::<IncidentFile>(&path, &fs::read(&path).unwrap())
        .unwrap()
        .doc;
    assert_eq!(after.report.reference.as_str(), "[effacé]");
    assert_eq!(after.report.title.as_str(), "[effacé]");
    assert_eq!(after.report.reported, incident.report.reported);
}

#[test]
fn one_file_that_cannot_be_written_stops_no_other() {
    let (folder, first) = titled("Le canari");
    let root = folder.path();
    let mut disk = store(root);
    let second = disk.create(session(2, "Un canari"), noon()).unwrap().path;
    drop(disk);
    let refusing = stubborn("keep", "le-canari");
    let seen = scrub(&refusing, root, noon(), &asked()).unwrap();
    assert!(!whole(&seen));
    assert!(
        !second.exists()
            && telling(root)
                .iter()
                .all(|path| path.to_string_lossy().contains("le-") || *path == first)
    );
    assert!(whole(&done(root, "canari")));
    assert_eq!(telling(root), [] as [PathBuf; 0]);
}

#[test]
#[cfg(unix)]
fn a_link_with_the_word_stops_no_other_and_is_told() {
    let (folder, path) = titled("Le canari");
    let root = folder.path();
    let outside = tempfile::tempdir().unwrap();
    let target = write(outside.path(), "a.ron", &read(&path));
    let link = root.join("sessions/0.ron");
    std::os::unix::fs::symlink(&target, &link).unwrap();
    let before = read(&target);
    let seen = done(root, "canari");
    assert!(left(&seen, &link), "{seen:?}");
    assert_eq!(read(&target), before);
    assert!(!path.exists());
}

#[test]
fn what_cannot_be_written_over_is_taken_away_and_told() {
    let (folder, _) = titled("Le canari");
    let root = folder.path();
    let refusing = stubborn("open_slot", ".tmp");
    let seen = scrub(&refusing, root, noon(), &asked()).unwrap();
    assert_eq!(telling(root), [] as [PathBuf; 0]);
    assert!(!whole(&seen), "{seen:?}");
}

#[test]
fn what_cannot_be_looked_into_is_told() {
    for (call, part) in [
        ("list", "backups"),
        ("list", "notes"),
        ("list", "journal"),
        ("list", "grids"),
        ("read_log", "orphelin"),
        ("read_slot", "orphelin"),
    ] {
        let (folder, _) = titled("Une chute");
        let root = folder.path();
        write(
            root,
            ".crex/journal/orphelin-01234567.log",
            "crex-journal 1 -\n",
        );
        write(root, ".crex/places/orphelin-01234567", "x");
        let seen = look_for_word(&stubborn(call, part), root, noon(), &asked());
        assert!(!seen.unread.is_empty(), "{call} {part}");
    }
}

#[test]
fn nowhere_is_said_only_when_it_is_so() {
    let notes = Uuid::from_u128(5);
    for at in 0..8 {
        let (folder, _) = titled("Une chute");
        let root = folder.path();
        match at {
            0 => drop(write(
                root,
                ".crex/journal/orphelin-01234567.log",
                &journal(),
            )),
            1 => {
                let mut disk = store(root);
                let opened = disk.notes(notes, noon()).unwrap();
                let before = opened.doc.clone();
                let mut after = before.clone();
                after.text = "dit\ncanari".into();
                disk.record(opened.handle, &before.diff(&after)).unwrap();
                std::mem::forget(disk);
            }
            2 => drop(write(
                root,
                ".crex/journal/a-01234567.damaged",
                "\"dit\\ncanari, cou",
            )),
            3 => drop(write(root, ".crex/places/a-01234567", "chez canari")),
            4 => drop(write(root, ".crex/last", "sessions/canari.ron\n")),
            5 => drop(write(root, ".crex/index/heads", "\u{3}6canari\u{1}")),
            6 => drop(write(
                root,
                ".crex/backups/a-01234567/20260101-000000.ron",
                "(a: \"canari\")",
            )),
            _ => drop(write(root, "sessions/.a.ron.0123abcd.tmp", "canari")),
        }
        let copied = tempfile::tempdir().unwrap();
        copy(root, copied.path());
        let root = copied.path();
        let seen = look_for_word(&real(), root, noon(), &asked());
        assert!(!seen.is_empty(), "{at}");
        let did = scrub(&real(), root, noon(), &asked()).unwrap();
        assert_eq!(
            (did.n_places(), did.copies),
            (seen.n_places(), seen.copies),
            "{at}"
        );
        assert_eq!(telling(root), [] as [PathBuf; 0], "{at}");
        assert!(read(&root.join("destroyed.ron")).contains("at:"), "{at}");
    }
}

#[test]
fn a_written_document_is_known_the_second_time_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut disk = store(folder.path());
    let opened = disk.create(session(1, "Le canari"), noon()).unwrap();
    let export = disk.export(opened.handle, "", "md", b"# Canari").unwrap();
    drop(disk);
    let once = Asked {
        exports: false,
        ..asked()
    };
    let seen = scrub(&real(), folder.path(), noon(), &once).unwrap();
    assert!(export.exists() && !whole(&seen));
    let seen = scrub(&real(), folder.path(), noon(), &asked()).unwrap();
    assert!(!export.exists() && whole(&seen), "{seen:?}");
    assert_eq!(telling(folder.path()), [] as [PathBuf; 0]);
}

#[test]
fn names_of_fields_are_no_words_and_the_other_side_of_a_conflict_stays() {
    let (folder, path) = titled("Une chute");
    let root = folder.path();
    let mut doc = session(1, "Une chute");
    doc.place = "chez canari".into();
    let text = String::from_utf8(crex::store::encode(&path, &doc).unwrap()).unwrap();
    assert!(text.contains("place:"));
    let kept = [
        "a-01234567/20260101-000000.ron",
        "a-01234567/aside-20260101-000000-1.ron",
        "2026-11-19-mise-de-cote-00000009.ron",
    ];
    let kept = kept.map(|name| write(root, &format!(".crex/backups/{name}"), &text));
    done(root, "place");
    for file in &kept {
        assert_eq!(read(file), text);
    }
    assert!(whole(&done(root, "canari")));
    for file in &kept {
        let doc = parse::<Session>(file, &fs::read(file).unwrap())
            .unwrap()
            .doc;
        assert_eq!(doc.place.as_str(), "chez [effacé]", "{}", file.display());
    }
}

#[test]
fn the_letters_typed_before_the_word_was_whole_go_with_the_journal() {
    let folder = tempfile::tempdir().unwrap();
    let mut disk = store(folder.path());
    for id in [1, 2] {
        let mut opened = disk.notes(Uuid::from_u128(id << 96), noon()).unwrap();
        for end in 1..="Canari".len() {
            let before = opened.doc.clone();
            opened.doc.text = "Canari"[..end].into();
            disk.record(opened.handle, &before.diff(&opened.doc))
                .unwrap();
            if id == 1 && end == 1 {
                disk.save(opened.handle, &opened.doc, 1);
            }
        }
    }
    assert!(disk.flush(super::LONG));
    std::mem::forget(disk);
    let copied = tempfile::tempdir().unwrap();
    copy(folder.path(), copied.path());
    let seen = done(copied.path(), "canari");
    assert!(whole(&seen), "{seen:?}");
    for (path, bytes) in super::files(copied.path()) {
        let all = fold(&String::from_utf8_lossy(&bytes));
        assert!(!all.contains("cana"), "{}", path.display());
    }
}
