//! The whys: chains and branches under a deviation, in the order in which they are read.

use super::Key;
use crate::content;
use crate::domain::analysis::{Analysis, Why};
use crate::domain::ids::{DeviationId, WhyId};
use crate::domain::list::Keyed;
use crate::domain::session::Session;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Value};
use crate::tui::screens::steps::shared::{after_none, analysis, edit, line, none_or, or};
use crate::words::Words;

/// The whys under their deviations, each with how deep it stands; those that lead to no root come last.
pub fn ordered(analysis: &Analysis) -> Vec<(WhyId, u16)> {
    let mut out = Vec::new();
    let deviations = analysis.deviations.iter().map(|d| Some(d.id));
    for deviation in deviations.chain([None]) {
        let roots = analysis
            .whys
            .iter()
            .filter(|w| w.deviation == deviation && parent(analysis, w).is_none());
        for root in roots {
            descend(analysis, root.id, 0, &mut out);
        }
    }
    for why in analysis.whys.iter() {
        if out.iter().all(|(id, _)| *id != why.id) {
            descend(analysis, why.id, 0, &mut out);
        }
    }
    out
}

/// The why above, if it is still there.
fn parent(analysis: &Analysis, why: &Why) -> Option<WhyId> {
    why.parent.filter(|id| analysis.whys.get(*id).is_some())
}

fn descend(analysis: &Analysis, id: WhyId, depth: u16, out: &mut Vec<(WhyId, u16)>) {
    if out.iter().any(|(seen, _)| *seen == id) {
        return;
    }
    out.push((id, depth));
    let under = analysis.whys.iter().filter(|w| w.parent == Some(id));
    for why in under {
        descend(analysis, why.id, depth + 1, out);
    }
}

/// The why at a place of the list.
pub fn nth(desk: &Desk, index: usize) -> Option<WhyId> {
    ordered(analysis(desk)?).get(index).map(|(id, _)| *id)
}

/// The place of a why in the list.
pub fn index_of(desk: &Desk, id: WhyId) -> Option<usize> {
    let all = ordered(analysis(desk)?);
    all.iter().position(|(other, _)| *other == id)
}

/// The question that a why at this depth answers.
fn prompt(depth: u16, words: Words) -> &'static str {
    let all = &content::lists().whys;
    let at = usize::from(depth).min(all.len().saturating_sub(1));
    all.get(at).map_or("", |entry| entry.label.get(words.0))
}

/// Those that may stand above a why: of the same deviation, and not under it.
fn parents(analysis: &Analysis, why: &Why) -> Vec<WhyId> {
    let mut under = Vec::new();
    descend(analysis, why.id, 0, &mut under);
    let free = |w: &&Why| w.deviation == why.deviation && under.iter().all(|(id, _)| *id != w.id);
    analysis.whys.iter().filter(free).map(|w| w.id).collect()
}

/// The fields of a why.
pub fn fields(why: &Why, analysis: &Analysis, words: Words) -> Vec<Field<Key>> {
    let all = ordered(analysis);
    let depth = all.iter().find(|(id, _)| *id == why.id).map_or(0, |w| w.1);
    vec![
        Field::new(
            Key::Title,
            words.why_named(why.id.to_string()),
            Value::Heading,
        ),
        line(
            Key::Because,
            words.why_what(),
            &why.what,
            &words.why_hint(prompt(depth, words)),
        ),
        deviation_field(why, analysis, words),
        parent_field(why, analysis, words),
    ]
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

/// Adds a why under the one at `cursor`, else directly under the deviation in question or the first one.
pub fn add(desk: &mut Desk, cursor: usize, deviation: Option<DeviationId>) -> Option<WhyId> {
    let above = nth(desk, cursor);
    let mut new = None;
    desk.edit(Group::Alone, |session: &mut Session| {
        let id: WhyId = session.ids.give();
        let Some(analysis) = session.analysis_mut() else {
            return;
        };
        let parent = above.and_then(|id| analysis.whys.get(id));
        let first = || analysis.deviations.at(0).map(Keyed::id);
        let deviation = match parent {
            Some(parent) => parent.deviation,
            None => deviation.or_else(first),
        };
        let parent = parent.map(|p| p.id);
        analysis.whys.push(Why {
            deviation,
            parent,
            ..Why::new(id)
        });
        new = Some(id);
    });
    new
}

/// A why left without a word leaves no trace.
pub fn tidy(desk: &mut Desk, id: WhyId) {
    desk.edit(Group::Alone, |session: &mut Session| {
        let why = session.analysis().and_then(|a| a.whys.get(id));
        if why.is_some_and(|w| w.what.is_blank()) {
            session.remove_why(id);
        }
    });
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
    let mut branch = Vec::new();
    descend(analysis, id, 0, &mut branch);
    analysis.whys.for_each_mut(|why| {
        if branch.iter().any(|(b, _)| *b == why.id) {
            why.deviation = deviation;
        }
        if why.id == id {
            why.parent = None;
        }
    });
}
