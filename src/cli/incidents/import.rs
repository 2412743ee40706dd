//! `crex incidents import FILE.csv`: events from a spreadsheet or a reporting system. All is told before anything is written;
//! what cannot be taken is named line by line.

use super::super::{Context, Failure, Said, output, shown, table::table, text, unwatched_in};
use crate::content;
use crate::domain::SCHEMA;
use crate::domain::incident::{IncidentFile, Report};
use crate::domain::order::Order;
use crate::domain::parts::Parts;
use crate::domain::problem::Problem;
use crate::domain::scales::Scales;
use crate::domain::team::{ColumnUse, Team};
use crate::domain::text::Text;
use crate::domain::wording::Watch;
use crate::library::import::{self, Asked, Present, Reading, Refused};
use crate::store::{self, Access, Opened, Store};
use crate::words::Words;
use clap::ArgMatches;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use uuid::Uuid;

/// Most lines named in one sentence.
const NAMED: usize = 12;
/// How long the disk may take to keep the columns.
const PATIENCE: Duration = Duration::from_secs(5);

pub fn run(context: &Context, matches: &ArgMatches) -> Result<Said, Failure> {
    let words = context.words;
    let map = mapping(words, matches)?;
    let path = PathBuf::from(text(matches, "file"));
    let aside = aside(words, matches, &path)?;
    let bytes = store::read_bytes(&*context.disk()?, &path)?;
    let dry = matches.get_flag("dry-run");
    let mut store = if dry {
        Store::look_on(context.disk()?, &context.root()?, context.now)?
    } else {
        context.store(&context.root()?)?
    };
    let team = store.team(context.now)?;
    let asked = Asked {
        remembered: &team.doc.import,
        map: &map,
        scales: scales(&team.doc),
        lang: team.doc.lang,
        today: context.now.date(),
        present: &present(&store),
        watch: !unwatched_in(store.disk(), store.root()).contains(&Watch::Identifiers),
    };
    let reading = import::read(&bytes, &asked).map_err(|why| {
        let fields = fields(words);
        Failure::Refused(words.import_unreadable(&shown(&path), &why, &fields))
    })?;
    let mut said = told(words, &reading);
    let refused = reading.refused.len();
    said.failed = refused > 0;
    let aside = aside.filter(|_| refused > 0);
    let rest = import::refused_file(&reading, |refused| why(words, refused)).into_bytes();
    aside.map_or(Ok(()), |aside| output::refuse(context, aside, &rest))?;
    if dry {
        let n = reading.taken.len();
        said.messages.push(words.import_would(n, refused));
        return Ok(said);
    }
    if !reading.identifiers().0.is_empty() && !matches.get_flag("anyway") {
        said.messages.push(words.import_held().to_owned());
        said.failed = true;
        return Ok(said);
    }
    if write(context, &mut store, &team, &reading, &mut said) {
        match aside {
            Some(aside) => write_refused(context, aside, &rest, &mut said),
            None if refused > 0 => said.messages.push(words.import_again().to_owned()),
            None => {}
        }
    }
    Ok(said)
}

/// Where the refused lines go, if they are asked for: anywhere but over the file that is read, whose lines were mended by hand.
fn aside<'a>(
    words: Words,
    matches: &'a ArgMatches,
    read: &Path,
) -> Result<Option<&'a Path>, Failure> {
    let aside = matches.get_one::<PathBuf>("refused").map(PathBuf::as_path);
    let whole = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    match aside.filter(|aside| whole(aside) == whole(read)) {
        Some(same) => Err(Failure::Refused(words.import_onto_itself(&shown(same)))),
        None => Ok(aside),
    }
}

/// What was said of columns: `Objet=titre`.
fn mapping(words: Words, matches: &ArgMatches) -> Result<Vec<(String, String)>, Failure> {
    let all = matches.get_many::<String>("map").unwrap_or_default();
    let pair = |said: &String| {
        let (column, field) = said.rsplit_once('=')?;
        Some((column.trim().to_owned(), field.trim().to_owned()))
    };
    all.map(|said| {
        pair(said).ok_or_else(|| Failure::Usage(words.wrong_map(Text::line(said).as_str())))
    })
    .collect()
}

fn scales(team: &Team) -> &Scales {
    let shipped = || content::scales_by_id(&content::default_scales_for(&team.sector));
    team.scales.as_ref().unwrap_or_else(shipped)
}

/// All that a column can hold.
fn fields(words: Words) -> String {
    let labels = content::import_columns().iter();
    let labels: Vec<&str> = labels.map(|c| c.label.get(words.0)).collect();
    labels.join(", ")
}

/// The events that wait in the workspace, and those that its real sessions heard: what a simulation plays is no event.
fn present(store: &Store) -> Present {
    let mut present = Present::default();
    let listing = store.list();
    let waiting = listing.incidents.iter().filter_map(|f| f.1.as_ref().ok());
    waiting.for_each(|file| present.add(&file.report));
    let heard = store.survey(|session| {
        let played = session.kind.is_simulation();
        let heard = session.incidents.iter().filter(|_| !played);
        let reports = heard.map(|i| i.report.clone());
        reports.collect::<Vec<Report>>()
    });
    let heard = heard.sessions.into_iter().filter_map(|found| found.1.ok());
    heard.flatten().for_each(|report| present.add(&report));
    present
}

/// What was understood, and what was not.
fn told(words: Words, reading: &Reading) -> Said {
    let encoding = words.import_encoding(reading.encoding);
    let separator = words.import_separator(reading.separator);
    let mut answer = words.import_file(encoding, &separator) + "\n\n";
    let rows: Vec<[String; 3]> = reading.columns.iter().map(|c| column(words, c)).collect();
    let head = [words.import_column(), words.import_field(), ""];
    answer.push_str(&table(head, &rows));
    if !reading.refused.is_empty() {
        answer.push('\n');
    }
    for refused in &reading.refused {
        answer.push_str(&why(words, refused));
        answer.push('\n');
    }
    Said {
        answer,
        messages: remarks(words, reading),
        ..Said::default()
    }
}

fn column(words: Words, column: &import::Column) -> [String; 3] {
    let all = content::import_columns().iter();
    let mut found = all.filter(|c| Some(&c.id) == column.field.as_ref());
    let label = found.next().map(|c| c.label.get(words.0));
    [
        column.header.clone(),
        label.unwrap_or(words.import_aside()).to_owned(),
        words.import_known_by(column.known).to_owned(),
    ]
}

fn why(words: Words, refused: &Refused) -> String {
    let column = refused.column.as_deref();
    let column = column.map(|column| (column, refused.value.as_str()));
    words.import_refused(refused.line, column, &refused.why)
}

/// What is taken in another way than it stands, or not again.
fn remarks(words: Words, reading: &Reading) -> Vec<String> {
    let mut out = Vec::new();
    for one in &reading.unlisted {
        out.push(if one.kept {
            words.import_unlisted(&one.column, &one.value, one.n)
        } else {
            words.import_dropped(&one.column, &one.value, one.n)
        });
    }
    let mut lines = |lines: Vec<usize>, said: &dyn Fn(usize, &str) -> String| {
        if !lines.is_empty() {
            out.push(said(lines.len(), &listed(words, &lines)));
        }
    };
    lines(reading.short.clone(), &|n, which| {
        words.import_short(n, which)
    });
    let known = reading.known.iter().filter(|(_, of)| of.is_none());
    let known = known.map(|(line, _)| *line).collect();
    lines(known, &|n, which| words.import_known(n, which));
    let twice = reading.known.iter().filter(|(_, of)| of.is_some());
    let twice = twice.map(|(line, _)| *line).collect();
    lines(twice, &|n, which| words.import_twice(n, which));
    let (telling, n) = reading.identifiers();
    lines(telling, &|lines, which| {
        words.import_telling(n, lines, which)
    });
    out
}

/// Lines by their numbers, the first ones named.
fn listed(words: Words, lines: &[usize]) -> String {
    let named = lines.iter().take(NAMED).map(usize::to_string);
    let named = named.collect::<Vec<_>>().join(", ");
    match lines.len().saturating_sub(NAMED) {
        0 => named,
        n => words.import_and_more(&named, n),
    }
}

/// Writes the refused lines; the events are there already, so that a failure is only told.
fn write_refused(context: &Context, path: &Path, rest: &[u8], said: &mut Said) {
    let words = context.words;
    said.messages
        .push(match output::write(context, path, rest) {
            Ok(()) => words.import_refused_written(&shown(path)),
            Err(failure) => failure.sentence(words),
        });
}

/// Writes the events one by one, each whole or not at all, and keeps how the columns were understood; says whether all the events
/// are there.
fn write(
    context: &Context,
    store: &mut Store,
    team: &Opened<Team>,
    reading: &Reading,
    said: &mut Said,
) -> bool {
    let words = context.words;
    let file = |taken: &import::Taken| IncidentFile {
        schema: SCHEMA,
        id: Uuid::new_v4(),
        report: taken.report.clone(),
    };
    let files: Vec<IncidentFile> = reading.taken.iter().map(file).collect();
    if let (n, Err(problem)) = store.add_all(&files, context.now) {
        let why = words.problem(&problem);
        said.messages.push(words.import_stopped(n, &why));
        said.failed = true;
        return false;
    }
    let (n, refused) = (reading.taken.len(), reading.refused.len());
    said.messages.push(words.import_done(n, refused));
    if let Err(why) = remember(words, store, team, &reading.uses()) {
        said.messages.push(words.import_map_unkept(&why));
    }
    true
}

/// Keeps how the columns were understood with the team: the next file of the same form is read in the same way.
fn remember(
    words: Words,
    store: &mut Store,
    team: &Opened<Team>,
    uses: &[ColumnUse],
) -> Result<(), String> {
    if let Access::Read(why) = &team.access {
        return Err(words.why(why));
    }
    let mut after = team.doc.clone();
    let other = |used: &ColumnUse| uses.iter().all(|new| new.header != used.header);
    after.import.retain(other);
    after.import.extend(uses.iter().cloned());
    after.import.order_by(|a, b| a.header.cmp(&b.header));
    let told = |problem: Problem| words.problem(&problem);
    let changes = team.doc.diff(&after);
    if changes.is_empty() {
        return Ok(());
    }
    store.record(team.handle, &changes).map_err(told)?;
    store.save(team.handle, &after, 1);
    store.flush(PATIENCE);
    Ok(())
}
