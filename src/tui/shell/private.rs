//! What the shell does for what stays private: says who could read the workspace.

use super::Shell;
use crate::store;

impl Shell {
    /// Says once that another program copies the workspace to other machines, if one does and can read it there.
    pub(super) fn say_who_copies(&mut self) {
        let encrypted = self.store.is_encrypted();
        let service = store::synced(self.store.root()).filter(|_| !encrypted);
        if let Some(service) = service
            && self.store.tells_once("synced")
        {
            self.app.tell_copied(service);
        }
    }

    /// Says that others could read what lies in the workspace, if they could.
    pub(super) fn say_who_reads(&mut self) {
        let words = self.app.desk.words();
        let openness = self.store.openness();
        if openness.stays {
            if self.store.tells_once("modes") {
                self.app.add(words.openness_stays().to_owned());
            }
        } else if openness.open > 0 {
            self.app.add(words.openness_mended(openness.open));
        }
    }
}
