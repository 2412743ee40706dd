//! What is still missing at a step, and how complete the analysis is.

use super::Shown;
use crate::content::known;
use crate::domain::progress::missing;
use crate::tui::desk::Desk;
use crate::tui::screens::meeting;
use crate::tui::theme::Role;
use crate::tui::widgets::reading::Para;

pub(super) fn paras(shown: &Shown, desk: &Desk) -> Vec<Para> {
    match desk.session() {
        Some(session) if session.is_sealed() => {
            vec![Para::new(desk.words().second_sealed(), Role::Aside)]
        }
        Some(session) => {
            let step = shown.row.step;
            meeting::lacks(step, &missing(session, step, &known(session)), desk)
        }
        None => Vec::new(),
    }
}
