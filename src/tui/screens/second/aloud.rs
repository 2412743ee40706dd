//! What to say at a step: the question on the wall, the words to read aloud, and what comes next.

use super::Shown;
use crate::content;
use crate::domain::agenda::StepKind;
use crate::domain::grid::{Dimension, Item};
use crate::tui::desk::Desk;
use crate::tui::screens::meeting;
use crate::tui::screens::steps::factors::question_at;
use crate::tui::theme::Role;
use crate::tui::widgets::reading::Para;

/// The question of the grid that is on the wall, if that is what this step shows there.
pub(super) fn question<'d>(shown: &Shown, desk: &'d Desk) -> Option<(&'d Dimension, &'d Item)> {
    let seen = desk.followed.as_ref()?;
    let walks = shown.on_wall && shown.row.step == StepKind::Factors && !seen.free;
    walks.then(|| question_at(&seen.at, desk)).flatten()
}

pub(super) fn paras(shown: &Shown, desk: &Desk) -> Vec<Para> {
    let words = desk.words();
    let mut out = Vec::new();
    if let Some((dimension, item)) = question(shown, desk) {
        let path = desk.prefs.theme.signs.path;
        let name = format!(
            "{} {path} {}",
            dimension.name.get(words.0),
            item.label.get(words.0)
        );
        out.push(Para::new(name, Role::Aside));
        out.push(Para::new(item.question.get(words.0), Role::Strong));
        out.push(Para::new("", Role::Body));
    }
    out.extend(meeting::aloud(shown.row.step, desk));
    let Some(session) = desk.session() else {
        return out;
    };
    if shown.row.step == StepKind::Opening {
        out.push(Para::new(words.second_charter(), Role::Strong));
        let lines = content::charter_of(session, words.0);
        let bullet = desk.prefs.theme.signs.bullet;
        out.extend(
            lines
                .iter()
                .map(|line| Para::new(format!("{bullet} {line}"), Role::Body)),
        );
        out.push(Para::new("", Role::Body));
    }
    match session.neighbour(shown.row.id, 1) {
        Some(next) => {
            let text = content::step(next.step);
            let name = words.second_next(text.title.get(words.0), &words.minutes(next.minutes));
            out.push(Para::new(name, Role::Strong));
            out.push(Para::new(text.aim.get(words.0), Role::Body));
            out.push(Para::under(text.prompt.get(words.0), Role::Aside, 2));
        }
        None => out.push(Para::new(words.second_last_step(), Role::Aside)),
    }
    out
}
