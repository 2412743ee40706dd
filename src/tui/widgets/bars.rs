//! A chart of horizontal bars: what a vote gave. Every bar has its letter, its wording and its number in words and figures,
//! so that the length only helps the eye. It is drawn as large as its place allows: see [`Shape`].

use super::digits;
use super::wrap;
use crate::tui::theme::{Look, Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::ops::Range;

/// Columns before the wording, which hold the letter and its mark.
const INDENT: usize = 4;
/// Columns between a bar and its number.
const SPACE: usize = 2;
/// Narrowest wording beside its bar.
const NARROW: usize = 20;
/// Shortest bar beside its wording.
const SHORT: usize = 6;

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar<'a> {
    /// Letter of the option.
    pub letter: char,
    /// A sign between letter and wording, and its role: retained, equal.
    pub mark: Option<(&'static str, Role)>,
    /// Its wording.
    pub label: &'a str,
    /// Its number, which is the length of the bar.
    pub value: u32,
    /// What is said at the end of the bar: the number, or more; in a [`Shape::Large`] chart the number alone.
    pub said: String,
    /// Whether it is in front: its wording and bar stand out.
    pub leads: bool,
}

/// How large a chart is drawn, the largest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Numbers three rows high, for the wall; only where numbers are all that is said.
    Large,
    /// Wording, bar, blank line.
    Airy,
    /// Wording, bar.
    Close,
    /// Bar beside the wording.
    Beside,
}

/// A chart of a given width.
#[derive(Debug)]
pub struct Chart<'b, 'a> {
    bars: &'b [Bar<'a>],
    shape: Shape,
    /// Columns of the wording.
    label: usize,
    /// Where the bars begin, and how long the longest is.
    bar: (usize, usize),
    rows: Vec<Row>,
}

/// One row of the chart.
#[derive(Debug, Default)]
struct Row {
    /// The bar it belongs to; none in a blank line between two.
    of: Option<usize>,
    /// A visual line of the wording; the first one bears the letter.
    label: Option<Range<usize>>,
    /// Whether the bar is drawn here, and whether what is said of it.
    bar: bool,
    said: bool,
    /// A line of a large number.
    digits: Option<usize>,
}

impl<'b, 'a> Chart<'b, 'a> {
    /// The chart in this shape.
    pub fn new(bars: &'b [Bar<'a>], shape: Shape, width: usize) -> Self {
        let said = bars.iter().map(|b| number_width(b, shape)).max();
        let said = said.unwrap_or(0) + SPACE;
        let room = width.saturating_sub(INDENT + said);
        let whole = width.saturating_sub(INDENT);
        let (label, bar) = match shape {
            Shape::Large => (room, (INDENT, room)),
            Shape::Airy | Shape::Close => (whole, (INDENT, room)),
            Shape::Beside => {
                let widest = bars.iter().map(|b| wrap::width(b.label)).max().unwrap_or(0);
                let most = (room * 3 / 5).max(NARROW);
                let label = widest.min(most).min(room.saturating_sub(SHORT + SPACE));
                let used = INDENT + label + SPACE;
                (label, (used, width.saturating_sub(used + said)))
            }
        };
        let mut chart = Self {
            bars,
            shape,
            label,
            bar,
            rows: Vec::new(),
        };
        for i in 0..bars.len() {
            chart.add(i);
        }
        chart
    }

    /// Adds the rows of a bar.
    fn add(&mut self, of: usize) {
        if of > 0 && matches!(self.shape, Shape::Large | Shape::Airy) {
            self.rows.push(Row::default());
        }
        let first = self.rows.len();
        let lines = wrap::wrap(self.bars[of].label, self.label);
        self.rows.extend(lines.into_iter().map(|line| Row {
            of: Some(of),
            label: Some(line),
            ..Row::default()
        }));
        let own = || Row {
            of: Some(of),
            bar: true,
            said: true,
            ..Row::default()
        };
        match self.shape {
            Shape::Airy | Shape::Close => self.rows.push(own()),
            Shape::Beside => {
                if self.rows.len() == first {
                    self.rows.push(own());
                }
                let row = &mut self.rows[first];
                (row.bar, row.said) = (true, true);
            }
            Shape::Large => {
                let labels = self.rows.len() - first;
                let high = usize::from(digits::HEIGHT);
                // The bar takes what the wording leaves beside the number.
                for _ in labels..high.max(labels + 1) {
                    self.rows.push(Row {
                        said: false,
                        ..own()
                    });
                }
                for (n, row) in self.rows[first..].iter_mut().take(high).enumerate() {
                    row.digits = Some(n);
                }
            }
        }
    }

    /// How many rows it takes.
    pub fn n_rows(&self) -> usize {
        self.rows.len()
    }

    /// Draws the rows from `scroll` on into `area`.
    pub fn draw(&self, buf: &mut Buffer, area: Rect, scroll: usize, look: Look) {
        let most = self.bars.iter().map(|bar| bar.value).max().unwrap_or(0);
        let led = self.bars.iter().any(|bar| bar.leads);
        let visible = area.intersection(buf.area);
        for (line, row) in visible.rows().zip(self.rows.iter().skip(scroll)) {
            let Some(bar) = row.of.and_then(|of| self.bars.get(of)) else {
                continue;
            };
            if let Some(range) = &row.label {
                draw_label(buf, line, bar, range, look);
            }
            if row.bar {
                let role = if bar.leads || !led {
                    Role::Bar
                } else {
                    Role::Track
                };
                let drawn = bar_of(bar.value, most, self.bar.1, &look);
                put(buf, line, self.bar.0, &drawn, role, look);
            }
            let end = self.bar.0 + self.bar.1 + SPACE;
            let width = usize::from(area.width).saturating_sub(end);
            if row.said {
                put(buf, line, end, &bar.said, said_role(bar), look);
            }
            if let Some(n) = row.digits {
                let number = bar.said.trim();
                let digits = &digits::lines(number, look.signs.block.is_ascii())[n];
                let pad = width.saturating_sub(digits::width(number));
                put(
                    buf,
                    line,
                    end + pad,
                    digits.trim_end(),
                    said_role(bar),
                    look,
                );
            }
        }
    }
}

/// Columns of what is said at the end of a bar.
fn number_width(bar: &Bar, shape: Shape) -> usize {
    match shape {
        Shape::Large => digits::width(bar.said.trim()),
        _ => wrap::width(&bar.said),
    }
}

fn said_role(bar: &Bar) -> Role {
    if bar.leads { Role::Strong } else { Role::Body }
}

fn draw_label(buf: &mut Buffer, line: Rect, bar: &Bar, range: &Range<usize>, look: Look) {
    if range.start == 0 {
        put(buf, line, 0, &bar.letter.to_string(), Role::Strong, look);
        if let Some((sign, role)) = bar.mark {
            put(buf, line, 2, sign, role, look);
        }
    }
    let role = if bar.leads { Role::Strong } else { Role::Body };
    put(buf, line, INDENT, &bar.label[range.clone()], role, look);
}

/// Draws `text` at column `x` of `line`, as far as it goes.
fn put(buf: &mut Buffer, line: Rect, x: usize, text: &str, role: Role, look: Look) {
    let room = usize::from(line.width).saturating_sub(x);
    if let Some(at) = u16::try_from(x).ok().filter(|_| room > 0) {
        buf.set_stringn(line.x + at, line.y, text, room, look.style(role));
    }
}

/// The bar of `value`, where `most` fills `room` columns. What is not nothing is seen.
pub fn bar_of(value: u32, most: u32, room: usize, theme: &Theme) -> String {
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
            mark: None,
            label,
            value,
            said: format!("{value:>2}"),
            leads: false,
        }
    }

    fn drawn(bars: &[Bar], shape: Shape, width: u16, signs: &Signs) -> Vec<String> {
        let chart = Chart::new(bars, shape, usize::from(width));
        let height = u16::try_from(chart.n_rows()).unwrap();
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        chart.draw(&mut buf, area, 0, theme(signs).page());
        let row = |y| -> String {
            (0..width)
                .map(|x| buf[(x, y)].symbol().to_owned())
                .collect()
        };
        (0..height).map(|y| row(y).trim_end().to_owned()).collect()
    }

    fn three() -> [Bar<'static>; 3] {
        let first = Bar {
            mark: Some(("✓", Role::Done)),
            leads: true,
            ..bar('A', "Onze doses après rupture du froid", 23)
        };
        let second = bar('B', "Ordonnance remise à une autre", 10);
        [first, second, bar('C', "Rien", 0)]
    }

    #[test]
    fn a_result_is_read_at_a_glance() {
        assert_eq!(
            drawn(&three(), Shape::Airy, 24, &Signs::FULL),
            [
                "A ✓ Onze doses après",
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
    fn on_the_wall_numbers_are_three_rows_high() {
        assert_eq!(
            drawn(&three()[..2], Shape::Large, 34, &Signs::FULL),
            [
                "A ✓ Onze doses après       ▀▀█ ▀▀█",
                "    rupture du froid       █▀▀ ▀▀█",
                "    █████████████████████  ▀▀▀ ▀▀▀",
                "",
                "B   Ordonnance remise à      █ █▀█",
                "    une autre                █ █ █",
                "    █████████▏               ▀ ▀▀▀",
            ]
        );
    }

    #[test]
    fn many_options_stand_one_to_a_row() {
        assert_eq!(
            drawn(&three(), Shape::Beside, 40, &Signs::FULL),
            [
                "A ✓ Onze doses après      ██████████  23",
                "    rupture du froid",
                "B   Ordonnance remise à   ████▎       10",
                "    une autre",
                "C   Rien                               0",
            ]
        );
    }

    #[test]
    fn a_single_voice_is_seen_in_either_set_of_signs() {
        let wide = |n: &str| format!("{n:>3}");
        let bars = [bar('A', "a", 900), bar('B', "b", 1)];
        let bars = bars.map(|b| Bar {
            said: wide(b.said.trim()),
            ..b
        });
        let line = |signs| drawn(&bars, Shape::Airy, 20, signs)[4].clone();
        assert_eq!(line(&Signs::FULL), "    ▏              1");
        assert_eq!(line(&Signs::PLAIN), "    #              1");
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
        fn it_never_draws_outside(label in "\\PC{0,30}", value: u32, shape in 0_usize..4, width in 0_u16..30, height in 0_u16..6, scroll in 0_usize..9) {
            let mut buf = Buffer::empty(Rect::new(0, 0, 20, 5));
            let area = Rect::new(3, 1, width, height);
            let shape = [Shape::Large, Shape::Airy, Shape::Close, Shape::Beside][shape];
            let bars = [bar('A', &label, value), bar('B', "b", 7)];
            let chart = Chart::new(&bars, shape, usize::from(width));
            chart.draw(&mut buf, area, scroll, theme(&Signs::FULL).page());
            for (i, cell) in buf.content.iter().enumerate() {
                let (x, y) = buf.pos_of(i);
                prop_assert!(area.contains((x, y).into()) || cell.symbol() == " ");
            }
        }
    }
}
