//! The result of a vote on the wall: numbers, rule, turnout, rounds and warnings of each method; and the decision on a free
//! question below it.

use super::choice::{go, three_events};
use crate::harness::{Room, Setup};
use crex::domain::agenda::StepKind;
use crex::domain::ballot::{
    Answer, Ballot, BallotOption, BallotState, Method, Paper, Quorum, Subject, Target,
};
use crex::domain::code::Lang;
use crex::domain::session::Session;
use crex::tui::shell::Start;
use crex::tui::theme::Scheme;

/// A closed secret vote of nine on the events.
fn vote(session: &mut Session, subject: Subject, method: Method, papers: Vec<Paper>) -> Ballot {
    let option = |incident: &crex::domain::incident::Incident| BallotOption {
        target: match subject {
            Subject::Free => Target::Free,
            _ => Target::Incident(incident.id),
        },
        label: incident.report.title.clone(),
        ..BallotOption::default()
    };
    Ballot {
        subject,
        question: "Que choisissons-nous ?".into(),
        options: session.incidents.iter().map(option).collect(),
        method,
        secret: true,
        state: BallotState::Closed,
        entitled: 9,
        permanent: 9,
        professions: 1,
        papers,
        ..Ballot::new(session.ids.give())
    }
}

fn points(all: &[[u32; 3]]) -> Vec<Paper> {
    let paper = |points: &[u32; 3]| Paper {
        points: points.to_vec(),
        ..Paper::default()
    };
    all.iter().map(paper).collect()
}

/// The result of the vote that `change` ends, at the choice.
fn shown(setup: Setup, method: Method, papers: Vec<Paper>, change: fn(&mut Ballot)) -> Room {
    let mut room = Room::holding(setup, |session| {
        three_events(session);
        let mut ballot = vote(session, Subject::Choice, method, papers);
        change(&mut ballot);
        session.ballots.push(ballot);
    });
    go(&mut room, StepKind::Choice);
    room.keys("v");
    room
}

fn wall() -> Setup {
    Setup {
        scheme: Scheme::Projecteur,
        ..Setup::default()
    }
}

#[test]
fn points_are_shown_best_first_with_what_was_not_given() {
    let method = Method::Points { points: 6, cap: 3 };
    let papers = points(&[[3, 2, 0], [1, 3, 1], [0, 3, 3], [2, 3, 1]]);
    let room = shown(Setup::default(), method, papers, |b| b.blank = 2);
    room.see(&[
        "B ✓ Appel pour douleur",
        "█ 11",
        "✓ B l'emporte",
        "9 votants, 4 bulletins exprimés, 2 blancs, 3 n'ont pas voté · 6 points chacun",
        "Points non distribués : 2",
    ]);
    let screen = room.screen();
    let at = |text: &str| screen.find(text).unwrap();
    assert!(at("Appel pour") < at("Onze doses") && at("Onze doses") < at("Ordonnance"));
    // Nothing stands beside a result.
    room.miss("Facteurs").miss("Chronologie");
}

#[test]
fn a_score_tells_its_mean_and_every_answer_of_a_yes_no_vote_is_counted() {
    let papers = points(&[[5, 2, 0], [4, 3, 0], [4, 2, 1], [4, 1, 0], [5, 0, 0]]);
    shown(Setup::default(), Method::Score, papers, |_| {}).see(&["22 points · 4,4 en moyenne"]);
    let yes = |answers: [Answer; 3]| Paper {
        answers: answers.to_vec(),
        ..Paper::default()
    };
    let papers = vec![
        yes([Answer::Yes, Answer::No, Answer::Yes]),
        yes([Answer::Yes, Answer::No, Answer::No]),
        yes([Answer::Yes, Answer::Abstain, Answer::Yes]),
        yes([Answer::No, Answer::Yes, Answer::No]),
    ];
    let room = shown(Setup::default(), Method::YesNo, papers, |_| {});
    room.see(&[
        "3 oui · 1 non · 0 pas d'avis · adoptée",
        "B ✗",
        "1 oui · 2 non · 1 pas d'avis · refusée",
        "2 oui · 2 non · 0 pas d'avis · à égalité",
        "A est adoptée · C : autant de oui que de non · B est refusée · r ouvre le second tour",
    ]);
}

#[test]
fn on_the_wall_numbers_are_large_and_weak_secrecy_is_said() {
    let method = Method::Hands { each: 1 };
    let room = shown(wall(), method, points(&[[1, 0, 0]; 5]), |_| {});
    room.see(&["█▀▀", "Tous les bulletins disent la même chose"]);
    let few = shown(wall(), method, points(&[[1, 0, 0], [0, 1, 0]]), |_| {});
    few.see(&["Moins de quatre bulletins"]);
}

#[test]
fn without_its_quorum_a_vote_says_what_that_means_and_the_reason_is_asked_first() {
    let change = |b: &mut Ballot| {
        b.quorum = Quorum {
            members: 12,
            professions: 0,
        };
    };
    let papers = points(&[[1, 0, 0], [1, 0, 0], [1, 0, 0], [0, 1, 0]]);
    let mut room = shown(Setup::default(), Method::Hands { each: 1 }, papers, change);
    room.see(&[
        "quorum non atteint",
        "ce vote n'emporte pas de décision, sauf si le groupe passe outre",
    ]);
    room.keys("<Enter>personne d'autre avant mars");
    let choice = &room.session().choice;
    assert_eq!(
        choice.without_quorum.as_str(),
        "personne d'autre avant mars"
    );
    assert!(choice.reason.is_blank());
}

#[test]
fn a_second_round_shows_the_first_one_too() {
    let mut room = shown(
        Setup::default(),
        Method::Hands { each: 1 },
        points(&[[1, 0, 0], [1, 0, 0], [0, 1, 0], [0, 1, 0], [0, 0, 1]]),
        |b| b.secret = false,
    );
    room.see(&["= Égalité entre A et B · r ouvre le second tour"]);
    room.keys("r5<Enter>4<Enter><Enter><Enter>");
    room.see(&[
        "A ✓ Onze doses",
        "second tour",
        "Premier tour",
        "1 Ordonnance remise à une autre personne",
    ]);
}

/// A free question whose vote is closed, its result on the screen.
fn free(setup: Setup) -> Room {
    let mut room = Room::holding(setup, |session| {
        three_events(session);
        let papers = points(&[[1, 0, 0], [1, 0, 0], [1, 0, 0], [0, 1, 0]]);
        let ballot = vote(session, Subject::Free, Method::Hands { each: 1 }, papers);
        session.ballots.push(ballot);
    });
    room.palette("voter sur une question");
    room
}

#[test]
fn what_a_free_question_decides_is_proposed_and_stays_open() {
    let mut room = free(Setup::default());
    room.see(&["✓ A l'emporte", "Décision", "Raison"]);
    room.keys("<Enter>trois voix sur quatre");
    let last = |room: &Room| room.session().ballots.iter().last().unwrap().clone();
    assert!(last(&room).decided.as_str().starts_with("Onze doses"));
    assert_eq!(last(&room).reason.as_str(), "trois voix sur quatre");
    room.see(&["selon le vote"]);
    // After a kill the reason is where it was.
    let path = room.session_path();
    let mut room = room.killed(Setup::default(), Start::Session(path));
    room.keys(" exprimées<S-Tab> en mars");
    room.see(&["selon le vote"]).miss("autrement que le vote");
    room.keys(", et ordonnance remise à une autre personne<Esc>");
    assert_eq!(
        last(&room).reason.as_str(),
        "trois voix sur quatre exprimées"
    );
    room.see(&["autrement que le vote"]);
    room.keys("<Esc>").miss("l'emporte");
}

#[test]
fn twenty_options_scroll_under_the_question_in_english() {
    let setup = Setup {
        lang: Lang::En,
        scheme: Scheme::Projecteur,
        ..Setup::default()
    };
    let method = Method::Hands { each: 1 };
    let mut room = shown(setup, method, points(&[[1, 0, 0]; 4]), |b| {
        for n in 4..=20 {
            b.options.push(BallotOption {
                target: Target::Free,
                label: format!("Proposition numéro {n}").as_str().into(),
                ..BallotOption::default()
            });
        }
    });
    room.see(&["Que choisissons-nous ?", "A wins", "▐"])
        .miss("numéro 20");
    room.keys("<End>")
        .see(&["Que choisissons-nous ?", "A wins"]);
    room.see(&["The option with most votes is retained"]);
}
