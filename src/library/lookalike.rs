//! Look-alikes: past events and factors of the same workspace that resemble what is being typed, each with its day and what
//! is not finished of its actions. Words are compared without accents, case and endings; words that mean the same in the
//! trade count as one, and the rarer a word, the more it says. Pure: digests of sessions in, an index out.

mod terms;

use super::carry::origin_of;
use super::stand::Stand;
use crate::domain::action::{FollowUp, FollowUpFile, FollowUpOutcome};
use crate::domain::code::Lang;
use crate::domain::ids::{ActionId, FactorId, IncidentId};
use crate::domain::session::Session;
use crate::domain::text::Text;
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};
use terms::{Term, terms};
use uuid::Uuid;

/// Most look-alikes that are offered.
pub const MOST: usize = 3;
/// Least likeness that is offered, of 1.
const LEAST: f32 = 0.24;
/// What a word that all events share still says, of 1.
const COMMON: f32 = 0.25;
/// Events that are taken to be known before the first one, so that in a young workspace no chance word is rare.
const KNOWN: f32 = 30.0;

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
    terms: Vec<Term>,
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

/// A look-alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The session.
    pub session: Uuid,
    /// Its day.
    pub date: NaiveDate,
    /// Its number.
    pub number: u32,
    /// The past wording.
    pub what: Text,
    /// How many of its actions are not finished.
    pub unfinished: usize,
}

/// Past wordings, prepared to be found.
#[derive(Debug, Default)]
pub struct Index {
    items: Vec<Entry>,
    /// The items that hold a term.
    by_term: HashMap<Term, Vec<u32>>,
}

/// An item of the index.
#[derive(Debug)]
struct Entry {
    kind: Kind,
    origin: Text,
    found: Found,
    /// The square root of the summed squares of the weights of its terms.
    norm: f32,
}

impl Digest {
    /// What a session holds; a simulation holds nothing.
    pub fn of(session: &Session) -> Self {
        let mut items = Vec::new();
        let real = !session.kind.is_simulation();
        let mut add = |kind, what: &Text, of, origin| {
            if real && !what.is_blank() {
                items.push(Item {
                    kind,
                    what: what.clone(),
                    of,
                    origin,
                    terms: distinct(what.as_str(), session.lang),
                });
            }
        };
        for incident in session.incidents.iter() {
            let what = Text::new(incident.report.heading());
            let origin = origin_of(session, incident);
            add(Kind::Incident, &what, Of::Incident(incident.id), origin);
        }
        for factor in session.analyses.iter().flat_map(|a| a.factors.iter()) {
            let of = Of::Factor(factor.id);
            add(Kind::Factor, &factor.what, of, Text::default());
        }
        let day = session.sittings.last().map_or(session.date, |s| s.date);
        Self {
            session: session.id,
            date: session.date,
            number: session.number,
            items,
            actions: acted(session),
            said: session
                .follow_ups
                .iter()
                .filter_map(|f| said(f, day))
                .collect(),
        }
    }

    /// How many of the actions of one wording are not finished, after all that was said of them in order.
    fn unfinished(&self, told: &BTreeMap<(&str, ActionId), Vec<FollowUpOutcome>>, of: Of) -> usize {
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
        self.actions.iter().filter(mine).filter(open).count()
    }
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

/// The terms of a text, each once.
fn distinct(text: &str, lang: Lang) -> Vec<Term> {
    let mut all = terms(text, lang);
    all.sort_unstable();
    all.dedup();
    all
}

impl Index {
    /// Prepares the past: digests of sessions, and what was said of actions between them.
    pub fn new(digests: &[Digest], files: &[FollowUpFile]) -> Self {
        let between: Vec<Said> = files
            .iter()
            .filter_map(|f| said(&f.follow_up, NaiveDate::MIN))
            .collect();
        let mut told: Vec<&Said> = digests
            .iter()
            .flat_map(|d| &d.said)
            .chain(&between)
            .collect();
        told.sort_by_key(|said| said.on);
        let mut heard: BTreeMap<_, Vec<FollowUpOutcome>> = BTreeMap::new();
        for said in told {
            let action = (said.session.as_str(), said.action);
            heard.entry(action).or_default().push(said.outcome);
        }
        let mut index = Self::default();
        let mut held: Vec<&[Term]> = Vec::new();
        for digest in digests {
            for item in &digest.items {
                let n = u32::try_from(index.items.len()).unwrap_or(u32::MAX);
                for term in &item.terms {
                    index.by_term.entry(*term).or_default().push(n);
                }
                held.push(&item.terms);
                index.items.push(Entry {
                    kind: item.kind,
                    origin: item.origin.clone(),
                    found: Found {
                        session: digest.session,
                        date: digest.date,
                        number: digest.number,
                        what: item.what.clone(),
                        unfinished: digest.unfinished(&heard, item.of),
                    },
                    norm: 0.0,
                });
            }
        }
        for (n, terms) in held.iter().enumerate() {
            let norm = index.norm(terms);
            index.items[n].norm = norm;
        }
        index
    }

    /// Whether there is no past.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The past wordings of this kind that resemble `text`, the most alike first, the newest of those equally alike; what
    /// was heard in `session`, or is the event `origin` itself, is left out.
    pub fn alike(
        &self,
        kind: Kind,
        text: &str,
        lang: Lang,
        session: Uuid,
        origin: &Text,
    ) -> Vec<Found> {
        let asked = distinct(text, lang);
        let norm = self.norm(&asked);
        let mut shared: HashMap<u32, f32> = HashMap::new();
        for term in &asked {
            let weight = self.weight(*term);
            for item in self.by_term.get(term).into_iter().flatten() {
                *shared.entry(*item).or_default() += weight * weight;
            }
        }
        let mut found: Vec<(f32, &Found)> = shared
            .into_iter()
            .filter_map(|(n, sum)| {
                let entry = self.items.get(n as usize)?;
                let other = entry.found.session != session
                    && (origin.is_blank() || entry.origin != *origin);
                let likeness = sum / (norm * entry.norm).max(f32::EPSILON);
                (entry.kind == kind && other && likeness >= LEAST)
                    .then_some((likeness, &entry.found))
            })
            .collect();
        found.sort_by(|(a, x), (b, y)| {
            b.total_cmp(a)
                .then(y.date.cmp(&x.date))
                .then(y.unfinished.cmp(&x.unfinished))
                .then(x.what.as_str().cmp(y.what.as_str()))
        });
        let mut out: Vec<Found> = Vec::new();
        for (_, one) in found {
            // The same event heard at several meetings is told once, as it was heard last.
            if out.len() < MOST && out.iter().all(|o| o.what != one.what) {
                out.push(one.clone());
            }
        }
        out
    }

    /// What a term says: the rarer among all wordings, the more.
    fn weight(&self, term: Term) -> f32 {
        let held = self.by_term.get(&term).map_or(0, Vec::len);
        #[allow(
            clippy::cast_precision_loss,
            reason = "counts of wordings are far below what a float holds exactly"
        )]
        let (held, all) = (held as f32, self.items.len() as f32);
        let rare = ((all + KNOWN) / (held + 1.0)).ln().max(0.1);
        if term.common { rare * COMMON } else { rare }
    }

    fn norm(&self, terms: &[Term]) -> f32 {
        let squares = terms.iter().map(|t| self.weight(*t).powi(2));
        squares.sum::<f32>().sqrt()
    }
}
