//! An analysis with several grids: walked one after the other, set aside and counted again, each with what it counts for.

use super::scene::{self, deviation, setup};
use super::walk::{analysis, codes, open, walking};
use crate::harness::Room;
use crex::content;
use crex::domain::agenda::StepKind;
use crex::domain::analysis::{BarrierState, Reply};
use crex::domain::code::Lang;
use crex::domain::completeness::coverage;
use crex::domain::session::Session;

#[test]
fn a_late_diagnosis_is_walked_with_two_grids_one_after_the_other() {
    let mut room = open(Lang::Fr, 1);
    room.keys("<End>").see(&[
        "Retard de diagnostic en ville",
        "d'après la méthode des tempos, puis d'après CADYA",
    ]);
    room.keys("<Enter>").see(&[
        "Tempo de la maladie",
        "A-t-on réévalué ?",
        "0 sur 5 explorées",
    ]);
    room.keys("ssss").see(&["TM5"]);
    room.keys("s").see(&["« b » passe à d'après CADYA"]);
    room.keys("b").see(&["E1", "0 sur 27"]);
    room.keys("s");
    let tempos = content::grid(&"tempos".into()).unwrap();
    assert_eq!(coverage(analysis(&room), tempos).answered, 5);
    assert!(analysis(&room).grids.iter().all(|u| !u.set_aside));
    room.keys("<F2>")
        .see(&["6 questions de la grille explorées sur 32"]);
    room.keys("<Esc>b").see(&["TM1", "5 sur 5"]);
    // Both grids are counted; one that is not wanted is set aside, and taken back.
    room.keys("c<Home><Down><Space>")
        .see(&["1 sur 27, de côté"]);
    assert!(analysis(&room).grids[1].set_aside);
    room.keys("<Space>").miss("de côté");
    assert!(!analysis(&room).grids[1].set_aside);
}

/// A session that lacks nothing before the factors, with these grids of which the first is answered where it must be.
fn answered(first: &str, second: &str) -> Session {
    let mut session = scene::session(setup(Lang::Fr));
    deviation(&mut session, 0, "Plateau échangé", "Identité vérifiée");
    scene::barrier(&mut session, "Identité demandée");
    let analysis = session.analysis_mut().unwrap();
    analysis
        .barriers
        .for_each_mut(|b| b.state = BarrierState::Worked);
    for id in [first, second] {
        analysis.grids.extend(content::grid_use(&id.into()));
    }
    let grid = content::grid(&first.into()).unwrap();
    for (_, item) in grid.leaves().filter(|(d, _)| !d.optional) {
        analysis.answer_mut(&grid.id, &item.id).reply = Reply::Unknown;
    }
    session
}

#[test]
fn one_key_goes_to_a_question_of_the_other_grid_where_the_first_is_done() {
    // The 5M has families that the group may leave out: none of theirs is missed.
    for first in ["tempos", "five-m"] {
        let session = answered(first, "cadya");
        let mut room = scene::room(setup(Lang::Fr), session, StepKind::Factors);
        room.keys("<F3>").see(&["E1", "0 sur 27"]);
        let grids = &analysis(&room).grids;
        assert_eq!(grids[0].grid.as_str(), "cadya");
        assert_eq!(grids.len(), 2);
        room.keys("s<F3>").see(&["E2.1", "1 sur 27"]);
        // As going over by hand, it can be undone.
        room.keys("<C-z><C-z>");
        assert_eq!(analysis(&room).grids[0].grid.as_str(), first);
    }
}

#[test]
fn the_window_of_grids_says_what_the_space_bar_does_there() {
    for (lang, said) in [
        (Lang::Fr, "Compter cette grille, ou la mettre de côté"),
        (Lang::En, "Count this grid, or set it aside"),
    ] {
        let mut room = walking(lang, 1);
        room.keys("pc<C-p>").see(&[said]);
        room.resize(80, 44);
        room.keys("<Esc><F1>").see(&[said]);
    }
}

#[test]
fn going_from_grid_to_grid_leaves_out_one_set_aside() {
    let mut room = walking(Lang::Fr, 1);
    // CADYA begun, then ALARM: CADYA waits aside, and no key walks it without counting it.
    room.keys("pc<Enter>").see(&["1.1"]);
    let ids = |room: &Room| -> Vec<String> {
        let grids = analysis(room).grids.iter();
        grids.map(|u| u.grid.to_string()).collect()
    };
    assert_eq!(ids(&room), ["alarm", "cadya"]);
    assert!(analysis(&room).grids[1].set_aside);
    room.keys("b").see(&["1.1"]).miss("« b »");
    assert_eq!(ids(&room), ["alarm", "cadya"]);
    // Counted again, it is gone over to as any other.
    room.keys("c<Home><Down><Space><Esc>b").see(&["E2"]);
    assert_eq!(ids(&room), ["cadya", "alarm"]);
}

#[test]
fn looking_at_what_is_to_be_checked_changes_nothing() {
    let mut room = walking(Lang::Fr, 1);
    room.keys("pc<Enter>p")
        .keys("v")
        .see(&["1.1"])
        .miss("Contexte social du patient");
    room.keys("<Esc>c<Home><Down><Space><Esc>v")
        .see(&["E1 Contexte social du patient"]);
    let before = room.session().clone();
    // The questions stand in the order in which they were answered: E1 of CADYA, then 1.1 of ALARM.
    room.keys("<Home><Enter>")
        .see(&["Cette question est de la grille d'après CADYA"]);
    assert_eq!(*room.session(), before);
    room.keys("b<Enter>").see(&["E1", "1 sur 27"]);
}

#[test]
fn each_figure_places_a_factor_by_the_grid_that_knows_it() {
    let mut room = open(Lang::Fr, 1);
    room.keys("<End><Enter>oSymptôme revu trop tard<Esc>")
        .keys("boAidant absent le soir<Esc>");
    let grids = [
        "Tempo de la maladie",
        "Facteurs environnementaux",
        "Symptôme revu",
        "Aidant absent",
    ];
    // The walk goes from one grid to the other: each is first once.
    for _ in 0..2 {
        room.keys("gg").see(&grids).miss("Hors de la grille");
        room.keys("g")
            .see(&["Tempo de la maladie", "Environnementaux"])
            .miss("Hors de la grille");
        room.keys("g").see(&grids).see(&["TM1", "E1"]);
        room.miss("Hors de la grille");
        room.keys("gb");
    }
    let record = crex::documents::record::record(room.session());
    let text = crex::documents::markdown::markdown(&record);
    let fish = text.split("Arêtes de poisson").nth(1).unwrap();
    let fish = fish.split("```").nth(1).unwrap();
    assert!(fish.contains("Tempo de la maladie") && fish.contains("Environnementaux"));
    assert!(!text.contains("Hors de la grille") && !text.contains("Hors grille"));
}

#[test]
fn going_over_to_two_grids_proposes_codes_in_both() {
    let mut room = open(Lang::Fr, 1);
    // A factor of ALARM: nothing of the rhythms answers to it, three questions of CADYA do.
    room.keys("<Home><Enter>l4.3<Enter>oLettre absente<Esc>");
    let before = analysis(&room).clone();
    let id = before.factors.at(0).unwrap().id;
    room.keys("c<End><Enter>")
        .see(&["Lettre absente", "d'après CADYA", "T2.1", "P3.2", "P3.4"])
        .miss("Sans correspondance");
    assert_eq!(*analysis(&room), before, "nothing changes before Enter");
    room.keys("<Space><Enter>");
    let factor = analysis(&room).factors.get(id).unwrap();
    let codes = |grid: &str| codes(factor, grid);
    let mapped = |item: &str| (item.to_owned(), true);
    assert_eq!(codes("cadya")[0], ("T2.1".to_owned(), false));
    assert_eq!(codes("cadya")[1..], [mapped("P3.2"), mapped("P3.4")]);
    assert_eq!(codes("alarm"), [("4.3".to_owned(), false)]);
    let grids: Vec<&str> = analysis(&room)
        .grids
        .iter()
        .map(|u| u.grid.as_str())
        .collect();
    assert_eq!(grids, ["tempos", "cadya", "alarm"]);
}
