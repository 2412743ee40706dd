//! What the shell does for the incidents that wait in the workspace: opens, makes, closes them, and puts them away.

use super::Shell;
use crate::domain::SCHEMA;
use crate::domain::incident::{IncidentFile, Report};
use crate::domain::problem::Problem;
use crate::tui::desk::{Effect, Open};
use chrono::NaiveDateTime;
use std::path::Path;

impl Shell {
    pub(super) fn open_incident(&mut self, path: &Path, now: NaiveDateTime) -> Result<(), Problem> {
        let opened = self.store.load(path, now)?;
        self.app.desk.incident = Some(Open::new(opened));
        self.app.incident_opened();
        Ok(())
    }

    pub(super) fn create_incident(
        &mut self,
        report: Report,
        now: NaiveDateTime,
    ) -> Result<(), Problem> {
        let file = IncidentFile {
            schema: SCHEMA,
            id: (self.ids)(),
            report,
        };
        self.fresh = Some(file.report.clone());
        let opened = self.store.create(file, now)?;
        self.app.desk.incident = Some(Open::new(opened));
        self.app.incident_opened();
        Ok(())
    }

    /// Lets the incident go; one that nobody wrote a word in is taken away again.
    pub(super) fn close_incident(&mut self) -> Result<(), Problem> {
        let fresh = self.fresh.take();
        let Some(open) = self.app.desk.incident.take() else {
            return Ok(());
        };
        let path = self.store.path_of(open.handle);
        self.let_go(open.handle);
        match path.filter(|_| fresh.as_ref() == Some(&open.doc.report)) {
            Some(path) => self.store.put_away(&path, self.app.desk.now).map(drop),
            None => Ok(()),
        }
    }

    /// Takes an incident out of the workspace and says where it is kept.
    pub(super) fn put_away(&mut self, path: &Path, now: NaiveDateTime) -> Result<(), Problem> {
        // What a killed program left in the journal goes into the file first; a damaged file goes as it is.
        let mut name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if let Ok(opened) = self.store.load::<IncidentFile>(path, now) {
            if let Some(reference) = opened.doc.report.reference.filled() {
                reference.clone_into(&mut name);
            }
            self.store.close(opened.handle);
        }
        self.store.put_away(path, now)?;
        let said = self.app.desk.words().pool_put_away(&name);
        self.app.report(said);
        self.app.desk.ask(Effect::List);
        Ok(())
    }
}
