//! The figures themselves.

use super::{Act, Figures, Known, Numbers, Return, Whole};
use crate::domain::action::{Standing, Strength};
use crate::domain::agenda::StepKind;
use crate::domain::incident::Informed;
use crate::domain::yearly::{Figure, GRACE, Section, Value};
use chrono::{Datelike, Days, Months, NaiveDate};
use std::collections::BTreeSet;

/// All figures of a year.
pub(super) fn numbers(whole: &Whole, year: i32, back: &[Return]) -> Numbers {
    let value = |figure: &Figure| {
        let value = match figure.section() {
            Section::Returns => super::returns::value(whole, year, back, *figure),
            _ => value(whole, year, *figure),
        };
        (*figure, value)
    };
    Numbers(Figure::ALL.iter().map(value).collect())
}

fn value(whole: &Whole, year: i32, figure: Figure) -> Value {
    use Figure as F;
    match figure {
        F::Held | F::Attendance | F::Present | F::Professions => meetings(whole, year, figure),
        F::Reported | F::Heard | F::Analysed | F::Answered | F::Informed => {
            events(whole, year, figure)
        }
        F::Presented => presented(whole, year),
        F::Complete | F::Timeline | F::Deviations | F::Factors | F::Priorities | F::Actions => {
            analyses(whole, year, figure)
        }
        F::ToAnswer | F::ToPresentation | F::ToDone => delay(whole, year, figure),
        _ => actions(whole, year, figure),
    }
}

/// A count, which never reaches the end of its type.
pub(super) fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// How many of these are so.
pub(super) fn share<T>(all: impl Iterator<Item = T>, is: impl Fn(&T) -> bool) -> Value {
    let (mut n, mut of) = (0, 0);
    for one in all {
        of += 1;
        n += usize::from(is(&one));
    }
    Value::Share {
        n: small(n),
        of: small(of),
    }
}

fn meetings(whole: &Whole, year: i32, figure: Figure) -> Value {
    let counted: Vec<&Figures> = whole.held(year).filter(|f| f.counted).collect();
    let seats = || counted.iter().flat_map(|f| &f.seats);
    let sum =
        |count: fn(&super::Seats) -> u32| seats().fold(0_u32, |n, s| n.saturating_add(count(s)));
    match figure {
        Figure::Held => {
            let held = small(whole.held(year).count());
            Value::Share {
                n: held,
                of: held + missed(whole, year),
            }
        }
        Figure::Attendance => Value::Share {
            n: sum(|s| s.came),
            of: sum(|s| s.expected),
        },
        Figure::Present => Value::Mean {
            sum: sum(|s| s.came),
            of: small(counted.len()),
        },
        _ => Value::Mean {
            sum: sum(|s| u32::from(s.came > 0)),
            of: small(counted.len()),
        },
    }
}

/// Whether the time has passed within which a meeting of this day could still be held.
fn has_lapsed(whole: &Whole, day: NaiveDate) -> bool {
    let last = day.checked_add_days(Days::new(GRACE));
    last.is_some_and(|last| last < whole.today)
}

/// The announced days of a year that no session followed: the sessions of the program know nothing else of them.
fn announced(whole: &Whole, year: i32) -> BTreeSet<NaiveDate> {
    let held = whole.sessions.iter().filter(|f| f.is_held());
    let said = held.filter_map(|f| Some((f, f.next_date?)));
    let inside = said.filter(|(_, day)| day.year() == year);
    let followed = |from: &Figures, day: NaiveDate| {
        let last = day.checked_add_days(Days::new(GRACE));
        // The sessions stand in the order of their days.
        let next = whole.sessions.partition_point(|f| f.day <= from.day);
        let next = whole.sessions.get(next);
        next.is_some_and(|f| last.is_none_or(|last| f.day <= last))
    };
    let alone = inside.filter(|(from, day)| !followed(from, *day));
    alone.map(|(_, day)| day).collect()
}

/// Meetings that were planned and not held.
fn missed(whole: &Whole, year: i32) -> u32 {
    let prepared = prepared(whole, year).filter(|day| has_lapsed(whole, *day));
    let announced = announced(whole, year).into_iter();
    small(prepared.count() + announced.filter(|day| has_lapsed(whole, *day)).count())
}

/// Meetings that are planned and may still be held.
pub(super) fn ahead(whole: &Whole, year: i32) -> u32 {
    let prepared = prepared(whole, year).filter(|day| !has_lapsed(whole, *day));
    let announced = announced(whole, year).into_iter();
    small(prepared.count() + announced.filter(|day| !has_lapsed(whole, *day)).count())
}

/// The days of sessions that are only prepared.
fn prepared(whole: &Whole, year: i32) -> impl Iterator<Item = NaiveDate> {
    let sessions = whole.sessions.iter().filter(|f| !f.is_held());
    let days = sessions.map(|f| f.day);
    days.filter(move |day| day.year() == year)
}

fn events(whole: &Whole, year: i32, figure: Figure) -> Value {
    let inside = |day: &NaiveDate| day.year() == year;
    let mut heard: BTreeSet<&str> = BTreeSet::new();
    for case in whole.held(year).flat_map(|f| &f.cases) {
        heard.insert(case.event.as_str());
    }
    match figure {
        Figure::Reported => Value::Count(small(whole.reported(year).count())),
        Figure::Heard => Value::Count(small(heard.len())),
        Figure::Analysed => {
            let made = whole.held(year).flat_map(|f| &f.analyses);
            let made: BTreeSet<&str> = made.map(|a| a.event.as_str()).collect();
            share(heard.into_iter(), |event| made.contains(event))
        }
        Figure::Answered => {
            let all = whole
                .cases
                .all
                .iter()
                .filter(|c| c.heard.iter().any(inside));
            share(all, |case| case.answered.is_some())
        }
        _ => share(whole.reported(year), |c| c.informed == Informed::Yes),
    }
}

fn presented(whole: &Whole, year: i32) -> Value {
    let of_year = |chosen_in| {
        let session = whole.by_id.get(chosen_in);
        session.is_some_and(|f| f.is_held() && f.day.year() == year)
    };
    let held = whole.sessions.iter().filter(|f| f.is_held());
    let origins = held.flat_map(|f| &f.analyses).map(|a| a.origin.as_str());
    let origins: BTreeSet<&str> = origins.collect();
    let given = whole.analyses.iter().filter(|(_, from)| of_year(from));
    share(given, |(id, _)| origins.contains(id.to_string().as_str()))
}

fn analyses(whole: &Whole, year: i32, figure: Figure) -> Value {
    let step = match figure {
        Figure::Timeline => StepKind::Timeline,
        Figure::Deviations => StepKind::Deviations,
        Figure::Factors => StepKind::Factors,
        Figure::Priorities => StepKind::Priorities,
        Figure::Actions => StepKind::Actions,
        _ => return share(whole.analysed(year).into_iter(), |a| a.percent >= 100),
    };
    share(whole.analysed(year).into_iter(), |a| {
        a.whole.contains(&step)
    })
}

fn actions(whole: &Whole, year: i32, figure: Figure) -> Value {
    let all = || whole.decided(year);
    let strong = |strength| share(all(), |a| a.decision.strength == Some(strength));
    let followed = || all().filter(|a| a.is_followed());
    match figure {
        Figure::Decided => Value::Count(small(all().count())),
        Figure::Owned => share(all(), |a| a.decision.owned),
        Figure::Dated => share(all(), |a| a.decision.due.is_some()),
        Figure::Measured => share(all(), |a| a.decision.measured),
        Figure::Strong => strong(Strength::Strong),
        Figure::Intermediate => strong(Strength::Intermediate),
        Figure::Weak => strong(Strength::Weak),
        Figure::AtOneMonth => by(followed(), a_month_later, whole.today),
        Figure::OnTime => by(followed(), |a| a.decision.due, whole.today),
        Figure::Evaluated => share(followed().filter(|a| a.is_done()), |a| a.is_evaluated()),
        Figure::Effective => {
            let evaluated = followed().filter(|a| a.is_evaluated());
            share(evaluated, |a| a.standing == Standing::Effective)
        }
        _ => share(followed(), |a| a.is_done()),
    }
}

fn a_month_later(act: &Act) -> Option<NaiveDate> {
    act.day.checked_add_months(Months::new(1))
}

/// Of the actions whose day, as `last` tells it, has passed: those done by it.
fn by<'a>(
    acts: impl Iterator<Item = &'a Act<'a>>,
    last: impl Fn(&Act) -> Option<NaiveDate>,
    today: NaiveDate,
) -> Value {
    let days = acts.filter_map(|act| Some((last(act)?, act.done)));
    let passed = days.filter(|(last, _)| *last < today);
    share(passed, |(last, done)| {
        done.is_some_and(|done| done <= *last)
    })
}

/// Days between two dates, the right way round: what goes backwards is a slip of the pen and tells no delay.
fn days(from: NaiveDate, to: NaiveDate) -> Option<i64> {
    Some((to - from).num_days()).filter(|days| *days >= 0)
}

fn delay(whole: &Whole, year: i32, figure: Figure) -> Value {
    let inside = |day: &NaiveDate| day.year() == year;
    let found: Vec<i64> = match figure {
        Figure::ToAnswer => {
            let waited = |c: &Known| days(c.reported?, c.answered.filter(inside)?);
            whole.cases.all.iter().filter_map(waited).collect()
        }
        Figure::ToDone => {
            let took = |act: &Act| days(act.day, act.done.filter(inside)?);
            whole.acts.all.iter().filter_map(took).collect()
        }
        _ => {
            let mut found = Vec::new();
            for session in whole.held(year) {
                let presented = session.analyses.iter().filter(|a| !a.origin.is_blank());
                for analysis in presented {
                    let case = whole.cases.get(&analysis.event);
                    let chosen = case.and_then(|case| case.chosen);
                    let before = chosen.filter(|day| *day < session.day);
                    found.extend(before.and_then(|day| days(day, session.day)));
                }
            }
            found
        }
    };
    Value::median(found)
}
