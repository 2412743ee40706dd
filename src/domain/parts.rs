//! What changed between two states of a document, part by part: the lines of the journal. Applying the changes to the
//! state before gives the state after. A field that is not named here does not compile.

use super::action::FollowUpFile;
use super::amendments::AmendmentFile;
use super::analysis::{Analysis, AnalysisFile};
use super::erasure::DestroyedFile;
use super::incident::IncidentFile;
use super::list::{Keyed, List};
use super::notes::Notes;
use super::ron_fault;
use super::session::Session;
use super::simulation::Play;
use super::team::Team;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// One change: a part of the document and its new value, as RON on one line; none when an item was taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// `title`, `analyses/N1/facts/F3`, or `analyses/N1/facts/#` for the order of a list.
    pub path: String,
    /// The new value.
    pub value: Option<String>,
}

/// A change that does not fit the document it is applied to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadChange {
    /// The path.
    pub path: String,
}

/// A document whose changes can be told and applied.
pub trait Parts: Clone + Eq {
    /// Adds to `out` what turns `self` into `after`; `base` is the path of `self`, empty or ending with `/`.
    fn changes(&self, after: &Self, base: &str, out: &mut Vec<Change>);

    /// Applies one change; `path` is relative to `self`.
    fn apply(&mut self, path: &str, value: Option<&str>) -> Result<(), BadChange>;

    /// Takes over from `present` what undoing must not bring back.
    fn keep_course(&mut self, _present: &Self) {}

    /// All that turns `self` into `after`.
    fn diff(&self, after: &Self) -> Vec<Change> {
        let mut out = Vec::new();
        self.changes(after, "", &mut out);
        out
    }
}

fn write<T: Serialize>(value: &T) -> Option<String> {
    ron::ser::to_string(value).ok()
}

fn bad(path: &str) -> BadChange {
    BadChange {
        path: path.to_owned(),
    }
}

/// Where a field stands: the path of its document, and its name. Put together only for what changed: a key asks for all.
type At<'a> = (&'a str, &'a str);

fn leaf_changes<T: Serialize + PartialEq>(
    before: &T,
    after: &T,
    (base, name): At,
    out: &mut Vec<Change>,
) {
    if before != after {
        out.push(Change {
            path: format!("{base}{name}"),
            value: write(after),
        });
    }
}

fn leaf_apply<T: DeserializeOwned>(
    target: &mut T,
    path: &str,
    rest: &str,
    value: Option<&str>,
) -> Result<(), BadChange> {
    let raw = value.filter(|_| rest.is_empty()).ok_or_else(|| bad(path))?;
    *target = ron_fault::read(raw).map_err(|_| bad(path))?;
    Ok(())
}

fn list_changes<T: Keyed + Serialize>(
    before: &List<T>,
    after: &List<T>,
    at: At,
    out: &mut Vec<Change>,
) {
    list_changes_with(before, after, at, out, |_, new, path, out| {
        out.push(Change {
            path: path.to_owned(),
            value: write(new),
        });
    });
}

/// The changes of a list: items taken out, items new or changed, and the order when adding at the end does not give it.
fn list_changes_with<T: Keyed + Serialize>(
    before: &List<T>,
    after: &List<T>,
    (base, name): At,
    out: &mut Vec<Change>,
    changed: impl Fn(&T, &T, &str, &mut Vec<Change>),
) {
    if before.same(after) {
        return;
    }
    let path = format!("{base}{name}");
    let aligned = before.len() == after.len()
        && before
            .iter()
            .zip(after.iter())
            .all(|(old, new)| old.id() == new.id());
    if aligned {
        // The usual case: an item changed in its place. Shared items are the same without being compared.
        for (old, new) in before.iter().zip(after.iter()) {
            if !std::ptr::eq(old, new) && old != new {
                changed(old, new, &format!("{path}/{}", new.id()), out);
            }
        }
        return;
    }
    let gone = before.iter().filter(|item| after.get(item.id()).is_none());
    out.extend(gone.map(|item| Change {
        path: format!("{path}/{}", item.id()),
        value: None,
    }));
    for item in after.iter() {
        let at = format!("{path}/{}", item.id());
        match before.get(item.id()) {
            Some(old) if old == item => {}
            Some(old) => changed(old, item, &at, out),
            None => out.push(Change {
                path: at,
                value: write(item),
            }),
        }
    }
    let kept = before
        .iter()
        .map(Keyed::id)
        .filter(|id| after.get(*id).is_some());
    let new = after
        .iter()
        .map(Keyed::id)
        .filter(|id| before.get(*id).is_none());
    let natural: Vec<T::Id> = kept.chain(new).collect();
    let wanted: Vec<T::Id> = after.iter().map(Keyed::id).collect();
    if natural != wanted {
        let ids: Vec<String> = wanted.iter().map(ToString::to_string).collect();
        out.push(Change {
            path: format!("{path}/#"),
            value: write(&ids),
        });
    }
}

fn list_apply<T: Keyed + DeserializeOwned>(
    list: &mut List<T>,
    path: &str,
    rest: &str,
    value: Option<&str>,
) -> Result<(), BadChange> {
    if rest == "#" {
        let ids: Vec<String> = ron_fault::read(value.unwrap_or_default()).map_err(|_| bad(path))?;
        let ids: Vec<T::Id> = ids.iter().filter_map(|id| id.parse().ok()).collect();
        list.arrange(&ids);
        return Ok(());
    }
    let id: T::Id = rest.parse().map_err(|_| bad(path))?;
    match value {
        Some(raw) => list.put(ron_fault::read(raw).map_err(|_| bad(path))?),
        None => drop(list.remove(id)),
    }
    Ok(())
}

/// Writes [`Parts`] for a struct: every field is whole, a list, a list of documents with parts of their own, or one such
/// document.
macro_rules! parts {
    ($type:ident { whole: [$($whole:ident),*], lists: [$($list:ident),*], nested: [$($nested:ident),*] $(, inner: [$($inner:ident),*])? $(, keep: $keep:ident)? $(,)? }) => {
        impl Parts for $type {
            $( fn keep_course(&mut self, present: &Self) { self.$keep(present); } )?

            fn changes(&self, after: &Self, base: &str, out: &mut Vec<Change>) {
                // Naming every field keeps one from being forgotten.
                let $type { $($whole: _,)* $($list: _,)* $($nested: _,)* $($($inner: _,)*)? } = self;
                $( leaf_changes(&self.$whole, &after.$whole, (base, stringify!($whole)), out); )*
                $( list_changes(&self.$list, &after.$list, (base, stringify!($list)), out); )*
                $( list_changes_with(&self.$nested, &after.$nested, (base, stringify!($nested)), out,
                    |old, new, path, out| old.changes(new, &format!("{path}/"), out)); )*
                $($( if self.$inner != after.$inner {
                    self.$inner.changes(&after.$inner, &format!("{base}{}/", stringify!($inner)), out);
                } )*)?
            }

            fn apply(&mut self, path: &str, value: Option<&str>) -> Result<(), BadChange> {
                let (head, rest) = path.split_once('/').unwrap_or((path, ""));
                match head {
                    $( stringify!($whole) => leaf_apply(&mut self.$whole, path, rest, value), )*
                    $( stringify!($list) => list_apply(&mut self.$list, path, rest, value), )*
                    $( stringify!($nested) => match rest.split_once('/') {
                        Some((id, inner)) => {
                            let id = id.parse().map_err(|_| bad(path))?;
                            self.$nested.get_mut(id).ok_or_else(|| bad(path))?.apply(inner, value)
                        }
                        None => list_apply(&mut self.$nested, path, rest, value),
                    }, )*
                    $($( stringify!($inner) => self.$inner.apply(rest, value), )*)?
                    _ => Err(bad(path)),
                }
            }
        }
    };
}

parts!(Session {
    whole: [
        schema, id, kind, lang, number, title, structure, sector, place, date, stage, sittings,
        mode, format, length, quorum, opening, choice, under_way, priorities, retained, reasons,
        closing, pauses, own, shipped, scales, guarding, ids, erasures, seal, chosen_in
    ],
    lists: [
        agenda, attendees, follow_ups, incidents, heard, actions, ballots, messages, parked, trace
    ],
    nested: [analyses],
    inner: [play],
    keep: keep_course_of,
});

parts!(Play {
    whole: [
        people,
        dealt,
        draws,
        revealed,
        injected,
        challenged,
        freezes,
        observed,
        sheets,
        counts,
        judged,
        lessons,
        commitments,
        satisfaction,
        satisfaction_words,
        clock
    ],
    lists: [],
    nested: [],
});

parts!(Analysis {
    whole: [
        id,
        incident,
        mode,
        origin,
        lead,
        lead_involved,
        due,
        grids,
        remarks,
        notes,
        answers
    ],
    lists: [sources, facts, deviations, barriers, factors, whys],
    nested: [],
});

parts!(Team {
    whole: [
        schema,
        name,
        sector,
        lang,
        place,
        quorum,
        format,
        grid,
        scales,
        charter,
        unwatched,
        logo,
        footer,
        import,
        keep_years,
        last_number,
        ids
    ],
    lists: [members, formats],
    nested: [],
    keep: keep_numbers_of,
});

parts!(IncidentFile {
    whole: [schema, id, report],
    lists: [],
    nested: []
});
parts!(FollowUpFile {
    whole: [schema, id, follow_up],
    lists: [],
    nested: []
});
parts!(AnalysisFile {
    whole: [schema, id, chosen_in, incident, ids, guarding],
    lists: [],
    nested: [],
    inner: [analysis]
});
parts!(AmendmentFile {
    whole: [schema, session, sealed, amendments, last, draft],
    lists: [],
    nested: [],
    keep: keep_added_of,
});
parts!(DestroyedFile {
    whole: [schema, destroyed],
    lists: [],
    nested: []
});
parts!(Notes {
    whole: [schema, session, text],
    lists: [],
    nested: []
});

#[cfg(test)]
mod tests;
