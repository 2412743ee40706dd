//! Ouverture: who is there and in which role, whether the quorum is met, the last record, the charter read aloud, how votes
//! are counted, the aims; and what the meeting is called.

mod charter;
mod fields;
mod hearing;
mod people;
mod promised;

use super::super::{Flow, Input};
use crate::content;
use crate::domain::agenda::StepKind;
use crate::domain::ids::MemberId;
use crate::domain::list::Keyed;
use crate::domain::progress::{FACILITATOR, SECRETARY};
use crate::domain::session::{Approval, Attendee, MAX_NUMBER, Presence, Session, Stage};
use crate::tui::command::Command;
use crate::tui::desk::{Desk, Effect, Group};
use crate::tui::form::{Edit, Field, Opened, Turn};
use crate::tui::frame::Canvas;
use crate::tui::keymap::{Scope, with_list};
use crate::tui::screens::meeting::body;
use charter::Charter;
use ratatui::layout::Rect;

/// The role that watches the time (content list).
const TIMEKEEPER: &str = "timekeeper";

/// What stands before the place while the charter is shown.
const CHARTER: &str = "charter ";

/// The fields of the step: those of the meeting, then those of the person who is open.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Begin,
    Everyone,
    People,
    Overrule,
    Facilitator,
    Secretary,
    Timekeeper,
    Approval,
    Remark,
    Charter,
    Secrecy,
    Hear,
    Aims,
    Title,
    Date,
    Place,
    Number,
    /// A heading or a remark between fields.
    Between,
    Function,
    Presence,
    Arrived,
    Left,
    Roles,
    Permanent,
    Profession,
}

/// All that can have the focus.
const KEYS: [Key; 24] = [
    Key::Begin,
    Key::Everyone,
    Key::People,
    Key::Overrule,
    Key::Facilitator,
    Key::Secretary,
    Key::Timekeeper,
    Key::Approval,
    Key::Remark,
    Key::Charter,
    Key::Secrecy,
    Key::Hear,
    Key::Aims,
    Key::Title,
    Key::Date,
    Key::Place,
    Key::Number,
    Key::Function,
    Key::Presence,
    Key::Arrived,
    Key::Left,
    Key::Roles,
    Key::Permanent,
    Key::Profession,
];

/// The step.
#[derive(Debug)]
pub struct Opening {
    at: Opened<Key, MemberId>,
    charter: Option<Charter>,
}

impl Opening {
    /// The step, at what comes first: opening the meeting, or the roll call.
    pub fn new(_desk: &Desk) -> Self {
        let mut at = Opened::new(Key::People);
        at.form.set_focus(Key::Begin);
        Self { at, charter: None }
    }

    /// Keys of the field in focus, or of the charter.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        if self.charter.is_some() {
            return vec![Scope::Choice, Scope::Reading, Scope::Letters];
        }
        let mut scopes = with_list(self.at.scopes(&self.fields(desk)), Scope::Attendance);
        scopes.push(Scope::Opening);
        scopes
    }

    /// Where the focus is.
    pub fn place(&self, desk: &Desk) -> String {
        let at = self.at.place(&self.fields(desk));
        match self.charter {
            Some(_) => format!("{CHARTER}{at}"),
            None => at,
        }
    }

    /// Puts the focus back.
    pub fn restore(&mut self, place: &str) {
        let charter = place.strip_prefix(CHARTER);
        self.charter = charter.map(|_| Charter::default());
        self.at.restore(charter.unwrap_or(place), &KEYS);
    }

    fn fields(&self, desk: &Desk) -> Vec<Field<Key>> {
        let Some(session) = desk.session() else {
            return Vec::new();
        };
        match self.at.item.and_then(|id| session.attendees.get(id)) {
            Some(person) => people::person(person, desk.words()),
            None => fields::fields(session, desk),
        }
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        if self.charter.is_some() {
            return self.update_charter(input, desk);
        }
        if *input == Input::Command(Command::LastRecord) {
            return read_last(desk);
        }
        let fields = self.fields(desk);
        let area = below_head(body(desk.areas.page), desk);
        match self.at.take(input, &fields, area, desk) {
            Turn::Ignored => return Flow::Ignored,
            Turn::Stay => {}
            Turn::Closed(id) => self.closed(id, desk),
            Turn::Edit(key, edit) => self.apply(key, edit, desk),
        }
        Flow::Stay
    }

    /// One key accepts the charter; the focus goes on to what comes next.
    fn update_charter(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let Input::Command(command) = input else {
            return Flow::Stay;
        };
        match command {
            Command::Confirm => {
                desk.edit(Group::Alone, |s| s.opening.charter_accepted = true);
                self.charter = None;
                self.at.form.set_focus(Key::Secrecy);
            }
            Command::Mark => {
                desk.edit(Group::Alone, |s| {
                    s.opening.charter_accepted = !s.opening.charter_accepted;
                });
            }
            Command::Back => self.charter = None,
            command => {
                let n = desk
                    .session()
                    .map_or(0, |s| content::charter_of(s, s.lang).len());
                let moved = self.charter.as_mut().is_some_and(|c| c.go(*command, n));
                if !moved {
                    return Flow::Ignored;
                }
            }
        }
        Flow::Stay
    }

    /// Back on the list; someone who was left without a word leaves no trace.
    fn closed(&mut self, id: MemberId, desk: &mut Desk) {
        desk.edit(Group::Alone, |session| {
            let blank = |a: &Attendee| {
                let presence = a.presence;
                *a == Attendee {
                    presence,
                    ..Attendee::new(id)
                }
            };
            if session.attendees.get(id).is_some_and(blank) {
                session.attendees.remove(id);
            }
        });
        let at = desk.session().and_then(|s| s.attendees.index_of(id));
        self.at.form.set_cursor(at.unwrap_or(0));
    }

    fn apply(&mut self, key: Key, edit: Edit, desk: &mut Desk) {
        match (key, edit) {
            (Key::Begin, _) => self.begin(desk),
            (Key::Charter, _) => self.charter = Some(Charter::default()),
            (Key::Everyone, _) => everyone(desk),
            (Key::Hear, _) => {
                desk.edit(Group::Alone, Session::add_presentation);
                self.at.form.set_focus(Key::Aims);
            }
            (Key::People, Edit::Add) => self.add(desk),
            (Key::People, Edit::Open(index)) => self.at.open(nth(desk, index), Key::Function),
            (Key::People, edit) => of_list(&edit, desk),
            (key, edit) if self.at.item.is_some() => {
                let (id, group, now) = (self.at.item, self.at.group(key), desk.now.time());
                desk.edit(group, |session| {
                    let held = session.stage != Stage::Prepared;
                    if let Some(a) = id.and_then(|id| session.attendees.get_mut(id)) {
                        let unnamed = a.function.is_blank();
                        people::apply(a, key, edit, now);
                        if held {
                            people::count_once_named(a, unnamed);
                        }
                    }
                });
            }
            (key, edit) => {
                let group = self.at.group(key);
                desk.edit(group, |session| of_meeting(session, key, edit));
            }
        }
    }

    /// Opens the sitting; the timer of this step runs.
    fn begin(&mut self, desk: &mut Desk) {
        let now = desk.now;
        desk.advance(|session| {
            session.open_sitting(now);
            if let Some(row) = session.row_of(StepKind::Opening).map(|row| row.id) {
                session.enter(row, now);
            }
        });
        self.at.form.set_focus(Key::Everyone);
    }

    fn add(&mut self, desk: &mut Desk) {
        let mut new = None;
        desk.edit(Group::Alone, |session| {
            let id: MemberId = session.ids.give();
            session.attendees.push(Attendee {
                presence: Presence::Expected,
                ..Attendee::new(id)
            });
            new = Some(id);
        });
        self.at.open(new, Key::Function);
    }

    /// Draws: who is there and the quorum, always in sight, above the form.
    pub fn draw(&self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        let Some(session) = desk.session() else {
            return;
        };
        fields::draw_head(session, desk, area, canvas);
        let at = &self.at.form;
        let (fields, place) = (self.fields(desk), below_head(area, desk));
        canvas.cursor = at.draw(&fields, place, canvas.look, canvas.buf);
        if let Some(charter) = &self.charter {
            canvas.cursor = None;
            charter.draw(session, desk.words(), canvas);
        }
    }
}

/// Reads the record of the meeting before.
fn read_last(desk: &mut Desk) -> Flow {
    let before = desk.session().and_then(|s| desk.listing.before(s));
    match before.map(|head| head.id) {
        Some(id) => desk.ask(Effect::ReadPast(id)),
        None => return Flow::Say(desk.words().opening_no_last_record().to_owned()),
    }
    Flow::Stay
}

/// The place of the form, under the lines that say who is there.
fn below_head(area: Rect, desk: &Desk) -> Rect {
    let head = desk.session().map_or(0, |s| fields::head_rows(s, desk));
    let head = head.min(area.height);
    Rect {
        y: area.y + head,
        height: area.height - head,
        ..area
    }
}

fn nth(desk: &Desk, index: usize) -> Option<MemberId> {
    desk.session()?.attendees.at(index).map(Keyed::id)
}

/// Everyone expected is there.
fn everyone(desk: &mut Desk) {
    desk.edit(Group::Alone, |session| {
        session.attendees.for_each_mut(|a| {
            if a.presence == Presence::Expected {
                a.presence = Presence::Present;
            }
        });
    });
}

/// Delete, move and mark in the list of people.
fn of_list(edit: &Edit, desk: &mut Desk) {
    let (Edit::Delete(index) | Edit::Shift(index, _) | Edit::Mark(index)) = *edit else {
        return;
    };
    let Some(id) = nth(desk, index) else {
        return;
    };
    let now = desk.now.time();
    desk.edit(Group::Alone, |session| match edit {
        Edit::Delete(_) => drop(session.attendees.remove(id)),
        Edit::Shift(_, delta) => drop(session.attendees.shift(id, *delta)),
        _ => {
            if let Some(person) = session.attendees.get_mut(id) {
                people::next_presence(person, now);
            }
        }
    });
}

/// What is edited of the meeting itself.
fn of_meeting(session: &mut Session, key: Key, edit: Edit) {
    let opening = &mut session.opening;
    match (key, edit) {
        (Key::Overrule, Edit::Text(text)) => opening.quorum_overruled = text,
        (Key::Remark, Edit::Text(text)) => opening.approval_remark = text,
        (Key::Aims, Edit::Text(text)) => opening.aims = text,
        (Key::Secrecy, Edit::Flip(_)) => opening.secrecy_announced = !opening.secrecy_announced,
        (Key::Approval, Edit::One(chosen)) => {
            let given = chosen.and_then(|i| fields::APPROVALS.get(i)).copied();
            opening.approval = given.unwrap_or(Approval::Pending);
        }
        (Key::Facilitator, Edit::One(chosen)) => people::give_role(session, FACILITATOR, chosen),
        (Key::Secretary, Edit::One(chosen)) => people::give_role(session, SECRETARY, chosen),
        (Key::Timekeeper, Edit::One(chosen)) => people::give_role(session, TIMEKEEPER, chosen),
        (Key::Title, Edit::Text(text)) => session.title = text,
        (Key::Place, Edit::Text(text)) => session.place = text,
        (Key::Date, Edit::Date(Some(date))) => session.date = date,
        (Key::Number, Edit::Number(number)) => session.number = number.unwrap_or(0).min(MAX_NUMBER),
        _ => {}
    }
}
