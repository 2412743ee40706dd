//! The form of a deviation.

use super::super::shared::{after_none, edit, line, none_or};
use super::Key;
use crate::domain::analysis::{Analysis, Deviation};
use crate::domain::ids::{DeviationId, FactId};
use crate::domain::list::Keyed;
use crate::domain::text::Text;
use crate::guard::Field as Reads;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Value};
use crate::words::Words;

pub(super) fn change(desk: &mut Desk, id: DeviationId, group: Group, key: Key, change: Edit) {
    edit(desk, group, |analysis| {
        let wording = |fact| wording(analysis, fact);
        let Some(before) = analysis.deviations.get(id) else {
            return;
        };
        let mut deviation = before.clone();
        match (key, change) {
            (Key::Fact, Edit::One(index)) => {
                let at = after_none(index);
                let fact = at.and_then(|i| analysis.facts.at(i)).map(Keyed::id);
                // Wording that only repeats the fact goes with the fact; wording of the group's own stays.
                if before.observed.is_blank() || before.observed == wording(before.fact) {
                    deviation.observed = wording(fact);
                }
                deviation.fact = fact;
            }
            (Key::Observed, Edit::Text(text)) => deviation.observed = text,
            (Key::Expected, Edit::Text(text)) => deviation.expected = text,
            (Key::Reference, Edit::Text(text)) => deviation.reference = text,
            (Key::Cause, Edit::Text(text)) => deviation.immediate_cause = text,
            _ => {}
        }
        analysis.deviations.put(deviation);
    });
}

/// The words of a fact.
fn wording(analysis: &Analysis, fact: Option<FactId>) -> Text {
    let fact = fact.and_then(|id| analysis.facts.get(id));
    fact.map(|f| f.what.clone()).unwrap_or_default()
}

pub(super) fn fields(d: &Deviation, analysis: &Analysis, words: Words) -> Vec<Field<Key>> {
    vec![
        Field::new(
            Key::Title,
            words.deviation_named(d.id.to_string()),
            Value::Heading,
        ),
        fact_field(d, analysis, words),
        observed_field(d, analysis, words),
        line(
            Key::Expected,
            words.deviation_expected(),
            &d.expected,
            words.deviation_expected_hint(),
        ),
        line(
            Key::Reference,
            words.deviation_reference(),
            &d.reference,
            words.deviation_reference_hint(),
        ),
        line(
            Key::Cause,
            words.deviation_cause(),
            &d.immediate_cause,
            words.deviation_cause_hint(),
        )
        .read_as(Reads::Deviation),
    ]
}

/// What was observed: the words of the fact until the group says it in its own.
fn observed_field(d: &Deviation, analysis: &Analysis, words: Words) -> Field<Key> {
    let taken = !d.observed.is_blank() && d.observed == wording(analysis, d.fact);
    let hint = if taken {
        words.deviation_taken_hint()
    } else {
        words.deviation_observed_hint()
    };
    line(Key::Observed, words.deviation_observed(), &d.observed, hint)
        .read_as(Reads::Deviation)
        .offered(taken)
}

/// The fact that a deviation sits on, or none.
fn fact_field(d: &Deviation, analysis: &Analysis, words: Words) -> Field<Key> {
    let facts = analysis.facts.iter().map(|f| {
        let when = f.when.show(words.is_french());
        format!("{} {when} {}", f.id, f.what).replace("  ", " ")
    });
    let at = d.fact.and_then(|id| analysis.facts.index_of(id));
    let (label, none) = (words.deviation_fact(), words.deviation_no_fact());
    none_or(Key::Fact, label, none, facts, at).hint(words.deviation_fact_hint())
}
