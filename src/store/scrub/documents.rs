//! The word in documents: each is read with what its journal holds, and written anew without the word.

use super::super::document::Document as Kept;
use super::super::erase::put_over;
use super::super::{atomic, fault, format, journal, slug};
use super::literals::{self, Without};
use super::sealed::Seals;
use super::{Scrub, Scrubbed, Seen};
use crate::domain::action::FollowUpFile;
use crate::domain::amendments::AmendmentFile;
use crate::domain::analysis::AnalysisFile;
use crate::domain::erasure::{DestroyedFile, Stays};
use crate::domain::incident::IncidentFile;
use crate::domain::notes::Notes;
use crate::domain::problem::{DiskFault, Problem, Why};
use crate::domain::seal;
use crate::domain::session::Session;
use crate::domain::team::Team;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// What a folder holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Session,
    Incident,
    Analysis,
    FollowUp,
    Amendments,
    Notes,
    Team,
    /// What was destroyed.
    Destroyed,
    /// Made elsewhere: only looked at as a text.
    Text,
}

/// A document as it is with what its journal holds.
pub struct Document {
    pub bytes: Vec<u8>,
    /// Why it may not be changed otherwise.
    pub why: Option<Why>,
    /// What its name would be made of.
    title: String,
    /// What is left of it.
    pub without: Without,
}

/// How far a document could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// With its journal.
    Whole,
    /// It is sealed: its journal is not read any more.
    Sealed,
    /// Without its journal, or not at all.
    Partly,
}

/// A document that lies here.
pub struct Lies {
    pub path: PathBuf,
    /// The name that it gets, if the word stands in its own.
    pub renamed: Option<String>,
    pub fate: Fate,
}

/// The documents that lie here, by what the program calls what it keeps of them.
pub type Known = BTreeMap<String, Lies>;

/// The session whose notes or amendments a file is named after.
pub fn session_of(path: &Path) -> Option<Uuid> {
    path.file_stem()?.to_str()?.parse().ok()
}

impl Scrub<'_> {
    /// Looks at every document, and writes those in which the word stands without it if that is asked.
    pub fn documents(&self, all: &[(Kind, PathBuf)], out: &mut Scrubbed) -> Known {
        let mut known = Known::new();
        let mut seals = Seals::new();
        for (kind, path) in all {
            let read = self.read(*kind, path);
            let (title, fate) = match &read {
                Ok(document) => (Some(document.title.as_str()), document.fate()),
                Err(_) => (None, Fate::Partly),
            };
            let renamed = self.renamed(path, &self.slug, title);
            let named = renamed.is_some();
            let key = super::own::stem_of(&self.workspace.own("journal", path, ".log"));
            let path = path.clone();
            match read {
                Ok(document) => self.document(*kind, &path, &document, named, &mut seals, out),
                Err(problem) => {
                    out.tell(problem);
                    out.seen
                        .extend(named.then(|| self.seen(&path, Vec::new(), true)));
                }
            }
            known.insert(
                key,
                Lies {
                    path,
                    renamed,
                    fate,
                },
            );
        }
        known
    }

    fn document(
        &self,
        kind: Kind,
        path: &Path,
        document: &Document,
        named: bool,
        seals: &mut Seals,
        out: &mut Scrubbed,
    ) {
        let without = &document.without;
        if without.kept > 0 {
            out.leave(path, Stays::Built);
        }
        let next = match self.next(kind, path, document, seals) {
            Ok(next) => next,
            Err(problem) => return out.tell(problem),
        };
        if next.is_some() && self.disk.meta(path).is_ok_and(|meta| meta.is_symlink()) {
            // What it points to may lie elsewhere, and is not ours to change.
            return out.leave(path, Stays::Holds);
        }
        if named || !without.places.is_empty() {
            let sealed = document.fate() == Fate::Sealed;
            let private = kind == Kind::Notes || kind == Kind::Text;
            out.seen.push(Seen {
                sealed,
                private,
                ..self.seen(path, without.places.clone(), named)
            });
        } else {
            out.copies += usize::from(next.is_some());
        }
        if let Some(bytes) = next.filter(|_| self.deed)
            && let Err(problem) = self.put(path, &bytes)
        {
            out.tell(problem);
        }
    }

    /// What a document would be without the word, if it would be another: a document as well, or nothing is written.
    fn next(
        &self,
        kind: Kind,
        path: &Path,
        document: &Document,
        seals: &mut Seals,
    ) -> Result<Option<Vec<u8>>, Problem> {
        let next = match kind {
            Kind::Session => self.session(path, document, seals)?,
            Kind::Amendments => Self::amendments(path, document, seals)?,
            _ => {
                let text = document.without.changed();
                text.map(|text| text.as_bytes().to_vec())
            }
        };
        next.iter().try_for_each(|bytes| check(kind, path, bytes))?;
        Ok(next)
    }

    /// What is told of a file.
    pub fn seen(&self, path: &Path, places: Vec<String>, named: bool) -> Seen {
        Seen {
            path: path.to_owned(),
            shown: self.shown(path),
            places,
            named,
            sealed: false,
            private: false,
        }
    }

    /// Reads a document with what its journal holds.
    fn read(&self, kind: Kind, path: &Path) -> Result<Document, Problem> {
        match kind {
            Kind::Session => self.typed::<Session>(path, None),
            Kind::Incident => self.typed::<IncidentFile>(path, None),
            Kind::Analysis => self.typed::<AnalysisFile>(path, None),
            Kind::FollowUp => self.typed::<FollowUpFile>(path, None),
            Kind::Amendments => self.typed::<AmendmentFile>(path, None),
            Kind::Notes => self.typed(path, session_of(path).map(Notes::new)),
            Kind::Team => self.typed(path, Some(Team::default())),
            Kind::Destroyed => self.typed::<DestroyedFile>(path, None),
            Kind::Text => {
                let bytes = format::read_bytes(self.disk, path)?;
                self.told(path, bytes, &literals::is_ron)
                    .map(|(bytes, without)| Document {
                        bytes,
                        why: None,
                        title: String::new(),
                        without,
                    })
            }
        }
    }

    /// The same as a document of its kind; `new` is the one that has no file yet.
    fn typed<D: Kept>(&self, path: &Path, new: Option<D>) -> Result<Document, Problem> {
        let mut read = match (format::read_bytes(self.disk, path), new) {
            (Err(Problem::Disk(_, DiskFault::NotFound)), Some(doc)) => (doc, None, None),
            (bytes, _) => {
                let bytes = bytes?;
                let parsed = format::parse::<D>(path, &bytes)?;
                (parsed.doc, parsed.why, Some(bytes))
            }
        };
        let (doc, why, bytes) = (&mut read.0, read.1, read.2);
        let mut edits = 0;
        if why.is_none() {
            let print = bytes.as_deref().map(seal::fingerprint);
            let log = self.workspace.own("journal", path, ".log");
            edits = journal::peek(self.disk, &log, print.as_deref(), doc).edits;
        }
        let bytes = match bytes.filter(|_| edits == 0) {
            Some(bytes) => bytes,
            None => format::encode(path, doc)?,
        };
        let fits = |text: &str| format::document::<D>(path, text.as_bytes()).is_ok();
        let (bytes, without) = self.told(path, bytes, &fits)?;
        Ok(Document {
            bytes,
            why,
            title: slug(doc.stamp().1),
            without,
        })
    }

    fn told(
        &self,
        path: &Path,
        bytes: Vec<u8>,
        fits: &dyn Fn(&str) -> bool,
    ) -> Result<(Vec<u8>, Without), Problem> {
        let text =
            format::text_of(&bytes).map_err(|fault| Problem::File(path.to_owned(), fault))?;
        let without = literals::without(text, &self.asked.word, self.asked.with.as_str(), fits);
        Ok((bytes, without))
    }

    /// Writes a document over, unless somebody has opened it meanwhile.
    pub fn put(&self, path: &Path, bytes: &[u8]) -> Result<(), Problem> {
        let told = fault::at(path);
        let locked = self.locked(&self.workspace.own("locks", path, ".lock"));
        let _lock = locked.map_err(|problem| match problem {
            Problem::ReadOnly(_, why) => Problem::ReadOnly(path.to_owned(), why),
            other => other,
        })?;
        put_over(self.disk, path, bytes).map_err(&told)?;
        self.disk.sync_folder(atomic::folder_of(path)).map_err(told)
    }

    /// A backup, without the word: written as a document of which only the bytes are known.
    pub fn session_copy(&self, path: &Path, bytes: &[u8]) -> Option<(Without, Option<Vec<u8>>)> {
        let parsed = format::parse::<Session>(path, bytes).ok()?;
        let fits = |text: &str| format::document::<Session>(path, text.as_bytes()).is_ok();
        let (bytes, without) = self.told(path, bytes.to_vec(), &fits).ok()?;
        let document = Document {
            bytes,
            why: parsed.why,
            title: String::new(),
            without,
        };
        let next = self.session(path, &document, &mut Seals::new()).ok()?;
        Some((document.without, next))
    }
}

impl Document {
    fn fate(&self) -> Fate {
        match self.why {
            None => Fate::Whole,
            Some(Why::Sealed) => Fate::Sealed,
            Some(_) => Fate::Partly,
        }
    }
}

/// Whether the bytes are a document of that kind.
fn check(kind: Kind, path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    fn of<D: Kept>(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
        format::document::<D>(path, bytes).map(drop)
    }
    match kind {
        Kind::Session => of::<Session>(path, bytes),
        Kind::Incident => of::<IncidentFile>(path, bytes),
        Kind::Analysis => of::<AnalysisFile>(path, bytes),
        Kind::FollowUp => of::<FollowUpFile>(path, bytes),
        Kind::Amendments => of::<AmendmentFile>(path, bytes),
        Kind::Notes => of::<Notes>(path, bytes),
        Kind::Team => of::<Team>(path, bytes),
        Kind::Destroyed => of::<DestroyedFile>(path, bytes),
        Kind::Text => Ok(()),
    }
}
