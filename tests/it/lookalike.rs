//! Look-alikes held to a labelled set, written and frozen before the code.

#![allow(clippy::print_stdout, reason = "the figures are what is measured here")]

use chrono::NaiveDate;
use crex::domain::SCHEMA;
use crex::domain::action::{Action, FollowUp, FollowUpOutcome, Status};
use crex::domain::code::Lang;
use crex::domain::incident::{Incident, IncidentFile, Report};
use crex::domain::session::Session;
use crex::domain::simulation::Simulation;
use crex::domain::text::Text;
use crex::library::lookalike::{Digest, Index, Kind, MOST, Place};
use serde::Deserialize;
use uuid::Uuid;

/// The set: past wordings, and new ones with those that they resemble.
#[derive(Deserialize)]
struct Set {
    past: Vec<Past>,
    new: Vec<New>,
}

#[derive(Deserialize)]
struct Past {
    id: u32,
    text: String,
}

#[derive(Deserialize)]
struct New {
    text: String,
    like: Vec<u32>,
}

fn set() -> Set {
    ron::from_str(include_str!("lookalike/set.ron")).unwrap()
}

/// The past as a workspace holds it: three events a session, a month apart.
fn index(set: &Set) -> Index {
    let first = NaiveDate::from_ymd_opt(2024, 1, 18).unwrap();
    let digests: Vec<Digest> = set
        .past
        .chunks(3)
        .zip(0_u32..)
        .map(|(some, n)| {
            let day = first + chrono::Months::new(n);
            let mut session = Session::new(Uuid::from_u128(u128::from(n) + 1), day);
            for past in some {
                let mut incident = Incident::new(session.ids.give());
                incident.report.title = Text::new(&past.text);
                session.incidents.push(incident);
            }
            Digest::of(&session)
        })
        .collect();
    Index::new(&digests, &[])
}

/// The same wordings as reports that wait, in a workspace that has heard nothing yet.
fn waiting(set: &Set) -> Index {
    let files: Vec<IncidentFile> = set
        .past
        .iter()
        .map(|past| file(past.id, &past.text))
        .collect();
    let mut index = Index::default();
    index.await_reports(files.iter(), Lang::Fr);
    index
}

fn file(id: u32, title: &str) -> IncidentFile {
    IncidentFile {
        schema: SCHEMA,
        id: Uuid::from_u128(u128::from(id) + 900),
        report: Report {
            title: Text::new(title),
            ..Report::default()
        },
    }
}

/// The ids of the past wordings found for a new one.
fn found(set: &Set, index: &Index, text: &str) -> Vec<u32> {
    let all = index.alike(
        Kind::Incident,
        text,
        Lang::Fr,
        Uuid::nil(),
        &Text::default(),
    );
    assert!(all.len() <= MOST);
    let id = |what: &str| set.past.iter().find(|p| p.text == what).map(|p| p.id);
    all.iter().filter_map(|f| id(f.what.as_str())).collect()
}

#[test]
fn at_least_eight_in_ten_are_found_among_the_first_three() {
    let set = set();
    assert_eq!((set.past.len(), set.new.len()), (60, 40));
    measure(&set, &index(&set));
}

#[test]
fn as_many_are_found_where_all_of_them_wait_and_none_was_heard() {
    let set = set();
    measure(&set, &waiting(&set));
}

/// Looks for each new wording, prints the figures and holds them to the bar.
fn measure(set: &Set, index: &Index) {
    let (mut asked, mut hit, mut shown, mut right) = (0, 0, 0, 0);
    let (mut none, mut quiet) = (0, 0);
    for new in &set.new {
        let found = found(set, index, &new.text);
        shown += found.len();
        right += found.iter().filter(|id| new.like.contains(id)).count();
        if new.like.is_empty() {
            none += 1;
            quiet += usize::from(found.is_empty());
            if !found.is_empty() {
                println!("offered for nothing: {} {found:?}", new.text);
            }
            continue;
        }
        asked += 1;
        let here = new.like.iter().any(|id| found.contains(id));
        hit += usize::from(here);
        if !here {
            println!("missed: {} {:?} {found:?}", new.text, new.like);
        }
    }
    println!("found among the first {MOST}: {hit} of {asked}");
    println!("nothing offered where nothing is alike: {quiet} of {none}");
    println!("right among all offered: {right} of {shown}");
    assert!(hit * 10 >= asked * 8, "{hit} of {asked}");
    assert!(quiet * 10 >= none * 7, "{quiet} of {none}");
}

#[test]
fn the_same_words_in_any_case_accent_or_number_are_found() {
    let set = set();
    let index = index(&set);
    for text in [
        "PANNE DU DEFIBRILLATEUR",
        "défibrillateurs en panne",
        "panne du défibrillateur",
    ] {
        assert_eq!(found(&set, &index, text).first(), Some(&20), "{text}");
    }
    assert!(found(&set, &index, "").is_empty());
    assert!(found(&set, &index, "le patient de la chambre").is_empty());
}

#[test]
fn actions_said_to_be_done_since_are_finished_and_simulations_are_no_past() {
    let mut past = Session::new(Uuid::from_u128(1), NaiveDate::default());
    let mut incident = Incident::new(past.ids.give());
    incident.report.title = Text::new("Panne du défibrillateur");
    past.incidents.push(incident);
    let action = Action {
        what: Text::new("Contrôler la batterie chaque lundi"),
        status: Status::Retained,
        ..Action::new(past.ids.give())
    };
    let id = action.id;
    past.actions.push(action);
    let unfinished = |sessions: &[&Session]| {
        let digests: Vec<Digest> = sessions.iter().map(|s| Digest::of(s)).collect();
        let index = Index::new(&digests, &[]);
        let text = "défibrillateur en panne";
        let found = index.alike(
            Kind::Incident,
            text,
            Lang::Fr,
            Uuid::nil(),
            &Text::default(),
        );
        found.first().map(|f| match f.place {
            Place::Session { unfinished, .. } => unfinished,
            Place::Waiting { .. } => unreachable!("nothing waits here"),
        })
    };
    assert_eq!(unfinished(&[&past]), Some(1));
    let mut later = Session::new(Uuid::from_u128(2), NaiveDate::default());
    let said = FollowUp {
        session: Text::new(&past.id.to_string()),
        action: Some(id),
        outcome: FollowUpOutcome::Done,
        ..FollowUp::new(later.ids.give())
    };
    later.follow_ups.push(said);
    assert_eq!(unfinished(&[&later, &past]), Some(0));
    // What a simulation says of an action, even one that lies among the meetings, was not said.
    later.kind = crex::domain::simulation::Kind::Simulation(Simulation::default());
    assert_eq!(unfinished(&[&later, &past]), Some(1));
    past.kind = crex::domain::simulation::Kind::Simulation(Simulation::default());
    assert_eq!(unfinished(&[&past]), None);
}
