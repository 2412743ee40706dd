//! The record as it is now, or another document of the session, to be read on the screen and written as a file.

use super::help;
use super::leave::Leave;
use super::pieces::Pieces;
use super::{Flow, Input};
use crate::documents::{Block, Document, Format, Run, pieces, record::record_of};
use crate::domain::amendments::Beside;
use crate::domain::ids::IncidentId;
use crate::domain::piece::Piece;
use crate::domain::session::Session;
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::screens::meeting;
use crate::tui::theme::Role;
use crate::tui::widgets::reading::{Para, Reading};
use ratatui::layout::Rect;

/// The screen.
#[derive(Debug)]
pub struct Reader {
    /// Which document of the open session it is; none: it is read, never written from here (an earlier session, a report
    /// that waits).
    of: Option<(Piece, Option<IncidentId>)>,
    /// Whether it was opened from the list of documents, which lies below.
    listed: bool,
    paras: Vec<Para>,
    reading: Reading,
}

impl Reader {
    /// The record of the open session.
    pub fn record(desk: &Desk) -> Self {
        Self {
            listed: false,
            ..Self::piece(Piece::Record, None, desk)
        }
    }

    /// A document of the open session, from the list of them.
    pub fn piece(piece: Piece, event: Option<IncidentId>, desk: &Desk) -> Self {
        let beside = desk.beside();
        let document = |session| pieces::piece_of(session, &beside, piece, event, desk.today());
        let paras = desk.session().map(|session| paras(&document(session)));
        let paras = paras.unwrap_or_default();
        Self {
            of: Some((piece, event)),
            listed: true,
            paras,
            reading: Reading::default(),
        }
    }

    /// The record of an earlier session.
    pub fn past(session: &Session, beside: &Beside) -> Self {
        Self::of(&record_of(session, beside))
    }

    /// A document that is read and never written from here.
    pub fn of(document: &Document) -> Self {
        Self {
            of: None,
            listed: false,
            paras: paras(document),
            reading: Reading::default(),
        }
    }

    /// It is read, and Enter writes that of the open session.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        if self.of.is_none() {
            return vec![Scope::Reading, Scope::Letters];
        }
        let mut scopes = vec![Scope::Reading, Scope::Record, Scope::Letters];
        if meeting::sealed(desk) {
            scopes.insert(2, Scope::Sealed);
        }
        scopes
    }

    /// Help on reading.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Reader
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let area = desk.areas.full;
        match input {
            Input::Command(Command::Back) => return Flow::Close,
            Input::Command(Command::Documents) if self.listed => return Flow::Close,
            Input::Command(Command::Documents) if self.of.is_some() => {
                return Flow::Replace(Pieces::default().into());
            }
            Input::Command(Command::Seal) if meeting::sealed(desk) => {
                return Flow::Say(desk.words().say_sealed_already().to_owned());
            }
            Input::Command(Command::Confirm | Command::WritePage | Command::Seal)
                if self.of.is_none() => {}
            Input::Command(Command::Confirm | Command::WritePage) => {
                return self.write(Format::Html, desk);
            }
            Input::Command(Command::WriteDocx) => return self.write(Format::Docx, desk),
            Input::Command(Command::WriteText) => return self.write(Format::Markdown, desk),
            Input::Command(command) if self.reading.update(*command, &self.paras, area) => {}
            Input::Wheel(lines) => self.reading.wheel(*lines, &self.paras, area),
            _ => return Flow::Ignored,
        }
        Flow::Stay
    }

    fn write(&self, format: Format, desk: &mut Desk) -> Flow {
        match self.of {
            Some((piece, event)) => Leave::ask(piece, event, format, desk),
            None => Flow::Stay,
        }
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        if let Some(session) = desk.session() {
            meeting::header(desk, session, None, canvas);
            meeting::banner(desk, canvas, false);
        }
        let area = canvas.areas.full;
        let area = Rect {
            width: area.width.min(76),
            ..area
        };
        self.reading
            .draw(&self.paras, area, canvas.look, canvas.buf);
    }
}

/// A document as paragraphs to be read on the screen.
fn paras(document: &Document) -> Vec<Para> {
    let mut out = vec![Para::new(document.title.as_str(), Role::Title)];
    if !document.subtitle.is_empty() {
        out.push(Para::new(document.subtitle.as_str(), Role::Aside));
    }
    for block in &document.blocks {
        para_block(block, &mut out);
    }
    out
}

fn para_block(block: &Block, out: &mut Vec<Para>) {
    let blank = || Para::new("", Role::Body);
    match block {
        Block::Heading(level, text) => {
            out.push(blank());
            out.push(Para::new(
                text.as_str(),
                if *level <= 2 {
                    Role::Title
                } else {
                    Role::Strong
                },
            ));
        }
        Block::Paragraph(runs) => out.push(Para::new(joined(runs), Role::Body)),
        Block::Bullets(lines) => {
            for (depth, runs) in lines {
                let indent = u16::try_from(depth * 2).unwrap_or(0) + 2;
                out.push(Para::under(
                    format!("· {}", joined(runs)),
                    Role::Body,
                    indent,
                ));
            }
        }
        Block::Fields(fields) => {
            for (name, value) in fields {
                out.push(Para::new(format!("{name}\u{a0}: {value}"), Role::Body));
            }
        }
        Block::Table { head, rows } => {
            for row in rows {
                table_row(head, row, out);
            }
        }
        Block::Figure(figure) => {
            let drawn = figure
                .lines
                .iter()
                .map(|line| Para::new(line.as_str(), Role::Body));
            out.extend(drawn);
        }
        Block::Note(text) => out.push(Para::new(text.as_str(), Role::See)),
        Block::Slips(slips) => {
            for slip in slips {
                out.push(blank());
                out.push(Para::new(
                    format!("{} · {}", slip.kind, slip.title),
                    Role::Strong,
                ));
                out.push(Para::new(slip.text.as_str(), Role::Body));
            }
        }
        Block::NewPage => out.push(blank()),
    }
}

/// A row of a table, read from top to bottom: its first cells as a line, the others under their heads.
fn table_row(head: &[String], row: &[String], out: &mut Vec<Para>) {
    let first: Vec<&str> = row
        .iter()
        .take(2)
        .map(String::as_str)
        .filter(|c| !c.is_empty())
        .collect();
    out.push(Para::new(first.join(" · "), Role::Strong));
    for (name, cell) in head
        .iter()
        .zip(row)
        .skip(2)
        .filter(|(_, cell)| !cell.is_empty())
    {
        out.push(Para::under(format!("{name}\u{a0}: {cell}"), Role::Body, 4));
    }
}

fn joined(runs: &[Run]) -> String {
    runs.iter()
        .map(|run| match run {
            Run::Plain(text) | Run::Strong(text) => text.as_str(),
        })
        .collect()
}
