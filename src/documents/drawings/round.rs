//! The round at the end: how many gave each mark, the middle half underlined, the median marked.

use crate::documents::svg::{Drawing, Fill, Ink, Label, Pen, TEXT};
use crate::domain::round::{Spread, TOP_MARK};
use crate::words::Words;

/// Units of a mark with its air, of its bar, and of the highest bar.
const STEP: i32 = 70;
const BAR: i32 = 40;
const HIGH: i32 = 90;

/// The picture; none when nobody gave any mark.
pub fn round(words: Words, title: &str, counts: &[u32]) -> Option<Drawing> {
    let spread = Spread::of(counts)?;
    let most = counts.iter().copied().max().unwrap_or(1).max(1);
    let count = |mark: usize| counts.get(mark).copied().unwrap_or(0);
    let given: Vec<String> = (0..=TOP_MARK)
        .filter(|mark| count(*mark) > 0)
        .map(|mark| words.doc_mark(mark, count(mark)))
        .collect();
    let mut out = Drawing::new(title, given.join(", "));
    let middle = |mark: usize| i32::try_from(mark).unwrap_or(0) * STEP + STEP / 2;
    let floor = TEXT + 6 + HIGH;
    for mark in 0..=TOP_MARK {
        let n = i64::from(count(mark)) * i64::from(HIGH) / i64::from(most);
        let high = i32::try_from(n).unwrap_or(HIGH);
        let x = middle(mark) - BAR / 2;
        out.rect((x, floor - high), (BAR, high), Fill::Solid, None);
        if count(mark) > 0 {
            let label = Label::new(count(mark).to_string()).bold().middle();
            out.text((middle(mark), floor - high - 5), label);
        }
        out.text(
            (middle(mark), floor + TEXT + 4),
            Label::new(mark.to_string()).middle(),
        );
    }
    out.line(
        (0, floor),
        (middle(TOP_MARK) + STEP / 2, floor),
        Pen::thin(Ink::Text),
    );
    let (low, top) = (
        middle(spread.half.0) - BAR / 2,
        middle(spread.half.1) + BAR / 2,
    );
    let under = floor + TEXT + 12;
    out.line((low, under), (top, under), Pen::thick(Ink::Text));
    let half = i32::try_from(spread.twice_median).unwrap_or(0) * STEP / 2 + STEP / 2;
    let points = vec![
        (half, under + 4),
        (half + 8, under + 17),
        (half - 8, under + 17),
    ];
    out.polygon(points, Fill::Solid);
    let said = Label::new(words.round_said(&spread)).small();
    out.text((middle(TOP_MARK) + STEP / 2 + 20, floor - HIGH / 2), said);
    Some(out)
}
