//! Sessions that are too old to be kept: which, what goes with them, and their destruction. What is destroyed is ours and of
//! such a session beyond doubt, was shown before, and is gone through as it was shown; what a session that stays, or one that
//! cannot be read, may refer to stays as well. A session goes after all that belongs to it: a purge that was killed finds it again, and finishes.

mod beside;
mod deed;
mod kept;
mod reading;

pub use deed::{Purged, purge};

use super::disk::SharedDisk;
use super::vault::clear_documents;
use super::workspace::Workspace;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::domain::text::Text;
use chrono::NaiveDate;
use reading::{Found, Reading};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// A session that is old.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Old {
    /// Where it lies.
    pub path: PathBuf,
    /// Its id.
    pub id: Uuid,
    /// Its day.
    pub date: NaiveDate,
    /// Its number.
    pub number: u32,
    /// Its title.
    pub title: Text,
    /// Whether it is sealed: one that is not may still be wanted.
    pub sealed: bool,
}

/// What is old in a workspace: all that a purge would destroy, and what it would leave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Due {
    /// The sessions, the oldest first.
    pub sessions: Vec<Old>,
    /// Those that are old but not sealed, and stay for that.
    pub open: Vec<Old>,
    /// Those that are old but stay, as another file of the same session does, or as they are but links.
    pub stay: Vec<Old>,
    /// What goes with the sessions: amendments, notes, events, analyses, what was said of their actions.
    pub beside: Vec<PathBuf>,
    /// Documents that were written from them, lie beside them, and go as well.
    pub exports: Vec<PathBuf>,
    /// What the program keeps of all these: backups, journals, places.
    pub copies: Vec<PathBuf>,
    /// What may tell of them and is not theirs beyond doubt: it stays.
    pub left: Vec<PathBuf>,
    /// What cannot be read: nobody knows how old it is.
    pub unread: Vec<Problem>,
    /// Whether events and analyses stay for that: what cannot be read may refer to them.
    pub held: bool,
    /// Older than which day, and whether sessions that are not sealed go as well.
    asked: Option<(NaiveDate, bool)>,
    /// What is destroyed, session by session; the session itself comes last.
    groups: Vec<Vec<Doomed>>,
    /// What a purge that was killed was destroying: nothing is left in it.
    remains: Vec<Doomed>,
}

impl Due {
    /// Whether there is nothing to destroy.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty() && self.remains.is_empty()
    }

    /// How many files a purge that was killed left half destroyed.
    pub fn n_remains(&self) -> usize {
        self.remains.len()
    }
}

/// A document to be destroyed with all that the program keeps of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Doomed {
    path: PathBuf,
    id: Option<Uuid>,
    /// The old sessions that it belongs to.
    of: Vec<Uuid>,
    /// What it and its journal said when they were read.
    state: String,
    exports: Vec<PathBuf>,
    copies: Vec<PathBuf>,
}

/// What is older than `before`; nothing is changed. `open`: sessions that are not sealed go as well.
pub fn due(disk: &SharedDisk, root: &Path, before: NaiveDate, open: bool) -> Due {
    let workspace = Workspace::look(SharedDisk::clone(disk), root);
    let mut reading = Reading::new(&workspace);
    let mut out = Due {
        asked: Some((before, open)),
        ..Due::default()
    };
    let sessions: Vec<Found<Session>> = reading.all("sessions");
    let played: Vec<Found<Session>> = reading.all("simulations");
    let mut staying: HashSet<Uuid> = played.iter().map(|found| found.doc.id).collect();
    let goes = |found: &Found<Session>| {
        let real = !found.link && !found.doc.kind.is_simulation();
        real && found.doc.date < before && (open || found.doc.is_sealed())
    };
    let stays = sessions.iter().filter(|found| !goes(found));
    staying.extend(stays.map(|found| found.doc.id));
    let (mut old, kept): (Vec<_>, Vec<_>) = sessions.into_iter().partition(|found| {
        let id = found.doc.id;
        goes(found) && !staying.contains(&id) && !reading.may_be_unread(id)
    });
    old.sort_by_key(|found| (found.doc.date, found.doc.number));
    out.sessions.extend(old.iter().map(Old::of));
    let too_old =
        |found: &&Found<Session>| found.doc.date < before && !found.doc.kind.is_simulation();
    for found in kept.iter().filter(too_old) {
        let wanted = !goes(found) && !found.link && !found.doc.is_sealed();
        let list = if wanted { &mut out.open } else { &mut out.stay };
        list.push(Old::of(found));
    }
    let kept: Vec<Session> = kept.into_iter().chain(played).map(|f| f.doc).collect();
    beside::with(&mut reading, &old, &kept, &mut out);
    kept::of_all(&reading, &mut out);
    out.unread = reading.unread;
    out.unread.extend(half_encrypted(&workspace));
    for list in [&mut out.open, &mut out.stay] {
        list.sort_by_key(|old| (old.date, old.number));
    }
    out
}

/// That what lies in the clear in an encrypted workspace was not looked at, if something does.
fn half_encrypted(workspace: &Workspace) -> Option<Problem> {
    let root = workspace.root();
    let left = workspace
        .is_encrypted()
        .then(|| clear_documents(workspace.disk(), root));
    let left = left.filter(|left| *left > 0)?;
    Some(Problem::LeftClear(root.to_owned(), left))
}

impl Old {
    fn of(found: &Found<Session>) -> Self {
        let session = &found.doc;
        Self {
            path: found.path.clone(),
            id: session.id,
            date: session.date,
            number: session.number,
            title: session.title.clone(),
            sealed: session.is_sealed(),
        }
    }
}

/// The files that a session's events and analyses came from.
pub(super) fn origins(session: &Session) -> impl Iterator<Item = Uuid> {
    let events = session.incidents.iter().map(|incident| &incident.origin);
    let analyses = session.analyses.iter().chain(session.heard.iter());
    let all = events.chain(analyses.map(|analysis| &analysis.origin));
    all.filter_map(|origin| origin.as_str().parse().ok())
}

/// A session as it is, with what its journal holds.
pub(super) fn as_it_is(workspace: &Workspace, path: &Path) -> Result<Session, Problem> {
    reading::read(workspace, path).map(|(session, _)| session)
}
