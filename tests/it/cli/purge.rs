//! What is too old: listed, destroyed with what belongs to it alone, or kept without the people and with its figures.

use super::{Machine, noon, session, store};
use chrono::NaiveDate;
use crex::domain::incident::{Fate, Incident, IncidentFile, Report};
use crex::domain::notes::Notes;
use crex::domain::session::Session;
use crex::domain::text::fold;
use crex::library::year::Figures;
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
    incident.origin = Uuid::from_u128(origin).to_string().as_str().into();
    incident.fate = fate;
    incident.report.title = "Événement".into();
    session.incidents.push(incident);
}

/// Two sealed sessions, one open, one of today; events heard in one, in two, or to come back.
fn machine() -> Machine {
    let machine = Machine::new();
    let mut disk = store(&machine.workspace());
    for id in [50_u128, 51, 52] {
        let report = Report {
            title: format!("Perroquet {id}").as_str().into(),
            ..Report::default()
        };
        let id = Uuid::from_u128(id);
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
    machine
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
        .ends(0);
    machine.run(&["purge", "--before", "2999", "--yes"]).ends(2);
    assert!(telling(&machine.workspace(), "premier").len() > 2);
}

#[test]
fn a_purge_takes_what_belongs_to_the_session_alone_and_tells_how_much() {
    let machine = machine();
    let root = machine.workspace();
    let ran = machine.run(&["purge", "--before", "2011", "--yes"]).ends(0);
    assert!(
        ran.out.contains("séances 1, documents avec elles 2"),
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

/// The figures of a session, the functions left out: how many sat there counts, not who.
fn figures(session: &Session) -> Figures {
    let mut figures = Figures::of(session);
    for seats in &mut figures.seats {
        seats.function = "".into();
    }
    figures
}

#[test]
fn an_archive_has_the_figures_and_none_of_the_people() {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/examples");
    for name in ["ehpad-sealed.ron", "ehpad-midway.ron"] {
        let path = example.join(name);
        let bytes = fs::read(&path).unwrap();
        let session = crex::store::parse::<Session>(&path, &bytes).unwrap().doc;
        let done = crex::documents::archive::archived(&session).unwrap();
        assert_eq!(figures(&done.session), figures(&session));
        assert!(!session.place.is_blank() && done.session.place.is_blank());
        let kept: Vec<&str> = done
            .session
            .attendees
            .iter()
            .map(|a| a.function.as_str())
            .collect();
        for attendee in session.attendees.iter() {
            assert!(!kept.contains(&attendee.function.as_str()), "{kept:?}");
        }
        assert!(done.replaced > 10 && done.removed > 0);
    }
}

#[test]
fn what_is_archived_is_sealed_again_and_checked() {
    let machine = machine();
    let to = machine.path("archive");
    let name = to.to_string_lossy().into_owned();
    let ran = machine
        .run(&["archive", "--before", "2011", "--to", &name])
        .ends(0);
    assert!(ran.out.contains("2 séances"), "{}", ran.out);
    let check = machine.run(&["check", "--workspace", &name]).ends(0);
    assert!(check.out.contains("sceau intact"), "{}", check.out);
    // What lies there already is not written over.
    machine
        .run(&["archive", "--before", "2011", "--to", &name])
        .ends(1);
    assert!(!telling(&machine.workspace(), "premier").is_empty());
}
