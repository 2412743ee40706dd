#![allow(clippy::unwrap_used)]
use super::*;
use crate::documents::fishbone::Fish;
use crate::documents::matrix::{Axis, Matrix, Place, Zone};
use crate::documents::svg::{Fill, Shape, WIDTH, svg};
use crate::domain::analysis::{Analysis, Barrier, BarrierKind, BarrierState, Fact};
use crate::domain::code::Lang;
use crate::domain::ids::{AnalysisId, BarrierId, FactId, FactorId};
use crate::domain::moment::Moment;
use crate::domain::slices::Slices;
use crate::domain::text::Text;
use crate::domain::timeline::Line;
use crate::words::Words;
use chrono::NaiveDate;
use proptest::prelude::*;

const WORDS: Words = Words(Lang::Fr);

fn texts(drawing: &Drawing) -> Vec<&str> {
    let texts = drawing.shapes.iter().filter_map(|shape| match shape {
        Shape::Text(_, label) => Some(label.text.as_str()),
        _ => None,
    });
    texts.collect()
}

/// Every shape stands inside its picture; texts begin and are anchored there.
fn inside(drawing: &Drawing) -> bool {
    drawing.shapes.iter().all(|shape| {
        let (right, bottom) = match shape {
            Shape::Line(a, b, _) => (a.0.max(b.0), a.1.max(b.1)),
            Shape::Rect(at, size, ..) => (at.0 + size.0, at.1 + size.1),
            Shape::Circle(at, r, _) => (at.0 + r, at.1 + r),
            Shape::Polygon(points, _) => {
                let right = points.iter().map(|p| p.0).max().unwrap_or(0);
                (right, points.iter().map(|p| p.1).max().unwrap_or(0))
            }
            Shape::Text(at, _) => *at,
        };
        right <= WIDTH + 8 && bottom <= drawing.height
    })
}

fn path(states: &[(BarrierKind, BarrierState)]) -> Analysis {
    let mut analysis = Analysis::new(AnalysisId(1));
    for ((kind, state), n) in states.iter().zip(1..) {
        analysis.barriers.push(Barrier {
            kind: *kind,
            state: *state,
            what: Text::line("Contrôle du chariot"),
            ..Barrier::new(BarrierId(n))
        });
    }
    analysis
}

#[test]
fn the_path_ends_with_an_arrow_only_where_something_arrives() {
    use BarrierKind::{Prevention, Recovery};
    use BarrierState::{Failed, Worked};
    let arrows = |states: &[(BarrierKind, BarrierState)]| {
        let analysis = path(states);
        let drawn = slices(WORDS, "t", &Slices::new(&analysis, None));
        let shapes = drawn[0].shapes.iter();
        let n = shapes.filter(|s| matches!(s, Shape::Polygon(..))).count();
        (n, texts(&drawn[0]).contains(&"dommage"))
    };
    assert_eq!(arrows(&[(Prevention, Failed)]), (1, true));
    assert_eq!(
        arrows(&[(Prevention, Failed), (Recovery, Worked)]),
        (0, false)
    );
}

#[test]
fn an_unplaced_zone_is_not_explained_and_a_label_stands_in_its_cell() {
    let axis = |title: &str| Axis {
        title: title.into(),
        levels: vec!["bas".into(), "haut".into()],
    };
    let zone = |sign, name: &str| Zone {
        sign,
        name: name.into(),
    };
    let made = Matrix {
        across: axis("effort"),
        up: axis("impact"),
        places: vec![Place {
            label: "A1".into(),
            across: 1,
            up: 0,
            faint: false,
        }],
        zones: vec![zone("★", "gain"), zone("✗", "écarter"), zone("?", "jamais")],
        zone_of: vec![vec![0, 1], vec![0, 0]],
    };
    let drawing = matrix(WORDS, "t", &made, &[Fill::Pale, Fill::Rising, Fill::Paper]);
    assert_eq!(drawing.desc, "A1\u{a0}: impact bas, effort haut");
    let said = texts(&drawing);
    assert!(said.contains(&"A1") && said.contains(&"gain") && !said.contains(&"jamais"));
}

#[test]
fn a_fish_too_high_for_a_page_is_drawn_spine_by_spine() {
    let bone = |n: u32, texts: usize| {
        let text = "Personne n'a vérifié la compréhension de la consigne donnée à l'oral";
        let factors = (0..texts).map(|_| (FactorId(n), text.to_owned()));
        (format!("Dimension {n}"), factors.collect())
    };
    let made = |texts: usize| Fish {
        bones: (1..=7).map(|n| bone(n, texts)).collect(),
        head: "Chute".into(),
    };
    assert_eq!(fish(WORDS, "t", &made(1)).len(), 1);
    let pieces = fish(WORDS, "t", &made(9));
    assert_eq!(pieces.len(), 2);
    assert!(pieces.iter().all(|piece| texts(piece).contains(&"Chute")));
}

#[test]
fn nobody_rated_means_no_picture_of_the_round() {
    assert_eq!(round(WORDS, "t", &[0; 6]), None);
    let drawn = round(WORDS, "t", &[0, 0, 1, 1, 2, 0]).unwrap();
    assert!(inside(&drawn) && drawn.desc.contains("2 × 4"));
}

proptest! {
    #[test]
    fn no_picture_of_an_analysis_forgets_a_fact_or_a_barrier_or_leaves_its_frame(
        facts in prop::collection::vec((0_i64..40_000, 0_usize..5), 2..30),
        barriers in prop::collection::vec((0_usize..3, 0_usize..6), 1..20),
    ) {
        let zero = NaiveDate::from_ymd_opt(2026, 11, 12).unwrap();
        let mut analysis = path(&barriers.iter().map(|(k, s)| (BarrierKind::ALL[*k], BarrierState::ALL[*s])).collect::<Vec<_>>());
        for ((minutes, actor), n) in facts.iter().zip(1..) {
            let at = zero.and_hms_opt(0, 0, 0).unwrap() + chrono::TimeDelta::minutes(*minutes);
            analysis.facts.push(Fact {
                when: Moment::At(at.date(), Some(at.time())),
                actor: Text::line(&format!("acteur {actor}")),
                ..Fact::new(FactId(n))
            });
        }
        let mut drawn = line(WORDS, "t", &Line::new(&analysis, zero));
        for n in 1..=facts.len() {
            let id = format!("F{n}");
            prop_assert!(drawn.iter().any(|d| texts(d).contains(&id.as_str())), "{id}");
        }
        let path = slices(WORDS, "t", &Slices::new(&analysis, None));
        for n in 1..=barriers.len() {
            let id = format!("B{n}");
            prop_assert!(path.iter().any(|d| texts(d).contains(&id.as_str())), "{id}");
        }
        drawn.extend(path);
        for drawing in &drawn {
            prop_assert!(inside(drawing), "{}", svg(drawing).into_string());
        }
    }
}
