//! The session that a subcommand names, with all that is told beside it: what was noticed, what its team passes over, what its
//! documents carry.

use super::{Context, Failure, check, demo, shown};
use crate::documents::letterhead::Letterhead;
use crate::domain::amendments::Beside;
use crate::domain::analysis::AnalysisFile;
use crate::domain::problem::{Remark, Why};
use crate::domain::session::Session;
use crate::domain::team::Team;
use crate::domain::wording::Watch;
use crate::store::{self, Parsed, SharedDisk};
use std::path::{Path, PathBuf};

/// A session that was named, and what was noticed in it.
pub(super) struct Found {
    pub(super) session: Session,
    /// What lies beside it and is told with it.
    pub(super) beside: Beside,
    /// What to tell beside the answer.
    pub(super) messages: Vec<String>,
    /// What its team does not want to be told of.
    pub(super) unwatched: Vec<Watch>,
    /// What its documents carry.
    pub(super) letterhead: Letterhead,
}

/// The team of a document; one that says nothing where none lies beside it.
pub(super) fn team_of(disk: &SharedDisk, path: &Path) -> Team {
    let root = path.parent().and_then(Path::parent);
    root.map(|root| team_in(disk, root)).unwrap_or_default()
}

/// What the team of a document does not want to be told of its wording.
pub(super) fn unwatched(disk: &SharedDisk, path: &Path) -> Vec<Watch> {
    team_of(disk, path).unwatched
}

/// What the team of this workspace does not want to be told of.
pub(super) fn unwatched_in(disk: &SharedDisk, root: &Path) -> Vec<Watch> {
    team_in(disk, root).unwatched
}

/// The team of this workspace; one that says nothing where it cannot be read.
pub(super) fn team_in(disk: &SharedDisk, root: &Path) -> Team {
    let path = root.join(format!("team.{}", disk.ending()));
    let bytes = store::read_bytes(&**disk, &path).ok();
    let read = bytes.and_then(|bytes| store::parse::<Team>(&path, &bytes).ok());
    read.map(|read| read.doc).unwrap_or_default()
}

impl Context {
    /// The session meant by `what`: the example, a file, a date, or the start of a title.
    pub(super) fn find(&self, what: &str) -> Result<Found, Failure> {
        if what == "demo" {
            let session = demo::session(demo::Example::Midway)?;
            return Ok(Found {
                letterhead: Letterhead::named(session.structure.as_str()),
                session,
                beside: Beside::default(),
                messages: Vec::new(),
                unwatched: Vec::new(),
            });
        }
        let disk = self.disk()?;
        let file = PathBuf::from(what);
        let (path, parsed) = if file.is_file() && !self.root()?.exists() {
            // A file can be read alone, with no workspace around.
            let bytes = store::read_bytes(&*disk, &file)?;
            let parsed = if check::is_analysis(&disk, &file) {
                self.as_session(store::parse(&file, &bytes)?)
            } else {
                store::parse::<Session>(&file, &bytes)?
            };
            (file, parsed)
        } else {
            let store = self.reading()?;
            let path = store.resolve(what)?;
            let parsed = if check::is_analysis(&disk, &path) {
                self.as_session(store.read(&path)?)
            } else {
                store.read::<Session>(&path)?
            };
            (path, parsed)
        };
        let remarks = parsed.remarks.iter().map(|r| self.remark(&path, r));
        let why = parsed.why.iter().filter(|why| **why != Why::Sealed);
        let why = why.map(|why| self.words.check_said(&shown(&path), &self.words.why(why)));
        let team = team_of(&disk, &path);
        let root = path.parent().and_then(Path::parent);
        let (letterhead, fault) = store::letterhead(&*disk, root.unwrap_or(&path), &team);
        let fault = fault.map(|fault| self.words.problem(&fault));
        let root = root.unwrap_or(Path::new(""));
        let (beside, problem) = store::lying_beside(disk, root, &parsed.doc, &parsed.remarks);
        let unread = problem.map(|problem| self.words.problem(&problem));
        Ok(Found {
            messages: remarks.chain(why).chain(fault).chain(unread).collect(),
            letterhead: letterhead.of(&parsed.doc.structure),
            beside,
            session: parsed.doc,
            unwatched: team.unwatched,
        })
    }

    /// An analysis between two meetings, to be shown as a session is; its file knows no language.
    fn as_session(&self, parsed: Parsed<AnalysisFile>) -> Parsed<Session> {
        let mut doc = parsed.doc.as_session();
        doc.lang = self.words.0;
        Parsed {
            doc,
            remarks: parsed.remarks,
            why: parsed.why,
        }
    }

    fn remark(&self, path: &Path, remark: &Remark) -> String {
        self.words
            .check_said(&shown(path), &self.words.remark(remark))
    }
}
