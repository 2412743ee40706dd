//! What came back: events of a year that resemble one treated before it. The likeness of wordings is a proposal to be read
//! again, as it is where an event is typed.

use super::count::{share, small};
use super::{Known, Whole};
use crate::domain::code::Code;
use crate::domain::order::Order;
use crate::domain::text::Text;
use crate::domain::yearly::{Figure, Value};
use crate::library::lookalike::{Shelf, Sums, Wording};
use crate::library::side_by_side::SideBySide;
use chrono::{Datelike, NaiveDate};
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

/// The events that were treated, prepared to be found. Where a list is kept, it is by the day of the treatment.
pub(super) struct Past<'a> {
    /// The place among the cases, and the day of the treatment.
    treated: Vec<(usize, NaiveDate)>,
    /// By nature and stage.
    by_kind: HashMap<(&'a Code, &'a Code), Vec<usize>>,
    /// By their terms: nothing is nearer than what says the same.
    by_terms: HashMap<Wording, Vec<usize>>,
    by_wording: Shelf,
    /// Of each case that is found or looked for; of the others nothing.
    wordings: Vec<Wording>,
}

/// The figures on what came back.
pub(super) fn value(whole: &Whole, year: i32, all: &[Return], figure: Figure) -> Value {
    let has_kind = |c: &&Known| kind(c).is_some();
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

impl<'a> Past<'a> {
    /// Those of all years, for what comes back in one of these.
    pub fn new(how: &impl SideBySide, cases: &'a [Known<'a>], years: [i32; 2]) -> Self {
        let (first, last) = cases.split_at(cases.len() / 2);
        let (mut wordings, rest) =
            how.both(|| wordings_of(first, years), || wordings_of(last, years));
        wordings.extend(rest);
        let numbered = cases.iter().enumerate();
        let mut treated: Vec<_> = numbered
            .filter_map(|(n, c)| Some((n, c.treated?)))
            .collect();
        treated.order_by_key(|(_, day)| *day);
        let (mut by_kind, mut by_terms) = (HashMap::new(), HashMap::new());
        for (n, (at, _)) in treated.iter().enumerate() {
            if let Some(kind) = kind(&cases[*at]) {
                by_kind.entry(kind).or_insert_with(Vec::new).push(n);
            }
            let wording = wordings[*at].clone();
            by_terms.entry(wording).or_insert_with(Vec::new).push(n);
        }
        let treated_wordings = treated.iter().map(|(at, _)| &wordings[*at]);
        Self {
            by_wording: Shelf::new(treated_wordings),
            treated,
            by_kind,
            by_terms,
            wordings,
        }
    }

    /// The event at this place, with what was treated before it and resembles it, if anything was.
    fn before(&self, whole: &Whole, at: usize, sums: &mut Sums) -> Option<Return> {
        let case = &whole.cases.all[at];
        let day = case.day()?;
        let other = |n: usize| {
            let (at, treated) = self.treated[n];
            treated < day && whole.cases.all[at].event != case.event
        };
        let last = |list: Option<&Vec<usize>>| list?.iter().rev().copied().find(|n| other(*n));
        let kind = last(kind(case).and_then(|kind| self.by_kind.get(&kind)));
        let wording = &self.wordings[at];
        let nearest = || {
            let other = |n: u32| other(n as usize);
            let found = self.by_wording.nearest(wording, sums, other, |n| n)?;
            Some(found as usize)
        };
        let same = self.by_terms.get(wording).filter(|_| !wording.is_empty());
        let wording = last(same).or_else(nearest);
        let acted = |n: usize| {
            let event = &whole.cases.all[self.treated[n].0].event;
            whole.acts.first_done(event).is_some_and(|done| done < day)
        };
        let found = [kind, wording].into_iter().flatten();
        let despite_action = found.clone().any(acted);
        found.clone().next()?;
        Some(Return {
            what: case.heading.clone().into_owned(),
            day,
            kind: kind.map(|n| self.earlier(whole, n)),
            wording: wording.map(|n| self.earlier(whole, n)),
            despite_action,
        })
    }

    fn earlier(&self, whole: &Whole, n: usize) -> Earlier {
        let (at, treated) = self.treated[n];
        Earlier {
            what: whole.cases.all[at].heading.clone().into_owned(),
            treated,
        }
    }
}

fn wordings_of(cases: &[Known], years: [i32; 2]) -> Vec<Wording> {
    let wording = |case: &Known| {
        let asked = case.day().is_some_and(|day| years.contains(&day.year()));
        if asked || case.treated.is_some() {
            Wording::new(case.heading.as_str(), case.lang)
        } else {
            Wording::default()
        }
    };
    cases.iter().map(wording).collect()
}

/// What kind of event it is, where that is told in full.
fn kind<'a>(case: &Known<'a>) -> Option<(&'a Code, &'a Code)> {
    let told = !case.nature.is_empty() && !case.stage.is_empty();
    told.then_some((case.nature, case.stage))
}
