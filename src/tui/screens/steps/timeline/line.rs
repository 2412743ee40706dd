//! The line of time: on a wide page from left to right, on a narrow one from top to bottom; under it the fact in focus, in
//! full.

mod across;
mod down;

use crate::domain::analysis::Analysis;
use crate::domain::ids::FactId;
use crate::domain::session::Session;
use crate::domain::timeline::{Line, Point};
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::theme::{Role, Signs};
use crate::tui::widgets::wrap::wrap;
use crate::words::Words;
use chrono::NaiveDate;
use ratatui::layout::Rect;

/// From this width on the line runs from left to right.
const ACROSS_FROM: u16 = 76;
/// Text is never wider than this.
const MAX_TEXT: u16 = 72;
/// Rows that the picture keeps above the fact in focus.
const PICTURE: u16 = 5;

/// What is drawn.
struct Scene<'a> {
    words: Words,
    signs: Signs,
    analysis: &'a Analysis,
    /// The day of the event, if it has a date.
    day: Option<NaiveDate>,
    line: Line<'a>,
    /// The index of the point in focus.
    focus: usize,
}

fn col(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

/// The line of the open session, if there is a fact to show.
fn line(session: &Session) -> Option<Line<'_>> {
    let analysis = session.analysis().filter(|a| !a.facts.is_empty())?;
    Some(Line::new(analysis, session.day_zero()))
}

/// The fact `delta` places from `focus` along the line; the first one when there is no focus yet.
pub fn neighbour(desk: &Desk, focus: Option<FactId>, delta: isize) -> Option<FactId> {
    let line = line(desk.session()?)?;
    let at = line.points.iter().position(|p| Some(p.fact.id) == focus);
    let to = at.map_or(0, |at| {
        at.saturating_add_signed(delta).min(line.points.len() - 1)
    });
    line.points.get(to).map(|point| point.fact.id)
}

/// Draws the line with the fact in focus.
pub fn draw(desk: &Desk, area: Rect, focus: Option<FactId>, canvas: &mut Canvas) {
    let inner = Rect {
        x: area.x + 2,
        width: area.width.saturating_sub(4),
        ..area
    };
    let words = desk.words();
    let drawn = desk.session().and_then(|session| {
        let line = line(session)?;
        let at = line.points.iter().position(|p| Some(p.fact.id) == focus);
        Some(Scene {
            words,
            signs: desk.prefs.theme.signs,
            analysis: session.analysis()?,
            day: session.day_of_event(),
            focus: at.unwrap_or(0),
            line,
        })
    });
    match drawn {
        Some(scene) => scene.draw(inner, canvas),
        None => {
            canvas.text(inner, words.line_empty(), Role::Aside);
        }
    }
}

impl Scene<'_> {
    fn draw(&self, area: Rect, canvas: &mut Canvas) {
        let told = self.told(area.width.min(MAX_TEXT));
        let most = area.height.saturating_sub(PICTURE);
        let rows = col(told.len()).min(most);
        let above = Rect {
            height: area.height.saturating_sub(rows + 1),
            ..area
        };
        let used = if area.width >= ACROSS_FROM {
            across::draw(self, above, canvas)
        } else {
            down::draw(self, above, canvas)
        };
        for (y, (text, role)) in
            (area.y + used + 1..area.bottom()).zip(told.iter().take(usize::from(rows)))
        {
            canvas.line(
                Rect {
                    y,
                    height: 1,
                    ..area
                },
                text,
                *role,
            );
        }
    }

    /// The fact in focus, in full: its place, its moment, who, what, according to whom, its deviations.
    fn told(&self, width: u16) -> Vec<(String, Role)> {
        let point = &self.line.points[self.focus];
        let (fact, words) = (point.fact, self.words);
        let when = words.moment_full(&fact.when, self.day);
        let when = when.unwrap_or_else(|| fact.when.show(words.is_french()));
        let place = words.line_place(self.focus + 1, self.line.points.len());
        let star = if fact.starred { self.signs.star } else { "" };
        let who = fact.actor.filled().unwrap_or(words.line_nobody());
        let mut out = vec![(joined(&[&place, &when]), Role::Aside)];
        let mut say = |text: &str, role: Role| {
            let lines = wrap(text, usize::from(width));
            out.extend(
                lines
                    .into_iter()
                    .map(|line| (text[line].trim_end().to_owned(), role)),
            );
        };
        say(&joined(&[who, star]), Role::Title);
        say(
            fact.what.filled().unwrap_or(words.nothing_known()),
            Role::Strong,
        );
        if let Some(source) = fact.source.filled() {
            say(&words.line_source(source), Role::Aside);
        }
        for deviation in self
            .analysis
            .deviations
            .iter()
            .filter(|d| d.fact == Some(fact.id))
        {
            let observed = deviation
                .observed
                .filled()
                .unwrap_or(words.deviation_unsaid());
            say(
                &format!("{} {} {observed}", self.signs.place, deviation.id),
                Role::See,
            );
        }
        out
    }

    /// The sign of a fact: a deviation, a star, or a dot.
    fn mark(&self, point: &Point) -> (&'static str, Role) {
        match (point.deviates, point.fact.starred) {
            (true, _) => (self.signs.place, Role::See),
            (false, true) => (self.signs.star, Role::Mark),
            (false, false) => (self.signs.dot, Role::Mark),
        }
    }

    /// The name of a lane.
    fn lane(&self, lane: usize) -> &str {
        let name = self.line.lanes.get(lane).copied().unwrap_or_default();
        if name.is_empty() {
            self.words.line_nobody()
        } else {
            name
        }
    }
}

fn joined(parts: &[&str]) -> String {
    let filled: Vec<&str> = parts.iter().copied().filter(|p| !p.is_empty()).collect();
    filled.join(" · ")
}
