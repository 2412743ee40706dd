//! `crex archive`: old sessions without the people, in a folder of their own.

use super::{Context, Failure, Said, purge, shown};
use crate::store::{self, Kept};
use crate::words::Words;
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
    let (from, to_disk) = ((&disk, root.as_path()), (&there, to.as_path()));
    let kept = store::archive(from, &due.sessions, to_disk, context.now, &reason)?;
    let mut messages = purge::unread(words, &due);
    messages.extend(told(words, &kept));
    if store::is_encrypted(&*disk, &root) {
        messages.push(words.archive_in_clear().to_owned());
    }
    Ok(Said {
        answer: words.archive_done(kept.sessions, &shown(&to)) + "\n",
        messages,
        failed: !due.unread.is_empty() || !kept.unread.is_empty(),
        ..Said::default()
    })
}

/// What became of them.
fn told(words: Words, kept: &Kept) -> Vec<String> {
    let unread = kept.unread.iter();
    let mut out: Vec<String> = unread.map(|problem| words.problem(problem)).collect();
    if kept.there > 0 {
        out.push(words.archive_there(kept.there));
    }
    if kept.sessions > 0 {
        out.push(words.archive_counts(kept.replaced, kept.removed, kept.masked));
        out.push(words.archive_read_again().to_owned());
    }
    out
}
