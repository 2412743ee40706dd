//! From a painted buffer to bytes: only the cells that changed, in one write. The pen and the cursor of the terminal are
//! remembered between frames, so that a typed letter costs a few bytes.

use super::Answer;
use crate::domain::text::commands_or_hides;
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier};
use std::io::Write;

/// Frames above this many bytes are bracketed as a synchronised update, so that they appear at once; a terminal takes
/// shorter ones in one gulp anyway.
const AT_ONCE: usize = 128;

/// What the terminal shows, and how to make it show something else.
pub struct Frame {
    shown: Buffer,
    next: Buffer,
    out: Out,
    /// Where the cursor is shown.
    cursor: Option<Position>,
    /// Nothing is known of what the terminal shows.
    blank: bool,
}

impl Frame {
    /// A frame of this size on a terminal of which nothing is known but that its cursor is hidden.
    pub fn new(width: u16, height: u16) -> Self {
        let area = Rect::new(0, 0, width, height);
        Self {
            shown: Buffer::empty(area),
            next: Buffer::empty(area),
            out: Out::default(),
            cursor: None,
            blank: true,
        }
    }

    /// The terminal has this size from now on; all is painted anew.
    pub fn resize(&mut self, width: u16, height: u16) {
        let area = Rect::new(0, 0, width, height);
        self.next = Buffer::empty(area);
        self.shown = Buffer::empty(area);
        self.forget();
    }

    /// Something else has written on the terminal, and may have shown or hidden the cursor; all is painted anew.
    pub fn forget(&mut self) {
        self.shown.reset();
        self.blank = true;
    }

    /// Lets `draw` paint, and gives the bytes that bring the terminal there: none if nothing changed.
    pub fn paint(&mut self, draw: impl FnOnce(&mut Buffer) -> Option<Position>) -> &[u8] {
        let area = self.next.area;
        let cursor = draw(&mut self.next).filter(|at| area.contains(*at));
        self.out.start();
        if self.blank {
            self.out.wipe();
            self.cursor = None;
            self.blank = false;
        }
        let width = usize::from(area.width).max(1);
        let rows = self
            .shown
            .content
            .chunks(width)
            .zip(self.next.content.chunks(width));
        for (y, (old, new)) in (0..area.height).zip(rows) {
            if !old.iter().zip(new).all(|(old, new)| same(old, new)) {
                row(&mut self.out, (0, y), area.width, old, new);
            }
        }
        self.place(cursor);
        std::mem::swap(&mut self.shown, &mut self.next);
        self.out.finish()
    }

    /// Lets `draw` paint a part of the screen, if it wants to and the rest is known; the bytes that bring the terminal there
    /// are then in [`Frame::bytes`].
    pub fn part(&mut self, draw: impl FnOnce(&mut Buffer) -> Option<Answer>) -> bool {
        if self.blank {
            return false;
        }
        let Some(Answer { area, cursor }) = draw(&mut self.next) else {
            return false;
        };
        let screen = self.next.area;
        let area = area.intersection(screen);
        self.out.start();
        for y in area.top()..area.bottom() {
            let start = self.next.index_of(area.x, y);
            let cells = start..start + usize::from(area.width);
            let old = &mut self.shown.content[cells.clone()];
            let new = &mut self.next.content[cells];
            if !old.iter().zip(new.iter()).all(|(old, new)| same(old, new)) {
                row(&mut self.out, (area.x, y), screen.width, old, new);
                old.swap_with_slice(new);
            }
        }
        self.place(cursor.filter(|at| screen.contains(*at)));
        true
    }

    /// The bytes of the part painted last.
    pub fn bytes(&mut self) -> &[u8] {
        self.out.finish()
    }

    fn place(&mut self, cursor: Option<Position>) {
        if let Some(at) = cursor {
            self.out.go(at.x, at.y);
        }
        if cursor.is_some() != self.cursor.is_some() {
            self.out.show(cursor.is_some());
        }
        self.cursor = cursor;
    }
}

/// Whether two cells look the same. Most signs are one byte long, which is compared without a call: every cell of the screen
/// passes here at every frame.
fn same(a: &Cell, b: &Cell) -> bool {
    let (one, other) = (a.symbol().as_bytes(), b.symbol().as_bytes());
    let sign = match (one, other) {
        ([x], [y]) => x == y,
        _ => one == other,
    };
    sign && a.fg == b.fg && a.bg == b.bg && a.modifier == b.modifier
}

/// Makes cells blank. Most of them are already, and looking costs less than writing.
pub fn wash(cells: &mut [Cell], blank: &Cell) {
    for cell in cells.iter_mut().filter(|cell| !same(cell, blank)) {
        cell.clone_from(blank);
    }
}

/// Writes what differs in a row, or in the piece of one that begins at `at`, on a screen of so many `columns`.
fn row(out: &mut Out, at: (u16, u16), columns: u16, old: &[Cell], new: &[Cell]) {
    let mut x = 0;
    // Up to here the remains of a wide character that stood there must be painted over.
    let mut torn = 0;
    while x < new.len() {
        let wide = usize::from(new[x].cell_width()).clamp(1, new.len() - x);
        let changed = !same(&new[x], &old[x]);
        if changed || x < torn {
            let column = usize::from(at.0) + x;
            out.cell(column, at.1, &new[x], wide, usize::from(columns));
        }
        if changed {
            for (at, cell) in old.iter().enumerate().skip(x).take(wide) {
                torn = torn.max(at + usize::from(cell.cell_width()));
            }
        }
        x += wide;
    }
}

/// The bytes under way, and what is known of the terminal once it has read them.
#[derive(Default)]
struct Out {
    bytes: Vec<u8>,
    pen: Option<Pen>,
    at: Option<Position>,
}

/// How the terminal writes.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Pen {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Out {
    /// Room for the opening bracket, which is cut off again if it is not needed.
    const OPEN: &[u8] = b"\x1b[?2026h";
    const CLOSE: &[u8] = b"\x1b[?2026l";

    fn start(&mut self) {
        self.bytes.clear();
        self.bytes.extend_from_slice(Self::OPEN);
    }

    fn finish(&mut self) -> &[u8] {
        if self.bytes.len() - Self::OPEN.len() <= AT_ONCE {
            return &self.bytes[Self::OPEN.len()..];
        }
        self.bytes.extend_from_slice(Self::CLOSE);
        &self.bytes
    }

    /// Writes to memory, which cannot fail.
    fn put(&mut self, text: std::fmt::Arguments) {
        let _ = self.bytes.write_fmt(text);
    }

    fn wipe(&mut self) {
        self.bytes.extend_from_slice(b"\x1b[?25l\x1b[0m\x1b[2J");
        self.pen = None;
        self.at = None;
    }

    fn show(&mut self, cursor: bool) {
        self.bytes
            .extend_from_slice(if cursor { b"\x1b[?25h" } else { b"\x1b[?25l" });
    }

    fn go(&mut self, x: u16, y: u16) {
        match self.at {
            Some(at) if at == Position::new(x, y) => return,
            Some(at) if at.y == y && at.x + 1 == x => self.put(format_args!("\x1b[C")),
            Some(at) if at.y == y && at.x < x => self.put(format_args!("\x1b[{}C", x - at.x)),
            _ => self.put(format_args!("\x1b[{};{}H", y + 1, x + 1)),
        }
        self.at = Some(Position::new(x, y));
    }

    fn cell(&mut self, x: usize, y: u16, cell: &Cell, wide: usize, columns: usize) {
        let Ok(column) = u16::try_from(x) else { return };
        let symbol = printable(cell.symbol(), wide);
        if wide > 1 {
            // Some terminals give such a character one column only, and would leave the next one as it was.
            self.go(column + 1, y);
            self.ink(cell);
            self.bytes.push(b' ');
            self.at = None;
        }
        self.go(column, y);
        self.ink(cell);
        self.bytes.extend_from_slice(symbol.as_bytes());
        // After the last column terminals wait to wrap, and they disagree on the width of what is not one plain character.
        let sure = wide == 1 && x + 1 < columns && symbol.chars().nth(1).is_none();
        self.at = sure.then(|| Position::new(column + 1, y));
    }

    fn ink(&mut self, cell: &Cell) {
        let pen = Pen {
            fg: cell.fg,
            bg: cell.bg,
            modifier: cell.modifier,
        };
        let Some(old) = self
            .pen
            .replace(pen)
            .filter(|old| old.modifier == pen.modifier)
        else {
            self.put(format_args!("\x1b[0"));
            self.weight(pen.modifier);
            self.colour(pen.fg, 30);
            self.colour(pen.bg, 40);
            self.bytes.push(b'm');
            return;
        };
        if old == pen {
            return;
        }
        self.put(format_args!("\x1b["));
        let start = self.bytes.len();
        if old.fg != pen.fg {
            self.colour(pen.fg, 30);
        }
        if old.bg != pen.bg {
            self.colour(pen.bg, 40);
        }
        self.bytes.remove(start);
        self.bytes.push(b'm');
    }

    fn weight(&mut self, modifier: Modifier) {
        let codes = [
            (Modifier::BOLD, b'1'),
            (Modifier::DIM, b'2'),
            (Modifier::ITALIC, b'3'),
            (Modifier::UNDERLINED, b'4'),
            (Modifier::REVERSED, b'7'),
            (Modifier::CROSSED_OUT, b'9'),
        ];
        for (one, code) in codes {
            if modifier.contains(one) {
                self.bytes.extend_from_slice(&[b';', code]);
            }
        }
    }

    /// A colour with its leading semicolon; `base` is 30 for the front, 40 for the back.
    fn colour(&mut self, colour: Color, base: u8) {
        match colour {
            Color::Reset => self.put(format_args!(";{}", base + 9)),
            Color::Rgb(r, g, b) => self.put(format_args!(";{};2;{r};{g};{b}", base + 8)),
            Color::Indexed(n) => self.put(format_args!(";{};5;{n}", base + 8)),
            named => {
                let n = sixteen(named);
                let code = if n < 8 { base + n } else { base + 52 + n };
                self.put(format_args!(";{code}"));
            }
        }
    }
}

/// The number of one of the sixteen colours.
fn sixteen(colour: Color) -> u8 {
    match colour {
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        _ => 0,
    }
}

/// The symbol, or a mark in its place if it could command the terminal or has no width of its own. Texts are cleaned long
/// before; this is the last door.
fn printable(symbol: &str, wide: usize) -> &str {
    let hostile = symbol.is_empty() || symbol.chars().any(commands_or_hides);
    match (hostile, wide) {
        (false, _) => symbol,
        (true, 1) => "?",
        (true, _) => "??",
    }
}

#[cfg(test)]
mod tests;
