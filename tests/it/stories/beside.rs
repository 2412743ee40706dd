//! Several analyses in one meeting, and what each lacks: what is amended stays apart from what is made here, the gauge and
//! the way to the first gap follow the analysis in question.

use super::analyses::{
    after, between, entrusted, into_analysis, later, led, next_meeting, reading,
};
use super::choice::go;
use crate::harness::{Room, Setup};
use crex::documents::markdown::markdown;
use crex::documents::record::record;
use crex::domain::agenda::StepKind;
use crex::domain::analysis::Analysis;
use crex::tui::shell::Start;
use std::rc::Rc;

/// A meeting in the room that hears the analysis as well, and has chosen an event of its own whose factors are begun: the
/// factors of the presented one are walked.
pub fn amending_beside_another(setup: Setup) -> Room {
    let room = led(setup);
    let folder = Rc::clone(&room.folder);
    drop(room);
    let mut room = Room::on(folder, setup, Start::New, after(40));
    room.tab_to("Ordre du jour").keys("<Enter>");
    go(&mut room, StepKind::Incidents);
    room.keys("aOrdonnance remise à une autre personne<Enter><Esc>");
    go(&mut room, StepKind::Choice);
    room.keys("<Enter>");
    go(&mut room, StepKind::Factors);
    room.keys("<Down><Enter>");
    go(&mut room, StepKind::Presentation);
    room.keys("<Enter><Right><Right><Right><Right><Right>")
        .see(&["Facteurs", "6 / 8"]);
    room.keys("a<Esc>gggg")
        .see(&["Amender : Facteurs", "0 sur 27 explorées"]);
    room
}

/// All analyses but the presented one.
pub fn others(room: &Room) -> Vec<Analysis> {
    let all = room.session().analyses.iter();
    all.filter(|a| a.origin.is_blank()).cloned().collect()
}

/// A wall wide enough for the margin.
fn wide() -> Setup {
    Setup {
        size: (120, 40),
        ..Setup::default()
    }
}

#[test]
fn windows_over_what_is_amended_lead_nowhere_else() {
    let mut room = amending_beside_another(Setup::default());
    let before = others(&room);
    assert_eq!(before.len(), 1);
    // The rows of what is made here do not tell of what is amended.
    room.see(&["· Chronologie"]);
    room.keys("lT2.1<Enter>").see(&["Amender : Facteurs"]);
    room.keys("oModèle d'ordonnance absent<Esc>p");
    // The list of what is to be checked leads to the screens of this analysis as well.
    room.keys("v<Enter>").see(&["Amender : Facteurs"]);
    room.keys("<Esc>").see(&["6 / 8"]);
    assert_eq!(others(&room), before);
    let heard = room
        .session()
        .analyses
        .iter()
        .find(|a| !a.origin.is_blank());
    let factors = &heard.unwrap().factors;
    assert_eq!(
        factors.at(0).unwrap().what.as_str(),
        "Modèle d'ordonnance absent"
    );
}

#[test]
fn in_an_agenda_without_that_step_a_question_is_gone_to_all_the_same() {
    let mut room = next_meeting(Setup::default());
    go(&mut room, StepKind::Presentation);
    room.keys("<Enter><Right><Right><Right><Right><Right>a<Esc>gggg");
    room.keys("lT2.1<Enter>").see(&["Amender : Facteurs"]);
    room.keys("oModèle d'ordonnance absent<Esc><Esc>")
        .see(&["6 / 8", "Modèle d'ordonnance absent"]);
}

#[test]
fn a_lead_who_heard_nobody_is_told_so_and_taken_there() {
    let mut room = later(entrusted(wide()), wide(), 5);
    into_analysis(&mut room);
    room.see(&["Analyse complète à 0"]);
    room.keys("<F8><F8><F3>").see(&[
        "Recueil : entendre et consulter",
        "Personne d'entendu, rien de consulté",
    ]);
    // Already there, it says again what is missing.
    room.keys("<Esc><F3>")
        .see(&["Personne d'entendu, rien de consulté"]);
}

#[test]
fn how_complete_it_is_shows_from_the_meeting_that_hears_it() {
    let mut room = Room::holding(wide(), between);
    go(&mut room, StepKind::Choice);
    room.keys("<Enter>levier local<Tab><Tab>pharmacien<Tab>2<Tab>+30<Tab><Enter>");
    for step in [StepKind::Presentation, StepKind::Actions, StepKind::Closing] {
        go(&mut room, step);
        room.miss("Analyse complète");
    }
    let text = markdown(&record(room.session()));
    assert!(!text.contains("complète à"), "{text}");
    drop(room);
    let mut room = next_meeting(wide());
    go(&mut room, StepKind::Presentation);
    room.miss("Analyse complète");
    room.keys("<Enter>");
    for step in [StepKind::Presentation, StepKind::Actions, StepKind::Closing] {
        go(&mut room, step);
        room.see(&["Analyse complète à"]);
    }
}

#[test]
fn what_is_missing_in_a_presented_analysis_is_gone_to_where_it_is_read() {
    let mut room = reading(Setup::default());
    room.keys("<F3>").see(&["Ce qui manque", "8 / 8"]);
}

#[test]
fn the_steps_of_a_meeting_that_only_hears_stay_untouched() {
    let setup = Setup::default();
    let room = led(setup);
    let folder = Rc::clone(&room.folder);
    drop(room);
    let mut room = Room::on(folder, setup, Start::New, after(40));
    room.tab_to("Ordre du jour").keys("<Enter>");
    go(&mut room, StepKind::Presentation);
    room.keys("<Enter>").see(&["1 / 8", "· Chronologie"]);
}

#[test]
fn a_source_that_is_to_be_heard_leads_to_the_gathering() {
    let mut room = led(Setup::default());
    room.keys("<F7><F7>aPharmacien<Esc>").see(&["Pharmacien"]);
    room.keys("<F8><F8><F8>v<Enter>")
        .see(&["Recueil : entendre et consulter", "Pharmacien"]);
}
