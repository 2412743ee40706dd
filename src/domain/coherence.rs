//! What does not hold together inside a document that can be read: an id given twice, a link to nothing. It is told, never
//! mended behind the user's back.

use super::agenda::MAX_MINUTES;
use super::analysis::{Analysis, AnalysisFile};
use super::ballot::{Ballot, BallotState, Target};
use super::draft::is_valid;
use super::ids::{Counters, Issue};
use super::list::{Keyed, List};
use super::problem::Remark;
use super::session::{MAX_NUMBER, Session};
use super::simulation::Play;
use super::team::Team;
use super::text::Text;
use std::fmt::Display;

/// What is noticed in a session.
pub fn session(session: &Session) -> Vec<Remark> {
    let mut out = Vec::new();
    twice("agenda", &session.agenda, &mut out);
    twice("attendees", &session.attendees, &mut out);
    twice("follow_ups", &session.follow_ups, &mut out);
    twice("incidents", &session.incidents, &mut out);
    twice("analyses", &session.analyses, &mut out);
    twice("heard", &session.heard, &mut out);
    twice("actions", &session.actions, &mut out);
    twice("ballots", &session.ballots, &mut out);
    twice("messages", &session.messages, &mut out);
    twice("parked", &session.parked, &mut out);
    for item in session.parked.iter() {
        link(
            format!("parked/{}", item.id),
            item.row,
            &session.agenda,
            &mut out,
        );
    }
    for item in session.analyses.iter() {
        let at = format!("analyses/{}", item.id);
        link(at.clone(), item.incident, &session.incidents, &mut out);
        analysis(item, &at, &mut out);
    }
    for item in session.heard.iter() {
        let at = format!("heard/{}", item.id);
        link(at.clone(), item.incident, &session.incidents, &mut out);
        analysis(item, &at, &mut out);
    }
    link(
        "under_way".to_owned(),
        session.under_way,
        &session.analyses,
        &mut out,
    );
    session_actions(session, &mut out);
    session_votes(session, &mut out);
    ranges(session, &mut out);
    counters(session, &mut out);
    played(session, &mut out);
    out
}

/// A simulation whose mark was taken out: it would count as a real session.
fn played(session: &Session, out: &mut Vec<Remark>) {
    let around = session.agenda.iter().any(|row| row.step.is_of_training());
    let traced = around || session.play != Play::default() || !session.trace.is_empty();
    if traced && !session.kind.is_simulation() {
        out.push(Remark::Played);
    }
}

/// Numbers that no meeting has.
fn ranges(session: &Session, out: &mut Vec<Remark>) {
    at_most("number", session.number, MAX_NUMBER, out);
    for row in session.agenda.iter() {
        let at = format!("agenda/{}/minutes", row.id);
        at_most(&at, row.minutes, MAX_MINUTES, out);
    }
}

fn at_most(at: &str, n: u32, most: u32, out: &mut Vec<Remark>) {
    if n > most {
        out.push(Remark::OutOfRange(Text::line(at), n));
    }
}

/// Counters behind the ids in use: the next id would be given twice.
fn counters(session: &Session, out: &mut Vec<Remark>) {
    let ids = &session.ids;
    counter(ids, &session.agenda, out);
    counter(ids, &session.attendees, out);
    counter(ids, &session.follow_ups, out);
    counter(ids, &session.incidents, out);
    counter(ids, &session.analyses, out);
    counter(ids, &session.actions, out);
    counter(ids, &session.ballots, out);
    counter(ids, &session.messages, out);
    counter(ids, &session.parked, out);
    counter(ids, &session.heard, out);
    let all = session.analyses.iter().chain(session.heard.iter());
    analysis_counters(ids, all, out);
}

fn analysis_counters<'a>(
    ids: &Counters,
    analyses: impl Iterator<Item = &'a Analysis> + Clone,
    out: &mut Vec<Remark>,
) {
    highest(ids, analyses.clone().flat_map(|a| a.sources.iter()), out);
    highest(ids, analyses.clone().flat_map(|a| a.facts.iter()), out);
    highest(ids, analyses.clone().flat_map(|a| a.deviations.iter()), out);
    highest(ids, analyses.clone().flat_map(|a| a.barriers.iter()), out);
    highest(ids, analyses.clone().flat_map(|a| a.factors.iter()), out);
    highest(ids, analyses.flat_map(|a| a.whys.iter()), out);
}

fn counter<T: Keyed>(ids: &Counters, list: &List<T>, out: &mut Vec<Remark>)
where
    T::Id: Issue,
{
    highest(ids, list.iter(), out);
}

fn highest<'a, T: Keyed + 'a>(
    ids: &Counters,
    items: impl Iterator<Item = &'a T>,
    out: &mut Vec<Remark>,
) where
    T::Id: Issue,
{
    let (name, last) = T::Id::counted(ids);
    let used = items.map(|item| item.id().number()).max().unwrap_or(0);
    if used > last {
        out.push(Remark::LowCounter(Text::line(name), used));
    }
}

/// What is noticed in an analysis between two meetings.
pub fn analysis_file(file: &AnalysisFile) -> Vec<Remark> {
    let mut out = Vec::new();
    if let Some(id) = file.analysis.incident.filter(|id| *id != file.incident.id) {
        dangling("analysis".to_owned(), &id, &mut out);
    }
    analysis(&file.analysis, "analysis", &mut out);
    analysis_counters(&file.ids, std::iter::once(&file.analysis), &mut out);
    out
}

/// What is noticed in the team.
pub fn team(team: &Team) -> Vec<Remark> {
    let mut out = Vec::new();
    twice("members", &team.members, &mut out);
    twice("formats", &team.formats, &mut out);
    counter(&team.ids, &team.members, &mut out);
    counter(&team.ids, &team.formats, &mut out);
    at_most("last_number", team.last_number, MAX_NUMBER, &mut out);
    for format in team.formats.iter() {
        for row in &format.rows {
            let at = format!("formats/{}/minutes", format.id);
            at_most(&at, row.minutes, MAX_MINUTES, &mut out);
        }
    }
    out
}

fn session_actions(session: &Session, out: &mut Vec<Remark>) {
    for action in session.actions.iter() {
        let at = || format!("actions/{}", action.id);
        link(at(), action.incident, &session.incidents, out);
        // An action answers factors and barriers of any analysis of the session.
        for id in &action.factors {
            if !session
                .analyses
                .iter()
                .any(|a| a.factors.get(*id).is_some())
            {
                dangling(at(), id, out);
            }
        }
        for id in &action.barriers {
            if !session
                .analyses
                .iter()
                .any(|a| a.barriers.get(*id).is_some())
            {
                dangling(at(), id, out);
            }
        }
    }
}

fn session_votes(session: &Session, out: &mut Vec<Remark>) {
    for ballot in session.ballots.iter() {
        let at = format!("ballots/{}", ballot.id);
        link(at.clone(), ballot.second_round_of, &session.ballots, out);
        // A vote that is over keeps the wording of what was taken out since.
        let under_way = matches!(ballot.state, BallotState::Prepared | BallotState::Open);
        for option in ballot.options.iter().filter(|o| under_way && !o.withdrawn) {
            target(session, &at, option.target, out);
        }
        papers(ballot, &at, out);
    }
    let decisions = [
        ("choice", &session.choice),
        ("priorities", &session.priorities),
        ("retained", &session.retained),
    ];
    for (at, decision) in decisions {
        link(at.to_owned(), decision.ballot, &session.ballots, out);
        for item in &decision.targets {
            target(session, at, *item, out);
        }
    }
}

/// What no closed vote can hold: a paper that breaks its method, more than its voters can give.
fn papers(ballot: &Ballot, at: &str, out: &mut Vec<Remark>) {
    if ballot.state != BallotState::Closed {
        return;
    }
    for (index, paper) in ballot.papers.iter().enumerate() {
        if !is_valid(paper, ballot) {
            out.push(Remark::BadPaper(Text::line(at), index + 1));
        }
    }
    if ballot.fault(ballot.received()).is_some() {
        out.push(Remark::Miscounted(Text::line(at), ballot.entitled));
    }
}

fn target(session: &Session, at: &str, target: Target, out: &mut Vec<Remark>) {
    match target {
        Target::Free => {}
        Target::Incident(id) => link(at.to_owned(), Some(id), &session.incidents, out),
        Target::Action(id) => link(at.to_owned(), Some(id), &session.actions, out),
        Target::Factor(id) => {
            if !session.analyses.iter().any(|a| a.factors.get(id).is_some()) {
                dangling(at.to_owned(), &id, out);
            }
        }
    }
}

fn analysis(analysis: &Analysis, base: &str, out: &mut Vec<Remark>) {
    twice(&format!("{base}/sources"), &analysis.sources, out);
    twice(&format!("{base}/facts"), &analysis.facts, out);
    twice(&format!("{base}/deviations"), &analysis.deviations, out);
    twice(&format!("{base}/barriers"), &analysis.barriers, out);
    twice(&format!("{base}/factors"), &analysis.factors, out);
    twice(&format!("{base}/whys"), &analysis.whys, out);
    for item in analysis.deviations.iter() {
        link(
            format!("{base}/deviations/{}", item.id),
            item.fact,
            &analysis.facts,
            out,
        );
    }
    for item in analysis.barriers.iter() {
        let at = format!("{base}/barriers/{}", item.id);
        link(at, item.deviation, &analysis.deviations, out);
    }
    for item in analysis.factors.iter() {
        for id in &item.deviations {
            let at = format!("{base}/factors/{}", item.id);
            link(at, Some(*id), &analysis.deviations, out);
        }
    }
    for item in analysis.whys.iter() {
        let at = format!("{base}/whys/{}", item.id);
        link(at.clone(), item.deviation, &analysis.deviations, out);
        link(at, item.parent, &analysis.whys, out);
    }
    for item in &analysis.answers {
        for id in &item.deviations {
            let at = format!("{base}/answers/{}", item.item);
            link(at, Some(*id), &analysis.deviations, out);
        }
    }
}

fn twice<T: Keyed>(at: &str, list: &List<T>, out: &mut Vec<Remark>) {
    for (index, item) in list.iter().enumerate() {
        if list
            .iter()
            .take(index)
            .any(|before| before.id() == item.id())
        {
            out.push(Remark::DuplicateId(
                Text::line(at),
                Text::line(&item.id().to_string()),
            ));
        }
    }
}

fn link<T: Keyed>(at: String, id: Option<T::Id>, list: &List<T>, out: &mut Vec<Remark>) {
    if let Some(id) = id.filter(|id| list.get(*id).is_none()) {
        dangling(at, &id, out);
    }
}

fn dangling(at: String, id: &impl Display, out: &mut Vec<Remark>) {
    out.push(Remark::Dangling(
        Text::from(at),
        Text::line(&id.to_string()),
    ));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agenda::Row;
    use crate::domain::ids::{IncidentId, RowId};
    use crate::domain::incident::Incident;
    use chrono::NaiveDate;
    use uuid::Uuid;

    fn empty() -> Session {
        Session::new(Uuid::nil(), NaiveDate::default())
    }

    #[test]
    fn numbers_no_meeting_has_are_told_and_summed_without_a_fall() {
        let mut held = empty();
        held.number = u32::MAX;
        for _ in 0..2 {
            held.agenda.push(Row {
                minutes: u32::MAX,
                ..Row::new(held.ids.give())
            });
        }
        assert_eq!(held.minutes(), u32::MAX);
        assert_eq!(held.replanned(NaiveDate::default().into()).len(), 2);
        let told = |at: &str| Remark::OutOfRange(Text::line(at), u32::MAX);
        assert_eq!(
            session(&held),
            ["number", "agenda/R1/minutes", "agenda/R2/minutes"].map(told)
        );
    }

    #[test]
    fn a_counter_behind_an_id_in_use_is_told() {
        let mut held = empty();
        held.incidents.push(Incident::new(IncidentId(7)));
        held.agenda.push(Row::new(RowId(1)));
        let told = |at: &str, n| Remark::LowCounter(Text::line(at), n);
        assert_eq!(session(&held), [told("row", 1), told("incident", 7)]);
        for _ in 0..7 {
            let _: IncidentId = held.ids.give();
        }
        assert_eq!(session(&held), [told("row", 1)]);
    }
}
