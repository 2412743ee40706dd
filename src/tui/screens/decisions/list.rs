//! The list of decisions: day, kind, what; at the right how many voted, and a sign where the group decided otherwise.

use super::{At, decision};
use crate::documents::decisions::{headline, kind};
use crate::library::log::Entry;
use crate::store::Registry;
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::theme::Role;
use crate::tui::widgets::scroll::Scroll;
use ratatui::layout::Rect;

/// Columns: the day, the kind, what was decided.
const COLUMNS: (u16, u16, u16) = (2, 13, 30);
/// The same in a narrow list, where the day is all that stands before.
const NARROW: u16 = 50;

/// The first row shown.
pub(super) fn top(at: usize, n: usize, list: Rect) -> usize {
    let high = usize::from(list.height);
    at.saturating_sub(high / 2).min(n.saturating_sub(high))
}

/// Draws.
pub(super) fn draw(
    registry: &Registry,
    rows: &[At],
    at: usize,
    list: Rect,
    desk: &Desk,
    canvas: &mut Canvas,
) {
    let top = top(at, rows.len(), list);
    for (y, (index, row)) in (list.y..list.bottom()).zip(rows.iter().enumerate().skip(top)) {
        let place = Rect {
            y,
            height: 1,
            width: list.width.saturating_sub(2),
            ..list
        };
        if let Some((_, entry)) = decision(registry, *row) {
            draw_row(entry, index == at, place, desk, canvas);
        }
    }
    let beside = Rect {
        width: list.width + 1,
        ..list
    };
    let (thumb, style) = (canvas.look.signs.thumb, canvas.look.style(Role::Aside));
    Scroll { top }.draw_thumb(canvas.buf, beside, rows.len(), thumb, style);
}

fn draw_row(entry: &Entry, chosen: bool, place: Rect, desk: &Desk, canvas: &mut Canvas) {
    let (words, look) = (desk.words(), canvas.look);
    let voice = |role| if chosen { Role::Selected } else { role };
    let from = |col: u16| Rect {
        x: place.x + col,
        width: place.width.saturating_sub(col),
        ..place
    };
    if chosen {
        canvas.line(place, look.signs.focus, Role::Mark);
        canvas.buf.set_style(from(1), look.style(Role::Selected));
    }
    let (day, sort, what) = COLUMNS;
    let until = |col: u16, end: u16| Rect {
        width: end.saturating_sub(col + 1),
        ..from(col)
    };
    canvas.line(
        until(day, sort),
        &words.date_short(entry.date),
        voice(Role::Aside),
    );
    let what = if place.width < NARROW { sort } else { what };
    canvas.line(
        until(sort, what),
        kind(words, entry.kind),
        voice(Role::Aside),
    );
    let vote = entry.how.as_ref().and_then(|how| how.vote.as_ref());
    let vote = vote.and_then(|vote| Some(format!("{}/{}", vote.took_part?, vote.entitled)));
    let mut right = vote.unwrap_or_default();
    if entry.differs() {
        right = format!("{} {right}", look.signs.see);
    }
    let role = if entry.differs() {
        Role::See
    } else {
        Role::Aside
    };
    let taken = canvas.line_right(from(what), &right, voice(role));
    let gap = if taken > 0 { taken + 2 } else { 0 };
    let room = from(what);
    let room = Rect {
        width: room.width.saturating_sub(gap),
        ..room
    };
    canvas.line(room, &headline(words, entry), voice(Role::Body));
}
