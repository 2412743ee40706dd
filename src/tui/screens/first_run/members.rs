//! The members that the questions of a first run ask for.

use super::SHOWN;
use crate::content;
use crate::domain::code::Code;
use crate::domain::team::{Member, Team};
use crate::domain::text::Text;
use crate::store::fold;
use crate::tui::desk::{Desk, Group};
use crate::tui::frame::Canvas;
use crate::tui::theme::Role;
use crate::words::Words;
use ratatui::layout::Rect;

/// The line of a place: empty when a kill came after what it says became members, and before it was emptied.
pub(super) fn still_typed(team: &Team, place: &str) -> Text {
    let told = place.split_once(' ');
    let Some((last, typed)) = told.and_then(|(n, typed)| Some((n.parse().ok()?, typed))) else {
        return Text::line(place);
    };
    let since: Vec<String> = team
        .members
        .iter()
        .filter(|member| member.id.0 > last)
        .map(|member| fold(member.function.as_str()))
        .collect();
    let became = |function: &str| since.iter().any(|known| known.starts_with(&fold(function)));
    let is_added = functions(typed).any(became);
    if is_added {
        Text::default()
    } else {
        Text::line(typed)
    }
}

/// The members already named, the newest first so that what was just added is seen.
pub(super) fn draw_members(team: &Team, area: Rect, words: Words, canvas: &mut Canvas) {
    if team.members.is_empty() {
        canvas.text(area, words.first_members_none(), Role::Aside);
        return;
    }
    let room = SHOWN.min(usize::from(area.height.saturating_sub(1)));
    let mut row = area;
    for member in team.members.iter().rev().take(room) {
        let text = format!("{} {}", canvas.look.signs.done, member.function);
        canvas.line(row, &text, Role::Body);
        row.y += 1;
    }
    let hidden = team.members.len().saturating_sub(room);
    if hidden > 0 {
        canvas.line(row, &words.first_members_more(hidden), Role::Aside);
    }
}

pub(super) fn add_members(typed: &str, desk: &mut Desk) {
    desk.edit_team(Group::Alone, |team| add_functions(team, typed));
}

fn functions(typed: &str) -> impl Iterator<Item = &str> {
    let all = typed.split(['\n', ',', ';']).map(str::trim);
    all.filter(|function| !function.is_empty())
}

/// Adds a member for each function typed, separated by commas, semicolons or line ends; one already there is left out.
pub fn add_functions(team: &mut Team, typed: &str) {
    for function in functions(typed) {
        let same = |m: &Member| fold(m.function.as_str()) == fold(function);
        if team.members.iter().any(same) {
            continue;
        }
        let member = Member {
            function: Text::line(function),
            profession: profession(function),
            permanent: true,
            ..Member::new(team.ids.give())
        };
        team.members.push(member);
    }
}

/// The profession that a function names, if it is one of the list.
pub fn profession(function: &str) -> Code {
    let professions = &content::lists().professions;
    let meant = fold(function);
    let named = |label: &str| {
        let label = fold(label);
        let (long, short) = label.split_once('(').unwrap_or((&label, ""));
        let short = short.trim_end_matches(')');
        let one_of_several = label.split(", ").any(|name| meant == name);
        one_of_several || meant == long.trim() || (!short.is_empty() && meant == short)
    };
    let found = professions
        .iter()
        .find(|p| named(p.label.fr.as_str()) || named(p.label.en.as_str()));
    found.map(|p| p.id.clone()).unwrap_or_default()
}
