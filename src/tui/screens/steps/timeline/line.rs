//! The line of time: facts from top to bottom, a lane for each actor, the deviations marked, and a broken line with its
//! length where time is skipped.

use crate::domain::analysis::{Analysis, Fact};
use crate::domain::session::Session;
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::theme::{Role, Signs};
use crate::tui::widgets::scroll::Scroll;
use crate::tui::widgets::wrap::{fit, width, wrap};
use crate::words::Words;
use chrono::TimeDelta;
use ratatui::layout::Rect;

/// Widest column of hours.
const MAX_WHEN: usize = 14;
/// Most lanes; further actors share the last one.
const MAX_LANES: usize = 8;
/// From this many minutes between two facts on, time is skipped.
const SKIP: i64 = 30;
/// Minutes of an hour and of a day.
const HOUR: i64 = 60;
const DAY: i64 = 24 * HOUR;
/// Widest line of the picture.
const MAX_WIDTH: u16 = 76;

/// A piece of a row: its column, its text, its voice.
type Piece = (u16, String, Role);

/// One row of the picture.
type Row = Vec<Piece>;

/// What is common to all rows.
struct Pen<'a> {
    words: Words,
    signs: Signs,
    analysis: &'a Analysis,
    facts: Vec<&'a Fact>,
    actors: Vec<&'a str>,
    /// Columns of the hours, with the space behind them.
    when: usize,
    wide: usize,
}

fn col(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

/// How many rows the picture has at this width.
pub fn n_rows(desk: &Desk, area: Rect) -> usize {
    desk.session().map_or(0, |s| rows(s, desk, area).len())
}

/// Draws the picture from the row `scroll` on.
pub fn draw(desk: &Desk, area: Rect, scroll: Scroll, canvas: &mut Canvas) {
    let Some(session) = desk.session() else {
        return;
    };
    let rows = rows(session, desk, area);
    for (y, row) in (area.y..area.bottom()).zip(rows.iter().skip(scroll.top)) {
        for (x, text, role) in row {
            let at = Rect {
                x: area.x + 2 + x,
                y,
                width: area.width.saturating_sub(3 + x),
                height: 1,
            };
            canvas.line(at, text, *role);
        }
    }
    let style = canvas.look.style(Role::Aside);
    let thumb = canvas.look.signs.thumb;
    scroll.draw_thumb(canvas.buf, area, rows.len(), thumb, style);
}

fn rows(session: &Session, desk: &Desk, area: Rect) -> Vec<Row> {
    let words = desk.words();
    let Some(analysis) = session.analysis().filter(|a| !a.facts.is_empty()) else {
        return vec![vec![(0, words.line_empty().to_owned(), Role::Aside)]];
    };
    let facts: Vec<&Fact> = analysis.facts.iter().collect();
    let french = words.is_french();
    let when = facts.iter().map(|f| width(&f.when.show(french))).max();
    let mut actors: Vec<&str> = Vec::new();
    for fact in &facts {
        if !actors.contains(&fact.actor.as_str()) {
            actors.push(fact.actor.as_str());
        }
    }
    let pen = Pen {
        words,
        signs: desk.prefs.theme.signs,
        analysis,
        facts,
        actors,
        when: when.unwrap_or(0).min(MAX_WHEN) + 2,
        wide: usize::from(area.width.saturating_sub(4).min(MAX_WIDTH)),
    };
    let mut out = Vec::new();
    let mut last = None;
    for index in 0..pen.facts.len() {
        let place = pen.facts[index].when.place(session.day_zero());
        if let (Some(before), Some(now)) = (last, place) {
            out.extend(pen.gap(index, now - before));
        }
        out.extend(pen.fact(index));
        last = place.or(last);
    }
    out
}

impl Pen<'_> {
    /// The lane of a fact.
    fn lane(&self, index: usize) -> usize {
        let actor = self.facts[index].actor.as_str();
        let at = self.actors.iter().position(|a| *a == actor).unwrap_or(0);
        at.min(MAX_LANES - 1)
    }

    /// Columns before the text: the hours and the lanes.
    fn text_at(&self) -> usize {
        self.when + self.actors.len().min(MAX_LANES) * 2 + 1
    }

    /// The lanes that run past the place before fact `index`: their actor has acted, and acts again.
    fn running(&self, index: usize, sign: &str) -> Vec<Piece> {
        let lanes = 0..self.actors.len().min(MAX_LANES);
        let runs = |lane: &usize| {
            (0..index).any(|i| self.lane(i) == *lane)
                && (index..self.facts.len()).any(|i| self.lane(i) == *lane)
        };
        let piece = |lane| (col(self.when + lane * 2), sign.to_owned(), Role::Aside);
        lanes.filter(runs).map(piece).collect()
    }

    /// Time skipped before a fact: a broken line with its length.
    fn gap(&self, index: usize, skipped: TimeDelta) -> Option<Row> {
        let minutes = skipped.num_minutes();
        if minutes < SKIP {
            return None;
        }
        let mut row = self.running(index, self.signs.skipped);
        let text = match minutes {
            0..HOUR => self.words.line_minutes(minutes),
            HOUR..DAY => self.words.line_hours(minutes / HOUR, minutes % HOUR),
            _ => self.words.line_days(minutes / DAY),
        };
        row.push((col(self.text_at()), text, Role::Aside));
        Some(row)
    }

    /// A fact: its hour, its mark in the lane of its actor, who and what.
    fn fact(&self, index: usize) -> Vec<Row> {
        let fact = self.facts[index];
        let deviations = self.analysis.deviations.iter();
        let deviations: Vec<String> = deviations
            .filter(|d| d.fact == Some(fact.id))
            .map(|d| d.id.to_string())
            .collect();
        let (mark, role) = match (deviations.is_empty(), fact.starred) {
            (false, _) => (self.signs.place, Role::See),
            (true, true) => (self.signs.star, Role::Mark),
            (true, false) => (self.signs.dot, Role::Mark),
        };
        let when = fact.when.show(self.words.is_french());
        let lane = self.lane(index);
        let mut first: Row = vec![(0, fit(&when, MAX_WHEN).into_owned(), Role::Aside)];
        let passing = self.running(index, self.signs.upright);
        let mine = col(self.when + lane * 2);
        first.extend(passing.into_iter().filter(|(x, _, _)| *x != mine));
        first.push((mine, mark.to_owned(), role));
        let who = fact.actor.filled().unwrap_or(self.words.line_nobody());
        let who = if deviations.is_empty() {
            who.to_owned()
        } else {
            format!("{who} · {} {}", self.signs.place, deviations.join(", "))
        };
        first.push((col(self.text_at()), who, Role::Aside));
        let mut out = vec![first];
        let what = fact.what.filled().unwrap_or(self.words.nothing_known());
        let room = self.wide.saturating_sub(self.text_at()).max(8);
        for line in wrap(what, room) {
            let mut row = self.running(index + 1, self.signs.upright);
            let text = what[line].trim_end().to_owned();
            row.push((col(self.text_at()), text, Role::Body));
            out.push(row);
        }
        out
    }
}
