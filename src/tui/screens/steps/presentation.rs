//! Présentation: an analysis made between two meetings is copied into this one, read section by section, and remarked on.

use super::super::{Flow, Input};
use crate::domain::analysis::{Analysis, AnalysisFile, Barrier, Deviation, Fact, Factor};
use crate::domain::ids::AnalysisId;
use crate::domain::progress::presented;
use crate::domain::session::Session;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Form, Item, Reaction, Value};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::screens::meeting::body;
use crate::tui::theme::Role;
use crate::tui::widgets::reading::{Para, Reading};
use crate::words::Words;
use ratatui::layout::Rect;

/// The fields of the step.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Pending,
    Title,
    Lead,
    Remarks,
}

/// All that can be in focus.
const KEYS: [Key; 3] = [Key::Pending, Key::Lead, Key::Remarks];

/// The step.
#[derive(Debug)]
pub struct Presentation {
    form: Form<Key>,
    read: Option<AnalysisId>,
    reading: Reading,
}

impl Presentation {
    /// The list of the analyses that wait.
    pub fn new(_desk: &Desk) -> Self {
        Self {
            form: Form::at(Key::Pending),
            read: None,
            reading: Reading::default(),
        }
    }

    /// The analysis being read.
    fn reads<'d>(&self, desk: &'d Desk) -> Option<&'d Analysis> {
        desk.session()?.analyses.get(self.read?)
    }

    /// Keys of what is shown.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        if self.reads(desk).is_some() {
            return vec![Scope::Reading, Scope::Letters];
        }
        let mut scopes = self.form.scopes(&fields(desk));
        for scope in &mut scopes {
            if *scope == Scope::List {
                *scope = Scope::Menu;
            }
        }
        scopes
    }

    /// Where the focus is.
    pub fn place(&self, desk: &Desk) -> String {
        match self.reads(desk) {
            Some(analysis) => format!("read {}", analysis.id),
            None => self.form.place(&fields(desk)),
        }
    }

    /// Puts the focus back.
    pub fn restore(&mut self, place: &str) {
        match place.strip_prefix("read ") {
            Some(id) => self.read = id.parse().ok(),
            None => self.form.restore(place, &KEYS),
        }
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let area = body(desk.areas.page);
        if let Some(analysis) = self.reads(desk) {
            let paras = paras(analysis, desk);
            match input {
                Input::Command(Command::Back) => {
                    self.read = None;
                    self.form.set_focus(Key::Lead);
                }
                Input::Wheel(lines) => self.reading.wheel(*lines, &paras, page(area)),
                Input::Command(command) if self.reading.update(*command, &paras, page(area)) => {}
                _ => return Flow::Ignored,
            }
            return Flow::Stay;
        }
        match self.form.take(input, &fields(desk), area, desk) {
            Reaction::Ignored => return Flow::Ignored,
            Reaction::Moved | Reaction::Finished => {}
            Reaction::Edit(Key::Pending, Edit::Open(index)) => self.hear(index, desk),
            Reaction::Edit(key, edit) => apply(key, edit, desk),
        }
        Flow::Stay
    }

    /// Copies the analysis into the session and opens it.
    fn hear(&mut self, index: usize, desk: &mut Desk) {
        let Some(file) = pending(desk).into_iter().nth(index).cloned() else {
            return;
        };
        desk.edit(Group::Alone, |session| {
            session.hear(&file);
        });
        self.reading = Reading::default();
        self.read = desk.session().and_then(|s| s.copy_of(&file)).map(|a| a.id);
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        let Some(analysis) = self.reads(desk) else {
            let fields = fields(desk);
            canvas.cursor = self.form.draw(&fields, area, canvas.look, canvas.buf);
            return;
        };
        let text = paras(analysis, desk);
        self.reading
            .draw(&text, page(area), canvas.look, canvas.buf);
        let foot = Rect {
            x: area.x + 2,
            y: area.bottom().saturating_sub(1),
            width: area.width.saturating_sub(2),
            height: area.height.min(1),
        };
        canvas.line(foot, desk.words().presentation_read_hint(), Role::Aside);
    }
}

/// The place of the text: clear of the focus bar, and of the hint below.
fn page(area: Rect) -> Rect {
    Rect {
        x: area.x + 2,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(2),
        ..area
    }
}

/// The analyses that wait, the first due first; what this session itself entrusted waits for the next one.
fn pending(desk: &Desk) -> Vec<&AnalysisFile> {
    let here = desk.session().map(|s| s.id);
    let files = desk.listing.analyses.iter();
    let files = files.filter_map(|(_, file)| file.as_ref().ok());
    let mut files: Vec<_> = files.filter(|f| Some(f.chosen_in) != here).collect();
    files.sort_by_key(|f| (f.analysis.due.is_none(), f.analysis.due));
    files
}

/// The analysis presented last, among those copied from a file.
fn last(session: &Session) -> Option<&Analysis> {
    presented(session).filter(|a| !a.origin.is_blank()).last()
}

fn apply(key: Key, edit: Edit, desk: &mut Desk) {
    let id = desk.session().and_then(last).map(|a| a.id);
    desk.edit(Group::Field(format!("presentation{key:?}")), |session| {
        let Some(analysis) = id.and_then(|id| session.analyses.get_mut(id)) else {
            return;
        };
        match (key, edit) {
            (Key::Lead, Edit::Text(text)) => analysis.lead = text,
            (Key::Remarks, Edit::Text(text)) => analysis.remarks = text,
            _ => {}
        }
    });
}

fn fields(desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let Some(session) = desk.session() else {
        return Vec::new();
    };
    let files = pending(desk);
    let items = files.iter().map(|file| item(file, session, desk));
    let list = Value::Items {
        items: items.collect(),
        empty: words.presentation_empty().to_owned(),
    };
    let list = Field::new(Key::Pending, words.presentation_pending(), list);
    let hint = if files.is_empty() {
        ""
    } else {
        words.presentation_hint()
    };
    let mut out = vec![list.hint(hint)];
    let Some(analysis) = last(session) else {
        return out;
    };
    let event = analysis.incident.and_then(|id| session.incidents.get(id));
    let event = event.map_or("", |i| i.report.heading()).to_owned();
    out.extend([
        Field::new(Key::Title, event, Value::Heading),
        Field::new(
            Key::Lead,
            words.presentation_lead(),
            Value::Line(analysis.lead.clone()),
        )
        .hint(words.presentation_lead_hint()),
        Field::new(
            Key::Remarks,
            words.presentation_remarks(),
            Value::Long(analysis.remarks.clone()),
        )
        .hint(words.presentation_remarks_hint()),
    ]);
    out
}

fn item(file: &AnalysisFile, session: &Session, desk: &Desk) -> Item {
    let (words, signs) = (desk.words(), desk.prefs.theme.signs);
    let here = session.copy_of(file).is_some();
    let lead = file.analysis.lead.filled();
    let due = file.analysis.due;
    let aside = [
        lead.map(|lead| words.presentation_by(lead)),
        due.map(|due| words.presentation_due(&words.date(due))),
        here.then(|| words.presentation_here().to_owned()),
    ];
    let aside: Vec<String> = aside.into_iter().flatten().collect();
    Item {
        sign: Some(if here {
            (signs.done, Role::Done)
        } else {
            (signs.not_yet, Role::Aside)
        }),
        text: file.incident.report.heading().to_owned(),
        aside: aside.join(" · "),
        ..Item::default()
    }
}

/// The whole analysis, section by section.
fn paras(analysis: &Analysis, desk: &Desk) -> Vec<Para> {
    let words = desk.words();
    let incidents = desk.session().map(|s| &s.incidents);
    let event = incidents.and_then(|all| all.get(analysis.incident?));
    let mut out = vec![Para::new(words.presentation_event(), Role::Title)];
    if let Some(event) = event {
        out.push(Para::new(event.report.heading(), Role::Strong));
        let facts = event.report.facts.filled();
        let told = facts.filter(|facts| *facts != event.report.heading());
        out.extend(told.map(|facts| Para::new(facts, Role::Body)));
    }
    let facts = analysis.facts.iter().map(|f| fact(f, words)).collect();
    section(words.presentation_facts(), facts, words, &mut out);
    let deviations = analysis.deviations.iter().map(|d| deviation(d, words));
    let deviations = deviations.collect();
    section(words.presentation_deviations(), deviations, words, &mut out);
    let barriers = analysis
        .barriers
        .iter()
        .map(|b| barrier(b, words))
        .collect();
    section(words.presentation_barriers(), barriers, words, &mut out);
    let factors = analysis.factors.iter().map(|f| factor(f, words)).collect();
    section(words.presentation_factors(), factors, words, &mut out);
    out
}

/// A section: each item is a line and what stands under it.
fn section(title: &str, items: Vec<(String, Vec<String>)>, words: Words, out: &mut Vec<Para>) {
    out.push(Para::new("", Role::Body));
    out.push(Para::new(title, Role::Title));
    if items.is_empty() {
        out.push(Para::new(words.presentation_nothing(), Role::Aside));
    }
    for (line, under) in items {
        out.push(Para::new(line, Role::Body));
        let under = under.into_iter().filter(|text| !text.is_empty());
        out.extend(under.map(|text| Para::under(text, Role::Aside, 4)));
    }
}

fn fact(fact: &Fact, words: Words) -> (String, Vec<String>) {
    let when = fact.when.show(words.is_french());
    let parts = [when.as_str(), fact.actor.as_str(), fact.what.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|p| !p.is_empty()).collect();
    (parts.join(" · "), Vec::new())
}

fn deviation(deviation: &Deviation, words: Words) -> (String, Vec<String>) {
    let expected = deviation.expected.filled();
    let cause = deviation.immediate_cause.filled();
    let under = [
        expected.map(|text| words.presentation_expected(text)),
        cause.map(|text| words.presentation_cause(text)),
    ];
    let head = format!("{} {}", deviation.id, deviation.observed);
    (head, under.into_iter().flatten().collect())
}

fn barrier(barrier: &Barrier, words: Words) -> (String, Vec<String>) {
    let kind = words.barrier_kind(barrier.kind);
    let state = words.barrier_state(barrier.state);
    let mut under = format!("{kind} · {state}");
    if let Some(then) = barrier.then {
        under = format!("{under} → {}", words.barrier_state(then));
    }
    let head = format!("{} {}", barrier.id, barrier.what);
    (head, vec![under, barrier.note.to_string()])
}

fn factor(factor: &Factor, words: Words) -> (String, Vec<String>) {
    let role = words.factor_role(factor.role);
    let certainty = words.certainty(factor.certainty);
    let codes = factor.codes.iter().map(|c| c.item.to_string());
    let under = [role.to_owned(), certainty.to_owned()];
    let under: Vec<String> = under.into_iter().chain(codes).collect();
    let head = format!("{} {}", factor.id, factor.what);
    (head, vec![under.join(" · ")])
}
