//! The rules of what is missing, seen from outside.

use super::*;
use crate::domain::action::Strength;
use crate::domain::action::{FollowUp, FollowUpOutcome, Status};
use crate::domain::agenda::Row;
use crate::domain::analysis::{Answer, Deviation, Fact, Factor, Reply, Source};
use crate::domain::code::Code;
use crate::domain::grid::{Dimension, GridUse, Item};
use crate::domain::ids::{
    ActionId, DeviationId, FactId, FactorId, FollowUpId, IncidentId, MemberId, RowId, SourceId,
};
use crate::domain::progress::{RowState, state};
use crate::domain::text::Text;
use chrono::NaiveDate;

fn session() -> Session {
    Session::new(uuid::Uuid::nil(), NaiveDate::default())
}

fn lacks(session: &Session, step: StepKind) -> Vec<Missing> {
    missing(session, step, &Known::nothing())
}

/// A session with a chosen event and an analysis to be filled by `f`.
fn analysing(f: impl FnOnce(&mut Analysis)) -> Session {
    let mut session = session();
    let incident = Incident {
        fate: Fate::Chosen,
        ..Incident::new(IncidentId(1))
    };
    session.incidents.push(incident);
    if let Some(analysis) = session.analysis_or_new() {
        f(analysis);
    }
    session
}

#[test]
fn an_empty_session_lacks_something_in_every_step_that_asks_for_something() {
    for step in StepKind::ALL {
        assert_eq!(
            lacks(&session(), *step).is_empty(),
            [StepKind::FollowUp, StepKind::Presentation].contains(step) || step.is_of_training()
        );
    }
}

#[test]
fn a_presentation_lacks_only_what_an_earlier_meeting_asked_for() {
    let mut session = session();
    session.add_presentation();
    let asked = FollowUp {
        session: "earlier".into(),
        wording: "Analyse".into(),
        ..FollowUp::new(FollowUpId(1))
    };
    session.follow_ups.push(asked);
    assert_eq!(
        lacks(&session, StepKind::Presentation),
        [Missing::NoPresentation]
    );
    session.follow_ups.for_each_mut(|said| {
        said.outcome = FollowUpOutcome::Postponed;
    });
    assert!(lacks(&session, StepKind::Presentation).is_empty());
}

#[test]
fn a_meeting_without_quorum_is_said_until_it_is_overruled() {
    let mut session = session();
    session.quorum.members = 2;
    session.attendees.push(Attendee {
        presence: crate::domain::session::Presence::Present,
        permanent: true,
        ..Attendee::new(MemberId(1))
    });
    let quorum = Missing::Quorum {
        members: 1,
        members_asked: 2,
        professions: 1,
        professions_asked: 0,
    };
    assert!(lacks(&session, StepKind::Opening).contains(&quorum));
    session.opening.quorum_overruled = Text::new("urgence");
    assert!(!lacks(&session, StepKind::Opening).contains(&quorum));
}

#[test]
fn answering_every_event_otherwise_is_a_decision() {
    let mut session = session();
    session.incidents.push(Incident {
        fate: Fate::SimpleAnswer,
        ..Incident::new(IncidentId(1))
    });
    assert!(lacks(&session, StepKind::Choice).contains(&Missing::NoDecision));
    session.choice.reason = Text::new("rien à analyser");
    assert!(lacks(&session, StepKind::Choice).is_empty());
}

#[test]
fn coverage_and_limits_come_from_the_grid() {
    let item = |id: &str| Item {
        id: Code::new(id),
        ..Item::default()
    };
    let grid = Grid {
        id: Code::new("g"),
        max_principal: 1,
        dimensions: vec![Dimension {
            items: vec![item("a"), item("b")],
            ..Dimension::default()
        }],
        ..Grid::default()
    };
    let session = analysing(|analysis| {
        analysis.grids.push(GridUse {
            grid: Code::new("g"),
            ..GridUse::default()
        });
        analysis.answers.push(Answer {
            grid: Code::new("g"),
            item: Code::new("a"),
            reply: Reply::No,
            ..Answer::default()
        });
        for n in 1..=2 {
            analysis.factors.push(Factor {
                role: FactorRole::Principal,
                deviations: vec![DeviationId(1)],
                ..Factor::new(FactorId(n))
            });
        }
        analysis.deviations.push(Deviation::new(DeviationId(1)));
    });
    let known = Known {
        grids: vec![&grid],
        ..Known::nothing()
    };
    let expected = vec![
        Missing::Coverage {
            answered: 1,
            total: 2,
        },
        Missing::TooManyPrincipal { n: 2, max: 1 },
    ];
    assert_eq!(missing(&session, StepKind::Factors, &known), expected);
}

#[test]
fn an_action_lacks_what_it_lacks_until_the_group_says_why() {
    let mut session = analysing(|_| ());
    session.actions.push(Action {
        status: Status::Retained,
        strength: Some(Strength::Weak),
        owner: Text::new("IDEL"),
        ..Action::new(ActionId(1))
    });
    let before = lacks(&session, StepKind::Actions);
    assert!(before.contains(&Missing::ActionsWithout(ActionGap::Due, vec![ActionId(1)])));
    assert!(!before.contains(&Missing::ActionsWithout(
        ActionGap::Owner,
        vec![ActionId(1)]
    )));
    if let Some(action) = session.actions.get_mut(ActionId(1)) {
        action.missing_reason = Text::new("à revoir avec la direction");
    }
    assert_eq!(
        lacks(&session, StepKind::Actions),
        vec![Missing::OnlyWeakActions]
    );
}

#[test]
fn a_meeting_that_only_entrusts_its_analysis_has_nothing_to_rank_or_to_do() {
    let mut session = analysing(|analysis| {
        analysis.mode = Mode::Between;
        analysis.lead = "pharmacien".into();
    });
    session.priorities.reason = Text::default();
    for step in [StepKind::Priorities, StepKind::Actions] {
        assert!(!lacks(&session, step).is_empty(), "nobody leads it yet");
    }
    if let Some(analysis) = session.analysis_mut() {
        analysis.due = NaiveDate::from_ymd_opt(2026, 12, 19);
    }
    for step in [StepKind::Priorities, StepKind::Actions] {
        assert_eq!(lacks(&session, step), []);
    }
    let incident = session.incidents.at(0).map(|i| i.id);
    session.analyses.push(Analysis {
        incident,
        origin: "heard".into(),
        ..Analysis::new(AnalysisId(9))
    });
    for step in [StepKind::Priorities, StepKind::Actions] {
        assert!(!lacks(&session, step).is_empty(), "one was presented");
    }
}

#[test]
fn a_row_is_untouched_then_begun_passed_and_done() {
    let mut row = Row {
        step: StepKind::Incidents,
        ..Row::new(RowId(1))
    };
    let mut session = session();
    let known = Known::nothing();
    assert_eq!(state(&session, &row, &known), RowState::Untouched);
    session.incidents.push(Incident::new(IncidentId(1)));
    assert_eq!(state(&session, &row, &known), RowState::Begun);
    row.passed = Some(Text::default());
    assert_eq!(state(&session, &row, &known), RowState::Passed);
    if let Some(incident) = session.incidents.get_mut(IncidentId(1)) {
        incident.report.facts = Text::new("ce qui s'est passé");
        incident.report.severity = Some(2);
        incident.report.likelihood = Some(2);
    }
    assert_eq!(state(&session, &row, &known), RowState::Done);
}

#[test]
fn a_function_is_heard_when_a_source_names_it_as_a_whole() {
    let told = |actors: &[&str], sources: &[&str]| -> Vec<String> {
        let session = analysing(|analysis| {
            for (n, actor) in (1..).zip(actors) {
                analysis.facts.push(Fact {
                    actor: Text::new(actor),
                    ..Fact::new(FactId(n))
                });
            }
            for (n, what) in (1..).zip(sources) {
                analysis.sources.push(Source {
                    what: Text::new(what),
                    ..Source::new(SourceId(n))
                });
            }
        });
        let all = lacks(&session, StepKind::Ready);
        let unheard = all.into_iter().find_map(|lack| match lack {
            Missing::ActorsUnheard(who) => Some(who),
            _ => None,
        });
        let who = unheard.unwrap_or_default();
        who.iter().map(ToString::to_string).collect()
    };
    assert_eq!(told(&["IDE", "IDE"], &["IDEL"]), ["IDE"]);
    assert!(told(&["IDE"], &["Entretien avec l'ide de nuit"]).is_empty());
    assert!(told(&["Médecin de garde"], &["médecin de garde, dossier"]).is_empty());
    assert_eq!(
        told(&["médecin de garde"], &["médecin traitant"]),
        ["médecin de garde"]
    );
}

#[test]
fn a_meeting_that_hears_is_asked_once_whether_there_is_no_event() {
    let mut session = session();
    for (n, step) in [(1, StepKind::Incidents), (2, StepKind::Choice)] {
        session.agenda.push(Row {
            step,
            ..Row::new(RowId(n))
        });
    }
    assert_eq!(lacks(&session, StepKind::Choice), [Missing::NoIncident]);
    session.add_presentation();
    assert_eq!(lacks(&session, StepKind::Incidents), [Missing::NoIncident]);
    assert_eq!(lacks(&session, StepKind::Choice), []);
}
