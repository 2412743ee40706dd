//! Search in everything.

use super::{home, past, put, read};
use crate::harness::{Room, Setup, day};
use crex::domain::action::{FollowUp, FollowUpFile, FollowUpOutcome};
use crex::domain::amendments::{Amendment, AmendmentFile, Draft};
use crex::domain::analysis::AnalysisFile;
use crex::domain::code::Lang;
use crex::domain::ids::FollowUpId;
use crex::domain::incident::{IncidentFile, Report};
use crex::domain::simulation::{Kind, Simulation};
use crex::store::Store;
use crex::tui::shell::Start;
use std::rc::Rc;
use std::sync::Arc;

#[test]
fn words_are_found_in_all_sessions_and_escape_comes_back_to_them() {
    let mut room = home(
        Setup::default(),
        vec![past(Lang::Fr, 3, 2), past(Lang::Fr, 2, 5)],
    );
    room.keys("/").see(&["Chercher partout", "notes privées"]);
    room.keys("e").see(&["notes privées"]);
    room.keys("tiquettes TIROIRS");
    read(&mut room).see(&[
        "2 endroits dans 2 séances",
        "CREX n° 3",
        "CREX n° 2",
        "facteurs C1 Deux étiquettes semblables sur deux tiroirs",
    ]);
    room.keys("<Down><Enter>")
        .see(&["lecture seule", "CREX n° 2"]);
    room.see(&["Deux étiquettes semblables"]);
    room.keys("<Esc>")
        .see(&["2 endroits", "etiquettes TIROIRS"]);
    // The second one still has the focus.
    room.keys("<Enter>").see(&["CREX n° 2"]);
    room.keys("<Esc><Esc>").see(&["Nouvelle séance"]);
}

#[test]
fn a_phrase_stands_as_it_is_typed() {
    let mut room = home(Setup::default(), vec![past(Lang::Fr, 3, 2)]);
    room.keys("<C-f>\"etiquettes semblables");
    read(&mut room).see(&["1 endroit dans 1 séance"]);
    room.keys("\" photo");
    read(&mut room).see(&["Rien de tel", "F5 cherche aussi dans les simulations"]);
}

#[test]
fn simulations_answer_only_when_asked() {
    let mut played = past(Lang::Fr, 9, 1);
    played.kind = Kind::Simulation(Simulation::default());
    let mut room = home(Setup::default(), vec![played]);
    room.keys("/tiroirs");
    read(&mut room).see(&["Rien de tel"]);
    room.keys("<F5>");
    read(&mut room).see(&["simulations comprises", "simulation · ", "1 endroit"]);
    room.keys("<Enter>").see(&["SIMULATION", "lecture seule"]);
}

#[test]
fn amendments_to_a_simulation_answer_with_the_simulations_and_open_it() {
    let mut played = past(Lang::Fr, 9, 1);
    played.kind = Kind::Simulation(Simulation::default());
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
    let mut room = home(Setup::default(), vec![played]);
    let folder = room.folder.path().join("amendments");
    let path = folder.join(format!("{}.ron", amended.session));
    let bytes = crex::store::encode(&path, &amended).unwrap();
    std::fs::write(path, bytes).unwrap();
    room.keys("/zibeline");
    read(&mut room).see(&["Rien de tel"]);
    room.keys("<F5>");
    read(&mut room).see(&["simulation · ", "1 endroit"]);
    room.keys("<Enter>").see(&["SIMULATION", "lecture seule"]);
}

#[test]
fn a_meeting_looks_in_itself_first_and_then_everywhere_without_being_left() {
    let folder = Rc::new(tempfile::tempdir().unwrap());
    put(folder.path(), vec![past(Lang::Fr, 3, 2)]);
    let mut room = Room::on(folder, Setup::default(), Start::New, day());
    let here = room.session().id;
    room.keys("<C-f>tiroirs")
        .see(&["Chercher dans la séance", "Rien de tel"]);
    room.keys("<C-f>");
    read(&mut room).see(&["Chercher partout", "tiroirs", "CREX n° 3"]);
    room.keys("<Enter>").see(&["Compte rendu du CREX n° 3"]);
    room.keys("<Esc>").see(&["Chercher partout"]);
    room.keys("<Esc>").see(&["Ouverture de la séance"]);
    assert_eq!(room.session().id, here);
    assert!(room.shell.app().desk.read_only().is_none());
}

#[test]
fn what_waits_and_what_was_said_between_meetings_is_found_as_well() {
    let past = past(Lang::Fr, 3, 2);
    let folder = Rc::new(tempfile::tempdir().unwrap());
    crate::harness::team(folder.path(), Lang::Fr);
    let mut store = Store::open(folder.path(), day(), Arc::new(|| {})).unwrap();
    let waits = IncidentFile {
        schema: crex::domain::SCHEMA,
        id: uuid::Uuid::from_u128(50),
        report: Report {
            title: "Alarme du congélateur coupée".into(),
            ..Report::default()
        },
    };
    let said = FollowUpFile {
        schema: crex::domain::SCHEMA,
        id: uuid::Uuid::from_u128(51),
        follow_up: FollowUp {
            session: past.id.to_string().as_str().into(),
            action: past.actions.at(0).map(|a| a.id),
            wording: "Coller la photo".into(),
            outcome: FollowUpOutcome::Ongoing,
            reason: "attend le devis du congélateur".into(),
            said_on: Some(day().date()),
            ..FollowUp::new(FollowUpId(1))
        },
    };
    store.create(waits, day()).unwrap();
    store.create(said, day()).unwrap();
    drop(store);
    put(folder.path(), vec![past]);
    let mut room = Room::on(folder, Setup::default(), Start::Home, day());
    room.keys("/congelateur");
    read(&mut room).see(&["événement en attente", "dit entre deux séances"]);
    room.keys("<Enter>")
        .see(&["Titre Alarme du congélateur coupée"]);
    room.keys("<Esc><Esc>").see(&["Chercher partout"]);
    room.keys("<Down><Enter>")
        .see(&["CREX n° 3", "Coller la photo"]);
    room.keys("<Esc>").see(&["Chercher partout"]);
}

#[test]
fn an_analysis_that_waits_is_read_where_the_word_stands_and_not_changed() {
    let past = past(Lang::Fr, 3, 2);
    let folder = Rc::new(tempfile::tempdir().unwrap());
    crate::harness::team(folder.path(), Lang::Fr);
    let mut store = Store::open(folder.path(), day(), Arc::new(|| {})).unwrap();
    let waits = AnalysisFile {
        schema: crex::domain::SCHEMA,
        id: uuid::Uuid::from_u128(60),
        chosen_in: past.id,
        incident: past.incidents.at(0).unwrap().clone(),
        ids: past.ids.clone(),
        analysis: past.analysis().unwrap().clone(),
        guarding: crex::domain::wording::Guarding::default(),
    };
    drop(store.create(waits, day()).unwrap());
    drop(store);
    let mut room = Room::on(folder, Setup::default(), Start::Home, day());
    let before = super::disk(&room);
    room.keys("/tiroirs");
    read(&mut room).see(&["analyse entre deux séances"]);
    room.keys("<Enter>")
        .see(&["lecture seule", "Deux étiquettes semblables"]);
    room.keys("a<Space>d<Esc>").see(&["lecture seule"]);
    room.keys("<Esc>").see(&["Chercher partout"]);
    assert_eq!(super::disk(&room), before);
}

#[test]
fn private_notes_are_never_found() {
    let mut room = home(Setup::default(), vec![past(Lang::Fr, 3, 2)]);
    room.keys("<Enter><C-n>inavouable<Esc>");
    room.palette("accueil");
    room.keys("/inavouable");
    read(&mut room).see(&["Rien de tel"]).miss("CREX n°");
}

#[test]
fn typing_goes_on_while_sessions_are_read() {
    let many = (1..=20).map(|n| past(Lang::Fr, n, n)).collect();
    let mut room = home(Setup::default(), many);
    room.keys("/tir")
        .keys("oirs<Backspace><Backspace>rs zz<C-w>");
    read(&mut room).see(&["20 endroits dans 20 séances"]);
}

#[test]
fn the_many_places_of_one_session_are_one_key_away() {
    let mut full = past(Lang::Fr, 3, 2);
    for n in 0..9 {
        super::action(
            &mut full,
            &format!("Ranger le tiroir {n}"),
            crex::domain::action::Status::Planned,
        );
    }
    let mut room = home(
        Setup::default(),
        vec![full, past(Lang::Fr, 2, 5), past(Lang::Fr, 1, 8)],
    );
    room.keys("/tiroir");
    read(&mut room)
        .see(&["et 6 autres endroits"])
        .miss("tiroir 8");
    room.keys("<Down><Down><Down><Down><Enter>")
        .see(&["tiroir 8"])
        .miss("6 autres");
}
