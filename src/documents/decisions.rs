//! Decisions in words: what each says in a line, how it was reached.

use crate::domain::ballot::Method;
use crate::domain::text::Text;
use crate::library::log::{Entry, Kind, Voted};
use crate::words::Words;

/// What was decided upon, in a word or two.
pub const fn kind(words: Words, kind: Kind) -> &'static str {
    match kind {
        Kind::Choice => words.log_choice(),
        Kind::Fate => words.log_fate(),
        Kind::Entrusted => words.log_entrusted(),
        Kind::Priorities => words.log_priorities(),
        Kind::NoAction => words.log_no_action(),
        Kind::Retained => words.log_retained(),
        Kind::NotRetained => words.log_not_retained(),
        Kind::FollowUp => words.log_follow_up(),
        Kind::Vote => words.log_vote(),
        Kind::Quorum => words.log_quorum(),
        Kind::Passed => words.log_passed(),
        Kind::Message => words.log_message(),
        Kind::Answer => words.log_answer(),
        Kind::Parked => words.log_parked(),
        Kind::Next => words.log_next(),
    }
}

/// What was decided, on one line.
pub fn headline(words: Words, entry: &Entry) -> String {
    let what = entry.what.as_str();
    let also = || {
        let also: Vec<&str> = entry.also.iter().map(Text::as_str).collect();
        also.join(" · ")
    };
    let said = match entry.kind {
        Kind::Quorum => words.log_quorum_said().to_owned(),
        Kind::Passed => words.capital(words.step(entry.spot.step)),
        Kind::Priorities => also(),
        Kind::Next => {
            let day = entry.due.map(|day| words.date(day));
            let rest = Some(also()).filter(|also| !also.is_empty());
            day.into_iter().chain(rest).collect::<Vec<_>>().join(" · ")
        }
        _ => what.to_owned(),
    };
    let fate = entry.fate.filter(|_| entry.kind == Kind::Fate);
    let fate = fate.map(|fate| words.fate(fate));
    let outcome = entry
        .outcome
        .map(|outcome| words.follow_up_outcome(outcome));
    let said = said.replace('\n', " ");
    match fate.or(outcome) {
        Some(then) => format!("{said} → {then}"),
        None => said,
    }
}

/// How it was reached: by consensus, or as voted, by how many; nothing where no such thing was decided.
pub fn how(words: Words, entry: &Entry) -> Option<String> {
    let how = entry.how.as_ref()?;
    let mut parts = Vec::new();
    // What becomes of an event that was not chosen is not what was voted on.
    if entry.kind != Kind::Fate {
        parts.push(words.reached(how.reached).to_owned());
    }
    match &how.vote {
        Some(vote) => parts.extend(votes(words, vote)),
        None => parts.push(words.log_without_vote().to_owned()),
    }
    Some(parts.join(", "))
}

/// A vote in figures.
fn votes(words: Words, vote: &Voted) -> Vec<String> {
    let mut parts = vec![match vote.took_part {
        Some(n) => words.log_voted(n, vote.entitled),
        None => words.result_n_voters(vote.entitled),
    }];
    match (vote.got, vote.against) {
        (Some(yes), Some(no)) => parts.push(words.log_for_against(yes, no)),
        (Some(n), None) => match vote.method {
            Method::Levels { .. } => {}
            Method::Hands { .. } => parts.push(words.log_voices(n)),
            _ => parts.push(words.log_points(n)),
        },
        _ => {}
    }
    if vote.abstained > 0 {
        parts.push(words.result_n_abstentions(vote.abstained));
    }
    if vote.secret {
        parts.push(words.log_secret().to_owned());
    }
    if vote.rounds {
        parts.push(words.log_rounds().to_owned());
    }
    parts
}
