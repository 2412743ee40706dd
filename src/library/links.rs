//! The files of a workspace against one another: links that lead nowhere, two files with one id, copies that a synchronised
//! folder or the program itself left behind. Read from small heads of the files; nothing here opens one.

use crate::domain::action::FollowUpFile;
use crate::domain::amendments::AmendmentFile;
use crate::domain::analysis::AnalysisFile;
use crate::domain::ids::{ActionId, FollowUpId, IncidentId};
use crate::domain::incident::IncidentFile;
use crate::domain::notes::Notes;
use crate::domain::order::Order;
use crate::domain::session::Session;
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

mod names;

pub use names::{Copied, copied};

/// What a session has that others refer to, or refers to itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionLinks {
    /// Its day.
    pub date: NaiveDate,
    /// The fingerprint of its seal, if it has one.
    pub sealed: Option<String>,
    /// Whether it is a simulation: it refers to nothing real.
    pub simulation: bool,
    /// Its actions.
    pub actions: Vec<ActionId>,
    /// Its follow-ups: of which session, of which action.
    pub follow_ups: Vec<(FollowUpId, String, Option<ActionId>)>,
    /// The incidents that came from a file and still wait: of which file.
    pub waiting: Vec<(IncidentId, String)>,
}

/// What a file is, as far as other files are concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A session.
    Session(SessionLinks),
    /// An incident.
    Incident,
    /// An analysis between two meetings: the session that chose its event.
    Analysis(Uuid),
    /// A follow-up: of which session, of which action.
    FollowUp(String, Option<ActionId>),
    /// Private notes.
    Notes,
    /// Amendments: the fingerprint of the seal that they follow.
    Amendments(String),
}

/// The head of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its path from the workspace on, with `/` between folders.
    pub name: String,
    /// Its id: that of the session for notes and amendments.
    pub id: Uuid,
    /// What its bytes are, so that two alike are told as such.
    pub print: String,
    /// What it is.
    pub what: What,
}

impl From<&Session> for What {
    fn from(session: &Session) -> Self {
        let said = session.follow_ups.iter();
        let incidents = session.incidents.iter();
        let waiting = incidents.filter(|i| !i.origin.is_blank() && !i.fate.is_final());
        Self::Session(SessionLinks {
            date: session.date,
            sealed: session.seal.as_ref().map(|s| s.fingerprint.to_string()),
            simulation: session.kind.is_simulation(),
            actions: session.actions.iter().map(|a| a.id).collect(),
            follow_ups: said
                .map(|f| (f.id, f.session.to_string(), f.action))
                .collect(),
            waiting: waiting.map(|i| (i.id, i.origin.to_string())).collect(),
        })
    }
}

impl From<&IncidentFile> for What {
    fn from(_: &IncidentFile) -> Self {
        Self::Incident
    }
}

impl From<&AnalysisFile> for What {
    fn from(file: &AnalysisFile) -> Self {
        Self::Analysis(file.chosen_in)
    }
}

impl From<&FollowUpFile> for What {
    fn from(file: &FollowUpFile) -> Self {
        Self::FollowUp(file.follow_up.session.to_string(), file.follow_up.action)
    }
}

impl From<&Notes> for What {
    fn from(_: &Notes) -> Self {
        Self::Notes
    }
}

impl From<&AmendmentFile> for What {
    fn from(file: &AmendmentFile) -> Self {
        Self::Amendments(file.sealed.to_string())
    }
}

impl What {
    /// Whether two files of one id and of these kinds are the same thing twice.
    fn is_like(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// What does not hold between files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A follow-up of a session that is not there; of which line, in a session.
    NoSession(Option<FollowUpId>),
    /// A follow-up of an action that its session does not have: which action, which line.
    NoAction(Option<ActionId>, Option<FollowUpId>),
    /// An analysis chosen by a session that is not there.
    NotChosen,
    /// An incident of a session came from a file that is not there, and still waits.
    NoOrigin(IncidentId),
    /// Amendments or notes of a session that is not there.
    Orphan,
    /// Amendments that follow another seal than that of their session: the file of the session.
    OtherSeal(String),
    /// The same as another file: that one, whether byte for byte, and what its name says of it.
    Twice(String, bool, Option<Copied>),
    /// Its name is that of a copy, but nothing has its id.
    NamedCopy(Copied),
    /// The name tells another id than the content.
    OtherName,
}

impl Fault {
    /// Whether it only deserves a look, and is no fault.
    pub const fn is_remark(&self) -> bool {
        matches!(self, Self::NamedCopy(_) | Self::OtherName)
    }
}

/// What does not hold, each with the place of its file among `heads`, in their order. What refers to one of the ids in `gone`,
/// which were destroyed on purpose, leads nowhere for a reason.
pub fn faults(heads: &[Head], gone: &[Uuid]) -> Vec<(usize, Fault)> {
    let known = Known::of(heads, gone);
    let mut out = Vec::new();
    for (at, head) in heads.iter().enumerate() {
        let mut add = |fault| out.push((at, fault));
        known.links(head).into_iter().for_each(&mut add);
        known.twice(at, head, heads).into_iter().for_each(&mut add);
    }
    out
}

struct Known<'a> {
    /// The sessions, by their id.
    sessions: HashMap<Uuid, Vec<(&'a str, &'a SessionLinks)>>,
    /// The places of all files, by their id.
    ids: HashMap<Uuid, Vec<usize>>,
    /// What was destroyed.
    gone: HashSet<Uuid>,
}

impl<'a> Known<'a> {
    fn of(heads: &'a [Head], gone: &[Uuid]) -> Self {
        let mut known = Self {
            sessions: HashMap::new(),
            ids: HashMap::new(),
            gone: gone.iter().copied().collect(),
        };
        for (at, head) in heads.iter().enumerate() {
            known.ids.entry(head.id).or_default().push(at);
            if let What::Session(links) = &head.what {
                let here = known.sessions.entry(head.id).or_default();
                here.push((&head.name, links));
            }
        }
        known
    }

    /// Whether an id, as it is written in a text, is that of something destroyed.
    fn is_gone(&self, id: &str) -> bool {
        id.parse().is_ok_and(|id| self.gone.contains(&id))
    }

    /// The sessions that a follow-up names; nothing when it names none.
    fn named(&self, session: &str) -> Option<&[(&str, &SessionLinks)]> {
        let found = self.sessions.get(&session.parse::<Uuid>().ok()?);
        found.map(Vec::as_slice)
    }

    /// What is wrong with a follow-up.
    fn follow_up(
        &self,
        session: &str,
        action: Option<ActionId>,
        line: Option<FollowUpId>,
    ) -> Option<Fault> {
        if self.is_gone(session) {
            return None;
        }
        let Some(sessions) = self.named(session) else {
            return Some(Fault::NoSession(line));
        };
        let has = |id| {
            sessions
                .iter()
                .any(|(_, links)| links.actions.contains(&id))
        };
        // What is said of an analysis that a session entrusted names no action.
        let found = action.is_none_or(has);
        (!found).then_some(Fault::NoAction(action, line))
    }

    /// The links of a file that lead nowhere.
    fn links(&self, head: &Head) -> Vec<Fault> {
        match &head.what {
            What::Session(links) if links.simulation => Vec::new(),
            What::Session(links) => {
                let said = links.follow_ups.iter();
                // A line that names no action was typed here, and refers to nothing.
                let said = said.filter(|(_, session, _)| !session.trim().is_empty());
                let mut out: Vec<Fault> = said
                    .filter_map(|(id, session, action)| self.follow_up(session, *action, Some(*id)))
                    .collect();
                // An event typed in a meeting is known by that meeting: its id, then the event's there.
                let there = |origin: &str| match origin.split_once('/') {
                    Some((session, _)) => self.named(session).is_some() || self.is_gone(session),
                    None if self.is_gone(origin) => true,
                    None => origin.parse().is_ok_and(|id| self.ids.contains_key(&id)),
                };
                let lost = links.waiting.iter().filter(|(_, origin)| !there(origin));
                out.extend(lost.map(|(id, _)| Fault::NoOrigin(*id)));
                out
            }
            // An action decided before the program was there has no session.
            What::FollowUp(session, _) if session.trim().is_empty() => Vec::new(),
            What::FollowUp(session, action) => {
                self.follow_up(session, *action, None).into_iter().collect()
            }
            What::Analysis(chosen) if self.gone.contains(chosen) => Vec::new(),
            What::Analysis(chosen) if !self.sessions.contains_key(chosen) => {
                vec![Fault::NotChosen]
            }
            What::Notes | What::Amendments(_) if !self.sessions.contains_key(&head.id) => {
                vec![Fault::Orphan]
            }
            What::Amendments(sealed) => {
                let sessions = self.sessions.get(&head.id);
                let sessions = sessions.map_or(&[][..], Vec::as_slice);
                let same = |s: &&(&str, &SessionLinks)| s.1.sealed.as_ref() == Some(sealed);
                let other = sessions
                    .first()
                    .filter(|_| sessions.iter().all(|s| !same(&s)));
                other
                    .map(|(name, _)| Fault::OtherSeal((*name).to_owned()))
                    .into_iter()
                    .collect()
            }
            What::Analysis(_) | What::Incident | What::Notes => Vec::new(),
        }
    }

    /// Whether a file is another once more. It is told of the copy, not of the original.
    fn twice(&self, at: usize, head: &Head, heads: &[Head]) -> Option<Fault> {
        let here = self.ids.get(&head.id).map_or(&[][..], Vec::as_slice);
        let like = here.iter().copied();
        let mut like: Vec<usize> = like
            .filter(|other| heads[*other].what.is_like(&head.what))
            .collect();
        // The original has the name that the program gave it, and no mark of a copy; then the shortest name, the first.
        like.order_by_key(|other| {
            let name = &heads[*other].name;
            (
                copied(name, head.id).is_some(),
                !names::tells(name, head.id),
                name.len(),
                *other,
            )
        });
        let original = like.first().copied()?;
        let mark = copied(&head.name, head.id);
        if original != at {
            let other = &heads[original];
            let same = other.print == head.print;
            return Some(Fault::Twice(other.name.clone(), same, mark));
        }
        if let Some(mark) = mark {
            return Some(Fault::NamedCopy(mark));
        }
        names::contradicts(&head.name, head.id).then_some(Fault::OtherName)
    }
}

#[cfg(test)]
mod tests;
