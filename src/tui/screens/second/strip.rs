//! Where the meeting is, in three lines: the step with its time; what is on the wall; the whole meeting.

use super::{Shown, wall, wide};
use crate::content;
use crate::domain::agenda::Row;
use crate::domain::ballot::Ballot;
use crate::domain::session::{Session, Stage};
use crate::tui::desk::Desk;
use crate::tui::frame::Canvas;
use crate::tui::theme::Role;
use crate::words::Words;
use chrono::NaiveDateTime;
use ratatui::layout::Rect;

/// Seconds before the end of a step from which its time is told in seconds.
const LAST_SECONDS: i64 = 120;

/// All of the time that is shown: two that are equal look alike.
pub fn face(session: &Session, now: NaiveDateTime) -> String {
    let running = session.running().map(|row| {
        let left = left(row, now);
        (row.id, row.spent_at(now) / 60, last_seconds(left))
    });
    // Minutes of the play: injects are told by them.
    let played = session
        .kind
        .is_simulation()
        .then(|| session.played_minutes(now));
    format!("{running:?} {} {played:?}", session.drift(now))
}

/// Seconds left of a step, negative when it is late.
fn left(row: &Row, now: NaiveDateTime) -> i64 {
    i64::from(row.minutes) * 60 - i64::from(row.spent_at(now))
}

/// The seconds, where they are told.
fn last_seconds(left: i64) -> Option<i64> {
    (0..=LAST_SECONDS).contains(&left).then_some(left)
}

pub(super) fn draw(shown: &Shown, desk: &Desk, area: Rect, canvas: &mut Canvas) {
    let words = desk.words();
    let Some(session) = desk.session() else {
        return;
    };
    let line = |y: u16| Rect {
        y: area.y + y,
        height: 1,
        ..area
    };
    let (text, role) = time(shown.row, session, desk.now, words);
    canvas.line_right(line(0), &text, role);
    let at = session.agenda.index_of(shown.row.id).map_or(0, |i| i + 1);
    let title = content::step(shown.row.step).title.get(words.0);
    let title = words.step_of(at, session.agenda.len(), title);
    let room = area.width.saturating_sub(wide(&text) + 2);
    canvas.line(
        Rect {
            width: room,
            ..line(0)
        },
        &title,
        Role::Title,
    );
    let (text, role) = on_wall(shown, session, desk);
    canvas.line(line(1), &text, role);
    canvas.line(line(2), &meeting(session, desk.now, words), Role::Aside);
}

/// The time of a step: what was spent of its plan, and what is left.
fn time(row: &Row, session: &Session, now: NaiveDateTime, words: Words) -> (String, Role) {
    let spent = words.time_of(row.spent_at(now) / 60, row.minutes);
    if row.running_since.is_none() || session.stage != Stage::Open {
        return (spent, Role::Aside);
    }
    let left = left(row, now);
    match last_seconds(left) {
        Some(seconds) => (words.second_left(&words.clock(seconds)), Role::See),
        None if left < 0 => {
            let late = u32::try_from(-left / 60).unwrap_or(0).max(1);
            let late = words.second_late(&words.minutes(late));
            (format!("{spent} · {late}"), Role::See)
        }
        None => {
            let left = words.second_left(&words.minutes(u32::try_from(left / 60).unwrap_or(0)));
            (format!("{spent} · {left}"), Role::Strong)
        }
    }
}

/// What the room sees, or that something else is shown here. Of a vote only what the wall may know: never what was counted.
fn on_wall(shown: &Shown, session: &Session, desk: &Desk) -> (String, Role) {
    let words = desk.words();
    let seen = desk.followed.as_ref();
    if let Some(fault) = seen.and_then(|seen| seen.fault.as_ref()) {
        return (words.problem(fault), Role::Refused);
    }
    if !shown.on_wall {
        let step = wall(desk).map_or("", |row| content::step(row.step).name.get(words.0));
        return (words.second_looking(step), Role::See);
    }
    let mut told = Vec::new();
    let mut role = Role::Aside;
    if seen.is_some_and(|seen| seen.curtain) {
        told.push(words.second_curtain().to_owned());
        role = Role::See;
    }
    if let Some(ballot) = session.open_vote() {
        told.push(vote(ballot, words));
        role = Role::See;
    }
    if told.is_empty() {
        let quiet = match session.stage {
            Stage::Open => words.second_on_wall(),
            _ if session.is_sealed() => words.second_sealed(),
            _ => words.second_not_open(),
        };
        told.push(quiet.to_owned());
    }
    (told.join(" · "), role)
}

fn vote(ballot: &Ballot, words: Words) -> String {
    let how = if ballot.secret {
        words.ballot_in_secret()
    } else {
        words.ballot_in_open()
    };
    let voters = words.voters(ballot.entitled);
    words.second_vote(&voters, how, ballot.question.as_str())
}

/// Whether the meeting will end on time.
fn meeting(session: &Session, now: NaiveDateTime, words: Words) -> String {
    let said = match session.drift(now) {
        0 => words.on_time().to_owned(),
        n if n > 0 => words.behind(n),
        n => words.ahead(-n),
    };
    words.clock_meeting(&said, session.promised())
}
