//! A chart of horizontal bars: what a vote gave. Every bar has its letter, its wording and its number in words and figures,
//! so that the length only helps the eye.

use super::wrap;
use crate::tui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::ops::Range;

/// Columns before the wording, which hold the letter.
const INDENT: usize = 4;
/// Columns between a bar and its number.
const SPACE: usize = 2;

/// One bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar<'a> {
    /// Letter of the option.
    pub letter: char,
    /// Its wording.
    pub label: &'a str,
    /// Its number.
    pub value: u32,
    /// Whether it is in front: its wording stands out.
    pub leads: bool,
}

/// One row of the chart.
enum Row {
    /// A visual line of the wording; the first one bears the letter.
    Label(usize, Range<usize>),
    /// The bar and its number.
    Value(usize),
    /// A blank line between two bars.
    Gap,
}

fn rows(bars: &[Bar], width: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    for (i, bar) in bars.iter().enumerate() {
        if i > 0 {
            rows.push(Row::Gap);
        }
        let lines = wrap::wrap(bar.label, width.saturating_sub(INDENT));
        rows.extend(lines.into_iter().map(|line| Row::Label(i, line)));
        rows.push(Row::Value(i));
    }
    rows
}

/// How many rows the chart takes at `width` columns.
pub fn n_rows(bars: &[Bar], width: usize) -> usize {
    rows(bars, width).len()
}

/// Draws the rows of the chart from `scroll` on into `area`.
pub fn draw(buf: &mut Buffer, area: Rect, bars: &[Bar], scroll: usize, theme: &Theme) {
    let width = usize::from(area.width);
    let most = bars.iter().map(|bar| bar.value).max().unwrap_or(0);
    let figures = most.to_string().len();
    let visible = area.intersection(buf.area);
    for (line, row) in visible.rows().zip(rows(bars, width).iter().skip(scroll)) {
        match row {
            Row::Label(i, range) => draw_label(buf, line, &bars[*i], range, theme),
            Row::Value(i) => {
                let room = width.saturating_sub(INDENT + SPACE + figures);
                let drawn = bar_of(bars[*i].value, most, room, theme);
                let pad = room.saturating_sub(wrap::width(&drawn));
                let x = put(buf, line, INDENT, &drawn, Role::Bar, theme);
                let number = format!("{:>1$}", bars[*i].value, figures + SPACE);
                put(buf, line, x + pad, &number, Role::Strong, theme);
            }
            Row::Gap => {}
        }
    }
}

fn draw_label(buf: &mut Buffer, line: Rect, bar: &Bar, range: &Range<usize>, theme: &Theme) {
    if range.start == 0 {
        put(buf, line, 0, &bar.letter.to_string(), Role::Strong, theme);
    }
    let role = if bar.leads { Role::Strong } else { Role::Body };
    put(buf, line, INDENT, &bar.label[range.clone()], role, theme);
}

/// Draws `text` at column `x` of `line`, as far as it goes; gives the column behind it.
fn put(buf: &mut Buffer, line: Rect, x: usize, text: &str, role: Role, theme: &Theme) -> usize {
    let room = usize::from(line.width).saturating_sub(x);
    if let Some(at) = u16::try_from(x).ok().filter(|_| room > 0) {
        buf.set_stringn(line.x + at, line.y, text, room, theme.style(role));
    }
    x + wrap::width(text)
}

/// The bar of `value`, where `most` fills `room` columns. What is not nothing is seen.
fn bar_of(value: u32, most: u32, room: usize, theme: &Theme) -> String {
    if value == 0 || room == 0 {
        return String::new();
    }
    let eighths = u64::from(value) * (room as u64 * 8) / u64::from(most.max(value));
    let full = usize::try_from(eighths / 8).unwrap_or(room);
    let mut bar = theme.signs.block.repeat(full);
    let rest = usize::try_from(eighths % 8).unwrap_or(0);
    let end = rest.checked_sub(1).and_then(|i| theme.signs.eighths.get(i));
    bar.push_str(end.copied().unwrap_or_default());
    if bar.trim().is_empty() {
        let mut signs = theme.signs.eighths.iter();
        let least = signs.find(|sign| !sign.trim().is_empty());
        return least.copied().unwrap_or(theme.signs.block).to_owned();
    }
    bar
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::tui::theme::{Depth, Scheme, Signs};
    use proptest::prelude::*;

    fn theme(signs: &Signs) -> Theme {
        Theme::load(Scheme::Sombre, Depth::Full, *signs).unwrap()
    }

    fn bar(letter: char, label: &str, value: u32) -> Bar<'_> {
        Bar {
            letter,
            label,
            value,
            leads: false,
        }
    }

    fn drawn(bars: &[Bar], width: u16, signs: &Signs) -> Vec<String> {
        let height = u16::try_from(n_rows(bars, usize::from(width))).unwrap();
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        draw(&mut buf, area, bars, 0, &theme(signs));
        let row = |y| -> String {
            (0..width)
                .map(|x| buf[(x, y)].symbol().to_owned())
                .collect()
        };
        (0..height).map(|y| row(y).trim_end().to_owned()).collect()
    }

    #[test]
    fn a_result_is_read_at_a_glance() {
        let bars = [
            bar('A', "Onze doses après rupture du froid", 23),
            bar('B', "Ordonnance remise à une autre", 10),
            bar('C', "Rien", 0),
        ];
        assert_eq!(
            drawn(&bars, 24, &Signs::FULL),
            [
                "A   Onze doses après",
                "    rupture du froid",
                "    ████████████████  23",
                "",
                "B   Ordonnance remise à",
                "    une autre",
                "    ██████▉           10",
                "",
                "C   Rien",
                "                       0",
            ]
        );
    }

    #[test]
    fn a_single_voice_is_seen_in_either_set_of_signs() {
        let bars = [bar('A', "a", 900), bar('B', "b", 1)];
        assert_eq!(drawn(&bars, 20, &Signs::FULL)[4], "    ▏              1");
        assert_eq!(drawn(&bars, 20, &Signs::PLAIN)[4], "    #              1");
    }

    proptest! {
        #[test]
        fn bars_grow_with_their_number_and_fit(values in prop::collection::vec(any::<u32>(), 1..6), room in 0_usize..60) {
            let theme = theme(&Signs::FULL);
            let most = *values.iter().max().unwrap();
            let eighths = |value| {
                let bar = bar_of(value, most, room, &theme);
                let part = |sign: &str| theme.signs.eighths.iter().position(|e| *e == sign).map_or(8, |i| i + 1);
                bar.chars().map(|c| part(c.encode_utf8(&mut [0; 4]))).sum::<usize>()
            };
            let mut sorted = values;
            sorted.sort_unstable();
            prop_assert!(sorted.windows(2).all(|pair| eighths(pair[0]) <= eighths(pair[1])));
            prop_assert_eq!(eighths(most), if most == 0 { 0 } else { room * 8 });
        }

        #[test]
        fn it_never_draws_outside(label in "\\PC{0,30}", value: u32, width in 0_u16..30, height in 0_u16..6, scroll in 0_usize..9) {
            let mut buf = Buffer::empty(Rect::new(0, 0, 20, 5));
            let area = Rect::new(3, 1, width, height);
            draw(&mut buf, area, &[bar('A', &label, value), bar('B', "b", 7)], scroll, &theme(&Signs::FULL));
            for (i, cell) in buf.content.iter().enumerate() {
                let (x, y) = buf.pos_of(i);
                prop_assert!(area.contains((x, y).into()) || cell.symbol() == " ");
            }
        }
    }
}
