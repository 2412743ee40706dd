//! What the meeting leaves on nothing: actions that lack something, retained factors without action. Each is one key away from
//! where it is completed.

use super::Key;
use crate::domain::action::Action;
use crate::domain::agenda::StepKind;
use crate::domain::analysis::Factor;
use crate::domain::orphans::{Orphans, orphans};
use crate::domain::progress;
use crate::domain::session::Session;
use crate::tui::desk::Desk;
use crate::tui::form::{Field, Item, Value};
use crate::tui::screens::steps::shared::or;
use crate::tui::screens::{Flow, Spot};
use crate::tui::theme::Role;

/// The list, counted; nothing where all hangs on something.
pub(super) fn field(session: &Session, desk: &Desk) -> Option<Field<Key>> {
    let words = desk.words();
    let left = orphans(session);
    if left.is_empty() || session.is_sealed() {
        return None;
    }
    let actions = left
        .actions
        .iter()
        .filter_map(|id| session.actions.get(*id));
    let factors = left
        .factors
        .iter()
        .filter_map(|id| progress::factors(session).find(|f| f.id == *id));
    let items = actions
        .map(|a| action(a, desk))
        .chain(factors.map(|f| factor(f, desk)));
    let value = Value::Items {
        items: items.collect(),
        empty: String::new(),
    };
    let count = words.closing_left_count(left.actions.len(), left.factors.len());
    let field = Field::new(Key::Left, words.closing_left(), value);
    Some(field.aside(count).hint(words.closing_left_hint()))
}

fn action(action: &Action, desk: &Desk) -> Item {
    let words = desk.words();
    let gaps = action.gaps().into_iter();
    let gaps: Vec<&str> = gaps.map(|gap| words.action_gap(gap)).collect();
    Item {
        sign: Some((desk.prefs.theme.signs.see, Role::See)),
        lead: action.id.to_string(),
        text: or(&action.what, words.action_unsaid()).to_owned(),
        aside: words.action_lacks(&gaps.join(", ")),
        depth: 0,
    }
}

fn factor(factor: &Factor, desk: &Desk) -> Item {
    let words = desk.words();
    Item {
        sign: Some((desk.prefs.theme.signs.see, Role::See)),
        lead: factor.id.to_string(),
        text: or(&factor.what, words.factor_unsaid()).to_owned(),
        aside: words.closing_left_factor().to_owned(),
        depth: 0,
    }
}

/// To where the one at this place is completed.
pub(super) fn go(index: usize, desk: &Desk) -> Flow {
    let Orphans { actions, factors } = desk.session().map(orphans).unwrap_or_default();
    let actions = actions.iter().map(|id| format!("{id}/What/0"));
    let factors = factors.iter().map(|id| format!("{id}/NoAction/0"));
    match actions.chain(factors).nth(index) {
        Some(at) => Flow::GoTo(Spot {
            step: StepKind::Actions,
            at,
        }),
        None => Flow::Stay,
    }
}
