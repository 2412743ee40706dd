//! The actions of all sessions, each as it was decided and as it stands.

use super::{Decision, Figures};
use crate::domain::action::{FollowUpOutcome, Standing};
use crate::domain::text::Text;
use crate::library::plan::Followed;
use chrono::{Datelike, NaiveDate};
use std::collections::HashMap;
use uuid::Uuid;

/// An action decided by a session.
#[derive(Debug)]
pub(super) struct Act<'a> {
    /// The first day of the meeting that decided it.
    pub day: NaiveDate,
    /// As it was decided.
    pub decision: &'a Decision,
    /// With all that was said of it.
    pub followed: &'a Followed<'a>,
    /// Where it stands.
    pub standing: Standing,
    /// Since when it is done.
    pub done: Option<NaiveDate>,
}

/// The actions that sessions decided.
#[derive(Debug, Default)]
pub(super) struct Acts<'a> {
    /// All of them.
    pub all: Vec<Act<'a>>,
    /// The day on which the first action on an event was done.
    first_done: HashMap<&'a Text, NaiveDate>,
}

impl Act<'_> {
    /// Whether the team itself follows it: it was not handed to another body.
    pub fn is_followed(&self) -> bool {
        self.standing != Standing::HandedOver
    }

    /// Whether it is done, evaluated or not.
    pub fn is_done(&self) -> bool {
        self.standing.is_done()
    }

    /// Whether it was evaluated, whatever came out.
    pub fn is_evaluated(&self) -> bool {
        self.standing.is_evaluated()
    }
}

impl<'a> Acts<'a> {
    /// Those of these that one of the sessions decided, as they stand on a day.
    pub fn new(
        by_id: &HashMap<Uuid, &'a Figures>,
        followed: &'a [Followed<'a>],
        today: NaiveDate,
    ) -> Self {
        let found = followed.iter().filter_map(|followed| {
            let decided = followed.decision()?;
            let session = by_id.get(&decided.session)?;
            let mut actions = session.actions.iter();
            let standing = followed.standing(today);
            Some(Act {
                day: session.day,
                decision: actions.find(|a| a.id == decided.action)?,
                followed,
                standing,
                done: followed.done(standing),
            })
        });
        let all: Vec<Act> = found.collect();
        let mut first_done = HashMap::new();
        for (event, done) in all
            .iter()
            .filter_map(|a| Some((&a.decision.event, a.done?)))
        {
            let first = first_done.entry(event).or_insert(done);
            *first = done.min(*first);
        }
        Self { all, first_done }
    }

    /// The day on which the first action on this event was done, if one was.
    pub fn first_done(&self, event: &Text) -> Option<NaiveDate> {
        self.first_done.get(event).copied()
    }
}

/// The action that was evaluated last in a year.
pub(super) fn evaluated<'a>(all: &'a [Followed<'a>], year: i32) -> Option<&'a Followed<'a>> {
    let on = |one: &Followed| {
        let (on, outcome) = one.last()?;
        let told = outcome == FollowUpOutcome::Evaluated;
        on.filter(|day| told && day.year() == year)
    };
    let all = all.iter().filter(|one| on(one).is_some());
    all.max_by_key(|one| (on(one), one.decision(), one.what()))
}
