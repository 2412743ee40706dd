//! What was decided in all sessions, the newest first, filtered while one types, by kind and by year; beside it the whole why of
//! the one in focus. Enter opens the session there, to be read; Escape comes back here.

mod list;
mod sort;
mod why;

use super::find::{Find, place};
use super::help;
use super::home;
use super::meeting;
use super::{Flow, Input};
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::library::digest::Digest;
use crate::library::find::{Query, Source};
use crate::library::log::Entry;
use crate::library::plan::{Planned, Sheet, plan};
use crate::store::Registry;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Effect};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::tui::widgets::editor::Editor;
use crate::tui::widgets::reading::{Para, Reading};
use list::Line;
use ratatui::layout::{Position, Rect};
use sort::Sort;
use std::path::{Path, PathBuf};

/// Rows above the list: title, what is typed, kinds and years, air.
const HEAD: u16 = 4;
/// From this width on the why stands beside the list.
const BESIDE: u16 = 104;

/// A decision: the place of its session among those read, and its own among the decisions of that session.
type At = (usize, usize);

/// The screen.
#[derive(Debug, Default)]
pub struct Decisions {
    typed: Editor,
    sort: Sort,
    year: Option<i32>,
    simulations: bool,
    /// The decisions shown.
    rows: Vec<At>,
    /// The same under the headings of their sessions.
    lines: Vec<Line>,
    at: usize,
    /// The session of the one in focus, read for its why.
    peeked: Option<(PathBuf, Result<Session, Problem>)>,
    /// What became of the action in focus.
    became: Option<Planned>,
    reading: Reading,
}

impl Decisions {
    /// All of them.
    pub fn new(desk: &mut Desk) -> Self {
        let mut decisions = Self::default();
        desk.survey();
        decisions.sift(false, desk);
        decisions
    }

    /// A line is typed.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![
            Scope::Decisions,
            Scope::Finding,
            Scope::Line,
            Scope::Fields,
            Scope::Reading,
        ]
    }

    /// Help here.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Window(help::Window::Decisions)
    }

    /// The workspace was read: what was decided may be another story.
    pub fn surveyed(&mut self, desk: &mut Desk) {
        self.peeked = None;
        let focus = self.at;
        self.sift(false, desk);
        self.move_to(focus, desk);
    }

    /// Takes the session that was read for its why.
    pub fn peeked(&mut self, path: PathBuf, session: Result<Session, Problem>) {
        self.peeked = Some((path, session));
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        match input {
            Input::Command(Command::Back) => return Flow::Close,
            Input::Command(Command::Decisions) => {}
            Input::Command(Command::Search) => {
                let words = Text::line(self.typed.text());
                return Flow::Push(Find::new(&words, desk).into());
            }
            Input::Command(Command::NextField) => self.turn(1, desk),
            Input::Command(Command::PrevField) => self.turn(-1, desk),
            Input::Command(Command::OneYear) => self.next_year(desk),
            Input::Command(Command::Simulations) => {
                self.simulations = !self.simulations;
                self.sift(false, desk);
            }
            Input::Command(Command::Confirm) => return self.open(desk),
            Input::Command(Command::Up) => self.move_to(self.at.saturating_sub(1), desk),
            Input::Command(Command::Down) => self.move_to(self.at + 1, desk),
            Input::Wheel(lines) => {
                let to = self.at.saturating_add_signed(isize::from(*lines));
                self.move_to(to, desk);
            }
            Input::Command(to @ (Command::PageUp | Command::PageDown)) => {
                let (_, pane) = self.panes(desk.areas);
                let paras = self.paras(desk, pane.width);
                self.reading.update(*to, &paras, pane);
            }
            Input::Click(_, row) => return self.click(*row, desk),
            Input::Paste(text) => {
                self.typed.insert(text.as_str());
                self.sift(false, desk);
            }
            Input::Command(command) => return self.type_in(*command, desk),
        }
        Flow::Stay
    }

    fn type_in(&mut self, command: Command, desk: &mut Desk) -> Flow {
        let before = self.typed.text().to_owned();
        if !self.typed.take(command) {
            return Flow::Ignored;
        }
        if self.typed.text() != before {
            // More letters only take away from what is shown.
            let longer = !before.is_empty() && self.typed.text().starts_with(&before);
            let plain = !self.typed.text().contains(['"', '«', '»', '“', '”']);
            self.sift(longer && plain, desk);
        }
        Flow::Stay
    }

    fn turn(&mut self, by: isize, desk: &mut Desk) {
        self.sort = self.sort.turned(by);
        self.sift(false, desk);
    }

    fn next_year(&mut self, desk: &mut Desk) {
        let years = desk.registry().map(|r| sort::years(r, self.simulations));
        let years = years.unwrap_or_default();
        let next = match self.year {
            None => years.first(),
            Some(year) => years.iter().find(|y| **y < year),
        };
        self.year = next.copied();
        self.sift(false, desk);
    }

    /// Finds what is shown: among that which is already shown where `narrow`. The first has the focus.
    fn sift(&mut self, narrow: bool, desk: &mut Desk) {
        let words = desk.words();
        self.at = 0;
        if let Some(registry) = desk.registry() {
            let rows = if narrow {
                std::mem::take(&mut self.rows)
            } else {
                sort::newest_first(registry, self.simulations)
            };
            let mut sieve = sort::Sieve::new(Query::new(self.typed.text()), words);
            let shown = |at: &At| {
                decision(registry, *at).is_some_and(|(digest, entry)| {
                    self.sort.takes(entry)
                        && self.year.is_none_or(|year| sort::year(entry) == year)
                        && sieve.takes(at.0, digest, entry)
                })
            };
            self.rows = rows.into_iter().filter(shown).collect();
            self.lines = list::lines(&self.rows);
        }
        self.move_to(0, desk);
    }

    /// Puts the focus on a decision and has its why read.
    fn move_to(&mut self, at: usize, desk: &mut Desk) {
        self.at = at.min(self.rows.len().saturating_sub(1));
        self.reading = Reading::default();
        self.became = self.became(desk);
        let path = self.path(desk).map(Path::to_owned);
        let known = self.peeked.as_ref().map(|(path, _)| path);
        if let Some(path) = path.filter(|path| Some(path) != known) {
            desk.ask(Effect::Peek(path));
        }
    }

    fn focus<'d>(&self, desk: &'d Desk) -> Option<(&'d Digest, &'d Entry)> {
        decision(desk.registry()?, *self.rows.get(self.at)?)
    }

    fn path<'d>(&self, desk: &'d Desk) -> Option<&'d Path> {
        let (session, _) = self.rows.get(self.at)?;
        let found = desk.registry()?.survey.sessions.get(*session)?;
        Some(&found.0)
    }

    /// What became of the action in focus, after all that was said of it since.
    fn became(&self, desk: &Desk) -> Option<Planned> {
        let (digest, entry) = self.focus(desk)?;
        let registry = desk.registry()?;
        let action = entry.id.as_str().parse().ok()?;
        let told = registry.digests().map(|digest| &digest.sheet);
        let told: Vec<Sheet> = told
            .filter(|s| s.tells_of(digest.session))
            .cloned()
            .collect();
        let said: Vec<_> = registry.follow_ups().cloned().collect();
        let mut all = plan(&told, &said, desk.today()).into_iter();
        all.find(|planned| {
            let decided = planned.decided.map(|d| (d.session, d.action));
            decided == Some((digest.session, action))
        })
    }

    fn open(&self, desk: &mut Desk) -> Flow {
        let Some((digest, entry)) = self.focus(desk) else {
            return Flow::Stay;
        };
        if desk.session().is_some_and(|open| open.id == digest.session) {
            return Flow::GoTo(entry.spot.clone());
        }
        let spot = Some(entry.spot.clone());
        if let Some(path) = self.path(desk).map(Path::to_owned) {
            let source = Source::Session;
            desk.ask(Effect::Review { path, source, spot });
        }
        Flow::Stay
    }

    fn click(&mut self, row: u16, desk: &mut Desk) -> Flow {
        let (list, _) = self.panes(desk.areas);
        if !(list.y..list.bottom()).contains(&row) {
            return Flow::Stay;
        }
        let index = usize::from(row - list.y) + list::top(&self.lines, self.at, list);
        match self.lines.get(index) {
            Some(Line::Row(at)) if *at == self.at => return self.open(desk),
            Some(Line::Row(at)) => self.move_to(*at, desk),
            Some(Line::Head(_)) | None => {}
        }
        Flow::Stay
    }

    /// Where the list stands, and the why: beside it where there is room, else below.
    fn panes(&self, areas: crate::tui::frame::Areas) -> (Rect, Rect) {
        let area = place(areas);
        let head = HEAD.min(area.height);
        let area = Rect {
            y: area.y + head,
            height: area.height - head,
            ..area
        };
        if area.width >= BESIDE {
            let wide = area.width / 2;
            let list = Rect {
                width: wide,
                ..area
            };
            let pane = Rect {
                x: area.x + wide + 3,
                width: area.width - wide - 3,
                ..area
            };
            return (list, pane);
        }
        let high = (area.height * 2 / 5).max(3).min(area.height);
        let high = high.min(u16::try_from(self.lines.len()).unwrap_or(high).max(1));
        let list = Rect {
            height: high,
            ..area
        };
        let pane = Rect {
            y: area.y + high + 1,
            height: area.height.saturating_sub(high + 1),
            ..area
        };
        (list, pane)
    }

    fn paras(&self, desk: &Desk, width: u16) -> Vec<Para> {
        let Some((digest, entry)) = self.focus(desk) else {
            return Vec::new();
        };
        let peeked = self.peeked.as_ref();
        let peeked = peeked.filter(|(path, _)| Some(path.as_path()) == self.path(desk));
        let session = peeked.and_then(|(_, session)| session.as_ref().ok());
        why::paras(digest, entry, session, self.became.as_ref(), width, desk)
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        match desk.session() {
            Some(session) => meeting::header(desk, session, None, canvas),
            None => home::header(desk, canvas),
        }
        self.draw_head(desk, canvas);
        let words = desk.words();
        let (list, pane) = self.panes(canvas.areas);
        if let Some(registry) = desk.registry().filter(|_| !self.rows.is_empty()) {
            let shown = (self.rows.as_slice(), self.lines.as_slice());
            list::draw(registry, shown, self.at, list, desk, canvas);
            let paras = self.paras(desk, pane.width);
            if pane.y > list.y {
                let line = canvas.look.signs.rule.repeat(usize::from(pane.width));
                let rule = Rect {
                    y: pane.y - 1,
                    height: 1,
                    ..pane
                };
                canvas.line(rule, &line, Role::Track);
            }
            self.reading.draw(&paras, pane, canvas.look, canvas.buf);
            return;
        }
        let said = match desk.registry() {
            None => "",
            Some(_) if self.typed.is_empty() && self.sort == Sort::All && self.year.is_none() => {
                words.decisions_none()
            }
            Some(_) => words.decisions_none_such(),
        };
        canvas.text(list.union(pane), said, Role::Aside);
    }

    fn draw_head(&self, desk: &Desk, canvas: &mut Canvas) {
        let words = desk.words();
        let area = place(canvas.areas);
        let line = |y: u16| Rect {
            y: area.y + y,
            height: 1.min(area.height.saturating_sub(y)),
            ..area
        };
        let state = match (desk.registry(), desk.whole.progress) {
            (_, Some((read, all))) if all > 0 => words.decisions_reading_of(read, all),
            (None, _) => words.decisions_reading().to_owned(),
            (Some(_), _) => words.decisions_count(self.rows.len()),
        };
        canvas.line_right(line(0), &state, Role::Aside);
        canvas.line(line(0), words.decisions_title(), Role::Title);
        if self.typed.is_empty() {
            canvas.line(line(1), words.decisions_typed(), Role::Aside);
        }
        let style = canvas.look.style(Role::Strong);
        self.typed.draw(canvas.buf, line(1), style, 0);
        let (_, col) = self.typed.row_col(usize::from(area.width));
        let col = area.x + u16::try_from(col).unwrap_or(0);
        canvas.cursor = Some(Position::new(col, area.y + 1).into());
        sort::draw(
            self.sort,
            self.year,
            self.simulations,
            line(2),
            words,
            canvas,
        );
    }
}

/// A decision with what is known of its session.
fn decision(registry: &Registry, (session, entry): At) -> Option<(&Digest, &Entry)> {
    let found = registry.survey.sessions.get(session)?;
    let digest = found.1.as_ref().ok()?;
    Some((digest, digest.log.get(entry)?))
}
