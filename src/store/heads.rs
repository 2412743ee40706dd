//! What a list says of sessions that did not change since they were read: kept, so that ten thousand files need only be looked
//! at, not read. Below [`MANY`] files nothing is kept: reading them is as quick.

use super::cache::{self, Stamp};
use super::folder::name_of;
use super::listing::{Found, Listing, SessionHead};
use super::many::{MANY, read_all, shared_out};
use super::workspace::Workspace;
use crate::domain::session::{Session, Stage};
use crate::domain::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

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

/// A session file as it was when it was read.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Kept {
    name: String,
    stamp: Stamp,
    head: SessionHead,
}

/// What is known of the files of each folder, by name.
#[derive(Clone, Debug, Default)]
pub(super) struct Heads {
    known: Arc<Mutex<HashMap<&'static str, Vec<Kept>>>>,
}

impl Heads {
    /// What the list says of these files of a folder, which come by name: what did not change is not read again.
    pub fn of(
        &self,
        workspace: &Workspace,
        folder: &'static str,
        paths: Vec<PathBuf>,
    ) -> Vec<Found<SessionHead>> {
        let disk = workspace.disk();
        if paths.len() < MANY {
            return read_all(disk, &paths, |session: Session| SessionHead::from(&session));
        }
        let mut all = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let place = workspace.index(folder);
        let known = all
            .entry(folder)
            .or_insert_with(|| cache::load(disk, &place).unwrap_or_default());
        let now = SystemTime::now();
        // The stamp is taken before the file is read: one that changes meanwhile is read again next time.
        let stamps = shared_out(&paths, |path| Stamp::of(disk, path, now));
        let unchanged = |at: usize| -> Option<SessionHead> {
            let name = name_of(&paths[at]);
            let at_name = known.binary_search_by(|kept| kept.name.cmp(&name)).ok()?;
            let kept = &known[at_name];
            (Some(kept.stamp) == stamps[at]).then(|| kept.head.clone())
        };
        let mut heads: Vec<_> = (0..paths.len()).map(unchanged).collect();
        let unread = paths.iter().zip(&heads).filter(|(_, head)| head.is_none());
        let unread: Vec<PathBuf> = unread.map(|(path, _)| path.clone()).collect();
        let is_as_kept = unread.is_empty() && known.len() == paths.len();
        let mut read = read_all(disk, &unread, |session: Session| {
            SessionHead::from(&session)
        })
        .into_iter();
        let found = paths
            .into_iter()
            .zip(&mut heads)
            .filter_map(|(path, head)| {
                let kept = head.take().map(|head| (path, Ok(head)));
                kept.or_else(|| read.next())
            });
        let found: Vec<Found<SessionHead>> = found.collect();
        if !is_as_kept {
            *known = kept(&found, &stamps);
            if workspace.keeps() {
                cache::save(disk, &place, known);
            }
        }
        found
    }
}

/// What is worth keeping of what was found: what could be read and has a stamp.
fn kept(found: &[Found<SessionHead>], stamps: &[Option<Stamp>]) -> Vec<Kept> {
    let good = found
        .iter()
        .zip(stamps)
        .filter_map(|((path, head), stamp)| {
            Some(Kept {
                name: name_of(path),
                stamp: (*stamp)?,
                head: head.as_ref().ok()?.clone(),
            })
        });
    let mut kept: Vec<Kept> = good.collect();
    kept.sort_unstable_by(|a, b| a.name.cmp(&b.name));
    kept
}
