//! What a vote on actions offers, and what is said when its levels place them.

use super::list::letter;
use crate::domain::action::{Action, Status};
use crate::domain::ballot::{BallotOption, Subject, Target};
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::tui::desk::Desk;
use crate::words::Words;

/// The options of a vote on actions: all of them, so that letters are those of the list and the matrix; what was dropped or never written
/// is withdrawn.
pub fn options(session: &Session) -> Vec<BallotOption> {
    let option = |a: &Action| BallotOption {
        target: Target::Action(a.id),
        label: Text::line(a.what.as_str()),
        withdrawn: a.what.is_blank() || a.status == Status::Dropped,
        ..BallotOption::default()
    };
    session.actions.iter().map(option).collect()
}

/// What the group is told when a vote on impact or effort has placed its actions.
pub fn said(subject: Subject, desk: &Desk) -> String {
    let words = desk.words();
    let mut said = vec![match subject {
        Subject::Impact => words.matrix_impact_voted().to_owned(),
        _ => words.matrix_effort_voted().to_owned(),
    }];
    if let Some(session) = desk.session() {
        let between = between(session, subject, words);
        if !between.is_empty() {
            said.push(words.matrix_between(&between.join(", ")));
        }
        if session.lacks_quorum(subject) {
            said.push(words.matrix_no_quorum().to_owned());
        }
    }
    said.join(" ")
}

/// The actions whose median fell between two levels of a scale, with the level where that put them: « B (2,5 → 2) ».
fn between(session: &Session, subject: Subject, words: Words) -> Vec<String> {
    let Some(ballot) = session.counted(subject) else {
        return Vec::new();
    };
    let told = |(index, option): (usize, &BallotOption)| {
        let Target::Action(id) = option.target else {
            return None;
        };
        let spread = ballot.spread(index).filter(|s| s.twice_median % 2 > 0)?;
        let median = ballot.median_in_tenths(index)?;
        let letter = letter(session.actions.index_of(id)?);
        let median = words.doc_tenths(median);
        Some(format!("{letter} ({median}\u{a0}→\u{a0}{})", spread.mark()))
    };
    ballot.live().filter_map(told).collect()
}
