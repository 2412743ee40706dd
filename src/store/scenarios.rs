//! The scenarios that the team wrote: read from its folder, checked before they are offered.

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
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The scenarios of the workspace in this folder, which is left as it is, by file name; none where there is no workspace.
pub fn own_scenarios(root: &Path) -> Vec<Found<Arc<Scenario>>> {
    let grids = own_grids(root);
    let paths = files(&Workspace::look(root), "scenarios", &mut Vec::new());
    read(paths, &grids)
}

/// The grids of the workspace in this folder, which is left as it is.
pub fn own_grids(root: &Path) -> Vec<Found<OwnGrid>> {
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
        match write_new(&path, &text(&name)) {
            Err(Problem::Disk(_, DiskFault::Exists)) => {}
            written => return written.map(|()| path),
        }
    }
    let first = folder.join(format!("{stem}.ron"));
    Err(Problem::Disk(first, DiskFault::Exists))
}

/// Writes a text where nothing is yet.
pub fn write_new(path: &Path, text: &str) -> Result<(), Problem> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(fault::at(path))?;
    let written = file
        .write_all(text.as_bytes())
        .and_then(|()| file.sync_all());
    written.map_err(|error| {
        // Half of a file helps nobody, and it is ours: nothing was there before.
        let _ = fs::remove_file(path);
        fault::at(path)(error)
    })
}

fn usable(grids: &[Found<OwnGrid>]) -> impl Iterator<Item = &Grid> {
    let good = grids.iter().filter_map(|(_, own)| own.as_ref().ok());
    good.map(|own| &own.grid)
}
