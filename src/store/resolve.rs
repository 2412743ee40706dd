//! Which file is meant by what someone typed.

use super::disk::is_there;
use super::fold;
use super::folder::files;
use super::listing::{Entry, entries};
use super::many::read_all;
use super::workspace::Workspace;
use crate::domain::analysis::AnalysisFile;
use crate::domain::moment::parse_date;
use crate::domain::problem::{DiskFault, Problem};
use crate::domain::text::Text;
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

/// The file meant by `what`: a path, the name of a file of the workspace, a date, or the start of a title.
pub fn resolve(workspace: &Workspace, what: &str, today: NaiveDate) -> Result<PathBuf, Problem> {
    let what = what.trim();
    let named = Path::new(what);
    let in_place = || {
        let folders = ["sessions", "simulations", "analyses"].iter();
        let mut paths = folders.map(|folder| workspace.folder(folder).join(named));
        paths.find(|path| is_there(workspace.disk(), path))
    };
    // A folder that happens to be called like the start of a title is not meant, unless it is written as a path.
    let written_as_path = what.contains(['/', '\\']) || is_document(named);
    let there = workspace.disk().stat(named);
    if there.is_ok_and(|meta| meta.is_file() || written_as_path) {
        return Ok(named.to_owned());
    }
    if let Some(path) = in_place().filter(|_| !what.is_empty()) {
        return Ok(path);
    }
    if is_document(named) || what.contains(['\\']) {
        return Err(Problem::Disk(named.to_owned(), DiskFault::NotFound));
    }
    let none = || Problem::NoSession(Text::line(what));
    if what.is_empty() {
        return Err(none());
    }
    let mut problems = Vec::new();
    for folder in ["sessions", "simulations"] {
        let found = matching(entries(workspace, folder, &mut problems), what, today);
        match found.as_slice() {
            [] => {}
            [one] => return Ok(one.path.clone()),
            many => {
                let titles = many.iter().map(|e| Text::line(&e.file_name)).collect();
                return Err(Problem::ManySessions(Text::line(what), titles));
            }
        }
    }
    if let Some(path) = analysis_named(workspace, &fold(what), &mut problems) {
        return Ok(path);
    }
    // A path that names nothing is not a title.
    if what.contains('/') && parse_date(what, today).is_none() {
        return Err(Problem::Disk(named.to_owned(), DiskFault::NotFound));
    }
    Err(none())
}

/// Whether a name ends as those of documents do.
fn is_document(name: &Path) -> bool {
    let ending = name.extension().unwrap_or_default();
    ending == "ron" || ending == super::vault::ENDING
}

/// The only analysis between meetings whose event is called so.
fn analysis_named(
    workspace: &Workspace,
    start: &str,
    problems: &mut Vec<Problem>,
) -> Option<PathBuf> {
    let paths = files(workspace, "analyses", problems);
    let named = |file: AnalysisFile| fold(file.incident.report.heading());
    let found = read_all(workspace.disk(), &paths, named).into_iter();
    let mut found = found.filter(|(_, name)| {
        let name = name.as_deref().unwrap_or_default();
        !start.is_empty() && name.starts_with(start)
    });
    let first = found.next()?.0;
    found.next().is_none().then_some(first)
}

fn matching(entries: Vec<Entry>, what: &str, today: NaiveDate) -> Vec<Entry> {
    let day = parse_date(what, today);
    let start = fold(what);
    let meant = |entry: &Entry| match &entry.state {
        Ok(head) if day.is_some() => Some(head.date) == day,
        Ok(head) => fold(head.title.as_str()).starts_with(&start),
        // A damaged file can still be meant by its name, so that it can be checked.
        Err(_) => entry
            .file_name
            .starts_with(&day.map_or_else(|| start.clone(), |d| d.to_string())),
    };
    entries.into_iter().filter(meant).collect()
}
