//! What the shell does for what stays private: says who could read the workspace.

use super::Shell;
use crate::domain::problem::Problem;
use crate::store::{self, Asked};

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

    /// Says that the folder that was chosen is not there, and that another one serves.
    pub(super) fn say_what_is_missing(&mut self) {
        if let Some(path) = &self.settings.missing {
            let path = crate::words::shown(path);
            let said = self.app.desk.words().say_workspace_missing(&path);
            self.app.add(said);
        }
    }

    /// Looks where a word stands.
    pub(super) fn look_for_word(&mut self, asked: &Asked) {
        let (disk, root) = (self.store.disk(), self.store.root());
        let seen = store::look_for_word(disk, root, self.app.desk.now, asked);
        self.app.word_found(seen);
    }

    /// Erases a word everywhere: nothing may be open meanwhile, so that it begins anew at home.
    pub(super) fn scrub(&mut self, asked: &Asked) -> Result<(), Problem> {
        if self.would_lose() {
            return Ok(());
        }
        let now = self.app.desk.now;
        let root = self.store.root().to_owned();
        self.close_session();
        let left = self.close_incident().and(self.close_follow_up());
        self.store.close(self.app.desk.team.handle);
        let scrub = |disk: &_| store::scrub(disk, &root, now, asked);
        let done = self.store.step_aside(scrub)?;
        let team = self.store.team(now)?;
        self.begin_at_home(team, root);
        let done = left.and(done)?;
        let words = self.app.desk.words();
        if let Some(problem) = done.unread.first() {
            let said = words.scrub_unread().to_owned() + " " + &words.problem(problem);
            self.app.refuse(said);
        } else if !done.left.is_empty() {
            let said = words.scrub_done(done.n_places(), done.seen.len());
            self.app
                .refuse(said + " " + &words.scrub_left(done.left.len()));
        } else {
            let said = words.scrub_done(done.n_places(), done.seen.len());
            self.app.report(said);
        }
        Ok(())
    }

    /// Says that others could read what lies in the workspace, if they could.
    pub(super) fn say_who_reads(&mut self) {
        let words = self.app.desk.words();
        let openness = self.store.openness();
        if openness.stays {
            if self.store.tells_once("modes") {
                self.app.add(words.openness_stays().to_owned());
            }
        } else if openness.not_ours {
            if self.store.tells_once("owner") {
                self.app.add(words.openness_not_ours().to_owned());
            }
        } else if openness.open > 0 {
            self.app.add(words.openness_mended(openness.open));
        }
    }
}
