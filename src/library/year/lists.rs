//! What a year lists beside its figures: months, professions, natures, families of factors, meetings.

use super::count::small;
use super::{Figures, Whole};
use crate::content;
use crate::domain::code::{Code, Lang};
use crate::domain::order::Order;
use crate::domain::text::Text;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    /// Its number, January 1.
    pub month: u32,
    /// Meetings held; a month without one says so.
    pub held: u32,
    /// Events before the group in them.
    pub heard: u32,
    /// Whether it has not begun yet.
    pub ahead: bool,
}

/// The people of one profession in the meetings of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profession {
    /// The profession (content list); empty where none was given.
    pub id: Code,
    /// The function, where there is no profession.
    pub function: Text,
    /// In how many meetings it was there.
    pub meetings: u32,
    /// Seats taken.
    pub came: u32,
    /// Seats expected.
    pub expected: u32,
}

/// A part of a whole: a nature, a stage, a dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its id (content); empty for what was not said.
    pub id: Code,
    /// What a team's own is called; empty for what is shipped.
    pub name: Text,
    /// How many.
    pub n: u32,
}

/// The factors of a year in one grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Family {
    /// The grid.
    pub grid: Code,
    /// What a team's own grid is called; empty for one that is shipped.
    pub name: Text,
    /// How many analyses used it.
    pub analyses: u32,
    /// How many factors they have, those without a code of this grid included.
    pub of: u32,
    /// Dimension by dimension, the most frequent first; those without factors are left out.
    pub parts: Vec<Part>,
}

/// A meeting that was held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Its id.
    pub session: Uuid,
    /// Its number; 0 when it has none.
    pub number: u32,
    /// Its first day.
    pub day: NaiveDate,
    /// How long it took, in minutes, if that is known.
    pub minutes: Option<u32>,
    /// The professions that were there, with their function where they have no profession.
    pub professions: Vec<(Code, Text)>,
    /// How many came; none when nobody was marked.
    pub came: Option<u32>,
    /// Events before the group.
    pub heard: u32,
    /// Analyses made or presented.
    pub analysed: u32,
    /// Actions decided.
    pub decided: u32,
}

pub(super) fn months(whole: &Whole, year: i32) -> Vec<Month> {
    let month = |month| {
        let first = NaiveDate::from_ymd_opt(year, month, 1);
        let of_month = |f: &&Figures| f.day.month() == month;
        let heard = whole.held(year).filter(of_month).map(|f| f.cases.len());
        Month {
            month,
            held: small(whole.held(year).filter(of_month).count()),
            heard: small(heard.sum()),
            ahead: first.is_none_or(|first| first > whole.today),
        }
    };
    (1..=12).map(month).collect()
}

pub(super) fn professions(whole: &Whole, year: i32) -> Vec<Profession> {
    let mut all: BTreeMap<(Code, Text), Profession> = BTreeMap::new();
    let counted = whole.held(year).filter(|f| f.counted);
    for seats in counted.flat_map(|f| &f.seats) {
        let key = (seats.profession.clone(), seats.function.clone());
        let one = all.entry(key).or_insert_with(|| Profession {
            id: seats.profession.clone(),
            function: seats.function.clone(),
            meetings: 0,
            came: 0,
            expected: 0,
        });
        one.meetings += u32::from(seats.came > 0);
        one.came = one.came.saturating_add(seats.came);
        one.expected = one.expected.saturating_add(seats.expected);
    }
    let mut all: Vec<Profession> = all.into_values().collect();
    // Those equally often there stay in the order of their ids.
    all.order_by_key(|p| std::cmp::Reverse((p.meetings, p.came)));
    all
}

/// The events reported in a year, by nature and by stage; what was not said stands last.
pub(super) fn kinds(whole: &Whole, year: i32) -> (Vec<Part>, Vec<Part>) {
    let natures = whole.reported(year).map(|c| c.nature);
    let stages = whole.reported(year).map(|c| c.stage);
    (parts(natures), parts(stages))
}

fn parts<'a>(codes: impl Iterator<Item = &'a Code>) -> Vec<Part> {
    let mut all: BTreeMap<&Code, u32> = BTreeMap::new();
    for code in codes {
        *all.entry(code).or_default() += 1;
    }
    let part = |(id, n): (&Code, u32)| Part {
        id: id.clone(),
        name: Text::default(),
        n,
    };
    let mut all: Vec<Part> = all.into_iter().map(part).collect();
    all.order_by_key(|part| (part.id.is_empty(), std::cmp::Reverse(part.n)));
    all
}

/// Events that belong to no year.
pub(super) fn undated(whole: &Whole) -> u32 {
    small(whole.cases.all.iter().filter(|c| c.day().is_none()).count())
}

pub(super) fn families(whole: &Whole, year: i32) -> Vec<Family> {
    let mut all: Vec<Family> = Vec::new();
    for analysis in whole.analysed(year) {
        for sorted in &analysis.grids {
            let same = |f: &Family| f.grid == sorted.grid;
            let at = all.iter().position(same).unwrap_or_else(|| {
                all.push(Family {
                    grid: sorted.grid.clone(),
                    name: sorted.name.clone(),
                    analyses: 0,
                    of: 0,
                    parts: Vec::new(),
                });
                all.len() - 1
            });
            let family = &mut all[at];
            family.analyses += 1;
            family.of = family.of.saturating_add(analysis.factors);
            for (dimension, name, n) in &sorted.families {
                match family.parts.iter_mut().find(|p| p.id == *dimension) {
                    Some(part) => part.n = part.n.saturating_add(*n),
                    None => family.parts.push(Part {
                        id: dimension.clone(),
                        name: name.clone(),
                        n: *n,
                    }),
                }
            }
        }
    }
    for family in &mut all {
        family
            .parts
            .order_by(|a, b| b.n.cmp(&a.n).then(a.id.cmp(&b.id)));
    }
    all.order_by(|a, b| b.analyses.cmp(&a.analyses).then(a.grid.cmp(&b.grid)));
    all
}

impl Family {
    /// What the grid is called.
    pub fn title(&self, lang: Lang) -> String {
        let shipped = content::grid(&self.grid).map(|grid| grid.name.get(lang));
        shipped.unwrap_or(self.name.as_str()).to_owned()
    }

    /// What one of its dimensions is called.
    pub fn name_of(&self, part: &Part, lang: Lang) -> String {
        let dimensions = content::grid(&self.grid).map(|grid| grid.dimensions.iter());
        let found = dimensions.and_then(|mut all| all.find(|d| d.id == part.id));
        let shipped = found.map(|dimension| dimension.name.get(lang));
        shipped.unwrap_or(part.name.as_str()).to_owned()
    }

    /// How many factors have a code of this grid.
    pub fn coded(&self) -> u32 {
        self.parts.iter().fold(0, |n, p| n.saturating_add(p.n))
    }
}

pub(super) fn meetings(whole: &Whole, year: i32) -> Vec<Meeting> {
    let meeting = |f: &Figures| {
        let there = f.seats.iter().filter(|s| s.came > 0);
        Meeting {
            session: f.id,
            number: f.number,
            day: f.day,
            minutes: f.minutes,
            professions: there
                .map(|s| (s.profession.clone(), s.function.clone()))
                .collect(),
            came: f.counted.then(|| f.seats.iter().map(|s| s.came).sum()),
            heard: small(f.cases.len()),
            analysed: small(f.analyses.len()),
            decided: small(f.actions.len()),
        }
    };
    whole.held(year).map(meeting).collect()
}
