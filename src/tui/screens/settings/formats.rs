//! The format of meeting: a shipped one, or the team's own with its steps and minutes.

use super::simple::remark;
use super::{Key, Next};
use crate::content;
use crate::domain::agenda::{FormatRow, Mode, StepKind, TeamFormat, minutes_of};
use crate::domain::code::Code;
use crate::domain::ids::FormatId;
use crate::domain::list::Keyed;
use crate::domain::team::Team;
use crate::domain::text::Text;
use crate::library::begin::format_of;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Item, Value};
use crate::tui::theme::Role;
use crate::words::Words;

/// Minutes proposed for a step that is added.
const MINUTES: u32 = 5;
/// Most minutes of one step.
const MAX_MINUTES: u32 = 240;

fn own<'t>(team: &'t Team, path: &[usize]) -> Option<&'t TeamFormat> {
    team.formats.at(*path.first()?)
}

fn total(rows: &[FormatRow]) -> u32 {
    minutes_of(rows)
}

/// The choice and the list of the team's own, or the one that is open, or its step that is open.
pub fn fields(path: &[usize], desk: &Desk) -> Vec<Field<Key>> {
    let (words, team) = (desk.words(), &desk.team.doc);
    let Some(format) = own(team, path) else {
        return choice(team, words);
    };
    match path.get(1).and_then(|index| format.rows.get(*index)) {
        Some(row) => row_fields(row, words),
        None => format_fields(format, words),
    }
}

/// Shipped formats, then the team's own: id and name.
fn offered(team: &Team, words: Words) -> Vec<(Code, String)> {
    let shipped = content::formats().iter();
    let shipped = shipped.map(|f| (f.id.clone(), f.name.get(words.0).to_owned()));
    let ours = team.formats.iter().map(|f| {
        let name = f.name.filled().unwrap_or(words.settings_format_unnamed());
        (
            Code::new(&f.id.to_string()),
            words.settings_format_ours(name),
        )
    });
    shipped.chain(ours).collect()
}

fn choice(team: &Team, words: Words) -> Vec<Field<Key>> {
    let offered = offered(team, words);
    let (_, rows) = format_of(team);
    let steps: Vec<String> = rows.iter().map(|row| step_minutes(row, words)).collect();
    let chosen = offered.iter().position(|(id, _)| *id == team.format);
    let value = Value::One {
        options: offered.into_iter().map(|(_, name)| name).collect(),
        chosen,
    };
    let items = team.formats.iter().map(|f| Item {
        text: f
            .name
            .filled()
            .unwrap_or(words.settings_format_unnamed())
            .to_owned(),
        aside: format!("{} · {}", words.minutes(total(&f.rows)), words.mode(f.mode)),
        ..Item::default()
    });
    let ours = Value::Items {
        items: items.collect(),
        empty: words.settings_formats_empty().to_owned(),
    };
    vec![
        Field::new(Key::Format, words.settings_format_field(), value)
            .hint(words.settings_format_hint()),
        remark("", Role::Aside),
        remark(&steps.join(" · "), Role::Aside),
        remark("", Role::Aside),
        Field::new(
            Key::CopyFormat,
            "",
            Value::Button(words.settings_format_copy().to_owned()),
        )
        .hint(words.settings_format_copy_hint()),
        remark("", Role::Aside),
        Field::new(Key::Formats, words.settings_formats(), ours)
            .hint(words.settings_formats_hint()),
    ]
}

fn step_minutes(row: &FormatRow, words: Words) -> String {
    let name = content::step(row.step).name.get(words.0);
    format!("{name} {}", words.minutes(row.minutes))
}

fn format_fields(format: &TeamFormat, words: Words) -> Vec<Field<Key>> {
    let items = format.rows.iter().map(|row| Item {
        lead: words.minutes(row.minutes),
        text: content::step(row.step).title.get(words.0).to_owned(),
        ..Item::default()
    });
    let rows = Value::Items {
        items: items.collect(),
        empty: words.settings_rows_empty().to_owned(),
    };
    let mode = Value::One {
        options: Mode::ALL
            .iter()
            .map(|m| words.mode(*m).to_owned())
            .collect(),
        chosen: Mode::ALL.iter().position(|m| *m == format.mode),
    };
    vec![
        Field::new(
            Key::FormatName,
            words.settings_format_name(),
            Value::Line(format.name.clone()),
        )
        .hint(words.settings_format_name_hint()),
        Field::new(Key::FormatMode, words.settings_format_mode(), mode)
            .hint(words.settings_format_mode_hint()),
        Field::new(Key::Rows, words.settings_rows(), rows)
            .aside(words.minutes(total(&format.rows)))
            .hint(words.settings_rows_hint()),
    ]
}

/// The steps that a meeting can hold.
fn steps() -> impl Iterator<Item = StepKind> {
    let all = StepKind::ALL.iter().copied();
    all.filter(|step| step.is_of_meetings())
}

fn row_fields(row: &FormatRow, words: Words) -> Vec<Field<Key>> {
    let step = Value::One {
        options: steps()
            .map(|s| content::step(s).title.get(words.0).to_owned())
            .collect(),
        chosen: steps().position(|s| s == row.step),
    };
    vec![
        Field::new(
            Key::Minutes,
            words.settings_minutes(),
            Value::Number(Some(row.minutes).filter(|n| *n > 0)),
        )
        .hint(words.settings_minutes_hint()),
        Field::new(Key::Step, words.settings_step(), step)
            .hint(content::step(row.step).aim.get(words.0)),
    ]
}

/// Takes an edit.
pub fn apply(path: &[usize], key: Key, edit: Edit, group: Group, desk: &mut Desk) -> Next {
    match (key, edit) {
        (Key::CopyFormat, Edit::Press) | (Key::Formats, Edit::Add) => return copy(desk),
        (Key::Formats, Edit::Open(index)) => return Next::Open(index, Key::FormatName),
        (Key::Rows, Edit::Open(index)) => return Next::Open(index, Key::Minutes),
        (Key::Rows, Edit::Add) => return add_row(path, desk),
        (Key::Format, Edit::One(Some(index))) => {
            let id = offered(&desk.team.doc, desk.words()).get(index).cloned();
            desk.edit_team(Group::Alone, |team| {
                team.format = id.map(|(id, _)| id).unwrap_or_default();
            });
        }
        (Key::Formats, Edit::Delete(index)) => {
            desk.edit_team(Group::Alone, |team| remove(team, index));
        }
        (Key::Formats, Edit::Shift(index, delta)) => {
            desk.edit_team(Group::Alone, |team| {
                if let Some(id) = team.formats.at(index).map(Keyed::id) {
                    team.formats.shift(id, delta);
                }
            });
        }
        (key, edit) => {
            desk.edit_team(group, |team| {
                let id = own(team, path).map(|f| f.id);
                if let Some(format) = id.and_then(|id| team.formats.get_mut(id)) {
                    change(format, path.get(1).copied(), key, edit);
                }
            });
        }
    }
    Next::Stay
}

/// Copies the format in use and makes the copy the one in use.
fn copy(desk: &mut Desk) -> Next {
    let at = desk.team.doc.formats.len();
    let words = Words(desk.team.doc.lang);
    desk.edit_team(Group::Alone, |team| {
        let (mode, rows) = format_of(team);
        let name = Text::new(&words.settings_format_first_name(total(&rows)));
        let id: FormatId = team.ids.give();
        team.format = Code::new(&id.to_string());
        team.formats.push(TeamFormat {
            name,
            mode,
            rows,
            ..TeamFormat::new(id)
        });
    });
    if desk.team.doc.formats.len() > at {
        Next::Open(at, Key::FormatName)
    } else {
        Next::Stay
    }
}

/// Takes a format out; if it was the one in use, the usual one is.
fn remove(team: &mut Team, index: usize) {
    let Some(id) = team.formats.at(index).map(Keyed::id) else {
        return;
    };
    team.formats.remove(id);
    if team.format.as_str() == id.to_string() {
        team.format = content::DEFAULT_FORMAT.into();
    }
}

/// Adds the first step that the format lacks.
fn add_row(path: &[usize], desk: &mut Desk) -> Next {
    let mut at = None;
    desk.edit_team(Group::Alone, |team| {
        let id = own(team, path).map(|f| f.id);
        if let Some(format) = id.and_then(|id| team.formats.get_mut(id)) {
            let lacks = |s: &StepKind| format.rows.iter().all(|row| row.step != *s);
            let step = steps().find(lacks);
            at = Some(format.rows.len());
            format.rows.push(FormatRow {
                step: step.unwrap_or(StepKind::Closing),
                minutes: MINUTES,
            });
        }
    });
    at.map_or(Next::Stay, |at| Next::Open(at, Key::Minutes))
}

fn change(format: &mut TeamFormat, row: Option<usize>, key: Key, edit: Edit) {
    if let Some(row) = row.and_then(|index| format.rows.get_mut(index)) {
        match (key, edit) {
            (Key::Minutes, Edit::Number(n)) => row.minutes = n.unwrap_or(0).min(MAX_MINUTES),
            (Key::Step, Edit::One(Some(index))) => {
                row.step = steps().nth(index).unwrap_or(row.step);
            }
            _ => {}
        }
        return;
    }
    match (key, edit) {
        (Key::FormatName, Edit::Text(text)) => format.name = text,
        (Key::FormatMode, Edit::One(Some(index))) => {
            format.mode = Mode::ALL.get(index).copied().unwrap_or_default();
        }
        (Key::Rows, Edit::Delete(index)) if index < format.rows.len() => {
            format.rows.remove(index);
        }
        (Key::Rows, Edit::Shift(index, delta)) => {
            let to = index.saturating_add_signed(delta);
            if index < format.rows.len() && to < format.rows.len() {
                format.rows.swap(index, to);
            }
        }
        _ => {}
    }
}

/// A step left without minutes gets one.
pub fn closed(desk: &mut Desk) {
    desk.edit_team(Group::Alone, |team| {
        team.formats.for_each_mut(|format| {
            for row in &mut format.rows {
                row.minutes = row.minutes.max(1);
            }
        });
    });
}
