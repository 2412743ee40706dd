//! A session as JSON, in an envelope that says what it is and what it lacks. Private notes are in another file and never
//! come here.

use super::record;
use crate::content;
use crate::domain::SCHEMA;
use crate::domain::agenda::StepKind;
use crate::domain::progress::missing;
use crate::domain::session::Session;
use crate::words::Words;
use serde::Serialize;

#[derive(Serialize)]
struct Envelope<'a> {
    schema: u32,
    draft: bool,
    simulation: bool,
    missing: Vec<Lack>,
    session: &'a Session,
}

#[derive(Serialize)]
struct Lack {
    step: StepKind,
    what: String,
}

/// The session as indented JSON ending with a line break; `missing` is worded in the language of the session.
pub fn json(session: &Session) -> Result<String, serde_json::Error> {
    let words = Words(session.lang);
    let known = content::known(session);
    let lacks = record::steps(session).into_iter().flat_map(|step| {
        let lacks = missing(session, step, &known);
        lacks.into_iter().map(move |lack| Lack {
            step,
            what: words.missing(&lack),
        })
    });
    let envelope = Envelope {
        schema: SCHEMA,
        draft: !session.is_sealed(),
        simulation: session.kind.is_simulation(),
        missing: lacks.collect(),
        session,
    };
    serde_json::to_string_pretty(&envelope).map(|text| text + "\n")
}
