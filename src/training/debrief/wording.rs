//! The words of the group that the guard remarks on: judgements, and persons as the final cause. What the case itself says is
//! not the group's.

use crate::domain::agenda::StepKind;
use crate::domain::scenario::Scenario;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::guard::{self, Field, Kind};
use crate::library::texts;

/// Words that judge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worded {
    /// The step at which they were written.
    pub step: StepKind,
    /// The item in which they stand, if it is one.
    pub id: String,
    /// The sentence.
    pub sentence: String,
    /// The words in it.
    pub words: String,
    /// What could be written instead.
    pub advice: &'static str,
}

/// The words that judge, in the order of the steps.
pub(super) fn of(session: &Session, scenario: &Scenario) -> Vec<Worded> {
    let told = told(scenario);
    let mut out = Vec::new();
    for place in texts(session) {
        let step = place.spot.step;
        if step == StepKind::Opening {
            continue;
        }
        for text in &place.texts {
            if told.iter().all(|own| own != text) {
                read(session, step, &place.id, text, &mut out);
            }
        }
    }
    out
}

/// What the reports of the case say.
fn told(scenario: &Scenario) -> Vec<&Text> {
    let cases = std::iter::once(&scenario.report).chain(&scenario.others);
    let each = cases.flat_map(|case| {
        let r = &case.report;
        [
            &r.title,
            &r.facts,
            &r.consequences,
            &r.measures,
            &r.immediate_causes,
            &r.proposals,
        ]
    });
    each.collect()
}

fn read(session: &Session, step: StepKind, id: &str, text: &Text, out: &mut Vec<Worded>) {
    let field = match step {
        StepKind::Timeline => Field::Fact,
        StepKind::Deviations => Field::Deviation,
        StepKind::Factors if id.starts_with('Y') => Field::Why,
        StepKind::Factors => Field::Factor,
        _ => Field::Other,
    };
    let raw = text.as_str();
    for remark in guard::remarks(raw, field, session.lang) {
        if !matches!(remark.kind, Kind::Blame | Kind::Person) {
            continue;
        }
        let words = raw.get(remark.range.clone()).unwrap_or_default();
        out.push(Worded {
            step,
            id: id.to_owned(),
            sentence: sentence(raw, remark.range.start).to_owned(),
            words: words.to_owned(),
            advice: remark.advice,
        });
    }
}

/// The sentence or line of a text in which this byte lies.
fn sentence(text: &str, at: usize) -> &str {
    let ends = |c: char| matches!(c, '\n' | '.' | '!' | '?');
    let start = text.get(..at).and_then(|before| before.rfind(ends));
    let start = start.map_or(0, |n| n + 1);
    let end = text.get(at..).and_then(|after| after.find(ends));
    let end = end.map_or(text.len(), |n| at + n);
    text.get(start..end).unwrap_or(text).trim()
}
