//! What is left to be checked after an analysis, and by whom: the list that its lead takes along.

use super::super::{Page, string};
use super::factors::item;
use crate::domain::analysis::Analysis;
use crate::domain::checks::ToCheck;
use crate::domain::session::Session;

/// The list, under its heading; nothing where all is sure.
pub(super) fn of(page: &mut Page, session: &Session, analysis: &Analysis) {
    let words = page.words;
    let all = analysis.to_check();
    if all.is_empty() {
        return;
    }
    page.heading(4, words.checks_title());
    let row = |check: &ToCheck| {
        let by = analysis.checked_by(check).filled();
        [
            told(session, analysis, check),
            words.check_kind(check).to_owned(),
            by.unwrap_or(words.doc_check_by_nobody()).to_owned(),
        ]
    };
    let head = [words.checks_title(), words.doc_check_why(), words.doc_by()];
    page.table(head, all.iter().map(row));
}

/// Its id and its wording.
fn told(session: &Session, analysis: &Analysis, check: &ToCheck) -> String {
    let (id, text) = match check {
        ToCheck::Item(grid, code) => return item(session, grid, code),
        ToCheck::Factor(id) => (id.to_string(), analysis.factors.get(*id).map(|f| &f.what)),
        ToCheck::Source(id) => (id.to_string(), analysis.sources.get(*id).map(|s| &s.what)),
        ToCheck::Fact(id) => (id.to_string(), analysis.facts.get(*id).map(|f| &f.what)),
        ToCheck::Barrier(id) => (id.to_string(), analysis.barriers.get(*id).map(|b| &b.what)),
    };
    let text = text.map(string).unwrap_or_default();
    format!("{id} {text}").trim().to_owned()
}
