//! The record read as a person reads it: all that was typed is there, and all that was not done is said.

#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::sample;
use super::*;
use crate::documents::json::json;
use crate::documents::markdown::markdown;
use crate::domain::action::{Action, Status};
use crate::domain::analysis::{Analysis, Factor, Retained, Why};
use crate::domain::ballot::{Ballot, BallotOption, BallotState, Subject, Target};
use crate::domain::code::Lang;
use crate::domain::ids::*;
use crate::domain::incident::{Fate, Incident};
use crate::domain::session::{Attendee, Seal, Stage};
use crate::domain::simulation::Kind;
use crate::domain::text::Text;
use crate::words::Words;
use chrono::NaiveDate;

fn empty(lang: Lang) -> Session {
    Session {
        lang,
        ..Session::new(uuid::Uuid::nil(), NaiveDate::default())
    }
}

fn text(session: &Session) -> String {
    markdown(&record(session))
}

/// Every text in a value that bears the mark of the sample's hand.
fn typed(value: &serde_json::Value, out: &mut Vec<String>) {
    match value {
        serde_json::Value::String(s) if s.contains('§') => out.push(s.clone()),
        serde_json::Value::Array(items) => items.iter().for_each(|v| typed(v, out)),
        serde_json::Value::Object(fields) => fields.values().for_each(|v| typed(v, out)),
        _ => {}
    }
}

#[test]
fn everything_typed_is_in_the_record_in_both_languages() {
    for lang in Lang::ALL {
        let session = sample::session(*lang);
        let text = text(&session);
        let mut all = Vec::new();
        typed(&serde_json::to_value(&session).unwrap(), &mut all);
        assert!(all.len() > 120, "{}", all.len());
        let flat = text.replace("<br>", "\n").replace("  \n  ", "\n");
        let lost: Vec<&String> = all.iter().filter(|t| !flat.contains(t.as_str())).collect();
        assert!(lost.is_empty(), "{lost:?}\n{text}");
    }
}

#[test]
fn what_is_of_a_grid_set_aside_says_so_beside_what_counts() {
    for lang in Lang::ALL {
        let words = Words(*lang);
        let mut session = sample::session(*lang);
        let name = super::factors::item(&session, &"cadya".into(), &"T2.1".into());
        let (kept, counted) = (words.doc_of_aside(&words.factor_proposed(&name)), {
            let item = &crate::content::grid(&"alarm".into()).unwrap().dimensions[0].items[0];
            format!("{} {}", item.id, item.label.get(*lang))
        });
        assert!(
            !text(&session).contains(&words.doc_of_aside("")),
            "none is set aside"
        );
        let analysis = session.analyses.at(0).unwrap().id;
        let analysis = session.analyses.get_mut(analysis).unwrap();
        analysis.grids[0].set_aside = true;
        let alarm = crate::domain::grid::GridUse {
            grid: "alarm".into(),
            set_aside: false,
            ..analysis.grids[0].clone()
        };
        analysis.grids.insert(0, alarm);
        let both = analysis.factors.at(0).unwrap().id;
        let code = crate::domain::analysis::FactorCode {
            grid: "alarm".into(),
            item: counted.split(' ').next().unwrap().into(),
            mapped: false,
        };
        analysis.factors.get_mut(both).unwrap().codes.push(code);
        let alone = analysis.factors.at(1).unwrap().id;
        let cadya = crate::content::grid(&"cadya".into()).unwrap();
        let dimension = &cadya.dimensions[0];
        analysis.factors.get_mut(alone).unwrap().codes[0].item = dimension.items[0].id.clone();
        let text = text(&session);
        let cell = format!("| {counted}<br>{kept} |");
        assert!(text.contains(&cell), "{cell}\n{text}");
        // A factor that no counted grid knows stands under its dimension, which says whose it is.
        let heading = words.doc_of_aside(dimension.name.get(*lang));
        assert!(
            text.contains(&format!("#### {heading}\n")),
            "{heading}\n{text}"
        );
        let answer = words.doc_of_aside(&name);
        assert!(text.contains(&format!("- {answer}")), "{answer}\n{text}");
    }
}

#[test]
fn an_empty_session_says_step_by_step_what_was_not_done() {
    for lang in Lang::ALL {
        let words = Words(*lang);
        let text = text(&empty(*lang));
        let sections: Vec<&str> = text
            .split("\n## ")
            .filter(|s| s.starts_with(|c: char| c.is_ascii_digit()))
            .collect();
        assert_eq!(sections.len(), 10, "{text}");
        for section in sections {
            assert!(section.contains(words.doc_step_not_done()), "{section}");
        }
        assert!(
            text.contains(words.lacks_no_lessons()) && text.contains(words.lacks_charter()),
            "{text}"
        );
    }
}

#[test]
fn a_draft_and_a_simulation_are_said_and_a_seal_ends_the_draft() {
    let mut session = sample::session(Lang::Fr);
    let draft = text(&session);
    assert!(draft.contains("Brouillon") && draft.contains("SIMULATION – cas fictif"));
    session.kind = Kind::Real;
    session.stage = Stage::Sealed;
    session.seal = Some(Seal {
        at: NaiveDate::default().into(),
        fingerprint: Text::new("0123abcd"),
    });
    let sealed = text(&session);
    assert!(
        !sealed.contains("Brouillon")
            && !sealed.contains("Simulation")
            && sealed.contains("0123abcd")
    );
}

#[test]
fn a_step_passed_without_a_reason_says_so() {
    let mut session = empty(Lang::Fr);
    session.agenda.push(Row {
        step: StepKind::Closing,
        passed: Some(Text::default()),
        ..Row::new(RowId(1))
    });
    assert!(text(&session).contains("sans raison donnée"));
}

#[test]
fn a_step_outside_the_agenda_that_holds_something_is_told() {
    let mut session = empty(Lang::En);
    session.agenda.push(Row {
        step: StepKind::Opening,
        ..Row::new(RowId(1))
    });
    assert_eq!(steps(&session), [StepKind::Opening]);
    session.incidents.push(Incident::new(IncidentId(1)));
    assert_eq!(steps(&session), [StepKind::Opening, StepKind::Incidents]);
}

#[test]
fn a_presentation_tells_the_whole_analysis_once() {
    let mut session = sample::session(Lang::Fr);
    session.agenda = [Row {
        step: StepKind::Presentation,
        ..Row::new(RowId(1))
    }]
    .into_iter()
    .collect();
    let text = text(&session);
    assert_eq!(text.matches("prend le mauvais bac").count(), 1, "{text}");
    assert!(
        text.contains("parce que") && text.contains("Grille"),
        "{text}"
    );
}

#[test]
fn an_open_vote_shows_no_count() {
    let mut session = empty(Lang::Fr);
    let option = |n| BallotOption {
        label: Text::new("choix"),
        hands: Some(n),
        ..BallotOption::default()
    };
    session.ballots.push(Ballot {
        subject: Subject::Choice,
        options: vec![option(4711), option(4712)],
        ..Ballot::new(BallotId(1))
    });
    assert!(!text(&session).contains("471"));
    session
        .ballots
        .for_each_mut(|b| b.state = BallotState::Closed);
    let told = text(&session);
    let (first, second) = (told.find("4712").unwrap(), told.find("4711").unwrap());
    assert!(first < second, "the most chosen comes first");
}

#[test]
fn an_action_without_anything_names_each_field_it_lacks() {
    let mut session = empty(Lang::Fr);
    session.actions.push(Action {
        status: Status::Retained,
        ..Action::new(ActionId(1))
    });
    let told = text(&session);
    let section = told.split("### A1").nth(1).unwrap();
    for name in [
        "Pilote",
        "Échéance",
        "Indicateur",
        "Date d'évaluation",
        "Facteurs",
    ] {
        assert!(
            section.contains(&format!("**{name}**\u{a0}: non renseigné")),
            "{name}: {section}"
        );
    }
}

#[test]
fn whys_that_go_in_a_circle_are_each_told_once() {
    let mut session = empty(Lang::Fr);
    session.incidents.push(Incident {
        fate: Fate::Chosen,
        ..Incident::new(IncidentId(1))
    });
    let why = |n, parent| Why {
        parent: Some(WhyId(parent)),
        what: Text::new(&format!("cause {n}")),
        ..Why::new(WhyId(n))
    };
    session.analyses.push(Analysis {
        incident: Some(IncidentId(1)),
        origin: Text::new("x"),
        whys: [why(1, 2), why(2, 1)].into_iter().collect(),
        ..Analysis::new(AnalysisId(1))
    });
    let told = text(&session);
    assert_eq!(
        (
            told.matches("cause 1").count(),
            told.matches("cause 2").count()
        ),
        (1, 1),
        "{told}"
    );
}

#[test]
fn the_median_of_a_round_may_fall_between_two_marks() {
    let mut session = empty(Lang::Fr);
    session.closing.round = vec![0, 0, 0, 1, 1, 0];
    assert!(text(&session).contains("médiane 3,5"));
    session.lang = Lang::En;
    assert!(text(&session).contains("median 3.5"));
}

#[test]
fn what_only_deserves_a_look_is_not_called_missing() {
    let mut session = empty(Lang::Fr);
    session.actions.push(Action {
        status: Status::Retained,
        strength: Some(crate::domain::action::Strength::Weak),
        missing_reason: Text::new("x"),
        ..Action::new(ActionId(1))
    });
    let told = text(&session);
    assert!(
        told.contains("À noter\u{a0}: seulement des actions faibles."),
        "{told}"
    );
}

#[test]
fn json_says_what_it_is_and_gives_the_session_back() {
    let session = sample::session(Lang::En);
    let told: serde_json::Value = serde_json::from_str(&json(&session).unwrap()).unwrap();
    assert_eq!(
        (&told["schema"], &told["draft"], &told["simulation"]),
        (&1.into(), &true.into(), &true.into())
    );
    let back: Session = serde_json::from_value(told["session"].clone()).unwrap();
    // All of it but what is counted so far in votes that did not come to their end.
    let whole = crate::documents::votes::without_partial_counts(&session);
    assert!(back == *whole && back != session);
    let lacks: serde_json::Value = serde_json::from_str(&json(&empty(Lang::En)).unwrap()).unwrap();
    let lacks: Vec<&str> = lacks["missing"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|l| l["what"].as_str())
        .collect();
    assert!(lacks.contains(&"lessons not written yet"), "{lacks:?}");
}

#[test]
fn what_was_decided_stands_in_the_order_of_the_decision() {
    let mut session = empty(Lang::Fr);
    for (n, what) in [(1, "Relire"), (2, "Ranger"), (3, "Former")] {
        session.actions.push(Action {
            what: what.into(),
            status: Status::Retained,
            ..Action::new(ActionId(n))
        });
    }
    session.retained.targets = [3, 1, 2].map(|n| Target::Action(ActionId(n))).into();
    session.incidents.push(Incident {
        fate: Fate::Chosen,
        ..Incident::new(IncidentId(1))
    });
    let mut analysis = Analysis {
        incident: Some(IncidentId(1)),
        ..Analysis::new(AnalysisId(1))
    };
    for (n, what) in [(1, "Effectif"), (2, "Lumière")] {
        analysis.factors.push(Factor {
            what: what.into(),
            retained: Retained::Yes,
            ..Factor::new(FactorId(n))
        });
    }
    session.analyses.push(analysis);
    session.priorities.targets = [2, 1].map(|n| Target::Factor(FactorId(n))).into();
    let text = text(&session);
    let at = |what: &str| text.find(what).expect(what);
    assert!(at("A3 – Former") < at("A1 – Relire") && at("A1 – Relire") < at("A2 – Ranger"));
    assert!(text.contains("C2 Lumière  \n  C1 Effectif"));
}

#[test]
fn a_numbered_record_is_that_of_its_crex_and_a_function_is_not_said_twice() {
    let mut session = empty(Lang::Fr);
    session.number = 2;
    session.attendees.push(Attendee {
        function: "Sage-femme".into(),
        profession: "midwife".into(),
        ..Attendee::new(MemberId(1))
    });
    let french = text(&session);
    assert!(
        french.starts_with("# Compte rendu du CREX n°\u{a0}2"),
        "{french}"
    );
    assert_eq!(
        french.to_lowercase().matches("sage-femme").count(),
        1,
        "{french}"
    );
    session.lang = Lang::En;
    session.number = 0;
    assert!(text(&session).starts_with("# CREX record\n"));
}

#[test]
fn a_vote_left_open_when_the_session_was_sealed_is_not_under_way() {
    let mut session = empty(Lang::Fr);
    session.ballots.push(Ballot {
        subject: Subject::Priorities,
        state: BallotState::Open,
        ..Ballot::new(BallotId(1))
    });
    assert!(text(&session).contains("Vote en cours"));
    session.stage = Stage::Sealed;
    session.seal = Some(Seal {
        at: NaiveDate::default().into(),
        fingerprint: Text::new("0123abcd"),
    });
    let sealed = text(&session);
    assert!(
        sealed.contains("jamais clos") && sealed.contains("pas de résultat"),
        "{sealed}"
    );
    assert!(!sealed.contains("Vote en cours"), "{sealed}");
}
