//! `crex retention`, `crex purge`: which sessions are older than they are to be kept, and their destruction.

use super::{Context, Failure, Said, shown};
use crate::domain::text::Text;
use crate::store::{self, Due, Old};
use crate::words::Words;
use chrono::{Datelike as _, Months, NaiveDate};
use clap::ArgMatches;
use std::fmt::Write as _;
use std::path::PathBuf;

/// What is old, and nothing more.
pub fn retention(context: &Context, matches: &ArgMatches) -> Result<Said, Failure> {
    let root = context.existing()?;
    let before = before(context, matches)?;
    let due = store::due(&context.disk()?, &root, before, true);
    Ok(Said {
        answer: told(context.words, before, &due),
        messages: unread(context.words, &due),
        failed: !due.unread.is_empty(),
        ..Said::default()
    })
}

/// Destroys what is old, once it is agreed.
pub fn purge(context: &Context, matches: &ArgMatches) -> Result<Said, Failure> {
    let words = context.words;
    let root = context.existing()?;
    let before = before(context, matches)?;
    let disk = context.disk()?;
    let due = store::due(&disk, &root, before, matches.get_flag("unsealed"));
    let seen = told(words, before, &due);
    let failed = !due.unread.is_empty();
    let mut messages = unread(words, &due);
    let said = |answer, messages, failed| Said {
        answer,
        messages,
        failed,
        ..Said::default()
    };
    if matches.get_flag("dry-run") || due.is_empty() {
        let beside = due.beside.len() + due.exports.len();
        messages.push(words.purge_tried(due.sessions.len(), beside));
        return Ok(said(seen, messages, failed));
    }
    if matches.get_flag("yes") || due.sessions.is_empty() {
        Context::tells(&seen);
    } else {
        match context.agrees(&seen, &words.purge_ask(due.sessions.len())) {
            Some(true) => {}
            Some(false) => return Err(Failure::Refused(words.not_done().to_owned())),
            None => {
                messages.push(words.scrub_needs_yes().to_owned());
                return Ok(said(seen, messages, true));
            }
        }
    }
    let reason = Text::line(&words.purge_why(&words.date_short(before)));
    let done = store::purge(&disk, &root, context.now, &due, &reason)?;
    messages.extend(done.stayed.iter().map(|problem| words.problem(problem)));
    if done.sessions > 0 {
        messages.push(words.scrub_beware().to_owned());
    }
    let answer = match (due.sessions.len(), done.stayed.len()) {
        (0, 0) => words.purge_ended().to_owned(),
        _ => words.purge_done(done.sessions, done.beside),
    };
    Ok(said(
        answer + "\n",
        messages,
        failed || !done.stayed.is_empty(),
    ))
}

/// Before which day a session is old: as asked, else as the team has it.
pub fn before(context: &Context, matches: &ArgMatches) -> Result<NaiveDate, Failure> {
    let today = context.now.date();
    let asked = matches.try_get_one::<i32>("before").ok().flatten();
    if let Some(first) = asked.and_then(|year| NaiveDate::from_ymd_opt(*year, 1, 1)) {
        if first.year() > today.year() {
            return Err(Failure::Usage(context.words.purge_ahead().to_owned()));
        }
        return Ok(first);
    }
    let given = matches.get_one::<u32>("years").copied();
    let years = if let Some(years) = given {
        years
    } else {
        let mut store = context.reading()?;
        store.look_at_team().doc.keep_years
    };
    let first = today.checked_sub_months(Months::new(years.saturating_mul(12)));
    let first = first.filter(|_| years > 0);
    first.ok_or_else(|| Failure::Usage(context.words.retention_unset().to_owned()))
}

/// What would be destroyed, whole, and what would stay.
pub fn told(words: Words, before: NaiveDate, due: &Due) -> String {
    let day = words.date_short(before);
    let old = |list: &[Old]| list.iter().map(|old| line(words, old)).collect();
    let files = |list: &[PathBuf]| list.iter().map(|path| shown(path)).collect();
    let mut out = String::new();
    let mut put = |head: String, lines: Vec<String>| {
        out.push_str(&(head + "\n"));
        for line in lines {
            let _ = writeln!(out, "  {line}");
        }
    };
    put(
        words.retention_due(&day, due.sessions.len()),
        old(&due.sessions),
    );
    let lists = [
        (words.purge_beside(due.beside.len()), files(&due.beside)),
        (words.purge_exports(due.exports.len()), files(&due.exports)),
        (words.purge_left().to_owned(), files(&due.left)),
        (words.purge_open().to_owned(), old(&due.open)),
        (words.purge_stay().to_owned(), old(&due.stay)),
    ];
    for (head, lines) in lists {
        if !lines.is_empty() {
            put(head, lines);
        }
    }
    if !due.copies.is_empty() {
        put(words.purge_copies(due.copies.len()), Vec::new());
    }
    if due.n_remains() > 0 {
        put(words.purge_remains(due.n_remains()), Vec::new());
    }
    out
}

fn line(words: Words, old: &Old) -> String {
    let number = (old.number > 0).then(|| words.crex_number(old.number));
    let title = old.title.filled().map(str::to_owned);
    let open = (!old.sealed).then(|| words.purge_unsealed().to_owned());
    let parts = [Some(words.date_short(old.date)), number, title, open];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

pub fn unread(words: Words, due: &Due) -> Vec<String> {
    let unread = due.unread.iter().map(|problem| words.problem(problem));
    let held = due.held && !due.sessions.is_empty();
    let held = held.then(|| words.purge_held().to_owned());
    unread.chain(held).collect()
}
