//! The mark of a simulated session. It is inside the file, under the seal, and obeyed wherever the file lies.

use super::code::Code;
use super::text::Text;
use serde::{Deserialize, Serialize};

/// Whether a session is real.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Kind {
    /// A real meeting.
    #[default]
    Real,
    /// A simulated one: never in registers, carry-over or statistics.
    Simulation(Simulation),
}

crate::record! {
    /// What was simulated.
    pub struct Simulation {
        /// The scenario.
        pub scenario: Code,
        /// Its version.
        pub version: u32,
        /// Information cards revealed, in order.
        pub revealed: Vec<Code>,
        /// Injects given.
        pub injected: Vec<Code>,
        /// Notes of observation.
        pub observations: Text,
    }

    /// One line of the trace of a simulation.
    pub struct TraceMark {
        /// Minute of the session.
        pub minute: u32,
        /// What changed: the path of the part.
        pub part: Text,
        /// Its new value, as RON; empty when it was taken out.
        pub value: Text,
    }
}

impl Kind {
    /// Whether it is a simulation.
    pub fn is_simulation(&self) -> bool {
        matches!(self, Self::Simulation(_))
    }
}
