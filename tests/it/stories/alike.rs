//! Past events and factors that resemble what is typed.

use super::scene::{deviation, factor, session, setup};
use crate::harness::{Room, Setup, day};
use crex::domain::SCHEMA;
use crex::domain::action::{Action, Status};
use crex::domain::agenda::StepKind;
use crex::domain::code::Lang;
use crex::domain::incident::{Fate, Incident, IncidentFile, Report};
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

/// A workspace in which a report waits, with the day on which it was reported.
fn with_report(title: &str) -> Rc<tempfile::TempDir> {
    let folder = Rc::clone(&Room::with_team(Setup::default()).folder);
    report(folder.path(), title, "L'ampoule du couloir est grillée.");
    folder
}

fn report(folder: &Path, title: &str, facts: &str) {
    let mut store = Store::open(folder, day(), Arc::new(|| {})).unwrap();
    let file = IncidentFile {
        schema: SCHEMA,
        id: uuid::Uuid::from_u128(41),
        report: Report {
            reference: "2026-001".into(),
            title: title.into(),
            facts: facts.into(),
            reported: Some(day().date() - chrono::Days::new(7)),
            ..Report::default()
        },
    };
    store.create(file, day()).unwrap();
}

#[test]
fn an_incident_typed_is_offered_a_report_that_waits_and_never_itself() {
    let folder = with_report("Chute dans le couloir sans éclairage");
    let mut room = Room::on(folder, setup(Lang::Fr), Start::Home, day());
    room.pool().keys("<Enter>").recalled().miss("ressemble");
    room.keys("<Esc>a");
    room.keys("Chute, couloir non éclairé").see(&[
        "Cela ressemble à un événement déjà signalé",
        "fiche en attente, reçue le 12/11/2026 : Chute dans le couloir",
        "F4",
    ]);
    room.keys("<F4>")
        .see(&["Fiche en attente, reçue le 12/11/2026"]);
    room.keys("<Enter>").see(&[
        "Chute dans le couloir sans éclairage",
        "Cette fiche attend une séance",
        "L'ampoule du couloir est grillée.",
    ]);
    room.keys("<Esc><Esc>, à l'aube")
        .see(&["couloir non éclairé, à l'aube"]);
    // What was just typed waits as well, from now on, and is told to the next one.
    room.keys("<Esc>a");
    room.keys("Une chute à l'aube, couloir éteint").see(&[
        "reçue le 12/11/2026 : Chute dans le couloir",
        "reçue le 19/11/2026 : Chute, couloir non éclairé",
    ]);
}

#[test]
fn in_a_meeting_a_report_that_waits_says_where_it_is_heard() {
    let folder = with_report("Chute dans le couloir sans éclairage");
    let mut room = Room::on(folder, setup(Lang::En), Start::New, day());
    super::choice::go(&mut room, StepKind::Incidents);
    room.keys("<Tab><Space><Esc><Home>").see(&["E1 2026-001"]);
    room.keys("a").recalled();
    room.keys("Chute, couloir non éclairé").see(&[
        "This resembles an event reported before",
        "E1 of this meeting, report received on",
    ]);
    room.keys("<F4><Enter>").see(&[
        "This report is on the table already: it is E1 of this meeting",
        "L'ampoule du couloir est grillée.",
    ]);
    room.keys("<Esc><Esc><Esc>");
    // The event that came from the report is not offered its own report.
    room.keys("<Home><Enter>")
        .see(&["Chute dans le couloir sans éclairage"])
        .miss("report received");
    // Taken off the table it waits again.
    room.keys("<Esc><Home><Delete>");
    room.keys("<Home><Enter>")
        .see(&["Chute, couloir non éclairé", "waiting report, received on"]);
    room.keys("<F4><Enter>")
        .see(&["waits in the workspace", "has it heard in this meeting"]);
}

/// The meeting of the day, opened again after a kill.
fn killed(room: Room) -> Room {
    let path = room.session_file("2026-11");
    room.killed(setup(Lang::Fr), Start::Session(path))
}

#[test]
fn what_resembles_is_offered_again_after_a_kill_without_a_key() {
    let mut room = room(Lang::Fr, StepKind::Incidents);
    room.keys("aChute sous la douche, aucun appel possible")
        .recalled()
        .see(&["Chute dans la douche"]);
    let mut room = killed(room);
    room.see(&["Chute sous la douche, aucun appel"]);
    room.recalled()
        .see(&["Cela ressemble", "19/09/2026", "Chute dans la douche"]);

    // Below a window as well, and there when it closes.
    room.keys("<C-k>").miss("Cela ressemble");
    let mut room = killed(room);
    room.miss("Cela ressemble");
    room.recalled();
    room.keys("<Esc>")
        .see(&["Cela ressemble", "Chute dans la douche"]);
}
