//! A table for a terminal or a pipe: columns as wide as their widest cell, in columns of the screen.

use crate::domain::text::{Text, is_simple};
use crate::library::side_by_side::{InTurn, SideBySide};
use crate::store::OnTwoThreads;
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What stands between two columns.
const GAP: &str = "  ";

/// The table, a line each; the last column is not padded.
pub fn table<const N: usize>(head: [&str; N], rows: &[[impl AsRef<str>; N]]) -> String {
    let below = rows.iter().map(|row| row.each_ref().map(AsRef::as_ref));
    let rows: Vec<[(Cow<str>, usize); N]> = std::iter::once(head)
        .chain(below)
        .map(|row| row.map(measured))
        .collect();
    let widths: [usize; N] =
        std::array::from_fn(|n| rows.iter().map(|row| row[n].1).max().unwrap_or(0));
    let mut out = String::new();
    for row in &rows {
        let cells = row.iter().zip(widths);
        line(
            &mut out,
            cells.map(|((cell, wide), width)| (&**cell, *wide, width)),
        );
    }
    out
}

/// A cell on one line, and the columns that it takes.
fn measured(cell: &str) -> (Cow<'_, str>, usize) {
    if let Some(wide) = simple(cell) {
        return (Cow::Borrowed(cell), wide);
    }
    let cell = Text::line(cell).as_str().to_owned();
    let wide = cell.width();
    (Cow::Owned(cell), wide)
}

/// Adds a line: each cell with the columns that it takes and those of its column; the last one is not padded.
fn line<'a>(out: &mut String, cells: impl Iterator<Item = (&'a str, usize, usize)>) {
    let begun = out.len();
    let mut gap = 0;
    for (cell, wide, width) in cells {
        pad(out, gap);
        out.push_str(cell);
        gap = width.saturating_sub(wide) + GAP.len();
    }
    let kept = out[begun..].trim_end().len();
    out.truncate(begun + kept);
    out.push('\n');
}

/// Narrowest that a column of wordings becomes: below it nothing can be read.
const LEAST: usize = 16;

/// The table in `width` columns of the screen when its words allow: line breaks in a cell are kept, no column grows wider than
/// its place in `most`, and the column `wording` takes what is left; cells go on below themselves, so that nothing is cut.
pub fn wrapped<const N: usize>(
    head: [&str; N],
    rows: &[[String; N]],
    mut most: [usize; N],
    wording: usize,
    width: usize,
) -> String {
    let head = head.map(ToOwned::to_owned);
    let (upper, lower) = rows.split_at(rows.len() / 2);
    most[wording] = usize::MAX;
    let (mut upper, mut lower) = both(
        rows.len(),
        || Part::new(std::iter::once(&head).chain(upper), &most),
        || Part::new(lower.iter(), &most),
    );
    let widths = widest(&upper, &lower);
    let gaps = GAP.len() * N.saturating_sub(1);
    let others: usize = (0..N).filter(|n| *n != wording).map(|n| widths[n]).sum();
    most[wording] = width.saturating_sub(others + gaps).max(LEAST);
    both(rows.len(), || upper.fit(&most), || lower.fit(&most));
    let widths = widest(&upper, &lower);
    let (mut out, below) = both(rows.len(), || upper.lines(&widths), || lower.lines(&widths));
    out.push_str(&below);
    out
}

/// From this many rows on the two halves of a table are made side by side.
const MANY: usize = 1_000;

/// Does this for the upper and the lower half of so many rows.
pub fn both<A: Send, B: Send>(
    n: usize,
    upper: impl FnOnce() -> A + Send,
    lower: impl FnOnce() -> B + Send,
) -> (A, B) {
    if n < MANY {
        InTurn.both(upper, lower)
    } else {
        OnTwoThreads.both(upper, lower)
    }
}

/// The lines of a cell, each with the columns that it takes.
type Cell<'a> = Vec<(Cow<'a, str>, usize)>;

/// Rows of a table, with the widest line of each column.
struct Part<'a, const N: usize> {
    rows: Vec<[Cell<'a>; N]>,
    widths: [usize; N],
}

impl<'a, const N: usize> Part<'a, N> {
    fn new(rows: impl Iterator<Item = &'a [String; N]>, most: &[usize; N]) -> Self {
        let lines = |cell: &'a String| cell.lines().map(measured).collect();
        let mut part = Self {
            rows: rows.map(|row| row.each_ref().map(lines)).collect(),
            widths: [0; N],
        };
        part.fit(most);
        part
    }

    /// Breaks the cells so that no column is wider than it may be.
    fn fit(&mut self, most: &[usize; N]) {
        self.widths = [0; N];
        for row in &mut self.rows {
            for ((cell, most), widest) in row.iter_mut().zip(most).zip(&mut self.widths) {
                if cell.iter().any(|(_, wide)| wide > most) {
                    let lines = cell.iter().flat_map(|(line, _)| broken(line, *most));
                    *cell = lines.map(|(line, wide)| (line.into(), wide)).collect();
                }
                let wide = cell.iter().map(|(_, wide)| *wide).max();
                *widest = wide.unwrap_or(0).max(*widest);
            }
        }
    }

    /// All as lines of the screen.
    fn lines(self, widths: &[usize; N]) -> String {
        let mut out = String::new();
        for row in &self.rows {
            spread(&mut out, row, widths);
        }
        out
    }
}

/// The widest line of each column of a table in two parts.
fn widest<const N: usize>(upper: &Part<N>, lower: &Part<N>) -> [usize; N] {
    std::array::from_fn(|n| upper.widths[n].max(lower.widths[n]))
}

/// A line broken between words so that its pieces fit, each with the columns that it takes; a word that does not fit alone is
/// cut.
fn broken(line: &str, width: usize) -> Vec<(String, usize)> {
    let mut out = vec![(String::new(), 0)];
    for word in line.split(' ').filter(|word| !word.is_empty()) {
        let own = wide(word);
        match out.last_mut() {
            Some((last, taken)) if last.is_empty() => {
                last.push_str(word);
                *taken = own;
            }
            Some((last, taken)) if *taken + 1 + own <= width => {
                last.push(' ');
                last.push_str(word);
                *taken += 1 + own;
            }
            _ => out.push((word.to_owned(), own)),
        }
        while let Some((last, taken)) = out.last()
            && *taken > width
            && let Some((fits, rest)) = over(last, width)
        {
            out.pop();
            out.extend([fits, rest].map(|piece| {
                let wide = wide(&piece);
                (piece, wide)
            }));
        }
    }
    out
}

/// A word in what fits and what is over, when it does not fit.
fn over(word: &str, width: usize) -> Option<(String, String)> {
    if wide(word) <= width {
        return None;
    }
    let mut taken = 0;
    let mut graphemes = word.grapheme_indices(true);
    let (at, _) = graphemes.find(|(_, grapheme)| {
        taken += grapheme.width();
        taken > width
    })?;
    (at > 0).then(|| (word[..at].to_owned(), word[at..].to_owned()))
}

/// Adds a row as lines of the screen.
fn spread<const N: usize>(out: &mut String, row: &[Cell; N], widths: &[usize; N]) {
    let height = row.iter().map(Vec::len).max().unwrap_or(0);
    for at in 0..height {
        let cells = row.iter().zip(widths).map(|(lines, width)| {
            let (cell, wide) = lines
                .get(at)
                .map_or(("", 0), |(line, wide)| (&**line, *wide));
            (cell, wide, *width)
        });
        line(out, cells);
    }
}

/// Adds blanks.
fn pad(out: &mut String, mut n: usize) {
    const BLANKS: &str = "                                ";
    while n > 0 {
        let some = n.min(BLANKS.len());
        out.push_str(&BLANKS[..some]);
        n -= some;
    }
}

/// The columns of the screen that a text takes.
fn wide(text: &str) -> usize {
    simple(text).unwrap_or_else(|| text.width())
}

/// The same where all its letters are of one column each, as in nearly every text: no table is asked then, which counts for the
/// ten thousand lines of a region.
fn simple(text: &str) -> Option<usize> {
    if text.is_ascii() && !text.bytes().any(|b| b.is_ascii_control()) {
        return Some(text.len());
    }
    let mut letters = 0;
    for c in text.chars() {
        if !is_simple(c) {
            return None;
        }
        letters += 1;
    }
    Some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_below_one_another_whatever_the_letters() {
        let rows = [
            ["é".to_owned(), "b".to_owned()],
            ["医療".to_owned(), "c".to_owned()],
        ];
        assert_eq!(table(["x", "y"], &rows), "x     y\né     b\n医療  c\n");
    }

    #[test]
    fn what_is_measured_quickly_is_as_wide_as_it_is() {
        let letters = ('\u{20}'..='\u{2600}').filter(|c| is_simple(*c));
        for letter in letters {
            let text = letter.to_string();
            assert_eq!(wide(&text), text.width(), "{letter:?}");
        }
    }

    #[test]
    fn a_cell_cannot_break_the_line() {
        let rows = [["a\nb\u{1b}[31m".to_owned()]];
        assert_eq!(table(["x"], &rows), "x\na b[31m\n");
    }

    #[test]
    fn a_long_wording_goes_on_below_itself_and_loses_nothing() {
        let row = |a: &str, b: &str| [a.to_owned(), b.to_owned(), "x\ny".to_owned()];
        let rows = [
            row("écrire la conduite à tenir", "aide-soignante de nuit"),
            row("anticonstitutionnellementement", "IDE"),
        ];
        let text = wrapped(["a", "b", "c"], &rows, [0, 16, 9], 0, 40);
        assert_eq!(
            text,
            "a                      b               c\n\
             écrire la conduite à   aide-soignante  x\n\
             tenir                  de nuit         y\n\
             anticonstitutionnelle  IDE             x\n\
             mentement                              y\n"
        );
    }

    #[test]
    fn a_long_table_made_in_two_halves_is_one_table() {
        let row = |n: usize| [format!("{n:04}"), "mot ".repeat(n % 40), "é".repeat(n % 7)];
        let rows: Vec<[String; 3]> = (0..=MANY).map(row).collect();
        let text = wrapped(["n", "b", "c"], &rows, [9, 0, 4], 1, 40);
        let fewer = wrapped(["n", "b", "c"], &rows[..MANY - 1], [9, 0, 4], 1, 40);
        assert!(text.starts_with(fewer.as_str()));
        assert!(text.lines().count() > MANY);
    }
}
