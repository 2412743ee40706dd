//! What is said of an action: the fields of the form and what becomes of an edit, the same in a meeting and between two.

use crate::content;
use crate::domain::action::{Effect, FollowUp as Said, FollowUpOutcome};
use crate::domain::code::Lang;
use crate::domain::moment::Side;
use crate::domain::text::Text;
use crate::library::carry::DONE;
use crate::tui::desk::Desk;
use crate::tui::form::{Edit, Field, Value};
use crate::tui::theme::Role;
use crate::words::Words;
use chrono::NaiveDate;

/// What can be said of an action, in the order of the digits.
pub const OUTCOMES: [FollowUpOutcome; 6] = [
    FollowUpOutcome::Done,
    FollowUpOutcome::Ongoing,
    FollowUpOutcome::Postponed,
    FollowUpOutcome::Dropped,
    FollowUpOutcome::Evaluated,
    FollowUpOutcome::Escalated,
];

/// What an evaluation can say, in the order of the digits.
const EFFECTS: [Effect; 4] = [
    Effect::Effective,
    Effect::Partly,
    Effect::NotEffective,
    Effect::CannotTell,
];

/// Postponements from which taking the action to another body is proposed.
pub const ESCALATE: u32 = 2;

/// The fields: the list of a meeting, what is worded of an action of before the program, and what is said of it.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "each is named as the field of the follow-up")]
pub enum Key {
    Actions,
    Wording,
    Owner,
    DueWas,
    Outcome,
    Progress,
    Reason,
    NewDue,
    Escalate,
    OtherBody,
    Effect,
    Evidence,
    Remark,
}

/// Those that can be in focus.
pub const KEYS: [Key; 12] = [
    Key::Actions,
    Key::Wording,
    Key::Owner,
    Key::DueWas,
    Key::Outcome,
    Key::Progress,
    Key::Reason,
    Key::NewDue,
    Key::Escalate,
    Key::OtherBody,
    Key::Effect,
    Key::Evidence,
];

/// The place of what was said among the outcomes, for the cursor.
pub fn place_of(said: &Said) -> usize {
    let at = OUTCOMES.iter().position(|o| *o == said.outcome);
    at.unwrap_or(0)
}

/// Applies an edit; what is said is said on the day `today`. A body is named in the language of the document.
pub fn change(said: &mut Said, key: Key, edit: Edit, today: NaiveDate, lang: Lang) {
    match (key, edit) {
        (Key::Wording, Edit::Text(text)) => said.wording = text,
        (Key::Owner, Edit::Text(text)) => said.owner = text,
        (Key::DueWas, Edit::Date(date)) => said.due_was = date,
        (Key::Outcome, Edit::One(index)) => {
            let outcome = index.and_then(|i| OUTCOMES.get(i)).copied();
            said.say(outcome.unwrap_or_default(), today);
        }
        (Key::Progress, Edit::Number(n)) => {
            let n = n.unwrap_or(0).min(u32::from(DONE));
            said.progress = u8::try_from(n).unwrap_or(DONE);
        }
        (Key::Reason, Edit::Text(text)) => said.reason = text,
        (Key::NewDue, Edit::Date(date)) => said.new_due = date,
        (Key::Escalate, Edit::One(index)) => {
            let body = index.and_then(|i| content::lists().bodies.get(i));
            said.escalated_to = body.map_or_else(Text::default, |b| Text::new(b.label.get(lang)));
        }
        (Key::OtherBody, Edit::Text(text)) => said.escalated_to = text,
        (Key::Effect, Edit::One(index)) => {
            let effect = index.and_then(|i| EFFECTS.get(i)).copied();
            said.effect = effect.unwrap_or_default();
        }
        (Key::Evidence, Edit::Text(text)) => said.evidence = text,
        _ => {}
    }
}

/// What was said, with what matters of it.
pub fn told(said: &Said, words: Words) -> String {
    let name = words.follow_up_outcome(said.outcome);
    let mut parts = vec![match said.outcome {
        FollowUpOutcome::Ongoing if said.progress > 0 => {
            format!("{name}, {}\u{a0}%", said.progress)
        }
        FollowUpOutcome::Postponed => words.follow_up_nth(said.postponed_times),
        FollowUpOutcome::Escalated => {
            let body = said.escalated_to.filled();
            body.map_or_else(|| name.to_owned(), |body| words.follow_up_taken_to(body))
        }
        _ => name.to_owned(),
    }];
    match said.outcome {
        FollowUpOutcome::Postponed | FollowUpOutcome::Escalated => {
            let day = said.new_due.map(|d| words.date_short(d));
            parts.extend(day.map(|day| words.follow_up_due(&day)));
        }
        FollowUpOutcome::Evaluated => parts.push(words.effect(said.effect).to_owned()),
        _ => {}
    }
    parts.join(" · ")
}

/// The fields of what is said: only those that the answer needs.
pub fn fields(said: &Said, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let names = OUTCOMES.map(|o| words.follow_up_outcome(o).to_owned());
    let outcome = Value::One {
        options: names.to_vec(),
        chosen: OUTCOMES.iter().position(|o| *o == said.outcome),
    };
    let mut fields = vec![
        Field::new(Key::Outcome, words.follow_up_outcome_field(), outcome)
            .hint(words.follow_up_outcome_hint()),
    ];
    match said.outcome {
        FollowUpOutcome::Pending => {}
        FollowUpOutcome::Done => fields.push(remark(words.follow_up_done_note())),
        FollowUpOutcome::Ongoing => fields.push(progress(said, words)),
        FollowUpOutcome::Postponed => postponed(said, desk, &mut fields),
        FollowUpOutcome::Dropped => {
            let hint = words.follow_up_reason_dropped();
            fields.push(reason(said, words).hint(hint));
        }
        FollowUpOutcome::Evaluated => evaluated(said, words, &mut fields),
        FollowUpOutcome::Escalated => {
            fields.push(body(said, words).hint(words.follow_up_body_hint()));
            fields.push(other_body(said, words));
            fields.push(reason(said, words).hint(words.follow_up_reason_escalated()));
        }
    }
    fields
}

/// A line to read.
pub fn remark(text: &str) -> Field<Key> {
    Field::new(Key::Remark, "", Value::Note(text.to_owned(), Role::Aside))
}

fn progress(said: &Said, words: Words) -> Field<Key> {
    let value = Value::Number(Some(u32::from(said.progress)).filter(|n| *n > 0));
    Field::new(Key::Progress, words.follow_up_progress(), value)
        .hint(words.follow_up_progress_hint())
        .aside("%")
}

fn reason(said: &Said, words: Words) -> Field<Key> {
    let value = Value::Line(said.reason.clone());
    Field::new(Key::Reason, words.follow_up_reason(), value)
}

fn postponed(said: &Said, desk: &Desk, fields: &mut Vec<Field<Key>>) {
    let words = desk.words();
    let aside = said.new_due.map(|day| {
        let distance = words.in_days(desk.today(), day);
        if day < desk.today() {
            words.follow_up_new_due_past(&distance)
        } else {
            distance
        }
    });
    fields.push(reason(said, words).hint(words.follow_up_reason_postponed()));
    fields.push(
        Field::new(
            Key::NewDue,
            words.follow_up_new_due(),
            Value::Date(said.new_due, Side::Ahead),
        )
        .hint(words.follow_up_new_due_hint())
        .wrong(words.date_wrong())
        .aside(aside.unwrap_or_default()),
    );
    fields.push(remark(&words.follow_up_nth(said.postponed_times)));
    if said.postponed_times >= ESCALATE {
        fields.push(body(said, words).hint(words.follow_up_escalate_hint()));
    }
}

/// The bodies that an action can be taken to.
fn body(said: &Said, words: Words) -> Field<Key> {
    let bodies = &content::lists().bodies;
    let value = Value::One {
        options: bodies
            .iter()
            .map(|b| b.label.get(words.0).to_owned())
            .collect(),
        chosen: listed(&said.escalated_to),
    };
    Field::new(Key::Escalate, words.follow_up_escalate(), value)
}

/// One that is in no list.
fn other_body(said: &Said, words: Words) -> Field<Key> {
    let other = match listed(&said.escalated_to) {
        Some(_) => Text::default(),
        None => said.escalated_to.clone(),
    };
    Field::new(
        Key::OtherBody,
        words.follow_up_other_body(),
        Value::Line(other),
    )
    .hint(words.follow_up_other_body_hint())
}

/// The place of a body in the list, in either language.
fn listed(name: &Text) -> Option<usize> {
    let called =
        |b: &content::Entry| [b.label.fr.as_str(), b.label.en.as_str()].contains(&name.as_str());
    content::lists().bodies.iter().position(called)
}

fn evaluated(said: &Said, words: Words, fields: &mut Vec<Field<Key>>) {
    let value = Value::One {
        options: EFFECTS.map(|e| words.effect(e).to_owned()).to_vec(),
        chosen: EFFECTS.iter().position(|e| *e == said.effect),
    };
    fields.push(
        Field::new(Key::Effect, words.follow_up_effect(), value)
            .hint(words.follow_up_effect_hint()),
    );
    let evidence = Value::Line(said.evidence.clone());
    fields.push(
        Field::new(Key::Evidence, words.follow_up_evidence(), evidence)
            .hint(words.follow_up_evidence_hint()),
    );
}
