//! `crex scrub`: shown first, done only when agreed, told in the record without the word.

use super::{Machine, noon, session, store};
use std::fs;

/// A machine with a session of this title, sealed if asked.
fn machine(sealed: bool) -> Machine {
    let machine = Machine::new();
    let mut disk = store(&machine.workspace());
    let mut made = session(1, "Chute de Mme Canari");
    made.place = "Chez canari".into();
    let made = disk.create(made, noon()).unwrap();
    if sealed {
        disk.seal(made.handle, &made.doc, noon()).unwrap();
    }
    machine
}

fn names(machine: &Machine) -> Vec<String> {
    let folder = fs::read_dir(machine.workspace().join("sessions")).unwrap();
    folder
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect()
}

#[test]
fn it_shows_where_and_repeats_nothing() {
    let machine = machine(true);
    let before = names(&machine);
    let ran = machine.run(&["scrub", "CANARI", "--dry-run"]).ends(0);
    assert!(!ran.out.to_lowercase().contains("canari"), "{}", ran.out);
    assert!(ran.out.contains("3 endroits"), "{}", ran.out);
    assert!(ran.out.contains("Chute de Mme ••••"), "{}", ran.out);
    assert!(ran.out.contains("scellée"), "{}", ran.out);
    assert_eq!(names(&machine), before);
}

#[test]
fn a_script_has_to_say_yes() {
    let machine = machine(false);
    let ran = machine.run(&["scrub", "canari"]).ends(1);
    assert!(ran.err.contains("--yes"), "{}", ran.err);
    assert!(names(&machine)[0].contains("canari"));
    machine.run(&["search", "canari"]).ends(0);
}

#[test]
fn it_is_gone_and_the_record_says_that_something_is() {
    let machine = machine(true);
    let args = ["scrub", "canari", "--with", "la patiente", "--yes"];
    let ran = machine.run(&args).ends(0);
    assert!(ran.out.contains("Effacé"), "{}", ran.out);
    assert!(ran.err.contains("SSD"), "{}", ran.err);
    assert_eq!(
        names(&machine),
        ["2026-11-19-chute-de-mme-la-patiente-00000001.ron"]
    );
    machine.run(&["search", "canari"]).ends(1);
    let check = machine.run(&["check"]).ends(0);
    assert!(check.out.contains("sceau intact"), "{}", check.out);
    let record = machine.run(&["report", "19/11/2026"]).ends(0).out;
    assert!(
        record.contains("un mot a été effacé à 2 endroits"),
        "{record}"
    );
    assert!(record.contains("Chute de Mme la patiente"), "{record}");
    let again = machine.run(&["scrub", "canari", "--yes"]).ends(0);
    assert!(again.out.contains("nulle part"), "{}", again.out);
}

#[test]
fn without_a_word_and_without_a_terminal_it_is_missing() {
    let machine = machine(false);
    let ran = machine.run(&["scrub", "--yes"]).ends(2);
    assert!(ran.err.contains("Il manque le mot"), "{}", ran.err);
    let ran = machine.run(&["scrub", "canari", "--yes"]).ends(0);
    assert!(ran.err.contains("historique"), "{}", ran.err);
}

#[test]
fn as_long_as_it_may_be_somewhere_it_is_not_nowhere() {
    let machine = machine(false);
    machine.put("scan.pdf", b"%PDF");
    let ran = machine.run(&["scrub", "mouette"]).ends(1);
    assert!(ran.out.contains("ce qui a pu être lu"), "{}", ran.out);
    assert!(ran.err.contains("scan.pdf"), "{}", ran.err);
}

#[test]
fn what_it_cannot_do_it_says() {
    let machine = machine(false);
    let short = machine.english(&["scrub", "x", "--yes"]).ends(2);
    assert!(short.err.contains("too short"), "{}", short.err);
    let same = machine
        .run(&["scrub", "canari", "--with", "M. Canari", "--yes"])
        .ends(2);
    assert!(same.err.contains("contient encore"), "{}", same.err);
    machine.put("coupé.ron", b"(title: \"Canari");
    let ran = machine.run(&["scrub", "canari", "--yes"]).ends(1);
    assert!(ran.err.contains("peut-être encore"), "{}", ran.err);
}
