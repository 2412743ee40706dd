//! The vote by show of hands: opened, counted in secret, its result, second round, a decision that differs from it.

use super::choice::{at_choice, go, three_events};
use crate::harness::{Room, Setup};
use crex::domain::agenda::StepKind;
use crex::domain::ballot::{Ballot, BallotState, Reached, Target};
use crex::domain::code::Lang;
use crex::domain::ids::IncidentId;
use crex::domain::session::Presence;
use crex::tui::shell::Start;

fn last(room: &Room) -> &Ballot {
    room.session().ballots.iter().last().unwrap()
}

/// Opens the vote as it is proposed.
fn opened(setup: Setup) -> Room {
    let mut room = at_choice(setup);
    room.keys("vv");
    room
}

#[test]
fn a_vote_with_a_clear_winner_is_counted_closed_and_followed() {
    let mut room = at_choice(Setup::default());
    room.keys("v").see(&[
        "Préparer le vote",
        "9 présents voteront",
        "Quel événement analysons-nous ?",
        "Ouvrir le vote",
        "A Onze doses après rupture de la",
        "Façon de voter voix",
    ]);
    room.keys("<Enter>");
    assert_eq!(last(&room).state, BallotState::Open);
    assert_eq!(last(&room).entitled, 9);
    room.keys("5<Enter>3<Enter>");
    room.see(&["A Onze doses après rupture de la chaîne du froid •"]);
    room.miss("froid 5").miss("après 3 h 3");
    room.keys("1");
    room.see(&[
        "chaîne du froid 5",
        "rappelé après 3 h 3",
        "une autre personne 1",
    ]);
    room.keys("<Enter>0<Enter><Enter>");
    assert_eq!(last(&room).state, BallotState::Closed);
    room.see(&[
        "█",
        "A l'emporte",
        "9 votants, 9 mains levées · à main levée",
        "À main levée, une voix par personne.",
        "La proposition qui a le plus de voix est retenue ; en cas d'égalité, second tour",
        "Entrée décider",
    ]);
    assert!(
        room.session().chosen().is_none(),
        "the decision is another act"
    );
    room.keys("<Enter>deux répétitions cette année");
    let choice = &room.session().choice;
    assert_eq!(choice.targets, [Target::Incident(IncidentId(1))]);
    assert_eq!(choice.reached, Reached::AsVoted);
    assert_eq!(choice.ballot, Some(last(&room).id));
    assert_eq!(choice.reason.as_str(), "deux répétitions cette année");
    room.see(&["selon le vote"]);
}

#[test]
fn a_vote_is_opened_counted_and_followed_with_few_keys() {
    let mut room = at_choice(Setup::default());
    let keys = "vv5<Enter>3<Enter>1<Enter><Enter><Enter><Enter>";
    room.keys(keys);
    assert_eq!(room.session().chosen().unwrap().id, IncidentId(1));
    assert!(crate::harness::parse(keys).len() <= 11);
}

#[test]
fn equals_go_to_a_second_round() {
    let mut room = opened(Setup::default());
    room.keys("4<Enter>4<Enter>1<Enter><Enter><Enter>");
    room.see(&["Égalité entre A et B · r ouvre le second tour"]);
    room.keys("<Enter>").see(&["Le vote ne départage pas"]);
    assert!(room.session().chosen().is_none());
    let first = last(&room).id;
    room.keys("r");
    assert_eq!(last(&room).second_round_of, Some(first));
    assert_eq!(last(&room).options.len(), 2);
    room.miss("Ordonnance remise");
    room.keys("3<Enter>6<Enter><Enter><Enter>");
    room.see(&["B l'emporte", "second tour"]);
    room.keys("<Enter>");
    assert_eq!(room.session().chosen().unwrap().id, IncidentId(2));
    assert_eq!(room.session().choice.reached, Reached::AsVoted);
}

#[test]
fn equals_that_are_no_more_have_no_second_round_and_it_is_said() {
    let mut room = opened(Setup::default());
    room.keys("4<Enter>4<Enter>1<Enter><Enter><Enter>");
    room.keys("<F7><Home>d<F8>");
    assert!(room.session().incidents.get(IncidentId(1)).is_none());
    let votes = room.session().ballots.len();
    room.see(&["Égalité entre A et B"]);
    room.keys("r")
        .see(&["Un second tour ne sert qu'entre ex æquo"]);
    assert_eq!(room.session().ballots.len(), votes);
}

#[test]
fn impossible_counts_are_said_at_once_and_the_vote_does_not_close() {
    let mut room = opened(Setup::default());
    room.keys("12")
        .see(&["A : plus de mains que de personnes (9). Recomptez."]);
    room.keys("<Enter>3<Enter>1<Enter><Enter><Enter>");
    assert_eq!(last(&room).state, BallotState::Open);
    room.see(&["plus de mains que de personnes"]);
    // Back on the first line: what is typed replaces the number.
    room.keys("<Up><Up><Up><Up>7");
    room.see(&["En tout, plus de mains que possible : 9 au plus, abstentions comprises."]);
    room.keys("<Backspace>5").miss("Recomptez");
    room.keys("<Down><Down><Down><Down><Enter>");
    assert_eq!(last(&room).state, BallotState::Closed);
}

#[test]
fn a_vote_without_all_counts_does_not_close() {
    let mut room = opened(Setup::default());
    room.keys("5<Enter><Enter><Enter><Enter><Enter>");
    room.see(&["Il manque le compte de B et C."]);
    assert_eq!(last(&room).state, BallotState::Open);
}

#[test]
fn the_group_may_decide_otherwise_and_says_why() {
    let mut room = opened(Setup::default());
    room.keys("5<Enter>3<Enter>1<Enter><Enter><Enter><Esc><Down><Enter>");
    assert_eq!(room.session().choice.reached, Reached::AgainstVote);
    room.see(&["dites pourquoi", "Le groupe décide autrement que le vote"]);
    room.keys("le médecin concerné n'est pas là");
    room.miss("dites pourquoi");
    assert_eq!(room.session().chosen().unwrap().id, IncidentId(2));
    assert_eq!(
        room.session().choice.reason.as_str(),
        "le médecin concerné n'est pas là"
    );
}

#[test]
fn opening_and_closing_cannot_be_undone_but_counting_can() {
    let mut room = opened(Setup::default());
    room.keys("<C-z>").see(&["Rien à annuler ici."]);
    room.keys("5<C-z>");
    assert_eq!(last(&room).options[0].hands, None);
    room.keys("5<Enter>3<Enter>1<Enter><Enter><Enter><C-z>");
    assert_eq!(last(&room).state, BallotState::Closed);
}

#[test]
fn a_cancelled_vote_keeps_its_reason() {
    let mut room = opened(Setup::default());
    room.keys("5<Up><S-Tab><Tab><Tab><Tab><Tab>x");
    room.see(&["Annuler le vote ?"]);
    room.keys("question mal posée<Enter><Enter>");
    assert_eq!(last(&room).state, BallotState::Cancelled);
    assert_eq!(last(&room).cancelled.as_str(), "question mal posée");
    room.see(&["Vote annulé", "Événements"]);
    room.keys("v").see(&["Préparer le vote"]);
}

#[test]
fn a_vote_cancelled_without_a_reason_says_so_and_one_that_goes_on_keeps_none() {
    let mut room = opened(Setup::default());
    room.keys("<Tab><Tab><Tab><Tab>x")
        .see(&["Annuler le vote ?"]);
    room.keys("erreur<Esc>");
    assert_eq!(last(&room).state, BallotState::Open);
    assert!(last(&room).cancelled.is_blank());
    room.keys("x<Enter><Enter>");
    assert_eq!(last(&room).state, BallotState::Cancelled);
    let document = crex::documents::record::record(room.session());
    let record = crex::documents::markdown::markdown(&document);
    assert!(record.contains("sans raison donnée"), "{record}");
}

#[test]
fn an_event_stays_while_its_vote_is_open_and_every_option_with_it() {
    let setup = Setup {
        lang: Lang::En,
        ..Setup::default()
    };
    let mut room = opened(setup);
    go(&mut room, StepKind::Incidents);
    room.keys("<Home>d")
        .see(&["A vote is open on this: close or cancel it first."]);
    go(&mut room, StepKind::Choice);
    assert_eq!(last(&room).live().count(), 3);
    room.keys("v5<Enter>3<Enter>1<Enter><Enter><Enter>");
    assert_eq!(last(&room).state, BallotState::Closed);
}

#[test]
fn a_kill_in_the_middle_of_counting_resumes_on_the_same_line() {
    let mut room = opened(Setup::default());
    room.keys("5<Enter>");
    let path = room.session_path();
    let mut room = room.killed(Setup::default(), Start::Session(path));
    room.see(&["chaîne du froid •"]);
    room.keys("3<Enter>1<Enter><Enter><Enter>");
    let hands: Vec<u32> = last(&room).options.iter().filter_map(|o| o.hands).collect();
    assert_eq!(hands, [5, 3, 1]);
    assert_eq!(last(&room).state, BallotState::Closed);
}

/// Three events, and the first `n` people present.
fn with_present(n: usize) -> Room {
    let mut room = Room::holding(Setup::default(), |session| {
        three_events(session);
        let ids: Vec<_> = session.attendees.iter().skip(n).map(|a| a.id).collect();
        for id in ids {
            session.attendees.get_mut(id).unwrap().presence = Presence::Expected;
        }
    });
    go(&mut room, StepKind::Choice);
    room
}

#[test]
fn three_voters_are_warned_and_may_vote() {
    let mut room = with_present(3);
    room.keys("v").see(&["Moins de quatre votants"]);
    room.resize(120, 40).see(&["3 présents voteront"]);
    room.resize(80, 24);
    room.keys("v2<Enter>1<Enter>0<Enter><Enter><Enter>");
    // Hands are seen by all: no secret is weak.
    room.see(&["A l'emporte", "3 votants"]).miss("secret");
}

#[test]
fn with_nobody_present_a_vote_does_not_open_and_leaves_no_trace() {
    let mut room = with_present(0);
    room.keys("v").see(&["Personne n'est noté présent"]);
    room.keys("v");
    assert_eq!(last(&room).state, BallotState::Prepared);
    room.keys("x");
    assert!(room.session().ballots.is_empty());
    room.see(&["Rien n'est encore décidé."]);
}

#[test]
fn what_is_withdrawn_before_opening_leaves_the_others_their_letters() {
    let mut room = at_choice(Setup::default());
    room.keys("v<Down><Space>");
    room.see(&["B Appel pour douleur thoracique"]);
    room.keys("<S-Tab><Enter>");
    assert_eq!(last(&room).live().count(), 2);
    go(&mut room, StepKind::Incidents);
    go(&mut room, StepKind::Choice);
    room.see(&["B Appel pour douleur", "C Ordonnance"]);
    room.miss("A Onze doses");
}

#[test]
fn in_english() {
    let setup = Setup {
        lang: Lang::En,
        ..Setup::default()
    };
    let mut room = opened(setup);
    room.see(&[
        "Which event do we analyse?",
        "9 present · show of hands, one vote each",
    ]);
    room.keys("4<Enter>4<Enter>1<Enter><Enter><Enter>");
    room.see(&["A and B are tied · r opens the second round"]);
}
