//! A meeting: header, rail, the head of the step, and the step itself. Knows no step in particular.

use super::ask::Ask;
use super::steps::StepView;
use super::{Flow, Input, Spot, help};
use crate::content;
use crate::domain::agenda::{Row, StepKind};
use crate::domain::ids::RowId;
use crate::domain::progress::{Known, Missing, RowState, missing, state};
use crate::domain::session::{Session, Stage};
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Effect, Saving};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::tui::widgets::reading::{Para, Reading};
use crate::tui::widgets::wrap::{fit, width};
use ratatui::layout::Rect;

/// Columns kept at the right of the header for the state of saving.
const SAVING: u16 = 17;
/// Columns kept before it for the time.
const TIME: u16 = 14;
/// Rows of the head of a step: title, aim, air.
const HEAD: u16 = 3;
/// Seconds before the end of a step from which the timer shows seconds.
const LAST_SECONDS: i64 = 120;

/// A meeting.
#[derive(Debug)]
pub struct Meeting {
    row: RowId,
    views: Vec<(RowId, StepView)>,
}

/// What content knows of a session.
pub fn known(session: &Session) -> Known<'_> {
    let grid = session
        .analysis()
        .and_then(|a| a.grids.first())
        .and_then(|g| content::grid_in(session, &g.grid));
    Known {
        grid,
        strength: &content::strength_of,
    }
}

impl Meeting {
    /// The meeting of the open session, where it was left.
    pub fn new(desk: &mut Desk, place: Option<&str>) -> Self {
        let (row, at) = place.and_then(|p| p.split_once(' ')).unwrap_or_default();
        let agenda = desk.session().map(|s| s.agenda.clone()).unwrap_or_default();
        let row = row.parse().ok().and_then(|id| agenda.get(id));
        // Without a place: where the timer runs, else the last step that was opened, else the first.
        let row = row
            .or_else(|| agenda.iter().find(|row| row.running_since.is_some()))
            .or_else(|| agenda.iter().rfind(|row| row.visited))
            .or_else(|| agenda.at(0))
            .map_or(RowId(0), |row| row.id);
        let mut meeting = Self {
            row,
            views: Vec::new(),
        };
        meeting.enter(row, desk);
        if let Some(view) = meeting.view_mut() {
            view.restore(at);
        }
        meeting
    }

    /// Where the user is: the row and what is in focus there.
    pub fn place(&self, desk: &Desk) -> String {
        let at = self.view().map(|view| view.place(desk)).unwrap_or_default();
        format!("{} {at}", self.row)
    }

    /// Goes to a place of the session.
    pub fn go_to(&mut self, spot: &Spot, desk: &mut Desk) {
        let row = desk
            .session()
            .and_then(|s| s.row_of(spot.step))
            .map(|row| row.id);
        if let Some(row) = row {
            self.enter(row, desk);
            if let Some(view) = self.view_mut() {
                view.restore(&spot.at);
            }
        }
    }

    fn view(&self) -> Option<&StepView> {
        self.views
            .iter()
            .find(|(row, _)| *row == self.row)
            .map(|(_, view)| view)
    }

    fn view_mut(&mut self) -> Option<&mut StepView> {
        self.views
            .iter_mut()
            .find(|(row, _)| *row == self.row)
            .map(|(_, view)| view)
    }

    fn step<'s>(&self, session: &'s Session) -> Option<&'s Row> {
        session.agenda.get(self.row)
    }

    fn enter(&mut self, row: RowId, desk: &mut Desk) {
        self.row = row;
        let now = desk.now;
        desk.advance(|session| session.enter(row, now));
        let step = desk
            .session()
            .and_then(|s| s.agenda.get(row))
            .map(|row| row.step);
        if let Some(step) = step
            && self.view().is_none()
        {
            self.views.push((row, StepView::new(step, desk)));
        }
    }

    /// The keys that hold: those of the step, then those of every meeting.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        let mut scopes = self
            .view()
            .map(|view| view.scopes(desk))
            .unwrap_or_default();
        scopes.push(Scope::Meeting);
        scopes
    }

    /// Takes input: the step first.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        if let Input::Click(col, row) = input
            && let Some(flow) = self.click_rail(*col, *row, desk)
        {
            return flow;
        }
        let flow = self
            .view_mut()
            .map_or(Flow::Ignored, |view| view.update(input, desk));
        if !matches!(flow, Flow::Ignored) {
            return flow;
        }
        match input {
            Input::Command(Command::NextStep) => self.advance(desk),
            Input::Command(Command::PrevStep) => self.back(desk),
            Input::Command(Command::Margin) => self.hints(desk),
            _ => Flow::Ignored,
        }
    }

    fn click_rail(&mut self, col: u16, row: u16, desk: &mut Desk) -> Option<Flow> {
        let rail = desk
            .areas
            .rail
            .filter(|rail| rail.contains((col, row).into()))?;
        let index = usize::from((row - rail.y) / rail_pitch(desk));
        let id = desk.session()?.agenda.at(index)?.id;
        self.enter(id, desk);
        Some(Flow::Stay)
    }

    /// Goes on; with something missing it asks once for a reason, and one Enter passes.
    fn advance(&mut self, desk: &mut Desk) -> Flow {
        let Some(session) = desk.session() else {
            return Flow::Ignored;
        };
        let Some(row) = self.step(session) else {
            return Flow::Ignored;
        };
        let held = session.stage == Stage::Open && desk.read_only().is_none();
        let lacks = missing(session, row.step, &known(session));
        if held && row.passed.is_none() && !lacks.is_empty() {
            return Flow::Push(Ask::pass(row.id, lacks).into());
        }
        match session.neighbour(self.row, 1).map(|row| row.id) {
            Some(next) => self.enter(next, desk),
            None => return Flow::Say(desk.words().say_last_step().to_owned()),
        }
        Flow::Stay
    }

    fn hints(&self, desk: &Desk) -> Flow {
        let step = desk
            .session()
            .and_then(|s| self.step(s))
            .map(|row| row.step);
        step.map_or(Flow::Ignored, |step| {
            Flow::Push(help::Help::new(help::Topic::Hints(step), Vec::new()).into())
        })
    }

    fn back(&mut self, desk: &mut Desk) -> Flow {
        let before = desk
            .session()
            .and_then(|s| s.neighbour(self.row, -1))
            .map(|row| row.id);
        match before {
            Some(row) => self.enter(row, desk),
            None => desk.ask(Effect::List),
        }
        Flow::Stay
    }

    /// Help for this step.
    pub fn topic(&self, desk: &Desk) -> help::Topic {
        let step = desk
            .session()
            .and_then(|s| self.step(s))
            .map(|row| row.step);
        step.map_or(help::Topic::Home, help::Topic::Step)
    }

    /// Draws everything but the footer.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let Some(session) = desk.session() else {
            return;
        };
        let Some(row) = self.step(session) else {
            return;
        };
        header(desk, session, Some(row), canvas);
        let known = known(session);
        match canvas.areas.rail {
            Some(rail) => self.draw_rail(session, rail, desk, &known, canvas),
            None => self.draw_short_rail(session, row, desk, canvas),
        }
        let lacks = missing(session, row.step, &known);
        let page = canvas.areas.page;
        draw_head(row, &lacks, desk, page, canvas);
        let body = body(page);
        if let Some(view) = self.view() {
            view.draw(desk, body, canvas);
        }
        if let Some(margin) = canvas.areas.margin {
            draw_margin(row, &lacks, desk, margin, canvas);
        }
    }

    fn draw_rail(
        &self,
        session: &Session,
        rail: Rect,
        desk: &Desk,
        known: &Known,
        canvas: &mut Canvas,
    ) {
        let pitch = rail_pitch(desk);
        let lang = desk.words().0;
        let signs = canvas.look.signs;
        for (i, row) in session.agenda.iter().enumerate() {
            let y = rail.y + u16::try_from(i).unwrap_or(u16::MAX).saturating_mul(pitch);
            if y >= rail.bottom() {
                break;
            }
            let here = row.id == self.row;
            let (sign, role) = match state(session, row, known) {
                RowState::Done => (signs.done, Role::Done),
                RowState::Begun => (signs.begun, Role::See),
                RowState::Passed => (signs.see, Role::See),
                RowState::Untouched => (signs.not_yet, Role::Aside),
            };
            let at = |x: u16, width: u16| Rect {
                x: rail.x + x,
                y,
                width,
                height: 1,
            };
            if here {
                canvas.line(at(0, 1), signs.focus, Role::Mark);
            }
            canvas.line(at(1, 1), sign, role);
            let name = content::step(row.step).name.get(lang);
            canvas.line(
                at(3, rail.width - 3),
                name,
                if here { Role::Strong } else { Role::Aside },
            );
        }
    }

    fn draw_short_rail(&self, session: &Session, row: &Row, desk: &Desk, canvas: &mut Canvas) {
        let at = session.agenda.index_of(self.row).map_or(0, |i| i + 1);
        let name = content::step(row.step).name.get(desk.words().0);
        let text = desk.words().step_of(at, session.agenda.len(), name);
        let area = Rect {
            y: 2,
            height: 1,
            ..canvas.areas.header
        };
        canvas.line(area, &text, Role::Aside);
    }
}

/// Rows from one step of the rail to the next.
fn rail_pitch(desk: &Desk) -> u16 {
    let tall = desk.areas.rail.is_some_and(|rail| rail.height >= 24);
    if desk.prefs.theme.is_wall() && tall {
        2
    } else {
        1
    }
}

/// The place of a step's own content: the page below the head of the step.
pub fn body(page: Rect) -> Rect {
    let head = HEAD.min(page.height);
    Rect {
        y: page.y + head,
        height: page.height - head,
        ..page
    }
}

/// The head of a step: title, how much is missing, aim.
fn draw_head(row: &Row, lacks: &[Missing], desk: &Desk, page: Rect, canvas: &mut Canvas) {
    let words = desk.words();
    let text = content::step(row.step);
    let line = |y: u16| Rect {
        x: page.x + 2,
        y: page.y + y,
        width: page.width.saturating_sub(2),
        height: 1,
    };
    let right = if lacks.is_empty() {
        String::new()
    } else {
        words.n_missing(lacks.len())
    };
    let taken = canvas.line_right(line(0), &right, Role::See);
    let title = Rect {
        width: line(0).width.saturating_sub(taken + 1),
        ..line(0)
    };
    canvas.line(title, text.title.get(words.0), Role::Title);
    canvas.line(line(1), text.aim.get(words.0), Role::Aside);
}

/// The margin: what to read aloud, what is missing.
fn draw_margin(row: &Row, lacks: &[Missing], desk: &Desk, margin: Rect, canvas: &mut Canvas) {
    let paras = hints(row.step, lacks, desk);
    Reading::default().draw(&paras, margin, canvas.look, canvas.buf);
}

/// The hints of a step: what to read aloud, what is missing. In the margin, or one key away where there is none.
pub fn hints(step: StepKind, lacks: &[Missing], desk: &Desk) -> Vec<Para> {
    let words = desk.words();
    let signs = desk.prefs.theme.signs;
    let mut out = vec![
        Para::new(words.read_aloud(), Role::Strong),
        Para::new(content::step(step).prompt.get(words.0), Role::Body),
        Para::new("", Role::Body),
    ];
    if lacks.is_empty() {
        let text = format!("{} {}", signs.done, words.nothing_missing());
        out.push(Para::new(text, Role::Done));
        return out;
    }
    out.push(Para::new(words.still_missing(), Role::Strong));
    let line = |what| {
        Para::new(
            format!("{} {}", signs.see, words.missing(what)),
            Role::Aside,
        )
    };
    out.extend(lacks.iter().map(line));
    out
}

/// The header of a session: what and where at left, time and state of saving at right, in fixed places.
pub fn header(desk: &Desk, session: &Session, row: Option<&Row>, canvas: &mut Canvas) {
    let words = desk.words();
    let area = canvas.areas.header;
    let what = if session.number > 0 {
        words.crex_number(session.number)
    } else {
        words.crex_plain().to_owned()
    };
    let whose = session
        .structure
        .filled()
        .or_else(|| session.title.filled());
    let mut left = whose.map_or(what.clone(), |name| format!("{what} · {name}"));
    if session.kind.is_simulation() {
        left = format!("{} · {left}", words.simulation_mark());
    }
    let room = area.width.saturating_sub(SAVING + TIME + 1);
    canvas.line(
        Rect {
            width: room,
            ..area
        },
        &fit(&left, usize::from(room)),
        Role::Body,
    );
    saving(desk, canvas);
    if let Some(row) = row {
        let (text, role) = time(row, session, desk);
        let place = Rect {
            x: area.right().saturating_sub(SAVING + TIME),
            width: TIME,
            ..area
        };
        canvas.line_right(place, &text, role);
    }
    canvas.rule();
}

/// The state of saving, at the right end of the header.
pub fn saving(desk: &Desk, canvas: &mut Canvas) {
    let words = desk.words();
    let signs = canvas.look.signs;
    let (sign, text, role) = match (&desk.saving, desk.read_only()) {
        (Saving::Saved, None) => (signs.done, words.saved(), Role::Done),
        (Saving::Saved, Some(_)) if desk.session().is_some_and(Session::is_sealed) => {
            (signs.done, words.sealed(), Role::Done)
        }
        (Saving::Saved, Some(_)) => (signs.see, words.read_only(), Role::See),
        (Saving::Failing(_) | Saving::Conflict(_), _) => {
            (signs.refused, words.not_saved(), Role::Refused)
        }
    };
    let area = canvas.areas.header;
    let wide = u16::try_from(width(text) + 2).unwrap_or(SAVING);
    let place = Rect {
        x: area.right().saturating_sub(wide),
        width: wide,
        ..area
    };
    canvas.line(place, &format!("{sign} {text}"), role);
}

/// Time spent on the step and its plan: minutes, and what is left in seconds at the end.
fn time(row: &Row, session: &Session, desk: &Desk) -> (String, Role) {
    let words = desk.words();
    let spent = i64::from(row.spent_at(desk.now));
    let left = i64::from(row.minutes) * 60 - spent;
    let running = row.running_since.is_some() && session.stage == Stage::Open;
    if running && (0..=LAST_SECONDS).contains(&left) {
        return (words.clock(left), Role::See);
    }
    let minutes = u32::try_from(spent / 60).unwrap_or(0);
    let role = if left < 0 { Role::See } else { Role::Aside };
    (words.time_of(minutes, row.minutes), role)
}
