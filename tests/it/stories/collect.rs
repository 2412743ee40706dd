//! An open vote on its screen: hands and papers side by side, slips, who comes and goes, closing.

use super::booth::{last, opened, pass, points, prepared, prepared_with};
use super::choice::{go, three_events};
use crate::harness::{Room, Setup};
use crex::domain::action::Action;
use crex::domain::agenda::StepKind;
use crex::domain::ballot::{BallotState, Method, Subject};
use crex::domain::session::Presence;
use crex::tui::shell::Start;

/// The first so many of the room are excused from now on.
fn away(room: &mut Room, n: usize) {
    go(room, StepKind::Opening);
    for _ in 0..n {
        room.keys("<Space><Down>");
    }
    go(room, StepKind::Choice);
}

#[test]
fn who_leaves_having_voted_is_counted_and_who_comes_late_may_vote() {
    let mut room = opened(Method::Weighted, true);
    room.keys("p");
    pass(&mut room, &["abc"; 9]);
    room.keys("<Esc>").miss("Partis après avoir voté");
    away(&mut room, 1);
    // Eight are there and nine papers: nothing is lost, and what to do is said.
    room.see(&["Partis après avoir voté", "9 bulletins pour 8 votants"]);
    room.see(&["comptez qui est parti après avoir voté"]);
    room.keys("1").see(&[
        "bulletins reçus sur 9",
        "Quelqu'un est parti pendant le vote",
    ]);
    assert_eq!(last(&room).gone, 1);
    // Back again after all: nine people are there, all have voted, and nobody is left to count.
    go(&mut room, StepKind::Opening);
    room.keys("<Up><Space><Space>");
    go(&mut room, StepKind::Choice);
    assert_eq!((last(&room).entitled, last(&room).gone), (9, 0));
    room.see(&["bulletins reçus sur 9"])
        .miss("Partis après avoir voté");
    room.keys("p").see(&["Tout le monde a voté"]);
    room.keys("<Enter>")
        .see(&["9 bulletins pour 9 votants : tout le monde a voté."]);
    room.keys("<Esc><Enter>");
    assert_eq!(last(&room).state, BallotState::Closed);
    assert_eq!(last(&room).received(), 9);
    assert_eq!(last(&room).entitled_trace, [9, 8, 9]);
}

#[test]
fn who_arrives_after_one_left_having_voted_hands_in_one_paper_more() {
    let mut room = prepared_with(Setup::default(), Method::Weighted, true, |session| {
        let first = session.attendees.at(0).unwrap().id;
        session.attendees.get_mut(first).unwrap().presence = Presence::Excused;
    });
    room.keys("vvp");
    pass(&mut room, &["abc"; 8]);
    room.keys("<Esc>");
    // The second in the list leaves, the first arrives late.
    go(&mut room, StepKind::Opening);
    room.keys("<Down><Space><Up><Space><Space>");
    go(&mut room, StepKind::Choice);
    room.see(&["bulletins reçus sur 8"]);
    room.keys("1").see(&["bulletins reçus sur 9"]);
    room.keys("p");
    pass(&mut room, &["cba"]);
    room.keys("<Esc><Enter>");
    let ballot = last(&room);
    assert_eq!(ballot.state, BallotState::Closed);
    assert_eq!((ballot.received(), ballot.entitled, ballot.gone), (9, 9, 1));
}

#[test]
fn a_quorum_lost_midway_is_said_and_the_vote_goes_on() {
    let mut room = prepared_with(Setup::default(), Method::Weighted, true, |session| {
        session.quorum.members = 9;
    });
    room.keys("v").see(&["Quorum : 9 membres au moins."]);
    room.keys("v").miss("quorum");
    room.keys("p");
    pass(&mut room, &["abc"; 5]);
    room.keys("<Esc>");
    away(&mut room, 2);
    room.see(&[
        "Le quorum n'est plus atteint. Rien n'est perdu",
        "bulletins reçus sur 7",
    ]);
    room.keys("p");
    pass(&mut room, &["abc"; 2]);
    room.keys("<Esc><Enter>");
    assert_eq!(last(&room).state, BallotState::Closed);
    room.see(&["quorum non atteint"]);
}

#[test]
fn closing_with_fewer_votes_than_voters_is_asked_twice() {
    let mut room = opened(Method::Weighted, true);
    room.keys("<Down><Down><Enter>")
        .see(&["Personne n'a encore voté."]);
    room.keys("p");
    pass(&mut room, &["abc"; 7]);
    room.keys("<Esc><Enter>");
    room.see(&["2 personnes n'ont pas voté : Entrée encore clôt ainsi."]);
    assert_eq!(last(&room).state, BallotState::Open);
    // Anything else in between, and it is asked again.
    room.keys("<Up><Down><Enter>");
    assert_eq!(last(&room).state, BallotState::Open);
    room.keys("<Enter>");
    assert_eq!(last(&room).state, BallotState::Closed);
}

#[test]
fn slips_are_typed_one_after_the_other_and_what_is_wrong_leaves_the_rest() {
    let mut room = opened(Method::Weighted, true);
    room.keys("b").see(&[
        "Bulletin 1 · 0 bulletin reçu sur 9",
        "Les lettres du bulletin, puis Entrée.",
    ]);
    room.keys("<Enter>")
        .see(&["Rien n'est tapé : Z pour un bulletin blanc"]);
    room.keys("CK")
        .see(&["Aucune proposition ne porte cette lettre ; le reste est gardé."]);
    room.keys("C").see(&["C y est déjà"]);
    room.keys("a<Enter>")
        .see(&["Il reste 1 choix : Entrée encore confirme ainsi."]);
    room.keys("bc").see(&["C y est déjà"]);
    room.keys("<Enter>").see(&[
        "Bulletin 2 · 1 bulletin reçu sur 9",
        "Enregistré. Le suivant ?",
    ]);
    room.keys("z<Enter>x<Enter>abc<Enter>").see(&["Bulletin 5"]);
    // The very last slip can be taken back and mended, not the one before.
    room.keys("<Backspace>")
        .see(&["Bulletin 4", "Le dernier bulletin est repris"]);
    room.keys("<Delete><Backspace>")
        .see(&["Seul le tout dernier bulletin"]);
    room.keys("bca<Enter>").see(&["4 bulletins reçus sur 9"]);
    for _ in 0..5 {
        room.keys("cba<Enter>");
    }
    // Eleven slips for nine voters: the tenth stays typed.
    room.keys("abc<Enter>").see(&[
        "Un bulletin de trop pour 9 votants",
        "vérifiez les présents",
    ]);
    room.keys("<Esc><Enter>");
    let ballot = last(&room);
    assert_eq!(ballot.state, BallotState::Closed);
    assert_eq!((ballot.papers.len(), ballot.blank, ballot.void), (7, 1, 1));
    assert!(points(&room).contains(&vec![1, 3, 2]) && points(&room).contains(&vec![2, 1, 3]));
}

#[test]
fn slips_of_answers_and_scores_go_down_the_options() {
    let mut room = opened(Method::YesNo, true);
    room.keys("b")
        .see(&["O oui, N non, P pas d'avis, puis Entrée."]);
    room.keys("oNp")
        .see(&["A oui", "B non", "C pas d'avis", "C'est complet"]);
    room.keys("<Backspace>").see(&["Il reste 1 réponse."]);
    room.keys("o<Enter>").see(&["Bulletin 2"]);
    let mut room = opened(Method::Score, true);
    room.keys("b5(").see(&["A 5", "B 5", "Il reste 1 note."]);
    room.keys("6").see(&["Au plus 5"]);
    room.keys("0<Enter>").see(&["Bulletin 2"]);
}

#[test]
fn a_kill_between_two_slips_comes_back_to_the_next_one() {
    let mut room = opened(Method::Weighted, true);
    room.keys("babc<Enter>ca");
    let path = room.session_path();
    let mut room = room.killed(Setup::default(), Start::Session(path));
    room.see(&[
        "Bulletin 2 · 1 bulletin reçu sur 9",
        "Les lettres du bulletin",
    ]);
    room.keys("<Backspace>")
        .see(&["Seul le tout dernier bulletin"]);
}

#[test]
fn twelve_slips_on_twenty_actions_take_four_keys_each() {
    let mut room = Room::holding(Setup::default(), |session| {
        three_events(session);
        for n in 10..=12 {
            let more = crex::domain::session::Attendee {
                function: format!("IDE {n}").as_str().into(),
                presence: Presence::Present,
                ..crex::domain::session::Attendee::new(session.ids.give())
            };
            session.attendees.push(more);
        }
        for n in 1..=20 {
            let mut action = Action::new(session.ids.give());
            action.what = format!("Régler le point {n} du circuit des vaccins")
                .as_str()
                .into();
            session.actions.push(action);
        }
        let id = session.prepare_ballot(Subject::Actions, "Lesquelles ?".into(), Method::Weighted);
        session.ballots.get_mut(id).unwrap().secret = true;
    });
    go(&mut room, StepKind::Actions);
    room.keys("vv");
    assert_eq!((last(&room).entitled, last(&room).options.len()), (12, 20));
    room.keys("b")
        .see(&["A Régler le point 1", "T Régler le point 20"]);
    let slips = "CAF<Enter>tba<Enter>bat<Enter>FAC<Enter>caf<Enter>toe<Enter>STR<Enter>kla<Enter>"
        .to_owned()
        + "pqr<Enter>ade<Enter>BCD<Enter>efg<Enter>";
    assert_eq!(crate::harness::parse(&slips).len(), 48);
    room.keys(&slips).see(&["12 bulletins reçus sur 12"]);
    room.keys("<Esc><Enter>");
    assert_eq!(last(&room).received(), 12);
    assert_eq!(last(&room).total(0), 2 + 1 + 2 + 2 + 2 + 1 + 3);
}

#[test]
fn hands_for_and_against_are_counted_side_by_side() {
    let mut room = opened(Method::YesNo, false);
    room.see(&["pour contre", "Qui n'en lève aucune s'abstient."]);
    room.keys("7<Enter>3")
        .see(&["A : plus de mains que de personnes (9). Recomptez."]);
    room.keys("<Backspace>2<Enter>").see(&["de la chaîne • •"]);
    room.keys("4<Enter>5<Enter>0<Enter>");
    room.see(&["de la chaîne • •"]);
    room.keys("9<Enter>").see(&["de la chaîne 7 2"]);
    room.keys("<Enter>");
    assert_eq!(last(&room).state, BallotState::Closed);
    let option = &last(&room).options[2];
    assert_eq!((option.hands, option.against), (Some(0), Some(9)));
}

#[test]
fn the_keys_of_collecting_hold_on_a_number_and_with_capitals_locked() {
    let mut room = opened(Method::Hands { each: 1 }, false);
    room.see(&["p passer le clavier", "b bulletins papier"]);
    room.keys("3É").keys("p").see(&["Prenez le clavier"]);
    room.keys("<Esc>");
    assert_eq!(last(&room).options[0].hands, Some(32));
    room.keys("P").see(&["Prenez le clavier"]);
    room.keys("<Esc>B").see(&["Bulletin 1"]);
    room.keys("<Esc>X").see(&["Annuler le vote ?"]);
    room.keys("<Esc>");
    assert_eq!(last(&room).state, BallotState::Open);
    room.keys("<Delete>4<Enter>4<Enter>1<Enter><Enter><Enter>");
    assert_eq!(last(&room).state, BallotState::Closed);
    room.keys("R");
    assert_eq!(last(&room).state, BallotState::Open);
    let mut room = prepared(Setup::default(), Method::Weighted, true);
    room.keys("VV");
    assert_eq!(last(&room).state, BallotState::Open);
}

#[test]
fn a_missing_count_against_is_gone_to() {
    let mut room = opened(Method::YesNo, false);
    room.keys("7<Enter>2<Enter>4<Enter><Enter>3<Enter>1<Enter><Enter>");
    room.see(&["Il manque le compte de B."]);
    room.keys("5");
    assert_eq!(last(&room).options[1].against, Some(5));
}

#[test]
fn hands_and_papers_are_counted_together() {
    let mut room = opened(Method::Hands { each: 1 }, false);
    room.keys("5<Enter>2<Enter>2<Enter>")
        .see(&["chaîne du froid 5"]);
    // Three may still vote on paper: what is counted so far would be a part of the result.
    room.keys("<Home>3<Enter>2<Enter>1<Enter>")
        .see(&["chaîne du froid •"]);
    room.keys("<Enter><Down><Enter>");
    pass(&mut room, &["a", "b"]);
    // Beside papers no number of hands is shown: it would tell a part of the result.
    room.keys("<Esc>")
        .see(&["bulletins reçus sur 9", "chaîne du froid •"]);
    room.keys("<Up><Enter>").see(&["Une personne n'a pas voté"]);
    room.keys("p");
    pass(&mut room, &["c"]);
    room.keys("<Enter>")
        .see(&["il ne reste pas de place pour un bulletin de plus"]);
    room.keys("<Esc><Enter>");
    assert_eq!(last(&room).state, BallotState::Closed);
    assert_eq!([0, 1, 2].map(|i| last(&room).total(i)), [4, 3, 2]);
}

#[test]
fn twenty_long_options_are_read_on_every_screen() {
    let mut room = Room::holding(Setup::default(), |session| {
        three_events(session);
        for n in 1..=20 {
            let mut action = Action::new(session.ids.give());
            let what =
                format!("{n} Installer au cabinet une alarme qui appelle le téléphone d'astreinte");
            action.what = what.as_str().into();
            session.actions.push(action);
        }
        let id = session.prepare_ballot(Subject::Actions, "Lesquelles ?".into(), Method::Score);
        session.ballots.get_mut(id).unwrap().secret = true;
    });
    go(&mut room, StepKind::Actions);
    room.keys("vv<Home>").see(&["A 1 Installer"]);
    room.keys("p<Enter>").see(&["A", "1 Installer"]);
    room.keys("55555555555555555555")
        .see(&["20 Installer", "C'est complet"]);
    for size in [(60, 20), (80, 24), (120, 40), (200, 60)] {
        room.resize(size.0, size.1)
            .see(&["20 Installer", "C'est complet"]);
    }
}

#[test]
fn what_can_only_be_read_takes_no_vote() {
    let room = opened(Method::Weighted, true);
    let path = room.session_path();
    // The other program still holds it.
    let folder = std::rc::Rc::clone(&room.folder);
    let mut other = Room::on(
        folder,
        Setup::default(),
        Start::Session(path),
        crate::harness::day(),
    );
    other.keys("p").miss("Prenez le clavier");
    drop(room);
}
