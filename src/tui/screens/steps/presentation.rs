//! Présentation: an analysis made between two meetings is copied into this one, read section by section, and amended.

mod lines;
mod reading;

use super::super::{Flow, Input, Spot};
use super::shared;
use crate::domain::agenda::StepKind;
use crate::domain::analysis::{Analysis, AnalysisFile};
use crate::domain::session::Session;
use crate::tui::desk::{Desk, Effect, Group};
use crate::tui::form::{Edit, Field, Form, Item, Reaction, Value};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::screens::meeting::body;
use crate::tui::theme::Role;
use ratatui::layout::Rect;
use reading::{Reading, Turned};
use std::path::Path;

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
    Waiting(&'d Path, &'d AnalysisFile),
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

    /// Looks in the past for what is like that which is being amended.
    pub fn look_back(&mut self, desk: &mut Desk) {
        self.reading.look_back(desk);
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
            Reaction::Edit(Key::Pending, Edit::Open(index)) => return self.present(index, desk),
            _ => {}
        }
        Flow::Stay
    }

    /// Opens an analysis that is here at its first section. One that waits is read from its file at this moment: its lead may
    /// have worked in it since the folder was read.
    fn present(&mut self, index: usize, desk: &mut Desk) -> Flow {
        let path = match offered(desk).into_iter().nth(index) {
            Some(Offered::Here(analysis)) => {
                self.reading.open(analysis.id);
                return Flow::Stay;
            }
            Some(Offered::Waiting(path, _)) => path.to_owned(),
            None => return Flow::Stay,
        };
        if let Some(why) = desk.read_only() {
            return Flow::Say(desk.words().why(why));
        }
        desk.ask(Effect::Present(path));
        Flow::Stay
    }

    /// Copies an analysis into the session, and opens it at its first section.
    pub fn hear(&mut self, file: &AnalysisFile, desk: &mut Desk) {
        let today = desk.today();
        desk.edit(Group::Alone, |session| {
            session.hear(file);
            session.say_presented(file, today);
        });
        if let Some(copy) = desk.session().and_then(|s| s.copy_of(file)) {
            self.reading.open(copy.id);
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
    let waiting = waiting(session, desk).map(|(path, file)| Offered::Waiting(path, file));
    here.chain(waiting).collect()
}

/// The analyses that wait for this meeting, each with its file. A simulation plays with none of them.
pub fn waiting<'d>(
    session: &'d Session,
    desk: &'d Desk,
) -> impl Iterator<Item = (&'d Path, &'d AnalysisFile)> {
    // The folder was read before this meeting changed: what it heard or undid is known from itself.
    let elsewhere = |file: &AnalysisFile| {
        let heard = desk.listing.presented_in(file);
        heard.is_some_and(|head| head.id != session.id)
    };
    let real = !session.kind.is_simulation();
    let here = move |file: &AnalysisFile| {
        real && !elsewhere(file) && file.chosen_in != session.id && session.copy_of(file).is_none()
    };
    desk.listing.entrusted().filter(move |(_, file)| here(file))
}

fn fields(desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let Some(session) = desk.session() else {
        return Vec::new();
    };
    let items = offered(desk).into_iter().map(|offer| match offer {
        Offered::Here(analysis) => presented(analysis, session, desk),
        Offered::Waiting(_, file) => pending(file, desk),
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
