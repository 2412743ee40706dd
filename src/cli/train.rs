//! `crex train`: the cases that a trainer can play with a group, and what is wrong with one.

mod play;

use super::{Context, Failure, Outcome, Said, shown, table::table};
use crate::content;
use crate::domain::code::Code;
use crate::domain::problem::Problem;
use crate::domain::scenario::Scenario;
use crate::store;
use clap::ArgMatches;
use std::path::PathBuf;

pub fn run(context: &Context, matches: &ArgMatches) -> Result<Outcome, Failure> {
    let said = match matches.subcommand() {
        Some(("run", sub)) => return play::run(context, sub),
        Some(("check", sub)) => verify(context, sub),
        _ => list(context),
    }?;
    Ok(Outcome::Said(said))
}

fn verify(context: &Context, matches: &ArgMatches) -> Result<Said, Failure> {
    let words = context.words;
    let path = matches.get_one::<PathBuf>("file").cloned();
    let path = path.unwrap_or_default();
    let bytes = store::read_bytes(&path)?;
    let text = store::text_of(&bytes).map_err(|fault| Problem::File(path.clone(), fault))?;
    let root = context.root()?;
    let inspected = store::inspect_scenario(text, &root);
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
    for (path, state) in store::own_scenarios(&context.root()?) {
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
fn wrong(path: &std::path::Path, origin: &str) -> [String; 7] {
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
