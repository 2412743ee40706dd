//! What was said of actions, in the order in which it was said, and what it comes to: the one fold that the follow-up of a
//! meeting and the plan of all meetings share.

use super::plan::Place;
use super::stand::Stand;
use crate::domain::action::{FollowUp, FollowUpFile, FollowUpOutcome};
use crate::domain::ids::ActionId;
use crate::domain::order::Order;
use crate::domain::session::Session;
use crate::domain::text::Text;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What an action is known by: who decided it, its id there; what has no id is known by its wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Key<'a> {
    pub decider: Decider<'a>,
    pub action: Option<ActionId>,
    pub wording: &'a str,
}

/// Who decided an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Decider<'a> {
    /// This session.
    Session(Uuid),
    /// What was written in the place of a session; nothing when it was decided before the program was there.
    Named(&'a str),
}

/// By what the action that something was said of is known.
pub(super) fn key_of(said: &FollowUp) -> Key<'_> {
    let named = said.session.as_str();
    Key {
        decider: Uuid::try_parse(named).map_or(Decider::Named(named), Decider::Session),
        action: said.action,
        wording: match said.action {
            Some(_) => "",
            None => said.wording.as_str(),
        },
    }
}

/// Whether what was said is of an action decided before the program was there.
pub(super) fn is_from_before(said: &FollowUp) -> bool {
    said.session.is_blank() && !said.wording.is_blank()
}

/// Where a word was said: the number and id of the meeting, and its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Heard {
    /// The number of the meeting.
    pub number: u32,
    /// Its id.
    pub id: Uuid,
    /// Its day: the last one on which it was held.
    pub day: NaiveDate,
}

impl Heard {
    /// In this session.
    pub fn of(session: &Session) -> Self {
        Self {
            number: session.number,
            id: session.id,
            day: session.sittings.last().map_or(session.date, |s| s.date),
        }
    }
}

/// When and where a word was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spoken {
    /// The day, if anybody wrote it down.
    pub on: Option<NaiveDate>,
    /// Where.
    pub place: Place,
}

/// All that was said of actions, in the order in which it was said; of one day, in meetings first, by their number,
/// then between them, as they were numbered; what
/// bears no day, before all others. The order of the files on the disk never matters, and a file that lies there twice counts
/// once.
pub(super) fn told<'a>(
    in_meetings: impl Iterator<Item = (Heard, &'a FollowUp)>,
    files: impl IntoIterator<Item = &'a FollowUpFile>,
) -> Vec<(Spoken, &'a FollowUp)> {
    let in_meetings = in_meetings.map(|(heard, said)| {
        let day = said.said_on.unwrap_or(heard.day);
        let place = Place::Meeting(heard.number, heard.id);
        ((Some(day), false, heard.number, heard.id), (place, said))
    });
    let mut once: BTreeMap<Uuid, &FollowUpFile> = BTreeMap::new();
    for file in files {
        let kept = once.entry(file.id).or_insert(file);
        // Of two that differ, nobody knows which is right: always the same one.
        if *kept != file && format!("{kept:?}") < format!("{file:?}") {
            *kept = file;
        }
    }
    let between = once.into_values().map(|file| {
        let said = &file.follow_up;
        // Of one day, those of one action are numbered as they were said.
        let when = (said.said_on, true, said.id.0, file.id);
        (when, (Place::Between(file.id), said))
    });
    let mut told: Vec<_> = in_meetings
        .chain(between)
        .filter(|(_, (_, said))| said.outcome != FollowUpOutcome::Pending)
        .collect();
    told.order_by_key(|(when, _)| *when);
    told.into_iter()
        .map(|((on, ..), (place, said))| (Spoken { on, place }, said))
        .collect()
}

/// What an action has come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Course {
    /// Where it stands.
    pub stand: Stand,
    /// Its deadline, after postponements.
    pub due: Option<NaiveDate>,
    /// How many times it was postponed.
    pub postponed: u32,
    /// The body it was escalated to last.
    pub escalated_to: Text,
    /// Since when it has been done, as far as a day was told; none once it is taken up again.
    pub done: Option<NaiveDate>,
}

impl Course {
    /// As it was decided, done at once or not.
    pub fn new(stand: Stand, due: Option<NaiveDate>) -> Self {
        Self {
            stand,
            due,
            postponed: 0,
            escalated_to: Text::default(),
            done: None,
        }
    }

    /// After one more word, said on the day `on`. What is over keeps the deadline it had.
    pub fn hear(&mut self, on: Option<NaiveDate>, said: &FollowUp) {
        self.done = self.done_after(on, said.outcome);
        if self.stand == Stand::Over {
            return;
        }
        self.stand = self.stand.hear(said.outcome);
        match said.outcome {
            FollowUpOutcome::Pending | FollowUpOutcome::Dropped | FollowUpOutcome::Evaluated => {}
            FollowUpOutcome::Done => {
                // An analysis that was made needs no evaluation.
                if said.action.is_none() && !said.session.is_blank() {
                    self.stand = Stand::Over;
                }
            }
            FollowUpOutcome::Ongoing | FollowUpOutcome::Escalated => {
                self.due = said.new_due.or(self.due);
            }
            FollowUpOutcome::Postponed => {
                self.postponed = self.postponed.saturating_add(1);
                self.due = said.new_due.or(self.due);
            }
        }
        if let Some(body) = said.escalated_to.filled() {
            self.escalated_to = Text::new(body);
        }
    }

    /// Since when it has been done after one more word. An evaluation tells at the latest that it was; what is over is not
    /// taken up again.
    fn done_after(&self, on: Option<NaiveDate>, outcome: FollowUpOutcome) -> Option<NaiveDate> {
        match (outcome, self.stand) {
            (FollowUpOutcome::Evaluated, _) => self.done.or(on),
            (_, Stand::Over) => self.done,
            (FollowUpOutcome::Done, _) => self.done.or(on),
            _ if self.stand.hear(outcome) == Stand::Open => None,
            _ => self.done,
        }
    }
}
