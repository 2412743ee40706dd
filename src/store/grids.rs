//! The grids that the team made: read from its folder, checked before they are offered.

use super::disk::Disk;
use super::format;
use super::listing::Found;
use crate::content;
use crate::domain::code::Code;
use crate::domain::grid::{GridFault, OwnGrid};
use crate::domain::problem::Problem;
use std::path::{Path, PathBuf};

/// Reads the grids in these files; one that cannot be walked, or has the id of one before it, is said in its place.
pub fn read(disk: &dyn Disk, paths: Vec<PathBuf>) -> Vec<Found<OwnGrid>> {
    let mut seen: Vec<Code> = Vec::new();
    let mut out = Vec::new();
    for path in paths {
        let mut state = one(disk, &path);
        if let Ok(own) = &state {
            let id = own.grid.id.clone();
            if seen.contains(&id) {
                state = Err(Problem::Grid(path.clone(), GridFault::SharedId(id)));
            } else {
                seen.push(id);
            }
        }
        out.push((path, state));
    }
    out
}

fn one(disk: &dyn Disk, path: &Path) -> Result<OwnGrid, Problem> {
    let bytes = format::read_bytes(disk, path)?;
    let text = format::text_of(&bytes).map_err(|fault| Problem::File(path.to_owned(), fault))?;
    let first = |faults: Vec<GridFault>| {
        let fault = faults.into_iter().next().unwrap_or(GridFault::NoDimensions);
        Problem::Grid(path.to_owned(), fault)
    };
    let grid = content::read_grid(text).map_err(first)?;
    Ok(OwnGrid {
        grid,
        hash: content::hash(text),
    })
}
