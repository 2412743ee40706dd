//! Where the user is, kept; and the session let go.

use super::Shell;
use crate::tui::app::same_place;
use crate::tui::desk::Effect;

impl Shell {
    /// Keeps where the user is. While a vote is open, not at which minute: no key of a voter changes anything but the urn.
    pub(super) fn keep_place(&mut self) {
        if let Some(typed) = self.app.first_place() {
            let _ = self.store.place(self.app.desk.team.handle, typed);
        }
        let handle = self.app.desk.session.as_ref().map(|open| open.handle);
        let (Some(handle), Some(place)) = (handle, self.app.place()) else {
            return;
        };
        if self.app.desk.urn.is_some() && same_place(&place, &self.placed) {
            return;
        }
        // A place that cannot be kept costs nothing but the way back to it.
        let _ = self.store.place(handle, &place);
        self.placed = place;
    }

    pub(super) fn close_session(&mut self) {
        self.slow_down();
        let now = self.app.desk.now;
        self.app.desk.advance(|session| {
            session.stop_timer(now);
            session.open_analysis(None);
        });
        for effect in self.app.desk.take_effects() {
            if let Effect::Edited(doc, changes) = effect {
                self.edited(doc, &changes);
            } else {
                self.app.desk.ask(effect);
            }
        }
        self.leave_vote();
        if let Some(open) = self.app.desk.session.take() {
            self.let_go(open.handle);
        }
        self.close_notes();
        if let Some(open) = self.app.desk.amendments.take() {
            self.let_go(open.handle);
        }
        self.app.desk.amendments_fault = None;
        self.led = None;
    }
}
