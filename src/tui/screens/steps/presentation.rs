//! Présentation: an analysis made between two meetings is copied into this one, read section by section, and amended.

mod lines;
mod reading;

use super::super::{Flow, Input, Spot};
use super::shared;
use crate::domain::agenda::StepKind;
use crate::domain::analysis::{Analysis, AnalysisFile};
use crate::domain::ids::AnalysisId;
use crate::domain::session::Session;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Form, Item, Reaction, Value};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::screens::meeting::body;
use crate::tui::theme::Role;
use ratatui::layout::Rect;
use reading::{Reading, Turned};

/// The field of the step.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Pending,
}

/// An analysis that can be read here.
enum Offered<'d> {
    /// Presented already.
    Here(&'d Analysis),
    /// Waiting.
    Waiting(&'d AnalysisFile),
}

/// The step.
#[derive(Debug)]
pub struct Presentation {
    form: Form<Key>,
    reading: Reading,
}

impl Presentation {
    /// The list of the analyses presented and waiting.
    pub fn new(desk: &Desk) -> Self {
        Self {
            form: Form::at(Key::Pending),
            reading: Reading::new(desk),
        }
    }

    /// Keys of what is shown.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        if self.reading.is_open(desk) {
            return self.reading.scopes(desk);
        }
        let mut scopes = self.form.scopes(&fields(desk));
        for scope in &mut scopes {
            if *scope == Scope::List {
                *scope = Scope::Menu;
            }
        }
        scopes
    }

    /// Where the focus is: of an analysis being read, its number first.
    pub fn place(&self, desk: &Desk) -> String {
        if self.reading.is_open(desk) {
            self.reading.place(desk)
        } else {
            self.form.place(&fields(desk))
        }
    }

    /// Puts the focus back.
    pub fn restore(&mut self, place: &str) {
        if !self.reading.restore(place) {
            self.form.restore(place, &[Key::Pending]);
        }
    }

    /// The step whose screen amends the analysis being read, if one does.
    pub fn amends(&self, desk: &Desk) -> Option<StepKind> {
        self.reading.amends(desk)
    }

    /// Goes there in the analysis being amended, if one is.
    pub fn amend_at(&mut self, spot: &Spot, desk: &mut Desk) -> bool {
        self.reading.amend_at(spot, desk)
    }

    /// Whether a picture fills the page.
    pub fn is_picture(&self) -> bool {
        self.reading.is_picture()
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        if self.reading.is_open(desk) {
            return match self.reading.update(input, desk) {
                Turned::Closed(id) => {
                    let all = offered(desk);
                    let here = |offer: &Offered| matches!(offer, Offered::Here(a) if a.id == id);
                    self.form.set_cursor(all.iter().position(here).unwrap_or(0));
                    Flow::Stay
                }
                Turned::Flow(flow) => flow,
            };
        }
        match self
            .form
            .take(input, &fields(desk), body(desk.areas.page), desk)
        {
            Reaction::Ignored => return Flow::Ignored,
            Reaction::Edit(Key::Pending, Edit::Open(index)) => self.present(index, desk),
            _ => {}
        }
        Flow::Stay
    }

    /// Copies the analysis into the session unless it is there, and opens it at its first section.
    fn present(&mut self, index: usize, desk: &mut Desk) {
        let (known, file) = match offered(desk).into_iter().nth(index) {
            Some(Offered::Here(analysis)) => (Some(analysis.id), None),
            Some(Offered::Waiting(file)) => (None, Some(file.clone())),
            None => return,
        };
        if let Some(file) = &file {
            let today = desk.today();
            desk.edit(Group::Alone, |session| {
                session.hear(file);
                session.say_presented(file, today);
            });
        }
        let copied = || desk.session()?.copy_of(file.as_ref()?).map(|a| a.id);
        let id: Option<AnalysisId> = known.or_else(copied);
        if let Some(id) = id {
            self.reading.open(id);
        }
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        if self.reading.is_open(desk) {
            self.reading.draw(desk, area, canvas);
        } else {
            canvas.cursor = self.form.draw(&fields(desk), area, canvas.look, canvas.buf);
        }
    }
}

/// The analyses presented here, then those that wait, the first due first; what this session itself entrusted waits for the
/// next one.
fn offered(desk: &Desk) -> Vec<Offered<'_>> {
    let Some(session) = desk.session() else {
        return Vec::new();
    };
    let here = session.analyses.iter().filter(|a| !a.origin.is_blank());
    let here = here.map(Offered::Here);
    here.chain(waiting(session, desk).map(Offered::Waiting))
        .collect()
}

/// The analyses that wait for this meeting.
pub fn waiting<'d>(session: &'d Session, desk: &'d Desk) -> impl Iterator<Item = &'d AnalysisFile> {
    let mut files: Vec<&AnalysisFile> = desk.listing.analyses.iter().flat_map(|f| &f.1).collect();
    files.retain(|file| {
        // The folder was read before this meeting changed: what it heard or undid is known from itself.
        let elsewhere = desk.listing.presented_in(file);
        let elsewhere = elsewhere.is_some_and(|head| head.id != session.id);
        !elsewhere && file.chosen_in != session.id && session.copy_of(file).is_none()
    });
    files.sort_by_key(|file| (file.analysis.due.is_none(), file.analysis.due));
    files.into_iter()
}

fn fields(desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let Some(session) = desk.session() else {
        return Vec::new();
    };
    let items = offered(desk).into_iter().map(|offer| match offer {
        Offered::Here(analysis) => presented(analysis, session, desk),
        Offered::Waiting(file) => pending(file, desk),
    });
    let items: Vec<Item> = items.collect();
    let none = items.is_empty();
    let list = Value::Items {
        items,
        empty: words.presentation_empty().to_owned(),
    };
    let list = Field::new(Key::Pending, words.presentation_pending(), list);
    if none {
        return vec![list];
    }
    vec![list.hint(words.presentation_hint())]
}

/// An analysis that waits: its event, who leads it, when it is due.
fn pending(file: &AnalysisFile, desk: &Desk) -> Item {
    let (sign, late, role) = shared::due(file.analysis.due, desk);
    Item {
        sign: Some((sign, role)),
        text: file.incident.report.heading().to_owned(),
        aside: waits(file, &late, desk),
        ..Item::default()
    }
}

/// « pilote : pharmacien · attendue pour le 19/12/2026 · dans 30 jours ».
pub fn waits(file: &AnalysisFile, late: &str, desk: &Desk) -> String {
    let words = desk.words();
    let lead = file.analysis.lead.filled();
    let due = file.analysis.due;
    let parts = [
        lead.map(|lead| words.presentation_by(lead)),
        due.map(|due| words.presentation_due(&words.date(due))),
        Some(late.to_owned()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(" · ")
}

/// One that was presented: who leads it, how much the group amended.
fn presented(analysis: &Analysis, session: &Session, desk: &Desk) -> Item {
    let (words, signs) = (desk.words(), desk.prefs.theme.signs);
    let event = analysis.incident.and_then(|id| session.incidents.get(id));
    let lead = analysis.lead.filled();
    let aside = [
        lead.map(|lead| words.presentation_by(lead)),
        Some(words.presentation_here().to_owned()),
        Some(words.presentation_amended(session.n_amended(analysis.id))),
    ];
    let aside: Vec<String> = aside.into_iter().flatten().collect();
    Item {
        sign: Some((signs.done, Role::Done)),
        text: event.map_or("", |i| i.report.heading()).to_owned(),
        aside: aside.join(" · "),
        ..Item::default()
    }
}
