//! The header: what is open and where, the time of the step, the state of saving, each in its place.

use crate::domain::agenda::Row;
use crate::domain::problem::Why;
use crate::domain::session::{Session, Stage};
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Doc, Saving};
use crate::tui::frame::Canvas;
use crate::tui::keymap::{Scope, key_for, key_name};
use crate::tui::screens::steps::shared;
use crate::tui::theme::Role;
use crate::tui::widgets::wrap::{fit_words, width};
use ratatui::layout::Rect;

/// Columns kept at the right of the header for the state of saving, which may take more.
const SAVING: u16 = 17;
/// Columns kept before it for the time.
const TIME: u16 = 14;
/// Columns of air between the two.
const AIR: u16 = 2;
/// Seconds before the end of a step from which the timer shows seconds.
const LAST_SECONDS: i64 = 120;

/// The header of a session: what and where at left, time and state of saving at right.
pub fn header(desk: &Desk, session: &Session, row: Option<&Row>, canvas: &mut Canvas) {
    let words = desk.words();
    let area = canvas.areas.header;
    let what = if session.is_led() {
        words.led_header().to_owned()
    } else if session.number > 0 {
        words.crex_number(session.number)
    } else {
        words.crex_plain().to_owned()
    };
    let structure = session.structure.filled().filter(|_| !session.is_led());
    let whose = structure.or_else(|| session.title.filled());
    let left = if session.kind.is_simulation() {
        format!("{} · {}", words.simulation_mark(), session.title)
    } else {
        whose.map_or(what.clone(), |name| format!("{what} · {name}"))
    };
    let saving = draw_saving(desk, Doc::Session, canvas);
    let room = area.width.saturating_sub(saving + TIME + 1);
    canvas.line(
        Rect {
            width: room,
            ..area
        },
        &fit_words(&left, usize::from(room)),
        Role::Body,
    );
    if let Some(row) = row {
        let (text, role) = if session.is_led() {
            due(session, desk)
        } else {
            time(row, session, desk)
        };
        let place = Rect {
            x: area.right().saturating_sub(saving + TIME),
            width: TIME,
            ..area
        };
        canvas.line_right(place, &text, role);
    }
    canvas.rule();
}

/// What nobody may miss, in the row under the rule, or below it where a rail is drawn in one line: that the file was changed
/// after it was sealed, or in a simulation that something has come.
pub fn banner(desk: &Desk, canvas: &mut Canvas, railed: bool) {
    let words = desk.words();
    let named = |command, scope| {
        let key = key_for(command, &[scope], words.0);
        key.map(|key| key_name(key, words.0)).unwrap_or_default()
    };
    let signs = canvas.look.signs;
    let (text, role) = if desk.is_seal_broken() {
        let said = words.seal_broken_banner(&named(Command::Amend, Scope::Sealed));
        (format!("{} {said}", signs.refused), Role::Refused)
    } else if let Some(title) = desk.news() {
        let said = words.cards_news(&title, &named(Command::Cards, Scope::Played));
        (format!("{} {said}", signs.see), Role::See)
    } else if desk.rival().is_some() {
        let said = words.rivals_banner(&named(Command::CompareFiles, Scope::Meeting));
        (format!("{} {said}", signs.refused), Role::Refused)
    } else {
        return;
    };
    // Where the rail of a step is one line, it stands in that row.
    let taken = railed && canvas.areas.rail.is_none();
    let row = Rect {
        y: if taken { 3 } else { 2 },
        ..canvas.areas.header
    };
    canvas.line(row, &text, role);
}

/// The state of saving of the document that edits reach here, at the right end of the header; gives the columns kept for it.
pub fn draw_saving(desk: &Desk, doc: Doc, canvas: &mut Canvas) -> u16 {
    let words = desk.words();
    let signs = canvas.look.signs;
    let (sign, text, role) = match (&desk.saving, desk.why_read_only(doc)) {
        _ if desk.urn_fault.is_some() => (signs.refused, words.not_saved(), Role::Refused),
        (Saving::Saved | Saving::Late(_), None) => (signs.done, words.saved(), Role::Done),
        (Saving::Saved | Saving::Late(_), Some(Why::Sealed)) if desk.is_seal_broken() => {
            (signs.refused, words.seal_broken(), Role::Refused)
        }
        (Saving::Saved | Saving::Late(_), Some(Why::Sealed)) => {
            (signs.done, words.sealed(), Role::Done)
        }
        (Saving::Saved | Saving::Late(_), Some(_)) => (signs.see, words.read_only(), Role::See),
        // The copy has it all.
        (Saving::Conflict(_), _) => (signs.see, words.saved_beside(), Role::See),
        (Saving::Failing(..), _) => (signs.refused, words.not_saved(), Role::Refused),
    };
    let area = canvas.areas.header;
    let wide = u16::try_from(width(text) + 2).unwrap_or(SAVING);
    let place = Rect {
        x: area.right().saturating_sub(wide),
        width: wide,
        ..area
    };
    canvas.line(place, &format!("{sign} {text}"), role);
    (wide + AIR).max(SAVING)
}

/// When an analysis between two meetings is due.
fn due(session: &Session, desk: &Desk) -> (String, Role) {
    let (_, text, role) = shared::due(session.analyses.at(0).and_then(|a| a.due), desk);
    (text, role)
}

/// Time spent on the step and its plan: minutes, and what is left in seconds at the end.
fn time(row: &Row, session: &Session, desk: &Desk) -> (String, Role) {
    let words = desk.words();
    let spent = i64::from(row.spent_at(desk.now));
    let left = i64::from(row.minutes) * 60 - spent;
    let running = row.running_since.is_some() && session.stage == Stage::Open;
    if running && (0..=LAST_SECONDS).contains(&left) {
        return (words.clock(left), Role::See);
    }
    let minutes = u32::try_from(spent / 60).unwrap_or(0);
    let role = if left < 0 { Role::See } else { Role::Aside };
    (words.time_of(minutes, row.minutes), role)
}
