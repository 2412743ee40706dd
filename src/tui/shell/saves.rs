//! What the shell does so that edits reach the disk, and what it says of it.

use super::Shell;
use crate::domain::parts::Change;
use crate::domain::problem::Problem;
use crate::store::{Ack, Document, Handle, Store, original_of};
use crate::tui::desk::{Doc, Open, Saving};
use crate::words::shown;

impl Shell {
    /// The journal first, then the snapshot for the thread.
    pub(super) fn edited(&mut self, doc: Doc, changes: &[crate::domain::parts::Change]) {
        let desk = &self.app.desk;
        let store = &mut self.store;
        let done = match doc {
            Doc::Session if self.led.is_some() => self.keep_led(),
            Doc::Session => desk.session.as_ref().map(|o| keep(store, o, changes)),
            Doc::Incident => desk.incident.as_ref().map(|o| keep(store, o, changes)),
            Doc::FollowUp => desk.follow_up.as_deref().map(|o| keep(store, o, changes)),
            Doc::Notes => desk.notes.as_ref().map(|o| keep(store, o, changes)),
            Doc::Amendments => desk.amendments.as_ref().map(|o| keep(store, o, changes)),
            Doc::Team => Some(keep(store, &desk.team, changes)),
        };
        if let Some((handle, written)) = done {
            self.late.retain(|(late, _)| *late != handle);
            self.late.extend(written.err().map(|why| (handle, why)));
            self.show_saving();
        }
    }

    /// Hears what became of the saves.
    pub(super) fn hear(&mut self) {
        for ack in self.store.acks() {
            match ack {
                Ack::Saved { handle, revision } => {
                    let failed = !self.failing.is_empty();
                    self.mind(handle, None);
                    if self.store.access(handle).is_none() {
                        self.late.retain(|(late, _)| *late != handle);
                        self.show_saving();
                    }
                    if failed && self.failing.is_empty() {
                        let said = self.app.desk.words().say_saved_again();
                        self.app.report(said.to_owned());
                    }
                    self.notes_saved(handle, revision);
                    self.mend_urn();
                }
                Ack::Failed { handle, problem } if self.store.access(handle).is_some() => {
                    self.mind(handle, Some(problem));
                }
                // Of a document that was let go the journal has what is not saved; it is told once.
                Ack::Failed { problem, .. } => self.app.tell(&problem),
                Ack::Conflict {
                    handle,
                    copy,
                    revision,
                } => {
                    self.mind(handle, None);
                    self.notes_saved(handle, revision);
                    let desk = &mut self.app.desk;
                    let session = desk.session.as_mut();
                    if let Some(open) = session.filter(|open| open.handle == handle) {
                        open.rival = original_of(&copy);
                    }
                    let said = desk.words().say_conflict(&shown(&copy));
                    if self.failing.is_empty() {
                        desk.saving = Saving::Conflict(copy);
                    }
                    self.app.warn(said);
                }
            }
        }
    }

    /// Keeps whether a document fails to be saved: nothing is called saved while one does.
    pub(super) fn mind(&mut self, handle: Handle, problem: Option<Problem>) {
        self.failing.retain(|(failing, _)| *failing != handle);
        self.failing
            .extend(problem.map(|problem| (handle, problem)));
        let now = self.app.desk.room;
        let since = self.failing_since.get_or_insert(now);
        if self.failing.is_empty() {
            self.failing_since = None;
        } else {
            // A clock that is put back does not make it later.
            *since = (*since).min(now);
        }
        self.show_saving();
    }

    /// Shows the worst of what is known of the documents.
    fn show_saving(&mut self) {
        let saving = &mut self.app.desk.saving;
        let failing = self.failing.last().zip(self.failing_since);
        match (failing, self.late.last()) {
            (Some(((_, problem), since)), _) => *saving = Saving::Failing(problem.clone(), since),
            (None, Some((_, problem))) => *saving = Saving::Late(problem.clone()),
            _ if matches!(saving, Saving::Conflict(_)) => {}
            _ => *saving = Saving::Saved,
        }
    }

    /// Lets a document go, and its failure with it, unless something of it is in memory alone: the store goes on trying then.
    pub(super) fn let_go(&mut self, handle: Handle) {
        self.store.close(handle);
        if self.store.access(handle).is_some() {
            return;
        }
        self.late.retain(|(late, _)| *late != handle);
        self.mind(handle, None);
    }
}

/// One document's edit: its line in the journal, its snapshot for the thread.
fn keep<D: Document>(
    store: &mut Store,
    open: &Open<D>,
    changes: &[Change],
) -> (Handle, Result<(), Problem>) {
    let written = store.record(open.handle, changes);
    store.save(open.handle, &open.doc, open.revision);
    (open.handle, written)
}
