//! Two states of one session: that of the session that is open or was pointed at, and another one.

use super::Desk;
use crate::domain::session::Session;
use std::path::PathBuf;

/// The two, side by side.
#[derive(Clone, Debug)]
pub struct Rivals {
    /// The file of the first, and what it holds.
    pub ours: (PathBuf, Session),
    /// The file of the second, or a backup of it, and what it holds.
    pub theirs: (PathBuf, Session),
    /// Whether the second was in the file when unsaved edits were put back over it.
    pub foreign: bool,
}

impl Desk {
    /// Where another state of the open session lies, if there is one from which nobody chose yet.
    pub fn rival(&self) -> Option<&PathBuf> {
        self.session.as_ref()?.rival.as_ref()
    }
}
