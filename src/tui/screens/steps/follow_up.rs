//! Suivi: every action left open by earlier meetings, the most overdue first; of each it is said where it stands.

mod fields;
mod since;

use super::super::{Flow, Input};
use crate::domain::action::{FollowUp as Said, FollowUpOutcome};
use crate::domain::ids::FollowUpId;
use crate::domain::list::Keyed;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Opened, Turn};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::screens::meeting::body;
use crate::tui::screens::said::{self, KEYS, Key};
use fields::{list, said_fields};
use ratatui::layout::Rect;
use since::Since;

/// The step.
#[derive(Debug)]
pub struct FollowUp {
    at: Opened<Key, FollowUpId>,
    since: Since,
}

impl FollowUp {
    /// The list of actions.
    pub fn new(_desk: &Desk) -> Self {
        Self {
            at: Opened::new(Key::Actions),
            since: Since::default(),
        }
    }

    /// Looks for what came since the actions were decided.
    pub fn look_back(&mut self, desk: &mut Desk) {
        self.since.refresh(desk);
    }

    /// Keys of the field in focus.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        self.at.scopes(&self.fields(desk))
    }

    /// Where the focus is.
    pub fn place(&self, desk: &Desk) -> String {
        self.at.place(&self.fields(desk))
    }

    /// Puts the focus back.
    pub fn restore(&mut self, place: &str) {
        self.at.restore(place, &KEYS);
    }

    fn fields(&self, desk: &Desk) -> Vec<Field<Key>> {
        let said = self
            .at
            .item
            .and_then(|id| desk.session()?.follow_ups.get(id));
        match said {
            Some(said) => said_fields(said, &self.since, desk),
            None => vec![list(&self.since, desk)],
        }
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        self.since.refresh(desk);
        let fields = self.fields(desk);
        match self.at.take(input, &fields, body(desk.areas.page), desk) {
            Turn::Ignored => return Flow::Ignored,
            Turn::Stay => {}
            Turn::Closed(id) => self.closed(id, desk),
            Turn::Edit(key, edit) => return self.apply(key, edit, desk),
        }
        Flow::Stay
    }

    /// Back on the list, on the next action of which nothing was said; one taken up without a word leaves no trace.
    fn closed(&mut self, id: FollowUpId, desk: &mut Desk) {
        desk.edit(Group::Alone, |session| {
            let blank = |f: &Said| f.session.is_blank() && f.wording.is_blank();
            if session.follow_ups.get(id).is_some_and(blank) {
                session.follow_ups.remove(id);
            }
        });
        let Some(all) = desk.session().map(|s| &s.follow_ups) else {
            return;
        };
        let here = all.index_of(id).unwrap_or(0);
        let pending = |f: &Said| f.outcome == FollowUpOutcome::Pending;
        let answered = all.get(id).is_some_and(|f| !pending(f));
        let next = all.iter().skip(here).position(pending).map(|n| here + n);
        self.at
            .form
            .set_cursor(next.filter(|_| answered).unwrap_or(here));
    }

    fn apply(&mut self, key: Key, edit: Edit, desk: &mut Desk) -> Flow {
        let nth = |index| Some(desk.session()?.follow_ups.at(index)?.id());
        match edit {
            Edit::Add => self.take_up(desk),
            Edit::Open(index) => {
                let id = nth(index);
                let by_hand = id
                    .and_then(|id| desk.session()?.follow_ups.get(id))
                    .is_some_and(|f| f.session.is_blank());
                let first = if by_hand { Key::Wording } else { Key::Outcome };
                self.at.open(id, first);
                self.put_cursor(desk);
            }
            Edit::Delete(index) => return delete(nth(index), desk),
            Edit::Shift(index, delta) => {
                let id = nth(index);
                desk.edit(Group::Alone, |session| {
                    if let Some(id) = id {
                        session.follow_ups.shift(id, delta);
                    }
                });
            }
            edit => self.change(key, edit, desk),
        }
        Flow::Stay
    }

    /// The cursor of the outcome on what was said.
    fn put_cursor(&mut self, desk: &Desk) {
        let said = self
            .at
            .item
            .and_then(|id| desk.session()?.follow_ups.get(id));
        self.at.form.set_cursor(said.map_or(0, said::place_of));
    }

    /// An action decided before the program was there.
    fn take_up(&mut self, desk: &mut Desk) {
        let mut new = None;
        desk.edit(Group::Alone, |session| {
            let id: FollowUpId = session.ids.give();
            session.follow_ups.push(Said::new(id));
            new = Some(id);
        });
        self.at.open(new, Key::Wording);
    }

    fn change(&mut self, key: Key, edit: Edit, desk: &mut Desk) {
        let (id, today) = (self.at.item, desk.today());
        let lang = desk.session().map(|s| s.lang).unwrap_or_default();
        desk.edit(self.at.group(key), |session| {
            let Some(said) = id.and_then(|id| session.follow_ups.get_mut(id)) else {
                return;
            };
            said::change(said, key, edit, today, lang);
        });
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        canvas.cursor = self
            .at
            .form
            .draw(&self.fields(desk), area, canvas.look, canvas.buf);
    }
}

/// Only what was taken up by hand can be deleted: of the others the group says that it gives them up.
fn delete(id: Option<FollowUpId>, desk: &mut Desk) -> Flow {
    let by_hand = |f: &Said| f.session.is_blank();
    let mut kept = false;
    desk.edit(Group::Alone, |session| {
        let Some(id) = id else { return };
        kept = !session.follow_ups.get(id).is_some_and(by_hand);
        if !kept {
            session.follow_ups.remove(id);
        }
    });
    if kept {
        Flow::Say(desk.words().follow_up_carried().to_owned())
    } else {
        Flow::Stay
    }
}
