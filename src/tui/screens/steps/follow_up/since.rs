//! What came since an action was decided: events like the one that it comes from, heard in this meeting or waiting, while it is
//! not finished; an owner who is no longer among the members. Looked for only when what it follows from has changed.

use crate::domain::action::{FollowUp, FollowUpOutcome};
use crate::domain::ids::ActionId;
use crate::domain::session::Session;
use crate::domain::text::{Text, fold};
use crate::library::carry::origin_of;
use crate::tui::desk::Desk;
use uuid::Uuid;

/// An action: its session, its id there.
type Name = (Uuid, ActionId);

/// What an answer follows from: the events by id or reference with their wording, and whether the past and the workspace are
/// known.
type Asked = (Vec<(String, Text, Text)>, bool, bool);

/// What came since.
#[derive(Debug, Default)]
pub(super) struct Since {
    asked: Option<Asked>,
    /// Actions with the event that is like theirs.
    again: Vec<(Name, String)>,
    /// Actions whose owner is no longer a member.
    left: Vec<Name>,
}

impl Since {
    /// Looks anew where something has changed.
    pub fn refresh(&mut self, desk: &mut Desk) {
        let Some(session) = desk.session().filter(|s| !s.follow_ups.is_empty()) else {
            return;
        };
        if session.is_sealed() {
            return;
        }
        let events = events(session, desk);
        desk.recall();
        desk.survey();
        let known = (desk.past.index.is_some(), desk.registry().is_some());
        let asked = (events, known.0, known.1);
        if self.asked.as_ref() == Some(&asked) {
            return;
        }
        self.again = again(&asked.0, desk);
        self.left = left(desk);
        self.asked = Some(asked);
    }

    /// The event like that of an action of which nothing was said yet, if there is one.
    pub fn again(&self, said: &FollowUp) -> Option<&str> {
        let name = name(said).filter(|_| said.outcome == FollowUpOutcome::Pending)?;
        let found = self.again.iter().find(|(other, _)| *other == name);
        found.map(|(_, event)| event.as_str())
    }

    /// Whether the owner of an action is no longer a member.
    pub fn has_left(&self, said: &FollowUp) -> bool {
        name(said).is_some_and(|name| self.left.contains(&name))
    }
}

fn name(said: &FollowUp) -> Option<Name> {
    Some((said.session.as_str().parse().ok()?, said.action?))
}

/// The events of the meeting and those that wait, with their wording and origin.
fn events(session: &Session, desk: &Desk) -> Vec<(String, Text, Text)> {
    let here = session.incidents.iter().map(|incident| {
        let what = incident.report.name();
        (incident.id.to_string(), what, origin_of(session, incident))
    });
    let mut all: Vec<_> = here.collect();
    for (_, file) in desk.listing.waiting() {
        let origin = Text::new(&file.id.to_string());
        if all.iter().all(|(_, _, known)| *known != origin) {
            let what = file.report.name();
            all.push((file.report.reference.to_string(), what, origin));
        }
    }
    all
}

fn again(events: &[(String, Text, Text)], desk: &Desk) -> Vec<(Name, String)> {
    let (Some(index), Some(session)) = (&desk.past.index, desk.session()) else {
        return Vec::new();
    };
    let each = events.iter().filter(|(_, what, _)| !what.is_blank());
    let each = each.flat_map(|(id, what, origin)| {
        let open = index.unfinished_like(what.as_str(), session.lang, session.id, origin);
        let event = format!("{id} {what}").trim().to_owned();
        open.into_iter().map(move |name| (name, event.clone()))
    });
    each.collect()
}

/// The actions to follow up whose owner was at the meeting that decided them and is no member any more.
fn left(desk: &Desk) -> Vec<Name> {
    let (Some(registry), Some(session)) = (desk.registry(), desk.session()) else {
        return Vec::new();
    };
    let members = &desk.team.doc.members;
    let fold = |text: &Text| fold(text.as_str().trim());
    let gone = |said: &&FollowUp| {
        let owner = fold(&said.owner);
        !members.is_empty() && members.iter().all(|m| fold(&m.function) != owner)
    };
    let was_there = |(session, action): &Name| {
        let mut of = registry.digests().filter(|d| d.session == *session);
        of.any(|digest| digest.sheet.owner_was_there(*action))
    };
    let gone = session.follow_ups.iter().filter(gone);
    gone.filter_map(name).filter(was_there).collect()
}
