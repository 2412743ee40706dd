//! The actions of all sessions, each with the day on which it was done.

use super::{Decision, Figures, Sources};
use crate::domain::action::{FollowUpOutcome, Standing, Status};
use crate::domain::ids::ActionId;
use crate::domain::text::Text;
use crate::library::follow::told;
use crate::library::plan::Planned;
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, HashMap};
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
    /// When it was done, if it is.
    pub done: Option<NaiveDate>,
}

impl Act<'_> {
    /// Whether the team itself follows it: it was not handed to another body.
    pub fn is_followed(&self) -> bool {
        self.planned.standing != Standing::HandedOver
    }

    /// Whether it is done, evaluated or not.
    pub fn is_done(&self) -> bool {
        self.planned.standing == Standing::Done
            || self.planned.standing == Standing::Closed
            || self.is_evaluated()
    }

    /// Whether it was evaluated, whatever came out.
    pub fn is_evaluated(&self) -> bool {
        matches!(
            self.planned.standing,
            Standing::Effective | Standing::Partly | Standing::NotEffective | Standing::CannotTell
        )
    }
}

/// A word on an action: its place in the order in which all was said, and what it was.
type Word = ((NaiveDate, bool, u32, Uuid), FollowUpOutcome);

/// The actions of the plan that a session decided.
pub(super) fn acts<'a>(
    sessions: &[&'a Figures],
    by_id: &BTreeMap<Uuid, &'a Figures>,
    sources: &Sources<'a>,
) -> Vec<Act<'a>> {
    let words = words(sessions, sources);
    let found = sources.plan.iter().filter_map(|planned| {
        let decided = planned.decided?;
        let session = by_id.get(&decided.session)?;
        let mut actions = session.actions.iter();
        let decision = actions.find(|a| a.id == decided.action)?;
        let key = (Text::new(&decided.session.to_string()), decided.action);
        let said = words.get(&key).map_or(&[][..], Vec::as_slice);
        let mut act = Act {
            day: session.day,
            decision,
            planned,
            done: None,
        };
        act.done = done_on(session.day, decision.status, said).filter(|_| act.is_done());
        Some(act)
    });
    found.collect()
}

/// All that was said of each action, in order.
fn words(sessions: &[&Figures], sources: &Sources) -> HashMap<(Text, ActionId), Vec<Word>> {
    let mut words: HashMap<(Text, ActionId), Vec<Word>> = HashMap::new();
    for session in sessions {
        for said in &session.said {
            if let Some(action) = said.action {
                let place = (said.on, false, session.number, session.id);
                let of_it = words.entry((said.session.clone(), action)).or_default();
                of_it.push((place, said.outcome));
            }
        }
    }
    for (on, said) in told(std::iter::empty(), sources.follow_ups) {
        if let Some(action) = said.action {
            let of_it = words.entry((said.session.clone(), action)).or_default();
            of_it.push(((on.on, true, 0, Uuid::nil()), said.outcome));
        }
    }
    for said in words.values_mut() {
        said.sort_by_key(|(place, _)| *place);
    }
    words
}

/// The day from which an action has been done: taken up again, it is no longer.
fn done_on(decided: NaiveDate, status: Status, said: &[Word]) -> Option<NaiveDate> {
    let at_once = matches!(status, Status::Done | Status::Effective | Status::Closed);
    let mut done = at_once.then_some(decided);
    for ((on, ..), outcome) in said {
        done = match outcome {
            FollowUpOutcome::Done | FollowUpOutcome::Evaluated => done.or(Some(*on)),
            FollowUpOutcome::Ongoing | FollowUpOutcome::Postponed => None,
            FollowUpOutcome::Pending | FollowUpOutcome::Dropped | FollowUpOutcome::Escalated => {
                done
            }
        };
    }
    done
}

/// The action that was evaluated last in a year.
pub(super) fn evaluated(plan: &[Planned], year: i32) -> Option<&Planned> {
    let on = |planned: &Planned| {
        let word = planned.last()?;
        let told = word.outcome == FollowUpOutcome::Evaluated && word.on.year() == year;
        told.then_some(word.on)
    };
    let all = plan.iter().filter(|planned| on(planned).is_some());
    all.max_by_key(|planned| (on(planned), planned.decided))
}
