//! The line of time of an analysis: facts in the order of time, a lane for each actor, the stretches where time is skipped,
//! and how all this is spread over a number of columns. Pure arithmetic, for whatever draws it.

use super::analysis::{Analysis, Fact};
use super::moment::Moment;
use super::order::Order;
use super::text::fold;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

/// A stretch of at least so many minutes can be skipped.
const SKIP_FROM: i64 = 30;
/// It is skipped when it is so many times longer than the usual stretch.
const SKIP_TIMES: i64 = 4;
/// Columns from one moment to the next where there is room: an hour and two spaces.
const EASY: usize = 7;
/// The same where there is little room: a mark and the air behind it.
const TIGHT: usize = 2;
/// Columns added where time is skipped, for its length.
const SKIPPED: usize = 9;
/// The same where there is little room.
const SKIPPED_TIGHT: usize = 2;

/// Time between two facts, as finely as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Minutes of less than a day; both hours are known.
    Minutes(i64),
    /// Days, at least one.
    Days(i64),
}

/// A fact on the line.
#[derive(Clone, Debug)]
pub struct Point<'a> {
    /// The fact.
    pub fact: &'a Fact,
    /// Where it stands in time; none for what nobody can place.
    pub at: Option<NaiveDateTime>,
    /// The lane of its actor, an index of [`Line::lanes`].
    pub lane: usize,
    /// Whether a deviation sits on it.
    pub deviates: bool,
}

/// The line of time.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// The facts by time; those of one moment in the order in which they are kept, those without a place in time last.
    pub points: Vec<Point<'a>>,
    /// The actors as first written, in the order in which they act; the same function in other case or with other accents is
    /// the same actor. Blank: nobody knows who.
    pub lanes: Vec<&'a str>,
}

/// The points spread over columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The column of each point.
    pub columns: Vec<usize>,
    /// The columns, from and to (excluded), of the stretches that are skipped, with the index of the point behind each.
    pub skips: Vec<(usize, usize, usize)>,
    /// Where the points without a place in time begin, if there are any.
    pub apart: Option<usize>,
    /// Columns taken in all; more than asked where they do not suffice.
    pub width: usize,
}

impl Spread {
    /// Where the line ends: before the points without a place in time.
    pub fn end(&self) -> usize {
        self.apart
            .map_or(self.width, |apart| apart.saturating_sub(2))
    }

    /// Whether time is skipped at a column.
    pub fn is_skipped(&self, column: usize) -> bool {
        let mut skips = self.skips.iter();
        skips.any(|(from, to, _)| (*from..*to).contains(&column))
    }
}

impl<'a> Line<'a> {
    /// The line of an analysis whose event happened on `day_zero`.
    pub fn new(analysis: &'a Analysis, day_zero: NaiveDate) -> Self {
        let deviates = |fact: &Fact| analysis.deviations.iter().any(|d| d.fact == Some(fact.id));
        let mut points: Vec<Point> = analysis
            .facts
            .iter()
            .map(|fact| Point {
                fact,
                at: fact.when.place(day_zero),
                lane: 0,
                deviates: deviates(fact),
            })
            .collect();
        points.order_by_key(|point| (point.at.is_none(), point.at));
        let mut keys: Vec<String> = Vec::new();
        let mut lanes = Vec::new();
        for point in &mut points {
            let actor = point.fact.actor.as_str().trim();
            let key = fold(actor);
            point.lane = keys.iter().position(|k| *k == key).unwrap_or_else(|| {
                keys.push(key);
                lanes.push(actor);
                lanes.len() - 1
            });
        }
        Self { points, lanes }
    }

    /// How many facts have a place in time; they come first.
    pub fn placed(&self) -> usize {
        self.points.partition_point(|point| point.at.is_some())
    }

    /// Time since the fact before; none for the first one and for those without a place in time.
    pub fn since(&self, index: usize) -> Option<TimeDelta> {
        let before = self.points.get(index.checked_sub(1)?)?.at?;
        Some(self.points.get(index)?.at? - before)
    }

    /// The time in which nothing is told before a fact, where it is worth a word.
    pub fn gap(&self, index: usize) -> Option<Gap> {
        let since = self.since(index)?;
        let exact = |i: usize| self.points[i].fact.when.hour().is_some();
        let days = if exact(index) && exact(index - 1) {
            since.num_days()
        } else {
            let date = |i: usize| self.points[i].at.map(|at| at.date());
            (date(index)? - date(index - 1)?).num_days()
        };
        let minutes = since.num_minutes();
        match days {
            0 if minutes >= SKIP_FROM && exact(index) && exact(index - 1) => {
                Some(Gap::Minutes(minutes))
            }
            0 => None,
            days => Some(Gap::Days(days)),
        }
    }

    /// Whether a fact is the first of its day; never where only hours of one day are told.
    pub fn begins_day(&self, index: usize) -> bool {
        let date = |i: usize| self.points[i].at.map(|at| at.date());
        let told = || {
            self.points
                .iter()
                .any(|p| p.at.is_some() && !matches!(p.fact.when.base(), Moment::Clock(_)))
        };
        (index == 0 || date(index) != date(index - 1)) && told()
    }

    /// Whether time is skipped before a fact: a stretch much longer than the usual one.
    fn skipped(&self, index: usize, usual: i64) -> bool {
        let minutes = self.since(index).map_or(0, |d| d.num_minutes());
        minutes >= SKIP_FROM && minutes > usual.saturating_mul(SKIP_TIMES)
    }

    /// The usual stretch between two moments, in minutes: the lower median.
    fn usual(&self) -> i64 {
        let all = (0..self.placed()).filter_map(|i| self.since(i));
        let mut minutes: Vec<i64> = all.map(|d| d.num_minutes()).filter(|m| *m > 0).collect();
        minutes.order();
        let middle = minutes.len().saturating_sub(1) / 2;
        minutes.get(middle).copied().unwrap_or(0)
    }

    /// Spreads the points over `room` columns, long stretches wider than short ones. Facts of one moment share a column,
    /// those of one moment and one actor stand side by side; the last columns hold what has no place in time.
    pub fn spread(&self, room: usize, apart_at_least: usize) -> Spread {
        let placed = self.placed();
        let stops = self.stops(placed);
        let apart = self.columns_apart(placed);
        let apart_wide = apart
            .iter()
            .max()
            .map_or(0, |most| (most + 1).max(apart_at_least) + 2);
        let usual = self.usual();
        let steps = self.steps(&stops, usual, room.saturating_sub(apart_wide));
        let mut spread = Spread {
            columns: Vec::with_capacity(self.points.len()),
            skips: Vec::new(),
            apart: None,
            width: 0,
        };
        let mut at = 0;
        for (n, stop) in stops.iter().enumerate() {
            if n > 0 {
                let from = at + stops[n - 1].wide;
                at += steps[n - 1];
                if self.skipped(stop.first, usual) {
                    spread.skips.push((from, at, stop.first));
                }
            }
            spread
                .columns
                .extend(stop.offsets.iter().map(|offset| at + offset));
            spread.width = at + stop.wide;
        }
        if apart_wide > 0 {
            let begin = if placed == 0 { 0 } else { spread.width + 2 };
            spread.apart = Some(begin);
            spread
                .columns
                .extend(apart.iter().map(|offset| begin + offset));
            spread.width += apart_wide;
        }
        spread
    }

    /// Moments, each with its facts.
    fn stops(&self, placed: usize) -> Vec<Stop> {
        let mut stops: Vec<Stop> = Vec::new();
        for (index, point) in self.points[..placed].iter().enumerate() {
            if index == 0 || self.points[index - 1].at != point.at {
                stops.push(Stop {
                    first: index,
                    wide: 1,
                    offsets: Vec::new(),
                });
            }
            let Some(stop) = stops.last_mut() else {
                continue;
            };
            let same = self.points[stop.first..index]
                .iter()
                .filter(|p| p.lane == point.lane);
            let offset = same.count();
            stop.offsets.push(offset);
            stop.wide = stop.wide.max(offset + 1);
        }
        stops
    }

    /// Columns of the facts without a place in time, from where they begin: every second one of their lane.
    fn columns_apart(&self, placed: usize) -> Vec<usize> {
        let apart = &self.points[placed..];
        let before = |index: usize| {
            let lane = apart[index].lane;
            apart[..index].iter().filter(|p| p.lane == lane).count()
        };
        (0..apart.len())
            .map(|index| before(index) * TIGHT)
            .collect()
    }

    /// Columns from each moment to the next.
    fn steps(&self, stops: &[Stop], usual: i64, room: usize) -> Vec<usize> {
        let Some(last) = stops.last() else {
            return Vec::new();
        };
        let pairs: Vec<(usize, i64, bool)> = stops
            .windows(2)
            .map(|pair| {
                let minutes = self.since(pair[1].first).map_or(0, |d| d.num_minutes());
                (pair[0].wide, minutes, self.skipped(pair[1].first, usual))
            })
            .collect();
        let air = |least: usize, skip: usize| -> usize {
            let one = |(wide, _, skipped): &(usize, i64, bool)| {
                (wide + usize::from(least > 1)).max(least) + if *skipped { skip } else { 0 }
            };
            pairs.iter().map(one).sum::<usize>() + last.wide
        };
        // Even steps take at most two thirds of the room where there is much: the rest tells long stretches from short ones.
        let even = (TIGHT + 1..=EASY)
            .rev()
            .find(|n| air(*n, SKIPPED) <= room * 2 / 3);
        let (least, skip) = even
            .map(|n| (n, SKIPPED))
            .or_else(|| (air(TIGHT, SKIPPED) <= room).then_some((TIGHT, SKIPPED)))
            .or_else(|| (air(TIGHT, SKIPPED_TIGHT) <= room).then_some((TIGHT, SKIPPED_TIGHT)))
            .unwrap_or((1, 1));
        // What is left goes to the stretches that are not skipped, by their length.
        let left = room.saturating_sub(air(least, skip));
        let lengths = pairs.iter().filter(|(_, _, skipped)| !skipped);
        let total = lengths.map(|(_, minutes, _)| *minutes).sum::<i64>().max(1);
        let share = |minutes: i64| {
            let part = i128::try_from(left).unwrap_or(0) * i128::from(minutes) / i128::from(total);
            usize::try_from(part).unwrap_or(0)
        };
        let step = |(wide, minutes, skipped): &(usize, i64, bool)| {
            let step = (wide + usize::from(least > 1)).max(least);
            step + if *skipped { skip } else { share(*minutes) }
        };
        pairs.iter().map(step).collect()
    }
}

/// A moment: the facts that happened then.
struct Stop {
    /// The index of its first point.
    first: usize,
    /// Columns it takes.
    wide: usize,
    /// The column of each of its points, from its own.
    offsets: Vec<usize>,
}

#[cfg(test)]
mod tests;
