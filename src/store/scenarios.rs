//! The scenarios that the team wrote: read from its folder, checked before they are offered.

use super::format;
use super::grids;
use super::listing::{Found, files};
use super::workspace::Workspace;
use crate::domain::code::{Code, Lang};
use crate::domain::grid::{Grid, OwnGrid};
use crate::domain::problem::Problem;
use crate::domain::scenario::Scenario;
use crate::domain::scenario_fault::{Finding, ScenarioFault};
use crate::training::check::{self, Inspected};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The scenarios of the workspace in this folder, which is left as it is, by file name; none where there is no workspace.
pub fn own_scenarios(root: &Path) -> Vec<Found<Arc<Scenario>>> {
    let grids = own_grids(root);
    let paths = files(&Workspace::look(root), "scenarios", &mut Vec::new());
    read(paths, &grids)
}

/// The grids of the workspace in this folder, which is left as it is.
fn own_grids(root: &Path) -> Vec<Found<OwnGrid>> {
    let workspace = Workspace::look(root);
    grids::read(files(&workspace, "grids", &mut Vec::new()))
}

/// All that there is to say of the text of a scenario's file beside the workspace in this folder.
pub fn inspect_scenario(text: &str, root: &Path) -> Inspected {
    let grids = own_grids(root);
    let grids: Vec<&Grid> = usable(&grids).collect();
    check::inspect(text, &grids)
}

/// Reads the scenarios in these files, which may name these grids; one that cannot be played, or has the id of one before it in
/// the same language, is said in its place.
pub fn read(paths: Vec<PathBuf>, grids: &[Found<OwnGrid>]) -> Vec<Found<Arc<Scenario>>> {
    let grids: Vec<&Grid> = usable(grids).collect();
    let mut seen: Vec<(Code, Lang)> = Vec::new();
    let mut out = Vec::new();
    for path in paths {
        let mut state = one(&path, &grids);
        if let Ok(scenario) = &state {
            let known = (scenario.id.clone(), scenario.lang);
            if seen.contains(&known) {
                let (line, column) = (1, 1);
                let fault = ScenarioFault::SharedId(known.0);
                let finding = Finding {
                    line,
                    column,
                    fault,
                };
                state = Err(Problem::Scenario(path.clone(), Box::new(finding)));
            } else {
                seen.push(known);
            }
        }
        out.push((path, state));
    }
    out
}

fn one(path: &Path, grids: &[&Grid]) -> Result<Arc<Scenario>, Problem> {
    let bytes = format::read_bytes(path)?;
    let text = format::text_of(&bytes).map_err(|fault| Problem::File(path.to_owned(), fault))?;
    let first = |finding| Problem::Scenario(path.to_owned(), Box::new(finding));
    check::read(text, grids).map(Arc::new).map_err(first)
}

fn usable(grids: &[Found<OwnGrid>]) -> impl Iterator<Item = &Grid> {
    let good = grids.iter().filter_map(|(_, own)| own.as_ref().ok());
    good.map(|own| &own.grid)
}
