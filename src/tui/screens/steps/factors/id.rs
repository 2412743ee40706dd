//! What can be open in the step, and how its place writes it.

use crate::domain::ids::{FactorId, WhyId};
use std::fmt;
use std::str::FromStr;

/// What can be open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Id {
    Factor(FactorId),
    Why(WhyId),
    /// The answer to the question in front of the group.
    Answer,
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Factor(id) => id.fmt(f),
            Self::Why(id) => id.fmt(f),
            Self::Answer => f.write_str("Q"),
        }
    }
}

impl FromStr for Id {
    type Err = ();
    fn from_str(raw: &str) -> Result<Self, ()> {
        if raw == "Q" {
            return Ok(Self::Answer);
        }
        let factor = raw.parse().map(Self::Factor);
        factor.or_else(|()| raw.parse().map(Self::Why))
    }
}
