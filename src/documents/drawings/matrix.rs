//! A matrix: cells whose pattern tells their zone, with the labels of what stands in them.

use crate::documents::matrix::{Matrix, Place};
use crate::documents::svg::{
    Drawing, Fill, Ink, Label, Pen, SMALL, Spot, TEXT, WIDTH, leading, width, wrap,
};
use crate::words::Words;

/// Widest column of levels at the left.
const LEVELS: i32 = 150;
/// Widest and lowest cell.
const WIDE: i32 = 112;
const LOW: i32 = 36;
/// Side of a square of the legend.
const SQUARE: i32 = 16;

/// The picture; `fills` are those of the zones, in their order.
pub fn matrix(words: Words, title: &str, matrix: &Matrix, fills: &[Fill]) -> Drawing {
    let mut out = Drawing::new(title, told(words, matrix));
    let levels = matrix
        .up
        .levels
        .iter()
        .map(|level| width(level, TEXT))
        .max();
    let left = (levels.unwrap_or(0) * 9 / 8).min(LEVELS) + 16;
    let n = i32::try_from(matrix.across.levels.len().max(1)).unwrap_or(1);
    let wide = ((WIDTH - left - 2) / n).min(WIDE);
    let mut y = TEXT + 8;
    out.text((0, TEXT), Label::new(matrix.up.title.as_str()).bold());
    for up in (0..matrix.up.levels.len()).rev() {
        let cells: Vec<Vec<&Place>> = (0..matrix.across.levels.len())
            .map(|across| here(matrix, across, up))
            .collect();
        let rows = cells.iter().map(|labels| flow(labels, wide).len()).max();
        let high = LOW.max(i32::try_from(rows.unwrap_or(0)).unwrap_or(0) * leading(TEXT) + 14);
        let name = Label::new(matrix.up.levels[up].as_str()).end();
        let lines = wrap(&name.text, left - 12, TEXT).len();
        let above = i32::try_from(lines).unwrap_or(1) * leading(TEXT);
        out.lines(
            (left - 8, y + (high - above) / 2 + TEXT - 1),
            left - 12,
            &name,
        );
        for (across, labels) in (0..).zip(&cells) {
            let at = (left + across * wide, y);
            let zone = matrix
                .zone_of
                .get(up)
                .and_then(|row| row.get(usize::try_from(across).ok()?));
            cell(&mut out, matrix, at, (wide, high), zone.copied(), fills);
            set(&mut out, at, wide, labels);
        }
        y += high;
    }
    foot(&mut out, matrix, (left, y), wide);
    legend(&mut out, matrix, y + 2 * leading(TEXT) + 10, fills);
    out
}

/// Where each label stands, in words.
fn told(words: Words, matrix: &Matrix) -> String {
    let level = |levels: &[String], at: usize| levels.get(at).cloned().unwrap_or_default();
    let one = |place: &Place| {
        let up = level(&matrix.up.levels, place.up);
        let across = level(&matrix.across.levels, place.across);
        let colon = words.doc_colon();
        format!(
            "{}{colon}{} {up}, {} {across}",
            place.label, matrix.up.title, matrix.across.title
        )
    };
    let all: Vec<String> = matrix.places.iter().map(one).collect();
    all.join(words.doc_semicolon())
}

fn here(matrix: &Matrix, across: usize, up: usize) -> Vec<&Place> {
    let places = matrix.places.iter();
    places
        .filter(|p| (p.across, p.up) == (across, up))
        .collect()
}

fn cell(
    out: &mut Drawing,
    matrix: &Matrix,
    at: Spot,
    size: Spot,
    zone: Option<usize>,
    fills: &[Fill],
) {
    let fill = zone.and_then(|zone| fills.get(zone)).copied();
    out.rect(
        at,
        size,
        fill.unwrap_or(Fill::Paper),
        Some(Pen::thin(Ink::Aside)),
    );
    if let Some(zone) = zone.and_then(|zone| matrix.zones.get(zone)) {
        sign(out, (at.0 + 12, at.1 + 17), zone.sign);
    }
}

/// The sign of a zone on white, so that no stroke runs through it.
fn sign(out: &mut Drawing, (x, y): Spot, sign: &str) {
    out.rect((x - 8, y - 13), (16, 16), Fill::Paper, None);
    out.text((x, y), Label::new(sign).middle().ink(Ink::Aside));
}

/// Labels in rows of a cell.
fn flow<'p>(labels: &[&'p Place], wide: i32) -> Vec<Vec<&'p Place>> {
    let mut rows: Vec<Vec<&Place>> = Vec::new();
    let mut used = 0;
    for place in labels {
        let long = width(&place.label, TEXT) + 8;
        match rows.last_mut() {
            Some(row) if used + long <= wide - 30 => row.push(place),
            _ => {
                used = 0;
                rows.push(vec![place]);
            }
        }
        used += long;
    }
    rows
}

fn set(out: &mut Drawing, (x, y): Spot, wide: i32, labels: &[&Place]) {
    let mut row_y = y + TEXT + 8;
    for row in flow(labels, wide) {
        let mut at = x + 26;
        for place in row {
            let long = width(&place.label, TEXT);
            out.rect(
                (at - 3, row_y - TEXT),
                (long + 6, TEXT + 5),
                Fill::Paper,
                None,
            );
            let label = Label::new(place.label.as_str());
            let label = if place.faint { label } else { label.bold() };
            out.text((at, row_y), label);
            at += long + 8;
        }
        row_y += leading(TEXT);
    }
}

/// The levels across, and what they measure.
fn foot(out: &mut Drawing, matrix: &Matrix, (left, y): Spot, wide: i32) {
    for (across, level) in (0..).zip(&matrix.across.levels) {
        let middle = left + across * wide + wide / 2;
        out.text(
            (middle, y + leading(TEXT)),
            Label::new(level.as_str()).middle(),
        );
    }
    let n = i32::try_from(matrix.across.levels.len()).unwrap_or(0);
    let title = Label::new(matrix.across.title.as_str()).bold().end();
    out.text((left + n * wide, y + 2 * leading(TEXT)), title);
}

/// The zones that occur, with their patterns and signs.
fn legend(out: &mut Drawing, matrix: &Matrix, top: i32, fills: &[Fill]) {
    let (mut x, mut y) = (0, top);
    let occurs = |index: usize| matrix.zone_of.iter().flatten().any(|z| *z == index);
    for (index, zone) in matrix.zones.iter().enumerate().filter(|(i, _)| occurs(*i)) {
        let long = 2 * SQUARE + 10 + width(&zone.name, SMALL) + 16;
        if x > 0 && x + long > WIDTH {
            (x, y) = (0, y + SQUARE + 6);
        }
        let fill = fills.get(index).copied().unwrap_or(Fill::Paper);
        out.rect((x, y), (SQUARE, SQUARE), fill, Some(Pen::thin(Ink::Aside)));
        out.text(
            (x + SQUARE + 6, y + 13),
            Label::new(zone.sign).ink(Ink::Aside),
        );
        let name = Label::new(zone.name.as_str()).small();
        out.text((x + 2 * SQUARE + 6, y + 12), name);
        x += long;
    }
}
