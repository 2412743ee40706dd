//! `crex train`: the cases that a trainer can play with a group, and what is wrong with one.

mod play;

use super::{Context, Failure, Outcome, Said, shown, table::table, text};
use crate::content::{self, Begun};
use crate::domain::code::Code;
use crate::domain::grid::Grid;
use crate::domain::problem::Problem;
use crate::domain::scenario::Scenario;
use crate::store;
use clap::ArgMatches;
use std::path::{Path, PathBuf};

pub fn run(context: &Context, matches: &ArgMatches) -> Result<Outcome, Failure> {
    let said = match matches.subcommand() {
        Some(("run", sub)) => return play::run(context, sub),
        Some(("check", sub)) => verify(context, sub),
        Some(("new", sub)) => begin(context, sub),
        _ => list(context),
    }?;
    Ok(Outcome::Said(said))
}

fn verify(context: &Context, matches: &ArgMatches) -> Result<Said, Failure> {
    let words = context.words;
    let path = matches.get_one::<PathBuf>("file").cloned();
    let path = path.unwrap_or_default();
    let bytes = store::read_bytes(&*context.disk()?, &path)?;
    let text = store::text_of(&bytes).map_err(|fault| Problem::File(path.clone(), fault))?;
    let root = context.root()?;
    let inspected = store::inspect_scenario(&context.disk()?, text, &root);
    let name = shown(&path);
    let found = inspected.faults.iter().chain(&inspected.remarks);
    let mut lines: Vec<String> = found
        .map(|finding| words.check_said(&name, &words.scenario_finding(finding)))
        .collect();
    let failed = !inspected.faults.is_empty();
    if let Some(scenario) = inspected.scenario.filter(|_| !failed) {
        lines.push(words.check_said(&name, &fine(context, &scenario)));
    }
    Ok(Said {
        answer: lines.join("\n") + "\n",
        failed,
        ..Said::default()
    })
}

fn fine(context: &Context, scenario: &Scenario) -> String {
    let key = &scenario.key;
    context.words.case_fine(
        scenario.cards.len(),
        key.facts.len(),
        key.factors.len(),
        key.actions.len(),
    )
}

fn list(context: &Context) -> Result<Said, Failure> {
    let words = context.words;
    let row = |scenario: &Scenario, origin: &str| {
        [
            scenario.id.to_string(),
            scenario.version.to_string(),
            words.case_level(scenario.level).to_owned(),
            grids(scenario),
            minutes(scenario),
            origin.to_owned(),
            scenario.title.to_string(),
        ]
    };
    let shipped = content::scenarios(words.0);
    let mut rows: Vec<[String; 7]> = shipped
        .iter()
        .map(|scenario| row(scenario, words.case_shipped()))
        .collect();
    let mut messages = Vec::new();
    for (path, state) in store::own_scenarios(&context.disk()?, &context.root()?) {
        match state {
            Ok(scenario) => rows.push(row(&scenario, words.case_own())),
            Err(problem) => {
                rows.push(wrong(&path, words.case_wrong()));
                messages.push(words.problem(&problem));
            }
        }
    }
    let head = [
        words.head_case(),
        words.head_version(),
        words.head_level(),
        words.head_grid(),
        words.head_minutes(),
        words.head_where(),
        words.head_title(),
    ];
    Ok(Said {
        answer: table(head, &rows),
        messages,
        ..Said::default()
    })
}

/// The row of a file that cannot be played: its name.
fn wrong(path: &Path, origin: &str) -> [String; 7] {
    let name = path.file_name().unwrap_or_default();
    let mut row = ["–"; 7].map(ToOwned::to_owned);
    origin.clone_into(&mut row[5]);
    row[6] = name.to_string_lossy().into_owned();
    row
}

fn grids(scenario: &Scenario) -> String {
    let ids: Vec<&str> = scenario.grids.iter().map(Code::as_str).collect();
    ids.join(", ")
}

/// How long the meeting that is played lasts.
fn minutes(scenario: &Scenario) -> String {
    let format = content::format(&scenario.format);
    let rows = format.iter().flat_map(|format| &format.rows);
    rows.map(|row| row.minutes).sum::<u32>().to_string()
}

/// Longest id that is made from a name.
const MAX_ID: usize = 24;

/// A case to be filled in: in the file asked for, else among those of the workspace.
fn begin(context: &Context, matches: &ArgMatches) -> Result<Said, Failure> {
    let words = context.words;
    let root = context.root()?;
    let grid = grid(context, text(matches, "grid"), &root)?;
    let title = text(matches, "title");
    let make = |name: &str| {
        let id = id_of(name).unwrap_or_else(|| words.case_file().to_owned());
        let begun = Begun {
            id: &id,
            title,
            grid: &grid,
        };
        content::new_case(words.0, begun)
    };
    let path = if let Some(path) = matches.get_one::<PathBuf>("output") {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        store::write_new(&*context.disk()?, path, &make(&stem))?;
        path.clone()
    } else {
        let stem = id_of(title).unwrap_or_else(|| words.case_file().to_owned());
        store::begin_scenario(&context.store(&root)?, &stem, make)?
    };
    Ok(Said {
        answer: format!("{}\n", shown(&path)),
        messages: vec![words.case_begun().to_owned()],
        ..Said::default()
    })
}

/// An id made of a name, if anything of it can be one.
fn id_of(name: &str) -> Option<String> {
    let slug = store::slug(name);
    let short = slug.get(..MAX_ID).unwrap_or(&slug).trim_end_matches('-');
    (!short.is_empty()).then(|| short.to_owned())
}

/// The grid of this name: one of the team's own, else a shipped one.
fn grid(context: &Context, name: &str, root: &Path) -> Result<Grid, Failure> {
    let own = store::own_grids(&context.disk()?, root)
        .into_iter()
        .filter_map(|f| f.1.ok());
    let shipped = content::grids().into_iter().cloned();
    let mut known: Vec<Grid> = own.map(|own| own.grid).chain(shipped).collect();
    let wanted = if name.is_empty() {
        content::DEFAULT_GRID
    } else {
        name
    };
    if let Some(at) = known.iter().position(|grid| grid.id.as_str() == wanted) {
        return Ok(known.swap_remove(at));
    }
    let ids: Vec<&str> = known.iter().map(|grid| grid.id.as_str()).collect();
    let said = context.words.case_no_grid(wanted, &ids.join(", "));
    Err(Failure::Usage(said))
}
