//! The parts of DOCX files and workbooks that no document changes.

/// The styles of a DOCX; `{lang}` is its language.
pub const DOCX_STYLES: &str = include_str!("docx/styles.xml");
/// How lists are marked.
pub const DOCX_NUMBERING: &str = include_str!("docx/numbering.xml");
/// What a word processor must know of the file.
pub const DOCX_SETTINGS: &str = include_str!("docx/settings.xml");
/// The colours and fonts of pictures.
pub const DOCX_THEME: &str = include_str!("docx/theme.xml");

/// The kinds of the parts of a workbook.
pub const XLSX_TYPES: &str = include_str!("xlsx/types.xml");
/// What its package leads to.
pub const XLSX_LINKS: &str = include_str!("xlsx/links.xml");
/// What the workbook leads to.
pub const XLSX_BOOK_LINKS: &str = include_str!("xlsx/book-links.xml");
/// How its cells look: that of heads is 1, of days 2, of the rest 3.
pub const XLSX_STYLES: &str = include_str!("xlsx/styles.xml");
