//! What only deserves a look: told, and never counted as a fault or as missing.

use super::Machine;
use crate::made::{noon, session};
use crate::store::store;
use crex::domain::action::{Action, Status};
use crex::domain::analysis::Analysis;
use crex::domain::text::Text;
use serde_json::Value;

#[test]
fn a_grid_in_other_words_is_a_remark_and_no_fault() {
    let machine = Machine::with(&[]);
    let mut session = session(1, "Chutes");
    let mut used = crex::content::grid_use(&"alarm".into()).unwrap();
    used.hash = Text::new(&"0".repeat(64));
    let analysis = Analysis {
        grids: vec![used],
        ..Analysis::new(session.ids.give())
    };
    session.analyses.push(analysis);
    let made = store(&machine.workspace()).create(session, noon()).unwrap();
    let ran = machine.run(&["check"]).ends(0);
    ran.answers(&["bon", "Grille", "ALARM", "posées autrement"])
        .says(&["rien à corriger"]);
    let path = made.path.to_string_lossy().into_owned();
    let ran = machine.english(&["check", &path]).ends(0);
    ran.answers(&["Questions may have been asked otherwise; the answers are kept."]);
    machine
        .english(&["show", &path])
        .ends(0)
        .says(&["its words are no longer those of the analysis"]);
}

#[test]
fn what_only_deserves_a_look_is_listed_apart_from_what_is_missing() {
    let machine = Machine::with(&[]);
    let mut session = session(1, "Chutes");
    // More than five actions deserve a look; that none has an owner is missing.
    for n in 0..6 {
        session.actions.push(Action {
            what: Text::new(&format!("Action {n}")),
            status: Status::Retained,
            ..Action::new(session.ids.give())
        });
    }
    let made = store(&machine.workspace()).create(session, noon()).unwrap();
    let path = made.path.to_string_lossy().into_owned();
    let json = machine.run(&["show", "--json", &path]).ends(0).out;
    let json: Value = serde_json::from_str(&json).unwrap();
    let told = |list: &str| -> Vec<String> {
        let all = json[list].as_array().unwrap().iter();
        let actions = all.filter(|lack| lack["step"] == "Actions");
        actions
            .map(|lack| lack["what"].as_str().unwrap().to_owned())
            .collect()
    };
    assert!(
        told("remarks")
            .iter()
            .any(|what| what.contains("6 actions")),
        "{json:#}"
    );
    assert!(
        told("missing").iter().any(|what| what.contains("pilote")),
        "{json:#}"
    );
    assert!(
        told("missing")
            .iter()
            .all(|what| !what.contains("6 actions")),
        "{json:#}"
    );
    let shown = machine.run(&["show", &path]).ends(0).out;
    let (missing, look) = shown.split_once("\nÀ regarder\n").unwrap();
    assert!(
        missing.contains("\nIl manque\n") && !missing.contains("6 actions"),
        "{shown}"
    );
    assert!(look.contains("6 actions"), "{shown}");
    machine
        .english(&["show", &path])
        .ends(0)
        .answers(&["\nWorth a look\n"]);
}
