//! A list of places to go to: home and settings. The lines are made anew each time; only the cursor is kept.

use super::scroll::Scroll;
use super::wrap::{draw_wrapped, fit, n_rows, width};
use crate::tui::command::Command;
use crate::tui::screens::Input;
use crate::tui::theme::{Look, Role};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Where the first cell stands: after the bar of the focus and a space.
const INDENT: u16 = 2;
/// Columns that words below a line leave free at the right: the thumb's, and one of air.
const THUMB: u16 = 2;
/// Lines passed over by a page key or a turn of the wheel's page.
const PAGE: usize = 10;

/// A line.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Pieces of text, each with its column after the indent; a piece is cut where the next one begins.
    pub cells: Vec<(u16, String, Role)>,
    /// What stands at the right edge.
    pub right: Option<(String, Role)>,
    /// What stands below, wrapped, under the cell at this column.
    pub below: Option<(u16, String, Role)>,
    /// What stands beside the first cell, wrapped, from this column on.
    pub beside: Option<(u16, String, Role)>,
    /// Whether it can be opened.
    pub opens: bool,
}

/// What input did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Not for the menu.
    Ignored,
    /// The cursor moved.
    Moved,
    /// This one of those that open was chosen.
    Open(usize),
}

/// The cursor of a menu.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Menu {
    /// Which of the lines that open has the focus.
    pub cursor: usize,
}

impl Line {
    /// An empty line.
    pub fn blank() -> Self {
        Self::default()
    }

    /// A heading.
    pub fn heading(text: String) -> Self {
        Self {
            cells: vec![(0, text, Role::Title)],
            ..Self::default()
        }
    }

    /// Words to be read, wrapped.
    pub fn note(text: String, role: Role) -> Self {
        Self {
            below: Some((0, text, role)),
            ..Self::default()
        }
    }

    fn rows(&self, wide: u16) -> u16 {
        let room = |col: &u16| usize::from(wide.saturating_sub(INDENT + col + THUMB));
        let below = self.below.as_ref();
        let below = below.map_or(0, |(col, text, _)| n_rows(text, room(col)));
        let first = match &self.beside {
            Some((col, text, _)) => n_rows(text, room(col)),
            None => usize::from(self.below.is_none() || !self.cells.is_empty()),
        };
        u16::try_from(first + below).unwrap_or(u16::MAX)
    }
}

impl Menu {
    /// Takes input. `area` is where the menu is drawn.
    pub fn take(&mut self, input: &Input, lines: &[Line], area: Rect, look: Look) -> Choice {
        let n = lines.iter().filter(|line| line.opens).count();
        let last = n.saturating_sub(1);
        self.cursor = self.cursor.min(last);
        let to = match input {
            Input::Command(Command::Confirm) if n > 0 => return Choice::Open(self.cursor),
            Input::Command(Command::Up) | Input::Wheel(i16::MIN..=-1) => {
                self.cursor.saturating_sub(1)
            }
            Input::Command(Command::Down) | Input::Wheel(_) => self.cursor + 1,
            Input::Command(Command::PageUp) => self.cursor.saturating_sub(PAGE),
            Input::Command(Command::PageDown) => self.cursor + PAGE,
            Input::Command(Command::First) => 0,
            Input::Command(Command::Last) => last,
            Input::Click(_, row) => match self.hit(*row, lines, area, look) {
                Some(at) if at == self.cursor => return Choice::Open(at),
                Some(at) => at,
                None => return Choice::Ignored,
            },
            _ => return Choice::Ignored,
        };
        self.cursor = to.min(last);
        Choice::Moved
    }

    fn hit(self, row: u16, lines: &[Line], area: Rect, look: Look) -> Option<usize> {
        let (places, top, _) = self.layout(lines, area, look);
        let at = row.checked_sub(area.y)? + top;
        let index = places
            .iter()
            .position(|(start, rows)| (*start..start + rows).contains(&at))?;
        let before = lines[..index].iter().filter(|line| line.opens).count();
        lines[index].opens.then_some(before)
    }

    /// Start and rows of every line, the first row shown, the rows of all: the focus in the middle once it does not fit.
    fn layout(self, lines: &[Line], area: Rect, look: Look) -> (Vec<(u16, u16)>, u16, u16) {
        let mut at = 0u16;
        let mut places = Vec::with_capacity(lines.len());
        let mut focus = 0;
        let mut opening = 0;
        for line in lines {
            let rows = line.rows(area.width);
            if line.opens {
                if opening == self.cursor {
                    focus = at;
                }
                opening += 1;
            }
            places.push((at, rows));
            let air = u16::from(look.is_wall() && line.opens);
            at = at.saturating_add(rows + air);
        }
        let top = if at > area.height {
            focus
                .saturating_sub(area.height / 2)
                .min(at.saturating_sub(area.height))
        } else {
            0
        };
        (places, top, at)
    }

    /// Draws.
    pub fn draw(self, lines: &[Line], area: Rect, look: Look, buf: &mut Buffer) {
        let (places, top, total) = self.layout(lines, area, look);
        let mut opening = 0;
        for (line, (start, rows)) in lines.iter().zip(&places) {
            let selected = line.opens && opening == self.cursor;
            opening += usize::from(line.opens);
            let Some(y) = start.checked_sub(top).filter(|y| *y < area.height) else {
                continue;
            };
            let place = Rect {
                y: area.y + y,
                height: (*rows).min(area.height - y),
                ..area
            };
            draw_line(line, place, selected, look, buf);
        }
        let scroll = Scroll {
            top: usize::from(top),
        };
        let style = look.style(Role::Aside);
        scroll.draw_thumb(buf, area, usize::from(total), look.signs.thumb, style);
    }
}

fn draw_line(line: &Line, place: Rect, selected: bool, look: Look, buf: &mut Buffer) {
    // A window over a very small screen has no place for a line.
    if place.width < 2 || place.height == 0 {
        return;
    }
    // The last column is the thumb's.
    let right_end = place.right().saturating_sub(1);
    let style = |role| look.style(if selected { Role::Selected } else { role });
    if selected {
        buf.set_string(place.x, place.y, look.signs.focus, look.style(Role::Mark));
        let bar = Rect::new(place.x + 1, place.y, right_end - place.x - 1, 1);
        buf.set_style(bar, look.style(Role::Selected));
    }
    let mut edge = right_end;
    if let Some((text, role)) = &line.right {
        let wide = u16::try_from(width(text)).unwrap_or(0);
        edge = right_end.saturating_sub(wide + 1);
        buf.set_string(edge, place.y, text, style(*role));
        edge = edge.saturating_sub(2);
    }
    for (i, (col, text, role)) in line.cells.iter().enumerate() {
        let x = place.x + INDENT + col;
        let next = line.cells.get(i + 1);
        let end = next.map_or(edge, |(col, ..)| (place.x + INDENT + col).saturating_sub(1));
        let room = usize::from(end.min(edge).saturating_sub(x));
        buf.set_string(x, place.y, fit(text, room), style(*role));
    }
    if let Some((col, text, role)) = &line.beside {
        let area = Rect {
            x: place.x + INDENT + col,
            width: place.width.saturating_sub(INDENT + col + THUMB),
            ..place
        };
        draw_wrapped(buf, area, text, style(*role));
    }
    if let Some((col, text, role)) = &line.below {
        let down = u16::from(!line.cells.is_empty());
        let area = Rect {
            x: place.x + INDENT + col,
            y: place.y + down,
            width: place.width.saturating_sub(INDENT + col + THUMB),
            height: place.height.saturating_sub(down),
        };
        draw_wrapped(buf, area, text, look.style(*role));
    }
}
