//! What the follow-up shows: the list, and the fields of the action that is open.

use super::{EFFECTS, Key, OUTCOMES};
use crate::content;
use crate::domain::action::{FollowUp as Said, FollowUpOutcome};
use crate::domain::moment::Side;
use crate::library::carry::DONE;
use crate::tui::desk::Desk;
use crate::tui::form::{Field, Item, Value};
use crate::tui::theme::Role;
use crate::words::Words;
use chrono::NaiveDate;

/// Postponements from which taking the action to another body is proposed.
const ESCALATE: u32 = 2;

/// The list of actions, with how many are left to be said.
pub(super) fn list(desk: &Desk) -> Field<Key> {
    let words = desk.words();
    let all = desk
        .session()
        .map(|s| s.follow_ups.clone())
        .unwrap_or_default();
    let left = desk.session().map_or(0, |s| s.unsaid().count());
    let later = desk
        .session()
        .is_some_and(|s| all.iter().any(|f| s.presents(f)));
    let aside = match (left, all.len()) {
        (_, 0) => String::new(),
        (0, _) if later => String::new(),
        (0, _) => words.follow_up_all_said().to_owned(),
        (left, all) => words.follow_up_left(left, all),
    };
    let items = all.iter().map(|said| item(said, desk)).collect();
    let empty = words.follow_up_empty().to_owned();
    let value = Value::Items { items, empty };
    Field::new(Key::Actions, words.follow_up_list(), value).aside(aside)
}

fn item(said: &Said, desk: &Desk) -> Item {
    let (words, signs) = (desk.words(), desk.prefs.theme.signs);
    let late = late(said, desk.today());
    let sign = match said.outcome {
        FollowUpOutcome::Pending if late.is_some() => (signs.see, Role::See),
        FollowUpOutcome::Pending => (signs.not_yet, Role::Aside),
        FollowUpOutcome::Done | FollowUpOutcome::Evaluated => (signs.done, Role::Done),
        FollowUpOutcome::Ongoing | FollowUpOutcome::Postponed => (signs.begun, Role::See),
        FollowUpOutcome::Dropped => (signs.refused, Role::Refused),
    };
    let mut parts = vec![owner(said, words)];
    if said.outcome == FollowUpOutcome::Pending {
        parts.push(due(said, desk.today(), words));
        if desk.session().is_some_and(|s| s.presents(said)) {
            parts.push(words.follow_up_presented().to_owned());
        }
        if said.postponed_times > 0 {
            parts.push(words.follow_up_nth(said.postponed_times));
        }
    } else {
        parts.push(outcome(said, words));
    }
    Item {
        sign: Some(sign),
        lead: String::new(),
        text: said
            .wording
            .filled()
            .unwrap_or(words.nothing_known())
            .to_owned(),
        aside: parts.join(" · "),
        depth: 0,
    }
}

/// What was said, with what matters of it.
fn outcome(said: &Said, words: Words) -> String {
    let name = words.follow_up_outcome(said.outcome);
    match said.outcome {
        FollowUpOutcome::Ongoing if said.progress > 0 => {
            format!("{name}, {}\u{a0}%", said.progress)
        }
        FollowUpOutcome::Postponed => {
            let nth = words.follow_up_nth(said.postponed_times);
            let day = said
                .new_due
                .map(|d| words.follow_up_due(&words.date_short(d)));
            [Some(nth), day]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · ")
        }
        FollowUpOutcome::Evaluated => format!("{name} · {}", words.effect(said.effect)),
        _ => name.to_owned(),
    }
}

fn owner(said: &Said, words: Words) -> String {
    said.owner
        .filled()
        .unwrap_or(words.follow_up_no_owner())
        .to_owned()
}

/// Days since the deadline, if it is past and the action is not done.
fn late(said: &Said, today: NaiveDate) -> Option<i64> {
    let days = (today - said.due_was?).num_days();
    (days > 0 && said.progress < DONE).then_some(days)
}

fn due(said: &Said, today: NaiveDate, words: Words) -> String {
    if said.progress >= DONE {
        return words.follow_up_to_evaluate().to_owned();
    }
    let day = match said.due_was {
        Some(day) => words.follow_up_due(&words.date_short(day)),
        None => return words.follow_up_no_due().to_owned(),
    };
    match late(said, today) {
        Some(days) => format!("{day} · {}", words.follow_up_late(days)),
        None => day,
    }
}

/// The fields of the action that is open: only those that what was said of it needs.
pub(super) fn said_fields(said: &Said, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    let mut fields = head(said, desk);
    let names = OUTCOMES.map(|o| words.follow_up_outcome(o).to_owned());
    let outcome = Value::One {
        options: names.to_vec(),
        chosen: OUTCOMES.iter().position(|o| *o == said.outcome),
    };
    fields.push(
        Field::new(Key::Outcome, words.follow_up_outcome_field(), outcome)
            .hint(words.follow_up_outcome_hint()),
    );
    match said.outcome {
        FollowUpOutcome::Pending => {}
        FollowUpOutcome::Done => fields.push(remark(words.follow_up_done_note())),
        FollowUpOutcome::Ongoing => {
            let value = Value::Number(Some(u32::from(said.progress)).filter(|n| *n > 0));
            fields.push(
                Field::new(Key::Progress, words.follow_up_progress(), value)
                    .hint(words.follow_up_progress_hint())
                    .aside("%"),
            );
        }
        FollowUpOutcome::Postponed => postponed(said, desk, &mut fields),
        FollowUpOutcome::Dropped => {
            let hint = words.follow_up_reason_dropped();
            fields.push(reason(said, words).hint(hint));
        }
        FollowUpOutcome::Evaluated => evaluated(said, words, &mut fields),
    }
    fields
}

fn remark(text: &str) -> Field<Key> {
    Field::new(Key::Remark, "", Value::Note(text.to_owned(), Role::Aside))
}

/// The action as it was read; one taken up by hand can be worded.
fn head(said: &Said, desk: &Desk) -> Vec<Field<Key>> {
    let words = desk.words();
    if said.session.is_blank() {
        let value = Value::Line(said.wording.clone());
        let owner = Value::Line(said.owner.clone());
        let due = Field::new(
            Key::DueWas,
            words.follow_up_due_was(),
            Value::Date(said.due_was, Side::Near),
        );
        return vec![
            Field::new(Key::Wording, words.follow_up_wording(), value)
                .hint(words.follow_up_wording_hint())
                .wrong(words.date_wrong()),
            Field::new(Key::Owner, words.follow_up_owner(), owner)
                .hint(words.follow_up_owner_hint()),
            due.hint(words.follow_up_new_due_hint())
                .wrong(words.date_wrong()),
        ];
    }
    let aside = format!(
        "{} · {}",
        owner(said, words),
        due(said, desk.today(), words)
    );
    let wording = Value::Note(said.wording.to_string(), Role::Strong);
    vec![
        Field::new(Key::Remark, "", wording),
        remark(&aside),
        remark(""),
    ]
}

fn reason(said: &Said, words: Words) -> Field<Key> {
    let value = Value::Line(said.reason.clone());
    Field::new(Key::Reason, words.follow_up_reason(), value)
}

fn postponed(said: &Said, desk: &Desk, fields: &mut Vec<Field<Key>>) {
    let words = desk.words();
    let in_days = |day| words.in_days(desk.today(), day);
    let aside = said.new_due.map(in_days).unwrap_or_default();
    fields.push(reason(said, words).hint(words.follow_up_reason_postponed()));
    fields.push(
        Field::new(
            Key::NewDue,
            words.follow_up_new_due(),
            Value::Date(said.new_due, Side::Ahead),
        )
        .hint(words.follow_up_new_due_hint())
        .wrong(words.date_wrong())
        .aside(aside),
    );
    fields.push(remark(&words.follow_up_nth(said.postponed_times)));
    if said.postponed_times >= ESCALATE {
        let bodies = &content::lists().bodies;
        let called = |b: &content::Entry| {
            [b.label.fr.as_str(), b.label.en.as_str()].contains(&said.escalated_to.as_str())
        };
        let value = Value::One {
            options: bodies
                .iter()
                .map(|b| b.label.get(words.0).to_owned())
                .collect(),
            chosen: bodies.iter().position(called),
        };
        fields.push(
            Field::new(Key::Escalate, words.follow_up_escalate(), value)
                .hint(words.follow_up_escalate_hint()),
        );
    }
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
