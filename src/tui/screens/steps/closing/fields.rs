//! The fields of the closing.

use super::{Key, sealed};
use crate::content;
use crate::documents::round::picture;
use crate::domain::ballot::BallotOption;
use crate::domain::code::Code;
use crate::domain::incident::Incident;
use crate::domain::moment::Side;
use crate::domain::round::{Spread, TOP_MARK};
use crate::domain::session::{Closing, Message, Parked, Session};
use crate::domain::simulation::Round;
use crate::domain::turnout::FEW_VOTERS;
use crate::tui::desk::Desk;
use crate::tui::form::{Edit, Field, Item, Value};
use crate::tui::screens::steps::shared::many_of;
use crate::tui::theme::{Role, Signs};
use crate::words::Words;

/// The marks of the round.
const MARKS: u8 = 5;

/// The fields of the step itself.
pub(super) fn closing(session: &Session, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let lessons = Value::Long(session.closing.lessons.clone());
    let mut fields = vec![
        Field::new(Key::Lessons, words.closing_lessons(), lessons)
            .hint(words.closing_lessons_hint()),
    ];
    fields.extend(super::left::field(session, desk));
    fields.push(answers(session, desk));
    fields.push(messages(session, desk));
    if !session.parked.is_empty() {
        fields.push(parking(session, desk));
    }
    fields.extend(next(&session.closing, desk));
    fields.extend(round(&session.closing, desk));
    fields.extend(quality(&session.closing, words));
    if let Some(seal) = &session.seal {
        // Nothing is left to be done: what is shown first is that, where it is always seen.
        fields.splice(0..0, sealed::told(seal, words));
        fields.push(sealed::amend(desk));
        return fields;
    }
    let seal = Value::Button(words.closing_seal().to_owned());
    fields.extend([
        Field::new(Key::Heading(3), words.closing_end(), Value::Heading),
        Field::new(Key::Seal, "", seal).hint(if is_still_played(session) {
            words.closing_seal_played()
        } else {
            words.closing_seal_hint()
        }),
    ]);
    fields
}

/// The next meeting.
fn next(closing: &Closing, desk: &Desk) -> [Field<Key>; 4] {
    let words = desk.words();
    let distance = closing
        .next_date
        .map(|date| words.in_days(desk.today(), date));
    let date = Value::Date(closing.next_date, Side::Ahead);
    let place = Value::Line(closing.next_place.clone());
    let topics = Value::Line(closing.next_topics.clone());
    [
        Field::new(Key::Heading(0), words.closing_next(), Value::Heading),
        Field::new(Key::NextDate, words.closing_next_date(), date)
            .hint(words.date_hint())
            .wrong(words.date_wrong())
            .aside(distance.unwrap_or_default()),
        Field::new(Key::NextPlace, words.closing_next_place(), place),
        Field::new(Key::NextTopics, words.closing_next_topics(), topics)
            .hint(words.closing_next_topics_hint()),
    ]
}

/// The round: what it says, the keyboard passed around, how many gave each mark, and words said.
fn round(closing: &Closing, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let mark = |mark: u8| {
        let n = closing.round.get(usize::from(mark)).copied();
        let n = Value::Number(n.filter(|n| *n > 0));
        let means = words.closing_mark_means(usize::from(mark));
        Field::new(Key::Round(mark), words.closing_mark(mark), n).hint(means)
    };
    let said = Value::Long(closing.round_words.clone());
    let mut fields = vec![Field::new(
        Key::Heading(1),
        words.closing_round(),
        Value::Heading,
    )];
    fields.extend(told(closing, desk));
    if !closing.round_papers.is_empty() {
        let note = Value::Note(words.closing_round_fixed().to_owned(), Role::Aside);
        fields.push(Field::new(Key::Read, "", note));
    }
    fields.extend((0..=MARKS).rev().map(mark));
    fields.push(
        Field::new(Key::RoundWords, words.closing_round_words(), said)
            .hint(words.closing_round_words_hint()),
    );
    let vote = Value::Button(words.closing_round_vote().to_owned());
    fields.push(Field::new(Key::Vote, "", vote).hint(words.closing_round_vote_hint()));
    fields
}

/// What the round says: its picture, and in one sentence its median and spread.
fn told(closing: &Closing, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let note = |text: String, role| Field::new(Key::Read, "", Value::Note(text, role));
    let signs = desk.prefs.theme.signs;
    let (high, wide) = if desk.prefs.theme.is_wall() {
        (4, 9)
    } else {
        (4, 7)
    };
    let plain = signs == Signs::PLAIN;
    let drawn = if plain {
        [signs.block, "=", "^"]
    } else {
        [signs.block, "━", "▲"]
    };
    let marks = closing.marks();
    let Some(spread) = Spread::of(&marks) else {
        return vec![note(words.closing_round_none().to_owned(), Role::Aside)];
    };
    let lines = picture(&marks, high, wide, drawn).unwrap_or_default();
    // The spaces of a drawing are no places to break a line.
    let drawing = lines.join("\n").replace(' ', "\u{a0}");
    let mut out = vec![
        note(drawing, Role::Body),
        note(words.round_said(&spread), Role::Strong),
    ];
    let weak = closing.round_weak.map(|weak| words.weak_secrecy(weak));
    let few = (spread.n < FEW_VOTERS).then(|| words.closing_round_few());
    if let Some(told) = weak.or(few) {
        out.push(note(format!("{} {told}", signs.see), Role::See));
    }
    out
}

/// What can be chosen in the round, in the order of the marks.
pub(super) fn marks(session: &Session) -> Vec<BallotOption> {
    let words = Words(session.lang);
    let option = |mark: usize| BallotOption {
        label: words.closing_mark_means(mark).into(),
        ..BallotOption::default()
    };
    (0..=TOP_MARK).map(option).collect()
}

/// What the group says of its own meeting.
fn quality(closing: &Closing, words: Words) -> [Field<Key>; 3] {
    let all = content::lists().self_check.iter();
    let all: Vec<_> = all
        .map(|e| (&e.id, e.label.get(words.0).to_owned()))
        .collect();
    let held = |id: &&Code| closing.self_check.contains(id);
    let remarks = Value::Long(closing.remarks.clone());
    [
        Field::new(Key::Heading(2), words.closing_quality(), Value::Heading),
        many_of(Key::SelfCheck, words.closing_self_check(), &all, held)
            .hint(words.closing_self_check_hint()),
        Field::new(Key::Remarks, words.closing_remarks(), remarks)
            .hint(words.closing_remarks_hint()),
    ]
}

fn answers(session: &Session, desk: &Desk) -> Field<Key> {
    let words = desk.words();
    let signs = desk.prefs.theme.signs;
    let item = |incident: &Incident| {
        let (sign, role) = match (incident.answered.is_some(), incident.answer.is_blank()) {
            (true, _) => (signs.done, Role::Done),
            (false, false) => (signs.begun, Role::See),
            (false, true) => (signs.not_yet, Role::Aside),
        };
        Item {
            sign: Some((sign, role)),
            text: incident.report.heading().to_owned(),
            aside: incident
                .answer
                .as_str()
                .lines()
                .next()
                .unwrap_or_default()
                .to_owned(),
            ..Item::default()
        }
    };
    let items: Vec<Item> = session.incidents.iter().map(item).collect();
    let without = session
        .incidents
        .iter()
        .filter(|i| i.answer.is_blank())
        .count();
    let aside = if without > 0 {
        words.closing_unanswered(without)
    } else {
        String::new()
    };
    Field::new(
        Key::Answers,
        words.closing_answers(),
        Value::Items {
            items,
            empty: words.closing_no_incident().to_owned(),
        },
    )
    .hint(words.closing_answers_hint())
    .aside(aside)
}

fn messages(session: &Session, desk: &Desk) -> Field<Key> {
    let words = desk.words();
    let item = |message: &Message| Item {
        text: [message.audience.as_str(), message.content.as_str()]
            .into_iter()
            .filter(|t| !t.is_empty())
            .collect::<Vec<_>>()
            .join("\u{a0}: "),
        aside: message.by.to_string(),
        ..Item::default()
    };
    let items = session.messages.iter().map(item).collect();
    Field::new(
        Key::Messages,
        words.closing_messages(),
        Value::Items {
            items,
            empty: words.closing_no_message().to_owned(),
        },
    )
}

fn parking(session: &Session, desk: &Desk) -> Field<Key> {
    let words = desk.words();
    let signs = desk.prefs.theme.signs;
    let item = |parked: &Parked| {
        let sign = if parked.outcome.is_blank() {
            (signs.not_yet, Role::Aside)
        } else {
            (signs.done, Role::Done)
        };
        Item {
            sign: Some(sign),
            text: parked.what.to_string(),
            aside: parked.outcome.to_string(),
            ..Item::default()
        }
    };
    let items = session.parked.iter().map(item).collect();
    Field::new(
        Key::Parked,
        words.closing_parked(),
        Value::Items {
            items,
            empty: String::new(),
        },
    )
}

/// The fields of a message.
pub(super) fn message(message: &Message, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let due = message
        .due
        .map(|date| words.in_days(desk.today(), date))
        .unwrap_or_default();
    let examples: Vec<&str> = content::lists()
        .audiences
        .iter()
        .map(|e| e.label.get(words.0))
        .collect();
    vec![
        Field::new(
            Key::Audience,
            words.closing_audience(),
            Value::Line(message.audience.clone()),
        )
        .hint(examples.join(" · ")),
        Field::new(
            Key::Content,
            words.closing_content(),
            Value::Long(message.content.clone()),
        ),
        Field::new(Key::By, words.closing_by(), Value::Line(message.by.clone()))
            .hint(words.function_hint()),
        Field::new(
            Key::Due,
            words.closing_due(),
            Value::Date(message.due, Side::Ahead),
        )
        .hint(words.date_hint())
        .wrong(words.date_wrong())
        .aside(due),
    ]
}

/// The fields of the answer to a reporter.
pub(super) fn answer(incident: &Incident, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let given = incident
        .answered
        .map(|date| words.date(date))
        .unwrap_or_default();
    vec![
        Field::new(
            Key::Read,
            "",
            Value::Note(incident.report.heading().to_owned(), Role::Strong),
        ),
        Field::new(
            Key::Answer,
            words.closing_answer(),
            Value::Long(incident.answer.clone()),
        )
        .hint(words.closing_answer_hint()),
        Field::new(
            Key::AnswerBy,
            words.closing_by(),
            Value::Line(incident.answer_by.clone()),
        )
        .hint(words.function_hint()),
        Field::new(
            Key::Answered,
            words.closing_answered(),
            Value::Toggle(incident.answered.is_some()),
        )
        .aside(given),
    ]
}

/// The fields of a line of the parking lot.
pub(super) fn parked(parked: &Parked, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    vec![
        Field::new(
            Key::Read,
            "",
            Value::Note(parked.what.to_string(), Role::Strong),
        ),
        Field::new(
            Key::Outcome,
            words.closing_outcome(),
            Value::Line(parked.outcome.clone()),
        )
        .hint(words.closing_outcome_hint()),
    ]
}

/// Sets a field of the step itself.
pub(super) fn set(session: &mut Session, key: Key, edit: Edit) {
    let closing = &mut session.closing;
    match (key, edit) {
        (Key::Lessons, Edit::Text(text)) => closing.lessons = text,
        (Key::NextDate, Edit::Date(date)) => closing.next_date = date,
        (Key::NextPlace, Edit::Text(text)) => closing.next_place = text,
        (Key::NextTopics, Edit::Text(text)) => closing.next_topics = text,
        (Key::Round(mark), Edit::Number(n)) => {
            closing.round.resize(usize::from(MARKS) + 1, 0);
            closing.round[usize::from(mark.min(MARKS))] = n.unwrap_or(0).min(999);
            if closing.round.iter().all(|n| *n == 0) {
                closing.round.clear();
            }
        }
        (Key::RoundWords, Edit::Text(text)) => closing.round_words = text,
        (Key::SelfCheck, Edit::Flip(index)) => {
            if let Some(id) = content::lists().self_check.get(index).map(|e| e.id.clone()) {
                toggle(&mut closing.self_check, id);
            }
        }
        (Key::Remarks, Edit::Text(text)) => closing.remarks = text,
        _ => {}
    }
}

fn toggle(list: &mut Vec<Code>, id: Code) {
    match list.iter().position(|other| *other == id) {
        Some(at) => drop(list.remove(at)),
        None => list.push(id),
    }
}

/// Whether it is a simulation of which debrief and second test are still to come.
fn is_still_played(session: &Session) -> bool {
    session.kind.is_simulation() && !session.play.is_tested(Round::After)
}
