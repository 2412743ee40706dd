//! The incidents on the matrix of severity and likelihood, as letters, and what the letters mean.

use super::super::super::incident_form::{class_sign, heading};
use super::name;
use crate::content;
use crate::domain::incident::Incident;
use crate::domain::scales::Scales;
use crate::domain::session::Session;
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::theme::{Role, Signs};
use crate::tui::widgets::matrix::{Axis, Matrix, Place, Zone};
use crate::tui::widgets::wrap::n_rows;
use crate::words::Words;
use ratatui::layout::Rect;

/// The letter of an incident on the matrix, by its place in the list.
fn letter(index: usize) -> char {
    u8::try_from(index)
        .ok()
        .filter(|i| *i < 26)
        .map_or('+', |i| char::from(b'A' + i))
}

/// Severity seen against likelihood, with a letter for each incident and what the letters mean.
pub(super) fn draw(session: &Session, top: usize, desk: &Desk, area: Rect, canvas: &mut Canvas) {
    let words = desk.words();
    let scales = content::scales_of(session);
    let inner = Rect {
        x: area.x + 2,
        width: area.width.saturating_sub(3),
        ..area
    };
    let all: Vec<(char, &Incident)> = session
        .incidents
        .iter()
        .enumerate()
        .map(|(i, incident)| (letter(i), incident))
        .collect();
    let placed: Vec<(char, &Incident)> = all
        .iter()
        .copied()
        .filter(|(letter, incident)| place(*letter, incident).is_some())
        .collect();
    if placed.is_empty() {
        canvas.text(inner, words.incident_matrix_none(), Role::Aside);
        return;
    }
    let used = draw_cells(scales, &placed, desk, inner, canvas);
    let below = Rect {
        y: inner.y + used.min(inner.height),
        height: inner.height.saturating_sub(used),
        ..inner
    };
    let unrated = all.len() - placed.len();
    draw_letters(&placed, unrated, top, below, words, canvas);
}

/// Where an incident stands, once severity and likelihood are rated.
fn place(letter: char, incident: &Incident) -> Option<Place> {
    let level = |n: Option<u8>| n.map(|n| usize::from(n).saturating_sub(1));
    Some(Place {
        letter,
        across: level(incident.report.severity)?,
        up: level(incident.report.likelihood)?,
    })
}

/// The matrix itself; gives the rows used, air included.
fn draw_cells(
    scales: &Scales,
    placed: &[(char, &Incident)],
    desk: &Desk,
    area: Rect,
    canvas: &mut Canvas,
) -> u16 {
    let words = desk.words();
    let signs = desk.prefs.theme.signs;
    let across: Vec<String> = scales.severity.iter().map(|l| l.n.to_string()).collect();
    let up = scales.likelihood.iter();
    let up: Vec<String> = up
        .map(|l| format!("{} {}", l.n, l.label.get(words.0)))
        .collect();
    let places: Vec<Place> = placed.iter().filter_map(|(c, i)| place(*c, i)).collect();
    let matrix = Matrix {
        across: Axis {
            title: words.incident_matrix_across(),
            labels: &across.iter().map(String::as_str).collect::<Vec<_>>(),
        },
        up: Axis {
            title: words.incident_matrix_up(),
            labels: &up.iter().map(String::as_str).collect::<Vec<_>>(),
        },
        places: &places,
    };
    let zone = |across: usize, up: usize| zone_of(scales, across, up, &signs, words);
    matrix.draw(canvas.buf, area, &desk.prefs.theme, zone);
    u16::try_from(matrix.n_rows(usize::from(area.width), zone) + 1).unwrap_or(area.height)
}

fn zone_of<'w>(scales: &Scales, across: usize, up: usize, signs: &Signs, words: Words) -> Zone<'w> {
    let n = |level: usize| u8::try_from(level + 1).unwrap_or(u8::MAX);
    let class = scales.criticality(n(across), n(up)).class;
    let (sign, role) = class_sign(class, signs);
    Zone {
        role,
        sign,
        name: words.class(class),
    }
}

/// What the letters mean, from the `top`th on, and how many incidents are not rated yet.
fn draw_letters(
    placed: &[(char, &Incident)],
    unrated: usize,
    top: usize,
    area: Rect,
    words: Words,
    canvas: &mut Canvas,
) {
    let rows = usize::from(area.height).saturating_sub(usize::from(unrated > 0));
    let top = top.min(placed.len().saturating_sub(rows));
    let mut y = area.y;
    let line = |y: u16| Rect {
        y,
        height: 1,
        ..area
    };
    let said = |(letter, incident): &(char, &Incident)| {
        let title = heading(&incident.report, words);
        format!("{letter}  {}  {title}", name(incident))
    };
    let texts: Vec<String> = placed.iter().skip(top).take(rows).map(said).collect();
    let wide = usize::from(area.width);
    // Whole where all of them fit whole, else one line each.
    let whole = texts.iter().map(|text| n_rows(text, wide)).sum::<usize>() <= rows;
    for text in &texts {
        let height = if whole { area.bottom() - y } else { 1 };
        y += canvas.text(Rect { height, ..line(y) }, text, Role::Body);
    }
    if unrated > 0 && y < area.bottom() {
        canvas.line(line(y), &words.incident_matrix_off(unrated), Role::Aside);
    }
}
