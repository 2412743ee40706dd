//! A session as JSON, in an envelope that says what it is, what it lacks and what deserves a look. Private notes are in another file and never
//! come here.

use super::record;
use super::votes::{self, Outcome};
use crate::content;
use crate::domain::SCHEMA;
use crate::domain::agenda::StepKind;
use crate::domain::progress::{Missing, missing};
use crate::domain::session::Session;
use crate::words::Words;
use serde::Serialize;
use std::borrow::Cow;

#[derive(Serialize)]
struct Envelope<'a> {
    schema: u32,
    draft: bool,
    simulation: bool,
    missing: Vec<Lack>,
    remarks: Vec<Lack>,
    votes: Vec<Outcome>,
    session: Cow<'a, Session>,
}

#[derive(Serialize)]
struct Lack {
    step: StepKind,
    what: String,
}

/// The session as indented JSON ending with a line break; `missing`, and apart from it `remarks` on what only deserves a
/// look, are worded in the language of the session; `votes` tells what every closed vote gave. The papers of closed votes are
/// there as the file has them; of an open vote nothing is counted.
pub fn json(session: &Session) -> Result<String, serde_json::Error> {
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
        schema: SCHEMA,
        draft: !session.is_sealed(),
        simulation: session.kind.is_simulation(),
        missing: worded(missing),
        remarks: worded(remarks),
        votes: votes::outcomes(session),
        session: votes::without_partial_counts(session),
    };
    serde_json::to_string_pretty(&envelope).map(|text| text + "\n")
}
