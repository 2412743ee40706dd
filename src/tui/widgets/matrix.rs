//! A matrix with letters in its cells: severity and likelihood, impact and effort. The zone of a cell is a sign as well as a
//! colour, and the signs are named under the matrix.

use super::wrap;
use crate::tui::theme::{Role, Signs, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Widest column of labels at the left.
const GUTTER: usize = 26;
/// Widest cell.
const CELL: usize = 12;

/// One axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis<'a> {
    /// What it measures.
    pub title: &'a str,
    /// Its levels, lowest first.
    pub labels: &'a [&'a str],
}

/// The zone that a cell lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone<'a> {
    /// Its colour.
    pub role: Role,
    /// Its sign, one column wide.
    pub sign: &'a str,
    /// Its name.
    pub name: &'a str,
}

/// A letter and the levels, from 0, at which it stands: across and up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The letter.
    pub letter: char,
    /// Level on the axis across.
    pub across: usize,
    /// Level on the axis up.
    pub up: usize,
}

/// A matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Matrix<'a> {
    /// The axis from left to right.
    pub across: Axis<'a>,
    /// The axis from bottom to top.
    pub up: Axis<'a>,
    /// What stands in it.
    pub places: &'a [Place],
}

impl Matrix<'_> {
    /// Rows that it takes at `width` columns, its legend included.
    pub fn n_rows<'z>(&self, width: usize, zone: impl Fn(usize, usize) -> Zone<'z>) -> usize {
        self.up.labels.len() + 3 + self.legend(width, &zone).len()
    }

    /// Draws it; `zone` says in which zone the cell at a level across and a level up lies. The highest level up is at the top.
    pub fn draw<'z>(
        &self,
        buf: &mut Buffer,
        area: Rect,
        theme: &Theme,
        zone: impl Fn(usize, usize) -> Zone<'z>,
    ) {
        let width = usize::from(area.width);
        let gutter = self.gutter(width);
        let cell = self.cell(width);
        let mut pen = Pen { buf, area, theme };
        pen.put(0, 0, self.up.title, width, Role::Aside);
        let n = self.up.labels.len();
        for (line, up) in (0..n).rev().enumerate() {
            let y = line + 1;
            pen.put(
                0,
                y,
                self.up.labels[up],
                gutter.saturating_sub(1),
                Role::Aside,
            );
            for across in 0..self.across.labels.len() {
                let zone = zone(across, up);
                let x = gutter + across * cell;
                pen.put(x, y, zone.sign, cell, zone.role);
                let letters = self.letters(across, up, cell.saturating_sub(3), &theme.signs);
                pen.put(x + 2, y, &letters, cell.saturating_sub(3), Role::Strong);
            }
        }
        self.draw_axis(&mut pen, width);
        for (line, zones) in self.legend(width, &zone).iter().enumerate() {
            let mut x = 0;
            for zone in zones {
                pen.put(x, n + 3 + line, zone.sign, 1, zone.role);
                pen.put(x + 2, n + 3 + line, zone.name, width, Role::Body);
                x += entry_width(zone);
            }
        }
    }

    /// The levels across and their title, under the cells.
    fn draw_axis(&self, pen: &mut Pen, width: usize) {
        let (gutter, cell, n) = (self.gutter(width), self.cell(width), self.up.labels.len());
        for (across, label) in self.across.labels.iter().enumerate() {
            let x = gutter + across * cell;
            pen.put(x, n + 1, label, cell.saturating_sub(1), Role::Aside);
        }
        let title = self.across.title;
        let right = gutter + cell * self.across.labels.len();
        let x = right.saturating_sub(wrap::width(title) + 1);
        pen.put(x, n + 2, title, width, Role::Aside);
    }

    /// Columns of the labels at the left, with the space behind them.
    fn gutter(&self, width: usize) -> usize {
        let widest = self.up.labels.iter().map(|label| wrap::width(label)).max();
        widest
            .unwrap_or(0)
            .min(GUTTER)
            .min((width / 2).saturating_sub(2))
            + 2
    }

    /// Columns of a cell, with the space behind it.
    fn cell(&self, width: usize) -> usize {
        let room = width.saturating_sub(self.gutter(width));
        (room / self.across.labels.len().max(1)).clamp(1, CELL)
    }

    /// The letters of a cell in at most `room` columns: `A C`, `AC`, else the first and the last, `A‥F`.
    fn letters(&self, across: usize, up: usize, room: usize, signs: &Signs) -> String {
        let here = self
            .places
            .iter()
            .filter(|p| (p.across, p.up) == (across, up));
        let mut letters: Vec<char> = here.map(|p| p.letter).collect();
        letters.sort_unstable();
        let spaced: Vec<String> = letters.iter().map(char::to_string).collect();
        for separator in [" ", ""] {
            let all = spaced.join(separator);
            if wrap::width(&all) <= room {
                return all;
            }
        }
        let between = if *signs == Signs::PLAIN { ".." } else { "‥" };
        let ends = [spaced.first(), spaced.last()].map(|end| end.map_or("", String::as_str));
        let span = ends.join(between);
        if wrap::width(&span) <= room {
            span
        } else {
            // So narrow a cell says at least that there is more than its first letter.
            let first: String = ends[0].chars().take(room.saturating_sub(1)).collect();
            first + "+"
        }
    }

    /// The zones that occur, lowest first, in lines of at most `width` columns.
    fn legend<'z>(
        &self,
        width: usize,
        zone: &impl Fn(usize, usize) -> Zone<'z>,
    ) -> Vec<Vec<Zone<'z>>> {
        let mut zones: Vec<Zone<'z>> = Vec::new();
        for up in 0..self.up.labels.len() {
            for across in 0..self.across.labels.len() {
                let found = zone(across, up);
                if !zones.contains(&found) {
                    zones.push(found);
                }
            }
        }
        let mut lines: Vec<Vec<Zone<'z>>> = Vec::new();
        let mut used = 0;
        for zone in zones {
            let wide = entry_width(&zone);
            match lines.last_mut() {
                Some(line) if used + wide <= width + 3 => line.push(zone),
                _ => {
                    used = 0;
                    lines.push(vec![zone]);
                }
            }
            used += wide;
        }
        lines
    }
}

/// Columns of a zone in the legend, with the space behind it.
fn entry_width(zone: &Zone) -> usize {
    wrap::width(zone.name) + 5
}

/// Draws at columns and rows of an area, and never outside.
struct Pen<'b> {
    buf: &'b mut Buffer,
    area: Rect,
    theme: &'b Theme,
}

impl Pen<'_> {
    /// Draws `text`, cut with `…` to `room` columns or to the edge.
    fn put(&mut self, x: usize, y: usize, text: &str, room: usize, role: Role) {
        let area = self.area.intersection(self.buf.area);
        let room = room.min(usize::from(area.width).saturating_sub(x));
        if room == 0 || y >= usize::from(area.height) {
            return;
        }
        if let (Ok(x), Ok(y)) = (u16::try_from(x), u16::try_from(y)) {
            let shown = wrap::fit(text, room);
            let style = self.theme.style(role);
            self.buf
                .set_stringn(area.x + x, area.y + y, shown, room, style);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::tui::theme::{Depth, Scheme};
    use proptest::prelude::*;

    const LEVELS: [&str; 3] = ["1 rare", "2 possible", "3 fréquent"];

    fn place(letter: char, across: usize, up: usize) -> Place {
        Place { letter, across, up }
    }

    fn matrix(places: &[Place]) -> Matrix<'_> {
        Matrix {
            across: Axis {
                title: "gravité",
                labels: &["1", "2", "3"],
            },
            up: Axis {
                title: "vraisemblance",
                labels: &LEVELS,
            },
            places,
        }
    }

    fn zone(across: usize, up: usize) -> Zone<'static> {
        match across + up {
            0..=1 => Zone {
                role: Role::Done,
                sign: "·",
                name: "acceptable",
            },
            2..=3 => Zone {
                role: Role::See,
                sign: "!",
                name: "tolérable",
            },
            _ => Zone {
                role: Role::Refused,
                sign: "✗",
                name: "inacceptable",
            },
        }
    }

    fn drawn(matrix: &Matrix, width: u16, signs: &Signs) -> Vec<String> {
        let theme = Theme::load(Scheme::Clair, Depth::None, *signs).unwrap();
        let height = u16::try_from(matrix.n_rows(usize::from(width), zone)).unwrap();
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        matrix.draw(&mut buf, area, &theme, zone);
        let row = |y| -> String {
            (0..width)
                .map(|x| buf[(x, y)].symbol().to_owned())
                .collect()
        };
        (0..height).map(|y| row(y).trim_end().to_owned()).collect()
    }

    #[test]
    fn letters_stand_at_their_levels_and_zones_are_named() {
        let places = [place('C', 1, 2), place('A', 1, 2), place('B', 2, 0)];
        assert_eq!(
            drawn(&matrix(&places), 42, &Signs::FULL),
            [
                "vraisemblance",
                "3 fréquent  !         ! A C     ✗",
                "2 possible  ·         !         !",
                "1 rare      ·         ·         ! B",
                "            1         2         3",
                "                                  gravité",
                "· acceptable   ! tolérable",
                "✗ inacceptable",
            ]
        );
    }

    #[test]
    fn many_letters_in_one_cell_stay_readable() {
        let places: Vec<Place> = "FEDCBA".chars().map(|c| place(c, 0, 0)).collect();
        let many = matrix(&places);
        assert_eq!(many.letters(0, 0, 11, &Signs::FULL), "A B C D E F");
        assert_eq!(many.letters(0, 0, 6, &Signs::FULL), "ABCDEF");
        assert_eq!(many.letters(0, 0, 5, &Signs::FULL), "A‥F");
        assert_eq!(many.letters(0, 0, 4, &Signs::PLAIN), "A..F");
        assert_eq!(many.letters(0, 0, 2, &Signs::FULL), "A+");
        assert_eq!(many.letters(1, 0, 2, &Signs::FULL), "");
    }

    proptest! {
        #[test]
        fn it_never_draws_outside(width in 0_u16..50, height in 0_u16..12, letters in "[A-T]{0,9}") {
            let theme = Theme::load(Scheme::Sombre, Depth::Full, Signs::FULL).unwrap();
            let places: Vec<Place> = letters.chars().map(|c| place(c, 1, 1)).collect();
            let mut buf = Buffer::empty(Rect::new(0, 0, 40, 10));
            let area = Rect::new(2, 1, width, height);
            matrix(&places).draw(&mut buf, area, &theme, zone);
            for (i, cell) in buf.content.iter().enumerate() {
                let (x, y) = buf.pos_of(i);
                prop_assert!(area.contains((x, y).into()) || cell.symbol() == " ");
            }
        }
    }
}
