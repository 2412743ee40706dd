//! Reported events from a file of a spreadsheet: bytes in, reports out, and of every line that cannot be taken which column
//! keeps it out and why. Nothing here writes anything, so that all can be told before it is done.

mod bytes;
mod cells;
mod columns;
mod days;
mod rows;

pub use columns::Column;

pub use crate::domain::import::{Encoding, Known, Unreadable, Why};

use crate::domain::code::Lang;
use crate::domain::incident::Report;
use crate::domain::scales::Scales;
use crate::domain::team::ColumnUse;
use crate::domain::text::fold;
use crate::guard;
use chrono::NaiveDate;
use rows::{Row, Torn};
use std::collections::HashMap;
use std::fmt::Write as _;

/// The head of the column that a file of refused lines begins with.
pub const WHY_HEAD: &str = "crex";

/// What the reading depends on beside the file.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// How columns were understood before, in this workspace.
    pub remembered: &'a [ColumnUse],
    /// What was asked for this once: a header or the number of a column, and a field; empty: leave it aside.
    pub map: &'a [(String, String)],
    /// The scales of the team.
    pub scales: &'a Scales,
    /// The language of the team.
    pub lang: Lang,
    /// Today: an event cannot have happened later.
    pub today: NaiveDate,
    /// The events that are there already.
    pub present: &'a Present,
    /// Whether identifiers are looked for.
    pub watch: bool,
}

/// The events that are there already, by their reference and by what they say: title, date and facts. Those of a file are kept
/// with their lines.
#[derive(Clone, Debug, Default)]
pub struct Present {
    /// By reference: the line of each, and what it says.
    references: HashMap<String, Vec<(usize, String)>>,
    /// By what is said: the line, and the reference if there is one.
    words: HashMap<String, (usize, Option<String>)>,
}

/// A line that is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its number in the file, from 1.
    pub line: usize,
    /// The line as it stands.
    pub raw: String,
    /// The head of the column, where it is one.
    pub column: Option<String>,
    /// What stands there, shortened.
    pub value: String,
    /// Why.
    pub why: Why,
}

/// A line that is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Its number in the file, from 1.
    pub line: usize,
    /// What it reports.
    pub report: Report,
    /// How many identifiers the wording guard sees in it.
    pub identifiers: usize,
}

/// A value that no list has: it is kept in its own words, or left out where nothing can keep it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unlisted {
    /// The head of the column.
    pub column: String,
    /// The value.
    pub value: String,
    /// Whether it is kept.
    pub kept: bool,
    /// In how many lines.
    pub n: usize,
}

/// What was read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// How the file is written.
    pub encoding: Encoding,
    /// What stands between its cells.
    pub separator: char,
    /// Its columns, in their order.
    pub columns: Vec<Column>,
    /// The first line, as it stands.
    pub head: String,
    /// The lines that are taken.
    pub taken: Vec<Taken>,
    /// The lines that are refused.
    pub refused: Vec<Refused>,
    /// The lines that are there already: in the workspace, or as the earlier line named.
    pub known: Vec<(usize, Option<usize>)>,
    /// The lines that end early; what is missing is empty.
    pub short: Vec<usize>,
    /// The values that no list has.
    pub unlisted: Vec<Unlisted>,
}

impl Present {
    /// Adds a report that is there.
    pub fn add(&mut self, report: &Report) {
        self.put(report, 0);
    }

    fn put(&mut self, report: &Report, line: usize) {
        let (reference, words) = (reference(report), says(report));
        if let Some(reference) = &reference {
            let of = self.references.entry(reference.clone()).or_default();
            of.push((line, words.clone()));
        }
        self.words.insert(words, (line, reference));
    }

    /// The line of the same event, and whether it says the same. Two references that differ are two events, whatever they say.
    fn find(&self, report: &Report) -> Option<(usize, bool)> {
        let (reference, words) = (reference(report), says(report));
        let named = reference.as_ref().and_then(|r| self.references.get(r));
        let named = named.and_then(|all| {
            let same = all.iter().find(|(_, said)| *said == words);
            let found = same.or_else(|| all.first())?;
            Some((found.0, same.is_some()))
        });
        named.or_else(|| {
            let (line, other) = self.words.get(&words)?;
            (reference.is_none() || other.is_none()).then_some((*line, true))
        })
    }
}

fn reference(report: &Report) -> Option<String> {
    let filled = report.reference.filled();
    filled.map(|reference| fold(reference.trim()))
}

/// What a report says: title, date and facts, without case or accents.
fn says(report: &Report) -> String {
    let text = |text: &str| fold(text.trim());
    let (title, facts) = (text(report.title.as_str()), text(report.facts.as_str()));
    format!("{title}\n{}\n{facts}", report.occurred.show(true))
}

/// Reads a file.
pub fn read(file: &[u8], asked: &Asked) -> Result<Reading, Unreadable> {
    let (text, encoding) = bytes::decode(file)?;
    let table = rows::table(&text).ok_or(Unreadable::Empty)?;
    let columns = columns::columns(&table.head, asked)?;
    let mut reading = Reading {
        encoding,
        separator: table.separator,
        columns,
        head: table.raw_head.clone(),
        taken: Vec::new(),
        refused: Vec::new(),
        known: Vec::new(),
        short: Vec::new(),
        unlisted: Vec::new(),
    };
    let mut seen = Present::default();
    for row in table.rows {
        reading.row(&row, asked, &mut seen);
    }
    Ok(reading)
}

/// The refused lines as a file to be mended: as they stand, each with its reason before it.
pub fn refused_file(reading: &Reading, why: impl Fn(&Refused) -> String) -> String {
    let separator = reading.separator;
    let mut out = format!("\u{feff}{WHY_HEAD}{separator}{}\r\n", reading.head);
    for refused in &reading.refused {
        let why = why(refused).replace('"', "''").replace('\n', " ");
        let raw = refused.raw.replace('\n', "\r\n");
        // Writing into a string cannot fail.
        let _ = write!(out, "\"{why}\"{separator}{raw}\r\n");
    }
    out
}

impl Reading {
    /// The columns that are understood, for next time.
    pub fn uses(&self) -> Vec<ColumnUse> {
        let named = self.columns.iter().filter(|c| c.known != Known::Nowhere);
        let mut uses: Vec<ColumnUse> = named
            .map(|column| ColumnUse {
                header: column.header.as_str().into(),
                field: column.field.clone().unwrap_or_default(),
            })
            .collect();
        uses.retain(|used| !used.header.is_blank());
        uses
    }

    /// The lines in which the wording guard sees identifiers, and how many in all.
    pub fn identifiers(&self) -> (Vec<usize>, usize) {
        let told = self.taken.iter().filter(|taken| taken.identifiers > 0);
        let n = told.clone().map(|taken| taken.identifiers).sum();
        (told.map(|taken| taken.line).collect(), n)
    }

    fn row(&mut self, row: &Row, asked: &Asked, seen: &mut Present) {
        let wide = self.columns.len();
        let refuse = |row: &Row, column: Option<String>, value: &str, why| Refused {
            line: row.line,
            raw: row.raw.clone(),
            column,
            value: short(value),
            why,
        };
        let cells = match &row.cells {
            Ok(cells) => cells,
            Err(torn) => {
                let why = match torn {
                    Torn::Unclosed => Why::Unclosed,
                    Torn::AfterQuote => Why::AfterQuote,
                };
                self.refused.push(refuse(row, None, &row.raw, why));
                return;
            }
        };
        if cells.iter().skip(wide).any(|cell| !cell.trim().is_empty()) {
            let why = Why::Cells(cells.len(), wide);
            self.refused.push(refuse(row, None, &row.raw, why));
            return;
        }
        let mut unlisted = Vec::new();
        let report = match cells::report(&self.columns, cells, asked, &mut unlisted) {
            Ok(report) => report,
            Err((column, value, why)) => {
                self.refused.push(refuse(row, column, &value, why));
                return;
            }
        };
        let (there, earlier) = (asked.present.find(&report), seen.find(&report));
        let why = match (there, earlier) {
            (Some((_, true)), _) => return self.known.push((row.line, None)),
            (_, Some((line, true))) => return self.known.push((row.line, Some(line))),
            (Some((_, false)), _) => Some(Why::ReferenceThere),
            (None, Some((line, false))) => Some(Why::SameReference(line)),
            (None, None) => None,
        };
        if let Some(why) = why {
            let column = self.header_of("reference");
            let reference = report.reference.to_string();
            return self.refused.push(refuse(row, column, &reference, why));
        }
        seen.put(&report, row.line);
        if cells.len() < wide {
            self.short.push(row.line);
        }
        for one in unlisted {
            self.note(one);
        }
        self.taken.push(Taken {
            line: row.line,
            identifiers: identifiers(&report, asked),
            report,
        });
    }

    fn header_of(&self, field: &str) -> Option<String> {
        let mut columns = self.columns.iter();
        let found = columns.find(|c| c.field.as_ref().is_some_and(|f| f.as_str() == field));
        found.map(|column| column.header.clone())
    }

    fn note(&mut self, one: Unlisted) {
        let same = |other: &&mut Unlisted| other.column == one.column && other.value == one.value;
        match self.unlisted.iter_mut().find(same) {
            Some(other) => other.n += 1,
            None => self.unlisted.push(one),
        }
    }
}

/// The beginning of a value, to be shown.
fn short(value: &str) -> String {
    const MOST: usize = 40;
    let line = value.trim().replace('\n', " ");
    if line.chars().count() <= MOST {
        return line;
    }
    let cut: String = line.chars().take(MOST - 1).collect();
    format!("{}…", cut.trim_end())
}

/// How many identifiers the wording guard sees in a report.
fn identifiers(report: &Report, asked: &Asked) -> usize {
    if !asked.watch {
        return 0;
    }
    let texts = [
        &report.reference,
        &report.title,
        &report.facts,
        &report.place,
        &report.reporter,
        &report.consequences,
        &report.measures,
        &report.immediate_causes,
        &report.proposals,
    ];
    let found = texts.into_iter().flat_map(|text| {
        guard::remarks(text.as_str(), guard::Field::Other, asked.lang).into_iter()
    });
    found
        .filter(|remark| matches!(remark.kind, guard::Kind::Identifier(_)))
        .count()
}

#[cfg(test)]
mod tests;
