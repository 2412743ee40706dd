//! A question with a field or two, over the meeting: the reason to go on, a break, an adjournment, the seal.

mod parts;

use super::help;
use super::{Flow, Input};
use crate::content::known;
use crate::documents::{leaving::telling, record::record};
use crate::domain::agenda::Pause;
use crate::domain::ids::RowId;
use crate::domain::moment::Side;
use crate::domain::progress::{Missing, missing};
use crate::domain::text::Text;
use crate::tui::command::Command;
use crate::tui::desk::{Between, Desk, Effect, Group};
use crate::tui::form::{Edit, Field, Form, Reaction, Value};
use crate::tui::frame::{Canvas, inside};
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::words::Words;
use chrono::NaiveDate;
use parts::{for_ever, high, leaving, left, named, played, quoting, voting};
use uuid::Uuid;

/// Columns of the window.
const WIDE: u16 = 70;
/// Rows that a window takes around its fields: frame, air, hint.
const AROUND: u16 = 7;
/// Most missing things named one by one.
const NAMED: usize = 7;

/// What is asked.
#[derive(Debug)]
enum Question {
    /// Going on although something is missing.
    Pass(RowId, Vec<Missing>),
    /// A break, or support for someone.
    Pause,
    /// Adjourning to another day.
    Adjourn,
    /// Sealing; what is missing in all, and what in the record may tell who someone is.
    Seal(Vec<Missing>, Option<String>),
    /// Adding the amendment that is being written.
    Amend,
    /// Taking back what was said of an action between two meetings: the id of its file, and what it says.
    TakeBack(Uuid, String),
    /// Leaving by this command although something is in memory alone.
    Leave(Command),
}

/// The fields of all questions.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Said,
    Support,
    Reason,
    Date,
    Elsewhere,
    NotYet,
    Do,
}

/// All that can be in focus.
const KEYS: [Key; 6] = [
    Key::Support,
    Key::Reason,
    Key::Date,
    Key::Elsewhere,
    Key::NotYet,
    Key::Do,
];

/// The window.
#[derive(Debug)]
pub struct Ask {
    question: Question,
    form: Form<Key>,
    reason: Text,
    support: bool,
    date: Option<NaiveDate>,
}

impl Ask {
    fn new(question: Question) -> Self {
        Self {
            question,
            form: Form::default(),
            reason: Text::default(),
            support: false,
            date: None,
        }
    }

    /// Going on with something missing.
    pub fn pass(row: RowId, lacks: Vec<Missing>) -> Self {
        Self::new(Question::Pass(row, lacks))
    }

    /// A break, or support for someone.
    pub fn pause() -> Self {
        Self::new(Question::Pause)
    }

    /// Adjourning to another day.
    pub fn adjourn() -> Self {
        Self::new(Question::Adjourn)
    }

    /// Adding the amendment that is being written.
    pub fn amend() -> Self {
        Self::new(Question::Amend)
    }

    /// Taking back what was said of an action between two meetings, in the file `id`.
    pub fn take_back(id: Uuid, said: String) -> Self {
        Self::new(Question::TakeBack(id, said))
    }

    /// Leaving by this command although something is in memory alone.
    pub fn leave(then: Command) -> Self {
        Self::new(Question::Leave(then))
    }

    /// Whether that is asked.
    pub fn is_leaving(&self) -> bool {
        matches!(self.question, Question::Leave(_))
    }

    /// Sealing.
    pub fn seal(desk: &Desk) -> Self {
        let lacks = desk.session().map(|session| {
            let known = known(session);
            session
                .agenda
                .iter()
                .flat_map(|row| missing(session, row.step, &known))
                .collect()
        });
        let told = desk.session().map(|session| {
            let unwatched = &desk.team.doc.unwatched;
            telling(&record(session), &session.guarding.passed, unwatched)
        });
        let told = told.and_then(|told| desk.words().guard_in_document(&told));
        Self::new(Question::Seal(lacks.unwrap_or_default(), told))
    }

    /// The question and what is answered so far, to be found again after a kill.
    pub fn place(&self, desk: &Desk) -> String {
        let (kind, row) = match &self.question {
            Question::Pass(row, _) => ("pass", row.to_string()),
            Question::Pause => ("pause", String::new()),
            Question::Adjourn => ("adjourn", String::new()),
            Question::Seal(..) => ("seal", String::new()),
            // Neither a sealed session nor the plan keeps a place, nor does what the disk refuses.
            Question::Leave(_) => ("leave", String::new()),
            Question::Amend => ("amend", String::new()),
            Question::TakeBack(..) => ("take back", String::new()),
        };
        let form = self.form.place(&self.fields(desk.words(), desk));
        let date = self.date.map(|date| date.to_string()).unwrap_or_default();
        let support = if self.support { "1" } else { "" };
        let reason = &self.reason;
        format!("{kind}|{row}|{support}|{date}|{form}|{reason}")
    }

    /// The question as [`Ask::place`] told it.
    pub fn at(place: &str, desk: &Desk) -> Option<Self> {
        let parts: Vec<&str> = place.splitn(6, '|').collect();
        let [kind, row, support, date, form, reason] = parts[..] else {
            return None;
        };
        let question = match kind {
            "pass" => {
                let session = desk.session()?;
                let row = session.agenda.get(row.parse().ok()?)?;
                Self::pass(row.id, missing(session, row.step, &known(session)))
            }
            "pause" => Self::pause(),
            "adjourn" => Self::adjourn(),
            "seal" => Self::seal(desk),
            _ => return None,
        };
        let mut ask = Self {
            reason: Text::line(reason),
            support: !support.is_empty(),
            date: date.parse().ok(),
            ..question
        };
        ask.form.restore(form, &KEYS);
        Some(ask)
    }

    /// The keys of the field in focus.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        self.form.scopes(&self.fields(desk.words(), desk))
    }

    /// Help on this window.
    #[allow(clippy::unused_self, reason = "every screen is asked in the same way")]
    pub fn topic(&self, _desk: &Desk) -> help::Topic {
        help::Topic::Window(help::Window::Ask)
    }

    fn fields(&self, words: Words, desk: &Desk) -> Vec<Field<Key>> {
        let note = |text: String, role| Field::new(Key::Said, "", Value::Note(text, role));
        let reason = |hint: &'static str| {
            let label = match &self.question {
                Question::Pass(..) => words.ask_why(),
                _ => words.ask_reason(),
            };
            Field::new(Key::Reason, label, Value::Line(self.reason.clone())).hint(hint)
        };
        match &self.question {
            Question::Pass(_, lacks) => {
                let mut fields = named(lacks, words);
                let many = |what: &Missing| matches!(what, Missing::ManyActions(_));
                if lacks.iter().any(many) {
                    fields.push(note(words.ask_which_actions().to_owned(), Role::Body));
                }
                fields.push(reason(words.ask_pass_hint()));
                fields
            }
            Question::Pause => vec![
                Field::new(
                    Key::Support,
                    words.ask_support(),
                    Value::Toggle(self.support),
                )
                .hint(words.ask_support_hint()),
                reason(words.ask_pause_hint()),
                Field::new(Key::Do, "", Value::Button(words.ask_pause_do().to_owned())),
            ],
            Question::Adjourn => {
                let day = self
                    .date
                    .map(|date| words.in_days(desk.today(), date))
                    .unwrap_or_default();
                let mut fields = vec![note(words.ask_adjourn_said().to_owned(), Role::Body)];
                fields.extend(voting(desk, |papers| words.ask_adjourn_vote(papers)));
                fields.extend([
                    reason(words.ask_adjourn_hint()),
                    Field::new(
                        Key::Date,
                        words.ask_resume_on(),
                        Value::Date(self.date, Side::Ahead),
                    )
                    .hint(words.date_hint())
                    .wrong(words.date_wrong())
                    .aside(day),
                    Field::new(
                        Key::Do,
                        "",
                        Value::Button(words.ask_adjourn_do().to_owned()),
                    ),
                ]);
                fields
            }
            Question::Seal(lacks, told) => {
                let mut fields = vec![note(words.ask_seal_said().to_owned(), Role::Body)];
                fields.extend(told.iter().map(|told| note(told.clone(), Role::See)));
                fields.extend(voting(desk, |papers| words.ask_seal_vote(papers)));
                fields.extend(played(desk));
                fields.extend(named(lacks, words));
                if let Some(left) = left(desk) {
                    fields.push(note(left, Role::Strong));
                    fields.push(reason(words.ask_orphans_hint()));
                }
                fields.extend(for_ever(words.ask_seal_do(), words));
                fields
            }
            Question::Amend => {
                let said = desk.amendments.as_ref();
                let said = said.map(|open| open.doc.draft.what.to_string());
                let said = said.unwrap_or_default();
                quoting(words.ask_amend_said(), &said, words.ask_amend_do(), words)
            }
            Question::TakeBack(_, said) => {
                let (means, deed) = (words.ask_take_back_said(), words.ask_take_back_do());
                quoting(means, said, deed, words)
            }
            Question::Leave(then) => leaving(*then, desk),
        }
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let fields = self.fields(desk.words(), desk);
        let area = inside(desk.areas.window(WIDE, high(&fields)));
        match self.form.take(input, &fields, area, desk) {
            Reaction::Ignored => return Flow::Ignored,
            Reaction::Moved => {}
            Reaction::Edit(Key::NotYet, _) => return Flow::Close,
            Reaction::Edit(Key::Elsewhere, _) => return Flow::CloseAnd(Command::Elsewhere),
            Reaction::Finished | Reaction::Edit(Key::Do, _) => return self.answer(desk),
            Reaction::Edit(_, Edit::Text(text)) => self.reason = text,
            Reaction::Edit(_, Edit::Date(date)) => self.date = date,
            Reaction::Edit(Key::Support, _) => self.support = !self.support,
            Reaction::Edit(..) => {}
        }
        Flow::Stay
    }

    fn answer(&mut self, desk: &mut Desk) -> Flow {
        let (now, reason) = (desk.now, self.reason.clone());
        match self.question {
            Question::Pass(row, _) => {
                desk.edit(Group::Alone, |session| {
                    if let Some(row) = session.agenda.get_mut(row) {
                        row.passed = Some(reason);
                    }
                });
                Flow::CloseAnd(Command::NextStep)
            }
            Question::Pause => {
                let pause = Pause {
                    at: Some(now),
                    support: self.support,
                    note: reason,
                };
                desk.edit(Group::Alone, |session| session.pauses.push(pause));
                Flow::CloseAnd(Command::Curtain)
            }
            Question::Adjourn => {
                let date = self.date;
                desk.advance(|session| session.adjourn(now, reason, date));
                Flow::CloseAnd(Command::Home)
            }
            Question::Seal(..) => {
                if left(desk).is_some() {
                    desk.edit(Group::Alone, |session| {
                        session.reasons.orphans = Some(reason);
                    });
                }
                desk.ask(Effect::Seal);
                Flow::Close
            }
            Question::Amend => {
                desk.add_amendment();
                Flow::Close
            }
            Question::Leave(then) => {
                desk.ask(Effect::LetLose);
                Flow::CloseAnd(then)
            }
            Question::TakeBack(id, _) => {
                desk.ask(Effect::Between(Between::TakeBack(id)));
                Flow::Close
            }
        }
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, canvas: &mut Canvas) {
        let words = desk.words();
        let title = match self.question {
            Question::Pass(_, ref lacks) if lacks.iter().all(Missing::is_remark) => {
                words.ask_look_title()
            }
            Question::Pass(..) => words.ask_pass_title(),
            Question::Pause => words.ask_pause_title(),
            Question::Adjourn => words.ask_adjourn_title(),
            Question::Seal(..) => words.ask_seal_title(),
            Question::Amend => words.ask_amend_title(),
            Question::TakeBack(..) => words.ask_take_back_title(),
            Question::Leave(_) => words.ask_leave_title(),
        };
        let fields = self.fields(words, desk);
        let area = canvas.form_window(WIDE, high(&fields), title);
        canvas.cursor = self.form.draw(&fields, area, canvas.look, canvas.buf);
    }
}
