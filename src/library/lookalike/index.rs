//! The index: past wordings and reports that wait, prepared to be found.

use super::shelf::{Shelf, Sums};
use super::{Digest, Kind, Said, Wording, said};
use crate::domain::action::FollowUpFile;
use crate::domain::code::Lang;
use crate::domain::ids::ActionId;
use crate::domain::incident::IncidentFile;
use crate::domain::order::Order;
use crate::domain::text::Text;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Most look-alikes that are offered.
pub const MOST: usize = 3;
/// Least likeness that is offered, of 1.
const LEAST: f32 = 0.24;

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
    past: Held,
    waiting: Held,
}

/// Wordings, with what they are of.
#[derive(Debug, Default)]
struct Held {
    shelf: Shelf,
    entries: Vec<Entry>,
}

/// What a wording is of.
#[derive(Debug)]
struct Entry {
    kind: Kind,
    /// Its actions that are not finished.
    open: Vec<ActionId>,
    origin: Text,
    found: Found,
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
        let mut entries = Vec::new();
        for digest in digests {
            for item in &digest.items {
                let open = digest.unfinished(&heard, item.of);
                let place = Place::Session {
                    id: digest.session,
                    date: digest.date,
                    number: digest.number,
                    unfinished: open.len(),
                };
                entries.push(Entry {
                    kind: item.kind,
                    open,
                    origin: item.origin.clone(),
                    found: Found {
                        what: item.what.clone(),
                        place,
                    },
                });
            }
        }
        let items = digests.iter().flat_map(|d| &d.items);
        let shelf = Shelf::new(items.map(|item| &item.wording));
        Self {
            past: Held { shelf, entries },
            waiting: Held::default(),
        }
    }

    /// Holds these reports, and no others, as those that wait. What a word says is told by the past alone, so that a
    /// report that comes or goes changes nothing for the others.
    pub fn await_reports<'a>(
        &mut self,
        reports: impl Iterator<Item = &'a IncidentFile>,
        lang: Lang,
    ) {
        let told = |file: &&IncidentFile| {
            let report = &file.report;
            !(report.title.is_blank() && report.facts.is_blank())
        };
        let (mut entries, mut wordings) = (Vec::new(), Vec::new());
        for file in reports.filter(told) {
            let what = file.report.name();
            wordings.push(Wording::new(what.as_str(), lang));
            let place = Place::Waiting {
                file: file.id,
                reported: file.report.reported,
            };
            entries.push(Entry {
                kind: Kind::Incident,
                open: Vec::new(),
                origin: Text::new(&file.id.to_string()),
                found: Found { what, place },
            });
        }
        let shelf = Shelf::weighed_by(&self.past.shelf, wordings.iter());
        self.waiting = Held { shelf, entries };
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
        let asked = Wording::new(text, lang);
        let mut sums = Sums::default();
        let mut found = Vec::new();
        for held in [&self.past, &self.waiting] {
            let shelf = &held.shelf;
            let alike = shelf.resembling(&asked, LEAST, &self.past.shelf, &mut sums);
            let entry = |(likeness, n): (f32, u32)| (likeness, &held.entries[n as usize]);
            let of_kind = |(_, entry): &(f32, &Entry)| entry.kind == kind;
            found.extend(alike.into_iter().map(entry).filter(of_kind));
        }
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

    /// Whether another session than this one has heard the event.
    fn heard(&self, origin: &Text, session: Uuid) -> bool {
        let mut past = self.past.entries.iter();
        past.any(|e| e.origin == *origin && e.found.place.session() != Some(session))
    }
}
