//! Bars: a value each, or parts one behind the other.

use super::{Drawing, Fill, Ink, Label, Pen, SMALL, Spot, TEXT, WIDTH, leading, width, wrap};
use crate::words::Words;

/// Widest column of names.
const NAMES: i32 = 380;
/// Height of a bar and the air below it.
const BAR: i32 = 18;
const AIR: i32 = 8;
/// Between a name and its bar.
const GAP: i32 = 10;
/// Side of a square of the legend.
const SQUARE: i32 = 12;

/// What a bar tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// Its name.
    pub name: String,
    /// How long it is, in any unit that all bars of the picture share.
    pub value: u32,
    /// The value as it is written behind the bar: « 12 », « 45 % ».
    pub said: String,
    /// A value to compare with, as a published one: an upright across the bar.
    pub mark: Option<u32>,
    /// Whether it is set apart, as an option that was kept: it is dark, the others are light.
    pub strong: bool,
}

impl Bar {
    /// A bar that says its number.
    pub fn new(name: impl Into<String>, value: u32) -> Self {
        Self {
            name: name.into(),
            value,
            said: value.to_string(),
            mark: None,
            strong: true,
        }
    }
}

/// Level bars from the top to the bottom, their names at the left, their values behind them. `full` is the value of a bar as
/// long as there is room; 0 for that of the longest. `marked` says what the uprights are, where there are any.
pub fn bars(words: Words, title: &str, all: &[Bar], full: u32, marked: &str) -> Drawing {
    let said = |bar: &Bar| format!("{}{}{}", bar.name, words.doc_colon(), bar.said);
    let desc: Vec<String> = all.iter().map(said).collect();
    let mut out = Drawing::new(title, desc.join(words.doc_semicolon()));
    if all.is_empty() {
        return out;
    }
    let left = names(all.iter().map(|bar| bar.name.as_str()));
    let behind = all.iter().map(|bar| width(&bar.said, TEXT)).max();
    // Bold is wider.
    let room = WIDTH - left - GAP - behind.unwrap_or(0) * 9 / 8 - 10;
    let longest = all.iter().map(|b| b.value.max(b.mark.unwrap_or(0))).max();
    let full = full.max(longest.unwrap_or(0)).max(1);
    let mut y = 2;
    for bar in all {
        let high = name(&mut out, &bar.name, left, y);
        let (x, top) = (left + GAP, y + (high - BAR) / 2);
        let long = part(bar.value, full, room);
        let fill = if bar.strong { Fill::Solid } else { Fill::Pale };
        out.rect((x, top), (long, BAR), fill, Some(Pen::thin(Ink::Text)));
        if let Some(mark) = bar.mark {
            let at = x + part(mark, full, room);
            out.line((at, top - 4), (at, top + BAR + 4), Pen::thick(Ink::Aside));
        }
        let end = bar.mark.map_or(0, |mark| part(mark, full, room)).max(long);
        let label = Label::new(bar.said.as_str()).bold();
        out.text((x + end + 6, top + BAR - 5), label);
        y += high + AIR;
    }
    out.line(
        (left + GAP, 0),
        (left + GAP, y - AIR + 2),
        Pen::thin(Ink::Text),
    );
    if !marked.is_empty() && all.iter().any(|bar| bar.mark.is_some()) {
        let x = left + GAP;
        out.line((x + 2, y), (x + 2, y + SQUARE), Pen::thick(Ink::Aside));
        out.text((x + 10, y + SQUARE - 2), Label::new(marked).small());
    }
    out
}

/// A bar made of parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stack {
    /// Its name.
    pub name: String,
    /// How much each part of the series has in it, in their order.
    pub parts: Vec<u32>,
}

/// Level bars of parts one behind the other, each part with its pattern and its number, and a legend below.
pub fn stacked(words: Words, title: &str, series: &[String], all: &[Stack]) -> Drawing {
    let said = |stack: &Stack| {
        let parts = series.iter().zip(&stack.parts);
        let parts: Vec<String> = parts.map(|(name, n)| format!("{name} {n}")).collect();
        format!("{}{}{}", stack.name, words.doc_colon(), parts.join(", "))
    };
    let desc: Vec<String> = all.iter().map(said).collect();
    let mut out = Drawing::new(title, desc.join(words.doc_semicolon()));
    if all.is_empty() {
        return out;
    }
    let sum = |stack: &Stack| stack.parts.iter().sum::<u32>();
    let full = all.iter().map(sum).max().unwrap_or(0).max(1);
    let left = names(all.iter().map(|stack| stack.name.as_str()));
    let room = WIDTH - left - GAP - width(&full.to_string(), TEXT) - 10;
    let mut y = 2;
    for stack in all {
        let high = name(&mut out, &stack.name, left, y);
        let top = y + (high - BAR) / 2;
        let begin = left + GAP;
        let mut before = 0;
        for (index, n) in stack.parts.iter().enumerate() {
            let from = begin + part(before, full, room);
            before += n;
            let long = begin + part(before, full, room) - from;
            let fill = Fill::of_part(index);
            out.rect((from, top), (long, BAR), fill, Some(Pen::thin(Ink::Text)));
            number(&mut out, (from, top), long, *n, fill);
        }
        let end = begin + part(before, full, room);
        out.text(
            (end + 6, top + BAR - 5),
            Label::new(before.to_string()).bold(),
        );
        y += high + AIR;
    }
    out.line(
        (left + GAP, 0),
        (left + GAP, y - AIR + 2),
        Pen::thin(Ink::Text),
    );
    legend(&mut out, left + GAP, y, series);
    out
}

/// The number of a part inside it, on white where strokes would run through it; nothing where it does not fit.
fn number(out: &mut Drawing, (x, y): Spot, long: i32, n: u32, fill: Fill) {
    let text = n.to_string();
    let wide = width(&text, SMALL) + 4;
    if n == 0 || wide > long - 4 {
        return;
    }
    let middle = x + long / 2;
    let ink = if fill == Fill::Solid {
        Ink::Paper
    } else {
        Ink::Text
    };
    if !matches!(fill, Fill::Solid | Fill::Pale | Fill::Paper) {
        out.rect(
            (middle - wide / 2, y + 3),
            (wide, BAR - 6),
            Fill::Paper,
            None,
        );
    }
    out.text(
        (middle, y + BAR - 5),
        Label::new(text).small().middle().ink(ink),
    );
}

/// The parts of a series with their patterns, in as many rows as they need.
pub(super) fn legend(out: &mut Drawing, left: i32, top: i32, series: &[String]) {
    let (mut x, mut y) = (left, top);
    for (index, name) in series.iter().enumerate() {
        let wide = SQUARE + 6 + width(name, SMALL) + 18;
        if x > left && x + wide > WIDTH {
            (x, y) = (left, y + leading(TEXT) + 2);
        }
        let pen = Some(Pen::thin(Ink::Text));
        out.rect((x, y), (SQUARE, SQUARE), Fill::of_part(index), pen);
        out.text(
            (x + SQUARE + 6, y + SQUARE - 2),
            Label::new(name.as_str()).small(),
        );
        x += wide;
    }
}

/// The width of the column of names.
pub(super) fn names<'a>(all: impl Iterator<Item = &'a str>) -> i32 {
    // As wide as the lines are broken, so that a short name stays on one.
    let broken =
        |name: &str| i32::try_from(name.chars().count() + 1).unwrap_or(NAMES) * TEXT * 57 / 100;
    let widest = all.map(|name| width(name, TEXT).max(broken(name))).max();
    widest.unwrap_or(0).clamp(20, NAMES)
}

/// Writes a name beside its bar, in the middle of the rows it takes; gives the height of the row.
fn name(out: &mut Drawing, name: &str, left: i32, top: i32) -> i32 {
    let lines = wrap(name, left, TEXT);
    let high = i32::try_from(lines.len()).unwrap_or(1) * leading(TEXT);
    let first = top + (high.max(BAR) - high) / 2 + TEXT - 1;
    out.lines((left, first), left, &Label::new(name).end());
    high.max(BAR)
}

/// Where `n` of `full` stands in `room` units.
pub(super) fn part(n: u32, full: u32, room: i32) -> i32 {
    let at = i64::from(n) * i64::from(room) / i64::from(full.max(1));
    i32::try_from(at).unwrap_or(room)
}
