//! What the steps of the analysis have in common.

use crate::domain::analysis::Analysis;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Field, Value};
use crate::tui::frame::Canvas;
use crate::tui::theme::Role;
use chrono::NaiveDate;
use ratatui::layout::Rect;
use std::borrow::Cow;

/// The analysis under way.
pub fn analysis(desk: &Desk) -> Option<&Analysis> {
    desk.session().and_then(Session::analysis)
}

/// Whether there is an event to analyse.
pub fn chosen(desk: &Desk) -> bool {
    desk.session().is_some_and(Session::has_subject)
}

/// Changes the analysis under way, made if there is none yet.
pub fn edit(desk: &mut Desk, group: Group, change: impl FnOnce(&mut Analysis)) -> bool {
    desk.edit(group, |session| {
        if let Some(analysis) = session.analysis_or_new() {
            change(analysis);
        }
    })
}

/// Says that no event was chosen and what to do.
pub fn draw_nothing_chosen(desk: &Desk, area: Rect, canvas: &mut Canvas) {
    let inner = Rect {
        x: area.x + 2,
        width: area.width.saturating_sub(3),
        ..area
    };
    canvas.text(inner, desk.words().nothing_chosen(), Role::Aside);
}

/// When an analysis between two meetings is due, late or not: a sign, the words, their voice.
pub fn due(due: Option<NaiveDate>, desk: &Desk) -> (&'static str, String, Role) {
    let (words, signs) = (desk.words(), desk.prefs.theme.signs);
    let Some(due) = due else {
        return (signs.not_yet, words.led_no_due().to_owned(), Role::Aside);
    };
    match (desk.today() - due).num_days() {
        late if late > 0 => (signs.see, words.led_late(late), Role::See),
        _ => (signs.not_yet, words.in_days(desk.today(), due), Role::Aside),
    }
}

/// A field of one line.
pub fn line<K>(
    key: K,
    label: &'static str,
    text: &Text,
    hint: impl Into<Cow<'static, str>>,
) -> Field<K> {
    Field::new(key, label, Value::Line(text.clone())).hint(hint)
}

/// A choice of one among the values of a type.
pub fn one_of<K, T: PartialEq + Copy>(
    key: K,
    label: &'static str,
    all: &[T],
    chosen: Option<T>,
    name: impl Fn(T) -> String,
) -> Field<K> {
    let value = Value::One {
        options: all.iter().map(|t| name(*t)).collect(),
        chosen: chosen.and_then(|c| all.iter().position(|t| *t == c)),
    };
    Field::new(key, label, value)
}

/// A choice of none or one, none standing first; [`after_none`] reads what was chosen. A digit picks
/// what bears it.
pub fn none_or<K>(
    key: K,
    label: &'static str,
    none: &str,
    all: impl Iterator<Item = String>,
    chosen: Option<usize>,
) -> Field<K> {
    let value = Value::One {
        options: std::iter::once(none.to_owned()).chain(all).collect(),
        chosen: Some(chosen.map_or(0, |i| i + 1)),
    };
    Field::new(key, label, value).numbered()
}

/// The place among all others of the option chosen in a field of [`none_or`].
pub fn after_none(chosen: Option<usize>) -> Option<usize> {
    chosen?.checked_sub(1)
}

/// The value at an option; the usual one where none is chosen.
pub fn pick<T: Copy + Default>(all: &[T], chosen: Option<usize>) -> T {
    chosen.and_then(|i| all.get(i)).copied().unwrap_or_default()
}

/// A choice of any among ids with their names.
pub fn many_of<K, T: PartialEq>(
    key: K,
    label: &'static str,
    all: &[(T, String)],
    held: impl Fn(&T) -> bool,
) -> Field<K> {
    let chosen = (0..all.len()).filter(|i| held(&all[*i].0)).collect();
    let options = all.iter().map(|(_, name)| name.clone()).collect();
    Field::new(key, label, Value::Many { options, chosen })
}

/// Puts `item` in, or takes it out if it is there.
pub fn flip<T: PartialEq>(list: &mut Vec<T>, item: T) {
    match list.iter().position(|held| *held == item) {
        Some(index) => drop(list.remove(index)),
        None => list.push(item),
    }
}

/// What was typed, or words in its place when there is nothing.
pub fn or<'t>(text: &'t Text, instead: &'t str) -> &'t str {
    text.filled().unwrap_or(instead)
}
