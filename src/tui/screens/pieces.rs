//! All that the session can give: what each document is for, whom it goes to, what it still lacks. Enter reads it; a key
//! writes it beside the session.

use super::help;
use super::leave::Leave;
use super::meeting;
use super::reader::Reader;
use super::{Flow, Input};
use crate::content::known;
use crate::documents::Format;
use crate::domain::ids::IncidentId;
use crate::domain::incident::Incident;
use crate::domain::piece::{Lack, Piece, is_serious};
use crate::domain::session::{Session, Stage};
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::tui::widgets::menu::{Choice, Line, Menu};
use crate::tui::widgets::wrap::fit_words;
use ratatui::layout::Rect;

/// Rows above the list: its title, what it is for, and air.
const HEAD: u16 = 3;
/// Columns of a name, and of the event of one.
const COLUMNS: (u16, u16) = (2, 4);
/// Days before the end of a time limit from which it is shown as something to see.
const SOON: i64 = 30;

/// The screen.
#[derive(Debug, Default)]
pub struct Pieces {
    menu: Menu,
}

/// A document, of one event or of none.
type Way = (Piece, Option<IncidentId>);

impl Pieces {
    /// A list of places to go to, each of which can be written as well.
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![Scope::Pieces, Scope::Menu, Scope::Letters]
    }

    /// Help on the documents.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Window(help::Window::Pieces)
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        match input {
            Input::Command(Command::Back | Command::Documents) => return Flow::Close,
            Input::Command(Command::WritePage) => return self.write(Format::Html, desk),
            Input::Command(Command::WriteDocx) => return self.write(Format::Docx, desk),
            Input::Command(Command::WriteText) => return self.write(Format::Markdown, desk),
            _ => {}
        }
        let lines = lines(desk);
        let look = desk.prefs.theme.page();
        match self.menu.take(input, &lines, list(desk.areas.full), look) {
            Choice::Ignored => Flow::Ignored,
            Choice::Moved => Flow::Stay,
            Choice::Open(index) => match ways(desk).get(index) {
                Some((piece, event)) => Flow::Push(Reader::piece(*piece, *event, desk).into()),
                None => Flow::Stay,
            },
        }
    }

    fn write(&self, format: Format, desk: &mut Desk) -> Flow {
        match ways(desk).get(self.menu.cursor) {
            Some((piece, event)) => Leave::ask(*piece, *event, format, desk),
            None => Flow::Stay,
        }
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let Some(session) = desk.session() else {
            return;
        };
        meeting::header(desk, session, None, canvas);
        let words = desk.words();
        let full = canvas.areas.full;
        let line = |y: u16| Rect {
            x: full.x + COLUMNS.0,
            y: full.y + y,
            width: full.width.saturating_sub(COLUMNS.0 + 1),
            height: 1,
        };
        let aim = if session.is_sealed() {
            words.pieces_aim_sealed()
        } else {
            words.pieces_aim()
        };
        canvas.line(line(0), words.pieces_title(), Role::Title);
        let aim = fit_words(aim, usize::from(line(1).width)).into_owned();
        canvas.line(line(1), &aim, Role::Aside);
        self.menu
            .draw(&lines(desk), list(full), canvas.look, canvas.buf);
    }
}

/// Where the list stands.
fn list(full: Rect) -> Rect {
    let head = HEAD.min(full.height);
    Rect {
        y: full.y + head,
        height: full.height - head,
        ..full
    }
}

/// The documents in the order of their use: before the day what invites to it, afterwards what came out of it.
fn order(session: &Session) -> Vec<Piece> {
    let before = |piece: &Piece| {
        use Piece::{Cards, Invitation, Observation, Signatures};
        matches!(piece, Invitation | Signatures | Cards | Observation)
    };
    let ahead = session.stage == Stage::Prepared;
    let given = Piece::ALL.iter().copied();
    let given = given.filter(|piece| piece.is_given_by(session));
    let (first, last): (Vec<Piece>, Vec<Piece>) = given.partition(|p| before(p) == ahead);
    first.into_iter().chain(last).collect()
}

/// What the lines open, in their order.
fn ways(desk: &Desk) -> Vec<Way> {
    let Some(session) = desk.session() else {
        return Vec::new();
    };
    let each = |piece: Piece| -> Vec<Way> {
        if piece.is_of_event() {
            let events = piece.events(session).into_iter();
            events.map(|event| (piece, Some(event))).collect()
        } else {
            vec![(piece, None)]
        }
    };
    order(session).into_iter().flat_map(each).collect()
}

/// The lines, those that open something in the order of [`ways`].
fn lines(desk: &Desk) -> Vec<Line> {
    let Some(session) = desk.session() else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    for piece in order(session) {
        if !lines.is_empty() {
            lines.push(Line::blank());
        }
        if piece.is_of_event() {
            lines.extend(of_events(piece, session, desk));
        } else {
            lines.push(alone(piece, session, desk));
        }
    }
    lines
}

fn lacks(piece: Piece, session: &Session, event: Option<IncidentId>, desk: &Desk) -> Vec<Lack> {
    piece.lacks(session, event, desk.today(), &known(session))
}

/// A document of the meeting as a whole.
fn alone(piece: Piece, session: &Session, desk: &Desk) -> Line {
    let words = desk.words();
    let lacks = lacks(piece, session, None, desk);
    let said = words.lacks(&lacks).map(|said| format!("\n{said}"));
    let below = format!("{}{}", words.piece_for(piece), said.unwrap_or_default());
    let (sign, role) = sign(&lacks, desk);
    Line {
        cells: vec![
            (0, sign.to_owned(), role),
            (COLUMNS.0, words.piece_title(piece).to_owned(), Role::Strong),
        ],
        right: Some((words.piece_to(piece).to_owned(), Role::Aside)),
        below: Some((COLUMNS.0, below, Role::Aside)),
        opens: true,
        ..Line::default()
    }
}

/// A kind of document, and below it one for each event.
fn of_events(piece: Piece, session: &Session, desk: &Desk) -> Vec<Line> {
    let words = desk.words();
    let events = piece.events(session);
    let name = match piece {
        Piece::Reporter => words.closing_answers(),
        piece => words.piece_title(piece),
    };
    let mut lines = vec![Line {
        cells: vec![(COLUMNS.0, name.to_owned(), Role::Strong)],
        right: Some((words.piece_to(piece).to_owned(), Role::Aside)),
        below: Some((COLUMNS.0, words.piece_for(piece).to_owned(), Role::Aside)),
        opens: false,
        ..Line::default()
    }];
    if events.is_empty() {
        let none = words.capital(words.pieces_none()) + ".";
        lines.push(Line {
            below: Some((COLUMNS.1, none, Role::Aside)),
            ..Line::default()
        });
    }
    let found = events.iter().filter_map(|id| session.incidents.get(*id));
    lines.extend(found.map(|incident| of_event(piece, session, incident, desk)));
    lines
}

fn of_event(piece: Piece, session: &Session, incident: &Incident, desk: &Desk) -> Line {
    let words = desk.words();
    let lacks = lacks(piece, session, Some(incident.id), desk);
    let (sign, role) = sign(&lacks, desk);
    let name = format!("{} {}", incident.id, incident.report.heading());
    let serious = &incident.report.serious;
    let right = match piece {
        Piece::Reporter => incident.report.reporter.to_string(),
        _ => String::new(),
    };
    let ready = match piece {
        Piece::Reporter => incident
            .answered
            .map(|on| words.pieces_given(&words.date_short(on))),
        Piece::Eigs => serious
            .part2
            .map(|on| words.pieces_sent(&words.date_short(on))),
        _ => None,
    };
    let ready = ready.unwrap_or_else(|| words.pieces_ready().to_owned());
    let mut below = words
        .lacks(&lacks)
        .unwrap_or_else(|| words.capital(&ready) + ".");
    if piece == Piece::Eigs && !is_serious(incident) {
        below = format!("{} {below}", words.pieces_not_serious());
    }
    Line {
        cells: vec![
            (COLUMNS.0, sign.to_owned(), role),
            (COLUMNS.1, name, Role::Body),
        ],
        right: Some((right, Role::Aside)),
        below: Some((COLUMNS.1, below, Role::Aside)),
        opens: true,
        ..Line::default()
    }
}

/// Done, begun, or worth a look: a time limit that comes near, an answer that someone waits for.
fn sign(lacks: &[Lack], desk: &Desk) -> (&'static str, Role) {
    let signs = desk.prefs.theme.signs;
    let urgent = |lack: &Lack| match lack {
        Lack::Part1 | Lack::NotGiven => true,
        Lack::Part2(_, days) => *days <= SOON,
        _ => false,
    };
    if lacks.is_empty() {
        (signs.done, Role::Done)
    } else if lacks.iter().any(urgent) {
        (signs.see, Role::See)
    } else {
        (signs.begun, Role::See)
    }
}
