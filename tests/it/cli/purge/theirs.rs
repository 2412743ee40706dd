//! What a purge leaves: what is not ours, not of a purged session, or may still be referred to. And all that it takes.

use super::super::{Machine, noon, session, store};
use super::{heard, machine, old, telling};
use crex::domain::code::Code;
use crex::domain::incident::Fate;
use crex::domain::session::Session;
use crex::domain::simulation::Simulation;
use crex::store::{Document, encode};
use std::fs;
use std::path::{Path, PathBuf};

const FIRST: &str = "2010-03-01-perroquet-premier-00000001";

/// Destroys what is from before 2011.
fn purge(machine: &Machine) -> super::super::Ran {
    machine.run(&["purge", "--before", "2011", "--yes"])
}

/// Lays a document there as someone may have laid it.
fn lay<D: Document>(machine: &Machine, name: &str, doc: &D) -> PathBuf {
    let path = machine.workspace().join(name);
    fs::write(&path, encode(&path, doc).unwrap()).unwrap();
    path
}

/// A session from 2010, sealed by hand.
fn sealed(id: u128, title: &str) -> Session {
    let mut session = old(id, 2010, title);
    session.seal = Some(crex::domain::session::Seal {
        at: noon(),
        fingerprint: "0".into(),
    });
    session
}

/// What the program keeps of a document: the names that begin as its own.
fn kept(root: &Path, kind: &str, start: &str) -> Vec<PathBuf> {
    let all = fs::read_dir(root.join(".crex").join(kind)).unwrap();
    let all = all.map(|entry| entry.unwrap().path());
    let ours = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy();
        name.starts_with(start)
    };
    all.filter(ours).collect()
}

#[test]
fn what_crex_did_not_write_itself_stays_and_is_named() {
    let machine = machine();
    let scan = machine.put(&format!("{FIRST} signé.pdf"), b"scan");
    let changed = machine.put(&format!("{FIRST}-2.md"), b"mine");
    lay(&machine, "sessions/seance.ron", &sealed(7, "Perroquet nu"));
    let budget = machine.put("seance-budget.xlsx", b"budget");
    let ran = purge(&machine).ends(0);
    for path in [&scan, &changed, &budget] {
        assert!(path.exists(), "{}", path.display());
        let name = path.file_name().unwrap().to_string_lossy();
        assert!(ran.err.contains(&*name), "{name}: {}", ran.err);
    }
    assert!(!machine.workspace().join("sessions/seance.ron").exists());
    let export = machine.workspace().join(format!("sessions/{FIRST}.md"));
    assert!(!export.exists(), "that one crex wrote");
}

#[test]
fn what_was_written_from_another_session_stays() {
    let machine = machine();
    lay(&machine, "sessions/seance.ron", &sealed(7, "Perroquet nu"));
    let mut disk = store(&machine.workspace());
    let mut other = session(8, "Budget");
    other.number = 8;
    let path = lay(&machine, "sessions/seance-budget.ron", &other);
    let opened = disk.load::<Session>(&path, noon()).unwrap();
    let written = disk.export(opened.handle, "", "md", b"# Budget").unwrap();
    disk.close(opened.handle);
    drop(disk);
    purge(&machine).ends(0);
    assert!(written.exists() && path.exists());
}

#[test]
fn what_is_destroyed_is_shown_before_and_whole() {
    let machine = machine();
    let seen = machine.run(&["purge", "--before", "2011", "--dry-run"]);
    let ran = purge(&machine).ends(0);
    let event = "2010-";
    for said in [&seen.ends(0).out, &ran.err] {
        for name in ["incidents", "notes", &format!("{FIRST}.md"), event] {
            assert!(said.contains(name), "{name}: {said}");
        }
        assert!(said.contains("fichiers que crex en garde"), "{said}");
    }
}

#[test]
fn no_copy_of_what_is_destroyed_is_left() {
    let machine = machine();
    let root = machine.workspace();
    // A journal that was damaged, and one that a killed program began.
    let key = &kept(&root, "places", FIRST)
        .into_iter()
        .chain(kept(&root, "locks", FIRST))
        .next()
        .unwrap();
    let key = key.file_stem().unwrap().to_string_lossy().into_owned();
    for ending in ["damaged", "damaged-2", "tmp"] {
        let path = root.join(format!(".crex/journal/{key}.{ending}"));
        fs::write(path, "Perroquet premier").unwrap();
    }
    // Put away without a day in its name, with its journal.
    let first = fs::read(root.join(format!("sessions/{FIRST}.ron"))).unwrap();
    fs::write(root.join(".crex/backups/seance.ron"), &first).unwrap();
    fs::write(root.join(".crex/backups/seance.log"), "perroquet premier").unwrap();
    // Under the name that the file had before.
    let before = root.join(".crex/backups/ancien-nom-01234567");
    fs::create_dir(&before).unwrap();
    fs::write(before.join("20100301-120000.ron"), &first).unwrap();
    // What a killed write left beside it.
    let temp = root.join(format!("sessions/.{FIRST}.ron.0a1b2c3d.tmp"));
    fs::write(temp, &first).unwrap();
    purge(&machine).ends(0);
    assert_eq!(telling(&root, "premier"), [] as [PathBuf; 0]);
    assert!(!before.exists());
}

#[test]
fn notes_that_only_their_journal_holds_go_too() {
    let machine = machine();
    let root = machine.workspace();
    let notes = root.join("notes/00000001-0000-0000-0000-000000000000.ron");
    let log = kept(&root, "locks", "00000001-0000")[0].with_extension("log");
    let log = root.join(".crex/journal").join(log.file_name().unwrap());
    fs::remove_file(notes).unwrap();
    fs::write(&log, "perroquet").unwrap();
    purge(&machine).ends(0);
    assert!(!log.exists());
}

#[test]
fn what_was_put_away_of_a_session_that_stays_stays() {
    let machine = machine();
    let root = machine.workspace();
    let backup =
        |name: &str, session: &Session| lay(&machine, &format!(".crex/backups/{name}"), session);
    let open = backup(
        "2009-03-01-restee-ouverte-00000003.ron",
        &old(3, 2009, "Restée ouverte"),
    );
    let recent = backup("2009-01-01-autre-00000004.ron", &session(4, "Aujourd'hui"));
    purge(&machine).ends(0);
    assert!(open.exists() && recent.exists());
    assert!(root.join(".crex/backups").exists());
}

#[test]
fn a_session_that_cannot_be_read_keeps_all_that_it_may_refer_to() {
    let machine = machine();
    let root = machine.workspace();
    machine.put("2026-11-19-abimee-00000009.ron", b"(schema: 1, id: \"0000");
    let ran = purge(&machine).ends(1);
    assert!(ran.err.contains("abimee"), "{}", ran.err);
    assert!(!telling(&root, "perroquet 50").is_empty());
    assert_eq!(telling(&root, "premier"), [] as [PathBuf; 0]);
}

#[test]
fn a_session_of_which_another_file_stays_stays_with_all_of_it() {
    let machine = machine();
    let root = machine.workspace();
    let name = format!("sessions/{FIRST}-conflit-01234567.ron");
    lay(&machine, &name, &old(1, 2010, "Perroquet premier"));
    // Of this one another file cannot be read.
    let other = lay(
        &machine,
        "sessions/2010-03-01-nue-00000007.ron",
        &sealed(7, "Nue"),
    );
    machine.put("2010-03-01-nue-00000007 (copie).ron", b"(");
    let before = telling(&root, "").len();
    let ran = purge(&machine).ends(1);
    assert!(ran.out.contains("Elles restent"), "{}", ran.out);
    assert_eq!(telling(&root, "").len(), before);
    assert!(other.exists());
}

#[test]
fn what_a_killed_program_typed_last_counts() {
    let machine = machine();
    let root = machine.workspace();
    let mut disk = store(&root);
    let path = disk.resolve("Aujourd").unwrap();
    let opened = disk.load::<Session>(&path, noon()).unwrap();
    let mut typed = opened.doc.clone();
    heard(&mut typed, 50, Fate::Chosen);
    let changes = crex::domain::parts::Parts::diff(&opened.doc, &typed);
    disk.record(opened.handle, &changes).unwrap();
    std::mem::forget(disk);
    // Elsewhere, as the one above never closes what it has open.
    let elsewhere = tempfile::tempdir().unwrap();
    crate::harness::copy(&root, elsewhere.path());
    let there = elsewhere.path().to_string_lossy().into_owned();
    machine
        .run(&["--workspace", &there, "purge", "--before", "2011", "--yes"])
        .ends(0);
    assert!(!telling(elsewhere.path(), "perroquet 50").is_empty());
    assert_eq!(telling(elsewhere.path(), "premier"), [] as [PathBuf; 0]);
}

#[test]
fn nothing_is_destroyed_while_someone_has_a_session_open() {
    let machine = machine();
    let root = machine.workspace();
    let before = telling(&root, "perroquet").len();
    let mut disk = store(&root);
    let path = disk.resolve("Restée").unwrap();
    let _open = disk.load::<Session>(&path, noon()).unwrap();
    purge(&machine).ends(1);
    assert_eq!(telling(&root, "perroquet").len(), before);
    drop(disk);
    purge(&machine).ends(0);
}

#[test]
fn sessions_that_someone_laid_there_without_more_are_destroyed_too() {
    let machine = Machine::new();
    let path = machine.put("seance.ron", b"");
    lay(&machine, "sessions/seance.ron", &sealed(7, "Perroquet nu"));
    let ran = purge(&machine).ends(0);
    assert!(ran.out.contains("1 séance détruite. "), "{}", ran.out);
    assert!(!path.exists());
}

#[test]
fn a_simulation_is_no_session_that_is_kept_for_too_long() {
    let machine = machine();
    let mut played = sealed(7, "Jouée");
    played.kind = crex::domain::simulation::Kind::Simulation(Simulation {
        scenario: Code::new("doses"),
        ..Simulation::default()
    });
    let path = lay(&machine, "sessions/2010-03-01-jouee-00000007.ron", &played);
    purge(&machine).ends(0);
    assert!(path.exists());
}

#[cfg(unix)]
#[test]
fn what_a_link_points_to_is_not_ours() {
    let machine = machine();
    let elsewhere = machine.path("elsewhere.ron");
    let bytes = encode(&elsewhere, &sealed(7, "Ailleurs")).unwrap();
    fs::write(&elsewhere, &bytes).unwrap();
    let link = machine
        .workspace()
        .join("sessions/2010-03-01-ailleurs-00000007.ron");
    std::os::unix::fs::symlink(&elsewhere, &link).unwrap();
    let ran = purge(&machine).ends(0);
    assert!(ran.err.contains("Ailleurs"), "{}", ran.err);
    assert_eq!(fs::read(&elsewhere).unwrap(), bytes);
    assert!(link.is_symlink());
}

#[cfg(unix)]
#[test]
fn only_yes_is_yes() {
    for (answer, gone) in [
        ("on annule", false),
        ("", false),
        ("Oui", true),
        ("o", true),
    ] {
        let machine = machine();
        let args = ["purge", "--before", "2011"];
        let mut pty = super::super::on_screen::start(&machine, &args, (100, 60));
        pty.wait_for("oui/non");
        pty.send(&format!("{answer}\r"));
        assert_eq!(pty.exit_code(), u32::from(!gone), "{answer}");
        let left = telling(&machine.workspace(), "premier");
        assert_eq!(left.is_empty(), gone, "{answer}");
    }
}

#[test]
fn notes_beside_which_a_conflict_laid_a_copy_go_with_it() {
    let machine = machine();
    let root = machine.workspace();
    let id = "00000001-0000-0000-0000-000000000000";
    let notes = fs::read(root.join(format!("notes/{id}.ron"))).unwrap();
    let copy = root.join(format!("notes/{id}-conflit-01234567.ron"));
    fs::write(&copy, notes).unwrap();
    purge(&machine).ends(0);
    assert!(!copy.exists());
}

#[cfg(unix)]
#[test]
fn a_second_name_elsewhere_is_not_written_over() {
    let machine = machine();
    let root = machine.workspace();
    let path = root.join(format!("sessions/{FIRST}.ron"));
    let elsewhere = machine.path("elsewhere.ron");
    fs::hard_link(&path, &elsewhere).unwrap();
    let before = fs::read(&elsewhere).unwrap();
    purge(&machine).ends(0);
    assert!(!path.exists());
    assert_eq!(fs::read(&elsewhere).unwrap(), before);
}
