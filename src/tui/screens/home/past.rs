//! The sessions on the home screen.

use super::COLUMNS;
use crate::domain::session::Stage;
use crate::store::Entry;
use crate::tui::desk::Desk;
use crate::tui::theme::Role;
use crate::tui::widgets::menu::Line;
use chrono::{Datelike, Months};
use std::ops::Range;

/// From this many sessions on, each year has a heading.
const MANY: usize = 12;

/// The sessions, the newest first, year by year when they are many. Those out of sight, whose place is not in `near`, are but a
/// place: ten thousand need not be worded at every key.
pub(super) fn lines(entries: &[Entry], near: &Range<usize>, desk: &Desk) -> Vec<Line> {
    let year = |entry: &Entry| entry.state.as_ref().ok().map(|head| head.date.year());
    let years: Vec<Option<i32>> = entries.iter().map(year).collect();
    let first = years.iter().flatten().next();
    let several = years.iter().flatten().any(|year| Some(year) != first);
    let headed = several && entries.len() >= MANY;
    let mut lines = Vec::new();
    let mut last = None;
    for (at, (entry, year)) in entries.iter().zip(&years).enumerate() {
        if let Some(year) = year.filter(|year| headed && last != Some(*year)) {
            let n = years.iter().filter(|one| **one == Some(year)).count();
            let said = desk.words().home_of_year(year, n);
            lines.push(Line {
                cells: vec![(0, said, Role::Aside)],
                ..Line::default()
            });
            last = Some(year);
        }
        let of_one_row = entry
            .state
            .as_ref()
            .is_ok_and(|head| !desk.listing.is_twin(head));
        lines.push(if near.contains(&at) || !of_one_row {
            line(entry, desk)
        } else {
            Line {
                opens: true,
                ..Line::default()
            }
        });
    }
    lines
}

/// A session in the list.
fn line(entry: &Entry, desk: &Desk) -> Line {
    let (words, signs) = (desk.words(), desk.prefs.theme.signs);
    let (day, number, title) = COLUMNS;
    let head = match &entry.state {
        Ok(head) => head,
        Err(problem) => return damaged(&entry.file_name, words.problem(problem), desk),
    };
    let (sign, role) = match (head.sealed, head.stage) {
        (true, _) => (signs.done, Role::Done),
        (false, Stage::Prepared) => (signs.not_yet, Role::Aside),
        (false, Stage::Adjourned) => (signs.see, Role::See),
        (false, _) => (signs.begun, Role::See),
    };
    let stage = if head.sealed {
        words.sealed()
    } else {
        words.stage(head.stage)
    };
    let right = if head.simulation {
        format!("{} · {stage}", words.home_simulation())
    } else {
        stage.to_owned()
    };
    let (name, voice) = match head.title.filled() {
        Some(name) => (name, Role::Body),
        None => (words.home_untitled(), Role::Aside),
    };
    let count = match head.number {
        0 => String::new(),
        n => words.home_number(n),
    };
    Line {
        cells: vec![
            (0, sign.to_owned(), role),
            (day, words.date_short(head.date), Role::Aside),
            (number, count, Role::Aside),
            (title, name.to_owned(), voice),
        ],
        right: Some((right, Role::Aside)),
        below: desk
            .listing
            .is_twin(head)
            .then(|| (title, words.home_twin(&entry.file_name), Role::See)),
        opens: true,
        ..Line::default()
    }
}

/// A file that cannot be opened: its name, and below what is wrong.
fn damaged(name: &str, wrong: String, desk: &Desk) -> Line {
    let signs = desk.prefs.theme.signs;
    Line {
        cells: vec![
            (0, signs.refused.to_owned(), Role::Refused),
            (COLUMNS.0, name.to_owned(), Role::Body),
        ],
        right: Some((desk.words().home_damaged().to_owned(), Role::Refused)),
        below: Some((COLUMNS.0, wrong, Role::Aside)),
        opens: true,
        ..Line::default()
    }
}

/// That sessions are kept for longer than the team means to, if some are.
pub(super) fn too_old(desk: &Desk) -> Option<Line> {
    let years = desk.team.doc.keep_years;
    let months = Months::new(years.saturating_mul(12));
    let before = desk.today().checked_sub_months(months)?;
    let heads = desk.listing.sessions.iter();
    let heads = heads.filter_map(|entry| entry.state.as_ref().ok());
    let n = heads
        .filter(|head| head.date < before && !head.simulation)
        .count();
    let said = || Line::note(desk.words().retention_home(n), Role::See);
    (years > 0 && n > 0).then(said)
}
