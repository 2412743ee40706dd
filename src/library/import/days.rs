//! Days and hours as spreadsheets write them.

use super::Why;
use crate::domain::moment::{Moment, Told, parse_time};
use chrono::{Days, NaiveDate, NaiveTime};

/// The day before the first of a spreadsheet's count, as it counts a 29 February 1900 that never was.
const EPOCH: NaiveDate = match NaiveDate::from_ymd_opt(1899, 12, 30) {
    Some(day) => day,
    None => NaiveDate::MIN,
};
/// The days of a spreadsheet's count that are taken for dates: from 1954 to 2064.
const COUNTED: std::ops::RangeInclusive<u64> = 20_000..=60_000;
/// Minutes of a day.
const MINUTES: u32 = 24 * 60;

/// When an event happened: a day with its year, an hour if there is one, or words.
pub fn occurred(cell: &str, today: NaiveDate) -> Result<Moment, Why> {
    if let Some((day, hour)) = day(cell) {
        return if day > today {
            Err(Why::Ahead)
        } else {
            Ok(Moment::At(day, hour))
        };
    }
    // Words are kept, and understood where they can be.
    if cell.chars().any(char::is_alphabetic) {
        return Ok(Moment::parse_told(cell, today, Told::FromToday));
    }
    Err(no_day(cell))
}

/// A day with its year.
pub fn on(cell: &str, today: NaiveDate) -> Result<NaiveDate, Why> {
    let worded = || match Moment::parse_told(cell, today, Told::FromToday) {
        // « 12 novembre » may be of any year.
        Moment::At(day, _) if cell.contains(&day.format("%Y").to_string()) => Some(day),
        _ => None,
    };
    let day = day(cell).map(|(day, _)| day).or_else(worded);
    let day = day.ok_or_else(|| no_day(cell))?;
    if day > today {
        Err(Why::Ahead)
    } else {
        Ok(day)
    }
}

/// Why a cell is no day: perhaps only its year is missing.
fn no_day(cell: &str) -> Why {
    let parts: Vec<&str> = cell.trim().split(['/', '.', '-']).collect();
    let number = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if parts.len() == 2 && parts.iter().all(number) {
        Why::NoYear
    } else {
        Why::NoDay
    }
}

/// `19/11/2026`, `19.11.26 14:30`, `2026-11-19T14:30:00`, `46345`, `46345,604`.
fn day(cell: &str) -> Option<(NaiveDate, Option<NaiveTime>)> {
    let cell = cell.trim().replace(['\u{a0}', '\u{202f}'], " ");
    if let Some(counted) = counted(&cell) {
        return Some(counted);
    }
    let (date, hour) = match cell.split_once([' ', 'T']) {
        Some((date, hour)) => (date.to_owned(), Some(clock(hour.trim())?)),
        None => (cell, None),
    };
    Some((written(&date)?, hour))
}

/// A date in figures, its year of two or four.
fn written(date: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = date.split(['/', '.', '-']).collect();
    let [first, month, last] = parts[..] else {
        return None;
    };
    let number = |part: &str| -> Option<u32> {
        let plain = !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        part.parse().ok().filter(|_| plain)
    };
    let month = number(month)?;
    let (year, day) = match (first.len(), last.len()) {
        (4, 1 | 2) => (number(first)?, number(last)?),
        (1 | 2, 4) => (number(last)?, number(first)?),
        (1 | 2, 2) => (2000 + number(last)?, number(first)?),
        _ => return None,
    };
    let year = i32::try_from(year)
        .ok()
        .filter(|year| (1950..2100).contains(year))?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// Days since the epoch of spreadsheets, with a part of the day.
fn counted(cell: &str) -> Option<(NaiveDate, Option<NaiveTime>)> {
    let (days, part) = cell.split_once(['.', ',']).unwrap_or((cell, ""));
    let plain = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if days.len() != 5 || !plain(days) || !plain(part) {
        return None;
    }
    let days: u64 = days.parse().ok().filter(|n| COUNTED.contains(n))?;
    let day = EPOCH.checked_add_days(Days::new(days))?;
    if part.is_empty() {
        return Some((day, None));
    }
    Some((day, part_of_day(part)))
}

/// The hour that a part of the day is, from the digits behind the comma.
fn part_of_day(digits: &str) -> Option<NaiveTime> {
    let digits: String = digits.chars().take(9).collect();
    let whole = 10_u64.checked_pow(u32::try_from(digits.len()).ok()?)?;
    let minutes = (digits.parse::<u64>().ok()? * u64::from(MINUTES) + whole / 2) / whole;
    let minutes = u32::try_from(minutes).ok()?.min(MINUTES - 1);
    NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0)
}

/// `14:30`, `14:30:00`, `14h30`, `2:30 pm`, `0,604`.
pub fn clock(cell: &str) -> Option<NaiveTime> {
    let cell = cell.trim().trim_end_matches('Z');
    if let Some(digits) = cell.strip_prefix("0,").or_else(|| cell.strip_prefix("0.")) {
        let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        return plain.then(|| part_of_day(digits)).flatten();
    }
    let whole = cell.split('.').next().unwrap_or(cell);
    let exact = NaiveTime::parse_from_str(whole, "%H:%M:%S").ok();
    exact.or_else(|| parse_time(cell))
}
