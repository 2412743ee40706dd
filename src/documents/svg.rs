//! Pictures of simple shapes, laid out once: HTML writes them as SVG, DOCX as the drawing of its own kind. Text stays text, and
//! areas are told apart by their pattern, so that a black and white printer loses nothing. No colour is named here: the shapes
//! say what they are, the style of each format says how that looks.
//!
//! The charts take plain data: [`bars`], [`stacked`], [`months`], [`pareto`].

mod charts;
mod curves;
mod markup;

pub use charts::{Bar, Stack, bars, stacked};
pub use curves::{Trace, months, pareto};
pub use markup::svg;

use super::figure;

/// Width of every picture. It is printed as wide as the text of an A4 page, so that a unit is about a quarter of a millimetre.
pub const WIDTH: i32 = 720;
/// Size of a text: about 9 points in print.
pub const TEXT: i32 = 13;
/// Size of a small text: about 8 points in print.
pub const SMALL: i32 = 11;

/// A place: units from the left, units from the top.
pub type Spot = (i32, i32);

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// What it is, in a few words: read aloud in its place.
    pub title: String,
    /// What it shows, in words: for whoever does not see it.
    pub desc: String,
    /// Its height in units; its width is [`WIDTH`].
    pub height: i32,
    /// What is drawn, from the back to the front.
    pub shapes: Vec<Shape>,
}

/// What a stroke or a text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ink {
    /// The text itself.
    #[default]
    Text,
    /// What stands beside: axes, levels, rules.
    Aside,
    /// What the picture is about.
    Accent,
    /// On a dark ground.
    Paper,
}

/// What an area is filled with; every one differs from the others without its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// White, inside its line.
    Paper,
    /// Dark.
    Solid,
    /// Very light.
    Pale,
    /// Strokes that rise to the right.
    Rising,
    /// Strokes that fall to the right.
    Falling,
    /// Level strokes.
    Level,
    /// Strokes both ways.
    Crossed,
}

impl Fill {
    /// The order in which the parts of a chart take them.
    pub const SERIES: [Self; 6] = [
        Self::Solid,
        Self::Rising,
        Self::Pale,
        Self::Crossed,
        Self::Level,
        Self::Falling,
    ];

    /// The one of the part at this place.
    pub fn of_part(index: usize) -> Self {
        Self::SERIES[index % Self::SERIES.len()]
    }
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pen {
    /// What it is.
    pub ink: Ink,
    /// Its width in units.
    pub width: i32,
    /// Whether it is broken.
    pub broken: bool,
}

impl Pen {
    /// A thin line.
    pub const fn thin(ink: Ink) -> Self {
        Self {
            ink,
            width: 1,
            broken: false,
        }
    }

    /// A line that is seen first.
    pub const fn thick(ink: Ink) -> Self {
        Self {
            ink,
            width: 3,
            broken: false,
        }
    }

    /// The same line, broken.
    #[must_use]
    pub const fn broken(self) -> Self {
        Self {
            broken: true,
            ..self
        }
    }
}

/// Which end of a text stands at its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    #[default]
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// A text on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// What it says.
    pub text: String,
    /// Its size in units.
    pub size: i32,
    /// Which end of it stands at its place.
    pub anchor: Anchor,
    /// What it is.
    pub ink: Ink,
    /// Whether it is bold.
    pub bold: bool,
}

impl Label {
    /// A text of the usual size that begins at its place.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            size: TEXT,
            anchor: Anchor::Start,
            ink: Ink::Text,
            bold: false,
        }
    }

    /// The same, small.
    #[must_use]
    pub fn small(self) -> Self {
        Self {
            size: SMALL,
            ..self
        }
    }

    /// The same, bold.
    #[must_use]
    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The same with its middle at its place.
    #[must_use]
    pub fn middle(self) -> Self {
        Self {
            anchor: Anchor::Middle,
            ..self
        }
    }

    /// The same with its end at its place.
    #[must_use]
    pub fn end(self) -> Self {
        Self {
            anchor: Anchor::End,
            ..self
        }
    }

    /// The same in another ink.
    #[must_use]
    pub fn ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }
}

/// A piece of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A straight line.
    Line(Spot, Spot, Pen),
    /// A rectangle: its upper left corner, its width and height, what fills it, the line around it.
    Rect(Spot, Spot, Fill, Option<Pen>),
    /// A circle: its middle, its radius; with a thin line around it.
    Circle(Spot, i32, Fill),
    /// A closed shape; with a thin line around it.
    Polygon(Vec<Spot>, Fill),
    /// A text; its place is on its base line.
    Text(Spot, Label),
}

impl Drawing {
    /// A picture with nothing in it yet.
    pub fn new(title: impl Into<String>, desc: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            desc: desc.into(),
            height: 0,
            shapes: Vec::new(),
        }
    }

    /// A line.
    pub fn line(&mut self, from: Spot, to: Spot, pen: Pen) {
        self.reach(from.1.max(to.1) + pen.width);
        self.shapes.push(Shape::Line(from, to, pen));
    }

    /// A rectangle; one without width or height is not drawn.
    pub fn rect(&mut self, at: Spot, size: Spot, fill: Fill, pen: Option<Pen>) {
        if size.0 > 0 && size.1 > 0 {
            self.reach(at.1 + size.1 + 1);
            self.shapes.push(Shape::Rect(at, size, fill, pen));
        }
    }

    /// A circle.
    pub fn circle(&mut self, at: Spot, radius: i32, fill: Fill) {
        self.reach(at.1 + radius + 1);
        self.shapes.push(Shape::Circle(at, radius, fill));
    }

    /// A closed shape.
    pub fn polygon(&mut self, points: Vec<Spot>, fill: Fill) {
        self.reach(points.iter().map(|p| p.1).max().unwrap_or(0) + 1);
        self.shapes.push(Shape::Polygon(points, fill));
    }

    /// A text; a blank one is not drawn.
    pub fn text(&mut self, at: Spot, label: Label) {
        if !label.text.trim().is_empty() {
            self.reach(at.1 + label.size * 3 / 10 + 1);
            self.shapes.push(Shape::Text(at, label));
        }
    }

    /// A text in as many lines as it needs in `width`, the first on the base line `at`; gives the base line below the last.
    pub fn lines(&mut self, at: Spot, width: i32, label: &Label) -> i32 {
        let mut y = at.1;
        for line in wrap(&label.text, width, label.size) {
            let text = Label {
                text: line,
                ..label.clone()
            };
            self.text((at.0, y), text);
            y += leading(label.size);
        }
        y
    }

    /// A sign for a place on a line of this kind: circle, square, triangle, lozenge by turns.
    pub fn sign(&mut self, (x, y): Spot, kind: usize, fill: Fill) {
        match kind % 4 {
            0 => self.circle((x, y), 5, fill),
            1 => self.rect((x - 5, y - 5), (10, 10), fill, Some(Pen::thin(Ink::Text))),
            2 => self.polygon(vec![(x, y - 6), (x + 6, y + 5), (x - 6, y + 5)], fill),
            _ => self.polygon(vec![(x, y - 7), (x + 7, y), (x, y + 7), (x - 7, y)], fill),
        }
    }

    /// Makes the picture high enough for what ends at `bottom`.
    pub fn reach(&mut self, bottom: i32) {
        self.height = self.height.max(bottom);
    }
}

/// From one base line to the next.
pub const fn leading(size: i32) -> i32 {
    size * 5 / 4
}

/// The lines of a text of this size in `width` units, as wide as the widest of the usual fonts makes it.
pub fn wrap(text: &str, width: i32, size: i32) -> Vec<String> {
    let columns = width * 100 / (size.max(1) * 57);
    figure::wrap(text, usize::try_from(columns).unwrap_or(1).max(1))
}

/// Units that a text of this size takes on one line, rather too many than too few.
pub fn width(text: &str, size: i32) -> i32 {
    let tenths = |c: char| match c {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | ' ' | '\u{a0}' | '\u{202f}' => 35,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | 'œ' | 'Œ' => 98,
        c if c.is_uppercase() => 72,
        'f' | 'r' | 't' | '(' | ')' | '-' => 42,
        _ => 62,
    };
    text.chars().map(tenths).sum::<i32>() * size / 100
}

#[cfg(test)]
mod tests;
