//! What a session adds to the plan: much less than the session, so that many can be held, and kept in an index.

use super::begun::Begun;
use crate::domain::action::{Action, Effect, FollowUp, FollowUpOutcome};
use crate::domain::ids::{ActionId, FollowUpId};
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::library::follow::Heard;
use crate::library::twins::{Claim, Twin};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a session adds to the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    real: bool,
    claim: Claim,
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
        Self::with(session, Begun::decided)
    }

    /// The same, with no more of each action than the figures of a year ask for.
    pub fn counted(session: &Session) -> Self {
        Self::with(session, Begun::counted)
    }

    fn with(session: &Session, begun: fn(&Session, &Action) -> Begun) -> Self {
        let real = !session.kind.is_simulation();
        let decided = || session.retained_actions().filter(|_| real);
        let said = session.follow_ups.iter().filter(|_| real);
        // So many are held that none of them holds room for more.
        let mut actions = Vec::with_capacity(decided().count());
        actions.extend(decided().map(|action| begun(session, action)));
        Self {
            real,
            claim: Claim::of(session),
            heard: Heard::of(session),
            actions,
            said: said.cloned().map(Said).collect(),
        }
    }

    /// Whether it decided the actions of this session, or says something of one.
    pub fn tells_of(&self, session: Uuid) -> bool {
        let id = session.to_string();
        self.heard.id == session || self.said.iter().any(|said| said.0.session.as_str() == id)
    }

    /// Whether it is not of a simulation.
    pub fn is_real(&self) -> bool {
        self.real
    }

    /// Whether the owner of an action decided in it was one of its people.
    pub fn owner_was_there(&self, action: ActionId) -> bool {
        self.actions.iter().any(|begun| begun.had_its_owner(action))
    }

    /// What was said in it of earlier actions.
    pub(super) fn said(&self) -> impl Iterator<Item = &FollowUp> {
        self.said.iter().map(|said| &said.0)
    }
}

impl Twin for Sheet {
    fn session(&self) -> Uuid {
        self.heard.id
    }

    fn claim(&self) -> Claim {
        self.claim
    }
}
