//! The action plan of all meetings: every action that a real session ever retained, with its whole story and what became of
//! it. A fold over what the sessions hold and what was said between them, stored nowhere; simulations never enter, the order
//! of the files never matters, and a session that lies there twice counts once.

mod begun;
mod followed;
mod sheet;

pub(super) use followed::{Followed, followed};
pub use sheet::Sheet;

use crate::domain::action::{
    Effect, FollowUp, FollowUpFile, FollowUpOutcome, Phase, Standing, Strength,
};
use crate::domain::ballot::{Method, Reached};
use crate::domain::code::{Code, Lang};
use crate::domain::ids::{ActionId, FollowUpId};
use crate::domain::order::Order;
use crate::domain::text::Text;
use crate::domain::wording::Mark;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// An action of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// Where it was decided; none when that was before the program was there.
    pub decided: Option<Decided>,
    /// How the group decided on it; none when that was before the program was there.
    pub resolved: Option<Resolved>,
    /// The event that it comes from; blank when none is told.
    pub event: Text,
    /// Its wording.
    pub what: Text,
    /// What is expected of it.
    pub goal: Text,
    /// Its owner, by function.
    pub owner: Text,
    /// Whether its owner was one of the people of the meeting that decided it.
    pub owner_was_there: bool,
    /// Its deadline as it was decided.
    pub first_due: Option<NaiveDate>,
    /// Its deadline, after postponements.
    pub due: Option<NaiveDate>,
    /// How many times it was postponed.
    pub postponed: u32,
    /// Progress in percent, 0 to 100, as it was told last.
    pub progress: u8,
    /// Where it stands.
    pub standing: Standing,
    /// Since when it is done, evaluated or not; none as long as it is not, or where no day was told.
    pub done: Option<NaiveDate>,
    /// Its place on the wheel of Deming; none once it turns elsewhere.
    pub phase: Option<Phase>,
    /// Why it was dropped, or how it was evaluated, as it was said.
    pub reason: Text,
    /// The body it was escalated to.
    pub escalated_to: Text,
    /// Strength, corrected by the group or of its category.
    pub strength: Option<Strength>,
    /// Category in the hierarchy of strength (content).
    pub category: Code,
    /// The wording of the factors and barriers that it answers.
    pub causes: Vec<Text>,
    /// Indicator.
    pub indicator: Text,
    /// Value before.
    pub baseline: Text,
    /// Value aimed at.
    pub target: Text,
    /// How it is to be evaluated.
    pub evaluation: Text,
    /// When it is to be evaluated.
    pub evaluate_on: Option<NaiveDate>,
    /// Why the group decided it with something missing.
    pub missing_reason: Text,
    /// All that was said of it, in the order in which it was said.
    pub said: Vec<Word>,
    /// The language it is written in.
    pub lang: Lang,
    /// What its session passed over of the remarks on its wording.
    pub passed: Vec<Mark>,
}

/// Where an action was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Decided {
    /// The day of the session.
    pub date: NaiveDate,
    /// Its number; 0 when it has none.
    pub number: u32,
    /// Its id.
    pub session: Uuid,
    /// The action there.
    pub action: ActionId,
}

/// How the group decided on an action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolved {
    /// How it was reached.
    pub reached: Reached,
    /// Why, for all that was retained together.
    pub reason: Text,
    /// Reservations, without a name.
    pub dissent: Text,
    /// The last vote on it, if there was one.
    pub vote: Option<Voted>,
}

/// What a closed vote gave an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voted {
    /// How votes were expressed.
    pub method: Method,
    /// What it got: hands and points together; in a yes/no vote, the yes.
    pub total: u32,
    /// Those against it, in a yes/no vote.
    pub against: u32,
    /// Its place in the ranking, from 1.
    pub place: u32,
    /// How many options were on offer.
    pub of: u32,
    /// How many might vote.
    pub entitled: u32,
}

/// What was said of an action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// The day it was said; none where nobody wrote it down.
    pub on: Option<NaiveDate>,
    /// Where.
    pub place: Place,
    /// What.
    pub outcome: FollowUpOutcome,
    /// What an evaluation says.
    pub effect: Effect,
    /// Proof.
    pub evidence: Text,
    /// Why.
    pub reason: Text,
    /// Progress in percent, 0 to 100.
    pub progress: u8,
    /// New deadline.
    pub new_due: Option<NaiveDate>,
    /// How many times it had been postponed then, this one included.
    pub postponed: u32,
    /// The body it is taken to.
    pub escalated_to: Text,
}

/// Where something was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Place {
    /// In this meeting: its number (0 when it has none) and its id.
    Meeting(u32, Uuid),
    /// Between meetings: the id of the file.
    Between(Uuid),
}

impl Planned {
    /// Whether something is still expected of it.
    pub fn is_open(&self) -> bool {
        self.standing.is_open()
    }

    /// Whether its deadline has passed and it is not done. One that is done is not late, whenever its evaluation is.
    pub fn is_late(&self) -> bool {
        self.standing == Standing::Late
    }

    /// How many days it is late on the day `today`, if it is.
    pub fn days_late(&self, today: NaiveDate) -> Option<i64> {
        let due = self.due.filter(|_| self.is_late())?;
        Some((today - due).num_days())
    }

    /// What was said of it last.
    pub fn last(&self) -> Option<&Word> {
        self.said.last()
    }

    /// Whether it is done and the day of its evaluation has come, or was never set.
    pub fn is_to_evaluate(&self, today: NaiveDate) -> bool {
        self.standing == Standing::Done && self.evaluate_on.is_none_or(|on| on <= today)
    }

    /// Whether it was to be done before the day on which it was decided: a slip of the pen.
    pub fn was_due_before_decided(&self) -> bool {
        let due = self.first_due.zip(self.decided);
        due.is_some_and(|(due, decided)| due < decided.date)
    }
}

/// The plan on the day `today`, by deadline; what has none stands last.
pub fn plan<'a>(
    sheets: impl IntoIterator<Item = &'a Sheet>,
    files: impl IntoIterator<Item = &'a FollowUpFile>,
    today: NaiveDate,
) -> Vec<Planned> {
    let mut all = followed(sheets, files);
    all.order_by_key(|one| {
        let (due, decided) = (one.due(), one.decision());
        let first = (due.is_none(), due, decided.is_none(), decided);
        (first, one.what())
    });
    all.iter().map(|one| one.on(today)).collect()
}

/// The follow-up that a word on this action begins with: its wording, owner and deadline as they are read now. `id` is given by
/// whoever takes it.
pub fn follow_up_of(planned: &Planned, id: FollowUpId) -> FollowUp {
    let decided = planned.decided;
    let session = decided.map(|d| Text::new(&d.session.to_string()));
    FollowUp {
        session: session.unwrap_or_default(),
        action: decided.map(|d| d.action),
        wording: planned.what.clone(),
        owner: planned.owner.clone(),
        due_was: planned.due,
        postponed_times: planned.postponed,
        escalated_to: planned.escalated_to.clone(),
        ..FollowUp::new(id)
    }
}

#[cfg(test)]
mod tests;
