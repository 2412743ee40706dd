//! What the record and the JSON tell of a vote, by each method; and what they never tell.
#![allow(clippy::unwrap_used)]

use crate::documents::json::json;
use crate::documents::markdown::markdown;
use crate::documents::record::record;
use crate::domain::ballot::{
    Answer, Ballot, BallotOption, BallotState, Method, Paper, Quorum, Reached, Subject, Target,
    TieRule,
};
use crate::domain::ids::{BallotId, IncidentId, MemberId};
use crate::domain::session::{Attendee, Presence, Session};
use crate::domain::text::Text;

/// Nine people, of whom the first is excused, and a closed vote on two events.
fn held(method: Method, papers: Vec<Paper>) -> (Session, Ballot) {
    let mut session = Session::new(uuid::Uuid::nil(), chrono::NaiveDate::default());
    for n in 1..=9 {
        session.attendees.push(Attendee {
            function: Text::line(&format!("fonction {n}")),
            presence: Presence::Present,
            ..Attendee::new(MemberId(n))
        });
    }
    let option = |n: u32, label: &str| BallotOption {
        target: Target::Incident(IncidentId(n)),
        label: label.into(),
        ..BallotOption::default()
    };
    let ballot = Ballot {
        subject: Subject::Choice,
        question: "Lequel".into(),
        options: vec![option(1, "le premier"), option(2, "le second")],
        method,
        secret: true,
        state: BallotState::Closed,
        entitled: 8,
        roll: (2..=9).map(MemberId).collect(),
        excused: vec![MemberId(1)],
        entitled_trace: vec![9, 8],
        papers,
        ..Ballot::new(BallotId(1))
    };
    (session, ballot)
}

fn points(points: &[u32]) -> Paper {
    Paper {
        points: points.to_vec(),
        ..Paper::default()
    }
}

fn told(mut session: Session, ballot: Ballot) -> (String, serde_json::Value) {
    session.ballots.push(ballot);
    let text = markdown(&record(&session)).replace(['\u{a0}', '\u{202f}'], " ");
    let json = serde_json::from_str(&json(&session).unwrap()).unwrap();
    (text, json)
}

#[track_caller]
fn says(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part:?} is not in\n{text}");
    }
}

#[test]
fn a_weighted_vote_is_told_with_its_rule_its_turnout_and_no_paper() {
    let papers = vec![
        points(&[3, 2]),
        points(&[3, 2]),
        points(&[2, 3]),
        points(&[3, 0]),
    ];
    let (session, mut ballot) = held(Method::Weighted, papers);
    (ballot.blank, ballot.void, ballot.gone) = (1, 1, 1);
    let (text, json) = told(session, ballot);
    says(
        &text,
        &[
            "3-2-1 : 3 points au premier choix, 2 au deuxième, 1 au troisième, à bulletin secret",
            "La proposition qui a le plus de points est retenue ; en cas d'égalité, second tour",
            "8 votants (fonction 2, fonction 3",
            "1 est parti après avoir voté",
            "| A | le premier | 11 |",
            "| B | le second | 7 |",
            "A l'emporte.",
            "8 votants, 4 bulletins exprimés, 1 blanc, 1 nul, 2 n'ont pas voté · 3-2-1.",
            "Points non distribués : 2",
            "Votants pendant le vote (arrivées et départs) : 9 → 8",
        ],
    );
    assert!(text.contains("n'y prenant pas part") && !text.contains("fonction 1,"));
    let vote = &json["votes"][0];
    assert_eq!(vote["retained"][0], "A");
    assert_eq!(vote["options"][0]["total"], 11);
    assert_eq!(vote["did_not_vote"], 2);
    assert_eq!(vote["points_not_given"], 2);
    assert_eq!(vote["weak_secrecy"], serde_json::Value::Null);
}

#[test]
fn every_answer_of_a_yes_no_vote_has_its_column() {
    let answers = |first, second| Paper {
        answers: vec![first, second],
        ..Paper::default()
    };
    let papers = vec![
        answers(Answer::Yes, Answer::No),
        answers(Answer::Yes, Answer::Abstain),
        answers(Answer::Yes, Answer::No),
        answers(Answer::No, Answer::Yes),
    ];
    let (session, ballot) = held(Method::YesNo, papers);
    let (text, json) = told(session, ballot);
    says(
        &text,
        &[
            "| Oui | Non | Pas d'avis |",
            "| A | le premier | 3 | 1 | 0 |",
            "| B | le second | 1 | 2 | 1 |",
            "A est adoptée · B est refusée.",
            "Est adoptée toute proposition qui a plus de oui que de non",
        ],
    );
    assert_eq!(json["votes"][0]["options"][1]["no"], 2);
    assert_eq!(json["votes"][0]["options"][1]["abstained"], 1);
}

#[test]
fn a_score_is_told_with_its_mean_and_equal_papers_with_a_warning() {
    let (session, ballot) = held(Method::Score, vec![points(&[4, 1]); 5]);
    let (text, json) = told(session, ballot);
    says(
        &text,
        &[
            "| A | le premier | 20 | 4,0 |",
            "Tous les bulletins disent la même chose",
        ],
    );
    assert_eq!(json["votes"][0]["options"][0]["mean_in_tenths"], 40);
    assert_eq!(json["votes"][0]["weak_secrecy"], "unanimous");
}

#[test]
fn what_is_not_counted_to_its_end_is_told_nowhere() {
    for state in [BallotState::Open, BallotState::Cancelled] {
        let (session, mut ballot) = held(Method::Hands { each: 1 }, Vec::new());
        ballot.secret = false;
        ballot.state = state;
        ballot.options[0].hands = Some(4711);
        ballot.abstentions = 4712;
        let (text, json) = told(session, ballot);
        assert!(!text.contains("471"), "{text}");
        assert!(!json.to_string().contains("471"), "{json}");
        assert_eq!(json["votes"].as_array().unwrap().len(), 0);
    }
}

#[test]
fn a_tie_a_missing_quorum_and_a_free_decision_are_told_as_such() {
    let (session, mut ballot) = held(Method::Hands { each: 1 }, Vec::new());
    ballot.subject = Subject::Free;
    ballot.secret = false;
    ballot.tie = TieRule::Consensus;
    ballot.options[0].hands = Some(4);
    ballot.options[1].hands = Some(4);
    ballot.quorum = Quorum {
        members: 5,
        professions: 0,
    };
    ballot.decided = "le second".into();
    ballot.reason = "on y revient en mars".into();
    assert_eq!(session.reached_in_words(&ballot), Some(Reached::Consensus));
    let (text, json) = told(session, ballot);
    says(
        &text,
        &[
            "à main levée, une voix par personne",
            "Égalité entre A et B.",
            "8 votants, 8 mains levées · à main levée · quorum non atteint.",
            "Quorum non atteint : ce vote n'emporte pas de décision",
            "par consensus",
            "on y revient en mars",
        ],
    );
    assert!(!text.contains("r ouvre"));
    assert_eq!(json["votes"][0]["tied"][1], "B");
}

#[test]
fn a_vote_that_lost_its_options_says_so() {
    let (session, mut ballot) = held(Method::Hands { each: 1 }, Vec::new());
    ballot.state = BallotState::Cancelled;
    ballot.options[0].withdrawn = true;
    says(
        &told(session, ballot).0,
        &["trop peu de propositions restaient"],
    );
}
