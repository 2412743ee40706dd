//! Before a word is erased: every document is brought up to date with its journal, so that nothing of it is left there.

use super::super::atomic::temp_name;
use super::super::disk::{SharedDisk, is_there};
use super::super::document::Document;
use super::super::erase::erase;
use super::super::{Opened, Store, fault};
use super::documents::{Kind, session_of};
use super::{Scrub, Scrubbed};
use crate::domain::action::FollowUpFile;
use crate::domain::amendments::AmendmentFile;
use crate::domain::analysis::AnalysisFile;
use crate::domain::incident::IncidentFile;
use crate::domain::problem::{Problem, Why};
use crate::domain::session::Session;
use chrono::NaiveDateTime;
use std::io;
use std::path::{Path, PathBuf};

impl Scrub<'_> {
    /// Writes what the journals hold into the documents; tells what could not be. Refused while one is open elsewhere.
    pub fn settle(&self, disk: &SharedDisk) -> Result<Vec<Problem>, Problem> {
        let mut out = Scrubbed::default();
        let mut store =
            Store::open_alone(SharedDisk::clone(disk), self.workspace.root(), self.now)?;
        let lying = self.lying(&mut out);
        let kept = lying
            .documents
            .iter()
            .filter(|(kind, _)| *kind != Kind::Text);
        let mut pending = Vec::new();
        for (kind, path) in kept {
            match store.held(path, self.now) {
                Some(why @ Why::Held(_)) => return Err(Problem::ReadOnly(path.clone(), why)),
                Some(why) => out.tell(Problem::ReadOnly(path.clone(), why)),
                None => {}
            }
            let log = self.workspace.own("journal", path, ".log");
            if is_there(self.disk, &log) {
                pending.push((*kind, path, log));
            }
        }
        let mut old = Vec::new();
        for (kind, path, log) in pending {
            old.extend(self.kept(&log, &mut out));
            if let Err(problem) = self.settled(&mut store, kind, path) {
                out.tell(problem);
            }
        }
        drop(store);
        for path in old {
            if let Err(error) = erase(self.disk, &path) {
                out.tell(fault::at(&path)(error));
            }
        }
        Ok(out.unread)
    }

    /// A journal is taken away when its edits are in the file: a second name keeps it within reach until it is written over.
    fn kept(&self, log: &Path, out: &mut Scrubbed) -> Option<PathBuf> {
        let second = temp_name(log);
        match self.disk.keep(log, &second) {
            Ok(()) => return Some(second),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => out.tell(fault::at(log)(error)),
        }
        None
    }

    fn settled(&self, store: &mut Store, kind: Kind, path: &Path) -> Result<(), Problem> {
        let now = self.now;
        match kind {
            Kind::Session => load::<Session>(store, path, now),
            Kind::Incident => load::<IncidentFile>(store, path, now),
            Kind::Analysis => load::<AnalysisFile>(store, path, now),
            Kind::FollowUp => load::<FollowUpFile>(store, path, now),
            Kind::Amendments => load::<AmendmentFile>(store, path, now),
            Kind::Notes => {
                let opened = session_of(path).map(|session| store.notes(session, now));
                opened.map_or(Ok(()), |opened| close(store, opened))
            }
            Kind::Team => {
                let opened = store.team(now);
                close(store, opened)
            }
            Kind::Destroyed | Kind::Text => Ok(()),
        }
    }
}

fn load<D: Document>(store: &mut Store, path: &Path, now: NaiveDateTime) -> Result<(), Problem> {
    let opened = store.load::<D>(path, now);
    close(store, opened)
}

fn close<D>(store: &mut Store, opened: Result<Opened<D>, Problem>) -> Result<(), Problem> {
    match opened {
        Ok(opened) => {
            store.close(opened.handle);
            Ok(())
        }
        // It has nothing that its journal could complete.
        Err(Problem::File(..) | Problem::ReadOnly(_, Why::NewerSchema(_))) => Ok(()),
        Err(problem) => Err(problem),
    }
}
