//! Événements: what is heard in this meeting, with quick entry, those that wait in the workspace, and all of them on the
//! matrix of severity and likelihood.

use super::super::alike::Alike;
use super::super::incident_form::{self as form, KEYS, Key, heading};
use super::super::{Flow, Input};
use super::risks;
use crate::content;
use crate::documents::plots::Risk;
use crate::domain::ids::IncidentId;
use crate::domain::incident::{Incident, IncidentFile};
use crate::domain::list::Keyed;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::library::carry::origin_of;
use crate::library::lookalike::Kind;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Doc, Group};
use crate::tui::form::{Edit, Field, Item, Opened, Turn, Value};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::screens::meeting::body;
use crate::tui::theme::Role;
use chrono::Datelike;
use ratatui::layout::Rect;

/// Word that tells the matrix from a field, in the place that is kept.
const MATRIX: &str = "matrix";

/// The step.
#[derive(Debug)]
pub struct Incidents {
    at: Opened<Key, IncidentId>,
    matrix: bool,
    top: usize,
    alike: Alike,
}

impl Incidents {
    /// The list of incidents.
    pub fn new(_desk: &Desk) -> Self {
        Self {
            at: Opened::new(Key::List),
            matrix: false,
            top: 0,
            alike: Alike::default(),
        }
    }

    /// Keys of the field in focus; on the list or the matrix `g` shows the other.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        if self.matrix {
            return vec![Scope::Views, Scope::Reading, Scope::Letters];
        }
        let mut scopes = self.at.scopes(&self.fields(desk));
        if self.at.item.is_none() {
            scopes.push(Scope::Views);
        }
        self.alike.scopes(scopes)
    }

    /// Where the focus is.
    pub fn place(&self, desk: &Desk) -> String {
        if self.matrix {
            return MATRIX.to_owned();
        }
        self.at.place(&self.fields(desk))
    }

    /// Puts the focus back.
    pub fn restore(&mut self, place: &str) {
        self.matrix = place == MATRIX;
        if !self.matrix {
            self.at.restore(place, &KEYS);
        }
    }

    fn fields(&self, desk: &Desk) -> Vec<Field<Key>> {
        let Some(session) = desk.session() else {
            return Vec::new();
        };
        let open = self.at.item.and_then(|id| session.incidents.get(id));
        if let Some(incident) = open {
            let fields = form::fields(&incident.report, content::scales_of(session), desk);
            return form::with_alike(fields, &self.alike, desk);
        }
        let mut out = vec![incidents_list(session, desk)];
        let waiting: Vec<Item> = waiting(desk)
            .into_iter()
            .map(|f| waiting_item(f, desk))
            .collect();
        if !waiting.is_empty() && desk.read_only().is_none() {
            let words = desk.words();
            let value = Value::Items {
                items: waiting,
                empty: String::new(),
            };
            let field = Field::new(Key::Waiting, words.incident_waiting(), value)
                .hint(words.incident_waiting_what());
            out.push(field);
        }
        out
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        if self.matrix {
            return self.update_matrix(input, desk);
        }
        if *input == Input::Command(Command::View) && self.at.item.is_none() {
            self.matrix = true;
            self.top = 0;
            return Flow::Stay;
        }
        if let Some(flow) = self.alike.window(input) {
            return flow;
        }
        let fields = self.fields(desk);
        let flow = self.take(input, &fields, desk);
        self.look_back(desk);
        flow
    }

    fn take(&mut self, input: &Input, fields: &[Field<Key>], desk: &mut Desk) -> Flow {
        match self.at.take(input, fields, body(desk.areas.page), desk) {
            Turn::Ignored => return Flow::Ignored,
            Turn::Stay => {}
            Turn::Closed(id) => self.closed(id, desk),
            Turn::Edit(Key::Waiting, edit) if edit != Edit::Add => self.hear(&edit, desk),
            Turn::Edit(key, edit) => self.apply(key, edit, desk),
        }
        Flow::Stay
    }

    /// Looks for what resembles the event that is open.
    pub fn look_back(&mut self, desk: &mut Desk) {
        if self.at.item.is_some() {
            desk.recall();
        }
        let open = desk
            .session()
            .zip(self.at.item)
            .and_then(|(session, id)| Some((session, session.incidents.get(id)?)));
        let text = open.map(|(session, incident)| {
            let told = form::told(&incident.report).clone();
            (told, origin_of(session, incident))
        });
        let text = text
            .as_ref()
            .map(|(text, origin)| (Kind::Incident, text, origin));
        self.alike.refresh(text, Doc::Session, desk);
    }

    fn update_matrix(&mut self, input: &Input, desk: &Desk) -> Flow {
        let n = desk.session().map_or(0, |s| s.incidents.len());
        match (input, risks::scrolled(self.top, input, n)) {
            (Input::Command(Command::View | Command::Back), _) => self.matrix = false,
            (_, Some(top)) => self.top = top,
            _ => return Flow::Ignored,
        }
        Flow::Stay
    }

    /// Back on the list, on the incident that was open; one that was left without a word leaves no trace.
    fn closed(&mut self, id: IncidentId, desk: &mut Desk) {
        desk.edit(Group::Alone, |session| {
            let blank = |i: &Incident| {
                let mut bare = i.clone();
                bare.report.reference = Text::default();
                bare.report.reported = None;
                bare == Incident::new(id)
            };
            if session.incidents.get(id).is_some_and(blank) {
                session.remove_incident(id);
            }
        });
        let at = desk.session().and_then(|s| s.incidents.index_of(id));
        self.at.form.set_cursor(at.unwrap_or(0));
    }

    fn apply(&mut self, key: Key, edit: Edit, desk: &mut Desk) {
        match edit {
            Edit::Add => self.add(desk),
            Edit::Open(index) => self.at.open(nth(desk, index), Key::Title),
            Edit::Delete(index) => {
                if let Some(id) = nth(desk, index) {
                    desk.edit(Group::Alone, |session| session.remove_incident(id));
                }
            }
            Edit::Shift(index, delta) => {
                if let Some(id) = nth(desk, index) {
                    desk.edit(Group::Alone, |session| {
                        session.incidents.shift(id, delta);
                    });
                }
            }
            Edit::Mark(_) => {}
            edit => {
                let Some(scales) = desk.session().map(|s| content::scales_of(s).clone()) else {
                    return;
                };
                let (id, group) = (self.at.item, self.at.group(key));
                desk.edit(group, |session| {
                    if let Some(i) = id.and_then(|id| session.incidents.get_mut(id)) {
                        form::apply(&mut i.report, key, edit, &scales);
                    }
                });
            }
        }
    }

    fn add(&mut self, desk: &mut Desk) {
        let reference = next_reference(desk);
        let today = desk.today();
        let mut new = None;
        desk.edit(Group::Alone, |session| {
            let id: IncidentId = session.ids.give();
            let mut incident = Incident::new(id);
            incident.report.reference = reference.as_str().into();
            incident.report.reported = Some(today);
            session.incidents.push(incident);
            new = Some(id);
        });
        self.at.open(new, Key::Title);
    }

    /// Takes an incident that waits into the meeting, as it is written in the workspace now.
    fn hear(&mut self, edit: &Edit, desk: &mut Desk) {
        let (Edit::Open(index) | Edit::Mark(index)) = edit else {
            return;
        };
        let Some(file) = waiting(desk).get(*index).map(|file| (*file).clone()) else {
            return;
        };
        desk.edit(Group::Alone, |session| {
            let incident = Incident {
                origin: file.id.to_string().as_str().into(),
                report: file.report,
                ..Incident::new(session.ids.give())
            };
            session.incidents.push(incident);
        });
        if waiting(desk).is_empty() {
            self.at.form.set_focus(Key::List);
        }
    }

    /// Whether the matrix is shown, which takes the margin as well.
    pub fn is_picture(&self) -> bool {
        self.matrix
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        if self.matrix {
            if let Some(session) = desk.session() {
                let all = session.incidents.iter().enumerate();
                let all: Vec<Risk> = all.map(|(i, e)| risks::lettered(i, e)).collect();
                risks::draw(session, &all, "", self.top, desk, (area, canvas));
            }
            return;
        }
        canvas.cursor = self
            .at
            .form
            .draw(&self.fields(desk), area, canvas.look, canvas.buf);
    }
}

fn nth(desk: &Desk, index: usize) -> Option<IncidentId> {
    desk.session()?.incidents.at(index).map(Keyed::id)
}

/// The next free reference of the year, whether given in the meeting or in the workspace.
fn next_reference(desk: &Desk) -> String {
    let heard = desk.session().into_iter().flat_map(|s| s.incidents.iter());
    let heard = heard.map(|i| i.report.reference.as_str());
    let given = heard.chain(desk.listing.references());
    form::next_reference(desk.today().year(), given)
}

/// What waits in the workspace and was not yet heard here.
fn waiting(desk: &Desk) -> Vec<&IncidentFile> {
    let heard = |file: &IncidentFile| {
        let id = file.id.to_string();
        desk.session()
            .is_some_and(|s| s.incidents.iter().any(|i| i.origin.as_str() == id))
    };
    let files = desk.listing.waiting().map(|(_, file)| file);
    files.filter(|file| !heard(file)).collect()
}

fn waiting_item(file: &IncidentFile, desk: &Desk) -> Item {
    Item {
        sign: Some((desk.prefs.theme.signs.not_yet, Role::Aside)),
        lead: file.report.reference.to_string(),
        text: heading(&file.report, desk.words()),
        ..Item::default()
    }
}

fn incidents_list(session: &Session, desk: &Desk) -> Field<Key> {
    let words = desk.words();
    let signs = &desk.prefs.theme.signs;
    let scales = content::scales_of(session);
    let item = |incident: &Incident| {
        let report = &incident.report;
        let (seen, worst) = form::criticality(report, scales);
        let sign = seen.or(worst).map_or((signs.not_yet, Role::Aside), |c| {
            form::class_sign(c.class, signs)
        });
        Item {
            sign: Some(sign),
            lead: name(incident),
            text: heading(report, words),
            aside: form::rating_text(report, scales, words),
            depth: 0,
        }
    };
    let value = Value::Items {
        items: session.incidents.iter().map(item).collect(),
        empty: words.incident_none().to_owned(),
    };
    let field = Field::new(Key::List, words.incident_list(), value);
    if session.incidents.is_empty() {
        field
    } else {
        field.hint(words.incident_list_hint())
    }
}

/// `E1 2026-001`, as the record writes it.
fn name(incident: &Incident) -> String {
    format!("{} {}", incident.id, incident.report.reference)
        .trim()
        .to_owned()
}
