//! The barriers: their list, the form of one, its edits. Those that worked are asked for first.

use super::Key;
use crate::content;
use crate::domain::analysis::{Analysis, Barrier, BarrierKind, BarrierNature, BarrierState};
use crate::domain::ids::BarrierId;
use crate::domain::list::Keyed;
use crate::tui::desk::{Desk, Group};
use crate::tui::form::{Edit, Field, Item, Value};
use crate::tui::screens::steps::shared::{after_none, edit, line, none_or, one_of, or, pick};
use crate::tui::theme::{Role, Signs};
use crate::words::Words;

/// The states in the order in which they are offered: what worked first, what nobody knows last.
const STATES: [BarrierState; 6] = [
    BarrierState::Worked,
    BarrierState::Failed,
    BarrierState::Absent,
    BarrierState::Bypassed,
    BarrierState::Disabled,
    BarrierState::Unknown,
];

/// The natures in the order in which they are offered, strongest first.
const NATURES: [BarrierNature; 5] = [
    BarrierNature::Physical,
    BarrierNature::Organisational,
    BarrierNature::Human,
    BarrierNature::Symbolic,
    BarrierNature::Unknown,
];

/// A new barrier as it is proposed. While none is known to have worked, it limits the consequences: what works most often
/// does; then the kinds in their order, each until it has one. What it did that day only the group says.
pub fn proposed(id: BarrierId, analysis: &Analysis) -> Barrier {
    let all = &analysis.barriers;
    if !all.iter().any(worked) {
        return Barrier {
            kind: BarrierKind::Mitigation,
            ..Barrier::new(id)
        };
    }
    let lacks = |kind: &&BarrierKind| !all.iter().any(|b| b.kind == **kind);
    let last = all.iter().next_back().map(|b| b.kind);
    let kind = BarrierKind::ALL.iter().find(lacks).copied().or(last);
    Barrier {
        kind: kind.unwrap_or_default(),
        ..Barrier::new(id)
    }
}

/// Whether nothing was said of a barrier but what was proposed.
pub fn is_blank(barrier: &Barrier) -> bool {
    let (kind, state) = (barrier.kind, barrier.state);
    *barrier
        == Barrier {
            kind,
            state,
            ..Barrier::new(barrier.id)
        }
}

/// Whether a barrier worked at some moment.
fn worked(barrier: &Barrier) -> bool {
    [Some(barrier.state), barrier.then].contains(&Some(BarrierState::Worked))
}

/// The list of barriers.
pub fn list(analysis: Option<&Analysis>, desk: &Desk) -> Field<Key> {
    let words = desk.words();
    let signs = desk.prefs.theme.signs;
    let items = analysis.map(|a| a.barriers.iter().map(|b| item(b, words, &signs)).collect());
    let value = Value::Items {
        items: items.unwrap_or_default(),
        empty: words.barriers_empty().to_owned(),
    };
    Field::new(Key::Barriers, words.barriers_list(), value)
}

fn item(b: &Barrier, words: Words, signs: &Signs) -> Item {
    let last = b.then.unwrap_or(b.state);
    let mut asides = vec![words.barrier_kind(b.kind).to_owned(), state_of(b, words)];
    if b.nature != BarrierNature::Unknown {
        asides.push(words.barrier_nature(b.nature).to_owned());
    }
    asides.extend(b.deviation.map(|d| words.barrier_at(d.to_string())));
    Item {
        sign: Some(sign(last, signs)),
        lead: b.id.to_string(),
        text: or(&b.what, words.barrier_unsaid()).to_owned(),
        aside: asides.join(" · "),
        depth: 0,
    }
}

/// What a barrier did, and did afterwards.
pub(super) fn state_of(b: &Barrier, words: Words) -> String {
    b.then.map_or_else(
        || words.barrier_state(b.state).to_owned(),
        |then| words.barrier_two_states(words.barrier_state(b.state), words.barrier_state(then)),
    )
}

/// The sign of a state.
pub(super) fn sign(state: BarrierState, signs: &Signs) -> (&'static str, Role) {
    match state {
        BarrierState::Worked => (signs.done, Role::Done),
        BarrierState::Failed => (signs.refused, Role::Refused),
        BarrierState::Absent => (signs.not_yet, Role::See),
        BarrierState::Bypassed | BarrierState::Disabled => (signs.dot_empty, Role::See),
        BarrierState::Unknown => (signs.see, Role::See),
    }
}

/// The fields of a barrier.
pub fn fields(b: &Barrier, analysis: &Analysis, words: Words) -> Vec<Field<Key>> {
    let said = |s: Option<BarrierState>| {
        let name = s.map_or(words.barrier_then_none(), |s| words.barrier_state(s));
        name.to_owned()
    };
    let (state, then) = (words.barrier_state_label(), words.barrier_then());
    let nature = words.barrier_nature_label();
    let name = words.barrier_named(b.id.to_string());
    let first = analysis
        .barriers
        .iter()
        .all(|other| other.id == b.id || !worked(other));
    // As long as no other is known to have worked, the form asks for that.
    let asks = first && (worked(b) || b.state == BarrierState::Unknown);
    let title = if asks {
        words.barrier_asked(name, words.barrier_worked_first())
    } else {
        name
    };
    vec![
        Field::new(Key::Title, title, Value::Heading),
        what_field(b, asks, words),
        // Right after its wording: a new barrier is of no kind before the group says so, but the file knows no such barrier.
        kind_field(b, words),
        one_of(Key::State, state, &STATES, Some(b.state), |s| said(Some(s)))
            .hint(words.barrier_state_hint()),
        one_of(Key::Then, then, &thens(), Some(b.then), said).hint(words.barrier_then_hint()),
        one_of(Key::Nature, nature, &NATURES, Some(b.nature), |n| {
            words.barrier_nature(n).to_owned()
        })
        .hint(words.barrier_nature_hint()),
        deviation_field(b, analysis, words),
        line(
            Key::Note,
            words.barrier_note(),
            &b.note,
            words.barrier_note_hint(),
        ),
    ]
}

/// What the barrier is; as long as it `asks` for those that worked, for these, then for those of its kind.
fn what_field(b: &Barrier, asks: bool, words: Words) -> Field<Key> {
    let asked = content::barrier(b.kind).question.get(words.0);
    let hint = match (asks, b.what.is_blank()) {
        (true, _) => words.barrier_what_first().to_owned(),
        (false, true) => asked.to_owned(),
        (false, false) => words.barrier_what_hint().to_owned(),
    };
    line(Key::What, words.barrier_what(), &b.what, hint)
}

/// When the barrier acts, with the question that finds others of its kind.
fn kind_field(b: &Barrier, words: Words) -> Field<Key> {
    let text = content::barrier(b.kind);
    let (question, examples) = (text.question.get(words.0), text.examples.get(words.0));
    let label = words.barrier_kind_label();
    one_of(Key::Kind, label, BarrierKind::ALL, Some(b.kind), |k| {
        words.barrier_kind(k).to_owned()
    })
    .hint(format!("{question} ({examples})"))
}

/// Nothing more, or the state that followed.
fn thens() -> Vec<Option<BarrierState>> {
    let known = STATES.iter().filter(|s| **s != BarrierState::Unknown);
    std::iter::once(None)
        .chain(known.map(|s| Some(*s)))
        .collect()
}

fn deviation_field(b: &Barrier, analysis: &Analysis, words: Words) -> Field<Key> {
    let all = &analysis.deviations;
    let names = all.iter().map(|d| format!("{} {}", d.id, d.observed));
    let at = b.deviation.and_then(|id| all.index_of(id));
    let (label, none) = (words.barrier_deviation(), words.barrier_no_deviation());
    none_or(Key::At, label, none, names, at)
}

/// Applies an edit of a field to a barrier.
pub fn change(desk: &mut Desk, id: BarrierId, group: Group, key: Key, change: Edit) {
    edit(desk, group, |analysis| {
        let at = match change {
            Edit::One(index) => after_none(index),
            _ => None,
        };
        let deviation = at.and_then(|at| analysis.deviations.at(at)).map(Keyed::id);
        let Some(barrier) = analysis.barriers.get_mut(id) else {
            return;
        };
        match (key, change) {
            (Key::What, Edit::Text(text)) => barrier.what = text,
            (Key::Note, Edit::Text(text)) => barrier.note = text,
            (Key::At, Edit::One(_)) => barrier.deviation = deviation,
            (Key::State, Edit::One(at)) => barrier.state = pick(&STATES, at),
            (Key::Then, Edit::One(at)) => barrier.then = pick(&thens(), at),
            (Key::Kind, Edit::One(at)) => barrier.kind = pick(BarrierKind::ALL, at),
            (Key::Nature, Edit::One(at)) => barrier.nature = pick(&NATURES, at),
            _ => {}
        }
    });
}
