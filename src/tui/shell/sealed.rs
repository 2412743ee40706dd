//! What the shell does for a sealed session: opens its amendments, shows what changed in its file since.

use super::Shell;
use crate::documents::compare::compare;
use crate::domain::problem::{DiskFault, Problem};
use crate::tui::desk::Open;

impl Shell {
    /// Opens the amendments to the session, once it is sealed. Those that cannot be read keep nobody from reading it.
    pub(super) fn open_amendments(&mut self) {
        let session = self.app.desk.session();
        let sealed = session.and_then(|s| Some((s.id, s.seal.clone()?)));
        let Some((id, seal)) = sealed else {
            return;
        };
        match self.store.amendments(id, &seal, self.app.desk.now) {
            Ok(opened) => self.app.desk.amendments = Some(Open::new(opened)),
            Err(problem) => self.app.desk.amendments_fault = Some(problem),
        }
    }

    /// The same for a session that is read again: they are read, without lock or trace.
    pub(super) fn review_amendments(&mut self) {
        let sealed = self
            .app
            .desk
            .session()
            .filter(|session| session.is_sealed());
        let Some(path) = sealed.map(|session| self.store.amendments_path(session.id)) else {
            return;
        };
        match self.store.review(&path) {
            Ok(opened) => self.app.desk.amendments = Some(Open::new(opened)),
            Err(Problem::Disk(_, DiskFault::NotFound)) => {}
            Err(problem) => self.app.desk.amendments_fault = Some(problem),
        }
    }

    /// Shows what changed in the file of the session since it was sealed, or says that no copy of that state was kept.
    pub(super) fn compare_sealed(&mut self) {
        let desk = &self.app.desk;
        let words = desk.words();
        let Some(open) = &desk.session else {
            return;
        };
        if !desk.is_seal_broken() {
            self.app.report(words.say_seal_holds().to_owned());
            return;
        }
        let path = self.store.path_of(open.handle).unwrap_or_default();
        match self.store.sealed_copy(&path, &open.doc) {
            Some(sealed) => self.app.compared(&compare(&sealed, &open.doc, words)),
            None => self.app.warn(words.say_no_sealed_copy().to_owned()),
        }
    }
}
