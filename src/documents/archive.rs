//! A session for the archive: what happened, what was found and decided, without the people. Its figures stay what they were.

use crate::domain::session::Session;
use crate::domain::wording::Guarding;
use crate::guard::{self, Field, Kind};
use crate::words::Words;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde_json::Value;

/// Fields that tell who someone is: what they say is replaced, since that they say something counts.
const WHO: [&str; 11] = [
    "function",
    "reporter",
    "answer_by",
    "owner",
    "partners",
    "lead",
    "actor",
    "by",
    "audience",
    "check_by",
    "escalated_to",
];
/// Fields that tell where, are of use on the day alone, or that nobody reads again: they go.
const GONE: [&str; 6] = [
    "place",
    "next_place",
    "round_words",
    "remarks",
    "parked",
    "satisfaction_words",
];
/// What a report is called elsewhere: there stands who wrote it, and of whom.
const ELSEWHERE: (&str, &str) = ("report", "reference");
/// Fields that hold codes, ids, and fingerprints: no words that anyone typed.
const CODES: [&str; 30] = [
    "age",
    "category",
    "challenge",
    "code",
    "field",
    "fingerprint",
    "format",
    "grid",
    "hash",
    "id",
    "injected",
    "item",
    "key",
    "leads_to",
    "nature",
    "origin",
    "parent",
    "person",
    "profession",
    "revealed",
    "roles",
    "scales",
    "scenario",
    "sealed",
    "sector",
    "self_check",
    "session",
    "sex",
    "stage",
    "vigilances",
];

/// A session without people, and what was done to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archived {
    /// The session; its seal has to be made anew.
    pub session: Session,
    /// Functions that were replaced.
    pub replaced: usize,
    /// Texts that were taken out.
    pub removed: usize,
    /// Names and numbers that were masked in what was kept.
    pub masked: usize,
}

/// A session without people.
pub fn archived(session: &Session) -> Option<Archived> {
    let mut value = serde_json::to_value(session).ok()?;
    let mut walk = Walk {
        words: Words(session.lang),
        people: Vec::new(),
        replaced: 0,
        removed: 0,
        masked: 0,
    };
    walk.any("", &mut value);
    let mut session: Session = serde_json::from_value(value).ok()?;
    session.guarding = Guarding::default();
    Some(Archived {
        session,
        replaced: walk.replaced,
        removed: walk.removed,
        masked: walk.masked,
    })
}

struct Walk {
    words: Words,
    /// The functions met so far.
    people: Vec<String>,
    replaced: usize,
    removed: usize,
    masked: usize,
}

impl Walk {
    fn any(&mut self, field: &str, value: &mut Value) {
        if GONE.contains(&field) {
            self.empty(value);
            return;
        }
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    if (field, name.as_str()) == ELSEWHERE {
                        self.empty(value);
                    } else {
                        self.any(name, value);
                    }
                }
            }
            Value::Array(items) => {
                for item in items {
                    self.any(field, item);
                }
            }
            Value::String(said) if said.trim().is_empty() || CODES.contains(&field) => {}
            Value::String(said) if WHO.contains(&field) => {
                self.replaced += 1;
                *said = self.someone(said);
            }
            Value::String(said) => self.text(said),
            _ => {}
        }
    }

    /// What stands for a function: the same wherever it is said, so that it is still told who did what, and how many sat there.
    fn someone(&mut self, said: &str) -> String {
        let known = self.people.iter().position(|one| one == said);
        let at = known.unwrap_or_else(|| {
            self.people.push(said.to_owned());
            self.people.len() - 1
        });
        self.words.archive_someone(at + 1)
    }

    fn empty(&mut self, value: &mut Value) {
        match value {
            Value::String(said) if !said.trim().is_empty() => {
                self.removed += 1;
                said.clear();
            }
            Value::Array(items) => {
                self.removed += items.len();
                items.clear();
            }
            _ => {}
        }
    }

    /// Masks what the wording guard takes for a name or a number of a person.
    fn text(&mut self, said: &mut String) {
        if is_date(said) {
            return;
        }
        let found = guard::remarks(said, Field::Other, self.words.0);
        let names = found
            .iter()
            .rev()
            .filter(|r| matches!(r.kind, Kind::Identifier(_)));
        for name in names {
            self.masked += 1;
            said.replace_range(name.range.clone(), self.words.archive_mask());
        }
    }
}

/// Whether a date or an hour stands there as files have them.
fn is_date(said: &str) -> bool {
    said.parse::<NaiveDate>().is_ok()
        || said.parse::<NaiveTime>().is_ok()
        || said.parse::<NaiveDateTime>().is_ok()
}
