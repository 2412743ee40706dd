//! No orphan: what a meeting decides hangs on something (a cause, an owner, a day, a measure), and what it found is acted on,
//! or the group says why not (domain reference §5.1, 5.3).

use super::action::{Action, Strength};
use super::analysis::{Factor, Retained};
use super::completeness::answers;
use super::ids::{ActionId, FactorId};
use super::progress::{Known, acts_later, factors};
use super::session::Session;

/// What hangs on nothing, without a word of the group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Orphans {
    /// Retained actions that lack something, and no reason was given.
    pub actions: Vec<ActionId>,
    /// Retained factors that no retained action answers, and no reason was given.
    pub factors: Vec<FactorId>,
}

impl Orphans {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.actions.is_empty() && self.factors.is_empty()
    }
}

/// The orphans of a session.
pub fn orphans(session: &Session) -> Orphans {
    let bare = |a: &&Action| a.missing_reason.is_blank() && !a.gaps().is_empty();
    let actions: Vec<ActionId> = session
        .retained_actions()
        .filter(bare)
        .map(|a| a.id)
        .collect();
    if actions.is_empty() && acts_later(session) {
        return Orphans::default();
    }
    let factors = unanswered(session).map(|f| f.id).collect();
    Orphans { actions, factors }
}

/// The retained factors on which nothing is done, and nobody said why.
pub fn unanswered(session: &Session) -> impl Iterator<Item = &Factor> {
    factors(session).filter(|f| {
        f.retained == Retained::Yes && f.no_action_reason.is_blank() && !answers(session, f.id)
    })
}

/// Whether actions were retained, and weak ones alone.
pub fn is_weak(session: &Session, known: &Known) -> bool {
    let mut retained = session.retained_actions().peekable();
    retained.peek().is_some() && retained.all(|a| (known.strength)(a) == Some(Strength::Weak))
}
