//! The ways of looking at all of it at once: the indented tree, the chains read backwards, the fishbone, the table. One goes
//! from item to item in each, opens one, and comes back to it.

use super::grids::counted;
use super::whys::{self, Place};
use super::{Factors, Id, Key, View, fish, table, therefore, tree};
use crate::documents::figure::Strokes;
use crate::documents::fishbone::Cut;
use crate::domain::agenda::StepKind;
use crate::domain::analysis::Analysis;
use crate::domain::code::Lang;
use crate::domain::grid::Grid;
use crate::domain::ids::{DeviationId, FactorId, WhyId};
use crate::domain::session::Session;
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::form::Form;
use crate::tui::frame::Canvas;
use crate::tui::screens::meeting::body;
use crate::tui::screens::steps::shared::analysis;
use crate::tui::screens::{Flow, Input, Spot};
use crate::tui::theme::{Role, Signs};
use crate::tui::widgets::figure::{Figure, Piece};
use crate::tui::widgets::wrap::wrap;
use crate::words::Words;
use ratatui::layout::Rect;
use std::rc::Rc;
use uuid::Uuid;

/// Columns kept at the right for the thumb and the air before it.
const THUMB: u16 = 2;
/// Nothing is drawn wider.
const MAX_WIDE: u16 = 112;

/// What a stop of a figure is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    Deviation(DeviationId),
    Factor(FactorId),
    Why(WhyId),
}

impl Target {
    /// What opens there, in this step.
    pub fn id(self) -> Option<Id> {
        match self {
            Self::Deviation(_) => None,
            Self::Factor(id) => Some(Id::Factor(id)),
            Self::Why(id) => Some(Id::Why(id)),
        }
    }
}

/// What every figure is drawn from.
pub struct Sheet<'a> {
    pub session: &'a Session,
    pub analysis: &'a Analysis,
    /// The grids that count, the one walked first.
    pub grids: Vec<&'a Grid>,
    pub words: Words,
    /// The language of what was typed.
    pub lang: Lang,
    pub signs: Signs,
    pub strokes: Strokes,
    /// Columns.
    pub wide: usize,
    /// Whether it is shown on a wall, with more air.
    pub wall: bool,
    /// Breaks a text into lines of so many columns.
    pub wrap: &'a dyn Fn(&str, usize) -> Vec<String>,
}

/// A figure, and what its stops are.
#[derive(Debug)]
pub struct Drawn {
    pub figure: Figure,
    pub targets: Vec<Target>,
}

/// All that a figure depends on.
#[derive(Debug, PartialEq)]
pub struct Asked {
    session: Uuid,
    revision: u64,
    view: View,
    cut: Cut,
    deviation: Option<DeviationId>,
    wide: u16,
    lang: Lang,
    plain: bool,
    wall: bool,
}

/// A piece of a row that belongs to no stop.
pub fn piece(col: usize, text: &str, role: Role) -> Piece {
    Piece {
        col,
        text: text.to_owned(),
        role,
        stop: None,
    }
}

/// The lines of a text, without the spaces that end them.
fn wrapped(text: &str, wide: usize) -> Vec<String> {
    let lines = wrap(text, wide).into_iter();
    lines.map(|line| text[line].trim_end().to_owned()).collect()
}

impl Factors {
    /// The figure of the present view, and what its stops are; drawn up again only when something it shows has changed.
    pub(super) fn figure(&self, desk: &Desk) -> Option<Rc<Drawn>> {
        let asked = Asked {
            session: desk.session()?.id,
            revision: desk.session.as_ref().map_or(0, |open| open.revision),
            view: self.view,
            cut: self.cut,
            deviation: self.deviation,
            wide: self.page(desk).width.min(MAX_WIDE),
            lang: desk.words().0,
            plain: desk.prefs.theme.signs == Signs::PLAIN,
            wall: desk.prefs.theme.is_wall(),
        };
        if let Some((held, drawn)) = &*self.drawn.borrow()
            && *held == asked
        {
            return Some(Rc::clone(drawn));
        }
        let drawn = Rc::new(self.draw_up(&asked, desk)?);
        *self.drawn.borrow_mut() = Some((asked, Rc::clone(&drawn)));
        Some(drawn)
    }

    fn draw_up(&self, asked: &Asked, desk: &Desk) -> Option<Drawn> {
        let session = desk.session()?;
        let sheet = Sheet {
            session,
            analysis: analysis(desk)?,
            grids: counted(desk),
            words: desk.words(),
            lang: session.lang,
            signs: desk.prefs.theme.signs,
            strokes: if asked.plain {
                Strokes::PLAIN
            } else {
                Strokes::FULL
            },
            wide: usize::from(asked.wide.saturating_sub(THUMB)),
            wall: asked.wall,
            wrap: &wrapped,
        };
        let (mut figure, targets) = match self.view {
            View::Walk | View::Lists => return None,
            View::Tree => tree::figure(&sheet),
            View::Therefore => therefore::figure(&sheet),
            View::Fish => fish::figure(&sheet, self.cut, self.deviation),
            View::Table => table::figure(&sheet),
        };
        let empty = figure.rows.is_empty();
        figure.head.splice(0..0, self.title(&sheet));
        if empty {
            figure.head.truncate(2);
            let text = self.empty(sheet.words);
            for line in wrapped(text, sheet.wide.saturating_sub(2)) {
                figure.rows.push(vec![piece(2, &line, Role::Aside)]);
            }
        }
        Some(Drawn { figure, targets })
    }

    /// The name of the view, with what it is drawn for, and a blank row.
    fn title(&self, sheet: &Sheet) -> Vec<Vec<Piece>> {
        let words = sheet.words;
        let name = match self.view {
            View::Therefore => words.therefore_title(),
            View::Fish => words.fish_title(),
            View::Table => words.table_title(),
            _ => words.tree_title(),
        };
        let aside = match (self.view, self.cut, self.deviation) {
            (View::Therefore, ..) => words.therefore_aside().to_owned(),
            (View::Fish, Cut::FiveM, None) => words.fish_five_m().to_owned(),
            (View::Fish, Cut::Dimensions, None) => words.fish_dimensions().to_owned(),
            (View::Fish, _, Some(id)) => words.factors_for(id.to_string()),
            _ => String::new(),
        };
        let name = piece(2, name, Role::Strong);
        let col = name.col + crate::tui::widgets::wrap::width(&name.text) + 3;
        vec![vec![name, piece(col, &aside, Role::Aside)], Vec::new()]
    }

    fn empty(&self, words: Words) -> &'static str {
        match self.view {
            View::Therefore => words.therefore_empty(),
            View::Table => words.factors_empty(),
            _ => words.tree_empty(),
        }
    }

    /// Takes what only whys and figures know.
    pub(super) fn look(&mut self, input: &Input, desk: &mut Desk) -> Option<Flow> {
        if self.at.item.is_some() {
            return None;
        }
        let figure = self.view.first() == Key::Figure;
        let here = self.here(desk);
        match input {
            Input::Command(Command::AddBeside) => self.ask_beside(here, desk),
            Input::Command(Command::Therefore) if self.view != View::Therefore => {
                self.before = self.view;
                self.turn_to(View::Therefore, here, desk);
            }
            Input::Command(Command::Therefore | Command::Back) if self.view == View::Therefore => {
                self.turn_to(self.before, here, desk);
            }
            Input::Command(Command::Confirm | Command::Edit) if figure => {
                let Some(Target::Deviation(id)) = here else {
                    return None;
                };
                return Some(Flow::GoWithin(Spot {
                    step: StepKind::Deviations,
                    at: id.to_string(),
                }));
            }
            Input::Command(command) if figure => {
                return self.in_figure(*command, desk).then_some(Flow::Stay);
            }
            Input::Wheel(lines) if figure => {
                let back = *lines < 0;
                self.in_figure(if back { Command::Up } else { Command::Down }, desk);
            }
            Input::Click(col, row) if figure => {
                if self.click(desk, (*col, *row)) {
                    self.open(here.and_then(Target::id));
                }
            }
            _ => return None,
        }
        Some(Flow::Stay)
    }

    /// What stands at the cursor.
    fn here(&self, desk: &Desk) -> Option<Target> {
        let key = match (self.view, self.at.form.focus(&self.fields(desk))) {
            (View::Lists, key) => key?,
            _ => Key::Figure,
        };
        self.listed(key, self.at.form.cursor(), desk)
    }

    /// Another view, the cursor on the same thing where it is shown there.
    fn turn_to(&mut self, view: View, target: Option<Target>, desk: &Desk) {
        self.view = view;
        let (key, index) = match (view, target) {
            (View::Lists, Some(Target::Why(id))) => (Key::Whys, whys::index_of(desk, id)),
            (View::Lists, _) => (Key::Whys, None),
            (view, target) => (view.first(), target.and_then(|t| self.stop_of(desk, t))),
        };
        self.at.form = Form::at(key);
        self.at.form.set_cursor(index.unwrap_or(0));
    }

    /// Adds a why beside the one at the cursor; under a deviation, directly.
    fn ask_beside(&mut self, here: Option<Target>, desk: &mut Desk) {
        let place = match here {
            Some(Target::Why(id)) => Place::Beside(id),
            Some(Target::Deviation(id)) => Place::Root(Some(id)),
            _ => Place::Root(self.deviation),
        };
        self.ask_why(place, desk);
    }

    /// Takes a command in a figure; says whether it was one for it.
    fn in_figure(&mut self, command: Command, desk: &Desk) -> bool {
        let here = self.here(desk);
        match (command, self.view) {
            (Command::Bones, View::Fish) => {
                self.cut = match self.cut {
                    Cut::Dimensions => Cut::FiveM,
                    Cut::FiveM => Cut::Dimensions,
                };
                self.turn_to(View::Fish, here, desk);
            }
            (Command::PrevDeviation | Command::NextDeviation, View::Fish) => {
                self.turn_deviation(desk, command == Command::NextDeviation);
                self.turn_to(View::Fish, here, desk);
            }
            (Command::Up | Command::Down | Command::Left | Command::Right, _) => {
                let cursor = self.at.form.cursor();
                let drawn = self.figure(desk);
                let found = drawn.and_then(|drawn| drawn.figure.go(cursor, command));
                self.at.form.set_cursor(found.unwrap_or(cursor));
            }
            _ => return false,
        }
        true
    }

    /// A click puts the cursor on a stop; says whether it stood there already.
    fn click(&mut self, desk: &Desk, at: (u16, u16)) -> bool {
        let cursor = self.at.form.cursor();
        let drawn = self.figure(desk);
        let hit = drawn.and_then(|drawn| drawn.figure.hit(cursor, self.page(desk), at));
        self.at.form.set_cursor(hit.unwrap_or(cursor));
        hit == Some(cursor)
    }

    /// What the stop at `index` is.
    pub(super) fn target(&self, desk: &Desk, index: usize) -> Option<Target> {
        self.figure(desk)?.targets.get(index).copied()
    }

    /// The first stop that is this.
    pub(super) fn stop_of(&self, desk: &Desk, target: Target) -> Option<usize> {
        let drawn = self.figure(desk)?;
        drawn.targets.iter().position(|held| *held == target)
    }

    /// Whether what is shown takes the margin as well.
    pub fn is_picture(&self) -> bool {
        self.at.item.is_none() && matches!(self.view, View::Fish | View::Table)
    }

    /// Where the figure is drawn.
    fn page(&self, desk: &Desk) -> Rect {
        body(if self.is_picture() {
            desk.areas.wide()
        } else {
            desk.areas.page
        })
    }

    /// Draws the figure of the present view.
    pub(super) fn draw_figure(&self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        if let Some(drawn) = self.figure(desk) {
            drawn.figure.draw(self.at.form.cursor(), area, canvas);
        }
    }
}
