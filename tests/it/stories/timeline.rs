//! The timeline.

#![allow(clippy::unwrap_used)]

use super::scene::{again, deviation, room, session, setup};
use crate::harness::{Room, Setup};
use crex::domain::agenda::StepKind;
use crex::domain::code::Lang;
use crex::domain::list::List;

/// A timeline without facts.
fn empty(lang: Lang) -> Room {
    let mut session = session(setup(lang));
    session.analyses = List::default();
    room(setup(lang), session, StepKind::Timeline)
}

fn facts(room: &Room) -> Vec<String> {
    let analysis = room.session().analysis().unwrap();
    analysis.facts.iter().map(|f| f.what.to_string()).collect()
}

#[test]
fn without_a_chosen_event_the_timeline_says_what_to_do() {
    let mut lone = session(Setup::default());
    lone.incidents = List::default();
    lone.analyses = List::default();
    let mut room = room(Setup::default(), lone, StepKind::Timeline);
    room.keys("a").see(&["Aucun événement n'est choisi"]);
    assert!(room.session().analyses.is_empty());
}

#[test]
fn facts_typed_in_any_order_sort_themselves() {
    let mut room = empty(Lang::Fr);
    room.see(&["Aucun fait pour l'instant"]);
    room.keys("a18:20<Tab>remplaçante<Tab>Plateau donné<Tab>dossier<Tab><Space><Enter>");
    room.keys("J-1 8h<Tab>pharmacien<Tab>Livraison<Esc>");
    room.keys("a17 h 30<Tab>IDE<Tab>Préparation<Esc>");
    assert_eq!(facts(&room), ["Livraison", "Préparation", "Plateau donné"]);
    room.see(&["17:30", "J-1 08:00", "★ 18:20", "remplaçante · dossier"]);
    room.keys("a<Esc>");
    assert_eq!(facts(&room).len(), 3);
    room.keys("<Home>d<C-z>");
    assert_eq!(facts(&room)[0], "Livraison");
}

#[test]
fn the_line_of_time_has_a_lane_for_each_actor_and_says_what_is_skipped() {
    let mut session = session(Setup::default());
    deviation(&mut session, 1, "Mauvais plateau", "");
    let mut room = room(Setup::default(), session, StepKind::Timeline);
    room.keys("g");
    room.see(&[
        "17:30 ● IDE",
        "50 min plus tard",
        "18:20 │ ◆ remplaçante · ◆ D1",
        "19:05",
    ]);
    room = again(&room, Setup::default());
    room.see(&["◆ remplaçante"]);
    room.keys("<Esc>").see(&["Faits"]);
}

#[test]
fn a_long_line_of_time_scrolls_at_every_size() {
    let mut room = empty(Lang::En);
    for n in 0..20 {
        room.keys(&format!("aD+{n} 9h<Tab>nurse {}<Tab>A long wording of fact number {n} that takes more than one line of the page<Esc>", n % 9));
    }
    for (w, h) in [(60, 20), (80, 24), (120, 40), (200, 60)] {
        room.resize(w, h)
            .keys("g<Home>")
            .see(&["number 0 ", "1 day later"]);
        room.keys("<End>").see(&["number 19"]);
        room.keys("<PgUp><Up><Down><PgDn>").see(&["number 19"]);
        room.keys("g");
    }
}

#[test]
fn after_a_kill_the_same_fact_is_open() {
    let mut room = empty(Lang::Fr);
    room.keys("a18:20<Tab>IDE<Tab>Plat");
    let mut room = again(&room, Setup::default());
    room.keys("eau donné");
    assert_eq!(facts(&room), ["Plateau donné"]);
}

#[test]
fn confirming_a_new_fact_to_its_end_begins_the_next_one_and_escape_ends_the_row() {
    let french = setup(Lang::Fr);
    let mut room = room(french, session(french), StepKind::Timeline);
    let before = room.session().analysis().unwrap().facts.len();
    room.keys("a21:00<Enter>IDE<Enter>Appel au 15<Enter><Enter><Enter>");
    room.keys("21:30<Enter>SAMU<Enter>Arrivée<Enter><Enter><Enter><Esc>");
    let facts = &room.session().analysis().unwrap().facts;
    assert_eq!(
        facts.len(),
        before + 2,
        "the empty third one leaves no trace"
    );
    // A fact that was opened to be read is only closed.
    room.keys("<Home><Enter><Enter><Enter><Enter><Enter><Enter>");
    assert_eq!(room.session().analysis().unwrap().facts.len(), before + 2);
}
