//! The rows of an open vote in the zones in which they scroll.

use super::{count, kind};
use crate::domain::ballot::Ballot;
use ratatui::layout::Rect;
use std::ops::Range;

/// Rows that scroll together, and where.
pub struct Zone {
    /// The rows.
    pub rows: Range<usize>,
    /// Their place.
    pub area: Rect,
    /// Where its first row would stand in one long list.
    pub base: usize,
    /// Its lines hidden above.
    pub top: usize,
    /// Its lines in all.
    pub total: usize,
}

/// All rows in one zone. Where they have no room and options are only read, these scroll by themselves above what is pressed, which
/// always shows.
pub fn zones(ballot: &Ballot, focus: usize, list: Rect, places: &[(usize, usize)]) -> Vec<Zone> {
    let end = |rows: &[(usize, usize)]| rows.last().map_or(0, |(at, height)| at + height);
    let total = end(places);
    let press = count::rows(ballot).iter().position(|row| kind(*row) == 2);
    let pressed = press.map_or(0, |at| total - places[at].0);
    let height = usize::from(list.height);
    let (Some(press), false, true) = (press, ballot.takes_hands(), total > height) else {
        return vec![zone(0..places.len(), 0, total, focus, list, places)];
    };
    let low = u16::try_from(pressed.min(height)).unwrap_or(list.height);
    let read = Rect {
        height: list.height.saturating_sub(low + 1),
        ..list
    };
    let below = Rect {
        y: list.bottom() - low,
        height: low,
        ..list
    };
    let lines = end(&places[..press]);
    vec![
        zone(0..press, 0, lines, focus, read, places),
        zone(
            press..places.len(),
            total - pressed,
            pressed,
            focus,
            below,
            places,
        ),
    ]
}

/// A zone, scrolled so that the focus shows if it is in it.
fn zone(
    rows: Range<usize>,
    base: usize,
    total: usize,
    focus: usize,
    area: Rect,
    places: &[(usize, usize)],
) -> Zone {
    let height = usize::from(area.height);
    let at = places.get(focus).filter(|_| rows.contains(&focus));
    let at = at.map_or(0, |(at, _)| at.saturating_sub(base));
    Zone {
        rows,
        area,
        base,
        top: at
            .saturating_sub(height / 2)
            .min(total.saturating_sub(height)),
        total,
    }
}
