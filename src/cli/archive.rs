//! `crex archive`: old sessions without the people, in a folder of their own.

use super::{Context, Failure, Said, purge, shown};
use crate::store;
use clap::ArgMatches;
use std::path::PathBuf;

pub fn run(context: &Context, matches: &ArgMatches) -> Result<Said, Failure> {
    let words = context.words;
    let root = context.existing()?;
    let before = purge::before(context, matches)?;
    let disk = context.disk()?;
    let due = store::due(&disk, &root, before, true);
    if due.sessions.is_empty() || matches.get_flag("dry-run") {
        return Ok(Said {
            answer: purge::told(words, before, &due),
            messages: purge::unread(words, &due),
            failed: !due.unread.is_empty(),
            ..Said::default()
        });
    }
    let to = matches
        .get_one::<PathBuf>("to")
        .cloned()
        .unwrap_or_default();
    let there = store::in_the_clear(&to)?;
    let reason = words.archive_why().into();
    let kept = store::archive(&disk, &due.sessions, (&there, &to), context.now, &reason)?;
    let mut messages = purge::unread(words, &due);
    messages.push(words.archive_counts(kept.replaced, kept.removed, kept.masked));
    messages.push(words.archive_read_again().to_owned());
    Ok(Said {
        answer: words.archive_done(kept.sessions, &shown(&to)) + "\n",
        messages,
        failed: !due.unread.is_empty(),
        ..Said::default()
    })
}
