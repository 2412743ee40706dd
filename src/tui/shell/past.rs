//! What the shell does with the past of a workspace: has it prepared for look-alikes, and shows a record of it.

use super::Shell;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::library::lookalike::{Digest, Index};
use crate::store::{Coming, Listing, Parsed, gather};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::TryRecvError;
use uuid::Uuid;

impl Shell {
    /// Has the past prepared behind.
    pub(super) fn recall(&mut self) {
        // What really happened here does not belong on the wall of a training.
        if self
            .app
            .desk
            .session()
            .is_some_and(|s| s.kind.is_simulation())
        {
            return;
        }
        let listing = &self.app.desk.listing;
        let there = listing.sessions.iter().filter(|entry| entry.state.is_ok());
        let paths: Vec<PathBuf> = there.map(|entry| entry.path.clone()).collect();
        let said = listing.follow_ups.iter();
        let said: Vec<_> = said.filter_map(|f| f.1.as_ref().ok().cloned()).collect();
        let whole = move |digests: Vec<Digest>| Index::new(&digests, &said);
        self.recalling = Some(gather(
            Arc::clone(self.store.disk()),
            paths,
            Digest::of,
            whole,
            self.wake.clone(),
        ));
    }

    /// Takes what was prepared behind, once it is there.
    pub(super) fn take_past(&mut self) {
        let Some(coming) = &self.recalling else {
            return;
        };
        match coming.try_recv() {
            Ok(mut index) => {
                self.await_reports(&mut index);
                self.app.take_past(index);
            }
            Err(TryRecvError::Empty) => return,
            Err(TryRecvError::Disconnected) => {}
        }
        self.recalling = None;
    }

    /// The folder was read again: other reports may wait in it.
    pub(super) fn waiting_changed(&mut self) {
        if let Some(mut index) = self.app.desk.past.index.take() {
            self.await_reports(&mut index);
            self.app.desk.past.index = Some(index);
        }
    }

    /// Takes what lies in the workspace, once it is read.
    pub(super) fn take_listing(&mut self) {
        let Some(coming) = &self.listing else {
            return;
        };
        match coming.try_recv() {
            Ok(listing) => self.listed(listing),
            Err(TryRecvError::Empty) => {}
            Err(TryRecvError::Disconnected) => self.listing = None,
        }
    }

    /// The folder was read, or read again.
    pub(super) fn listed(&mut self, listing: Listing) {
        let came = std::mem::replace(&mut self.app.desk.listing, listing).coming;
        self.listing = None;
        self.waiting_changed();
        self.look_for_rival();
        self.read_again();
        self.app.listed(came);
    }

    /// What is told of all sessions may be another story: has them read again, where a screen has asked for it.
    pub(super) fn read_again(&mut self) {
        if self.app.desk.whole.asked {
            self.survey();
        }
    }

    /// Has the whole workspace read behind.
    pub(super) fn survey(&mut self) {
        self.surveying = Some(self.store.registry_behind(self.wake.clone()));
    }

    /// Takes what was read behind, or how far the reading is.
    pub(super) fn take_registry(&mut self) {
        let Some(reading) = &self.surveying else {
            return;
        };
        let progress = match reading.look() {
            Coming::Under(read, all) => Some((read, all)),
            Coming::Whole(registry) => {
                self.app.take_registry(*registry);
                None
            }
            Coming::Nothing => None,
        };
        if progress.is_none() {
            self.surveying = None;
        }
        self.app.desk.whole.progress = progress;
    }

    fn await_reports(&self, index: &mut Index) {
        let desk = &self.app.desk;
        let waiting = desk.listing.waiting().map(|(_, file)| file);
        index.await_reports(waiting, desk.team.doc.lang);
    }

    /// Shows the record of an earlier session, to be read.
    pub(super) fn read_past(&mut self, id: Uuid) -> Result<(), Problem> {
        let of =
            |entry: &&crate::store::Entry| entry.state.as_ref().is_ok_and(|head| head.id == id);
        let Some(entry) = self.app.desk.listing.sessions.iter().find(of) else {
            let said = self.app.desk.words().say_alike_gone().to_owned();
            self.app.warn(said);
            return Ok(());
        };
        let read: Parsed<Session> = self.store.read(&entry.path)?;
        let (beside, problem) = self.store.beside(&read.doc, &read.remarks);
        self.app.read_past(&read.doc, &beside);
        if let Some(problem) = problem {
            self.app.tell(&problem);
        }
        Ok(())
    }
}
