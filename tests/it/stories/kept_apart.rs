//! Simulations kept apart on the screen: home, the plan, the year, decisions, search, what resembles, what comes back.

use crate::harness::{Room, Setup, day, flatten, team};
use crex::domain::action::{Action, Status};
use crex::domain::code::{Code, Lang};
use crex::domain::incident::{Fate, Incident};
use crex::domain::session::Session;
use crex::domain::simulation::{Kind, Simulation};
use crex::store::Store;
use crex::tui::key::Msg;
use crex::tui::shell::Start;
use std::rc::Rc;
use std::sync::Arc;
use uuid::Uuid;

const SETUP: Setup = Setup {
    size: (120, 40),
    lang: Lang::Fr,
    scheme: crex::tui::theme::Scheme::Sombre,
};

/// A meeting a month ago with an event that was chosen and an action that was decided.
fn session(n: u128, said: &str) -> Session {
    let then = day() - chrono::TimeDelta::days(30);
    let mut session = Session::new(Uuid::from_u128(n << 96), then.date());
    session.title = format!("Séance {said}").as_str().into();
    session.open_sitting(then);
    let mut incident = Incident::new(session.ids.give());
    incident.report.title = format!("Chute la nuit, {said}").as_str().into();
    incident.report.facts = format!("Une chute la nuit dans le couloir, {said}.")
        .as_str()
        .into();
    incident.fate = Fate::Chosen;
    session.incidents.push(incident);
    session.actions.push(Action {
        what: format!("Poser une veilleuse, {said}").as_str().into(),
        status: Status::Retained,
        owner: "cadre".into(),
        due: Some(day().date()),
        ..Action::new(session.ids.give())
    });
    session
}

/// Two real sessions and three simulations that say the same.
fn room() -> Room {
    let folder = Rc::new(tempfile::tempdir().unwrap());
    team(folder.path(), SETUP.lang);
    let mut store = Store::open(folder.path(), day(), Arc::new(|| {})).unwrap();
    for (n, said) in [(1, "vraie une"), (2, "vraie deux")] {
        store.create(session(n, said), day()).unwrap();
    }
    for n in 3..6 {
        let mut played = session(n, "jouée");
        played.kind = Kind::Simulation(Simulation {
            scenario: Code::new("anticoagulants"),
            version: 1,
            ..Simulation::default()
        });
        store.create(played, day()).unwrap();
    }
    drop(store);
    Room::on(folder, SETUP, Start::Home, day())
}

/// Lets the past come.
fn come(room: &mut Room) {
    while flatten(&room.screen()).contains("Lecture des") {
        room.take(Msg::Woken);
    }
}

#[test]
fn home_tells_simulations_under_a_name_of_their_own() {
    let room = room();
    room.see(&["vraie une", "vraie deux", "Simulations", "jouée"]);
}

#[test]
fn the_plan_the_year_and_the_decisions_are_those_of_the_real_sessions() {
    for way in ["Plan d'actions", "Année", "Décisions"] {
        let mut room = room();
        room.keys("<C-p>").keys(way);
        room.keys("<Enter>");
        come(&mut room);
        room.miss("jouée");
        for keys in ["<PgDn>", "<PgDn>", "<F8>", "<F8>"] {
            room.keys(keys).miss("jouée");
        }
    }
    let mut room = room();
    come(room.palette("Plan"));
    room.see(&["vraie une", "vraie deux"]).miss("jouée");
}

#[test]
fn what_was_decided_in_a_simulation_does_not_come_back() {
    let mut room = room();
    room.way("Nouvelle séance");
    assert_eq!(room.session().follow_ups.len(), 2);
    for row in 0..3 {
        room.keys("<F8>").miss("jouée");
        if room.screen().contains("Pourquoi continuer") {
            room.keys("<Enter>");
        }
        let _ = row;
    }
}

#[test]
fn search_finds_a_simulation_only_when_asked() {
    let mut room = room();
    room.keys("<C-f>jouée");
    room.see(&["simulations"]);
    room.miss("Chute la nuit, jouée");
}
