//! Going from screen to screen: out of one, home, to a place of the session.

use super::App;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Effect, Saving};
use crate::tui::screens::ask::Ask;
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
                let words = self.desk.words();
                self.say(match self.desk.saving {
                    Saving::Failing(..) => words.say_escape_unsaved(),
                    _ => words.say_escape_again(),
                });
            }
        }
    }

    /// Back to the home screen, once the session is closed where it is.
    pub(super) fn go_home(&mut self) {
        // What floated is answered; the session is found again without it.
        while self.screens.len() > 1 && self.screens.last().is_some_and(Screen::floats) {
            self.screens.pop();
        }
        let place = self.place().unwrap_or_default();
        self.desk.ask(Effect::GoHome(place));
    }

    /// Nothing is open any more.
    pub fn at_home(&mut self) {
        self.screens.truncate(1);
        self.desk.ask(Effect::List);
    }

    /// Asks whether to leave although something is in memory alone.
    pub fn ask_leave(&mut self, then: Command) {
        self.curtain = false;
        let asked = |screen: &Screen| matches!(screen, Screen::Ask(ask) if ask.is_leaving());
        if !self.screens.last().is_some_and(asked) {
            self.screens.push(Ask::leave(then).into());
        }
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
