//! A session for the archive: what happened, what was found and decided, without the people. Its figures stay what they were.

use crate::domain::ron_fault;
use crate::domain::ron_pieces::{Kind, Pieces, pieces};
use crate::domain::session::Session;
use crate::domain::wording::Guarding;
use crate::guard::{self, Field};
use crate::words::Words;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

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

/// A session without people; none when it cannot be written or read back.
pub fn archived(session: &Session) -> Option<Archived> {
    let text = ron::to_string(session).ok()?;
    let mut walk = Walk {
        words: Words(session.lang),
        people: Vec::new(),
        replaced: 0,
        removed: 0,
        masked: 0,
    };
    let mut session: Session = ron_fault::read(&walk.through(&text)?).ok()?;
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

/// Where a walk through a text is.
#[derive(Default)]
struct At<'a> {
    /// The fields in whose values it is.
    above: Vec<&'a str>,
    /// The field whose value comes.
    field: &'a str,
    /// The name being gone over; empty behind it.
    name: &'a str,
}

impl<'a> At<'a> {
    /// Goes on over a sign, with what stands from it on.
    fn over(&mut self, sign: char, from: &'a str) {
        match sign {
            ':' => self.field = self.name,
            '(' | '[' | '{' => {
                self.above.push(self.field);
                // What a variant holds is told by its name.
                if sign == '(' && !self.name.is_empty() && self.name != "Some" {
                    self.field = self.name;
                }
            }
            ')' | ']' | '}' => self.field = self.above.pop().unwrap_or_default(),
            _ => {}
        }
        let is_name = |c: char| c.is_alphanumeric() || c == '_';
        if !is_name(sign) {
            self.name = "";
        } else if self.name.is_empty() {
            self.name = &from[..from.find(|c| !is_name(c)).unwrap_or(from.len())];
        }
    }

    fn is_gone(&self) -> bool {
        let elsewhere =
            (self.above.last().copied(), self.field) == (Some(ELSEWHERE.0), ELSEWHERE.1);
        GONE.contains(&self.field) || elsewhere
    }
}

impl Walk {
    /// The same text without people; it must be written without blanks.
    fn through(&mut self, text: &str) -> Option<String> {
        let mut out = String::with_capacity(text.len());
        let (mut at, mut left) = (At::default(), pieces(text));
        loop {
            let from = left.rest();
            let Some(piece) = left.next() else {
                return Some(out);
            };
            match piece.kind {
                // The name of something in a map.
                Kind::Text if left.rest().starts_with(':') => {
                    at.name = piece.text.trim_matches('"');
                    out.push_str(piece.text);
                }
                Kind::Text => {
                    let said: String = ron::from_str(piece.text).ok()?;
                    match self.instead(&at, &said) {
                        Some(instead) => out.push_str(&ron::to_string(&instead).ok()?),
                        None => out.push_str(piece.text),
                    }
                }
                Kind::Sign('[') if at.is_gone() => {
                    self.removed += passed_over(&mut left);
                    out.push_str("[]");
                }
                Kind::Sign(sign) => {
                    at.over(sign, from);
                    out.push(sign);
                }
                Kind::Letter | Kind::Comment => out.push_str(piece.text),
            }
        }
    }

    /// What stands in place of what is said there, if anything else does.
    fn instead(&mut self, at: &At, said: &str) -> Option<String> {
        if said.trim().is_empty() {
            return None;
        }
        if at.is_gone() {
            self.removed += 1;
            return Some(String::new());
        }
        if CODES.contains(&at.field) {
            return None;
        }
        if WHO.contains(&at.field) {
            self.replaced += 1;
            return Some(self.someone(said));
        }
        self.masked(said)
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

    /// The text with what the wording guard takes for a name or a number of a person masked, if there is any.
    fn masked(&mut self, said: &str) -> Option<String> {
        if is_date(said) {
            return None;
        }
        let found = guard::remarks(said, Field::Other, self.words.0);
        let names = found
            .iter()
            .rev()
            .filter(|r| matches!(r.kind, guard::Kind::Identifier(_)));
        let mut out = None;
        for name in names {
            self.masked += 1;
            let text = out.get_or_insert_with(|| said.to_owned());
            text.replace_range(name.range.clone(), self.words.archive_mask());
        }
        out
    }
}

/// Goes on behind the end of a list that has begun, and tells how many items it had.
fn passed_over(left: &mut Pieces) -> usize {
    let (mut depth, mut items, mut empty) = (0_usize, 0, true);
    for piece in left {
        match piece.kind {
            Kind::Sign(']') if depth == 0 => break,
            Kind::Sign(',') if depth == 0 => items += 1,
            Kind::Sign('(' | '[' | '{') => depth += 1,
            Kind::Sign(')' | ']' | '}') => depth = depth.saturating_sub(1),
            _ => {}
        }
        empty = false;
    }
    items + usize::from(!empty)
}

/// Whether a date or an hour stands there as files have them.
fn is_date(said: &str) -> bool {
    said.parse::<NaiveDate>().is_ok()
        || said.parse::<NaiveTime>().is_ok()
        || said.parse::<NaiveDateTime>().is_ok()
}
