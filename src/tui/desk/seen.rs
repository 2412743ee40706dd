//! What is known of the terminal on the wall, where its session is followed from a second one.

use crate::domain::ids::RowId;
use crate::domain::problem::Problem;

/// Where the wall is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// The step that is open there; none where nothing was kept yet.
    pub row: Option<RowId>,
    /// What is in focus in that step, as the step writes it.
    pub at: String,
    /// Whether a vote on a question of the group's own stands in place of the step.
    pub free: bool,
    /// Whether the curtain is down.
    pub curtain: bool,
    /// What keeps the session from being read, if so: what is shown was read before.
    pub fault: Option<Problem>,
    /// What keeps the private notes from being read, if so.
    pub notes_fault: Option<Problem>,
}
