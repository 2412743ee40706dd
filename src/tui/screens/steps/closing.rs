//! Clôture: what was learned, who is told, the answer to each reporter, the next meeting, the parking lot, the round, the
//! self-check, the seal.

mod fields;
mod left;
mod sealed;

use super::super::amendments::Amendments;
use super::super::ask::Ask;
use super::super::pieces::Pieces;
use super::super::{Flow, Input};
use super::ballot::{BallotView, Taken};
use crate::domain::ballot::Subject;
use crate::domain::ids::{IncidentId, MessageId, ParkedId};
use crate::domain::round::Spread;
use crate::domain::session::{Message, Session};
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Opened, Turn};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::screens::meeting::{body, sealed};
use ratatui::layout::Rect;
use std::fmt;
use std::str::FromStr;

/// The fields of the step, and of its three kinds of item.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Lessons,
    /// What hangs on nothing.
    Left,
    Answers,
    Messages,
    Parked,
    NextDate,
    NextPlace,
    NextTopics,
    /// The round by papers: the keyboard passed around, or slips.
    Vote,
    /// How many gave this mark, 0 to 5.
    Round(u8),
    RoundWords,
    SelfCheck,
    Remarks,
    /// The seal; once it is there, the documents that can leave now.
    Seal,
    Amend,
    Heading(u8),
    Audience,
    Content,
    By,
    Due,
    Answer,
    AnswerBy,
    Answered,
    Outcome,
    Read,
}

/// All that can be in focus.
const KEYS: [Key; 28] = [
    Key::Left,
    Key::Vote,
    Key::Lessons,
    Key::Answers,
    Key::Messages,
    Key::Parked,
    Key::NextDate,
    Key::NextPlace,
    Key::NextTopics,
    Key::Round(0),
    Key::Round(1),
    Key::Round(2),
    Key::Round(3),
    Key::Round(4),
    Key::Round(5),
    Key::RoundWords,
    Key::SelfCheck,
    Key::Remarks,
    Key::Seal,
    Key::Amend,
    Key::Audience,
    Key::Content,
    Key::By,
    Key::Due,
    Key::Answer,
    Key::AnswerBy,
    Key::Answered,
    Key::Outcome,
];

/// What can be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    Message(MessageId),
    Incident(IncidentId),
    Parked(ParkedId),
}

impl fmt::Display for Open {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Message(id) => id.fmt(f),
            Self::Incident(id) => id.fmt(f),
            Self::Parked(id) => id.fmt(f),
        }
    }
}

impl FromStr for Open {
    type Err = ();

    fn from_str(s: &str) -> Result<Self, ()> {
        let message = s.parse().map(Self::Message);
        message
            .or_else(|()| s.parse().map(Self::Incident))
            .or_else(|()| s.parse().map(Self::Parked))
    }
}

/// The step.
#[derive(Debug)]
pub struct Closing {
    at: Opened<Key, Open>,
    pub(super) vote: BallotView,
}

impl Closing {
    /// The step, on its first field.
    pub fn new(_desk: &Desk) -> Self {
        Self {
            at: Opened::new(Key::Lessons),
            vote: BallotView::new(Subject::Round, fields::marks),
        }
    }

    /// Keys of the field in focus.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        if self.vote.is_shown(desk) {
            return self.vote.scopes(desk);
        }
        let mut scopes = self.at.scopes(&self.fields(desk));
        if desk.read_only().is_none() {
            scopes.push(Scope::Closing);
        }
        scopes
    }

    /// Where the focus is.
    pub fn place(&self, desk: &Desk) -> String {
        if self.vote.is_shown(desk) {
            return format!("vote {}", self.vote.place(desk));
        }
        self.at.place(&self.fields(desk))
    }

    /// Puts the focus back.
    pub fn restore(&mut self, place: &str) {
        match place.strip_prefix("vote ") {
            Some(vote) => self.vote.restore(vote),
            None => self.at.restore(place, &KEYS),
        }
    }

    fn fields(&self, desk: &Desk) -> Vec<Field<Key>> {
        let Some(session) = desk.session() else {
            return Vec::new();
        };
        let open = match self.at.item {
            Some(Open::Message(id)) => session
                .messages
                .get(id)
                .map(|message| fields::message(message, desk)),
            Some(Open::Incident(id)) => session
                .incidents
                .get(id)
                .map(|incident| fields::answer(incident, desk)),
            Some(Open::Parked(id)) => session
                .parked
                .get(id)
                .map(|parked| fields::parked(parked, desk)),
            None => None,
        };
        open.unwrap_or_else(|| fields::closing(session, desk))
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        if self.vote.is_shown(desk) {
            return self.round(input, desk);
        }
        let fields = self.fields(desk);
        match self.at.take(input, &fields, body(desk.areas.page), desk) {
            Turn::Ignored => return Flow::Ignored,
            Turn::Stay => {}
            Turn::Closed(open) => self.closed(open, desk),
            Turn::Edit(Key::Vote, _) => return self.vote.begin(desk),
            Turn::Edit(Key::Seal, _) if sealed(desk) => {
                return Flow::Push(Pieces::default().into());
            }
            Turn::Edit(Key::Left, Edit::Open(index)) => return left::go(index, desk),
            Turn::Edit(Key::Seal, _) => return Flow::Push(Ask::seal(desk).into()),
            Turn::Edit(Key::Amend, _) => return Flow::Push(Amendments::new(desk).into()),
            Turn::Edit(key, edit) => self.apply(key, edit, desk),
        }
        Flow::Stay
    }

    /// While the round is held on papers; what it said is read out once it is closed.
    fn round(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let before = desk.session().map(|s| s.closing.marks());
        let flow = match self.vote.take(input, desk) {
            Taken::Flow(flow) => flow,
            Taken::No | Taken::Decide(_) => Flow::Stay,
        };
        if !self.vote.is_shown(desk) {
            self.at.form.set_focus(Key::Vote);
        }
        let words = desk.words();
        let closing = desk.session().map(|s| &s.closing);
        let said = closing.filter(|closing| Some(closing.marks()) != before);
        let Some((closing, spread)) = said.and_then(|c| Some((c, Spread::of(&c.marks())?))) else {
            return flow;
        };
        self.at.form.set_focus(Key::RoundWords);
        let said = words.round_said(&spread);
        Flow::Say(match closing.round_weak {
            Some(weak) => format!("{said}. {}", words.weak_secrecy(weak)),
            None => said,
        })
    }

    /// Back on the list it came from, on what was open; a message left without a word leaves no trace.
    fn closed(&mut self, open: Open, desk: &mut Desk) {
        if let Open::Message(id) = open {
            desk.edit(Group::Alone, |session| {
                if session.messages.get(id) == Some(&Message::new(id)) {
                    session.messages.remove(id);
                }
            });
        }
        let session = desk.session();
        let (list, index) = match open {
            Open::Message(id) => (Key::Messages, session.and_then(|s| s.messages.index_of(id))),
            Open::Incident(id) => (Key::Answers, session.and_then(|s| s.incidents.index_of(id))),
            Open::Parked(id) => (Key::Parked, session.and_then(|s| s.parked.index_of(id))),
        };
        self.at.form.set_focus(list);
        self.at.form.set_cursor(index.unwrap_or(0));
    }

    fn apply(&mut self, key: Key, edit: Edit, desk: &mut Desk) {
        match (key, edit) {
            (Key::Messages, Edit::Add) => {
                let mut id = None;
                desk.edit(Group::Alone, |session| {
                    let message = Message::new(session.ids.give());
                    id = Some(Open::Message(message.id));
                    session.messages.push(message);
                });
                self.at.open(id, Key::Audience);
            }
            (Key::Messages, Edit::Open(index)) => {
                let id = desk
                    .session()
                    .and_then(|s| s.messages.at(index))
                    .map(|m| Open::Message(m.id));
                self.at.open(id, Key::Audience);
            }
            (Key::Answers, Edit::Open(index)) => {
                let id = desk
                    .session()
                    .and_then(|s| s.incidents.at(index))
                    .map(|i| Open::Incident(i.id));
                self.at.open(id, Key::Answer);
            }
            (Key::Parked, Edit::Open(index)) => {
                let id = desk
                    .session()
                    .and_then(|s| s.parked.at(index))
                    .map(|p| Open::Parked(p.id));
                self.at.open(id, Key::Outcome);
            }
            (Key::Messages | Key::Parked, Edit::Delete(index)) => delete(desk, key, index),
            (Key::Messages, Edit::Shift(index, delta)) => {
                desk.edit(Group::Alone, |session| {
                    if let Some(id) = session.messages.at(index).map(|m| m.id) {
                        session.messages.shift(id, delta);
                    }
                });
            }
            (key, edit) => {
                let (today, open) = (desk.today(), self.at.item);
                desk.edit(self.at.group(key), |session| match open {
                    None => fields::set(session, key, edit),
                    Some(open) => set_item(session, open, key, edit, today),
                });
            }
        }
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        if self.vote.is_shown(desk) {
            self.vote.draw(desk, area, canvas);
            return;
        }
        canvas.cursor = self
            .at
            .form
            .draw(&self.fields(desk), area, canvas.look, canvas.buf);
    }
}

fn delete(desk: &mut Desk, key: Key, index: usize) {
    desk.edit(Group::Alone, |session| {
        if let (Key::Messages, Some(id)) = (key, session.messages.at(index).map(|m| m.id)) {
            session.messages.remove(id);
        }
        if let (Key::Parked, Some(id)) = (key, session.parked.at(index).map(|p| p.id)) {
            session.parked.remove(id);
        }
    });
}

/// Sets a field of an open item.
fn set_item(session: &mut Session, open: Open, key: Key, edit: Edit, today: chrono::NaiveDate) {
    match open {
        Open::Message(id) => {
            let Some(message) = session.messages.get_mut(id) else {
                return;
            };
            match (key, edit) {
                (Key::Audience, Edit::Text(text)) => message.audience = text,
                (Key::Content, Edit::Text(text)) => message.content = text,
                (Key::By, Edit::Text(text)) => message.by = text,
                (Key::Due, Edit::Date(date)) => message.due = date,
                _ => {}
            }
        }
        Open::Incident(id) => {
            let Some(incident) = session.incidents.get_mut(id) else {
                return;
            };
            match (key, edit) {
                (Key::Answer, Edit::Text(text)) => incident.answer = text,
                (Key::AnswerBy, Edit::Text(text)) => incident.answer_by = text,
                (Key::Answered, Edit::Flip(_)) => {
                    incident.answered = if incident.answered.is_some() {
                        None
                    } else {
                        Some(today)
                    };
                }
                _ => {}
            }
        }
        Open::Parked(id) => {
            let Some(parked) = session.parked.get_mut(id) else {
                return;
            };
            if let (Key::Outcome, Edit::Text(text)) = (key, edit) {
                parked.outcome = text;
            }
        }
    }
}
