//! The sheet of the plan: its columns and cells, its filters and choices, its page.

use super::super::table::{COLUMNS, Cell, head};
use super::strings::{Strings, escaped};
use super::{MAIN, ROWS, XML, column};
use crate::domain::action::Standing;
use crate::words::Words;
use chrono::{Datelike, NaiveDate};
use std::fmt::Write as _;

/// The columns in the order of the sheet, by their place in the table, with their widths in characters. Those that are
/// printed come first: what is expected of whom, until when, and how it will be seen.
const ORDER: [(usize, f64); COLUMNS] = [
    (0, 12.0),
    (2, 9.0),
    (5, 44.0),
    (6, 20.0),
    (7, 14.0),
    (9, 14.0),
    (12, 30.0),
    (14, 14.0),
    (15, 12.0),
    (1, 10.0),
    (16, 9.0),
    (11, 40.0),
    (13, 16.0),
    (10, 26.0),
    (8, 12.0),
    (3, 10.0),
    (4, 12.0),
    (17, 14.0),
    (18, 14.0),
    (19, 30.0),
    (20, 30.0),
    (21, 22.0),
];
/// The column of the states, in that order, from 1.
const STATES: usize = 5;
/// Rows below the plan that take a state from the list as well, for what is added by hand.
const SPARE: u32 = 200;
/// Most signs that a spreadsheet takes in one cell.
const CELL: usize = 32_767;
/// Points of a line of text, and the highest row that the format takes.
const LINE: f64 = 15.0;
const HIGHEST: f64 = 405.0;
/// What a spreadsheet adds to a width in characters for the edges of the cell.
const EDGES: f64 = 0.710_937_5;
/// The looks of cells, by their numbers among the styles.
const TITLE: u8 = 1;
const DAY: u8 = 2;
const BODY: u8 = 3;
/// A4, in the numbers of the format; as many pages high as it needs, one wide.
const PAGE: &str = "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.7\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>\
                    <pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/>";
/// The first row stays, and the first two columns: the date and the reference.
const STAYING: &str = "<pane xSplit=\"2\" ySplit=\"1\" topLeftCell=\"C2\" activePane=\"bottomRight\" state=\"frozen\"/>\
                       <selection pane=\"topRight\" activeCell=\"C1\" sqref=\"C1\"/>\
                       <selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/><selection pane=\"bottomRight\"/>";

/// The part; `last` is the number of its last row.
pub(super) fn sheet(
    words: Words,
    rows: &[[Cell; COLUMNS]],
    last: u32,
    today: NaiveDate,
    strings: &mut Strings,
) -> String {
    let all = format!("A1:{}{last}", column(COLUMNS));
    let mut out = format!(
        "{XML}<worksheet xmlns=\"{MAIN}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension ref=\"{all}\"/>\
         <sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\">{STAYING}</sheetView></sheetViews>\
         <sheetFormatPr defaultRowHeight=\"15\"/>"
    );
    widths(&mut out);
    out.push_str("<sheetData>");
    heads(&mut out, words, strings);
    for (at, row) in (2_u32..).zip(rows) {
        line(&mut out, at, row, strings);
    }
    let _ = write!(out, "</sheetData><autoFilter ref=\"{all}\"/>");
    choices(&mut out, words, last);
    out.push_str(PAGE);
    let (title, day) = (
        escaped(words.plan_sheet()),
        escaped(&words.date_long(today)),
    );
    let _ = write!(
        out,
        "<headerFooter><oddHeader>&amp;L&amp;B{title}&amp;R{day}</oddHeader>\
         <oddFooter>&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>"
    );
    out
}

fn widths(out: &mut String) {
    out.push_str("<cols>");
    for (n, (_, wide)) in (1..).zip(ORDER) {
        let wide = wide + EDGES;
        let _ = write!(
            out,
            "<col min=\"{n}\" max=\"{n}\" width=\"{wide}\" customWidth=\"1\"/>"
        );
    }
    out.push_str("</cols>");
}

fn heads(out: &mut String, words: Words, strings: &mut Strings) {
    let heads = head(words);
    out.push_str("<row r=\"1\">");
    for (n, (from, _)) in (1..).zip(ORDER) {
        let number = strings.number(heads[from]);
        let at = column(n);
        let _ = write!(
            out,
            "<c r=\"{at}1\" s=\"{TITLE}\" t=\"s\"><v>{number}</v></c>"
        );
    }
    out.push_str("</row>");
}

/// The row of an action.
fn line(out: &mut String, row: u32, cells: &[Cell; COLUMNS], strings: &mut Strings) {
    // Not every program makes a row as high as its text.
    let high = high(cells);
    let _ = write!(out, "<row r=\"{row}\" ht=\"{high}\" customHeight=\"1\">");
    for (n, (from, _)) in (1..).zip(ORDER) {
        let at = column(n);
        let mut cell = |style: u8, value: Option<String>, kind: &str| {
            let _ = match value {
                Some(value) => write!(
                    out,
                    "<c r=\"{at}{row}\" s=\"{style}\"{kind}><v>{value}</v></c>"
                ),
                None => write!(out, "<c r=\"{at}{row}\" s=\"{style}\"/>"),
            };
        };
        let mut string = |text: &str| {
            let text: String = text.chars().take(CELL).collect();
            (!text.is_empty()).then(|| strings.number(&text).to_string())
        };
        match &cells[from] {
            Cell::Text(text) => cell(BODY, string(text), " t=\"s\""),
            Cell::Number(n) => cell(BODY, n.map(|n| n.to_string()), ""),
            Cell::Day(None) => cell(BODY, None, ""),
            Cell::Day(Some(day)) => match serial(*day) {
                Some(serial) => cell(DAY, Some(serial.to_string()), ""),
                None => cell(BODY, string(&day.to_string()), " t=\"s\""),
            },
        }
    }
    out.push_str("</row>");
}

/// A day as a spreadsheet counts it; none for a year that it does not know.
fn serial(day: NaiveDate) -> Option<i64> {
    // Before March 1900 it counts a day that never was.
    let (first, zero) = (
        NaiveDate::from_ymd_opt(1900, 3, 1)?,
        NaiveDate::from_ymd_opt(1899, 12, 30)?,
    );
    (day >= first && day.year() <= 9999).then(|| (day - zero).num_days())
}

/// The height of a row: that of the cell with most lines.
fn high(row: &[Cell; COLUMNS]) -> f64 {
    let lines = ORDER.iter().map(|(from, wide)| match &row[*from] {
        Cell::Text(text) => {
            let of = |line: &str| (f64::from(count(line)) / (wide - 1.0)).ceil().max(1.0);
            text.split('\n').map(of).sum()
        }
        _ => 1.0,
    });
    (lines.fold(1.0, f64::max) * LINE).min(HIGHEST)
}

/// How many signs a line has.
fn count(line: &str) -> u32 {
    u32::try_from(line.chars().count()).unwrap_or(u32::MAX)
}

/// A list to choose a state from.
fn choices(out: &mut String, words: Words, last: u32) {
    let states: Vec<&str> = Standing::ALL.iter().map(|s| words.standing(*s)).collect();
    let states = escaped(&format!("\"{}\"", states.join(",")));
    let (title, message) = (
        escaped(words.plan_state()),
        escaped(words.plan_choose_state()),
    );
    let (at, last) = (column(STATES), last.saturating_add(SPARE).min(ROWS));
    let _ = write!(
        out,
        "<dataValidations count=\"1\"><dataValidation type=\"list\" allowBlank=\"1\" showInputMessage=\"1\" \
         showErrorMessage=\"1\" errorTitle=\"{title}\" error=\"{message}\" sqref=\"{at}2:{at}{last}\">\
         <formula1>{states}</formula1></dataValidation></dataValidations>"
    );
}
