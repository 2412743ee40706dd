//! What the shell does for a simulation: begins it, and keeps its time from going on while it is shut.

use super::Shell;
use crate::domain::problem::Problem;
use crate::domain::scenario::Scenario;
use crate::domain::session::Session;
use crate::domain::simulation::Speed;
use crate::training;
use chrono::NaiveDateTime;

impl Shell {
    /// A new session that plays this scenario, from now on. It takes no number: those are of real meetings.
    pub(super) fn play(&mut self, scenario: &Scenario) -> Result<(), Problem> {
        self.close_session();
        let now = self.app.desk.room;
        let mut session = training::begin::session(scenario, (self.ids)(), now.date());
        session.open_sitting(now);
        let opened = self.store.create(session, now)?;
        self.begin_session(opened);
        Ok(())
    }

    /// The time of a simulation goes as fast as that of the room from when it is left on: while it is shut none passes.
    pub(super) fn slow_down(&mut self) {
        self.at_room_speed(|session, room| session.play.clock.turn(Speed::Real, room));
    }

    /// The same where it is opened: one that was not left but killed keeps what it was ahead when its speed was last chosen, for
    /// nobody knows when it ended.
    pub(super) fn start_at_room_speed(&mut self) {
        self.at_room_speed(|session, room| {
            session.play.clock.speed = Speed::Real;
            session.play.clock.since = Some(room);
        });
    }

    fn at_room_speed(&mut self, slow: impl FnOnce(&mut Session, NaiveDateTime)) {
        let room = self.app.desk.room;
        self.app.desk.tell_time(room);
        self.app.desk.advance(|session| {
            if session.play.clock.speed != Speed::Real {
                slow(session, room);
            }
        });
        self.app.desk.tell_time(room);
    }
}
