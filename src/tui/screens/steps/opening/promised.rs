//! What the last meetings promised this one, always in sight above the roll call: actions to follow up, analyses to hear, what
//! is on the table, and whether the day set for it was kept.

use super::hearing;
use crate::domain::action::{FollowUp, FollowUpOutcome};
use crate::domain::session::{Session, Stage};
use crate::library::carry::DONE;
use crate::tui::desk::Desk;
use crate::tui::theme::Role;

/// Days without a meeting from which it is worth a word.
const LONG_AGO: i64 = 45;

/// The lines, those that deserve a look in their own voice.
pub(super) fn lines(session: &Session, desk: &Desk) -> Vec<(String, Role)> {
    if session.is_sealed() {
        return Vec::new();
    }
    let prepared = session.stage == Stage::Prepared;
    let table = prepared.then(|| table(session, desk)).flatten();
    let all = [actions(session, desk), hearing::line(session, desk), table];
    let all = all.into_iter().flatten();
    all.chain(last(session, desk)).collect()
}

/// How many actions are to be followed up, how many of them late or to be evaluated.
fn actions(session: &Session, desk: &Desk) -> Option<(String, Role)> {
    let (words, signs) = (desk.words(), desk.prefs.theme.signs);
    // An analysis to hear has a line of its own.
    let pending = |f: &&FollowUp| {
        f.outcome == FollowUpOutcome::Pending && (f.action.is_some() || f.session.is_blank())
    };
    let all: Vec<&FollowUp> = session.follow_ups.iter().filter(pending).collect();
    let past = |f: &&&FollowUp| f.due_was.is_some_and(|due| due < desk.today());
    let late = all
        .iter()
        .filter(|f| f.progress < DONE)
        .filter(past)
        .count();
    let done = all.iter().filter(|f| f.progress >= DONE).count();
    let (sign, role) = if late > 0 {
        (signs.see, Role::See)
    } else {
        (signs.not_yet, Role::Body)
    };
    (!all.is_empty()).then(|| {
        let said = words.opening_to_follow(all.len(), late, done);
        (format!("{sign} {said}"), role)
    })
}

/// What lies on the table of a meeting that is prepared.
fn table(session: &Session, desk: &Desk) -> Option<(String, Role)> {
    let (events, questions) = (session.incidents.len(), session.parked.len());
    let sign = desk.prefs.theme.signs.not_yet;
    (events + questions > 0).then(|| {
        let said = desk.words().opening_on_the_table(events, questions);
        (format!("{sign} {said}"), Role::Body)
    })
}

/// When the last meeting was, and whether the day that it set was kept: said while this one is prepared, or when much time has
/// gone by.
fn last(session: &Session, desk: &Desk) -> Vec<(String, Role)> {
    let (words, signs) = (desk.words(), desk.prefs.theme.signs);
    let Some(before) = desk.listing.before(session) else {
        return Vec::new();
    };
    let days = (session.date - before.date).num_days();
    let missed = before.promised.filter(|day| *day != session.date);
    let long = days > LONG_AGO;
    if session.stage != Stage::Prepared && !long {
        return Vec::new();
    }
    let told = |text: String| {
        if long {
            (format!("{} {text}", signs.see), Role::See)
        } else {
            (format!("{} {text}", signs.not_yet), Role::Body)
        }
    };
    let said = words.opening_last(&words.date_short(before.date), days);
    let missed = missed.map(|day| words.opening_promised(&words.date_short(day)));
    [Some(said), missed]
        .into_iter()
        .flatten()
        .map(told)
        .collect()
}
