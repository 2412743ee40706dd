//! `crex train run`: the screen, in a new simulation of the case that is named, or at the list of cases.

use crate::cli::{Begin, Context, Failure, Outcome};
use crate::content;
use crate::domain::problem::Problem;
use crate::domain::scenario::Scenario;
use crate::store;
use clap::ArgMatches;
use std::path::Path;
use std::sync::Arc;

pub fn run(context: &Context, matches: &ArgMatches) -> Result<Outcome, Failure> {
    let begin = match matches.get_one::<String>("case") {
        Some(named) => Begin::Play(case(context, named)?),
        None => Begin::Training,
    };
    context.screen(context.root()?, begin, None)
}

/// The case of this id, the trainer's own before those shipped, or the one in this file.
fn case(context: &Context, named: &str) -> Result<Arc<Scenario>, Failure> {
    let root = context.root()?;
    let words = context.words;
    let path = Path::new(named);
    if path.is_file() {
        return of_file(context, path);
    }
    let own = store::own_scenarios(&context.disk()?, &root).into_iter();
    let own: Vec<Arc<Scenario>> = own.filter_map(|found| found.1.ok()).collect();
    let shipped = content::scenarios(words.0).into_iter();
    let shipped = shipped.map(|scenario| Arc::new(scenario.clone()));
    let all: Vec<Arc<Scenario>> = own.into_iter().chain(shipped).collect();
    let known = all.iter().find(|case| case.id.as_str() == named).cloned();
    known.ok_or_else(|| {
        let ids: Vec<&str> = all.iter().map(|case| case.id.as_str()).collect();
        Failure::Refused(words.case_not_found(named, &ids.join(", ")))
    })
}

fn of_file(context: &Context, path: &Path) -> Result<Arc<Scenario>, Failure> {
    let bytes = store::read_bytes(&*context.disk()?, path)?;
    let text = store::text_of(&bytes);
    let text = text.map_err(|fault| Problem::File(path.to_owned(), fault))?;
    let inspected = store::inspect_scenario(&context.disk()?, text, &context.root()?);
    if let Some(finding) = inspected.faults.into_iter().next() {
        return Err(Problem::Scenario(path.to_owned(), Box::new(finding)).into());
    }
    let scenario = inspected.scenario.unwrap_or_default();
    Ok(Arc::new(scenario))
}
