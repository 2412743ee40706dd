//! Whether a grid can be walked: what a team's own file lacks or says twice, named with its place.

use super::places::Places;
use crate::domain::SCHEMA;
use crate::domain::code::{Code, Label, Lang};
use crate::domain::grid::{Dimension, Grid, GridFault, Item};
use crate::domain::ron_fault;
use crate::domain::text::Text;

/// Most characters of an id.
const MAX_ID: usize = 24;

/// What is wrong with the text of a team's grid; nothing when it can be used.
pub fn check_grid(text: &str) -> Vec<GridFault> {
    read_grid(text).err().unwrap_or_default()
}

/// The grid in the text of a team's file, or all that is wrong with it.
pub fn read_grid(text: &str) -> Result<Grid, Vec<GridFault>> {
    let (grid, unknown) = read(text).map_err(|fault| vec![fault])?;
    let mut faults = Faults(Vec::new());
    for path in unknown {
        faults.put(path.as_str(), GridFault::UnknownField(path.clone()));
    }
    if super::grid(&grid.id).is_some() {
        faults.put("id", GridFault::TakenId(grid.id.clone()));
    }
    faults.of_grid(&grid);
    if faults.0.is_empty() {
        return Ok(grid);
    }
    let places = Places::of(text);
    let placed = faults.0.into_iter().map(|(path, fault)| {
        let (line, column) = places.find(&path);
        GridFault::At(line, column, Box::new(fault))
    });
    Err(placed.collect())
}

/// What is wrong, each with its path in the file.
struct Faults(Vec<(String, GridFault)>);

/// The grid in a text, and the fields in it that no grid has.
fn read(text: &str) -> Result<(Grid, Vec<Text>), GridFault> {
    let told = |error: ron::error::SpannedError| {
        let start = error.span.start;
        GridFault::Ron(start.line, start.col, ron_fault::ron(&error.code))
    };
    let mut unknown = Vec::new();
    let grid = ron_fault::read_noting(text, &mut |path| {
        unknown.push(Text::line(path));
    });
    Ok((grid.map_err(told)?, unknown))
}

/// What keeps a grid from being walked.
pub fn grid_faults(grid: &Grid) -> Vec<GridFault> {
    let mut faults = Faults(Vec::new());
    faults.of_grid(grid);
    faults.0.into_iter().map(|(_, fault)| fault).collect()
}

impl Faults {
    fn put(&mut self, path: impl Into<String>, fault: GridFault) {
        self.0.push((path.into(), fault));
    }

    fn of_grid(&mut self, grid: &Grid) {
        if grid.schema > SCHEMA {
            self.put("schema", GridFault::NewerSchema(grid.schema));
        }
        if grid.id.is_empty() {
            self.put("id", GridFault::NoId);
        } else if is_odd(&grid.id) {
            self.put("id", GridFault::OddId(grid.id.clone()));
        }
        if is_blank(&grid.name) {
            self.put("name", GridFault::NoName);
        }
        if grid.dimensions.is_empty() {
            self.put("dimensions", GridFault::NoDimensions);
        }
        for (at, dimension) in grid.dimensions.iter().enumerate() {
            let path = format!("dimensions.{at}");
            let id = dimension.id.clone();
            if id.is_empty() {
                self.put(path.as_str(), GridFault::DimensionWithoutId(at + 1));
            } else if grid.dimensions[..at].iter().any(|d| d.id == id) {
                self.put(format!("{path}.id"), GridFault::DuplicateDimension(id));
            } else if is_odd(&id) {
                self.put(format!("{path}.id"), GridFault::OddId(id));
            }
            self.of_dimension(dimension, &path);
        }
        self.duplicates(grid);
    }

    fn of_dimension(&mut self, dimension: &Dimension, path: &str) {
        let id = || dimension.id.clone();
        if is_blank(&dimension.name) {
            self.put(
                format!("{path}.name"),
                GridFault::DimensionWithoutName(id()),
            );
        }
        if dimension.items.is_empty() {
            self.put(format!("{path}.items"), GridFault::EmptyDimension(id()));
        }
        for (at, item) in dimension.items.iter().enumerate() {
            let path = format!("{path}.items.{at}");
            if item.id.is_empty() {
                self.put(path.as_str(), GridFault::ItemWithoutId(id(), at + 1));
            } else if is_odd(&item.id) {
                self.put(format!("{path}.id"), GridFault::OddId(item.id.clone()));
            }
            if is_blank(&item.label) {
                self.put(
                    format!("{path}.label"),
                    GridFault::MissingLabel(item.id.clone()),
                );
            }
            if is_blank(&item.question) && !dimension.is_heading(item) {
                self.put(
                    format!("{path}.question"),
                    GridFault::MissingQuestion(item.id.clone()),
                );
            }
            if let Some(fault) = parent_fault(dimension, at, item) {
                self.put(format!("{path}.parent"), fault);
            }
        }
    }

    /// Ids of items are unique in the whole grid: a factor names the grid and the item only.
    fn duplicates(&mut self, grid: &Grid) {
        let mut seen: Vec<&Code> = Vec::new();
        for (d, dimension) in grid.dimensions.iter().enumerate() {
            for (i, item) in dimension.items.iter().enumerate() {
                if !item.id.is_empty() && seen.contains(&&item.id) {
                    self.put(
                        format!("dimensions.{d}.items.{i}.id"),
                        GridFault::DuplicateItem(item.id.clone()),
                    );
                }
                seen.push(&item.id);
            }
        }
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

/// Whether an id holds more than letters, digits, points and dashes, or is too long to stand before a label.
fn is_odd(id: &Code) -> bool {
    let fits = |c: char| c.is_alphanumeric() || ".-_".contains(c);
    !id.as_str().chars().all(fits) || id.as_str().chars().count() > MAX_ID
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

    /// What is wrong, without its place.
    fn faults(text: &str) -> Vec<GridFault> {
        let bare = |fault| match fault {
            GridFault::At(_, _, fault) => *fault,
            fault => fault,
        };
        check_grid(text).into_iter().map(bare).collect()
    }

    /// The faults after one change to a good grid.
    fn after(from: &str, to: &str) -> Vec<GridFault> {
        assert!(GOOD.contains(from));
        faults(&GOOD.replacen(from, to, 1))
    }

    #[test]
    fn every_fault_has_its_line_and_column() {
        let at = |from: &str, to: &str| {
            let placed = |fault: &GridFault| match fault {
                GridFault::At(line, column, _) => (*line, *column),
                _ => (0, 0),
            };
            let found = check_grid(&GOOD.replacen(from, to, 1));
            found.iter().map(placed).collect::<Vec<_>>()
        };
        assert_eq!(at("\"mine\"", "\"cadya\""), [(1, 13)]);
        assert_eq!(at("La nôtre", " "), [(1, 37)]);
        assert_eq!(at("Accueil", ""), [(2, 19)]);
        assert_eq!(at("Était-ce noté ?", ""), [(4, 64)]);
        assert_eq!(at("version: 1", "versoin: 1"), [(1, 25)]);
        assert_eq!(at("(id: \"A1.1\"", "(id: \"A1\""), [(4, 14)]);
    }

    #[test]
    fn an_id_that_could_not_be_shown_or_kept_is_refused() {
        let code = |id: &str| GridFault::OddId(Code::from(id));
        assert_eq!(after("\"mine\"", "\"a|b\""), [code("a|b")]);
        assert_eq!(after("\"A1.1\"", "\"A 1\""), [code("A 1")]);
        let long = "x".repeat(MAX_ID + 1);
        assert_eq!(after("\"A1.1\"", &format!("\"{long}\"")), [code(&long)]);
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
            faults(r#"(id: "mine", name: (fr: "La nôtre"))"#),
            [GridFault::NoDimensions]
        );
        assert_eq!(
            faults(r#"(id: "mine", name: (fr: "M"), dimensions: [(id: "A", name: (fr: "A"))])"#),
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
