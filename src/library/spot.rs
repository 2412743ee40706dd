//! A place in a session, to go to.

use crate::domain::agenda::StepKind;
use serde::{Deserialize, Serialize};

/// A place in the session: a step and what is in focus there, as the screen of the step writes it (`A1/`: the action A1, open).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// The step.
    pub step: StepKind,
    /// What is in focus there; empty: the step alone.
    pub at: String,
}

impl Spot {
    /// A step alone.
    pub const fn of(step: StepKind) -> Self {
        Self {
            step,
            at: String::new(),
        }
    }

    /// An item of a step, opened.
    pub fn on(step: StepKind, id: impl std::fmt::Display) -> Self {
        Self {
            step,
            at: format!("{id}/"),
        }
    }
}
