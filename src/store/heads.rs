//! What a list says of sessions: kept on the disk, and in memory for the lists that come after the first.

use super::disk::is_there;
use super::kept::{self, Kept, Records};
use super::listing::{Found, Listing, SessionHead};
use super::workspace::Workspace;
use crate::domain::session::{Session, Stage};
use crate::domain::text::Text;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// The last reference that an event has in a session, by year and number: `2026-012`.
pub(super) fn last_reference(session: &Session) -> Text {
    let place = |reference: &Text| -> Option<(i32, u32)> {
        let (year, n) = reference.as_str().split_once('-')?;
        Some((year.parse().ok()?, n.parse().ok()?))
    };
    let given = session.incidents.iter().map(|i| &i.report.reference);
    let given = given.filter_map(|reference| Some((place(reference)?, reference)));
    let last = given.max_by_key(|(place, _)| *place);
    last.map(|(_, reference)| reference.clone())
        .unwrap_or_default()
}

impl Listing {
    /// References given so far: those of the reports that lie in the workspace, and the last one of each real session.
    pub fn references(&self) -> impl Iterator<Item = &str> {
        let files = self.incidents.iter().filter_map(|f| f.1.as_ref().ok());
        let heads = self.sessions.iter().filter_map(|e| e.state.as_ref().ok());
        let heads = heads.filter(|head| !head.simulation);
        files
            .map(|file| file.report.reference.as_str())
            .chain(heads.map(|head| head.reference.as_str()))
    }

    /// The real session held last before this one: the newest that began, on its day or earlier.
    pub fn before(&self, session: &Session) -> Option<&SessionHead> {
        let heads = self.sessions.iter().filter_map(|e| e.state.as_ref().ok());
        let held = |head: &&SessionHead| {
            let began = head.sealed || head.stage != Stage::Prepared;
            began && !head.simulation && head.id != session.id && head.date <= session.date
        };
        heads
            .filter(held)
            .max_by_key(|head| (head.date, head.number))
    }
}

impl Kept for SessionHead {
    const NAME: &'static str = "";

    fn of(session: &Session) -> Self {
        Self::from(session)
    }
}

/// What is known of the files of each folder.
#[derive(Clone, Debug, Default)]
pub(super) struct Heads {
    known: Arc<Mutex<HashMap<&'static str, Records>>>,
}

impl Heads {
    /// What the list says of the files of a folder, which `files` tells by name: what did not change is not read again.
    pub fn of(
        &self,
        workspace: &Workspace,
        folder: &'static str,
        files: impl FnOnce() -> Vec<PathBuf>,
    ) -> Vec<Found<SessionHead>> {
        let mut all = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let known = all.entry(folder).or_default();
        let paths = if is_there(workspace.disk(), &workspace.index(folder)) {
            // Listing the names takes as long as loading what is kept: both at once.
            thread::scope(|scope| {
                scope.spawn(|| kept::load::<SessionHead>(workspace, folder, known));
                files()
            })
        } else {
            files()
        };
        kept::read_with(workspace, folder, &paths, known)
    }
}
