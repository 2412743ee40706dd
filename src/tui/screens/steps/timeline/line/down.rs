//! The line of time from top to bottom: a narrow lane for each actor, named above, one row for each fact, and a broken line
//! with its length where time is skipped.

use super::{Scene, col};
use crate::tui::frame::Canvas;
use crate::tui::theme::Role;
use crate::tui::widgets::scroll::Scroll;
use crate::tui::widgets::wrap::{fit, width, wrap};
use ratatui::layout::Rect;

/// Widest column of hours.
const MAX_WHEN: usize = 12;
/// Columns that the wording keeps beside the lanes.
const MIN_TEXT: usize = 22;
/// Rows of the names of the lanes, at most.
const LEGEND: usize = 4;
/// Rows of facts below which the legend steps back.
const MIN_FACTS: usize = 4;
/// How lanes are named at their head: digits, then letters.
const HEADS: &[u8] = b"123456789abcdefghijklmnopqrstuvwxyz";

/// A row of the picture.
#[derive(Clone, Copy)]
enum Row {
    /// Time skipped before a fact.
    Gap(usize),
    /// A fact.
    Fact(usize),
    /// What has no place in time begins here.
    Apart,
}

/// The picture and its place.
struct Plot<'s, 'a> {
    scene: &'s Scene<'a>,
    area: Rect,
    /// Columns of the hours, with the space behind them.
    when: usize,
    /// Columns of one lane, and how many lanes there are; further actors share the last one.
    step: usize,
    lanes: usize,
    /// The names of the lanes, as many to a line as fit, and how many of these lines show.
    legend: Vec<String>,
    named: usize,
}

/// Draws the picture at the top of `area`; gives the rows used.
pub(super) fn draw(scene: &Scene, area: Rect, canvas: &mut Canvas) -> u16 {
    let whens = scene
        .line
        .points
        .iter()
        .map(|p| width(&scene.words.moment_short(&p.fact.when)));
    let when = whens.max().unwrap_or(0).min(MAX_WHEN) + 2;
    let room = usize::from(area.width)
        .saturating_sub(when + MIN_TEXT)
        .max(1);
    let wanted = scene.line.lanes.len();
    let step = if wanted * 2 <= room { 2 } else { 1 };
    let mut plot = Plot {
        scene,
        area,
        when,
        step,
        lanes: wanted.min(room).min(HEADS.len()),
        legend: Vec::new(),
        named: 0,
    };
    plot.legend = plot.legend();
    let least = usize::from(area.height).saturating_sub(MIN_FACTS + 1);
    plot.named = plot.legend.len().min(least).min(LEGEND);
    plot.draw(canvas)
}

impl Plot<'_, '_> {
    fn draw(&self, canvas: &mut Canvas) -> u16 {
        let mut y = self.area.y;
        for (n, line) in self.legend.iter().take(self.named).enumerate() {
            let more = n + 1 == self.named && !self.all_named();
            let text = if more {
                self.legend[n..].join("   ")
            } else {
                line.clone()
            };
            canvas.line(
                Rect {
                    y,
                    height: 1,
                    ..self.area
                },
                &text,
                Role::Aside,
            );
            y += 1;
        }
        self.heads(y, canvas);
        let rows = self.rows();
        let place = Rect {
            y: y + 1,
            height: self.area.bottom().saturating_sub(y + 1),
            ..self.area
        };
        let top = self.top(&rows, usize::from(place.height));
        for (y, row) in (place.y..place.bottom()).zip(rows.iter().skip(top)) {
            self.row(*row, y, canvas);
        }
        let seen = Rect {
            width: place.width + 2,
            ..place
        };
        let style = canvas.look.style(Role::Aside);
        let thumb = canvas.look.signs.thumb;
        Scroll { top }.draw_thumb(canvas.buf, seen, rows.len(), thumb, style);
        (y + 1 - self.area.y) + col(rows.len()).min(place.height)
    }

    /// Whether every lane is named above; otherwise each fact says who.
    fn all_named(&self) -> bool {
        self.named == self.legend.len() && self.lanes == self.scene.line.lanes.len()
    }

    /// The names of the lanes, as many to a line as fit.
    fn legend(&self) -> Vec<String> {
        let entry = |lane: usize| {
            let name = self.scene.lane(lane);
            format!(
                "{}\u{a0}{}",
                head(lane.min(self.lanes - 1)),
                name.replace(' ', "\u{a0}")
            )
        };
        let names: Vec<String> = (0..self.scene.line.lanes.len()).map(entry).collect();
        let text = names.join("   ");
        let lines = wrap(&text, usize::from(self.area.width));
        lines
            .into_iter()
            .map(|line| text[line].trim_end().to_owned())
            .collect()
    }

    fn heads(&self, y: u16, canvas: &mut Canvas) {
        let focus = self.lane(self.scene.focus);
        for lane in 0..self.lanes {
            let role = if lane == focus {
                Role::Title
            } else {
                Role::Aside
            };
            self.put(self.when + lane * self.step, y, &head(lane), role, canvas);
        }
    }

    fn rows(&self) -> Vec<Row> {
        let line = &self.scene.line;
        let mut rows = Vec::with_capacity(line.points.len() * 2);
        for index in 0..line.points.len() {
            if index == line.placed() {
                rows.push(Row::Apart);
            } else if line.gap(index).is_some() {
                rows.push(Row::Gap(index));
            }
            rows.push(Row::Fact(index));
        }
        rows
    }

    /// The first row that shows: the fact in focus stands in the middle, except near the ends.
    fn top(&self, rows: &[Row], high: usize) -> usize {
        let at = rows
            .iter()
            .position(|row| matches!(row, Row::Fact(i) if *i == self.scene.focus));
        let wanted = at.unwrap_or(0).saturating_sub(high / 2);
        wanted.min(rows.len().saturating_sub(high))
    }

    fn put(&self, column: usize, y: u16, text: &str, role: Role, canvas: &mut Canvas) {
        let x = self.area.x + col(column);
        let place = Rect::new(x, y, self.area.right().saturating_sub(x), 1);
        canvas.line(place, text, role);
    }

    /// The lane of a fact; further actors share the last one.
    fn lane(&self, index: usize) -> usize {
        self.scene.line.points[index].lane.min(self.lanes - 1)
    }

    fn text_at(&self) -> usize {
        self.when + self.lanes * self.step + 1
    }

    /// The lanes whose actor has acted before fact `index` and acts again, drawn through this row.
    fn running(&self, index: usize, y: u16, sign: &str, canvas: &mut Canvas) {
        let placed = self.scene.line.placed();
        for lane in 0..self.lanes {
            let acts = |mut range: std::ops::Range<usize>| range.any(|i| self.lane(i) == lane);
            if index < placed && acts(0..index) && acts(index..placed) {
                self.put(self.when + lane * self.step, y, sign, Role::Aside, canvas);
            }
        }
    }

    fn row(&self, row: Row, y: u16, canvas: &mut Canvas) {
        let (scene, words) = (self.scene, self.scene.words);
        match row {
            Row::Apart => self.put(0, y, words.line_apart_long(), Role::Aside, canvas),
            Row::Gap(index) => {
                self.running(index, y, scene.signs.skipped, canvas);
                let later = scene.line.gap(index).map(|gap| {
                    format!(
                        "{} {}",
                        scene.signs.skipped,
                        words.line_later(words.gap(gap))
                    )
                });
                self.put(
                    self.text_at(),
                    y,
                    &later.unwrap_or_default(),
                    Role::Aside,
                    canvas,
                );
            }
            Row::Fact(index) => self.fact(index, y, canvas),
        }
    }

    fn fact(&self, index: usize, y: u16, canvas: &mut Canvas) {
        let (scene, words) = (self.scene, self.scene.words);
        let point = &scene.line.points[index];
        let focused = index == scene.focus;
        if focused {
            let bar = Rect::new(self.area.x.saturating_sub(2), y, 1, 1);
            canvas.line(bar, scene.signs.focus, Role::Mark);
        }
        let when = words.moment_short(&point.fact.when);
        let role = if focused { Role::Strong } else { Role::Aside };
        self.put(0, y, &fit(&when, MAX_WHEN), role, canvas);
        self.running(index, y, scene.signs.upright, canvas);
        let (sign, role) = scene.mark(point);
        self.put(
            self.when + self.lane(index) * self.step,
            y,
            sign,
            role,
            canvas,
        );
        let what = point.fact.what.filled().unwrap_or(words.nothing_known());
        let who = scene.lane(point.lane);
        let room = usize::from(self.area.width).saturating_sub(self.text_at());
        let text = if self.all_named() {
            what.to_owned()
        } else {
            format!("{who} · {what}")
        };
        let role = if focused { Role::Selected } else { Role::Body };
        self.put(self.text_at(), y, &fit(&text, room), role, canvas);
    }
}

fn head(lane: usize) -> String {
    HEADS
        .get(lane)
        .map_or_else(String::new, |byte| char::from(*byte).to_string())
}
