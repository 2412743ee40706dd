//! The timeline.

#![allow(clippy::unwrap_used)]

use super::scene::{again, deviation, room, session, setup};
use crate::harness::{Room, Setup};
use crex::domain::agenda::StepKind;
use crex::domain::analysis::Fact;
use crex::domain::code::Lang;
use crex::domain::ids::FactId;
use crex::domain::list::List;
use crex::domain::moment::Moment;
use proptest::prelude::*;
use std::collections::BTreeSet;

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
fn a_rough_hour_is_placed_and_an_unplaced_fact_says_so() {
    let mut room = empty(Lang::Fr);
    room.keys("a14h<Tab>IDE<Tab>Appel<Esc>");
    room.keys("avers 11h30<Tab>IDE<Tab>Visite<Esc>");
    room.keys("aau réveil<Tab>IDE<Tab>Chute<Esc>");
    assert_eq!(facts(&room)[0], "Visite");
    room.see(&["vers 11h30", "IDE · non placé"]);
}

#[test]
fn the_facts_follow_the_day_of_the_event() {
    let mut room = empty(Lang::Fr);
    room.keys("a12/11 9h<Tab>IDE<Tab>Alerte<Esc>");
    room.keys("aJ-1 8h<Tab>pharmacien<Tab>Livraison<Esc>");
    assert_eq!(facts(&room), ["Livraison", "Alerte"]);
    room.keys("<F7><F7><Home><Enter>");
    for _ in 0..11 {
        room.keys("<Tab>");
    }
    room.see(&["Survenu"]);
    for _ in 0..12 {
        room.keys("<Backspace>");
    }
    room.keys("avant-hier 14h");
    room.see(&["Compris : mardi 17 novembre 2026, 14 h"]);
    assert_eq!(facts(&room), ["Alerte", "Livraison"]);
}

#[test]
fn the_hour_typed_says_at_once_how_it_was_understood() {
    let mut room = empty(Lang::Fr);
    room.keys("a").see(&["la veille 22 h"]);
    room.keys("vendredi")
        .see(&["Compris : vendredi 6 novembre 2026 (J-6)"]);
    room.keys(" 17 h 40")
        .see(&["vendredi 6 novembre 2026, 17 h 40 (J-6)"]);
    room.keys("<Tab>IDE<Esc><Enter>");
    room.see(&["vendredi 17:40", "Compris : vendredi 6 novembre 2026"]);
    room.keys("<Esc>aau coucher").see(&["Gardé tel quel"]);
    room.keys("<Tab>").see(&["au coucher", "non placé"]);
}

#[test]
fn hours_are_typed_and_told_back_in_english() {
    let mut room = empty(Lang::En);
    room.keys("aFriday 5:40 pm")
        .see(&["Understood: Friday 6 November 2026, 17:40 (D-6)"]);
    room.keys("<Tab>nurse<Tab>Medication given<Esc>");
    room.keys("athe day before 10 pm<Tab>locum<Tab>Handover<Esc>");
    room.keys("aD-4<Tab>nurse<Tab>Round<Esc>");
    assert_eq!(facts(&room), ["Medication given", "Round", "Handover"]);
    room.see(&["Fri 17:40", "D-4", "D-1 22:00"]);
    room.keys("<Home><Enter>").see(&["friday 17:40"]);
}

#[test]
fn the_line_of_time_names_its_lanes_and_says_what_is_skipped() {
    let mut session = session(Setup::default());
    deviation(&mut session, 1, "Mauvais plateau", "");
    let mut room = room(Setup::default(), session, StepKind::Timeline);
    room.keys("g");
    room.see(&[
        "1 IDE 2 remplaçante 3 médecin de garde",
        "17:30 ● Les piluliers",
        "50 min plus tard",
        "18:20 │ ◆ Le plateau",
        "fait 1 sur 4 · jeudi 12 novembre 2026, 17 h 30 (J0)",
    ]);
    room.keys("<Right>").see(&[
        "fait 2 sur 4",
        "Le plateau de la chambre 12 est donné à la résidente de la chambre 14",
        "◆ D1 Mauvais plateau",
    ]);
    room = again(&room, Setup::default());
    room.see(&["fait 2 sur 4"]);
    room.keys("<Esc>").see(&["Faits", "▌ ◆ 18:20"]);
}

#[test]
fn a_fact_opened_from_the_line_closes_on_the_line_in_its_new_place() {
    let room = &mut room(
        Setup::default(),
        session(Setup::default()),
        StepKind::Timeline,
    );
    room.keys("g<End><Enter>").see(&["Quand", "19:05"]);
    for _ in 0..5 {
        room.keys("<Backspace>");
    }
    room.keys("17:00<Esc>")
        .see(&["fait 1 sur 4", "médecin de garde"]);
    assert_eq!(
        facts(room)[0],
        "Surveillance toutes les heures, sans conséquence"
    );
    room.keys("<C-z>").see(&["fait 4 sur 4", "19 h 05"]);
    room.keys("g").see(&["Faits"]);
}

#[test]
fn on_a_wide_page_the_line_runs_from_left_to_right() {
    let mut session = session(Setup::default());
    deviation(&mut session, 1, "Mauvais plateau", "");
    let mut room = room(Setup::default(), session, StepKind::Timeline);
    room.resize(120, 40)
        .keys("ala veille<Tab>ÏDE<Tab>Livraison<Esc>");
    room.keys("aau coucher<Tab>ide<Tab>Doute<Esc>g<Home>");
    let screen = room.screen();
    let lanes: Vec<&str> = screen
        .lines()
        .filter(|l| l.contains('●') || l.contains('◆'))
        .collect();
    assert_eq!(
        lanes.len(),
        3,
        "one lane for an actor however written\n{screen}"
    );
    assert!(
        lanes[0].contains("ÏDE") && lanes[0].matches('●').count() == 4,
        "{screen}"
    );
    assert!(
        lanes[1].contains("remplaçante") && lanes[1].contains('◆'),
        "{screen}"
    );
    room.see(&["17:30", "18:20", "J-1", "J0", "1 jour", "non placés"]);
    room.miss("À lire");
    room.keys("<End>")
        .see(&["fait 6 sur 6 · au coucher", "Doute"]);
}

#[test]
fn a_long_line_of_time_holds_at_every_size() {
    let mut room = empty(Lang::En);
    for n in 0..20 {
        room.keys(&format!("aD+{n} 9h<Tab>nurse {}<Tab>A long wording of fact number {n} that takes more than one line of the page<Esc>", n % 9));
    }
    for (w, h) in [(60, 20), (80, 24), (120, 40), (200, 60)] {
        room.resize(w, h)
            .keys("g<Home>")
            .see(&["fact 1 of 20", "fact number 0 ", "nurse 0"]);
        room.keys("<End>")
            .see(&["fact 20 of 20", "number 19 that takes"]);
        room.keys("<Up><Left><Down><Right>").see(&["fact 20 of 20"]);
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the facts and the size of the screen, each is come to once, in full, and none is lost.
    #[test]
    fn every_fact_is_come_to_on_the_line(
        typed in prop::collection::vec(("(J[+-][0-9]{1,3} )?[0-9]{1,2}h|J\\+[0-9]|au soir|", "[a-m]?"), 1..41),
        size in (60_u16..210, 20_u16..60),
    ) {
        let mut session = session(Setup::default());
        let day_zero = session.day_zero();
        let ids: Vec<FactId> = typed.iter().map(|_| session.ids.give()).collect();
        let analysis = session.analysis_mut().unwrap();
        analysis.facts = List::default();
        for ((when, actor), id) in typed.iter().zip(ids) {
            analysis.facts.push(Fact {
                when: Moment::parse(when, day_zero),
                actor: actor.as_str().into(),
                what: format!("fait connu {id} de tous").as_str().into(),
                ..Fact::new(id)
            });
        }
        analysis.sort_facts(day_zero);
        let count = typed.len();
        let mut room = room(Setup::default(), session, StepKind::Timeline);
        room.resize(size.0, size.1).keys("g<Home>");
        let mut seen = BTreeSet::new();
        for n in 1..=count {
            room.see(&[&format!("fait {n} sur {count}")]);
            let screen = room.screen();
            let told = screen.lines().rfind(|l| l.contains("de tous")).unwrap();
            seen.insert(told.split_whitespace().find(|w| w.starts_with('F')).unwrap().to_owned());
            room.keys("<Right>");
        }
        prop_assert_eq!(seen.len(), count);
    }
}
