//! The opening: who is there, the roles, the quorum, the charter.

use crate::harness::{Room, Setup, day, flatten, parse};
use chrono::NaiveTime;
use crex::domain::code::Lang;
use crex::domain::progress::Missing;
use crex::domain::session::{Approval, Presence, Stage};
use crex::tui::shell::Start;

fn presences(room: &Room) -> Vec<Presence> {
    let people = room.session().attendees.iter();
    people.map(|a| a.presence).collect()
}

fn lacks(room: &Room) -> Vec<Missing> {
    use crex::domain::agenda::StepKind;
    let session = room.session();
    crex::domain::progress::missing(session, StepKind::Opening, &crex::content::known(session))
}

#[test]
fn a_usual_opening_takes_under_fifteen_keys_and_leaves_nothing_missing() {
    let keys = "<Enter><Tab>1<Tab>2<Tab>3<Tab>1<Tab><Enter><Enter><Space>";
    assert!(parse(keys).len() < 15);
    let mut room = Room::meeting(Setup::default());
    room.see(&["0 présent sur 5", "Tous présents"]);
    room.keys(keys);
    assert_eq!(presences(&room), [Presence::Present; 5]);
    assert_eq!(lacks(&room), []);
    let session = room.session();
    let role = |n: usize| session.attendees.at(n).unwrap().roles[0].to_string();
    assert_eq!(
        [role(0), role(1), role(2)],
        ["facilitator", "secretary", "timekeeper"]
    );
    assert_eq!(session.opening.approval, Approval::Approved);
    assert!(session.opening.charter_accepted && session.opening.secrecy_announced);
    room.see(&["5 présents sur 5", "5 métiers", "pas de quorum demandé"]);
}

#[test]
fn space_walks_through_presences_and_late_and_left_keep_the_hour() {
    let mut room = Room::meeting(Setup::default());
    room.keys("<Enter>").see(&["✓ présent", "5 présents sur 5"]);
    room.keys("<Down><Space>")
        .see(&["✗ excusé", "4 présents sur 5"]);
    room.keys("<Space><Space>");
    assert_eq!(presences(&room)[1], Presence::Late);
    room.see(&["en retard", "IDEL · 14 h 00"]);
    room.minutes(45).keys("<Space>");
    let person = room.session().attendees.at(1).unwrap();
    assert_eq!(person.presence, Presence::Left);
    assert_eq!(person.arrived, NaiveTime::from_hms_opt(14, 0, 0));
    assert_eq!(person.left, NaiveTime::from_hms_opt(14, 45, 0));
    room.keys("<C-z>");
    assert_eq!(presences(&room)[1], Presence::Late);
    room.keys("<C-z><C-z><C-z><C-z>");
    assert_eq!(presences(&room), [Presence::Expected; 5]);
}

#[test]
fn a_person_is_added_with_function_hour_and_role_and_found_again_after_a_kill() {
    let mut room = Room::meeting(Setup::default());
    room.keys("<Enter>apharmacienne remplaçante<Enter>5<Tab>");
    room.see(&["Arrivée", "14:00"]);
    room.keys("<Backspace><Backspace>10");
    let added = room.session().attendees.at(5).unwrap();
    assert_eq!(added.function.as_str(), "pharmacienne remplaçante");
    assert_eq!(added.presence, Presence::Late);
    assert_eq!(added.arrived, NaiveTime::from_hms_opt(14, 10, 0));
    let path = room.session_path();
    let mut room = room.killed(Setup::default(), Start::Session(path));
    room.see(&["Fonction", "14:10"]);
    room.keys("<Tab><Right><Space>");
    let roles = &room.session().attendees.at(5).unwrap().roles;
    assert_eq!(roles[0].as_str(), "facilitator");
    room.keys("<Esc>")
        .see(&["en retard", "14 h 10", "Animateur"]);
    room.keys("d");
    assert_eq!(room.session().attendees.len(), 5);
    room.keys("<C-z>");
    assert_eq!(room.session().attendees.len(), 6);
}

#[test]
fn someone_left_without_a_function_leaves_no_trace() {
    let mut room = Room::meeting(Setup::default());
    room.keys("<Enter>a<Esc>");
    assert_eq!(room.session().attendees.len(), 5);
}

#[test]
fn the_charter_is_read_whole_at_80x24_and_accepted_with_one_key() {
    let mut room = Room::meeting(Setup::default());
    room.keys("<Enter><Tab><Tab><Tab><Tab><Tab><Enter>");
    let screen = room.screen();
    let inside: Vec<&str> = screen.lines().filter_map(|l| l.split('│').nth(1)).collect();
    let inside = flatten(&inside.join(" "));
    for line in crex::content::charter() {
        assert!(inside.contains(&flatten(line.fr.as_str())), "{inside}");
    }
    room.keys("<Down><Down><Esc>");
    assert!(!room.session().opening.charter_accepted);
    room.keys("<Enter><Enter>");
    assert!(room.session().opening.charter_accepted);
    room.see(&["acceptée par le groupe"]);
    room.keys("<C-z>");
    assert!(!room.session().opening.charter_accepted);
}

#[test]
fn on_a_small_screen_the_charter_follows_the_reading() {
    let setup = Setup {
        size: (60, 20),
        lang: Lang::En,
        ..Setup::default()
    };
    let mut room = Room::meeting(setup);
    room.keys("<Enter><Tab><Tab><Tab><Tab><Tab><Enter>");
    room.see(&[
        "We analyse a system, never a person.",
        "the group accepts it",
    ]);
    room.keys("<End>")
        .see(&["Anyone who is struggling may ask for a break"]);
}

#[test]
fn without_a_quorum_the_rule_is_said_and_a_reason_is_kept() {
    let mut room = Room::holding(Setup::default(), |session| {
        session.quorum.members = 4;
        session.quorum.professions = 3;
    });
    room.keys("<Enter>")
        .see(&["✓ quorum atteint", "il faut 4 permanents et 3 métiers"]);
    room.miss("Continuer, car");
    room.keys("<Space><Down><Space>")
        .see(&["! quorum non atteint", "Continuer, car"]);
    room.keys("<Tab>séance prévue de longue date");
    let why = room.session().opening.quorum_overruled.as_str();
    assert_eq!(why, "séance prévue de longue date");
    assert!(
        !lacks(&room)
            .iter()
            .any(|m| matches!(m, Missing::Quorum { .. }))
    );
}

#[test]
fn in_english_the_opening_reads_as_well() {
    let setup = Setup {
        lang: Lang::En,
        size: (120, 40),
        ..Setup::default()
    };
    let mut room = Room::meeting(setup);
    room.open_meeting();
    room.see(&[
        "5 present of 5",
        "5 professions",
        "Facilitator",
        "approved",
        "accepted by the group",
        "no file tells",
        "who voted what",
    ]);
    assert_eq!(lacks(&room), []);
}

#[test]
fn title_place_and_number_are_kept() {
    let mut room = Room::opened(Setup::default());
    room.keys(
        "<Tab>Comprendre deux événements<Tab>Froid et identité<Enter><Enter>Salle des soins<Enter>",
    );
    let session = room.session();
    assert_eq!(session.opening.aims.as_str(), "Comprendre deux événements");
    assert_eq!(session.title.as_str(), "Froid et identité");
    assert_eq!(session.place.as_str(), "Salle des soins");
    room.see(&["jeu. 19 nov. 2026", "90 min"]);
}

#[test]
fn a_prepared_meeting_is_opened_with_one_key_and_its_hour_kept() {
    let mut room = Room::holding(Setup::default(), |session| {
        session.stage = Stage::Prepared;
        session.sittings.clear();
    });
    room.see(&["Ouvrir la séance"]);
    room.minutes(7).keys("<Enter>");
    let session = room.session();
    assert_eq!(session.stage, Stage::Open);
    assert_eq!(
        session.sittings[0].opened,
        Some(day() + chrono::TimeDelta::minutes(7))
    );
    assert!(session.running().is_some());
    room.miss("Ouvrir la séance");
    room.keys("<Enter>").see(&["5 présents sur 5"]);
}

#[test]
fn an_adjourned_meeting_is_resumed_on_another_day() {
    let mut room = Room::holding(Setup::default(), |session| {
        session.adjourn(day(), "il manque un médecin".into(), None);
    });
    room.minutes(7 * 24 * 60).see(&["Reprendre la séance"]);
    room.keys("<Enter>");
    let days: Vec<_> = room
        .session()
        .sittings
        .iter()
        .map(|s| s.date.to_string())
        .collect();
    assert_eq!(days, ["2026-11-19", "2026-11-26"]);
}
