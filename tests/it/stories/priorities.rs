//! The priorities: factors retained in order, by agreement or after a vote with three hands each.

use super::choice::{go, three_events};
use crate::harness::{Room, Setup};
use crex::domain::agenda::StepKind;
use crex::domain::analysis::{Factor, FactorCode, Retained};
use crex::domain::ballot::{BallotState, Method, Reached, Target};
use crex::domain::code::Lang;
use crex::domain::ids::{FactorId, IncidentId};
use crex::domain::session::Session;
use crex::tui::shell::Start;

fn four_factors(session: &mut Session) {
    three_events(session);
    session.choose(IncidentId(1), None);
    for what in [
        "Alarme du réfrigérateur coupée depuis les travaux",
        "Relevé de température fait de mémoire",
        "Pas de remplaçante désignée pendant les congés",
        "Affiche de consigne illisible",
    ] {
        let factor = Factor {
            what: what.into(),
            codes: vec![FactorCode {
                grid: "cadya".into(),
                item: "T1.1".into(),
                mapped: false,
            }],
            ..Factor::new(session.ids.give())
        };
        session.analysis_mut().unwrap().factors.push(factor);
    }
}

pub fn at_priorities(setup: Setup) -> Room {
    let mut room = Room::holding(setup, four_factors);
    go(&mut room, StepKind::Priorities);
    room
}

fn retained(room: &Room) -> Vec<Retained> {
    let analysis = room.session().analysis().unwrap();
    analysis.factors.iter().map(|f| f.retained).collect()
}

fn factor(n: u32) -> Target {
    Target::Factor(FactorId(n))
}

#[test]
fn factors_are_retained_in_order_without_a_vote() {
    let mut room = at_priorities(Setup::default());
    room.see(&["C1 Alarme du réfrigérateur", "influent · probable", "T1.1"]);
    room.keys("<Down><Down><Space><Up><Up><Space>");
    let (yes, no) = (Retained::Yes, Retained::No);
    assert_eq!(retained(&room), [yes, no, yes, no]);
    assert_eq!(room.session().priorities.targets, [factor(3), factor(1)]);
    room.see(&["priorité 1", "priorité 2"]);
    room.keys("<Tab><Tab>à notre portée");
    assert_eq!(room.session().priorities.reason.as_str(), "à notre portée");
    room.keys("<S-Tab><S-Tab><Home><Space><Down><Down><Space>");
    assert!(retained(&room).iter().all(|r| *r == Retained::Open));
}

#[test]
fn enter_retains_a_factor_and_what_is_typed_then_is_its_reason() {
    for (lang, open, by, record) in [
        (
            Lang::Fr,
            "Décidé",
            "par consensus",
            "façon de décider non précisée",
        ),
        (
            Lang::En,
            "Decided",
            "by consensus",
            "how it was decided is not stated",
        ),
    ] {
        let mut room = at_priorities(Setup {
            lang,
            ..Setup::default()
        });
        room.keys("<Down><Enter>deux vies vides, par prudence");
        let priorities = |room: &Room| room.session().priorities.clone();
        assert_eq!(
            priorities(&room).reason.as_str(),
            "deux vies vides, par prudence"
        );
        assert_eq!(priorities(&room).targets, [factor(2)]);
        // Nobody was asked how it was decided: the record does not say that it was by consensus.
        assert_eq!(priorities(&room).reached, Reached::Unsaid);
        let told = room.record();
        assert!(told.contains(record) && !told.contains(by), "{told}");
        // Enter on a factor that is retained already leaves it so.
        room.keys("<S-Tab><S-Tab><Home><Down><Enter>").see(&[open]);
        assert_eq!(priorities(&room).targets, [factor(2)]);
        room.keys("<S-Tab>1");
        assert_eq!(priorities(&room).reached, Reached::Consensus);
        // One more factor is still the same decision.
        room.keys("<S-Tab><Up><Space>");
        assert_eq!(priorities(&room).reached, Reached::Consensus);
        assert!(room.record().contains(by));
    }
}

#[test]
fn a_vote_with_three_hands_each_ranks_and_retains_three() {
    let mut room = at_priorities(Setup::default());
    room.keys("v")
        .see(&["Sur quels facteurs agir maintenant ?"]);
    room.keys("v");
    let ballot = room.session().ballots.iter().last().unwrap();
    assert_eq!(ballot.method, Method::Hands { each: 3 });
    room.keys("9<Enter>4<Enter>8<Enter>2<Enter><Enter><Enter>");
    room.see(&[
        "A, C et B l'emportent",
        "À main levée, 3 voix par personne.",
    ]);
    room.keys("<Enter>le vote est net");
    let targets = &room.session().priorities.targets;
    assert_eq!(*targets, [factor(1), factor(3), factor(2)]);
    assert_eq!(room.session().priorities.reached, Reached::AsVoted);
    room.see(&["C1, C3, C2", "selon le vote"]);
    // Fewer than the vote proposes is still as voted, another one is not.
    room.keys("<S-Tab><Home><Down><Space>");
    assert_eq!(room.session().priorities.reached, Reached::AsVoted);
    room.keys("<Down><Down><Space>");
    assert_eq!(room.session().priorities.reached, Reached::AgainstVote);
}

#[test]
fn the_vote_under_way_is_found_again_after_a_kill() {
    let mut room = at_priorities(Setup::default());
    room.keys("vv9<Enter>");
    let path = room.session_path();
    let mut room = room.killed(Setup::default(), Start::Session(path));
    room.keys("4<Enter>8<Enter>2<Enter><Enter><Enter>");
    let ballot = room.session().ballots.iter().last().unwrap();
    assert_eq!(ballot.state, BallotState::Closed);
    assert_eq!(ballot.options[1].hands, Some(4));
}

#[test]
fn without_a_factor_the_page_says_where_they_come_from() {
    let mut room = Room::holding(Setup::default(), three_events);
    go(&mut room, StepKind::Priorities);
    room.see(&["Aucun facteur à classer."]);
    room.keys("v")
        .see(&["Un vote demande au moins deux propositions."]);
    assert!(room.session().ballots.is_empty());
}

#[test]
fn twenty_factors_vote_and_scroll_and_undo() {
    let setup = Setup {
        lang: Lang::En,
        ..Setup::default()
    };
    let mut room = Room::holding(setup, |session| {
        four_factors(session);
        for n in 5..=20 {
            let factor = Factor {
                what: format!("Facteur numéro {n}").as_str().into(),
                ..Factor::new(session.ids.give())
            };
            session.analysis_mut().unwrap().factors.push(factor);
        }
    });
    go(&mut room, StepKind::Priorities);
    room.keys("<End><Enter>")
        .see(&["C20 Facteur numéro 20", "priority 1"]);
    room.keys("<C-z>");
    assert!(room.session().priorities.targets.is_empty());
    room.keys("<S-Tab>vv");
    for _ in 0..20 {
        room.keys("1<Enter>");
    }
    room.see(&["T Facteur numéro 20 1", "Abstentions"]);
    room.keys("<Enter><Enter>");
    room.see(&["are tied"]).miss("numéro 20");
    room.keys("<End>").see(&["T = Facteur numéro 20"]);
}
