//! A year of meetings in figures, with the year before. How each figure is counted stands at [`Figure`]. Simulations never
//! enter, the order of the files never matters, and a session that lies there twice counts once.

mod acts;
mod cases;
mod count;
mod figures;
mod lists;
mod returns;

pub use figures::{Analysed, Case, Decision, Figures, Seats, Sorted, State};
pub use lists::{Family, Meeting, Month, Part, Profession};
pub use returns::{Earlier, Return};

use super::plan::{Planned, Sheet, followed};
use super::side_by_side::SideBySide;
use super::twins::believed;
use crate::domain::action::FollowUpFile;
use crate::domain::analysis::AnalysisFile;
use crate::domain::incident::IncidentFile;
use crate::domain::order::Order;
use crate::domain::text::Text;
use crate::domain::yearly::{Figure, Value};
use acts::{Act, Acts};
use cases::{Cases, Known};
use chrono::{Datelike, NaiveDate};
use returns::{Past, returns};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uuid::Uuid;

/// What a year is counted from.
#[derive(Clone, Debug, Default)]
pub struct Sources<'a> {
    /// What each session gives.
    pub figures: Vec<&'a Figures>,
    /// What each session adds to the action plan.
    pub sheets: Vec<&'a Sheet>,
    /// What was said of actions between the sessions.
    pub follow_ups: Vec<&'a FollowUpFile>,
    /// The events of the workspace, heard or not.
    pub incidents: Vec<&'a IncidentFile>,
    /// The analyses between two meetings.
    pub analyses: Vec<&'a AnalysisFile>,
}

/// The figures of a year, each with what it is out of, in the order of [`Figure::ALL`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbers(Vec<(Figure, Value)>);

impl Numbers {
    /// A figure.
    pub fn get(&self, figure: Figure) -> Value {
        let found = self.0.iter().find(|(f, _)| *f == figure);
        found.map_or(Value::Count(0), |(_, value)| *value)
    }

    /// All of them, in order.
    pub fn all(&self) -> impl Iterator<Item = (Figure, Value)> {
        self.0.iter().copied()
    }

    /// Whether nothing was held, reported, heard or decided.
    fn say_nothing(&self) -> bool {
        let nothing = |value| matches!(value, Value::Count(0) | Value::Share { of: 0, .. });
        let told = [Figure::Held, Figure::Reported, Figure::Heard];
        let told = told.into_iter().chain([Figure::Decided]);
        told.into_iter().all(|figure| nothing(self.get(figure)))
    }
}

/// A year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// The year.
    pub year: i32,
    /// The day on which it is counted.
    pub today: NaiveDate,
    /// Its figures.
    pub numbers: Numbers,
    /// Those of the year before, if it has any.
    pub before: Option<Numbers>,
    /// Meetings prepared or announced whose day has not come.
    pub ahead: u32,
    /// Events of which neither report nor hearing has a day: they belong to no year.
    pub undated: u32,
    /// Month by month, January first.
    pub months: Vec<Month>,
    /// Who came, by profession, those who came most often first.
    pub professions: Vec<Profession>,
    /// The events reported, by nature, the most frequent first.
    pub natures: Vec<Part>,
    /// The same by stage of care.
    pub stages: Vec<Part>,
    /// The factors of the analyses, grid by grid.
    pub families: Vec<Family>,
    /// What came back.
    pub returns: Vec<Return>,
    /// The meetings held, in order.
    pub meetings: Vec<Meeting>,
    /// The actions decided, by deadline.
    pub actions: Vec<Planned>,
    /// The action evaluated last in the year.
    pub evaluated: Option<Planned>,
}

impl Year {
    /// Whether it has nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.numbers.say_nothing() && self.ahead == 0
    }

    /// Whether it is not over yet.
    pub fn is_under_way(&self) -> bool {
        self.year >= self.today.year()
    }
}

/// All that is counted, put together once for every year.
struct Whole<'a> {
    today: NaiveDate,
    /// Real sessions, each once, in order of their days.
    sessions: Vec<&'a Figures>,
    by_id: HashMap<Uuid, &'a Figures>,
    cases: Cases<'a>,
    analyses: BTreeMap<Uuid, Uuid>,
    acts: Acts<'a>,
}

impl<'a> Whole<'a> {
    fn new(sources: &Sources<'a>, today: NaiveDate) -> Self {
        let real = sources.figures.iter().copied().filter(|f| f.is_real());
        let mut sessions = believed(real);
        let by_id = sessions.iter().map(|f| (f.id, *f)).collect();
        sessions.order_by_key(|f| (f.day, f.number, f.id));
        let analyses = sources
            .analyses
            .iter()
            .map(|file| (file.id, file.chosen_in));
        Self {
            today,
            cases: Cases::new(&sessions, &sources.incidents),
            analyses: analyses.collect(),
            sessions,
            by_id,
            acts: Acts::default(),
        }
    }

    /// The meetings held in a year.
    fn held(&self, year: i32) -> impl Iterator<Item = &'a Figures> {
        let sessions = self.sessions.iter().copied();
        sessions.filter(move |f| f.is_held() && f.day.year() == year)
    }

    /// The events reported in a year.
    fn reported(&self, year: i32) -> impl Iterator<Item = &Known<'a>> {
        self.reported_at(year).map(|at| &self.cases.all[at])
    }

    /// Their places among the cases.
    fn reported_at(&self, year: i32) -> impl Iterator<Item = usize> {
        let inside = move |day: NaiveDate| day.year() == year;
        let cases = self.cases.all.iter().enumerate();
        let inside = cases.filter(move |(_, case)| case.day().is_some_and(inside));
        inside.map(|(at, _)| at)
    }

    /// The actions decided in a year.
    fn decided(&self, year: i32) -> impl Iterator<Item = &Act<'a>> {
        self.acts.all.iter().filter(move |a| a.day.year() == year)
    }

    /// The analyses made or presented in a year; of an event analysed more than once, the last.
    fn analysed(&self, year: i32) -> Vec<&'a Analysed> {
        let mut last: Vec<&Analysed> = Vec::new();
        let mut at: HashMap<&Text, usize> = HashMap::new();
        for analysis in self.held(year).flat_map(|f| &f.analyses) {
            match at.get(&analysis.event) {
                Some(n) if !analysis.event.is_blank() => last[*n] = analysis,
                _ => {
                    at.insert(&analysis.event, last.len());
                    last.push(analysis);
                }
            }
        }
        last
    }
}

/// The figures of `year`, counted on the day `today`. What does not need each other is done as `how` says.
pub fn year(
    how: &(impl SideBySide + Sync),
    sources: &Sources,
    year: i32,
    today: NaiveDate,
) -> Year {
    let (followed, mut whole) = how.both(
        || {
            let (sheets, files) = (&sources.sheets, &sources.follow_ups);
            followed(sheets.iter().copied(), files.iter().copied())
        },
        || Whole::new(sources, today),
    );
    let (acts, past) = how.both(
        || Acts::new(&whole.by_id, &followed, today),
        || Past::new(how, &whole.cases.all, [year - 1, year]),
    );
    whole.acts = acts;
    let (before, returns) = how.both(
        || count::numbers(&whole, year - 1, &returns(&past, &whole, year - 1)),
        || returns(&past, &whole, year),
    );
    let (numbers, bare) = how.both(
        || count::numbers(&whole, year, &returns),
        || bare(&whole, year),
    );
    Year {
        numbers,
        before: Some(before).filter(|numbers| !numbers.say_nothing()),
        returns,
        evaluated: acts::evaluated(&followed, year).map(|one| one.on(today)),
        ..bare
    }
}

/// A year without its numbers and what came back.
fn bare(whole: &Whole, year: i32) -> Year {
    let planned = whole.decided(year).map(|act| act.followed.on(whole.today));
    let mut actions: Vec<Planned> = planned.collect();
    actions.order_by_key(|planned| (planned.due.is_none(), planned.due, planned.decided));
    let (natures, stages) = lists::kinds(whole, year);
    Year {
        year,
        today: whole.today,
        numbers: Numbers(Vec::new()),
        before: None,
        ahead: count::ahead(whole, year),
        undated: lists::undated(whole),
        months: lists::months(whole, year),
        professions: lists::professions(whole, year),
        natures,
        stages,
        families: lists::families(whole, year),
        returns: Vec::new(),
        meetings: lists::meetings(whole, year),
        actions,
        evaluated: None,
    }
}

/// The years of which there is something to tell, in order.
pub fn years(sources: &Sources, today: NaiveDate) -> Vec<i32> {
    let whole = Whole::new(sources, today);
    let held = whole.sessions.iter().map(|f| f.day);
    let days = held.chain(whole.cases.all.iter().filter_map(Known::day));
    let years: BTreeSet<i32> = days.map(|day| day.year()).collect();
    years.into_iter().collect()
}

#[cfg(test)]
mod tests;
