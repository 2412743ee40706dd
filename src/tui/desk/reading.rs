//! What the desk knows of the rest of the workspace: what was asked to be read behind, and what came of it.

use super::{Desk, Effect};
use crate::library::lookalike::Index;
use crate::store::Registry;

/// The past of the workspace, once a screen has asked for it.
#[derive(Debug, Default)]
pub struct Past {
    /// Past wordings, prepared to be found.
    pub index: Option<Index>,
    asked: bool,
}

/// The whole workspace, once a screen has asked for it.
#[derive(Debug, Default)]
pub struct Whole {
    /// What was read; while it is read anew, what was read before.
    pub registry: Option<Registry>,
    /// How many sessions are read, of how many, while they are.
    pub progress: Option<(usize, usize)>,
    /// Whether a screen has asked for it.
    pub asked: bool,
}

impl Desk {
    /// Asks once for the past of the workspace.
    pub fn recall(&mut self) {
        if !self.past.asked {
            self.past.asked = true;
            self.ask(Effect::Recall);
        }
    }

    /// Asks once for the whole workspace; it comes later, and anew whenever the folder is read again.
    pub fn survey(&mut self) {
        if !self.whole.asked {
            self.whole.asked = true;
            self.ask(Effect::Survey);
        }
    }

    /// The whole workspace, once it is there: [`Self::survey`] asks for it.
    pub fn registry(&self) -> Option<&Registry> {
        self.whole.registry.as_ref()
    }
}
