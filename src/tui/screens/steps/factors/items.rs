//! All questions of the grid with their answers, by dimension: typing finds one, Tab leaves only those that still need the
//! group, Enter goes there.

use super::dots::dot;
use super::form::item_name;
use super::grids::walked;
use super::only::{Against, Only};
use crate::domain::agenda::StepKind;
use crate::domain::analysis::{Analysis, Reply};
use crate::domain::code::Code;
use crate::domain::grid::{Dimension, Grid, Item};
use crate::domain::ids::DeviationId;
use crate::store::fold;
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::frame::{Canvas, inside};
use crate::tui::keymap::Scope;
use crate::tui::screens::steps::shared::analysis;
use crate::tui::screens::{Flow, Input, Spot, help};
use crate::tui::theme::Role;
use crate::tui::widgets::editor::Editor;
use crate::tui::widgets::menu::{Choice, Line, Menu};
use ratatui::layout::{Position, Rect};

/// Size of the window.
const SIZE: (u16, u16) = (78, 34);

/// The window.
#[derive(Debug)]
pub struct Items {
    typed: Editor,
    menu: Menu,
    only: Only,
    here: Code,
    deviation: Option<DeviationId>,
}

/// What the window reads.
type Scene<'a> = (&'a Analysis, &'a Grid);

impl Items {
    /// The questions, the cursor on the one in front of the group.
    pub fn new(desk: &Desk, here: &Code, only: Only, deviation: Option<DeviationId>) -> Self {
        let mut items = Self {
            typed: Editor::new("", false),
            menu: Menu::default(),
            only,
            here: here.clone(),
            deviation,
        };
        items.back_to_here(desk);
        items
    }

    fn back_to_here(&mut self, desk: &Desk) {
        let found = scene(desk).map(|scene| self.found(scene));
        let at = found.and_then(|all| all.iter().position(|(_, item)| item.id == self.here));
        self.menu.cursor = at.unwrap_or(0);
    }

    /// A line is typed.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![Scope::Finder, Scope::Line, Scope::Fields, Scope::Reading]
    }

    /// Help on this window.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Window(help::Window::Items)
    }

    /// The questions left by the filter and by what was typed.
    fn found<'a>(&self, (analysis, grid): Scene<'a>) -> Vec<(&'a Dimension, &'a Item)> {
        let wanted = fold(self.typed.text());
        let none = Code::default();
        let dimension = grid.item(&self.here).map_or(&none, |(d, _)| &d.id);
        let against = Against {
            analysis,
            grid,
            dimension,
            deviation: self.deviation,
        };
        let says = |label: &crate::domain::code::Label| {
            [&label.fr, &label.en]
                .iter()
                .any(|text| fold(text.as_str()).contains(&wanted))
        };
        let matches = |item: &Item| {
            wanted.is_empty()
                || fold(item.id.as_str()).starts_with(&wanted)
                || says(&item.label)
                || says(&item.question)
        };
        grid.leaves()
            .filter(|(d, item)| self.only.keeps(item, d, against) && matches(item))
            .collect()
    }

    fn lines(&self, desk: &Desk, scene: Scene) -> Vec<Line> {
        let words = desk.words();
        let (analysis, grid) = scene;
        let mut out = Vec::new();
        let mut last: Option<&Code> = None;
        for (dimension, item) in self.found(scene) {
            if last != Some(&dimension.id) {
                if last.is_some() {
                    out.push(Line::blank());
                }
                out.push(Line::heading(dimension.name.get(words.0).to_owned()));
                last = Some(&dimension.id);
            }
            let reply = analysis.reply(&grid.id, &item.id);
            let (sign, role) = dot(reply, &desk.prefs.theme.signs);
            out.push(Line {
                cells: vec![
                    (0, sign.to_owned(), role),
                    (2, item_name(item, words.0), Role::Body),
                ],
                right: (reply != Reply::Open).then(|| (words.reply(reply).to_owned(), Role::Aside)),
                opens: true,
                ..Line::default()
            });
        }
        if out.is_empty() {
            out.push(Line::note(words.items_nothing().to_owned(), Role::Aside));
        }
        out
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let Some(scene) = scene(desk) else {
            return Flow::Close;
        };
        match input {
            Input::Command(Command::Items) => return Flow::Close,
            Input::Command(Command::NextField) => self.turn(true, desk),
            Input::Command(Command::PrevField) => self.turn(false, desk),
            Input::Command(command) if self.typing(*command) => {}
            Input::Paste(text) => {
                self.typed.insert(text.as_str());
                self.menu.cursor = 0;
            }
            _ => {
                let lines = self.lines(desk, scene);
                let area = list(inside(desk.areas.window(SIZE.0, SIZE.1)));
                return match self
                    .menu
                    .take(input, &lines, area, desk.prefs.theme.window())
                {
                    Choice::Ignored => Flow::Ignored,
                    Choice::Moved => Flow::Stay,
                    Choice::Open(index) => self.go(scene, index),
                };
            }
        }
        Flow::Stay
    }

    fn turn(&mut self, forth: bool, desk: &Desk) {
        self.only = self.only.turned(forth);
        self.back_to_here(desk);
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

    fn go(&self, scene: Scene, index: usize) -> Flow {
        let found = self.found(scene);
        found.get(index).map_or(Flow::Stay, |(_, item)| {
            Flow::GoWithin(Spot {
                step: StepKind::Factors,
                at: super::at_question(&item.id, self.deviation, self.only),
            })
        })
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let words = desk.words();
        let area = canvas.form_window(SIZE.0, SIZE.1, words.items_title());
        let Some(scene) = scene(desk) else {
            return;
        };
        let row = |y: u16| Rect {
            x: area.x + 2,
            y: area.y + y,
            width: area.width.saturating_sub(3),
            height: 1.min(area.height.saturating_sub(y)),
        };
        if self.typed.is_empty() {
            canvas.line(row(0), words.items_hint(), Role::Aside);
        }
        canvas.line(row(0), self.typed.text(), Role::Strong);
        let (_, col) = self.typed.row_col(usize::from(row(0).width));
        let col = u16::try_from(col).unwrap_or(0);
        canvas.cursor = Some(Position::new(row(0).x + col, row(0).y).into());
        let n = self.found(scene).len();
        let said = words.items_shown(self.only.label(words), n);
        canvas.line(row(1), &said, Role::See);
        let lines = self.lines(desk, scene);
        self.menu.draw(&lines, list(area), canvas.look, canvas.buf);
    }
}

fn scene(desk: &Desk) -> Option<Scene<'_>> {
    Some((analysis(desk)?, walked(desk)?))
}

/// The place of the list in the window.
fn list(area: Rect) -> Rect {
    Rect {
        y: area.y + 3.min(area.height),
        height: area.height.saturating_sub(3),
        ..area
    }
}
