//! The action plan of all meetings: a table by deadline that a few typed letters narrow, the whole story of one action, what
//! is said of it between two meetings, and what is made of the plan to leave the program.

mod filter;
mod outputs;
mod saying;
mod story;
mod table;

use super::meeting::draw_saving;
use super::{Flow, Input, help};
use crate::domain::action::FollowUpFile;
use crate::domain::ids::ActionId;
use crate::domain::text::Text;
use crate::library::plan::{Planned, plan};
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Doc};
use crate::tui::form::Form;
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::tui::widgets::editor::Editor;
use crate::tui::widgets::menu::{Choice, Menu};
use crate::tui::widgets::reading::Reading;
use filter::{Only, Row};
use ratatui::layout::Rect;
use story::Told;
use uuid::Uuid;

/// Columns kept at the right of the header for the state of saving.
const SAVING: u16 = 18;

/// By what an action is known while the plan is read anew: its session and its id there, or its wording.
type Name = (Option<(Uuid, ActionId)>, Text);

/// What is in front.
#[derive(Debug)]
enum Front {
    /// The table.
    Table,
    /// The story of one action.
    Story(Box<Told>),
    /// What can be made of the plan.
    Outputs(Menu),
    /// The texts to the owners, to be read.
    Reminders(Reading),
}

/// The screen.
#[derive(Debug)]
pub struct Plan {
    /// Every action of the plan; none until the workspace is read.
    rows: Option<Vec<Row>>,
    typed: Editor,
    only: Only,
    menu: Menu,
    front: Front,
}

impl Plan {
    /// The plan, once the workspace is read.
    pub fn new(desk: &mut Desk) -> Self {
        desk.survey();
        desk.recall();
        let mut plan = Self {
            rows: None,
            typed: Editor::new("", false),
            only: Only::Open,
            menu: Menu::default(),
            front: Front::Table,
        };
        plan.surveyed(desk);
        plan
    }

    /// The workspace was read, or what was said in it is another: the plan is made anew.
    pub fn surveyed(&mut self, desk: &mut Desk) {
        let Some(registry) = desk.registry() else {
            return;
        };
        let said = desk.listing.follow_ups.iter();
        let said: Vec<FollowUpFile> = said.filter_map(|f| f.1.as_ref().ok().cloned()).collect();
        let sheets = registry.digests().map(|digest| &digest.sheet);
        let all = plan(sheets, &said, desk.today());
        self.rows = Some(all.into_iter().map(Row::new).collect());
        if let Front::Story(told) = &mut self.front
            && self
                .rows
                .iter()
                .flatten()
                .all(|row| row.name() != told.name)
        {
            self.front = Front::Table;
        }
    }

    /// The past of the workspace has come: what is like the event of the open story is told.
    pub fn look_back(&mut self, desk: &mut Desk) {
        let Front::Story(told) = &mut self.front else {
            return;
        };
        let row = self.rows.iter().flatten().find(|r| r.name() == told.name);
        if let Some(row) = row {
            told.look_back(&row.planned, desk);
        }
    }

    /// A follow-up was opened: it is said where it is.
    pub fn follow_up_opened(&mut self, desk: &Desk) {
        if let Front::Story(told) = &mut self.front {
            told.form = saying::begun(desk);
        }
    }

    /// The actions that are shown, by deadline.
    fn shown<'a>(&'a self, desk: &Desk) -> Vec<&'a Planned> {
        let asked = filter::words(self.typed.text());
        let rows = self.rows.iter().flatten();
        let kept = rows.filter(|r| self.only.keeps(&r.planned, desk.today()) && r.is_asked(&asked));
        kept.map(|row| &row.planned).collect()
    }

    fn told(&self) -> Option<(&Told, &Planned)> {
        let Front::Story(told) = &self.front else {
            return None;
        };
        let row = self.rows.iter().flatten().find(|r| r.name() == told.name);
        Some((told, &row?.planned))
    }

    /// Keys: a line is typed over the table; a story and the outputs are lists of places to go to.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        match &self.front {
            Front::Table => vec![
                Scope::Plan,
                Scope::Finder,
                Scope::Line,
                Scope::Fields,
                Scope::Reading,
            ],
            Front::Story(told) if desk.follow_up.is_some() => {
                let planned = self.told().map(|(_, planned)| planned);
                told.form.scopes(&saying::fields(planned, desk))
            }
            Front::Story(_) => vec![Scope::Story, Scope::Menu, Scope::Letters],
            Front::Outputs(_) => vec![Scope::Menu, Scope::Letters],
            Front::Reminders(_) => vec![Scope::Reading, Scope::Reminders, Scope::Letters],
        }
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        match &self.front {
            Front::Table => self.at_the_table(input, desk),
            Front::Story(_) if desk.follow_up.is_some() => self.say(input, desk),
            Front::Story(_) => self.in_the_story(input, desk),
            Front::Outputs(_) => self.outputs(input, desk),
            Front::Reminders(_) => self.reminders(input, desk),
        }
    }

    fn at_the_table(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        match input {
            Input::Command(Command::Back) if self.typed.is_empty() => return Flow::Close,
            Input::Command(Command::Back) => self.type_anew(""),
            Input::Command(Command::NextField) => self.turn(true),
            Input::Command(Command::PrevField) => self.turn(false),
            Input::Command(Command::Add) => return self.say_at_once(desk),
            Input::Command(Command::Outputs) => self.front = Front::Outputs(Menu::default()),
            Input::Command(command) if self.typing(*command) => {}
            Input::Paste(text) => {
                self.typed.insert(text.as_str());
                self.menu.cursor = 0;
            }
            Input::Click(col, row) if self.turn_at((*col, *row), desk) => {}
            _ => {
                let lines = table::lines(&self.shown(desk), self.rows.is_some(), desk);
                let area = table::list(table::place(desk));
                let look = desk.prefs.theme.page();
                return match self.menu.take(input, &lines, area, look) {
                    Choice::Ignored => Flow::Ignored,
                    Choice::Moved => Flow::Stay,
                    Choice::Open(index) => self.tell(index, desk),
                };
            }
        }
        Flow::Stay
    }

    /// The story of the action at this place of the table.
    fn tell(&mut self, index: usize, desk: &mut Desk) -> Flow {
        let Some(planned) = self.shown(desk).get(index).copied() else {
            return Flow::Stay;
        };
        let mut told = Told::of(filter::name(planned));
        told.look_back(planned, desk);
        self.front = Front::Story(Box::new(told));
        Flow::Stay
    }

    /// Opens the story of the action in focus and begins to say where it stands.
    fn say_at_once(&mut self, desk: &mut Desk) -> Flow {
        self.tell(self.menu.cursor, desk);
        match self.told() {
            Some((_, planned)) => saying::begin(planned, desk),
            None => Flow::Stay,
        }
    }

    fn type_anew(&mut self, text: &str) {
        self.typed = Editor::new(text, false);
        self.menu.cursor = 0;
    }

    fn turn(&mut self, forth: bool) {
        self.only = self.only.turned(forth);
        self.menu.cursor = 0;
    }

    /// Whether a click stood on one of the filters, which is then taken.
    fn turn_at(&mut self, at: (u16, u16), desk: &Desk) -> bool {
        let found = table::tab_at(at, self, desk);
        if let Some(only) = found {
            self.only = only;
            self.menu.cursor = 0;
        }
        found.is_some()
    }

    /// Whether the command was one that types.
    fn typing(&mut self, command: Command) -> bool {
        if !self.typed.take(command) {
            return false;
        }
        if !matches!(command, Command::Left | Command::Right) {
            self.menu.cursor = 0;
        }
        true
    }

    /// Help here.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Plan
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let words = desk.words();
        let header = canvas.areas.header;
        let left = Rect {
            width: header.width.saturating_sub(SAVING),
            ..header
        };
        let team = desk.team.doc.name.filled();
        let parts: Vec<&str> = team.into_iter().chain([words.plan_title()]).collect();
        canvas.line(left, &parts.join(" · "), Role::Strong);
        draw_saving(desk, Doc::FollowUp, canvas);
        canvas.rule();
        match (&self.front, self.told()) {
            (Front::Story(told), Some((_, planned))) if desk.follow_up.is_some() => {
                saying::draw(&told.form, planned, desk, canvas);
            }
            (Front::Story(told), Some((_, planned))) => story::draw(told, planned, desk, canvas),
            (Front::Reminders(reading), _) => outputs::draw_reminders(self, *reading, desk, canvas),
            _ => table::draw(self, desk, canvas),
        }
        if let Front::Outputs(menu) = &self.front {
            outputs::draw(*menu, self.shown(desk).len(), desk, canvas);
        }
    }
}

impl Told {
    /// The story of this action, its first place in focus.
    fn of(name: Name) -> Self {
        Self {
            name,
            menu: Menu::default(),
            form: Form::default(),
            since: Vec::new(),
        }
    }
}
