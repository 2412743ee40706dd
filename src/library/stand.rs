//! Where an action stands after all that was said of it: the one account that the follow-up of a meeting and the look-alikes
//! both keep.

use crate::domain::action::{FollowUpOutcome, Status};
use serde::{Deserialize, Serialize};

/// Where an action stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Stand {
    /// Something is left to do.
    Open,
    /// Done: its evaluation is all it waits for.
    Done,
    /// Nothing is expected of it any more.
    Over,
}

impl Stand {
    /// As the session that decided the action left it.
    pub(super) const fn of(status: Status) -> Self {
        match status {
            Status::Done => Self::Done,
            Status::Effective | Status::Closed | Status::Transferred | Status::Dropped => {
                Self::Over
            }
            Status::Proposed
            | Status::Retained
            | Status::Planned
            | Status::Ongoing
            | Status::Escalated
            | Status::Postponed => Self::Open,
        }
    }

    /// After something was said of it. What is over stays over.
    pub(super) const fn hear(self, outcome: FollowUpOutcome) -> Self {
        match (outcome, self) {
            (FollowUpOutcome::Pending, same) => same,
            (_, Self::Over) | (FollowUpOutcome::Dropped | FollowUpOutcome::Evaluated, _) => {
                Self::Over
            }
            (FollowUpOutcome::Done, _) => Self::Done,
            (
                FollowUpOutcome::Ongoing | FollowUpOutcome::Postponed | FollowUpOutcome::Escalated,
                _,
            ) => Self::Open,
        }
    }
}
