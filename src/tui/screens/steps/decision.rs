//! The decision of the group, which is another act than the vote: what was said for it, the reservations, and why it is taken
//! without a quorum. The steps that decide show these fields below their own.

use crate::domain::ballot::{Decision, Reached, Subject};
use crate::domain::decide::owes_reason;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::tui::form::{Field, Value};
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::words::Words;

/// A part of a decision that is typed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part {
    /// How it was reached; only read.
    How,
    /// Why.
    Reason,
    /// Reservations.
    Dissent,
    /// Why without a quorum.
    WithoutQuorum,
}

/// All parts.
pub const PARTS: [Part; 4] = [Part::How, Part::Reason, Part::Dissent, Part::WithoutQuorum];

/// The fields of a decision; `what` names what was decided, empty as long as nothing is.
pub fn fields<K>(
    session: &Session,
    subject: Subject,
    what: &str,
    words: Words,
    key: impl Fn(Part) -> K,
) -> Vec<Field<K>> {
    let Some(decision) = session.decision(subject) else {
        return Vec::new();
    };
    let mut out = vec![
        Field::new(key(Part::How), words.decision_of_group(), Value::Heading),
        how(decision, what, words, &key),
        Field::new(
            key(Part::Reason),
            words.decision_reason(),
            Value::Line(decision.reason.clone()),
        )
        .hint(if decision.reached == Reached::AgainstVote {
            words.decision_reason_against_hint()
        } else {
            words.decision_reason_hint()
        }),
        Field::new(
            key(Part::Dissent),
            words.decision_dissent(),
            Value::Line(decision.dissent.clone()),
        )
        .hint(words.decision_dissent_hint()),
    ];
    if !session.quorum_met() {
        let without = Field::new(
            key(Part::WithoutQuorum),
            words.decision_without_quorum(),
            Value::Line(decision.without_quorum.clone()),
        );
        let aside = if decision.without_quorum.is_blank() {
            words.decision_expected()
        } else {
            ""
        };
        out.push(
            without
                .hint(words.decision_without_quorum_hint())
                .aside(aside),
        );
    }
    out
}

/// What was decided and how; and what it owes.
fn how<K>(decision: &Decision, what: &str, words: Words, key: &impl Fn(Part) -> K) -> Field<K> {
    let (text, role) = if what.is_empty() {
        (words.decision_none().to_owned(), Role::Aside)
    } else if owes_reason(decision) {
        let text = words.decision_against(what, words.reached(decision.reached));
        (text, Role::See)
    } else {
        let text = words.decision_made(what, words.reached(decision.reached));
        (text, Role::Strong)
    };
    Field::new(key(Part::How), "", Value::Note(text, role))
}

/// The scopes of a step that decides: its list is one to retain from, and a vote can be held.
pub fn scopes(mut scopes: Vec<Scope>) -> Vec<Scope> {
    for scope in &mut scopes {
        if *scope == Scope::List {
            *scope = Scope::Retain;
        }
    }
    scopes.insert(0, Scope::Ballot);
    scopes
}

/// Writes a part down.
pub fn apply(session: &mut Session, subject: Subject, part: Part, text: Text) {
    if let Some(decision) = session.decision_mut(subject) {
        match part {
            Part::How => {}
            Part::Reason => decision.reason = text,
            Part::Dissent => decision.dissent = text,
            Part::WithoutQuorum => decision.without_quorum = text,
        }
    }
}
