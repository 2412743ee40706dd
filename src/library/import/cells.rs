//! From the cells of a line to a report. A value that is not understood where it must be keeps the line out; one that no list
//! has is kept in its own words.

use super::columns::Column;
use super::{Asked, Unlisted, Why, days};
use crate::content::{self, Entry};
use crate::domain::code::Code;
use crate::domain::incident::{Informed, Report, Said};
use crate::domain::moment::Moment;
use crate::domain::scales::Level;
use crate::domain::text::{MAX_BYTES, Text, fold};

/// What keeps a line out: the head of the column, what stands there, why.
pub type Out = (Option<String>, String, Why);

/// The report that the cells of a line make.
pub fn report(
    columns: &[Column],
    cells: &[String],
    asked: &Asked,
    unlisted: &mut Vec<Unlisted>,
) -> Result<Report, Out> {
    let mut report = Report::default();
    let mut hour = None;
    for (column, cell) in columns.iter().zip(cells) {
        let Some(field) = &column.field else {
            continue;
        };
        let out = |why| (Some(column.header.clone()), cell.clone(), why);
        if cell.len() > MAX_BYTES {
            return Err(out(Why::TooLong));
        }
        if cell.contains(char::REPLACEMENT_CHARACTER) {
            return Err(out(Why::Unread));
        }
        if cell.trim().is_empty() {
            continue;
        }
        let mut put = Put {
            report: &mut report,
            column,
            unlisted,
            asked,
        };
        match field.as_str() {
            "hour" => hour = Some(days::clock(cell).ok_or_else(|| out(Why::NoHour))?),
            field => put.cell(field, cell.trim()).map_err(out)?,
        }
    }
    if let (Moment::At(day, None), Some(hour)) = (&report.occurred, hour) {
        report.occurred = Moment::At(*day, Some(hour));
    }
    if report.title.is_blank() && report.facts.is_blank() {
        return Err((None, String::new(), Why::NoWords));
    }
    Ok(report)
}

struct Put<'a, 'b> {
    report: &'b mut Report,
    column: &'a Column,
    unlisted: &'b mut Vec<Unlisted>,
    asked: &'b Asked<'a>,
}

impl Put<'_, '_> {
    fn cell(&mut self, field: &str, cell: &str) -> Result<(), Why> {
        let lists = content::lists();
        let scales = self.asked.scales;
        let today = self.asked.today;
        match field {
            "reference" => self.report.reference = Text::line(cell),
            "title" => self.report.title = Text::line(cell),
            "place" => self.report.place = Text::line(cell),
            "reporter" => self.report.reporter = Text::line(cell),
            "facts" => self.report.facts = Text::new(cell),
            "consequences" => self.report.consequences = Text::new(cell),
            "measures" => self.report.measures = Text::new(cell),
            "causes" => self.report.immediate_causes = Text::new(cell),
            "proposals" => self.report.proposals = Text::new(cell),
            "occurred" => self.report.occurred = days::occurred(cell, today)?,
            "reported" => {
                self.report.reported = Some(days::on(cell, today)?);
                self.report.reported_told = true;
            }
            "severity" => self.report.severity = Some(level(cell, &scales.severity)?),
            "potential" => self.report.potential_severity = Some(level(cell, &scales.severity)?),
            "likelihood" => self.report.likelihood = Some(level(cell, &scales.likelihood)?),
            "avoidability" => self.report.avoidability = Some(level(cell, &scales.avoidability)?),
            "sector" => self.report.sector = self.code(cell, &lists.sectors),
            "stage" => self.report.stage = self.code(cell, &lists.stages),
            "nature" => self.report.nature = self.code(cell, &lists.natures),
            "person" => self.report.person = self.code(cell, &lists.persons),
            "age" => self.report.age = self.code(cell, &lists.ages),
            "sex" => self.report.sex = self.code(cell, &lists.sexes),
            "informed" => self.report.informed = self.informed(cell),
            "seen_before" => self.report.seen_before = self.said(cell),
            _ => {}
        }
        Ok(())
    }

    fn tell(&mut self, cell: &str, kept: bool) {
        self.unlisted.push(Unlisted {
            column: self.column.header.clone(),
            value: super::short(cell),
            kept,
            n: 1,
        });
    }

    /// The id of what a list calls so; what it does not know stays in its own words.
    fn code(&mut self, cell: &str, list: &[Entry]) -> Code {
        let wanted = fold(cell);
        let called = |entry: &&Entry| {
            let labels = [&entry.label.fr, &entry.label.en].into_iter();
            entry.id.as_str() == wanted || labels.flat_map(names).any(|name| name == wanted)
        };
        if let Some(entry) = list.iter().find(called) {
            return entry.id.clone();
        }
        self.tell(cell, true);
        Code::new(cell)
    }

    fn informed(&mut self, cell: &str) -> Informed {
        match answer(cell) {
            Some(true) => Informed::Yes,
            Some(false) => Informed::No,
            None if ["a faire", "to do"].contains(&fold(cell).as_str()) => Informed::ToDo,
            None => {
                self.tell(cell, false);
                Informed::Unknown
            }
        }
    }

    fn said(&mut self, cell: &str) -> Said {
        match answer(cell) {
            Some(true) => Said::Yes,
            Some(false) => Said::No,
            None => {
                self.tell(cell, false);
                Said::Unknown
            }
        }
    }
}

/// How an entry of a list may be called: by its label, by what stands before or in brackets, by each part between commas.
fn names(label: &Text) -> Vec<String> {
    let label = fold(label.as_str());
    let mut out = vec![label.clone()];
    let (bare, inside) = label.split_once('(').unwrap_or((&label, ""));
    out.push(bare.trim().to_owned());
    out.push(inside.trim_end_matches(')').trim().to_owned());
    out.extend(bare.split(',').map(|part| part.trim().to_owned()));
    out.retain(|name| !name.is_empty());
    out
}

/// Yes or no, as the first word says.
fn answer(cell: &str) -> Option<bool> {
    let cell = fold(cell);
    let first = cell.split(|c: char| !c.is_alphanumeric()).next();
    match first.unwrap_or_default() {
        "oui" | "o" | "yes" | "y" | "vrai" | "true" | "1" | "x" => Some(true),
        "non" | "n" | "no" | "faux" | "false" | "0" => Some(false),
        _ => None,
    }
}

/// A level of a scale: `3`, `3/5`, `3 - grave`, `G3`, or its label.
fn level(cell: &str, levels: &[Level]) -> Result<u8, Why> {
    let top = levels.iter().map(|level| level.n).max().unwrap_or(5);
    let folded = fold(cell);
    let labelled = levels.iter().find(|level| {
        [&level.label.fr, &level.label.en]
            .into_iter()
            .any(|label| !label.is_blank() && fold(label.as_str().trim()) == folded)
    });
    if let Some(level) = labelled {
        return Ok(level.n);
    }
    // A letter of the scale may stand before its number.
    let mut rest = folded.as_str();
    let letters = rest.chars().take_while(char::is_ascii_alphabetic).count();
    if letters == 1 {
        rest = &rest[1..];
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let behind = rest[digits..].trim_start();
    let clean = behind.is_empty() || behind.starts_with(['/', '-', '–', ':', '(', '=', '.', ',']);
    // `3,5` is between two levels, `3.0` is not.
    let tail = behind.strip_prefix(['.', ',']).unwrap_or_default();
    let between = tail.bytes().any(|b| b.is_ascii_digit() && b != b'0');
    let n: Option<u8> = rest[..digits].parse().ok();
    n.filter(|n| clean && !between && (1..=top).contains(n))
        .ok_or(Why::NoLevel(top))
}
