//! Reading again: sessions opened over the search or the decisions that led to them, from which Escape comes back; and what
//! those two screens are told.

use super::App;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::library::Spot;
use crate::library::find::Source;
use crate::store::Told;
use crate::tui::command::Command;
use crate::tui::desk::Effect;
use crate::tui::screens::Screen;
use crate::tui::screens::decisions::Decisions;
use crate::tui::screens::find::Find;
use crate::tui::screens::meeting::Meeting;
use crate::tui::theme::Role;
use std::path::PathBuf;

impl App {
    /// Whether a session is read again, over the screen that led to it.
    pub(super) fn reviewing(&self) -> bool {
        match self.screens.as_slice() {
            [.., below, Screen::Meeting(_)] => !matches!(below, Screen::Home(_)),
            _ => false,
        }
    }

    /// A session was opened to be read again: goes to the place, over the screen that led to it.
    pub fn session_reviewed(&mut self, spot: Option<&Spot>) {
        let led = |screen: &Screen| !matches!(screen, Screen::Meeting(_)) && !screen.floats();
        self.screens.retain(led);
        let mut meeting = Meeting::new(&mut self.desk, None);
        let missed = spot.filter(|spot| !meeting.go_to(spot, &mut self.desk));
        self.screens.push(meeting.into());
        let words = self.desk.words();
        let why = self.desk.read_only().map(|why| words.why(why));
        // From one session to the next only the step is kept, where there is one.
        let missed = missed.filter(|spot| !spot.at.is_empty());
        let missed = missed.map(|s| words.say_no_such_step(&words.capital(words.step(s.step))));
        let remarks = self.desk.session.as_ref().map(|open| &open.remarks);
        let remark = remarks.and_then(|remarks| remarks.first());
        let remark = remark.map(|remark| words.remark(remark));
        let said: Vec<String> = missed.into_iter().chain(why).chain(remark).collect();
        self.said = Some((said.join(" "), Role::See));
        self.arrived = true;
    }

    /// Back to the screen that led to the session.
    pub(super) fn leave_review(&mut self) {
        self.screens.pop();
        self.desk.ask(Effect::CloseSession);
        self.resume();
    }

    /// The screen on top goes on with what another one broke off.
    pub(super) fn resume(&mut self) {
        if let Some(Screen::Find(find)) = self.screens.last_mut() {
            find.resume(&mut self.desk);
        }
    }

    /// The next or the previous of the sessions read again, at the same step.
    pub(super) fn neighbour(&mut self, command: Command) {
        let Some(session) = self.desk.session() else {
            return;
        };
        let listing = &self.desk.listing;
        let all = if session.kind.is_simulation() {
            &listing.simulations
        } else {
            &listing.sessions
        };
        let mut read = all.iter().filter(|entry| entry.state.is_ok());
        let heads = read.clone().filter_map(|entry| entry.state.as_ref().ok());
        let at = heads.map(|head| head.id).position(|id| id == session.id);
        // The newest stands first.
        let to = at.and_then(|at| match command {
            Command::NextSession => at.checked_sub(1),
            _ => Some(at + 1),
        });
        let path = to
            .and_then(|to| read.nth(to))
            .map(|entry| entry.path.clone());
        let Some(path) = path else {
            let words = self.desk.words();
            self.say(match command {
                Command::NextSession => words.review_first(),
                _ => words.review_last(),
            });
            return;
        };
        let step = match self.screens.last() {
            Some(Screen::Meeting(meeting)) => meeting.kind(&self.desk),
            _ => None,
        };
        self.desk.ask(Effect::Review {
            path,
            source: Source::Session,
            spot: step.map(Spot::of),
        });
    }

    /// To the decisions of all sessions: those that are there already, else anew.
    pub(super) fn decisions(&mut self) {
        let there = |screen: &Screen| matches!(screen, Screen::Decisions(_));
        if let Some(at) = self.screens.iter().rposition(there) {
            let over = self.screens.drain(at + 1..);
            let session = over
                .into_iter()
                .any(|screen| matches!(screen, Screen::Meeting(_)));
            if session {
                self.desk.ask(Effect::CloseSession);
            }
            return;
        }
        let decisions = Decisions::new(&mut self.desk);
        self.screens.push(decisions.into());
    }

    /// Search in everything.
    pub(super) fn find(&mut self) {
        let find = Find::new(&"".into(), &mut self.desk);
        self.screens.push(find.into());
    }

    /// Something was found behind.
    pub fn found(&mut self, told: Told) {
        let mut screens = self.screens.iter_mut().rev();
        let find = screens.find_map(|screen| match screen {
            Screen::Find(find) => Some(find),
            _ => None,
        });
        if let Some(find) = find {
            find.told(told);
        }
    }

    /// A session was read beside.
    pub fn peeked(&mut self, path: PathBuf, session: Result<Session, Problem>) {
        let mut screens = self.screens.iter_mut().rev();
        let decisions = screens.find_map(|screen| match screen {
            Screen::Decisions(decisions) => Some(decisions),
            _ => None,
        });
        if let Some(decisions) = decisions {
            decisions.peeked(path, session);
        }
    }
}
