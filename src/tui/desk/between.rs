//! What the desk holds between two meetings: what is being said of an action, and what is made of the whole plan.

use super::{Desk, Doc, Group, always};
use crate::domain::action::{FollowUp, FollowUpFile};

/// What is asked of the world for what is said of actions between two meetings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Between {
    /// Make a follow-up in the workspace, and open it.
    Say(Box<FollowUp>),
    /// Open one (by the id of its file), to be put right.
    Open(uuid::Uuid),
    /// Close the one being said; one that says nothing is taken away again.
    Close,
    /// Take one (by the id of its file) out of the workspace, into the backups.
    TakeBack(uuid::Uuid),
}

/// What was made of the workspace and leaves the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// The name of its file, without extension.
    pub name: String,
    /// The extension.
    pub extension: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Desk {
    /// Changes what is being said of an action between two meetings.
    pub fn edit_follow_up(&mut self, group: Group, change: impl FnOnce(&mut FollowUp)) -> bool {
        let now = self.now;
        let changes = self
            .follow_up
            .as_mut()
            .map(|open| {
                open.edit(
                    group,
                    now,
                    always(|file: &mut FollowUpFile| change(&mut file.follow_up)),
                )
            })
            .unwrap_or_default();
        self.edited(Doc::FollowUp, changes)
    }
}
