//! All of it as a tree: under each deviation the factors by dimension and the chain of whys.

use super::grids::walked;
use super::{Id, Key, lists, whys};
use crate::domain::analysis::{Analysis, Factor};
use crate::domain::completeness::dimension_of;
use crate::domain::grid::Grid;
use crate::domain::ids::DeviationId;
use crate::tui::desk::Desk;
use crate::tui::form::{Field, Item, Value};
use crate::tui::screens::steps::shared::{analysis, or};
use crate::tui::theme::{Role, Signs};
use crate::words::Words;

/// A line of the tree and what it opens.
type Branch = (Option<Id>, Item);

/// What every line needs.
struct Pen<'a> {
    analysis: &'a Analysis,
    grid: &'a Grid,
    words: Words,
    signs: Signs,
}

/// The tree as a list.
pub fn field(analysis: &Analysis, grid: &Grid, desk: &Desk) -> Field<Key> {
    let words = desk.words();
    let lines = branches(analysis, grid, desk).into_iter();
    let value = Value::Items {
        items: lines.map(|(_, item)| item).collect(),
        empty: words.tree_empty().to_owned(),
    };
    Field::new(Key::Tree, words.tree_title(), value)
}

/// What the line at `index` opens.
pub fn nth(desk: &Desk, index: usize) -> Option<Id> {
    let lines = branches(analysis(desk)?, walked(desk)?, desk);
    lines.into_iter().nth(index)?.0
}

/// The first line that opens this.
pub fn index_of(desk: &Desk, id: Id) -> Option<usize> {
    let lines = branches(analysis(desk)?, walked(desk)?, desk);
    lines.iter().position(|(held, _)| *held == Some(id))
}

fn branches(analysis: &Analysis, grid: &Grid, desk: &Desk) -> Vec<Branch> {
    let pen = Pen {
        analysis,
        grid,
        words: desk.words(),
        signs: desk.prefs.theme.signs,
    };
    let mut out = Vec::new();
    for d in analysis.deviations.iter() {
        let text = or(&d.observed, pen.words.deviation_unsaid());
        out.push(pen.line(None, 0, &format!("{} {text}", d.id), pen.signs.place));
        let factors = |f: &&Factor| f.deviations.contains(&d.id);
        let before = out.len();
        pen.factors(
            &analysis.factors.iter().filter(factors).collect::<Vec<_>>(),
            &mut out,
        );
        pen.whys(Some(d.id), &mut out);
        if out.len() == before {
            out.push(pen.line(None, 1, pen.words.tree_bare(), pen.signs.see));
        }
    }
    let loose = |f: &&Factor| f.deviations.is_empty();
    let loose: Vec<&Factor> = analysis.factors.iter().filter(loose).collect();
    if !loose.is_empty() {
        out.push(pen.line(None, 0, pen.words.tree_loose(), pen.signs.see));
        pen.factors(&loose, &mut out);
    }
    pen.whys(None, &mut out);
    out
}

impl Pen<'_> {
    fn line(&self, id: Option<Id>, depth: u16, text: &str, sign: &'static str) -> Branch {
        let role = if sign == self.signs.see {
            Role::See
        } else {
            Role::Aside
        };
        let item = Item {
            sign: Some((sign, role)),
            text: text.to_owned(),
            depth,
            ..Item::default()
        };
        (id, item)
    }

    /// The factors of a branch, by dimension.
    fn factors(&self, those: &[&Factor], out: &mut Vec<Branch>) {
        let lang = self.words.0;
        let dimensions = self.grid.dimensions.iter().map(Some).chain([None]);
        for dimension in dimensions {
            let here = |f: &&&Factor| {
                dimension_of(f, self.grid).map(|d| &d.id) == dimension.map(|d| &d.id)
            };
            let mut those = those.iter().filter(here).peekable();
            if those.peek().is_none() {
                continue;
            }
            let name = dimension.map_or(self.words.tree_uncoded(), |d| d.name.get(lang));
            out.push(self.line(None, 1, name, self.signs.unfolded));
            for factor in those {
                let line = lists::factor(factor, self.analysis, self.grid, self.words, &self.signs);
                let item = Item {
                    depth: 2,
                    text: format!("{} {}", factor.id, line.text),
                    sign: line.sign,
                    ..Item::default()
                };
                out.push((Some(Id::Factor(factor.id)), item));
            }
        }
    }

    /// The whys of a branch, each under the one it explains.
    fn whys(&self, deviation: Option<DeviationId>, out: &mut Vec<Branch>) {
        for (id, depth) in whys::ordered(self.analysis) {
            let Some(why) = self.analysis.whys.get(id) else {
                continue;
            };
            if why.deviation == deviation {
                let text = or(&why.what, self.words.why_unsaid());
                out.push(self.line(Some(Id::Why(id)), depth + 1, text, self.signs.leads));
            }
        }
    }
}
