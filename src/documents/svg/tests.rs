#![allow(clippy::unwrap_used)]
use super::*;
use crate::domain::code::Lang;
use crate::words::Words;
use proptest::prelude::*;

const WORDS: Words = Words(Lang::Fr);

fn bar(name: &str, value: u32) -> Bar {
    Bar::new(name, value)
}

/// The widths of the rectangles, in their order.
fn lengths(drawing: &Drawing) -> Vec<i32> {
    let rects = drawing.shapes.iter().filter_map(|shape| match shape {
        Shape::Rect(_, size, ..) => Some(size.0),
        _ => None,
    });
    rects.collect()
}

#[test]
fn bars_are_as_long_as_their_values() {
    let all = [bar("Soins", 4), bar("Médicament", 2), bar("Chute", 0)];
    let drawing = bars(WORDS, "Natures", &all, 0, "");
    let long = lengths(&drawing);
    assert_eq!(long.len(), 2, "what is nothing has no bar");
    assert!((long[0] - long[1] * 2).abs() <= 1);
    assert_eq!(
        drawing.desc,
        "Soins\u{a0}: 4\u{202f}; Médicament\u{a0}: 2\u{202f}; Chute\u{a0}: 0"
    );
    let half = bars(WORDS, "Part", &[bar("Soins", 4)], 8, "");
    let whole = bars(WORDS, "Part", &[bar("Soins", 8)], 8, "");
    assert!((lengths(&half)[0] * 2 - lengths(&whole)[0]).abs() <= 1);
}

#[test]
fn parts_are_told_apart_without_colour_and_make_the_whole_bar() {
    let series: Vec<String> = ["fortes", "moyennes", "faibles"].map(String::from).into();
    let stack = Stack {
        name: "2026".into(),
        parts: vec![30, 20, 50],
    };
    let drawing = stacked(WORDS, "Force", &series, &[stack]);
    let fills = drawing.shapes.iter().filter_map(|shape| match shape {
        Shape::Rect(_, _, fill, Some(_)) => Some(*fill),
        _ => None,
    });
    let fills: Vec<Fill> = fills.collect();
    assert_eq!(fills[..3], fills[3..], "the legend shows the same patterns");
    assert!(fills[0] != fills[1] && fills[1] != fills[2] && fills[0] != fills[2]);
    assert!(drawing.desc.contains("fortes 30, moyennes 20, faibles 50"));
}

#[test]
fn a_month_without_a_value_breaks_the_line() {
    let names: Vec<String> = ["janv.", "févr.", "mars", "avril"].map(String::from).into();
    let of = |values: [Option<u32>; 4]| {
        let trace = Trace {
            name: "Signalés".into(),
            values: values.into(),
        };
        let drawing = months(WORDS, "Événements", &names, &[trace], "");
        let thick = drawing.shapes.iter();
        thick
            .filter(|s| matches!(s, Shape::Line(_, _, pen) if pen.width == 2))
            .count()
    };
    assert_eq!(of([Some(1), Some(2), Some(3), Some(4)]), 3);
    assert_eq!(of([Some(1), None, Some(3), Some(4)]), 1);
}

#[test]
fn a_pareto_goes_from_the_highest_down_to_all() {
    let all = [
        bar("Tâches", 3),
        bar("Équipe", 6),
        bar("Patient", 1),
        bar("Rien", 0),
    ];
    let drawing = pareto(WORDS, "Familles", &all, "part cumulée");
    assert_eq!(
        drawing.desc,
        "Équipe\u{a0}: 6 (60\u{a0}%)\u{202f}; Tâches\u{a0}: 3 (90\u{a0}%)\u{202f}; Patient\u{a0}: 1 (100\u{a0}%)"
    );
    assert!(pareto(WORDS, "Rien", &[], "part").shapes.is_empty());
}

#[test]
fn a_picture_is_an_image_with_a_name_and_a_description_and_fetches_nothing() {
    let mut drawing = Drawing::new("Titre <b>", "Dit & \"tout\"");
    drawing.rect((0, 0), (40, 20), Fill::Crossed, Some(Pen::thin(Ink::Text)));
    drawing.text((3, 14), Label::new("<script>"));
    let text = svg(&drawing).into_string();
    assert!(text.starts_with(
        "<svg viewBox=\"0 0 720 21\" role=\"img\"><title>Titre &lt;b&gt;</title><desc>Dit &amp; "
    ));
    assert!(text.contains("&lt;script&gt;") && !text.contains("<script"));
    for fetched in ["url(", "href", "http", "style=", " id="] {
        assert!(!text.contains(fetched), "{fetched}");
    }
}

proptest! {
    /// Whatever the data, all stands inside the picture and the strokes of patterns inside their areas.
    #[test]
    fn charts_stay_inside_their_width(
        values in prop::collection::vec((0_u32..2_000_000, "[a-zé ]{0,40}"), 0..20),
        full in 0_u32..100,
    ) {
        let all: Vec<Bar> = values.iter().map(|(n, name)| Bar { mark: Some(n / 2), ..Bar::new(name.as_str(), *n) }).collect();
        let series: Vec<String> = values.iter().map(|v| v.1.clone()).collect();
        let parts = values.iter().map(|v| v.0).collect::<Vec<u32>>();
        let stack = Stack { name: "n".into(), parts: parts.clone() };
        let trace = Trace { name: "t".into(), values: parts.iter().map(|n| Some(*n)).collect() };
        let drawings = [
            bars(WORDS, "t", &all, full, "m"),
            stacked(WORDS, "t", &series, &[stack]),
            months(WORDS, "t", &series, &[trace], ""),
            pareto(WORDS, "t", &all, "p"),
        ];
        for drawing in drawings {
            for shape in &drawing.shapes {
                let (right, bottom) = match shape {
                    Shape::Line(a, b, _) => (a.0.max(b.0), a.1.max(b.1)),
                    Shape::Rect(at, size, ..) => (at.0 + size.0, at.1 + size.1),
                    Shape::Circle(at, r, _) => (at.0 + r, at.1 + r),
                    Shape::Polygon(points, _) => (points.iter().map(|p| p.0).max().unwrap(), points.iter().map(|p| p.1).max().unwrap()),
                    Shape::Text(at, _) => *at,
                };
                prop_assert!(right <= WIDTH && bottom <= drawing.height, "{shape:?} of {}", drawing.height);
            }
        }
    }
}
