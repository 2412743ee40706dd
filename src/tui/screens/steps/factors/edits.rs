//! What the edits of lists, figures and open items do to the analysis.

use super::figures::Target;
use super::{Factors, Id, Key, View, form, walk, whys};
use crate::domain::analysis::Factor;
use crate::domain::ids::FactorId;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::Edit;
use crate::tui::screens::steps::shared::{self, analysis};

impl Factors {
    /// Back on what was seen before; what was left without a word takes the words of its question, or leaves no trace. A new
    /// why confirmed with Enter asks the next one.
    pub(super) fn closed(&mut self, id: Id, desk: &mut Desk) {
        let next = self.at.wants_next();
        let mut back = id;
        match id {
            Id::Factor(id) => form::tidy(desk, id),
            Id::Why(why) => {
                let above = whys::above(desk, why);
                if whys::tidy(desk, why) {
                    back = above.map_or(id, Id::Why);
                } else if next {
                    self.ask_why(whys::Place::Under(why), desk);
                    return;
                }
            }
            Id::Answer => {}
        }
        if self.view == View::Walk {
            if std::mem::take(&mut self.onward) {
                self.step(desk, 1);
            }
            return;
        }
        let (key, index) = match (self.view, back) {
            (View::Lists, Id::Why(id)) => (Key::Whys, whys::index_of(desk, id)),
            (View::Lists, Id::Factor(id)) => (
                Key::Factors,
                analysis(desk).and_then(|a| a.factors.index_of(id)),
            ),
            (View::Lists, Id::Answer) => (Key::Factors, None),
            (_, Id::Why(id)) => (Key::Figure, self.stop_of(desk, Target::Why(id))),
            (_, Id::Factor(id)) => (Key::Figure, self.stop_of(desk, Target::Factor(id))),
            (_, Id::Answer) => (Key::Figure, None),
        };
        self.at.form.set_focus(key);
        self.at.form.set_cursor(index.unwrap_or(0));
    }

    /// What stands in a list or figure at `index`.
    pub(super) fn listed(&self, key: Key, index: usize, desk: &Desk) -> Option<Target> {
        match key {
            Key::Factors => {
                let factor = analysis(desk)?.factors.at(index)?;
                Some(Target::Factor(factor.id))
            }
            Key::Whys => whys::nth(desk, index).map(Target::Why),
            Key::Figure => self.target(desk, index),
            _ => None,
        }
    }

    /// Applies an edit.
    pub(super) fn apply(&mut self, key: Key, edit: Edit, desk: &mut Desk) {
        match (edit, self.at.item) {
            (Edit::Add, _) => self.add(key, desk),
            (Edit::Open(index), _) => {
                let target = self.listed(key, index, desk);
                self.open(target.and_then(Target::id));
            }
            (Edit::Delete(index), _) => {
                let target = self.listed(key, index, desk);
                desk.edit(Group::Alone, |session| match target {
                    Some(Target::Factor(id)) => session.remove_factor(id),
                    Some(Target::Why(id)) => session.remove_why(id),
                    _ => {}
                });
            }
            (Edit::Shift(index, delta), _) => self.shift(key, index, delta, desk),
            (edit, Some(Id::Factor(id))) => form::change(desk, id, self.at.group(key), key, edit),
            (edit, Some(Id::Why(id))) => whys::change(desk, id, self.at.group(key), key, edit),
            (Edit::Text(text), Some(Id::Answer)) => {
                let group = self.at.group(key);
                walk::note(desk, group, &self.item, text);
            }
            _ => {}
        }
    }

    /// Moves what stands at `index` among its like; the cursor stays on it.
    fn shift(&mut self, key: Key, index: usize, delta: isize, desk: &mut Desk) {
        let target = self.listed(key, index, desk);
        match target {
            Some(Target::Factor(id)) => {
                shared::edit(desk, Group::Alone, |a| {
                    a.factors.shift(id, delta);
                });
            }
            Some(Target::Why(id)) => whys::shift(desk, id, delta),
            _ => {}
        }
        let at = match (key, target) {
            (Key::Figure, Some(target)) => self.stop_of(desk, target),
            (_, Some(Target::Why(id))) => whys::index_of(desk, id),
            _ => return,
        };
        self.at.form.set_cursor(at.unwrap_or(index));
    }

    /// Adds to the list in focus; in a figure a why under the why or deviation at the cursor, else a factor.
    fn add(&mut self, list: Key, desk: &mut Desk) {
        let target = self.listed(list, self.at.form.cursor(), desk);
        match (list, target) {
            (_, Some(Target::Why(id))) => self.ask_why(whys::Place::Under(id), desk),
            (Key::Figure, Some(Target::Deviation(id))) => {
                self.ask_why(whys::Place::Root(Some(id)), desk);
            }
            (Key::Whys, _) => self.ask_why(whys::Place::Root(self.deviation), desk),
            _ => self.add_factor(desk),
        }
    }

    /// Adds a why and opens it.
    pub(super) fn ask_why(&mut self, place: whys::Place, desk: &mut Desk) {
        let new = whys::add(desk, place);
        self.at.begin(new.map(Id::Why), Key::Because);
    }

    fn add_factor(&mut self, desk: &mut Desk) {
        let mut new = None;
        let deviation = self.deviation.filter(|_| self.view == View::Fish);
        desk.edit(Group::Alone, |session| {
            let id: FactorId = session.ids.give();
            if let Some(analysis) = session.analysis_or_new() {
                analysis.factors.push(Factor {
                    deviations: deviation.into_iter().collect(),
                    ..Factor::new(id)
                });
                new = Some(Id::Factor(id));
            }
        });
        self.open(new);
    }

    /// Opens an item, the focus on its first field.
    pub(super) fn open(&mut self, id: Option<Id>) {
        let first = match id {
            Some(Id::Why(_)) => Key::Because,
            Some(Id::Answer) => Key::Note,
            _ => Key::What,
        };
        self.at.open(id, first);
    }
}
