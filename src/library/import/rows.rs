//! From the text of a file to its lines and cells. Strict where the usual readers are not: a quote that is never closed, or
//! closed too early, spoils its own line and no other, so that no two events become one without a word.

/// Why a line has no cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Torn {
    /// A quote is opened and never closed.
    Unclosed,
    /// Something follows a closing quote.
    AfterQuote,
}

/// A line: of several lines of text where a quoted cell has line breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The number of its first line of text, from 1.
    pub line: usize,
    /// As it stands.
    pub raw: String,
    /// Its cells.
    pub cells: Result<Vec<String>, Torn>,
}

/// The lines of a file.
#[derive(Clone, Debug)]
pub struct Table {
    /// What stands between the cells.
    pub separator: char,
    /// The heads of the columns.
    pub head: Vec<String>,
    /// The same, as they stand.
    pub raw_head: String,
    /// The lines behind, without the empty ones.
    pub rows: Vec<Row>,
}

/// The lines of a text whose line breaks are `\n`; nothing where no head can be read.
pub fn table(text: &str) -> Option<Table> {
    let mut at = Place {
        text,
        at: 0,
        line: 1,
    };
    // Excel is told by some programs what stands between the cells.
    let told = text.lines().next().and_then(|first| {
        let sign = first.trim_end().strip_prefix("sep=")?;
        sign.chars().next().or(Some('\t'))
    });
    if told.is_some() {
        at.skip_line();
    }
    while at.rest().starts_with('\n') {
        at.skip_line();
    }
    let separator = told.unwrap_or_else(|| guess(at.rest()));
    let head = at.row(separator, None)?;
    let cells = head.cells.ok()?;
    let wide = cells.len();
    let mut rows = Vec::new();
    while let Some(row) = at.row(separator, Some(wide)) {
        let blank = |cells: &Vec<String>| cells.iter().all(|cell| cell.trim().is_empty());
        if !row.cells.as_ref().is_ok_and(blank) {
            rows.push(row);
        }
    }
    Some(Table {
        separator,
        head: cells,
        raw_head: head.raw,
        rows,
    })
}

/// What stands most often between the cells of the first line, outside quotes; a semicolon where nothing does.
fn guess(text: &str) -> char {
    let mut counts = [(';', 0_usize), ('\t', 0), (',', 0)];
    let mut quoted = false;
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            '\n' if !quoted => break,
            c if !quoted => {
                for (sign, n) in &mut counts {
                    *n += usize::from(*sign == c);
                }
            }
            _ => {}
        }
    }
    // Of two that are met as often, the first.
    let most = counts.iter().rev().max_by_key(|(_, n)| *n);
    most.map_or(';', |(sign, _)| *sign)
}

struct Place<'t> {
    text: &'t str,
    at: usize,
    line: usize,
}

impl<'t> Place<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn skip_line(&mut self) {
        let end = self
            .rest()
            .find('\n')
            .map_or(self.rest().len(), |at| at + 1);
        self.skip(end);
    }

    fn skip(&mut self, bytes: usize) {
        let passed = &self.text[self.at..self.at + bytes];
        self.line += passed.matches('\n').count();
        self.at += bytes;
    }

    /// The next line, of at most `wide` cells; nothing at the end.
    fn row(&mut self, separator: char, wide: Option<usize>) -> Option<Row> {
        let rest = self.rest();
        if rest.is_empty() {
            return None;
        }
        let line = self.line;
        let (cells, end) = match cells(rest, separator) {
            (Ok(cells), end) => {
                // A line of several lines of text that does not fit, one of which looks like a whole line, has swallowed it.
                let fits = wide.is_none_or(|wide| cells.len() == wide);
                let looks = |line: &str| line.matches(separator).count() + 1 >= wide.unwrap_or(1);
                let torn = !fits && rest[..end].lines().skip(1).any(looks);
                if torn {
                    (Err(Torn::Unclosed), 0)
                } else {
                    (Ok(cells), end)
                }
            }
            (Err(torn), _) => (Err(torn), 0),
        };
        let end = if cells.is_ok() {
            end
        } else {
            rest.find('\n').unwrap_or(rest.len())
        };
        let raw = rest[..end].to_owned();
        // The line break behind goes with it.
        self.skip((end + 1).min(rest.len()));
        Some(Row { line, raw, cells })
    }
}

/// The cells at the start of a text, and where they end: before a line break, or at the end of the text.
fn cells(text: &str, separator: char) -> (Result<Vec<String>, Torn>, usize) {
    let mut out = Vec::new();
    let mut at = 0;
    loop {
        let rest = &text[at..];
        let (cell, used) = if let Some(inside) = rest.strip_prefix('"') {
            let Some((cell, used)) = quoted(inside) else {
                return (Err(Torn::Unclosed), text.len());
            };
            (cell, used + 1)
        } else {
            let end = rest.find([separator, '\n']).unwrap_or(rest.len());
            (rest[..end].to_owned(), end)
        };
        out.push(cell);
        at += used;
        match text[at..].chars().next() {
            Some(c) if c == separator => at += c.len_utf8(),
            None | Some('\n') => return (Ok(out), at),
            // Spaces behind a closing quote do no harm.
            Some(' ')
                if text[at..]
                    .trim_start_matches(' ')
                    .starts_with([separator, '\n']) =>
            {
                at += text[at..].len() - text[at..].trim_start_matches(' ').len();
                if text[at..].starts_with('\n') {
                    return (Ok(out), at);
                }
                at += separator.len_utf8();
            }
            Some(_) => return (Err(Torn::AfterQuote), at),
        }
    }
}

/// The text up to its closing quote, two quotes for one, and the bytes used, that quote included.
fn quoted(text: &str) -> Option<(String, usize)> {
    let mut out = String::new();
    let mut at = 0;
    loop {
        let end = text[at..].find('"')? + at;
        out.push_str(&text[at..end]);
        if !text[end + 1..].starts_with('"') {
            return Some((out, end + 1));
        }
        out.push('"');
        at = end + 2;
    }
}
