//! `crex report SESSION`: the record, at any moment, never empty.

use super::{Context, Failure, Said, output, shown, text};
use crate::documents::{markdown::markdown, record::record};
use clap::ArgMatches;
use std::path::PathBuf;

pub fn run(context: &Context, matches: &ArgMatches) -> Result<Said, Failure> {
    let found = context.find(text(matches, "session"))?;
    let answer = if text(matches, "format") == "json" {
        output::session_json(&found.session)?
    } else {
        markdown(&record(&found.session))
    };
    let mut messages = found.messages;
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
