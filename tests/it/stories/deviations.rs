//! Deviations and barriers.

use super::scene::{again, room, session, setup};
use crate::harness::{Room, Setup};
use crex::domain::agenda::StepKind;
use crex::domain::analysis::{Analysis, BarrierKind, BarrierState};
use crex::domain::code::Lang;
use crex::domain::list::List;

fn open(lang: Lang) -> Room {
    room(setup(lang), session(setup(lang)), StepKind::Deviations)
}

fn analysis(room: &Room) -> &Analysis {
    room.session().analysis().unwrap()
}

#[test]
fn a_deviation_on_a_fact_takes_its_wording_and_keeps_what_was_expected() {
    let mut room = open(Lang::Fr);
    room.see(&[
        "Aucun écart pour l'instant",
        "Commencez par celles qui ont tenu",
    ]);
    room.keys("a<Down><Down>");
    room.see(&["Écart D1", "F2 18:20 Le plateau de la chambre 12"]);
    room.keys(
        "<Tab><Tab>Identité vérifiée au lit<Tab>Protocole du circuit<Tab>Plateaux voisins<Enter><Esc>",
    );
    let d = analysis(&room).deviations.at(0).unwrap();
    assert_eq!(d.fact.unwrap().to_string(), "F2");
    assert!(
        d.observed
            .as_str()
            .starts_with("Le plateau de la chambre 12")
    );
    assert_eq!(d.expected.as_str(), "Identité vérifiée au lit");
    assert_eq!(d.reference.as_str(), "Protocole du circuit");
    assert_eq!(d.immediate_cause.as_str(), "Plateaux voisins");
    room.see(&["D1", "sur F2 · attendu : Identité vérifiée au lit"]);
}

#[test]
fn wording_of_ones_own_stays_when_the_fact_changes() {
    let mut room = open(Lang::Fr);
    room.keys("a<Tab>Mauvais plateau<S-Tab><Down>");
    let d = analysis(&room).deviations.at(0).unwrap();
    assert_eq!(
        (d.observed.as_str(), d.fact.is_some()),
        ("Mauvais plateau", true)
    );
}

#[test]
fn a_barrier_that_gave_way_then_worked_shows_both_and_its_deviation() {
    let mut room = open(Lang::Fr);
    room.keys("a<Tab>Mauvais plateau<Esc><Down>a");
    room.see(&["Barrière B1", "D'abord ce qui a tenu"]);
    room.keys(
        "Rangement des piluliers<Tab>2<Tab>2<Tab>2<Tab>3<Tab>2<Tab>Vu par hasard<Enter><Esc>",
    );
    let b = analysis(&room).barriers.at(0).unwrap();
    assert_eq!(
        (b.state, b.then),
        (BarrierState::Failed, Some(BarrierState::Worked))
    );
    assert_eq!(b.kind, BarrierKind::Recovery);
    assert_eq!(b.deviation.unwrap().to_string(), "D1");
    assert_eq!(b.note.as_str(), "Vu par hasard");
    room.see(&[
        "✓ B1",
        "récupération · a cédé, puis a fonctionné · humaine",
        "sur D1",
    ]);
}

#[test]
fn what_is_left_without_a_word_leaves_no_trace_and_a_delete_is_undone() {
    let mut room = open(Lang::Fr);
    room.keys("a<Esc>");
    assert!(analysis(&room).deviations.is_empty());
    room.keys("a<Tab>Mauvais plateau<Esc>d");
    assert!(analysis(&room).deviations.is_empty());
    room.keys("<C-z>");
    assert_eq!(analysis(&room).deviations.len(), 1);
    room.keys("<C-z>").keys("<C-z>");
    assert!(analysis(&room).deviations.is_empty());
}

#[test]
fn after_a_kill_the_same_field_has_the_focus() {
    let mut room = open(Lang::Fr);
    room.keys("a<Tab>Mauvais plateau<Tab>Véri");
    let mut room = again(&room, setup(Lang::Fr));
    room.keys("fier");
    let d = analysis(&room).deviations.at(0).unwrap();
    assert_eq!(d.expected.as_str(), "Vérifier");
}

#[test]
fn the_page_speaks_english_and_holds_on_a_narrow_screen_with_many_items() {
    let mut room = open(Lang::En);
    for _ in 0..12 {
        room.keys("a<Tab>A long wording of what was seen that evening on the second floor by the nurse on duty<Esc>");
    }
    room.keys("<Home>").see(&["Deviations", "D1"]);
    room.resize(60, 20).keys("<End>").see(&["D12"]);
    assert_eq!(analysis(&room).deviations.len(), 12);
}

#[test]
fn without_a_chosen_event_the_page_says_what_to_do() {
    let mut lone = session(Setup::default());
    lone.incidents = List::default();
    lone.analyses = List::default();
    let room = room(Setup::default(), lone, StepKind::Deviations);
    room.see(&["Aucun événement n'est choisi"]);
}
