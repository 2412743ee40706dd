//! The rail: every step with its state, the one that is open, and what a click on it means; one line on a narrow screen.

use crate::content;
use crate::domain::agenda::Row;
use crate::domain::ids::RowId;
use crate::domain::progress::{Known, RowState, state};
use crate::domain::session::Session;
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::theme::{Look, Role};
use ratatui::layout::Rect;

/// The step at a place of the screen.
pub(super) fn hit(desk: &Desk, col: u16, row: u16) -> Option<RowId> {
    let rail = desk.areas.rail?;
    if !rail.contains((col, row).into()) {
        return None;
    }
    let index = usize::from((row - rail.y) / pitch(desk));
    desk.session()?.agenda.at(index).map(|row| row.id)
}

/// Rows from one step of the rail to the next.
fn pitch(desk: &Desk) -> u16 {
    let tall = desk.areas.rail.is_some_and(|rail| rail.height >= 24);
    if desk.prefs.theme.is_wall() && tall {
        2
    } else {
        1
    }
}

/// The sign of a step.
fn sign(state: RowState, look: Look) -> (&'static str, Role) {
    let signs = look.signs;
    match state {
        RowState::Done => (signs.done, Role::Done),
        RowState::Begun => (signs.begun, Role::See),
        RowState::Passed => (signs.see, Role::See),
        RowState::Untouched => (signs.not_yet, Role::Aside),
    }
}

/// Draws the steps at the left, or the one that is open where there is no room for all.
pub(super) fn draw(open: &Row, session: &Session, desk: &Desk, known: &Known, canvas: &mut Canvas) {
    match canvas.areas.rail {
        Some(rail) => draw_all(open, session, rail, desk, known, canvas),
        None => draw_short(open, session, desk, canvas),
    }
}

fn draw_all(
    open: &Row,
    session: &Session,
    rail: Rect,
    desk: &Desk,
    known: &Known,
    canvas: &mut Canvas,
) {
    let pitch = pitch(desk);
    let lang = desk.words().0;
    for (i, row) in session.agenda.iter().enumerate() {
        let y = rail.y + u16::try_from(i).unwrap_or(u16::MAX).saturating_mul(pitch);
        if y >= rail.bottom() {
            break;
        }
        let at = |x: u16, width: u16| Rect {
            x: rail.x + x,
            y,
            width,
            height: 1,
        };
        let here = row.id == open.id;
        if here {
            canvas.line(at(0, 1), canvas.look.signs.focus, Role::Mark);
        }
        let (sign, role) = sign(state(session, row, known), canvas.look);
        canvas.line(at(1, 1), sign, role);
        let name = content::step(row.step).name.get(lang);
        let role = if here { Role::Strong } else { Role::Aside };
        canvas.line(at(3, rail.width - 3), name, role);
    }
}

fn draw_short(open: &Row, session: &Session, desk: &Desk, canvas: &mut Canvas) {
    let at = session.agenda.index_of(open.id).map_or(0, |i| i + 1);
    let name = content::step(open.step).name.get(desk.words().0);
    let text = desk.words().step_of(at, session.agenda.len(), name);
    let area = Rect {
        y: 2,
        height: 1,
        ..canvas.areas.header
    };
    canvas.line(area, &text, Role::Aside);
}
