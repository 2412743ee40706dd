//! `crex open SESSION`: the screen, in that session or that analysis between two meetings. What cannot be read is told before the terminal is taken.

use super::check::is_analysis;
use super::{Begin, Context, Failure, Outcome, demo, text};
use crate::domain::analysis::AnalysisFile;
use crate::domain::session::Session;
use clap::ArgMatches;

pub fn run(context: &Context, matches: &ArgMatches) -> Result<Outcome, Failure> {
    let what = text(matches, "session");
    if what == "demo" {
        return demo::open(context, demo::Example::Midway);
    }
    let store = context.reading()?;
    let path = store.resolve(what)?;
    let begin = if is_analysis(store.disk(), &path) {
        store.read::<AnalysisFile>(&path)?;
        Begin::Analysis(path)
    } else {
        store.read::<Session>(&path)?;
        Begin::Session(path)
    };
    let root = store.root().to_owned();
    drop(store);
    context.screen(root, begin, None)
}
