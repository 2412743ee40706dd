//! The bands and the path: each state of a barrier has its own shape and its own sign, so that colour only repeats them.

use super::super::barrier::sign;
use super::{Scene, col};
use crate::domain::analysis::{Barrier, BarrierState};
use crate::domain::slices::{Reach, Slice};
use crate::tui::frame::Canvas;
use crate::tui::theme::Role;
use crate::tui::widgets::wrap::{fit, width, wrap};
use ratatui::layout::Rect;

/// Narrowest and widest place of a band, with its air.
const CELL: (usize, usize) = (12, 17);
/// Columns before the first band and behind the last one.
const SIDES: (usize, usize) = (4, 4);
/// Widest and tallest band.
const MAX_BAND: (usize, usize) = (7, 9);
/// Most rows of names.
const MAX_NAMES: usize = 5;
/// From this height on there is a row for the arrow of the focus.
const MARKED: usize = 11;

/// The picture and its place.
struct Plot<'s, 'a> {
    scene: &'s Scene<'a>,
    area: Rect,
    /// Columns of the place of one band, and of the band.
    cell: usize,
    band: usize,
    /// The first band that shows, and how many do.
    from: usize,
    shown: usize,
    /// Rows of a band.
    high: usize,
}

/// Draws the bands at the top of `area`; gives the rows used.
pub(super) fn draw(scene: &Scene, area: Rect, canvas: &mut Canvas) -> u16 {
    let count = scene.slices.all.len();
    let room = usize::from(area.width).saturating_sub(SIDES.0 + SIDES.1);
    let shown = count.min(room / CELL.0).max(1);
    let cell = (room / shown).clamp(CELL.0, CELL.1);
    let mut plot = Plot {
        scene,
        area,
        cell,
        band: if cell >= 13 { MAX_BAND.0 } else { 5 },
        from: scene.focus.saturating_sub(shown / 2).min(count - shown),
        shown,
        high: 0,
    };
    let rows = usize::from(area.height);
    let marked = usize::from(rows >= MARKED);
    // Kinds, the arrow of the focus, the bands, their numbers; then names as far as there is room.
    let wanted = (0..count).map(|n| plot.name(n).len()).max().unwrap_or(1);
    let free = rows.saturating_sub(2 + marked);
    let names = wanted.min(MAX_NAMES).min(free / 3).max(1);
    let high = free.saturating_sub(names).clamp(1, MAX_BAND.1);
    plot.high = if high.is_multiple_of(2) {
        high - 1
    } else {
        high
    };
    plot.draw(marked, names, canvas)
}

impl Plot<'_, '_> {
    fn draw(&self, marked: usize, names: usize, canvas: &mut Canvas) -> u16 {
        self.kinds(canvas);
        let top = self.area.y + 1 + col(marked);
        let below = top + col(self.high);
        for at in 0..self.shown {
            let slice = &self.scene.slices.all[self.from + at];
            self.band(at, slice.barrier, top, canvas);
        }
        self.path(top + col(self.high / 2), canvas);
        for at in 0..self.shown {
            if marked > 0 && self.from + at == self.scene.focus {
                self.centred(at, top - 1, self.scene.signs.unfolded, Role::Mark, canvas);
            }
            self.foot(at, below, names, canvas);
        }
        1 + col(marked + self.high + 1 + names)
    }

    /// The first column of the place of a band that shows.
    fn x(&self, at: usize) -> u16 {
        self.area.x + col(SIDES.0 + at * self.cell)
    }

    /// The first column of the band itself.
    fn band_x(&self, at: usize) -> u16 {
        self.x(at) + col((self.cell - self.band) / 2)
    }

    fn put(&self, x: u16, y: u16, text: &str, role: Role, canvas: &mut Canvas) {
        let place = Rect::new(x, y, self.area.right().saturating_sub(x), 1);
        canvas.line(place, text, role);
    }

    /// A short text in the middle of the place of a band.
    fn centred(&self, at: usize, y: u16, text: &str, role: Role, canvas: &mut Canvas) {
        let text = fit(text, self.cell - 1);
        let x = self.x(at) + col((self.cell - width(&text)) / 2);
        self.put(x, y, &text, role, canvas);
    }

    /// The kinds, each over its first band that shows.
    fn kinds(&self, canvas: &mut Canvas) {
        let words = self.scene.words;
        let kind = |at: usize| self.scene.slices.all[self.from + at].barrier.kind;
        let mut at = 0;
        while at < self.shown {
            let same = (at..self.shown)
                .take_while(|n| kind(*n) == kind(at))
                .count();
            let room = same * self.cell - 1;
            let name = words.capital(words.barrier_kind(kind(at)));
            let text = if width(&name) <= room {
                name.as_str()
            } else {
                words.slices_kind(kind(at))
            };
            let x = self.x(at) + col(room.saturating_sub(width(text)) / 2);
            self.put(x, self.area.y, text, Role::Title, canvas);
            at += same;
        }
    }

    /// The band of a barrier, row by row.
    fn band(&self, at: usize, barrier: &Barrier, top: u16, canvas: &mut Canvas) {
        let state = barrier.state;
        let (_, role) = sign(state, &self.scene.signs);
        let role = if state == BarrierState::Unknown {
            Role::Track
        } else {
            role
        };
        for row in 0..self.high {
            let text = self.row(state, row);
            self.put(self.band_x(at), top + col(row), &text, role, canvas);
        }
    }

    /// A row of a band: full where it stopped the path, a hole where it gave way, low where it was bypassed, hollow where it
    /// was switched off, a trace where it was absent, thin where nobody knows.
    fn row(&self, state: BarrierState, row: usize) -> String {
        let signs = &self.scene.signs;
        let middle = self.high / 2;
        let wide = self.band;
        let hole = row.abs_diff(middle) <= usize::from(self.high >= 7);
        let edges = |edge: &str, inside: &str| format!("{edge}{}{edge}", inside.repeat(wide - 2));
        let last = row + 1 == self.high;
        match state {
            BarrierState::Worked => signs.block.repeat(wide),
            BarrierState::Failed if hole => String::new(),
            BarrierState::Failed => signs.block.repeat(wide),
            BarrierState::Bypassed if row <= middle => String::new(),
            BarrierState::Bypassed => signs.block.repeat(wide),
            BarrierState::Disabled if row == 0 => {
                format!(
                    "{}{}{}",
                    signs.corners[0],
                    signs.rule.repeat(wide - 2),
                    signs.corners[1]
                )
            }
            BarrierState::Disabled if last => {
                format!(
                    "{}{}{}",
                    signs.corners[2],
                    signs.rule.repeat(wide - 2),
                    signs.corners[3]
                )
            }
            BarrierState::Disabled => edges(signs.upright, " "),
            BarrierState::Absent => edges(signs.not_yet, " "),
            BarrierState::Unknown if hole => String::new(),
            BarrierState::Unknown => signs.gauge_empty.repeat(wide),
        }
    }

    /// The path of the event, from the danger at the left to the harm at the right, or to the barrier that stopped it.
    fn path(&self, y: u16, canvas: &mut Canvas) {
        let (words, all) = (self.scene.words, &self.scene.slices.all);
        let hidden = all.len() - self.from - self.shown;
        let before = match self.from {
            0 => words.slices_danger().to_owned(),
            n => format!("{}{n}", self.scene.signs.cut),
        };
        self.put(
            self.area.x,
            y - 1.min(col(self.high / 2)),
            &before,
            Role::Aside,
            canvas,
        );
        for at in 0..self.shown {
            self.leg(at, &all[self.from + at], y, canvas);
        }
        let end = self.band_x(self.shown - 1) + col(self.band);
        let reach = match all.get(self.from + self.shown) {
            Some(next) => next.reach,
            None => self.scene.slices.harm,
        };
        let last = &all[self.from + self.shown - 1];
        // What an absent trace or a hole lets out runs on to the edge.
        self.stretch(end, self.edge(), reach, y, canvas);
        let (text, role) = match (hidden, reach) {
            (0, Reach::Stopped) => (
                words.slices_stopped(last.barrier.kind).to_owned(),
                Role::Done,
            ),
            (0, _) => (words.slices_harm().to_owned(), Role::Refused),
            (n, _) => (format!("{n}{}", self.scene.signs.cut), Role::Aside),
        };
        if hidden == 0 && reach != Reach::Stopped {
            self.put(
                self.edge() - 1,
                y,
                self.scene.signs.folded,
                Role::Refused,
                canvas,
            );
        }
        let text = fit(
            &text,
            usize::from(self.area.right().saturating_sub(end + 1)),
        );
        self.put(end + 1, y - 1.min(col(self.high / 2)), &text, role, canvas);
    }

    /// The column behind the path.
    fn edge(&self) -> u16 {
        (self.x(self.shown) + col(SIDES.1)).min(self.area.right())
    }

    /// The path up to a band and through it.
    fn leg(&self, at: usize, slice: &Slice, y: u16, canvas: &mut Canvas) {
        let from = match at {
            0 => self.area.x,
            at => self.band_x(at - 1) + col(self.band),
        };
        let band = self.band_x(at);
        self.stretch(from, band, slice.reach, y, canvas);
        if slice.reach == Reach::Stopped {
            return;
        }
        let (state_sign, role) = sign(slice.barrier.state, &self.scene.signs);
        if slice.barrier.state == BarrierState::Worked {
            self.put(band - 1, y, self.scene.signs.folded, Role::Mark, canvas);
        } else {
            self.stretch(band, band + col(self.band), slice.reach, y, canvas);
            self.put(band + col(self.band / 2), y, state_sign, role, canvas);
        }
    }

    /// A piece of the path: whole, or broken where only a part of the event came so far.
    fn stretch(&self, from: u16, to: u16, reach: Reach, y: u16, canvas: &mut Canvas) {
        let (sign, role) = match reach {
            Reach::Whole => (self.scene.signs.rule, Role::Mark),
            Reach::Part => (self.scene.signs.skipped, Role::Mark),
            Reach::Stopped => return,
        };
        let text = sign.repeat(usize::from(to.saturating_sub(from)));
        self.put(from, y, &text, role, canvas);
    }

    /// Under a band: its number with the signs of its states, and its name.
    fn foot(&self, at: usize, y: u16, names: usize, canvas: &mut Canvas) {
        let index = self.from + at;
        let barrier = self.scene.slices.all[index].barrier;
        let (first, role) = sign(barrier.state, &self.scene.signs);
        let then = barrier.then.map(|then| sign(then, &self.scene.signs));
        let signs = then.map_or(first.to_owned(), |(then, _)| {
            format!("{first}{}{then}", self.scene.signs.leads)
        });
        let id = barrier.id.to_string();
        let wide = width(&id) + 1 + width(&signs);
        let x = self.x(at) + col((self.cell.saturating_sub(wide)) / 2);
        let focused = index == self.scene.focus;
        self.put(
            x,
            y,
            &id,
            if focused { Role::Selected } else { Role::Aside },
            canvas,
        );
        let role = then.map_or(role, |(_, role)| role);
        self.put(x + col(width(&id) + 1), y, &signs, role, canvas);
        let lines = self.name(index);
        let role = if focused { Role::Strong } else { Role::Body };
        for (n, line) in lines.iter().take(names).enumerate() {
            let cut = n + 1 == names && lines.len() > names;
            let text = if cut {
                lines[n..].join(" ")
            } else {
                line.clone()
            };
            self.centred(at, y + 1 + col(n), &text, role, canvas);
        }
    }

    /// The name of a barrier in lines as wide as its place; a word that is wider is cut rather than broken.
    fn name(&self, index: usize) -> Vec<String> {
        let barrier = self.scene.slices.all[index].barrier;
        let name = barrier
            .what
            .filled()
            .unwrap_or(self.scene.words.barrier_unsaid());
        let room = self.cell - 1;
        let words: Vec<_> = name.split(' ').map(|word| fit(word, room)).collect();
        let name = words.join(" ");
        let lines = wrap(&name, room);
        lines
            .into_iter()
            .map(|line| name[line].trim_end().to_owned())
            .collect()
    }
}
