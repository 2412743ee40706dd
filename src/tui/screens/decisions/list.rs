//! The list of decisions under the headings of their sessions: kind, what; at the right how many voted, and a sign where the
//! group decided otherwise than it voted.

use super::{At, decision};
use crate::documents::decisions::{headline, kind};
use crate::library::digest::Digest;
use crate::library::log::Entry;
use crate::store::Registry;
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::theme::Role;
use crate::tui::widgets::scroll::Scroll;
use crate::words::Words;
use ratatui::layout::Rect;

/// Columns: the kind, what was decided.
const COLUMNS: (u16, u16) = (2, 20);
/// From this height on, the heading of what is shown first stands above it, also where it is scrolled away.
const STICKS: u16 = 3;

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// The heading of a session, by its place among those read.
    Head(usize),
    /// A decision, by its place among those shown.
    Row(usize),
}

/// The lines of these decisions.
pub(super) fn lines(rows: &[At]) -> Vec<Line> {
    let mut lines = Vec::with_capacity(rows.len() * 5 / 4);
    let mut last = None;
    for (at, (session, _)) in rows.iter().enumerate() {
        if last != Some(*session) {
            lines.push(Line::Head(*session));
            last = Some(*session);
        }
        lines.push(Line::Row(at));
    }
    lines
}

/// The first line shown: the focus in the middle once it does not fit.
pub(super) fn top(lines: &[Line], at: usize, list: Rect) -> usize {
    let high = usize::from(list.height);
    let focus = lines.iter().position(|line| *line == Line::Row(at));
    let top = focus.unwrap_or(0).saturating_sub(high / 2);
    top.min(lines.len().saturating_sub(high))
}

/// Draws.
pub(super) fn draw(
    registry: &Registry,
    (rows, lines): (&[At], &[Line]),
    at: usize,
    list: Rect,
    desk: &Desk,
    canvas: &mut Canvas,
) {
    let top = top(lines, at, list);
    for (y, line) in (list.y..list.bottom()).zip(&lines[top..]) {
        let place = Rect {
            y,
            height: 1,
            width: list.width.saturating_sub(2),
            ..list
        };
        let row = |line: Line| match line {
            Line::Head(session) => Err(session),
            Line::Row(index) => Ok(index),
        };
        let sticks = y == list.y && list.height >= STICKS;
        match row(*line) {
            // The heading of what stands here is scrolled away.
            Ok(index) if sticks => draw_head(registry, rows[index].0, place, desk, canvas),
            Ok(index) => {
                if let Some((_, entry)) = decision(registry, rows[index]) {
                    draw_row(entry, index == at, place, desk, canvas);
                }
            }
            Err(session) => draw_head(registry, session, place, desk, canvas),
        }
    }
    let beside = Rect {
        width: list.width + 1,
        ..list
    };
    let (thumb, style) = (canvas.look.signs.thumb, canvas.look.style(Role::Aside));
    Scroll { top }.draw_thumb(canvas.buf, beside, lines.len(), thumb, style);
}

fn draw_head(registry: &Registry, session: usize, place: Rect, desk: &Desk, canvas: &mut Canvas) {
    if let Some((digest, _)) = decision(registry, (session, 0)) {
        canvas.line(place, &heading(digest, desk.words()), Role::Strong);
    }
}

/// How a session is called: its day, its number, its title.
pub(super) fn heading(digest: &Digest, words: Words) -> String {
    let number = match digest.number {
        0 => words.crex_plain().to_owned(),
        n => words.crex_number(n),
    };
    let mut parts = vec![words.date(digest.date), number];
    parts.extend(digest.title.filled().map(ToOwned::to_owned));
    if digest.simulation {
        parts.insert(0, words.home_simulation().to_owned());
    }
    parts.join(" · ")
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
    let (sort, what) = COLUMNS;
    let until = Rect {
        width: what.saturating_sub(sort + 1),
        ..from(sort)
    };
    canvas.line(until, kind(words, entry.kind), voice(Role::Aside));
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
    let taken = canvas.line_right(from(what), right.trim_end(), voice(role));
    let gap = if taken > 0 { taken + 2 } else { 0 };
    let room = from(what);
    let room = Rect {
        width: room.width.saturating_sub(gap),
        ..room
    };
    canvas.line(room, &headline(words, entry), voice(Role::Body));
}
