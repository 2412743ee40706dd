//! What the program begins with.

use super::{Clock, Start};
use crate::store::{Settings, Wake};
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
