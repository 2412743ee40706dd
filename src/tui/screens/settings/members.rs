//! The usual members, by function.

use super::{Key, Next};
use crate::content;
use crate::domain::ids::MemberId;
use crate::domain::list::Keyed;
use crate::domain::team::{Member, Team};
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Item, Value};
use crate::tui::screens::first_run::profession;

/// The list, or the member that is open.
pub fn fields(path: &[usize], desk: &Desk) -> Vec<Field<Key>> {
    let (words, team) = (desk.words(), &desk.team.doc);
    if let Some(member) = path.first().and_then(|index| team.members.at(*index)) {
        return member_fields(member, desk);
    }
    let items = team.members.iter().map(|member| item(member, desk));
    let value = Value::Items {
        items: items.collect(),
        empty: words.settings_members_empty().to_owned(),
    };
    vec![Field::new(
        Key::Members,
        words.settings_members_list(),
        value,
    )]
}

fn item(member: &Member, desk: &Desk) -> Item {
    let (words, lists) = (desk.words(), content::lists());
    let mut said = Vec::new();
    let profession = content::label_of(&lists.professions, &member.profession, words.0);
    if profession.to_lowercase() != member.function.as_str().to_lowercase() {
        said.push(profession);
    }
    let roles = member.roles.iter();
    said.extend(roles.map(|role| content::label_of(&lists.roles, role, words.0)));
    if !member.permanent {
        said.push(words.settings_not_counted().to_owned());
    }
    Item {
        text: member
            .function
            .filled()
            .unwrap_or(words.nothing_known())
            .to_owned(),
        aside: said
            .into_iter()
            .filter(|s| !s.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
        ..Item::default()
    }
}

fn member_fields(member: &Member, desk: &Desk) -> Vec<Field<Key>> {
    let (words, lists) = (desk.words(), content::lists());
    let names = |list: &[content::Entry]| -> Vec<String> {
        list.iter()
            .map(|e| e.label.get(words.0).to_owned())
            .collect()
    };
    let function = Value::Line(member.function.clone());
    let roles = Value::Many {
        options: names(&lists.roles),
        chosen: (0..lists.roles.len())
            .filter(|i| member.roles.contains(&lists.roles[*i].id))
            .collect(),
    };
    let profession = Value::One {
        options: names(&lists.professions),
        chosen: lists
            .professions
            .iter()
            .position(|p| p.id == member.profession),
    };
    vec![
        Field::new(Key::Function, words.settings_function(), function)
            .hint(words.settings_function_hint()),
        Field::new(
            Key::Permanent,
            words.settings_permanent(),
            Value::Toggle(member.permanent),
        )
        .hint(words.settings_permanent_hint()),
        Field::new(Key::Roles, words.settings_roles(), roles).hint(words.settings_roles_hint()),
        Field::new(Key::Profession, words.settings_profession(), profession)
            .hint(words.settings_profession_hint()),
    ]
}

/// Takes an edit.
pub fn apply(path: &[usize], key: Key, edit: Edit, group: Group, desk: &mut Desk) -> Next {
    let nth = |team: &Team, index: usize| team.members.at(index).map(Keyed::id);
    match edit {
        Edit::Add => return add(desk),
        Edit::Open(index) => return Next::Open(index, Key::Function),
        Edit::Delete(index) => {
            desk.edit_team(Group::Alone, |team| {
                if let Some(id) = nth(team, index) {
                    team.members.remove(id);
                }
            });
        }
        Edit::Shift(index, delta) => {
            desk.edit_team(Group::Alone, |team| {
                if let Some(id) = nth(team, index) {
                    team.members.shift(id, delta);
                }
            });
        }
        Edit::Mark(_) => {}
        edit => {
            desk.edit_team(group, |team| {
                let id = path.first().and_then(|index| nth(team, *index));
                if let Some(member) = id.and_then(|id| team.members.get_mut(id)) {
                    change(member, key, edit);
                }
            });
        }
    }
    Next::Stay
}

fn add(desk: &mut Desk) -> Next {
    let at = desk.team.doc.members.len();
    let added = desk.edit_team(Group::Alone, |team| {
        let id: MemberId = team.ids.give();
        team.members.push(Member {
            permanent: true,
            ..Member::new(id)
        });
    });
    if added {
        Next::Open(at, Key::Function)
    } else {
        Next::Stay
    }
}

fn change(member: &mut Member, key: Key, edit: Edit) {
    let lists = content::lists();
    match (key, edit) {
        (Key::Function, Edit::Text(text)) => {
            // The profession follows the function as long as nobody chose another.
            if member.profession == profession(member.function.as_str()) {
                member.profession = profession(text.as_str());
            }
            member.function = text;
        }
        (Key::Permanent, Edit::Flip(_)) => member.permanent = !member.permanent,
        (Key::Profession, Edit::One(index)) => {
            let chosen = index.and_then(|i| lists.professions.get(i));
            member.profession = chosen.map(|p| p.id.clone()).unwrap_or_default();
        }
        (Key::Roles, Edit::Flip(index)) => {
            let Some(role) = lists.roles.get(index).map(|r| r.id.clone()) else {
                return;
            };
            let before = member.roles.len();
            member.roles.retain(|r| *r != role);
            if member.roles.len() == before {
                member.roles.push(role);
            }
        }
        _ => {}
    }
}

/// A member left without a word leaves no trace.
pub fn closed(desk: &mut Desk) {
    desk.edit_team(Group::Alone, |team| {
        let blank = team.members.iter().filter(|m| m.function.is_blank());
        let gone: Vec<MemberId> = blank.map(|m| m.id).collect();
        for id in gone {
            team.members.remove(id);
        }
    });
}
