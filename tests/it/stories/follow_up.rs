//! The follow-up of actions.

use crate::harness::{Room, Setup, day};
use crex::domain::action::{Action, Effect, FollowUpOutcome, Status};
use crex::domain::code::Lang;
use crex::domain::parts::Parts;
use crex::domain::session::{Session, Stage};
use crex::store::Store;
use crex::tui::shell::Start;
use std::rc::Rc;
use std::sync::Arc;
use uuid::Uuid;

/// A meeting after one that decided three actions: one overdue, one for next month, one that was done and is to be evaluated.
fn second_meeting(setup: Setup) -> Room {
    let room = Room::with_team(setup);
    let folder = Rc::clone(&room.folder);
    drop(room);
    let mut store = Store::open(folder.path(), day(), Arc::new(|| {})).unwrap();
    let date = "2026-09-17".parse().unwrap();
    let mut first = Session::new(Uuid::from_u128(1), date);
    first.number = 1;
    first.stage = Stage::Open;
    let mut act = |what: &str, owner: &str, due: &str, status: Status| {
        let id = first.ids.give();
        first.actions.push(Action {
            what: what.into(),
            owner: owner.into(),
            due: Some(due.parse().unwrap()),
            evaluated_on: Some("2026-11-01".parse().unwrap()),
            status,
            ..Action::new(id)
        });
    };
    act(
        "Tester l'alarme du réfrigérateur chaque lundi",
        "IDEC",
        "2026-12-15",
        Status::Retained,
    );
    act(
        "Écrire la conduite à tenir au-dessus de 8 °C",
        "pharmacien",
        "2026-11-10",
        Status::Retained,
    );
    act(
        "Relier l'alarme au téléphone d'astreinte",
        "direction",
        "2026-10-15",
        Status::Done,
    );
    let empty = Session::new(first.id, date);
    let opened = store.create(empty.clone(), day()).unwrap();
    store.record(opened.handle, &empty.diff(&first)).unwrap();
    store.save(opened.handle, &first, 1);
    drop(store);
    let mut room = Room::on(folder, setup, Start::New, day());
    room.keys("<F8>");
    if !room.screen().contains("Relier") {
        room.keys("<Enter>");
    }
    room
}

#[test]
fn what_is_open_comes_back_the_most_overdue_first() {
    let room = second_meeting(Setup::default());
    room.see(&[
        "Actions à suivre 3 à dire sur 3",
        "! Écrire la conduite à tenir au-dessus de 8 °C",
        "pharmacien · échéance 10/11/2026 · 9 jours de retard",
        "IDEC · échéance 15/12/2026",
        "direction · réalisée, à évaluer",
    ]);
    let order: Vec<_> = room
        .session()
        .follow_ups
        .iter()
        .map(|f| f.owner.to_string())
        .collect();
    assert_eq!(order, ["direction", "pharmacien", "IDEC"]);
}

#[test]
fn each_answer_asks_only_for_what_it_needs() {
    let mut room = second_meeting(Setup::default());
    room.keys("<Enter>").miss("Raison");
    room.keys("5").see(&["Effet", "Preuve"]).miss("Raison");
    room.keys("<Enter>1<Enter>0 coupure en 6 semaines<Enter>");
    // The cursor waits on the next action.
    room.keys("<Enter>3")
        .see(&["Raison", "Nouvelle date", "premier report"])
        .miss("La porter à");
    room.keys("<Enter>relecture en attente<Enter>+30");
    room.see(&["dans 30 jours"]);
    room.keys("<Enter>");
    room.keys("<Enter>2<Enter>40<Enter>");
    room.see(&[
        "toutes abordées",
        "évaluée · efficace",
        "premier report · échéance 19/12/2026",
        "en cours, 40 %",
    ]);
    let said = &room.session().follow_ups;
    let evaluated = said.at(0).unwrap();
    assert_eq!(
        (evaluated.outcome, evaluated.effect),
        (FollowUpOutcome::Evaluated, Effect::Effective)
    );
    assert_eq!(evaluated.evidence.as_str(), "0 coupure en 6 semaines");
    assert_eq!(said.at(1).unwrap().postponed_times, 1);
    assert!(said.iter().all(|f| f.said_on == Some(day().date())));
    room.keys("<C-z>");
    assert_ne!(room.session().follow_ups.at(2).unwrap().progress, 40);
}

#[test]
fn the_second_postponement_proposes_another_body() {
    let mut room = second_meeting(Setup::default());
    room.keys("<Down><Enter>3<Enter>pas de temps<Enter>+10<Enter>");
    let folder = Rc::clone(&room.folder);
    drop(room);
    let later = day() + chrono::TimeDelta::days(30);
    let mut room = Room::on(folder, Setup::default(), Start::New, later);
    room.keys("<F8>");
    if !room.screen().contains("conduite") {
        room.keys("<Enter>");
    }
    room.see(&["échéance 29/11/2026 · 20 jours de retard"]);
    let at = room
        .session()
        .follow_ups
        .iter()
        .position(|f| f.owner.as_str() == "pharmacien");
    room.keys(&"<Down>".repeat(at.unwrap())).keys("<Enter>3");
    room.see(&["2e report", "La porter à"]);
    room.keys("<Enter>encore<Enter><Enter>3");
    let said = room.session().follow_ups.at(at.unwrap()).unwrap();
    assert_eq!(
        (said.postponed_times, said.escalated_to.as_str()),
        (2, "Direction")
    );
    room.keys("<S-Tab><S-Tab><S-Tab>1").miss("La porter à");
    assert_eq!(
        room.session()
            .follow_ups
            .at(at.unwrap())
            .unwrap()
            .postponed_times,
        1
    );
}

#[test]
fn a_first_meeting_says_so_and_takes_up_what_was_decided_on_paper() {
    let mut room = Room::meeting(Setup::default());
    room.keys("<F8>");
    if !room.screen().contains("Rien à suivre") {
        room.keys("<Enter>");
    }
    room.see(&["Rien à suivre"]);
    room.keys("aRanger le chariot<Enter>IDE<Enter>01/11<Enter>1<Enter>");
    room.see(&["✓ Ranger le chariot", "IDE · réalisée"]);
    room.keys("a<Esc>");
    assert_eq!(room.session().follow_ups.len(), 1);
    room.keys("d").see(&["Rien à suivre"]);
}

#[test]
fn a_carried_action_is_not_deleted() {
    let mut room = second_meeting(Setup::default());
    room.keys("d").see(&["abandonnée"]);
    assert_eq!(room.session().follow_ups.len(), 3);
}

#[test]
fn in_english_and_at_the_same_field_after_a_kill() {
    let setup = Setup {
        lang: Lang::En,
        ..Setup::default()
    };
    let mut room = second_meeting(setup);
    room.see(&[
        "Actions to follow up 3 of 3 to be said",
        "9 days late",
        "done, to be evaluated",
    ]);
    room.keys("<Down><Enter>4<Enter>no lon");
    let path = room.session_file("2026-11-19");
    let mut room = room.killed(setup, Start::Session(path));
    room.see(&["Why the group gives it up"]);
    room.keys("ger useful<Enter>");
    let said = room.session().follow_ups.at(1).unwrap();
    assert_eq!(
        (said.outcome, said.reason.as_str()),
        (FollowUpOutcome::Dropped, "no longer useful")
    );
}
