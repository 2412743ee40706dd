//! Values over time, and the Pareto: bars from the highest down with the share of all that they make together.

use super::charts::{Bar, part};
use super::{Drawing, Fill, Ink, Label, Pen, SMALL, Spot, WIDTH, leading, width};
use crate::domain::order::Order;
use crate::words::Words;

/// The room of the curves: from the left, from the top, width, height.
const LEFT: i32 = 46;
const TOP: i32 = 14;
const HIGH: i32 = 200;
/// Rules across, above the lowest.
const RULES: u32 = 4;

/// A value over time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// What it is.
    pub name: String,
    /// Its value at each moment; none where there is none, which breaks the line.
    pub values: Vec<Option<u32>>,
}

/// Values over months (or any other moments, `names` in their order), each with its own sign and kind of line. `unit` is written
/// behind the numbers of the scale: «  % », or nothing.
pub fn months(
    words: Words,
    title: &str,
    names: &[String],
    traces: &[Trace],
    unit: &str,
) -> Drawing {
    let mut out = Drawing::new(title, told(words, names, traces));
    if names.is_empty() || traces.is_empty() {
        return out;
    }
    let values = traces.iter().flat_map(|t| &t.values).flatten();
    let full = round_up(values.copied().max().unwrap_or(0));
    let room = WIDTH - LEFT - 10;
    scale(&mut out, full, room, unit);
    let n = i32::try_from(names.len()).unwrap_or(1);
    let x = |index: usize| {
        let index = i32::try_from(index).unwrap_or(0);
        LEFT + room * (2 * index + 1) / (2 * n)
    };
    for (index, name) in names.iter().enumerate() {
        let label = Label::new(name.as_str()).small().middle();
        out.lines((x(index), TOP + HIGH + 16), room / n, &label);
    }
    for (kind, trace) in traces.iter().enumerate() {
        let spots: Vec<Option<Spot>> = trace
            .values
            .iter()
            .enumerate()
            .map(|(index, value)| value.map(|v| (x(index), TOP + HIGH - part(v, full, HIGH))))
            .collect();
        curve(&mut out, &spots, kind);
    }
    let y = out.height + 8;
    signs(&mut out, y, traces);
    out
}

fn told(words: Words, names: &[String], traces: &[Trace]) -> String {
    let one = |trace: &Trace| {
        let known = names.iter().zip(&trace.values);
        let known = known.filter_map(|(name, value)| Some(format!("{name} {}", (*value)?)));
        let known: Vec<String> = known.collect();
        format!("{}{}{}", trace.name, words.doc_colon(), known.join(", "))
    };
    let all: Vec<String> = traces.iter().map(one).collect();
    all.join(words.doc_semicolon())
}

/// The rules across with their numbers.
fn scale(out: &mut Drawing, full: u32, room: i32, unit: &str) {
    for n in 0..=RULES {
        let y = TOP + HIGH - part(n, RULES, HIGH);
        let pen = if n == 0 {
            Pen::thin(Ink::Text)
        } else {
            Pen::thin(Ink::Aside).broken()
        };
        out.line((LEFT, y), (LEFT + room, y), pen);
        let said = format!("{}{unit}", full / RULES * n);
        out.text((LEFT - 6, y + 4), Label::new(said).small().end());
    }
}

/// A line through the places that there are, with a sign at each.
fn curve(out: &mut Drawing, spots: &[Option<Spot>], kind: usize) {
    let pen = Pen {
        ink: Ink::Text,
        width: 2,
        broken: !kind.is_multiple_of(2),
    };
    for pair in spots.windows(2) {
        if let [Some(from), Some(to)] = pair {
            out.line(*from, *to, pen);
        }
    }
    for spot in spots.iter().flatten() {
        out.sign(*spot, kind, sign_fill(kind));
    }
}

const fn sign_fill(kind: usize) -> Fill {
    if kind.is_multiple_of(2) {
        Fill::Solid
    } else {
        Fill::Paper
    }
}

/// What each sign is.
fn signs(out: &mut Drawing, top: i32, traces: &[Trace]) {
    let (mut x, mut y) = (LEFT, top);
    for (kind, trace) in traces.iter().enumerate() {
        let wide = 20 + width(&trace.name, SMALL) + 18;
        if x > LEFT && x + wide > WIDTH {
            (x, y) = (LEFT, y + leading(SMALL) + 6);
        }
        out.sign((x + 7, y + 7), kind, sign_fill(kind));
        out.text((x + 20, y + 11), Label::new(trace.name.as_str()).small());
        x += wide;
    }
}

/// The least round number from `n` on that the rules divide without rest.
fn round_up(n: u32) -> u32 {
    let mut step = 1;
    loop {
        for by in 1..10 {
            let full: u32 = step * by * RULES;
            if full >= n || step > u32::MAX / 100 {
                return full.max(n);
            }
        }
        step *= 10;
    }
}

/// Bars from the highest down, and above them the share that all up to each make together, in percent. The bars are put in order
/// here; `share` names the line.
pub fn pareto(words: Words, title: &str, all: &[Bar], share: &str) -> Drawing {
    let mut all: Vec<&Bar> = all.iter().filter(|bar| bar.value > 0).collect();
    all.order_by_key(|bar| std::cmp::Reverse(bar.value));
    let sum = all
        .iter()
        .fold(0_u32, |sum, bar| sum.saturating_add(bar.value));
    let shares = shares(&all, sum);
    let said = |(bar, share): (&&Bar, &u32)| {
        let colon = words.doc_colon();
        format!("{}{colon}{} ({share}\u{a0}%)", bar.name, bar.said)
    };
    let desc: Vec<String> = all.iter().zip(&shares).map(said).collect();
    let mut out = Drawing::new(title, desc.join(words.doc_semicolon()));
    if all.is_empty() {
        return out;
    }
    let room = WIDTH - LEFT - 10;
    scale(&mut out, 100, room, "\u{a0}%");
    let n = i32::try_from(all.len()).unwrap_or(1);
    let place = room / n;
    let wide = (place * 6 / 10).min(60);
    let mut spots = Vec::new();
    let mut lowest = 0;
    for (index, (bar, share)) in (0..).zip(all.iter().zip(&shares)) {
        let middle = LEFT + room * (2 * index + 1) / (2 * n);
        let high = part(bar.value, sum, HIGH);
        let top = TOP + HIGH - high;
        let pen = Some(Pen::thin(Ink::Text));
        out.rect((middle - wide / 2, top), (wide, high), Fill::Pale, pen);
        out.text(
            (middle, TOP + HIGH - 5),
            Label::new(bar.said.as_str()).bold().middle(),
        );
        spots.push(Some((middle, TOP + HIGH - part(*share, 100, HIGH))));
        let name = Label::new(bar.name.as_str()).small().middle();
        lowest = lowest.max(out.lines((middle, TOP + HIGH + 16), place - 4, &name));
    }
    curve(&mut out, &spots, 0);
    let trace = Trace {
        name: share.to_owned(),
        values: Vec::new(),
    };
    signs(&mut out, lowest, &[trace]);
    out
}

/// The share, in percent, that all up to each bar make together.
fn shares(all: &[&Bar], sum: u32) -> Vec<u32> {
    let (mut so_far, sum) = (0_u64, u64::from(sum.max(1)));
    let share = |bar: &&Bar| {
        so_far += u64::from(bar.value);
        u32::try_from((so_far * 100 + sum / 2) / sum)
            .unwrap_or(100)
            .min(100)
    };
    all.iter().map(share).collect()
}
