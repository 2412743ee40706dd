//! What is fixed before a vote opens: method, voters, secrecy; and a vote on a question of the group's own.

use super::booth::pass;
use super::choice::{at_choice, go};
use super::priorities::at_priorities;
use crate::harness::{Room, Setup};
use crex::domain::agenda::StepKind;
use crex::domain::ballot::{Ballot, BallotState, Method, Subject};
use crex::domain::code::Lang;
use crex::domain::session::Stage;
use crex::tui::shell::Start;

fn last(room: &Room) -> &Ballot {
    room.session().ballots.iter().last().unwrap()
}

#[test]
fn each_method_has_its_rules_and_says_what_decides() {
    let mut room = at_choice(Setup::default());
    room.keys("v<Tab><Tab>").see(&["Une voix par proposition"]);
    room.keys("<Right>")
        .see(&["plus de oui que de non l'adopte"]);
    assert_eq!(last(&room).method, Method::YesNo);
    assert!(!last(&room).secret);
    room.keys("<Right>").see(&["3, 2 et 1 points"]);
    assert!(last(&room).secret, "nobody raises three points");
    room.keys("<Right>").see(&["Chacun répartit ses points"]);
    room.keys("<Tab><Backspace>8<Tab><Backspace>9");
    let most = Method::Points { points: 8, cap: 8 };
    assert_eq!(last(&room).method, most, "a cap is never above the points");
    room.keys("<S-Tab><S-Tab><Right>")
        .see(&["note chaque proposition de 0 à 5"]);
    assert_eq!(last(&room).method, Method::Score);
}

#[test]
fn who_stays_out_of_a_vote_is_not_entitled() {
    let mut room = at_choice(Setup::default());
    room.keys("v<Tab><Tab><Tab><Tab><Tab><Tab><Space>");
    room.keys("v");
    assert_eq!((last(&room).entitled, last(&room).excused.len()), (8, 1));
}

#[test]
fn the_next_vote_on_a_subject_is_proposed_the_rules_of_the_last() {
    let mut room = at_choice(Setup::default());
    room.keys("v<Tab><Tab><Right><Right>v<Tab><Tab><Tab><Tab>x<Enter><Enter>");
    assert_eq!(last(&room).state, BallotState::Cancelled);
    room.keys("v");
    assert_eq!(last(&room).method, Method::Weighted);
    assert!(last(&room).secret);
}

#[test]
fn a_vote_that_is_open_stays_in_sight_of_its_step_and_nothing_is_decided_beside_it() {
    let mut room = at_choice(Setup::default());
    room.keys("vv<Esc>").see(&["il reste ici jusqu'à sa fin"]);
    room.see(&["Quel événement analysons-nous ?", "Abstentions"]);
    go(&mut room, StepKind::Timeline);
    room.miss("Abstentions");
    go(&mut room, StepKind::Choice);
    room.see(&["Quel événement analysons-nous ?", "Abstentions"]);
    assert!(room.session().chosen().is_none());
}

#[test]
fn one_vote_is_open_at_a_time() {
    let mut room = at_choice(Setup::default());
    room.keys("vv<Esc>");
    free(
        &mut room,
        "Changeons-nous de jour\u{202f}?<Tab><Tab>oui<Enter>non",
    );
    room.keys("<S-Tab><Enter>");
    room.see(&["Un vote est encore ouvert", "Quel événement analysons-nous"]);
    assert_eq!(last(&room).state, BallotState::Prepared);
}

/// Deletes the first of the list in focus, which an open vote is about.
fn refused(room: &mut Room) {
    room.keys("<Home>d")
        .see(&["Un vote porte sur cet élément : terminez-le ou annulez-le d'abord."]);
    assert_eq!(last(room).state, BallotState::Open);
}

#[test]
fn what_is_voted_on_is_not_taken_out_before_the_vote_is_over() {
    let mut room = at_choice(Setup::default());
    room.keys("vvp");
    pass(&mut room, &["a", "b"]);
    room.keys("<Esc>");
    go(&mut room, StepKind::Incidents);
    refused(&mut room);
    assert_eq!(room.session().incidents.len(), 3);
    // Nothing is lost: the papers are there, and what is not voted on is deleted as ever.
    room.keys("aUn autre<Esc>d").miss("Un autre");
    go(&mut room, StepKind::Choice);
    room.see(&["bulletins reçus sur 9"]);
    room.keys("x<Enter><Enter>");
    assert_eq!(last(&room).state, BallotState::Cancelled);
    go(&mut room, StepKind::Incidents);
    room.keys("<Home>d");
    assert_eq!(room.session().incidents.len(), 2);
}

#[test]
fn neither_a_factor_nor_its_event_goes_while_it_is_voted_on() {
    let mut room = at_priorities(Setup::default());
    room.keys("vv");
    go(&mut room, StepKind::Incidents);
    refused(&mut room);
    let factors = |room: &Room| room.session().analysis().map(|a| a.factors.len());
    assert_eq!(factors(&room), Some(4));
    go(&mut room, StepKind::Factors);
    room.keys("<Enter>g");
    refused(&mut room);
    assert_eq!(factors(&room), Some(4));
}

/// A vote of nine with two papers in its urn.
fn under_way() -> Room {
    let mut room = at_choice(Setup::default());
    room.keys("vvp");
    pass(&mut room, &["a", "b"]);
    room.keys("<Esc>");
    room
}

#[test]
fn sealing_says_first_that_it_cancels_the_open_vote_and_why_stands_in_the_record() {
    let mut room = under_way();
    room.palette("sceller").see(&[
        "Un vote est ouvert, 2 bulletins reçus : sceller l'annule",
        "« Pas encore » permet de le terminer.",
    ]);
    room.keys("<Enter>");
    assert_eq!(last(&room).state, BallotState::Open);
    room.palette("sceller")
        .keys("<Down><Enter>")
        .see(&["Séance scellée. Empreinte"]);
    let ballot = last(&room);
    assert_eq!(ballot.state, BallotState::Cancelled);
    assert_eq!(
        ballot.cancelled.as_str(),
        "La séance a été scellée avant la fin du vote."
    );
    assert!(ballot.papers.is_empty());
}

#[test]
fn adjourning_says_that_the_open_vote_waits_and_it_does() {
    let mut room = under_way();
    room.palette("ajourner")
        .see(&["Un vote est ouvert, 2 bulletins reçus : il attendra"]);
    room.keys("<Down><Down><Enter>");
    let path = room.session_path();
    let mut room = room.killed(Setup::default(), Start::Session(path));
    assert_eq!(room.session().stage, Stage::Adjourned);
    assert_eq!(last(&room).state, BallotState::Open);
    go(&mut room, StepKind::Choice);
    room.see(&["bulletins reçus sur 9"]);
    // No vote is open: nothing is said of one.
    let mut room = at_choice(Setup::default());
    room.palette("ajourner").miss("Un vote est ouvert");
}

/// Asks a question of the group's own from the palette and types `keys` into its form.
fn free(room: &mut Room, keys: &str) {
    room.keys("<C-p>question du groupe<Enter>").keys(keys);
}

#[test]
fn a_question_of_the_groups_own_is_voted_on_in_any_step() {
    let mut room = at_choice(Setup::default());
    go(&mut room, StepKind::Timeline);
    free(&mut room, "<Esc>");
    room.see(&["Chronologie"]);
    free(&mut room, "");
    room.see(&["Vote du groupe", "Propositions"]);
    room.keys("<Tab><Enter>")
        .see(&["Écrivez d'abord la question"]);
    room.keys("<S-Tab>Prochaine séance\u{202f}?<Tab><Tab>mardi<Enter>jeudi<S-Tab><Enter>");
    let ballot = last(&room);
    assert_eq!(
        (ballot.subject, ballot.state),
        (Subject::Free, BallotState::Open)
    );
    let labels: Vec<&str> = ballot.options.iter().map(|o| o.label.as_str()).collect();
    assert_eq!(labels, ["mardi", "jeudi"]);
    room.keys("2<Enter>");
    let path = room.session_path();
    let mut room = room.killed(Setup::default(), Start::Session(path));
    room.see(&["Vote du groupe", "B jeudi"]);
    room.keys("7<Enter><Enter><Enter>");
    assert_eq!(last(&room).state, BallotState::Closed);
    room.keys("<F8>").miss("Vote du groupe");
}

#[test]
fn a_free_vote_in_english_needs_two_options() {
    let setup = Setup {
        lang: Lang::En,
        ..Setup::default()
    };
    let mut room = at_choice(setup);
    room.keys("<C-p>question of the group<Enter>Next?<Tab><Tab>one<S-Tab><Enter>");
    room.see(&["A vote takes at least two options"]);
    assert_eq!(last(&room).state, BallotState::Prepared);
}

#[test]
fn help_on_a_vote_says_what_secrecy_is_worth() {
    let mut room = at_choice(Setup::default());
    room.resize(120, 60);
    room.keys("v<F1>").see(&[
        "Trois façons de recueillir",
        "sans nom, sans heure et sans ordre",
        "copierait le disque entre deux bulletins",
    ]);
}
