//! Search in everything that was written: all sessions, the events and analyses that wait, what was said between meetings. The
//! answers come from behind while one types, session by session; Enter goes to the place, Escape comes back here.

mod rows;

use super::help;
use super::home;
use super::meeting;
use super::{Flow, Input};
use crate::domain::text::Text;
use crate::library::find::{Hit, Query, Source};
use crate::store::{Answer, Told};
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Effect};
use crate::tui::frame::{Areas, Canvas};
use crate::tui::keymap::{Scope, key_for, key_name};
use crate::tui::theme::Role;
use crate::tui::widgets::editor::Editor;
use crate::tui::widgets::scroll::Scroll;
use ratatui::layout::{Position, Rect};
use rows::Row;

/// Fewest letters that are looked for: one alone stands everywhere.
const ENOUGH: usize = 2;
/// Rows above the list: title, what is typed, air.
const HEAD: u16 = 3;
/// Lines passed over by a page key.
const PAGE: usize = 10;

/// The screen.
#[derive(Debug, Default)]
pub struct Find {
    typed: Editor,
    /// Whether simulations answer as well.
    simulations: bool,
    answers: Vec<Answer>,
    /// Whether all was read; and whether there would have been more to tell.
    over: Option<bool>,
    /// Which of the rows that open has the focus.
    at: usize,
    /// The answers that are shown whole.
    whole: Vec<usize>,
}

impl Find {
    /// With words to begin with.
    pub fn new(words: &Text, desk: &mut Desk) -> Self {
        let mut find = Self {
            typed: Editor::new(words.as_str(), false),
            ..Self::default()
        };
        find.ask(desk);
        find
    }

    /// A line is typed.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![Scope::Finding, Scope::Line, Scope::Fields, Scope::Reading]
    }

    /// Help here.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Window(help::Window::Find)
    }

    /// Has the search begun anew.
    fn ask(&mut self, desk: &mut Desk) {
        self.answers.clear();
        self.whole.clear();
        (self.at, self.over) = (0, None);
        let typed = Text::line(self.typed.text());
        desk.ask(if self.asks() {
            Effect::Find(typed, self.simulations)
        } else {
            Effect::StopFinding
        });
    }

    /// Whether enough is typed.
    fn asks(&self) -> bool {
        let letters = self.typed.text().chars();
        letters.filter(|c| c.is_alphanumeric()).count() >= ENOUGH
            && !Query::new(self.typed.text()).is_empty()
    }

    /// It is on top again: what another search broke off is gone on with.
    pub fn resume(&mut self, desk: &mut Desk) {
        if self.asks() && self.over.is_none() {
            let (at, whole) = (self.at, std::mem::take(&mut self.whole));
            self.ask(desk);
            (self.at, self.whole) = (at, whole);
        }
    }

    /// Takes what was found behind.
    pub fn told(&mut self, told: Told) {
        match told {
            Told::More(answers) => self.answers.extend(answers),
            Told::Over(cut) => self.over = Some(cut),
        }
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        match input {
            Input::Command(Command::Back) => {
                desk.ask(Effect::StopFinding);
                return Flow::Close;
            }
            Input::Command(Command::Search) => {}
            Input::Command(Command::Simulations) => {
                self.simulations = !self.simulations;
                self.ask(desk);
            }
            Input::Command(Command::Confirm) => return self.open(desk),
            Input::Command(Command::Up | Command::PrevField) => self.step(-1),
            Input::Command(Command::Down | Command::NextField) => self.step(1),
            Input::Command(Command::PageUp) => self.leap(-1),
            Input::Command(Command::PageDown) => self.leap(1),
            Input::Wheel(lines) => self.step(if *lines < 0 { -1 } else { 1 }),
            Input::Click(_, row) => return self.click(*row, desk),
            Input::Paste(text) => {
                self.typed.insert(text.as_str());
                self.ask(desk);
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
            self.ask(desk);
        }
        Flow::Stay
    }

    fn step(&mut self, by: isize) {
        let n = self.rows().iter().filter(|row| row.opens()).count();
        let to = self.at.saturating_add_signed(by);
        self.at = to.min(n.saturating_sub(1));
    }

    fn leap(&mut self, way: isize) {
        self.step(way * PAGE.cast_signed());
    }

    fn click(&mut self, y: u16, desk: &mut Desk) -> Flow {
        let list = list(place(desk.areas));
        let rows = self.rows();
        let index = usize::from(y.saturating_sub(list.y)) + self.top(&rows, list);
        let Some(row) = rows.get(index).filter(|row| y >= list.y && row.opens()) else {
            return Flow::Stay;
        };
        let at = rows[..index].iter().filter(|row| row.opens()).count();
        let again = at == self.at;
        self.at = at;
        let more = matches!(row, Row::More(..));
        if again || more {
            self.open(desk)
        } else {
            Flow::Stay
        }
    }

    fn rows(&self) -> Vec<Row> {
        rows::rows(&self.answers, &self.whole)
    }

    /// The row in focus among all.
    fn focus(&self, rows: &[Row]) -> Option<usize> {
        let mut opening = rows.iter().enumerate().filter(|(_, row)| row.opens());
        opening.nth(self.at).map(|(index, _)| index)
    }

    /// The first row shown: the focus in the middle once it does not fit.
    fn top(&self, rows: &[Row], list: Rect) -> usize {
        let high = usize::from(list.height);
        let focus = self.focus(rows).unwrap_or(0);
        let last = rows.len().saturating_sub(high);
        focus.saturating_sub(high / 2).min(last)
    }

    fn open(&mut self, desk: &mut Desk) -> Flow {
        let rows = self.rows();
        match self.focus(&rows).map(|index| &rows[index]) {
            Some(Row::Hit(answer, hit)) => {
                let answer = &self.answers[*answer];
                go(answer, &answer.group.hits[*hit], desk)
            }
            Some(Row::More(answer, _)) => {
                self.whole.push(*answer);
                Flow::Stay
            }
            Some(Row::Head(_)) | None => Flow::Stay,
        }
    }

    /// How far it is, and how much was found.
    fn state(&self, desk: &Desk) -> String {
        let words = desk.words();
        let hits = self.answers.iter().map(|a| a.group.hits.len()).sum();
        match self.over {
            _ if !self.asks() => String::new(),
            None => words.find_under_way(hits),
            Some(true) => words.find_many(hits, self.answers.len()),
            Some(false) => words.find_found(hits, self.answers.len()),
        }
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        match desk.session() {
            Some(session) => meeting::header(desk, session, None, canvas),
            None => home::header(desk, canvas),
        }
        let words = desk.words();
        let area = place(canvas.areas);
        let line = |y: u16| Rect {
            y: area.y + y,
            height: 1.min(area.height.saturating_sub(y)),
            ..area
        };
        let taken = canvas.line_right(line(0), &self.state(desk), Role::Aside);
        let title = Rect {
            width: area.width.saturating_sub(taken + 2),
            ..line(0)
        };
        let said = if self.simulations {
            words.find_title_simulations()
        } else {
            words.find_title()
        };
        canvas.line(title, said, Role::Title);
        if self.typed.is_empty() {
            canvas.line(line(1), words.find_typed(), Role::Aside);
        }
        let style = canvas.look.style(Role::Strong);
        self.typed.draw(canvas.buf, line(1), style, 0);
        let (_, col) = self.typed.row_col(usize::from(area.width));
        let col = area.x + u16::try_from(col).unwrap_or(0);
        canvas.cursor = Some(Position::new(col, area.y + 1).into());
        self.draw_list(desk, list(area), canvas);
    }

    fn draw_list(&self, desk: &Desk, list: Rect, canvas: &mut Canvas) {
        let words = desk.words();
        if !self.asks() {
            canvas.text(list, words.find_hint(), Role::Aside);
            return;
        }
        if self.answers.is_empty() {
            if self.over.is_some() {
                canvas.text(list, &self.nothing(desk), Role::Aside);
            }
            return;
        }
        let rows = self.rows();
        let (top, focus) = (self.top(&rows, list), self.focus(&rows));
        for (y, (index, row)) in (list.y..list.bottom()).zip(rows.iter().enumerate().skip(top)) {
            let place = Rect {
                y,
                height: 1,
                width: list.width.saturating_sub(2),
                ..list
            };
            rows::draw(
                row,
                &self.answers,
                focus == Some(index),
                place,
                desk,
                canvas,
            );
        }
        let beside = Rect {
            width: list.width + 1,
            ..list
        };
        let (thumb, style) = (canvas.look.signs.thumb, canvas.look.style(Role::Aside));
        Scroll { top }.draw_thumb(canvas.buf, beside, rows.len(), thumb, style);
    }

    /// Nothing answers; what may be done about it.
    fn nothing(&self, desk: &Desk) -> String {
        let words = desk.words();
        if self.simulations {
            return words.find_nothing().to_owned();
        }
        let key = key_for(Command::Simulations, &[Scope::Finding], words.0);
        let key = key.map(|key| key_name(key, words.0)).unwrap_or_default();
        format!(
            "{} {}",
            words.find_nothing(),
            words.find_try_simulations(&key)
        )
    }
}

/// Goes to a place that answers: in a session read again, in the open one, or where it waits.
fn go(answer: &Answer, hit: &Hit, desk: &mut Desk) -> Flow {
    let open = desk.session().map(|session| session.id);
    if open == Some(answer.group.id) && answer.group.source != Source::Incident {
        return Flow::GoTo(hit.spot.clone());
    }
    match answer.group.source {
        Source::Session | Source::Analysis => desk.ask(Effect::Review {
            path: answer.path.clone(),
            source: answer.group.source,
            spot: Some(hit.spot.clone()),
        }),
        Source::FollowUp | Source::Amendment => {
            let sessions = desk.listing.sessions.iter();
            let mut sessions = sessions.chain(&desk.listing.simulations);
            let of = |entry: &&crate::store::Entry| {
                let head = entry.state.as_ref();
                head.is_ok_and(|head| head.id == answer.group.id)
            };
            let Some(entry) = sessions.find(of) else {
                return Flow::Say(desk.words().find_no_session().to_owned());
            };
            let path = entry.path.clone();
            desk.ask(Effect::Review {
                path,
                source: Source::Session,
                spot: Some(hit.spot.clone()),
            });
        }
        Source::Incident if open.is_some() => {
            return Flow::Say(desk.words().find_waits().to_owned());
        }
        Source::Incident => desk.ask(Effect::OpenIncident(answer.path.clone())),
    }
    Flow::Stay
}

/// Where everything stands: as wide as the header allows.
pub(super) fn place(areas: Areas) -> Rect {
    Rect {
        x: areas.header.x + 2,
        width: areas.header.width.saturating_sub(4),
        ..areas.full
    }
}

/// Where the answers stand, the bar of the focus before them.
fn list(area: Rect) -> Rect {
    let head = HEAD.min(area.height);
    Rect {
        y: area.y + head,
        height: area.height - head,
        ..area
    }
}
