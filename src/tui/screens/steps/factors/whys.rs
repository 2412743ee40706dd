//! The whys: chains and branches under a deviation, in the order in which they are read.

use super::Key;
use super::person::ends_unremarked;
use crate::content;
use crate::domain::analysis::{Analysis, Why};
use crate::domain::ids::{DeviationId, WhyId};
use crate::domain::list::Keyed;
use crate::domain::session::Session;
use crate::domain::whys::branches;
use crate::guard::Field as Reads;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Value};
use crate::tui::screens::steps::shared::{after_none, analysis, edit, line, none_or, or};
use crate::tui::theme::Role;
use crate::words::Words;

/// The why at a place of the list.
pub fn nth(desk: &Desk, index: usize) -> Option<WhyId> {
    branches(analysis(desk)?).get(index).map(|b| b.id)
}

/// The place of a why in the list.
pub fn index_of(desk: &Desk, id: WhyId) -> Option<usize> {
    branches(analysis(desk)?).iter().position(|b| b.id == id)
}

/// The why just above one, as it is read.
pub fn above(desk: &Desk, id: WhyId) -> Option<WhyId> {
    let all = branches(analysis(desk)?);
    all.iter().find(|b| b.id == id)?.above
}

/// The question that a why at this depth answers.
fn prompt(depth: u16, words: Words) -> &'static str {
    let all = &content::lists().whys;
    let at = usize::from(depth).min(all.len().saturating_sub(1));
    all.get(at).map_or("", |entry| entry.label.get(words.0))
}

/// A why and all under it.
fn branch_of(analysis: &Analysis, id: WhyId) -> Vec<WhyId> {
    let all = branches(analysis);
    let mut from = all.iter().skip_while(|b| b.id != id);
    let depth = from.next().map_or(0, |b| b.depth);
    let under = from.take_while(|b| b.depth > depth);
    std::iter::once(id).chain(under.map(|b| b.id)).collect()
}

/// Those that may stand above a why: of the same deviation, and not under it.
fn parents(analysis: &Analysis, why: &Why) -> Vec<WhyId> {
    let under = branch_of(analysis, why.id);
    let free = |w: &&Why| w.deviation == why.deviation && !under.contains(&w.id);
    analysis.whys.iter().filter(free).map(|w| w.id).collect()
}

/// The fields of a why: what it explains, the question, the answer. One just added shows no more: Enter asks the next.
pub fn fields(why: &Why, analysis: &Analysis, new: bool, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let lang = desk.session().map(|s| s.lang).unwrap_or_default();
    let all = branches(analysis);
    let place = all.iter().find(|b| b.id == why.id);
    let depth = place.map_or(0, |b| b.depth);
    let note = |text: String, role| Field::new(Key::Title, "", Value::Note(text, role));
    let explained = explained(why, analysis, words);
    let named = words.why_named(why.id.to_string());
    let mut out = vec![Field::new(Key::Title, named, Value::Heading)];
    out.extend(explained.map(|text| note(text, Role::Aside)));
    out.push(note(" ".to_owned(), Role::Aside));
    out.push(note(prompt(depth, words).to_owned(), Role::Strong));
    let hint = if new {
        words.why_hint_new()
    } else {
        words.why_hint()
    };
    out.push(line(Key::Because, words.why_what(), &why.what, hint).read_as(Reads::Why));
    if place.is_some_and(|b| b.last) && ends_unremarked(why.what.as_str(), lang) {
        let sign = desk.prefs.theme.signs.see;
        out.push(note(format!("{sign} {}", words.why_person()), Role::See));
    }
    if !new {
        out.push(deviation_field(why, analysis, words));
        out.push(parent_field(why, analysis, words));
    }
    out
}

/// What a why explains, in its own words: the why above it, else the deviation.
fn explained(why: &Why, analysis: &Analysis, words: Words) -> Option<String> {
    if let Some(above) = why.parent.and_then(|id| analysis.whys.get(id)) {
        return Some(or(&above.what, words.why_unsaid()).to_owned());
    }
    let deviation = analysis.deviations.get(why.deviation?)?;
    let observed = or(&deviation.observed, words.deviation_unsaid());
    Some(format!("{} {observed}", deviation.id))
}

/// The deviation that is explained.
fn deviation_field(why: &Why, analysis: &Analysis, words: Words) -> Field<Key> {
    let all = &analysis.deviations;
    let names = all.iter().map(|d| format!("{} {}", d.id, d.observed));
    let at = why.deviation.and_then(|id| all.index_of(id));
    let (label, none) = (words.why_deviation(), words.why_no_deviation());
    none_or(Key::WhyDeviation, label, none, names, at)
}

/// What the why explains: the deviation itself, or another why.
fn parent_field(why: &Why, analysis: &Analysis, words: Words) -> Field<Key> {
    let above = parents(analysis, why);
    let names = above.iter().filter_map(|id| {
        let why = analysis.whys.get(*id)?;
        Some(format!("{id} {}", or(&why.what, words.why_unsaid())))
    });
    let at = why.parent;
    let at = at.and_then(|id| above.iter().position(|a| *a == id));
    let (label, none) = (words.why_parent(), words.why_parent_none());
    none_or(Key::WhyParent, label, none, names, at)
}

/// Where a new why goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    /// Under another one.
    Under(WhyId),
    /// Beside another one: a second answer to the same question.
    Beside(WhyId),
    /// Directly under a deviation; none: the first one.
    Root(Option<DeviationId>),
}

/// Adds a why.
pub fn add(desk: &mut Desk, place: Place) -> Option<WhyId> {
    let mut new = None;
    desk.edit(Group::Alone, |session: &mut Session| {
        let id: WhyId = session.ids.give();
        let Some(analysis) = session.analysis_or_new() else {
            return;
        };
        let first = || analysis.deviations.at(0).map(Keyed::id);
        let (deviation, parent) = match place {
            Place::Under(above) => {
                let above = analysis.whys.get(above);
                (above.and_then(|w| w.deviation), above.map(|w| w.id))
            }
            Place::Beside(other) => {
                let other = analysis.whys.get(other);
                (
                    other.and_then(|w| w.deviation),
                    other.and_then(|w| w.parent),
                )
            }
            Place::Root(deviation) => (deviation.or_else(first), None),
        };
        analysis.whys.push(Why {
            deviation,
            parent,
            ..Why::new(id)
        });
        new = Some(id);
    });
    new
}

/// A why left without a word leaves no trace; says whether this one was.
pub fn tidy(desk: &mut Desk, id: WhyId) -> bool {
    desk.edit(Group::Alone, |session: &mut Session| {
        let why = session.analysis().and_then(|a| a.whys.get(id));
        if why.is_some_and(|w| w.what.is_blank()) {
            session.remove_why(id);
        }
    })
}

/// Moves a why among those beside it.
pub fn shift(desk: &mut Desk, id: WhyId, delta: isize) {
    edit(desk, Group::Alone, |analysis| {
        let Some(why) = analysis.whys.get(id) else {
            return;
        };
        let beside = |w: &&Why| w.deviation == why.deviation && w.parent == why.parent;
        let beside: Vec<WhyId> = analysis.whys.iter().filter(beside).map(|w| w.id).collect();
        let at = beside.iter().position(|b| *b == id).unwrap_or(0);
        let target = at.checked_add_signed(delta).and_then(|i| beside.get(i));
        let Some(to) = target.and_then(|t| analysis.whys.index_of(*t)) else {
            return;
        };
        let from = analysis.whys.index_of(id).unwrap_or(to);
        let places = isize::try_from(to).unwrap_or(0) - isize::try_from(from).unwrap_or(0);
        analysis.whys.shift(id, places);
    });
}

/// Applies an edit of a field to a why.
pub fn change(desk: &mut Desk, id: WhyId, group: Group, key: Key, change: Edit) {
    edit(desk, group, |analysis| {
        let Some(why) = analysis.whys.get(id) else {
            return;
        };
        let at = match &change {
            Edit::One(at) => after_none(*at),
            _ => None,
        };
        let above = at.and_then(|i| parents(analysis, why).get(i).copied());
        match (key, change) {
            (Key::Because, Edit::Text(text)) => {
                if let Some(why) = analysis.whys.get_mut(id) {
                    why.what = text;
                }
            }
            (Key::WhyParent, Edit::One(_)) => {
                if let Some(why) = analysis.whys.get_mut(id) {
                    why.parent = above;
                }
            }
            (Key::WhyDeviation, Edit::One(_)) => {
                let deviation = at.and_then(|i| analysis.deviations.at(i)).map(Keyed::id);
                move_branch(analysis, id, deviation);
            }
            _ => {}
        }
    });
}

/// Moves a why and all under it to another deviation.
fn move_branch(analysis: &mut Analysis, id: WhyId, deviation: Option<DeviationId>) {
    let branch = branch_of(analysis, id);
    analysis.whys.for_each_mut(|why| {
        if branch.contains(&why.id) {
            why.deviation = deviation;
        }
        if why.id == id {
            why.parent = None;
        }
    });
}
