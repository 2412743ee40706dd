//! The head of the record: what meeting it was, who was there, how it was opened.

use super::super::{Page, string};
use crate::content;
use crate::domain::code::Code;
use crate::domain::ids::FormatId;
use crate::domain::session::{Approval, Attendee, Presence, Session};
use crate::words::Words;
use chrono::Timelike;

/// « Compte rendu du CREX n° 7 – titre ».
pub(super) fn title(words: Words, session: &Session) -> String {
    let named = match session.number {
        _ if session.is_led() => words.doc_title_analysis().to_owned(),
        0 => words.doc_title().to_owned(),
        n => format!("{}{}", words.doc_title_numbered(), words.doc_number(n)),
    };
    let title = session
        .title
        .filled()
        .map(|t| format!(" – {t}"))
        .unwrap_or_default();
    format!("{named}{title}")
}

/// The structure and the day.
pub(super) fn subtitle(words: Words, session: &Session) -> String {
    let structure = session
        .structure
        .filled()
        .map(|s| format!("{s} · "))
        .unwrap_or_default();
    if session.is_led() {
        let due = session.analyses.at(0).and_then(|a| a.due);
        let due = due.map(|due| words.doc_to_present(words.date_long(due)));
        return format!("{structure}{}", due.unwrap_or_default());
    }
    format!("{structure}{}", words.date_long(session.date))
}

pub(super) fn head(page: &mut Page, session: &Session) {
    let words = page.words;
    if session.kind.is_simulation() {
        page.note(words.doc_simulation());
    }
    let lists = content::lists();
    let seal = session.seal.as_ref();
    let sealed =
        seal.map(|s| words.doc_sealed_at(words.date_long(s.at.date()), words.time(s.at.time())));
    page.every([
        (words.doc_structure(), string(&session.structure)),
        (
            words.doc_sector(),
            content::label_of(&lists.sectors, &session.sector, session.lang),
        ),
        (words.doc_dates(), dates(words, session)),
        (words.doc_place(), string(&session.place)),
        (words.doc_format(), format_name(session)),
        (words.doc_mode(), words.mode(session.mode).to_owned()),
        (words.doc_stage(), words.stage(session.stage).to_owned()),
        (words.doc_quorum_name(), quorum(words, session)),
    ]);
    page.filled([
        (
            words.doc_quorum_overruled(),
            string(&session.opening.quorum_overruled),
        ),
        (words.doc_seal(), sealed.unwrap_or_default()),
        (
            words.doc_fingerprint(),
            seal.map(|s| string(&s.fingerprint)).unwrap_or_default(),
        ),
        (words.doc_erasures(), erasures(words, session)),
    ]);
}

/// What was erased, and when; a line each.
fn erasures(words: Words, session: &Session) -> String {
    let all = session.erasures.iter().map(|one| words.erasure(one));
    all.collect::<Vec<_>>().join("\n")
}

/// What quorum was asked, who was there for it, and whether it was reached.
fn quorum(words: Words, session: &Session) -> String {
    let asked = &session.quorum;
    if asked.members == 0 && asked.professions == 0 {
        return words.doc_no_quorum_asked().to_owned();
    }
    let members = |n: usize| words.count(n, words.doc_member(), words.doc_members());
    let professions =
        |n: u32| words.count(n as usize, words.doc_profession(), words.doc_professions());
    let present = session.present().filter(|a| a.permanent).count();
    let reached = if session.quorum_met() {
        words.doc_reached()
    } else {
        words.doc_not_reached()
    };
    words.doc_quorum(
        members(asked.members as usize),
        professions(asked.professions),
        format!(
            "{}, {}",
            members(present),
            professions(session.n_professions())
        ),
        reached,
    )
}

fn format_name(session: &Session) -> String {
    if let Some(own) = session.own.format.as_ref().and_then(|f| f.name.filled()) {
        return own.to_owned();
    }
    if let Some(shipped) = content::format(&session.format) {
        return shipped.name.get(session.lang).to_owned();
    }
    let minutes = Some(session.minutes())
        .filter(|n| *n > 0)
        .map(|n| Words(session.lang).minutes(n));
    // The number of a team's own format says nothing to a reader.
    let numbered = session.format.as_str().parse::<FormatId>().is_ok();
    let named = Some(session.format.to_string()).filter(|name| !name.is_empty() && !numbered);
    named
        .into_iter()
        .chain(minutes)
        .collect::<Vec<_>>()
        .join(", ")
}

/// The days on which it was held with their hours, or the day it is planned for.
fn dates(words: Words, session: &Session) -> String {
    if session.sittings.is_empty() {
        return words.date_long(session.date);
    }
    let sitting = |s: &crate::domain::agenda::Sitting| {
        let hour = |at: Option<chrono::NaiveDateTime>| {
            at.map(|at| words.time(at.time().with_nanosecond(0).unwrap_or(at.time())))
        };
        let hours = match (hour(s.opened), hour(s.closed)) {
            (Some(from), Some(to)) => format!(", {from} – {to}"),
            (Some(from), None) => format!(", {from}"),
            _ => String::new(),
        };
        let adjourned = s
            .adjourned
            .filled()
            .map(|why| words.doc_adjourned(why))
            .unwrap_or_default();
        format!("{}{hours}{adjourned}", words.date_long(s.date))
    };
    session
        .sittings
        .iter()
        .map(sitting)
        .collect::<Vec<_>>()
        .join("\n")
}

pub(super) fn attendance(page: &mut Page, session: &Session) {
    let words = page.words;
    page.heading(2, words.doc_attendance());
    if session.attendees.is_empty() {
        page.note(words.doc_nobody());
        return;
    }
    page.paragraph(counts(words, session));
    let lists = content::lists();
    let row = |a: &Attendee| {
        let profession = content::label_of(&lists.professions, &a.profession, session.lang);
        let profession = if profession.to_lowercase() == string(&a.function).to_lowercase() {
            words.doc_same().to_owned()
        } else {
            profession
        };
        let label = |role: &Code| content::label_of(&lists.roles, role, session.lang);
        let member = if a.permanent {
            words.doc_member()
        } else {
            words.doc_guest()
        };
        [
            string(&a.function),
            profession,
            member.to_owned(),
            a.roles.iter().map(label).collect::<Vec<_>>().join(", "),
            presence(words, a),
        ]
    };
    let head = [
        words.doc_function(),
        words.doc_profession(),
        words.doc_quality(),
        words.doc_roles(),
        words.doc_presence(),
    ];
    page.table(head, session.attendees.iter().map(row));
}

/// « Présent : 6, excusé : 1 ».
fn counts(words: Words, session: &Session) -> String {
    let count = |presence: Presence| {
        session
            .attendees
            .iter()
            .filter(|a| a.presence == presence)
            .count()
    };
    let all = Presence::ALL
        .iter()
        .map(|p| (words.presence(*p), count(*p)));
    let told = all
        .filter(|(_, n)| *n > 0)
        .map(|(name, n)| format!("{name}{}{n}", words.doc_colon()));
    words.capital(&told.collect::<Vec<_>>().join(", "))
}

fn presence(words: Words, attendee: &Attendee) -> String {
    let at = match attendee.presence {
        Presence::Late => attendee.arrived,
        Presence::Left => attendee.left,
        _ => None,
    };
    let hour = at
        .map(|at| format!(" ({})", words.time(at)))
        .unwrap_or_default();
    format!("{}{hour}", words.presence(attendee.presence))
}

pub(super) fn opening(page: &mut Page, session: &Session) {
    let words = page.words;
    let opening = &session.opening;
    let said = |yes: bool| if yes { words.doc_yes() } else { words.doc_no() }.to_owned();
    page.every([
        (
            words.doc_last_record(),
            words.approval(opening.approval).to_owned(),
        ),
        (words.doc_charter_accepted(), said(opening.charter_accepted)),
        (words.doc_votes_told(), said(opening.secrecy_announced)),
        (words.doc_aims(), string(&opening.aims)),
    ]);
    if opening.approval == Approval::WithRemark || !opening.approval_remark.is_blank() {
        page.every([(words.doc_remark(), string(&opening.approval_remark))]);
    }
    if opening.charter_accepted || !session.own.charter.is_empty() {
        page.heading(3, words.doc_charter());
        page.bullets(
            content::charter_of(session, session.lang)
                .into_iter()
                .map(str::to_owned),
        );
    }
}
