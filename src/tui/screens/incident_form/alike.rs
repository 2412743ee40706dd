//! Past events that resemble the one in the form.

use super::Key;
use crate::domain::incident::Report;
use crate::domain::text::Text;
use crate::tui::desk::Desk;
use crate::tui::form::Field;
use crate::tui::screens::alike::Alike;

/// The words by which an event is looked for: its title, else its facts.
pub fn told(report: &Report) -> &Text {
    if report.title.is_blank() {
        &report.facts
    } else {
        &report.title
    }
}

/// The form with what resembles the event below the quick entry's words, where the eyes are.
pub fn with_alike(mut fields: Vec<Field<Key>>, alike: &Alike, desk: &Desk) -> Vec<Field<Key>> {
    let at = fields.iter().position(|f| f.key == Key::Facts).unwrap_or(0) + 1;
    fields.splice(at..at, alike.notes(Key::Between, desk));
    fields
}
