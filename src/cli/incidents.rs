//! `crex incidents`: the events that wait for a meeting.

mod import;

use super::{Context, Failure, Said, output, shown, table::table, text};
use crate::domain::SCHEMA;
use crate::domain::incident::{IncidentFile, Report};
use crate::domain::moment::{Moment, Told};
use crate::domain::text::Text;
use crate::store::{self, Found};
use crate::words::Words;
use clap::ArgMatches;
use serde_json::{Value, json};
use std::io::{self, Read as _};
use std::path::Path;
use uuid::Uuid;

/// Longest text read from standard input, in bytes; a text keeps less.
const MAX_INPUT: u64 = 1024 * 1024;

pub fn run(context: &Context, matches: &ArgMatches) -> Result<Said, Failure> {
    match matches.subcommand() {
        Some(("add", sub)) => add(context, sub),
        Some(("import", sub)) => import::run(context, sub),
        Some((_, sub)) => list(context, sub.get_flag("all"), sub.get_flag("json")),
        None => list(context, false, false),
    }
}

fn add(context: &Context, matches: &ArgMatches) -> Result<Said, Failure> {
    let facts = match text(matches, "facts") {
        "-" => read_input()?,
        facts => facts.to_owned(),
    };
    let level = |name| text(matches, name).parse().ok();
    let report = Report {
        title: Text::line(text(matches, "title")),
        facts: Text::new(facts.trim_end()),
        occurred: Moment::parse_told(
            text(matches, "occurred"),
            context.now.date(),
            Told::FromToday,
        ),
        reported: Some(context.now.date()),
        place: Text::line(text(matches, "place")),
        reporter: Text::line(text(matches, "reporter")),
        measures: Text::new(text(matches, "measures")),
        severity: level("severity"),
        potential_severity: level("potential"),
        likelihood: level("likelihood"),
        ..Report::default()
    };
    if report.title.is_blank() && report.facts.is_blank() {
        let said = context.words.wrong_blank_event().to_owned();
        return Err(Failure::Usage(said));
    }
    let mut store = context.store(&context.root()?)?;
    let file = IncidentFile {
        schema: SCHEMA,
        id: Uuid::new_v4(),
        report,
    };
    let opened = store.create(file, context.now)?;
    Ok(Said {
        answer: format!("{}\n", shown(&opened.path)),
        messages: vec![context.words.incident_added().to_owned()],
        ..Said::default()
    })
}

fn read_input() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let read = io::stdin().take(MAX_INPUT).read_to_end(&mut bytes);
    read.map_err(|error| store::disk_problem(Path::new("-"), &error))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Those that wait, or all; the damaged ones always, since nobody knows.
fn list(context: &Context, all: bool, as_json: bool) -> Result<Said, Failure> {
    let words = context.words;
    let mut listing = context.reading()?.list();
    let waiting: Vec<Uuid> = listing.waiting().map(|(_, file)| file.id).collect();
    let shows = |file: &IncidentFile| all || waiting.contains(&file.id);
    let mut incidents = std::mem::take(&mut listing.incidents);
    incidents.retain(|(_, doc)| doc.as_ref().map_or(true, shows));
    if as_json {
        return Ok(Said {
            answer: output::json(&to_json(words, &incidents)),
            ..Said::default()
        });
    }
    let problems = incidents.iter().filter_map(|(_, doc)| doc.as_ref().err());
    let problems = problems.chain(&listing.problems);
    let mut messages: Vec<String> = problems.map(|problem| words.problem(problem)).collect();
    if incidents.is_empty() {
        messages.push(words.list_no_incident().to_owned());
        return Ok(Said {
            messages,
            ..Said::default()
        });
    }
    let rows: Vec<[String; 4]> = incidents.iter().map(|found| row(words, found)).collect();
    let head = [
        words.head_date(),
        words.head_severity(),
        words.head_title(),
        words.head_file(),
    ];
    Ok(Said {
        answer: table(head, &rows),
        messages,
        ..Said::default()
    })
}

fn row(words: Words, (path, doc): &Found<IncidentFile>) -> [String; 4] {
    let file = path.file_name().unwrap_or_default();
    let file = file.to_string_lossy().into_owned();
    let Ok(doc) = doc else {
        let nothing = String::new;
        return [nothing(), nothing(), words.list_damaged().to_owned(), file];
    };
    let report = &doc.report;
    // The day it was reported; else when it happened, as it was told.
    let reported = report.reported.map(|day| words.date_short(day));
    let day = reported.unwrap_or_else(|| report.occurred.show(words.is_french()));
    let severity = report.severity.map(|n| n.to_string());
    let title = report.heading().to_owned();
    [day, severity.unwrap_or_default(), title, file]
}

fn to_json(words: Words, incidents: &[Found<IncidentFile>]) -> Value {
    let readable = incidents.iter().filter_map(|(path, doc)| {
        let doc = doc.as_ref().ok()?;
        Some(json!({"id": doc.id, "path": shown(path), "report": doc.report}))
    });
    let broken = incidents.iter().filter_map(|(path, doc)| {
        let problem = doc.as_ref().err()?;
        Some(json!({"path": shown(path), "problem": words.problem(problem)}))
    });
    let (readable, broken): (Vec<Value>, Vec<Value>) = (readable.collect(), broken.collect());
    json!({"schema": 1, "incidents": readable, "damaged": broken})
}
