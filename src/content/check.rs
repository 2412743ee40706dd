//! Whether a grid can be walked: what a team's own file lacks or says twice, named with its place.

use crate::domain::SCHEMA;
use crate::domain::code::{Code, Label, Lang};
use crate::domain::grid::{Dimension, Grid, GridFault, Item};
use crate::domain::ron_fault;
use crate::domain::text::Text;

/// What is wrong with the text of a team's grid; nothing when it can be used.
pub fn check_grid(text: &str) -> Vec<GridFault> {
    read_grid(text).err().unwrap_or_default()
}

/// The grid in the text of a team's file, or all that is wrong with it.
pub fn read_grid(text: &str) -> Result<Grid, Vec<GridFault>> {
    let (grid, unknown) = read(text).map_err(|fault| vec![fault])?;
    let unknown = unknown.into_iter().map(GridFault::UnknownField);
    let taken = super::grid(&grid.id).map(|_| GridFault::TakenId(grid.id.clone()));
    let faults: Vec<GridFault> = unknown.chain(taken).chain(grid_faults(&grid)).collect();
    if faults.is_empty() {
        Ok(grid)
    } else {
        Err(faults)
    }
}

/// The grid in a text, and the fields in it that no grid has.
fn read(text: &str) -> Result<(Grid, Vec<Text>), GridFault> {
    let told = |error: ron::error::SpannedError| {
        let start = error.span.start;
        GridFault::Ron(start.line, start.col, ron_fault::ron(&error.code))
    };
    let mut unknown = Vec::new();
    let grid = ron_fault::read_noting(text, &mut |path| {
        unknown.push(Text::line(&path.to_string()));
    });
    Ok((grid.map_err(told)?, unknown))
}

/// What keeps a grid from being walked.
pub fn grid_faults(grid: &Grid) -> Vec<GridFault> {
    let mut out = Vec::new();
    if grid.schema > SCHEMA {
        out.push(GridFault::NewerSchema(grid.schema));
    }
    if grid.id.is_empty() {
        out.push(GridFault::NoId);
    }
    if is_blank(&grid.name) {
        out.push(GridFault::NoName);
    }
    if grid.dimensions.is_empty() {
        out.push(GridFault::NoDimensions);
    }
    for (at, dimension) in grid.dimensions.iter().enumerate() {
        if dimension.id.is_empty() {
            out.push(GridFault::DimensionWithoutId(at + 1));
        } else if grid.dimensions[..at].iter().any(|d| d.id == dimension.id) {
            out.push(GridFault::DuplicateDimension(dimension.id.clone()));
        }
        dimension_faults(dimension, &mut out);
    }
    duplicates(grid, &mut out);
    out
}

fn dimension_faults(dimension: &Dimension, out: &mut Vec<GridFault>) {
    let id = || dimension.id.clone();
    if is_blank(&dimension.name) {
        out.push(GridFault::DimensionWithoutName(id()));
    }
    if dimension.items.is_empty() {
        out.push(GridFault::EmptyDimension(id()));
    }
    for (at, item) in dimension.items.iter().enumerate() {
        if item.id.is_empty() {
            out.push(GridFault::ItemWithoutId(id(), at + 1));
        }
        if is_blank(&item.label) {
            out.push(GridFault::MissingLabel(item.id.clone()));
        }
        if is_blank(&item.question) && !dimension.is_heading(item) {
            out.push(GridFault::MissingQuestion(item.id.clone()));
        }
        out.extend(parent_fault(dimension, at, item));
    }
}

fn parent_fault(dimension: &Dimension, at: usize, item: &Item) -> Option<GridFault> {
    if item.parent.is_empty() {
        return None;
    }
    let named = || (item.id.clone(), item.parent.clone());
    match dimension.items.iter().position(|i| i.id == item.parent) {
        None => {
            let (item, parent) = named();
            Some(GridFault::UnknownParent(item, parent))
        }
        Some(heading) if heading >= at => {
            let (item, parent) = named();
            Some(GridFault::ParentAfter(item, parent))
        }
        Some(_) => None,
    }
}

/// Ids of items are unique in the whole grid: a factor names the grid and the item only.
fn duplicates(grid: &Grid, out: &mut Vec<GridFault>) {
    let mut seen: Vec<&Code> = Vec::new();
    for item in grid.dimensions.iter().flat_map(|d| &d.items) {
        if item.id.is_empty() {
            continue;
        }
        if seen.contains(&&item.id) {
            out.push(GridFault::DuplicateItem(item.id.clone()));
        }
        seen.push(&item.id);
    }
}

/// Whether a label says nothing in either language.
fn is_blank(label: &Label) -> bool {
    label.get(Lang::Fr).trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"(schema: 1, id: "mine", version: 1, name: (fr: "La nôtre"), dimensions: [
        (id: "A", name: (fr: "Accueil"), items: [
            (id: "A1", label: (fr: "Groupe")),
            (id: "A1.1", parent: "A1", label: (fr: "Premier"), question: (fr: "Était-ce noté ?")),
        ]),
    ])"#;

    /// The faults after one change to a good grid.
    fn after(from: &str, to: &str) -> Vec<GridFault> {
        assert!(GOOD.contains(from));
        check_grid(&GOOD.replacen(from, to, 1))
    }

    #[test]
    fn a_grid_in_french_only_is_accepted() {
        assert_eq!(check_grid(GOOD), []);
    }

    #[test]
    fn a_fault_of_ron_has_its_line() {
        let faults = check_grid(&GOOD.replacen("\"Groupe\")", "\"Groupe\"", 1));
        assert!(
            matches!(faults.as_slice(), [GridFault::Ron(3 | 4, _, _)]),
            "{faults:?}"
        );
        assert!(matches!(
            check_grid("").as_slice(),
            [GridFault::Ron(1, 1, _)]
        ));
    }

    #[test]
    fn what_is_missing_is_named() {
        let code = |id: &str| Code::from(id);
        assert_eq!(after("\"mine\"", "\"\""), [GridFault::NoId]);
        assert_eq!(
            after("\"mine\"", "\"cadya\""),
            [GridFault::TakenId(code("cadya"))]
        );
        assert_eq!(after("La nôtre", " "), [GridFault::NoName]);
        assert_eq!(
            after("Premier", ""),
            [GridFault::MissingLabel(code("A1.1"))]
        );
        assert_eq!(
            after("Était-ce noté ?", ""),
            [GridFault::MissingQuestion(code("A1.1"))]
        );
        assert_eq!(
            after("Accueil", ""),
            [GridFault::DimensionWithoutName(code("A"))]
        );
        assert_eq!(
            after("schema: 1", "schema: 99"),
            [GridFault::NewerSchema(99)]
        );
        assert_eq!(
            check_grid(r#"(id: "mine", name: (fr: "La nôtre"))"#),
            [GridFault::NoDimensions]
        );
        assert_eq!(
            check_grid(
                r#"(id: "mine", name: (fr: "M"), dimensions: [(id: "A", name: (fr: "A"))])"#
            ),
            [GridFault::EmptyDimension(code("A"))]
        );
    }

    #[test]
    fn what_is_said_twice_or_points_nowhere_is_named() {
        let code = |id: &str| Code::from(id);
        let faults = after("\"A1.1\", parent: \"A1\"", "\"A1\", parent: \"Z\"");
        assert!(faults.contains(&GridFault::DuplicateItem(code("A1"))));
        assert!(faults.contains(&GridFault::UnknownParent(code("A1"), code("Z"))));
        let after_its_item = after("\"A1.1\", parent: \"A1\"", "\"A1.1\", parent: \"A1.1\"");
        assert!(after_its_item.contains(&GridFault::ParentAfter(code("A1.1"), code("A1.1"))));
        assert_eq!(
            after("version: 1", "versoin: 1"),
            [GridFault::UnknownField(Text::from("versoin"))]
        );
    }

    #[test]
    fn every_shipped_grid_can_be_walked() {
        for grid in crate::content::grids() {
            assert_eq!(grid_faults(grid), [], "{}", grid.id);
        }
    }
}
