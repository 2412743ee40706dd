//! Identifiers made of digits and signs: phone, mail, birth, social security, room, file.

use super::{Identifier, Kind, Reading, Remark};

/// Groups of a number of social security, with its key and without.
const NIR: [&[usize]; 4] = [&[15], &[13], &[1, 2, 2, 2, 3, 3, 2], &[1, 2, 2, 2, 3, 3]];
/// Digits of an international phone number.
const ABROAD: std::ops::RangeInclusive<usize> = 9..=15;
/// Digits that a file has at least.
const FILE: usize = 4;
/// Digits that a room has at most.
const ROOM: usize = 4;
/// Words within which someone was named.
const NEAR: usize = 4;
/// Years of birth.
const YEARS: std::ops::RangeInclusive<u32> = 1880..=2099;

/// Adds what stands in a text.
pub(super) fn find(read: &Reading, out: &mut Vec<Remark>) {
    emails(read, out);
    let advice = &read.known.shipped.advice;
    for at in 0..read.tokens.len() {
        let found = [
            (Identifier::Birth, birth(read, at), &advice.birth),
            (Identifier::Record, record(read, at), &advice.record),
            (Identifier::Room, room(read, at), &advice.room),
            (Identifier::Nir, nir(read, at), &advice.nir),
            (Identifier::Phone, phone(read, at), &advice.phone),
        ];
        for (which, last, advice) in found {
            let Some(last) = last else { continue };
            let mut range = read.range(at, last);
            range.start -= usize::from(which == Identifier::Phone && is_abroad(read, at));
            out.push(Remark {
                kind: Kind::Identifier(which),
                range,
                advice: advice.as_str(),
            });
        }
    }
}

fn emails(read: &Reading, out: &mut Vec<Remark>) {
    let part = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    for (at, _) in read.text.match_indices('@') {
        let (before, after) = (&read.text[..at], &read.text[at + 1..]);
        let user = before.len() - before.trim_end_matches(part).len();
        let host = after.len() - after.trim_start_matches(part).len();
        let host = after[..host].trim_end_matches(['.', '-']);
        if user > 0 && host.contains('.') {
            out.push(Remark {
                kind: Kind::Identifier(Identifier::Email),
                range: at - user..at + 1 + host.len(),
                advice: read.known.shipped.advice.email.as_str(),
            });
        }
    }
}

/// Whether a number is one of digits.
fn is_number(read: &Reading, at: usize) -> bool {
    read.tokens
        .get(at)
        .is_some_and(super::tokens::Token::is_number)
}

/// What may stand between the groups of one number.
fn is_group_gap(gap: &str) -> bool {
    matches!(gap, " " | "." | "-" | "/" | "\u{a0}" | "\u{202f}")
}

/// Whether digits go on behind or before, so that a number is only a part of a longer one.
fn is_cut(read: &Reading, first: usize, last: usize) -> bool {
    let tight = |gap: &str| matches!(gap, "." | "," | "-" | "/");
    let before = first
        .checked_sub(1)
        .is_some_and(|before| is_number(read, before) && tight(read.gap(before)));
    before || (is_number(read, last + 1) && tight(read.gap(last)))
}

/// The last of the groups of these lengths that begin at a word.
fn groups(read: &Reading, at: usize, lengths: &[usize]) -> Option<usize> {
    let fits = |(n, wanted): (usize, &usize)| {
        let here = at + n;
        let joined = n == 0 || is_group_gap(read.gap(here - 1));
        joined && is_number(read, here) && read.raw(here).len() == *wanted
    };
    let last = at + lengths.len().checked_sub(1)?;
    (lengths.iter().enumerate().all(fits) && !is_cut(read, at, last)).then_some(last)
}

fn is_abroad(read: &Reading, at: usize) -> bool {
    is_number(read, at) && read.gap_before(at).ends_with('+')
}

fn phone(read: &Reading, at: usize) -> Option<usize> {
    if is_abroad(read, at) {
        let mut digits = read.raw(at).len();
        let mut last = at;
        while is_number(read, last + 1) && is_group_gap(read.gap(last)) {
            last += 1;
            digits += read.raw(last).len();
        }
        return ABROAD.contains(&digits).then_some(last);
    }
    let mut begin = read.raw(at).bytes();
    let begins = begin.next() == Some(b'0') && begin.next().is_none_or(|b| b != b'0');
    let mut shapes = read.known.phones.iter();
    let found = shapes.find_map(|lengths| groups(read, at, lengths));
    found.filter(|_| begins)
}

/// A number of social security; in one block only with its key, or with a month that exists.
fn nir(read: &Reading, at: usize) -> Option<usize> {
    let first = read.raw(at).as_bytes().first()?;
    if !matches!(first, b'1' | b'2') {
        return None;
    }
    let last = NIR
        .iter()
        .find_map(|lengths| groups(read, at, lengths))
        .filter(|last| *last > at || is_whole_nir(read.raw(at)))?;
    Some(last)
}

fn is_whole_nir(digits: &str) -> bool {
    let month: u32 = digits.get(3..5).and_then(|m| m.parse().ok()).unwrap_or(0);
    if digits.len() < 15 {
        return (1..=12).contains(&month);
    }
    let number: u64 = digits[..13].parse().unwrap_or(0);
    let key: u64 = digits[13..].parse().unwrap_or(0);
    97 - number % 97 == key
}

/// The word behind a sequence of words that begins at a word.
fn behind(read: &Reading, at: usize, sequences: &[Vec<String>]) -> Option<usize> {
    let same = |words: &&Vec<String>| {
        let mut each = words.iter().enumerate();
        each.all(|(n, word)| read.word(at + n) == word && (n == 0 || read.joined(at + n - 1)))
    };
    sequences.iter().find(same).map(|words| at + words.len())
}

fn birth(read: &Reading, at: usize) -> Option<usize> {
    // « nouveau-né »: the word goes on from before.
    if read.gap_before(at).ends_with('-') {
        return None;
    }
    // What else was born in a year, a procedure or a project, is nobody.
    if let Some(year) = year_of_birth(read, at) {
        return is_someone(read, at).then_some(year);
    }
    let from = behind(read, at, &read.known.births)?;
    near(read.gap(from - 1)).then(|| date(read, from))?
}

/// The year behind « né en »: « né en 42 », « née en 1938 », but not « né en 42 minutes ».
fn year_of_birth(read: &Reading, at: usize) -> Option<usize> {
    let year = behind(read, at, &read.known.born)?;
    let digits = read.raw(year);
    let counts = read.known.counts.has(read.word(year + 1));
    let short = digits.len() == 2 && !counts;
    let long = digits.len() == 4 && digits.parse().is_ok_and(|y| YEARS.contains(&y));
    let found = is_number(read, year) && (short || long) && !is_cut(read, year, year);
    found.then_some(year)
}

/// Whether a word begins what is said of someone named shortly before, or of whoever is spoken of.
fn is_someone(read: &Reading, at: usize) -> bool {
    let pause = |at: usize| !read.gap_before(at).chars().all(super::is_space);
    if at == 0 || pause(at) {
        return true;
    }
    let known = read.known;
    for before in (at.saturating_sub(NEAR)..at).rev() {
        let named = known.kin.has_any(read.word(before))
            || known.first_names.has(read.word(before))
            || before > 0 && !pause(before) && read.tokens[before].is_capital();
        if named {
            return true;
        }
        if pause(before) {
            return false;
        }
    }
    false
}

/// What may stand between a word and what it announces.
fn near(gap: &str) -> bool {
    gap.chars()
        .all(|c| super::is_space(c) || matches!(c, ':' | '.' | '°' | '#' | '\''))
}

/// The last word of a date: with a month in words or digits, or a year alone.
fn date(read: &Reading, at: usize) -> Option<usize> {
    let day = |at: usize| {
        let digits = read
            .word(at)
            .trim_end_matches(|c: char| !c.is_ascii_digit());
        matches!(digits.parse(), Ok(1_u32..=31)) && digits.len() <= 2
    };
    let month = |at: usize| read.known.months.has(read.word(at));
    let year = |at: usize| {
        let value: Option<u32> = read.word(at).parse().ok();
        is_number(read, at) && value.is_some_and(|y| YEARS.contains(&y))
    };
    let then_year = |last: usize| if year(last + 1) { last + 1 } else { last };
    let short_year = is_number(read, at + 2) && matches!(read.raw(at + 2).len(), 2 | 4);
    if year(at) {
        Some(at)
    } else if (day(at) && month(at + 1)) || (month(at) && day(at + 1)) {
        Some(then_year(at + 1))
    } else if month(at) && year(at + 1) {
        Some(at + 1)
    } else {
        let dashed = |at: usize| matches!(read.gap(at), "/" | "." | "-" | " ");
        let digits = day(at) && is_number(read, at + 1) && dashed(at) && dashed(at + 1);
        (digits && short_year).then_some(at + 2)
    }
}

/// Over « n° », « number ».
fn over_number(read: &Reading, at: usize) -> usize {
    at + usize::from(read.known.numbers.has(read.word(at)) && near(read.gap(at)))
}

fn room(read: &Reading, at: usize) -> Option<usize> {
    let known = read.known;
    let stopped = (at.saturating_sub(3)..at).any(|before| known.not_rooms.has(read.word(before)));
    if !known.rooms.has(read.word(at)) || stopped || !near(read.gap(at)) {
        return None;
    }
    let number = over_number(read, at + 1);
    let raw = read.raw(number);
    let digits = raw.bytes().take_while(u8::is_ascii_digit).count();
    let is_room = (1..=ROOM).contains(&digits) && raw.len() <= digits + 1;
    if !is_room || known.counts.has(read.word(number + 1)) && read.gap(number) == " " {
        return None;
    }
    let letter = read.raw(number + 1);
    let wing = read.gap(number) == " " && matches!(letter, "A" | "B" | "C" | "D" | "E" | "F");
    let wing = wing && !super::is_joint(read.gap(number + 1).chars().next().unwrap_or(' '));
    Some(number + usize::from(wing && raw.len() == digits))
}

fn record(read: &Reading, at: usize) -> Option<usize> {
    let from = behind(read, at, &read.known.records)?;
    if !near(read.gap(from - 1)) {
        return None;
    }
    let mut last = over_number(read, from);
    let digits = |at: usize| read.raw(at).bytes().filter(u8::is_ascii_digit).count();
    let mut total = digits(last);
    while total > 0 && is_number(read, last + 1) && matches!(read.gap(last), " " | "-" | ".") {
        last += 1;
        total += digits(last);
    }
    (total >= FILE).then_some(last)
}
