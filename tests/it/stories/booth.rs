//! How a vote is collected: the keyboard passed around behind the curtain, slips, and both beside raised hands.

use super::choice::{go, three_events};
use crate::harness::{Room, Setup};
use crex::domain::agenda::StepKind;
use crex::domain::ballot::{Ballot, BallotState, Method, Subject};
use crex::domain::session::Session;

/// Nine people and three events, and a vote on them prepared with this method.
fn prepared(setup: Setup, method: Method, secret: bool) -> Room {
    prepared_with(setup, method, secret, |_| {})
}

fn prepared_with(
    setup: Setup,
    method: Method,
    secret: bool,
    more: impl FnOnce(&mut Session),
) -> Room {
    let mut room = Room::holding(setup, |session| {
        three_events(session);
        more(session);
        let question = "Quel événement analysons-nous\u{202f}?".into();
        let id = session.prepare_ballot(Subject::Choice, question, method);
        session.ballots.get_mut(id).unwrap().secret = secret;
    });
    go(&mut room, StepKind::Choice);
    room
}

/// The same, opened.
pub fn opened(method: Method, secret: bool) -> Room {
    let mut room = prepared(Setup::default(), method, secret);
    room.keys("vv");
    assert_eq!(last(&room).state, BallotState::Open);
    room
}

pub fn last(room: &Room) -> &Ballot {
    room.session().ballots.iter().last().unwrap()
}

fn points(room: &Room) -> Vec<Vec<u32>> {
    last(room).papers.iter().map(|p| p.points.clone()).collect()
}

#[test]
fn nine_voters_fill_their_papers_behind_the_curtain() {
    let mut room = opened(Method::Weighted, true);
    room.see(&["9 votants · bulletins secrets", "Faire passer le clavier"]);
    room.see(&["bulletin reçu sur 9"]);
    room.keys("<Enter>");
    room.see(&[
        "Prenez le clavier, les autres regardent ailleurs.",
        "Entrée ouvre votre bulletin.",
        "0 bulletin reçu sur 9",
        "coupez le projecteur",
    ]);
    // Nothing around it: no header, no step, no footer.
    room.miss("Choix de l'événement")
        .miss("F1")
        .miss("Ouverture");
    for n in 1..=9 {
        room.keys("<Enter>");
        room.see(&["Tapez vos trois lettres dans l'ordre", "Il reste 3 choix."]);
        room.keys("cab").see(&["C'est complet : Entrée confirme."]);
        room.keys("<Enter>");
        let said = if n > 1 {
            "bulletins reçus"
        } else {
            "bulletin reçu"
        };
        room.see(&[&format!("{n} {said} sur 9")]);
        room.miss("Onze doses").miss("C'est complet");
    }
    room.see(&["Tout le monde a voté. Échap revient ; il reste à clore le vote."]);
    assert!(last(&room).papers.is_empty(), "papers wait in the urn");
    room.keys("<Enter>")
        .see(&["9 bulletins pour 9 votants : tout le monde a voté."]);
    room.keys("<Esc><Down><Down><Enter>");
    assert_eq!(last(&room).state, BallotState::Closed);
    assert_eq!(points(&room), vec![vec![2, 1, 3]; 9]);
}
