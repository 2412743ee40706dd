//! A table for a terminal or a pipe: columns as wide as their widest cell, in columns of the screen.

use crate::domain::text::Text;
use unicode_width::UnicodeWidthStr;

/// The table, a line each; the last column is not padded.
pub fn table<const N: usize>(head: [&str; N], rows: &[[String; N]]) -> String {
    let head = head.map(ToOwned::to_owned);
    let rows: Vec<[String; N]> = std::iter::once(&head)
        .chain(rows)
        .map(|row| {
            row.clone()
                .map(|cell| Text::line(&cell).as_str().to_owned())
        })
        .collect();
    let widths: Vec<usize> = (0..N)
        .map(|n| rows.iter().map(|row| row[n].width()).max().unwrap_or(0))
        .collect();
    let line = |row: &[String; N]| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| {
            let blank = " ".repeat(width - cell.width());
            format!("{cell}{blank}")
        });
        let line = cells.collect::<Vec<_>>().join("  ");
        format!("{}\n", line.trim_end())
    };
    rows.iter().map(line).collect()
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
    fn a_cell_cannot_break_the_line() {
        let rows = [["a\nb\u{1b}[31m".to_owned()]];
        assert_eq!(table(["x"], &rows), "x\na b[31m\n");
    }
}
