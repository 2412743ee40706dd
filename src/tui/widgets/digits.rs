//! Digits three rows high, to be read from the back of the room. All digits are equally wide, so that nothing moves while a
//! timer runs.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Rows that the digits take.
pub const HEIGHT: u16 = 3;

/// The seven segments of each digit: top, upper right, lower right, bottom, lower left, upper left, middle.
const SEGMENTS: [[bool; 7]; 10] = [
    lit(0b111_1110),
    lit(0b011_0000),
    lit(0b110_1101),
    lit(0b111_1001),
    lit(0b011_0011),
    lit(0b101_1011),
    lit(0b101_1111),
    lit(0b111_0000),
    lit(0b111_1111),
    lit(0b111_1011),
];
const MINUS: [bool; 7] = lit(0b000_0001);

const fn lit(bits: u8) -> [bool; 7] {
    [
        bits & 64 != 0,
        bits & 32 != 0,
        bits & 16 != 0,
        bits & 8 != 0,
        bits & 4 != 0,
        bits & 2 != 0,
        bits & 1 != 0,
    ]
}

/// The three rows of one character; characters that have no shape here, such as a space, leave a gap.
fn rows(c: char, ascii: bool) -> [String; 3] {
    let segments = match c {
        '-' | '−' | '–' => MINUS,
        ':' if ascii => return [" ", ".", "."].map(str::to_owned),
        ':' => return ["▄", "▄", " "].map(str::to_owned),
        c => {
            let digit = c.to_digit(10).and_then(|d| usize::try_from(d).ok());
            match digit {
                Some(d) => SEGMENTS[d],
                None => return [" ", " ", " "].map(str::to_owned),
            }
        }
    };
    if ascii {
        strokes(segments)
    } else {
        blocks(segments)
    }
}

/// Segments drawn with strokes.
fn strokes([top, right, low_right, bottom, low_left, left, middle]: [bool; 7]) -> [String; 3] {
    let pick = |on: bool, c: char| if on { c } else { ' ' };
    [
        [' ', pick(top, '_'), ' '],
        [pick(left, '|'), pick(middle, '_'), pick(right, '|')],
        [pick(low_left, '|'), pick(bottom, '_'), pick(low_right, '|')],
    ]
    .map(|row| row.iter().collect())
}

/// Segments drawn with half blocks, on a raster of three by five.
fn blocks([top, right, low_right, bottom, low_left, left, middle]: [bool; 7]) -> [String; 3] {
    let raster = [
        [top || left, top, top || right],
        [left, false, right],
        [
            left || middle || low_left,
            middle,
            right || middle || low_right,
        ],
        [low_left, false, low_right],
        [bottom || low_left, bottom, bottom || low_right],
        [false; 3],
    ];
    let half = |upper: bool, lower: bool| match (upper, lower) {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    };
    [0, 2, 4].map(|y| {
        (0..3)
            .map(|x| half(raster[y][x], raster[y + 1][x]))
            .collect()
    })
}

/// Columns that `text` takes.
pub fn width(text: &str) -> usize {
    let cells = text
        .chars()
        .map(|c| rows(c, true)[0].chars().count() + 1)
        .sum::<usize>();
    cells.saturating_sub(1)
}

/// The three lines of `text`, made of digits, `:` and minus. With `ascii`, in strokes that every font has.
pub fn lines(text: &str, ascii: bool) -> [String; 3] {
    let mut lines: [String; 3] = Default::default();
    for c in text.chars() {
        for (line, piece) in lines.iter_mut().zip(rows(c, ascii)) {
            line.push_str(&piece);
            line.push(' ');
        }
    }
    lines
}

/// Draws [`lines`] from the top left of `area`; what does not fit is left out.
pub fn draw(buf: &mut Buffer, area: Rect, text: &str, style: Style, ascii: bool) {
    let area = area.intersection(buf.area);
    for (row, line) in area.rows().zip(lines(text, ascii)) {
        buf.set_stringn(row.x, row.y, line.trim_end(), usize::from(row.width), style);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, ascii: bool) -> Vec<String> {
        let area = Rect::new(0, 0, 40, HEIGHT);
        let mut buf = Buffer::empty(area);
        draw(&mut buf, area, text, Style::new(), ascii);
        let row = |y| -> String { (0..40).map(|x| buf[(x, y)].symbol().to_owned()).collect() };
        (0..HEIGHT).map(|y| row(y).trim_end().to_owned()).collect()
    }

    #[test]
    fn every_digit_has_its_own_shape() {
        for ascii in [false, true] {
            let mut shapes: Vec<_> = "0123456789-: ".chars().map(|c| rows(c, ascii)).collect();
            shapes.sort();
            shapes.dedup();
            assert_eq!(shapes.len(), 13);
        }
    }

    #[test]
    fn a_time_reads_as_a_time() {
        assert_eq!(
            drawn("12:40", false),
            [
                "  █ ▀▀█ ▄ █ █ █▀█",
                "  █ █▀▀ ▄ ▀▀█ █ █",
                "  ▀ ▀▀▀     ▀ ▀▀▀"
            ]
        );
        assert_eq!(drawn("−7:", true), ["     _", " _    | .", "      | ."]);
        assert_eq!(width("12:40"), 17);
        assert_eq!(width(""), 0);
    }

    #[test]
    fn what_does_not_fit_is_left_out() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 4, 2));
        draw(&mut buf, Rect::new(1, 1, 90, 90), "88", Style::new(), false);
        assert_eq!(buf, Buffer::with_lines(["    ", " █▀█"]));
    }
}
