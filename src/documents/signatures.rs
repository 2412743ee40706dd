//! The sheet that is printed and signed at the table: the functions expected, empty columns for names and signatures. Names
//! stand on paper alone.

use super::{Document, pieces, sheets, string};
use crate::content;
use crate::domain::piece::Piece;
use crate::domain::session::{Attendee, Session};

/// Empty lines for guests.
const GUESTS: usize = 4;
/// Signs that a name takes, and a signature.
const WIDE: usize = 24;

/// Fewest lines of the list of a training whose people are not counted yet.
const SEATS: u32 = 12;

pub(super) fn signatures(session: &Session) -> Document {
    if session.kind.is_simulation() {
        let seats = match session.play.people {
            0 => SEATS,
            people => people,
        };
        return sheets::attendance(session, seats);
    }
    let mut page = pieces::begin(session);
    let words = page.words;
    let lists = content::lists();
    page.every([
        (words.doc_dates(), words.date_long(session.date)),
        (words.doc_place(), string(&session.place)),
    ]);
    page.paragraph(words.sign_promise());
    if session.attendees.is_empty() {
        page.note(words.doc_nobody());
    }
    let row = |a: &Attendee| {
        let profession = content::label_of(&lists.professions, &a.profession, session.lang);
        let same = profession.to_lowercase() == string(&a.function).to_lowercase();
        let profession = if same { String::new() } else { profession };
        [string(&a.function), profession, room(1), room(2)]
    };
    let empty = || [String::new(), String::new(), room(1), room(2)];
    let guests = std::iter::repeat_with(empty).take(GUESTS);
    let rows: Vec<_> = session.attendees.iter().map(row).chain(guests).collect();
    page.table(
        [
            words.doc_function(),
            words.doc_profession(),
            words.sign_name(),
            words.sign_sign(),
        ],
        rows,
    );
    page.paragraph(words.sign_guests());
    page.paragraph(words.sign_kept());
    let subtitle = pieces::of_meeting(words, session);
    let mut document = pieces::finish(page, session, Piece::Signatures, subtitle);
    // What is signed is no draft.
    document.draft = false;
    document
}

/// A cell with room to write in by hand: so many lines that say nothing.
fn room(lines: usize) -> String {
    vec!["\u{a0}".repeat(WIDE); lines].join("\n")
}
