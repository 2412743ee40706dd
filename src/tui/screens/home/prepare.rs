//! The window in which a meeting is prepared: for which day, and which of the events that wait go on its agenda.

use crate::domain::incident::IncidentFile;
use crate::domain::moment::Side;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Effect};
use crate::tui::form::{Edit, Field, Form, Reaction, Value};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::screens::{Flow, Input};
use crate::tui::widgets::wrap::n_rows;
use chrono::{Days, NaiveDate};
use ratatui::layout::Rect;
use uuid::Uuid;

/// Days from today to the day proposed.
const AHEAD: u64 = 28;
/// The window: its width, its height without events, and the most that they add.
const WINDOW: (u16, u16) = (66, 9);
const MOST: u16 = 10;

/// The fields of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Day,
    Events,
}

/// What input did.
#[derive(Debug)]
pub(super) enum Done {
    /// It goes on.
    No(Flow),
    /// Nothing is prepared.
    GivenUp,
    /// What is asked of the world.
    Yes(Effect),
}

/// The meeting being prepared.
#[derive(Debug)]
pub(super) struct Preparing {
    form: Form<Key>,
    day: Option<NaiveDate>,
    blank: bool,
    /// The events that are not for this meeting.
    left_out: Vec<Uuid>,
}

impl Default for Preparing {
    fn default() -> Self {
        Self {
            form: Form::at(Key::Day),
            day: None,
            blank: true,
            left_out: Vec::new(),
        }
    }
}

impl Preparing {
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        self.form.scopes(&self.fields(desk))
    }

    pub fn update(&mut self, input: &Input, desk: &Desk) -> Done {
        if *input == Input::Command(Command::Back) {
            return Done::GivenUp;
        }
        let fields = self.fields(desk);
        let area = inside(desk.areas.window(WINDOW.0, high(desk)));
        match self.form.take(input, &fields, area, desk) {
            Reaction::Ignored => return Done::No(Flow::Ignored),
            Reaction::Moved => {}
            Reaction::Edit(Key::Events, Edit::Flip(index)) => self.flip(index, desk),
            Reaction::Edit(_, edit) => {
                if let Edit::Date(day) = edit {
                    self.day = day;
                }
                self.blank = self.form.typed_nothing();
            }
            Reaction::Finished => {
                return Done::Yes(Effect::NewSession {
                    date: self.day.unwrap_or_else(|| proposed(desk)),
                    begin: false,
                    left_out: std::mem::take(&mut self.left_out),
                });
            }
        }
        Done::No(Flow::Stay)
    }

    /// An event goes on the agenda, or waits for another meeting.
    fn flip(&mut self, index: usize, desk: &Desk) {
        let Some(file) = waiting(desk).get(index).copied() else {
            return;
        };
        match self.left_out.iter().position(|id| *id == file.id) {
            Some(at) => drop(self.left_out.remove(at)),
            None => self.left_out.push(file.id),
        }
    }

    fn fields(&self, desk: &Desk) -> Vec<Field<Key>> {
        let words = desk.words();
        let aside = match self.day {
            Some(day) => format!("{} · {}", words.date(day), words.in_days(desk.today(), day)),
            None if self.blank => words.home_prepare_default(&words.date(proposed(desk))),
            None => String::new(),
        };
        let day = Field::new(
            Key::Day,
            words.home_prepare_day(),
            Value::Date(self.day, Side::Ahead),
        );
        let day = day
            .aside(aside)
            .hint(words.home_prepare_hint())
            .wrong(words.home_wrong_day());
        let events = waiting(desk);
        if events.is_empty() {
            return vec![day];
        }
        let taken = |n: &usize| !self.left_out.contains(&events[*n].id);
        let value = Value::Many {
            options: events.iter().map(|file| named(file)).collect(),
            chosen: (0..events.len()).filter(taken).collect(),
        };
        let events = Field::new(Key::Events, words.home_prepare_events(), value);
        vec![day, events.hint(words.home_prepare_events_hint())]
    }

    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let (wide, high) = (WINDOW.0, high(desk));
        canvas.window(wide, high, desk.words().home_prepare_window());
        let area = inside(canvas.areas.window(wide, high));
        let fields = self.fields(desk);
        canvas.cursor = self.form.draw(&fields, area, canvas.look, canvas.buf);
    }
}

/// The events that wait for a meeting.
fn waiting(desk: &Desk) -> Vec<&IncidentFile> {
    desk.listing.waiting().map(|(_, file)| file).collect()
}

fn named(file: &IncidentFile) -> String {
    let (reference, title) = (&file.report.reference, file.report.heading());
    format!("{reference} {title}").trim().to_owned()
}

/// The height of the window: it grows with the events.
fn high(desk: &Desk) -> u16 {
    let room = usize::from(WINDOW.0).saturating_sub(30);
    let rows = waiting(desk)
        .into_iter()
        .map(|file| n_rows(&named(file), room));
    let rows = u16::try_from(rows.sum::<usize>()).unwrap_or(u16::MAX);
    WINDOW.1 + rows.min(MOST)
}

/// The place of the form in its window.
fn inside(window: Rect) -> Rect {
    Rect {
        x: window.x + 2,
        y: window.y + 2,
        width: window.width.saturating_sub(4),
        height: window.height.saturating_sub(3),
    }
}

fn proposed(desk: &Desk) -> NaiveDate {
    let ahead = desk.today().checked_add_days(Days::new(AHEAD));
    ahead.unwrap_or_else(|| desk.today())
}
