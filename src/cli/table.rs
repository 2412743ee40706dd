//! A table for a terminal or a pipe: columns as wide as their widest cell, in columns of the screen.

use crate::domain::text::{Text, is_simple};
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
    let cut = |cell: &String| -> Vec<String> {
        let lines = cell.lines();
        lines
            .map(|line| Text::line(line).as_str().to_owned())
            .collect()
    };
    let mut rows: Vec<[Vec<String>; N]> = std::iter::once(&head)
        .chain(rows)
        .map(|row| row.each_ref().map(cut))
        .collect();
    most[wording] = usize::MAX;
    break_all(&mut rows, &most);
    let widths = widest(&rows);
    let gaps = GAP.len() * N.saturating_sub(1);
    let others: usize = (0..N).filter(|n| *n != wording).map(|n| widths[n]).sum();
    most[wording] = width.saturating_sub(others + gaps).max(LEAST);
    break_all(&mut rows, &most);
    let widths = widest(&rows);
    let mut out = String::new();
    for row in &rows {
        spread(&mut out, row, &widths);
    }
    out
}

/// Breaks the cells so that no column is wider than it may be.
fn break_all<const N: usize>(rows: &mut [[Vec<String>; N]], most: &[usize; N]) {
    for (cell, most) in rows.iter_mut().flat_map(|row| row.iter_mut().zip(most)) {
        if cell.iter().any(|line| wide(line) > *most) {
            let lines = cell.iter().flat_map(|line| broken(line, *most));
            *cell = lines.collect();
        }
    }
}

/// The widest line of each column.
fn widest<const N: usize>(rows: &[[Vec<String>; N]]) -> [usize; N] {
    std::array::from_fn(|n| {
        let lines = rows.iter().flat_map(|row| &row[n]);
        lines.map(|line| wide(line)).max().unwrap_or(0)
    })
}

/// A line broken between words so that its pieces fit; a word that does not fit alone is cut.
fn broken(line: &str, width: usize) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut taken = 0;
    for word in line.split(' ').filter(|word| !word.is_empty()) {
        let own = wide(word);
        match out.last_mut() {
            Some(last) if last.is_empty() => {
                last.push_str(word);
                taken = own;
            }
            Some(last) if taken + 1 + own <= width => {
                last.push(' ');
                last.push_str(word);
                taken += 1 + own;
            }
            _ => {
                out.push(word.to_owned());
                taken = own;
            }
        }
        while taken > width
            && let Some((fits, rest)) = out.last().and_then(|last| over(last, width))
        {
            taken = wide(&rest);
            out.pop();
            out.extend([fits, rest]);
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
fn spread<const N: usize>(out: &mut String, row: &[Vec<String>; N], widths: &[usize; N]) {
    let height = row.iter().map(Vec::len).max().unwrap_or(0);
    for at in 0..height {
        let cells = row.iter().zip(widths).map(|(lines, width)| {
            let cell = lines.get(at).map_or("", String::as_str);
            (cell, wide(cell), *width)
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
}
