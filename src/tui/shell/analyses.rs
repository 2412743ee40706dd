//! What the shell does for an analysis between two meetings: it is worked in as a session and kept in its own form.

use super::Shell;
use crate::domain::analysis::AnalysisFile;
use crate::domain::parts::Parts;
use crate::domain::problem::{Problem, Why};
use crate::store::{Access, Handle, Opened};
use chrono::NaiveDateTime;
use std::path::Path;

impl Shell {
    /// Opens an analysis between two meetings where it was left. One that a meeting has heard can only be read: what the
    /// group made of it is in that session.
    pub(super) fn open_analysis(&mut self, path: &Path, now: NaiveDateTime) -> Result<(), Problem> {
        self.close_session();
        let opened: Opened<AnalysisFile> = self.store.load(path, now)?;
        let heard = self.app.desk.listing.presented_in(&opened.doc);
        let heard = heard.map(|head| Access::Read(Why::Presented(head.date, head.number)));
        let team = &self.app.desk.team.doc;
        let mut session = opened.doc.as_session();
        session.lang = team.lang;
        session.structure = team.name.clone();
        session.sector = team.sector.clone();
        let access = match opened.access {
            Access::Write => heard.unwrap_or(Access::Write),
            read @ Access::Read(_) => read,
        };
        self.led = Some(opened.doc);
        self.begin_session(Opened {
            doc: session,
            handle: opened.handle,
            path: opened.path,
            access,
            remarks: opened.remarks,
            place: opened.place,
        });
        Ok(())
    }

    /// Presents an analysis in the open meeting as it stands now, its journal included, and says so when somebody still has
    /// it open: what is written there from now on will not be in the meeting.
    pub(super) fn present(&mut self, path: &Path, now: NaiveDateTime) -> Result<(), Problem> {
        let file: AnalysisFile = self.store.read(path)?.doc;
        self.app.analysis_read(&file);
        if let Some(Why::Held(_)) = self.store.held(path, now) {
            let said = self.app.desk.words().presentation_held().to_owned();
            self.app.warn(said);
        }
        Ok(())
    }

    /// Writes what changed since the last time in the terms of the file, and hands the file to the thread. What only this
    /// screen knows, such as the step that is open, is no change of the file.
    pub(super) fn keep_led(&mut self) -> Option<(Handle, Result<(), Problem>)> {
        let open = self.app.desk.session.as_ref()?;
        let file = open.doc.as_analysis_file()?;
        let changes = self.led.as_ref()?.diff(&file);
        if changes.is_empty() {
            return None;
        }
        let written = self.store.record(open.handle, &changes);
        self.store.save(open.handle, &file, open.revision);
        let handle = open.handle;
        self.led = Some(file);
        Some((handle, written))
    }
}
