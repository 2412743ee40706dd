//! `crex notes` before its screen: which session is meant, and what to do when none or several are open.

use super::super::made::{noon, session};
use super::super::store::store;
use super::Machine;

/// A machine whose sessions with these titles are open.
fn open(titles: &[&str]) -> Machine {
    let machine = Machine::with(&["Préparée"]);
    let mut store = store(&machine.workspace());
    for (n, title) in (10..).zip(titles) {
        let mut session = session(n, title);
        session.open_sitting(noon());
        store.create(session, noon()).unwrap();
    }
    machine
}

#[test]
fn without_an_open_session_the_remedy_is_told() {
    open(&[])
        .run(&["notes"])
        .ends(1)
        .says(&["Aucune séance n'est ouverte ici", "crex notes SÉANCE"]);
    open(&[])
        .english(&["notes"])
        .ends(1)
        .says(&["No session is open here"]);
}

#[test]
fn several_open_sessions_are_named() {
    open(&["Chute", "Vaccins"]).run(&["notes"]).ends(1).says(&[
        "Plusieurs séances sont ouvertes",
        "2026-11-19-chute-",
        "2026-11-19-vaccins-",
    ]);
}

#[test]
fn the_only_one_that_is_open_is_meant_and_any_can_be_named() {
    let machine = open(&["Chute"]);
    for args in [&["notes"][..], &["notes", "Prép"], &["notes", "demo"]] {
        let ran = machine.run(args);
        if args.len() == 1 || args[1] != "demo" {
            ran.ends(2).says(&["terminal"]);
        } else {
            ran.ends(0);
        }
    }
    machine.run(&["notes", "inconnue"]).ends(1);
}
