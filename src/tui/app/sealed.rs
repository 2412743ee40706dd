//! What holds while a sealed session is open: its amendments, and the comparison with the state in which it was sealed.

use super::App;
use crate::domain::session::Session;
use crate::tui::command::Command;
use crate::tui::desk::Effect;
use crate::tui::screens::amendments::Amendments;
use crate::tui::theme::Role;

impl App {
    /// Does what is asked of a sealed session; of one that is not, it says so.
    pub(super) fn sealed_command(&mut self, command: Command) {
        let words = self.desk.words();
        if !self.desk.session().is_some_and(Session::is_sealed) {
            self.say(words.say_not_sealed());
        } else if command == Command::CompareSealed {
            self.desk.ask(Effect::CompareSealed);
        } else if let Some(problem) = &self.desk.amendments_fault {
            self.said = Some((words.problem(problem), Role::Refused));
        } else {
            self.screens.push(Amendments::new(&self.desk).into());
        }
    }
}
