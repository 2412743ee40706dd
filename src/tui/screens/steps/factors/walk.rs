//! The walk: which question stands in front of the group, and what an answer does.

use super::form::item_name;
use super::grids::{counted, walked};
use super::only::{Against, Only};
use super::{Factors, Id, Key};
use crate::content;
use crate::domain::analysis::{Analysis, Factor, FactorCode, Reply};
use crate::domain::code::Code;
use crate::domain::grid::{Dimension, Grid, Item};
use crate::domain::ids::{DeviationId, FactorId};
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Field, Value};
use crate::tui::screens::meeting::body;
use crate::tui::screens::steps::shared::{analysis, edit, line};
use crate::tui::screens::{Flow, Input};
use crate::words::Words;

impl Factors {
    /// The place of the question among those of the grid: the one chosen, else the first not answered.
    pub(super) fn index(&self, analysis: &Analysis, grid: &Grid) -> usize {
        let leaves = || grid.leaves().map(|(_, item)| &item.id);
        let open = |id: &Code| analysis.reply(&grid.id, id) == Reply::Open;
        let here = leaves().position(|id| *id == self.item);
        here.or_else(|| leaves().position(open)).unwrap_or(0)
    }

    /// The question in front of the group.
    fn question<'g>(&self, desk: &'g Desk) -> Option<(&'g Grid, &'g Item)> {
        let grid = walked(desk)?;
        let index = self.index(analysis(desk)?, grid);
        grid.leaves().nth(index).map(|(_, item)| (grid, item))
    }

    /// Takes input while a question fills the page.
    pub(super) fn walk(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let command = match input {
            Input::Command(command) => *command,
            Input::Wheel(lines) if *lines < 0 => Command::Left,
            Input::Wheel(_) => Command::Right,
            Input::Click(col, row) => {
                let area = body(desk.areas.page);
                return match self.reply_at(desk, area, (*col, *row)) {
                    Some(reply) => self.answer(reply, desk),
                    None => Flow::Ignored,
                };
            }
            Input::Paste(_) => return Flow::Ignored,
        };
        match command {
            Command::Left => self.step(desk, -1),
            Command::Right => self.step(desk, 1),
            Command::PrevDeviation => self.turn_deviation(desk, false),
            Command::NextDeviation => self.turn_deviation(desk, true),
            Command::Confirm => self.reopen(desk),
            Command::Answer(reply) => self.answer(reply, desk),
            _ => Flow::Ignored,
        }
    }

    /// Goes on or back by `delta` questions.
    pub(super) fn step(&mut self, desk: &Desk, delta: isize) -> Flow {
        let (Some(analysis), Some(grid)) = (analysis(desk), walked(desk)) else {
            return Flow::Stay;
        };
        match self.neighbour(analysis, grid, delta > 0) {
            Some(item) => {
                self.item = item.clone();
                Flow::Stay
            }
            None => Flow::Say(self.said_at_the_end(desk, delta > 0)),
        }
    }

    /// The next question, or the one before, among those that are walked.
    fn neighbour<'g>(&self, analysis: &Analysis, grid: &'g Grid, forth: bool) -> Option<&'g Code> {
        let at = self.index(analysis, grid);
        let here = grid.leaves().nth(at)?;
        let against = Against {
            analysis,
            grid,
            dimension: &here.0.id,
            deviation: self.deviation,
        };
        let keeps = |(d, item): &(&Dimension, &Item)| self.only.keeps(item, d, against);
        let all: Vec<(&Dimension, &Item)> = grid.leaves().collect();
        let found = if forth {
            all.get(at + 1..)?.iter().find(|leaf| keeps(leaf))
        } else {
            all[..at].iter().rev().find(|leaf| keeps(leaf))
        };
        found.map(|(_, item)| &item.id)
    }

    /// What to say where no question follows.
    fn said_at_the_end(&self, desk: &Desk, forth: bool) -> String {
        let words = desk.words();
        let after = counted(desk).get(1).copied().filter(|_| forth);
        match (self.only, after) {
            (Only::All, Some(grid)) => words.say_other_grid(grid.name.get(words.0)),
            (Only::All, None) if forth => words.say_last_question().to_owned(),
            (Only::All, None) => words.say_first_question().to_owned(),
            (only, _) => words.say_no_more_such(only.label(words)),
        }
    }

    /// The question in front of the group, by its code.
    pub(super) fn item_in_front(&self, desk: &Desk) -> Code {
        let found = self.question(desk).map(|(_, item)| item.id.clone());
        found.unwrap_or_default()
    }

    /// All deviations, then each, then all again.
    pub(super) fn turn_deviation(&mut self, desk: &Desk, forth: bool) -> Flow {
        let Some(analysis) = analysis(desk) else {
            return Flow::Stay;
        };
        let mut all: Vec<Option<DeviationId>> = vec![None];
        all.extend(analysis.deviations.iter().map(|d| Some(d.id)));
        let at = all.iter().position(|d| *d == self.deviation).unwrap_or(0);
        let step = if forth { 1 } else { all.len() - 1 };
        self.deviation = all[(at + step) % all.len()];
        Flow::Stay
    }

    /// Opens the factor of a yes again; the proof of any other answer.
    fn reopen(&mut self, desk: &Desk) -> Flow {
        let Some((grid, item)) = self.question(desk) else {
            return Flow::Stay;
        };
        let found = analysis(desk).and_then(|a| factor_of(a, &grid.id, &item.id));
        self.item = item.id.clone();
        self.onward = false;
        self.open(Some(found.map_or(Id::Answer, |f| Id::Factor(f.id))));
        Flow::Stay
    }

    /// Keeps an answer. A yes makes a factor, or finds it again, and opens it; any other answer goes on.
    fn answer(&mut self, reply: Reply, desk: &mut Desk) -> Flow {
        let Some((grid, item)) = self.question(desk) else {
            return Flow::Stay;
        };
        let (grid, item) = (grid.id.clone(), item.id.clone());
        let deviation = self.deviation;
        let mut factor = None;
        desk.edit(Group::Alone, |session| {
            factor = keep(session, &grid, &item, reply, deviation);
        });
        self.item = item.clone();
        let found = analysis(desk).and_then(|a| factor_of(a, &grid, &item));
        let found = found.map(|f| f.id);
        match (reply, found) {
            (Reply::Yes, Some(id)) => {
                self.onward = true;
                self.open(Some(Id::Factor(id)));
                Flow::Stay
            }
            (_, Some(id)) => {
                self.step(desk, 1);
                Flow::Say(desk.words().say_factor_stays(id.to_string()))
            }
            _ => self.step(desk, 1),
        }
    }
}

/// The factor that an item made.
pub fn factor_of<'a>(analysis: &'a Analysis, grid: &Code, item: &Code) -> Option<&'a Factor> {
    let of = |f: &&Factor| {
        let mut codes = f.codes.iter();
        codes.any(|c| c.grid == *grid && c.item == *item && !c.mapped)
    };
    analysis.factors.iter().find(of)
}

/// The factor for which the mapping proposes an item, where no factor bears its code.
pub fn proposed_of<'a>(analysis: &'a Analysis, grid: &Code, item: &Code) -> Option<&'a Factor> {
    if factor_of(analysis, grid, item).is_some() {
        return None;
    }
    let of = |c: &FactorCode| c.mapped && c.grid == *grid && c.item == *item;
    analysis.factors.iter().find(|f| f.codes.iter().any(of))
}

/// Writes an answer; a yes links the deviations in question to the answer and to its factor, made if there is none.
fn keep(
    session: &mut Session,
    grid: &Code,
    item: &Code,
    reply: Reply,
    deviation: Option<DeviationId>,
) -> Option<FactorId> {
    let analysis = session.analysis()?;
    let known = factor_of(analysis, grid, item).map(|f| f.id);
    let proposed = proposed_of(analysis, grid, item).map(|f| f.id);
    let known = known.or(proposed.filter(|_| reply == Reply::Yes));
    let make = reply == Reply::Yes && known.is_none();
    let new: Option<FactorId> = make.then(|| session.ids.give());
    let analysis = session.analysis_mut()?;
    let linked: Vec<DeviationId> = match deviation {
        Some(one) => vec![one],
        None => analysis.deviations.iter().map(|d| d.id).collect(),
    };
    let answer = analysis.answer_mut(grid, item);
    answer.reply = reply;
    if reply != Reply::Yes {
        return known;
    }
    link(&mut answer.deviations, &linked);
    if let Some(id) = new {
        let others = analysis.grids.iter().filter(|u| u.grid != *grid);
        let mut codes = vec![FactorCode {
            grid: grid.clone(),
            item: item.clone(),
            mapped: false,
        }];
        codes.extend(others.flat_map(|u| content::mapped(grid, item, &u.grid)));
        analysis.factors.push(Factor {
            codes,
            ..Factor::new(id)
        });
    }
    let id = known.or(new)?;
    let factor = analysis.factors.get_mut(id)?;
    // A yes confirms the code that was proposed.
    let mut codes = factor.codes.iter_mut();
    if let Some(code) = codes.find(|c| c.grid == *grid && c.item == *item) {
        code.mapped = false;
    }
    link(&mut factor.deviations, &linked);
    Some(id)
}

fn link(held: &mut Vec<DeviationId>, more: &[DeviationId]) {
    for id in more {
        if !held.contains(id) {
            held.push(*id);
        }
    }
}

/// The fields of an answer that made no factor: what made the group answer so.
pub fn note_fields(analysis: &Analysis, grid: &Grid, item: &Code, words: Words) -> Vec<Field<Key>> {
    let Some((_, item)) = grid.item(item) else {
        return Vec::new();
    };
    let answer = analysis
        .answers
        .iter()
        .find(|a| a.grid == grid.id && a.item == item.id);
    let note = answer.map(|a| a.note.clone()).unwrap_or_default();
    let reply = answer.map_or(Reply::Open, |a| a.reply);
    vec![
        Field::new(Key::Title, item_name(item, words.0), Value::Heading),
        Field::new(
            Key::Advice,
            "",
            Value::Note(
                words.reply(reply).to_owned(),
                crate::tui::theme::Role::Aside,
            ),
        ),
        line(
            Key::Note,
            words.answer_note(),
            &note,
            words.answer_note_hint(),
        ),
    ]
}

/// Keeps what made the group answer so.
pub fn note(desk: &mut Desk, group: Group, item: &Code, text: Text) {
    let Some(grid) = walked(desk).map(|g| g.id.clone()) else {
        return;
    };
    edit(desk, group, |analysis| {
        analysis.answer_mut(&grid, item).note = text;
    });
}
