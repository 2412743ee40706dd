//! Shipped content held to its promises: it parses whole, says everything in both languages, counts what it must.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod grids;

use super::*;
use crate::domain::agenda::Mode;
use crate::domain::ron_fault;
use crate::domain::scales::{Level, School};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Every shipped file: its name, its text, and what stands in it as data.
fn files() -> Vec<(String, Value)> {
    let mut all: Vec<(String, Value)> = load::GRIDS
        .iter()
        .map(|g| (g.id.to_owned(), strict::<Grid>(g.shelf.text)))
        .collect();
    all.push(("formats".into(), strict::<Vec<Format>>(load::FORMATS.text)));
    all.push(("steps".into(), strict::<Vec<StepText>>(load::STEPS.text)));
    let cues = strict::<Vec<types::StepCues>>(load::CUES.text);
    all.push(("cues".into(), cues));
    all.push(("charter".into(), strict::<Vec<Label>>(load::CHARTER.text)));
    all.push(("lists".into(), strict::<Lists>(load::LISTS.text)));
    all.push((
        "scales".into(),
        strict::<types::ScalesFile>(load::SCALES.text),
    ));
    all.push((
        "hierarchy".into(),
        strict::<Hierarchy>(load::HIERARCHY.text),
    ));
    all.push((
        "stronger".into(),
        strict::<Vec<types::Stronger>>(load::STRONGER.text),
    ));
    all.push((
        "barriers".into(),
        strict::<Vec<BarrierText>>(load::BARRIERS.text),
    ));
    all.push(("glossary".into(), strict::<Vec<Term>>(load::GLOSSARY.text)));
    let benchmarks = strict::<Vec<Benchmark>>(load::BENCHMARKS.text);
    all.push(("benchmarks".into(), benchmarks));
    all.push(("mapping".into(), strict::<Mapping>(load::MAPPING.text)));
    all.push(("five_m".into(), strict::<Vec<Mapping>>(load::FIVE_M.text)));
    let wording = [("fr", &load::WORDING_FR), ("en", &load::WORDING_EN)];
    for (name, shelf) in wording {
        let value = strict::<Wording>(shelf.text);
        all.push((format!("wording/{name}"), value));
    }
    all
}

/// Parses a text as `T`, refusing any field that `T` does not have.
fn strict<T: DeserializeOwned + Serialize>(text: &str) -> Value {
    let mut unknown = |path: &str| panic!("unknown field {path}");
    let read: T = ron_fault::read_noting(text, &mut unknown).unwrap();
    serde_json::to_value(read).unwrap()
}

/// Every label in a value, with where it stands: a map with `fr` or `en` is one.
fn labels(at: &str, value: &Value, out: &mut Vec<(String, String, String)>) {
    match value {
        Value::Array(items) => {
            for (n, item) in items.iter().enumerate() {
                labels(&format!("{at}/{n}"), item, out);
            }
        }
        Value::Object(map) if map.contains_key("fr") || map.contains_key("en") => {
            let said = |key| map.get(key).and_then(Value::as_str).unwrap_or_default();
            out.push((at.to_owned(), said("fr").to_owned(), said("en").to_owned()));
        }
        Value::Object(map) => {
            for (key, item) in map {
                labels(&format!("{at}/{key}"), item, out);
            }
        }
        _ => {}
    }
}

fn all_labels() -> Vec<(String, String, String)> {
    let mut out = Vec::new();
    for (name, value) in files() {
        labels(&name, &value, &mut out);
    }
    out
}

fn unique<'a>(ids: impl Iterator<Item = &'a Code>) {
    let mut seen = Vec::new();
    for id in ids {
        let raw = id.as_str();
        assert!(
            !raw.is_empty() && raw.is_ascii() && !raw.contains(' '),
            "{raw:?}"
        );
        assert!(!seen.contains(&id), "{id} twice");
        seen.push(id);
    }
    assert!(!seen.is_empty());
}

#[test]
fn words_that_are_compared_are_read_whole() {
    for text in [load::MATCHING.text, load::TRADES.text] {
        let read = strict::<Trades>(text);
        for lang in ["fr", "en"] {
            let groups = read[lang]["same"].as_array().unwrap();
            assert!(groups.len() > 15, "{lang}: {}", groups.len());
            assert!(read[lang]["stop"].as_str().unwrap().len() > 100);
        }
    }
}

fn filled(label: &Label) -> bool {
    !label.fr.is_blank() && !label.en.is_blank()
}

#[test]
fn every_label_is_said_in_both_languages() {
    let labels = all_labels();
    assert!(labels.len() > 600, "{}", labels.len());
    for (at, fr, en) in labels {
        assert!(!fr.trim().is_empty(), "{at}: no French beside {en:?}");
        assert!(!en.trim().is_empty(), "{at}: no English beside {fr:?}");
        assert!(fr.trim() == fr && en.trim() == en, "{at}: space at an end");
    }
}

#[test]
fn french_is_set_with_its_own_spaces() {
    for (at, fr, _) in all_labels() {
        let chars: Vec<char> = fr.chars().collect();
        for (n, c) in chars.iter().enumerate() {
            let before = n.checked_sub(1).map(|n| chars[n]);
            let after = chars.get(n + 1);
            match c {
                ';' | '!' | '?' => assert_eq!(before, Some('\u{202f}'), "{at}: {fr}"),
                '«' => assert_eq!(after, Some(&'\u{a0}'), "{at}: {fr}"),
                ':' | '»' => assert_eq!(before, Some('\u{a0}'), "{at}: {fr}"),
                _ => {}
            }
        }
        assert!(!fr.contains("  ") && !fr.contains("..."), "{at}: {fr}");
    }
}

#[test]
fn nothing_is_called_official() {
    for (at, fr, en) in all_labels() {
        let both = format!("{fr} {en}").to_lowercase();
        assert!(
            !both.contains("officiel") && !both.contains("official"),
            "{at}"
        );
    }
}

#[test]
fn formats_last_what_their_names_say() {
    let minutes: Vec<_> = formats()
        .iter()
        .map(|f| (f.id.as_str(), f.minutes()))
        .collect();
    let expected = [
        ("between-60", 60),
        ("between-90", 90),
        ("room-90", 90),
        ("room-120", 120),
        ("training-210", 210),
    ];
    assert_eq!(minutes, expected);
    assert!(format(&Code::from(DEFAULT_FORMAT)).is_some());
    for format in formats() {
        let has = |step| format.rows.iter().any(|row| row.step == step);
        let between = format.mode == Mode::Between;
        assert_eq!(has(StepKind::Presentation), between, "{}", format.id);
        assert_eq!(has(StepKind::Factors), !between, "{}", format.id);
        assert!(
            has(StepKind::Priorities) && has(StepKind::Closing),
            "{}",
            format.id
        );
        assert!(filled(&format.name));
    }
}

#[test]
fn every_step_is_told_in_full() {
    for kind in StepKind::ALL {
        let text = step(*kind);
        assert_eq!(text.step, *kind);
        for label in [&text.name, &text.title, &text.aim, &text.prompt] {
            assert!(filled(label), "{kind:?}");
        }
        for (words, most) in [(&text.name, 12), (&text.aim, 56)] {
            assert!(words.fr.as_str().chars().count() <= most, "{}", words.fr);
            assert!(words.en.as_str().chars().count() <= most, "{}", words.en);
        }
        assert!((6..=12).contains(&text.help.len()), "{kind:?}");
    }
}

#[test]
fn ids_are_unique_and_ascii() {
    let lists = lists();
    let all: [&[Entry]; 14] = [
        &lists.natures,
        &lists.sectors,
        &lists.stages,
        &lists.persons,
        &lists.ages,
        &lists.sexes,
        &lists.vigilances,
        &lists.roles,
        &lists.professions,
        &lists.consequences,
        &lists.criteria,
        &lists.self_check,
        &lists.audiences,
        &lists.bodies,
    ];
    for list in all.into_iter().chain([lists.whys.as_slice()]) {
        unique(list.iter().map(|entry| &entry.id));
        assert!(list.iter().all(|entry| filled(&entry.label)));
    }
    unique(hierarchy().categories.iter().map(|c| &c.id));
    unique(glossary().iter().map(|t| &t.id));
    unique(formats().iter().map(|f| &f.id));
    unique(scales().iter().map(|s| &s.id));
    assert!(
        lists
            .roles
            .iter()
            .chain(&lists.criteria)
            .all(|e| filled(&e.hint))
    );
}

#[test]
fn every_sector_starts_with_a_grid_and_scales_that_exist() {
    for row in &lists().defaults {
        assert!(
            lists().sectors.iter().any(|s| s.id == row.sector),
            "{}",
            row.sector
        );
        assert!(grid(&row.grid).is_some(), "{}", row.grid);
        assert!(
            scales().iter().any(|s| s.id == row.scales),
            "{}",
            row.scales
        );
    }
    assert_eq!(default_grid_for(&Code::from("msp")).as_str(), "cadya");
    assert_eq!(
        default_grid_for(&Code::from("nursing-home")).as_str(),
        "alarm"
    );
    assert_eq!(default_grid_for(&Code::from("?")).as_str(), DEFAULT_GRID);
    assert_eq!(
        default_scales_for(&Code::from("cpts")).as_str(),
        "usual-town"
    );
    assert_eq!(
        default_scales_for(&Code::default()).as_str(),
        DEFAULT_SCALES
    );
}

#[test]
fn an_unknown_id_is_shown_as_it_is() {
    let natures = &lists().natures;
    assert_eq!(label_of(natures, &Code::from("fall"), Lang::Fr), "Chute");
    assert_eq!(label_of(natures, &Code::from("fall"), Lang::En), "Fall");
    assert_eq!(label_of(natures, &Code::from("lunar"), Lang::Fr), "lunar");
}

#[test]
fn scales_are_complete_and_the_matrix_is_five_by_five() {
    for scales in scales() {
        assert!(filled(&scales.name) && filled(&scales.source));
        assert_eq!(scales.matrix.len(), 5);
        assert!(scales.matrix.iter().all(|row| row.len() == 5));
        let all: [(&[Level], u8); 9] = [
            (&scales.severity, 5),
            (&scales.likelihood, 5),
            (&scales.control, 5),
            (&scales.detectability, 5),
            (&scales.avoidability, 4),
            (&scales.recoverability, 3),
            (&scales.impact, 4),
            (&scales.effort, 4),
            (&scales.delay, 4),
        ];
        for (levels, n) in all {
            let numbers: Vec<u8> = levels.iter().map(|level| level.n).collect();
            assert_eq!(numbers, (1..=n).collect::<Vec<u8>>());
            assert!(levels.iter().all(|l| filled(&l.label) && filled(&l.hint)));
        }
    }
    let [usual, town] = scales() else {
        panic!("two sets of scales")
    };
    assert_ne!(usual.likelihood, town.likelihood);
    assert_eq!(usual.severity, town.severity);
}

#[test]
fn severity_five_is_never_acceptable_in_either_school() {
    for school in School::ALL {
        let scales = Scales {
            school: *school,
            ..scales_by_id(&Code::from("usual")).clone()
        };
        for likelihood in 1..=5 {
            let class = scales.criticality(5, likelihood).class;
            assert_ne!(class, crate::domain::scales::Class::Acceptable);
        }
    }
}

#[test]
fn the_hierarchy_has_nineteen_categories_of_three_strengths() {
    let categories = &hierarchy().categories;
    assert_eq!(categories.len(), 19);
    let count = |strength| categories.iter().filter(|c| c.strength == strength).count();
    assert_eq!(count(Strength::Strong), 6);
    assert_eq!(count(Strength::Intermediate), 8);
    assert_eq!(count(Strength::Weak), 5);
    assert!(filled(&hierarchy().source));
    for category in categories {
        assert!(
            filled(&category.label) && filled(&category.examples),
            "{}",
            category.id
        );
        assert!(!category.keywords.is_empty(), "{}", category.id);
    }
}

#[test]
fn the_group_may_correct_the_strength_of_a_category() {
    let mut action = Action::new(crate::domain::ids::Counters::default().give());
    assert_eq!(strength_of(&action), None);
    action.category = Code::from("training");
    assert_eq!(strength_of(&action), Some(Strength::Weak));
    action.strength = Some(Strength::Strong);
    assert_eq!(strength_of(&action), Some(Strength::Strong));
}

#[test]
fn every_kind_of_barrier_is_explained() {
    for kind in BarrierKind::ALL {
        let text = barrier(*kind);
        assert_eq!(text.kind, *kind);
        for label in [&text.name, &text.moment, &text.question, &text.examples] {
            assert!(filled(label));
        }
    }
    assert_eq!(barriers().len(), BarrierKind::ALL.len());
}

#[test]
fn the_glossary_says_each_term_in_one_sentence() {
    assert!(glossary().len() >= 40);
    for term in glossary() {
        assert!(
            filled(&term.term) && filled(&term.definition),
            "{}",
            term.id
        );
        assert!(
            term.definition.fr.as_str().ends_with(['.', '?']),
            "{}",
            term.id
        );
    }
}
