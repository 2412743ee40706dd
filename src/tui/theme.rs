//! The only place that knows colours and signs of the screen. Screens ask for a [`Role`]; a theme, one RON file, says what it
//! looks like at the depth that the terminal has. Nothing is said by colour alone: see [`Signs`].

mod depth;
mod signs;

pub use depth::Depth;
pub use signs::Signs;

use crate::domain::problem::{FileFault, Problem, RonFault};
use crate::domain::ron_fault;
use ratatui::style::{Color, Modifier, Style};
use serde::{Deserialize, Deserializer};
use std::path::PathBuf;

crate::choices! {
    /// The themes that come with the program.
    pub enum Scheme {
        /// Dark.
        Sombre,
        /// Light.
        Clair,
        /// For the wall: black on white, wide.
        Projecteur,
        /// The strongest contrast, on black.
        Contraste,
    }

    /// How much air there is between items.
    pub enum Density {
        /// On a laptop.
        Normal,
        /// On a wall: a blank line between items, bold body, no margin column.
        Wall,
    }
}

/// A theme on one of its two grounds: the page, or a floating window.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    theme: &'a Theme,
    raised: bool,
    /// What is shown can only be read: how to fill it in is not said.
    pub reads: bool,
}

impl Look<'_> {
    /// The same, over something that can only be read.
    #[must_use]
    pub fn read(self) -> Self {
        Self {
            reads: true,
            ..self
        }
    }

    /// The same theme on a window.
    #[must_use]
    pub fn raise(self) -> Self {
        Self {
            raised: true,
            ..self
        }
    }

    /// The look of a role on this ground.
    pub fn style(&self, role: Role) -> Style {
        if self.raised {
            self.theme.raised(role)
        } else {
            self.theme.style(role)
        }
    }
}

impl std::ops::Deref for Look<'_> {
    type Target = Theme;

    fn deref(&self) -> &Theme {
        self.theme
    }
}

impl Scheme {
    /// The name as written in settings and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sombre => "sombre",
            Self::Clair => "clair",
            Self::Projecteur => "projecteur",
            Self::Contraste => "contraste",
        }
    }

    /// The theme of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|scheme| scheme.name() == name)
    }

    const fn source(self) -> &'static str {
        match self {
            Self::Sombre => include_str!("../content/themes/sombre.ron"),
            Self::Clair => include_str!("../content/themes/clair.ron"),
            Self::Projecteur => include_str!("../content/themes/projecteur.ron"),
            Self::Contraste => include_str!("../content/themes/contraste.ron"),
        }
    }
}

/// What a piece of the screen says by its look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A title.
    Title,
    /// The question, or a value that matters.
    Strong,
    /// Ordinary text.
    Body,
    /// What may be skipped: units, hints, rules, frames.
    Aside,
    /// Done, kept, right.
    Done,
    /// Worth a look.
    See,
    /// Refused, wrong.
    Refused,
    /// The line chosen: its own background, and no other colour upon it.
    Selected,
    /// The bar before what has the focus.
    Mark,
    /// The full part of a chart or gauge.
    Bar,
    /// The empty part of a gauge.
    Track,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Title,
        Self::Strong,
        Self::Body,
        Self::Aside,
        Self::Done,
        Self::See,
        Self::Refused,
        Self::Selected,
        Self::Mark,
        Self::Bar,
        Self::Track,
    ];
}

/// A theme at the depth of one terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Which one it is.
    pub scheme: Scheme,
    /// How much air there is.
    pub density: Density,
    /// The signs that its text can show.
    pub signs: Signs,
    depth: Depth,
    palette: Palette,
}

impl Theme {
    /// Reads the theme.
    pub fn load(scheme: Scheme, depth: Depth, signs: Signs) -> Result<Self, Problem> {
        let palette: Palette = ron_fault::read(scheme.source()).map_err(|fault| {
            let at = fault.span.start;
            let file = PathBuf::from(format!("{}.ron", scheme.name()));
            Problem::File(file, FileFault::Ron(at.line, at.col, RonFault::Other))
        })?;
        Ok(Self {
            scheme,
            density: palette.density,
            signs,
            depth,
            palette,
        })
    }

    /// The look of a role on the page, background included.
    pub fn style(&self, role: Role) -> Style {
        self.on(role, &self.palette.background)
    }

    /// The look of a role in a floating window.
    pub fn raised(&self, role: Role) -> Style {
        self.on(role, &self.palette.raised)
    }

    /// The depth of the terminal.
    pub fn depth(&self) -> Depth {
        self.depth
    }

    /// The page: the background of everything.
    pub fn page(&self) -> Look<'_> {
        Look {
            theme: self,
            raised: false,
            reads: false,
        }
    }

    /// A floating window.
    pub fn window(&self) -> Look<'_> {
        Look {
            theme: self,
            raised: true,
            reads: false,
        }
    }

    /// Whether this is the density of the wall.
    pub fn is_wall(&self) -> bool {
        self.density == Density::Wall
    }

    fn on(&self, role: Role, ground: &Colour) -> Style {
        let palette = &self.palette;
        let (front, back) = match role {
            Role::Title | Role::Mark | Role::Bar => (&palette.accent, ground),
            Role::Strong | Role::Body => (&palette.foreground, ground),
            Role::Aside | Role::Track => (&palette.aside, ground),
            Role::Done => (&palette.done, ground),
            Role::See => (&palette.see, ground),
            Role::Refused => (&palette.refused, ground),
            Role::Selected => (&palette.selected, &palette.selection),
        };
        Style::new()
            .fg(front.at(self.depth))
            .bg(back.at(self.depth))
            .add_modifier(self.weight(role))
    }

    /// Bold, underline and reverse, which carry alone where there is no colour.
    fn weight(&self, role: Role) -> Modifier {
        let colourless = self.depth == Depth::None;
        match role {
            Role::Title if colourless => Modifier::BOLD | Modifier::UNDERLINED,
            Role::Selected if colourless => Modifier::REVERSED,
            Role::Refused if colourless => Modifier::BOLD,
            Role::Title | Role::Strong => Modifier::BOLD,
            Role::Body | Role::Selected | Role::Done | Role::See | Role::Refused
                if self.is_wall() =>
            {
                Modifier::BOLD
            }
            _ => Modifier::empty(),
        }
    }
}

/// The colours of a theme, as its file gives them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Palette {
    density: Density,
    background: Colour,
    raised: Colour,
    foreground: Colour,
    aside: Colour,
    accent: Colour,
    done: Colour,
    see: Colour,
    refused: Colour,
    selection: Colour,
    selected: Colour,
}

/// One colour at each depth, each chosen by hand.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Colour(Full, u8, Sixteen);

impl Colour {
    fn at(&self, depth: Depth) -> Color {
        match depth {
            Depth::Full => Color::Rgb(self.0.0[0], self.0.0[1], self.0.0[2]),
            Depth::Of256 => Color::Indexed(self.1),
            Depth::Of16 => self.2.into(),
            Depth::None => Color::Reset,
        }
    }
}

/// Red, green and blue, written as six hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Full([u8; 3]);

impl<'de> Deserialize<'de> for Full {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = String::deserialize(deserializer)?;
        let value = u32::from_str_radix(&raw, 16)
            .ok()
            .filter(|_| raw.len() == 6 && raw.bytes().all(|b| b.is_ascii_hexdigit()));
        let [_, red, green, blue] = value
            .ok_or_else(|| serde::de::Error::custom("six hexadecimal digits"))?
            .to_be_bytes();
        Ok(Self([red, green, blue]))
    }
}

/// The sixteen colours that every colour terminal has, in its own shades.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
enum Sixteen {
    Black,
    Red,
    Green,
    Yellow,
    Blue,
    Magenta,
    Cyan,
    Gray,
    DarkGray,
    LightRed,
    LightGreen,
    LightYellow,
    LightBlue,
    LightMagenta,
    LightCyan,
    White,
}

impl From<Sixteen> for Color {
    fn from(colour: Sixteen) -> Self {
        match colour {
            Sixteen::Black => Self::Black,
            Sixteen::Red => Self::Red,
            Sixteen::Green => Self::Green,
            Sixteen::Yellow => Self::Yellow,
            Sixteen::Blue => Self::Blue,
            Sixteen::Magenta => Self::Magenta,
            Sixteen::Cyan => Self::Cyan,
            Sixteen::Gray => Self::Gray,
            Sixteen::DarkGray => Self::DarkGray,
            Sixteen::LightRed => Self::LightRed,
            Sixteen::LightGreen => Self::LightGreen,
            Sixteen::LightYellow => Self::LightYellow,
            Sixteen::LightBlue => Self::LightBlue,
            Sixteen::LightMagenta => Self::LightMagenta,
            Sixteen::LightCyan => Self::LightCyan,
            Sixteen::White => Self::White,
        }
    }
}

#[cfg(test)]
mod tests;
