//! What a session adds to the plan: much less than the session, so that many can be held, and kept in an index.

use super::begun::Begun;
use crate::domain::action::{Effect, FollowUp, FollowUpOutcome};
use crate::domain::ids::{ActionId, FollowUpId};
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::library::follow::Heard;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a session adds to the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    pub(super) real: bool,
    sealed: bool,
    pub(super) heard: Heard,
    pub(super) actions: Vec<Begun>,
    said: Vec<Said>,
}

/// What was said in a session. It is written with every field, so that an index may be kept in any format.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Said(#[serde(with = "Whole")] FollowUp);

/// A follow-up of which no field is left out.
#[derive(Serialize, Deserialize)]
#[serde(remote = "FollowUp")]
struct Whole {
    id: FollowUpId,
    session: Text,
    action: Option<ActionId>,
    wording: Text,
    owner: Text,
    due_was: Option<NaiveDate>,
    outcome: FollowUpOutcome,
    postponed_times: u32,
    new_due: Option<NaiveDate>,
    reason: Text,
    effect: Effect,
    evidence: Text,
    progress: u8,
    escalated_to: Text,
    said_on: Option<NaiveDate>,
}

impl Sheet {
    /// What a session adds; a simulation adds nothing, and what was said in it of an action was not said.
    pub fn of(session: &Session) -> Self {
        let real = !session.kind.is_simulation();
        let decided = session.retained_actions().filter(|_| real);
        let said = session.follow_ups.iter().filter(|_| real);
        Self {
            real,
            sealed: session.is_sealed(),
            heard: Heard::of(session),
            actions: decided.map(|a| Begun::decided(session, a)).collect(),
            said: said.cloned().map(Said).collect(),
        }
    }

    /// Whether it decided the actions of this session, or says something of one.
    pub fn tells_of(&self, session: Uuid) -> bool {
        let id = session.to_string();
        self.heard.id == session || self.said.iter().any(|said| said.0.session.as_str() == id)
    }

    /// The session, unless it is a simulation.
    pub fn session(&self) -> Option<Uuid> {
        self.real.then_some(self.heard.id)
    }

    /// Whether the owner of an action decided in it was one of its people.
    pub fn owner_was_there(&self, action: ActionId) -> bool {
        self.actions.iter().any(|begun| begun.had_its_owner(action))
    }

    /// What was said in it of earlier actions.
    pub(super) fn said(&self) -> impl Iterator<Item = &FollowUp> {
        self.said.iter().map(|said| &said.0)
    }

    /// Which of two files of one session is believed: the sealed one, else the one that says more, else always the same.
    pub(super) fn is_better_than(&self, other: &Self) -> bool {
        let weight = |sheet: &Self| (sheet.sealed, sheet.said.len(), sheet.actions.len());
        let (mine, theirs) = (weight(self), weight(other));
        mine > theirs
            || (mine == theirs && self != other && format!("{self:?}") > format!("{other:?}"))
    }
}
