//! What the shell does for reading again: opens a session without lock or trace, and has words looked for behind.

use super::Shell;
use crate::domain::analysis::AnalysisFile;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::library::Spot;
use crate::library::find::{Query, Source};
use crate::store::Opened;
use crate::tui::desk::{Open, Past};
use std::path::{Path, PathBuf};

impl Shell {
    /// Opens what lies there to be read again, at a place. A meeting that goes on stays open: then the record is shown.
    pub(super) fn review(
        &mut self,
        path: &Path,
        source: Source,
        spot: Option<&Spot>,
    ) -> Result<(), Problem> {
        let opened = self.reviewed(path, source)?;
        let open = self.app.desk.session.as_ref();
        if open.is_some_and(|open| open.read_only.is_none()) {
            let (beside, problem) = self.store.beside(&opened.doc, &opened.remarks);
            self.app.read_past(&opened.doc, &beside);
            if let Some(problem) = problem {
                self.app.tell(&problem);
            }
            return Ok(());
        }
        self.close_session();
        self.app.desk.session = Some(Open::new(opened));
        self.review_amendments();
        self.app.desk.past = Past::default();
        self.recalling = None;
        self.app.session_reviewed(spot);
        Ok(())
    }

    fn reviewed(&mut self, path: &Path, source: Source) -> Result<Opened<Session>, Problem> {
        if source != Source::Analysis {
            return self.store.review(path);
        }
        let opened: Opened<AnalysisFile> = self.store.review(path)?;
        let team = &self.app.desk.team.doc;
        let mut session = opened.doc.as_session();
        session.lang = team.lang;
        session.structure = team.name.clone();
        session.sector = team.sector.clone();
        Ok(Opened {
            doc: session,
            handle: opened.handle,
            path: opened.path,
            access: opened.access,
            remarks: opened.remarks,
            place: None,
        })
    }

    /// Has words looked for behind, in place of those before.
    pub(super) fn find(&mut self, typed: &Text, simulations: bool) {
        let query = Query::new(typed.as_str());
        let wake = self.wake.clone();
        self.finding = Some(self.store.find_behind(query, simulations, wake));
    }

    /// Takes what was found behind.
    pub(super) fn take_found(&mut self) {
        if let Some(finding) = &self.finding {
            for told in finding.told() {
                self.app.found(told);
            }
        }
    }

    /// Reads a session beside, for what is told of it.
    pub(super) fn peek(&mut self, path: PathBuf) {
        let read = self.store.read::<Session>(&path);
        self.app.peeked(path, read.map(|parsed| parsed.doc));
    }
}
