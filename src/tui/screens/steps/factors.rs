//! Facteurs: the grid walked one question at a time; the factors and whys as lists; all of it as figures.

mod beside;
mod checks;
mod dots;
mod edits;
mod figures;
mod fish;
mod form;
mod grids;
mod id;
mod items;
mod lists;
mod only;
mod past;
mod person;
mod picture;
mod regrid;
mod rows;
mod table;
mod therefore;
mod tree;
mod walk;
mod whys;

pub use beside::{at_question, question_at};
pub use checks::Checks;
pub use grids::{Grids, turn_to};
pub use items::Items;
pub use only::Only;
pub use regrid::Regrid;

use figures::{Asked, Drawn};
use id::Id;
use lists::Listed;
use person::Persons;

use super::super::alike::Alike;
use super::super::{Flow, Input};
use super::shared::{analysis, chosen, draw_nothing_chosen};
use crate::documents::fishbone::Cut;
use crate::domain::code::Code;
use crate::domain::ids::DeviationId;
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::form::{Edit, Field, Form, Item, Opened, Turn, Value};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::screens::meeting::body;
use ratatui::layout::Rect;
use std::cell::RefCell;
use std::rc::Rc;

/// The fields of the step.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Title,
    Advice,
    Grid,
    Factors,
    Whys,
    Figure,
    What,
    Role,
    Certainty,
    CheckBy,
    Deviations,
    Keywords,
    Evidence,
    Codes,
    Because,
    WhyDeviation,
    WhyParent,
    Note,
}

/// All that can be in focus.
const KEYS: [Key; 16] = [
    Key::Grid,
    Key::Factors,
    Key::Whys,
    Key::Figure,
    Key::What,
    Key::Role,
    Key::Certainty,
    Key::CheckBy,
    Key::Deviations,
    Key::Keywords,
    Key::Evidence,
    Key::Codes,
    Key::Because,
    Key::WhyDeviation,
    Key::WhyParent,
    Key::Note,
];

/// How the factors are looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
enum View {
    /// One question at a time.
    Walk,
    /// Factors and whys as lists.
    Lists,
    /// An indented tree.
    Tree,
    /// The whys read backwards.
    Therefore,
    /// A fishbone.
    Fish,
    /// A table.
    Table,
}

impl View {
    const ALL: [Self; 6] = [
        Self::Walk,
        Self::Lists,
        Self::Tree,
        Self::Therefore,
        Self::Fish,
        Self::Table,
    ];

    const fn next(self) -> Self {
        match self {
            Self::Walk => Self::Lists,
            Self::Lists => Self::Tree,
            Self::Tree | Self::Therefore => Self::Fish,
            Self::Fish => Self::Table,
            Self::Table => Self::Walk,
        }
    }

    const fn first(self) -> Key {
        match self {
            Self::Walk | Self::Lists => Key::Factors,
            _ => Key::Figure,
        }
    }
}

/// The step.
#[derive(Debug)]
pub struct Factors {
    view: View,
    /// The question in front of the group; empty: the first one not answered.
    item: Code,
    /// The deviation in question; none: all of them.
    deviation: Option<DeviationId>,
    /// Which questions are walked.
    only: Only,
    /// Whether closing what is open goes on to the next question.
    onward: bool,
    /// The view to come back to from the whys read backwards.
    before: View,
    /// By what the bones of the fishbone are named.
    cut: Cut,
    alike: Alike,
    /// The figure drawn up last, and for what.
    drawn: RefCell<Option<(Asked, Rc<Drawn>)>>,
    /// The whys that end on a person, read once a revision.
    persons: Persons,
    /// The lists, laid out once a revision.
    listed: Listed,
    at: Opened<Key, Id>,
}

impl Factors {
    /// The walk, at the first question not answered yet.
    pub fn new(_desk: &Desk) -> Self {
        Self {
            view: View::Walk,
            item: Code::default(),
            deviation: None,
            only: Only::All,
            onward: false,
            before: View::Tree,
            cut: Cut::default(),
            alike: Alike::default(),
            drawn: RefCell::default(),
            persons: Persons::default(),
            listed: Listed::default(),
            at: Opened::new(Key::Factors),
        }
    }

    /// Whether a question of the grid fills the page.
    fn walking(&self, desk: &Desk) -> bool {
        self.view == View::Walk && self.at.item.is_none() && grids::walked(desk).is_some()
    }

    /// Keys of what is in focus.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        if self.walking(desk) {
            let mut scopes = vec![Scope::Walk, Scope::Views];
            scopes.extend(Self::grid_scopes(desk));
            scopes.push(Scope::Letters);
            return scopes;
        }
        if chosen(desk) && grids::walked(desk).is_none() {
            return vec![Scope::Reading, Scope::Menu, Scope::Letters];
        }
        let fields = self.fields(desk);
        let mut scopes = self.at.scopes(&fields);
        if self.at.item.is_none() && grids::walked(desk).is_some() {
            scopes.insert(1, Scope::Views);
            scopes.splice(2..2, Self::grid_scopes(desk));
            if self.view.first() == Key::Figure {
                scopes.insert(0, Scope::Figure);
            }
            match self.view {
                View::Lists if self.at.form.focus(&fields) != Some(Key::Whys) => {}
                View::Lists | View::Tree | View::Therefore => scopes.insert(0, Scope::Whys),
                View::Fish => scopes.extend([Scope::Fish, Scope::ForDeviation]),
                View::Table | View::Walk => {}
            }
        }
        self.alike.scopes(scopes)
    }

    /// The view, the question, the deviation, the filter, what is open: `Walk|T2.1|D1|Open||C3/What/0`.
    pub fn place(&self, desk: &Desk) -> String {
        let deviation = self.deviation.map(|d| d.to_string()).unwrap_or_default();
        let open = self.at.place(&self.fields(desk));
        let onward = if self.onward { "+" } else { "" };
        let cut = if self.cut == Cut::FiveM { "5" } else { "" };
        let (view, only) = (self.view, self.only);
        format!(
            "{view:?}|{}|{deviation}|{only:?}|{onward}{cut}|{open}",
            self.item
        )
    }

    /// Puts it back; an item of the session alone (`C3`) opens that.
    pub fn restore(&mut self, place: &str) {
        let mut parts = place.splitn(6, '|');
        let view = parts.next().unwrap_or_default();
        let found = View::ALL.iter().find(|v| format!("{v:?}") == view);
        self.view = found.copied().unwrap_or(self.view);
        if found.is_none() {
            if !place.is_empty() {
                self.view = View::Lists;
                self.at.restore(place, &KEYS);
            }
            return;
        }
        self.item = Code::new(parts.next().unwrap_or_default());
        self.deviation = parts.next().unwrap_or_default().parse().ok();
        let only = parts.next().unwrap_or_default();
        let found = Only::ALL.iter().find(|o| format!("{o:?}") == only);
        self.only = found.copied().unwrap_or_default();
        let marks = parts.next().unwrap_or_default();
        self.onward = marks.contains('+');
        self.cut = if marks.contains('5') {
            Cut::FiveM
        } else {
            Cut::Dimensions
        };
        self.at.form = Form::at(self.view.first());
        self.at.restore(parts.next().unwrap_or_default(), &KEYS);
    }

    fn fields(&self, desk: &Desk) -> Rc<Vec<Field<Key>>> {
        let Some(grid) = grids::walked(desk) else {
            return Rc::default();
        };
        let Some(analysis) = analysis(desk) else {
            return Rc::default();
        };
        let words = desk.words();
        let open = self.at.item.and_then(|id| match id {
            Id::Factor(id) => {
                let factor = analysis.factors.get(id)?;
                let fields = form::fields(factor, analysis, grid, words);
                Some(self.with_alike(fields, desk))
            }
            Id::Why(id) => {
                let new = self.at.is_new();
                Some(whys::fields(analysis.whys.get(id)?, analysis, new, desk))
            }
            Id::Answer => Some(walk::note_fields(analysis, grid, &self.item, words)),
        });
        match (open, self.view) {
            (Some(open), _) => Rc::new(open),
            (None, View::Walk) => Rc::default(),
            (None, View::Lists) => self.listed.fields(analysis, grid, &self.persons, desk),
            (None, _) => Rc::new(vec![self.stops(desk)]),
        }
    }

    /// The stops of a figure as a list to go through; the figure itself is drawn apart.
    fn stops(&self, desk: &Desk) -> Field<Key> {
        let n = self.figure(desk).map_or(0, |drawn| drawn.targets.len());
        let value = Value::Items {
            items: vec![Item::default(); n],
            empty: String::new(),
        };
        Field::new(Key::Figure, "", value)
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        if let Some(flow) = self.alike.window(input) {
            return flow;
        }
        let flow = self.react(input, desk);
        self.look_back(desk);
        flow
    }

    fn react(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        if !chosen(desk) {
            return Flow::Ignored;
        }
        self.drop_gone(desk);
        let walked = grids::walked(desk).is_some();
        match input {
            _ if !walked => {
                let (at, area) = (self.at.form.cursor(), body(desk.areas.page));
                let (at, flow) = grids::take_first(input, at, area, desk);
                self.at.form.set_cursor(at);
                return flow;
            }
            Input::Command(Command::View) if self.at.item.is_none() => {
                self.view = self.view.next();
                self.at.form = Form::at(self.view.first());
                return Flow::Stay;
            }
            Input::Command(command) if self.at.item.is_none() => {
                if let Some(flow) = self.beside(*command, desk) {
                    return flow;
                }
            }
            _ => {}
        }
        if self.walking(desk) {
            return self.walk(input, desk);
        }
        if let Some(flow) = self.look(input, desk) {
            return flow;
        }
        let fields = self.fields(desk);
        match self.at.take(input, &fields, body(desk.areas.page), desk) {
            Turn::Ignored => return Flow::Ignored,
            Turn::Stay => {}
            Turn::Closed(id) => self.closed(id, desk),
            Turn::Edit(Key::Grid, Edit::One(Some(index))) => {
                return grids::choose(desk, index);
            }
            Turn::Edit(Key::Grid, _) => {}
            Turn::Edit(key, edit) => self.apply(key, edit, desk),
        }
        Flow::Stay
    }

    /// What is open may have been taken away by undo.
    fn drop_gone(&mut self, desk: &Desk) {
        let there = analysis(desk).is_some_and(|a| match self.at.item {
            Some(Id::Factor(id)) => a.factors.get(id).is_some(),
            Some(Id::Why(id)) => a.whys.get(id).is_some(),
            Some(Id::Answer) | None => true,
        });
        if !there {
            self.at.item = None;
            self.at.form = Form::at(self.view.first());
        }
        let deviations = analysis(desk).map(|a| &a.deviations);
        self.deviation = self
            .deviation
            .filter(|d| deviations.is_some_and(|all| all.get(*d).is_some()));
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        if !chosen(desk) {
            draw_nothing_chosen(desk, area, canvas);
        } else if grids::walked(desk).is_none() {
            grids::draw_first(self.at.form.cursor(), area, desk, canvas);
        } else if self.walking(desk) {
            self.draw_walk(desk, area, canvas);
        } else if self.at.item.is_none()
            && self.view.first() == Key::Figure
            && grids::walked(desk).is_some()
        {
            self.draw_figure(desk, area, canvas);
        } else {
            let fields = self.fields(desk);
            canvas.cursor = self.at.form.draw(&fields, area, canvas.look, canvas.buf);
        }
    }
}
