//! Where things stand on the screen: header and its rule, rail, page, margin, footer. The same places at every moment; only
//! the size and the density of the theme change them.

use super::theme::{Density, Look, Role};
use super::widgets::wrap::{fit, put, width};
use crate::guard::Field;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Clear, Widget};

/// Smallest screen on which anything but a message is drawn.
pub const MIN: (u16, u16) = (60, 20);
/// Below this width the rail is one line.
const RAIL_FROM: u16 = 72;
/// From this width on there is a margin.
const MARGIN_FROM: u16 = 112;
/// Columns of the rail, its gap included.
const RAIL: u16 = 18;
/// Widest page.
const PAGE: u16 = 78;
/// Columns of the margin.
const MARGIN: u16 = 30;
/// Widest rail, page and margin together: on a wider screen they stand in the middle, with header and footer above and below.
const WIDEST: u16 = 144;
/// The same where there is no margin.
const WIDEST_WALL: u16 = RAIL + PAGE + 4;
/// From this height on there is more air above the page.
const TALL: u16 = 44;

/// The places of a screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    /// The whole screen.
    pub screen: Rect,
    /// One line above the rule.
    pub header: Rect,
    /// The steps; none on a narrow screen.
    pub rail: Option<Rect>,
    /// The page beside the rail.
    pub page: Rect,
    /// The margin; none below 112 columns and on the wall.
    pub margin: Option<Rect>,
    /// A page without rail.
    pub full: Rect,
    /// One line at the foot.
    pub footer: Rect,
}

impl Areas {
    /// The places on a screen of this size.
    pub fn new(size: (u16, u16), density: Density) -> Self {
        let (w, h) = size;
        let screen = Rect::new(0, 0, w, h);
        let top = (3 + h.saturating_sub(TALL) / 5).min(h);
        let body_height = h.saturating_sub(top + 2);
        let has_rail = w >= RAIL_FROM;
        let wide = w >= MARGIN_FROM && density == Density::Normal;
        let margin_width = if wide { MARGIN + 3 } else { 0 };
        let widest = if density == Density::Normal {
            WIDEST
        } else {
            WIDEST_WALL
        };
        let x = w.saturating_sub(widest) / 2;
        let w = w.min(widest);
        let header = Rect::new(x + 1, 0, w.saturating_sub(2), 1.min(h));
        let footer = Rect::new(x + 1, h.saturating_sub(1), w.saturating_sub(2), 1.min(h));
        let left = if has_rail { RAIL + 1 } else { 1 };
        let page_top = if has_rail { top } else { (top + 1).min(h) };
        let room = w.saturating_sub(left + margin_width + 1);
        let page = Rect::new(
            x + left,
            page_top,
            room.min(PAGE),
            h.saturating_sub(page_top + 2),
        );
        let margin = wide.then(|| {
            Rect::new(
                page.right() + 3,
                top,
                (x + w).saturating_sub(page.right() + 4).min(MARGIN + 12),
                body_height,
            )
        });
        let full_width = w.saturating_sub(4).min(PAGE + 12);
        let full = Rect::new(x + 2.min(w), top, full_width, body_height);
        let rail = has_rail.then(|| Rect::new(x, top, RAIL, body_height));
        Self {
            screen,
            header,
            rail,
            page,
            margin,
            full,
            footer,
        }
    }

    /// The page and the margin in one, for a picture.
    pub fn wide(&self) -> Rect {
        let right = self.margin.map_or(self.header.right(), Rect::right);
        Rect {
            width: right.saturating_sub(self.page.x).max(self.page.width),
            ..self.page
        }
    }

    /// Whether the screen is too small for anything but a message.
    pub fn too_small(&self) -> bool {
        self.screen.width < MIN.0 || self.screen.height < MIN.1
    }

    /// A window in the middle, at most this large.
    pub fn window(&self, wide: u16, high: u16) -> Rect {
        let w = wide.min(self.screen.width.saturating_sub(4));
        // Below the rule of the header, and never on the footer.
        let h = high.min(self.screen.height.saturating_sub(3));
        Rect::new(
            (self.screen.width - w) / 2,
            ((self.screen.height - h) / 3).max(2),
            w,
            h,
        )
    }
}

/// Where the terminal's cursor belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The cell.
    pub at: Position,
    /// The text that is being typed there, if it is one in words.
    pub text: Option<Typed>,
}

/// A text in words being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// What kind of text it is.
    pub field: Field,
    /// The text, of a long one what stands around the cursor.
    pub text: String,
    /// Where the cursor stands in it, in bytes.
    pub cursor: usize,
}

impl From<Position> for Cursor {
    fn from(at: Position) -> Self {
        Self { at, text: None }
    }
}

/// What a screen draws on.
pub struct Canvas<'a> {
    /// The cells.
    pub buf: &'a mut Buffer,
    /// The places.
    pub areas: Areas,
    /// The theme, on the ground that is drawn on.
    pub look: Look<'a>,
    /// Where the terminal's cursor belongs, if anywhere.
    pub cursor: Option<Cursor>,
}

impl Canvas<'_> {
    /// One line, cut with `…` where it does not fit.
    pub fn line(&mut self, area: Rect, text: &str, role: Role) {
        if area.height > 0 {
            let text = fit(text, usize::from(area.width));
            let style = self.look.style(role);
            put(
                self.buf,
                area.x,
                area.y,
                &text,
                usize::from(area.width),
                style,
            );
        }
    }

    /// One line that ends at the right edge of `area`; gives its width.
    pub fn line_right(&mut self, area: Rect, text: &str, role: Role) -> u16 {
        let text = fit(text, usize::from(area.width));
        let wide = u16::try_from(width(&text)).unwrap_or(area.width);
        self.line(
            Rect {
                x: area.right().saturating_sub(wide),
                width: wide,
                ..area
            },
            &text,
            role,
        );
        wide
    }

    /// Text wrapped by words; gives the rows used.
    pub fn text(&mut self, area: Rect, text: &str, role: Role) -> u16 {
        let style = self.look.style(role);
        super::widgets::wrap::draw_wrapped(self.buf, area, text, style)
    }

    /// The thin rule under the header.
    pub fn rule(&mut self) {
        let row = Rect {
            x: 0,
            y: 1,
            width: self.areas.screen.width,
            height: 1,
        };
        let line = self.look.signs.rule.repeat(usize::from(row.width));
        self.line(row, &line, Role::Aside);
    }

    /// A floating window that holds a form, whose bar of focus stands one column into the air of the window.
    pub fn form_window(&mut self, wide: u16, high: u16, title: &str) -> Rect {
        let area = self.window(wide, high, title);
        Rect {
            x: area.x.saturating_sub(1),
            width: area.width + 1,
            ..area
        }
    }

    /// A floating window: clears its place, frames it, writes its title; gives the place inside.
    pub fn window(&mut self, wide: u16, high: u16, title: &str) -> Rect {
        let area = self.areas.window(wide, high);
        // One thing at a time: the page below steps back, only header and footer stay.
        let screen = self.areas.screen;
        let below = Rect {
            y: 2,
            height: screen.height.saturating_sub(2),
            ..screen
        };
        Clear.render(below, self.buf);
        self.buf.set_style(below, self.look.style(Role::Body));
        self.look = self.look.raise();
        super::widgets::window::draw(self.buf, area, title, self.look);
        inside(area)
    }
}

/// The place inside the frame of a window, with air.
pub fn inside(window: Rect) -> Rect {
    Rect {
        x: window.x + 3,
        y: window.y + 2,
        width: window.width.saturating_sub(6),
        height: window.height.saturating_sub(3),
    }
}
