//! What the shell does for the vote that is open: keeps its urn apart from the session, and finds it again.

use super::Shell;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::domain::urn::Urn;
use std::time::Duration;

/// Longest wait for the disk to have what came of the papers, before they go.
const PATIENCE: Duration = Duration::from_secs(1);

impl Shell {
    /// Keeps the urn as it is now, before the frame that says how many papers it holds. While the disk does not take it the
    /// papers are in memory, and that is said until a later try succeeds.
    pub(super) fn keep_urn(&mut self) {
        let (Some(open), Some(urn)) = (&self.app.desk.session, &self.app.desk.urn) else {
            return;
        };
        self.app.desk.urn_fault = self.store.keep_urn(open.handle, urn).err();
        self.spent = false;
    }

    /// Destroys what was kept: the vote is over. What came of the papers is on the disk first, so that neither a disk that
    /// refuses nor a power cut takes both.
    pub(super) fn drop_urn(&mut self) -> Result<(), Problem> {
        self.app.desk.urn_fault = None;
        let Some(open) = &self.app.desk.session else {
            return Ok(());
        };
        // Until it is destroyed it is tried again with every save.
        self.spent = true;
        if !self.store.flush(PATIENCE) {
            return Ok(());
        }
        let dropped = self.store.drop_urn(open.handle);
        self.spent = dropped.is_err();
        dropped
    }

    /// The disk takes the session again: what it refused of the urn is tried once more.
    pub(super) fn mend_urn(&mut self) {
        if self.app.desk.urn_fault.is_some() {
            self.keep_urn();
        }
        if self.spent {
            // What cannot be destroyed now is destroyed at the next opening.
            let _ = self.drop_urn();
        }
    }

    /// Takes the urn of a vote that was left open up again; whether its papers could not be read. What was kept of one that is
    /// over is destroyed.
    pub(super) fn take_up_vote(&mut self) -> bool {
        let Some(open) = &self.app.desk.session else {
            return false;
        };
        let handle = open.handle;
        let Some(id) = Session::open_vote(&open.doc).map(|b| b.id) else {
            // What cannot be destroyed now is destroyed at the next opening.
            let _ = self.store.drop_urn(handle);
            return false;
        };
        if self.app.desk.read_only().is_some() {
            return false;
        }
        let kept = self.store.urn(handle, id);
        let lost = kept.is_none();
        self.app.desk.urn = Some(kept.unwrap_or_else(|| Urn::new(id)));
        // A kill may have left its halves unlike, which would tell the last paper.
        self.keep_urn();
        lost
    }

    /// Leaves the vote with its session: what the disk refused is tried a last time.
    pub(super) fn leave_vote(&mut self) {
        self.mend_urn();
        self.app.desk.urn = None;
        self.app.desk.urn_fault = None;
        self.spent = false;
        self.placed.clear();
    }
}
