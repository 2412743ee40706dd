//! What came back: events of a year that resemble one treated before it. The likeness of wordings is a proposal to be read
//! again, as it is where an event is typed.

use super::count::{share, small};
use super::{Known, Whole};
use crate::domain::code::Code;
use crate::domain::order::Order;
use crate::domain::text::Text;
use crate::domain::yearly::{Figure, Value};
use crate::library::lookalike::{Digest, Index, Sums, Wording};
use chrono::NaiveDate;
use std::collections::HashMap;

/// An event that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Return {
    /// What it is called.
    pub what: Text,
    /// The day by which it belongs to its year.
    pub day: NaiveDate,
    /// The event of the same nature and stage that was treated last before it.
    pub kind: Option<Earlier>,
    /// The event treated before it whose wording is most like its own.
    pub wording: Option<Earlier>,
    /// Whether an action on one of these was done by then.
    pub despite_action: bool,
}

/// An event treated earlier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// What it is called.
    pub what: Text,
    /// The day of the meeting that first made or heard an analysis of it.
    pub treated: NaiveDate,
}

/// The events that were treated, prepared to be found.
pub(super) struct Past {
    /// The place among the cases, and the day of the treatment.
    treated: Vec<(usize, NaiveDate)>,
    /// By nature and stage; each list by the day of the treatment.
    by_kind: HashMap<(Code, Code), Vec<usize>>,
    /// Of each case.
    wordings: Vec<Wording>,
    by_wording: Index,
}

/// The figures on what came back.
pub(super) fn value(whole: &Whole, year: i32, all: &[Return], figure: Figure) -> Value {
    let has_kind = |c: &&Known| !c.nature.is_empty() && !c.stage.is_empty();
    let of = match figure {
        Figure::SameKind => whole.reported(year).filter(has_kind).count(),
        Figure::DespiteAction => return share(all.iter(), |r| r.despite_action),
        _ => whole.reported(year).count(),
    };
    let n = all.iter().filter(|r| match figure {
        Figure::SameKind => r.kind.is_some(),
        Figure::SameWording => r.wording.is_some(),
        _ => true,
    });
    Value::Share {
        n: small(n.count()),
        of: small(of),
    }
}

/// The events of a year that came back, by day.
pub(super) fn returns(past: &Past, whole: &Whole, year: i32) -> Vec<Return> {
    let mut sums = Sums::default();
    let mut found: Vec<Return> = whole
        .reported_at(year)
        .filter_map(|at| past.before(whole, at, &mut sums))
        .collect();
    found.order_by(|a, b| a.day.cmp(&b.day).then_with(|| a.what.cmp(&b.what)));
    found
}

impl Past {
    /// Those of all years.
    pub fn new(whole: &Whole) -> Self {
        let cases = whole.cases.iter().enumerate();
        let treated: Vec<_> = cases.filter_map(|(n, c)| Some((n, c.treated?))).collect();
        let mut by_kind: HashMap<_, Vec<usize>> = HashMap::new();
        let wording = |c: &Known| Wording::new(c.heading.as_str(), c.lang);
        let wordings: Vec<Wording> = whole.cases.iter().map(wording).collect();
        let mut digests = Vec::new();
        for (n, (at, day)) in treated.iter().enumerate() {
            let case = &whole.cases[*at];
            if let Some(kind) = kind(case) {
                by_kind.entry(kind).or_default().push(n);
            }
            let what = &case.heading;
            digests.push(Digest::of_event(small(n), *day, what, &wordings[*at]));
        }
        for list in by_kind.values_mut() {
            list.order_by_key(|n| (treated[*n].1, *n));
        }
        Self {
            by_wording: Index::new(&digests, &[]),
            wordings,
            treated,
            by_kind,
        }
    }

    /// The event at this place, with what was treated before it and resembles it, if anything was.
    fn before(&self, whole: &Whole, at: usize, sums: &mut Sums) -> Option<Return> {
        let case = &whole.cases[at];
        let day = case.day()?;
        let other = |n: &usize| {
            let earlier = self.treated.get(*n);
            let another = |at: usize| whole.cases[at].event != case.event;
            earlier.is_some_and(|(at, treated)| *treated < day && another(*at))
        };
        let kind = kind(case).and_then(|kind| self.by_kind.get(&kind));
        let kind = kind.map_or(&[][..], |list| {
            &list[..list.partition_point(|n| self.treated[*n].1 < day)]
        });
        let kind = kind.iter().rev().copied().find(other);
        let wanted = |number: u32| other(&(number as usize));
        let wording = &self.wordings[at];
        let wording = self.by_wording.nearest(wording, sums, wanted);
        let wording = wording.map(|number| number as usize);
        let acted = |n: usize| {
            let done = whole.acted.get(&whole.cases[self.treated[n].0].event);
            done.is_some_and(|done| *done < day)
        };
        let found = [kind, wording].into_iter().flatten();
        let despite_action = found.clone().any(acted);
        found.clone().next()?;
        Some(Return {
            what: case.heading.clone(),
            day,
            kind: kind.map(|n| self.earlier(whole, n)),
            wording: wording.map(|n| self.earlier(whole, n)),
            despite_action,
        })
    }

    fn earlier(&self, whole: &Whole, n: usize) -> Earlier {
        let (at, treated) = self.treated[n];
        Earlier {
            what: whole.cases[at].heading.clone(),
            treated,
        }
    }
}

/// What kind of event it is, where that is told in full.
fn kind(case: &Known) -> Option<(Code, Code)> {
    let told = !case.nature.is_empty() && !case.stage.is_empty();
    told.then(|| (case.nature.clone(), case.stage.clone()))
}
