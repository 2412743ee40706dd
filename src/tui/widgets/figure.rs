//! A figure made of rows of text, in which one goes from stop to stop: trees, fishbones, tables. Higher than its place it
//! scrolls with the stop under the cursor and shows a thumb.

use super::scroll::Scroll;
use crate::tui::command::Command;
use crate::tui::frame::Canvas;
use crate::tui::theme::Role;
use ratatui::layout::Rect;
use std::ops::Range;

/// A piece of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its column.
    pub col: usize,
    /// What stands there.
    pub text: String,
    /// Its voice; what is said of a stop in the voice of the body is shown as chosen when the cursor is there.
    pub role: Role,
    /// The stop that it belongs to.
    pub stop: Option<usize>,
}

/// A place to go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Its rows.
    pub rows: Range<usize>,
    /// The column of its bar of focus; stops of one column are above and below one another.
    pub col: usize,
}

/// A figure.
#[derive(Clone, Debug, Default)]
pub struct Figure {
    /// Rows that stay in place above the others.
    pub head: Vec<Vec<Piece>>,
    /// The rows.
    pub rows: Vec<Vec<Piece>>,
    /// The stops, in reading order.
    pub stops: Vec<Stop>,
}

impl Figure {
    /// Adds a stop of the rows from `from` to the last one; gives its number.
    pub fn stop(&mut self, from: usize, col: usize) -> usize {
        self.stops.push(Stop {
            rows: from..self.rows.len().max(from + 1),
            col,
        });
        self.stops.len() - 1
    }

    /// The stop to which an arrow leads from the one at `cursor`: the nearest one in that direction.
    pub fn go(&self, cursor: usize, command: Command) -> Option<usize> {
        let here = self.stops.get(cursor)?;
        let all = || self.stops.iter().enumerate();
        let row = |stop: &Stop| stop.rows.start;
        let found = match command {
            Command::Up => all()
                .filter(|(_, s)| s.col == here.col && row(s) < row(here))
                .max_by_key(|(_, s)| row(s)),
            Command::Down => all()
                .filter(|(_, s)| s.col == here.col && row(s) > row(here))
                .min_by_key(|(_, s)| row(s)),
            Command::Left => all()
                .filter(|(_, s)| s.col < here.col)
                .min_by_key(|(_, s)| (here.col - s.col, row(s).abs_diff(row(here)))),
            Command::Right => all()
                .filter(|(_, s)| s.col > here.col)
                .min_by_key(|(_, s)| (s.col - here.col, row(s).abs_diff(row(here)))),
            _ => None,
        };
        found.map(|(n, _)| n)
    }

    /// Draws; the bar of focus stands before the stop at `cursor`.
    pub fn draw(&self, cursor: usize, area: Rect, canvas: &mut Canvas) {
        for (n, row) in self.head.iter().enumerate() {
            put(row, n, None, area, canvas);
        }
        let body = self.body(area);
        let top = self.top(cursor, body);
        let shown = self.rows.iter().skip(top).take(usize::from(body.height));
        for (n, row) in shown.enumerate() {
            put(row, n, Some(cursor), body, canvas);
        }
        if let Some(stop) = self.stops.get(cursor)
            && let Some(at) = stop.rows.start.checked_sub(top)
            && at < usize::from(body.height)
        {
            let bar = Piece {
                col: stop.col,
                text: canvas.look.signs.focus.to_owned(),
                role: Role::Mark,
                stop: None,
            };
            put(&[bar], at, None, body, canvas);
        }
        let (thumb, style) = (canvas.look.signs.thumb, canvas.look.style(Role::Aside));
        Scroll { top }.draw_thumb(canvas.buf, body, self.rows.len(), thumb, style);
    }

    /// The stop at a place of the screen.
    pub fn hit(&self, cursor: usize, area: Rect, (col, row): (u16, u16)) -> Option<usize> {
        let body = self.body(area);
        let row = usize::from(row.checked_sub(body.y)?) + self.top(cursor, body);
        let col = usize::from(col.checked_sub(body.x)?);
        let here = self.stops.iter().enumerate();
        let here = here.filter(|(_, s)| s.rows.contains(&row) && s.col <= col);
        here.max_by_key(|(_, s)| s.col).map(|(n, _)| n)
    }

    fn body(&self, area: Rect) -> Rect {
        let head = u16::try_from(self.head.len()).unwrap_or(u16::MAX);
        let head = head.min(area.height);
        Rect {
            y: area.y + head,
            height: area.height - head,
            ..area
        }
    }

    /// The first row shown: all from the top while the stop shows there, else the stop a little below the middle.
    fn top(&self, cursor: usize, body: Rect) -> usize {
        let room = usize::from(body.height);
        let Some(hidden) = self.rows.len().checked_sub(room) else {
            return 0;
        };
        let stop = self.stops.get(cursor);
        let below = stop.filter(|stop| stop.rows.end > room);
        let at = below.map_or(0, |stop| stop.rows.start);
        at.saturating_sub(room * 3 / 5).min(hidden)
    }
}

/// Draws the pieces of a row, those of the stop under the cursor as chosen.
fn put(row: &[Piece], n: usize, cursor: Option<usize>, area: Rect, canvas: &mut Canvas) {
    for piece in row {
        let chosen = cursor.is_some() && piece.stop == cursor && piece.role == Role::Body;
        let role = if chosen { Role::Selected } else { piece.role };
        let col = u16::try_from(piece.col).unwrap_or(u16::MAX);
        let at = Rect {
            x: area.x.saturating_add(col),
            y: area.y + u16::try_from(n).unwrap_or(0),
            width: area.width.saturating_sub(col),
            height: 1,
        };
        canvas.line(at, &piece.text, role);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two columns: three stops at the left, two at the right.
    fn figure() -> Figure {
        let stop = |row: usize, col| Stop {
            rows: row..row + 1,
            col,
        };
        Figure {
            rows: vec![Vec::new(); 30],
            stops: vec![
                stop(0, 1),
                stop(4, 1),
                stop(9, 1),
                stop(2, 30),
                stop(20, 30),
            ],
            ..Figure::default()
        }
    }

    #[test]
    fn arrows_go_to_the_nearest_stop_in_their_direction() {
        let f = figure();
        assert_eq!(f.go(0, Command::Down), Some(1));
        assert_eq!(f.go(2, Command::Up), Some(1));
        assert_eq!(f.go(2, Command::Down), None);
        assert_eq!(f.go(1, Command::Right), Some(3));
        assert_eq!(f.go(4, Command::Left), Some(2));
        assert_eq!(f.go(3, Command::Right), None);
        assert_eq!(f.go(9, Command::Up), None);
    }

    #[test]
    fn the_stop_under_the_cursor_is_always_among_the_rows_shown() {
        let f = figure();
        let body = Rect::new(0, 0, 60, 8);
        for (n, stop) in f.stops.iter().enumerate() {
            let top = f.top(n, body);
            assert!((top..top + 8).contains(&stop.rows.start), "{n}");
            assert!(top <= 22);
        }
    }

    #[test]
    fn a_click_finds_the_stop_whose_text_stands_there() {
        let f = figure();
        let area = Rect::new(5, 2, 60, 30);
        assert_eq!(f.hit(0, area, (7, 2)), Some(0));
        assert_eq!(f.hit(0, area, (40, 4)), Some(3));
        assert_eq!(f.hit(0, area, (7, 4)), None);
        assert_eq!(f.hit(0, area, (7, 1)), None);
    }
}
