//! What the fields of the opening are now, and the line above them that says who is there.

use super::hearing;
use super::people::{eligible, has};
use super::promised;
use super::{Key, TIMEKEEPER};
use crate::content;
use crate::domain::moment::Side;
use crate::domain::progress::{FACILITATOR, SECRETARY};
use crate::domain::session::{
    Approval, Attendee, Opening as OpeningPart, Presence, Session, Stage,
};
use crate::tui::command::Command;
use crate::tui::desk::Desk;
use crate::tui::form::{Field, Item, Value};
use crate::tui::frame::Canvas;
use crate::tui::keymap::{Scope, key_for, key_name};
use crate::tui::theme::Role;
use crate::tui::widgets::wrap::width;
use crate::words::Words;
use ratatui::layout::Rect;

/// What can be said of the last record; nothing chosen is not asked yet.
pub(super) const APPROVALS: [Approval; 3] = [
    Approval::Approved,
    Approval::WithRemark,
    Approval::NoneBefore,
];

/// The fields of the step.
pub(super) fn fields(session: &Session, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let mut out: Vec<Field<Key>> = Vec::new();
    out.extend(begin(session, words));
    out.extend(roll_call(session, words));
    out.push(people_list(session, desk));
    let short = session.n_present() > 0 && !session.quorum_met();
    if short || !session.opening.quorum_overruled.is_blank() {
        let value = Value::Line(session.opening.quorum_overruled.clone());
        out.push(
            Field::new(Key::Overrule, words.opening_overrule(), value)
                .hint(words.opening_overrule_hint()),
        );
        out.push(between(""));
    }
    out.extend(roles(session, words));
    out.push(between(""));
    out.extend(said(session, desk));
    out.extend(hearing::fields(session, desk));
    out.push(Field::new(
        Key::Between,
        words.opening_session(),
        Value::Heading,
    ));
    out.extend(meeting(session, desk));
    out
}

fn between(text: &str) -> Field<Key> {
    Field::new(Key::Between, "", Value::Note(text.to_owned(), Role::Aside))
}

/// The button that opens or resumes the meeting.
fn begin(session: &Session, words: Words) -> Option<Field<Key>> {
    let (text, hint) = match session.stage {
        Stage::Prepared => (words.opening_begin(), words.opening_begin_hint()),
        Stage::Adjourned => (words.opening_resume(), words.opening_resume_hint()),
        Stage::Open | Stage::Sealed => return None,
    };
    let value = Value::Button(text.to_owned());
    Some(Field::new(Key::Begin, words.opening_start(), value).hint(hint))
}

/// The button that marks present everyone expected, while someone is.
fn roll_call(session: &Session, words: Words) -> Option<Field<Key>> {
    let waits = session
        .attendees
        .iter()
        .any(|a| a.presence == Presence::Expected);
    (waits && session.stage == Stage::Open).then(|| {
        let value = Value::Button(words.opening_everyone().to_owned());
        Field::new(Key::Everyone, words.opening_quick(), value).hint(words.opening_everyone_hint())
    })
}

fn people_list(session: &Session, desk: &Desk) -> Field<Key> {
    let words = desk.words();
    let signs = &desk.prefs.theme.signs;
    let item = |a: &Attendee| {
        let sign = match a.presence {
            Presence::Expected => (signs.not_yet, Role::Aside),
            Presence::Present => (signs.done, Role::Done),
            Presence::Late => (signs.done, Role::See),
            Presence::Left => (signs.leads, Role::See),
            Presence::Excused | Presence::Absent => (signs.refused, Role::Aside),
            Presence::Observer => (signs.dot_empty, Role::Aside),
        };
        Item {
            sign: Some(sign),
            lead: words.presence_short(a.presence).to_owned(),
            text: told(a, words),
            ..Item::default()
        }
    };
    let value = Value::Items {
        items: session.attendees.iter().map(item).collect(),
        empty: words.opening_nobody().to_owned(),
    };
    Field::new(Key::People, words.opening_people(), value).hint(words.opening_people_hint())
}

/// Function, hours, roles: « IDEL · 14 h 10 · Animateur ».
fn told(a: &Attendee, words: Words) -> String {
    let function = a
        .function
        .filled()
        .unwrap_or(words.opening_no_function())
        .to_owned();
    let times = [a.arrived, a.left].into_iter().flatten();
    let roles = a.roles.iter();
    let roles = roles.map(|r| content::label_of(&content::lists().roles, r, words.0));
    // In a simulation people go by their roles.
    let roles = roles.filter(|role| *role != a.function.as_str());
    let parts: Vec<String> = std::iter::once(function)
        .chain(times.map(|t| words.time(t)))
        .chain(roles)
        .collect();
    parts.join(" · ")
}

/// The three roles that a meeting needs, each chosen among those who are there.
fn roles(session: &Session, words: Words) -> Vec<Field<Key>> {
    let able = eligible(session);
    if able.is_empty() {
        return Vec::new();
    }
    let field = |(key, label, role): (Key, &'static str, &str)| {
        let option = |a: &&Attendee| {
            a.function
                .filled()
                .unwrap_or(words.opening_no_function())
                .to_owned()
        };
        let value = Value::One {
            options: able.iter().map(option).collect(),
            chosen: able.iter().position(|a| has(a, role)),
        };
        Field::new(key, label, value).hint(words.opening_role_hint())
    };
    [
        (Key::Facilitator, words.opening_facilitator(), FACILITATOR),
        (Key::Secretary, words.opening_secretary(), SECRETARY),
        (Key::Timekeeper, words.opening_timekeeper(), TIMEKEEPER),
    ]
    .map(field)
    .into()
}

/// What is said aloud: the last record, the charter, how votes are counted, the aims.
fn said(session: &Session, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let opening = &session.opening;
    let approval = Value::One {
        options: APPROVALS
            .iter()
            .map(|a| words.approval(*a).to_owned())
            .collect(),
        chosen: APPROVALS.iter().position(|a| *a == opening.approval),
    };
    let mut out = vec![
        Field::new(Key::Approval, words.opening_approval(), approval)
            .hint(last_record(session, desk)),
    ];
    if opening.approval == Approval::WithRemark || !opening.approval_remark.is_blank() {
        let value = Value::Line(opening.approval_remark.clone());
        out.push(Field::new(Key::Remark, words.opening_remark(), value));
    }
    out.extend(rules(opening, desk));
    let aims = Value::Long(opening.aims.clone());
    out.push(Field::new(Key::Aims, words.opening_aims(), aims).hint(words.opening_aims_hint()));
    out
}

/// What is asked of the last record: which it is, and the key that reads it.
fn last_record(session: &Session, desk: &Desk) -> String {
    let words = desk.words();
    let asked = words.opening_approval_hint();
    let Some(before) = desk.listing.before(session) else {
        return asked.to_owned();
    };
    let key = key_for(Command::LastRecord, &[Scope::Opening], words.0);
    let key = key.map(|key| key_name(key, words.0)).unwrap_or_default();
    let which = words.opening_last_record(&words.date_short(before.date), &key);
    format!("{asked} {which}")
}

/// The charter, and what is said of the way votes are counted.
fn rules(opening: &OpeningPart, desk: &Desk) -> [Field<Key>; 3] {
    let words = desk.words();
    let charter = if opening.charter_accepted {
        let done = desk.prefs.theme.signs.done;
        format!("{done} {}", words.opening_charter_accepted())
    } else {
        words.opening_charter_read().to_owned()
    };
    let announced = if opening.secrecy_announced {
        words.opening_votes_announced()
    } else {
        ""
    };
    let told = Value::Toggle(opening.secrecy_announced);
    [
        Field::new(
            Key::Charter,
            words.opening_charter(),
            Value::Button(charter),
        )
        .hint(words.opening_charter_hint()),
        between(words.opening_votes_words()),
        Field::new(Key::Secrecy, words.opening_votes(), told).aside(announced),
    ]
}

/// What the meeting is called, where and when it is held, by which format.
fn meeting(session: &Session, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let number = Some(session.number).filter(|n| *n > 0);
    let of_team = desk.team.doc.formats.iter();
    let mut of_team = of_team.filter(|f| f.id.to_string() == session.format.as_str());
    let own = session.own.format.as_ref().or_else(|| of_team.next());
    let name = match (content::format(&session.format), own) {
        (Some(shipped), _) => shipped.name.get(words.0),
        (None, Some(own)) => own.name.as_str(),
        (None, None) => words.opening_own_format(),
    };
    let format = words.opening_format(name, session.agenda.len(), session.minutes());
    vec![
        Field::new(
            Key::Title,
            words.opening_title(),
            Value::Line(session.title.clone()),
        )
        .hint(words.opening_title_hint()),
        Field::new(
            Key::Date,
            words.opening_date(),
            Value::Date(Some(session.date), Side::Near),
        )
        .aside(words.date(session.date)),
        Field::new(
            Key::Place,
            words.opening_place(),
            Value::Line(session.place.clone()),
        ),
        Field::new(Key::Number, words.opening_number(), Value::Number(number)),
        between(&format),
    ]
}

/// Rows of what [`draw_head`] draws, air included.
pub(super) fn head_rows(session: &Session, desk: &Desk) -> u16 {
    let promised = promised::lines(session, desk).len();
    let promised = u16::try_from(promised).unwrap_or(u16::MAX);
    2 + u16::from(quorum_asked(session)) + promised
}

fn quorum_asked(session: &Session) -> bool {
    session.quorum.members > 0 || session.quorum.professions > 0
}

/// Who is there, and whether the quorum is met, with its rule: always in sight.
pub(super) fn draw_head(session: &Session, desk: &Desk, area: Rect, canvas: &mut Canvas) {
    let words = desk.words();
    let signs = desk.prefs.theme.signs;
    let who = who(session, words);
    let line = |y: u16| Rect {
        x: area.x + 2,
        y: area.y + y,
        width: area.width.saturating_sub(3),
        height: u16::from(y < area.height),
    };
    canvas.line(line(0), &who, Role::Strong);
    let promised = promised::lines(session, desk);
    for (y, (text, role)) in (1 + u16::from(quorum_asked(session))..).zip(promised) {
        canvas.line(line(y), &text, role);
    }
    if !quorum_asked(session) {
        let taken = u16::try_from(width(&who) + 3).unwrap_or(u16::MAX);
        let rest = Rect {
            x: line(0).x.saturating_add(taken),
            width: line(0).width.saturating_sub(taken),
            ..line(0)
        };
        canvas.line(rest, words.opening_quorum_none(), Role::Aside);
        return;
    }
    let rule = rule(session, words);
    if session.n_present() == 0 {
        canvas.line(line(1), &words.opening_quorum_asks(&rule), Role::Aside);
        return;
    }
    let (sign, said, role) = if session.quorum_met() {
        (signs.done, words.opening_quorum_met(), Role::Done)
    } else {
        (signs.see, words.opening_quorum_short(), Role::See)
    };
    canvas.line(line(1), &format!("{sign} {said} ({rule})"), role);
}

/// How many are there of how many expected, and of how many professions.
fn who(session: &Session, words: Words) -> String {
    let counts = |a: &&Attendee| a.presence != Presence::Observer;
    let expected = session.attendees.iter().filter(counts).count();
    let present = usize::try_from(session.n_present()).unwrap_or(usize::MAX);
    format!(
        "{} · {}",
        words.opening_present(present, expected),
        words.opening_professions(session.n_professions())
    )
}

/// What the quorum asks: « il faut 4 permanents et 3 métiers ».
fn rule(session: &Session, words: Words) -> String {
    let asked = &session.quorum;
    let members = (asked.members > 0).then(|| words.opening_rule_members(asked.members));
    let professions = (asked.professions > 0).then(|| words.opening_professions(asked.professions));
    let parts: Vec<String> = members.into_iter().chain(professions).collect();
    words.opening_rule(parts.join(words.opening_and()))
}
