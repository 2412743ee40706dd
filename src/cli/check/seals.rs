//! What is wrong with the seal of a session: what changed since, where a copy of the sealed state was kept.

use super::{With, workspace_of};
use crate::domain::problem::Remark;
use crate::domain::session::{Session, Stage};
use crate::library::compare::differences;
use crate::store::{self, Parsed};
use std::path::Path;
use std::sync::Arc;

/// Most differences named one by one.
const NAMED: usize = 20;

/// What changed after the seal, or that the seal was taken away; nothing when it is intact or there never was one.
pub fn faults(with: With, path: &Path, parsed: &Parsed<Session>) -> Vec<String> {
    let (words, session) = (with.words, &parsed.doc);
    let broken = parsed.remarks.contains(&Remark::SealBroken);
    if session.is_sealed() && !broken {
        return Vec::new();
    }
    let copy = store::sealed_copy(Arc::clone(with.disk), workspace_of(path), path, session);
    let Some(sealed) = copy else {
        let none = broken.then(|| words.say_no_sealed_copy().to_owned());
        // Whoever takes a seal away seldom thinks of the state.
        let stripped = session.stage == Stage::Sealed && !session.is_sealed();
        let stripped = stripped.then(|| words.check_seal_lost().to_owned());
        return none.into_iter().chain(stripped).collect();
    };
    let mut out = Vec::new();
    if !session.is_sealed() {
        out.push(words.check_seal_lost().to_owned());
    }
    let found = differences(&sealed, session, words);
    if found.is_empty() {
        out.push(words.compare_form_only().to_owned());
    }
    let line = |d: &crate::library::compare::Difference| {
        words.difference(&d.place, d.before.as_deref(), d.after.as_deref())
    };
    out.extend(found.iter().take(NAMED).map(line));
    if found.len() > NAMED {
        out.push(words.ask_and_more(found.len() - NAMED));
    }
    out
}
