//! A moment as people say it: a date, J+2, an hour, a weekday, or words that no clock understands.

mod due;
mod reading;
mod told;

pub use due::parse_due;
pub use reading::{parse_date, parse_time};

use super::text::Text;
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;

/// When something happened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Moment {
    /// Nobody knows, or nobody said.
    #[default]
    Unknown,
    /// In words that were not understood; kept as they are.
    Said(Text),
    /// Near a moment, in the words that said so: « vers 11 h 30 »; the words are shown, the moment gives the place.
    About(Text, Box<Moment>),
    /// An hour of the day of the event.
    Clock(NaiveTime),
    /// Days from the event (J0), with an hour if known.
    Day(i32, Option<NaiveTime>),
    /// A weekday (1 Monday to 7 Sunday), with an hour if known.
    Weekday(u8, Option<NaiveTime>),
    /// A date, with an hour if known.
    At(NaiveDate, Option<NaiveTime>),
}

/// On which side of today a date lies whose year was not typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It can only come: a deadline, the next meeting.
    Ahead,
    /// It has been: a report, an interview.
    Past,
    /// Either, whichever is nearer.
    Near,
}

/// What days are told from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The day of the event: a weekday stays a weekday, « la veille » is J-1.
    FromEvent,
    /// Today: « hier », « samedi 14 h » are dates of the past.
    FromToday,
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
    /// Understands `raw` as typed: `17:30`, `17 h 30`, `5:30 pm`, `J-4`, `J+2 8h`, `la veille 22 h`, `vendredi 17 h 40`,
    /// `17h40 vendredi`, `12/11`, `12/11/2026 18:20`, `vendredi 13 novembre`. A date without year is the one nearest to
    /// `today` that is not ahead of it.
    pub fn parse(raw: &str, today: NaiveDate) -> Self {
        Self::parse_told(raw, today, Told::FromEvent)
    }

    /// The same, with days told from the event or from today: then « hier 14 h » and « samedi » are dates as well.
    pub fn parse_told(raw: &str, today: NaiveDate, told: Told) -> Self {
        let clean = Text::line(raw);
        let said = clean.as_str().trim();
        if said.is_empty() {
            return Self::Unknown;
        }
        reading::moment(said, today, told).unwrap_or_else(|| Self::Said(Text::line(said)))
    }

    /// The same moment with an hour of the day.
    fn with(self, hour: NaiveTime) -> Option<Self> {
        match self {
            Self::Day(n, None) => Some(Self::Day(n, Some(hour))),
            Self::Weekday(n, None) => Some(Self::Weekday(n, Some(hour))),
            Self::At(date, None) => Some(Self::At(date, Some(hour))),
            _ => None,
        }
    }

    /// The moment without the words around it: that near which a rough one stands, otherwise itself.
    pub fn base(&self) -> &Self {
        match self {
            Self::About(_, near) => near,
            _ => self,
        }
    }

    /// The hour of the day, if it is known.
    pub fn hour(&self) -> Option<NaiveTime> {
        match self {
            Self::About(_, near) => near.hour(),
            Self::Unknown | Self::Said(_) => None,
            Self::Clock(time) => Some(*time),
            Self::Day(_, hour) | Self::Weekday(_, hour) | Self::At(_, hour) => *hour,
        }
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
            Self::Said(text) | Self::About(text, _) => return text.as_str().to_owned(),
            Self::Clock(time) => Some(*time),
            Self::Day(n, hour) => {
                let letter = if french { "J" } else { "D" };
                let _ = match n {
                    0 => write!(out, "{letter}0"),
                    n => write!(out, "{letter}{n:+}"),
                };
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
            Self::About(_, near) => near.place(day_zero),
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

#[cfg(test)]
mod tests;
