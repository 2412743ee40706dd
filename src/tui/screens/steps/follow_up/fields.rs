//! What the follow-up shows: the list, and the fields of the action that is open.

use super::since::Since;
use crate::domain::action::{FollowUp as Said, FollowUpOutcome};
use crate::domain::moment::Side;
use crate::library::carry::DONE;
use crate::tui::desk::Desk;
use crate::tui::form::{Field, Item, Value};
use crate::tui::screens::said::{self, Key, remark};
use crate::tui::theme::Role;
use crate::words::Words;
use chrono::NaiveDate;

/// The list of actions, with how many are left to be said.
pub(super) fn list(since: &Since, desk: &Desk) -> Field<Key> {
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
    let items = all.iter().map(|said| item(said, since, desk)).collect();
    let empty = words.follow_up_empty().to_owned();
    let value = Value::Items { items, empty };
    Field::new(Key::Actions, words.follow_up_list(), value).aside(aside)
}

fn item(said: &Said, since: &Since, desk: &Desk) -> Item {
    let (words, signs) = (desk.words(), desk.prefs.theme.signs);
    let late = late(said, desk.today());
    let sign = match said.outcome {
        FollowUpOutcome::Pending if late.is_some() => (signs.see, Role::See),
        FollowUpOutcome::Pending => (signs.not_yet, Role::Aside),
        FollowUpOutcome::Done | FollowUpOutcome::Evaluated => (signs.done, Role::Done),
        FollowUpOutcome::Ongoing | FollowUpOutcome::Postponed => (signs.begun, Role::See),
        FollowUpOutcome::Dropped => (signs.refused, Role::Refused),
        FollowUpOutcome::Escalated => (signs.leads, Role::See),
    };
    let mut parts = vec![owner(said, since, words)];
    if said.outcome == FollowUpOutcome::Pending {
        parts.push(due(said, desk.today(), words));
        if desk.session().is_some_and(|s| s.presents(said)) {
            parts.push(words.follow_up_presented().to_owned());
        }
        if said.postponed_times > 0 {
            parts.push(words.follow_up_nth(said.postponed_times));
        }
    } else {
        parts.push(said::told(said, words));
    }
    Item {
        sign: Some(sign),
        lead: String::new(),
        text: said
            .wording
            .filled()
            .unwrap_or(words.nothing_known())
            .to_owned(),
        aside: [Some(parts.join(" · ")), again(said, since, desk)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join("\n"),
        depth: 0,
    }
}

fn owner(said: &Said, since: &Since, words: Words) -> String {
    let owner = said.owner.filled();
    let owner = owner.unwrap_or(words.follow_up_no_owner()).to_owned();
    if since.has_left(said) {
        format!("{owner} ({})", words.plan_owner_left())
    } else {
        owner
    }
}

/// That an event like its own came since, while it is not finished.
fn again(said: &Said, since: &Since, desk: &Desk) -> Option<String> {
    let event = since.again(said)?;
    let sign = desk.prefs.theme.signs.see;
    Some(format!("{sign} {}", desk.words().follow_up_again(event)))
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

/// The fields of the action that is open: what it is, and only those that what was said of it needs.
pub(super) fn said_fields(said: &Said, since: &Since, desk: &Desk) -> Vec<Field<Key>> {
    let mut fields = head(said, since, desk);
    fields.extend(said::fields(said, desk));
    fields
}

/// The action as it was read; one taken up by hand can be worded.
fn head(said: &Said, since: &Since, desk: &Desk) -> Vec<Field<Key>> {
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
        owner(said, since, words),
        due(said, desk.today(), words)
    );
    let wording = Value::Note(said.wording.to_string(), Role::Strong);
    let mut out = vec![Field::new(Key::Remark, "", wording), remark(&aside)];
    let again = again(said, since, desk);
    out.extend(again.map(|text| Field::new(Key::Remark, "", Value::Note(text, Role::See))));
    out.push(remark(""));
    out
}
