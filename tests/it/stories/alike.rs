//! Past events and factors that resemble what is typed.

use super::scene::{deviation, factor, session, setup};
use crate::harness::{Room, Setup, day};
use crex::domain::action::{Action, Status};
use crex::domain::agenda::StepKind;
use crex::domain::code::Lang;
use crex::domain::incident::{Fate, Incident};
use crex::domain::session::Session;
use crex::domain::text::Text;
use crex::store::Store;
use crex::tui::key::Msg;
use crex::tui::shell::Start;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

/// A room that waits for the past of its workspace.
trait Recalled {
    /// Waits until the past is there, as the call for attention of its thread would tell.
    fn recalled(&mut self) -> &mut Self;
}

impl Recalled for Room {
    fn recalled(&mut self) -> &mut Self {
        let begun = std::time::Instant::now();
        while self.shell.app().desk.past.index.is_none() {
            assert!(begun.elapsed().as_secs() < 20, "nothing asked for the past");
            std::thread::yield_now();
            self.take(Msg::Woken);
        }
        self
    }
}

/// A session of two months before: an event chosen, a factor, and three actions of which one is done.
fn earlier(lang: Lang) -> Session {
    let mut past = session(setup(lang));
    past.id = uuid::Uuid::from_u128(99);
    past.date = day().date() - chrono::Months::new(2);
    past.number = 3;
    deviation(&mut past, 1, "Plateau donné à une autre résidente", "");
    factor(&mut past, "Étiquettes semblables sur deux tiroirs", true);
    let held = past.analysis().unwrap().factors.at(0).map(|f| f.id);
    for (n, status) in [Status::Planned, Status::Ongoing, Status::Done]
        .into_iter()
        .enumerate()
    {
        let id = past.ids.give();
        past.actions.push(Action {
            what: Text::new(&format!("Action {n}")),
            incident: past.incidents.at(0).map(|i| i.id),
            factors: held.into_iter().filter(|_| n > 0).collect(),
            status,
            ..Action::new(id)
        });
    }
    let mut closed = Incident::new(past.ids.give());
    closed.report.title = "Chute dans la douche sans appel possible".into();
    closed.fate = Fate::Closed;
    past.incidents.push(closed);
    past
}

/// A meeting in a workspace that holds that session, left at a step.
fn room(lang: Lang, step: StepKind) -> Room {
    let folder = Rc::new(tempfile::tempdir().unwrap());
    put(folder.path(), earlier(lang));
    let mut now = session(setup(lang));
    deviation(&mut now, 1, "Plateau donné à une autre résidente", "");
    let path = super::scene::write(folder.path(), now, step);
    Room::on(folder, setup(lang), Start::Session(path), day())
}

fn put(folder: &Path, session: Session) {
    let mut store = Store::open(folder, day(), Arc::new(|| {})).unwrap();
    store.create(session, day()).unwrap();
    assert!(store.flush(std::time::Duration::from_secs(20)));
}

#[test]
fn an_event_that_resembles_a_past_one_is_offered_with_its_date_and_open_actions() {
    let mut room = room(Lang::Fr, StepKind::Incidents);
    room.keys("a").recalled().miss("déjà vu");
    room.keys("Mauv").miss("ressemble");
    room.keys("ais sachet du soir, chambre d'à côté").see(&[
        "Cela ressemble à un événement déjà vu",
        "19/09/2026, 2 actions non terminées",
        "Médicaments du",
        "F4",
    ]);
    room.keys("<F4>").see(&[
        "Déjà vu dans cet espace de travail",
        "CREX n° 3 du 19/09/2026",
    ]);
    room.keys("<Enter>").see(&["Compte rendu", "n° 3"]);
    let before = room.session().clone();
    room.keys("<Enter><End>");
    assert_eq!(*room.session(), before);
    room.keys("<Esc>").see(&["Déjà vu dans cet espace"]);
    room.keys("<Esc>, suite").see(&["Mauvais sachet du soir"]);
    let last = room.session().incidents.iter().last().unwrap();
    assert!(last.report.title.as_str().ends_with("d'à côté, suite"));
}

#[test]
fn an_event_is_not_told_the_actions_of_another_one_of_the_same_meeting() {
    let mut room = room(Lang::Fr, StepKind::Incidents);
    // What was typed before the past was read is answered when it comes, without another key.
    room.keys("aChute sous la douche, aucun appel possible")
        .recalled()
        .see(&["19/09/2026", "Chute dans la douche"])
        .miss("non terminée");
    room.keys("<F4>")
        .see(&["Déjà vu dans cet espace de travail"])
        .miss("non terminée");
}

#[test]
fn a_factor_that_resembles_a_past_one_is_offered_with_the_actions_that_answer_it() {
    for (lang, said) in [
        (Lang::Fr, "1 action non terminée"),
        (Lang::En, "1 action not finished"),
    ] {
        let mut room = room(lang, StepKind::Factors);
        room.keys("<Enter>ga");
        room.keys("Deux tiroirs aux étiquettes semblables")
            .recalled()
            .see(&[&format!("19/09/2026, {said}")]);
        room.keys("<Esc>").miss(said);
    }
}

#[test]
fn nothing_is_offered_where_nothing_resembles_nor_to_the_event_itself() {
    let mut room = room(Lang::Fr, StepKind::Incidents);
    room.keys("aAscenseur bloqué entre deux étages")
        .recalled()
        .miss("ressemble");
    room.keys("<Esc><Home><Enter>")
        .see(&["Médicaments du soir"]);
    let mut lone = Room::meeting(Setup::default());
    super::choice::go(&mut lone, StepKind::Incidents);
    lone.keys("a");
    lone.keys("Médicaments du soir de la chambre voisine")
        .recalled()
        .miss("ressemble");
}

#[test]
fn an_incident_that_waits_is_offered_what_it_resembles_as_well() {
    let folder = Rc::clone(&Room::with_team(Setup::default()).folder);
    put(folder.path(), earlier(Lang::Fr));
    let mut room = Room::on(folder, setup(Lang::Fr), Start::Home, day());
    room.pool().keys("a");
    room.keys("Chute sous la douche, aucun appel possible")
        .recalled()
        .see(&["déjà vu", "19/09/2026", "Chute dans la douche", "F4"]);
    room.keys("<F4><Enter>").see(&["Compte rendu", "n° 3"]);
    room.keys("<Esc><Esc>, de nuit")
        .see(&["aucun appel possible, de nuit"]);
}
