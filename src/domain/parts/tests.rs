//! Applying the changes between two states to the first gives the second, whatever was edited in between.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::domain::action::{Action, FollowUp};
use crate::domain::agenda::{Pause, Row, Sitting};
use crate::domain::analysis::{Answer, Barrier, Deviation, Fact, Factor, Source, Why};
use crate::domain::ballot::{Ballot, BallotOption, Decision, Paper, Target};

use crate::domain::code::Code;
use crate::domain::ids::{
    ActionId, AnalysisId, BallotId, BarrierId, DeviationId, FactId, FactorId, FollowUpId,
    IncidentId, MemberId, MessageId, ParkedId, RowId, SourceId, WhyId,
};
use crate::domain::incident::{Fate, Incident};
use crate::domain::list::Keyed;
use crate::domain::moment::Moment;
use crate::domain::session::{Attendee, Message, Parked, Seal};
use crate::domain::simulation::{Kind, Simulation, TraceMark};
use crate::domain::text::Text;
use chrono::{NaiveDate, NaiveTime};
use proptest::prelude::*;
use uuid::Uuid;

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(700_000 + i32::try_from(n).unwrap()).unwrap()
}

/// One random act: what is done, to which item, with which words.
#[derive(Clone, Debug)]
struct Edit {
    act: u8,
    n: u32,
    words: String,
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let words = prop_oneof![any::<String>(), r#"["\\\\(),:#/\n é{}\[\]]{0,9}"#];
    let edit = (0_u8..30, 1_u32..6, words).prop_map(|(act, n, words)| Edit { act, n, words });
    prop::collection::vec(edit, 0..40)
}

/// Puts, changes, moves, takes out or turns round in a list.
fn edit_list<T: Keyed>(list: &mut List<T>, n: u32, make: impl Fn() -> T) {
    let id = make().id();
    match n {
        1 | 2 => list.put(make()),
        3 => drop(list.remove(id)),
        4 => drop(list.shift(id, -1)),
        _ => {
            let ids: Vec<_> = list.iter().rev().map(Keyed::id).collect();
            list.arrange(&ids);
        }
    }
}

fn edit_analysis(analysis: &mut Analysis, edit: &Edit, text: &Text) {
    let id = u32::try_from(edit.words.len() % 4).unwrap();
    match edit.act % 9 {
        0 => {
            let when = Moment::Day(-3, NaiveTime::from_hms_opt(8, edit.n, 0));
            edit_list(&mut analysis.facts, edit.n, || Fact {
                what: text.clone(),
                when: when.clone(),
                ..Fact::new(FactId(id))
            });
        }
        1 => edit_list(&mut analysis.deviations, edit.n, || Deviation {
            fact: Some(FactId(edit.n)),
            observed: text.clone(),
            ..Deviation::new(DeviationId(id))
        }),
        2 => edit_list(&mut analysis.factors, edit.n, || Factor {
            evidence: text.clone(),
            ..Factor::new(FactorId(id))
        }),
        3 => edit_list(&mut analysis.barriers, edit.n, || {
            Barrier::new(BarrierId(id))
        }),
        4 => edit_list(&mut analysis.whys, edit.n, || Why {
            what: text.clone(),
            ..Why::new(WhyId(id))
        }),
        5 => edit_list(&mut analysis.sources, edit.n, || Source::new(SourceId(id))),
        6 => analysis.answers.push(Answer {
            note: text.clone(),
            ..Answer::default()
        }),
        7 => analysis.lead = text.clone(),
        _ => analysis.sort_facts(day(0)),
    }
}

fn edit_lists(session: &mut Session, edit: &Edit, text: &Text) {
    let (n, id) = (edit.n, u32::try_from(edit.words.len() % 4).unwrap());
    match edit.act {
        0 => edit_list(&mut session.incidents, n, || Incident {
            fate: Fate::Chosen,
            ..Incident::new(IncidentId(id))
        }),
        1 => edit_list(&mut session.attendees, n, || Attendee {
            function: text.clone(),
            ..Attendee::new(MemberId(id))
        }),
        2 => edit_list(&mut session.actions, n, || Action {
            due: Some(day(n)),
            what: text.clone(),
            ..Action::new(ActionId(id))
        }),
        3 => {
            let options = vec![BallotOption {
                hands: Some(n),
                label: text.clone(),
                ..BallotOption::default()
            }];
            let papers = vec![Paper {
                points: vec![3, 2, n],
                ..Paper::default()
            }];
            edit_list(&mut session.ballots, n, || Ballot {
                options: options.clone(),
                papers: papers.clone(),
                ..Ballot::new(BallotId(id))
            });
        }
        4 => edit_list(&mut session.messages, n, || Message {
            content: text.clone(),
            ..Message::new(MessageId(id))
        }),
        5 => edit_list(&mut session.parked, n, || Parked {
            what: text.clone(),
            ..Parked::new(ParkedId(id))
        }),
        6 => edit_list(&mut session.follow_ups, n, || FollowUp::new(FollowUpId(id))),
        7 => edit_list(&mut session.agenda, n, || Row {
            passed: Some(text.clone()),
            ..Row::new(RowId(id))
        }),
        _ => edit_list(&mut session.analyses, n, || Analysis {
            lead: text.clone(),
            ..Analysis::new(AnalysisId(id))
        }),
    }
}

fn edit_fields(session: &mut Session, edit: &Edit, text: Text) {
    let n = edit.n;
    let midnight = day(n).and_time(NaiveTime::MIN);
    match edit.act {
        10 => session.title = text,
        11 => session.number = n,
        12 => session.date = day(n),
        13 => session.remove_incident(IncidentId(n)),
        14 => session.closing.round = vec![n; 6],
        15 => {
            session.choice = Decision {
                targets: vec![Target::Factor(FactorId(n)), Target::Free],
                reason: text,
                ..Decision::default()
            }
        }
        16 => session.pauses.push(Pause {
            note: text,
            at: Some(midnight),
            ..Pause::default()
        }),
        17 => session.sittings.push(Sitting {
            date: day(n),
            adjourned: text,
            ..Sitting::default()
        }),
        18 => {
            session.kind = Kind::Simulation(Simulation {
                scenario: Code::new(text.as_str()),
                ..Simulation::default()
            });
            session.play.satisfaction_words = text;
        }
        19 => {
            session.seal = Some(Seal {
                at: midnight,
                fingerprint: text,
            });
        }
        20 => session.own.charter.push(text),
        _ => {
            let id = session.ids.give();
            session.trace.push(TraceMark {
                minute: n,
                part: text.clone(),
                value: text,
                ..TraceMark::new(id)
            });
        }
    }
}

fn edit_session(session: &mut Session, edit: &Edit) {
    let text = Text::new(&edit.words);
    match edit.act {
        0..=9 => edit_lists(session, edit, &text),
        10..=21 => edit_fields(session, edit, text),
        _ => {
            let id = AnalysisId(u32::try_from(edit.words.len() % 4).unwrap());
            if let Some(analysis) = session.analyses.get_mut(id) {
                edit_analysis(analysis, edit, &text);
            }
        }
    }
}

fn start() -> Session {
    let mut session = Session::new(Uuid::from_u128(7), day(0));
    for n in 0..3 {
        session.analyses.push(Analysis::new(AnalysisId(n)));
    }
    session
}

fn apply_all<T: Parts>(before: &T, changes: &[Change]) -> T {
    let mut state = before.clone();
    for change in changes {
        state.apply(&change.path, change.value.as_deref()).unwrap();
    }
    state
}

proptest! {
    #[test]
    fn changes_turn_before_into_after(first in edits(), then in edits()) {
        let mut before = start();
        for edit in &first {
            edit_session(&mut before, edit);
        }
        let mut after = before.clone();
        for edit in &then {
            edit_session(&mut after, edit);
        }
        for (from, to) in [(&before, &after), (&after, &before)] {
            let changes = from.diff(to);
            prop_assert_eq!(changes.is_empty(), from == to);
            prop_assert!(changes.iter().all(|c| !c.path.contains(['\n', ' ']) && !c.value.as_deref().unwrap_or("").contains('\n')));
            prop_assert_eq!(&apply_all(from, &changes), to);
        }
    }

    #[test]
    fn a_strange_change_is_refused_and_never_fatal(path in "[a-zNF0-9/#_]{0,20}|(title|analyses|facts|agenda|seal)(/[A-Z#]?[0-9]?){0,3}", value in prop::option::of(any::<String>())) {
        let mut session = start();
        let before = session.clone();
        if session.apply(&path, value.as_deref()).is_err() {
            prop_assert_eq!(session, before);
        }
    }
}

#[test]
fn a_change_names_the_smallest_part() {
    let before = start();
    let mut after = before.clone();
    after.title = Text::new("CREX n° 7");
    let analysis = after.analyses.get_mut(AnalysisId(1)).unwrap();
    analysis.facts.push(Fact::new(FactId(3)));
    let paths: Vec<_> = before.diff(&after).into_iter().map(|c| c.path).collect();
    assert_eq!(paths, ["title", "analyses/N1/facts/F3"]);

    let mut turned = before.clone();
    turned.analyses.shift(AnalysisId(2), -2);
    let changes = before.diff(&turned);
    assert_eq!(
        changes,
        [Change {
            path: "analyses/#".to_owned(),
            value: Some(r#"["N2","N0","N1"]"#.to_owned())
        }]
    );

    turned.analyses.remove(AnalysisId(0));
    let paths: Vec<_> = before
        .diff(&turned)
        .into_iter()
        .map(|c| (c.path, c.value.is_some()))
        .collect();
    assert_eq!(
        paths,
        [
            ("analyses/N0".to_owned(), false),
            ("analyses/#".to_owned(), true)
        ]
    );
}

#[test]
fn a_change_that_does_not_fit_is_refused() {
    let mut session = start();
    for (path, value) in [
        ("nowhere", Some("1")),
        ("title", None),
        ("title/F1", Some("\"a\"")),
        ("number", Some("\"seven\"")),
        ("analyses/F1", None),
        ("analyses/N9/lead", Some("\"a\"")),
        ("analyses/#", Some("7")),
        ("", Some("1")),
    ] {
        let refused = session.apply(path, value).unwrap_err();
        assert!(path.ends_with(&refused.path), "{path:?}");
    }
    assert_eq!(session, start());
}

#[test]
fn files_apart_from_the_session_have_parts_too() {
    let before = Notes::new(Uuid::from_u128(1));
    let after = Notes {
        text: Text::new("calme\n\"retard\""),
        ..before.clone()
    };
    assert_eq!(apply_all(&before, &before.diff(&after)), after);
    let before = FollowUpFile {
        schema: 1,
        id: Uuid::from_u128(1),
        follow_up: FollowUp::new(FollowUpId(1)),
    };
    let mut after = before.clone();
    after.follow_up.reason = Text::new("livraison en retard");
    assert_eq!(apply_all(&before, &before.diff(&after)), after);
}
