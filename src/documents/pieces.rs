//! The pieces that leave a session, each a document: what they have in common, and which file makes which.

use super::record::record_of;
use super::{
    Block, Document, Page, debrief, eigs, invitation, reporter, rex, sheets, signatures, string,
};
use crate::domain::amendments::Beside;
use crate::domain::ids::IncidentId;
use crate::domain::incident::Incident;
use crate::domain::piece::Piece;
use crate::domain::session::Session;
use crate::words::Words;
use chrono::NaiveDate;

/// A piece of a session on the day `today`, in the language of the session; where it is about events, of this one or of
/// all that it can be about.
pub fn piece(
    session: &Session,
    piece: Piece,
    event: Option<IncidentId>,
    today: NaiveDate,
) -> Document {
    piece_of(session, &Beside::default(), piece, event, today)
}

/// The same with what lies beside a sealed session: the record tells its amendments, and all say that the file was changed.
pub fn piece_of(
    session: &Session,
    beside: &Beside,
    piece: Piece,
    event: Option<IncidentId>,
    today: NaiveDate,
) -> Document {
    let events = match event {
        Some(event) => vec![event],
        None => piece.events(session),
    };
    let found = events.iter().filter_map(|id| session.incidents.get(*id));
    let events: Vec<&Incident> = found.collect();
    let mut document = match piece {
        Piece::Record => return record_of(session, beside),
        Piece::Invitation => invitation::invitation(session),
        Piece::Signatures => signatures::signatures(session),
        Piece::Reporter => reporter::reporter(session, &events, today),
        Piece::Rex => rex::rex(session, &events),
        Piece::Eigs => eigs::eigs(session, &events, today),
        Piece::Debrief => debrief::report(session),
        Piece::Cards => sheets::cards(session),
        Piece::Observation => sheets::observation(session),
        Piece::Satisfaction => sheets::satisfaction(session),
        Piece::Certificates => sheets::certificates(session, &[]),
    };
    if session.kind.is_simulation() && matches!(piece, Piece::Reporter | Piece::Eigs) {
        let exercise = Words(session.lang).exercise_not_sent().to_owned();
        document.blocks.insert(1, Block::Note(exercise));
    }
    if beside.broken {
        let warning = Words(session.lang).doc_seal_broken().to_owned();
        document.blocks.insert(0, Block::Note(warning));
    }
    document
}

/// An empty page that says at its head whether all is played.
pub(super) fn begin(session: &Session) -> Page {
    let mut page = Page::new(session.lang);
    if session.kind.is_simulation() {
        page.note(page.words.doc_simulation());
    }
    page
}

/// The page as a document with the title of its piece. It is a draft until the session is sealed.
pub(super) fn finish(page: Page, session: &Session, piece: Piece, subtitle: String) -> Document {
    Document {
        lang: session.lang,
        title: page.words.piece_title(piece).to_owned(),
        subtitle,
        draft: !session.is_sealed(),
        played: session.kind.is_simulation(),
        blocks: page.blocks,
    }
}

/// The structure, the number of the meeting and its day.
pub(super) fn of_meeting(words: Words, session: &Session) -> String {
    let number = match session.number {
        _ if session.is_led() => String::new(),
        0 => words.crex_plain().to_owned(),
        n => words.crex_number(n),
    };
    let day = words.date_long(session.date);
    let parts = [string(&session.structure), number, day];
    let said = parts.into_iter().filter(|part| !part.is_empty());
    said.collect::<Vec<_>>().join(" · ")
}

/// The name of an event at the head of its part, where a document tells several.
pub(super) fn named(incident: &Incident) -> String {
    format!("{} – {}", incident.id, incident.report.heading())
}

#[cfg(test)]
mod tests;
