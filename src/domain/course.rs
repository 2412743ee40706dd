//! The course of a meeting: sittings opened, adjourned and resumed, steps entered and left with their time, re-planning.

use super::agenda::{FormatRow, MAX_MINUTES, Row, Sitting, StepKind};
use super::ids::{AnalysisId, RowId};
use super::order::Order;
use super::session::{Session, Stage};
use super::text::Text;
use chrono::{NaiveDate, NaiveDateTime};

/// Minutes of a presentation added to an agenda: those of the shortest format that has one.
const PRESENTATION: u32 = 15;

impl Session {
    /// Lays the agenda anew from the rows of a format.
    pub fn lay_agenda(&mut self, rows: &[FormatRow]) {
        self.agenda = rows
            .iter()
            .map(|row| Row {
                step: row.step,
                minutes: row.minutes,
                ..Row::new(self.ids.give())
            })
            .collect();
        self.length = self.minutes();
    }

    /// Adds the step in which an analysis is presented, once, before the analysis of this meeting.
    pub fn add_presentation(&mut self) {
        if self.row_of(StepKind::Presentation).is_some() {
            return;
        }
        let id = self.ids.give();
        self.agenda.push(Row {
            step: StepKind::Presentation,
            minutes: PRESENTATION,
            ..Row::new(id)
        });
        let before = [
            StepKind::Opening,
            StepKind::FollowUp,
            StepKind::Incidents,
            StepKind::Choice,
        ];
        let rows = self.agenda.iter().filter(|row| row.id != id);
        let after = rows.filter(|row| before.contains(&row.step)).count();
        let back = isize::try_from(self.agenda.len() - 1 - after).unwrap_or(0);
        self.agenda.shift(id, -back);
    }

    /// Opens a sitting on the day of `now`: the first one, or one more after an adjournment.
    pub fn open_sitting(&mut self, now: NaiveDateTime) {
        if self.is_sealed() || self.stage == Stage::Open {
            return;
        }
        self.stage = Stage::Open;
        let opened = Some(now);
        self.sittings.push(Sitting {
            date: now.date(),
            opened,
            ..Sitting::default()
        });
    }

    /// Takes an open meeting up again after the program was off, last seen at work at `seen`: the time since then counts for no
    /// step, and on another day than the last sitting's that one is closed and a new one opened.
    pub fn resume(&mut self, seen: Option<NaiveDateTime>, now: NaiveDateTime) {
        if self.stage != Stage::Open {
            return;
        }
        let began = self.running().and_then(|row| row.running_since);
        let until = seen.filter(|at| *at <= now).max(began);
        self.resume_freeze(until, now);
        self.agenda.for_each_mut(|row| {
            if let Some(since) = row.running_since {
                row.spent = row.spent_at(until.unwrap_or(since));
                row.running_since = Some(now);
            }
        });
        let last = self.sittings.last_mut();
        let Some(sitting) = last.filter(|sitting| sitting.date != now.date()) else {
            return;
        };
        // A clock set back, or a file that came without what was seen, tells no hour rather than a wrong one.
        let until = until.filter(|at| sitting.opened.is_none_or(|opened| opened <= *at));
        sitting.closed = sitting.closed.or(until);
        self.stage = Stage::Adjourned;
        self.open_sitting(now);
    }

    /// Adjourns: the timer stops, the day is kept.
    pub fn adjourn(&mut self, now: NaiveDateTime, reason: Text, resume_on: Option<NaiveDate>) {
        self.stop_timer(now);
        self.stage = Stage::Adjourned;
        if let Some(sitting) = self.sittings.last_mut() {
            sitting.closed = Some(now);
            sitting.adjourned = reason;
        }
        if let Some(date) = resume_on {
            self.closing.next_date = Some(date);
        }
    }

    /// Ends the meeting for good: the timer stops, a vote under way is cancelled for the reason given, the last day is closed.
    pub fn end(&mut self, now: NaiveDateTime, unfinished: &Text) {
        self.stop_timer(now);
        self.end_votes(unfinished);
        self.open_analysis(None);
        self.stage = Stage::Sealed;
        if let Some(sitting) = self.sittings.last_mut() {
            sitting.closed = sitting.closed.or(Some(now));
        }
    }

    /// Goes to a row: the timer of the one left stops, that of the one entered runs while the meeting is held.
    pub fn enter(&mut self, row: RowId, now: NaiveDateTime) {
        let entered = self.agenda.get(row);
        let running = entered.is_some_and(|r| r.running_since.is_some());
        if entered.is_some_and(|r| r.step != StepKind::Presentation) {
            self.under_way = None;
        }
        if running {
            return;
        }
        self.stop_timer(now);
        let open = self.stage == Stage::Open && self.play.frozen().is_none();
        if let Some(row) = self.agenda.get_mut(row) {
            row.visited |= open;
            row.running_since = open.then_some(now);
        }
    }

    /// Stops whatever timer runs; the seconds are added to the row.
    pub fn stop_timer(&mut self, now: NaiveDateTime) {
        self.agenda.for_each_mut(|row| {
            row.spent = row.spent_at(now);
            row.running_since = None;
        });
    }

    /// The row whose timer runs.
    pub fn running(&self) -> Option<&Row> {
        self.agenda.iter().find(|row| row.running_since.is_some())
    }

    /// The row that was left open, if that is known; else where the timer runs, else the last one that was opened, else the
    /// first. A sealed session is read from its beginning.
    pub fn row_left(&self, kept: Option<RowId>) -> Option<&Row> {
        kept.and_then(|id| self.agenda.get(id))
            .or_else(|| self.running())
            .or_else(|| {
                let mut rows = self.agenda.iter();
                rows.rfind(|row| row.visited && !self.is_sealed())
            })
            .or_else(|| self.agenda.at(0))
    }

    /// How far the meeting will end behind what was promised, in minutes, as things stand at `now`; negative when ahead.
    /// Steps gone through count what they took, the one under way at least its plan, those ahead their plan.
    pub fn drift(&self, now: NaiveDateTime) -> i64 {
        let current = self.running().map(|row| row.id);
        let of_row = |row: &Row| {
            let (spent, planned) = (i64::from(row.spent_at(now)), i64::from(row.minutes) * 60);
            match (row.visited, Some(row.id) == current) {
                (_, true) => spent.max(planned),
                (true, false) => spent,
                (false, false) => planned,
            }
        };
        let expected: i64 = self.agenda.iter().map(of_row).sum();
        (expected - i64::from(self.promised()) * 60) / 60
    }

    /// Minutes promised for the whole meeting.
    pub fn promised(&self) -> u32 {
        if self.length > 0 {
            self.length
        } else {
            self.minutes()
        }
    }

    /// A proposal for the minutes of the rows not yet visited, so that the meeting still ends as promised: each gives or gets
    /// its share, never below two minutes nor below a third of its plan.
    pub fn replanned(&self, now: NaiveDateTime) -> Vec<(RowId, u32)> {
        let ahead: Vec<&Row> = self.agenda.iter().filter(|row| !row.visited).collect();
        let planned: i64 = ahead.iter().map(|row| i64::from(row.minutes)).sum();
        let left = planned - self.drift(now);
        if planned == 0 || self.drift(now) == 0 {
            return ahead.iter().map(|row| (row.id, row.minutes)).collect();
        }
        let share = |row: &&Row| {
            let wished = i64::from(row.minutes).saturating_mul(left.max(0)) / planned;
            let floor = i64::from((row.minutes / 3).max(2).min(row.minutes));
            (
                row.id,
                u32::try_from(wished.max(floor)).unwrap_or(row.minutes),
            )
        };
        let mut plan: Vec<(RowId, u32)> = ahead.iter().map(share).collect();
        // What rounding left over goes to the longest steps.
        let given: i64 = plan.iter().map(|(_, minutes)| i64::from(*minutes)).sum();
        let mut longest: Vec<usize> = (0..plan.len()).collect();
        longest.order_by_key(|i| std::cmp::Reverse(plan[*i].1));
        let over = usize::try_from(left - given).unwrap_or(0);
        for i in longest.into_iter().take(over) {
            plan[i].1 += 1;
        }
        plan
    }

    /// Opens a presented analysis to be amended, or none: until then the steps of the analysis work on the chosen event.
    pub fn open_analysis(&mut self, id: Option<AnalysisId>) {
        self.under_way = id.filter(|id| self.analyses.get(*id).is_some());
    }

    /// Changes the minutes of a row, between 1 and 600.
    pub fn set_minutes(&mut self, row: RowId, minutes: u32) {
        if let Some(row) = self.agenda.get_mut(row) {
            row.minutes = minutes.clamp(1, MAX_MINUTES);
        }
    }

    /// The row after or before one.
    pub fn neighbour(&self, row: RowId, delta: isize) -> Option<&Row> {
        let at = self.agenda.index_of(row)?;
        self.agenda.at(at.checked_add_signed(delta)?)
    }

    /// What undoing must not bring back: the numbers already given, the time already spent.
    pub fn keep_course_of(&mut self, present: &Self) {
        self.ids = present.ids.clone();
        let opened = present.under_way;
        self.under_way = opened.filter(|id| self.analyses.get(*id).is_some());
        for now in present.agenda.iter() {
            if let Some(row) = self.agenda.get_mut(now.id) {
                row.spent = now.spent;
                row.running_since = now.running_since;
                row.visited = now.visited;
            }
        }
        self.stage = present.stage;
        self.sittings.clone_from(&present.sittings);
        self.keep_play_of(present);
    }
}
