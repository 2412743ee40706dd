//! Opening documents: lock, file, journal, place.

use super::atomic::Target;
use super::disk::{is_absent, is_there};
use super::document::Document;
use super::format::{self, Parsed};
use super::journal::{self, Journal, Replayed};
use super::listing::Listing;
use super::lock::{self, Lock, Tried};
use super::place::{self, Place};
use super::{Access, Handle, Live, Opened, Store, fault};
use crate::domain::amendments::AmendmentFile;
use crate::domain::notes::Notes;
use crate::domain::problem::{DiskFault, Problem, Remark, Why};
use crate::domain::seal::fingerprint;
use crate::domain::session::Seal;
use crate::domain::team::Team;
use chrono::NaiveDateTime;
use std::fs::Metadata;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex};
use uuid::Uuid;

impl Store {
    /// Puts a new document on the disk and opens it.
    pub fn create<D: Document>(
        &mut self,
        doc: D,
        now: NaiveDateTime,
    ) -> Result<Opened<D>, Problem> {
        let path = self.workspace.place_for(&doc, now.date());
        if is_there(&*self.disk, &path) {
            return Err(Problem::Disk(path, DiskFault::Exists));
        }
        let bytes = format::encode(&path, &doc)?;
        let (held, lock) = self.lock(&path, now);
        let mut target = self.target(&path, None);
        if let Err(problem) = target.write_in_place(&*self.disk, &bytes, now) {
            // Nobody has what may be there all the same: the next try makes another.
            if self.disk.read(&path).is_ok_and(|found| found == bytes) {
                let _ = self.disk.remove(&path);
            }
            return Err(problem);
        }
        if let Some(seal) = doc.seal() {
            // Tried again at the next opening.
            let _ = self.keep_sealed(&path, &bytes, seal.fingerprint.as_str());
        }
        let why = doc.seal().is_some().then_some(Why::Sealed);
        let parsed = Parsed {
            doc,
            remarks: Vec::new(),
            why,
        };
        self.begin(&path, parsed, Some(fingerprint(&bytes)), held, lock, now)
    }

    /// Opens a document: for writing, unless it is sealed, newer than this program, holds what it does not know, or is open
    /// elsewhere. What the journal still had is in it, and is being saved.
    pub fn load<D: Document>(
        &mut self,
        path: &Path,
        now: NaiveDateTime,
    ) -> Result<Opened<D>, Problem> {
        let (held, lock) = self.lock(path, now);
        let bytes = format::read_bytes(&*self.disk, path)?;
        let parsed: Parsed<D> = format::parse(path, &bytes)?;
        if let Some(seal) = parsed.doc.seal()
            && self.closed.is_none()
            && !parsed.remarks.contains(&Remark::SealBroken)
        {
            // Tried again at the next opening.
            let _ = self.keep_sealed(path, &bytes, seal.fingerprint.as_str());
        }
        self.begin(path, parsed, Some(fingerprint(&bytes)), held, lock, now)
    }

    /// Opens the document at `path`, or `new` when there is no file yet: it is written with its first change.
    fn load_or<D: Document>(
        &mut self,
        path: &Path,
        new: D,
        now: NaiveDateTime,
    ) -> Result<Opened<D>, Problem> {
        if !is_absent(&*self.disk, path).map_err(fault::at(path))? {
            return self.load(path, now);
        }
        let (held, lock) = self.lock(path, now);
        let parsed = Parsed {
            doc: new,
            remarks: Vec::new(),
            why: None,
        };
        self.begin(path, parsed, None, held, lock, now)
    }

    /// Opens the team, an empty one when there is none yet.
    pub fn team(&mut self, now: NaiveDateTime) -> Result<Opened<Team>, Problem> {
        self.load_or(&self.workspace.team(), Team::default(), now)
    }

    /// The team as it stands, read and nothing else: another terminal may have it open. One that cannot be read says nothing.
    pub fn look_at_team(&mut self) -> Opened<Team> {
        let path = self.workspace.team();
        self.review(&path).unwrap_or_else(|_| Opened {
            doc: Team::default(),
            handle: Handle::NONE,
            path,
            access: Access::Read(Why::Reviewed),
            remarks: Vec::new(),
            place: None,
        })
    }

    /// What keeps the private notes of a session from being read, if so.
    pub fn notes_fault(&self, session: Uuid) -> Option<Problem> {
        let path = self.workspace.notes(session);
        match is_absent(&*self.disk, &path) {
            Ok(true) => None,
            Ok(false) => self.read::<Notes>(&path).err(),
            Err(error) => Some(fault::problem(&path, &error)),
        }
    }

    /// Why the private notes of a session, which are not open here, could only be read, if so.
    pub fn notes_held(&self, session: Uuid, now: NaiveDateTime) -> Option<Why> {
        self.held(&self.workspace.notes(session), now)
    }

    /// Opens the private notes of a session, empty ones when there are none yet.
    pub fn notes(&mut self, session: Uuid, now: NaiveDateTime) -> Result<Opened<Notes>, Problem> {
        self.load_or(&self.workspace.notes(session), Notes::new(session), now)
    }

    /// Opens the amendments to a sealed session, none when there are none yet.
    pub fn amendments(
        &mut self,
        session: Uuid,
        seal: &Seal,
        now: NaiveDateTime,
    ) -> Result<Opened<AmendmentFile>, Problem> {
        let path = self.workspace.amendments(session);
        self.load_or(&path, AmendmentFile::new(session, seal), now)
    }

    /// Reads a document as it stands, with what its journal holds, without lock or trace: for the command line and review.
    pub fn read<D: Document>(&self, path: &Path) -> Result<Parsed<D>, Problem> {
        let bytes = format::read_bytes(&*self.disk, path)?;
        let mut parsed: Parsed<D> = format::parse(path, &bytes)?;
        if parsed.why.is_none() {
            let log = self.workspace.own("journal", path, ".log");
            let replayed = journal::peek(
                &*self.disk,
                &log,
                Some(&fingerprint(&bytes)),
                &mut parsed.doc,
            );
            tell(replayed, &mut parsed.remarks);
        }
        Ok(parsed)
    }

    /// Opens a document to be read again and nothing else: no lock, no journal, no place, no trace.
    pub fn review<D: Document>(&mut self, path: &Path) -> Result<Opened<D>, Problem> {
        let parsed = self.read(path)?;
        // No document that is open has this handle: it has a place, and nothing that could be written to it.
        let handle = Handle(self.next);
        self.next += 1;
        self.reviewed.insert(handle, path.to_owned());
        Ok(Opened {
            doc: parsed.doc,
            handle,
            path: path.to_owned(),
            access: Access::Read(parsed.why.unwrap_or(Why::Reviewed)),
            remarks: parsed.remarks,
            place: None,
        })
    }

    /// What a killed program said between two meetings and did not save counts as well: nobody opens those files again.
    pub(super) fn complete(&self, listing: &mut Listing) {
        for (path, state) in &mut listing.follow_ups {
            let log = self.workspace.own("journal", path, ".log");
            if state.is_ok() && is_there(&*self.disk, &log) {
                *state = self.read(path).map(|parsed| parsed.doc);
            }
        }
    }

    /// The session opened last, if it is still there.
    pub fn last_session(&self) -> Option<PathBuf> {
        let name = String::from_utf8(self.disk.read(&self.workspace.last()).ok()?).ok()?;
        let name = Path::new(name.trim_end_matches('\n'));
        // Of a file outside the whole path is kept: a way up was not written here.
        let climbs = name.components().any(|part| part == Component::ParentDir);
        let path = self.workspace.root().join(name);
        let is_file = || self.disk.stat(&path).is_ok_and(|meta| meta.is_file());
        (!climbs && is_file()).then_some(path)
    }

    /// Makes this the session opened last, to be proposed next time.
    pub fn remember(&mut self, path: &Path) -> Result<(), Problem> {
        let last = self.workspace.last();
        let relative = self.workspace.relative(path);
        let text = format!("{}\n", relative.display());
        super::write_small(&*self.disk, &last, text.as_bytes()).map_err(fault::at(&last))
    }

    fn target(&self, path: &Path, known: Option<String>) -> Target {
        // A link stays a link: what it points to is written.
        let meta = self.disk.meta(path).ok();
        let linked = meta.filter(Metadata::is_symlink);
        let linked = linked.and_then(|_| self.disk.real_path(path).ok());
        let place = linked.unwrap_or_else(|| path.to_owned());
        Target::new(place, known, self.workspace.own("backups", path, ""))
    }

    /// The lock of a document, or why it may only be read.
    pub(super) fn lock(&self, path: &Path, now: NaiveDateTime) -> (Option<Why>, Option<Lock>) {
        if let Some(fault) = self.closed {
            return (Some(Why::Disk(fault)), None);
        }
        match lock::take(
            &*self.disk,
            &self.workspace.own("locks", path, ".lock"),
            now,
        ) {
            Ok(Tried::Got(lock)) => (None, Some(lock)),
            Ok(Tried::Held(who)) => (Some(Why::Held(who)), None),
            Err(error) => (Some(Why::Disk(fault::disk(&error))), None),
        }
    }

    /// Why a document that is not open here could only be read, if so: somebody else has it open.
    pub fn held(&self, path: &Path, now: NaiveDateTime) -> Option<Why> {
        self.lock(path, now).0
    }

    fn begin<D: Document>(
        &mut self,
        path: &Path,
        parsed: Parsed<D>,
        known: Option<String>,
        held: Option<Why>,
        lock: Option<Lock>,
        now: NaiveDateTime,
    ) -> Result<Opened<D>, Problem> {
        let Parsed {
            mut doc,
            mut remarks,
            why,
        } = parsed;
        let log = self.workspace.own("journal", path, ".log");
        let final_form = why.is_some();
        let access = why.or(held).map_or(Access::Write, Access::Read);
        let target = self.target(path, known.clone());
        let (mut journal, replayed) = if access == Access::Write {
            Journal::resume(Arc::clone(&self.disk), log, known, &mut doc)
                .map_err(fault::at(path))?
        } else if final_form {
            (
                Journal::new(Arc::clone(&self.disk), log, known),
                Replayed::default(),
            )
        } else {
            let replayed = journal::peek(&*self.disk, &log, known.as_deref(), &mut doc);
            (Journal::new(Arc::clone(&self.disk), log, known), replayed)
        };
        tell(replayed, &mut remarks);
        let spot = self.workspace.own("places", path, "");
        let place = place::read(&*self.disk, &spot);
        let handle = Handle(self.next);
        self.next += 1;
        if replayed.foreign && access == Access::Write {
            // What someone else wrote meanwhile is kept before what was typed here goes over it.
            let kept = target.put_aside(&*self.disk, now);
            remarks.insert(0, Remark::Foreign(kept.map_err(fault::at(path))?));
        }
        if access == Access::Write {
            // Only now: from here on the journal starts from the file as it was found.
            journal.renew();
            target.sweep(&*self.disk);
        }
        let live = Live {
            access: access.clone(),
            at: target.path.clone(),
            target: Arc::new(Mutex::new(target)),
            journal: Arc::new(Mutex::new(journal)),
            place: Place::new(Arc::clone(&self.disk), spot),
            lock,
        };
        self.open.insert(handle, live);
        if replayed.edits > 0 {
            self.save(handle, &doc, 0);
        }
        let path = self.path_of(handle).unwrap_or_else(|| path.to_owned());
        Ok(Opened {
            doc,
            handle,
            path,
            access,
            remarks,
            place,
        })
    }

    /// What may be done with an open document.
    pub fn access(&self, handle: Handle) -> Option<&Access> {
        self.open.get(&handle).map(|live| &live.access)
    }
}

fn tell(replayed: Replayed, remarks: &mut Vec<Remark>) {
    if replayed.edits > 0 {
        remarks.push(Remark::Recovered(replayed.edits));
    }
    if let Some((at, lost)) = replayed.damaged {
        remarks.push(Remark::DamagedJournal(at, lost));
    }
    if replayed.torn {
        remarks.push(Remark::TornJournal);
    }
}
