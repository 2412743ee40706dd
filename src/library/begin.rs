//! A new session: what the team's settings give it.

use crate::content;
use crate::domain::agenda::FormatRow;
use crate::domain::agenda::Mode;
use crate::domain::session::{Attendee, Session};
use crate::domain::team::Team;
use chrono::NaiveDate;
use uuid::Uuid;

/// The steps and mode of the team's format: its own one, or a shipped one, or the first shipped one.
pub fn format_of(team: &Team) -> (Mode, Vec<FormatRow>) {
    let own = team
        .formats
        .iter()
        .find(|f| f.id.to_string() == team.format.as_str());
    if let Some(own) = own {
        return (own.mode, own.rows.clone());
    }
    let shipped = content::format(&team.format).or_else(|| content::format(&"room-90".into()));
    shipped
        .map(|f| (f.mode, f.rows.clone()))
        .unwrap_or_default()
}

/// A session of this team on `date`, its agenda laid, its usual members expected.
pub fn session(team: &Team, id: Uuid, date: NaiveDate) -> Session {
    let mut session = Session::new(id, date);
    let (mode, rows) = format_of(team);
    session.lang = team.lang;
    session.number = team.last_number + 1;
    session.structure = team.name.clone();
    session.sector = team.sector.clone();
    session.place = team.place.clone();
    session.mode = mode;
    session.format = team.format.clone();
    session.quorum = team.quorum.clone();
    session.lay_agenda(&rows);
    session.own.scales.clone_from(&team.scales);
    session.own.charter.clone_from(&team.charter);
    session.scales = content::default_scales_for(&team.sector);
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
