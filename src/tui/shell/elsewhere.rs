//! What the shell does when the session cannot be saved where it is: writes it elsewhere, and has the meeting go on there.

use super::Shell;
use crate::domain::problem::{DiskFault, Problem};
use crate::store::Store;
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl Shell {
    /// Asks where, with a folder to begin with.
    pub(super) fn ask_elsewhere(&mut self) {
        if self.app.desk.session.is_some() {
            let folder = self.store.elsewhere();
            self.app.ask_elsewhere(&folder);
        }
    }

    /// Writes the session into a workspace of its own in this folder, and says where it lies.
    pub(super) fn save_elsewhere(&mut self, folder: &Path) -> Result<(), Problem> {
        let words = self.app.desk.words();
        if !folder.is_absolute() || !self.store.is_folder(folder).unwrap_or(false) {
            // A slip of the finger never makes a folder.
            self.app.refuse(words.say_no_such_folder().to_owned());
            return Ok(());
        }
        let root = folder.join(words.elsewhere_folder());
        if let Some(path) = self.write_elsewhere(&root)? {
            self.app.saved_elsewhere(&root, &path);
        }
        Ok(())
    }

    /// Writes there the session with what is open beside it, and what of other documents waits to be saved here.
    fn write_elsewhere(&self, root: &Path) -> Result<Option<PathBuf>, Problem> {
        let desk = &self.app.desk;
        let Some(open) = desk.session.as_ref().filter(|open| !open.doc.is_led()) else {
            return Ok(None);
        };
        let team = &desk.team.doc;
        let (store, now) = (&self.store, desk.room);
        let path = store.save_elsewhere(root, open.handle, &open.doc, team, now)?;
        let mut done = vec![open.handle, desk.team.handle];
        if let Some(notes) = &desk.notes {
            store.take_along(root, notes.handle, &notes.doc, now)?;
            done.push(notes.handle);
        }
        if let Some(amendments) = &desk.amendments {
            store.take_along(root, amendments.handle, &amendments.doc, now)?;
            done.push(amendments.handle);
        }
        store.take_rest_along(root, &done, now)?;
        Ok(Some(path))
    }

    /// Goes on with the meeting in the workspace in the folder `root`, with all that was typed since, and the papers of a vote
    /// that is open.
    pub(super) fn go_on_elsewhere(&mut self, root: &Path) -> Result<(), Problem> {
        let Some(path) = self.write_elsewhere(root)? else {
            return Ok(());
        };
        let now = self.app.desk.room;
        let before = self.app.desk.session.clone();
        let disk = self.store.disk_at(root);
        let mut there = Store::open_on(Arc::clone(&disk), root, now, self.wake.clone())?;
        let opened = there.load::<crate::domain::session::Session>(&path, now)?;
        if let Some(urn) = &self.app.desk.urn {
            there.keep_urn(opened.handle, urn)?;
        }
        if let Some(place) = self.app.place() {
            // A place that cannot be kept costs nothing but the way back to it.
            let _ = there.place(opened.handle, &place);
        }
        there.close(opened.handle);
        if !there.wait() {
            return Err(Problem::Disk(path, DiskFault::Other(None)));
        }
        drop(there);
        // What the old folder did not take is here.
        let _ = self.work_in(disk, root)?;
        let opened = self.store.load(&path, now)?;
        self.begin_session(opened);
        if let (Some(open), Some(before)) = (&mut self.app.desk.session, before) {
            open.go_on_from(before);
        }
        let said = self
            .app
            .desk
            .words()
            .say_goes_on(&path.display().to_string());
        self.app.report(said);
        Ok(())
    }
}
