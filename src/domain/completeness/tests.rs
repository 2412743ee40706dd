use super::*;
use crate::domain::action::{Action, Status};
use crate::domain::analysis::{Answer, Deviation, Fact, FactorCode};
use crate::domain::code::Code;
use crate::domain::grid::{GridUse, Item};
use crate::domain::ids::{AnalysisId, BarrierId, DeviationId};
use crate::domain::incident::{Fate, Incident};
use crate::domain::moment::Moment;
use crate::domain::text::Text;

fn session() -> Session {
    let mut session = Session::new(uuid::Uuid::nil(), chrono::NaiveDate::default());
    session.incidents.push(Incident {
        fate: Fate::Chosen,
        ..Incident::new(session.ids.give())
    });
    if let Some(analysis) = session.analysis_or_new() {
        analysis.grids.push(GridUse {
            grid: Code::new("g"),
            ..GridUse::default()
        });
        analysis.deviations.push(Deviation::new(DeviationId(1)));
        analysis.factors.push(Factor {
            retained: Retained::Yes,
            codes: vec![FactorCode {
                grid: Code::new("g"),
                item: Code::new("H1"),
                mapped: false,
            }],
            ..Factor::new(FactorId(1))
        });
    }
    session
}

#[test]
fn factors_on_persons_are_told_apart_by_the_grid() {
    let grid = Grid {
        id: Code::new("g"),
        dimensions: vec![Dimension {
            about_persons: true,
            items: vec![Item {
                id: Code::new("H1"),
                ..Item::default()
            }],
            ..Dimension::default()
        }],
        ..Grid::default()
    };
    let session = session();
    let shares: Vec<Share> = session
        .analyses
        .iter()
        .map(|a| share(a, &[&grid]))
        .collect();
    let expected = Share {
        persons: 1,
        system: 0,
        uncoded: 0,
    };
    assert_eq!(shares, [expected]);
}

#[test]
fn the_percentage_grows_and_never_says_a_hundred_while_something_is_missing() {
    let known = Known::nothing();
    let mut session = session();
    let before = completeness(&session, &known).percent();
    session.priorities.reason = Text::new("levier local");
    let after = completeness(&session, &known);
    assert!(before < after.percent() && after.percent() < 100);
    assert!(!after.missing.is_empty());
    let empty = Session::new(uuid::Uuid::nil(), chrono::NaiveDate::default());
    assert_eq!(completeness(&empty, &known).percent(), 0);
}

/// A grid of one question, and one branch that may be left out.
fn grid() -> Grid {
    let dimension = |id: &str, optional| Dimension {
        id: Code::new(id),
        optional,
        items: vec![Item {
            id: Code::new(&format!("{id}1")),
            ..Item::default()
        }],
        ..Dimension::default()
    };
    Grid {
        id: Code::new("g"),
        dimensions: vec![dimension("H", false), dimension("M", true)],
        ..Grid::default()
    }
}

/// An analysis that lacks nothing.
fn full() -> Session {
    let day = chrono::NaiveDate::default();
    let mut session = session();
    let action = Action {
        factors: vec![FactorId(1)],
        owner: Text::new("cadre"),
        due: Some(day),
        indicator: Text::new("écarts par mois"),
        baseline: "2".into(),
        target: "0".into(),
        evaluated_on: Some(day),
        status: Status::Retained,
        ..Action::new(session.ids.give())
    };
    session.actions.push(action);
    session.priorities.reason = Text::new("levier local");
    let facts = ["17:30", "18:20"].map(|when| Fact {
        when: Moment::parse(when, day),
        ..Fact::new(session.ids.give())
    });
    let Some(analysis) = session.analysis_mut() else {
        return session;
    };
    for fact in facts {
        analysis.facts.push(fact);
    }
    let deviation = DeviationId(1);
    if let Some(held) = analysis.deviations.get_mut(deviation) {
        held.expected = Text::new("identité vérifiée");
    }
    if let Some(held) = analysis.factors.get_mut(FactorId(1)) {
        held.deviations = vec![deviation];
    }
    analysis.barriers.push(Barrier {
        state: BarrierState::Worked,
        ..Barrier::new(BarrierId(1))
    });
    let answer = analysis.answer_mut(&Code::new("g"), &Code::new("H1"));
    answer.reply = Reply::Yes;
    session
}

fn measured(session: &Session) -> Completeness {
    let grid = grid();
    let known = Known {
        grids: vec![&grid],
        ..Known::nothing()
    };
    completeness(session, &known)
}

#[test]
fn a_full_analysis_is_a_hundred_percent_and_any_one_lack_takes_it_away() {
    let whole = measured(&full());
    assert_eq!(whole.missing, []);
    assert_eq!(whole.percent(), 100);
    assert!(whole.parts.iter().all(|(_, done, total)| done == total));
    let harms: [fn(&mut Session); 8] = [
        |s| s.priorities.reason = Text::default(),
        |s| s.actions.for_each_mut(|a| a.owner = Text::default()),
        |s| s.actions = crate::domain::list::List::default(),
        |s| with(s, |a| a.answers.clear()),
        |s| {
            with(s, |a| {
                a.barriers.for_each_mut(|b| b.state = BarrierState::Failed);
            });
        },
        |s| with(s, |a| a.factors.for_each_mut(|f| f.deviations.clear())),
        |s| {
            with(s, |a| {
                a.factors.for_each_mut(|f| f.certainty = Certainty::ToCheck);
            });
        },
        |s| with(s, |a| a.facts.for_each_mut(|f| f.when = Moment::Unknown)),
    ];
    for (n, harm) in harms.into_iter().enumerate() {
        let mut session = full();
        harm(&mut session);
        let left = measured(&session);
        assert!(left.percent() < 100 && !left.missing.is_empty(), "{n}");
    }
}

fn with(session: &mut Session, change: fn(&mut Analysis)) {
    if let Some(analysis) = session.analysis_mut() {
        change(analysis);
    }
}

#[test]
fn a_remark_takes_nothing_away_and_a_reason_fills_a_gap() {
    let mut session = full();
    session.actions.for_each_mut(|a| {
        a.due = None;
        a.missing_reason = Text::new("date fixée au prochain CREX");
        a.strength = Some(crate::domain::action::Strength::Weak);
    });
    let left = measured(&session);
    assert_eq!(left.remarks, [Missing::OnlyWeakActions]);
    assert_eq!(left.percent(), 100);
}

#[test]
fn what_worked_was_asked_once_barriers_of_every_kind_are_known() {
    let mut session = full();
    with(&mut session, |a| {
        a.barriers = crate::domain::list::List::default();
        for (n, kind) in (1..).zip(BarrierKind::ALL) {
            a.barriers.push(Barrier {
                kind: *kind,
                state: BarrierState::Failed,
                ..Barrier::new(BarrierId(n))
            });
        }
    });
    assert_eq!(measured(&session).percent(), 100);
}

#[test]
fn a_branch_that_may_be_left_out_counts_once_it_is_begun() {
    let grid = grid();
    let mut session = full();
    let total =
        |s: &Session| -> usize { s.analyses.iter().map(|a| coverage(a, &grid).total).sum() };
    assert_eq!(total(&session), 1);
    with(&mut session, |a| {
        a.answer_mut(&Code::new("g"), &Code::new("M1")).reply = Reply::No;
    });
    assert_eq!(total(&session), 2);
}

#[test]
fn each_analysis_is_asked_the_questions_of_its_own_grids() {
    let grid = grid();
    let known = Known {
        grids: vec![&grid],
        ..Known::nothing()
    };
    let mut other = Analysis::new(crate::domain::ids::AnalysisId(9));
    other.grids.push(GridUse {
        grid: Code::new("h"),
        ..GridUse::default()
    });
    let coverage = |a: &Analysis| {
        let lacks = completeness_of(&session(), Some(a), &known).missing;
        lacks.iter().any(|m| matches!(m, Missing::Coverage { .. }))
    };
    assert!(session().analysis().is_some_and(coverage));
    assert!(!coverage(&other));
}

#[test]
fn of_two_answers_to_one_item_the_last_counts() {
    let item = |id| Item {
        id: Code::new(id),
        ..Item::default()
    };
    let grid = Grid {
        id: Code::new("g"),
        dimensions: vec![Dimension {
            items: ["2", "10", "1"].map(item).to_vec(),
            ..Dimension::default()
        }],
        ..Grid::default()
    };
    let mut analysis = Analysis::new(AnalysisId(1));
    for (id, reply) in [("2", Reply::No), ("1", Reply::Yes), ("2", Reply::Open)] {
        analysis.answers.push(Answer {
            grid: Code::new("g"),
            item: Code::new(id),
            reply,
            ..Answer::default()
        });
    }
    let covered = coverage(&analysis, &grid);
    assert_eq!((covered.answered, covered.yes, covered.total), (1, 1, 3));
}
