//! An action as its session decided it.

use super::{Decided, Planned, Resolved, Voted};
use crate::content;
use crate::domain::action::{Action, FollowUp, Standing, Status};
use crate::domain::ballot::{Ballot, BallotState, Method, Subject, Target};
use crate::domain::code::{Code, Lang};
use crate::domain::ids::ActionId;
use crate::domain::session::Session;
use crate::domain::text::{Text, folds_alike};
use crate::library::follow::{Course, Decider, Key};
use crate::library::stand::Stand;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// An action as its session decided it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Begun {
    pub planned: Planned,
    pub course: Course,
    /// Whether it was going on then, or even done.
    pub began: bool,
}

impl Begun {
    /// As its session decided it, with all that is told of it.
    pub(super) fn decided(session: &Session, action: &Action) -> Self {
        let counted = Self::counted(session, action);
        Self {
            planned: Planned {
                resolved: Some(resolved(session, action)),
                event: event(session, action),
                goal: action.goal.clone(),
                owner_was_there: owner_was_there(session, action),
                strength: content::strength_of(action),
                category: action.category.clone(),
                causes: causes(session, action),
                evaluation: action.evaluation.clone(),
                missing_reason: action.missing_reason.clone(),
                passed: session.guarding.passed.clone(),
                ..counted.planned
            },
            ..counted
        }
    }

    /// As its session decided it, with no more than the figures of a year ask for.
    pub(super) fn counted(session: &Session, action: &Action) -> Self {
        let planned = Planned {
            decided: Some(Decided {
                date: session.date,
                number: session.number,
                session: session.id,
                action: action.id,
            }),
            what: action.what.clone(),
            owner: action.owner.clone(),
            first_due: action.due,
            progress: action.progress,
            indicator: action.indicator.clone(),
            baseline: action.baseline.clone(),
            target: action.target.clone(),
            evaluate_on: action.evaluated_on,
            standing: ended(action.status),
            lang: session.lang,
            ..Planned::unsaid()
        };
        Self {
            planned,
            course: Course {
                done: done_at_once(action.status).then_some(first_day(session)),
                ..Course::new(Stand::of(action.status), action.due)
            },
            began: action.progress > 0 || matches!(action.status, Status::Ongoing | Status::Done),
        }
    }

    /// Whether it is this action, and its owner was one of the people of its meeting.
    pub(super) fn had_its_owner(&self, action: ActionId) -> bool {
        let mine = self.planned.decided.is_some_and(|d| d.action == action);
        mine && self.planned.owner_was_there
    }

    pub(super) fn key(&self) -> Key<'_> {
        let decided = self.planned.decided;
        Key {
            decider: decided.map_or(Decider::Named(""), |d| Decider::Session(d.session)),
            action: decided.map(|d| d.action),
            wording: "",
        }
    }
}

impl Planned {
    /// One decided before the program was there, as it was read when something was first said of it.
    pub(super) fn before(said: &FollowUp) -> Self {
        Self {
            what: said.wording.clone(),
            owner: said.owner.clone(),
            first_due: said.due_was,
            ..Self::unsaid()
        }
    }

    /// One of which nothing is known yet.
    fn unsaid() -> Self {
        Self {
            decided: None,
            resolved: None,
            event: Text::default(),
            what: Text::default(),
            goal: Text::default(),
            owner: Text::default(),
            owner_was_there: false,
            first_due: None,
            due: None,
            postponed: 0,
            progress: 0,
            standing: Standing::Open,
            done: None,
            phase: None,
            reason: Text::default(),
            escalated_to: Text::default(),
            strength: None,
            category: Code::default(),
            causes: Vec::new(),
            indicator: Text::default(),
            baseline: Text::default(),
            target: Text::default(),
            evaluation: Text::default(),
            evaluate_on: None,
            missing_reason: Text::default(),
            said: Vec::new(),
            lang: Lang::Fr,
            passed: Vec::new(),
        }
    }
}

/// The event that an action comes from.
fn event(session: &Session, action: &Action) -> Text {
    let incident = action.incident.and_then(|id| session.incidents.get(id));
    incident.map_or_else(Text::default, |i| i.report.name())
}

/// The wording of the factors and barriers that an action answers.
fn causes(session: &Session, action: &Action) -> Vec<Text> {
    let factor = |id| session.analyses.iter().find_map(|a| a.factors.get(id));
    let barrier = |id| session.analyses.iter().find_map(|a| a.barriers.get(id));
    let factors = action.factors.iter().filter_map(|id| factor(*id));
    let barriers = action.barriers.iter().filter_map(|id| barrier(*id));
    let causes = factors.map(|f| &f.what).chain(barriers.map(|b| &b.what));
    causes.filter(|what| !what.is_blank()).cloned().collect()
}

fn owner_was_there(session: &Session, action: &Action) -> bool {
    let owner = action.owner.as_str().trim();
    let mut people = session.attendees.iter();
    !owner.is_empty() && people.any(|person| folds_alike(person.function.as_str().trim(), owner))
}

/// How the group decided on an action.
fn resolved(session: &Session, action: &Action) -> Resolved {
    let decision = &session.retained;
    Resolved {
        reached: decision.reached,
        reason: decision.reason.clone(),
        dissent: decision.dissent.clone(),
        vote: voted(session, action),
    }
}

/// What the last closed vote on an action gave it.
fn voted(session: &Session, action: &Action) -> Option<Voted> {
    let target = Target::Action(action.id);
    let closed = |b: &&Ballot| b.state == BallotState::Closed && b.subject == Subject::Actions;
    let offered = |b: &Ballot| b.live().find(|(_, o)| o.target == target).map(|(i, _)| i);
    let mut ballots = session.ballots.iter().rev().filter(closed);
    let (ballot, index) = ballots.find_map(|b| Some((b, offered(b)?)))?;
    let ranking = ballot.tally().ranking;
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let value = ballot.value(index);
    let before = ranking.iter().filter(|(_, other)| *other > value).count();
    let yes_no = ballot.method == Method::YesNo;
    Some(Voted {
        method: ballot.method,
        total: ballot.total(index),
        against: if yes_no { ballot.answers(index).no } else { 0 },
        place: count(before).saturating_add(1),
        of: count(ranking.len()),
        entitled: ballot.entitled,
    })
}

/// The first day on which a session was held, else the one that it is prepared for.
fn first_day(session: &Session) -> NaiveDate {
    let first = session.sittings.first();
    first.map_or(session.date, |sitting| sitting.date)
}

/// Whether the session that decided an action left it done.
const fn done_at_once(status: Status) -> bool {
    matches!(status, Status::Done | Status::Effective | Status::Closed)
}

/// How the session that decided an action left it, if it left nothing to do.
const fn ended(status: Status) -> Standing {
    match status {
        Status::Effective => Standing::Effective,
        Status::Closed => Standing::Closed,
        Status::Transferred => Standing::HandedOver,
        Status::Dropped => Standing::Dropped,
        _ => Standing::Open,
    }
}
