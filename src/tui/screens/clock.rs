//! Time: the step's timer in large digits, the meeting's drift, and a proposal to share what is left among the steps ahead.

use super::help;
use super::{Flow, Input};
use crate::content;
use crate::domain::agenda::Row;
use crate::domain::session::Session;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Group};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::theme::{Role, Signs};
use crate::tui::widgets::digits;
use crate::words::Words;
use ratatui::layout::Rect;

/// Columns of the window.
const WIDE: u16 = 70;
/// Its rows, those of a new plan aside.
const AROUND: u16 = 12;

/// The window.
#[derive(Debug)]
pub struct Clock;

#[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
impl Clock {
    /// Its own keys.
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![Scope::Clock, Scope::Letters]
    }

    /// Help on this window.
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Window(help::Window::Clock)
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        match input {
            Input::Command(Command::MinuteMore) => minutes(desk, 1),
            Input::Command(Command::MinuteLess) => minutes(desk, -1),
            Input::Command(Command::Confirm) => {
                let now = desk.now;
                let plan = desk
                    .session()
                    .map(|session| session.replanned(now))
                    .unwrap_or_default();
                desk.edit(Group::Alone, |session| {
                    for (row, minutes) in plan {
                        session.set_minutes(row, minutes);
                    }
                });
            }
            Input::Command(Command::Timer) => return Flow::Close,
            _ => return Flow::Ignored,
        }
        Flow::Stay
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let words = desk.words();
        let Some(session) = desk.session() else {
            return;
        };
        let plan = session.replanned(desk.now);
        let changed = plan
            .iter()
            .any(|(id, m)| session.agenda.get(*id).is_some_and(|row| row.minutes != *m));
        let planned = if changed { plan.len() } else { 0 };
        let high = AROUND + u16::try_from(planned).unwrap_or(0);
        let area = canvas.window(WIDE, high, words.clock_title());
        let line = |y: u16| Rect {
            y: area.y + y,
            height: 1,
            ..area
        };
        match session.running() {
            Some(row) => draw_step(row, desk, area, canvas),
            None => {
                canvas.text(rows(line(1), 3), words.clock_stopped(), Role::Aside);
            }
        }
        canvas.text(rows(line(5), 2), &drift(session, desk, words), Role::Strong);
        if !changed {
            canvas.line(line(7), words.clock_plan_holds(), Role::Aside);
            return;
        }
        canvas.line(line(7), words.clock_proposal(), Role::Body);
        for (i, (id, minutes)) in plan.iter().enumerate() {
            let Some(row) = session.agenda.get(*id) else {
                continue;
            };
            let at = line(8 + u16::try_from(i).unwrap_or(u16::MAX - 8));
            if at.y >= area.bottom() {
                break;
            }
            let name = content::step(row.step).name.get(words.0);
            canvas.line(Rect { x: at.x + 2, ..at }, name, Role::Body);
            let change = format!(
                "{:>3} {} {:>3} min",
                row.minutes, canvas.look.signs.leads, minutes
            );
            canvas.line(
                Rect {
                    x: at.x + 18,
                    width: at.width.saturating_sub(18),
                    ..at
                },
                &change,
                Role::Aside,
            );
        }
    }
}

/// The place of a line that may wrap.
fn rows(line: Rect, height: u16) -> Rect {
    Rect { height, ..line }
}

/// What is left of the step or how late it is, in large digits, and its plan.
fn draw_step(row: &Row, desk: &Desk, area: Rect, canvas: &mut Canvas) {
    let words = desk.words();
    let left = i64::from(row.minutes) * 60 - i64::from(row.spent_at(desk.now));
    let (name, planned) = (content::step(row.step).name.get(words.0), row.minutes);
    // Whole minutes while there is time: only the last two minutes beat in seconds.
    let (text, said) = match left {
        0..=120 => (words.clock(left), words.clock_seconds_left(name, planned)),
        121.. => ((left / 60).to_string(), words.clock_left(name, planned)),
        late => (
            (-late / 60).max(1).to_string(),
            words.clock_late(name, planned),
        ),
    };
    let style = canvas
        .look
        .style(if left < 0 { Role::See } else { Role::Title });
    let ascii = canvas.look.signs == Signs::PLAIN;
    digits::draw(canvas.buf, Rect { height: 3, ..area }, &text, style, ascii);
    let at = u16::try_from(digits::width(&text)).unwrap_or(0) + 3;
    let side = Rect {
        x: area.x + at,
        y: area.y + 1,
        width: area.width.saturating_sub(at),
        height: 3,
    };
    let role = if left < 0 { Role::See } else { Role::Aside };
    canvas.text(side, &said, role);
}

fn drift(session: &Session, desk: &Desk, words: Words) -> String {
    let drift = session.drift(desk.now);
    let said = match drift {
        0 => words.on_time().to_owned(),
        n if n > 0 => words.behind(n),
        n => words.ahead(-n),
    };
    words.clock_meeting(&said, session.promised())
}

fn minutes(desk: &mut Desk, delta: i32) {
    desk.edit(Group::Field("minutes".to_owned()), |session| {
        if let Some((id, minutes)) = session.running().map(|row| (row.id, row.minutes)) {
            session.set_minutes(id, minutes.saturating_add_signed(delta));
        }
    });
}
