//! The line of time from left to right: a lane for each actor, days and hours under them, a broken line where time is skipped.

use super::{Scene, col};
use crate::domain::timeline::Spread;
use crate::tui::frame::Canvas;
use crate::tui::theme::Role;
use crate::tui::widgets::scroll::Scroll;
use crate::tui::widgets::wrap::{fit_words, width, wrap};
use chrono::Timelike;
use ratatui::layout::Rect;

/// Widest name of a lane.
const MAX_NAME: usize = 22;
/// Rows of the axis: the rule, the hours, the days.
const AXIS: u16 = 3;
/// Columns between two labels under the axis.
const AIR: usize = 1;

/// The picture and its place.
struct Plot<'s, 'a> {
    scene: &'s Scene<'a>,
    spread: Spread,
    /// Columns of the names.
    names: usize,
    /// The first column of the line that shows, and how many do.
    from: usize,
    room: usize,
    area: Rect,
}

/// Draws the picture at the top of `area`; gives the rows used.
pub(super) fn draw(scene: &Scene, area: Rect, canvas: &mut Canvas) -> u16 {
    let lanes = scene.line.lanes.len();
    let names = (0..lanes)
        .map(|lane| width(scene.lane(lane)))
        .max()
        .unwrap_or(0)
        .min(MAX_NAME);
    let room = usize::from(area.width).saturating_sub(names + 3);
    let spread = scene.line.spread(room, width(scene.words.line_apart()));
    let middle = spread.columns[scene.focus].saturating_sub(room / 2);
    let plot = Plot {
        scene,
        names,
        from: middle.min(spread.width.saturating_sub(room)),
        spread,
        room,
        area,
    };
    plot.draw(canvas)
}

impl Plot<'_, '_> {
    fn draw(&self, canvas: &mut Canvas) -> u16 {
        let lanes = self.scene.line.lanes.len();
        let high = usize::from(self.area.height.saturating_sub(AXIS));
        // With room for it, each lane has air below, which a long name may take.
        let each = if lanes * 2 <= high { 2 } else { 1 };
        let shown = lanes.min(high / each).max(1);
        let lane = self.scene.line.points[self.scene.focus].lane;
        let top = lane.saturating_sub(shown / 2).min(lanes - shown);
        for n in 0..shown {
            self.lane(top + n, self.area.y + col(n * each), each, canvas);
        }
        let axis = self.area.y + col(shown * each);
        self.drop(self.area.y + col((lane - top) * each), axis, each, canvas);
        self.axis(axis, canvas);
        if shown < lanes {
            let seen = Rect {
                width: self.area.width + 2,
                height: col(shown * each),
                ..self.area
            };
            let style = canvas.look.style(Role::Aside);
            let thumb = canvas.look.signs.thumb;
            Scroll { top }.draw_thumb(canvas.buf, seen, lanes, thumb, style);
        }
        col(shown * each) + AXIS
    }

    /// Where a column of the line is on the screen, if it shows.
    fn x(&self, column: usize) -> Option<u16> {
        let at = column.checked_sub(self.from).filter(|at| *at < self.room)?;
        Some(self.area.x + col(self.names + 2 + at))
    }

    fn put(&self, column: usize, y: u16, text: &str, role: Role, canvas: &mut Canvas) {
        if let Some(x) = self.x(column) {
            let place = Rect::new(x, y, self.area.right().saturating_sub(x), 1);
            canvas.line(place, text, role);
        }
    }

    /// The rule of a lane or of the axis: broken by `skip` where time is skipped, absent among what has no place in time.
    fn rule(&self, y: u16, skip: &str, canvas: &mut Canvas) {
        let signs = &self.scene.signs;
        let end = self.spread.end();
        let sign = |c| {
            if self.spread.is_skipped(c) {
                skip
            } else {
                signs.rule
            }
        };
        let text: String = (self.from..end.min(self.from + self.room))
            .map(sign)
            .collect();
        self.put(self.from, y, &text, Role::Aside, canvas);
    }

    fn lane(&self, lane: usize, y: u16, rows: usize, canvas: &mut Canvas) {
        let scene = self.scene;
        let mine = scene.line.points[scene.focus].lane == lane;
        let role = if mine { Role::Strong } else { Role::Body };
        let name = scene.lane(lane);
        let lines = wrap(name, self.names);
        for (n, line) in lines.iter().take(rows).enumerate() {
            let last = n + 1 == rows && lines.len() > rows;
            let end = if last { name.len() } else { line.end };
            let text = fit_words(name[line.start..end].trim_end(), self.names);
            let place = Rect::new(self.area.x, y + col(n), col(self.names), 1);
            canvas.line(place, &text, role);
        }
        self.rule(y, " ", canvas);
        for (index, point) in scene.line.points.iter().enumerate() {
            if point.lane == lane {
                let (sign, role) = scene.mark(point);
                let role = if index == scene.focus {
                    Role::Selected
                } else {
                    role
                };
                self.put(self.spread.columns[index], y, sign, role, canvas);
            }
        }
    }

    /// A thin line from the fact in focus down to its hour, through the air between the lanes.
    fn drop(&self, from: u16, axis: u16, each: usize, canvas: &mut Canvas) {
        let column = self.spread.columns[self.scene.focus];
        for y in (from + 1..axis).filter(|y| each > 1 && (y - from) % 2 == 1) {
            self.put(column, y, self.scene.signs.upright, Role::Mark, canvas);
        }
    }

    /// The rule of time, with a tick at each moment, the length of what is skipped, hours and days as far as they fit: that
    /// of the fact in focus always.
    fn axis(&self, y: u16, canvas: &mut Canvas) {
        let (scene, words) = (self.scene, self.scene.words);
        self.rule(y, scene.signs.skipped, canvas);
        for index in (0..scene.line.placed()).filter(|i| self.begins(*i)) {
            self.put(
                self.spread.columns[index],
                y,
                scene.signs.tick,
                Role::Aside,
                canvas,
            );
        }
        let beyond = self.from + self.room;
        for (hidden, at) in [
            (self.from > 0, self.from),
            (self.spread.width > beyond, beyond - 1),
        ] {
            if hidden {
                self.put(at, y, scene.signs.cut, Role::See, canvas);
            }
        }
        for (from, to, behind) in &self.spread.skips {
            let text = scene
                .line
                .gap(*behind)
                .map(|gap| words.gap(gap))
                .unwrap_or_default();
            let wide = width(&text) + 2;
            if let Some(air) = (to - from).checked_sub(wide) {
                self.put(from + air / 2, y, &format!(" {text} "), Role::Aside, canvas);
            }
        }
        if let Some(apart) = self.spread.apart {
            self.put(apart, y, words.line_apart(), Role::Aside, canvas);
        }
        self.labels(y + 1, |index| self.hour(index), canvas);
        self.labels(y + 2, |index| self.day(index), canvas);
    }

    /// Labels under the axis, none over another; the one of the fact in focus first.
    fn labels(&self, y: u16, label: impl Fn(usize) -> String, canvas: &mut Canvas) {
        let placed = self.scene.line.placed();
        let focus = self.scene.focus;
        let mut taken: Vec<(usize, usize)> = Vec::new();
        let moments = (0..placed).filter(|i| self.begins(*i));
        for index in std::iter::once(focus)
            .filter(|i| *i < placed)
            .chain(moments)
        {
            let text = label(index);
            let (from, to) = self.span(self.spread.columns[index], width(&text));
            let free = taken.iter().all(|(a, b)| to + AIR <= *a || from >= b + AIR);
            if text.is_empty() || !free || self.x(from).is_none() || self.x(to - 1).is_none() {
                continue;
            }
            let role = if index == focus {
                Role::Title
            } else {
                Role::Aside
            };
            self.put(from, y, &text, role, canvas);
            taken.push((from, to));
        }
    }

    /// The columns of a label at a column: behind it, or before it at the right edge.
    fn span(&self, column: usize, wide: usize) -> (usize, usize) {
        let edge = self.from + self.room;
        let from = column.min(edge.saturating_sub(wide)).max(self.from);
        (from, from + wide)
    }

    /// Whether a moment begins at a point: the one before it, if any, is of another.
    fn begins(&self, index: usize) -> bool {
        let points = &self.scene.line.points;
        index == 0 || points[index].at != points[index - 1].at
    }

    fn hour(&self, index: usize) -> String {
        let hour = self.scene.line.points[index].fact.when.hour();
        hour.map(|h| format!("{:02}:{:02}", h.hour(), h.minute()))
            .unwrap_or_default()
    }

    /// The day where a new one begins, as the fact tells it; nothing where all happened on one day of which only hours are told.
    fn day(&self, index: usize) -> String {
        let (line, words) = (&self.scene.line, self.scene.words);
        let told = index == self.scene.focus && (0..line.placed()).any(|i| line.begins_day(i));
        if !told && !line.begins_day(index) {
            return String::new();
        }
        words.moment_day(&line.points[index].fact.when)
    }
}
