//! The line of time.

#![allow(clippy::unwrap_used)]
use super::*;
use crate::domain::ids::{AnalysisId, DeviationId, FactId};
use proptest::prelude::*;

fn zero() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 13).unwrap()
}

fn analysis(facts: &[(&str, &str)]) -> Analysis {
    let mut analysis = Analysis::new(AnalysisId(1));
    for ((when, actor), n) in facts.iter().zip(1..) {
        analysis.facts.push(Fact {
            when: Moment::parse(when, zero()),
            actor: (*actor).into(),
            ..Fact::new(FactId(n))
        });
    }
    analysis
}

#[test]
fn the_same_function_in_other_case_and_accents_is_the_same_lane() {
    let analysis = analysis(&[
        ("9h", "Médecin"),
        ("8h", "IDE"),
        ("10h", " medecin"),
        ("11h", ""),
        ("12h", "ide"),
    ]);
    let line = Line::new(&analysis, zero());
    assert_eq!(line.lanes, ["IDE", "Médecin", ""]);
    let lanes: Vec<_> = line.points.iter().map(|p| p.lane).collect();
    assert_eq!(lanes, [0, 1, 1, 2, 0]);
}

#[test]
fn facts_without_a_place_in_time_stand_apart_at_the_end() {
    let mut analysis = analysis(&[
        ("au coucher", "IDE"),
        ("18h", "IDE"),
        ("", "aide"),
        ("17h", "IDE"),
    ]);
    let mut deviation = crate::domain::analysis::Deviation::new(DeviationId(1));
    deviation.fact = Some(FactId(2));
    analysis.deviations.push(deviation);
    let line = Line::new(&analysis, zero());
    let order: Vec<_> = line.points.iter().map(|p| p.fact.id.0).collect();
    assert_eq!((order, line.placed()), (vec![4, 2, 1, 3], 2));
    assert_eq!(line.points.iter().filter(|p| p.deviates).count(), 1);
    let spread = line.spread(40, 10);
    assert_eq!(spread.columns[0], 0);
    assert!(spread.apart.unwrap() > spread.columns[1]);
    assert!(
        spread.columns[2..]
            .iter()
            .all(|c| *c == spread.apart.unwrap())
    );
    assert!(spread.width <= 40, "{spread:?}");
}

#[test]
fn a_stretch_much_longer_than_the_usual_one_is_skipped_and_takes_little_room() {
    let analysis = analysis(&[
        ("8h", "a"),
        ("8h10", "a"),
        ("8h30", "a"),
        ("J+9", "a"),
        ("J+9 0h20", "a"),
    ]);
    let line = Line::new(&analysis, zero());
    let spread = line.spread(80, 0);
    assert_eq!(spread.skips.len(), 1);
    let (from, to, behind) = spread.skips[0];
    assert_eq!(behind, 3);
    assert!(to - from < 20, "{spread:?}");
    assert!(spread.columns[2] - spread.columns[1] > spread.columns[1] - spread.columns[0]);
    // Days of about the same length are drawn to scale.
    let days = self::analysis(&[
        ("J-4", "a"),
        ("J0", "b"),
        ("J+1", "a"),
        ("J+3", "c"),
        ("J+9", "a"),
    ]);
    assert_eq!(Line::new(&days, zero()).spread(80, 0).skips, []);
}

#[test]
fn a_gap_is_told_no_finer_than_it_is_known() {
    let analysis = analysis(&[
        ("J-4", "a"),
        ("J0 17h40", "a"),
        ("J0 18h50", "a"),
        ("J+1", "a"),
        ("J+1 8h", "a"),
        ("J+2 9h", "a"),
        ("J+2 9h20", "a"),
    ]);
    let line = Line::new(&analysis, zero());
    let gaps: Vec<_> = (0..7).map(|i| line.gap(i)).collect();
    let days = |n| Some(Gap::Days(n));
    assert_eq!(
        gaps,
        [
            None,
            days(4),
            Some(Gap::Minutes(70)),
            days(1),
            None,
            days(1),
            None
        ]
    );
}

#[test]
fn facts_of_one_moment_share_a_column_but_never_a_place() {
    let analysis = analysis(&[("8h", "a"), ("8h", "b"), ("8h", "a"), ("9h", "a")]);
    let line = Line::new(&analysis, zero());
    let columns = line.spread(30, 0).columns;
    let of = |n: u32| columns[line.points.iter().position(|p| p.fact.id.0 == n).unwrap()];
    assert_eq!((of(1), of(2), of(3)), (0, 0, 1));
    assert!(of(4) > 2);
}

prop_compose! {
    fn any_facts()(facts in prop::collection::vec(("(J[+-][0-9]{1,3} )?[0-9]{1,2}h|J\\+[0-9]|au soir|", "[a-lA-L]?"), 0..41)) -> Vec<(String, String)> {
        facts
    }
}

proptest! {
    #[test]
    fn no_two_facts_take_the_same_place_at_any_width(facts in any_facts(), room in 0_usize..200) {
        let facts: Vec<(&str, &str)> = facts.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        let analysis = analysis(&facts);
        let line = Line::new(&analysis, zero());
        let spread = line.spread(room, 10);
        prop_assert_eq!(line.points.len(), analysis.facts.len());
        prop_assert_eq!(spread.columns.len(), line.points.len());
        let mut places: Vec<_> = line.points.iter().zip(&spread.columns).map(|(p, c)| (p.lane, *c)).collect();
        places.sort_unstable();
        places.dedup();
        prop_assert_eq!(places.len(), line.points.len());
        prop_assert!(spread.columns.iter().all(|c| *c < spread.width));
        // Time never runs backwards, and what suffices is never exceeded.
        for pair in line.points[..line.placed()].windows(2).zip(spread.columns.windows(2)) {
            let (points, columns) = pair;
            prop_assert!(points[0].at <= points[1].at);
            prop_assert!(points[0].at == points[1].at || columns[0] < columns[1]);
        }
        prop_assert!(spread.width <= room.max(line.points.len() * 4 + 14));
    }

    #[test]
    fn sorting_twice_changes_nothing_more(facts in any_facts()) {
        let facts: Vec<(&str, &str)> = facts.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        let mut once = analysis(&facts);
        once.sort_facts(zero());
        let mut twice = once.clone();
        twice.sort_facts(zero());
        prop_assert_eq!(&once, &twice);
        let places: Vec<_> = once.facts.iter().filter_map(|f| f.when.place(zero())).collect();
        prop_assert!(places.is_sorted());
        prop_assert_eq!(once.facts.len(), facts.len());
    }
}
