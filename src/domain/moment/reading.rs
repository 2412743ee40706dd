//! How a moment is understood from what people type, in French and in English, in any case, with or without accents.

use super::told::{FROM_TODAY, MONTHS, NUMBERS, PARTS, ROUGH, TOLD};
use super::{Moment, Told, WEEKDAYS_EN, WEEKDAYS_FR};
use crate::domain::text::{Text, fold};
use chrono::{Datelike, NaiveDate, NaiveTime};

/// Farthest day from the event that is understood, either way.
pub(super) const MAX_DAYS: i32 = 100_000;

/// Longest text that can be a moment, in bytes.
const MAX_SAID: usize = 60;

/// What was said, as a moment with a place in time; nothing where no clock understands it.
pub(super) fn moment(said: &str, today: NaiveDate, told: Told) -> Option<Moment> {
    if said.len() > MAX_SAID {
        return None;
    }
    let text = fold(said)
        .replace([',', '\u{a0}', '\u{202f}'], " ")
        .replace('\u{2019}', "'");
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    exact(&text, today, told).or_else(|| {
        let rest = without_rough(&text)?;
        let near = exact(&rest, today, told)?;
        // The words are kept and may be read again on another day: they must mean the same then.
        let fixed = told == Told::FromEvent
            && exact(&rest, today - chrono::Days::new(500), told).as_ref() == Some(&near);
        match near {
            near if fixed => Some(Moment::About(Text::line(said), Box::new(near))),
            near @ Moment::At(..) => Some(near),
            near => {
                (told == Told::FromToday).then(|| Moment::About(Text::line(said), Box::new(near)))
            }
        }
    })
}

/// The text without the words that make it rough; nothing where there are none.
fn without_rough(text: &str) -> Option<String> {
    let padded = format!(" {} ", text.replace(['~', '≈'], " vers "));
    let bare = ROUGH.iter().fold(padded.clone(), |bare, word| {
        bare.replace(&format!(" {word} "), " ")
    });
    let words: Vec<&str> = bare.split_whitespace().collect();
    (bare != padded && !words.is_empty()).then(|| words.join(" "))
}

/// What the text says without any roughness.
fn exact(text: &str, today: NaiveDate, told: Told) -> Option<Moment> {
    let day = |text: &str| day(text, today, told);
    let whole = parse_time(at(text)).map(Moment::Clock);
    whole
        .or_else(|| day(text))
        .or_else(|| {
            // A day and an hour, in either order.
            let mut parts = text.match_indices(' ').map(|(i, _)| text.split_at(i));
            parts.find_map(|(head, tail)| {
                let tail = tail.trim_start();
                let hour = |text: &str| parse_time(at(text)).or_else(|| dotted(at(text)));
                let in_order = || day(head)?.with(hour(tail)?);
                let turned = || day(tail)?.with(hour(head)?);
                in_order().or_else(turned)
            })
        })
        .or_else(|| dotted(at(text)).map(Moment::Clock))
}

/// An hour without the word before it.
fn at(text: &str) -> &str {
    let heads = ["a ", "at "];
    let bare = heads.iter().find_map(|head| text.strip_prefix(head));
    bare.unwrap_or(text)
}

/// A day without an hour.
fn day(text: &str, today: NaiveDate, from: Told) -> Option<Moment> {
    let heads = ["le ", "la ", "l'", "the ", "on the ", "on "];
    let bare = heads.iter().find_map(|head| text.strip_prefix(head));
    let text = bare.unwrap_or(text);
    if from == Told::FromToday
        && let Some(date) = before_today(text, today)
    {
        return Some(Moment::At(date, None));
    }
    let told = TOLD.iter().find(|(name, _)| *name == text);
    told.map(|(_, days)| *days)
        .or_else(|| counted(text))
        .map(|days| Moment::Day(days, None))
        .or_else(|| weekday(text).map(|n| Moment::Weekday(n, None)))
        .or_else(|| dated(text, today).map(|date| Moment::At(date, None)))
}

/// `14.30`: an hour with a point, where it can be no date.
fn dotted(text: &str) -> Option<NaiveTime> {
    let (hours, minutes) = text.split_once('.')?;
    (minutes.len() == 2)
        .then(|| clock(hours, minutes, 0))
        .flatten()
}

/// A day told from today: `hier`, `samedi dernier`, with the part of the day or without.
fn before_today(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let part = PARTS.iter().find_map(|part| text.strip_suffix(part));
    let known = FROM_TODAY.iter().find(|(name, _)| *name == text);
    let back = |name: &str| {
        let told = FROM_TODAY.iter().find(|(told, _)| *told == name);
        let last = name
            .strip_suffix(" dernier")
            .or_else(|| name.strip_prefix("last "));
        let week = || {
            let n = weekday(last.unwrap_or(name))?;
            let back = (7 + today.weekday().number_from_monday() - u32::from(n)) % 7;
            Some(u64::from(if back == 0 && last.is_some() {
                7
            } else {
                back
            }))
        };
        told.map(|(_, back)| *back).or_else(week)
    };
    let days = known.map(|(_, back)| *back);
    let days = days.or_else(|| back(part.unwrap_or(text)))?;
    today.checked_sub_days(chrono::Days::new(days))
}

/// A number in figures or in letters.
pub(super) fn amount(word: &str) -> Option<i32> {
    let spelt = NUMBERS.iter().zip(1..);
    let spelt = spelt.clone().find(|(names, _)| names.contains(&word));
    number(word).or(spelt.map(|(_, n)| n))
}

/// `J-4`, `d + 2`, `3 jours avant`, `2 days after`.
fn counted(text: &str) -> Option<i32> {
    let n: i32 = if let Some(rest) = text
        .strip_prefix(['j', 'd'])
        .filter(|rest| !rest.starts_with(char::is_alphabetic))
    {
        let rest = rest.trim_start().replace(['−', '–'], "-");
        let sign = rest
            .strip_prefix(['+', '-'])
            .map(|digits| (digits.trim_start(), rest.starts_with('-')));
        let (digits, minus) = sign.unwrap_or((&rest, false));
        let n = number(digits)?;
        if minus { -n } else { n }
    } else {
        let mut words = text.split(' ');
        let n = amount(words.next()?)?;
        let n = match words.next()? {
            "jour" | "jours" | "day" | "days" => n,
            "semaine" | "semaines" | "week" | "weeks" => n.checked_mul(7)?,
            _ => return None,
        };
        match (words.next()?, words.next()) {
            ("avant" | "before", None) => -n,
            ("apres" | "after", None) => n,
            _ => return None,
        }
    };
    (-MAX_DAYS..=MAX_DAYS).contains(&n).then_some(n)
}

/// Nothing but digits.
pub(super) fn number(digits: &str) -> Option<i32> {
    let plain = digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|_| plain)
}

/// A day of the week, whole or by its first three letters.
pub(super) fn weekday(word: &str) -> Option<u8> {
    let short = word.strip_suffix('.').unwrap_or(word);
    let named = |name: &&str| **name == *word || short.len() == 3 && name.starts_with(short);
    let find = |names: [&str; 7]| names.iter().position(named);
    find(WEEKDAYS_FR)
        .or_else(|| find(WEEKDAYS_EN))
        .and_then(|i| u8::try_from(i + 1).ok())
}

/// A date in figures or words; the day of the week before it, if any, must be its own.
fn dated(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let (head, rest) = text.split_once(' ').unwrap_or((text, ""));
    if let Some(day) = weekday(head).filter(|_| !rest.is_empty()) {
        let date = dated(rest, today)?;
        return (date.weekday().number_from_monday() == u32::from(day)).then_some(date);
    }
    if rest.is_empty() {
        let short = text.split(['/', '.']).count() == 2;
        return parse_date(text, today).map(|date| if short { recent(date, today) } else { date });
    }
    let mut words = text.split(' ');
    let (first, second) = (words.next()?, words.next()?);
    let (day, month) = nth(first)
        .zip(month(second))
        .or_else(|| nth(second).zip(month(first)))?;
    let of = |year| NaiveDate::from_ymd_opt(year, month, day).and_then(plausible);
    match (words.next(), words.next()) {
        (None, _) => of(today.year()).map(|date| recent(date, today)),
        (Some(year), None) if year.len() == 4 => of(number(year)?),
        _ => None,
    }
}

/// A date of this year, or the same day a year before where it lies ahead: a fact has happened.
fn recent(date: NaiveDate, today: NaiveDate) -> NaiveDate {
    if date > today {
        date.with_year(date.year() - 1).unwrap_or(date)
    } else {
        date
    }
}

/// The day of a month: `13`, `1er`, `13th`.
pub(super) fn nth(word: &str) -> Option<u32> {
    let ends = ["er", "st", "nd", "rd", "th"];
    let bare = ends.iter().find_map(|end| word.strip_suffix(end));
    number(bare.unwrap_or(word)).and_then(|n| u32::try_from(n).ok())
}

/// A month, whole or by its first letters where they tell it from the others.
pub(super) fn month(word: &str) -> Option<u32> {
    let short = word.strip_suffix('.').unwrap_or(word);
    let named = |name: &&str| *name == short || short.len() >= 3 && name.starts_with(short);
    let mut found = MONTHS
        .iter()
        .zip(1..)
        .filter(|(names, _)| names.iter().any(named));
    let (_, month) = found.next()?;
    found.next().is_none().then_some(month)
}

/// An hour: `17:30`, `17h30`, `17 h 30`, `17h`, `8 heures`, `5:30 pm`, `midi`, `midi et demi`, `minuit`.
pub fn parse_time(raw: &str) -> Option<NaiveTime> {
    let lower = raw.to_lowercase();
    let compact: String = lower.chars().filter(|c| !c.is_whitespace()).collect();
    match compact.as_str() {
        "midietdemi" | "midietdemie" => return NaiveTime::from_hms_opt(12, 30, 0),
        "minuitetdemi" | "minuitetdemie" => return NaiveTime::from_hms_opt(0, 30, 0),
        "midi" | "noon" => return NaiveTime::from_hms_opt(12, 0, 0),
        "minuit" | "midnight" => return Some(NaiveTime::MIN),
        _ => {}
    }
    if let Some(time) = half_day(&compact) {
        return Some(time);
    }
    let compact = compact.replace("heures", "h").replace("heure", "h");
    let bare = ["min", "mn"]
        .iter()
        .find_map(|end| compact.strip_suffix(end));
    let (hours, minutes) = bare.unwrap_or(&compact).split_once([':', 'h'])?;
    let minutes = if minutes.is_empty() && !compact.contains(':') && bare.is_none() {
        "0"
    } else {
        minutes
    };
    clock(hours, minutes, 0)
}

/// An hour of half a day: `5pm`, `5:30pm`, `11.15a.m.`.
fn half_day(compact: &str) -> Option<NaiveTime> {
    let ends = [("pm", 12), ("p.m.", 12), ("am", 0), ("a.m.", 0)];
    let (clock_face, half) = ends
        .iter()
        .find_map(|(end, half)| Some((compact.strip_suffix(end)?, *half)))?;
    let (hours, minutes) = clock_face
        .split_once([':', '.'])
        .unwrap_or((clock_face, "0"));
    let of_twelve = number(hours).filter(|h| (1..=12).contains(h))? % 12;
    clock(&of_twelve.to_string(), minutes, half)
}

/// An hour and minutes of at most two digits each, the hour after so many others.
fn clock(hours: &str, minutes: &str, after: u32) -> Option<NaiveTime> {
    let short = |part: &str| (1..=2).contains(&part.len());
    if !short(hours) || !short(minutes) {
        return None;
    }
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    NaiveTime::from_hms_opt(
        u32::try_from(hours).ok()? + after,
        u32::try_from(minutes).ok()?,
        0,
    )
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

pub(super) fn plausible(date: NaiveDate) -> Option<NaiveDate> {
    (1900..=2200).contains(&date.year()).then_some(date)
}
