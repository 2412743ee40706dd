//! The plan for a spreadsheet: what a French Excel opens by a double click. Semicolons, the mark that says UTF-8, lines ended
//! as Windows does; dates as year-month-day, which Excel takes for dates in every language while 03/04 is two days.

use super::table::{Cell, head, row};
use crate::library::plan::Planned;
use crate::words::Words;
use chrono::NaiveDate;

/// Says that what follows is UTF-8; without it Excel reads accents wrongly.
const MARK: char = '\u{feff}';

/// The plan as a table, a line an action, on the day `today`.
pub fn csv(words: Words, plan: &[&Planned], today: NaiveDate) -> String {
    let mut out = String::from(MARK);
    out.push_str(&line(head(words).iter().map(ToString::to_string)));
    for planned in plan {
        out.push_str(&line(row(words, planned, today).into_iter().map(written)));
    }
    out
}

/// What a cell says in a file of text.
fn written(cell: Cell) -> String {
    match cell {
        Cell::Text(text) => text,
        Cell::Day(day) => day.map(|d| d.to_string()).unwrap_or_default(),
        Cell::Number(n) => n.map(|n| n.to_string()).unwrap_or_default(),
    }
}

pub(in crate::documents) fn line(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.map(|cell| quoted(&guarded(&cell))).collect();
    cells.join(";") + "\r\n"
}

/// A cell that a spreadsheet would run as a formula is made a text by an apostrophe; signs of full width do the same there.
fn guarded(cell: &str) -> String {
    let signs = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    // Some programs leave out the spaces before a sign.
    if cell.starts_with(signs) || cell.trim_start().starts_with(signs) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains([';', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}
