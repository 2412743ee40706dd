//! One action: its fields in the order in which a group thinks of them, and their edits. Its strength shows as it is typed.

use super::Key;
use super::causes;
use super::list::{gaps, letter, meter};
use crate::content;
use crate::domain::action::{Action, ActionKind, ActionLevel, Status, Strength};
use crate::domain::ids::ActionId;
use crate::domain::moment::Side;
use crate::domain::scales::Level;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Value};
use crate::tui::screens::steps::shared::{line, one_of, pick};
use crate::tui::theme::Signs;
use crate::words::Words;
use chrono::NaiveDate;

/// Stronger ways that are named beside a weak action.
const STRONGER: usize = 2;

/// The fields of an action.
pub fn fields(a: &Action, session: &Session, desk: &Desk) -> Vec<Field<Key>> {
    let (words, signs) = (desk.words(), desk.prefs.theme.signs);
    let index = session.actions.index_of(a.id).unwrap_or(0);
    let what_hint = hint(a, session, words).unwrap_or_else(|| words.action_what_hint().to_owned());
    let mut out = vec![
        Field::new(
            Key::Title,
            words.action_named(letter(index)),
            Value::Heading,
        ),
        line(Key::What, words.action_what(), &a.what, what_hint),
        causes::field(session, a, words, signs.star),
        force(a, session, words, &signs),
    ];
    out.extend(nature(a, words));
    out.extend(carried(a, session, desk));
    out.extend(measured(a, desk));
    out.extend(weighed(a, session, words));
    out.extend(more(a, words));
    out
}

/// What is said of a weak action: stronger ways for the factor that it answers, each with an example.
pub fn hint(a: &Action, session: &Session, words: Words) -> Option<String> {
    let lang = words.0;
    if content::strength_of(a)? != Strength::Weak {
        return None;
    }
    let ways = content::stronger(session, a).iter().take(STRONGER);
    let named = ways.filter_map(|way| {
        let name = content::category(&way.category)?
            .label
            .get(lang)
            .to_lowercase();
        Some(format!("{name} ({})", way.example.get(lang)))
    });
    let named: Vec<String> = named.collect();
    Some(words.action_stronger(&named.join(" · ")))
}

fn force(a: &Action, session: &Session, words: Words, signs: &Signs) -> Field<Key> {
    let lang = words.0;
    let categories = &content::hierarchy().categories;
    let options = categories
        .iter()
        .map(|c| format!("{} {}", meter(c.strength, signs), c.label.get(lang)));
    let chosen = categories.iter().position(|c| c.id == a.category);
    let examples = chosen
        .and_then(|i| categories.get(i))
        .map(|c| words.action_like(c.examples.get(lang)));
    let said = hint(a, session, words)
        .or(examples)
        .unwrap_or_else(|| words.action_force_none().to_owned());
    let strength = content::strength_of(a);
    let value = Value::One {
        options: options.collect(),
        chosen,
    };
    Field::new(Key::Force, words.action_force(), value)
        .hint(said)
        .aside(strength.map_or("", |s| words.strength(s)))
}

/// Its strength as the group sees it, its kind and level.
fn nature(a: &Action, words: Words) -> Vec<Field<Key>> {
    let said = one_of(
        Key::Said,
        words.action_strength_said(),
        Strength::ALL,
        a.strength,
        |s| words.strength(s).to_owned(),
    );
    let kind = one_of(
        Key::Kind,
        words.action_kind_label(),
        ActionKind::ALL,
        Some(a.kind),
        |k| words.action_kind(k).to_owned(),
    );
    let level = one_of(
        Key::Level,
        words.action_level_label(),
        ActionLevel::ALL,
        Some(a.level),
        |l| words.action_level(l).to_owned(),
    );
    vec![
        kind.hint(words.action_kind_hint()),
        level.hint(words.action_level_hint()),
        said.hint(words.action_strength_hint()),
    ]
}

/// A date with its distance; one before the day that it comes after says so.
fn date(
    key: Key,
    label: &'static str,
    date: Option<NaiveDate>,
    (after, slip): (NaiveDate, &str),
    desk: &Desk,
) -> Field<Key> {
    let words = desk.words();
    let distance = date.map(|d| {
        if d < after {
            format!("{} {slip}", desk.prefs.theme.signs.see)
        } else {
            words.in_days(desk.today(), d)
        }
    });
    Field::new(key, label, Value::Date(date, Side::Ahead))
        .hint(words.action_due_hint())
        .wrong(words.date_wrong())
        .aside(distance.unwrap_or_default())
}

/// Who carries it, until when.
fn carried(a: &Action, session: &Session, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let accepted = a.accepted.map_or_else(
        || words.action_to_confirm().to_owned(),
        |on| words.action_accepted_on(words.date_short(on)),
    );
    vec![
        line(
            Key::Owner,
            words.action_owner(),
            &a.owner,
            words.action_owner_hint(),
        ),
        Field::new(
            Key::Accepted,
            words.action_accepted(),
            Value::Toggle(a.accepted.is_some()),
        )
        .hint(words.action_accepted_hint())
        .aside(accepted),
        date(
            Key::Due,
            words.action_due(),
            a.due,
            (session.date, words.action_due_before()),
            desk,
        ),
    ]
}

/// How it is known whether it worked.
fn measured(a: &Action, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    vec![
        line(
            Key::Indicator,
            words.action_indicator(),
            &a.indicator,
            words.action_indicator_hint(),
        ),
        line(
            Key::Baseline,
            words.action_baseline(),
            &a.baseline,
            words.action_baseline_hint(),
        ),
        line(
            Key::Target,
            words.action_target(),
            &a.target,
            words.action_target_hint(),
        ),
        line(
            Key::Evaluation,
            words.action_evaluation(),
            &a.evaluation,
            words.action_evaluation_hint(),
        ),
        date(
            Key::EvaluatedOn,
            words.action_evaluated_on(),
            a.evaluated_on,
            (a.due.unwrap_or_default(), words.action_evaluated_before()),
            desk,
        ),
    ]
}

/// What decides between actions.
fn weighed(a: &Action, session: &Session, words: Words) -> Vec<Field<Key>> {
    let scales = content::scales_of(session);
    let level = |key, label, levels: &[Level], n: Option<u8>| {
        let all: Vec<u8> = levels.iter().map(|l| l.n).collect();
        let name = |n: u8| {
            levels
                .iter()
                .find(|l| l.n == n)
                .map_or("", |l| l.label.get(words.0))
        };
        let meant = n.and_then(|n| levels.iter().find(|l| l.n == n));
        one_of(key, label, &all, n, |n| format!("{n} {}", name(n)))
            .hint(meant.map_or("", |l| l.hint.get(words.0)).to_owned())
    };
    vec![
        level(Key::Impact, words.action_impact(), &scales.impact, a.impact),
        level(Key::Effort, words.action_effort(), &scales.effort, a.effort),
        level(Key::Delay, words.action_delay(), &scales.delay, a.delay),
        one_of(
            Key::Status,
            words.action_status(),
            Status::ALL,
            Some(a.status),
            |s| words.status(s).to_owned(),
        ),
    ]
}

/// The rest, and why something is missing.
fn more(a: &Action, words: Words) -> Vec<Field<Key>> {
    let mut out = vec![
        line(
            Key::Goal,
            words.action_goal(),
            &a.goal,
            words.action_goal_hint(),
        ),
        line(
            Key::Partners,
            words.action_partners(),
            &a.partners,
            words.action_partners_hint(),
        ),
        line(
            Key::Resources,
            words.action_resources(),
            &a.resources,
            words.action_resources_hint(),
        ),
        line(
            Key::Plan,
            words.action_plan(),
            &a.plan,
            words.action_plan_hint(),
        ),
    ];
    let lacks = gaps(a, words);
    if !lacks.is_empty() || !a.missing_reason.is_blank() {
        let hint = words.action_reason_hint(&lacks);
        out.push(line(
            Key::Reason,
            words.action_reason(),
            &a.missing_reason,
            hint,
        ));
    }
    out
}

/// Applies an edit of a field to an action.
pub fn change(desk: &mut Desk, id: ActionId, group: Group, key: Key, change: Edit) {
    let (words, today) = (desk.words(), desk.today());
    desk.edit(group, |session| {
        let Some(mut action) = session.actions.get(id).cloned() else {
            return;
        };
        match (key, change) {
            (Key::Answers, Edit::Flip(index)) => {
                let all = causes::all(session, &action, words, "");
                if let Some((cause, _)) = all.get(index) {
                    causes::turn(&mut action, *cause);
                }
            }
            (key, Edit::Text(text)) => write(&mut action, key, text),
            (key, Edit::One(at)) => choose(&mut action, key, at, session),
            (Key::Accepted, Edit::Flip(_)) => {
                action.accepted = action.accepted.is_none().then_some(today);
            }
            (Key::Due, Edit::Date(date)) => action.due = date,
            (Key::EvaluatedOn, Edit::Date(date)) => action.evaluated_on = date,
            _ => {}
        }
        session.actions.put(action);
        if key == Key::Status {
            session.note_retained();
        }
    });
}

fn write(action: &mut Action, key: Key, text: Text) {
    let place = match key {
        Key::What => {
            // The category follows the wording until the group chooses another one.
            let guess = |text: &Text| content::guess_category(text.as_str()).unwrap_or_default();
            if action.category.is_empty() || action.category == guess(&action.what) {
                action.category = guess(&text);
            }
            &mut action.what
        }
        Key::Owner => &mut action.owner,
        Key::Indicator => &mut action.indicator,
        Key::Baseline => &mut action.baseline,
        Key::Target => &mut action.target,
        Key::Evaluation => &mut action.evaluation,
        Key::Goal => &mut action.goal,
        Key::Partners => &mut action.partners,
        Key::Resources => &mut action.resources,
        Key::Plan => &mut action.plan,
        Key::Reason => &mut action.missing_reason,
        _ => return,
    };
    *place = text;
}

fn choose(action: &mut Action, key: Key, at: Option<usize>, session: &Session) {
    let scales = content::scales_of(session);
    let level = |levels: &[Level]| at.and_then(|i| levels.get(i)).map(|l| l.n);
    match key {
        Key::Force => {
            let chosen = at.and_then(|i| content::hierarchy().categories.get(i));
            action.category = chosen.map(|c| c.id.clone()).unwrap_or_default();
        }
        Key::Said => action.strength = at.and_then(|i| Strength::ALL.get(i)).copied(),
        Key::Kind => action.kind = pick(ActionKind::ALL, at),
        Key::Level => action.level = pick(ActionLevel::ALL, at),
        Key::Impact => action.impact = level(&scales.impact),
        Key::Effort => action.effort = level(&scales.effort),
        Key::Delay => action.delay = level(&scales.delay),
        Key::Status => action.status = pick(Status::ALL, at),
        _ => {}
    }
}
