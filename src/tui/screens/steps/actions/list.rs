//! The list of actions, what the page says of the plan as a whole, and the line on which ideas are caught.

use super::{Key, causes};
use crate::content;
use crate::content::known;
use crate::domain::action::{Action, Status, Strength};
use crate::domain::ballot::Subject;
use crate::domain::ids::ActionId;
use crate::domain::orphans::{is_weak, orphans};
use crate::domain::progress::MAX_ACTIONS;
use crate::domain::session::Session;
use crate::tui::desk::Desk;
use crate::tui::form::{Field, Item, Value};
use crate::tui::screens::steps::decision;
use crate::tui::screens::steps::shared::{line, or};
use crate::tui::theme::{Role, Signs};
use crate::words::Words;

/// Letters before they are doubled.
const LETTERS: u8 = 26;

/// The letter of the action at `index`: A to Z, then AA, AB…
pub fn letter(index: usize) -> String {
    let letters = usize::from(LETTERS);
    let at = |n: usize| char::from(b'A' + u8::try_from(n % letters).unwrap_or(0));
    let head = (index / letters).checked_sub(1).map(at);
    head.into_iter().chain([at(index)]).collect()
}

/// The meter of a strength: ▰▰▱.
pub fn meter(strength: Strength, signs: &Signs) -> String {
    let full = match strength {
        Strength::Weak => 1,
        Strength::Intermediate => 2,
        Strength::Strong => 3,
    };
    signs.gauge.repeat(full) + &signs.gauge_empty.repeat(3 - full)
}

/// What an action lacks, in words.
pub fn gaps(action: &Action, words: Words) -> String {
    let gaps = action.gaps().into_iter();
    let gaps: Vec<&str> = gaps.map(|gap| words.action_gap(gap)).collect();
    gaps.join(", ")
}

/// The fields of the page.
pub fn fields(session: &Session, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let items = session.actions.iter().enumerate();
    let list = Value::Items {
        items: items.map(|(i, a)| item(i, a, desk)).collect(),
        empty: words.actions_empty().to_owned(),
    };
    let mut list = Field::new(Key::Actions, words.actions_list(), list);
    if !session.actions.is_empty() {
        list = list.hint(words.actions_hint());
    }
    let mut out = vec![list];
    out.extend(warnings(session, desk));
    if !causes::retained(session).is_empty() {
        out.push(causes::list_field(session, desk));
    }
    if !session.actions.is_empty() {
        let kept = session.actions.iter().enumerate();
        let kept = kept.filter(|(_, a)| a.is_retained());
        let kept: Vec<String> = kept.map(|(i, _)| letter(i)).collect();
        let what = kept.join(", ");
        out.extend(decision::fields(
            session,
            Subject::Actions,
            &what,
            words,
            Key::Decision,
        ));
    }
    out
}

/// The line on which an idea is typed, and those noted before.
pub fn idea_fields(idea: &Action, session: &Session, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let signs = desk.prefs.theme.signs;
    let strength = content::strength_of(idea).map_or_else(
        || " ".to_owned(),
        |s| format!("{} {}", meter(s, &signs), words.strength(s)),
    );
    let others = session.actions.iter().enumerate();
    let others = others.filter(|(_, a)| a.id != idea.id);
    let list = Value::Items {
        items: others.map(|(i, a)| item(i, a, desk)).collect(),
        empty: words.action_idea_hint().to_owned(),
    };
    let hint = super::form::hint(idea, session, words)
        .unwrap_or_else(|| words.action_idea_hint().to_owned());
    vec![
        line(Key::Idea, words.action_idea(), &idea.what, hint),
        note(strength, Role::Aside),
        note(" ".to_owned(), Role::Aside),
        Field::new(Key::Actions, words.actions_so_far(), list),
    ]
}

fn item(index: usize, action: &Action, desk: &Desk) -> Item {
    let (words, signs) = (desk.words(), desk.prefs.theme.signs);
    let sign = match action.status {
        Status::Proposed => (signs.not_yet, Role::Aside),
        Status::Dropped => (signs.refused, Role::Refused),
        _ => (signs.done, Role::Done),
    };
    let meter = content::strength_of(action).map(|s| meter(s, &signs));
    let meter = meter.unwrap_or_else(|| signs.not_yet.repeat(3));
    Item {
        sign: Some(sign),
        lead: format!("{} {meter}", letter(index)),
        text: or(&action.what, words.action_unsaid()).to_owned(),
        aside: aside(action, desk),
        depth: 0,
    }
}

/// Who, until when, and what is missing.
fn aside(action: &Action, desk: &Desk) -> String {
    let (words, signs) = (desk.words(), desk.prefs.theme.signs);
    let mut parts = Vec::new();
    parts.extend(action.owner.filled().map(str::to_owned));
    parts.extend(action.due.map(|due| {
        let distance = words.in_days(desk.today(), due);
        format!("{} ({distance})", words.date_short(due))
    }));
    if !matches!(action.status, Status::Proposed | Status::Retained) {
        parts.push(words.status(action.status).to_owned());
    }
    let mut lines = vec![parts.join(" · ")];
    let lacks = gaps(action, words);
    // An idea just caught lacks everything: saying so would only bury the ideas.
    if !lacks.is_empty() && (action.is_retained() || !action.is_bare()) {
        lines.push(match action.missing_reason.filled() {
            Some(reason) => words.action_lacks_reason(reason),
            None => format!("{} {}", signs.see, words.action_lacks(&lacks)),
        });
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

/// What the page says of the plan: what hangs on nothing, only weak actions and why, too many.
fn warnings(session: &Session, desk: &Desk) -> Vec<Field<Key>> {
    let (words, signs) = (desk.words(), desk.prefs.theme.signs);
    let said = |text: String| note(format!("{} {text}", signs.see), Role::See);
    let orphans = orphans(session);
    let mut out = Vec::new();
    if !orphans.actions.is_empty() {
        let at = |id: &ActionId| session.actions.index_of(*id).map(letter);
        let names: Vec<String> = orphans.actions.iter().filter_map(at).collect();
        let n = names.len();
        out.push(said(words.actions_incomplete(n, &names.join(", "))));
    }
    if !orphans.factors.is_empty() && !session.actions.is_empty() {
        let ids: Vec<String> = orphans.factors.iter().map(ToString::to_string).collect();
        out.push(said(words.actions_orphans(ids.len(), &ids.join(", "))));
    }
    let kept = session.retained_actions().count();
    if kept > MAX_ACTIONS {
        out.push(said(words.actions_too_many(kept)));
    }
    if is_weak(session, &known(session)) {
        out.push(said(words.actions_only_weak().to_owned()));
        let why = &session.reasons.weak_plan;
        let (label, hint) = (words.actions_weak_why(), words.actions_weak_why_hint());
        out.push(line(Key::WeakPlan, label, why, hint));
    }
    if !out.is_empty() {
        out.push(note(" ".to_owned(), Role::Aside));
    }
    out
}

/// A line to read between fields.
fn note(text: String, role: Role) -> Field<Key> {
    Field::new(Key::Warning, "", Value::Note(text, role))
}
