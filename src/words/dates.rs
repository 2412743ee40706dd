//! Dates, hours, durations and numbers of things, as they are written in each language.

use super::Words;
use crate::domain::code::Lang;
use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

/// The no-break space between a number and its unit.
const NBSP: char = '\u{a0}';

/// Names in both languages, long and short: the long French one, the short French one, the long English one. English short
/// names are the first three letters.
type Name = (&'static str, &'static str, &'static str);

const DAYS: [Name; 7] = [
    ("lundi", "lun.", "Monday"),
    ("mardi", "mar.", "Tuesday"),
    ("mercredi", "mer.", "Wednesday"),
    ("jeudi", "jeu.", "Thursday"),
    ("vendredi", "ven.", "Friday"),
    ("samedi", "sam.", "Saturday"),
    ("dimanche", "dim.", "Sunday"),
];

const MONTHS: [Name; 12] = [
    ("janvier", "janv.", "January"),
    ("février", "févr.", "February"),
    ("mars", "mars", "March"),
    ("avril", "avr.", "April"),
    ("mai", "mai", "May"),
    ("juin", "juin", "June"),
    ("juillet", "juil.", "July"),
    ("août", "août", "August"),
    ("septembre", "sept.", "September"),
    ("octobre", "oct.", "October"),
    ("novembre", "nov.", "November"),
    ("décembre", "déc.", "December"),
];

fn names(date: NaiveDate) -> (Name, Name) {
    let day = date.weekday().num_days_from_monday() as usize;
    (DAYS[day % 7], MONTHS[date.month0() as usize % 12])
}

crate::words! {
    /// The day it is.
    today => "aujourd'hui", "today";
    /// The day after.
    tomorrow => "demain", "tomorrow";
    /// The day before.
    yesterday => "hier", "yesterday";
    /// Some days ahead.
    days_ahead(n: i64) => format!("dans {n} jours"), format!("in {n} days");
    /// Some days back.
    days_ago(n: i64) => format!("il y a {n} jours"), format!("{n} days ago");
    /// A duration in minutes.
    minutes(n: u32) => format!("{n}{NBSP}min"), format!("{n}{NBSP}min");
    /// A date in full: « jeudi 19 novembre 2026 ».
    date_long(date: NaiveDate) => {
        let (day, month) = names(date);
        let nth = if date.day() == 1 { "er" } else { "" };
        format!("{} {}{nth} {} {}", day.0, date.day(), month.0, date.year())
    }, {
        let (day, month) = names(date);
        format!("{} {} {} {}", day.2, date.day(), month.2, date.year())
    };
    /// A date as the screen shows it: « jeu. 19 nov. 2026 ».
    date(date: NaiveDate) => {
        let (day, month) = names(date);
        format!("{} {} {} {}", day.1, date.day(), month.1, date.year())
    }, {
        let (day, month) = names(date);
        format!("{} {} {} {}", &day.2[..3], date.day(), &month.2[..3], date.year())
    };
    /// A month of a year: « novembre 2026 ».
    month(date: NaiveDate) => format!("{} {}", names(date).1.0, date.year()), format!("{} {}", names(date).1.2, date.year());
    /// An hour: « 17 h 40 ».
    time(time: NaiveTime) => format!("{}{NBSP}h{NBSP}{:02}", time.hour(), time.minute()),
        format!("{}:{:02}", time.hour(), time.minute());
}

impl Words {
    /// A date for tables, ten columns wide: `19/11/2026`.
    pub fn date_short(self, date: NaiveDate) -> String {
        format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year())
    }

    /// A day of the week (1 Monday to 7 Sunday) in a few letters: « ven. ».
    pub fn day_short(self, day: u8) -> &'static str {
        let name = DAYS[usize::from(day.saturating_sub(1)) % 7];
        if self.is_french() {
            name.1
        } else {
            &name.2[..3]
        }
    }

    /// Minutes and seconds of a timer, `4:07`; with a typographic minus once it has run over.
    pub fn clock(self, seconds: i64) -> String {
        let sign = if seconds < 0 { "−" } else { "" };
        let seconds = seconds.unsigned_abs();
        format!("{sign}{}:{:02}", seconds / 60, seconds % 60)
    }

    /// How far `to` is from `from`: « dans 26 jours », « demain », « il y a 3 jours ».
    pub fn in_days(self, from: NaiveDate, to: NaiveDate) -> String {
        match (to - from).num_days() {
            0 => self.today().to_owned(),
            1 => self.tomorrow().to_owned(),
            -1 => self.yesterday().to_owned(),
            n if n > 0 => self.days_ahead(n),
            n => self.days_ago(-n),
        }
    }

    /// `one` or `many`, by the rule of the language: in French 0 is singular as well.
    pub const fn plural<'a>(self, n: usize, one: &'a str, many: &'a str) -> &'a str {
        match (self.0, n) {
            (_, 1) | (Lang::Fr, 0) => one,
            _ => many,
        }
    }

    /// A number of things, which no line break separates: « 3 faits ».
    pub fn count(self, n: usize, one: &str, many: &str) -> String {
        format!("{n}{NBSP}{}", self.plural(n, one, many))
    }

    /// `text` with a capital at its head, accent kept: « Écarts ».
    pub fn capital(self, text: &str) -> String {
        let mut chars = text.chars();
        let head = chars.next().map(|c| c.to_uppercase().collect::<String>());
        head.unwrap_or_default() + chars.as_str()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    const FR: Words = Words(Lang::Fr);
    const EN: Words = Words(Lang::En);

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn dates_have_three_lengths() {
        let date = day(2026, 11, 19);
        assert_eq!(FR.date_long(date), "jeudi 19 novembre 2026");
        assert_eq!(EN.date_long(date), "Thursday 19 November 2026");
        assert_eq!(FR.date(date), "jeu. 19 nov. 2026");
        assert_eq!(EN.date(date), "Thu 19 Nov 2026");
        assert_eq!(FR.date_short(date), "19/11/2026");
        assert_eq!(EN.date_short(day(2026, 1, 2)), "02/01/2026");
    }

    #[test]
    fn the_first_of_a_month_is_premier_in_full() {
        assert_eq!(FR.date_long(day(2027, 8, 1)), "dimanche 1er août 2027");
        assert_eq!(FR.date(day(2027, 8, 1)), "dim. 1 août 2027");
        assert_eq!(EN.date_long(day(2027, 8, 1)), "Sunday 1 August 2027");
        assert_eq!(FR.date_long(day(2027, 2, 11)), "jeudi 11 février 2027");
    }

    #[test]
    fn hours_and_durations_do_not_break() {
        let time = NaiveTime::from_hms_opt(17, 4, 0).unwrap();
        assert_eq!(FR.time(time), "17\u{a0}h\u{a0}04");
        assert_eq!(EN.time(time), "17:04");
        assert_eq!(FR.minutes(12), "12\u{a0}min");
        assert_eq!(FR.clock(247), "4:07");
        assert_eq!(FR.clock(-61), "−1:01");
        assert_eq!(FR.clock(7500), "125:00");
    }

    #[test]
    fn distances_are_said_as_people_say_them() {
        let today = day(2026, 11, 19);
        let said = |to| FR.in_days(today, to);
        assert_eq!(said(day(2026, 12, 15)), "dans 26 jours");
        assert_eq!(said(today), "aujourd'hui");
        assert_eq!(said(day(2026, 11, 20)), "demain");
        assert_eq!(said(day(2026, 11, 18)), "hier");
        assert_eq!(said(day(2026, 11, 16)), "il y a 3 jours");
        assert_eq!(EN.in_days(today, day(2026, 11, 16)), "3 days ago");
        assert_eq!(EN.in_days(today, day(2026, 11, 21)), "in 2 days");
    }

    #[test]
    fn none_is_singular_in_french_and_plural_in_english() {
        assert_eq!(FR.count(0, "fait", "faits"), "0\u{a0}fait");
        assert_eq!(FR.count(1, "fait", "faits"), "1\u{a0}fait");
        assert_eq!(FR.count(2, "fait", "faits"), "2\u{a0}faits");
        assert_eq!(EN.count(0, "fact", "facts"), "0\u{a0}facts");
        assert_eq!(EN.count(1, "fact", "facts"), "1\u{a0}fact");
    }

    #[test]
    fn capitals_keep_their_accent() {
        assert_eq!(FR.capital("écarts et barrières"), "Écarts et barrières");
        assert_eq!(FR.capital(""), "");
    }

    proptest! {
        #[test]
        fn an_hour_as_shown_can_be_typed_back(hour in 0_u32..24, minute in 0_u32..60) {
            let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
            for words in [FR, EN] {
                prop_assert_eq!(crate::domain::moment::parse_time(&words.time(time)), Some(time));
            }
        }
    }
}
