//! The decision of the group, which is another act than the vote: what was said for it, the reservations, and why it is taken
//! without a quorum. The steps that decide show these fields below their own.

use crate::domain::ballot::{Decision, Reached, Subject};
use crate::domain::decide::owes_reason;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::tui::desk::Desk;
use crate::tui::form::{Edit, Field, Value};
use crate::tui::keymap::Scope;
use crate::tui::theme::Role;
use crate::words::Words;

/// A part of a decision that is typed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part {
    /// How it was reached; only read.
    How,
    /// How it was reached, where no vote tells.
    By,
    /// Why.
    Reason,
    /// Reservations.
    Dissent,
    /// Why without a quorum.
    WithoutQuorum,
}

/// All parts.
pub const PARTS: [Part; 5] = [
    Part::How,
    Part::By,
    Part::Reason,
    Part::Dissent,
    Part::WithoutQuorum,
];

/// How a group decides without a vote, in the order in which it is offered.
const BY: [Reached; 2] = [Reached::Consensus, Reached::Otherwise];

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
    let heading = words.decision_of_group();
    let mut out = vec![Field::new(key(Part::How), heading, Value::Heading)];
    let notes = how(decision, what, words).into_iter();
    out.extend(notes.map(|note| Field::new(key(Part::How), "", note)));
    if decision.ballot.is_none() && !what.is_empty() {
        out.push(by(decision, words, key(Part::By)));
    }
    let line = |part: Part, label: &'static str, text: &Text| {
        Field::new(key(part), label, Value::Line(text.clone()))
    };
    let reason = line(Part::Reason, words.decision_reason(), &decision.reason);
    out.push(reason.hint(if decision.reached == Reached::AgainstVote {
        words.decision_reason_against_hint()
    } else {
        words.decision_reason_hint()
    }));
    let dissent = line(Part::Dissent, words.decision_dissent(), &decision.dissent);
    out.push(dissent.hint(words.decision_dissent_hint()));
    // A reason that was written never hides.
    if session.lacks_quorum(subject) || !decision.without_quorum.is_blank() {
        let label = words.decision_without_quorum();
        let without = line(Part::WithoutQuorum, label, &decision.without_quorum);
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

/// The question how it was decided, for a decision without a vote.
fn by<K>(decision: &Decision, words: Words, key: K) -> Field<K> {
    let options = BY.iter().map(|by| words.reached(*by).to_owned());
    let chosen = BY.iter().position(|by| *by == decision.reached);
    let value = Value::One {
        options: options.collect(),
        chosen,
    };
    let field = Field::new(key, words.decision_by(), value).hint(words.decision_by_hint());
    if chosen.is_none() {
        field.aside(words.decision_by_open())
    } else {
        field
    }
}

/// The part that is asked for once something is decided: why at all without a quorum, else why this.
pub fn asked(subject: Subject, desk: &Desk) -> Part {
    let owes = |session: &Session| {
        let decision = session.decision(subject);
        let told = decision.is_some_and(|d| !d.without_quorum.is_blank());
        session.lacks_quorum(subject) && !told
    };
    if desk.session().is_some_and(owes) {
        Part::WithoutQuorum
    } else {
        Part::Reason
    }
}

/// What was decided and how; and what it owes.
fn how(decision: &Decision, what: &str, words: Words) -> Vec<Value> {
    if what.is_empty() {
        let none = words.decision_none().to_owned();
        return vec![Value::Note(none, Role::Aside)];
    }
    let reached = words.reached(decision.reached);
    let mut out = vec![Value::Note(what.to_owned(), Role::Strong)];
    if owes_reason(decision) {
        out.push(Value::Note(words.decision_against(reached), Role::See));
    } else if decision.ballot.is_some() {
        out.push(Value::Note(reached.to_owned(), Role::Aside));
    }
    out
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
pub fn apply(session: &mut Session, subject: Subject, part: Part, edit: Edit) {
    let Some(decision) = session.decision_mut(subject) else {
        return;
    };
    match (part, edit) {
        (Part::Reason, Edit::Text(text)) => decision.reason = text,
        (Part::Dissent, Edit::Text(text)) => decision.dissent = text,
        (Part::WithoutQuorum, Edit::Text(text)) => decision.without_quorum = text,
        (Part::By, Edit::One(to)) => {
            let by = to.and_then(|at| BY.get(at));
            decision.reached = by.copied().unwrap_or(Reached::Unsaid);
        }
        _ => {}
    }
}
