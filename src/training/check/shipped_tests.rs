//! The shipped cases and what they have in common, held to their promises.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::domain::agenda::StepKind;
use crate::domain::code::Lang;
use crate::domain::scenario::{CardKind, Kit, Phase};
use serde_json::Value;

/// The shipped cases in both languages.
fn pairs() -> Vec<(&'static Scenario, &'static Scenario)> {
    let french = content::scenarios(Lang::Fr);
    let english = content::scenarios(Lang::En);
    assert_eq!(french.len(), english.len());
    french.into_iter().zip(english).collect()
}

fn all() -> Vec<&'static Scenario> {
    pairs().into_iter().flat_map(|(fr, en)| [fr, en]).collect()
}

#[test]
fn every_shipped_case_can_be_played_and_names_nobody() {
    assert_eq!(pairs().len(), 4);
    for scenario in all() {
        let text = ron::to_string(scenario).unwrap();
        let inspected = inspect(&text, &[]);
        let id = &scenario.id;
        assert_eq!(inspected.faults, [], "{id}");
        // A card that leads to nothing is meant: not every question helps.
        let remarks = inspected.remarks.iter();
        let remarks = remarks.filter(|r| !matches!(r.fault, ScenarioFault::LeadsNowhere(_)));
        assert_eq!(remarks.count(), 0, "{id}: {:?}", inspected.remarks);
    }
}

#[test]
fn every_shipped_case_is_complete() {
    for case in all() {
        let id = &case.id;
        assert!((3..=5).contains(&case.aims.len()), "{id}");
        assert!((1..=2).contains(&case.others.len()), "{id}");
        assert!((9..=14).contains(&case.cards.len()), "{id}");
        assert!(case.cards.iter().any(|card| card.kind == CardKind::Heard));
        assert!(case.cards.iter().any(|card| card.kind == CardKind::Seen));
        assert!(
            case.cards
                .iter()
                .all(|card| (1..=2).contains(&card.minutes))
        );
        assert_eq!(case.roles.len(), 3, "{id}");
        assert!((2..=3).contains(&case.challenges.len()), "{id}");
        assert_eq!(case.injects.len(), 3, "{id}");
        assert!(case.injects.iter().all(|inject| inject.minute > 0), "{id}");
        let mut steps: Vec<StepKind> = case.prompts.iter().map(|p| p.step).collect();
        steps.dedup();
        assert!(steps.len() >= 4, "{id}");
        let key = &case.key;
        let also = key.facts.iter().map(|f| f.also.len());
        let also = also.chain(key.factors.iter().map(|f| f.also.len()));
        let also = also.chain(key.actions.iter().map(|a| a.also.len()));
        assert!(also.into_iter().all(|n| (2..=4).contains(&n)), "{id}");
        let principal = |f: &&crate::domain::scenario::KeyFactor| f.role == FactorRole::Principal;
        assert_eq!(key.factors.iter().filter(principal).count(), 1, "{id}");
        for grid in &case.grids {
            let coded = |f: &crate::domain::scenario::KeyFactor| {
                f.codes.iter().any(|code| code.grid == *grid)
            };
            assert!(key.factors.iter().any(coded), "{id}: {grid}");
        }
        assert!(
            case.context.as_str().contains("fictif") || case.context.as_str().contains("ictitious")
        );
    }
}

/// Whether a field holds words, which differ from one language to the other, rather than ids, codes and numbers.
fn is_words(path: &str) -> bool {
    let words = [
        "title",
        "context",
        "aims",
        "reference",
        "place",
        "reporter",
        "consequences",
        "measures",
        "immediate_causes",
        "proposals",
        "reason",
        "ask",
        "text",
        "name",
        "card",
        "answer",
        "watch",
        "question",
        "expected",
        "when",
        "also",
        "owner",
        "indicator",
        "traps",
        "why",
        "lang",
        "levels",
        "self_assessment",
        "briefing",
        "satisfaction",
    ];
    let parts: Vec<&str> = path
        .split('.')
        .filter(|p| p.parse::<usize>().is_err())
        .collect();
    let last = parts.last().copied().unwrap_or_default();
    let quiz = parts.contains(&"quiz") && last == "answers";
    quiz || words.contains(&last) || path.ends_with("report.facts")
}

/// All that is the same in both languages.
#[track_caller]
fn alike(path: &str, fr: &Value, en: &Value) {
    match (fr, en) {
        (Value::Object(a), Value::Object(b)) => {
            assert!(a.keys().eq(b.keys()), "{path}");
            for (key, value) in a {
                alike(&format!("{path}.{key}"), value, &b[key]);
            }
        }
        (Value::Array(a), Value::Array(b)) => {
            assert_eq!(a.len(), b.len(), "{path}");
            for (at, (x, y)) in a.iter().zip(b).enumerate() {
                alike(&format!("{path}.{at}"), x, y);
            }
        }
        (Value::String(a), Value::String(b)) if is_words(path) => {
            assert_eq!(a.is_empty(), b.is_empty(), "{path}");
        }
        _ => assert_eq!(fr, en, "{path}"),
    }
}

#[test]
fn both_languages_tell_the_same_case() {
    let value = |scenario: &Scenario| {
        let lang = Lang::Fr;
        let scenario = Scenario {
            lang,
            ..scenario.clone()
        };
        serde_json::to_value(scenario).unwrap()
    };
    for (fr, en) in pairs() {
        assert_eq!((fr.lang, en.lang), (Lang::Fr, Lang::En));
        alike(fr.id.as_str(), &value(fr), &value(en));
    }
    let kit = |lang| serde_json::to_value(content::kit(lang)).unwrap();
    alike("kit", &kit(Lang::Fr), &kit(Lang::En));
}

#[test]
fn french_cases_are_set_with_french_spaces() {
    fn texts(value: &Value, out: &mut Vec<String>) {
        match value {
            Value::String(text) => out.push(text.clone()),
            Value::Array(all) => all.iter().for_each(|value| texts(value, out)),
            Value::Object(all) => all.values().for_each(|value| texts(value, out)),
            _ => {}
        }
    }
    let mut all = Vec::new();
    for scenario in content::scenarios(Lang::Fr) {
        texts(&serde_json::to_value(scenario).unwrap(), &mut all);
    }
    texts(
        &serde_json::to_value(content::kit(Lang::Fr)).unwrap(),
        &mut all,
    );
    assert!(all.len() > 800, "{}", all.len());
    for text in all {
        for wrong in [" ;", " !", " ?", " :", "« ", " »", "  ", "..."] {
            assert!(!text.contains(wrong), "{wrong:?} in {text}");
        }
    }
}

#[test]
fn the_kit_has_all_that_a_training_needs() {
    for lang in [Lang::Fr, Lang::En] {
        let kit: &Kit = content::kit(lang);
        assert!(kit.briefing.len() >= 5);
        assert_eq!((kit.roles.len(), kit.challenges.len()), (10, 7));
        let needed = kit.roles.iter().filter(|role| role.needed);
        let needed: Vec<&str> = needed.map(|role| role.id.as_str()).collect();
        assert_eq!(needed, ["facilitator", "minutes", "timekeeper"]);
        assert_eq!(kit.observation.len(), 12);
        assert!(kit.observation.iter().all(|line| line.levels.len() == 4));
        assert_eq!(kit.self_assessment.len(), 8);
        assert_eq!(kit.quiz.len(), 10);
        let right = |question: &QuizQuestion| question.right_index().is_some();
        assert!(kit.quiz.iter().all(right));
        assert!((9..=12).contains(&kit.debrief.len()));
        for phase in [Phase::Reactions, Phase::Analysis, Phase::Synthesis] {
            assert!(kit.debrief.iter().any(|question| question.phase == phase));
        }
        assert!((6..=8).contains(&kit.satisfaction.len()));
    }
}
