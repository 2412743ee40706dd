//! Impact against effort: the actions as letters, the four quadrants named.

use super::list::letter;
use crate::content;
use crate::domain::action::Action;
use crate::domain::scales::Level;
use crate::domain::session::Session;
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::screens::steps::shared::or;
use crate::tui::theme::{Role, Signs};
use crate::tui::widgets::matrix::{Axis, Matrix, Place, Zone};
use crate::tui::widgets::wrap::n_rows;
use crate::words::Words;
use ratatui::layout::Rect;

/// Text is never wider than this.
const MAX_TEXT: u16 = 72;

/// The zone of a cell; levels from 0 of `n`.
fn zone(
    effort: usize,
    impact: usize,
    n: (usize, usize),
    words: Words,
    signs: &Signs,
) -> Zone<'static> {
    let (role, sign, name) = match (impact * 2 >= n.1, effort * 2 >= n.0) {
        (true, false) => (Role::Done, signs.star, words.matrix_quick()),
        (true, true) => (Role::Mark, signs.place, words.matrix_project()),
        (false, false) => (Role::Aside, signs.not_yet, words.matrix_possible()),
        (false, true) => (Role::See, signs.refused, words.matrix_discard()),
    };
    Zone { role, sign, name }
}

/// The level of an action on a scale, from 0.
fn level(levels: &[Level], n: Option<u8>) -> Option<usize> {
    levels.iter().position(|l| Some(l.n) == n)
}

/// Draws the matrix, then the actions by letter.
pub fn draw(desk: &Desk, area: Rect, canvas: &mut Canvas) {
    let (words, Some(session)) = (desk.words(), desk.session()) else {
        return;
    };
    let page = Rect {
        x: area.x + 2,
        width: area.width.saturating_sub(3).min(MAX_TEXT),
        ..area
    };
    if session.actions.is_empty() {
        canvas.text(page, words.matrix_empty(), Role::Aside);
        return;
    }
    let used = draw_matrix(session, page, words, canvas);
    let below = Rect {
        y: page.y + used.min(page.height),
        height: page.height.saturating_sub(used),
        ..page
    };
    draw_names(session, below, words, canvas);
}

fn draw_matrix(session: &Session, page: Rect, words: Words, canvas: &mut Canvas) -> u16 {
    let scales = content::scales_of(session);
    let names = |levels: &[Level]| -> Vec<String> {
        let name = |l: &Level| format!("{} {}", l.n, l.label.get(words.0));
        levels.iter().map(name).collect()
    };
    let (across, up) = (names(&scales.effort), names(&scales.impact));
    let across: Vec<&str> = across.iter().map(String::as_str).collect();
    let up: Vec<&str> = up.iter().map(String::as_str).collect();
    let place = |(i, a): (usize, &Action)| {
        Some(Place {
            letter: letter(i).chars().last()?,
            across: level(&scales.effort, a.effort)?,
            up: level(&scales.impact, a.impact)?,
        })
    };
    let places: Vec<Place> = session
        .actions
        .iter()
        .enumerate()
        .filter_map(place)
        .collect();
    let matrix = Matrix {
        across: Axis {
            title: words.matrix_effort(),
            labels: &across,
        },
        up: Axis {
            title: words.matrix_impact(),
            labels: &up,
        },
        places: &places,
    };
    let n = (across.len(), up.len());
    let signs = canvas.look.signs;
    let zone = |x: usize, y: usize| zone(x, y, n, words, &signs);
    matrix.draw(canvas.buf, page, &canvas.look, zone);
    let high = matrix.n_rows(usize::from(page.width), zone);
    u16::try_from(high + 1).unwrap_or(u16::MAX)
}

/// The actions by letter, those not placed yet first in one line; what does not fit is counted.
fn draw_names(session: &Session, area: Rect, words: Words, canvas: &mut Canvas) {
    let unplaced = session.actions.iter().enumerate();
    let unplaced = unplaced.filter(|(_, a)| a.impact.is_none() || a.effort.is_none());
    let unplaced: Vec<String> = unplaced.map(|(i, _)| letter(i)).collect();
    let mut lines = Vec::new();
    if !unplaced.is_empty() {
        let sign = canvas.look.signs.see;
        let text = words.matrix_unplaced(&unplaced.join(", "));
        lines.push((format!("{sign} {text}"), Role::See));
    }
    for (i, action) in session.actions.iter().enumerate() {
        let text = or(&action.what, words.action_unsaid());
        lines.push((format!("{} {text}", letter(i)), Role::Body));
    }
    let room = usize::from(area.height);
    let wide = usize::from(area.width);
    if lines
        .iter()
        .map(|(text, _)| n_rows(text, wide))
        .sum::<usize>()
        <= room
    {
        let mut rest = area;
        for (text, role) in &lines {
            let used = canvas.text(rest, text, *role);
            rest.y += used;
            rest.height -= used;
        }
        return;
    }
    let hidden = lines.len().saturating_sub(room);
    if hidden > 0 {
        lines.truncate(room.saturating_sub(1));
        lines.push((words.matrix_more(hidden + 1), Role::Aside));
    }
    for (y, (text, role)) in (area.y..area.bottom()).zip(&lines) {
        canvas.line(
            Rect {
                y,
                height: 1,
                ..area
            },
            text,
            *role,
        );
    }
}
