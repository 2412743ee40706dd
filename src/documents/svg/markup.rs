//! A picture as SVG inside a page: no script, no style of its own, nothing fetched, no name that another picture could have too.

use super::{Anchor, Drawing, Fill, Ink, Label, Pen, Shape, Spot, WIDTH};
use maud::{Markup, html};

/// Units between the strokes of a pattern.
const STEP: i32 = 6;

/// The picture as markup; the style of the page gives its classes their colours.
pub fn svg(drawing: &Drawing) -> Markup {
    let view = format!("0 0 {WIDTH} {}", drawing.height);
    html! {
        svg viewBox=(view) role="img" {
            title { (drawing.title) }
            desc { (drawing.desc) }
            @for shape in &drawing.shapes { (shape_of(shape)) }
        }
    }
}

fn shape_of(shape: &Shape) -> Markup {
    match shape {
        Shape::Line(from, to, pen) => html! {
            line x1=(from.0) y1=(from.1) x2=(to.0) y2=(to.1) class=(stroke(*pen)) stroke-width=(pen.width) {}
        },
        Shape::Rect(at, size, fill, pen) => rect(*at, *size, *fill, *pen),
        Shape::Circle(at, radius, fill) => html! {
            circle cx=(at.0) cy=(at.1) r=(radius) class=(edged(*fill)) {}
        },
        Shape::Polygon(points, fill) => {
            let points: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
            html! { polygon points=(points.join(" ")) class=(edged(*fill)) {} }
        }
        Shape::Text(at, label) => text(*at, label),
    }
}

fn rect(at: Spot, size: Spot, fill: Fill, pen: Option<Pen>) -> Markup {
    let strokes = strokes(at, size, fill);
    let edge = pen.map(stroke).unwrap_or_default();
    let class = format!("{} {edge}", ground(fill));
    html! {
        rect x=(at.0) y=(at.1) width=(size.0) height=(size.1) class=(class.trim_end()) stroke-width=[pen.map(|pen| pen.width)] {}
        @if !strokes.is_empty() { path d=(strokes) class="hatch" {} }
    }
}

fn text((x, y): Spot, label: &Label) -> Markup {
    let anchor = match label.anchor {
        Anchor::Start => None,
        Anchor::Middle => Some("middle"),
        Anchor::End => Some("end"),
    };
    let class = match (label.ink, label.bold) {
        (Ink::Text, false) => None,
        (Ink::Text, true) => Some("b".to_owned()),
        (ink, false) => Some(name(ink).to_owned()),
        (ink, true) => Some(format!("{} b", name(ink))),
    };
    html! {
        text x=(x) y=(y) font-size=(label.size) text-anchor=[anchor] class=[class] { (label.text) }
    }
}

const fn name(ink: Ink) -> &'static str {
    match ink {
        Ink::Text => "main",
        Ink::Aside => "aside",
        Ink::Accent => "accent",
        Ink::Paper => "paper",
    }
}

fn stroke(pen: Pen) -> String {
    let broken = if pen.broken { " broken" } else { "" };
    format!("s-{}{broken}", name(pen.ink))
}

/// The class of the ground of an area: strokes stand on white.
const fn ground(fill: Fill) -> &'static str {
    match fill {
        Fill::Solid => "f-solid",
        Fill::Pale => "f-pale",
        Fill::Paper | Fill::Rising | Fill::Falling | Fill::Level | Fill::Crossed => "f-paper",
    }
}

fn edged(fill: Fill) -> String {
    format!("{} s-main", ground(fill))
}

/// The strokes of a pattern inside a rectangle, as the data of a path.
fn strokes(at: Spot, size: Spot, fill: Fill) -> String {
    let both = || rising(at, size) + &falling(at, size);
    match fill {
        Fill::Rising => rising(at, size),
        Fill::Falling => falling(at, size),
        Fill::Crossed => both(),
        Fill::Level => level(at, size),
        Fill::Paper | Fill::Solid | Fill::Pale => String::new(),
    }
}

fn steps(to: i32) -> impl Iterator<Item = i32> {
    (1..).map(|n| n * STEP).take_while(move |k| *k < to)
}

/// Where the line of all points whose distances from the left and from the top add up to `k` crosses a rectangle.
fn crossing(k: i32, (wide, high): Spot) -> [Spot; 2] {
    let low = if k > high { (k - high, high) } else { (0, k) };
    let top = if k > wide { (wide, k - wide) } else { (k, 0) };
    [low, top]
}

fn rising((x, y): Spot, size: Spot) -> String {
    let one = |k| {
        let [low, top] = crossing(k, size);
        stroke_of((x + low.0, y + low.1), (x + top.0, y + top.1))
    };
    steps(size.0 + size.1).map(one).collect()
}

fn falling((x, y): Spot, size: Spot) -> String {
    let right = x + size.0;
    let one = |k| {
        let [low, top] = crossing(k, size);
        stroke_of((right - low.0, y + low.1), (right - top.0, y + top.1))
    };
    steps(size.0 + size.1).map(one).collect()
}

fn stroke_of(from: Spot, to: Spot) -> String {
    format!("M{} {}L{} {}", from.0, from.1, to.0, to.1)
}

fn level((x, y): Spot, (wide, high): Spot) -> String {
    let one = |k| format!("M{x} {0}L{1} {0}", y + k, x + wide);
    steps(high).map(one).collect()
}
