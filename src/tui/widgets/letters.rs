//! Capitals three rows high, as the digits are, to be read from the back of the room.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_normalization::UnicodeNormalization as _;

/// Rows that the letters take.
pub const HEIGHT: u16 = 3;

/// The letters from A to Z, five rows each, one bit a cell.
const SHAPES: [&[&str; 5]; 26] = [
    &["###", "# #", "###", "# #", "# #"],
    &["## ", "# #", "## ", "# #", "## "],
    &["###", "#  ", "#  ", "#  ", "###"],
    &["## ", "# #", "# #", "# #", "## "],
    &["###", "#  ", "## ", "#  ", "###"],
    &["###", "#  ", "## ", "#  ", "#  "],
    &["####", "#   ", "# ##", "#  #", "####"],
    &["# #", "# #", "###", "# #", "# #"],
    &["#", "#", "#", "#", "#"],
    &["  #", "  #", "  #", "# #", "###"],
    &["#  #", "# # ", "##  ", "# # ", "#  #"],
    &["#  ", "#  ", "#  ", "#  ", "###"],
    &["#   #", "## ##", "# # #", "#   #", "#   #"],
    &["#  #", "## #", "# ##", "#  #", "#  #"],
    &["###", "# #", "# #", "# #", "###"],
    &["###", "# #", "###", "#  ", "#  "],
    &["####", "#  #", "#  #", "# ##", "####"],
    &["###", "# #", "## ", "# #", "# #"],
    &["###", "#  ", "###", "  #", "###"],
    &["###", " # ", " # ", " # ", " # "],
    &["# #", "# #", "# #", "# #", "###"],
    &["# #", "# #", "# #", "# #", " # "],
    &["#   #", "#   #", "# # #", "## ##", "#   #"],
    &["# #", "# #", " # ", "# #", "# #"],
    &["# #", "# #", " # ", " # ", " # "],
    &["###", "  #", " # ", "#  ", "###"],
];
/// The digits from 0 to 9.
const DIGITS: [&[&str; 5]; 10] = [
    &["###", "# #", "# #", "# #", "###"],
    &["## ", " # ", " # ", " # ", "###"],
    &["###", "  #", "###", "#  ", "###"],
    &["###", "  #", "###", "  #", "###"],
    &["# #", "# #", "###", "  #", "  #"],
    &["###", "#  ", "###", "  #", "###"],
    &["###", "#  ", "###", "# #", "###"],
    &["###", "  #", "  #", "  #", "  #"],
    &["###", "# #", "###", "# #", "###"],
    &["###", "# #", "###", "  #", "###"],
];
/// An apostrophe.
const APOSTROPHE: &[&str; 5] = &["#", "#", " ", " ", " "];
/// A space, and what has no shape.
const GAP: &[&str; 5] = &["   ", "   ", "   ", "   ", "   "];

/// The five rows of one character, and the accent above it, as wide.
fn raster(c: char) -> (&'static [&'static str; 5], String) {
    let mut parts = c.nfd();
    let letter = parts.next().unwrap_or(' ').to_ascii_uppercase();
    let behind = |first: char| usize::try_from(u32::from(letter).wrapping_sub(u32::from(first)));
    let shape = match letter {
        '\'' => Some(&APOSTROPHE),
        '0'..='9' => behind('0').ok().and_then(|at| DIGITS.get(at)),
        _ => behind('A').ok().and_then(|at| SHAPES.get(at)),
    };
    let shape = shape.copied().unwrap_or(GAP);
    let wide = shape[0].len();
    let accent = match parts.next() {
        None => "",
        Some('\u{300}') => "▀▄",
        Some('\u{301}') => "▄▀",
        Some(_) => "▄",
    };
    (shape, format!("{accent:^wide$}"))
}

/// The row of the accents and the three rows of a text, in half blocks.
fn lines(text: &str) -> [String; 4] {
    let mut all: [String; 5] = Default::default();
    let mut accents = String::new();
    for c in text.chars() {
        let (shape, accent) = raster(c);
        accents.push_str(&accent);
        accents.push(' ');
        for (row, piece) in all.iter_mut().zip(shape) {
            row.push_str(piece);
            row.push(' ');
        }
    }
    let half = |upper: char, lower: char| match (upper, lower) {
        ('#', '#') => '█',
        ('#', _) => '▀',
        (_, '#') => '▄',
        _ => ' ',
    };
    let blank = " ".repeat(all[4].len());
    let rows = [(&all[0], &all[1]), (&all[2], &all[3]), (&all[4], &blank)];
    let [top, middle, bottom] = rows.map(|(upper, lower)| {
        let pairs = upper.chars().zip(lower.chars());
        pairs.map(|(upper, lower)| half(upper, lower)).collect()
    });
    [accents, top, middle, bottom]
}

/// Columns that `text` takes.
pub fn width(text: &str) -> usize {
    let cells = text.chars().map(|c| raster(c).0[0].len() + 1);
    cells.sum::<usize>().saturating_sub(1)
}

/// Rows that `text` takes: one more where it has an accent.
pub fn height(text: &str) -> u16 {
    HEIGHT + u16::from(text.chars().any(|c| !raster(c).1.trim().is_empty()))
}

/// Draws `text` in capitals from the top left of `area`. Where it does not fit, and with `ascii`, it stands in plain capitals
/// with air between them.
pub fn draw(buf: &mut Buffer, area: Rect, text: &str, style: Style, ascii: bool) {
    let area = area.intersection(buf.area);
    let high = height(text);
    if ascii || width(text) > usize::from(area.width) || area.height < high {
        let spaced: Vec<String> = text.to_uppercase().chars().map(String::from).collect();
        if let Some(row) = area.rows().nth(usize::from(area.height.min(HEIGHT) / 2)) {
            let wide = usize::from(row.width);
            buf.set_stringn(row.x, row.y, spaced.join(" "), wide, style);
        }
        return;
    }
    let skipped = usize::from(high == HEIGHT);
    for (row, line) in area.rows().zip(lines(text).into_iter().skip(skipped)) {
        buf.set_stringn(row.x, row.y, line.trim_end(), usize::from(row.width), style);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, wide: u16, ascii: bool) -> Vec<String> {
        let high = if ascii { HEIGHT } else { height(text) };
        let area = Rect::new(0, 0, wide, high);
        let mut buf = Buffer::empty(area);
        draw(&mut buf, area, text, Style::new(), ascii);
        let row = |y| -> String { (0..wide).map(|x| buf[(x, y)].symbol().to_owned()).collect() };
        (0..high).map(|y| row(y).trim_end().to_owned()).collect()
    }

    #[test]
    fn every_letter_has_its_own_shape() {
        let mut shapes: Vec<_> = ('A'..='Z').map(raster).collect();
        for (shape, _) in &shapes {
            assert!(shape.iter().all(|row| row.len() == shape[0].len()));
        }
        shapes.sort();
        shapes.dedup();
        assert_eq!(shapes.len(), 26);
    }

    #[test]
    fn an_accent_stands_above_its_letter() {
        assert_eq!(
            drawn("à l", 20, false),
            ["▀▄", "█▀█     █", "█▀█     █", "▀ ▀     ▀▀▀"]
        );
        assert_eq!(
            drawn("l'u", 20, false),
            ["█   █ █ █", "█     █ █", "▀▀▀   ▀▀▀"]
        );
    }

    #[test]
    fn what_does_not_fit_is_spaced() {
        assert_eq!(drawn("vous", 10, false), ["", "V O U S", ""]);
        assert_eq!(drawn("à", 10, true), ["", "À", ""]);
    }
}
