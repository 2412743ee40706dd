//! The index: past wordings and reports that wait, prepared to be found.

use super::terms::Term;
use super::{Digest, Kind, Said, Wording, distinct, said};
use crate::domain::action::FollowUpFile;
use crate::domain::code::Lang;
use crate::domain::ids::ActionId;
use crate::domain::incident::IncidentFile;
use crate::domain::order::Order;
use crate::domain::text::Text;
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// Most look-alikes that are offered.
pub const MOST: usize = 3;
/// Least likeness that is offered, of 1.
const LEAST: f32 = 0.24;
/// Least likeness that is counted, of 1: what is only offered may be passed over, a figure stands.
const NEAR: f32 = 0.45;
/// What a word that all events share still says, of 1.
const COMMON: f32 = 0.25;
/// Events that are taken to be known before the first one, so that in a young workspace no chance word is rare.
const KNOWN: f32 = 30.0;

/// A look-alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its wording.
    pub what: Text,
    /// Where it stands.
    pub place: Place,
}

/// Where a look-alike stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Heard in a session.
    Session {
        /// The session.
        id: Uuid,
        /// Its day.
        date: NaiveDate,
        /// Its number.
        number: u32,
        /// How many of its actions are not finished.
        unfinished: usize,
    },
    /// A report that waits in the workspace.
    Waiting {
        /// The id of its file.
        file: Uuid,
        /// When it was reported, if that is told.
        reported: Option<NaiveDate>,
    },
}

impl Place {
    /// The session in which it was heard, if it was.
    fn session(self) -> Option<Uuid> {
        match self {
            Self::Session { id, .. } => Some(id),
            Self::Waiting { .. } => None,
        }
    }

    /// Which of two equally alike comes first: the newest, then the one with more to do.
    fn rank(self) -> (Option<NaiveDate>, usize) {
        match self {
            Self::Session {
                date, unfinished, ..
            } => (Some(date), unfinished),
            Self::Waiting { reported, .. } => (reported, 0),
        }
    }
}

/// Past wordings and reports that wait, prepared to be found.
#[derive(Debug, Default)]
pub struct Index {
    past: Shelf,
    waiting: Shelf,
}

/// Wordings, and which of them hold a term: each once, in order.
#[derive(Debug, Default)]
struct Shelf {
    entries: Vec<Entry>,
    by_term: HashMap<Term, Vec<u32>>,
    /// The least norm of those that hold any term.
    shortest: f32,
}

/// What each wording shares with the one that is asked: all zero between two questions, room for which is made once.
#[derive(Debug, Default)]
pub struct Sums(Vec<f32>);

/// A wording of the index.
#[derive(Debug)]
struct Entry {
    kind: Kind,
    /// Its actions that are not finished.
    open: Vec<ActionId>,
    origin: Text,
    found: Found,
    /// The square root of the summed squares of the weights of its terms.
    norm: f32,
}

impl Shelf {
    fn put(&mut self, entry: Entry, terms: &[Term]) {
        let n = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        for term in terms {
            self.by_term.entry(*term).or_default().push(n);
        }
        self.entries.push(entry);
    }

    /// Once all are there, with their norms.
    fn measure(&mut self) {
        let norms = self.entries.iter().map(|entry| entry.norm);
        let some = norms.filter(|norm| *norm > 0.0);
        self.shortest = some.fold(f32::INFINITY, f32::min);
    }
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
        told.order_by_key(|said| said.on);
        let mut heard: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for said in told {
            let action = (said.session.as_str(), said.action);
            heard.entry(action).or_default().push(said.outcome);
        }
        let mut index = Self::default();
        for digest in digests {
            for item in &digest.items {
                let open = digest.unfinished(&heard, item.of);
                let place = Place::Session {
                    id: digest.session,
                    date: digest.date,
                    number: digest.number,
                    unfinished: open.len(),
                };
                let entry = Entry {
                    kind: item.kind,
                    open,
                    origin: item.origin.clone(),
                    found: Found {
                        what: item.what.clone(),
                        place,
                    },
                    norm: 0.0,
                };
                index.past.put(entry, &item.terms);
            }
        }
        let all = digests.iter().flat_map(|d| &d.items).enumerate();
        for (n, item) in all {
            index.past.entries[n].norm = index.norm(&item.terms);
        }
        index.past.measure();
        index
    }

    /// Holds these reports, and no others, as those that wait. What a word says is told by the past alone, so that a
    /// report that comes or goes changes nothing for the others.
    pub fn await_reports<'a>(
        &mut self,
        reports: impl Iterator<Item = &'a IncidentFile>,
        lang: Lang,
    ) {
        let mut waiting = Shelf::default();
        let told = |file: &&IncidentFile| {
            let report = &file.report;
            !(report.title.is_blank() && report.facts.is_blank())
        };
        for file in reports.filter(told) {
            let what = file.report.name();
            let terms = distinct(what.as_str(), lang);
            let place = Place::Waiting {
                file: file.id,
                reported: file.report.reported,
            };
            let entry = Entry {
                kind: Kind::Incident,
                open: Vec::new(),
                origin: Text::new(&file.id.to_string()),
                found: Found { what, place },
                norm: self.norm(&terms),
            };
            waiting.put(entry, &terms);
        }
        waiting.measure();
        self.waiting = waiting;
    }

    /// The wordings of this kind that resemble `text`, the most alike first, the newest of those equally alike; what was
    /// heard in `session`, or is the event `origin` itself, is left out, and so is a waiting report whose event another
    /// session has heard already: that one is told by its session.
    pub fn alike(
        &self,
        kind: Kind,
        text: &str,
        lang: Lang,
        session: Uuid,
        origin: &Text,
    ) -> Vec<Found> {
        let told = self.offered(kind, text, lang, session, origin).into_iter();
        told.map(|entry| entry.found.clone()).collect()
    }

    /// The actions that are not finished and came from an event like this one: their session, their id there.
    pub fn unfinished_like(
        &self,
        text: &str,
        lang: Lang,
        session: Uuid,
        origin: &Text,
    ) -> Vec<(Uuid, ActionId)> {
        let alike = self.offered(Kind::Incident, text, lang, session, origin);
        let of = |entry: &&Entry| {
            entry
                .found
                .place
                .session()
                .map(|id| (id, entry.open.clone()))
        };
        let each = alike.iter().filter_map(of);
        each.flat_map(|(id, open)| open.into_iter().map(move |action| (id, action)))
            .collect()
    }

    fn offered(
        &self,
        kind: Kind,
        text: &str,
        lang: Lang,
        session: Uuid,
        origin: &Text,
    ) -> Vec<&Entry> {
        let asked = distinct(text, lang);
        let mut sums = Sums::default();
        let mut found = self.resembling(&self.past, kind, &asked, LEAST, &mut sums);
        found.extend(self.resembling(&self.waiting, kind, &asked, LEAST, &mut sums));
        found.retain(|(_, entry)| {
            let itself = !origin.is_blank() && entry.origin == *origin;
            !itself
                && match entry.found.place.session() {
                    Some(id) => id != session,
                    None => !self.heard(&entry.origin, session),
                }
        });
        found.order_by(|(a, x), (b, y)| {
            let (x, y) = (&x.found, &y.found);
            b.total_cmp(a)
                .then(y.place.rank().cmp(&x.place.rank()))
                .then(x.what.as_str().cmp(y.what.as_str()))
        });
        let mut out: Vec<&Entry> = Vec::new();
        for (_, entry) in found {
            let one = &entry.found;
            // The same event heard at several meetings is told once, as it was heard last.
            let again = |o: &&Entry| o.found.what == one.what && o.found.place.session().is_some();
            let known = one.place.session().is_some() && out.iter().any(again);
            if out.len() < MOST && !known {
                out.push(entry);
            }
        }
        out
    }

    /// The number of the session whose event is so near to this wording that it can be counted as the same thing come back:
    /// the nearest of those that are `wanted`.
    pub(in crate::library) fn nearest(
        &self,
        Wording(asked): &Wording,
        sums: &mut Sums,
        wanted: impl Fn(u32) -> bool,
    ) -> Option<u32> {
        let found = self.resembling(&self.past, Kind::Incident, asked, NEAR, sums);
        let mut best: Option<(f32, &Entry, u32)> = None;
        for (likeness, entry) in found {
            let Place::Session { number, .. } = entry.found.place else {
                continue;
            };
            let nearer = best.is_none_or(|(most, nearest, _)| {
                let ranks = || (entry.found.place.rank(), nearest.found.place.rank());
                let or_newer = || ranks().0.cmp(&ranks().1);
                likeness.total_cmp(&most).then_with(or_newer).is_gt()
            });
            if nearer && wanted(number) {
                best = Some((likeness, entry, number));
            }
        }
        best.map(|(_, _, number)| number)
    }

    /// The entries of a shelf that share enough with what is asked, and how alike they are: at least `least`.
    fn resembling<'a>(
        &self,
        shelf: &'a Shelf,
        kind: Kind,
        asked: &[Term],
        least: f32,
        Sums(shared): &mut Sums,
    ) -> Vec<(f32, &'a Entry)> {
        let mut weights: Vec<(f32, Term)> = asked
            .iter()
            .map(|term| (self.weight(*term).powi(2), *term))
            .collect();
        let mut left: f32 = weights.iter().map(|(square, _)| square).sum();
        let norm = left.sqrt();
        weights.order_by(|(a, x), (b, y)| b.total_cmp(a).then(x.cmp(y)));
        shared.resize(shelf.entries.len().max(shared.len()), 0.0);
        let mut some: Vec<u32> = Vec::new();
        // An entry says at least what it shares, and what the shortest one says. One that shares only what is left, the common
        // words, is not alike enough, however short it is: so only the rarer words bring entries in.
        let shortest = shelf.shortest.max(norm * least);
        let enough = norm * least * shortest * 0.999;
        for (square, term) in weights {
            let brings = left >= enough;
            left -= square;
            let Some(held) = shelf.by_term.get(&term) else {
                continue;
            };
            // Half of all hold a common word: the few that are in are looked up there.
            if !brings && some.len() * held.len().ilog2() as usize <= held.len() {
                for n in some.iter().filter(|n| held.binary_search(n).is_ok()) {
                    shared[*n as usize] += square;
                }
                continue;
            }
            for n in held {
                let sum = &mut shared[*n as usize];
                if *sum > 0.0 {
                    *sum += square;
                } else if brings {
                    *sum = square;
                    some.push(*n);
                }
            }
        }
        let alike = some.into_iter().filter_map(|n| {
            let sum = std::mem::take(&mut shared[n as usize]);
            let entry = shelf.entries.get(n as usize)?;
            let likeness = sum / (norm * entry.norm).max(f32::EPSILON);
            (entry.kind == kind && likeness >= least).then_some((likeness, entry))
        });
        alike.collect()
    }

    /// Whether another session than this one has heard the event.
    fn heard(&self, origin: &Text, session: Uuid) -> bool {
        let mut past = self.past.entries.iter();
        past.any(|e| e.origin == *origin && e.found.place.session() != Some(session))
    }

    /// What a term says: the rarer among all past wordings, the more.
    fn weight(&self, term: Term) -> f32 {
        let held = self.past.by_term.get(&term).map_or(0, Vec::len);
        #[allow(
            clippy::cast_precision_loss,
            reason = "counts of wordings are far below what a float holds exactly"
        )]
        let (held, all) = (held as f32, self.past.entries.len() as f32);
        let rare = ((all + KNOWN) / (held + 1.0)).ln().max(0.1);
        if term.common { rare * COMMON } else { rare }
    }

    fn norm(&self, terms: &[Term]) -> f32 {
        let squares = terms.iter().map(|t| self.weight(*t).powi(2));
        squares.sum::<f32>().sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Wording;
    use super::*;
    use proptest::prelude::*;

    /// Texts of few words, of which some stand in nearly all of them.
    fn texts(n: std::ops::Range<usize>) -> impl Strategy<Value = Vec<String>> {
        let word = prop_oneof![3 => "mot[a-c]{1}", 1 => "rare[a-z]{2}"];
        let text = prop::collection::vec(word, 1..6).prop_map(|words| words.join(" "));
        prop::collection::vec(text, n)
    }

    proptest! {
        /// However it is looked for, what is found is the nearest of all, and nothing only where none is near.
        #[test]
        fn the_nearest_wording_is_found(past in texts(1..150), asked in texts(1..8)) {
            let wording = |text: &String| Wording::new(text, Lang::Fr);
            let digest = |(n, text): (usize, &String)| {
                let n = u32::try_from(n).unwrap_or(0);
                Digest::of_event(n, NaiveDate::MIN, &Text::new(text), &wording(text))
            };
            let digests: Vec<Digest> = past.iter().enumerate().map(digest).collect();
            let index = Index::new(&digests, &[]);
            let mut sums = Sums::default();
            for text in &asked {
                let Wording(terms) = wording(text);
                let likeness = |old: &String| {
                    let Wording(of) = wording(old);
                    let both: Vec<Term> = terms.iter().copied().filter(|t| of.contains(t)).collect();
                    index.norm(&both).powi(2) / (index.norm(&terms) * index.norm(&of))
                };
                let most = past.iter().map(likeness).fold(0.0, f32::max);
                match index.nearest(&wording(text), &mut sums, |_| true) {
                    Some(n) => prop_assert!(likeness(&past[n as usize]) > most - 1e-4),
                    None => prop_assert!(most < NEAR + 1e-4),
                }
                prop_assert!(sums.0.iter().all(|sum| *sum == 0.0));
            }
        }
    }
}
