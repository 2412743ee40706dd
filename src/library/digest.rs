//! What one session gives to everything that is told of many together, so that thousands can be held at once: much less than
//! the session. Each part is made by the module that reads it.

use super::log::{self, Entry};
use super::plan::Sheet;
use super::twins::{Claim, Twin};
use super::year::Figures;
use crate::domain::session::Session;
use crate::domain::text::Text;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a session gives. It is written with every field, so that it may be kept in any format.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digest {
    /// Its id.
    pub session: Uuid,
    /// Its day.
    pub date: NaiveDate,
    /// Its number; 0 when it has none.
    pub number: u32,
    /// Its title.
    pub title: Text,
    /// Whether it is a simulation: then it counts nowhere.
    pub simulation: bool,
    /// What it adds to the action plan.
    pub sheet: Sheet,
    /// What it decided.
    pub log: Vec<Entry>,
    /// What it gives to the figures of a year.
    pub figures: Figures,
}

impl Digest {
    /// What this session gives.
    pub fn of(session: &Session) -> Self {
        Self::with(session, Sheet::of(session), log::entries(session))
    }

    /// The same, with no more than the figures of a year ask for: not what it decided, nor all of its actions.
    pub fn counted(session: &Session) -> Self {
        Self::with(session, Sheet::counted(session), Vec::new())
    }

    fn with(session: &Session, sheet: Sheet, log: Vec<Entry>) -> Self {
        Self {
            session: session.id,
            date: session.date,
            number: session.number,
            title: session.title.clone(),
            simulation: session.kind.is_simulation(),
            sheet,
            log,
            figures: Figures::of(session),
        }
    }
}

impl Twin for Digest {
    fn session(&self) -> Uuid {
        self.session
    }

    fn claim(&self) -> Claim {
        self.figures.claim
    }
}
