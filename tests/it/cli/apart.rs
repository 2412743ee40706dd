//! Simulations kept apart: a workspace with two real sessions and three simulations tells of two.

use super::Machine;
use crate::made::noon;
use crate::store::store;
use crex::domain::code::Code;
use crex::domain::session::{Session, Stage};
use crex::domain::simulation::{Kind, Simulation};
use std::fs;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// The two real sessions.
const REAL: [&str; 2] = ["ehpad-sealed.ron", "ehpad-midway.ron"];
/// What only the simulations say.
const WORD: &str = "mirliton";

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sessions/examples")
        .join(name)
}

/// The richest example as a simulation: the same events, votes and actions, under another name.
fn played(n: u128) -> Session {
    let path = example(REAL[0]);
    let mut session = crex::store::parse::<Session>(&path, &fs::read(&path).unwrap())
        .unwrap()
        .doc;
    session.seal = None;
    session.stage = Stage::Open;
    session.id = Uuid::from_u128(n << 96);
    session.title = format!("Cas joué {n}, {WORD}").as_str().into();
    session.kind = Kind::Simulation(Simulation {
        scenario: Code::new("anticoagulants"),
        version: 1,
        ..Simulation::default()
    });
    session
}

/// A machine with the two real sessions.
fn two() -> Machine {
    let machine = Machine::with(&[]);
    for name in REAL {
        machine.put(name, &fs::read(example(name)).unwrap());
    }
    machine
}

/// Three simulations join them: two in their folder, one moved among the sessions by hand.
fn join(machine: &Machine) -> PathBuf {
    let mut store = store(&machine.workspace());
    let mut last = PathBuf::new();
    for n in 1..=3 {
        last = store.create(played(n), noon()).unwrap().path;
        assert_eq!(
            last.parent(),
            Some(machine.workspace().join("simulations").as_path())
        );
    }
    drop(store);
    let moved = machine
        .workspace()
        .join("sessions")
        .join(last.file_name().unwrap());
    fs::rename(&last, &moved).unwrap();
    moved
}

/// What the commands that count say.
fn counted(machine: &Machine) -> Vec<(String, i32)> {
    let asked: [&[&str]; 7] = [
        &["stats", "--json"],
        &["stats", "--year", "2026"],
        &["actions", "--format", "json"],
        &["actions"],
        &["actions", "--open", "--format", "csv"],
        &["incidents", "list"],
        &["search", "réfrigérateur", "--json"],
    ];
    let said = asked.map(|args| {
        let ran = machine.run(args);
        (ran.out, ran.code)
    });
    said.into()
}

#[test]
fn three_simulations_beside_two_sessions_count_for_nothing() {
    let machine = two();
    let before = counted(&machine);
    join(&machine);
    assert_eq!(counted(&machine), before);
    machine
        .run(&["search", WORD])
        .ends(1)
        .says(&["--simulations"]);
    let found = machine.run(&["search", WORD, "--simulations"]).ends(0);
    assert_eq!(
        found.out.matches("(simulation)").count(),
        3,
        "{}",
        found.out
    );
    let listed = machine.run(&["list"]).ends(0);
    assert_eq!(
        listed.out.matches("simulation)").count(),
        3,
        "{}",
        listed.out
    );
    let listed = machine.run(&["list", "--json"]).ends(0);
    let value: serde_json::Value = serde_json::from_str(&listed.out).unwrap();
    let told = value.to_string();
    assert_eq!(told.matches("\"simulation\":true").count(), 3, "{told}");
    assert_eq!(told.matches("\"simulation\":false").count(), 2, "{told}");
}

#[test]
fn a_simulation_moved_among_the_sessions_is_still_one() {
    let machine = two();
    let moved = join(&machine);
    let name = moved.to_string_lossy().into_owned();
    machine
        .run(&["show", &name])
        .ends(0)
        .answers(&["SIMULATION – cas fictif"]);
    machine
        .run(&["report", &name, "--format", "md"])
        .ends(0)
        .answers(&["SIMULATION – cas fictif"]);
    machine.run(&["check", &name]).ends(0);
}

#[test]
fn a_mark_taken_out_by_hand_is_told() {
    let machine = two();
    let mut store = store(&machine.workspace());
    let mut session = played(7);
    session.play.people = 8;
    let opened = store.create(session, noon()).unwrap();
    let path = opened.path.clone();
    drop(store);
    let name = path.to_string_lossy().into_owned();
    machine.run(&["check", &name]).ends(0);
    let text = fs::read_to_string(&path).unwrap();
    let from = text.find("kind: Simulation(").unwrap();
    let to = from + text[from..].find("),\n").unwrap() + 3;
    let real = format!("{}{}", &text[..from], text[to..].trim_start());
    fs::write(&path, real).unwrap();
    machine
        .run(&["check", &name])
        .ends(1)
        .answers(&["traces d'une simulation"]);
    machine
        .english(&["check", &name])
        .ends(1)
        .answers(&["traces of a simulation"]);
}

#[test]
fn a_sealed_simulation_cannot_be_made_real_without_its_seal_saying_so() {
    let machine = Machine::with(&[]);
    let mut store = store(&machine.workspace());
    let opened = store.create(played(8), noon()).unwrap();
    store.seal(opened.handle, &opened.doc, noon()).unwrap();
    let path = opened.path.clone();
    drop(store);
    let name = path.to_string_lossy().into_owned();
    machine.run(&["check", &name]).ends(0);
    let text = fs::read_to_string(&path).unwrap();
    let from = text.find("kind: Simulation(").unwrap();
    let to = from + text[from..].find("),\n").unwrap() + 3;
    fs::write(
        &path,
        format!("{}{}", &text[..from], text[to..].trim_start()),
    )
    .unwrap();
    machine.run(&["check", &name]).ends(1).answers(&["scell"]);
}
