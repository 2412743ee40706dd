//! What was said of a session after it was sealed: its amendments, behind the sealed content and apart from it.

use super::super::{Page, string};
use crate::domain::amendments::{Amendment, Beside};
use crate::domain::session::Session;

pub(super) fn amendments(page: &mut Page, session: &Session, beside: &Beside) {
    let words = page.words;
    if beside.amendments.is_empty() && !beside.doubtful {
        return;
    }
    page.heading(2, words.doc_after_seal());
    page.note(words.doc_after_seal_said());
    if beside.doubtful {
        page.note(words.doc_amendments_doubtful());
    }
    let row = |(n, amendment): (usize, &Amendment)| {
        [
            (n + 1).to_string(),
            amendment
                .on
                .map(|day| words.date_short(day))
                .unwrap_or_default(),
            string(&amendment.by),
            words.amendment_about(session, &amendment.about),
            string(&amendment.what),
            string(&amendment.reason),
        ]
    };
    let head = [
        words.doc_number_sign(),
        words.doc_added_on(),
        words.doc_added_by(),
        words.doc_about(),
        words.doc_amendment(),
        words.doc_amendment_reason(),
    ];
    page.table(head, beside.amendments.iter().enumerate().map(row));
}
