//! What earlier meetings left open: actions, analyses due, events, questions. A fold over all the files each time, stored
//! nowhere twice. Simulations never enter.

use super::follow::{Course, Heard, Spoken, is_from_before, key_of, told};
use super::stand::Stand;
use super::twins::{Claim, Twin, believed};
use crate::domain::action::{FollowUp, FollowUpFile, FollowUpOutcome};
use crate::domain::agenda::Mode;
use crate::domain::ids::{FollowUpId, IncidentId};
use crate::domain::incident::{Fate, Incident};
use crate::domain::order::Order;
use crate::domain::session::{Session, Stage};
use crate::domain::text::Text;
use crate::words::Words;
use chrono::NaiveDate;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
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

/// What a session leaves to the meetings after it: much less than the session, so that many can be held.
#[derive(Clone, Debug)]
pub struct Left {
    claim: Claim,
    real: bool,
    began: bool,
    date: NaiveDate,
    heard: Heard,
    /// Its events, each by the name under which it is known; of those that are settled, no more.
    incidents: Vec<Incident>,
    /// Its questions, and whether they are open.
    parked: Vec<(Text, bool)>,
    said: Vec<FollowUp>,
    decided: Vec<Open>,
    /// The analyses that it gave to a lead, each with its event.
    entrusted: Vec<(Text, Open)>,
    /// The events of which it heard or made an analysis.
    analysed: Vec<Text>,
}

impl Left {
    /// What this session leaves.
    pub fn of(session: &Session) -> Self {
        let parked = session.parked.iter();
        let said = session.follow_ups.iter();
        let said = said.filter(|said| said.outcome != FollowUpOutcome::Pending);
        Self {
            claim: Claim::of(session),
            real: !session.kind.is_simulation(),
            began: session.stage != Stage::Prepared,
            date: session.date,
            heard: Heard::of(session),
            incidents: session
                .incidents
                .iter()
                .map(|i| known_by_name(session, i))
                .collect(),
            parked: parked
                .map(|line| (line.what.clone(), line.outcome.is_blank()))
                .collect(),
            said: said.cloned().collect(),
            decided: decided(session).collect(),
            entrusted: entrusted(session).collect(),
            analysed: analysed(session).collect(),
        }
    }
}

impl Twin for Left {
    fn session(&self) -> Uuid {
        self.heard.id
    }

    fn claim(&self) -> Claim {
        self.claim
    }
}

/// What is open after these sessions and the follow-ups said between them, on the day `today`.
pub fn carry(sessions: &[Left], follow_ups: &[FollowUpFile], today: NaiveDate) -> Carry {
    let mut real = believed(sessions.iter().filter(|left| left.real));
    real.order_by_key(|left| (left.date, left.heard.number, left.heard.id));
    let (incidents, heard) = waiting(&real);
    let begun = |left: &&&Left| left.began && left.date <= today;
    let last = real.iter().rfind(begun).map(|left| LastRecord {
        session: left.heard.id,
        number: left.heard.number,
        date: left.date,
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
    if incident.origin.is_blank() {
        Text::new(&format!("{}/{}", session.id, incident.id))
    } else {
        incident.origin.clone()
    }
}

fn known_by_name(session: &Session, incident: &Incident) -> Incident {
    let open = Some(&incident.report).filter(|_| !incident.fate.is_final());
    Incident {
        origin: origin_of(session, incident),
        report: open.cloned().unwrap_or_default(),
        fate: incident.fate,
        ..Incident::new(IncidentId(0))
    }
}

/// The events whose last hearing settled nothing, and all that were heard.
fn waiting(sessions: &[&Left]) -> (Vec<Incident>, BTreeSet<Text>) {
    let mut last: Vec<&Incident> = Vec::new();
    let mut at: HashMap<&Text, usize> = HashMap::new();
    for incident in sessions.iter().flat_map(|left| &left.incidents) {
        match at.entry(&incident.origin) {
            Entry::Occupied(known) => last[*known.get()] = incident,
            Entry::Vacant(new) => {
                new.insert(last.len());
                last.push(incident);
            }
        }
    }
    let heard = last.iter().map(|incident| incident.origin.clone());
    let open = last.iter().filter(|incident| !incident.fate.is_final());
    let again = |incident: &&Incident| Incident {
        origin: incident.origin.clone(),
        report: incident.report.clone(),
        ..Incident::new(IncidentId(0))
    };
    (open.map(again).collect(), heard.collect())
}

/// Questions by their wording; what was said last of one holds.
fn open_questions(sessions: &[&Left]) -> Vec<Text> {
    let mut asked: Vec<(&Text, bool)> = Vec::new();
    let mut at: HashMap<&Text, usize> = HashMap::new();
    for (what, open) in sessions.iter().flat_map(|left| &left.parked) {
        match at.entry(what) {
            Entry::Occupied(known) => asked[*known.get()].1 = *open,
            Entry::Vacant(new) => {
                new.insert(asked.len());
                asked.push((what, *open));
            }
        }
    }
    let open = asked
        .into_iter()
        .filter(|(what, open)| *open && !what.is_blank());
    open.map(|(what, _)| what.clone()).collect()
}

/// Something to follow up, and where it stands.
#[derive(Clone, Debug)]
struct Open {
    said: FollowUp,
    evaluate_on: Option<NaiveDate>,
    course: Course,
}

fn open_actions(sessions: &[&Left], files: &[FollowUpFile], today: NaiveDate) -> Vec<FollowUp> {
    let analysed = sessions.iter().flat_map(|left| &left.analysed);
    let analysed: HashSet<&Text> = analysed.collect();
    let mut open: BTreeMap<_, Open> = BTreeMap::new();
    for left in sessions {
        let due = left.entrusted.iter();
        let due = due.filter(|(origin, _)| !analysed.contains(origin));
        for new in left.decided.iter().chain(due.map(|(_, new)| new)) {
            open.insert(key_of(&new.said), new.clone());
        }
    }
    let in_meetings = sessions.iter().flat_map(|left| {
        let said = left.said.iter();
        said.map(|said| (left.heard, said))
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
    pending.order_by_key(|f| (f.due_was.is_none(), f.due_was));
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

/// The analyses that a session gave to a lead, each with the event by its name.
fn entrusted(session: &Session) -> impl Iterator<Item = (Text, Open)> {
    let chosen = session.incidents.iter().filter(|i| i.fate == Fate::Chosen);
    chosen.filter_map(move |incident| {
        let analysis = session
            .analyses
            .iter()
            .find(|a| a.incident == Some(incident.id) && a.mode == Mode::Between)?;
        let words = Words(session.lang);
        let title = incident.report.heading();
        let open = Open {
            said: FollowUp {
                session: Text::new(&session.id.to_string()),
                wording: Text::new(&words.follow_up_analysis(title)),
                owner: analysis.lead.clone(),
                ..FollowUp::new(FollowUpId(0))
            },
            evaluate_on: None,
            course: Course::new(Stand::Open, analysis.due),
        };
        Some((origin_of(session, incident), open))
    })
}

/// The events of which a session heard or made an analysis, and does not only hold the name of who will make it.
fn analysed(session: &Session) -> impl Iterator<Item = Text> {
    session.analyses.iter().filter_map(|analysis| {
        let incident = session.incidents.get(analysis.incident?)?;
        let made = !(analysis.facts.is_empty()
            && analysis.deviations.is_empty()
            && analysis.factors.is_empty());
        (made || !analysis.origin.is_blank()).then(|| origin_of(session, incident))
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
