//! The kinds of document that are kept as files.

use crate::content::drift;
use crate::domain::action::FollowUpFile;
use crate::domain::amendments::{AmendmentFile, ChainFault};
use crate::domain::analysis::AnalysisFile;
use crate::domain::coherence;
use crate::domain::erasure::DestroyedFile;
use crate::domain::incident::IncidentFile;
use crate::domain::notes::Notes;
use crate::domain::parts::Parts;
use crate::domain::problem::Remark;
use crate::domain::session::{Seal, Session};
use crate::domain::team::Team;
use chrono::NaiveDate;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// A document that the store can read, write and keep a journal of.
pub trait Document: Parts + Serialize + DeserializeOwned + Send + Sync + 'static {
    /// The folder of the workspace in which a new one is created; empty for the workspace itself.
    fn folder(&self) -> &'static str;

    /// The id that the file name ends with.
    fn id(&self) -> Uuid;

    /// The day and the words that the file name is made of.
    fn stamp(&self) -> (Option<NaiveDate>, &str) {
        (None, "")
    }

    /// The seal, for a document that can have one.
    fn seal(&self) -> Option<&Seal> {
        None
    }

    /// What does not hold together inside, or no longer with what the program ships.
    fn incoherence(&self) -> Vec<Remark> {
        Vec::new()
    }
}

impl Document for Session {
    fn folder(&self) -> &'static str {
        if self.kind.is_simulation() {
            "simulations"
        } else {
            "sessions"
        }
    }

    fn id(&self) -> Uuid {
        self.id
    }

    fn stamp(&self) -> (Option<NaiveDate>, &str) {
        (Some(self.date), self.title.as_str())
    }

    fn seal(&self) -> Option<&Seal> {
        self.seal.as_ref()
    }

    fn incoherence(&self) -> Vec<Remark> {
        let mut out = coherence::session(self);
        let carried = Some(self.own.grids.as_slice());
        out.extend(drift::remarks(self.analyses.iter(), carried));
        out
    }
}

impl Document for IncidentFile {
    fn folder(&self) -> &'static str {
        "incidents"
    }

    fn id(&self) -> Uuid {
        self.id
    }

    fn stamp(&self) -> (Option<NaiveDate>, &str) {
        (self.report.reported, self.report.heading())
    }
}

impl Document for AnalysisFile {
    fn folder(&self) -> &'static str {
        "analyses"
    }

    fn id(&self) -> Uuid {
        self.id
    }

    fn stamp(&self) -> (Option<NaiveDate>, &str) {
        (None, self.incident.report.heading())
    }

    fn incoherence(&self) -> Vec<Remark> {
        let mut out = coherence::analysis_file(self);
        out.extend(drift::remarks(std::iter::once(&self.analysis), None));
        out
    }
}

impl Document for FollowUpFile {
    fn folder(&self) -> &'static str {
        "followups"
    }

    fn id(&self) -> Uuid {
        self.id
    }

    fn stamp(&self) -> (Option<NaiveDate>, &str) {
        (self.follow_up.said_on, self.follow_up.wording.as_str())
    }
}

impl Document for AmendmentFile {
    fn folder(&self) -> &'static str {
        "amendments"
    }

    fn id(&self) -> Uuid {
        self.session
    }

    fn incoherence(&self) -> Vec<Remark> {
        let told = |fault| match fault {
            ChainFault::Broken(n) => Remark::AmendmentBroken(n),
            ChainFault::Cut => Remark::AmendmentsCut,
        };
        self.faults().into_iter().map(told).collect()
    }
}

impl Document for Team {
    fn folder(&self) -> &'static str {
        ""
    }

    fn id(&self) -> Uuid {
        Uuid::nil()
    }

    fn incoherence(&self) -> Vec<Remark> {
        coherence::team(self)
    }
}

impl Document for DestroyedFile {
    fn folder(&self) -> &'static str {
        ""
    }

    fn id(&self) -> Uuid {
        Uuid::nil()
    }
}

impl Document for Notes {
    fn folder(&self) -> &'static str {
        "notes"
    }

    fn id(&self) -> Uuid {
        self.session
    }
}
