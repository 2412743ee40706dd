//! The factors of a key as each of its grids tells them: which items were found, which were missed, dimension by dimension,
//! whatever grid the group walked.

use super::found::{Found, Sign};
use crate::content;
use crate::domain::code::Code;
use crate::domain::completeness::Share;
use crate::domain::grid::{Dimension, Grid, Item};
use crate::domain::scenario::{Family, Scenario};
use crate::domain::session::Session;

/// A grid with what was found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridFound {
    /// The grid.
    pub grid: Code,
    /// Its name, in the language of the session.
    pub name: String,
    /// Its dimensions that the key or the group has something in.
    pub dimensions: Vec<GridDimension>,
}

/// A dimension with what was found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridDimension {
    /// The dimension.
    pub id: Code,
    /// Its name.
    pub name: String,
    /// Whether it speaks of persons.
    pub about_persons: bool,
    /// The items of the key.
    pub items: Vec<GridItem>,
    /// Items that the group gave and no factor of the key bears.
    pub added: Vec<(Code, String)>,
}

/// An item of the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridItem {
    /// The item.
    pub item: Code,
    /// Its label.
    pub label: String,
    /// The factors of the key that bear it, and where each stands.
    pub factors: Vec<(Code, Sign)>,
    /// Whether the group gave this very item to a factor.
    pub coded: bool,
}

impl GridItem {
    /// Whether one of its factors was found.
    pub fn is_found(&self) -> bool {
        self.factors.iter().any(|(_, sign)| sign.is_found())
    }
}

impl GridDimension {
    /// How many of its factors were found, of how many; a factor that bears two of its items counts once.
    pub fn counts(&self) -> (usize, usize) {
        let mut seen: Vec<&(Code, Sign)> = Vec::new();
        for factor in self.items.iter().flat_map(|item| &item.factors) {
            if seen.iter().all(|known| known.0 != factor.0) {
                seen.push(factor);
            }
        }
        let found = seen.iter().filter(|(_, sign)| sign.is_found()).count();
        (found, seen.len())
    }
}

/// The grids that the key uses: those that the case advises first.
fn used(scenario: &Scenario) -> Vec<&Code> {
    let codes = scenario.key.factors.iter().flat_map(|f| &f.codes);
    let advised = scenario.grids.iter();
    let mut all: Vec<&Code> = Vec::new();
    for grid in advised.chain(codes.clone().map(|code| &code.grid)) {
        let bears = codes.clone().any(|code| code.grid == *grid);
        if bears && !all.contains(&grid) {
            all.push(grid);
        }
    }
    all
}

/// What was found in each grid.
pub(super) fn of(session: &Session, scenario: &Scenario, found: &[Found]) -> Vec<GridFound> {
    let known = used(scenario).into_iter();
    let known = known.filter_map(|id| content::grid_in(session, id));
    known
        .map(|grid| GridFound {
            grid: grid.id.clone(),
            name: grid.name.get(session.lang).to_owned(),
            dimensions: grid
                .dimensions
                .iter()
                .map(|dimension| of_dimension(session, scenario, found, grid, dimension))
                .filter(|d| !d.items.is_empty() || !d.added.is_empty())
                .collect(),
        })
        .collect()
}

fn of_dimension(
    session: &Session,
    scenario: &Scenario,
    found: &[Found],
    grid: &Grid,
    dimension: &Dimension,
) -> GridDimension {
    let factors = found.iter().find(|f| f.family == Family::Factor);
    let sign = |id: &Code| factors.and_then(|f| f.row(id)).map(|row| row.sign);
    let bearers = |item: &Item| -> Vec<(Code, Sign)> {
        let bears = scenario.key.factors.iter().filter(|factor| {
            let mut codes = factor.codes.iter();
            codes.any(|code| code.grid == grid.id && code.item == item.id)
        });
        bears
            .filter_map(|factor| Some((factor.id.clone(), sign(&factor.id)?)))
            .collect()
    };
    let given = |item: &Item| {
        let mut codes = session
            .analyses
            .iter()
            .flat_map(|analysis| analysis.factors.iter())
            .flat_map(|factor| &factor.codes);
        codes.any(|code| code.grid == grid.id && code.item == item.id && !code.mapped)
    };
    let label = |item: &Item| item.label.get(session.lang).to_owned();
    let mut out = GridDimension {
        id: dimension.id.clone(),
        name: dimension.name.get(session.lang).to_owned(),
        about_persons: dimension.about_persons,
        items: Vec::new(),
        added: Vec::new(),
    };
    for item in &dimension.items {
        let (factors, coded) = (bearers(item), given(item));
        if !factors.is_empty() {
            out.items.push(GridItem {
                item: item.id.clone(),
                label: label(item),
                factors,
                coded,
            });
        } else if coded {
            out.added.push((item.id.clone(), label(item)));
        }
    }
    out
}

/// Factors of the key about persons and about the system, by the first of their codes that a grid knows.
pub(super) fn key_share(scenario: &Scenario) -> Share {
    let mut share = Share::default();
    let grids = used(scenario);
    for factor in &scenario.key.factors {
        let dimension = grids.iter().find_map(|grid| {
            let code = factor.codes.iter().find(|code| code.grid == **grid)?;
            content::grid(grid)?.item(&code.item).map(|(d, _)| d)
        });
        match dimension {
            Some(d) if d.about_persons => share.persons += 1,
            Some(_) => share.system += 1,
            None => share.uncoded += 1,
        }
    }
    share
}
