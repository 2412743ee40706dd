//! The text that invites to a meeting: date, place, agenda with its minutes, events by a neutral title, actions due, what to
//! read before. Nothing in it tells who a patient, a professional or a reporter is.

use super::record::day;
use super::{Document, Page, pieces, string};
use crate::content;
use crate::domain::action::FollowUp;
use crate::domain::agenda::{Row, StepKind};
use crate::domain::incident::Report;
use crate::domain::piece::Piece;
use crate::domain::progress::Known;
use crate::domain::session::{Approval, Attendee, Session, Stage};
use crate::guard::{Field, Kind, remarks};
use crate::words::Words;

pub(super) fn invitation(session: &Session) -> Document {
    let mut page = pieces::begin(session);
    let words = page.words;
    let lacks = Piece::Invitation.lacks(session, None, session.date, &Known::nothing());
    match session.stage {
        Stage::Prepared => {}
        Stage::Open | Stage::Adjourned => page.note(words.invite_begun()),
        Stage::Sealed => page.note(words.invite_over()),
    }
    if !lacks.is_empty() {
        let said: Vec<String> = lacks.iter().map(|lack| words.lack(lack)).collect();
        page.note(words.invite_to_fill(&said.join(words.doc_semicolon())));
    }
    page.paragraph(words.invite_hello());
    page.paragraph(words.invite_said());
    when_and_where(&mut page, session);
    agenda(&mut page, session);
    events(&mut page, session);
    follow_ups(&mut page, session);
    read_before(&mut page, session);
    expected(&mut page, session);
    page.paragraph(words.invite_end());
    let subtitle = pieces::of_meeting(words, session);
    let mut document = pieces::finish(page, session, Piece::Invitation, subtitle);
    // It is sent before the meeting: what it is to be completed with is said in it.
    document.draft = false;
    document
}

fn when_and_where(page: &mut Page, session: &Session) {
    let words = page.words;
    let opened = session.sittings.first().and_then(|s| s.opened);
    let hour = opened.map_or_else(
        || words.invite_hour_open().to_owned(),
        |at| words.time(at.time()),
    );
    let length = session.promised();
    let length = (length > 0).then(|| words.minutes(length));
    page.every([
        (words.doc_dates(), words.date_long(session.date)),
        (words.invite_hour(), hour),
        (words.doc_place(), string(&session.place)),
        (words.invite_length(), length.unwrap_or_default()),
        (words.doc_mode(), words.mode(session.mode).to_owned()),
    ]);
    page.filled([(words.doc_aims(), string(&session.opening.aims))]);
}

fn agenda(page: &mut Page, session: &Session) {
    let words = page.words;
    page.heading(2, words.invite_agenda());
    if session.agenda.is_empty() {
        page.note(words.capital(words.lack_no_agenda()) + ".");
        return;
    }
    let row = |row: &Row| {
        let title = content::step(row.step).title.get(session.lang);
        let title = if title.is_empty() {
            words.step(row.step)
        } else {
            title
        };
        [words.capital(title), row.minutes.to_string()]
    };
    let total = [
        words.capital(words.doc_total()),
        session.minutes().to_string(),
    ];
    let rows: Vec<_> = session.agenda.iter().map(row).chain([total]).collect();
    page.table([words.doc_step(), words.invite_minutes()], rows);
}

fn events(page: &mut Page, session: &Session) {
    let words = page.words;
    if session.row_of(StepKind::Incidents).is_none() && session.incidents.is_empty() {
        return;
    }
    page.heading(2, words.invite_events());
    if session.incidents.is_empty() {
        page.paragraph(words.invite_no_event());
        return;
    }
    let titles = session.incidents.iter().map(|i| neutral(words, &i.report));
    page.bullets(titles.collect::<Vec<_>>());
}

/// The title of an event, unless something in it may tell who someone is; then its nature alone. Facts are never told here.
fn neutral(words: Words, report: &Report) -> String {
    let tells = |title: &&str| {
        let found = remarks(title, Field::Other, words.0);
        found.iter().any(|r| matches!(r.kind, Kind::Identifier(_)))
    };
    let title = report.title.filled().filter(|title| !tells(title));
    if let Some(title) = title {
        return title.to_owned();
    }
    let nature = content::label_of(&content::lists().natures, &report.nature, words.0);
    if nature.is_empty() {
        words.invite_untitled().to_owned()
    } else {
        nature
    }
}

fn follow_ups(page: &mut Page, session: &Session) {
    let words = page.words;
    let (heard, due): (Vec<&FollowUp>, Vec<&FollowUp>) =
        session.follow_ups.iter().partition(|f| session.presents(f));
    if !heard.is_empty() {
        page.heading(2, words.invite_present());
        page.bullets(heard.iter().map(|f| string(&f.wording)).collect::<Vec<_>>());
    }
    page.heading(2, words.invite_due());
    if due.is_empty() {
        page.paragraph(words.invite_no_due());
    }
    let row = |f: &&FollowUp| {
        let due = f.new_due.or(f.due_was);
        [string(&f.wording), string(&f.owner), day(page, due)]
    };
    let rows: Vec<_> = due.iter().map(row).collect();
    page.table(
        [words.doc_action(), words.doc_owner(), words.doc_due()],
        rows,
    );
}

fn read_before(page: &mut Page, session: &Session) {
    let words = page.words;
    page.heading(2, words.invite_read());
    let presents = session.follow_ups.iter().any(|f| session.presents(f));
    let follows = session.follow_ups.iter().any(|f| !session.presents(f));
    let asked = [
        (
            session.opening.approval != Approval::NoneBefore,
            words.invite_last_record(),
        ),
        (true, words.invite_charter()),
        (follows, words.invite_own_actions()),
        (presents, words.invite_own_analysis()),
        (!session.incidents.is_empty(), words.invite_reports()),
    ];
    let lines = asked.into_iter().filter(|(asked, _)| *asked);
    page.bullets(
        lines
            .map(|(_, line)| words.capital(line))
            .collect::<Vec<_>>(),
    );
}

fn expected(page: &mut Page, session: &Session) {
    let words = page.words;
    page.heading(2, words.invite_expected());
    if session.attendees.is_empty() {
        page.note(words.capital(words.lack_nobody()) + ".");
        return;
    }
    let label = |a: &Attendee| {
        let roles = a.roles.iter();
        let roles = roles.map(|r| content::label_of(&content::lists().roles, r, session.lang));
        let roles = roles.collect::<Vec<_>>().join(", ");
        if roles.is_empty() {
            string(&a.function)
        } else {
            format!("{} ({roles})", a.function)
        }
    };
    page.bullets(session.attendees.iter().map(label).collect::<Vec<_>>());
}
