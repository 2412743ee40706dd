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

use super::plan::Planned;
use super::side_by_side::SideBySide;
use super::twins::believed;
use crate::domain::analysis::AnalysisFile;
use crate::domain::incident::IncidentFile;
use crate::domain::order::Order;
use crate::domain::text::Text;
use crate::domain::yearly::{Figure, Value};
use acts::{Act, acts};
use cases::{Known, cases};
use chrono::{Datelike, NaiveDate};
use returns::{Past, returns};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uuid::Uuid;

/// What a year is counted from.
#[derive(Clone, Debug, Default)]
pub struct Sources<'a> {
    /// What each session gives.
    pub figures: Vec<&'a Figures>,
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
    /// The actions decided, by deadline, each with the day on which it was done.
    pub actions: Vec<(Planned, Option<NaiveDate>)>,
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
    cases: Vec<Known>,
    /// Where each event stands among the cases.
    at: HashMap<Text, usize>,
    acts: Vec<Act<'a>>,
    /// The day on which the first action on an event was done.
    acted: HashMap<&'a Text, NaiveDate>,
    analyses: BTreeMap<Uuid, Uuid>,
}

impl<'a> Whole<'a> {
    fn new(sources: &Sources<'a>, today: NaiveDate) -> Self {
        let real = sources.figures.iter().copied().filter(|f| f.is_real());
        let mut sessions = believed(real);
        let by_id: HashMap<Uuid, &Figures> = sessions.iter().map(|f| (f.id, *f)).collect();
        sessions.order_by_key(|f| (f.day, f.number, f.id));
        let analyses = sources
            .analyses
            .iter()
            .map(|file| (file.id, file.chosen_in));
        let cases = cases(&sessions, &sources.incidents);
        let at = cases.iter().enumerate();
        Self {
            today,
            at: at.map(|(n, case)| (case.event.clone(), n)).collect(),
            cases,
            acts: Vec::new(),
            acted: HashMap::new(),
            analyses: analyses.collect(),
            sessions,
            by_id,
        }
    }

    /// Takes the action plan of all sessions, which tells where each action stands.
    fn plan(&mut self, plan: &'a [Planned]) {
        self.acts = acts(&self.by_id, plan);
        for act in &self.acts {
            if let Some(done) = act.planned.done {
                let first = self.acted.entry(&act.decision.event).or_insert(done);
                *first = done.min(*first);
            }
        }
    }

    /// The meetings held in a year.
    fn held(&self, year: i32) -> impl Iterator<Item = &'a Figures> {
        let sessions = self.sessions.iter().copied();
        sessions.filter(move |f| f.is_held() && f.day.year() == year)
    }

    /// The events reported in a year.
    fn reported(&self, year: i32) -> impl Iterator<Item = &Known> {
        self.reported_at(year).map(|at| &self.cases[at])
    }

    /// Their places among the cases.
    fn reported_at(&self, year: i32) -> impl Iterator<Item = usize> {
        let inside = move |day: NaiveDate| day.year() == year;
        let cases = self.cases.iter().enumerate();
        let inside = cases.filter(move |(_, case)| case.day().is_some_and(inside));
        inside.map(|(at, _)| at)
    }

    /// The actions decided in a year.
    fn decided(&self, year: i32) -> impl Iterator<Item = &Act<'a>> {
        self.acts.iter().filter(move |a| a.day.year() == year)
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

/// The figures of `year`, counted on the day `today`; `plan` makes the action plan of all sessions. What does not need each
/// other is done as `how` says.
pub fn year(
    how: &impl SideBySide,
    sources: &Sources,
    plan: impl FnOnce() -> Vec<Planned> + Send,
    year: i32,
    today: NaiveDate,
) -> Year {
    let (plan, (mut whole, past)) = how.both(plan, || {
        let whole = Whole::new(sources, today);
        let past = Past::new(&whole);
        (whole, past)
    });
    whole.plan(&plan);
    let (before, returns) = how.both(
        || count::numbers(&whole, year - 1, &returns(&past, &whole, year - 1)),
        || returns(&past, &whole, year),
    );
    let mut actions: Vec<_> = whole
        .decided(year)
        .map(|act| (act.planned.clone(), act.planned.done))
        .collect();
    actions.order_by_key(|(planned, _)| (planned.due.is_none(), planned.due, planned.decided));
    let (natures, stages) = lists::kinds(&whole, year);
    Year {
        year,
        today,
        numbers: count::numbers(&whole, year, &returns),
        before: Some(before).filter(|numbers| !numbers.say_nothing()),
        ahead: count::ahead(&whole, year),
        undated: lists::undated(&whole),
        months: lists::months(&whole, year),
        professions: lists::professions(&whole, year),
        natures,
        stages,
        families: lists::families(&whole, year),
        returns,
        meetings: lists::meetings(&whole, year),
        actions,
        evaluated: acts::evaluated(&plan, year).cloned(),
    }
}

/// The years of which there is something to tell, in order.
pub fn years(sources: &Sources, today: NaiveDate) -> Vec<i32> {
    let whole = Whole::new(sources, today);
    let held = whole.sessions.iter().map(|f| f.day);
    let days = held.chain(whole.cases.iter().filter_map(Known::day));
    let years: BTreeSet<i32> = days.map(|day| day.year()).collect();
    years.into_iter().collect()
}

#[cfg(test)]
mod tests;
