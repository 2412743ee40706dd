//! Suivi: every action left open by earlier meetings, the most overdue first; of each it is said where it stands.

use super::super::{Flow, Input};
use crate::content;
use crate::domain::action::{Effect, FollowUp as Said, FollowUpOutcome};
use crate::domain::ids::FollowUpId;
use crate::domain::list::Keyed;
use crate::domain::text::Text;
use crate::library::carry::DONE;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Item, Opened, Turn, Value};
use crate::tui::frame::Canvas;
use crate::tui::keymap::Scope;
use crate::tui::screens::meeting::body;
use crate::tui::theme::Role;
use crate::words::Words;
use chrono::NaiveDate;
use ratatui::layout::Rect;

/// Postponements from which taking the action to another body is proposed.
const ESCALATE: u32 = 2;

/// What can be said of an action, in the order of the digits.
const OUTCOMES: [FollowUpOutcome; 5] = [
    FollowUpOutcome::Done,
    FollowUpOutcome::Ongoing,
    FollowUpOutcome::Postponed,
    FollowUpOutcome::Dropped,
    FollowUpOutcome::Evaluated,
];

/// What an evaluation can say, in the order of the digits.
const EFFECTS: [Effect; 4] = [
    Effect::Effective,
    Effect::Partly,
    Effect::NotEffective,
    Effect::CannotTell,
];

/// The fields of the step: the list, and those of the action that is open.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    Actions,
    Wording,
    Owner,
    DueWas,
    Outcome,
    Progress,
    Reason,
    NewDue,
    Escalate,
    Effect,
    Evidence,
    Remark,
}

/// Those that can be in focus.
const KEYS: [Key; 11] = [
    Key::Actions,
    Key::Wording,
    Key::Owner,
    Key::DueWas,
    Key::Outcome,
    Key::Progress,
    Key::Reason,
    Key::NewDue,
    Key::Escalate,
    Key::Effect,
    Key::Evidence,
];

/// The step.
#[derive(Debug)]
pub struct FollowUp {
    at: Opened<Key, FollowUpId>,
}

impl FollowUp {
    /// The list of actions.
    pub fn new(_desk: &Desk) -> Self {
        Self {
            at: Opened::new(Key::Actions),
        }
    }

    /// Keys of the field in focus.
    pub fn scopes(&self, desk: &Desk) -> Vec<Scope> {
        self.at.scopes(&self.fields(desk))
    }

    /// Where the focus is.
    pub fn place(&self, desk: &Desk) -> String {
        self.at.place(&self.fields(desk))
    }

    /// Puts the focus back.
    pub fn restore(&mut self, place: &str) {
        self.at.restore(place, &KEYS);
    }

    fn fields(&self, desk: &Desk) -> Vec<Field<Key>> {
        let said = self
            .at
            .item
            .and_then(|id| desk.session()?.follow_ups.get(id));
        match said {
            Some(said) => said_fields(said, desk),
            None => vec![list(desk)],
        }
    }

    /// Takes input.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Flow {
        let fields = self.fields(desk);
        match self.at.take(input, &fields, body(desk.areas.page), desk) {
            Turn::Ignored => return Flow::Ignored,
            Turn::Stay => {}
            Turn::Closed(id) => self.closed(id, desk),
            Turn::Edit(key, edit) => return self.apply(key, edit, desk),
        }
        Flow::Stay
    }

    /// Back on the list, on the next action of which nothing was said; one taken up without a word leaves no trace.
    fn closed(&mut self, id: FollowUpId, desk: &mut Desk) {
        desk.edit(Group::Alone, |session| {
            let blank = |f: &Said| f.session.is_blank() && f.wording.is_blank();
            if session.follow_ups.get(id).is_some_and(blank) {
                session.follow_ups.remove(id);
            }
        });
        let Some(all) = desk.session().map(|s| &s.follow_ups) else {
            return;
        };
        let here = all.index_of(id).unwrap_or(0);
        let pending = |f: &Said| f.outcome == FollowUpOutcome::Pending;
        let answered = all.get(id).is_some_and(|f| !pending(f));
        let next = all.iter().skip(here).position(pending).map(|n| here + n);
        self.at
            .form
            .set_cursor(next.filter(|_| answered).unwrap_or(here));
    }

    fn apply(&mut self, key: Key, edit: Edit, desk: &mut Desk) -> Flow {
        let nth = |index| Some(desk.session()?.follow_ups.at(index)?.id());
        match edit {
            Edit::Add => self.take_up(desk),
            Edit::Open(index) => {
                let id = nth(index);
                let by_hand = id
                    .and_then(|id| desk.session()?.follow_ups.get(id))
                    .is_some_and(|f| f.session.is_blank());
                let first = if by_hand { Key::Wording } else { Key::Outcome };
                self.at.open(id, first);
                self.put_cursor(desk);
            }
            Edit::Delete(index) => {
                let id = nth(index);
                let mut kept = false;
                desk.edit(Group::Alone, |session| {
                    let carried = |f: &Said| !f.session.is_blank();
                    kept = id
                        .and_then(|id| session.follow_ups.get(id))
                        .is_some_and(carried);
                    if let (Some(id), false) = (id, kept) {
                        session.follow_ups.remove(id);
                    }
                });
                if kept {
                    return Flow::Say(desk.words().follow_up_carried().to_owned());
                }
            }
            Edit::Shift(index, delta) => {
                let id = nth(index);
                desk.edit(Group::Alone, |session| {
                    if let Some(id) = id {
                        session.follow_ups.shift(id, delta);
                    }
                });
            }
            edit => self.change(key, edit, desk),
        }
        Flow::Stay
    }

    /// The cursor of the outcome on what was said.
    fn put_cursor(&mut self, desk: &Desk) {
        let said = self
            .at
            .item
            .and_then(|id| desk.session()?.follow_ups.get(id));
        let at = said.and_then(|f| OUTCOMES.iter().position(|o| *o == f.outcome));
        self.at.form.set_cursor(at.unwrap_or(0));
    }

    /// An action decided before the program was there.
    fn take_up(&mut self, desk: &mut Desk) {
        let mut new = None;
        desk.edit(Group::Alone, |session| {
            let id: FollowUpId = session.ids.give();
            session.follow_ups.push(Said::new(id));
            new = Some(id);
        });
        self.at.open(new, Key::Wording);
    }

    fn change(&mut self, key: Key, edit: Edit, desk: &mut Desk) {
        let (id, today) = (self.at.item, desk.today());
        let lang = desk.session().map(|s| s.lang).unwrap_or_default();
        desk.edit(self.at.group(key), |session| {
            let Some(said) = id.and_then(|id| session.follow_ups.get_mut(id)) else {
                return;
            };
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
                    said.escalated_to =
                        body.map_or_else(Text::default, |b| Text::new(b.label.get(lang)));
                }
                (Key::Effect, Edit::One(index)) => {
                    let effect = index.and_then(|i| EFFECTS.get(i)).copied();
                    said.effect = effect.unwrap_or_default();
                }
                (Key::Evidence, Edit::Text(text)) => said.evidence = text,
                _ => {}
            }
        });
    }

    /// Draws.
    pub fn draw(&self, desk: &Desk, area: Rect, canvas: &mut Canvas) {
        canvas.cursor = self
            .at
            .form
            .draw(&self.fields(desk), area, canvas.look, canvas.buf);
    }
}

fn list(desk: &Desk) -> Field<Key> {
    let words = desk.words();
    let all = desk
        .session()
        .map(|s| s.follow_ups.clone())
        .unwrap_or_default();
    let left = all
        .iter()
        .filter(|f| f.outcome == FollowUpOutcome::Pending)
        .count();
    let aside = match (left, all.len()) {
        (_, 0) => String::new(),
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

fn said_fields(said: &Said, desk: &Desk) -> Vec<Field<Key>> {
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
            Value::Date(said.due_was),
        );
        return vec![
            Field::new(Key::Wording, words.follow_up_wording(), value)
                .hint(words.follow_up_wording_hint()),
            Field::new(Key::Owner, words.follow_up_owner(), owner)
                .hint(words.follow_up_owner_hint()),
            due.hint(words.follow_up_new_due_hint()),
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
            Value::Date(said.new_due),
        )
        .hint(words.follow_up_new_due_hint())
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
