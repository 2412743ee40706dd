//! The line of time and the slices of Reason as drawings in characters of one width.

use super::super::Page;
use crate::documents::drawings;
use crate::documents::figure::{self, Mark, WIDTH, lines, wrap};
use crate::documents::matrix::{Matrix, Room};
use crate::documents::plots::{self, Risk};
use crate::documents::svg::{Drawing, Fill, Label, SMALL};
use crate::domain::analysis::{Analysis, BarrierState};
use crate::domain::incident::Incident;
use crate::domain::session::Session;
use crate::domain::slices::{Reach, Slice, Slices};
use crate::domain::timeline::{Line, Spread};
use crate::words::Words;
use chrono::Timelike;

/// Widest name of a lane.
const MAX_NAME: usize = 20;
/// Fewest facts with a place in time that make a line.
const MIN_FACTS: usize = 2;
/// Columns of a band with its air, and of the band.
const CELL: usize = 7;
const BAND: usize = 3;
/// Columns before the first band and behind the last one, for the words at both ends.
const SIDE: usize = 9;

/// Draws the line of time, once there are enough facts on it; a long one in several pieces.
pub(super) fn line(page: &mut Page, line: &Line) {
    if line.placed() < MIN_FACTS {
        return;
    }
    let words = page.words;
    let names: Vec<Vec<String>> = line
        .lanes
        .iter()
        .map(|name| {
            wrap(
                if name.is_empty() {
                    words.line_nobody()
                } else {
                    name
                },
                MAX_NAME,
            )
        })
        .collect();
    let wide = names
        .iter()
        .flatten()
        .map(|name| figure::width(name))
        .max()
        .unwrap_or(0);
    let room = WIDTH.saturating_sub(wide + 2);
    let spread = line.spread(room, figure::width(words.line_apart()));
    let mut out = Vec::new();
    for from in (0..spread.width).step_by(room) {
        if from > 0 {
            out.push(String::new());
        }
        let piece = Piece {
            line,
            spread: &spread,
            from,
            to: from + room,
            at: wide + 2,
            words,
        };
        out.extend(lines(&piece.marks(&names)));
    }
    out.push(String::new());
    out.push(words.doc_line_legend().to_owned());
    page.drawn(out, drawings::line(words, words.picture_line(), line));
}

/// The events heard on severity and likelihood, by their ids, once one of them is rated.
pub(super) fn risks<'s>(page: &mut Page, session: &'s Session) {
    let risk = |incident: &'s Incident| Risk {
        label: incident.id.to_string(),
        worst: format!("({})", incident.id),
        incident,
    };
    let all: Vec<Risk> = session.incidents.iter().map(risk).collect();
    if all.iter().any(Risk::is_placed) {
        let matrix = plots::risks(session, &all, ["·", "!", "✗"], page.words);
        let note = matrix.places.iter().any(|p| p.faint);
        let note = note.then(|| page.words.doc_risks_worst());
        let fills = [Fill::Paper, Fill::Pale, Fill::Rising];
        let title = page.words.picture_risks();
        let drawing = drawings::matrix(page.words, title, &matrix, &fills);
        plot(page, &matrix, note, drawing);
    }
}

/// The actions on impact and effort, by their ids, once one of them is placed.
pub(super) fn efforts(page: &mut Page, session: &Session) {
    let signs = ["★", "◆", "·", "✗"];
    let matrix = plots::efforts(session, |_, a| a.id.to_string(), signs, page.words);
    if !matrix.places.is_empty() {
        let fills = [Fill::Pale, Fill::Paper, Fill::Paper, Fill::Rising];
        let title = page.words.picture_efforts();
        let drawing = drawings::matrix(page.words, title, &matrix, &fills);
        plot(page, &matrix, None, drawing);
    }
}

fn plot(page: &mut Page, matrix: &Matrix, note: Option<&str>, mut drawing: Drawing) {
    let marks = matrix.marks(Room {
        width: WIDTH,
        height: usize::MAX,
        airy: false,
    });
    let mut out = lines(&marks);
    if let Some(note) = note {
        out.push(String::new());
        out.push(note.to_owned());
        let below = drawing.height + SMALL + 6;
        drawing.text((0, below), Label::new(note).small());
    }
    page.drawn(out, vec![drawing]);
}

/// The columns of the line that stand in one piece of it.
struct Piece<'a> {
    line: &'a Line<'a>,
    spread: &'a Spread,
    from: usize,
    to: usize,
    /// Where the line begins beside the names.
    at: usize,
    words: Words,
}

impl Piece<'_> {
    fn marks(&self, names: &[Vec<String>]) -> Vec<Mark<()>> {
        let mut out = Vec::new();
        let mut row = 0;
        for (lane, name) in names.iter().enumerate() {
            put(
                &mut out,
                row,
                self.at,
                self.rule(" ", |index| {
                    let point = &self.line.points[index];
                    (point.lane == lane).then_some(match (point.deviates, point.fact.starred) {
                        (true, _) => "◆",
                        (false, true) => "★",
                        (false, false) => "●",
                    })
                }),
            );
            for text in name {
                put(&mut out, row, 0, text.clone());
                row += 1;
            }
        }
        let placed = self.line.placed();
        put(
            &mut out,
            row,
            self.at,
            self.rule("┄", |index| (index < placed).then_some("┬")),
        );
        if let Some(apart) = self.spread.apart.filter(|apart| self.shows(*apart)) {
            put(
                &mut out,
                row,
                self.at + apart - self.from,
                self.words.line_apart().to_owned(),
            );
        }
        self.labels(row + 1, &mut out, |index| {
            let hour = self.line.points[index].fact.when.hour();
            hour.map(|h| format!("{:02}:{:02}", h.hour(), h.minute()))
        });
        self.labels(row + 2, &mut out, |index| {
            let begins = self.line.begins_day(index);
            begins.then(|| self.words.moment_day(&self.line.points[index].fact.when))
        });
        out
    }

    fn shows(&self, column: usize) -> bool {
        (self.from..self.to).contains(&column)
    }

    /// The rule with its marks, broken by `skip` where time is skipped.
    fn rule<'m>(&self, skip: &'m str, mark: impl Fn(usize) -> Option<&'m str>) -> String {
        let end = self.spread.end();
        let mut cells: Vec<&str> = (self.from..self.to.min(self.spread.width))
            .map(|c| match c {
                c if c >= end => " ",
                c if self.spread.is_skipped(c) => skip,
                _ => "─",
            })
            .collect();
        for (index, column) in self.spread.columns.iter().enumerate() {
            if let (true, Some(sign)) = (self.shows(*column), mark(index)) {
                cells[column - self.from] = sign;
            }
        }
        cells.concat().trim_end().to_owned()
    }

    /// Labels under the line, each where the one before leaves room.
    fn labels(&self, row: usize, out: &mut Vec<Mark<()>>, label: impl Fn(usize) -> Option<String>) {
        let mut free = self.from;
        for index in 0..self.line.placed() {
            let column = self.spread.columns[index];
            let Some(text) = label(index).filter(|_| self.shows(column) && column >= free) else {
                continue;
            };
            let wide = figure::width(&text);
            if column + wide > self.to {
                continue;
            }
            free = column + wide + 1;
            put(out, row, self.at + column - self.from, text);
        }
    }
}

/// Draws the barriers as slices with the path of the event; many of them in several pieces.
pub(super) fn slices(page: &mut Page, analysis: &Analysis) {
    let slices = Slices::new(analysis, None);
    let each = (WIDTH - 2 * SIDE) / CELL;
    let mut out = Vec::new();
    for (n, piece) in slices.all.chunks(each).enumerate() {
        if n > 0 {
            out.push(String::new());
        }
        let next = slices.all.get((n + 1) * each).map(|slice| slice.reach);
        let marks = bands(piece, n == 0, next, slices.harm, page.words);
        out.extend(lines(&marks));
    }
    if !out.is_empty() {
        out.extend([String::new(), page.words.doc_slices_legend().to_owned()]);
    }
    let words = page.words;
    page.drawn(
        out,
        drawings::slices(words, words.picture_slices(), &slices),
    );
}

/// The bands of one piece; `next` is what arrives at the piece behind it, `harm` what arrives at the end.
fn bands(
    piece: &[Slice],
    first: bool,
    next: Option<Reach>,
    harm: Reach,
    words: Words,
) -> Vec<Mark<()>> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < piece.len() {
        let kind = piece[at].barrier.kind;
        let same = piece[at..]
            .iter()
            .take_while(|s| s.barrier.kind == kind)
            .count();
        let name = words.capital(words.barrier_kind(kind));
        let fits = figure::width(&name) < same * CELL;
        let short = words.slices_kind(kind).to_owned();
        put(
            &mut out,
            0,
            SIDE + at * CELL,
            if fits { name } else { short },
        );
        at += same;
    }
    for (n, slice) in piece.iter().enumerate() {
        let [top, bottom] = shape(slice.barrier.state);
        let x = SIDE + n * CELL;
        put(&mut out, 1, x, top.to_owned());
        put(&mut out, 3, x, bottom.to_owned());
        put(&mut out, 4, x, slice.barrier.id.to_string());
        let then = slice.barrier.then.map(|then| format!("→{}", sign(then)));
        let signs = format!("{}{}", sign(slice.barrier.state), then.unwrap_or_default());
        put(&mut out, 5, x, signs);
    }
    let head = if first { words.slices_danger() } else { "…" };
    put(&mut out, 2, 0, head.to_owned());
    put(&mut out, 2, SIDE - 2, path(piece, next.unwrap_or(harm)));
    let end = match (next, harm) {
        (Some(_), _) => "…",
        (None, Reach::Stopped) => piece
            .last()
            .map_or("", |s| words.slices_stopped(s.barrier.kind)),
        (None, _) => words.slices_harm(),
    };
    put(&mut out, 2, SIDE + piece.len() * CELL, end.to_owned());
    out
}

/// The path of the event through some bands.
fn path(piece: &[Slice], behind: Reach) -> String {
    let stretch = |reach: Reach| match reach {
        Reach::Whole => "─",
        Reach::Part => "┄",
        Reach::Stopped => " ",
    };
    let mut out = stretch(piece.first().map_or(behind, |s| s.reach)).repeat(2);
    for (n, slice) in piece.iter().enumerate() {
        let line = stretch(slice.reach);
        let after = stretch(piece.get(n + 1).map_or(behind, |next| next.reach));
        if slice.barrier.state == BarrierState::Worked {
            // The band itself stands on the path, whether something reached it or not.
            out.push_str(&"█".repeat(BAND));
        } else {
            out.extend([line, sign(slice.barrier.state), line]);
        }
        out.push_str(&after.repeat(CELL - BAND - 1));
        out.push_str(if n + 1 == piece.len() { " " } else { after });
    }
    out
}

/// What stands above and below the path where a barrier was.
fn shape(state: BarrierState) -> [&'static str; 2] {
    match state {
        BarrierState::Worked | BarrierState::Failed => ["███", "███"],
        BarrierState::Absent => ["· ·", "· ·"],
        BarrierState::Bypassed => ["", "███"],
        BarrierState::Disabled => ["┌─┐", "└─┘"],
        BarrierState::Unknown => ["▱▱▱", "▱▱▱"],
    }
}

fn sign(state: BarrierState) -> &'static str {
    match state {
        BarrierState::Worked => "✓",
        BarrierState::Failed => "✗",
        BarrierState::Absent => "·",
        BarrierState::Bypassed | BarrierState::Disabled => "○",
        BarrierState::Unknown => "?",
    }
}

fn put(out: &mut Vec<Mark<()>>, row: usize, col: usize, text: String) {
    out.push(Mark {
        row,
        col,
        text,
        voice: (),
    });
}

#[cfg(test)]
mod tests;
