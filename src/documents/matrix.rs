//! A matrix with labels in its cells, as marks in characters: the screen draws them in its colours, the record writes them as
//! lines. The zone of a cell is a sign; zones are named inside where their names find room, else in words under the matrix.

use super::figure::{Mark, width};

/// Widest column of levels at the left.
const GUTTER: usize = 20;
/// Widest cell.
const CELL: usize = 18;
/// Columns between the sign of a cell and its labels, the sign included.
const SIGN: usize = 2;
/// Columns behind an entry of the legend.
const GAP: usize = 3;
/// Rows of labels in one cell before they are set without spaces.
const LOOSE: usize = 2;

/// One axis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Axis {
    /// What it measures.
    pub title: String,
    /// Its levels, lowest first.
    pub levels: Vec<String>,
}

/// A label and the levels, from 0, at which it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What is drawn.
    pub label: String,
    /// Level on the axis across.
    pub across: usize,
    /// Level on the axis up.
    pub up: usize,
    /// Whether it only tells where the same thing could have been.
    pub faint: bool,
}

/// A zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// Its sign, one column wide.
    pub sign: &'static str,
    /// Its name.
    pub name: String,
}

/// A matrix.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// The axis from left to right.
    pub across: Axis,
    /// The axis from bottom to top.
    pub up: Axis,
    /// What stands in it.
    pub places: Vec<Place>,
    /// The zones, lowest first.
    pub zones: Vec<Zone>,
    /// The zone of each cell: by level up, then by level across.
    pub zone_of: Vec<Vec<usize>>,
}

/// What a mark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// A level or the title of an axis.
    Axis,
    /// The sign of a zone.
    Sign(usize),
    /// The name of a zone.
    Name(usize),
    /// The label of the place at this index.
    Label(usize),
    /// How many labels more stand in a cell than it can hold.
    More,
}

/// The room that it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Columns.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// Whether cells are set apart by blank rows where there is room for them.
    pub airy: bool,
}

/// A label where it stands in its cell: its index, its row and column.
type Set = (usize, usize, usize);

impl Matrix {
    /// Rows of some marks.
    pub fn n_rows(marks: &[Mark<Voice>]) -> usize {
        marks.iter().map(|m| m.row + 1).max().unwrap_or(0)
    }

    /// The picture. What a cell cannot hold is counted in it.
    pub fn marks(&self, room: Room) -> Vec<Mark<Voice>> {
        let inside = self.named_inside(room.width);
        let most = self.places.len().max(1);
        let mut rows = (1..=most).rev();
        // The fullest cell gives way until all of it stands in the room.
        loop {
            let cap = rows.next().unwrap_or(1);
            let bands = self.bands(room.width, cap);
            let high = self.height(&bands, room.width, inside);
            if high <= room.height || cap == 1 {
                let air = self.up.levels.len().saturating_sub(1);
                let airy = room.airy && high + air <= room.height;
                return self.drawn(&bands, room.width, inside, airy);
            }
        }
    }

    fn n_across(&self) -> usize {
        self.across.levels.len().max(1)
    }

    fn gutter(&self, wide: usize) -> usize {
        let widest = self.up.levels.iter().map(|level| width(level)).max();
        let most = GUTTER.min((wide / 2).saturating_sub(2));
        widest.unwrap_or(0).min(most) + 2
    }

    fn cell(&self, wide: usize) -> usize {
        let room = wide.saturating_sub(self.gutter(wide));
        (room / self.n_across()).clamp(1, CELL)
    }

    fn zone(&self, across: usize, up: usize) -> Option<usize> {
        self.zone_of.get(up)?.get(across).copied()
    }

    /// Where a zone begins in a row of cells without having been in the row above: its first cell and how many there are.
    fn begins(&self, up: usize) -> Vec<(usize, usize, usize)> {
        let mut out: Vec<(usize, usize, usize)> = Vec::new();
        for across in 0..self.across.levels.len() {
            let Some(zone) = self.zone(across, up) else {
                continue;
            };
            match out.last_mut() {
                Some((last, _, n)) if *last == zone => *n += 1,
                _ => out.push((zone, across, 1)),
            }
        }
        out.retain(|(zone, across, _)| self.zone(*across, up + 1) != Some(*zone));
        out
    }

    /// Whether each zone is one block whose name stands in it.
    fn named_inside(&self, wide: usize) -> bool {
        let cell = self.cell(wide);
        let all: Vec<_> = (0..self.up.levels.len())
            .flat_map(|up| self.begins(up))
            .collect();
        let fits = |(zone, _, n): &(usize, usize, usize)| {
            let name = self.zones.get(*zone).map_or(0, |z| width(&z.name));
            name < n * cell
        };
        all.len() == self.zones.len() && all.iter().all(fits)
    }

    /// The labels of each cell in rows, at most `cap` of them, and the rows that each row of cells takes.
    fn bands(&self, wide: usize, cap: usize) -> Vec<(usize, Vec<Vec<Mark<Voice>>>)> {
        let room = self.cell(wide).saturating_sub(SIGN + 1).max(1);
        let row = |up: usize| {
            let cells: Vec<_> = (0..self.across.levels.len())
                .map(|across| self.set(across, up, room, cap))
                .collect();
            let high = cells.iter().map(|marks| Self::n_rows(marks)).max();
            (high.unwrap_or(0).max(1), cells)
        };
        (0..self.up.levels.len()).map(row).collect()
    }

    /// The labels of one cell.
    fn set(&self, across: usize, up: usize, room: usize, cap: usize) -> Vec<Mark<Voice>> {
        let here = self.places.iter().enumerate();
        let here = here.filter(|(_, p)| (p.across, p.up) == (across, up));
        let here: Vec<(usize, &str)> = here.map(|(i, p)| (i, p.label.as_str())).collect();
        let loose = flow(&here, room, 1);
        let rows = |set: &[Set]| set.last().map_or(0, |(_, row, _)| row + 1);
        let short = here.iter().all(|(_, label)| width(label) == 1);
        let set = if short && rows(&loose) > LOOSE.min(cap) {
            flow(&here, room, 0)
        } else {
            loose
        };
        let mark = |(index, row, col): &Set| Mark {
            row: *row,
            col: *col,
            text: self.places[*index].label.clone(),
            voice: Voice::Label(*index),
        };
        if rows(&set) <= cap {
            return set.iter().map(mark).collect();
        }
        let mut kept: Vec<Set> = set.iter().filter(|s| s.1 < cap).copied().collect();
        let more = |kept: &[Set]| format!("+{}", set.len() - kept.len());
        let end = |(index, _, col): &Set| col + width(&self.places[*index].label);
        while let Some(last) = kept.last()
            && last.1 + 1 == cap
            && end(last) + width(&more(&kept)) > room
        {
            kept.pop();
        }
        let col = kept.last().filter(|s| s.1 + 1 == cap).map_or(0, end);
        let text = more(&kept);
        let mut out: Vec<_> = kept.iter().map(mark).collect();
        out.push(Mark {
            row: cap - 1,
            col,
            text,
            voice: Voice::More,
        });
        out
    }

    fn height(&self, bands: &[(usize, Vec<Vec<Mark<Voice>>>)], wide: usize, inside: bool) -> usize {
        let rows: usize = bands.iter().map(|(high, _)| high).sum();
        let named = (0..bands.len()).filter(|up| !self.begins(*up).is_empty());
        let names = if inside {
            named.count()
        } else {
            self.legend(wide).len()
        };
        rows + names + 3
    }

    fn drawn(
        &self,
        bands: &[(usize, Vec<Vec<Mark<Voice>>>)],
        wide: usize,
        inside: bool,
        airy: bool,
    ) -> Vec<Mark<Voice>> {
        let (gutter, cell) = (self.gutter(wide), self.cell(wide));
        let mut out = vec![text(0, 0, self.up.title.clone(), Voice::Axis)];
        let mut y = 1;
        for (up, (high, cells)) in bands.iter().enumerate().rev() {
            let names = if inside { self.begins(up) } else { Vec::new() };
            for (zone, across, _) in &names {
                let name = self.zones[*zone].name.clone();
                let x = gutter + across * cell;
                out.push(text(y, x, name, Voice::Name(*zone)));
            }
            y += usize::from(!names.is_empty());
            let level = cut(&self.up.levels[up], gutter.saturating_sub(1));
            out.push(text(y, 0, level, Voice::Axis));
            for (across, marks) in cells.iter().enumerate() {
                let x = gutter + across * cell;
                if let Some(zone) = self.zone(across, up) {
                    let sign = self.zones[zone].sign.to_owned();
                    out.push(text(y, x, sign, Voice::Sign(zone)));
                }
                let placed = marks.iter().map(|mark| Mark {
                    row: y + mark.row,
                    col: x + SIGN + mark.col,
                    ..mark.clone()
                });
                out.extend(placed);
            }
            y += high + usize::from(airy && up > 0);
        }
        self.foot(y, wide, inside, &mut out);
        out
    }

    /// The levels across with their title, and the zones in words unless they are named inside.
    fn foot(&self, y: usize, wide: usize, inside: bool, out: &mut Vec<Mark<Voice>>) {
        let (gutter, cell) = (self.gutter(wide), self.cell(wide));
        for (across, level) in self.across.levels.iter().enumerate() {
            let level = cut(level, cell.saturating_sub(1));
            out.push(text(y, gutter + across * cell, level, Voice::Axis));
        }
        let title = self.across.title.clone();
        let right = gutter + cell * self.n_across();
        let x = right.saturating_sub(width(&title) + 1);
        out.push(text(y + 1, x, title, Voice::Axis));
        if inside {
            return;
        }
        for (line, zones) in self.legend(wide).iter().enumerate() {
            let mut x = 0;
            for zone in zones {
                let Zone { sign, name } = self.zones[*zone].clone();
                out.push(text(y + 2 + line, x, sign.to_owned(), Voice::Sign(*zone)));
                x += SIGN;
                let wide = width(&name);
                out.push(text(y + 2 + line, x, name, Voice::Name(*zone)));
                x += wide + GAP;
            }
        }
    }

    /// The zones that occur, in lines of at most `wide` columns.
    fn legend(&self, wide: usize) -> Vec<Vec<usize>> {
        let occurs = |zone: &usize| self.zone_of.iter().flatten().any(|z| z == zone);
        let mut lines: Vec<Vec<usize>> = Vec::new();
        let mut used = 0;
        for zone in (0..self.zones.len()).filter(occurs) {
            let entry = SIGN + width(&self.zones[zone].name) + GAP;
            match lines.last_mut() {
                Some(line) if used + entry <= wide + GAP => line.push(zone),
                _ => {
                    used = 0;
                    lines.push(vec![zone]);
                }
            }
            used += entry;
        }
        lines
    }
}

/// Labels one behind the other in rows of `room` columns, `gap` columns apart.
fn flow(labels: &[(usize, &str)], room: usize, gap: usize) -> Vec<Set> {
    let (mut row, mut col) = (0, 0);
    let mut out = Vec::new();
    for (index, label) in labels {
        let wide = width(label);
        if col > 0 && col + wide > room {
            row += 1;
            col = 0;
        }
        out.push((*index, row, col));
        col += wide + gap;
    }
    out
}

/// A text cut to some columns.
fn cut(text: &str, wide: usize) -> String {
    if width(text) <= wide {
        return text.to_owned();
    }
    let mut out = String::new();
    for c in text.chars() {
        if width(&out) + 2 > wide {
            break;
        }
        out.push(c);
    }
    out + "…"
}

fn text(row: usize, col: usize, text: String, voice: Voice) -> Mark<Voice> {
    Mark {
        row,
        col,
        text,
        voice,
    }
}

#[cfg(test)]
mod tests;
