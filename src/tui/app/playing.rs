//! What a simulation adds: its cards, the control room, what comes by itself.

use super::App;
use crate::tui::command::Command;
use crate::tui::screens::Screen;
use crate::tui::screens::cards::Cards;
use crate::tui::screens::trainer::Trainer;

impl App {
    /// Shows the cases that can be played.
    pub fn train(&mut self) {
        self.screens.push(Screen::training());
    }

    /// The window of cards or the control room, in a simulation. Whichever of them is open gives way to the other.
    pub(super) fn played(&mut self, command: Command) -> Option<Screen> {
        let session = self.desk.session()?;
        if !session.kind.is_simulation() {
            return None;
        }
        if matches!(
            self.screens.last(),
            Some(Screen::Cards(_) | Screen::Trainer(_))
        ) {
            self.screens.pop();
        }
        Some(if command == Command::Cards {
            Cards::new(&mut self.desk).into()
        } else {
            Trainer::default().into()
        })
    }
}
