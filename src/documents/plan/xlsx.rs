//! The plan as a workbook: dates that are dates, numbers that are numbers, a list of states to choose from, filters, a head
//! that stays and is repeated on paper (A4, landscape). The same plan on the same day gives the same bytes.

use super::table::{COLUMNS, Cell, head, row};
use crate::domain::action::Standing;
use crate::library::plan::Planned;
use crate::words::Words;
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook,
    Worksheet, XlsxError,
};

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
/// How many of them are printed.
const PRINTED: u16 = 9;
/// The column of the states, in that order.
const STATES: u16 = 4;
/// Columns that stay while one goes to the right: the date and the reference.
const STAYING: u16 = 2;
/// Rows below the plan that take a state from the list as well, for what is added by hand.
const SPARE: u32 = 200;
/// Most signs that a spreadsheet takes in one cell.
const CELL: usize = 32_767;
/// A4, in the numbers of the format.
const A4: u8 = 9;
/// Points of a line of text, and the highest row that the format takes.
const LINE: f64 = 15.0;
const HIGHEST: f64 = 405.0;
/// Days as they are written in French and in English.
const DAY: &str = "dd/mm/yyyy";
/// Who made it, as its properties say: once someone has saved it, they say someone else.
const WRITTEN_BY: &str = "crex";
/// The ground of the heads.
const HEAD: u32 = 0x00DD_E6F2;

/// The plan on the day `today`.
///
/// # Errors
///
/// What the library cannot write: a plan of more rows than a sheet has.
pub fn xlsx(words: Words, plan: &[&Planned], today: NaiveDate) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let properties = DocProperties::new()
        .set_title(words.plan_sheet())
        .set_author(WRITTEN_BY)
        .set_creation_datetime(&excel(today)?);
    book.set_properties(&properties);
    let sheet = book.add_worksheet();
    sheet.set_name(words.plan_sheet())?;
    let rows: Vec<[Cell; COLUMNS]> = plan.iter().map(|p| row(words, p, today)).collect();
    let last = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    fill(sheet, words, &rows)?;
    choices(sheet, words, last)?;
    print(sheet, words, last, today)?;
    book.save_to_buffer()
}

/// Heads, widths and cells.
fn fill(sheet: &mut Worksheet, words: Words, rows: &[[Cell; COLUMNS]]) -> Result<(), XlsxError> {
    let title = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color(HEAD)
        .set_border_bottom(FormatBorder::Thin);
    let line = || Format::new().set_border_bottom(FormatBorder::Hair);
    let body = line().set_text_wrap().set_align(FormatAlign::Top);
    let day = line()
        .set_num_format(DAY)
        .set_align(FormatAlign::Top)
        .set_align(FormatAlign::Left);
    let heads = head(words);
    for (at, row) in (1..).zip(rows) {
        // Not every program makes a row as high as its text.
        sheet.set_row_height(at, high(row))?;
    }
    for (col, (from, wide)) in (0..).zip(ORDER) {
        sheet.set_column_width(col, wide)?;
        sheet.write_string_with_format(0, col, heads[from], &title)?;
        for (at, row) in (1..).zip(rows) {
            match &row[from] {
                // Written as a text, whatever it begins with: nothing typed is ever a formula.
                Cell::Text(text) => sheet.write_string_with_format(at, col, cell(text), &body)?,
                Cell::Day(Some(date)) => match excel(*date) {
                    Ok(date) => sheet.write_datetime_with_format(at, col, &date, &day)?,
                    // A year that a spreadsheet does not know.
                    Err(_) => sheet.write_string_with_format(at, col, date.to_string(), &body)?,
                },
                Cell::Number(Some(n)) => sheet.write_number_with_format(at, col, *n, &body)?,
                Cell::Day(None) | Cell::Number(None) => sheet.write_blank(at, col, &body)?,
            };
        }
    }
    Ok(())
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

/// Filters, and a list to choose a state from.
fn choices(sheet: &mut Worksheet, words: Words, last: u32) -> Result<(), XlsxError> {
    let states: Vec<&str> = Standing::ALL.iter().map(|s| words.standing(*s)).collect();
    let list = DataValidation::new()
        .allow_list_strings(&states)?
        .set_error_title(words.plan_state())?
        .set_error_message(words.plan_choose_state())?;
    sheet.add_data_validation(1, STATES, last + SPARE, STATES, &list)?;
    let width = u16::try_from(COLUMNS).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last, width - 1)?;
    sheet.set_freeze_panes(1, STAYING)?;
    Ok(())
}

/// How it is printed.
fn print(
    sheet: &mut Worksheet,
    words: Words,
    last: u32,
    today: NaiveDate,
) -> Result<(), XlsxError> {
    sheet.set_paper_size(A4).set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_print_area(0, 0, last, PRINTED - 1)?;
    sheet.set_margins(0.4, 0.4, 0.7, 0.6, 0.3, 0.3);
    let day = words.date_long(today);
    sheet.set_header(format!("&L&B{}&R{day}", words.plan_sheet()));
    sheet.set_footer("&R&P / &N");
    Ok(())
}

fn excel(date: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(date.year()).unwrap_or_default();
    let part = |n: u32| u8::try_from(n).unwrap_or_default();
    ExcelDateTime::from_ymd(year, part(date.month()), part(date.day()))
}

/// A text as long as a cell can be.
fn cell(text: &str) -> String {
    text.chars().take(CELL).collect()
}
