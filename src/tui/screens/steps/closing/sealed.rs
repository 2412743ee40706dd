//! The closing of a session that is sealed: its seal, and the way to its amendments.

use super::Key;
use crate::domain::session::Seal;
use crate::tui::desk::Desk;
use crate::tui::form::{Field, Value};
use crate::tui::theme::Role;
use crate::words::Words;

/// Signs of a fingerprint shown in one group.
const GROUP: usize = 8;

/// When the session was sealed, its whole fingerprint, in groups that can be read out and that wrap, and the way to what can
/// leave now.
pub(super) fn told(seal: &Seal, words: Words) -> [Field<Key>; 3] {
    let (date, time) = (words.date(seal.at.date()), words.time(seal.at.time()));
    let print: Vec<char> = seal.fingerprint.as_str().chars().collect();
    let groups: Vec<String> = print.chunks(GROUP).map(String::from_iter).collect();
    let note = |text, role| Field::new(Key::Read, "", Value::Note(text, role));
    [
        note(words.closing_sealed(&date, &time), Role::Done),
        note(words.closing_print(&groups.join(" ")), Role::Aside),
        Field::new(
            Key::Seal,
            "",
            Value::Button(words.closing_documents().to_owned()),
        )
        .hint(words.closing_documents_hint()),
    ]
}

/// The way to what is said after sealing.
pub(super) fn amend(desk: &Desk) -> Field<Key> {
    let words = desk.words();
    let open = desk.amendments.as_ref();
    let n = open.map_or(0, |open| open.doc.amendments.len());
    let amend = Value::Button(words.closing_amend().to_owned());
    let hint = match n {
        0 => words.closing_amend_hint().to_owned(),
        n => words.closing_amended(n),
    };
    Field::new(Key::Amend, "", amend).hint(hint)
}
