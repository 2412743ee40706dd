//! Look-alikes: past events and factors of the same workspace that resemble what is being typed, each with its day and what
//! is not finished of its actions. Words are compared without accents, case and endings; words that mean the same in the
//! trade count as one, and the rarer a word, the more it says. A report that waits in the workspace is found as well. Pure:
//! digests of sessions and reports in, an index out.

mod index;
mod shelf;
mod terms;

pub use index::{Found, Index, MOST, Place};
pub(super) use shelf::Shelf;
pub use shelf::Sums;

use super::carry::origin_of;
use super::stand::Stand;
use crate::domain::action::{FollowUp, FollowUpOutcome};
use crate::domain::code::Lang;
use crate::domain::ids::{ActionId, FactorId, IncidentId};
use crate::domain::order::Order;
use crate::domain::session::Session;
use crate::domain::text::Text;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use terms::{Term, terms};
use uuid::Uuid;

/// What can look alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An event.
    Incident,
    /// A contributing factor.
    Factor,
}

/// What a session holds that a later wording can resemble.
#[derive(Clone, Debug)]
pub struct Digest {
    session: Uuid,
    date: NaiveDate,
    number: u32,
    items: Vec<Item>,
    /// Its retained actions.
    actions: Vec<Acted>,
    /// What was said in it of earlier actions.
    said: Vec<Said>,
}

/// A wording of a session.
#[derive(Clone, Debug)]
struct Item {
    kind: Kind,
    what: Text,
    of: Of,
    /// By what an event is known from session to session.
    origin: Text,
    wording: Wording,
}

/// A text as it is compared: its terms, each once, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Wording(Vec<Term>);

impl Wording {
    /// That of a text.
    pub fn new(text: &str, lang: Lang) -> Self {
        let mut all = terms(text, lang);
        all.order();
        all.dedup();
        Self(all)
    }

    /// Whether it says nothing that can be compared.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What a wording is of.
#[derive(Clone, Copy, Debug)]
enum Of {
    Incident(IncidentId),
    Factor(FactorId),
}

/// A retained action: the event it comes from, the factors it answers, where its session left it.
#[derive(Clone, Debug)]
struct Acted {
    id: ActionId,
    incident: Option<IncidentId>,
    factors: Vec<FactorId>,
    stand: Stand,
}

/// What was said of an action: its session, its id there, when, what became of it.
#[derive(Clone, Debug)]
struct Said {
    session: Text,
    action: ActionId,
    on: NaiveDate,
    outcome: FollowUpOutcome,
}

impl Digest {
    /// What a session holds; a simulation holds nothing, and what was said in it of an action was not said.
    pub fn of(session: &Session) -> Self {
        let nothing = Self {
            session: session.id,
            date: session.date,
            number: session.number,
            items: Vec::new(),
            actions: Vec::new(),
            said: Vec::new(),
        };
        if session.kind.is_simulation() {
            return nothing;
        }
        let day = session.sittings.last().map_or(session.date, |s| s.date);
        let told = session.follow_ups.iter();
        Self {
            items: items(session),
            actions: acted(session),
            said: told.filter_map(|f| said(f, day)).collect(),
            ..nothing
        }
    }

    /// The actions of one wording that are not finished, after all that was said of them in order.
    fn unfinished(
        &self,
        told: &BTreeMap<(&str, ActionId), Vec<FollowUpOutcome>>,
        of: Of,
    ) -> Vec<ActionId> {
        let session = self.session.to_string();
        let open = |action: &&Acted| {
            let said = told.get(&(session.as_str(), action.id));
            let said = said.into_iter().flatten();
            let stand = said.fold(action.stand, |stand, outcome| stand.hear(*outcome));
            stand == Stand::Open
        };
        let mine = |action: &&Acted| match of {
            Of::Incident(id) => action.incident == Some(id),
            Of::Factor(id) => action.factors.contains(&id),
        };
        let left = self.actions.iter().filter(mine).filter(open);
        left.map(|action| action.id).collect()
    }
}

/// The wordings of a session.
fn items(session: &Session) -> Vec<Item> {
    let mut items = Vec::new();
    let mut add = |kind, what: &Text, of, origin| {
        if !what.is_blank() {
            items.push(Item {
                kind,
                what: what.clone(),
                of,
                origin,
                wording: Wording::new(what.as_str(), session.lang),
            });
        }
    };
    for incident in session.incidents.iter() {
        let what = incident.report.name();
        let origin = origin_of(session, incident);
        add(Kind::Incident, &what, Of::Incident(incident.id), origin);
    }
    for factor in session.analyses.iter().flat_map(|a| a.factors.iter()) {
        let of = Of::Factor(factor.id);
        add(Kind::Factor, &factor.what, of, Text::default());
    }
    items
}

/// The retained actions of a session. One of no event belongs to the event analysed where there was only one.
fn acted(session: &Session) -> Vec<Acted> {
    let mut analysed = session.analyses.iter().filter_map(|a| a.incident);
    let only = match (analysed.next(), analysed.next(), session.incidents.len()) {
        (Some(one), None, _) => Some(one),
        (None, _, 1) => session.incidents.at(0).map(|i| i.id),
        _ => None,
    };
    let each = session.retained_actions().map(|action| Acted {
        id: action.id,
        incident: action.incident.or(only),
        factors: action.factors.clone(),
        stand: Stand::of(action.status),
    });
    each.collect()
}

/// What was said of an action, if something was.
fn said(follow_up: &FollowUp, day: NaiveDate) -> Option<Said> {
    let outcome = follow_up.outcome;
    Some(Said {
        session: follow_up.session.clone(),
        action: follow_up.action?,
        on: follow_up.said_on.unwrap_or(day),
        outcome,
    })
    .filter(|_| outcome != FollowUpOutcome::Pending)
}
