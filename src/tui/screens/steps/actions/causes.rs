//! What an action answers: factors, those retained first, and barriers that gave way; and the retained factors on which the
//! group does not act, with the reason.

use super::{Key, list};
use crate::domain::action::Action;
use crate::domain::analysis::{Analysis, Barrier, BarrierState, Factor, Retained};
use crate::domain::ids::{BarrierId, FactorId};
use crate::domain::order::Order;
use crate::domain::progress;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Field, Item, Value};
use crate::tui::screens::steps::shared::{flip, line, many_of, or};
use crate::tui::theme::Role;
use crate::words::Words;

/// A factor or a barrier.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cause {
    Factor(FactorId),
    Barrier(BarrierId),
}

/// The factors that the group retained.
pub fn retained(session: &Session) -> Vec<&Factor> {
    progress::factors(session)
        .filter(|f| f.retained == Retained::Yes)
        .collect()
}

/// All that an action can answer: factors retained, other factors, barriers that did not hold or that it answers already.
pub fn all(session: &Session, action: &Action, words: Words, star: &str) -> Vec<(Cause, String)> {
    let mut factors: Vec<&Factor> = progress::factors(session).collect();
    factors.order_by_key(|f| f.retained != Retained::Yes);
    let mark = |f: &Factor| {
        if f.retained == Retained::Yes {
            format!("{} {star}", f.id)
        } else {
            f.id.to_string()
        }
    };
    let factors = factors.into_iter().map(|f| {
        let said = or(&f.what, words.factor_unsaid());
        (Cause::Factor(f.id), format!("{} {said}", mark(f)))
    });
    let weak = |b: &&Barrier| gave_way(b) || action.barriers.contains(&b.id);
    let barriers = progress::acted_on(session).flat_map(|a| a.barriers.iter());
    let barriers = barriers.filter(weak).map(|b| {
        let said = or(&b.what, words.barrier_unsaid());
        let state = words.barrier_state(b.state);
        (Cause::Barrier(b.id), format!("{} {said} ({state})", b.id))
    });
    factors.chain(barriers).collect()
}

fn gave_way(b: &Barrier) -> bool {
    !matches!(b.state, BarrierState::Worked | BarrierState::Unknown)
}

/// The field of what an action answers.
pub fn field(session: &Session, action: &Action, words: Words, star: &str) -> Field<Key> {
    let all = all(session, action, words, star);
    let held = |cause: &Cause| match cause {
        Cause::Factor(id) => action.factors.contains(id),
        Cause::Barrier(id) => action.barriers.contains(id),
    };
    many_of(Key::Answers, words.action_answers(), &all, held).hint(words.action_answers_hint())
}

/// Links an action to a cause, or no longer.
pub fn turn(action: &mut Action, cause: Cause) {
    match cause {
        Cause::Factor(id) => flip(&mut action.factors, id),
        Cause::Barrier(id) => flip(&mut action.barriers, id),
    }
}

/// The retained factors: which actions answer each, or why none does.
pub fn list_field(session: &Session, desk: &Desk) -> Field<Key> {
    let words = desk.words();
    let factors = retained(session).into_iter();
    let value = Value::Items {
        items: factors.map(|f| item(f, session, desk)).collect(),
        empty: words.actions_factors_empty().to_owned(),
    };
    Field::new(Key::Factors, words.actions_factors(), value)
}

fn item(f: &Factor, session: &Session, desk: &Desk) -> Item {
    let (words, signs) = (desk.words(), desk.prefs.theme.signs);
    let letters = |kept: bool| {
        let those = session.actions.iter().enumerate();
        let those = those.filter(|(_, a)| a.factors.contains(&f.id) && a.is_retained() == kept);
        let those: Vec<String> = those.map(|(i, _)| list::letter(i)).collect();
        those.join(", ")
    };
    let (kept, ideas) = (letters(true), letters(false));
    let (sign, aside) = if !kept.is_empty() {
        ((signs.done, Role::Done), words.actions_answered(&kept))
    } else if let Some(reason) = f.no_action_reason.filled() {
        ((signs.done, Role::Aside), words.actions_no_action(reason))
    } else if ideas.is_empty() {
        (
            (signs.see, Role::See),
            words.actions_unanswered().to_owned(),
        )
    } else {
        ((signs.begun, Role::See), words.actions_idea_only(&ideas))
    };
    Item {
        sign: Some(sign),
        lead: f.id.to_string(),
        text: or(&f.what, words.factor_unsaid()).to_owned(),
        aside,
        depth: 0,
    }
}

/// The reason why nothing is done about a retained factor.
pub fn reason_fields(f: &Factor, words: Words) -> Vec<Field<Key>> {
    let wording = or(&f.what, words.factor_unsaid()).to_owned();
    vec![
        Field::new(
            Key::Title,
            words.factor_named(f.id.to_string()),
            Value::Heading,
        ),
        Field::new(Key::Warning, "", Value::Note(wording, Role::Strong)),
        line(
            Key::NoAction,
            words.actions_no_action_label(),
            &f.no_action_reason,
            words.actions_no_action_hint(),
        ),
    ]
}

/// Writes that reason down.
pub fn set_reason(desk: &mut Desk, id: FactorId, group: Group, reason: Text) {
    desk.edit(group, |session| {
        let holds = |a: &&Analysis| a.factors.get(id).is_some();
        let analysis = progress::acted_on(session).find(holds).map(|a| a.id);
        let analysis = analysis.and_then(|id| session.analyses.get_mut(id));
        if let Some(factor) = analysis.and_then(|a| a.factors.get_mut(id)) {
            factor.no_action_reason = reason;
        }
    });
}
