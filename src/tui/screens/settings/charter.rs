//! The charter read at the opening: the shipped one, or the team's own lines.

use super::simple::remark;
use super::{Key, Next};
use crate::content;
use crate::domain::text::Text;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Item, Value};
use crate::tui::theme::Role;

/// The lines, or the one that is open.
pub fn fields(path: &[usize], desk: &Desk) -> Vec<Field<Key>> {
    let (words, team) = (desk.words(), &desk.team.doc);
    if let Some(line) = path.first().and_then(|index| team.charter.get(*index)) {
        let value = Value::Line(line.clone());
        return vec![
            Field::new(Key::CharterLine, words.settings_charter_line(), value)
                .hint(words.settings_charter_line_hint()),
        ];
    }
    if team.charter.is_empty() {
        let copy = Value::Button(words.settings_charter_copy().to_owned());
        let copy = Field::new(Key::CopyCharter, "", copy).hint(words.settings_charter_copy_hint());
        let bullet = desk.prefs.theme.signs.bullet;
        let lines = content::charter().iter();
        let lines = lines.map(|l| remark(&format!("{bullet} {}", l.get(words.0)), Role::Body));
        return [copy, remark("", Role::Aside)]
            .into_iter()
            .chain(lines)
            .collect();
    }
    let items = team.charter.iter().enumerate().map(|(n, line)| Item {
        lead: format!("{}.", n + 1),
        text: line.to_string(),
        ..Item::default()
    });
    let value = Value::Items {
        items: items.collect(),
        empty: String::new(),
    };
    vec![
        Field::new(Key::Charter, words.settings_charter_list(), value)
            .hint(words.settings_charter_list_hint()),
    ]
}

/// Takes an edit.
pub fn apply(path: &[usize], key: Key, edit: Edit, group: Group, desk: &mut Desk) -> Next {
    match (key, edit) {
        (Key::CopyCharter, Edit::Press) => {
            desk.edit_team(Group::Alone, |team| {
                let lines = content::charter().iter();
                team.charter = lines.map(|l| Text::new(l.get(team.lang))).collect();
            });
        }
        (Key::Charter, Edit::Add) => {
            let at = desk.team.doc.charter.len();
            if desk.edit_team(Group::Alone, |team| team.charter.push(Text::default())) {
                return Next::Open(at, Key::CharterLine);
            }
        }
        (Key::Charter, Edit::Open(index)) => return Next::Open(index, Key::CharterLine),
        (Key::Charter, Edit::Delete(index)) => {
            desk.edit_team(Group::Alone, |team| {
                if index < team.charter.len() {
                    team.charter.remove(index);
                }
            });
        }
        (Key::Charter, Edit::Shift(index, delta)) => {
            desk.edit_team(Group::Alone, |team| {
                let to = index.saturating_add_signed(delta);
                if index < team.charter.len() && to < team.charter.len() {
                    team.charter.swap(index, to);
                }
            });
        }
        (Key::CharterLine, Edit::Text(text)) => {
            desk.edit_team(group, |team| {
                if let Some(line) = path.first().and_then(|i| team.charter.get_mut(*i)) {
                    *line = text;
                }
            });
        }
        _ => {}
    }
    Next::Stay
}

/// A line left without a word leaves no trace.
pub fn closed(desk: &mut Desk) {
    desk.edit_team(Group::Alone, |team| team.charter.retain(|l| !l.is_blank()));
}
