//! A moment as people say it: a date, J+2, an hour, a weekday, or words that no clock understands.

use super::text::Text;
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;

/// When something happened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Moment {
    /// Nobody knows, or nobody said.
    #[default]
    Unknown,
    /// In words that were not understood; kept as they are.
    Said(Text),
    /// An hour of the day of the event.
    Clock(NaiveTime),
    /// Days from the event (J0), with an hour if known.
    Day(i32, Option<NaiveTime>),
    /// A weekday (1 Monday to 7 Sunday), with an hour if known.
    Weekday(u8, Option<NaiveTime>),
    /// A date, with an hour if known.
    At(NaiveDate, Option<NaiveTime>),
}

const WEEKDAYS_FR: [&str; 7] = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
];
const WEEKDAYS_EN: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

impl Moment {
    /// Understands `raw` as typed: `17:30`, `17 h 30`, `J-4`, `J+2 8h`, `vendredi 17 h 40`, `12/11`, `12/11/2026 18:20`. A date
    /// without year is taken in the year of `today`.
    pub fn parse(raw: &str, today: NaiveDate) -> Self {
        let text = raw.trim().to_lowercase();
        if text.is_empty() {
            return Self::Unknown;
        }
        let (head, tail) = text
            .split_once([' ', '\u{a0}', '\u{202f}'])
            .unwrap_or((&text, ""));
        let hour = if tail.trim().is_empty() {
            Some(None)
        } else {
            parse_time(tail).map(Some)
        };
        let understood = parse_time(&text).map(Self::Clock).or_else(|| {
            let hour = hour?;
            parse_day(head)
                .map(|n| Self::Day(n, hour))
                .or_else(|| weekday(head).map(|n| Self::Weekday(n, hour)))
                .or_else(|| parse_date(head, today).map(|d| Self::At(d, hour)))
        });
        understood.unwrap_or_else(|| Self::Said(Text::line(raw)))
    }

    /// Whether nothing is known.
    pub fn is_unknown(&self) -> bool {
        *self == Self::Unknown
    }

    /// As it is typed and shown; parsing it gives the moment back. Hours are written `17:30`, dates `12/11/2026`.
    pub fn show(&self, french: bool) -> String {
        let mut out = String::new();
        let hour = match self {
            Self::Unknown => None,
            Self::Said(text) => return text.as_str().to_owned(),
            Self::Clock(time) => Some(*time),
            Self::Day(n, hour) => {
                let _ = write!(out, "{}{:+}", if french { "J" } else { "D" }, n);
                *hour
            }
            Self::Weekday(n, hour) => {
                let names = if french { WEEKDAYS_FR } else { WEEKDAYS_EN };
                out.push_str(names[usize::from(n.saturating_sub(1)).min(6)]);
                *hour
            }
            Self::At(date, hour) => {
                let _ = write!(out, "{}", date.format("%d/%m/%Y"));
                *hour
            }
        };
        if let Some(time) = hour {
            let space = if out.is_empty() { "" } else { " " };
            let _ = write!(out, "{space}{:02}:{:02}", time.hour(), time.minute());
        }
        out
    }

    /// Where it stands in time when the event happened on `day_zero`; nothing for what cannot be placed.
    pub fn place(&self, day_zero: NaiveDate) -> Option<NaiveDateTime> {
        let midnight = NaiveTime::MIN;
        match self {
            Self::Unknown | Self::Said(_) => None,
            Self::Clock(time) => Some(day_zero.and_time(*time)),
            Self::Day(n, hour) => {
                let day = day_zero.checked_add_signed(chrono::TimeDelta::days(i64::from(*n)))?;
                Some(day.and_time(hour.unwrap_or(midnight)))
            }
            Self::Weekday(n, hour) => {
                // The weekday within the week that ends with the day of the event.
                let back = (7 + day_zero.weekday().number_from_monday() - u32::from(*n).min(7)) % 7;
                let day = day_zero.checked_sub_signed(chrono::TimeDelta::days(i64::from(back)))?;
                Some(day.and_time(hour.unwrap_or(midnight)))
            }
            Self::At(date, hour) => Some(date.and_time(hour.unwrap_or(midnight))),
        }
    }
}

/// An hour: `17:30`, `17h30`, `17 h 30`, `17h`, `8 h`.
pub fn parse_time(raw: &str) -> Option<NaiveTime> {
    let compact: String = raw.chars().filter(|c| !c.is_whitespace()).collect();
    let (hours, minutes) = compact.split_once([':', 'h'])?;
    let minutes = if minutes.is_empty() && compact.contains('h') {
        "0"
    } else {
        minutes
    };
    if hours.len() > 2
        || minutes.len() > 2
        || !(hours.bytes().chain(minutes.bytes())).all(|b| b.is_ascii_digit())
    {
        return None;
    }
    NaiveTime::from_hms_opt(hours.parse().ok()?, minutes.parse().ok()?, 0)
}

fn parse_day(word: &str) -> Option<i32> {
    let rest = word.strip_prefix(['j', 'd'])?.replace(['−', '–'], "-");
    let n: i32 = rest.parse().ok()?;
    (n.abs() <= 100_000).then_some(n)
}

fn weekday(word: &str) -> Option<u8> {
    let find = |names: [&str; 7]| names.iter().position(|name| *name == word);
    find(WEEKDAYS_FR)
        .or_else(|| find(WEEKDAYS_EN))
        .and_then(|i| u8::try_from(i + 1).ok())
}

/// A date: `12/11/2026`, `12/11/26`, `12/11` (in the year of `today`), `2026-11-12`.
pub fn parse_date(raw: &str, today: NaiveDate) -> Option<NaiveDate> {
    let raw = raw.trim();
    if let Ok(date) = NaiveDate::parse_from_str(raw, "%Y-%m-%d") {
        return plausible(date);
    }
    let parts: Vec<&str> = raw.split(['/', '.']).collect();
    let all_digits = parts
        .iter()
        .all(|p| !p.is_empty() && p.len() <= 4 && p.bytes().all(|b| b.is_ascii_digit()));
    if !all_digits {
        return None;
    }
    let (day, month, year) = match parts.as_slice() {
        [day, month] => (day, month, today.year()),
        [day, month, year] if year.len() == 2 => (day, month, 2000 + year.parse::<i32>().ok()?),
        [day, month, year] if year.len() == 4 => (day, month, year.parse().ok()?),
        _ => return None,
    };
    plausible(NaiveDate::from_ymd_opt(
        year,
        month.parse().ok()?,
        day.parse().ok()?,
    )?)
}

fn plausible(date: NaiveDate) -> Option<NaiveDate> {
    (1900..=2200).contains(&date.year()).then_some(date)
}

/// A deadline as typed: a date, or a distance from `today`: `+30` (days), `+6s` or `+6w` (weeks), `+3m` (months), `M+3`.
pub fn parse_due(raw: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = raw.trim().to_lowercase();
    if let Some(months) = text.strip_prefix("m+") {
        return today
            .checked_add_months(chrono::Months::new(months.parse().ok()?))
            .and_then(plausible);
    }
    let Some(distance) = text.strip_prefix('+') else {
        return parse_date(&text, today);
    };
    let digits = distance.trim_end_matches(char::is_alphabetic).trim();
    let n: u32 = digits.parse().ok()?;
    let date = match distance
        .trim_start_matches(|c: char| c.is_ascii_digit())
        .trim()
    {
        "" | "j" | "d" => today.checked_add_days(chrono::Days::new(n.into())),
        "s" | "w" => today.checked_add_days(chrono::Days::new(u64::from(n) * 7)),
        "m" => today.checked_add_months(chrono::Months::new(n)),
        _ => None,
    };
    date.and_then(plausible)
}
