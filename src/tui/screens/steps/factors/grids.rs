//! Which grid is walked: chosen before the first question, changed at any time without losing an answer.

use super::Key;
use crate::content;
use crate::domain::code::Code;
use crate::domain::grid::{Grid, GridUse};
use crate::domain::session::Session;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Field, Value};
use crate::tui::theme::Role;
use crate::words::Words;

/// The grid that is walked: the first of the analysis.
pub fn walked(desk: &Desk) -> Option<&Grid> {
    let session = desk.session()?;
    let first = session.analysis()?.grids.first()?;
    content::grid_in(session, &first.grid)
}

/// The grids on offer, the one that suits the team first.
fn offered(desk: &Desk) -> Vec<&Grid> {
    let usual = desk.usual_grid();
    let mut all = desk.grids();
    all.sort_by_key(|grid| grid.id != usual);
    all
}

fn advice(grid: &Grid, words: Words) -> &'static str {
    match grid.id.as_str() {
        "cadya" => words.factors_advice_cadya(),
        "alarm" => words.factors_advice_alarm(),
        "orion" => words.factors_advice_orion(),
        "tempos" => words.factors_advice_tempos(),
        "five-m" => words.factors_advice_five_m(),
        _ => words.factors_advice_own(),
    }
}

/// The question that comes before all others: which grid.
pub fn choice(desk: &Desk, cursor: usize) -> Vec<Field<Key>> {
    let words = desk.words();
    let grids = offered(desk);
    let at = cursor.min(grids.len().saturating_sub(1));
    let options = grids.iter().map(|g| desk.grid_name(g)).collect();
    let advised = grids.get(at).map_or("", |g| advice(g, words));
    let note = |text: &str, role| Field::new(Key::Advice, "", Value::Note(text.to_owned(), role));
    vec![
        Field::new(Key::Title, words.factors_grid_title(), Value::Heading),
        note(" ", Role::Aside),
        Field::new(
            Key::Grid,
            words.factors_grid(),
            Value::One {
                options,
                chosen: Some(at),
            },
        )
        .hint(words.factors_grid_start()),
        note(" ", Role::Aside),
        note(advised, Role::Body),
    ]
}

/// The field that changes the grid walked.
pub fn field(desk: &Desk, grid: &Grid) -> Field<Key> {
    let words = desk.words();
    let grids = offered(desk);
    let value = Value::One {
        options: grids.iter().map(|g| desk.grid_name(g)).collect(),
        chosen: grids.iter().position(|g| g.id == grid.id),
    };
    Field::new(Key::Grid, words.factors_grid(), value)
}

/// Begins with the grid at `index` of those on offer.
pub fn begin(desk: &mut Desk, index: usize) {
    let grids = offered(desk);
    let Some(used) = grids
        .get(index.min(grids.len().saturating_sub(1)))
        .map(|g| desk.grid_use(g))
    else {
        return;
    };
    put_first(desk, used);
}

/// Walks with the grid at `index`, once the walk has begun; before, choosing only moves the cursor.
pub fn walk_with(desk: &mut Desk, begun: bool, index: usize) {
    if begun {
        begin(desk, index);
    }
}

fn put_first(desk: &mut Desk, used: GridUse) {
    desk.edit(Group::Alone, |session: &mut Session| {
        let Some(analysis) = session.analysis_or_new() else {
            return;
        };
        let other = |u: &GridUse, id: &Code| u.grid != *id;
        let kept = analysis
            .grids
            .iter()
            .find(|u| !other(u, &used.grid))
            .cloned();
        let first = kept.unwrap_or(used);
        analysis.grids.retain(|u| other(u, &first.grid));
        analysis.grids.insert(0, first);
    });
}
