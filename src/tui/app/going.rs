//! Going from screen to screen: out of one, home, to a place of the session.

use super::App;
use crate::tui::desk::{Desk, Effect};
use crate::tui::screens::meeting::Meeting;
use crate::tui::screens::{Screen, Spot};
use crate::tui::theme::Role;

impl App {
    /// Takes the screen on top away.
    pub(super) fn close(&mut self) {
        if self.screens.len() > 1 {
            self.screens.pop();
        }
        if let Some(Screen::Home(home)) = self.screens.last_mut() {
            home.refresh(&self.desk);
        }
        self.resume();
    }

    /// Escape, where the screen on top has nothing more to leave: a window closes, who only looked goes back; out of a session
    /// it takes two, as a meeting must not go away from the wall by one key too many.
    pub(super) fn back(&mut self, leaving: bool) {
        if self.screens.last().is_some_and(Screen::floats) {
            self.close();
        } else if self.reviewing() {
            self.leave_review();
        } else if matches!(self.screens.last(), Some(Screen::Meeting(_))) {
            if leaving {
                self.go_home();
            } else {
                self.leaving = true;
                self.say(self.desk.words().say_escape_again());
            }
        }
    }

    /// Back to the home screen; the session is closed where it is.
    pub(super) fn go_home(&mut self) {
        // What floated is answered; the session is found again without it.
        while self.screens.len() > 1 && self.screens.last().is_some_and(Screen::floats) {
            self.screens.pop();
        }
        if self.desk.session.is_some() {
            self.desk
                .ask(Effect::CloseSession(self.place().unwrap_or_default()));
        }
        self.screens.truncate(1);
        self.desk.ask(Effect::List);
    }

    /// Takes what stands over the meeting away and goes to a place of its session.
    pub(super) fn go_to(&mut self, spot: &Spot, go: fn(&mut Meeting, &Spot, &mut Desk) -> bool) {
        while self.screens.len() > 1 && !matches!(self.screens.last(), Some(Screen::Meeting(_))) {
            self.screens.pop();
        }
        if let Some(Screen::Meeting(meeting)) = self.screens.last_mut()
            && !go(meeting, spot, &mut self.desk)
        {
            let words = self.desk.words();
            let said = words.say_no_such_step(&words.capital(words.step(spot.step)));
            self.said = Some((said, Role::See));
        }
    }
}
