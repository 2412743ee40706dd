//! `crex list`: the sessions of the workspace, newest first.

use super::{Context, Failure, Said, for_good, shown, table::table};
use crate::domain::analysis::AnalysisFile;
use crate::store::{Entry, Listing, SessionHead};
use crate::words::Words;
use chrono::Datelike;
use clap::ArgMatches;
use serde_json::{Value, json};
use std::borrow::Cow;
use std::path::Path;

pub fn run(context: &Context, matches: &ArgMatches) -> Result<Said, Failure> {
    let mut listing = context.reading()?.list();
    let words = context.words;
    let year = matches.get_one::<i32>("year").copied();
    if let Some(year) = year {
        // What cannot be read may be of any year.
        let of = |entry: &Entry| entry.state.as_ref().map_or(true, |h| h.date.year() == year);
        listing.sessions.retain(of);
        listing.simulations.retain(of);
    }
    let listing = for_good(listing);
    if matches.get_flag("json") {
        return Ok(Said {
            answer: super::output::json(&as_json(words, listing)),
            ..Said::default()
        });
    }
    let rows: Vec<[Cow<str>; 5]> = entries(listing).map(|e| row(words, e)).collect();
    let waiting = match year {
        Some(_) => String::new(),
        None => waiting(words, listing),
    };
    let mut messages: Vec<String> = entries(listing)
        .filter_map(|entry| entry.state.as_ref().err())
        .chain(&listing.problems)
        .map(|problem| words.problem(problem))
        .collect();
    let heads = entries(listing).filter_map(|entry| entry.state.as_ref().ok());
    if heads.into_iter().any(|head| listing.is_twin(head)) {
        messages.push(words.list_twins().to_owned());
    }
    if rows.is_empty() && waiting.is_empty() {
        messages.push(match year {
            Some(year) => words.list_none_in(year),
            None => words.list_none(&shown(&context.root()?)),
        });
        return Ok(Said {
            messages,
            ..Said::default()
        });
    }
    let head = [
        words.head_date(),
        words.head_title(),
        words.head_stage(),
        words.head_steps(),
        words.head_file(),
    ];
    let mut answer = String::new();
    if !rows.is_empty() {
        answer = table(head, &rows);
    }
    if !answer.is_empty() && !waiting.is_empty() {
        answer.push('\n');
    }
    Ok(Said {
        answer: answer + &waiting,
        messages,
        ..Said::default()
    })
}

/// The analyses that wait for a meeting, below the sessions; nothing when there is none.
fn waiting(words: Words, listing: &Listing) -> String {
    let row = |(path, file): (&Path, &AnalysisFile)| {
        let due = file.analysis.due.map(|due| words.date_short(due));
        [
            due.unwrap_or_default(),
            file.incident.report.heading().to_owned(),
            file.analysis.lead.to_string(),
            path.file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default(),
        ]
    };
    let rows: Vec<[String; 4]> = listing.pending().map(row).collect();
    if rows.is_empty() {
        return String::new();
    }
    let head = [
        words.head_due(),
        words.head_analysis(),
        words.head_lead(),
        words.head_file(),
    ];
    table(head, &rows)
}

fn entries(listing: &Listing) -> impl Iterator<Item = &Entry> {
    listing.sessions.iter().chain(&listing.simulations)
}

fn row(words: Words, entry: &Entry) -> [Cow<'_, str>; 5] {
    let file_name = Cow::from(&entry.file_name);
    let Ok(head) = &entry.state else {
        let damaged = words.list_damaged().into();
        return ["".into(), "".into(), damaged, "".into(), file_name];
    };
    let mut state = Cow::from(words.stage(head.stage));
    if head.simulation {
        state = format!("{state} ({})", words.list_simulation()).into();
    }
    [
        words.date_short(head.date).into(),
        head.title.filled().unwrap_or(words.list_untitled()).into(),
        state,
        format!("{}/{}", head.steps_visited, head.steps).into(),
        file_name,
    ]
}

fn as_json(words: Words, listing: &Listing) -> Value {
    let readable = entries(listing).filter_map(|e| e.state.as_ref().ok().map(|h| (e, h)));
    let sessions: Vec<Value> = readable
        .map(|(entry, head)| of_session(entry, head))
        .collect();
    let broken = entries(listing).filter_map(|e| e.state.as_ref().err().map(|p| (e, p)));
    let damaged: Vec<Value> = broken
        .map(|(entry, problem)| {
            json!({"path": shown(&entry.path), "problem": words.problem(problem)})
        })
        .collect();
    let analyses: Vec<Value> = listing
        .pending()
        .map(|(path, file)| {
            json!({
                "id": file.id,
                "path": shown(path),
                "title": file.incident.report.heading(),
                "lead": file.analysis.lead,
                "due": file.analysis.due,
            })
        })
        .collect();
    json!({"schema": 1, "sessions": sessions, "analyses": analyses, "damaged": damaged})
}

fn of_session(entry: &Entry, head: &SessionHead) -> Value {
    json!({
        "id": head.id,
        "path": shown(&entry.path),
        "date": head.date,
        "number": head.number,
        "title": head.title,
        "stage": head.stage,
        "sealed": head.sealed,
        "simulation": head.simulation,
        "steps_visited": head.steps_visited,
        "steps": head.steps,
    })
}
