//! What can be said of a file of reported events that a spreadsheet wrote: how it is written, how its columns are known, what
//! keeps it or one of its lines out.

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, with a mark.
    Utf16,
    /// Windows-1252.
    Windows1252,
    /// UTF-8 with bytes that are none: they are shown as a sign of their own.
    Mixed,
}

/// How a column came to be understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// It was asked for.
    Asked,
    /// It was so before, in this workspace.
    Remembered,
    /// Its header says it.
    Guessed,
    /// Nobody knows what it holds: it is left aside.
    Nowhere,
}

/// Why the file as a whole cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// There is nothing in it.
    Empty,
    /// It is a workbook and no text.
    Workbook,
    /// It is no text.
    NoText,
    /// No column holds a title or facts: the headers found.
    NoTitle(Vec<String>),
    /// A column that was named is not there: the headers found.
    NoColumn(String, Vec<String>),
    /// A field that was named is none.
    NoField(String),
}

/// Why a line is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// A quote is opened and never closed.
    Unclosed,
    /// Something follows a closing quote.
    AfterQuote,
    /// It has more cells than there are columns: how many, of how many.
    Cells(usize, usize),
    /// It has neither title nor facts.
    NoWords,
    /// It is no day.
    NoDay,
    /// It is a day without its year.
    NoYear,
    /// It is a day that has not come yet.
    Ahead,
    /// It is no hour.
    NoHour,
    /// It is no level from 1 to this one.
    NoLevel(u8),
    /// It is longer than a text may be.
    TooLong,
    /// It holds signs that could not be read.
    Unread,
    /// Another line has the same reference and says something else: which.
    SameReference(usize),
    /// An event of the workspace has the same reference and says something else.
    ReferenceThere,
}
