//! Before the day: a meeting is prepared with what awaits it; at its opening and in its follow-up what was promised comes first.

use super::plan::{read, world};
use crate::harness::{Room, Setup, day};
use crex::domain::SCHEMA;
use crex::domain::incident::{IncidentFile, Report};
use crex::domain::session::Stage;
use crex::store::{Store, encode};
use crex::tui::key::Msg;
use crex::tui::shell::Start;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

const WAITING: [&str; 3] = [
    "Doses perdues après une rupture du froid",
    "Ordonnance remise à une autre personne",
    "Chute au retour à domicile",
];

/// Events that wait in the workspace.
fn wait(folder: &Path) {
    let mut store = Store::open(folder, day(), Arc::new(|| {})).unwrap();
    for (n, title) in (1..).zip(WAITING) {
        let report = Report {
            reference: format!("2026-{n:03}").as_str().into(),
            title: title.into(),
            reported: Some(day().date()),
            ..Report::default()
        };
        let file = IncidentFile {
            schema: SCHEMA,
            id: uuid::Uuid::from_u128(40 + n),
            report,
        };
        store.create(file, day()).unwrap();
    }
    assert!(store.flush(std::time::Duration::from_secs(20)));
}

/// A team with two meetings behind it and three events that wait, at home or in a meeting just begun.
fn room(start: Start) -> Room {
    let room = Room::with_team(Setup::default());
    let folder = Rc::clone(&room.folder);
    drop(room);
    world::world(folder.path());
    wait(folder.path());
    Room::on(folder, Setup::default(), start, day())
}

/// Waits until the past is there, as the call for attention of its thread would tell.
fn recalled(room: &mut Room) -> &mut Room {
    let begun = std::time::Instant::now();
    while room.shell.app().desk.past.index.is_none() {
        assert!(begun.elapsed().as_secs() < 20, "nothing asked for the past");
        std::thread::yield_now();
        room.take(Msg::Woken);
    }
    room
}

#[test]
fn the_events_of_its_agenda_are_chosen_when_a_meeting_is_prepared() {
    let mut room = room(Start::Home);
    room.keys("<Down><Down><Enter>").see(&[
        "À entendre",
        "2026-001 Doses perdues",
        "2026-002 Ordonnance",
        "2026-003 Chute",
    ]);
    // They stand in the order of their files.
    room.keys("+7<Enter><Down><Down>")
        .see(&["☑ 2026-002 Ordonnance"]);
    room.keys("<Space>").see(&["☐ 2026-002 Ordonnance"]);
    room.keys("<Enter>");
    let titles: Vec<&str> = room
        .session()
        .incidents
        .iter()
        .map(|i| i.report.title.as_str())
        .collect();
    // One that was heard and left open comes back first.
    assert_eq!(
        titles.iter().filter(|t| WAITING.contains(t)).count(),
        2,
        "{titles:?}"
    );
    assert!(!titles.contains(&WAITING[1]));
    assert_eq!(room.session().stage, Stage::Prepared);
    // What was left out goes on waiting.
    let waiting = room.shell.app().desk.listing.waiting();
    assert!(
        waiting
            .into_iter()
            .any(|(_, file)| file.report.title.as_str() == WAITING[1])
    );
}

#[test]
fn what_awaits_a_prepared_meeting_is_in_sight_before_the_day() {
    let mut room = room(Start::Home);
    room.keys("<Down><Down><Enter>+7<Enter><Enter>");
    room.see(&[
        "5 actions à suivre, dont 2 en retard et 1 à évaluer",
        "événements à l'ordre du jour",
        "dernière séance le 17/09/2026, 70 jours plus tôt",
        "la suivante était fixée au 15/10/2026",
    ]);
}

#[test]
fn a_meeting_begun_says_what_was_promised_and_reads_the_last_record_by_one_key() {
    let mut room = room(Start::New);
    room.see(&[
        "! 5 actions à suivre, dont 2 en retard et 1 à évaluer",
        "! dernière séance le 17/09/2026, 63 jours plus tôt",
    ]);
    room.tab_to("Dernier CR");
    room.see(&["C'est celui du 17/09/2026 ; F4 le relit."]);
    room.keys("<F4>").see(&["Compte rendu du CREX n° 2"]);
    room.keys("<Esc>").see(&["Ouverture"]);
}

#[test]
fn a_first_meeting_has_no_promise_and_no_record() {
    let mut room = Room::meeting(Setup::default());
    room.miss("à suivre, dont").miss("dernière séance");
    room.keys("<F4>").see(&["Aucune séance précédente"]);
}

#[test]
fn the_follow_up_says_what_happened_again_and_who_left() {
    let mut room = room(Start::New);
    room.keys("<F8>");
    if !room.screen().contains("Actions à suivre") {
        room.keys("<Enter>");
    }
    recalled(&mut room);
    read(&mut room).resize(100, 50);
    room.see(&[
        "cadre de santé (n'est plus membre) · échéance 01/06/2026",
        "! un événement semblable est arrivé depuis : 2026-001 Doses perdues après une rupture du froid",
    ]);
    // Once something is said of it, it has been heard.
    let again = |room: &Room| room.screen().matches("un événement semblable").count();
    assert_eq!(again(&room), 3);
    room.keys("<Enter>1<Enter>");
    assert_eq!(again(&room), 2, "{}", room.screen());
}

#[test]
fn a_second_postponement_can_be_taken_to_a_body_of_any_name() {
    let mut room = room(Start::New);
    room.keys("<F8>");
    if !room.screen().contains("Actions à suivre") {
        room.keys("<Enter>");
    }
    room.keys("<Enter>6").see(&["La porter à", "Une autre"]);
    room.keys("<Enter><Enter>comité du médicament<Enter>hors de notre main<Enter>");
    room.resize(100, 40)
        .see(&["portée à : comité du médicament"]);
}

/// The same team with so many files of prepared sessions, far in the past, that none is read while one waits.
fn crowded() -> Room {
    let room = room(Start::Home);
    let folder = Rc::clone(&room.folder);
    drop(room);
    for n in 0..70 {
        let session = crate::made::session(900 + n, "Séance qui n'eut pas lieu");
        let path = folder
            .path()
            .join(format!("sessions/2019-01-01-{n:03}.ron"));
        std::fs::write(&path, encode(&path, &session).unwrap()).unwrap();
    }
    Room::on(folder, Setup::default(), Start::Home, day())
}

#[test]
fn among_many_sessions_a_new_one_is_made_once_they_are_read_with_all_that_they_leave() {
    let mut few = room(Start::Home);
    few.way("Nouvelle séance");
    let mut many = crowded();
    many.way("Nouvelle séance")
        .see(&["Lecture des séances précédentes"]);
    // Once more the same key asks for nothing more.
    many.keys("<Enter>");
    let begun = std::time::Instant::now();
    while many.shell.app().desk.session().is_none() {
        assert!(begun.elapsed().as_secs() < 20, "no session came");
        std::thread::yield_now();
        many.take(Msg::Woken);
    }
    many.see(&["Ouverture", "5 actions à suivre, dont 2 en retard"]);
    let (few, many) = (few.session(), many.session());
    assert_eq!(few.follow_ups, many.follow_ups);
    assert_eq!((few.number, &few.parked), (many.number, &many.parked));
}

#[test]
fn a_session_asked_for_among_many_does_not_push_aside_what_was_opened_meanwhile() {
    let mut room = crowded();
    room.way("Nouvelle séance").pool().keys("a");
    room.keys("Fiche tapée entre-temps");
    let begun = std::time::Instant::now();
    while !room
        .screen()
        .contains("la nouvelle séance n'a pas été créée")
    {
        assert!(begun.elapsed().as_secs() < 20, "nothing was said");
        std::thread::yield_now();
        room.take(Msg::Woken);
    }
    room.see(&["Fiche tapée entre-temps"]);
    assert!(room.shell.app().desk.session().is_none());
}
