//! A session as JSON, in an envelope that says what it is, what it lacks and what deserves a look. Private notes are in another file and never
//! come here.

use super::record;
use super::votes::{self, Outcome};
use crate::content;
use crate::domain;
use crate::domain::agenda::StepKind;
use crate::domain::amendments::{Amendment, Beside};
use crate::domain::progress::{Missing, missing};
use crate::domain::session::Session;
use crate::words::Words;
use serde::Serialize;
use std::borrow::Cow;

/// The JSON Schema (2020-12) of what [`json`] writes. It is made from the types themselves, and a test holds it to them.
pub const SCHEMA: &str = include_str!("json/schema.json");

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Envelope<'a> {
    /// Version of the form of the session.
    schema: u32,
    /// Whether the session can still change.
    draft: bool,
    /// Whether it was played.
    simulation: bool,
    /// What its steps lack.
    missing: Vec<Lack>,
    /// What only deserves a look.
    remarks: Vec<Lack>,
    /// What the closed votes gave.
    votes: Vec<Outcome>,
    /// What came after sealing, apart from the session; only where something did.
    #[serde(skip_serializing_if = "Option::is_none")]
    after_seal: Option<AfterSeal<'a>>,
    /// The session as its file has it, without partial counts of a vote and without the tests of a simulation one by one.
    session: Cow<'a, Session>,
}

/// What came after sealing.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct AfterSeal<'a> {
    /// Whether the file was changed after it was sealed.
    seal_broken: bool,
    /// Whether the amendments do not hold together.
    amendments_doubtful: bool,
    /// What was said, the oldest first.
    amendments: &'a [Amendment],
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Lack {
    /// The step it is told at.
    step: StepKind,
    /// In the language of the session.
    what: String,
}

/// The session alone, as [`json_of`] tells it.
pub fn json(session: &Session) -> Result<String, serde_json::Error> {
    json_of(session, &Beside::default())
}

/// The session as indented JSON ending with a line break; `missing`, and apart from it `remarks` on what only deserves a
/// look, are worded in the language of the session; `votes` tells what every closed vote gave. The papers of closed votes are
/// there as the file has them; of an open vote nothing is counted. `after_seal`, apart
/// from the session, holds its amendments.
pub fn json_of(session: &Session, beside: &Beside) -> Result<String, serde_json::Error> {
    let words = Words(session.lang);
    let known = content::known(session);
    let all = record::steps(session).into_iter().flat_map(|step| {
        let all = missing(session, step, &known);
        all.into_iter().map(move |what| (step, what))
    });
    let (remarks, missing): (Vec<_>, Vec<_>) = all.partition(|(_, what)| what.is_remark());
    let worded = |all: Vec<(StepKind, Missing)>| {
        let said = all.into_iter().map(|(step, what)| Lack {
            step,
            what: words.missing(&what),
        });
        said.collect()
    };
    let envelope = Envelope {
        schema: domain::SCHEMA,
        draft: !session.is_sealed(),
        simulation: session.kind.is_simulation(),
        missing: worded(missing),
        remarks: worded(remarks),
        votes: votes::outcomes(session),
        after_seal: (*beside != Beside::default()).then_some(AfterSeal {
            seal_broken: beside.broken,
            amendments_doubtful: beside.doubtful,
            amendments: &beside.amendments,
        }),
        session: without_codes(votes::without_partial_counts(session)),
    };
    serde_json::to_string_pretty(&envelope).map(|text| text + "\n")
}

/// A session without the tests of a simulation one by one: what each answered is between that person and the file.
fn without_codes(session: Cow<Session>) -> Cow<Session> {
    if session.play.sheets.is_empty() {
        return session;
    }
    let mut session = session.into_owned();
    session.play.sheets = Vec::new();
    Cow::Owned(session)
}

#[cfg(test)]
mod tests;
