//! Écarts et barrières: two lists on one page, what was observed against what was expected, and what stood in between.

mod barrier;
mod deviation;
mod slices;

use super::super::{Flow, Input};
use super::shared::{analysis, chosen, draw_nothing_chosen, edit, or};
use crate::domain::analysis::{Analysis, Deviation};
use crate::domain::ids::{BarrierId, DeviationId};
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Item, Opened, Turn, Value};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::screens::meeting::body;
use crate::tui::theme::Role;
use ratatui::layout::Rect;
use std::fmt;
use std::str::FromStr;

/// The fields of the step: the two lists, those of the open deviation, those of the open barrier.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Title,
    Deviations,
    Barriers,
    Fact,
    Observed,
    Expected,
    Reference,
    Cause,
    What,
    State,
    Then,
    Kind,
    Nature,
    At,
    Note,
}

/// All that can be in focus.
const KEYS: [Key; 14] = [
    Key::Deviations,
    Key::Barriers,
    Key::Fact,
    Key::Observed,
    Key::Expected,
    Key::Reference,
    Key::Cause,
    Key::What,
    Key::State,
    Key::Then,
    Key::Kind,
    Key::Nature,
    Key::At,
    Key::Note,
];

/// What can be open.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Id {
    Deviation(DeviationId),
    Barrier(BarrierId),
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Deviation(id) => id.fmt(f),
            Self::Barrier(id) => id.fmt(f),
        }
    }
}

impl FromStr for Id {
    type Err = ();
    fn from_str(raw: &str) -> Result<Self, ()> {
        let deviation = raw.parse().map(Self::Deviation);
        deviation.or_else(|()| raw.parse().map(Self::Barrier))
    }
}

impl Id {
    const fn list(self) -> Key {
        match self {
            Self::Deviation(_) => Key::Deviations,
            Self::Barrier(_) => Key::Barriers,
        }
    }

    fn index(self, analysis: &Analysis) -> Option<usize> {
        match self {
            Self::Deviation(id) => analysis.deviations.index_of(id),
            Self::Barrier(id) => analysis.barriers.index_of(id),
        }
    }
}

/// The step.
#[derive(Debug)]
pub struct Deviations {
    at: Opened<Key, Id>,
    slices: slices::View,
}

impl Deviations {
    /// The two lists.
    pub fn new(_desk: &Desk) -> Self {
        Self {
            at: Opened::new(Key::Deviations),
            slices: slices::View::default(),
        }
    }

    /// Whether the slices fill the page.
    pub fn is_picture(&self) -> bool {
        self.slices.on && self.at.item.is_none()
    }

    /// Keys of the field in focus.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        if self.is_picture() {
            return vec![
                Scope::Picture,
                Scope::ForDeviation,
                Scope::Views,
                Scope::Letters,
            ];
        }
        let mut scopes = self.at.scopes(&self.fields(desk));
        if self.at.item.is_none() {
            scopes.push(Scope::Views);
        }
        scopes
    }

    /// Where the focus is: on the slices, and what is open.
    pub fn place(&self, desk: &Desk) -> String {
        self.slices.place() + &self.at.place(&self.fields(desk))
    }

    /// Puts the focus back.
    pub fn restore(&mut self, place: &str) {
        let open = self.slices.restore(place);
        self.at.restore(&open, &KEYS);
    }

    fn fields(&self, desk: &Desk) -> Vec<Field<Key>> {
        let words = desk.words();
        let analysis = analysis(desk);
        let open = analysis.and_then(|a| match self.at.item? {
            Id::Deviation(id) => a.deviations.get(id).map(|d| deviation::fields(d, a, words)),
            Id::Barrier(id) => a.barriers.get(id).map(|b| barrier::fields(b, a, words)),
        });
        open.unwrap_or_else(|| {
            vec![
                deviations_list(analysis, desk),
                barrier::list(analysis, desk),
            ]
        })
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        if !chosen(desk) {
            return Flow::Ignored;
        }
        let gone = |a: &Analysis| self.at.item.is_some_and(|id| id.index(a).is_none());
        if analysis(desk).is_some_and(gone) {
            self.at.item = None;
        }
        match input {
            Input::Command(Command::View) if self.at.item.is_none() => {
                self.turn(desk);
                return Flow::Stay;
            }
            Input::Command(Command::Back) if self.is_picture() => {
                self.turn(desk);
                return Flow::Stay;
            }
            _ if self.is_picture() => {
                match self.slices.take(input, desk) {
                    slices::Step::Ignored => return Flow::Ignored,
                    slices::Step::Stay => {}
                    slices::Step::Open(id) => {
                        self.slices.look_at(id);
                        self.at.open(Some(Id::Barrier(id)), Key::What);
                    }
                }
                return Flow::Stay;
            }
            _ => {}
        }
        let fields = self.fields(desk);
        match self.at.take(input, &fields, body(desk.areas.page), desk) {
            Turn::Ignored => return Flow::Ignored,
            Turn::Stay => {}
            Turn::Closed(id) => {
                let next = self.at.wants_next();
                self.closed(id, desk);
                self.add_next(id, next, desk);
            }
            Turn::Edit(key, edit) => self.apply(key, edit, desk),
        }
        Flow::Stay
    }

    /// From the lists to the slices and back, on the same barrier.
    fn turn(&mut self, desk: &Desk) {
        let in_list = self.at.form.focus(&self.fields(desk)) == Some(Key::Barriers);
        let here = match nth(desk, Key::Barriers, self.at.form.cursor()) {
            Some(Id::Barrier(id)) if in_list && !self.slices.on => Some(id),
            _ => None,
        };
        self.slices.turn(here);
        if !self.slices.on
            && let Some(id) = self.slices.focus()
        {
            self.show_in_list(Id::Barrier(id), desk);
        }
    }

    fn show_in_list(&mut self, id: Id, desk: &Desk) {
        self.at.form.set_focus(id.list());
        let at = analysis(desk).and_then(|a| id.index(a));
        self.at.form.set_cursor(at.unwrap_or(0));
    }

    /// Back on the list of what was open; what was left without a word leaves no trace.
    fn closed(&mut self, id: Id, desk: &mut Desk) {
        desk.edit(Group::Alone, |session| match id {
            Id::Deviation(id) => {
                let blank = |a: &Analysis| a.deviations.get(id) == Some(&Deviation::new(id));
                if let Some(analysis) = session.analysis_mut().filter(|a| blank(a)) {
                    analysis.remove_deviation(id);
                }
            }
            Id::Barrier(id) => {
                let blank = |a: &Analysis| a.barriers.get(id).is_some_and(barrier::is_blank);
                if session.analysis().is_some_and(blank) {
                    session.remove_barrier(id);
                }
            }
        });
        self.show_in_list(id, desk);
    }

    fn apply(&mut self, key: Key, edit: Edit, desk: &mut Desk) {
        match (edit, self.at.item) {
            (Edit::Add, _) => self.add(key, desk),
            (Edit::Open(index), _) => {
                let id = nth(desk, key, index);
                let barriers = key == Key::Barriers;
                self.at
                    .open(id, if barriers { Key::What } else { Key::Observed });
            }
            (Edit::Delete(index), _) => remove(desk, nth(desk, key, index)),
            (Edit::Shift(index, delta), _) => shift(desk, nth(desk, key, index), delta),
            (edit, Some(Id::Deviation(id))) => {
                deviation::change(desk, id, self.at.group(key), key, edit);
            }
            (edit, Some(Id::Barrier(id))) => {
                barrier::change(desk, id, self.at.group(key), key, edit);
            }
            _ => {}
        }
    }

    /// One more after an item that was just added and confirmed to its end, unless it was left without a word.
    fn add_next(&mut self, id: Id, wanted: bool, desk: &mut Desk) {
        let kept = analysis(desk).is_some_and(|a| match id {
            Id::Deviation(id) => a.deviations.get(id).is_some(),
            Id::Barrier(id) => a.barriers.get(id).is_some(),
        });
        let list = match id {
            Id::Deviation(_) => Key::Deviations,
            Id::Barrier(_) => Key::Barriers,
        };
        if wanted && kept {
            self.add(list, desk);
        }
    }

    fn add(&mut self, list: Key, desk: &mut Desk) {
        let mut new = None;
        desk.edit(Group::Alone, |session| {
            if session.analysis_or_new().is_none() {
                return;
            }
            let id = if list == Key::Barriers {
                Id::Barrier(session.ids.give())
            } else {
                Id::Deviation(session.ids.give())
            };
            if let Some(analysis) = session.analysis_mut() {
                match id {
                    Id::Deviation(id) => analysis.deviations.push(Deviation::new(id)),
                    Id::Barrier(id) => {
                        let new = barrier::proposed(id, analysis);
                        analysis.barriers.push(new);
                    }
                }
                new = Some(id);
            }
        });
        let facts = analysis(desk).is_some_and(|a| !a.facts.is_empty());
        let first = match (list, facts) {
            (Key::Barriers, _) => Key::What,
            (_, true) => Key::Fact,
            (_, false) => Key::Observed,
        };
        self.at.begin(new, first);
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        if !chosen(desk) {
            draw_nothing_chosen(desk, area, canvas);
            return;
        }
        if self.is_picture() {
            self.slices.draw(desk, area, canvas);
            return;
        }
        let fields = self.fields(desk);
        canvas.cursor = self.at.form.draw(&fields, area, canvas.look, canvas.buf);
    }
}

fn nth(desk: &Desk, list: Key, index: usize) -> Option<Id> {
    let analysis = analysis(desk)?;
    if list == Key::Barriers {
        analysis.barriers.at(index).map(|b| Id::Barrier(b.id))
    } else {
        analysis.deviations.at(index).map(|d| Id::Deviation(d.id))
    }
}

fn remove(desk: &mut Desk, id: Option<Id>) {
    desk.edit(Group::Alone, |session| match id {
        Some(Id::Deviation(id)) => {
            if let Some(analysis) = session.analysis_mut() {
                analysis.remove_deviation(id);
            }
        }
        Some(Id::Barrier(id)) => session.remove_barrier(id),
        None => {}
    });
}

fn shift(desk: &mut Desk, id: Option<Id>, delta: isize) {
    edit(desk, Group::Alone, |analysis| match id {
        Some(Id::Deviation(id)) => {
            analysis.deviations.shift(id, delta);
        }
        Some(Id::Barrier(id)) => {
            analysis.barriers.shift(id, delta);
        }
        None => {}
    });
}

fn deviations_list(analysis: Option<&Analysis>, desk: &Desk) -> Field<Key> {
    let words = desk.words();
    let signs = desk.prefs.theme.signs;
    let item = |d: &Deviation| {
        let mut asides = Vec::new();
        asides.extend(d.fact.map(|f| words.deviation_on(f.to_string())));
        asides.extend(
            d.expected
                .filled()
                .map(|t| words.deviation_expected_aside(t)),
        );
        let (sign, role) = if d.expected.is_blank() {
            (signs.see, Role::See)
        } else {
            (signs.place, Role::See)
        };
        Item {
            sign: Some((sign, role)),
            lead: d.id.to_string(),
            text: or(&d.observed, words.deviation_unsaid()).to_owned(),
            aside: asides.join(" · "),
            depth: 0,
        }
    };
    let items = analysis.map(|a| a.deviations.iter().map(item).collect());
    let value = Value::Items {
        items: items.unwrap_or_default(),
        empty: words.deviations_empty().to_owned(),
    };
    Field::new(Key::Deviations, words.deviations_list(), value)
}
