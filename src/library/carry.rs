//! What earlier meetings left open: actions, analyses due, events, questions. A fold over all the files each time, stored
//! nowhere twice. Simulations never enter.

use super::follow::{Course, Heard, Spoken, is_from_before, key_of, told};
use super::stand::Stand;
use crate::domain::action::{FollowUp, FollowUpFile, FollowUpOutcome};
use crate::domain::agenda::Mode;
use crate::domain::ids::{FollowUpId, IncidentId};
use crate::domain::incident::{Fate, Incident};
use crate::domain::session::{Session, Stage};
use crate::domain::text::Text;
use crate::words::Words;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Progress of what is done and waits for its evaluation, in percent.
pub const DONE: u8 = 100;

/// What a new meeting begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carry {
    /// What is to be followed up, the most overdue first; ids are given by the session that takes them.
    pub actions: Vec<FollowUp>,
    /// Events heard and not settled, the longest waiting first; `origin` names where they come from.
    pub incidents: Vec<Incident>,
    /// The origins of all events heard so far.
    pub heard: BTreeSet<Text>,
    /// Questions kept for later that have no outcome yet.
    pub parked: Vec<Text>,
    /// The meeting whose record is to be approved.
    pub last: Option<LastRecord>,
}

/// The meeting before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastRecord {
    /// The session.
    pub session: Uuid,
    /// Its number.
    pub number: u32,
    /// Its day.
    pub date: NaiveDate,
}

/// What is open after `sessions` and the follow-ups said between them, on the day `today`.
pub fn carry(sessions: &[Session], follow_ups: &[FollowUpFile], today: NaiveDate) -> Carry {
    let mut real: Vec<&Session> = sessions
        .iter()
        .filter(|s| !s.kind.is_simulation())
        .collect();
    real.sort_by_key(|s| (s.date, s.number, s.id, !s.is_sealed()));
    // A file copied beside itself says nothing twice.
    let mut known = BTreeSet::new();
    real.retain(|s| known.insert(s.id));
    let (incidents, heard) = waiting(&real);
    let begun = |s: &&&Session| s.stage != Stage::Prepared && s.date <= today;
    let last = real.iter().rfind(begun).map(|s| LastRecord {
        session: s.id,
        number: s.number,
        date: s.date,
    });
    Carry {
        actions: open_actions(&real, follow_ups, today),
        incidents,
        heard,
        parked: open_questions(&real),
        last,
    }
}

/// The name under which an event is known from one session to the next: its file in the workspace, else where it was
/// first heard.
pub fn origin_of(session: &Session, incident: &Incident) -> Text {
    let first = || Text::new(&format!("{}/{}", session.id, incident.id));
    incident.origin.filled().map_or_else(first, Text::new)
}

/// The events whose last hearing settled nothing, and all that were heard.
fn waiting(sessions: &[&Session]) -> (Vec<Incident>, BTreeSet<Text>) {
    let mut last: Vec<(Text, &Incident)> = Vec::new();
    for session in sessions {
        for incident in session.incidents.iter() {
            let origin = origin_of(session, incident);
            match last.iter_mut().find(|(known, _)| *known == origin) {
                Some(known) => known.1 = incident,
                None => last.push((origin, incident)),
            }
        }
    }
    let heard = last.iter().map(|(origin, _)| origin.clone()).collect();
    let open = last.into_iter().filter(|(_, i)| !i.fate.is_final());
    let again = |(origin, incident): (Text, &Incident)| Incident {
        origin,
        report: incident.report.clone(),
        ..Incident::new(IncidentId(0))
    };
    (open.map(again).collect(), heard)
}

/// Questions by their wording; what was said last of one holds.
fn open_questions(sessions: &[&Session]) -> Vec<Text> {
    let mut asked: Vec<(&Text, bool)> = Vec::new();
    for line in sessions.iter().flat_map(|s| s.parked.iter()) {
        let open = line.outcome.is_blank();
        match asked.iter_mut().find(|(what, _)| **what == line.what) {
            Some(known) => known.1 = open,
            None => asked.push((&line.what, open)),
        }
    }
    let open = asked
        .into_iter()
        .filter(|(what, open)| *open && !what.is_blank());
    open.map(|(what, _)| what.clone()).collect()
}

/// Something to follow up, and where it stands.
struct Open {
    said: FollowUp,
    evaluate_on: Option<NaiveDate>,
    course: Course,
}

fn open_actions(sessions: &[&Session], files: &[FollowUpFile], today: NaiveDate) -> Vec<FollowUp> {
    let mut open: BTreeMap<_, Open> = BTreeMap::new();
    for session in sessions {
        for new in decided(session).chain(due_analyses(session, sessions)) {
            open.insert(key_of(&new.said), new);
        }
    }
    let in_meetings = sessions.iter().flat_map(|session| {
        let said = session.follow_ups.iter();
        said.map(|said| (Heard::of(session), said))
    });
    for (spoken, said) in told(in_meetings, files) {
        // One decided before the program was there is known by what was said of it first.
        if is_from_before(said) {
            open.entry(key_of(said)).or_insert_with(|| taken_up(said));
        }
        if let Some(open) = open.get_mut(&key_of(said)) {
            open.hear(spoken, said);
        }
    }
    let due = |o: &Open| match o.course.stand {
        Stand::Open => true,
        Stand::Done => o.evaluate_on.is_none_or(|on| on <= today),
        Stand::Over => false,
    };
    let mut pending: Vec<FollowUp> = open
        .into_values()
        .filter(due)
        .map(Open::into_pending)
        .collect();
    pending.sort_by_key(|f| (f.due_was.is_none(), f.due_was));
    pending
}

/// The actions that a session decided and did not close itself.
fn decided(session: &Session) -> impl Iterator<Item = Open> {
    let actions = session.retained_actions();
    let actions = actions.filter(|a| Stand::of(a.status) != Stand::Over);
    actions.map(|action| Open {
        said: FollowUp {
            session: Text::new(&session.id.to_string()),
            action: Some(action.id),
            wording: action.what.clone(),
            owner: action.owner.clone(),
            progress: action.progress.min(DONE),
            ..FollowUp::new(FollowUpId(0))
        },
        evaluate_on: action.evaluated_on,
        course: Course::new(Stand::of(action.status), action.due),
    })
}

fn taken_up(said: &FollowUp) -> Open {
    Open {
        said: FollowUp {
            wording: said.wording.clone(),
            owner: said.owner.clone(),
            ..FollowUp::new(FollowUpId(0))
        },
        evaluate_on: None,
        course: Course::new(Stand::Open, said.due_was),
    }
}

/// The analyses that a session gave to a lead and that no session has heard since.
fn due_analyses<'a>(
    session: &'a Session,
    sessions: &'a [&Session],
) -> impl Iterator<Item = Open> + 'a {
    let chosen = session.incidents.iter().filter(|i| i.fate == Fate::Chosen);
    chosen.filter_map(move |incident| {
        let analysis = session
            .analyses
            .iter()
            .find(|a| a.incident == Some(incident.id) && a.mode == Mode::Between)?;
        let origin = origin_of(session, incident);
        if sessions.iter().any(|s| has_analysed(s, &origin)) {
            return None;
        }
        let words = Words(session.lang);
        let title = incident.report.heading();
        Some(Open {
            said: FollowUp {
                session: Text::new(&session.id.to_string()),
                wording: Text::new(&words.follow_up_analysis(title)),
                owner: analysis.lead.clone(),
                ..FollowUp::new(FollowUpId(0))
            },
            evaluate_on: None,
            course: Course::new(Stand::Open, analysis.due),
        })
    })
}

/// Whether a session heard or made an analysis of this event, and does not only hold the name of who will make it.
fn has_analysed(session: &Session, origin: &Text) -> bool {
    session.analyses.iter().any(|analysis| {
        let incident = analysis.incident.and_then(|id| session.incidents.get(id));
        let same = incident.is_some_and(|i| origin_of(session, i) == *origin);
        let made = !(analysis.facts.is_empty()
            && analysis.deviations.is_empty()
            && analysis.factors.is_empty());
        same && (made || !analysis.origin.is_blank())
    })
}

impl Open {
    fn hear(&mut self, spoken: Spoken, said: &FollowUp) {
        self.course.hear(spoken.on, said);
        if said.outcome == FollowUpOutcome::Ongoing {
            self.said.progress = self.said.progress.min(DONE - 1);
        }
    }

    /// As a new meeting takes it: what is done comes back on the day of its evaluation.
    fn into_pending(self) -> FollowUp {
        let (course, said) = (self.course, self.said);
        let is_done = course.stand == Stand::Done;
        FollowUp {
            progress: if is_done { DONE } else { said.progress },
            due_was: if is_done {
                self.evaluate_on
            } else {
                course.due
            },
            postponed_times: course.postponed,
            escalated_to: course.escalated_to,
            ..said
        }
    }
}

#[cfg(test)]
mod tests;
