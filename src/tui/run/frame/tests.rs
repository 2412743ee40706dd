#![allow(clippy::unwrap_used)]

use super::*;
use proptest::prelude::*;
use ratatui::style::Style;

const WIDTH: u16 = 24;
const HEIGHT: u16 = 5;

/// A frame and the terminal that shows it.
struct Pair {
    frame: Frame,
    screen: vt100::Parser,
}

/// A text at a place, in a style.
type Piece = (u16, u16, String, Style);

impl Pair {
    fn new() -> Self {
        Self {
            frame: Frame::new(WIDTH, HEIGHT),
            screen: vt100::Parser::new(HEIGHT, WIDTH, 0),
        }
    }

    /// Draws, shows, and gives the number of bytes that it took.
    fn draw(&mut self, pieces: &[Piece], cursor: Option<Position>) -> usize {
        let bytes = self.frame.paint(|buf| {
            paint(buf, pieces);
            cursor
        });
        self.screen.process(bytes);
        bytes.len()
    }

    /// That the terminal shows what a buffer painted at once would.
    fn check(&self, pieces: &[Piece], cursor: Option<Position>) {
        let mut expected = Buffer::empty(Rect::new(0, 0, WIDTH, HEIGHT));
        paint(&mut expected, pieces);
        self.check_buffer(&expected, cursor);
    }

    /// That the terminal shows this buffer.
    fn check_buffer(&self, expected: &Buffer, cursor: Option<Position>) {
        let screen = self.screen.screen();
        for y in 0..HEIGHT {
            let mut x = 0;
            while x < WIDTH {
                let (want, got) = (&expected[(x, y)], screen.cell(y, x).unwrap());
                let text = if got.has_contents() {
                    got.contents()
                } else {
                    " "
                };
                assert_eq!(text, want.symbol(), "at {x},{y}");
                assert_eq!(
                    got.bold(),
                    want.modifier.contains(Modifier::BOLD),
                    "at {x},{y}"
                );
                assert_eq!(
                    got.inverse(),
                    want.modifier.contains(Modifier::REVERSED),
                    "at {x},{y}"
                );
                assert_eq!(got.bgcolor(), seen(want.bg), "at {x},{y}");
                assert_eq!(got.fgcolor(), seen(want.fg), "at {x},{y}");
                x += want.cell_width().max(1);
            }
        }
        assert_eq!(screen.hide_cursor(), cursor.is_none());
        if let Some(at) = cursor {
            assert_eq!(screen.cursor_position(), (at.y, at.x));
        }
    }
}

fn paint(buf: &mut Buffer, pieces: &[Piece]) {
    buf.reset();
    for (x, y, text, style) in pieces {
        buf.set_stringn(*x, *y, text, usize::from(WIDTH - x), *style);
    }
}

fn seen(colour: Color) -> vt100::Color {
    match colour {
        Color::Rgb(r, g, b) => vt100::Color::Rgb(r, g, b),
        Color::Indexed(n) => vt100::Color::Idx(n),
        Color::Reset => vt100::Color::Default,
        named => vt100::Color::Idx(sixteen(named)),
    }
}

fn style() -> impl Strategy<Value = Style> {
    let colour = || {
        prop_oneof![
            Just(Color::Reset),
            Just(Color::LightCyan),
            Just(Color::Blue),
            Just(Color::Indexed(81)),
            Just(Color::Rgb(1, 2, 3)),
        ]
    };
    let weight = prop_oneof![
        Just(Modifier::empty()),
        Just(Modifier::BOLD),
        Just(Modifier::REVERSED | Modifier::BOLD)
    ];
    (colour(), colour(), weight)
        .prop_map(|(fg, bg, weight)| Style::new().fg(fg).bg(bg).add_modifier(weight))
}

fn pieces() -> impl Strategy<Value = Vec<Piece>> {
    let text = prop_oneof![
        "[a-e ]{1,8}",
        "[éà■─]{1,8}",
        "[日本a ]{1,6}",
        "(e\u{301}){1,3}"
    ];
    prop::collection::vec((0..WIDTH, 0..HEIGHT, text, style()), 0..8)
}

fn cursor() -> impl Strategy<Value = Option<Position>> {
    prop::option::of((0..WIDTH, 0..HEIGHT).prop_map(Position::from))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_terminal_shows_every_frame_as_drawn(frames in prop::collection::vec((pieces(), cursor()), 1..6)) {
        let mut pair = Pair::new();
        for (pieces, cursor) in frames {
            pair.draw(&pieces, cursor);
            pair.check(&pieces, cursor);
            prop_assert_eq!(pair.draw(&pieces, cursor), 0);
        }
    }
}

fn line(text: &str) -> Vec<Piece> {
    let ink = Style::new()
        .fg(Color::Rgb(232, 234, 237))
        .bg(Color::Rgb(18, 22, 27));
    vec![(0, 1, text.to_owned(), ink)]
}

#[test]
fn a_letter_at_the_cursor_costs_its_own_byte() {
    let mut pair = Pair::new();
    pair.draw(&line("une dos"), Some(Position::new(7, 1)));
    assert_eq!(pair.draw(&line("une dose"), Some(Position::new(8, 1))), 1);
    pair.check(&line("une dose"), Some(Position::new(8, 1)));
}

#[test]
fn a_large_frame_is_one_update_and_a_small_one_is_bare() {
    let mut frame = Frame::new(WIDTH, HEIGHT);
    let full = frame.paint(|buf| {
        buf.content
            .iter_mut()
            .for_each(|cell| _ = cell.set_char('x'));
        None
    });
    assert!(full.starts_with(b"\x1b[?2026h") && full.ends_with(b"\x1b[?2026l"));
    let mut small = Frame::new(WIDTH, HEIGHT);
    assert!(!small.paint(|_| None).windows(4).any(|w| w == b"2026"));
}

#[test]
fn after_a_resize_all_is_painted_anew() {
    let mut pair = Pair::new();
    pair.draw(&line("avant"), None);
    pair.screen.process(b"\x1b[1;1Hdebris\x1b[?25h");
    pair.frame.resize(WIDTH, HEIGHT);
    assert!(pair.draw(&line("avant"), None) > 0);
    pair.check(&line("avant"), None);
}

#[test]
fn a_cursor_outside_is_hidden() {
    let mut pair = Pair::new();
    pair.draw(&line("une"), Some(Position::new(WIDTH, 0)));
    assert!(pair.screen.screen().hide_cursor());
}

/// Narrow texts in a style: what may stand across the edges of a part.
fn narrow() -> impl Strategy<Value = Vec<Piece>> {
    prop::collection::vec((0..WIDTH, 0..HEIGHT, "[a-eé ]{1,8}", style()), 0..8)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_part_changes_its_place_and_nothing_else(
        first in narrow(),
        parts in prop::collection::vec((narrow(), (0..WIDTH, 0..HEIGHT, 1..WIDTH, 1..HEIGHT), cursor()), 1..4),
        last in narrow(),
    ) {
        let mut pair = Pair::new();
        pair.draw(&first, None);
        let mut expected = Buffer::empty(Rect::new(0, 0, WIDTH, HEIGHT));
        paint(&mut expected, &first);
        for (pieces, (x, y, w, h), cursor) in parts {
            let area = Rect::new(x, y, w, h).intersection(expected.area);
            let mut inside = expected.clone();
            paint(&mut inside, &pieces);
            for at in area.positions() {
                expected[at] = inside[at].clone();
            }
            let painted = pair.frame.part(|buf| {
                for at in area.positions() {
                    buf[at] = inside[at].clone();
                }
                Some(Answer { area, cursor })
            });
            prop_assert!(painted);
            pair.screen.process(pair.frame.bytes());
            pair.check_buffer(&expected, cursor);
        }
        pair.draw(&last, None);
        pair.check(&last, None);
    }
}

#[test]
fn a_part_waits_until_the_screen_is_known() {
    let mut frame = Frame::new(WIDTH, HEIGHT);
    assert!(!frame.part(|_| Some(Answer {
        area: Rect::new(0, 0, 1, 1),
        cursor: None,
    })));
}

#[test]
fn no_cell_can_command_the_terminal() {
    let mut frame = Frame::new(WIDTH, HEIGHT);
    let bytes = frame.paint(|buf| {
        buf[(0, 0)].set_symbol("\x1b]0;title\x07");
        buf[(9, 0)].set_symbol("\u{9b}2J");
        None
    });
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    assert!(
        !text.contains("title") && !text.contains('\u{9b}'),
        "{text:?}"
    );
}

#[test]
fn a_screen_of_one_cell_is_drawn() {
    let mut frame = Frame::new(1, 1);
    let bytes = frame.paint(|buf| {
        buf[(0, 0)].set_symbol("日");
        Some(Position::new(0, 0))
    });
    assert!(!bytes.is_empty());
}
