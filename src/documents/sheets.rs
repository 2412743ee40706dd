//! The papers of a simulation: cards of roles and challenges to be cut out, the observation grid, the sheet of satisfaction, the
//! attendance list, certificates. No name is kept: they stand on paper alone.

use super::{Block, Document, Page, Slip, pieces, string};
use crate::content;
use crate::domain::piece::Piece;
use crate::domain::scenario::{Kit, Scenario};
use crate::domain::session::Session;

/// A box to be ticked by hand.
const BOX: &str = "☐";
/// Lines to be written on by hand.
const LINES: usize = 4;
/// A line to be written on.
const LINE: &str = "……………………………………………………………………………………………………";

/// The kit of the case that is played.
fn kit(session: &Session) -> Kit {
    let shipped = content::kit(session.lang);
    let scenario = content::scenario_of(session);
    scenario.map_or_else(|| shipped.clone(), |scenario| scenario.kit(shipped))
}

/// The page as a paper that is no draft.
fn paper(page: Page, session: &Session, piece: Piece) -> Document {
    let subtitle = [
        string(&session.title),
        pieces::of_meeting(page.words, session),
    ];
    let subtitle = subtitle.into_iter().filter(|part| !part.is_empty());
    let subtitle = subtitle.collect::<Vec<_>>().join(" · ");
    let mut document = pieces::finish(page, session, piece, subtitle);
    document.draft = false;
    document
}

/// Roles and challenges, four to a page; at the end what the trainer hopes for.
pub(super) fn cards(session: &Session) -> Document {
    let mut page = pieces::begin(session);
    let (words, kit) = (page.words, kit(session));
    page.paragraph(words.cards_how());
    let roles = kit.roles.iter().map(|role| Slip {
        kind: if role.needed {
            words.cards_needed()
        } else {
            words.cards_role()
        }
        .to_owned(),
        title: string(&role.name),
        text: string(&role.card),
    });
    let challenges = kit.challenges.iter().map(|challenge| Slip {
        kind: words.cards_challenge().to_owned(),
        title: string(&challenge.name),
        text: string(&challenge.card),
    });
    let slips: Vec<Slip> = roles.chain(challenges).collect();
    if !slips.is_empty() {
        page.blocks.push(Block::Slips(slips));
    }
    if !kit.challenges.is_empty() {
        page.blocks.push(Block::NewPage);
        page.heading(2, words.cards_trainer());
        let rows = kit.challenges.iter();
        let rows = rows.map(|c| [string(&c.name), string(&c.answer)]);
        page.table([words.cards_challenge(), words.cards_answer()], rows);
    }
    paper(page, session, Piece::Cards)
}

/// The observation grid with boxes, for whoever observes.
pub(super) fn observation(session: &Session) -> Document {
    let mut page = pieces::begin(session);
    let (words, kit) = (page.words, kit(session));
    page.paragraph(words.watch_how());
    let rows = kit.observation.iter().map(|item| {
        let level = |n: usize| {
            let level = item.levels.get(n).map(string).unwrap_or_default();
            format!("{BOX} {level}")
        };
        [string(&item.name), level(0), level(1), level(2), level(3)]
    });
    page.table([words.debrief_watched(), "0", "1", "2", "3"], rows);
    page.heading(3, words.watch_notes());
    for _ in 0..LINES {
        page.paragraph(LINE);
    }
    paper(page, session, Piece::Observation)
}

/// The sheet on which learners say what they think of the day.
pub(super) fn satisfaction(session: &Session) -> Document {
    let mut page = pieces::begin(session);
    let (words, kit) = (page.words, kit(session));
    page.paragraph(words.satisfied_how());
    let rows = kit.satisfaction.iter().map(|line| {
        let [a, b, c, d] = [BOX; 4].map(ToOwned::to_owned);
        [string(line), a, b, c, d]
    });
    let scale = [0, 1, 2, 3].map(|n| words.satisfied_scale(n));
    let [a, b, c, d] = scale.each_ref().map(String::as_str);
    page.table(["", a, b, c, d], rows);
    for question in [words.satisfied_most(), words.satisfied_less()] {
        page.heading(3, question);
        for _ in 0..LINES {
            page.paragraph(LINE);
        }
    }
    paper(page, session, Piece::Satisfaction)
}

/// The attendance list of a training: a line a seat, half a day each to be signed.
pub(super) fn attendance(session: &Session, seats: u32) -> Document {
    let mut page = pieces::begin(session);
    let words = page.words;
    page.every([
        (words.doc_dates(), words.date_long(session.date)),
        (words.doc_place(), string(&session.place)),
    ]);
    // Two lines high, so that a hand has room.
    let room = || format!("{0}\n{0}", "\u{a0}".repeat(22));
    let row = |n: u32| [n.to_string(), room(), room(), room(), room()];
    page.table(
        [
            words.sign_number(),
            words.sign_name(),
            words.doc_profession(),
            words.sign_morning(),
            words.sign_afternoon(),
        ],
        (1..=seats).map(row),
    );
    page.paragraph(words.sign_training_kept());
    paper(page, session, Piece::Signatures)
}

/// A certificate for each of these names, one a page; without names one for each seat, to be filled in by hand.
pub fn certificates(session: &Session, names: &[String]) -> Document {
    let mut page = pieces::begin(session);
    let words = page.words;
    let scenario = content::scenario_of(session);
    let filled = names.iter().map(|name| name.trim());
    let filled: Vec<&str> = filled.filter(|name| !name.is_empty()).collect();
    if filled.is_empty() {
        let seats = session.play.people.max(1);
        let line = "…".repeat(36);
        for seat in 0..seats {
            certificate(&mut page, session, scenario, &line, seat > 0);
        }
    } else {
        for (n, name) in filled.iter().enumerate() {
            certificate(&mut page, session, scenario, name, n > 0);
        }
        page.paragraph(words.certificate_kept());
    }
    paper(page, session, Piece::Certificates)
}

fn certificate(
    page: &mut Page,
    session: &Session,
    scenario: Option<&Scenario>,
    name: &str,
    next: bool,
) {
    let words = page.words;
    if next {
        page.blocks.push(Block::NewPage);
        page.note(words.doc_simulation());
    }
    page.heading(3, words.certificate_head());
    page.fields(vec![(words.certificate_name().to_owned(), name.to_owned())]);
    page.filled([(words.certificate_by(), string(&session.structure))]);
    let day = words.date_long(session.date);
    page.paragraph(words.certificate_says(session.title.as_str(), &day));
    let aims = scenario.map(|s| s.aims.as_slice()).unwrap_or_default();
    if !aims.is_empty() {
        page.heading(4, words.certificate_aims());
        page.bullets(aims.iter().map(string));
    }
    page.paragraph(words.certificate_no_mark());
    page.fields(vec![
        (words.certificate_date().to_owned(), blank()),
        (words.certificate_signed().to_owned(), blank()),
    ]);
}

/// Room to write in by hand.
fn blank() -> String {
    "\u{a0}\n\u{a0}\n\u{a0}".to_owned()
}
