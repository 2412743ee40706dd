//! The files of a workspace against one another.

use super::Verdict;
use crate::library::links::{Copied, Fault, Head, faults};
use crate::words::Words;
use std::path::Path;
use uuid::Uuid;

/// Adds to each verdict what does not hold between its file and the others.
pub fn check(words: Words, root: &Path, gone: &[Uuid], verdicts: &mut [Verdict]) {
    let mut places = Vec::new();
    let mut heads = Vec::new();
    for (at, verdict) in verdicts.iter().enumerate() {
        if let Some((id, print, what)) = &verdict.head {
            places.push(at);
            heads.push(Head {
                name: name_in(root, &verdict.path),
                id: *id,
                print: print.clone(),
                what: what.clone(),
            });
        }
    }
    for (at, fault) in faults(&heads, gone) {
        let Some(verdict) = places.get(at).and_then(|at| verdicts.get_mut(*at)) else {
            continue;
        };
        let said = worded(words, &fault);
        if fault.is_remark() {
            verdict.remarks.push(said);
        } else {
            verdict.faults.push(said);
        }
    }
}

/// The path from the workspace on, the same on every system.
fn name_in(root: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

fn worded(words: Words, fault: &Fault) -> String {
    let line = |line: &Option<_>| line.map(|id: crate::domain::ids::FollowUpId| id.to_string());
    match fault {
        Fault::NoSession(at) => words.link_no_session(&line(at).unwrap_or_default()),
        Fault::NoAction(action, at) => {
            let action = action.map(|id| id.to_string()).unwrap_or_default();
            words.link_no_action(&action, &line(at).unwrap_or_default())
        }
        Fault::NotChosen => words.link_not_chosen().to_owned(),
        Fault::NoOrigin(id) => words.link_no_origin(&id.to_string()),
        Fault::Orphan => words.link_orphan().to_owned(),
        Fault::OtherSeal(session) => words.link_other_seal(session),
        Fault::Twice(other, same, mark) => {
            let whose = match mark {
                Some(Copied::Conflict) => words.link_conflict(),
                Some(Copied::Synchronised) => words.link_synchronised(),
                Some(Copied::ByHand) => words.link_by_hand(),
                None => "",
            };
            if *same {
                words.link_twice_same(whose, other)
            } else {
                words.link_twice_other(whose, other)
            }
        }
        Fault::NamedCopy(_) => words.link_named_copy().to_owned(),
        Fault::OtherName => words.link_other_name().to_owned(),
    }
}
