//! Searching everything, and what a session says of its decisions.

use super::{Machine, noon, session, store};
use crex::domain::action::{Action, FollowUp, FollowUpFile, Status};
use crex::domain::amendments::{Amendment, AmendmentFile, Draft};
use crex::domain::ballot::{Decision, Reached, Target};
use crex::domain::ids::{ActionId, FollowUpId};
use crex::domain::incident::{IncidentFile, Report};
use crex::domain::session::Session;
use crex::domain::simulation::{Kind, Simulation};
use serde_json::Value;

fn decided(n: u128, what: &str) -> Session {
    let mut session = session(n, &format!("Séance {n}"));
    let id = session.ids.give();
    session.actions.push(Action {
        what: what.into(),
        status: Status::Retained,
        ..Action::new(id)
    });
    session.retained = Decision {
        targets: vec![Target::Action(id)],
        reached: Reached::Consensus,
        reason: "elle ne coûte rien".into(),
        ..Decision::default()
    };
    session
}

fn machine() -> Machine {
    let machine = Machine::new();
    let mut store = store(&machine.workspace());
    store
        .create(decided(1, "Coller la photo sur le pilulier"), noon())
        .unwrap();
    let mut played = decided(2, "Vérifier le pilulier à deux");
    played.kind = Kind::Simulation(Simulation::default());
    store.create(played, noon()).unwrap();
    let waits = IncidentFile {
        schema: crex::domain::SCHEMA,
        id: uuid::Uuid::from_u128(9 << 96),
        report: Report {
            title: "Pilulier ouvert".into(),
            ..Report::default()
        },
    };
    store.create(waits, noon()).unwrap();
    drop(store);
    machine
}

#[test]
fn words_are_found_with_their_places() {
    let machine = machine();
    let found = machine
        .run(&["search", "PILULIER", "photo"])
        .ends(0)
        .without_message();
    let found = found.answers(&[
        "Séance 1",
        "actions       A1   Coller la photo sur le pilulier",
    ]);
    assert!(!found.out.contains("ouvert") && !found.out.contains("Vérifier"));
    let all = machine.run(&["search", "pilulier"]).ends(0);
    all.answers(&["Séance 1", "événement en attente · Pilulier ouvert"]);
    let played = machine
        .english(&["search", "pilulier", "--simulations"])
        .ends(0);
    played.answers(&["CREX (simulation) · Séance 2", "event waiting"]);
}

#[test]
fn what_the_shell_gives_as_one_word_is_a_phrase() {
    let machine = machine();
    machine
        .run(&["search", "photo sur le"])
        .ends(0)
        .answers(&["A1"]);
    let none = machine
        .run(&["search", "sur photo le"])
        .ends(1)
        .without_answer();
    none.says(&["Rien de tel.", "--simulations"]);
    machine
        .run(&["search", "sur", "photo"])
        .ends(0)
        .answers(&["A1"]);
    machine
        .run(&["search", "--simulations", "neige"])
        .ends(1)
        .says(&["Rien de tel."]);
    machine
        .run(&["search", "\"\""])
        .ends(2)
        .says(&["au moins un mot"]);
    machine
        .english(&["search"])
        .ends(2)
        .says(&["<WORDS>… is missing"]);
}

#[test]
fn a_program_reads_where_the_words_stand() {
    let machine = machine();
    let said = machine
        .run(&["search", "pilulier", "--json"])
        .ends(0)
        .without_message();
    let json: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(json["schema"], 1);
    let results = json["results"].as_array().unwrap();
    let sources: Vec<&str> = results
        .iter()
        .map(|r| r["source"].as_str().unwrap())
        .collect();
    assert_eq!(sources, ["session", "incident"]);
    let place = &results[0]["places"][0];
    assert_eq!(
        (&place["step"], &place["item"]),
        (&"Actions".into(), &"A1".into())
    );
    assert_eq!(place["found"][0], "pilulier");
    let none = machine.run(&["search", "neige", "--json"]).ends(1);
    let json: Value = serde_json::from_str(&none.out).unwrap();
    assert_eq!(json["results"], serde_json::json!([]));
}

#[test]
fn what_cannot_be_read_is_told_beside_what_is_found() {
    let machine = machine();
    machine.put("2026-01-01-coupee-00000000.ron", b"(schema: 1,");
    machine
        .run(&["search", "photo"])
        .ends(0)
        .answers(&["A1"])
        .says(&["coupee"]);
}

#[test]
fn the_sessions_of_one_year_are_listed_alone() {
    let machine = machine();
    let of = |year: &str| machine.run(&["list", "--year", year]).ends(0);
    of("2026").answers(&["Séance 1", "Séance 2"]);
    of("2025")
        .without_answer()
        .says(&["Aucune séance en 2025."]);
    let json = machine.run(&["list", "--year", "2025", "--json"]).ends(0);
    let json: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(json["sessions"], serde_json::json!([]));
    machine.run(&["list", "--year", "vingt"]).ends(2);
}

#[test]
fn a_session_shows_its_decisions_with_their_reasons() {
    let machine = machine();
    machine.run(&["show", "Séance 1"]).ends(0).answers(&[
        "action retenue – A1 Coller la photo sur le pilulier",
        "par consensus, sans vote",
        "raison\u{a0}: elle ne coûte rien",
    ]);
    machine
        .english(&["show", "demo"])
        .ends(0)
        .answers(&["event chosen – E1", "8 of 8 voted, 7 votes"]);
}

#[test]
fn what_was_said_of_a_simulation_answers_as_the_simulation_does() {
    let machine = Machine::new();
    let mut store = store(&machine.workspace());
    let mut played = decided(2, "Vérifier le pilulier à deux");
    played.kind = Kind::Simulation(Simulation::default());
    let said = FollowUpFile {
        schema: crex::domain::SCHEMA,
        id: uuid::Uuid::from_u128(8 << 96),
        follow_up: FollowUp {
            session: played.id.to_string().as_str().into(),
            action: Some(ActionId(1)),
            wording: "Vérifier la zibeline".into(),
            ..FollowUp::new(FollowUpId(1))
        },
    };
    let amended = AmendmentFile {
        schema: crex::domain::SCHEMA,
        session: played.id,
        sealed: "0".into(),
        amendments: vec![Amendment {
            what: "La zibeline est un visiteur.".into(),
            ..Amendment::default()
        }],
        last: "0".into(),
        draft: Draft::default(),
    };
    store.create(played, noon()).unwrap();
    store.create(said, noon()).unwrap();
    store.create(amended, noon()).unwrap();
    drop(store);
    machine
        .run(&["search", "zibeline"])
        .ends(1)
        .without_answer()
        .says(&["Rien de tel"]);
    let all = machine
        .run(&["search", "zibeline", "--simulations"])
        .ends(0);
    let found = all.out.matches("(simulation)").count();
    assert_eq!(found, 2, "{}", all.out);
}
