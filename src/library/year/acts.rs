//! The actions of all sessions, each as it was decided and as it stands.

use super::{Decision, Figures};
use crate::domain::action::{FollowUpOutcome, Standing};
use crate::library::plan::Planned;
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
    /// Where it stands.
    pub planned: &'a Planned,
}

impl Act<'_> {
    /// Whether the team itself follows it: it was not handed to another body.
    pub fn is_followed(&self) -> bool {
        self.planned.standing != Standing::HandedOver
    }

    /// Whether it is done, evaluated or not.
    pub fn is_done(&self) -> bool {
        self.planned.standing.is_done()
    }

    /// Whether it was evaluated, whatever came out.
    pub fn is_evaluated(&self) -> bool {
        self.planned.standing.is_evaluated()
    }
}

/// The actions of the plan that a session decided.
pub(super) fn acts<'a>(by_id: &HashMap<Uuid, &'a Figures>, plan: &'a [Planned]) -> Vec<Act<'a>> {
    let found = plan.iter().filter_map(|planned| {
        let decided = planned.decided?;
        let session = by_id.get(&decided.session)?;
        let mut actions = session.actions.iter();
        let decision = actions.find(|a| a.id == decided.action)?;
        Some(Act {
            day: session.day,
            decision,
            planned,
        })
    });
    found.collect()
}

/// The action that was evaluated last in a year.
pub(super) fn evaluated(plan: &[Planned], year: i32) -> Option<&Planned> {
    let on = |planned: &Planned| {
        let word = planned.last()?;
        let told = word.outcome == FollowUpOutcome::Evaluated;
        word.on.filter(|day| told && day.year() == year)
    };
    let all = plan.iter().filter(|planned| on(planned).is_some());
    all.max_by_key(|planned| (on(planned), planned.decided))
}
