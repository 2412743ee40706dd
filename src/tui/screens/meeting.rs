//! A meeting: header, rail, the head of the step, and the step itself. Knows no step in particular.

mod draw;
mod frozen;
mod head;
mod header;
mod lacking;
mod rail;

pub use head::{aloud, body, hints, lacks};
pub use header::{banner, draw_saving, header};

use super::ask::Ask;
use super::steps::StepView;
use super::steps::ballot::{BallotView, Taken, proposals};
use super::steps::factors::turn_to;
use super::{Flow, Input, Spot, help};
use crate::content::known;
use crate::domain::agenda::{Row, StepKind};
use crate::domain::analysis::AnalysisFile;
use crate::domain::ballot::Subject;
use crate::domain::ids::RowId;
use crate::domain::progress::Missing;
use crate::domain::session::{Session, Stage};
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::keymap::Scope;

/// A meeting.
#[derive(Debug)]
pub struct Meeting {
    row: RowId,
    views: Vec<(RowId, StepView)>,
    /// The vote on a question of the group's own; shown in place of the step while it is asked.
    free: BallotView,
}

/// How a place begins that is in the vote on a question of the group's own.
pub const FREE: &str = "free ";

/// Whether the open session is sealed: then nothing is missing any more.
pub fn sealed(desk: &Desk) -> bool {
    desk.session().is_some_and(Session::is_sealed)
}

impl Meeting {
    /// The meeting of the open session, where it was left.
    pub fn new(desk: &mut Desk, place: Option<&str>) -> Self {
        // A sealed session is read from its beginning.
        let sealed = sealed(desk);
        let place = place.filter(|_| !sealed);
        let (row, at) = place.and_then(|p| p.split_once(' ')).unwrap_or_default();
        let row = row.parse().ok();
        let row = desk.session().and_then(|session| session.row_left(row));
        let row = row.map_or(RowId(0), |row| row.id);
        let mut meeting = Self {
            row,
            views: Vec::new(),
            free: BallotView::new(Subject::Free, proposals),
        };
        meeting.enter(row, desk);
        if let Some(at) = at.strip_prefix(FREE) {
            meeting.free.restore(at);
        } else if let Some(view) = meeting.view_mut() {
            view.restore(at);
        }
        meeting
    }

    /// Where the user is: the row and what is in focus there.
    pub fn place(&self, desk: &Desk) -> String {
        if self.free.is_shown(desk) {
            return format!("{} {FREE}{}", self.row, self.free.place(desk));
        }
        let at = self.view().map(|view| view.place(desk)).unwrap_or_default();
        format!("{} {at}", self.row)
    }

    /// Goes to a place of the session, whatever was being amended; says whether the agenda has its step.
    pub fn go_to(&mut self, spot: &Spot, desk: &mut Desk) -> bool {
        let row = desk
            .session()
            .and_then(|s| s.row_of(spot.step))
            .map(|row| row.id);
        let Some(row) = row else {
            return false;
        };
        desk.advance(|session| session.open_analysis(None));
        self.enter(row, desk);
        if let Some(view) = self.view_mut() {
            view.restore(&spot.at);
            view.look_back(desk);
        }
        true
    }

    /// Goes to a place of the analysis in question: that of a presented one is in the screens that amend it.
    pub fn go_within(&mut self, spot: &Spot, desk: &mut Desk) -> bool {
        let amending = self
            .view_mut()
            .is_some_and(|view| view.amend_at(spot, desk));
        amending || self.go_to(spot, desk)
    }

    /// Goes to the first thing that the analysis lacks, and says what it is.
    fn first_missing(&mut self, desk: &mut Desk) -> Flow {
        let words = desk.words();
        let Some(session) = desk.session().filter(|s| !s.is_sealed()) else {
            return Flow::Say(words.say_last_page().to_owned());
        };
        let Some(lack) = lacking::first(session, &known(session)) else {
            return Flow::Say(words.nothing_missing_at_all().to_owned());
        };
        let said = words.capital(&words.missing(&lack.what));
        if let Some(grid) = &lack.grid {
            turn_to(grid, desk);
        }
        if self.go_within(&lack.spot, desk) {
            Flow::Say(said)
        } else {
            Flow::GoTo(lack.spot)
        }
    }

    /// Presents an analysis, where the step of the presentation is open.
    pub fn hear(&mut self, file: &AnalysisFile, desk: &mut Desk) {
        if let Some(StepView::Presentation(view)) = self.view_mut() {
            view.hear(file, desk);
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

    /// The step that is open.
    pub fn kind(&self, desk: &Desk) -> Option<StepKind> {
        Some(self.step(desk.session()?)?.step)
    }

    fn enter(&mut self, row: RowId, desk: &mut Desk) {
        self.row = row;
        self.free.leave();
        let now = desk.now;
        desk.advance(|session| session.enter(row, now));
        let step = desk
            .session()
            .and_then(|s| s.agenda.get(row))
            .map(|row| row.step);
        // What is only read goes its way without writing it.
        if desk.read_only().is_some() && step != Some(StepKind::Presentation) {
            desk.open_analysis(None);
        }
        if let Some(step) = step
            && self.view().is_none()
        {
            self.views.push((row, StepView::new(step, desk)));
        }
        self.look_back(desk);
    }

    /// The keys that hold: those of the step, then those of every meeting.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        let mut scopes = if self.free.is_shown(desk) {
            self.free.scopes(desk)
        } else {
            let view = self.view().map(|view| view.scopes(desk));
            view.unwrap_or_default()
        };
        if !self.is_veiled(desk) {
            scopes.push(Scope::Meeting);
        }
        if sealed(desk) {
            scopes.push(Scope::Sealed);
        }
        let played = desk.session().is_some_and(|s| s.kind.is_simulation());
        if played && !self.is_veiled(desk) {
            scopes.push(Scope::Played);
        }
        if frozen::holds(desk) {
            scopes.retain(|scope| *scope == Scope::Played);
            scopes.insert(0, Scope::Frozen);
        }
        scopes
    }

    /// Whether a voter is alone with his paper: nothing else is drawn, and no other key holds.
    pub fn is_veiled(&self, desk: &Desk) -> bool {
        if self.free.is_shown(desk) {
            return self.free.is_veiled(desk);
        }
        self.view().is_some_and(|view| view.is_veiled(desk))
    }

    /// Whether the result of a vote is shown: it is for the wall, nothing stands beside it.
    fn is_result(&self, desk: &Desk) -> bool {
        if self.free.is_shown(desk) {
            return self.free.is_wide(desk);
        }
        self.view().is_some_and(|view| view.is_result(desk))
    }

    /// Takes input: the step first.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        if frozen::holds(desk) {
            return self.thaw(input, desk);
        }
        if let Input::Click(col, row) = input
            && !self.is_veiled(desk)
            && !self.is_result(desk)
            && let Some(flow) = self.click_rail(*col, *row, desk)
        {
            return flow;
        }
        let flow = self.take(input, desk);
        if !matches!(flow, Flow::Ignored) {
            return flow;
        }
        match input {
            Input::Command(Command::NextStep) => self.advance(desk),
            Input::Command(Command::PrevStep) => self.back(desk),
            Input::Command(Command::FreeVote) if !desk.session().is_some_and(Session::is_led) => {
                self.free.begin(desk)
            }
            Input::Command(Command::Margin) => self.hints(desk),
            Input::Command(Command::FirstMissing) => self.first_missing(desk),
            Input::Command(Command::Seal) if sealed(desk) => {
                Flow::Say(desk.words().say_sealed_already().to_owned())
            }
            _ => Flow::Ignored,
        }
    }

    /// Hands input to the vote that is shown in place of the step, else to the step.
    fn take(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        if self.free.is_shown(desk) {
            // What a free question retains is written where its result is shown.
            return match self.free.take(input, desk) {
                Taken::Flow(flow) => flow,
                Taken::No | Taken::Decide(_) => Flow::Stay,
            };
        }
        self.view_mut()
            .map_or(Flow::Ignored, |view| view.update(input, desk))
    }

    /// Looks in the past for what is like that which is open.
    pub fn look_back(&mut self, desk: &mut Desk) {
        if let Some(view) = self.view_mut() {
            view.look_back(desk);
        }
    }

    fn click_rail(&mut self, col: u16, row: u16, desk: &mut Desk) -> Option<Flow> {
        let id = rail::hit(desk, col, row)?;
        self.enter(id, desk);
        Some(Flow::Stay)
    }

    /// Goes on; with something missing, or more actions than can be led, it asks once for a reason, and one Enter passes.
    fn advance(&mut self, desk: &mut Desk) -> Flow {
        let Some(session) = desk.session() else {
            return Flow::Ignored;
        };
        let Some(row) = self.step(session) else {
            return Flow::Ignored;
        };
        let held = session.stage == Stage::Open && desk.read_only().is_none();
        let lacks = lacking::at(row.step, session, &known(session), desk);
        if held && row.passed.is_none() && lacks.iter().any(Missing::is_asked) {
            return Flow::Push(Ask::pass(row.id, lacks).into());
        }
        match session.neighbour(self.row, 1).map(|row| row.id) {
            Some(next) => self.enter(next, desk),
            None if desk.read_only().is_some() => {
                return Flow::Say(desk.words().say_last_page().to_owned());
            }
            None if session.is_led() => return Flow::Say(desk.words().led_last_step().to_owned()),
            None => return Flow::Say(desk.words().say_last_step().to_owned()),
        }
        Flow::Stay
    }

    fn hints(&self, desk: &Desk) -> Flow {
        self.kind(desk).map_or(Flow::Ignored, |step| {
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
            None if desk.session().is_some_and(Session::is_led) => {
                return Flow::Say(desk.words().led_first_step().to_owned());
            }
            None => return Flow::Say(desk.words().say_first_step().to_owned()),
        }
        Flow::Stay
    }

    /// Help for this step.
    pub fn topic(&self, desk: &Desk) -> help::Topic {
        let votes = self.view().is_some_and(|view| view.votes(desk));
        if votes || self.free.is_shown(desk) {
            return help::Topic::Vote;
        }
        self.kind(desk).map_or(help::Topic::Home, help::Topic::Step)
    }
}
