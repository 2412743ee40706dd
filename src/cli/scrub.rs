//! `crex scrub WORD`: a name typed by mistake goes from everywhere.

use super::{Context, Failure, Said, shown};
use crate::domain::erasure::{Stays, Word};
use crate::domain::text::Text;
use crate::store::{self, Asked, Scrubbed, Seen};
use crate::words::Words;
use clap::ArgMatches;
use std::fmt::Write as _;
use std::path::Path;

pub fn run(context: &Context, matches: &ArgMatches) -> Result<Said, Failure> {
    let words = context.words;
    let asked = asked(words, matches)?;
    let root = context.existing()?;
    let disk = context.disk()?;
    let seen = store::look_for_word(&disk, &root, context.now, &asked);
    let told = told(words, &seen);
    if matches.get_flag("dry-run") {
        let messages = beside(words, &seen, false);
        return Ok(said(told, messages, &seen));
    }
    if !seen.is_empty() && !matches.get_flag("yes") {
        let question = words.scrub_ask(seen.n_places(), seen.seen.len());
        match context.agrees(&told, &question) {
            Some(true) => {}
            Some(false) => return Err(Failure::Refused(words.not_done().to_owned())),
            None => {
                let mut messages = beside(words, &seen, false);
                messages.push(words.scrub_needs_yes().to_owned());
                return Ok(Said {
                    failed: true,
                    ..said(told, messages, &seen)
                });
            }
        }
    }
    let done = store::scrub(&disk, &root, context.now, &asked)?;
    let answer = if done.is_empty() {
        nowhere(words, &done)
    } else {
        words.scrub_done(done.n_places(), done.seen.len())
    };
    let mut messages = beside(words, &done, true);
    if !done.is_empty() {
        messages.push(words.scrub_beware().to_owned());
        if matches.get_many::<String>("word").is_some() {
            messages.push(words.scrub_history().to_owned());
        }
    }
    Ok(said(answer + "\n", messages, &done))
}

fn said(answer: String, messages: Vec<String>, seen: &Scrubbed) -> Said {
    Said {
        answer,
        messages,
        failed: seen.is_partial(),
        ..Said::default()
    }
}

fn asked(words: Words, matches: &ArgMatches) -> Result<Asked, Failure> {
    let all = matches.get_many::<String>("word").into_iter().flatten();
    let all: Vec<&str> = all.map(String::as_str).collect();
    let said = if all.is_empty() {
        // What is typed here stands in no history.
        Context::answer(words.scrub_which())
    } else {
        Some(all.join(" "))
    };
    let said = said.ok_or_else(|| Failure::Usage(words.scrub_no_word().to_owned()))?;
    let word = Word::new(&said);
    let word = word.ok_or_else(|| Failure::Usage(words.scrub_too_short().to_owned()))?;
    let given = |name| matches.get_one::<String>(name).map(|raw| Text::line(raw));
    let with = given("with").unwrap_or_else(|| words.scrub_with().into());
    if word.is_in(with.as_str()) {
        return Err(Failure::Usage(words.scrub_repeats().to_owned()));
    }
    Ok(Asked {
        word,
        with,
        reason: given("reason").unwrap_or_else(|| words.scrub_why().into()),
        exports: matches.get_flag("exports"),
    })
}

/// That the word is nowhere, as far as that is known.
fn nowhere(words: Words, seen: &Scrubbed) -> String {
    let said = if seen.is_partial() {
        words.scrub_nowhere_read()
    } else {
        words.scrub_nowhere()
    };
    said.to_owned()
}

/// Where the word stands, file by file; the word itself is not repeated.
fn told(words: Words, seen: &Scrubbed) -> String {
    if seen.is_empty() {
        return nowhere(words, seen) + "\n";
    }
    let mut out: String = seen.seen.iter().map(|one| in_file(words, one)).collect();
    if seen.copies > 0 {
        out.push_str(&words.scrub_copies(seen.copies));
        out.push('\n');
    }
    out
}

fn in_file(words: Words, one: &Seen) -> String {
    let n = one.places.len() + usize::from(one.named);
    let mut out = words.scrub_in(&shown(Path::new(&one.shown)), n, one.sealed) + "\n";
    if one.named {
        let _ = writeln!(out, "  {}", words.scrub_in_name());
    }
    for place in one.places.iter().filter(|_| !one.private) {
        let _ = writeln!(out, "  … {place} …");
    }
    out
}

/// What to tell of what is not erased, or may not be.
fn beside(words: Words, seen: &Scrubbed, done: bool) -> Vec<String> {
    let export = |path: &std::path::PathBuf| {
        if done {
            words.scrub_export_gone(&shown(path))
        } else {
            words.scrub_export_goes(&shown(path))
        }
    };
    let mut out: Vec<String> = seen.exports.iter().map(export).collect();
    let left = |(path, why): &(std::path::PathBuf, Stays)| words.scrub_stays(&shown(path), *why);
    out.extend(seen.left.iter().map(left));
    if !seen.unread.is_empty() {
        out.push(words.scrub_unread().to_owned());
        out.extend(seen.unread.iter().map(|problem| words.problem(problem)));
    }
    out
}
