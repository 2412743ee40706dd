//! What the shell does for the vote that is open: keeps its urn apart from the session, and finds it again.

use super::Shell;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::domain::urn::Urn;

impl Shell {
    /// Keeps the urn as it is now, before the frame that says how many papers it holds.
    pub(super) fn keep_urn(&mut self) -> Result<(), Problem> {
        let (Some(open), Some(urn)) = (&self.app.desk.session, &self.app.desk.urn) else {
            return Ok(());
        };
        self.store.keep_urn(open.handle, urn)
    }

    /// Destroys what was kept: the vote is over.
    pub(super) fn drop_urn(&mut self) -> Result<(), Problem> {
        match &self.app.desk.session {
            Some(open) => self.store.drop_urn(open.handle),
            None => Ok(()),
        }
    }

    /// Takes the urn of a vote that was left open up again. What was kept of one that is over is destroyed.
    pub(super) fn take_up_vote(&mut self) {
        let Some(open) = &self.app.desk.session else {
            return;
        };
        if self.app.desk.read_only().is_some() {
            return;
        }
        let handle = open.handle;
        let ballot = Session::open_vote(&open.doc).map(|b| b.id);
        self.app.desk.urn = ballot.map(|id| {
            let kept = self.store.urn(handle, id);
            kept.unwrap_or_else(|| Urn::new(id))
        });
        if ballot.is_none() {
            // What cannot be destroyed now is destroyed at the next opening.
            let _ = self.store.drop_urn(handle);
        }
    }
}
