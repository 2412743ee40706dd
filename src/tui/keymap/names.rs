//! How keys are called on the screen.

use crate::domain::code::Lang;
use crate::tui::key::{Code, Key};

/// The name of a key on a keyboard of that language.
pub fn key_name(key: Key, lang: Lang) -> String {
    let french = lang == Lang::Fr;
    let pick = |fr: &str, en: &str| if french { fr.to_owned() } else { en.to_owned() };
    let name = match key.code {
        Code::Char(' ') => pick("Espace", "Space"),
        Code::Char(c) if key.ctrl => c.to_uppercase().to_string(),
        Code::Char(c) => c.to_string(),
        Code::Enter => pick("Entrée", "Enter"),
        Code::Tab => "Tab".to_owned(),
        Code::BackTab => pick("Maj+Tab", "Shift+Tab"),
        Code::Esc => pick("Échap", "Esc"),
        Code::Backspace => pick("Retour", "Backspace"),
        Code::Delete => pick("Suppr", "Delete"),
        Code::Insert => pick("Inser", "Insert"),
        Code::Up => "↑".to_owned(),
        Code::Down => "↓".to_owned(),
        Code::Left => "←".to_owned(),
        Code::Right => "→".to_owned(),
        Code::Home => pick("Début", "Home"),
        Code::End => pick("Fin", "End"),
        Code::PageUp => pick("PgPréc", "PgUp"),
        Code::PageDown => pick("PgSuiv", "PgDn"),
        Code::F(n) => format!("F{n}"),
    };
    let modifier = if key.ctrl {
        "Ctrl+"
    } else if key.alt {
        "Alt+"
    } else {
        ""
    };
    format!("{modifier}{name}")
}
