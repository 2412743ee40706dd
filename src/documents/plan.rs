//! The action plan of all meetings as it leaves the program: for a spreadsheet, a calendar, a script, an e-mail to its owners.

pub mod calendar;
pub mod csv;
pub mod json;
pub mod reminder;
mod table;
pub mod xlsx;

use crate::domain::text::Text;
use crate::library::plan::Planned;
use crate::words::Words;

/// The reference of an action, short: the number of its session and its id there, `3-A1`; its id alone where the session has
/// no number, nothing for an action of before the program.
pub fn reference(planned: &Planned) -> String {
    match planned.decided {
        Some(decided) if decided.number > 0 => format!("{}-{}", decided.number, decided.action),
        Some(decided) => decided.action.to_string(),
        None => String::new(),
    }
}

/// The wording of an action on one line; one that has none yet is told all the same.
pub fn wording(words: Words, planned: &Planned) -> String {
    let what = planned.what.filled().unwrap_or(words.action_unsaid());
    Text::line(what).to_string()
}

/// The heads of the table for a screen.
pub const fn table_head(words: Words) -> [&'static str; 6] {
    [
        words.plan_due(),
        words.plan_reference(),
        words.plan_action(),
        words.plan_owner(),
        words.plan_state(),
        words.plan_strength(),
    ]
}

#[cfg(test)]
mod tests;
