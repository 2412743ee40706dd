//! The word in documents: each is written anew without it. A sealed session gets a new seal of the same hour, and says that
//! something was erased and which fingerprint it had; its amendments are tied to the new one.

use super::super::disk::paths_in;
use super::super::document::Document as Kept;
use super::super::erase::put_over;
use super::super::vault::turning::documents;
use super::super::workspace::Workspace;
use super::super::{atomic, erase, fault, format, lock};
use super::literals::{self, Without};
use super::{Scrub, Scrubbed, Seals};
use crate::domain::action::FollowUpFile;
use crate::domain::amendments::AmendmentFile;
use crate::domain::analysis::AnalysisFile;
use crate::domain::erasure::{DestroyedFile, Erasure};
use crate::domain::incident::IncidentFile;
use crate::domain::notes::Notes;
use crate::domain::problem::{FileFault, Problem, Remark, Why};
use crate::domain::seal;
use crate::domain::session::Session;
use crate::domain::team::Team;
use crate::domain::text::Text;
use serde::Serialize;
use std::io;
use std::path::{Path, PathBuf};

/// What a folder holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Session,
    Incident,
    Analysis,
    FollowUp,
    Amendments,
    Notes,
    /// The team, and what was destroyed.
    Root,
    /// Made elsewhere: only looked at as a text.
    Text,
}

/// The folders, sessions before what is tied to their seals.
const FOLDERS: [(&str, Kind); 10] = [
    ("sessions", Kind::Session),
    ("simulations", Kind::Session),
    ("incidents", Kind::Incident),
    ("analyses", Kind::Analysis),
    ("followups", Kind::FollowUp),
    ("amendments", Kind::Amendments),
    ("notes", Kind::Notes),
    ("", Kind::Root),
    ("grids", Kind::Text),
    ("scenarios", Kind::Text),
];

/// A document as it lies there.
pub struct Document {
    pub bytes: Vec<u8>,
    /// What is left of it; nothing when the word does not stand there.
    pub without: Option<Without>,
    pub sealed: bool,
}

/// All documents of a workspace.
pub fn all(workspace: &Workspace) -> Vec<(Kind, PathBuf)> {
    let disk = workspace.disk();
    let of = |(name, kind): &(&str, Kind)| {
        let folder = workspace.folder(name);
        let kind = *kind;
        let mut found: Vec<PathBuf> = documents(disk, &folder, disk.ending()).collect();
        if kind == Kind::Text && disk.ending() != "ron" {
            found.extend(documents(disk, &folder, "ron"));
        }
        found.into_iter().map(move |path| (kind, path))
    };
    FOLDERS.iter().flat_map(of).collect()
}

impl Scrub<'_> {
    /// Reads a document. One that is no document cannot be relied on to hold the word only where it can be seen.
    pub fn read(&self, path: &Path) -> Result<Document, Problem> {
        let bytes = format::read_bytes(self.disk, path)?;
        let told = |fault| Problem::File(path.to_owned(), fault);
        let text = format::text_of(&bytes).map_err(told)?;
        let kind = all_kinds(self.workspace, path);
        let sealed = check(kind, path, &bytes)?;
        let without = literals::without(text, &self.asked.word, self.asked.with.as_str());
        Ok(Document {
            bytes,
            without,
            sealed,
        })
    }

    /// Writes every document in which the word stands without it.
    pub fn documents(&self, out: &mut Scrubbed) -> Result<(), Problem> {
        let mut seals = Seals::new();
        for (kind, path) in all(self.workspace) {
            let document = match self.read(&path) {
                Ok(document) => document,
                Err(problem) => {
                    out.unread.push(problem);
                    continue;
                }
            };
            let bytes = match kind {
                Kind::Session => self.session(&path, &document, &mut seals),
                Kind::Amendments => Self::amendments(&path, &document, &seals),
                _ => document
                    .without
                    .map(|w| w.text.into_bytes())
                    .map_or(Ok(None), |b| Ok(Some(b))),
            };
            let bytes = bytes.and_then(|bytes| {
                // What it would be has to be a document as well, before anything is written.
                bytes
                    .as_deref()
                    .map_or(Ok(false), |b| check(kind, &path, b))
                    .map(|_| bytes)
            });
            match bytes {
                Ok(None) => {}
                Ok(Some(bytes)) => self.put(&path, &bytes)?,
                Err(problem) => out.unread.push(problem),
            }
        }
        Ok(())
    }

    /// Writes a document over, unless somebody has opened it meanwhile.
    fn put(&self, path: &Path, bytes: &[u8]) -> Result<(), Problem> {
        let told = fault::at(path);
        if path.is_symlink() {
            // What it points to may lie elsewhere, and is not ours to change.
            return Err(Problem::File(path.to_owned(), FileFault::NotAFile));
        }
        let locked = lock::take(
            self.disk,
            &self.workspace.own("locks", path, ".lock"),
            self.now,
        );
        let _lock = match locked.map_err(&told)? {
            lock::Tried::Got(lock) => lock,
            lock::Tried::Held(who) => {
                return Err(Problem::ReadOnly(path.to_owned(), Why::Held(who)));
            }
        };
        put_over(self.disk, path, bytes).map_err(&told)?;
        self.disk.sync_folder(atomic::folder_of(path)).map_err(told)
    }

    /// A session without the word, with the trace that says so.
    fn session(
        &self,
        path: &Path,
        document: &Document,
        seals: &mut Seals,
    ) -> Result<Option<Vec<u8>>, Problem> {
        let before = format::parse::<Session>(path, &document.bytes)?;
        let id = before.doc.id;
        let print = before
            .doc
            .seal
            .as_ref()
            .map(|seal| seal.fingerprint.clone());
        let held = print.is_some() && !before.remarks.contains(&Remark::SealBroken);
        let olds = before
            .doc
            .erasures
            .iter()
            .map(|erasure| erasure.sealed.clone());
        let mut olds: Vec<Text> = olds.filter(|old| !old.is_blank()).collect();
        let Some(without) = &document.without else {
            if let Some(print) = print.filter(|_| held) {
                seals.insert(id, (print, olds));
            }
            return Ok(None);
        };
        let text = without.text.as_bytes();
        let mut doc = format::parse::<Session>(path, text)?.doc;
        doc.erasures.push(Erasure {
            at: Some(self.now),
            places: u32::try_from(without.places.len()).unwrap_or(u32::MAX),
            reason: self.reason(),
            sealed: print.clone().filter(|_| held).unwrap_or_default(),
        });
        if before.why.is_none() {
            return format::encode(path, &doc).map(Some);
        }
        let traced = traced(path, &without.text, &doc.erasures)?;
        let Some(print) = print.filter(|_| held) else {
            // A seal that did not hold must not hold now; what we do not know stays as it is.
            return Ok(Some(traced));
        };
        let Some(sealed) = seal::again(&traced) else {
            return Ok(Some(traced));
        };
        olds.push(print);
        let again = format::document::<Session>(path, &sealed)?.seal;
        seals.insert(id, (again.map(|s| s.fingerprint).unwrap_or_default(), olds));
        Ok(Some(sealed))
    }

    /// Amendments without the word, tied to the seal that their session has now. A chain that did not hold is not mended.
    fn amendments(
        path: &Path,
        document: &Document,
        seals: &Seals,
    ) -> Result<Option<Vec<u8>>, Problem> {
        let before = format::parse::<AmendmentFile>(path, &document.bytes)?;
        let text = document
            .without
            .as_ref()
            .map(|without| without.text.as_bytes());
        if before.why.is_some() {
            return Ok(text.map(<[u8]>::to_vec));
        }
        let before = before.doc;
        let mut after = match text {
            Some(text) => format::document::<AmendmentFile>(path, text)?,
            None => before.clone(),
        };
        let current = seals.get(&before.session);
        let current = current.filter(|(_, olds)| olds.contains(&before.sealed));
        let sealed = current.map_or(before.sealed.clone(), |(print, _)| print.clone());
        if before.faults().is_empty() {
            after.tie(sealed);
        } else {
            after.sealed = sealed;
        }
        if after == before {
            return Ok(None);
        }
        format::encode(path, &after).map(Some)
    }

    /// Gives every document in whose name the word stands another one, with all that the program keeps of it.
    pub fn rename_all(&self) -> io::Result<()> {
        for (_, path) in all(self.workspace) {
            let Some(wanted) = self.renamed(&path) else {
                continue;
            };
            let to = self.free(&wanted);
            for (kind, ending) in [
                ("backups", ""),
                ("places", ""),
                ("urns", ".urn"),
                ("journal", ".log"),
            ] {
                let [from, to] = [&path, &to].map(|path| self.workspace.own(kind, path, ending));
                match self.disk.rename(&from, &to) {
                    Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                    _ => {}
                }
            }
            let last = self.workspace.last();
            let was_last = self.disk.read(&last).is_ok_and(|bytes| {
                let name = String::from_utf8_lossy(&bytes).into_owned();
                Path::new(name.trim_end()) == self.workspace.relative(&path)
            });
            self.disk.rename(&path, &to)?;
            self.disk.sync_folder(atomic::folder_of(&to))?;
            if was_last {
                let text = format!("{}\n", self.workspace.relative(&to).display());
                erase::put_over(self.disk, &last, text.as_bytes())?;
            }
        }
        Ok(())
    }

    /// This name, or one with a number behind it: nothing is written over.
    fn free(&self, wanted: &Path) -> PathBuf {
        let stem = wanted
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let ending = wanted
            .extension()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let named = |n: u32| match n {
            1 => wanted.to_owned(),
            n => wanted.with_file_name(format!("{stem}-{n}.{ending}")),
        };
        let taken: Vec<PathBuf> = paths_in(self.disk, atomic::folder_of(wanted)).collect();
        let free = (1..u32::MAX).find(|n| !taken.contains(&named(*n)));
        named(free.unwrap_or(u32::MAX))
    }
}

/// What lies at this path, by its folder.
fn all_kinds(workspace: &Workspace, path: &Path) -> Kind {
    let folder = atomic::folder_of(path);
    let of = FOLDERS
        .iter()
        .find(|(name, _)| workspace.folder(name) == folder);
    of.map_or(Kind::Text, |(_, kind)| *kind)
}

/// Whether the bytes are a document of that kind, and sealed.
fn check(kind: Kind, path: &Path, bytes: &[u8]) -> Result<bool, Problem> {
    fn of<D: Kept>(path: &Path, bytes: &[u8]) -> Result<bool, Problem> {
        format::document::<D>(path, bytes).map(|doc| doc.seal().is_some())
    }
    let log = path.file_stem().is_some_and(|stem| stem == "destroyed");
    match kind {
        Kind::Session => of::<Session>(path, bytes),
        Kind::Incident => of::<IncidentFile>(path, bytes),
        Kind::Analysis => of::<AnalysisFile>(path, bytes),
        Kind::FollowUp => of::<FollowUpFile>(path, bytes),
        Kind::Amendments => of::<AmendmentFile>(path, bytes),
        Kind::Notes => of::<Notes>(path, bytes),
        Kind::Root if log => of::<DestroyedFile>(path, bytes),
        Kind::Root => of::<Team>(path, bytes),
        Kind::Text => Ok(false),
    }
}

/// The text of a session whose form must not change otherwise, with these traces right before its seal.
fn traced(path: &Path, text: &str, erasures: &[Erasure]) -> Result<Vec<u8>, Problem> {
    let Some(at) = text.rfind(seal::MARK) else {
        return Ok(text.as_bytes().to_vec());
    };
    let (before, seal) = text.split_at(at);
    let before = before
        .rfind(seal::ERASURES)
        .map_or(before, |at| &before[..at]);
    let block = format::pretty(&Traces { erasures }).ok();
    let inside = block
        .as_deref()
        .and_then(|text| text.strip_prefix('(')?.strip_suffix("\n)"));
    let unfit = || Problem::File(path.to_owned(), FileFault::Incoherent(Text::default()));
    Ok([before, inside.ok_or_else(unfit)?, seal]
        .concat()
        .into_bytes())
}

/// The traces as they stand in a session.
#[derive(Serialize)]
struct Traces<'a> {
    erasures: &'a [Erasure],
}
