//! How the meetings of the fictitious year are made.

use chrono::{NaiveDate, TimeDelta};
use crex::content;
use crex::domain::action::{Action, Effect, FollowUp, FollowUpFile, FollowUpOutcome, Status};
use crex::domain::agenda::{Mode, Sitting};
use crex::domain::analysis::{
    Analysis, AnalysisFile, Barrier, BarrierState, Deviation, Fact, Factor, FactorCode,
};
use crex::domain::code::Code;
use crex::domain::ids::{ActionId, FactorId, FollowUpId, IncidentId};
use crex::domain::incident::{Fate, Incident, Informed, Report};
use crex::domain::moment::Moment;
use crex::domain::session::{Attendee, Presence, Session, Stage};
use crex::domain::text::Text;
use uuid::Uuid;

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn id_of(number: u32) -> Uuid {
    Uuid::from_u128(u128::from(number) << 96)
}

/// A meeting held on a day from two to half past three.
pub(super) fn held(number: u32, on: &str) -> Session {
    let on = day(on);
    let mut session = Session::new(id_of(number), on);
    session.number = number;
    session.title = Text::line(&format!("Séance {number}"));
    session.stage = Stage::Open;
    session.sittings.push(Sitting {
        date: on,
        opened: on.and_hms_opt(14, 0, 0),
        closed: on.and_hms_opt(15, 30, 0),
        ..Sitting::default()
    });
    session
}

/// Who was there: a letter each for the doctor, the pharmacist, the nurse, the physiotherapist, the user; then any more nurses.
pub(super) fn table(session: &mut Session, letters: &str) {
    let seats = ["gp", "pharmacist", "community-nurse", "physiotherapist", ""];
    for (n, letter) in letters.chars().enumerate() {
        let presence = match letter {
            'p' => Presence::Present,
            'r' => Presence::Late,
            'q' => Presence::Left,
            'x' => Presence::Excused,
            'a' => Presence::Absent,
            'o' => Presence::Observer,
            _ => Presence::Expected,
        };
        let seat = seats.get(n).copied().unwrap_or("community-nurse");
        let function = if seat.is_empty() {
            "représentante des usagers"
        } else {
            seat
        };
        session.attendees.push(Attendee {
            function: function.into(),
            profession: seat.into(),
            presence,
            ..Attendee::new(session.ids.give())
        });
    }
}

/// So many events, reported three days before the meeting and each a day earlier: those at even places are of software and no
/// stage, the others of a device and care; every third has its patient told, the first two their reporter answered.
pub(super) fn events(session: &mut Session, n: i64) {
    let on = session.date;
    for at in 0..n {
        let even = at % 2 == 0;
        let id: IncidentId = session.ids.give();
        session.incidents.push(Incident {
            report: Report {
                title: Text::line(&format!("Imprimante du secrétariat, cas {}", at + 1)),
                reported: Some(on - TimeDelta::days(3 + at)),
                nature: if even { "software" } else { "device" }.into(),
                stage: if even { "" } else { "care" }.into(),
                informed: if at % 3 == 0 {
                    Informed::Yes
                } else {
                    Informed::Unknown
                },
                ..Report::default()
            },
            fate: Fate::SimpleAnswer,
            answered: (at < 2).then(|| on + TimeDelta::days(5)),
            ..Incident::new(id)
        });
    }
}

/// Gives the event at a place a name, a nature and a stage of its own.
pub(super) fn named(
    session: &mut Session,
    at: u32,
    title: &str,
    nature: &str,
    stage: &str,
) -> IncidentId {
    let id = IncidentId(at + 1);
    let incident = session.incidents.get_mut(id).unwrap();
    incident.report.title = title.into();
    incident.report.nature = nature.into();
    incident.report.stage = stage.into();
    id
}

/// An analysis of an event in its grid, with a factor in each of these dimensions (« - »: without a code).
pub(super) fn analyse(
    session: &mut Session,
    event: IncidentId,
    dimensions: &str,
    facts: u32,
) -> Vec<FactorId> {
    session.incidents.get_mut(event).unwrap().fate = Fate::Chosen;
    let cadya = Code::new("cadya");
    let grid = content::grid(&cadya).unwrap();
    let mut analysis = Analysis {
        incident: Some(event),
        grids: vec![content::grid_use(&cadya).unwrap()],
        ..Analysis::new(session.ids.give())
    };
    for _ in 0..facts {
        analysis.facts.push(Fact {
            what: "un fait".into(),
            when: Moment::Day(0, None),
            ..Fact::new(session.ids.give())
        });
    }
    for dimension in dimensions.chars() {
        let leaf = grid
            .leaves()
            .find(|(d, _)| d.id.as_str() == dimension.to_string());
        let code = leaf.map(|(_, item)| FactorCode {
            grid: cadya.clone(),
            item: item.id.clone(),
            mapped: false,
        });
        analysis.factors.push(Factor {
            what: Text::line(&format!("facteur {dimension}")),
            codes: code.into_iter().collect(),
            ..Factor::new(session.ids.give())
        });
    }
    let factors = analysis.factors.iter().map(|f| f.id).collect();
    session.analyses.push(analysis);
    factors
}

/// Gives the only analysis of a session what its deviations and barriers are asked for, and its factors their deviation.
pub(super) fn deviate(session: &mut Session) {
    let (deviation, barrier) = (session.ids.give(), session.ids.give());
    session.analyses.for_each_mut(|a| {
        a.deviations.push(Deviation {
            observed: "observé".into(),
            expected: "attendu".into(),
            ..Deviation::new(deviation)
        });
        a.barriers.push(Barrier {
            what: "relecture".into(),
            state: BarrierState::Worked,
            ..Barrier::new(barrier)
        });
        a.factors.for_each_mut(|f| f.deviations = vec![deviation]);
    });
}

/// An action as a row says it: its category, its owner, its deadline, its indicator.
pub(super) fn decide(
    session: &mut Session,
    category: &str,
    owner: &str,
    due: &str,
    measured: bool,
) -> ActionId {
    let id = session.ids.give();
    let event = session.analyses.iter().next_back().and_then(|a| a.incident);
    session.actions.push(Action {
        what: Text::line(&format!("Action {}-{id}", session.number)),
        incident: event,
        category: category.into(),
        owner: owner.into(),
        due: due.parse().ok(),
        indicator: if measured { "relevés manquants" } else { "" }.into(),
        baseline: if measured { "6 sur 20" } else { "" }.into(),
        target: if measured { "0 sur 20" } else { "" }.into(),
        evaluated_on: due.parse().ok(),
        status: Status::Retained,
        ..Action::new(id)
    });
    id
}

pub(super) fn of(session: u32, action: ActionId, outcome: FollowUpOutcome) -> FollowUp {
    FollowUp {
        session: Text::new(&id_of(session).to_string()),
        action: Some(action),
        outcome,
        ..FollowUp::new(FollowUpId(1))
    }
}

pub(super) fn evaluated(session: u32, action: ActionId, effect: Effect) -> FollowUp {
    FollowUp {
        effect,
        evidence: "audit de 20 dossiers".into(),
        ..of(session, action, FollowUpOutcome::Evaluated)
    }
}

pub(super) fn say(session: &mut Session, said: FollowUp) {
    let id = session.ids.give();
    session.follow_ups.push(FollowUp { id, ..said });
}

pub(super) fn between(n: u128, on: &str, said: FollowUp) -> FollowUpFile {
    FollowUpFile {
        schema: crex::domain::SCHEMA,
        id: Uuid::from_u128(n),
        follow_up: FollowUp {
            said_on: Some(day(on)),
            ..said
        },
    }
}

/// Entrusts the analysis of an event until the next meeting.
pub(super) fn entrust(session: &mut Session, event: IncidentId, file: u128) -> AnalysisFile {
    session.mode = Mode::Between;
    session.choose(event, None);
    session.analyses.for_each_mut(|a| {
        if a.incident == Some(event) {
            a.mode = Mode::Between;
            a.lead = "pharmacienne".into();
            a.due = Some(session.date);
        }
    });
    session.entrust(Uuid::from_u128(file)).unwrap()
}

/// Presents what was found of an entrusted event: its timeline, and a factor in this dimension.
pub(super) fn present(session: &mut Session, mut file: AnalysisFile, dimension: char) {
    let mut found = held(90, "2025-01-01");
    found.incidents.push(file.incident.clone());
    let event = file.incident.id;
    analyse(&mut found, event, &dimension.to_string(), 2);
    let made = found.analyses.at(0).unwrap();
    file.ids = found.ids.clone();
    file.analysis = Analysis {
        id: file.analysis.id,
        mode: Mode::Between,
        lead: file.analysis.lead.clone(),
        ..made.clone()
    };
    session.hear(&file);
}
