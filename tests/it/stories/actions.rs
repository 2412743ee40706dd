//! Actions.

use super::scene::{again, barrier, deviation, factor, room, session, setup};
use crate::harness::Room;
use crex::domain::action::{Action, Status, Strength};
use crex::domain::agenda::StepKind;
use crex::domain::ballot::{Reached, Target};
use crex::domain::code::Lang;
use crex::domain::session::{Attendee, Presence};

fn open(lang: Lang) -> Room {
    let mut session = session(setup(lang));
    deviation(
        &mut session,
        1,
        "Plateau donné à une autre résidente",
        "Identité vérifiée au lit",
    );
    factor(&mut session, "Chariots voisins sans séparation", false);
    factor(&mut session, "Identité non vérifiée au lit", true);
    barrier(&mut session, "Relevé des piluliers");
    room(setup(lang), session, StepKind::Actions)
}

fn action(room: &Room, index: usize) -> &Action {
    room.session().actions.at(index).unwrap()
}

#[test]
fn ideas_are_caught_one_after_the_other() {
    let mut room = open(Lang::Fr);
    room.see(&[
        "Aucune idée encore",
        "Facteurs retenus",
        "ni action ni raison",
    ]);
    room.keys("aSéparer les chariots<Enter>Former les remplaçants<Enter>");
    room.see(&["Idées notées", "Séparer les chariots", "▰▱▱"]);
    room.keys("<Enter>").see(&["A ▰▰▱", "B ▰▱▱"]);
    assert_eq!(room.session().actions.len(), 2);
    assert!(action(&room, 0).incident.is_some());
    assert!(!action(&room, 0).category.is_empty());
    room.keys("aPhotos à jour<Esc>");
    assert_eq!(room.session().actions.len(), 3);
    room.keys("a<Esc>");
    assert_eq!(room.session().actions.len(), 3);
}

#[test]
fn a_deadline_without_year_lies_ahead() {
    let mut room = open(Lang::Fr);
    room.keys("aFormer les remplaçants<Esc><Enter><Tab>");
    room.keys("<Tab><Tab><Tab><Tab><Tab>cadre de santé<Tab><Space><Tab>15/01");
    room.see(&["dans 57 jours"]);
    let due = action(&room, 0).due;
    assert_eq!(due.unwrap().to_string(), "2027-01-15");
}

#[test]
fn an_action_is_completed_in_the_order_of_the_form() {
    let mut room = open(Lang::Fr);
    room.keys("aFormer les remplaçants<Esc><Enter>");
    room.see(&[
        "Action A",
        "Action faible. Plus fort",
        "simplification du processus",
    ]);
    room.keys("<Tab>").see(&[
        "C2 ★ Identité non vérifiée au lit",
        "B1 Relevé des piluliers (a cédé)",
    ]);
    room.keys("<Space><Down><Down><Space><Tab><Tab>2<Tab>2<Tab><Tab>");
    room.keys("cadre de santé<Tab><Space><Tab>15/12<Tab>erreurs de plateau<Tab>2<Tab>0<Tab>relevé mensuel<Tab>M+3<Tab>3<Tab>1<Tab>2");
    let a = action(&room, 0);
    assert_eq!((a.factors.len(), a.barriers.len()), (1, 1));
    assert_eq!(a.factors[0].to_string(), "C2");
    assert_eq!(a.owner.as_str(), "cadre de santé");
    assert_eq!(a.accepted.unwrap().to_string(), "2026-11-19");
    assert_eq!(a.due.unwrap().to_string(), "2026-12-15");
    assert_eq!(
        (a.indicator.as_str(), a.baseline.as_str(), a.target.as_str()),
        ("erreurs de plateau", "2", "0")
    );
    assert_eq!(a.evaluated_on.unwrap().to_string(), "2027-02-19");
    assert_eq!((a.impact, a.effort, a.delay), (Some(3), Some(1), Some(2)));
    assert!(a.gaps().is_empty());
    room.keys("<Esc>").see(&[
        "cadre de santé · 15/12/2026 (dans 26 jours)",
        "idée A, pas encore retenue",
    ]);
    room.miss("manque :");
}

#[test]
fn the_category_follows_the_wording_until_the_group_chooses_one() {
    let mut room = open(Lang::Fr);
    room.keys("aFormer les équipes<Esc><Enter>");
    assert_eq!(action(&room, 0).category.as_str(), "training");
    room.keys("<Tab><Tab>1");
    assert_eq!(action(&room, 0).category.as_str(), "premises");
    room.keys("<S-Tab><S-Tab> les équipes");
    assert_eq!(action(&room, 0).category.as_str(), "premises");
    room.see(&["▰▰▰ Modification des locaux", "forte"]);
}

#[test]
fn space_retains_and_the_page_says_what_is_missing() {
    let mut room = open(Lang::Fr);
    room.keys("aFormer les remplaçants<Enter>Séparer les chariots<Esc><Home><Space>");
    room.see(&[
        "✓ A ▰▱▱",
        "manque : facteur ou barrière, pilote",
        "actions faibles",
    ]);
    assert_eq!(action(&room, 0).status, Status::Retained);
    let decision = &room.session().retained;
    assert_eq!(decision.targets, [Target::Action(action(&room, 0).id)]);
    assert_eq!(decision.reached, Reached::Unsaid);
    room.keys("<Space>");
    assert_eq!(action(&room, 0).status, Status::Proposed);
    assert!(room.session().retained.targets.is_empty());
}

#[test]
fn more_than_five_retained_are_said() {
    let mut room = open(Lang::Fr);
    room.keys("a");
    for n in 0..6 {
        room.keys(&format!("Séparer {n}<Enter>"));
    }
    room.keys("<Esc><Home>");
    for _ in 0..6 {
        room.keys("<Space><Down>");
    }
    room.keys("<Home>").keys("<Up>");
    let retained = room.session().retained_actions().count();
    assert_eq!(retained, 6);
    room.resize(120, 50)
        .see(&["6 actions retenues", "Lesquelles comptent vraiment"]);
}

#[test]
fn going_on_with_more_than_five_asks_once_which_to_keep() {
    let mut session = session(setup(Lang::Fr));
    for n in 0..6 {
        let id = session.ids.give();
        session.actions.push(Action {
            what: format!("Séparer les chariots {n}").into(),
            missing_reason: "suite à la réunion de janvier".into(),
            strength: Some(Strength::Strong),
            status: Status::Retained,
            ..Action::new(id)
        });
    }
    let mut room = room(setup(Lang::Fr), session, StepKind::Actions);
    let at = |room: &Room| room.session().running().map(|row| row.step);
    room.keys("<F8>").see(&[
        "Avant de continuer",
        "6 actions retenues",
        "lesquelles garder",
    ]);
    // Escape goes back to the plan, to keep fewer; Enter goes on, whatever the group keeps.
    room.keys("<Esc>").miss("Avant de continuer");
    assert_eq!(at(&room), Some(StepKind::Actions));
    room.keys("<F8><Enter>");
    assert_eq!(at(&room), Some(StepKind::Closing));
    let record = crex::documents::record::record(room.session());
    let text = crex::documents::markdown::markdown(&record);
    assert!(text.contains("6 actions retenues"), "{text}");
    assert!(text.contains("sans raison donnée"), "{text}");
    room.keys("<F7><F8>").miss("Avant de continuer");
    assert_eq!(at(&room), Some(StepKind::Closing));
}

#[test]
fn a_retained_factor_can_be_left_with_a_reason() {
    let mut room = open(Lang::Fr);
    room.keys("<Tab><Enter>Relève du siège<Esc>")
        .see(&["sans action : Relève du siège"]);
    let factor = room.session().analysis().unwrap().factors.at(1).unwrap();
    assert_eq!(factor.no_action_reason.as_str(), "Relève du siège");
}

#[test]
fn the_matrix_places_letters_and_names_its_quadrants() {
    let mut room = open(Lang::Fr);
    room.keys("aSéparer les chariots<Enter>Former les remplaçants<Esc><Home><Enter>");
    for _ in 0..14 {
        room.keys("<Tab>");
    }
    room.keys("4<Tab>1<Esc>g");
    room.see(&[
        "★ A",
        "gain rapide",
        "à écarter",
        "Impact ou effort à donner : B",
    ]);
    room.keys("<Esc>").see(&["Facteurs retenus"]);
}

/// Five people at the step of the actions, none of which is written yet.
fn attended() -> Room {
    let mut session = session(setup(Lang::Fr));
    for function in [
        "IDE",
        "cadre de santé",
        "pharmacien",
        "aide-soignante",
        "médecin",
    ] {
        let attendee = Attendee {
            function: function.into(),
            permanent: true,
            presence: Presence::Present,
            ..Attendee::new(session.ids.give())
        };
        session.attendees.push(attendee);
    }
    room(setup(Lang::Fr), session, StepKind::Actions)
}

/// A later vote on one action leaves alone what an earlier one settled.
#[test]
fn a_vote_on_one_action_keeps_what_was_retained_before_it() {
    let mut room = attended();
    room.keys("aFormer<Enter>Séparer<Enter>Photographier<Esc>");
    room.keys("<Home><Space><Down><Down><Space>");
    let kept = |room: &Room| -> Vec<Target> { room.session().retained.targets.clone() };
    let at = |room: &Room, i| Target::Action(action(room, i).id);
    assert_eq!(kept(&room), [at(&room, 0), at(&room, 2)]);
    // A yes/no vote on the second one alone.
    room.keys("v<Tab><Space><Right><Right><Space><Tab><Right>v");
    let ballot = room.session().ballots.iter().last().unwrap();
    assert_eq!(ballot.live().count(), 1);
    let voters = ballot.entitled;
    room.keys(&format!("{voters}<Enter>0<Enter><Enter>"));
    room.see(&["est adoptée"]);
    room.keys("<Enter>");
    let after = kept(&room);
    assert_eq!(after.len(), 3, "{after:?}");
    assert_eq!(room.session().retained.reached, Reached::AsVoted);
}

#[test]
fn a_vote_is_followed_by_the_decision_that_retains() {
    let mut room = attended();
    room.keys("aFormer<Enter>Séparer<Enter>Photographier<Enter>Simplifier<Esc>vv");
    room.keys("1<Enter>5<Enter>2<Enter>4<Enter>0<Enter><Enter>");
    assert!(
        room.session().retained.targets.is_empty(),
        "the decision is another act"
    );
    room.keys("<Enter>le plus sûr");
    let kept = room.session().retained_actions().map(|a| a.what.as_str());
    assert_eq!(
        kept.collect::<Vec<_>>(),
        ["Séparer", "Photographier", "Simplifier"]
    );
    assert_eq!(room.session().retained.reached, Reached::AsVoted);
    assert_eq!(room.session().retained.reason.as_str(), "le plus sûr");
}

#[test]
fn undo_takes_back_an_idea_and_a_delete() {
    let mut room = open(Lang::Fr);
    room.keys("aSéparer les chariots<Esc>d");
    assert!(room.session().actions.is_empty());
    room.keys("<C-z>");
    assert_eq!(action(&room, 0).what.as_str(), "Séparer les chariots");
    room.keys("<C-z><C-z><C-z>");
    assert!(room.session().actions.is_empty());
}

#[test]
fn after_a_kill_the_same_idea_and_the_same_field_are_there() {
    let mut room = open(Lang::Fr);
    room.keys("aSéparer<Enter>Form");
    let mut room = again(&room, setup(Lang::Fr));
    room.keys("er<Enter><Esc>");
    assert_eq!(action(&room, 1).what.as_str(), "Former");
    room.keys("<Enter><Tab><Tab><Tab><Tab><Tab><Tab>phar");
    let mut room = again(&room, setup(Lang::Fr));
    room.keys("macien");
    assert_eq!(action(&room, 1).owner.as_str(), "pharmacien");
    room.keys("<Esc>g");
    again(&room, setup(Lang::Fr)).see(&["gain rapide"]);
}

#[test]
fn the_page_speaks_english_and_holds_twenty_long_actions() {
    let mut room = open(Lang::En);
    room.see(&["No idea yet", "Retained factors"]);
    room.keys("a");
    for n in 0..20 {
        room.keys(&format!("Separate trolley number {n} so that nobody can take the tray of the room next door by mistake<Enter>"));
    }
    room.keys("<Esc>").see(&["T ···"]);
    for (w, h) in [(60, 20), (80, 24), (120, 40), (200, 60)] {
        room.resize(w, h).see(&["number 19"]);
        room.keys("g")
            .see(&["quick win", "set aside", "Impact or effort still to give"]);
        room.keys("g");
    }
}
