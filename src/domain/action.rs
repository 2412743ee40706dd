//! Actions and what is said of them later (domain reference §5.1, 5.2).

use super::code::Code;
use super::ids::{ActionId, BarrierId, FactorId, FollowUpId, IncidentId};
use super::text::Text;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

crate::choices! {
    /// What an action is meant to do.
    pub enum ActionKind {
        /// Keep it from happening.
        Preventive,
        /// Catch it in time.
        Recovery,
        /// Limit its effects.
        Mitigation,
        /// Improve at large.
        Improvement,
    }

    /// How strong a category of action is (VA NCPS, RCA2).
    pub enum Strength {
        /// Weak.
        Weak,
        /// Intermediate.
        Intermediate,
        /// Strong.
        Strong,
    }

    /// Where an action is decided and carried.
    pub enum ActionLevel {
        /// The team.
        Team,
        /// The structure.
        Structure,
        /// Between structures.
        BetweenStructures,
        /// The region.
        Region,
    }

    /// Where an action stands (domain reference §5.2). It is not closed when done but when evaluated.
    pub enum Status {
        /// An idea.
        Proposed,
        /// Decided.
        Retained,
        /// Planned.
        Planned,
        /// Under way.
        Ongoing,
        /// Done.
        Done,
        /// Evaluated effective.
        Effective,
        /// Closed.
        Closed,
        /// Waiting for a decision of another body.
        Escalated,
        /// Handed to another body.
        Transferred,
        /// Postponed.
        Postponed,
        /// Dropped, with a reason.
        Dropped,
    }

    /// What a follow-up says.
    pub enum FollowUpOutcome {
        /// Nothing said yet.
        Pending,
        /// Done.
        Done,
        /// Going on.
        Ongoing,
        /// Postponed.
        Postponed,
        /// Dropped.
        Dropped,
        /// Evaluated.
        Evaluated,
        /// Taken to another body, whose decision it waits for.
        Escalated,
    }

    /// What an action can lack.
    pub enum ActionGap {
        /// A factor or barrier it answers.
        Cause,
        /// An owner.
        Owner,
        /// A deadline.
        Due,
        /// An indicator.
        Indicator,
        /// A date of evaluation.
        Evaluation,
        /// The value of its indicator before.
        Baseline,
        /// The value aimed at.
        Target,
    }

    /// Where a retained action stands on a given day, after all that was said of it.
    pub enum Standing {
        /// Something is left to do, and its deadline has not passed.
        Open,
        /// Something is left to do, and its deadline has passed.
        Late,
        /// Done: it waits for its evaluation.
        Done,
        /// Evaluated effective.
        Effective,
        /// Evaluated partly effective.
        Partly,
        /// Evaluated not effective.
        NotEffective,
        /// Evaluated, and it cannot be told.
        CannotTell,
        /// Dropped.
        Dropped,
        /// Closed by its own session, which says nothing of an evaluation.
        Closed,
        /// Handed to another body.
        HandedOver,
    }

    /// Where an action stands on the wheel of Deming.
    pub enum Phase {
        /// Decided; nobody has said that it began.
        Plan,
        /// Going on.
        Do,
        /// Done; what it changed is still to be looked at.
        Check,
        /// Evaluated, closed or dropped: what was found is kept, spread, mended or given up.
        Act,
    }

    /// What an evaluation says.
    pub enum Effect {
        /// Cannot tell.
        CannotTell,
        /// Effective.
        Effective,
        /// Partly effective.
        Partly,
        /// Not effective.
        NotEffective,
    }
}

crate::record_with_id! {
    /// An action.
    pub struct Action[ActionId] {
        /// Verb and object.
        pub what: Text,
        /// The incident it comes from.
        pub incident: Option<IncidentId>,
        /// The factors it answers.
        pub factors: Vec<FactorId>,
        /// The barriers it answers.
        pub barriers: Vec<BarrierId>,
        /// What is expected of it.
        pub goal: Text,
        /// What it is meant to do.
        pub kind: ActionKind,
        /// Category in the hierarchy of strength (content).
        pub category: Code,
        /// Strength, when the group corrects the one of the category.
        pub strength: Option<Strength>,
        /// Where it is carried.
        pub level: ActionLevel,
        /// Owner, by function.
        pub owner: Text,
        /// When the owner accepted; none: to be confirmed.
        pub accepted: Option<NaiveDate>,
        /// Others who take part, by function.
        pub partners: Text,
        /// Means needed.
        pub resources: Text,
        /// Deadline.
        pub due: Option<NaiveDate>,
        /// Indicator.
        pub indicator: Text,
        /// Value before.
        pub baseline: Text,
        /// Value aimed at.
        pub target: Text,
        /// How it will be evaluated.
        pub evaluation: Text,
        /// When it will be evaluated.
        pub evaluated_on: Option<NaiveDate>,
        /// Impact, 1 to 4.
        pub impact: Option<u8>,
        /// Effort, 1 to 4.
        pub effort: Option<u8>,
        /// Delay, 1 to 4.
        pub delay: Option<u8>,
        /// Where it stands.
        pub status: Status,
        /// Progress in percent, 0 to 100.
        pub progress: u8,
        /// Link to another plan (PAQSS, projet de santé…).
        pub plan: Text,
        /// Why something is missing, when the group closes with it.
        pub missing_reason: Text,
    }

    /// What was said of an earlier action, where it was said.
    pub struct FollowUp[FollowUpId] {
        /// The session that decided the action (uuid).
        pub session: Text,
        /// The action in that session.
        pub action: Option<ActionId>,
        /// Its wording as it was read.
        pub wording: Text,
        /// Its owner as it was read.
        pub owner: Text,
        /// Its deadline as it was read.
        pub due_was: Option<NaiveDate>,
        /// What is said.
        pub outcome: FollowUpOutcome,
        /// How many times it has been postponed, this one included.
        pub postponed_times: u32,
        /// New deadline.
        pub new_due: Option<NaiveDate>,
        /// Why.
        pub reason: Text,
        /// What an evaluation says.
        pub effect: Effect,
        /// Proof.
        pub evidence: Text,
        /// Progress in percent, 0 to 100.
        pub progress: u8,
        /// The body it is escalated to.
        pub escalated_to: Text,
        /// The day it was said.
        pub said_on: Option<NaiveDate>,
    }
}

/// A follow-up said between meetings: `followups/*.ron`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUpFile {
    /// Schema of the file.
    pub schema: u32,
    /// Id of the file.
    pub id: uuid::Uuid,
    /// What was said.
    pub follow_up: FollowUp,
}

impl Standing {
    /// What an evaluation leaves.
    pub const fn of(effect: Effect) -> Self {
        match effect {
            Effect::CannotTell => Self::CannotTell,
            Effect::Effective => Self::Effective,
            Effect::Partly => Self::Partly,
            Effect::NotEffective => Self::NotEffective,
        }
    }

    /// Whether something is still expected: an action is not over when it is done but when it is evaluated (domain reference
    /// §5.2).
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Late | Self::Done)
    }

    /// Whether it is done, evaluated or not.
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Done | Self::Closed) || self.is_evaluated()
    }

    /// Whether it was evaluated, whatever came out.
    pub const fn is_evaluated(self) -> bool {
        matches!(
            self,
            Self::Effective | Self::Partly | Self::NotEffective | Self::CannotTell
        )
    }

    /// The place on the wheel, of one that `began` (domain reference §4.8). A postponement turns nothing: what had begun goes
    /// on later. To drop or to close an action is to act on what was seen of it; one that was handed over turns elsewhere.
    pub const fn phase(self, began: bool) -> Option<Phase> {
        match self {
            Self::Open | Self::Late if began => Some(Phase::Do),
            Self::Open | Self::Late => Some(Phase::Plan),
            Self::Done => Some(Phase::Check),
            Self::Effective
            | Self::Partly
            | Self::NotEffective
            | Self::CannotTell
            | Self::Dropped
            | Self::Closed => Some(Phase::Act),
            Self::HandedOver => None,
        }
    }
}

impl FollowUp {
    /// Says where the action stands, on the day `today`; postponements are counted, this one included.
    pub fn say(&mut self, outcome: FollowUpOutcome, today: NaiveDate) {
        let counted = |outcome| u32::from(outcome == FollowUpOutcome::Postponed);
        let before = self.postponed_times.saturating_sub(counted(self.outcome));
        self.postponed_times = before.saturating_add(counted(outcome));
        self.said_on = (outcome != FollowUpOutcome::Pending).then_some(today);
        self.outcome = outcome;
    }
}

impl Action {
    /// Whether the group retained it.
    pub fn is_retained(&self) -> bool {
        !matches!(self.status, Status::Proposed | Status::Dropped)
    }

    /// Whether nothing is known of it but its wording.
    pub fn is_bare(&self) -> bool {
        self.factors.is_empty()
            && self.barriers.is_empty()
            && self.owner.is_blank()
            && self.due.is_none()
            && self.indicator.is_blank()
            && self.evaluated_on.is_none()
    }

    /// What is missing for the action to be owned, dated and evaluated.
    pub fn gaps(&self) -> Vec<ActionGap> {
        let mut gaps = Vec::new();
        let mut ask = |missing: bool, gap| {
            if missing {
                gaps.push(gap);
            }
        };
        ask(
            self.factors.is_empty() && self.barriers.is_empty(),
            ActionGap::Cause,
        );
        ask(self.owner.is_blank(), ActionGap::Owner);
        ask(self.due.is_none(), ActionGap::Due);
        ask(self.indicator.is_blank(), ActionGap::Indicator);
        // Without an indicator there is nothing to give values to.
        let measured = !self.indicator.is_blank();
        ask(measured && self.baseline.is_blank(), ActionGap::Baseline);
        ask(measured && self.target.is_blank(), ActionGap::Target);
        ask(self.evaluated_on.is_none(), ActionGap::Evaluation);
        gaps
    }
}
