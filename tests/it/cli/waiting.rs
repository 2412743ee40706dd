//! What the command line knows of an analysis between two meetings.

use super::Machine;
use crate::made::noon;
use crate::store::store;
use crex::domain::analysis::{Analysis, AnalysisFile};
use crex::domain::ids::{AnalysisId, Counters, IncidentId};
use crex::domain::incident::{Fate, Incident};
use serde_json::Value;

fn with_analysis() -> Machine {
    let machine = Machine::with(&["Chutes"]);
    let mut ids = Counters::default();
    let mut incident = Incident::new(ids.give());
    incident.report.title = "Deux anticoagulants".into();
    incident.fate = Fate::Chosen;
    let analysis = Analysis {
        incident: Some(IncidentId(1)),
        lead: "pharmacien".into(),
        due: Some(noon().date()),
        ..Analysis::new(ids.give::<AnalysisId>())
    };
    let file = AnalysisFile {
        schema: crex::domain::SCHEMA,
        id: uuid::Uuid::from_u128(5),
        // The session that is there.
        chosen_in: uuid::Uuid::from_u128(1 << 96),
        incident,
        ids,
        analysis,
        guarding: crex::domain::wording::Guarding::default(),
    };
    store(&machine.workspace()).create(file, noon()).unwrap();
    machine
}

#[test]
fn it_is_listed_below_the_sessions() {
    let machine = with_analysis();
    let list = machine.run(&["list"]).ends(0).without_message();
    let list = list.answers(&["Chutes", "Analyse en attente", "Deux anticoagulants"]);
    assert!(list.out.find("Chutes") < list.out.find("Deux anticoagulants"));
    let json: Value = serde_json::from_str(&machine.run(&["list", "--json"]).ends(0).out).unwrap();
    assert_eq!(json["analyses"][0]["lead"], "pharmacien");
    assert_eq!(json["analyses"][0]["due"], noon().date().to_string());
}

#[test]
fn it_is_shown_and_reported_by_the_start_of_its_title() {
    let machine = with_analysis();
    let show = machine.run(&["show", "deux anti"]).ends(0);
    show.answers(&["Rapport d'analyse – Deux anticoagulants", "Recueil"]);
    let report = machine.english(&["report", "Deux"]).ends(0);
    let report = report.answers(&["Analysis report", "pharmacien", "nobody heard"]);
    assert!(!report.out.contains("Attendance"), "{}", report.out);
    // Without a terminal only the screen is refused.
    let opened = machine.run(&["open", "Deux"]);
    assert_eq!(opened.code, 2);
    machine.run(&["check"]).ends(0);
}
