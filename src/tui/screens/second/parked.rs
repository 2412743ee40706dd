//! The parking lot: the questions kept for later, and what became of them.

use crate::content;
use crate::tui::desk::Desk;
use crate::tui::theme::Role;
use crate::tui::widgets::reading::Para;

/// How many questions are kept.
pub(super) fn count(desk: &Desk) -> usize {
    desk.session().map_or(0, |session| session.parked.len())
}

pub(super) fn paras(desk: &Desk) -> Vec<Para> {
    let words = desk.words();
    let Some(session) = desk.session().filter(|session| !session.parked.is_empty()) else {
        return vec![Para::new(words.second_parked_none(), Role::Aside)];
    };
    let bullet = desk.prefs.theme.signs.bullet;
    let mut out = Vec::new();
    for parked in session.parked.iter() {
        out.push(Para::new(format!("{bullet} {}", parked.what), Role::Body));
        let row = parked.row.and_then(|id| session.agenda.get(id));
        let step = row.map(|row| content::step(row.step).name.get(words.0));
        let outcome = parked.outcome.filled();
        let told: Vec<&str> = step.into_iter().chain(outcome).collect();
        if !told.is_empty() {
            out.push(Para::under(told.join(" · "), Role::Aside, 2));
        }
    }
    out
}
