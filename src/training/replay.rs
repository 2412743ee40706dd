//! The replay of a simulation minute by minute: the session as it was at the end of a minute, and what happened in it. It begins
//! with the session as the scenario makes it, and does again what the trace holds.

use super::begin;
use super::matching::lines;
use crate::content;
use crate::domain::order::Order;
use crate::domain::parts::Parts;
use crate::domain::scenario::Family;
use crate::domain::session::Session;
use crate::domain::simulation::TraceMark;
use crate::library::compare::{Difference, differences};
use crate::words::Words;

/// A line of the meeting that was written or changed, or taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What kind of line.
    pub family: Family,
    /// What it says, or said.
    pub what: String,
    /// Whether it was taken out.
    pub gone: bool,
}

/// A session being played again.
#[derive(Clone, Debug)]
pub struct Replay<'s> {
    played: &'s Session,
    first: Session,
}

impl<'s> Replay<'s> {
    /// The replay of a played session; none of a real one, and none where its scenario is not known.
    pub fn new(played: &'s Session) -> Option<Self> {
        let scenario = content::scenario_of(played)?;
        let first = begin::session(scenario, played.id, played.date);
        Some(Self { played, first })
    }

    /// The minutes in which something changed, in order.
    pub fn minutes(&self) -> Vec<u32> {
        let mut minutes: Vec<u32> = self.played.trace.iter().map(|mark| mark.minute).collect();
        minutes.order();
        minutes.dedup();
        minutes
    }

    /// The session before anything was done.
    pub fn first(&self) -> &Session {
        &self.first
    }

    /// The session as it was at the end of a minute. A mark that does not fit is passed over: the rest is still worth seeing.
    pub fn at(&self, minute: u32) -> Session {
        let mut session = self.first.clone();
        let until = self.played.trace.iter();
        for mark in until.filter(|mark| mark.minute <= minute) {
            again(&mut session, mark);
        }
        session
    }

    /// Every minute in which a line of the meeting was written, changed or taken out, with these lines and the session at its end:
    /// one walk through the trace.
    pub fn walk(&self) -> Vec<(u32, Vec<Change>, Session)> {
        let mut state = self.first.clone();
        let mut out = Vec::new();
        for minute in self.minutes() {
            let before = state.clone();
            let marks = self.played.trace.iter();
            for mark in marks.filter(|mark| mark.minute == minute) {
                again(&mut state, mark);
            }
            let all = Family::ALL.iter();
            let changes: Vec<Change> = all.flat_map(|f| changes(&before, &state, *f)).collect();
            if !changes.is_empty() {
                out.push((minute, changes, state.clone()));
            }
        }
        out
    }

    /// What happened in a minute, in words.
    pub fn told(&self, minute: u32) -> Vec<Difference> {
        let before = match minute.checked_sub(1) {
            Some(before) => self.at(before),
            None => self.first.clone(),
        };
        differences(&before, &self.at(minute), Words(self.played.lang))
    }
}

/// The lines of a family that differ between two states.
fn changes(before: &Session, after: &Session, family: Family) -> Vec<Change> {
    let (old, new) = (
        lines::of_session(before, family),
        lines::of_session(after, family),
    );
    let change = |what: &str, gone| Change {
        family,
        what: what.to_owned(),
        gone,
    };
    let written = new.iter().filter(|line| {
        let same = |other: &&lines::Line| other.id == line.id && other.what == line.what;
        !line.what.trim().is_empty() && old.iter().find(same).is_none()
    });
    let mut out: Vec<Change> = written.map(|line| change(&line.what, false)).collect();
    let gone = old
        .iter()
        .filter(|line| new.iter().all(|other| other.id != line.id));
    out.extend(gone.map(|line| change(&line.what, true)));
    out
}

fn again(session: &mut Session, mark: &TraceMark) {
    let value = mark.value.as_str();
    let value = (!value.is_empty()).then_some(value);
    // What does not fit changes nothing.
    let _ = session.apply(mark.part.as_str(), value);
}
