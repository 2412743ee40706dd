//! A scenario becomes a session: the meeting of its format with what stands around it, its reports on the table.

use crate::content;
use crate::domain::agenda::{FormatRow, StepKind};
use crate::domain::ids::IncidentId;
use crate::domain::incident::Incident;
use crate::domain::moment::Moment;
use crate::domain::scenario::{Case, Scenario};
use crate::domain::session::{Approval, Session};
use crate::domain::simulation::{Kind, Simulation};
use crate::domain::team::Team;
use crate::library;
use chrono::{Days, NaiveDate};
use std::sync::Arc;
use uuid::Uuid;

/// Minutes of what stands around the meeting that is played (domain reference §6.2; ours where it gives none).
const AROUND: [(StepKind, u32); 4] = [
    (StepKind::PreTest, 10),
    (StepKind::Briefing, 10),
    (StepKind::Debrief, 30),
    (StepKind::PostTest, 10),
];

/// A session that plays this scenario on `date`. A scenario that the program ships is named by id and version, any other one is
/// carried whole, so that its debrief is that of the case which was played.
pub fn session(scenario: &Scenario, id: Uuid, date: NaiveDate) -> Session {
    let team = Team {
        sector: scenario.sector.clone(),
        lang: scenario.lang,
        format: scenario.format.clone(),
        ..Team::default()
    };
    let mut session = library::begin::session(&team, id, date);
    session.kind = Kind::Simulation(Simulation {
        scenario: scenario.id.clone(),
        version: scenario.version,
        own: (!is_shipped(scenario)).then(|| Arc::new(scenario.clone())),
        ..Simulation::default()
    });
    session.number = 0;
    session.title = scenario.title.clone();
    session.opening.approval = Approval::NoneBefore;
    session.lay_agenda(&agenda(&team));
    for case in std::iter::once(&scenario.report).chain(&scenario.others) {
        let incident = heard(case, date, session.ids.give());
        session.incidents.push(incident);
    }
    session
}

fn is_shipped(scenario: &Scenario) -> bool {
    content::scenario(&scenario.id, scenario.version, scenario.lang) == Some(scenario)
}

/// The steps: those of the format but the follow-up, for nothing was decided before; the tests, the briefing and the debrief
/// around them.
fn agenda(team: &Team) -> Vec<FormatRow> {
    let (_, format) = library::begin::format_of(team);
    let played = format
        .into_iter()
        .filter(|row| row.step != StepKind::FollowUp);
    let around = AROUND.map(|(step, minutes)| FormatRow { step, minutes });
    let [before, briefing, debrief, after] = around;
    let mut rows = vec![before, briefing];
    rows.extend(played);
    rows.extend([debrief, after]);
    rows
}

/// A report of the case as the meeting hears it, its dates counted from the day of the meeting.
fn heard(case: &Case, date: NaiveDate, id: IncidentId) -> Incident {
    let back = |days: u32| date.checked_sub_days(Days::new(u64::from(days)));
    let mut report = case.report.clone();
    report.reported = back(case.reported_days_ago);
    if let Some(day) = back(case.happened_days_ago) {
        report.occurred = Moment::At(day, report.occurred.hour());
    }
    Incident {
        report,
        ..Incident::new(id)
    }
}
