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

/// Farthest day from the event that is understood, either way.
const MAX_DAYS: i32 = 100_000;

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
    /// Understands `raw` as typed: `17:30`, `17 h 30`, `J-4`, `J+2 8h`, `vendredi 17 h 40`, `jeudi à 8 h`, `12/11`,
    /// `12/11/2026 18:20`. A date without year is taken in the year of `today`.
    pub fn parse(raw: &str, today: NaiveDate) -> Self {
        let clean = Text::line(raw);
        let said = clean.as_str().trim();
        if said.is_empty() {
            return Self::Unknown;
        }
        let text = said.to_lowercase();
        let (head, tail) = text
            .split_once([' ', '\u{a0}', '\u{202f}'])
            .unwrap_or((&text, ""));
        let tail = tail.trim();
        let hour = if tail.is_empty() {
            Some(None)
        } else {
            let bare = tail.strip_prefix("à ").or_else(|| tail.strip_prefix("at "));
            parse_time(bare.unwrap_or(tail)).map(Some)
        };
        let understood = parse_time(&text).map(Self::Clock).or_else(|| {
            let hour = hour?;
            parse_day(head)
                .map(|n| Self::Day(n, hour))
                .or_else(|| weekday(head).map(|n| Self::Weekday(n, hour)))
                .or_else(|| parse_date(head, today).map(|d| Self::At(d, hour)))
        });
        understood.unwrap_or_else(|| Self::Said(Text::line(said)))
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
    let (hours, minutes) = compact.split_once([':', 'h', 'H'])?;
    let minutes = if minutes.is_empty() && !compact.contains(':') {
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
    (-MAX_DAYS..=MAX_DAYS).contains(&n).then_some(n)
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
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (digits, unit) = if let Some(months) = compact.strip_prefix("m+") {
        (months, "m")
    } else if let Some(distance) = compact.strip_prefix('+') {
        let end = distance.trim_start_matches(|c: char| c.is_ascii_digit());
        (&distance[..distance.len() - end.len()], end)
    } else {
        return parse_date(&text, today);
    };
    let n: u32 = digits.parse().ok()?;
    let date = match unit {
        "" | "j" | "d" => today.checked_add_days(chrono::Days::new(n.into())),
        "s" | "w" => today.checked_add_days(chrono::Days::new(u64::from(n) * 7)),
        "m" => today.checked_add_months(chrono::Months::new(n)),
        _ => None,
    };
    date.and_then(plausible)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn at(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
    }

    #[track_caller]
    fn check(raw: &str, expected: &Moment) {
        assert_eq!(&Moment::parse(raw, day(2026, 11, 19)), expected, "{raw:?}");
    }

    #[test]
    fn understands_hours_as_people_write_them() {
        for raw in [
            "17:30",
            "17h30",
            "17 h 30",
            "17\u{a0}h\u{a0}30",
            " 17 H 30 ",
        ] {
            check(raw, &Moment::Clock(at(17, 30)));
        }
        for raw in ["8h", "8 h", "08:00", "8:0"] {
            check(raw, &Moment::Clock(at(8, 0)));
        }
        assert_eq!(parse_time("17H30"), Some(at(17, 30)));
    }

    #[test]
    fn understands_days_weekdays_and_dates() {
        check("J-4", &Moment::Day(-4, None));
        check("j−4", &Moment::Day(-4, None));
        check("J0", &Moment::Day(0, None));
        check("J+2 8h", &Moment::Day(2, Some(at(8, 0))));
        check("D+2 8:15", &Moment::Day(2, Some(at(8, 15))));
        check("vendredi 17 h 40", &Moment::Weekday(5, Some(at(17, 40))));
        check("Dimanche", &Moment::Weekday(7, None));
        check("jeudi à 8 h", &Moment::Weekday(4, Some(at(8, 0))));
        check("Monday at 9:30", &Moment::Weekday(1, Some(at(9, 30))));
        check("12/11", &Moment::At(day(2026, 11, 12), None));
        check("12.11.26", &Moment::At(day(2026, 11, 12), None));
        check("2025-11-12", &Moment::At(day(2025, 11, 12), None));
        check(
            "12/11/2025 18:20",
            &Moment::At(day(2025, 11, 12), Some(at(18, 20))),
        );
    }

    #[test]
    fn keeps_in_words_what_it_does_not_understand() {
        for raw in [
            "avant le repas",
            "25:00",
            "17:",
            "h30",
            "31/02",
            "12/11/1515",
            "J+2 vers midi",
            "j",
            "J-2147483648",
            "12/13",
            "J+100001",
            "vendredi dernier",
            "1/2/3/4",
            "17h30 lundi",
        ] {
            check(raw, &Moment::Said(Text::line(raw)));
        }
        check("  au réveil ", &Moment::Said(Text::line("au réveil")));
        check(" \u{a0}", &Moment::Unknown);
        check("\u{200b}", &Moment::Unknown);
    }

    #[test]
    fn a_deadline_is_a_date_or_a_distance() {
        let today = day(2026, 11, 30);
        let due = |raw| parse_due(raw, today);
        assert_eq!(due("15/12"), Some(day(2026, 12, 15)));
        assert_eq!(due("+30"), Some(day(2026, 12, 30)));
        assert_eq!(due("+ 10 j"), Some(day(2026, 12, 10)));
        assert_eq!(due("+6s"), Some(day(2027, 1, 11)));
        assert_eq!(due("+6w"), due("+6s"));
        assert_eq!(due("M+3"), Some(day(2027, 2, 28)));
        assert_eq!(due("+3m"), due("M+3"));
        for raw in [
            "",
            "+",
            "+x",
            "M+",
            "demain",
            "+4294967295",
            "M+4294967295",
            "+3 ans",
            "-3",
        ] {
            assert_eq!(due(raw), None, "{raw:?}");
        }
    }

    #[test]
    fn stands_in_time_from_the_day_of_the_event() {
        // A Thursday.
        let zero = day(2026, 11, 19);
        let place = |raw| Moment::parse(raw, zero).place(zero);
        assert_eq!(place("17 h 30"), Some(zero.and_time(at(17, 30))));
        assert_eq!(place("J-4 8h"), Some(day(2026, 11, 15).and_time(at(8, 0))));
        assert_eq!(place("jeudi"), Some(zero.and_time(at(0, 0))));
        assert_eq!(
            place("vendredi"),
            Some(day(2026, 11, 13).and_time(at(0, 0)))
        );
        assert_eq!(place("un jour"), None);
    }

    fn hours() -> impl Strategy<Value = Option<NaiveTime>> {
        prop::option::of((0_u32..24, 0_u32..60).prop_map(|(h, m)| at(h, m)))
    }

    fn moments() -> impl Strategy<Value = Moment> {
        prop_oneof![
            Just(Moment::Unknown),
            (0_u32..24, 0_u32..60).prop_map(|(h, m)| Moment::Clock(at(h, m))),
            (-MAX_DAYS..=MAX_DAYS, hours()).prop_map(|(n, hour)| Moment::Day(n, hour)),
            (1_u8..=7, hours()).prop_map(|(n, hour)| Moment::Weekday(n, hour)),
            (0_u64..109_000, hours())
                .prop_map(|(n, hour)| Moment::At(day(1900, 1, 1) + chrono::Days::new(n), hour)),
        ]
    }

    proptest! {
        #[test]
        fn what_is_shown_can_be_typed_back(moment in moments(), french: bool) {
            let shown = moment.show(french);
            prop_assert_eq!(Moment::parse(&shown, day(2026, 11, 19)), moment);
        }

        #[test]
        fn whatever_was_typed_is_understood_the_same_once_shown(raw in "\\PC{0,20}|[jJdD+0-9/: h.-]{0,12}", french: bool) {
            let today = day(2026, 11, 19);
            let moment = Moment::parse(&raw, today);
            prop_assert_eq!(Moment::parse(&moment.show(french), today), moment);
        }
    }
}
