//! `crex report SESSION`: the record, at any moment, never empty.

use super::{Context, Failure, Said, output, shown, text};
use crate::documents::{Format, leaving::telling, record::record};
use clap::ArgMatches;
use std::path::PathBuf;

pub fn run(context: &Context, matches: &ArgMatches) -> Result<Said, Failure> {
    let found = context.find(text(matches, "session"))?;
    let document = record(&found.session);
    let answer = match text(matches, "format") {
        "json" => output::session_json(&found.session)?,
        "html" => Format::Html.write(&document),
        _ => Format::Markdown.write(&document),
    };
    let mut messages = found.messages;
    let told = telling(&document, &found.session.guarding.passed, &found.unwatched);
    messages.extend(context.words.guard_in_document(&told));
    let to = matches.get_one::<PathBuf>("output");
    let Some(path) = to.filter(|path| path.as_os_str() != "-") else {
        return Ok(Said {
            answer,
            messages,
            failed: false,
        });
    };
    output::write(context.words, path, &answer)?;
    messages.push(context.words.report_written(&shown(path)));
    Ok(Said {
        messages,
        ..Said::default()
    })
}
