//! What the program begins with.

use super::{Clock, Start};
use crate::domain::problem::Problem;
use crate::domain::team::Team;
use crate::store::{Opened, Settings, SharedDisk, Store, Wake};
use crate::tui::prefs::Prefs;
use std::path::PathBuf;

/// What the program begins with.
pub struct Beginning {
    /// The folder of the workspace.
    pub root: PathBuf,
    /// What the person chose for the screen.
    pub prefs: Prefs,
    /// What the person prefers, as it is kept.
    pub settings: Settings,
    /// Where it begins.
    pub start: Start,
    /// The size of the screen.
    pub size: (u16, u16),
    /// What time it is.
    pub clock: Clock,
    /// Calls for attention.
    pub wake: Wake,
}

/// The workspace it begins on, opened: all of a beginning that can fail.
pub(super) struct Ready {
    pub store: Store,
    pub team: Opened<Team>,
}

impl Ready {
    /// On this disk.
    pub fn on(disk: SharedDisk, beginning: &Beginning) -> Result<Self, Problem> {
        let now = (beginning.clock)();
        let mut store = Store::open_on(disk, &beginning.root, now, beginning.wake.clone())?;
        let team = if matches!(beginning.start, Start::Notes(_)) {
            // The team is the other terminal's.
            store.look_at_team()
        } else {
            store.team(now)?
        };
        Ok(Self { store, team })
    }
}
