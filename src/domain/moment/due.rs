//! How a day that is no fact of an event is understood: a deadline, a report, the next meeting. In French and in English, in
//! figures or in words.

use super::Side;
use super::reading::{amount, month as month_of, nth, number, parse_date, plausible, weekday};
use crate::domain::text::fold;
use chrono::{Datelike, Days, Months, NaiveDate};

/// Most years from one 29 February to the next.
const LEAP: i32 = 8;
/// Days of a week.
const WEEK: u32 = 7;
/// Words before a day that add nothing to it.
const ARTICLES: [&str; 5] = ["le ", "au ", "on the ", "on ", "the "];
/// Days told from today.
const NEAR: [(&str, i64); 12] = [
    ("aujourd'hui", 0),
    ("today", 0),
    ("demain", 1),
    ("tomorrow", 1),
    ("apres-demain", 2),
    ("apres demain", 2),
    ("day after tomorrow", 2),
    ("hier", -1),
    ("yesterday", -1),
    ("avant-hier", -2),
    ("avant hier", -2),
    ("day before yesterday", -2),
];

/// A day as typed: a date in figures or words, with its year or without, a day of the week, or a distance from `today`:
/// `+30` (days), `+6s` or `+6w` (weeks), `+3m` (months), `M+3`, `dans 3 semaines`. What leaves its year or its week open is
/// the nearest one on its side of `today`.
pub fn parse_due(raw: &str, today: NaiveDate, side: Side) -> Option<NaiveDate> {
    let text = raw.trim().to_lowercase();
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (digits, unit) = if let Some(months) = compact.strip_prefix("m+") {
        (months, "m")
    } else if let Some(distance) = compact.strip_prefix('+') {
        let end = distance.trim_start_matches(|c: char| c.is_ascii_digit());
        (&distance[..distance.len() - end.len()], end)
    } else {
        return figures(&text, today, side).or_else(|| words(&text, today, side));
    };
    away(digits.parse().ok()?, unit, today)
}

/// The day so many days, weeks or months from today.
fn away(n: u32, unit: &str, today: NaiveDate) -> Option<NaiveDate> {
    let date = match unit {
        "" | "j" | "d" | "jour" | "jours" | "day" | "days" => {
            today.checked_add_days(Days::new(n.into()))
        }
        "s" | "w" | "semaine" | "semaines" | "week" | "weeks" => {
            today.checked_add_days(Days::new(u64::from(n) * u64::from(WEEK)))
        }
        "m" | "mois" | "month" | "months" => today.checked_add_months(Months::new(n)),
        _ => None,
    };
    date.and_then(plausible)
}

/// A date in figures: `15/2`, `15.02.2027`, `15-2-2027`, `2027-02-15`.
fn figures(raw: &str, today: NaiveDate, side: Side) -> Option<NaiveDate> {
    let parts: Vec<&str> = raw.split(['/', '.', '-']).map(str::trim).collect();
    let day_first = parts.first().is_some_and(|part| part.len() <= 2);
    let raw = if day_first {
        parts.join("/")
    } else {
        raw.to_owned()
    };
    if parts.len() != 2 {
        return parse_date(&raw, today);
    }
    on_side(today, side, |year| {
        parse_date(&raw, NaiveDate::from_ymd_opt(year, 1, 1)?)
    })
}

/// A day in words: `15 février 2027`, `Feb 15`, `lundi`, `lundi 15 février`, `demain`, `dans 3 semaines`.
fn words(raw: &str, today: NaiveDate, side: Side) -> Option<NaiveDate> {
    let text = fold(raw)
        .replace([',', '\u{a0}', '\u{202f}'], " ")
        .replace('\u{2019}', "'");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = ARTICLES.iter().find_map(|head| text.strip_prefix(head));
    let text = bare.unwrap_or(&text);
    if let Some((_, days)) = NEAR.iter().find(|(name, _)| *name == text) {
        return today.checked_add_signed(chrono::TimeDelta::days(*days));
    }
    let words: Vec<&str> = text.split(' ').filter(|word| *word != "of").collect();
    match words.as_slice() {
        ["dans" | "in", n, unit] if unit.len() > 1 => {
            away(amount(n)?.try_into().ok()?, unit, today)
        }
        [name] | [name, "prochain"] | ["next", name] if weekday(name).is_some() => {
            let next = words.len() > 1;
            of_week(
                u32::from(weekday(name)?),
                today,
                if next { Side::Ahead } else { side },
            )
        }
        [name, rest @ ..] if weekday(name).is_some() => {
            let date =
                figures(&rest.join(" "), today, side).or_else(|| dated(rest, today, side))?;
            let named = u32::from(weekday(name)?) == date.weekday().number_from_monday();
            named.then_some(date)
        }
        words => dated(words, today, side),
    }
}

/// A day and a month in either order, with a year or without.
fn dated(words: &[&str], today: NaiveDate, side: Side) -> Option<NaiveDate> {
    let ([first, second], year) = match words {
        [first, second] => ([*first, *second], None),
        [first, second, year] if year.len() == 4 => ([*first, *second], Some(number(year)?)),
        _ => return None,
    };
    let of = |(day, month)| (nth(day), month_of(month));
    let (day, month) = [of((first, second)), of((second, first))]
        .into_iter()
        .find_map(|(day, month)| day.zip(month))?;
    let of = |year| NaiveDate::from_ymd_opt(year, month, day).and_then(plausible);
    match year {
        Some(year) => of(year),
        None => on_side(today, side, of),
    }
}

/// The nearest such day of the week on that side of today, today aside; on either side none is meant.
fn of_week(day: u32, today: NaiveDate, side: Side) -> Option<NaiveDate> {
    let away = (day + WEEK - today.weekday().number_from_monday()) % WEEK;
    let away = if away == 0 { WEEK } else { away };
    match side {
        Side::Ahead => today.checked_add_days(Days::new(away.into())),
        Side::Past if away == WEEK => today.checked_sub_days(Days::new(away.into())),
        Side::Past => today.checked_sub_days(Days::new((WEEK - away).into())),
        Side::Near => None,
    }
}

/// The date of a year, in the year that is nearest on that side of `today`.
fn on_side(
    today: NaiveDate,
    side: Side,
    of: impl Fn(i32) -> Option<NaiveDate>,
) -> Option<NaiveDate> {
    let of = |years: i32| of(today.year() + years);
    match side {
        Side::Ahead => (0..=LEAP).filter_map(of).find(|date| *date >= today),
        Side::Past => (0..=LEAP)
            .filter_map(|years| of(-years))
            .find(|date| *date <= today),
        Side::Near => (-LEAP..=LEAP)
            .filter_map(of)
            .min_by_key(|date| (*date - today).abs()),
    }
}
