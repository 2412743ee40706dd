//! The round at the end as a picture: a bar for each mark with how many gave it, the middle half underlined, the median marked.
//! The screen and the record show the same one.

use super::figure::{Mark, lines};
use crate::domain::round::{Spread, TOP_MARK};

/// Columns of a bar.
const BAR: usize = 3;

/// The lines of the picture of marks counted from 0 to 5: bars at most `high` rows, `wide` columns for each mark. None when
/// nobody gave any. `signs` are those of a bar, of the line under the middle half, and of the median.
pub fn picture(counts: &[u32], high: usize, wide: usize, signs: [&str; 3]) -> Option<Vec<String>> {
    let spread = Spread::of(counts)?;
    let [block, line, median] = signs;
    let most = counts.iter().copied().max().unwrap_or(1).max(1) as usize;
    let middle = |mark: usize| mark * wide + wide / 2;
    let mut out = Vec::new();
    let mut put = |row: usize, col: usize, text: String| {
        out.push(Mark {
            row,
            col,
            text,
            voice: (),
        });
    };
    let axis = high + 1;
    for mark in 0..=TOP_MARK {
        let n = counts.get(mark).copied().unwrap_or(0) as usize;
        let rows = (n * high).div_ceil(most);
        for row in axis - rows..axis {
            put(row, middle(mark) - BAR / 2, block.repeat(BAR));
        }
        if n > 0 {
            put(axis - rows - 1, middle(mark), n.to_string());
        }
        put(axis, middle(mark), mark.to_string());
    }
    let (low, top) = (middle(spread.half.0), middle(spread.half.1));
    put(axis + 1, low - BAR / 2, line.repeat(top - low + BAR));
    put(
        axis + 2,
        (spread.twice_median * wide) / 2 + wide / 2,
        median.to_owned(),
    );
    Some(lines(&out))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn bars_stand_over_their_marks_and_the_median_between_two_of_them() {
        let drawn = picture(&[0, 0, 1, 1, 2, 0], 2, 6, ["#", "=", "^"]).unwrap();
        assert_eq!(
            drawn,
            [
                "                           2",
                "               1     1    ###",
                "              ###   ###   ###",
                "   0     1     2     3     4     5",
                "              ===============",
                "                        ^",
            ]
        );
        assert_eq!(picture(&[0; 6], 2, 6, ["#", "=", "^"]), None);
        let many = picture(&[120, 0, 0, 0, 0, 1], 4, 6, ["#", "=", "^"]).unwrap();
        assert_eq!(many.len(), 8);
    }
}
