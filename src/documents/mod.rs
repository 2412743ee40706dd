//! What leaves the program: one intermediate document, built once from a session, then written by each format; and the
//! action plan of all sessions, which is a table.

pub mod archive;
pub mod compare;
mod debrief;
pub mod decisions;
pub mod docx;
pub mod drawings;
mod eigs;
pub mod figure;
pub mod fishbone;
pub mod found;
pub mod html;
mod invitation;
pub mod json;
pub mod leaving;
pub mod letterhead;
pub mod markdown;
pub mod matrix;
mod package;
pub mod pieces;
pub mod plan;
pub mod plots;
pub mod record;
pub mod report;
mod reporter;
pub mod results;
mod rex;
pub mod round;
pub mod sheets;
mod signatures;
pub mod svg;
mod votes;
pub mod year;

use crate::domain::code::Lang;
use crate::domain::text::Text;
use crate::words::Words;
use letterhead::Letterhead;
use svg::Drawing;

/// What a document can be written as, whatever it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A page that any browser shows and prints.
    Html,
    /// A file of a word processor.
    Docx,
    /// Text that any editor opens.
    Markdown,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Html, Self::Docx, Self::Markdown];

    /// The one whose files end so, which is also its name on the command line.
    pub fn named(extension: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|format| format.extension() == extension)
    }

    /// The document in this format, as a structure with this letterhead writes it.
    pub fn write(self, document: &Document, letterhead: &Letterhead) -> Vec<u8> {
        match self {
            Self::Html => html::html(document, letterhead).into_bytes(),
            Self::Docx => docx::docx(document, letterhead),
            Self::Markdown => markdown::markdown(document).into_bytes(),
        }
    }

    /// Whether it is text that a terminal can show.
    pub const fn is_text(self) -> bool {
        !matches!(self, Self::Docx)
    }

    /// How its files end, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Markdown => "md",
        }
    }
}

/// A document, before any format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The language it is written in.
    pub lang: Lang,
    /// Its title.
    pub title: String,
    /// A line under the title.
    pub subtitle: String,
    /// Whether it may still change: every format says so at its head.
    pub draft: bool,
    /// Whether it tells of a simulation: every page says so.
    pub played: bool,
    /// What it holds, in order.
    pub blocks: Vec<Block>,
}

/// A part of a document. Every string is text, never markup: each format escapes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading of level 2 (a step) to 4.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// A list; every line has its depth, 0 at the left.
    Bullets(Vec<(usize, Vec<Run>)>),
    /// Names and values.
    Fields(Vec<(String, String)>),
    /// A table.
    Table {
        /// The heads of the columns.
        head: Vec<String>,
        /// The rows, as wide as the head.
        rows: Vec<Vec<String>>,
    },
    /// A picture of what is told around it.
    Figure(Figure),
    /// Something the reader must not miss: what was not done, a simulation.
    Note(String),
    /// Cards to be cut out, four to a page.
    Slips(Vec<Slip>),
    /// What follows begins on another page.
    NewPage,
}

/// A card to be cut out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// What it is: a role, a challenge.
    pub kind: String,
    /// Its name.
    pub title: String,
    /// What its bearer reads.
    pub text: String,
}

/// A picture, in characters for what is read as text and in shapes for what is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// The picture in characters of one width, line by line.
    pub lines: Vec<String>,
    /// The same in shapes, one below the other, for the formats that can draw. Where there are none, the lines stand.
    pub drawings: Vec<Drawing>,
}

impl From<Vec<String>> for Figure {
    fn from(lines: Vec<String>) -> Self {
        Self {
            lines,
            drawings: Vec::new(),
        }
    }
}

/// A stretch of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// Plain.
    Plain(String),
    /// Emphasised.
    Strong(String),
}

/// A document being written, block after block, in one language.
#[derive(Debug)]
pub struct Page {
    /// The words of the document's language.
    pub words: Words,
    /// What is written so far.
    pub blocks: Vec<Block>,
}

impl Page {
    /// An empty page.
    pub fn new(lang: Lang) -> Self {
        Self {
            words: Words(lang),
            blocks: Vec::new(),
        }
    }

    /// A heading.
    pub fn heading(&mut self, level: u8, text: impl Into<String>) {
        self.blocks.push(Block::Heading(level, text.into()));
    }

    /// A paragraph of one voice.
    pub fn paragraph(&mut self, text: impl Into<String>) {
        self.blocks
            .push(Block::Paragraph(vec![Run::Plain(text.into())]));
    }

    /// Something not to be missed.
    pub fn note(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Note(text.into()));
    }

    /// A flat list, if there is anything to list.
    pub fn bullets(&mut self, lines: impl IntoIterator<Item = String>) {
        let lines: Vec<_> = lines
            .into_iter()
            .map(|line| (0, vec![Run::Plain(line)]))
            .collect();
        if !lines.is_empty() {
            self.blocks.push(Block::Bullets(lines));
        }
    }

    /// Names and values, without those that say nothing.
    pub fn filled<const N: usize>(&mut self, fields: [(&str, String); N]) {
        let kept = fields
            .into_iter()
            .filter(|(_, value)| !value.trim().is_empty());
        let fields: Vec<_> = kept
            .map(|(name, value)| (self.words.capital(name), value))
            .collect();
        self.fields(fields);
    }

    /// Names and values, all of them: what says nothing is said not to be filled in.
    pub fn every<const N: usize>(&mut self, fields: [(&str, String); N]) {
        let (words, absent) = (self.words, self.words.doc_not_filled());
        let said = |value: String| {
            if value.trim().is_empty() {
                absent.to_owned()
            } else {
                value
            }
        };
        let fields = fields
            .into_iter()
            .map(|(name, value)| (words.capital(name), said(value)));
        self.fields(fields.collect());
    }

    /// Adds to the names and values just before, if there are any.
    pub fn fields(&mut self, fields: Vec<(String, String)>) {
        match self.blocks.last_mut() {
            _ if fields.is_empty() => {}
            Some(Block::Fields(before)) => before.extend(fields),
            _ => self.blocks.push(Block::Fields(fields)),
        }
    }

    /// A picture in characters, without the spaces that end its lines, if there is anything to draw.
    pub fn figure(&mut self, lines: impl IntoIterator<Item = String>) {
        self.drawn(lines, Vec::new());
    }

    /// A picture in characters and in shapes, if there is anything to draw.
    pub fn drawn(&mut self, lines: impl IntoIterator<Item = String>, drawings: Vec<Drawing>) {
        let lines: Vec<String> = lines
            .into_iter()
            .map(|line| line.trim_end().to_owned())
            .collect();
        let shaped = drawings.into_iter().filter(|d| !d.shapes.is_empty());
        let drawings: Vec<Drawing> = shaped.collect();
        if !drawings.is_empty() || lines.iter().any(|line| !line.is_empty()) {
            self.blocks.push(Block::Figure(Figure { lines, drawings }));
        }
    }

    /// A table, if it has rows.
    pub fn table<const N: usize>(
        &mut self,
        head: [&str; N],
        rows: impl IntoIterator<Item = [String; N]>,
    ) {
        let rows: Vec<Vec<String>> = rows.into_iter().map(Vec::from).collect();
        if !rows.is_empty() {
            let head = head
                .into_iter()
                .map(|name| self.words.capital(name))
                .collect();
            self.blocks.push(Block::Table { head, rows });
        }
    }
}

/// A text as the documents hold it.
fn string(text: &Text) -> String {
    text.as_str().trim().to_owned()
}
