//! What a person sets for the screen while it is there: theme, mouse; and when it changes by itself.

use super::App;
use crate::tui::desk::Effect;
use crate::tui::prefs::Pref;
use crate::tui::theme::Role;
use std::time::Duration;

impl App {
    pub(super) fn next_theme(&mut self) {
        let size = (self.desk.areas.screen.width, self.desk.areas.screen.height);
        self.desk.prefs.next_theme();
        self.resize(size);
        self.desk.ask(Effect::Keep(Pref::Theme));
        let said = self
            .desk
            .words()
            .say_theme(self.desk.prefs.theme.scheme.name());
        self.said = Some((said, Role::Aside));
    }

    pub(super) fn turn_mouse(&mut self) {
        let on = !self.desk.prefs.mouse;
        self.desk.prefs.mouse = on;
        self.desk.ask(Effect::Keep(Pref::Mouse));
        let words = self.desk.words();
        self.say(if on {
            words.say_mouse_on()
        } else {
            words.say_mouse_off()
        });
    }

    /// When the screen changes by itself: the timer of a running step, in minutes, in seconds in the last two.
    pub fn next_tick(&self) -> Option<Duration> {
        let hidden = self.curtain || self.is_veiled();
        let session = self.desk.session().filter(|_| !hidden)?;
        let row = session.running()?;
        let left = i64::from(row.minutes) * 60 - i64::from(row.spent_at(self.desk.now));
        let seconds = if (0..=120).contains(&left) {
            1
        } else {
            60 - row.spent_at(self.desk.now) % 60
        };
        Some(Duration::from_secs(u64::from(seconds)) / session.play.clock.speed.factor())
    }
}
