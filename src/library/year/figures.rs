//! What one session gives to the figures of a year: counts, dates and codes, with the few wordings that they are told by; no
//! session inside, so that thousands can be held and kept in an index.

use crate::content;
use crate::domain::action::{Action, Strength};
use crate::domain::agenda::StepKind;
use crate::domain::analysis::Analysis;
use crate::domain::code::{Code, Lang};
use crate::domain::completeness::{completeness_of, dimension_of};
use crate::domain::grid::Dimension;
use crate::domain::ids::{ActionId, IncidentId};
use crate::domain::incident::{Fate, Incident, Informed};
use crate::domain::progress::{Known, presented};
use crate::domain::session::{Attendee, Presence, Session, Stage};
use crate::domain::text::Text;
use crate::library::carry::origin_of;
use crate::library::twins::{Claim, Twin};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::ptr;
use uuid::Uuid;

/// What a session is to a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum State {
    /// A simulation, which gives nothing.
    Played,
    /// Prepared, not begun.
    Prepared,
    /// Held, at least begun.
    Held,
    /// Held and sealed.
    Sealed,
}

/// What a session gives. Every field is always written, so that any format can keep it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Its id.
    pub id: Uuid,
    /// What it has for it against another file of the same session.
    pub claim: Claim,
    /// What it is.
    pub state: State,
    /// The first day on which it was held, else the one that it is prepared for.
    pub day: NaiveDate,
    /// Its number; 0 when it has none.
    pub number: u32,
    /// The language it is written in.
    pub lang: Lang,
    /// How long its sittings took together, in minutes; none while one of them has no beginning or end.
    pub minutes: Option<u32>,
    /// The day of the next meeting, as it was said at the closing.
    pub next_date: Option<NaiveDate>,
    /// Whether it was noted who is there.
    pub counted: bool,
    /// Who was expected and who came, by profession.
    pub seats: Vec<Seats>,
    /// The events before the group.
    pub cases: Vec<Case>,
    /// The analyses made or presented.
    pub analyses: Vec<Analysed>,
    /// The actions retained.
    pub actions: Vec<Decision>,
}

/// The people of one profession in a meeting; observers are left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seats {
    /// The profession (content list); empty where none was given.
    pub profession: Code,
    /// The function, where there is no profession.
    pub function: Text,
    /// How many were expected, whether they came or not.
    pub expected: u32,
    /// How many came, late and leaving early included.
    pub came: u32,
}

/// An event before the group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// By what it is known from one session to the next.
    pub event: Text,
    /// What it is called.
    pub heading: Text,
    /// Its nature (content list).
    pub nature: Code,
    /// The stage of care (content list).
    pub stage: Code,
    /// Whether the patient or the relatives were told.
    pub informed: Informed,
    /// When it was reported.
    pub reported: Option<NaiveDate>,
    /// When its reporter was answered.
    pub answered: Option<NaiveDate>,
    /// Whether it was chosen to be analysed.
    pub chosen: bool,
}

/// An analysis made or presented.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Analysed {
    /// The event, by what it is known; empty when it belongs to none.
    pub event: Text,
    /// The file it was presented from (uuid); empty when it was made in the room.
    pub origin: Text,
    /// How complete it is, in percent; 100 exactly when nothing is missing.
    pub percent: u32,
    /// The steps in which nothing is missing.
    pub whole: Vec<StepKind>,
    /// Its grids, each with where its factors stand in it.
    pub grids: Vec<Sorted>,
    /// How many factors it has.
    pub factors: u32,
}

/// The factors of an analysis in one of its grids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sorted {
    /// The grid.
    pub grid: Code,
    /// What a team's own grid is called; empty for one that is shipped.
    pub name: Text,
    /// Dimensions with how many factors they have, those without left out. The name is only there in a team's own grid.
    pub families: Vec<(Code, Text, u32)>,
}

/// An action as its session decided it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Its id in the session.
    pub id: ActionId,
    /// The event it comes from, by what it is known; empty when that cannot be told.
    pub event: Text,
    /// Whether it has an owner.
    pub owned: bool,
    /// Its deadline.
    pub due: Option<NaiveDate>,
    /// Whether it has an indicator.
    pub measured: bool,
    /// How strong it is, if that can be told.
    pub strength: Option<Strength>,
}

impl Figures {
    /// What a session gives; a simulation gives nothing.
    pub fn of(session: &Session) -> Self {
        let nothing = Self {
            id: session.id,
            claim: Claim::of(session),
            state: State::Played,
            day: session.sittings.first().map_or(session.date, |s| s.date),
            number: session.number,
            lang: session.lang,
            minutes: None,
            next_date: None,
            counted: false,
            seats: Vec::new(),
            cases: Vec::new(),
            analyses: Vec::new(),
            actions: Vec::new(),
        };
        if session.kind.is_simulation() {
            return nothing;
        }
        let known = content::known(session);
        let made = presented(session);
        let cases: Vec<Case> = session.incidents.iter().map(|i| case(session, i)).collect();
        let events = Events {
            session,
            cases: &cases,
        };
        Self {
            state: state(session),
            minutes: minutes(session),
            // An adjourned meeting is to be resumed on that day: it announces no other.
            next_date: session
                .closing
                .next_date
                .filter(|_| session.stage != Stage::Adjourned),
            counted: expected(session).any(|a| a.presence != Presence::Expected),
            seats: seats(session),
            analyses: made.map(|a| analysed(&events, a, &known)).collect(),
            actions: session
                .retained_actions()
                .map(|a| decision(&events, a))
                .collect(),
            cases,
            ..nothing
        }
    }

    /// Whether it is of a real session.
    pub fn is_real(&self) -> bool {
        self.state != State::Played
    }

    /// Whether the meeting took place, at least in part.
    pub fn is_held(&self) -> bool {
        self.state >= State::Held
    }
}

impl Twin for Figures {
    fn session(&self) -> Uuid {
        self.id
    }

    fn claim(&self) -> Claim {
        self.claim
    }
}

/// What a real session is.
fn state(session: &Session) -> State {
    if session.is_sealed() {
        State::Sealed
    } else if session.stage != Stage::Prepared || !session.sittings.is_empty() {
        State::Held
    } else {
        State::Prepared
    }
}

fn minutes(session: &Session) -> Option<u32> {
    let long = session.sittings.iter().map(|sitting| {
        let minutes = (sitting.closed? - sitting.opened?).num_minutes();
        u32::try_from(minutes).ok()
    });
    let all: Vec<u32> = long.collect::<Option<_>>()?;
    let sum = all.iter().fold(0_u32, |sum, m| sum.saturating_add(*m));
    Some(sum).filter(|_| !all.is_empty())
}

/// Those who were expected: all but observers.
fn expected(session: &Session) -> impl Iterator<Item = &Attendee> {
    let people = session.attendees.iter();
    people.filter(|a| a.presence != Presence::Observer)
}

fn seats(session: &Session) -> Vec<Seats> {
    let mut seats: Vec<Seats> = Vec::new();
    for person in expected(session) {
        let unnamed = person.profession.is_empty();
        let function = if unnamed {
            person.function.clone()
        } else {
            Text::default()
        };
        let same = |s: &Seats| s.profession == person.profession && s.function == function;
        let at = seats.iter().position(same).unwrap_or_else(|| {
            seats.push(Seats {
                profession: person.profession.clone(),
                function,
                expected: 0,
                came: 0,
            });
            seats.len() - 1
        });
        let came = matches!(
            person.presence,
            Presence::Present | Presence::Late | Presence::Left
        );
        seats[at].expected += 1;
        seats[at].came += u32::from(came);
    }
    seats
}

fn case(session: &Session, incident: &Incident) -> Case {
    let report = &incident.report;
    Case {
        event: origin_of(session, incident),
        heading: report.name().on_one_line(),
        nature: report.nature.clone(),
        stage: report.stage.clone(),
        informed: report.informed,
        reported: report.reported,
        answered: incident.answered,
        chosen: incident.fate == Fate::Chosen,
    }
}

/// A session, with what was made of its events, in their order.
#[derive(Clone, Copy)]
struct Events<'a> {
    session: &'a Session,
    cases: &'a [Case],
}

impl Events<'_> {
    /// By what the event with this id is known.
    fn known_as(self, incident: Option<IncidentId>) -> Text {
        let found = incident.and_then(|id| {
            let at = self.session.incidents.index_of(id)?;
            self.cases.get(at)
        });
        found.map_or_else(Text::default, |case| case.event.clone())
    }
}

fn analysed(events: &Events, analysis: &Analysis, known: &Known) -> Analysed {
    let session = events.session;
    let all = completeness_of(session, Some(analysis), known);
    let whole = all.parts.iter().filter(|(_, done, total)| done == total);
    let grids = known.grids_of(analysis);
    let sorted = grids.iter().map(|grid| {
        let mut families: Vec<(Code, Text, u32)> = Vec::new();
        let own = content::grid(&grid.id).is_none();
        let name = |label: &str| {
            if own {
                Text::line(label)
            } else {
                Text::default()
            }
        };
        let factors = analysis.factors.iter();
        let of: Vec<&Dimension> = factors.filter_map(|f| dimension_of(f, grid)).collect();
        for dimension in &grid.dimensions {
            let n = of.iter().filter(|d| ptr::eq(**d, dimension)).count();
            if n > 0 {
                let label = name(dimension.name.get(session.lang));
                families.push((dimension.id.clone(), label, small(n)));
            }
        }
        Sorted {
            grid: grid.id.clone(),
            name: name(grid.name.get(session.lang)),
            families,
        }
    });
    Analysed {
        event: events.known_as(analysis.incident),
        origin: analysis.origin.clone(),
        percent: small(all.percent()),
        whole: whole.map(|(step, _, _)| *step).collect(),
        grids: sorted.collect(),
        factors: small(analysis.factors.len()),
    }
}

/// The event of an action: its own, else that of the only analysis.
fn decision(events: &Events, action: &Action) -> Decision {
    let mut made = presented(events.session).filter_map(|a| a.incident);
    let only = made.next().filter(|_| made.next().is_none());
    Decision {
        id: action.id,
        event: events.known_as(action.incident.or(only)),
        owned: !action.owner.is_blank(),
        due: action.due,
        measured: !action.indicator.is_blank(),
        strength: content::strength_of(action),
    }
}

/// A count, which never reaches the end of its type.
fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
