//! Past events and factors that resemble what is being typed: offered quietly below it, and the window in which one of them is
//! chosen to be read again.

use super::reader::Reader;
use super::{Flow, Input, help, pool};
use crate::documents;
use crate::domain::ids::IncidentId;
use crate::domain::text::Text;
use crate::library::lookalike::{Found, Kind, Place};
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Doc, Effect};
use crate::tui::form::{Field, Value};
use crate::tui::frame::{Canvas, inside};
use crate::tui::keymap::{Scope, key_for, key_name};
use crate::tui::theme::Role;
use crate::tui::widgets::menu::{Choice, Line, Menu};
use chrono::NaiveDate;
use uuid::Uuid;

/// Size of the window.
const SIZE: (u16, u16) = (76, 17);
/// Fewest characters that are looked for.
const ENOUGH: usize = 4;

/// What resembles the text that is open, looked for again only when the text has changed.
#[derive(Debug, Default)]
pub struct Alike {
    /// What was looked for, and whether the past was known then.
    asked: Option<(Kind, Text, bool)>,
    found: Vec<Found>,
}

impl Alike {
    /// Looks for what resembles `text`; nothing is open where there is none.
    pub fn refresh(&mut self, text: Option<(Kind, &Text, &Text)>, doc: Doc, desk: &Desk) {
        let writable = desk.why_read_only(doc).is_none();
        let Some((kind, text, origin)) = text.filter(|_| writable) else {
            *self = Self::default();
            return;
        };
        let known = desk.past.index.is_some();
        let held = self.asked.as_ref();
        if held.is_some_and(|(k, t, past)| (*k, t, *past) == (kind, text, known)) {
            return;
        }
        let team = desk.team.doc.lang;
        let session = desk.session().filter(|_| doc == Doc::Session);
        let (lang, id) = session.map_or((team, Uuid::nil()), |s| (s.lang, s.id));
        let enough = text.as_str().trim().chars().count() >= ENOUGH;
        let past = desk.past.index.as_ref().filter(|_| enough);
        self.found = past
            .map(|past| past.alike(kind, text.as_str(), lang, id, origin))
            .unwrap_or_default();
        self.asked = Some((kind, text.clone(), known));
    }

    /// What is offered, as remarks of a form.
    pub fn notes<K: Copy>(&self, key: K, desk: &Desk) -> Vec<Field<K>> {
        let Some((kind, ..)) = self.asked.as_ref().filter(|_| !self.found.is_empty()) else {
            return Vec::new();
        };
        let words = desk.words();
        let open = key_for(Command::Alike, &[Scope::Alike], words.0);
        let open = open.map(|k| key_name(k, words.0)).unwrap_or_default();
        let waits = |found: &Found| matches!(found.place, Place::Waiting { .. });
        let title = match kind {
            Kind::Incident if self.found.iter().any(waits) => words.alike_reported(&open),
            Kind::Incident => words.alike_events(&open),
            Kind::Factor => words.alike_factors(&open),
        };
        let note = |text, role| Field::new(key, "", Value::Note(text, role));
        let mut out = vec![note(title, Role::Aside)];
        for found in &self.found {
            let sign = desk.prefs.theme.signs.bullet;
            let what = found.what.as_str();
            let one = match found.place {
                Place::Session {
                    date, unfinished, ..
                } => {
                    let date = words.date_short(date);
                    match unfinished {
                        0 => words.alike_one(&date, what),
                        n => words.alike_one_open(&date, &words.alike_unfinished(n), what),
                    }
                }
                Place::Waiting { file, reported } => {
                    words.alike_one(&waiting(file, reported, desk), what)
                }
            };
            let text = format!("{sign} {one}");
            out.push(note(text, Role::Aside));
        }
        out
    }

    /// The scopes of a form with what is offered.
    pub fn scopes(&self, mut scopes: Vec<Scope>) -> Vec<Scope> {
        if !self.found.is_empty() {
            scopes.push(Scope::Alike);
        }
        scopes
    }

    /// The window in which one is chosen, if this input asks for it.
    pub fn window(&self, input: &Input) -> Option<Flow> {
        let asked = *input == Input::Command(Command::Alike) && !self.found.is_empty();
        asked.then(|| {
            let window = Window {
                found: self.found.clone(),
                menu: Menu::default(),
            };
            Flow::Push(window.into())
        })
    }
}

/// The window.
#[derive(Debug)]
pub struct Window {
    found: Vec<Found>,
    menu: Menu,
}

impl Window {
    /// A list of places to go to.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn scopes(&self, _desk: &Desk) -> Vec<Scope> {
        vec![Scope::Reading, Scope::Menu, Scope::Letters]
    }

    /// Help on reading.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Reader
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        if matches!(input, Input::Command(Command::Back | Command::Alike)) {
            return Flow::Close;
        }
        let area = inside(desk.areas.window(SIZE.0, SIZE.1));
        let look = desk.prefs.theme.window();
        match self.menu.take(input, &self.lines(desk), area, look) {
            Choice::Ignored => return Flow::Ignored,
            Choice::Moved => {}
            Choice::Open(index) => {
                let place = self.found.get(index).map(|found| found.place);
                match place {
                    Some(Place::Session { id, .. }) => desk.ask(Effect::ReadPast(id)),
                    Some(Place::Waiting { file, .. }) => return report(file, desk),
                    None => {}
                }
            }
        }
        Flow::Stay
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let area = canvas.form_window(SIZE.0, SIZE.1, desk.words().alike_title());
        self.menu
            .draw(&self.lines(desk), area, canvas.look, canvas.buf);
    }

    fn lines(&self, desk: &Desk) -> Vec<Line> {
        let words = desk.words();
        let mut out = vec![
            Line::note(words.alike_hint().to_owned(), Role::Aside),
            Line::blank(),
        ];
        for found in &self.found {
            let (below, role) = match found.place {
                Place::Session {
                    date,
                    number,
                    unfinished,
                    ..
                } => {
                    let session = words.alike_session(number, &words.date_short(date));
                    let (left, role) = match unfinished {
                        0 => (words.alike_finished().to_owned(), Role::Aside),
                        n => (words.alike_unfinished(n), Role::See),
                    };
                    (format!("{session} · {left}"), role)
                }
                Place::Waiting { file, reported } => {
                    let said = waiting(file, reported, desk);
                    (words.capital(&said), Role::See)
                }
            };
            out.push(Line {
                cells: vec![(0, found.what.to_string(), Role::Body)],
                right: None,
                below: Some((0, below, role)),
                opens: true,
                ..Line::default()
            });
        }
        out
    }
}

/// How a report that waits is told: since when, and as what if the open meeting has it on the table.
fn waiting(file: Uuid, reported: Option<NaiveDate>, desk: &Desk) -> String {
    let words = desk.words();
    let date = reported.map(|day| words.date_short(day));
    match (here(file, desk), date) {
        (Some(id), Some(date)) => words.alike_here_since(&id.to_string(), &date),
        (Some(id), None) => words.alike_here(&id.to_string()),
        (None, Some(date)) => words.alike_waiting_since(&date),
        (None, None) => words.alike_waiting().to_owned(),
    }
}

/// The event of the open meeting that came from this file.
fn here(file: Uuid, desk: &Desk) -> Option<IncidentId> {
    let file = file.to_string();
    let mut events = desk.session()?.incidents.iter();
    events.find(|i| i.origin.as_str() == file).map(|i| i.id)
}

/// The report itself, to be read: nothing was recorded of it yet.
fn report(file: Uuid, desk: &Desk) -> Flow {
    let words = desk.words();
    let mut files = desk.listing.waiting().map(|(_, found)| found);
    let Some(found) = files.find(|found| found.id == file) else {
        return Flow::Say(words.say_report_gone().to_owned());
    };
    let waits = match here(file, desk) {
        Some(id) => words.alike_waits_here(&id.to_string()),
        None if desk.session().is_some() => words.alike_waits_beside().to_owned(),
        None => words.alike_waits_in_pool().to_owned(),
    };
    let document = documents::report::waiting(&found.report, pool::scales(desk), &waits, words.0);
    Flow::Push(Reader::of(&document).into())
}
