//! Actions: ideas caught one after the other, each completed in a full form, what is retained by consensus or after a vote;
//! seen also as a matrix of impact against effort.

mod causes;
mod form;
mod keys;
mod list;
mod picture;
mod voted;

pub use list::meter;

use super::super::{Flow, Input};
use super::ballot::{BallotView, Taken};
use super::decision::{self, asked};
use crate::domain::action::{Action, Status};
use crate::domain::ballot::{Subject, Target};
use crate::domain::ids::ActionId;
use crate::domain::list::Keyed;
use crate::domain::progress;
use crate::domain::session::Session;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Form, Opened, Turn};
use crate::tui::frame::Canvas;
use crate::tui::keymap::{Scope, with_list};
use crate::tui::screens::meeting::body;
use keys::{Id, Key, keys};
use picture::Picture;
use ratatui::layout::Rect;

/// The step.
#[derive(Debug)]
pub struct Actions {
    at: Opened<Key, Id>,
    pub(super) vote: BallotView,
    /// The idea that is being caught.
    idea: Option<ActionId>,
    picture: Picture,
}

impl Actions {
    /// The list of actions.
    pub fn new(_desk: &Desk) -> Self {
        Self {
            at: Opened::new(Key::Actions),
            vote: BallotView::new(Subject::Actions, voted::options),
            idea: None,
            picture: Picture::default(),
        }
    }

    /// Keys of the field in focus.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        if self.vote.is_shown(desk) {
            return self.vote.scopes(desk);
        }
        if self.picture.shown {
            return vec![Scope::Places, Scope::Views, Scope::Ballot, Scope::Letters];
        }
        let mut scopes = with_list(self.at.scopes(&self.fields(desk)), Scope::Ideas);
        if self.at.item.is_none() && self.idea.is_none() {
            scopes.extend([Scope::Views, Scope::Ballot]);
        }
        scopes
    }

    /// Where the focus is: a vote, the matrix, an idea being caught, or a field.
    pub fn place(&self, desk: &Desk) -> String {
        if self.vote.is_shown(desk) {
            return format!("vote {}", self.vote.place(desk));
        }
        let at = self.at.place(&self.fields(desk));
        match self.idea {
            _ if self.picture.shown => self.picture.place(),
            Some(idea) => format!("idea {idea} {at}"),
            None => at,
        }
    }

    /// Puts the focus back.
    pub fn restore(&mut self, place: &str) {
        if let Some(vote) = place.strip_prefix("vote ") {
            self.vote.restore(vote);
        } else if self.picture.restore(place) {
            // The matrix is shown again.
        } else if let Some((idea, at)) = place
            .strip_prefix("idea ")
            .and_then(|rest| rest.split_once(' '))
        {
            self.idea = idea.parse().ok();
            self.at.restore(at, &keys());
        } else {
            self.at.restore(place, &keys());
        }
    }

    fn fields(&self, desk: &Desk) -> Vec<Field<Key>> {
        let Some(session) = desk.session() else {
            return Vec::new();
        };
        if let Some(idea) = self.idea.and_then(|id| session.actions.get(id)) {
            return list::idea_fields(idea, session, desk);
        }
        let open = self.at.item.and_then(|id| match id {
            Id::Action(id) => Some(form::fields(session.actions.get(id)?, session, desk)),
            Id::Factor(id) => {
                let factor = progress::factors(session).find(|f| f.id == id)?;
                Some(causes::reason_fields(factor, desk.words()))
            }
        });
        open.unwrap_or_else(|| list::fields(session, desk))
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        if !self.vote.is_shown(desk) {
            self.vote.turn_to(Subject::Actions);
        }
        match self.vote.take(input, desk) {
            Taken::Decide(_) if self.vote.subject() != Subject::Actions => {
                return self.place_as_voted(desk);
            }
            Taken::No => {}
            Taken::Flow(flow) => return flow,
            Taken::Decide(targets) => {
                desk.edit(Group::Alone, |session| {
                    let targets = session.with_earlier(Subject::Actions, &targets);
                    session.retain_actions(&targets);
                });
                self.at
                    .form
                    .set_focus(Key::Decision(asked(Subject::Actions, desk)));
                return Flow::Stay;
            }
        }
        self.drop_gone(desk);
        if let Some(flow) = self.special(input, desk) {
            return flow;
        }
        let fields = self.fields(desk);
        match self.at.take(input, &fields, body(desk.areas.page), desk) {
            Turn::Ignored => return Flow::Ignored,
            Turn::Stay => {}
            Turn::Closed(id) => self.closed(id, desk),
            Turn::Edit(key, edit) => self.apply(key, edit, desk),
        }
        if self.idea.is_some() && !self.catching(desk) {
            self.end_ideas(desk);
        }
        Flow::Stay
    }

    /// The group follows a vote on impact or effort: its medians place the actions, which can then be moved.
    fn place_as_voted(&mut self, desk: &mut Desk) -> Flow {
        let subject = self.vote.subject();
        desk.edit(Group::Alone, |session| session.take_levels(subject));
        self.picture.shown = true;
        Flow::Say(voted::said(subject, desk))
    }

    /// What is meant for the matrix and the line of ideas, before any field.
    fn special(&mut self, input: &Input, desk: &mut Desk) -> Option<Flow> {
        match input {
            Input::Command(Command::View) => {
                self.picture.shown = !self.picture.shown;
            }
            Input::Command(Command::Back) if self.picture.shown => {
                self.picture.shown = false;
            }
            Input::Command(command @ (Command::VoteImpact | Command::VoteEffort)) => {
                let impact = *command == Command::VoteImpact;
                let (yes, no) = (Subject::Impact, Subject::Effort);
                self.vote.turn_to(if impact { yes } else { no });
                return Some(self.vote.begin(desk));
            }
            _ if self.picture.shown => {
                let meant = self.picture.take(input, desk);
                return Some(if meant { Flow::Stay } else { Flow::Ignored });
            }
            Input::Command(Command::Confirm) if self.catching(desk) => {
                self.next_idea(desk);
            }
            Input::Command(Command::Back) if self.idea.is_some() => {
                self.end_ideas(desk);
            }
            _ => return None,
        }
        Some(Flow::Stay)
    }

    /// What is open may have been taken away by undo.
    fn drop_gone(&mut self, desk: &Desk) {
        let Some(session) = desk.session() else {
            return;
        };
        let there = |id: &Id| match id {
            Id::Action(id) => session.actions.get(*id).is_some(),
            Id::Factor(id) => progress::factors(session).any(|f| f.id == *id),
        };
        let lost_idea = self
            .idea
            .is_some_and(|id| session.actions.get(id).is_none());
        if lost_idea || self.at.item.as_ref().is_some_and(|id| !there(id)) {
            self.idea = None;
            self.at.item = None;
            self.at.form = Form::at(Key::Actions);
        }
    }

    /// Whether the line of ideas has the focus.
    fn catching(&self, desk: &Desk) -> bool {
        self.idea.is_some() && self.at.form.focus(&self.fields(desk)) == Some(Key::Idea)
    }

    /// Makes a new action and takes what is typed as its wording.
    fn begin_idea(&mut self, desk: &mut Desk) {
        let mut new = None;
        desk.edit(Group::Alone, |session| {
            let id: ActionId = session.ids.give();
            let incident = progress::event_acted_on(session);
            session.actions.push(Action {
                incident,
                ..Action::new(id)
            });
            new = Some(id);
        });
        self.idea = new;
        self.at.form = Form::at(Key::Idea);
    }

    /// Enter: the idea is kept and the next one begins; an empty one ends the series.
    fn next_idea(&mut self, desk: &mut Desk) {
        let idea = self.idea.and_then(|id| desk.session()?.actions.get(id));
        if idea.is_some_and(|a| a.what.is_blank()) {
            self.end_ideas(desk);
        } else {
            self.begin_idea(desk);
        }
    }

    fn end_ideas(&mut self, desk: &mut Desk) {
        let Some(id) = self.idea.take() else {
            return;
        };
        self.back_on_list(Id::Action(id), desk);
    }

    fn closed(&mut self, id: Id, desk: &mut Desk) {
        self.back_on_list(id, desk);
    }

    /// Back on the list, on what was open; an action left without a word leaves no trace.
    fn back_on_list(&mut self, id: Id, desk: &mut Desk) {
        if let Id::Action(id) = id {
            desk.edit(Group::Alone, |session| {
                let wordless = |a: &Action| a.what.is_blank();
                if session.actions.get(id).is_some_and(wordless) {
                    session.remove_action(id);
                }
            });
        }
        let index = desk.session().and_then(|session| match id {
            Id::Action(id) => {
                let last = session.actions.len().saturating_sub(1);
                Some(session.actions.index_of(id).unwrap_or(last))
            }
            Id::Factor(id) => causes::retained(session).iter().position(|f| f.id == id),
        });
        let list = match id {
            Id::Action(_) => Key::Actions,
            Id::Factor(_) => Key::Factors,
        };
        self.at.form = Form::at(list);
        self.at.form.set_cursor(index.unwrap_or(0));
    }

    fn apply(&mut self, key: Key, edit: Edit, desk: &mut Desk) {
        let group = self.at.group(key);
        match (key, edit, self.at.item) {
            (Key::Actions, Edit::Add, _) => self.begin_idea(desk),
            (Key::Actions, Edit::Open(index), _) => {
                self.end_ideas(desk);
                self.at.open(nth(desk, index).map(Id::Action), Key::What);
            }
            (Key::Actions, edit, _) => change_list(desk, &edit),
            (Key::Factors, Edit::Open(index), _) => {
                let factors = desk.session().map(causes::retained).unwrap_or_default();
                let id = factors.get(index).map(|f| Id::Factor(f.id));
                self.at.open(id, Key::NoAction);
            }
            (Key::WeakPlan, Edit::Text(text), _) => {
                desk.edit(group, |session| session.reasons.weak_plan = text);
            }
            (Key::Decision(part), edit, _) => {
                desk.edit(group, |session| {
                    decision::apply(session, Subject::Actions, part, edit);
                });
            }
            (Key::Idea, Edit::Text(text), _) => {
                if let Some(id) = self.idea {
                    let group = Group::Field(format!("{id}Idea"));
                    form::change(desk, id, group, Key::What, Edit::Text(text));
                }
            }
            (Key::NoAction, Edit::Text(text), Some(Id::Factor(id))) => {
                causes::set_reason(desk, id, group, text);
            }
            (key, edit, Some(Id::Action(id))) => form::change(desk, id, group, key, edit),
            _ => {}
        }
    }

    /// Whether the matrix is shown, which takes the margin as well.
    pub fn is_picture(&self) -> bool {
        self.picture.shown && !self.vote.is_up()
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        if self.vote.is_shown(desk) {
            self.vote.draw(desk, area, canvas);
        } else if self.picture.shown {
            self.picture.draw(desk, area, canvas);
        } else {
            let fields = self.fields(desk);
            canvas.cursor = self.at.form.draw(&fields, area, canvas.look, canvas.buf);
        }
    }
}

fn nth(desk: &Desk, index: usize) -> Option<ActionId> {
    desk.session()?.actions.at(index).map(Keyed::id)
}

/// Retains, deletes or moves an action of the list.
fn change_list(desk: &mut Desk, edit: &Edit) {
    desk.edit(Group::Alone, |session| {
        let nth = |index: usize| session.actions.at(index).map(Keyed::id);
        match *edit {
            Edit::Mark(index) => {
                if let Some(id) = nth(index) {
                    toggle(session, id);
                }
            }
            Edit::Delete(index) => {
                if let Some(id) = nth(index) {
                    session.remove_action(id);
                }
            }
            Edit::Shift(index, delta) => {
                if let Some(id) = nth(index) {
                    session.actions.shift(id, delta);
                }
            }
            _ => {}
        }
    });
}

/// An idea is retained, a retained action is an idea again: that is the consensus.
fn toggle(session: &mut Session, id: ActionId) {
    let kept = session.retained_actions().map(|a| Target::Action(a.id));
    let mut kept: Vec<Target> = kept.collect();
    super::shared::flip(&mut kept, Target::Action(id));
    if let Some(action) = session.actions.get_mut(id)
        && !kept.contains(&Target::Action(id))
    {
        action.status = Status::Proposed;
    }
    session.retain_actions(&kept);
}
