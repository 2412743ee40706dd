//! Two files of one session: one of them is a copy, made beside the other or brought back. The one rule on which of them is
//! believed stands here, so that the plan, the figures, the decisions and the next meeting all tell the same session.

use crate::domain::action::FollowUpOutcome;
use crate::domain::order::Order;
use crate::domain::session::Session;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use uuid::Uuid;

/// What a file of a session has for it against another one of the same session: it is sealed, more was said in it of earlier
/// actions, more actions were retained, more was ever written in it. Where all of that is equal, the first by name is believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Claim {
    sealed: bool,
    said: u32,
    retained: u32,
    given: u32,
}

impl Claim {
    /// What this one has for it.
    pub fn of(session: &Session) -> Self {
        let said = session.follow_ups.iter();
        let said = said.filter(|said| said.outcome != FollowUpOutcome::Pending);
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            sealed: session.is_sealed(),
            said: small(said.count()),
            retained: small(session.retained_actions().count()),
            given: session.ids.total(),
        }
    }
}

/// What one file of a session gives to something that is told of many.
pub trait Twin {
    /// Which session.
    fn session(&self) -> Uuid;
    /// What the file has for it against another one of that session.
    fn claim(&self) -> Claim;
}

/// Where those that are believed stand among these, which come by file name: each session once.
pub fn once<'a, T: Twin + 'a>(files: impl Iterator<Item = (usize, &'a T)>) -> Vec<usize> {
    let mut best: HashMap<Uuid, (usize, Claim)> = HashMap::new();
    for (at, file) in files {
        let kept = best.entry(file.session()).or_insert((at, file.claim()));
        if file.claim() > kept.1 {
            *kept = (at, file.claim());
        }
    }
    let mut places: Vec<usize> = best.into_values().map(|(at, _)| at).collect();
    places.order();
    places
}

/// Those that are believed among these, which come by file name: each session once.
pub fn believed<'a, T: Twin>(files: impl Iterator<Item = &'a T>) -> Vec<&'a T> {
    let all: Vec<&T> = files.collect();
    let places = once(all.iter().copied().enumerate());
    places.into_iter().map(|at| all[at]).collect()
}
