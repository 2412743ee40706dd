//! The plan as a workbook: dates that are dates, numbers that are numbers, a list of states to choose from, filters, a head
//! that stays and is repeated on paper (A4, landscape). The same plan on the same day gives the same bytes. Every text is a
//! string of the workbook, whatever it begins with: nothing typed is ever a formula.

mod sheet;
mod strings;

use super::table::{COLUMNS, Cell, row};
use crate::content;
use crate::documents::package::{Part, packed};
use crate::library::plan::Planned;
use crate::words::Words;
use chrono::NaiveDate;
use strings::{Strings, escaped};

/// How every part begins.
const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The names of the elements.
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// Rows that a sheet can have.
const ROWS: u32 = 1_048_576;
/// How many columns are printed: they come first.
const PRINTED: usize = 9;

/// The plan on the day `today`; none when it has more rows than a sheet.
pub fn xlsx(words: Words, plan: &[&Planned], today: NaiveDate) -> Option<Vec<u8>> {
    let rows: Vec<[Cell; COLUMNS]> = plan.iter().map(|p| row(words, p, today)).collect();
    let last = u32::try_from(rows.len()).ok()?.saturating_add(1);
    if last > ROWS {
        return None;
    }
    let mut strings = Strings::default();
    let sheet = sheet::sheet(words, &rows, last, today, &mut strings);
    let shipped = |text: &str| text.to_owned();
    let parts = [
        ("[Content_Types].xml", shipped(content::XLSX_TYPES)),
        ("_rels/.rels", shipped(content::XLSX_LINKS)),
        ("docProps/app.xml", app()),
        ("docProps/core.xml", core(words, today)),
        ("xl/workbook.xml", book(words, last)),
        (
            "xl/_rels/workbook.xml.rels",
            shipped(content::XLSX_BOOK_LINKS),
        ),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", strings.part()),
        ("xl/styles.xml", shipped(content::XLSX_STYLES)),
    ];
    let part = |(name, text): (&str, String)| (name.to_owned(), text.into_bytes(), true);
    packed(&parts.map(part) as &[Part]).ok()
}

fn app() -> String {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    format!("{XML}<Properties xmlns=\"{kind}\"><Application>crex</Application></Properties>")
}

/// The title, the day, and who made it: once someone has saved it, they say someone else.
fn core(words: Words, today: NaiveDate) -> String {
    let title = escaped(words.plan_sheet());
    let day = today.format("%Y-%m-%dT00:00:00Z");
    let package = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    format!(
        "{XML}<cp:coreProperties xmlns:cp=\"{package}\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{title}</dc:title><dc:creator>crex</dc:creator><cp:lastModifiedBy>crex</cp:lastModifiedBy>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:modified></cp:coreProperties>"
    )
}

/// The workbook: its one sheet, what is filtered, what is printed and what is repeated on each page.
fn book(words: Words, last: u32) -> String {
    let title = escaped(words.plan_sheet());
    let named = escaped(&format!("'{}'", words.plan_sheet().replace('\'', "''")));
    let (filtered, printed) = (column(COLUMNS), column(PRINTED));
    format!(
        "{XML}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{R}\"><bookViews><workbookView/></bookViews>\
         <sheets><sheet name=\"{title}\" sheetId=\"1\" r:id=\"rId1\"/></sheets><definedNames>\
         <definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">{named}!$A$1:${filtered}${last}</definedName>\
         <definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">{named}!$A$1:${printed}${last}</definedName>\
         <definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">{named}!$1:$1</definedName>\
         </definedNames></workbook>"
    )
}

/// The letter of a column, from 1; the plan has fewer than there are letters.
fn column(n: usize) -> char {
    ('A'..='Z').nth(n.saturating_sub(1)).unwrap_or('Z')
}

#[cfg(test)]
mod tests;
