//! A presented analysis, one section a page: its lines with what the group made of them, what it says of the section. A line
//! is amended in the screen of its own step, which works on this analysis meanwhile.

mod amending;

use super::lines::{self, Part, Shown, step_of};
use crate::domain::agenda::StepKind;
use crate::domain::amend::Mark;
use crate::domain::analysis::{Analysis, Section};
use crate::domain::ids::AnalysisId;
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Form, Item, Reaction, Value};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::screens::meeting::body;
use crate::tui::screens::steps::StepView;
use crate::tui::screens::{Flow, Input};
use crate::tui::theme::Role;
use crate::tui::widgets::wrap::width;
use ratatui::layout::Rect;

/// The fields of a section.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Lines,
    Note,
    Lead,
    Remarks,
}

/// All of them.
const KEYS: [Key; 4] = [Key::Lines, Key::Note, Key::Lead, Key::Remarks];

/// The steps whose screens amend a section.
const AMENDING: [StepKind; 4] = [
    StepKind::Sources,
    StepKind::Timeline,
    StepKind::Deviations,
    StepKind::Factors,
];

/// Rows of the name of the section; the list brings its own air.
const HEAD: u16 = 1;

/// What input did.
pub enum Turned {
    /// The list of analyses is shown again.
    Closed(AnalysisId),
    /// Anything else.
    Flow(Flow),
}

/// The reading.
#[derive(Debug)]
pub struct Reading {
    analysis: Option<AnalysisId>,
    section: Section,
    form: Form<Key>,
    /// The screens in which lines are amended.
    views: Vec<(StepKind, StepView)>,
    /// The one that is open.
    amends: Option<StepKind>,
    /// Whether it was opened on one line: leaving that line leaves the screen.
    one_line: bool,
}

impl Reading {
    /// Nothing is read.
    pub fn new(desk: &Desk) -> Self {
        let views = AMENDING
            .iter()
            .map(|step| (*step, StepView::new(*step, desk)));
        Self {
            analysis: None,
            section: Section::Event,
            form: Form::at(Key::Lines),
            views: views.collect(),
            amends: None,
            one_line: false,
        }
    }

    /// Opens an analysis at its first section.
    pub fn open(&mut self, id: AnalysisId) {
        self.analysis = Some(id);
        self.amends = None;
        self.turn_to(Section::Event);
    }

    /// Whether an analysis is read.
    pub fn is_open(&self, desk: &Desk) -> bool {
        self.read(desk).is_some()
    }

    fn read<'d>(&self, desk: &'d Desk) -> Option<&'d Analysis> {
        desk.session()?.analyses.get(self.analysis?)
    }

    fn turn_to(&mut self, section: Section) {
        self.section = section;
        self.form = Form::at(Key::Lines);
    }

    /// Keys of what is in focus: lines are turned over like pages, and opened.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        if let Some(view) = self.view(desk) {
            return view.scopes(desk);
        }
        let fields = self.fields(desk);
        let mut scopes = self.form.scopes(&fields);
        if self.form.focus(&fields) == Some(Key::Lines) {
            scopes.retain(|scope| *scope != Scope::List);
            scopes.insert(0, Scope::Sections);
            if self.section == Section::Event {
                scopes.insert(0, Scope::EventSection);
            }
        } else {
            scopes.push(Scope::Sections);
        }
        scopes
    }

    /// The analysis, the section and the field; behind them the screen that amends: `N2|Facts|Lines/1|Timeline|+|F3/What/0`.
    pub fn place(&self, desk: &Desk) -> String {
        let id = self.analysis.map(|id| id.to_string()).unwrap_or_default();
        let form = self.form.place(&self.fields(desk));
        let place = format!("{id}|{:?}|{form}", self.section);
        match (self.amends(desk), self.view(desk)) {
            (Some(step), Some(view)) => {
                let one = if self.one_line { "+" } else { "" };
                format!("{place}|{step:?}|{one}|{}", view.place(desk))
            }
            _ => place,
        }
    }

    /// Puts back what [`Reading::place`] told; says whether it was such a place.
    pub fn restore(&mut self, place: &str) -> bool {
        let mut parts = place.splitn(6, '|');
        let id = parts.next().and_then(|id| id.parse().ok());
        let Some(id) = id.filter(|_| place.contains('|')) else {
            return false;
        };
        let named = parts.next().unwrap_or_default();
        let section = Section::ALL.iter().find(|s| format!("{s:?}") == named);
        self.open(id);
        self.turn_to(section.copied().unwrap_or_default());
        self.form.restore(parts.next().unwrap_or_default(), &KEYS);
        let named = parts.next().unwrap_or_default();
        let view = self
            .views
            .iter_mut()
            .find(|(kind, _)| format!("{kind:?}") == named);
        if let Some((step, view)) = view {
            self.amends = Some(*step);
            self.one_line = parts.next() == Some("+");
            view.restore(parts.next().unwrap_or_default());
        }
        true
    }

    fn shown(&self, desk: &Desk) -> Vec<Shown> {
        let found = self.read(desk).zip(desk.session());
        found.map_or_else(Vec::new, |(analysis, session)| {
            lines::of(self.section, analysis, session, desk)
        })
    }

    /// What a section without lines says, and what can be done with its lines.
    fn said(&self, desk: &Desk) -> (&'static str, &'static str) {
        let words = desk.words();
        let reads = desk.read_only().is_some();
        let empty = if reads {
            words.presentation_nothing_read()
        } else {
            words.presentation_nothing()
        };
        match (self.section, reads) {
            (Section::Missing, false) => {
                (words.nothing_missing(), words.presentation_missing_hint())
            }
            (Section::Missing, true) => {
                (words.nothing_missing(), words.presentation_missing_read())
            }
            (Section::Event, _) => (empty, words.presentation_event_hint()),
            (_, false) => (empty, words.presentation_lines_hint()),
            (_, true) => (empty, words.presentation_lines_read()),
        }
    }

    fn fields(&self, desk: &Desk) -> Vec<Field<Key>> {
        let words = desk.words();
        let Some(analysis) = self.read(desk) else {
            return Vec::new();
        };
        let items: Vec<Item> = self.shown(desk).into_iter().map(|line| line.item).collect();
        let (empty, hint) = self.said(desk);
        let empty = empty.to_owned();
        let lines = Field::new(Key::Lines, "", Value::Items { items, empty }).hint_to_readers(hint);
        let mut out = vec![lines];
        if self.section == Section::Event {
            let lead = Value::Line(analysis.lead.clone());
            let remarks = Value::Long(analysis.remarks.clone());
            out.extend([
                Field::new(Key::Lead, words.presentation_lead(), lead)
                    .hint(words.presentation_lead_hint()),
                Field::new(Key::Remarks, words.presentation_remarks(), remarks)
                    .hint(words.presentation_remarks_hint()),
            ]);
        } else {
            let note = analysis.note_on(self.section).cloned().unwrap_or_default();
            out.push(
                Field::new(Key::Note, words.presentation_note(), Value::Long(note))
                    .hint(words.presentation_note_hint()),
            );
        }
        out
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Turned {
        if self.amends(desk).is_some() {
            return Turned::Flow(self.amend(input, desk));
        }
        self.amends = None;
        let fields = self.fields(desk);
        let on_lines = self.form.focus(&fields) == Some(Key::Lines);
        match input {
            Input::Command(Command::Back) if on_lines => {
                let id = self.analysis.take();
                return id.map_or(Turned::Flow(Flow::Ignored), Turned::Closed);
            }
            Input::Command(Command::Back) => self.form.set_focus(Key::Lines),
            Input::Command(Command::NextSection) => self.next(1, desk),
            Input::Command(Command::PrevSection) => self.next(-1, desk),
            _ => return Turned::Flow(self.take(input, &fields, desk)),
        }
        Turned::Flow(Flow::Stay)
    }

    fn take(&mut self, input: &Input, fields: &[Field<Key>], desk: &mut Desk) -> Flow {
        match self
            .form
            .take(input, fields, below(body(desk.areas.page)), desk)
        {
            Reaction::Ignored => return Flow::Ignored,
            Reaction::Moved | Reaction::Finished => {}
            Reaction::Edit(Key::Lines, edit) => return self.on_lines(&edit, desk),
            Reaction::Edit(key, Edit::Text(text)) => {
                let group = Group::Field(format!("{:?}{:?}{key:?}", self.analysis, self.section));
                let (id, section) = (self.analysis, self.section);
                desk.edit(group, |session| {
                    let Some(analysis) = id.and_then(|id| session.analyses.get_mut(id)) else {
                        return;
                    };
                    match key {
                        Key::Lead => analysis.lead = text,
                        Key::Remarks => analysis.remarks = text,
                        Key::Note => analysis.set_note(section, text),
                        Key::Lines => {}
                    }
                });
            }
            Reaction::Edit(..) => {}
        }
        Flow::Stay
    }

    /// The next section, or the one before.
    fn next(&mut self, delta: isize, desk: &Desk) {
        let at = Section::ALL.iter().position(|s| *s == self.section);
        let to = at.and_then(|at| Section::ALL.get(at.checked_add_signed(delta)?));
        if let Some(section) = to
            && self.is_open(desk)
        {
            self.turn_to(*section);
        }
    }

    fn on_lines(&mut self, edit: &Edit, desk: &mut Desk) -> Flow {
        let words = desk.words();
        if let Some(why) = desk.read_only() {
            let why = words.why(why);
            return match *edit {
                Edit::Open(index) => self.open_to_read(index, why, desk),
                _ => Flow::Say(why),
            };
        }
        match *edit {
            Edit::Add => match step_of(self.section) {
                Some((step, list)) => {
                    self.open_step(step, list, false, desk);
                    return self.amend(&Input::Command(Command::Add), desk);
                }
                // What is said of the event or of what is missing is a remark.
                None if self.section == Section::Event => self.form.set_focus(Key::Remarks),
                None => self.form.set_focus(Key::Note),
            },
            Edit::Open(index) | Edit::Delete(index) => {
                let Some(line) = self.shown(desk).into_iter().nth(index) else {
                    return Flow::Stay;
                };
                match (edit, line.part) {
                    (_, Part::Event) => {
                        return Flow::Say(words.presentation_event_hint().to_owned());
                    }
                    _ if line.mark == Mark::Removed => {
                        return Flow::Say(words.presentation_gone().to_owned());
                    }
                    (Edit::Delete(_), part) => self.remove(part, desk),
                    (_, Part::Missing(step)) => self.open_step(step, "", false, desk),
                    (_, part) => {
                        if let Some((step, _)) = step_of(self.section) {
                            self.open_step(step, &part.place(), true, desk);
                        }
                    }
                }
            }
            _ => {}
        }
        Flow::Stay
    }

    /// Opens a line where nothing can be written, and says why.
    fn open_to_read(&mut self, index: usize, why: String, desk: &mut Desk) -> Flow {
        let words = desk.words();
        let Some(line) = self.shown(desk).into_iter().nth(index) else {
            return Flow::Stay;
        };
        match (line.part, step_of(self.section)) {
            _ if line.mark == Mark::Removed => {
                return Flow::Say(words.presentation_gone_read().to_owned());
            }
            (Part::Missing(step), _) => self.open_step(step, "", false, desk),
            (part, Some((step, _))) => self.open_step(step, &part.place(), true, desk),
            (_, None) => return Flow::Say(words.presentation_event_hint().to_owned()),
        }
        Flow::Say(why)
    }

    fn event<'d>(&self, desk: &'d Desk) -> &'d str {
        let incidents = desk.session().map(|s| &s.incidents);
        let event = self.read(desk).and_then(|a| incidents?.get(a.incident?));
        event.map_or("", |i| i.report.heading())
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        if let Some(view) = self.view(desk) {
            view.draw(desk, area, canvas);
            return;
        }
        let words = desk.words();
        let line = Rect {
            x: area.x + 2,
            width: area.width.saturating_sub(4),
            height: area.height.min(1),
            ..area
        };
        let at = Section::ALL.iter().position(|s| *s == self.section);
        let place = words.presentation_at(at.map_or(1, |at| at + 1), Section::ALL.len());
        let taken = u16::try_from(width(&place) + 2).unwrap_or(u16::MAX);
        canvas.line_right(line, &place, Role::Strong);
        let section = words.capital(words.section(self.section));
        let wide = u16::try_from(width(&section) + 3).unwrap_or(u16::MAX);
        canvas.line(line, &section, Role::Strong);
        // Which analysis it is, where there is room; the first section says it in full.
        let event = Rect {
            x: line.x.saturating_add(wide),
            width: line.width.saturating_sub(wide + taken),
            ..line
        };
        if self.section != Section::Event {
            canvas.line(event, self.event(desk), Role::Aside);
        }
        let fields = self.fields(desk);
        canvas.cursor = self
            .form
            .draw(&fields, below(area), canvas.look, canvas.buf);
    }
}

/// The place of the lines, under the name of the section.
fn below(area: Rect) -> Rect {
    let head = HEAD.min(area.height);
    Rect {
        y: area.y + head,
        height: area.height - head,
        ..area
    }
}
