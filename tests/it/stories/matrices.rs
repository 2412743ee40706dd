//! The two matrices: events on severity and likelihood, actions on impact and effort, moved by the group.

use super::choice::{at_choice, three_events};
use super::scene::{again, room, session, setup};
use crate::harness::{Room, Setup};
use crex::domain::action::Action;
use crex::domain::agenda::StepKind;
use crex::domain::code::Lang;
use crex::domain::incident::Fate;
use crex::domain::session::{Attendee, Presence};
use crex::tui::shell::Start;
use crex::tui::theme::Scheme;

/// A meeting at its actions, with these impacts and efforts.
fn placed(setup: Setup, levels: &[Option<(u8, u8)>]) -> Room {
    let mut session = session(setup);
    for (n, level) in levels.iter().enumerate() {
        let id = session.ids.give();
        session.actions.push(Action {
            what: format!("Séparer le chariot {}", n + 1).as_str().into(),
            impact: level.map(|l| l.0),
            effort: level.map(|l| l.1),
            ..Action::new(id)
        });
    }
    let mut room = room(setup, session, StepKind::Actions);
    room.keys("g");
    room
}

fn levels(room: &Room, index: usize) -> (Option<u8>, Option<u8>) {
    let action = room.session().actions.at(index).unwrap();
    (action.impact, action.effort)
}

#[test]
fn a_group_places_and_moves_actions_on_the_matrix_and_undoes_it() {
    let mut room = placed(setup(Lang::Fr), &[Some((4, 1)), None, Some((2, 3))]);
    room.see(&[
        "gain rapide",
        "projet",
        "à faire si possible",
        "à écarter",
        "★ A",
        "Impact ou effort à donner : B",
    ]);
    room.keys("<Tab><Right>");
    assert_eq!(levels(&room, 1), (Some(2), Some(2)), "first in the middle");
    room.keys("<Up><Up><Up><Right>");
    assert_eq!(levels(&room, 1), (Some(4), Some(3)));
    room.miss("à donner").see(&["◆ B"]);
    room.keys("C<Left><Left><Left>");
    assert_eq!(levels(&room, 2), (Some(2), Some(1)));
    room.keys("<C-z>");
    assert_eq!(levels(&room, 2), (Some(2), Some(3)));
    room.keys("B<Delete>");
    assert_eq!(levels(&room, 1), (None, None));
    let mut room = again(&room, setup(Lang::Fr));
    room.keys("<Up>");
    assert_eq!(levels(&room, 1), (Some(2), Some(2)), "B is still in hand");
}

#[test]
fn twenty_actions_in_one_cell_all_keep_their_letter() {
    for (size, scheme) in [((80, 24), Scheme::Projecteur), ((120, 40), Scheme::Sombre)] {
        let setup = Setup {
            size,
            scheme,
            lang: Lang::En,
        };
        let mut room = placed(setup, &[Some((3, 2)); 20]);
        room.see(&["quick win", "set aside", "A  Séparer le chariot 1"]);
        let screen = room.screen();
        let drawn: String = screen.lines().skip(3).collect();
        for letter in 'A'..='T' {
            assert!(drawn.contains(letter), "{letter} on\n{screen}");
        }
        room.keys("T").see(&["T  Séparer le chariot 20"]);
    }
}

#[test]
fn the_choice_shows_its_events_under_the_letters_of_the_vote() {
    let mut room = Room::holding(Setup::default(), |session| {
        three_events(session);
        let first = session.incidents.at(0).unwrap().id;
        session.incidents.get_mut(first).unwrap().fate = Fate::NextTime;
        let second = session.incidents.at(1).unwrap().id;
        let report = &mut session.incidents.get_mut(second).unwrap().report;
        report.potential_severity = Some(5);
    });
    super::choice::go(&mut room, StepKind::Choice);
    room.keys("g").see(&[
        "vraisemblance",
        "inacceptable",
        "A  E2  Appel pour douleur thoracique",
        "B  E3  Ordonnance remise",
        "Déjà réglés, hors du choix : E1",
        "Minuscule : au pire",
    ]);
    let row = |room: &Room| {
        let screen = room.screen();
        let line = screen
            .lines()
            .find(|l| l.contains(" 3 ") && l.contains(" A"));
        line.unwrap_or_default().to_owned()
    };
    assert!(row(&room).contains("✗ a"), "{}", row(&room));
    room.keys("v").see(&["A Appel pour douleur thoracique"]);
    room.keys("<Esc>").see(&["Minuscule : au pire"]);
    let path = room.session_path();
    let mut room = room.killed(Setup::default(), Start::Session(path));
    room.see(&["Minuscule : au pire"]);
    room.keys("g").see(&["Décision du groupe"]);
}

#[test]
fn events_that_are_not_rated_are_named() {
    let setup = Setup {
        lang: Lang::En,
        ..Setup::default()
    };
    let mut room = at_choice(setup);
    room.keys("g").see(&["severity seen", "unacceptable"]);
    room.miss("still to rate");
    let mut bare = Room::holding(setup, |session| {
        three_events(session);
        let id = session.incidents.at(2).unwrap().id;
        session.incidents.get_mut(id).unwrap().report.severity = None;
    });
    super::choice::go(&mut bare, StepKind::Choice);
    bare.keys("g")
        .see(&["Severity or likelihood still to rate: C"]);
}

#[test]
fn the_record_draws_both_matrices_with_their_zones_in_words() {
    let mut room = Room::holding(Setup::default(), |session| {
        three_events(session);
        let second = session.incidents.at(1).unwrap().id;
        let report = &mut session.incidents.get_mut(second).unwrap().report;
        report.potential_severity = Some(5);
        let id = session.ids.give();
        session.actions.push(Action {
            impact: Some(4),
            effort: Some(1),
            ..Action::new(id)
        });
    });
    let markdown = |room: &Room| {
        let document = crex::documents::record::record(room.session());
        crex::documents::markdown::markdown(&document)
    };
    let text = markdown(&room);
    for expected in [
        "! E2",
        "✗ (E2)",
        "inacceptable",
        "entre parenthèses",
        "★ A1",
        "gain rapide",
        "à écarter",
    ] {
        assert!(text.contains(expected), "{expected} in\n{text}");
    }
    super::choice::go(&mut room, StepKind::Actions);
    room.keys("g<Delete>");
    assert!(!markdown(&room).contains("gain rapide"));
}

/// A meeting at its matrix, five people present, two actions of which one is placed.
fn voting(lang: Lang) -> Room {
    let mut session = session(setup(lang));
    for n in 0..5 {
        let attendee = Attendee {
            function: format!("IDE {n}").as_str().into(),
            permanent: true,
            presence: Presence::Present,
            ..Attendee::new(session.ids.give())
        };
        session.attendees.push(attendee);
    }
    for (what, level) in [("Séparer les chariots", None), ("Former", Some(1))] {
        let id = session.ids.give();
        session.actions.push(Action {
            what: what.into(),
            impact: level,
            effort: level,
            ..Action::new(id)
        });
    }
    let mut room = room(setup(lang), session, StepKind::Actions);
    room.keys("g");
    room
}

#[test]
fn a_vote_on_impact_then_effort_proposes_medians_that_the_group_may_move() {
    let mut room = voting(Lang::Fr);
    room.keys("i").see(&["Quel effet attendons-nous"]);
    room.keys("vp");
    for paper in ["42", "42", "31", "12", "44"] {
        room.keys("<Enter>").keys(paper).keys("<Enter>");
    }
    room.keys("<Esc>");
    room.tab_to("Clore le vote").keys("<Enter>");
    assert_eq!(
        levels(&room, 0),
        (None, None),
        "the decision is another act"
    );
    room.keys("<Enter>")
        .see(&["L'impact suit la médiane du vote", "gain rapide"]);
    assert_eq!(levels(&room, 0), (Some(4), None));
    assert_eq!(levels(&room, 1), (Some(2), Some(1)));
    room.keys("f").see(&["Quel effort demande"]);
    room.keys("vp");
    for paper in ["1", "1", "2"] {
        room.keys("<Enter>").keys(paper).keys("<Enter><Enter>");
    }
    room.keys("<Esc>");
    room.tab_to("Clore le vote").keys("<Enter><Enter><Enter>");
    assert_eq!(levels(&room, 0), (Some(4), Some(1)));
    assert_eq!(
        levels(&room, 1),
        (Some(2), Some(1)),
        "nobody gave B a level"
    );
    room.keys("A<Right>");
    assert_eq!(levels(&room, 0), (Some(4), Some(2)));
    room.keys("<C-z><C-z>");
    assert_eq!(levels(&room, 0), (Some(4), None), "the vote is not undone");
    // In the list v asks which actions are retained.
    room.keys("gv").see(&["Quelles actions retenons-nous"]);
}

#[test]
fn a_median_between_two_levels_and_a_missing_quorum_are_said_when_actions_are_placed() {
    let mut room = voting(Lang::Fr);
    room.keys("ivp");
    for paper in ["2", "3", "3", "4"] {
        room.keys("<Enter>").keys(paper).keys("<Enter><Enter>");
    }
    room.keys("<Esc>");
    room.tab_to("Clore le vote").keys("<Enter><Enter>");
    room.see(&["aucun niveau donné"]);
    room.keys("<Enter>");
    room.miss("le plus bas est pris").miss("Quorum non atteint");
    assert_eq!(levels(&room, 0), (Some(3), None));
    let mut session = room.session().clone();
    session.quorum.members = 9;
    let mut room = super::scene::room(setup(Lang::Fr), session, StepKind::Actions);
    room.keys("gfvp");
    for paper in ["12", "23"] {
        room.keys("<Enter>").keys(paper).keys("<Enter>");
    }
    room.keys("<Esc>");
    room.tab_to("Clore le vote").keys("<Enter><Enter><Enter>");
    room.see(&[
        "le plus bas est pris : A (1,5 → 1), B (2,5 → 2).",
        "Quorum non atteint : au groupe de confirmer ces places.",
    ]);
    assert_eq!(levels(&room, 0), (Some(3), Some(1)));
}

#[test]
fn an_action_bears_the_same_letter_on_the_matrix_and_in_its_vote() {
    let mut session = voting(Lang::Fr).session().clone();
    let first = session.actions.at(0).unwrap().id;
    session.actions.get_mut(first).unwrap().status = crex::domain::action::Status::Dropped;
    let mut room = super::scene::room(setup(Lang::Fr), session, StepKind::Actions);
    room.keys("g").see(&["B  Former"]);
    room.keys("i").see(&["B Former"]);
    room.keys("vp<Enter>").see(&["B ", "Former"]);
    room.keys("4<Enter><Enter>4<Enter><Esc>");
    room.tab_to("Clore le vote").keys("<Enter><Enter>");
    room.see(&["B Former"]).miss("Retirée du vote");
    let document = crex::documents::record::record(room.session());
    let record = crex::documents::markdown::markdown(&document);
    assert!(record.contains("| B | Former | 4"), "{record}");
    assert!(!record.contains("| A |"), "{record}");
    room.keys("<Enter>");
    assert_eq!(levels(&room, 1), (Some(4), Some(1)));
}

#[test]
fn a_kill_during_the_vote_on_effort_comes_back_to_it() {
    let mut room = voting(Lang::En);
    room.keys("fvp<Enter>11<Enter>");
    let path = room.session_path();
    let mut room = room.killed(setup(Lang::En), Start::Session(path));
    room.see(&["1 paper received of 5"]);
    room.keys("<Enter>33<Enter><Esc>");
    room.tab_to("Close the vote").keys("<Enter><Enter><Enter>");
    room.see(&["Effort follows the median"]);
    assert_eq!(levels(&room, 0), (None, Some(2)), "between 1 and 3");
}
