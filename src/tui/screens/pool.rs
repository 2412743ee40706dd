//! The incidents that wait in the workspace, between meetings: the list, and the form of the one that is open.

use super::alike::Alike;
use super::incident_form::{self as form, Key};
use super::meeting::draw_saving;
use super::{Flow, Input, help};
use crate::content;
use crate::domain::incident::{IncidentFile, Report};
use crate::domain::scales::Scales;
use crate::domain::text::Text;
use crate::library::lookalike::Kind;
use crate::store::Found;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Doc, Effect, Group};
use crate::tui::form::{Edit, Field, Form, Item, Reaction, Value};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use chrono::Datelike;
use ratatui::layout::Rect;
use std::collections::HashSet;
use std::path::Path;

/// Rows above the form: title, aim, air.
const HEAD: u16 = 3;
/// Columns kept at the right of the header for the state of saving.
const SAVING: u16 = 18;

/// The screen.
#[derive(Debug)]
pub struct Pool {
    form: Form<Key>,
    /// Where the cursor of the list was when an incident was opened.
    left_at: usize,
    /// What resembles the open incident.
    alike: Alike,
}

impl Default for Pool {
    fn default() -> Self {
        Self {
            form: Form::at(Key::List),
            left_at: 0,
            alike: Alike::default(),
        }
    }
}

impl Pool {
    /// With an incident open.
    pub fn on_open() -> Self {
        Self {
            form: Form::at(Key::Title),
            ..Self::default()
        }
    }

    /// An incident was opened.
    pub fn opened(&mut self) {
        self.form.set_focus(Key::Title);
    }

    /// Keys.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        self.alike.scopes(self.form.scopes(&self.fields(desk)))
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        if let Some(flow) = self.alike.window(input) {
            return flow;
        }
        let flow = self.take(input, desk);
        self.look_back(desk);
        flow
    }

    /// Looks for what resembles the incident that is open.
    pub fn look_back(&mut self, desk: &mut Desk) {
        if desk.incident.is_some() {
            desk.recall();
        }
        let open = desk.incident.as_ref().map(|open| {
            let origin = Text::new(&open.doc.id.to_string());
            (form::told(&open.doc.report).clone(), origin)
        });
        let text = open.as_ref();
        let text = text.map(|(text, origin)| (Kind::Incident, text, origin));
        self.alike.refresh(text, Doc::Incident, desk);
    }

    fn take(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        if *input == Input::Command(Command::Back) {
            return self.back(desk);
        }
        let fields = self.fields(desk);
        match self.form.take(input, &fields, place(desk.areas.full), desk) {
            Reaction::Ignored => return Flow::Ignored,
            Reaction::Moved => {}
            Reaction::Finished => return self.back(desk),
            Reaction::Edit(key, edit) => return self.apply(key, edit, desk),
        }
        Flow::Stay
    }

    /// Out of the open incident, back to the list; out of the list, away.
    fn back(&mut self, desk: &mut Desk) -> Flow {
        if desk.incident.is_none() {
            return Flow::Close;
        }
        desk.ask(Effect::CloseIncident);
        desk.ask(Effect::List);
        self.form.set_focus(Key::List);
        self.form.set_cursor(self.left_at);
        Flow::Stay
    }

    fn apply(&mut self, key: Key, edit: Edit, desk: &mut Desk) -> Flow {
        match edit {
            Edit::Add => {
                self.left_at = shown(desk).len();
                desk.ask(Effect::CreateIncident(Box::new(blank(desk))));
            }
            Edit::Open(index) => return self.open(index, desk),
            Edit::Delete(index) => {
                if let Some((path, _)) = shown(desk).get(index) {
                    let path = path.clone();
                    desk.ask(Effect::PutAway(path));
                }
            }
            Edit::Mark(_) | Edit::Shift(..) => {}
            edit => {
                let scales = scales(desk).clone();
                let group = Group::Field(format!("{key:?}"));
                desk.edit_incident(group, |file| {
                    form::apply(&mut file.report, key, edit, &scales);
                });
            }
        }
        Flow::Stay
    }

    /// Opens the incident at `index`; of a damaged one it says what is wrong.
    fn open(&mut self, index: usize, desk: &mut Desk) -> Flow {
        self.left_at = index;
        match shown(desk).get(index) {
            Some((path, Ok(_))) => {
                let path = path.clone();
                desk.ask(Effect::OpenIncident(path));
                Flow::Stay
            }
            Some((_, Err(problem))) => Flow::Say(desk.words().problem(problem)),
            None => Flow::Stay,
        }
    }

    fn fields(&self, desk: &Desk) -> Vec<Field<Key>> {
        match &desk.incident {
            Some(open) => {
                let fields = form::fields(&open.doc.report, scales(desk), desk);
                form::with_alike(fields, &self.alike, desk)
            }
            None => vec![list(desk)],
        }
    }

    /// Help here.
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Pool
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let words = desk.words();
        let header = canvas.areas.header;
        let name = desk.team.doc.name.as_str();
        let left = Rect {
            width: header.width.saturating_sub(SAVING),
            ..header
        };
        canvas.line(left, name, Role::Body);
        draw_saving(desk, Doc::Incident, canvas);
        canvas.rule();
        let full = canvas.areas.full;
        let line = |y: u16| Rect {
            x: full.x + 2,
            y: full.y + y,
            width: full.width.saturating_sub(3),
            height: 1,
        };
        canvas.line(line(0), words.pool_title(), Role::Title);
        canvas.line(line(1), words.pool_aim(), Role::Aside);
        canvas.cursor = self
            .form
            .draw(&self.fields(desk), place(full), canvas.look, canvas.buf);
    }
}

/// Where the form stands.
fn place(full: Rect) -> Rect {
    let head = HEAD.min(full.height);
    Rect {
        y: full.y + head,
        height: full.height - head,
        ..full
    }
}

/// The scales of the team.
pub fn scales(desk: &Desk) -> &Scales {
    let team = &desk.team.doc;
    let shipped = || content::scales_by_id(&content::default_scales_for(&team.sector));
    team.scales.as_ref().unwrap_or_else(shipped)
}

/// A report with its reference and today's date.
fn blank(desk: &Desk) -> Report {
    Report {
        reference: form::next_reference(desk.today().year(), desk.listing.references())
            .as_str()
            .into(),
        reported: Some(desk.today()),
        sector: desk.team.doc.sector.clone(),
        ..Report::default()
    }
}

/// What is listed: the events that wait, and the files that cannot be read.
fn shown(desk: &Desk) -> Vec<&Found<IncidentFile>> {
    let waits: HashSet<&Path> = desk.listing.waiting().map(|(path, _)| path).collect();
    let all = desk.listing.incidents.iter();
    all.filter(|(path, state)| state.is_err() || waits.contains(path.as_path()))
        .collect()
}

fn list(desk: &Desk) -> Field<Key> {
    let words = desk.words();
    let signs = &desk.prefs.theme.signs;
    let scales = scales(desk);
    let waits = |report: &Report| {
        let (seen, worst) = form::criticality(report, scales);
        let sign = seen.or(worst);
        let sign = sign.map_or((signs.not_yet, Role::Aside), |c| {
            form::class_sign(c.class, signs)
        });
        Item {
            sign: Some(sign),
            lead: report.reference.to_string(),
            text: form::heading(report, words),
            aside: form::rating_text(report, scales, words),
            depth: 0,
        }
    };
    let damaged = |path: &std::path::Path| Item {
        sign: Some((signs.refused, Role::Refused)),
        lead: String::new(),
        text: path
            .file_name()
            .map(|name| crate::words::shown(name.as_ref()))
            .unwrap_or_default(),
        aside: words.pool_damaged().to_owned(),
        depth: 0,
    };
    let item = |(path, state): &Found<IncidentFile>| match state {
        Ok(IncidentFile { report, .. }) => waits(report),
        Err(_) => damaged(path),
    };
    let value = Value::Items {
        items: shown(desk).into_iter().map(item).collect(),
        empty: words.pool_none().to_owned(),
    };
    Field::new(Key::List, words.pool_list(), value)
}
