#![allow(clippy::unwrap_used)]
use super::*;
use crate::documents::record::sample;
use crate::domain::action::{Action, Status};
use crate::domain::agenda::StepKind;
use crate::domain::ballot::{Answer, BallotOption, Paper};
use crate::domain::ballot::{Ballot, BallotState, Decision, Subject, Target};
use crate::domain::code::Lang;
use crate::domain::ids::{ActionId, IncidentId};
use crate::domain::incident::Incident;
use crate::domain::session::Session;

fn action(session: &mut Session, what: &str, status: Status) -> ActionId {
    let id = session.ids.give();
    session.actions.push(Action {
        what: what.into(),
        status,
        ..Action::new(id)
    });
    id
}

/// Two actions put to a secret vote by yes and no, nine entitled, of whom one abstains and one is silent.
fn voted() -> Session {
    let day = NaiveDate::from_ymd_opt(2026, 11, 19).unwrap();
    let mut session = Session::new(Uuid::from_u128(5), day);
    let kept = action(&mut session, "Brancher l'alarme", Status::Retained);
    let left = action(&mut session, "Rappeler la consigne", Status::Proposed);
    let paper = |first, second| Paper {
        answers: vec![first, second],
        ..Paper::default()
    };
    let option = |id, label: &str| BallotOption {
        target: Target::Action(id),
        label: label.into(),
        ..BallotOption::default()
    };
    let id = session.ids.give();
    session.ballots.push(Ballot {
        subject: Subject::Actions,
        method: Method::YesNo,
        secret: true,
        state: BallotState::Closed,
        entitled: 9,
        blank: 1,
        options: vec![option(kept, "Brancher"), option(left, "Rappeler")],
        papers: vec![
            paper(Answer::Yes, Answer::No),
            paper(Answer::Yes, Answer::No),
            paper(Answer::Yes, Answer::Yes),
            paper(Answer::Yes, Answer::No),
            paper(Answer::Yes, Answer::No),
            paper(Answer::No, Answer::Yes),
            paper(Answer::Abstain, Answer::No),
        ],
        ..Ballot::new(id)
    });
    session.retained = Decision {
        ballot: Some(id),
        reached: Reached::AsVoted,
        targets: vec![Target::Action(kept)],
        reason: "déjà arrivé deux fois".into(),
        ..Decision::default()
    };
    session
}

#[test]
fn an_action_says_who_voted_how_many_and_what_it_got() {
    let log = entries(&voted());
    let kinds: Vec<Kind> = log.iter().map(|entry| entry.kind).collect();
    assert_eq!(kinds, [Kind::Retained, Kind::NotRetained]);
    let votes: Vec<&Voted> = log
        .iter()
        .map(|entry| entry.how.as_ref().unwrap().vote.as_ref().unwrap())
        .collect();
    assert_eq!((votes[0].entitled, votes[0].took_part), (9, Some(8)));
    assert_eq!((votes[0].got, votes[0].against), (Some(5), Some(1)));
    assert_eq!((votes[1].got, votes[1].against), (Some(2), Some(5)));
    assert_eq!(votes[0].abstained, 1);
    assert_eq!(log[0].reason.as_str(), "déjà arrivé deux fois");
    assert_eq!(log[0].spot, Spot::on(StepKind::Actions, "A1"));
    assert!(!log[0].differs());
}

#[test]
fn a_vote_that_is_not_over_tells_nothing() {
    let mut session = voted();
    session
        .ballots
        .for_each_mut(|b| b.state = BallotState::Open);
    let log = entries(&session);
    let vote = |entry: &Entry| entry.how.as_ref().and_then(|how| how.vote.clone());
    assert!(log.iter().all(|entry| vote(entry).is_none()), "{log:?}");
}

#[test]
fn no_paper_is_in_the_log() {
    let written = ron::to_string(&entries(&voted())).unwrap();
    for paper in ["papers", "answers", "points", "roll", "options"] {
        assert!(!written.contains(paper), "{paper} in {written}");
    }
}

#[test]
fn the_events_that_were_not_chosen_say_what_becomes_of_them() {
    let mut session = voted();
    for (fate, why) in [
        (Fate::Sent, "au CLIN"),
        (Fate::Undecided, ""),
        (Fate::Closed, "doublon"),
    ] {
        let id: IncidentId = session.ids.give();
        let mut incident = Incident::new(id);
        incident.report.title = "Chute".into();
        (incident.fate, incident.fate_reason) = (fate, why.into());
        session.incidents.push(incident);
    }
    let log = entries(&session);
    let fates: Vec<_> = log
        .iter()
        .filter_map(|e| Some((e.fate?, e.reason.as_str())))
        .collect();
    assert_eq!(fates, [(Fate::Sent, "au CLIN"), (Fate::Closed, "doublon")]);
}

#[test]
fn one_of_everything_is_told_and_read_back() {
    let mut session = sample::session(Lang::Fr);
    // An event whose analysis is only presented was chosen before.
    session
        .analyses
        .for_each_mut(|a| a.origin = Text::default());
    let log = entries(&session);
    for kind in Kind::ALL {
        // It entrusts nothing.
        let there = log.iter().any(|entry| entry.kind == *kind);
        assert!(there || *kind == Kind::Entrusted, "{kind:?} is not told");
    }
    let written = ron::to_string(&log).unwrap();
    let read: Vec<Entry> = ron::from_str(&written).unwrap();
    assert_eq!(read, log);
}
