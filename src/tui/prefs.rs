//! What a person chose for the screen: theme, language, mouse. Kept per person, not per workspace.

use super::theme::{Scheme, Theme};
use crate::domain::code::Lang;
use crate::words::Words;

/// One of the choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pref {
    /// The theme.
    Theme,
    /// The language of the screen.
    Lang,
    /// Whether the mouse is heard.
    Mouse,
    /// When the passphrase is asked for again.
    LockAfter,
}

/// The choices of a person.
#[derive(Clone, Debug)]
pub struct Prefs {
    /// The theme.
    pub theme: Theme,
    /// The language of the screen.
    pub lang: Lang,
    /// Whether the mouse is heard.
    pub mouse: bool,
    /// After how many minutes without a key an encrypted workspace asks for its passphrase again; 0: never.
    pub lock_after: u16,
}

impl Prefs {
    /// The sentences.
    pub fn words(&self) -> Words {
        Words(self.lang)
    }

    /// The next theme in turn.
    pub fn next_theme(&mut self) {
        let at = Scheme::ALL
            .iter()
            .position(|s| *s == self.theme.scheme)
            .unwrap_or(0);
        self.set_scheme(Scheme::ALL[(at + 1) % Scheme::ALL.len()]);
    }

    /// Another theme at the same depth.
    pub fn set_scheme(&mut self, scheme: Scheme) {
        if let Ok(theme) = Theme::load(scheme, self.theme.depth(), self.theme.signs) {
            self.theme = theme;
        }
    }

    /// The other language.
    pub fn other_language(&mut self) {
        self.lang = match self.lang {
            Lang::Fr => Lang::En,
            Lang::En => Lang::Fr,
        };
    }
}
