//! The scenarios that the team wrote: read from its folder, checked before they are offered.

use super::disk::Disk;
use super::folder::files;
use super::listing::Found;
use super::workspace::Workspace;
use super::{Store, fault, format, grids};
use crate::domain::code::{Code, Lang};
use crate::domain::grid::{Grid, OwnGrid};
use crate::domain::problem::{DiskFault, Problem};
use crate::domain::scenario::Scenario;
use crate::domain::scenario_fault::{Finding, ScenarioFault};
use crate::training::check::{self, Inspected};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The scenarios of the workspace in this folder, which is left as it is, by file name; none where there is no workspace.
pub fn own_scenarios(disk: &Arc<dyn Disk>, root: &Path) -> Vec<Found<Arc<Scenario>>> {
    let grids = own_grids(disk, root);
    let paths = files(
        &Workspace::look(Arc::clone(disk), root),
        "scenarios",
        &mut Vec::new(),
    );
    read(&**disk, paths, &grids)
}

/// The grids of the workspace in this folder, which is left as it is.
pub fn own_grids(disk: &Arc<dyn Disk>, root: &Path) -> Vec<Found<OwnGrid>> {
    let workspace = Workspace::look(Arc::clone(disk), root);
    grids::read(&**disk, files(&workspace, "grids", &mut Vec::new()))
}

/// All that there is to say of the text of a scenario's file beside the workspace in this folder.
pub fn inspect_scenario(disk: &Arc<dyn Disk>, text: &str, root: &Path) -> Inspected {
    let grids = own_grids(disk, root);
    let grids: Vec<&Grid> = usable(&grids).collect();
    check::inspect(text, &grids)
}

/// Reads the scenarios in these files, which may name these grids; one that cannot be played, or has the id of one before it in
/// the same language, is said in its place.
pub fn read(
    disk: &dyn Disk,
    paths: Vec<PathBuf>,
    grids: &[Found<OwnGrid>],
) -> Vec<Found<Arc<Scenario>>> {
    let grids: Vec<&Grid> = usable(grids).collect();
    let mut seen: Vec<(Code, Lang)> = Vec::new();
    let mut out = Vec::new();
    for path in paths {
        let mut state = one(disk, &path, &grids);
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

fn one(disk: &dyn Disk, path: &Path, grids: &[&Grid]) -> Result<Arc<Scenario>, Problem> {
    let bytes = format::read_bytes(disk, path)?;
    let text = format::text_of(&bytes).map_err(|fault| Problem::File(path.to_owned(), fault))?;
    let first = |finding| Problem::Scenario(path.to_owned(), Box::new(finding));
    check::read(text, grids).map(Arc::new).map_err(first)
}

/// Most cases that are begun under one name.
const MOST_NAMED: usize = 99;

/// Begins a scenario in a workspace: a file under the first free name after `stem`, with the text made for that name; gives
/// where.
pub fn begin_scenario(
    store: &Store,
    stem: &str,
    text: impl Fn(&str) -> String,
) -> Result<PathBuf, Problem> {
    if let Some(fault) = store.closed() {
        return Err(Problem::Disk(store.root().to_owned(), fault));
    }
    let folder = store.root().join("scenarios");
    let numbered = (2..=MOST_NAMED).map(|n| format!("{stem}-{n}"));
    for name in std::iter::once(stem.to_owned()).chain(numbered) {
        let path = folder.join(format!("{name}.ron"));
        match write_new(&*store.disk, &path, &text(&name)) {
            Err(Problem::Disk(_, DiskFault::Exists)) => {}
            written => return written.map(|()| path),
        }
    }
    let first = folder.join(format!("{stem}.ron"));
    Err(Problem::Disk(first, DiskFault::Exists))
}

/// Writes a text where nothing is yet, for its owner alone.
pub fn write_new(disk: &dyn Disk, path: &Path, text: &str) -> Result<(), Problem> {
    let mut file = disk.create_clear(path).map_err(fault::at(path))?;
    let written = disk.write(&mut file, text.as_bytes());
    written.and_then(|()| disk.sync(&file)).map_err(|error| {
        // Half of a file helps nobody, and it is ours: nothing was there before.
        let _ = disk.remove(path);
        fault::at(path)(error)
    })
}

fn usable(grids: &[Found<OwnGrid>]) -> impl Iterator<Item = &Grid> {
    let good = grids.iter().filter_map(|(_, own)| own.as_ref().ok());
    good.map(|own| &own.grid)
}
