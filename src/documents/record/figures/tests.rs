//! The drawings of the record.

#![allow(clippy::unwrap_used)]
use super::*;
use crate::documents::Block;
use crate::domain::analysis::{Barrier, BarrierKind, Deviation, Fact};
use crate::domain::code::Lang;
use crate::domain::ids::{AnalysisId, BarrierId, DeviationId, FactId};
use crate::domain::moment::Moment;
use chrono::NaiveDate;
use proptest::prelude::*;

fn zero() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 13).unwrap()
}

fn analysis(facts: &[(String, String)], states: &[(usize, usize, Option<usize>)]) -> Analysis {
    let mut analysis = Analysis::new(AnalysisId(1));
    for ((when, actor), n) in facts.iter().zip(1..) {
        analysis.facts.push(Fact {
            when: Moment::parse(when, zero()),
            actor: actor.as_str().into(),
            starred: n == 2,
            ..Fact::new(FactId(n))
        });
    }
    analysis.deviations.push(Deviation {
        fact: Some(FactId(1)),
        ..Deviation::new(DeviationId(1))
    });
    let all = BarrierState::ALL;
    for ((kind, state, then), n) in states.iter().zip(1..) {
        analysis.barriers.push(Barrier {
            kind: BarrierKind::ALL[*kind],
            state: all[*state],
            then: then.map(|then| all[then]),
            ..Barrier::new(BarrierId(n))
        });
    }
    analysis
}

/// The lines of the drawings, one after the other.
fn drawn(analysis: &Analysis, lang: Lang) -> Vec<String> {
    let mut page = Page::new(lang);
    line(&mut page, &Line::new(analysis, zero()));
    slices(&mut page, analysis);
    let lines = page.blocks.into_iter().filter_map(|block| match block {
        Block::Figure(drawn) => Some(drawn.lines),
        _ => None,
    });
    lines.flatten().collect()
}

fn facts(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter()
        .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
        .collect()
}

#[test]
fn the_line_has_lanes_marks_and_hours() {
    let facts = facts(&[
        ("17h30", "IDE"),
        ("18h20", "médecin"),
        ("18h40", "ide"),
        ("", "aide"),
    ]);
    let text = drawn(&analysis(&facts, &[]), Lang::Fr);
    assert!(
        text[0].starts_with("IDE") && text[0].contains('◆') && text[0].contains('●'),
        "{text:#?}"
    );
    assert!(
        text[1].starts_with("médecin") && text[1].contains('★'),
        "{text:#?}"
    );
    assert!(
        text[2].starts_with("aide") && text[2].ends_with('●'),
        "{text:#?}"
    );
    assert!(
        text[3].contains("┬─") && text[3].ends_with("non placés"),
        "{text:#?}"
    );
    assert!(
        text[4].contains("17:30") && text[4].contains("18:40"),
        "{text:#?}"
    );
}

#[test]
fn the_path_goes_through_what_gave_way_and_ends_where_it_was_stopped() {
    // Absent, then gave way and worked, then worked.
    let states = [(0, 3, None), (1, 2, Some(1)), (2, 1, None)];
    let text = drawn(&analysis(&[], &states), Lang::En);
    assert_eq!(
        text[2], "hazard ───·──────✗─────███    limited",
        "{text:#?}"
    );
    assert_eq!(text[4], "         B1     B2     B3");
    assert_eq!(text[5], "         ·      ✗→✓    ✓");
    assert!(drawn(&analysis(&[], &[]), Lang::En).is_empty());
}

proptest! {
    #[test]
    fn no_drawing_is_wider_than_its_page_and_none_forgets_a_barrier_or_a_lane(
        raw in prop::collection::vec(("(J[+-][0-9]{1,3} )?[0-9]{1,2}h|J\\+[0-9]|au soir|", "[a-zé 漢]{0,30}"), 0..41),
        states in prop::collection::vec((0_usize..3, 0_usize..6, prop::option::of(0_usize..6)), 0..21),
        french: bool,
    ) {
        let analysis = analysis(&raw, &states);
        let lines = drawn(&analysis, if french { Lang::Fr } else { Lang::En });
        for line in &lines {
            prop_assert!(figure::width(line) <= WIDTH, "{line}");
        }
        let text = lines.join("\n");
        for n in 1..=states.len() {
            let id = format!("B{n}");
            let found = text.split_whitespace().any(|word| word == id);
            prop_assert!(found, "{text}");
        }
        let line = Line::new(&analysis, zero());
        if line.placed() >= MIN_FACTS {
            let marks = text.lines().take_while(|l| !l.starts_with("● ")).flat_map(str::chars).filter(|c| "●◆★".contains(*c)).count();
            prop_assert_eq!(marks, raw.len(), "{}", text);
        }
    }
}
