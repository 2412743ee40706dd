//! What is too old: listed, destroyed with what belongs to it alone, or kept without the people and with its figures.

mod archived;
mod killed;
mod meanwhile;
mod theirs;

use super::{Machine, noon, session, store};
use chrono::NaiveDate;
use crex::domain::incident::{Fate, Incident, IncidentFile, Report};
use crex::domain::notes::Notes;
use crex::domain::session::Session;
use crex::domain::text::fold;
use crex::store::Store;
use std::fs;
use std::path::{Path, PathBuf};
use uuid::Uuid;

fn old(id: u128, year: i32, title: &str) -> Session {
    let mut session = session(id, title);
    session.date = NaiveDate::from_ymd_opt(year, 3, 1).unwrap();
    session.number = u32::try_from(id).unwrap();
    session
}

fn heard(session: &mut Session, origin: u128, fate: Fate) {
    let mut incident = Incident::new(session.ids.give());
    incident.origin = Uuid::from_u128(origin << 96).to_string().as_str().into();
    incident.fate = fate;
    incident.report.title = "Événement".into();
    session.incidents.push(incident);
}

/// Two sealed sessions, one open, one of today; events heard in one, in two, or to come back.
fn machine() -> Machine {
    let machine = Machine::new();
    filled(&mut store(&machine.workspace()));
    machine
}

/// Puts these into a workspace.
fn filled(disk: &mut Store) {
    for id in [50_u128, 51, 52] {
        let report = Report {
            title: format!("Perroquet {id}").as_str().into(),
            ..Report::default()
        };
        let id = Uuid::from_u128(id << 96);
        disk.create(
            IncidentFile {
                schema: 1,
                id,
                report,
            },
            noon(),
        )
        .unwrap();
    }
    let mut first = old(1, 2010, "Perroquet premier");
    heard(&mut first, 50, Fate::Chosen);
    heard(&mut first, 51, Fate::Chosen);
    heard(&mut first, 52, Fate::NextTime);
    let mut second = old(2, 2011, "Perroquet second");
    heard(&mut second, 51, Fate::Chosen);
    for made in [first, second] {
        let made = disk.create(made, noon()).unwrap();
        disk.seal(made.handle, &made.doc, noon()).unwrap();
        disk.remember(&made.path).unwrap();
        disk.export(made.handle, "", "md", b"# Perroquet").unwrap();
    }
    disk.create(old(3, 2009, "Restée ouverte"), noon()).unwrap();
    disk.create(session(4, "Aujourd'hui"), noon()).unwrap();
    let mut notes = disk.notes(Uuid::from_u128(1 << 96), noon()).unwrap();
    let before: Notes = notes.doc.clone();
    notes.doc.text = "perroquet".into();
    let changes = crex::domain::parts::Parts::diff(&before, &notes.doc);
    disk.record(notes.handle, &changes).unwrap();
    disk.save(notes.handle, &notes.doc, 1);
}

/// The files, backups and folders that tell of the first session.
fn telling(root: &Path, word: &str) -> Vec<PathBuf> {
    let mut left = vec![root.to_owned()];
    let mut out = Vec::new();
    while let Some(path) = left.pop() {
        let name = path
            .strip_prefix(root)
            .unwrap()
            .to_string_lossy()
            .into_owned();
        let mut said = name;
        if path.is_dir() {
            left.extend(fs::read_dir(&path).unwrap().map(|e| e.unwrap().path()));
        } else {
            said.push_str(&String::from_utf8_lossy(&fs::read(&path).unwrap()));
        }
        if fold(&said).contains(word) {
            out.push(path);
        }
    }
    out
}

#[test]
fn what_is_too_old_is_listed_and_nobody_decides_for_the_team() {
    let machine = machine();
    let ran = machine.run(&["retention"]).ends(2);
    assert!(ran.err.contains("--years 10"), "{}", ran.err);
    let ran = machine.run(&["retention", "--before", "2011"]).ends(0);
    assert!(ran.out.contains("2 séances"), "{}", ran.out);
    assert!(
        ran.out.contains("Restée ouverte · non scellée"),
        "{}",
        ran.out
    );
    machine.run(&["purge", "--before", "2011"]).ends(1);
    machine
        .run(&["purge", "--before", "2011", "--dry-run"])
        .ends(0)
        .says(&["Rien n'a été détruit. À détruire\u{a0}: 1 séance, et 3 documents avec."]);
    machine.run(&["purge", "--before", "2999", "--yes"]).ends(2);
    assert!(telling(&machine.workspace(), "premier").len() > 2);
}

#[test]
fn a_purge_takes_what_belongs_to_the_session_alone_and_tells_how_much() {
    let machine = machine();
    let root = machine.workspace();
    let ran = machine.run(&["purge", "--before", "2011", "--yes"]).ends(0);
    assert!(
        ran.out.contains("1 séance détruite, et 3 documents avec."),
        "{}",
        ran.out
    );
    assert_eq!(telling(&root, "premier"), [] as [PathBuf; 0]);
    assert_eq!(telling(&root, "perroquet 50"), [] as [PathBuf; 0]);
    assert_eq!(fs::read_dir(root.join("notes")).unwrap().count(), 0);
    // Heard once more, to come back, or not sealed: they stay.
    for word in [
        "perroquet 51",
        "perroquet 52",
        "restee ouverte",
        "perroquet second",
    ] {
        assert!(!telling(&root, word).is_empty(), "{word}");
    }
    let log = fs::read_to_string(root.join("destroyed.ron")).unwrap();
    assert!(
        log.contains("2010-03-01") && log.contains("number: 1"),
        "{log}"
    );
    machine.run(&["check"]).ends(0);
    let again = machine.run(&["purge", "--before", "2011", "--yes"]).ends(0);
    assert!(again.out.contains("Aucune séance"), "{}", again.out);
    machine
        .run(&["purge", "--before", "2011", "--yes", "--unsealed"])
        .ends(0);
    assert_eq!(telling(&root, "restee"), [] as [PathBuf; 0]);
}
