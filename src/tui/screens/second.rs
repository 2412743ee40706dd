//! The second terminal, beside the one on the wall: where the meeting is, what to say, what is missing, what waits; and the
//! private notes, the only thing that is written here. It follows the wall, and can look at other steps without moving it.

mod aloud;
mod cards;
mod control;
mod cues;
mod key;
mod lacks;
mod pad;
mod panel;
mod parked;
mod roles;
mod strip;

pub use strip::face;

use super::findings::Findings;
use super::meeting::draw_saving;
use super::{Flow, Input, help};
use crate::content;
use crate::domain::agenda::Row;
use crate::domain::ids::RowId;
use crate::domain::problem::Why;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Doc};
use crate::tui::frame::{Areas, Canvas};
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::tui::widgets::reading::{Para, Reading};
use crate::tui::widgets::wrap::{fit_words, width};
use pad::Pad;
use panel::Panel;
use ratatui::layout::Rect;

/// From this width of the header on, the notes stand beside what is read.
const BESIDE_FROM: u16 = 104;
/// Widest that a text is read.
const WIDEST: u16 = 74;
/// Rows from the top of the strip to that of what is read: the strip, air, the names of the panels, air.
const HEAD: u16 = 6;
/// Columns kept at the right of the header for the state of saving.
const SAVING: u16 = 17;
/// From this height on there is air above the strip.
const TALL: u16 = 28;

/// The screen.
#[derive(Debug)]
pub struct Second {
    panel: Panel,
    reading: Reading,
    /// The step that is looked at, where it is not the one on the wall.
    looked_at: Option<RowId>,
    /// What the group has of the key of a simulation.
    findings: Findings,
    pad: Pad,
}

/// A step, as the panels tell it.
struct Shown<'d> {
    row: &'d Row,
    /// Whether it is the one on the wall.
    on_wall: bool,
}

/// Where things stand on this screen.
struct Places {
    strip: Rect,
    tabs: Rect,
    page: Rect,
    notes_head: Rect,
    pad: Rect,
}

impl Second {
    /// The screen over the session that is followed.
    pub fn new(desk: &Desk) -> Self {
        Self {
            panel: Panel::default(),
            reading: Reading::default(),
            looked_at: None,
            findings: Findings::default(),
            pad: Pad::new(desk),
        }
    }

    /// The notes were opened, or another terminal changed them.
    pub fn notes_came(&mut self, desk: &Desk) {
        self.pad = Pad::new(desk);
    }

    /// Notes are typed at any moment; what is read has keys that type nothing.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![Scope::Second, Scope::Long]
    }

    /// Help on this screen.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Window(help::Window::Second)
    }

    /// The step shown: the one looked at, else that of the wall.
    fn shown<'d>(&self, desk: &'d Desk) -> Option<Shown<'d>> {
        let wall = wall(desk)?;
        let agenda = &desk.session()?.agenda;
        let looked_at = self.looked_at.and_then(|id| agenda.get(id));
        let row = looked_at.unwrap_or(wall);
        Some(Shown {
            row,
            on_wall: row.id == wall.id,
        })
    }

    fn paras(&self, desk: &Desk) -> Vec<Para> {
        let shown = self.shown(desk);
        shown.map_or_else(Vec::new, |shown| {
            self.panel.paras(&shown, &self.findings, desk)
        })
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let places = places(desk.areas, self.panel);
        match input {
            Input::Command(Command::NextSection) => self.turn(self.panel.beside(1, desk)),
            Input::Command(Command::PrevSection) => self.turn(self.panel.beside(-1, desk)),
            Input::Command(command @ (Command::PageDown | Command::PageUp)) => {
                let paras = self.paras(desk);
                self.reading.update(*command, &paras, places.page);
            }
            Input::Command(Command::NextStep) => return self.look(1, desk),
            Input::Command(Command::PrevStep) => return self.look(-1, desk),
            Input::Command(Command::Back) => {
                self.looked_at = None;
                self.reading = Reading::default();
            }
            Input::Wheel(lines) => {
                let paras = self.paras(desk);
                self.reading.wheel(*lines, &paras, places.page);
            }
            Input::Click(col, row) => self.click(*col, *row, &places, desk),
            Input::Command(command) if elsewhere(*command) => return Flow::Ignored,
            _ => return self.write(input, places.pad, desk),
        }
        Flow::Stay
    }

    fn turn(&mut self, panel: Panel) {
        self.panel = panel;
        self.reading = Reading::default();
    }

    /// Looks at the step before or behind the one shown; the wall stays where it is.
    fn look(&mut self, delta: isize, desk: &Desk) -> Flow {
        let Some((session, shown)) = desk.session().zip(self.shown(desk)) else {
            return Flow::Stay;
        };
        let words = desk.words();
        let Some(next) = session.neighbour(shown.row.id, delta).map(|row| row.id) else {
            return Flow::Say(if delta > 0 {
                words.second_last_step().to_owned()
            } else {
                words.say_first_step().to_owned()
            });
        };
        let on_wall = wall(desk).is_some_and(|row| row.id == next);
        self.looked_at = (!on_wall).then_some(next);
        self.reading = Reading::default();
        Flow::Stay
    }

    fn click(&mut self, col: u16, row: u16, places: &Places, desk: &Desk) {
        if places.pad.contains((col, row).into()) {
            self.pad.click(col, row, places.pad);
        } else if let Some(panel) = self.panel.at(col, row, places.tabs, desk) {
            self.turn(panel);
        }
    }

    /// Hands input to the notes, and writes them where it changed them.
    fn write(&mut self, input: &Input, area: Rect, desk: &mut Desk) -> Flow {
        if let Input::Command(command) = input
            && self.pad.go(*command, area)
        {
            return Flow::Stay;
        }
        let seen = desk.followed.as_ref();
        if let Some(fault) = seen.and_then(|seen| seen.notes_fault.as_ref()) {
            let words = desk.words();
            return Flow::Say(words.note_refused(&words.problem(fault)));
        }
        match desk.why_read_only(Doc::Notes) {
            Some(Why::Held(_)) => return Flow::Say(desk.words().note_on_wall().to_owned()),
            Some(why) => return Flow::Say(desk.words().note_refused(&desk.words().why(why))),
            None => {}
        }
        match input {
            Input::Command(Command::Note) => self.pad.begin_line(&heading(desk)),
            Input::Command(command) => self.pad.take(*command),
            Input::Paste(text) => self.pad.insert(text.as_str()),
            Input::Click(..) | Input::Wheel(_) => {}
        }
        self.pad.keep(area, desk);
        Flow::Stay
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        draw_header(desk, canvas);
        let Some(shown) = self.shown(desk) else {
            return;
        };
        let places = places(canvas.areas, self.panel);
        strip::draw(&shown, desk, places.strip, canvas);
        self.panel.draw_names(desk, places.tabs, canvas);
        let paras = self.panel.paras(&shown, &self.findings, desk);
        let (look, page) = (canvas.look, places.page);
        self.reading.draw(&paras, page, look, canvas.buf);
        self.pad.draw(desk, places.notes_head, places.pad, canvas);
    }
}

/// What this screen leaves to the program.
fn elsewhere(command: Command) -> bool {
    matches!(
        command,
        Command::Help
            | Command::Palette
            | Command::Curtain
            | Command::Quit
            | Command::HowToQuit
            | Command::Theme
            | Command::Language
            | Command::Mouse
    )
}

/// The step on the wall.
fn wall(desk: &Desk) -> Option<&Row> {
    let kept = desk.followed.as_ref().and_then(|seen| seen.row);
    desk.session()?.row_left(kept)
}

/// How a note on the step of the wall begins.
fn heading(desk: &Desk) -> String {
    let words = desk.words();
    let step = wall(desk).map(|row| content::step(row.step).name.get(words.0));
    words.note_heading(&words.time(desk.now.time()), step.unwrap_or_default())
}

fn places(areas: Areas, panel: Panel) -> Places {
    let top = if areas.screen.height < TALL { 2 } else { 3 };
    let bottom = areas.screen.height.saturating_sub(2);
    let all = Rect {
        x: areas.header.x + 1,
        y: top,
        width: areas.header.width.saturating_sub(2),
        height: bottom.saturating_sub(top),
    };
    let beside = areas.header.width >= BESIDE_FROM;
    let wide = if beside {
        (all.width * 4 / 7).min(WIDEST)
    } else {
        all.width.min(WIDEST + 4)
    };
    let line = |y: u16| Rect {
        y: top + y,
        width: wide,
        height: 1,
        ..all
    };
    let below = all.height.saturating_sub(HEAD);
    // What only the trainer reads is long, and read at a glance.
    let share = if panel.is_of_training() { 3 } else { 2 };
    let pad_high = if beside { 0 } else { below / share };
    let air_above = u16::from(!beside);
    let page = Rect {
        y: top + HEAD,
        width: wide,
        height: below.saturating_sub(pad_high + air_above),
        ..all
    };
    let notes_head = if beside {
        Rect {
            x: all.x + wide + 4,
            width: all.width.saturating_sub(wide + 4),
            height: 1,
            ..all
        }
    } else {
        Rect {
            y: page.bottom() + air_above,
            ..line(0)
        }
    };
    let air = if beside { 2 } else { 1 };
    Places {
        strip: Rect {
            height: 3,
            ..line(0)
        },
        tabs: line(4),
        page,
        notes_head,
        pad: Rect {
            y: notes_head.y + air,
            height: bottom.saturating_sub(notes_head.y + air),
            ..notes_head
        },
    }
}

/// What this terminal is and whose session it follows; at the right, whether the notes are kept.
fn draw_header(desk: &Desk, canvas: &mut Canvas) {
    let words = desk.words();
    let area = canvas.areas.header;
    if let Some(session) = desk.session() {
        let what = match session.number {
            0 => words.crex_plain().to_owned(),
            n => words.crex_number(n),
        };
        let whose = session.structure.filled().or(session.title.filled());
        let mut left = format!("{} · {what}", words.second_title());
        if let Some(name) = whose {
            left = format!("{left} · {name}");
        }
        if session.kind.is_simulation() {
            left = format!("{} · {left}", words.simulation_mark());
        }
        let room = area.width.saturating_sub(SAVING + 1);
        let left = fit_words(&left, usize::from(room));
        canvas.line(
            Rect {
                width: room,
                ..area
            },
            &left,
            Role::Body,
        );
    }
    draw_saving(desk, Doc::Notes, canvas);
    canvas.rule();
}

/// The columns of a text.
fn wide(text: &str) -> u16 {
    u16::try_from(width(text)).unwrap_or(u16::MAX)
}
