//! A new session: what the team's settings give it.

use super::carry::Carry;
use crate::content;
use crate::domain::action::FollowUp;
use crate::domain::agenda::{FormatRow, Mode, TeamFormat};
use crate::domain::code::Code;
use crate::domain::incident::{Incident, IncidentFile};
use crate::domain::session::{Approval, Attendee, Parked, Session};
use crate::domain::team::Team;
use crate::domain::text::Text;
use chrono::NaiveDate;
use uuid::Uuid;

/// The steps and mode of the team's format: its own one, or a shipped one, or the first shipped one.
pub fn format_of(team: &Team) -> (Mode, Vec<FormatRow>) {
    if let Some(own) = own_format(team) {
        return (own.mode, own.rows.clone());
    }
    content::format(&shipped_format(team))
        .map(|f| (f.mode, f.rows.clone()))
        .unwrap_or_default()
}

/// The team's own format, when it is the one that it uses.
fn own_format(team: &Team) -> Option<&TeamFormat> {
    let mut own = team.formats.iter();
    own.find(|f| f.id.to_string() == team.format.as_str())
}

/// The shipped format of a team that has none of its own in use.
fn shipped_format(team: &Team) -> Code {
    let known = content::format(&team.format).is_some();
    if known {
        team.format.clone()
    } else {
        content::DEFAULT_FORMAT.into()
    }
}

/// What the session carries of the team's own, and names of what is shipped, so that it can be read alone later.
fn note_content(session: &mut Session, team: &Team) {
    session.own.format = own_format(team).cloned();
    session.own.scales.clone_from(&team.scales);
    session.own.charter.clone_from(&team.charter);
    session.scales = content::default_scales_for(&team.sector);
    let shipped = &mut session.shipped;
    if session.own.format.is_none() {
        shipped.format = content::format_used(&shipped_format(team));
    }
    if session.own.scales.is_none() {
        shipped.scales = Some(content::scales_used(&session.scales));
    }
    if session.own.charter.is_empty() {
        shipped.charter = Some(content::charter_used());
    }
}

/// A session of this team on `date`: its agenda laid, its usual members expected.
pub fn session(team: &Team, id: Uuid, date: NaiveDate) -> Session {
    let mut session = Session::new(id, date);
    let (mode, rows) = format_of(team);
    session.lang = team.lang;
    session.number = team.last_number.saturating_add(1);
    session.structure = team.name.clone();
    session.sector = team.sector.clone();
    session.place = team.place.clone();
    session.mode = mode;
    session.format = team.format.clone();
    session.quorum = team.quorum.clone();
    session.lay_agenda(&rows);
    note_content(&mut session, team);
    for member in team.members.iter() {
        let attendee = Attendee {
            function: member.function.clone(),
            profession: member.profession.clone(),
            permanent: member.permanent,
            roles: member.roles.clone(),
            ..Attendee::new(session.ids.give())
        };
        session.attendees.push(attendee);
    }
    session
}

/// The same with what earlier meetings left open laid on the table. `pool` holds the events waiting in the workspace; those of
/// `left_out` (ids of their files) go on waiting.
pub fn next(
    team: &Team,
    id: Uuid,
    date: NaiveDate,
    carry: &Carry,
    pool: &[IncidentFile],
    left_out: &[Uuid],
) -> Session {
    let mut session = session(team, id, date);
    let before = carry.last.map_or(0, |last| last.number);
    session.number = team.last_number.max(before).saturating_add(1);
    take_over(&mut session, carry);
    take_up(&mut session, carry, pool);
    for out in left_out {
        let origin = Text::new(&out.to_string());
        let of = |i: &&Incident| i.origin == origin;
        let id = session.incidents.iter().find(of).map(|i| i.id);
        if let Some(id) = id {
            session.incidents.remove(id);
        }
    }
    session
}

/// What earlier meetings left open.
fn take_over(session: &mut Session, carry: &Carry) {
    if carry.last.is_none() {
        session.opening.approval = Approval::NoneBefore;
    }
    for action in &carry.actions {
        let id = session.ids.give();
        let action = action.clone();
        session.follow_ups.push(FollowUp { id, ..action });
    }
    for incident in &carry.incidents {
        let id = session.ids.give();
        let incident = incident.clone();
        session.incidents.push(Incident { id, ..incident });
    }
    for what in &carry.parked {
        let what = what.clone();
        let line = Parked {
            what,
            ..Parked::new(session.ids.give())
        };
        session.parked.push(line);
    }
}

/// The events of the workspace that no meeting has heard yet.
fn take_up(session: &mut Session, carry: &Carry, pool: &[IncidentFile]) {
    for file in pool {
        let origin = Text::new(&file.id.to_string());
        if carry.heard.contains(&origin) {
            continue;
        }
        let incident = Incident {
            report: file.report.clone(),
            origin,
            ..Incident::new(session.ids.give())
        };
        session.incidents.push(incident);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::carry::{Left, carry};
    use super::*;
    use crate::domain::ids::{ActionId, FollowUpId, IncidentId};
    use crate::domain::session::Stage;
    use crate::domain::simulation::{Kind, Simulation};

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 19).unwrap()
    }

    fn file(n: u128) -> IncidentFile {
        IncidentFile {
            schema: 1,
            id: Uuid::from_u128(n),
            report: crate::domain::incident::Report::default(),
        }
    }

    #[test]
    fn a_first_meeting_has_nothing_to_follow_up_and_no_record_to_approve() {
        let session = next(
            &Team::default(),
            Uuid::nil(),
            day(),
            &Carry::default(),
            &[file(1)],
            &[],
        );
        assert_eq!(session.opening.approval, Approval::NoneBefore);
        assert!(session.follow_ups.is_empty() && session.parked.is_empty());
        assert_eq!(session.incidents.len(), 1);
        assert_eq!(
            session.incidents.at(0).unwrap().origin.as_str(),
            Uuid::from_u128(1).to_string()
        );
        assert_eq!(session.agenda.len(), 10);
    }

    #[test]
    fn after_simulations_alone_a_first_meeting_is_still_the_first() {
        let mut played = session(&Team::default(), Uuid::from_u128(5), day());
        played.number = 12;
        played.stage = Stage::Sealed;
        played.parked.push(Parked {
            what: "Qui relève ?".into(),
            ..Parked::new(played.ids.give())
        });
        let begun = |played: &Session| {
            let carry = carry(&[Left::of(played)], &[], day());
            next(&Team::default(), Uuid::nil(), day(), &carry, &[], &[])
        };
        assert_eq!(
            (begun(&played).number, begun(&played).parked.len()),
            (13, 1)
        );
        played.kind = Kind::Simulation(Simulation::default());
        let first = begun(&played);
        assert_eq!((first.number, first.parked.len()), (1, 0));
        assert_eq!(first.opening.approval, Approval::NoneBefore);
    }

    #[test]
    fn a_session_names_the_shipped_content_it_begins_with_or_carries_the_team_s_own() {
        let plain = session(&Team::default(), Uuid::nil(), day());
        let shipped = &plain.shipped;
        let format = shipped.format.as_ref().unwrap();
        assert_eq!((format.id.as_str(), format.version), ("room-90", 1));
        assert_eq!(format.hash.as_str().len(), 64);
        assert_eq!(shipped.scales.as_ref().unwrap().id, plain.scales);
        assert_eq!(shipped.charter, Some(content::charter_used()));

        let own = Team {
            charter: vec!["Chacun parle.".into()],
            scales: Some(content::scales()[0].clone()),
            ..Team::default()
        };
        let own = session(&own, Uuid::nil(), day());
        assert_eq!((own.shipped.scales, own.shipped.charter), (None, None));
        assert!(own.shipped.format.is_some() && own.own.scales.is_some());
    }

    #[test]
    fn what_was_left_open_is_on_the_table_with_ids_of_its_own() {
        let old = |n| FollowUp {
            action: Some(ActionId(n)),
            ..FollowUp::new(FollowUpId(0))
        };
        let carry = Carry {
            actions: vec![old(4), old(7)],
            incidents: vec![Incident::new(IncidentId(0))],
            heard: [Text::new(&Uuid::from_u128(1).to_string())].into(),
            parked: vec!["Qui relève ?".into()],
            last: Some(super::super::carry::LastRecord {
                session: Uuid::nil(),
                number: 1,
                date: day(),
            }),
        };
        let pool = [file(1), file(2)];
        let session = next(&Team::default(), Uuid::nil(), day(), &carry, &pool, &[]);
        assert_eq!(session.opening.approval, Approval::Pending);
        let ids: Vec<_> = session
            .follow_ups
            .iter()
            .map(|f| (f.id.0, f.action))
            .collect();
        assert_eq!(ids, [(1, Some(ActionId(4))), (2, Some(ActionId(7)))]);
        let events: Vec<u32> = session.incidents.iter().map(|i| i.id.0).collect();
        assert_eq!(events, [1, 2], "the one heard before comes once");
        assert_eq!(session.parked.at(0).unwrap().what.as_str(), "Qui relève ?");
    }
}
