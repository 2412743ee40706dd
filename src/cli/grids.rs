//! `crex grids`: the grids that can be walked, and what is wrong with one that a team made.

use super::{Context, Failure, Said, check, shown, table::table};
use crate::content;
use crate::domain::grid::Grid;
use crate::domain::order::Order;
use crate::store;
use clap::ArgMatches;
use std::path::PathBuf;

pub fn run(context: &Context, matches: &ArgMatches) -> Result<Said, Failure> {
    match matches.subcommand() {
        Some(("check", sub)) => verify(context, sub),
        _ => list(context),
    }
}

fn verify(context: &Context, matches: &ArgMatches) -> Result<Said, Failure> {
    let words = context.words;
    let path = matches.get_one::<PathBuf>("file").cloned();
    let path = path.unwrap_or_default();
    let bytes = store::read_bytes(&*context.disk()?, &path)?;
    let faults = check::faults_of_grid(words, &path, &bytes)?;
    if !faults.is_empty() {
        return Ok(Said {
            answer: faults.join("\n") + "\n",
            failed: true,
            ..Said::default()
        });
    }
    let text = String::from_utf8_lossy(&bytes);
    let questions = parsed(&text).map_or(0, |grid| grid.leaves().count());
    let fine = words.check_said(&shown(&path), &words.grid_fine(questions));
    Ok(Said {
        answer: fine + "\n",
        ..Said::default()
    })
}

fn parsed(text: &str) -> Option<Grid> {
    crate::domain::ron_fault::read(text.trim_start_matches('\u{feff}')).ok()
}

fn list(context: &Context) -> Result<Said, Failure> {
    let words = context.words;
    let row = |grid: &Grid, origin: &str| {
        [
            grid.id.to_string(),
            grid.version.to_string(),
            grid.leaves().count().to_string(),
            origin.to_owned(),
            grid.name.get(words.0).to_owned(),
        ]
    };
    let shipped = content::grids();
    let mut rows: Vec<[String; 5]> = shipped
        .iter()
        .map(|grid| row(grid, words.grid_shipped()))
        .collect();
    let mut messages = Vec::new();
    for path in own(context)? {
        let bytes = store::read_bytes(&*context.disk()?, &path);
        let faults = bytes.and_then(|bytes| {
            let faults = check::faults_of_grid(words, &path, &bytes)?;
            Ok((String::from_utf8_lossy(&bytes).into_owned(), faults))
        });
        match faults {
            Ok((text, faults)) => {
                let origin = if faults.is_empty() {
                    words.grid_own()
                } else {
                    words.grid_wrong()
                };
                rows.extend(parsed(&text).map(|grid| row(&grid, origin)));
                messages.extend(faults);
            }
            Err(problem) => messages.push(words.problem(&problem)),
        }
    }
    let head = [
        words.head_grid(),
        words.head_version(),
        words.head_questions(),
        words.head_where(),
        words.head_name(),
    ];
    Ok(Said {
        answer: table(head, &rows),
        messages,
        ..Said::default()
    })
}

/// The files of the team's own grids; none in a workspace that is not there.
fn own(context: &Context) -> Result<Vec<PathBuf>, Failure> {
    let folder = context.root()?.join("grids");
    let names = context.disk()?.list(&folder).unwrap_or_default();
    let names = names.into_iter().map(|name| folder.join(name));
    let mut files: Vec<PathBuf> = names.collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "ron"));
    files.order();
    Ok(files)
}
