//! The plan for a calendar (RFC 5545): a whole-day event for each deadline still open and each evaluation still awaited.
//! Events, because calendars in use ignore tasks; titles without a word of what happened, because calendars are shared.

use super::reference;
use crate::domain::action::Standing;
use crate::domain::seal::fingerprint;
use crate::library::plan::Planned;
use crate::words::Words;
use chrono::{Days, NaiveDate};

/// How many days before the day the calendar reminds of it.
const AHEAD: u32 = 7;
/// Most octets of a line, the end of the line apart.
const WIDTH: usize = 75;
/// What says that a calendar is ours.
const PRODUCT: &str = "PRODID:-//crex//action plan//FR";

/// The calendar; nothing when there is no date to put into it. The same plan gives the same bytes, and an event keeps its
/// identity, so that importing it again moves the event instead of doubling it.
pub fn calendar(words: Words, plan: &[&Planned]) -> Option<String> {
    let events: Vec<Event> = plan.iter().flat_map(|p| events(words, p)).collect();
    if events.is_empty() {
        return None;
    }
    let begin = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        PRODUCT,
        "CALSCALE:GREGORIAN",
    ];
    let mut out: String = begin.iter().map(|l| folded(l)).collect();
    for event in &events {
        out.extend(event.lines().iter().map(|l| folded(l)));
    }
    out.push_str(&folded("END:VCALENDAR"));
    Some(out)
}

/// A day of the calendar.
struct Event {
    uid: String,
    on: NaiveDate,
    title: String,
    description: String,
    /// The day on which what it says was said.
    told: NaiveDate,
    /// How many times something was said: a calendar takes the event with the greater number.
    revision: u32,
}

/// The days that an action gives: its deadline until it is done, its evaluation until it is evaluated.
fn events(words: Words, p: &Planned) -> Vec<Event> {
    let open = matches!(p.standing, Standing::Open | Standing::Late);
    let due = p.due.filter(|_| open);
    let evaluation = p.evaluate_on.filter(|_| p.is_open());
    // Each meeting has its A1.
    let name = match reference(p) {
        none if none.is_empty() => words.calendar_one().to_owned(),
        named => named,
    };
    let titles = [words.calendar_due(&name), words.calendar_evaluation(&name)];
    let days = [("due", due), ("evaluation", evaluation)];
    let event = |((kind, on), title): ((&str, Option<NaiveDate>), String)| {
        let on = on?;
        Some(Event {
            uid: format!("{}-{kind}@crex", identity(p)),
            on,
            title,
            description: description(words, p),
            told: told(p, on),
            revision: u32::try_from(p.said.len()).unwrap_or(u32::MAX),
        })
    };
    days.into_iter().zip(titles).filter_map(event).collect()
}

/// What tells an action from all others: its session and its id there; for one of before the program, its wording, of which
/// the fingerprint says nothing.
fn identity(p: &Planned) -> String {
    match p.decided {
        Some(decided) => format!("{}-{}", decided.session, decided.action),
        None => fingerprint(p.what.as_str().as_bytes())
            .chars()
            .take(32)
            .collect(),
    }
}

fn description(words: Words, p: &Planned) -> String {
    p.decided.map_or_else(
        || words.calendar_from_before().to_owned(),
        |decided| words.calendar_from(&words.date_short(decided.date)),
    )
}

/// The day of the last word, else of the decision.
fn told(p: &Planned, on: NaiveDate) -> NaiveDate {
    let last = p.last().and_then(|word| word.on);
    last.or(p.decided.map(|d| d.date)).unwrap_or(on)
}

impl Event {
    fn lines(&self) -> Vec<String> {
        let day = |date: NaiveDate| date.format("%Y%m%d").to_string();
        let next = self.on.checked_add_days(Days::new(1)).unwrap_or(self.on);
        vec![
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}", self.uid),
            format!("DTSTAMP:{}T000000Z", day(self.told)),
            format!("SEQUENCE:{}", self.revision),
            format!("DTSTART;VALUE=DATE:{}", day(self.on)),
            format!("DTEND;VALUE=DATE:{}", day(next)),
            format!("SUMMARY:{}", escaped(&self.title)),
            format!("DESCRIPTION:{}", escaped(&self.description)),
            "TRANSP:TRANSPARENT".to_owned(),
            "BEGIN:VALARM".to_owned(),
            "ACTION:DISPLAY".to_owned(),
            format!("DESCRIPTION:{}", escaped(&self.title)),
            format!("TRIGGER:-P{AHEAD}D"),
            "END:VALARM".to_owned(),
            "END:VEVENT".to_owned(),
        ]
    }
}

/// A text as a calendar holds it.
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\");
    text.replace(';', "\\;")
        .replace(',', "\\,")
        .replace('\n', "\\n")
}

/// A line in pieces of at most [`WIDTH`] octets, cut between characters, each further one begun by a space.
pub(super) fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 2);
    let mut width = 0;
    for c in line.chars() {
        if width + c.len_utf8() > WIDTH {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(c);
        width += c.len_utf8();
    }
    out + "\r\n"
}
