//! `crex scrub WORD`: a name typed by mistake goes from everywhere.

use super::{Context, Failure, Said, shown};
use crate::domain::erasure::Word;
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
    let mut seen = store::look_for_word(&disk, &root, context.now, &asked);
    let told = told(words, &root, &asked, &seen);
    if matches.get_flag("dry-run") {
        let messages = beside(words, &asked, &seen, false);
        return Ok(said(told, messages, &seen));
    }
    // What is beside the documents goes also where they do not hold the word any more: a run that was killed is finished so.
    if !seen.is_empty() && !matches.get_flag("yes") {
        let question = words.scrub_ask(seen.n_places(), seen.seen.len());
        match context.agrees(&told, &question) {
            Some(true) => {}
            Some(false) => return Err(Failure::Refused(words.not_done().to_owned())),
            None => {
                let mut messages = beside(words, &asked, &seen, false);
                messages.push(words.scrub_needs_yes().to_owned());
                return Ok(Said {
                    failed: true,
                    ..said(told, messages, &seen)
                });
            }
        }
    }
    seen = store::scrub(&disk, &root, context.now, &asked)?;
    let done = if seen.is_empty() {
        words.scrub_nowhere().to_owned()
    } else {
        words.scrub_done(seen.n_places(), seen.seen.len())
    };
    let mut messages = beside(words, &asked, &seen, true);
    if !seen.is_empty() {
        messages.push(words.scrub_beware().to_owned());
    }
    Ok(said(done + "\n", messages, &seen))
}

fn said(answer: String, messages: Vec<String>, seen: &Scrubbed) -> Said {
    Said {
        answer,
        messages,
        failed: !seen.unread.is_empty(),
        ..Said::default()
    }
}

fn asked(words: Words, matches: &ArgMatches) -> Result<Asked, Failure> {
    let all = matches.get_many::<String>("word").into_iter().flatten();
    let all: Vec<&str> = all.map(String::as_str).collect();
    let word = Word::new(&all.join(" "));
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

/// Where the word stands, file by file; the word itself is not repeated.
fn told(words: Words, root: &Path, asked: &Asked, seen: &Scrubbed) -> String {
    if seen.is_empty() {
        return words.scrub_nowhere().to_owned() + "\n";
    }
    let mut out = String::new();
    for one in &seen.seen {
        out.push_str(&in_file(words, root, asked, one));
    }
    if seen.copies > 0 {
        out.push_str(&words.scrub_copies(seen.copies));
        out.push('\n');
    }
    out
}

fn in_file(words: Words, root: &Path, asked: &Asked, one: &Seen) -> String {
    let path = shown(one.path.strip_prefix(root).unwrap_or(&one.path));
    let path = asked.word.erased_name(&path, "••••").unwrap_or(path);
    let n = one.places.len() + usize::from(one.named);
    let mut out = words.scrub_in(&path, n, one.sealed) + "\n";
    if one.named {
        let _ = writeln!(out, "  {}", words.scrub_in_name());
    }
    for place in &one.places {
        let _ = writeln!(out, "  … {place} …");
    }
    out
}

/// What to tell of what is not erased, or may not be.
fn beside(words: Words, asked: &Asked, seen: &Scrubbed, done: bool) -> Vec<String> {
    let export = |path: &std::path::PathBuf| {
        if done && asked.exports {
            words.scrub_export_gone(&shown(path))
        } else {
            words.scrub_export(&shown(path))
        }
    };
    let mut out: Vec<String> = seen.exports.iter().map(export).collect();
    out.extend(
        seen.others
            .iter()
            .map(|path| words.scrub_other(&shown(path))),
    );
    if !seen.unread.is_empty() {
        out.push(words.scrub_unread().to_owned());
        out.extend(seen.unread.iter().map(|problem| words.problem(problem)));
    }
    out
}
