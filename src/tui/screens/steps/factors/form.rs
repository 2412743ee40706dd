//! One factor: its fields and their edits.

use super::Key;
use super::grids::walked;
use crate::content;
use crate::domain::analysis::{Analysis, Certainty, Factor, FactorCode, FactorRole};
use crate::domain::code::{Code, Lang};
use crate::domain::completeness::dimension_of;
use crate::domain::grid::{Grid, Item};
use crate::domain::ids::FactorId;
use crate::domain::list::Keyed;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::guard::Field as Reads;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Value};
use crate::tui::screens::steps::shared::{analysis, edit, flip, line, many_of, one_of, pick};
use crate::words::Words;

/// The parts in the order in which they are offered.
const ROLES: [FactorRole; 3] = [
    FactorRole::Principal,
    FactorRole::Secondary,
    FactorRole::Influencing,
];

/// How sure, in the order in which it is offered.
const SURE: [Certainty; 3] = [
    Certainty::Confirmed,
    Certainty::Probable,
    Certainty::ToCheck,
];

/// The item of `grid` that a factor answers first.
pub fn item_of<'g>(factor: &Factor, grid: &'g Grid) -> Option<&'g Item> {
    let confirmed = factor.codes.iter().filter(|c| !c.mapped);
    let mut codes = confirmed.chain(factor.codes.iter().filter(|c| c.mapped));
    let found = codes.find_map(|c| (c.grid == grid.id).then(|| grid.item(&c.item)).flatten());
    found.map(|(_, item)| item)
}

/// `T2.1 Donnée erronée ou manquante`.
pub fn item_name(item: &Item, lang: Lang) -> String {
    format!("{} {}", item.id, item.label.get(lang))
}

/// The fields of a factor.
pub fn fields(f: &Factor, analysis: &Analysis, grid: &Grid, words: Words) -> Vec<Field<Key>> {
    let title = item_of(f, grid).map_or_else(
        || words.factor_named(f.id.to_string()),
        |item| words.factor_of_item(f.id.to_string(), item_name(item, words.0)),
    );
    let mut out = vec![
        Field::new(Key::Title, title, Value::Heading),
        line(
            Key::What,
            words.factor_what(),
            &f.what,
            words.factor_what_hint(),
        )
        .read_as(Reads::Factor),
        role_field(f, analysis, grid, words),
        certainty_field(f, words),
    ];
    if f.certainty == Certainty::ToCheck {
        out.push(line(
            Key::CheckBy,
            words.factor_check_by(),
            &f.check_by,
            words.factor_check_by_hint(),
        ));
    }
    if !analysis.deviations.is_empty() {
        out.push(deviations_field(f, analysis, words));
    }
    let persons = dimension_of(f, grid).is_some_and(|d| d.about_persons);
    if !grid.keywords.is_empty() && (persons || !f.keywords.is_empty()) {
        out.push(keywords_field(f, grid, words));
    }
    out.push(line(
        Key::Evidence,
        words.factor_evidence(),
        &f.evidence,
        words.factor_evidence_hint(),
    ));
    out.push(codes_field(f, grid, words));
    out
}

fn certainty_field(f: &Factor, words: Words) -> Field<Key> {
    one_of(
        Key::Certainty,
        words.factor_certainty(),
        &SURE,
        Some(f.certainty),
        |c| words.certainty(c).to_owned(),
    )
    .hint(words.factor_certainty_hint())
}

fn deviations_field(f: &Factor, analysis: &Analysis, words: Words) -> Field<Key> {
    let all = analysis.deviations.iter();
    let all: Vec<_> = all
        .map(|d| (d.id, format!("{} {}", d.id, d.observed)))
        .collect();
    let held = |id: &_| f.deviations.contains(id);
    many_of(Key::Deviations, words.factor_deviations(), &all, held)
        .hint(words.factor_deviations_hint())
}

fn role_field(f: &Factor, analysis: &Analysis, grid: &Grid, words: Words) -> Field<Key> {
    let n = |role| analysis.factors.iter().filter(|o| o.role == role).count();
    let past = |role, max: u32| max > 0 && f.role == role && n(role) > max as usize;
    let field = one_of(
        Key::Role,
        words.factor_role_label(),
        &ROLES,
        Some(f.role),
        |r| words.factor_role(r).to_owned(),
    );
    if past(FactorRole::Principal, grid.max_principal) {
        field.hint(words.factor_principal_passed(n(f.role), grid.max_principal))
    } else if past(FactorRole::Secondary, grid.max_secondary) {
        field.hint(words.factor_secondary_passed(n(f.role), grid.max_secondary))
    } else {
        field.hint(match f.role {
            FactorRole::Principal => words.factor_principal_hint(),
            FactorRole::Secondary => words.factor_secondary_hint(),
            FactorRole::Influencing => words.factor_influencing_hint(),
        })
    }
}

fn keywords_field(f: &Factor, grid: &Grid, words: Words) -> Field<Key> {
    let all: Vec<_> = grid
        .keywords
        .iter()
        .map(|k| (k, k.get(words.0).to_owned()))
        .collect();
    let held = |label: &&crate::domain::code::Label| {
        f.keywords.contains(&label.fr) || f.keywords.contains(&label.en)
    };
    many_of(Key::Keywords, words.factor_keywords(), &all, held).hint(words.factor_keywords_hint())
}

fn codes_field(f: &Factor, grid: &Grid, words: Words) -> Field<Key> {
    let all: Vec<_> = grid
        .leaves()
        .map(|(_, item)| (&item.id, code_name(f, grid, item, words)))
        .collect();
    let here = |c: &FactorCode, id: &Code| c.grid == grid.id && c.item == *id && !c.mapped;
    let held = |id: &&Code| f.codes.iter().any(|c| here(c, id));
    many_of(Key::Codes, words.factor_codes(), &all, held).hint(words.factor_codes_hint())
}

/// A code as it is offered; one that the mapping proposes is marked until it is confirmed.
fn code_name(f: &Factor, grid: &Grid, item: &Item, words: Words) -> String {
    let name = item_name(item, words.0);
    let here = |c: &&FactorCode| c.grid == grid.id && c.item == item.id;
    match f.codes.iter().find(here) {
        Some(code) if code.mapped => words.factor_proposed(&name),
        _ => name,
    }
}

/// Applies an edit of a field to a factor.
pub fn change(desk: &mut Desk, id: FactorId, group: Group, key: Key, change: Edit) {
    if let (Key::Codes, Edit::Flip(index)) = (key, &change) {
        flip_code(desk, id, *index);
        return;
    }
    let keyword = match (key, &change) {
        (Key::Keywords, Edit::Flip(index)) => keyword(desk, *index),
        _ => None,
    };
    edit(desk, group, |analysis| {
        let deviation = match (key, &change) {
            (Key::Deviations, Edit::Flip(at)) => analysis.deviations.at(*at).map(Keyed::id),
            _ => None,
        };
        let Some(factor) = analysis.factors.get_mut(id) else {
            return;
        };
        match (key, change) {
            (Key::What, Edit::Text(text)) => factor.what = text,
            (Key::CheckBy, Edit::Text(text)) => factor.check_by = text,
            (Key::Evidence, Edit::Text(text)) => factor.evidence = text,
            (Key::Role, Edit::One(at)) => factor.role = pick(&ROLES, at),
            (Key::Certainty, Edit::One(at)) => factor.certainty = pick(&SURE, at),
            _ => {}
        }
        if let Some(deviation) = deviation {
            flip(&mut factor.deviations, deviation);
        }
        if let Some([word, other]) = keyword {
            let before = factor.keywords.len();
            factor.keywords.retain(|k| *k != word && *k != other);
            if factor.keywords.len() == before {
                factor.keywords.push(word);
            }
        }
    });
}

/// A keyword in the language of the session, then in the other one.
fn keyword(desk: &Desk, index: usize) -> Option<[Text; 2]> {
    let label = walked(desk)?.keywords.get(index)?;
    let lang = desk.session().map(|s| s.lang).unwrap_or_default();
    let word = Text::new(label.get(lang));
    let other = if word == label.fr {
        &label.en
    } else {
        &label.fr
    };
    Some([word, other.clone()])
}

/// Puts a code on a factor or takes it off; a question not asked yet is answered by the factor.
fn flip_code(desk: &mut Desk, id: FactorId, index: usize) {
    let Some(grid) = walked(desk) else {
        return;
    };
    let Some(item) = grid.leaves().nth(index).map(|(_, item)| item.id.clone()) else {
        return;
    };
    let grid = grid.id.clone();
    edit(desk, Group::Alone, |analysis| {
        let Some(factor) = analysis.factors.get_mut(id) else {
            return;
        };
        let mut held = factor.codes.iter().filter(|c| c.grid == grid);
        let worn = held.any(|c| c.item == item && !c.mapped);
        // One that was only proposed is confirmed by it.
        factor.codes.retain(|c| c.grid != grid || c.item != item);
        if worn {
            return;
        }
        factor.codes.push(FactorCode {
            grid: grid.clone(),
            item: item.clone(),
            mapped: false,
        });
        let linked = factor.deviations.clone();
        content::regrid::answer(analysis, &grid, &item, &linked);
    });
}

/// A factor left without words takes those of its question; one of no question at all leaves no trace.
pub fn tidy(desk: &mut Desk, id: FactorId) {
    let Some(factor) = analysis(desk).and_then(|a| a.factors.get(id)) else {
        return;
    };
    if !factor.what.is_blank() {
        return;
    }
    let lang = desk.session().map(|s| s.lang).unwrap_or_default();
    let item = walked(desk).and_then(|grid| item_of(factor, grid));
    let wording = item.map(|item| Text::new(item.label.get(lang)));
    let empty = *factor == Factor::new(id);
    desk.edit(Group::Alone, |session: &mut Session| {
        if empty {
            session.remove_factor(id);
        } else if let (Some(wording), Some(analysis)) = (wording, session.analysis_mut())
            && let Some(factor) = analysis.factors.get_mut(id)
        {
            factor.what = wording;
        }
    });
}
