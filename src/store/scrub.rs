//! A word erased from a whole workspace: documents, also sealed ones, their names, journals, backups, and all that the program
//! keeps beside. One walk serves to look and to do, so that both go to the very same places. What is not known to be the
//! program's own is never written or destroyed, nothing is destroyed for its name alone, and what could not be looked into is
//! told. Killed in between, doing it again goes on from there: what is done no longer holds the word.

mod documents;
mod journals;
mod literals;
mod litter;
mod lying;
mod names;
mod own;
mod sealed;
mod settle;

use super::disk::{Disk, SharedDisk};
use super::erase::destroy;
use super::workspace::Workspace;
use super::{fault, lock};
use crate::domain::erasure::{Destroyed, Stays, Word};
use crate::domain::problem::Problem;
use crate::domain::text::Text;
use chrono::NaiveDateTime;
use documents::Kind;
use std::io;
use std::path::{Path, PathBuf};

/// What is to be erased, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The word.
    pub word: Word,
    /// What stands in its place.
    pub with: Text,
    /// Why.
    pub reason: Text,
    /// Whether the documents that left the program and still lie in the workspace are destroyed too.
    pub exports: bool,
}

/// Where the word stands in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The file.
    pub path: PathBuf,
    /// The file from the workspace on, the word masked.
    pub shown: String,
    /// What is around it in each place; the word itself is masked.
    pub places: Vec<String>,
    /// Whether it stands in the name of the file as well.
    pub named: bool,
    /// Whether the file is sealed.
    pub sealed: bool,
    /// Whether what is around it is not for everybody in the room.
    pub private: bool,
}

/// Where a word stood, or stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scrubbed {
    /// The documents it stands in.
    pub seen: Vec<Seen>,
    /// How many files that the program keeps beside hold it: they are written anew or destroyed.
    pub copies: usize,
    /// Documents that left the program and lie in the workspace, and that are destroyed.
    pub exports: Vec<PathBuf>,
    /// Files in which it is or may be afterwards all the same.
    pub left: Vec<(PathBuf, Stays)>,
    /// What cannot be read or written: the word may be in it.
    pub unread: Vec<Problem>,
}

impl Scrubbed {
    /// In how many places the word stands.
    pub fn n_places(&self) -> usize {
        let each = self.seen.iter();
        each.map(|seen| seen.places.len() + usize::from(seen.named))
            .sum()
    }

    /// Whether there is nothing to erase.
    pub fn is_empty(&self) -> bool {
        self.seen.is_empty() && self.copies == 0 && self.exports.is_empty()
    }

    /// Whether the word is, or may be, in the workspace after all is done.
    pub fn is_partial(&self) -> bool {
        !self.left.is_empty() || !self.unread.is_empty()
    }

    fn tell(&mut self, problem: Problem) {
        if !self.unread.contains(&problem) {
            self.unread.push(problem);
        }
    }

    /// A problem of the disk at this path is told, and nothing else stops for it.
    fn tried(&mut self, path: &Path, done: io::Result<()>) {
        if let Err(error) = done {
            self.tell(fault::at(path)(error));
        }
    }

    fn leave(&mut self, path: &Path, why: Stays) {
        let left = (path.to_owned(), why);
        if !self.left.contains(&left) {
            self.left.push(left);
        }
    }
}

/// Where the word stands; nothing is changed.
pub fn look(disk: &SharedDisk, root: &Path, now: NaiveDateTime, asked: &Asked) -> Scrubbed {
    let workspace = Workspace::look(SharedDisk::clone(disk), root);
    Scrub::new(&workspace, now, asked).walk()
}

/// Erases the word everywhere; says where it stood. Refused while a document is open elsewhere.
pub fn scrub(
    disk: &SharedDisk,
    root: &Path,
    now: NaiveDateTime,
    asked: &Asked,
) -> Result<Scrubbed, Problem> {
    let _whole = lock::alone(&**disk, root, now)?;
    let workspace = Workspace::look(SharedDisk::clone(disk), root);
    let mut scrub = Scrub::new(&workspace, now, asked);
    let unsettled = scrub.settle(disk)?;
    let mut out = scrub.walk();
    if !out.is_empty() {
        // Told first: nothing is destroyed without a trace, whatever happens in between.
        super::destroyed::add(&workspace, scrub.trace(&out))?;
        scrub.deed = true;
        let done = scrub.walk();
        scrub.deed = false;
        let after = scrub.walk();
        // What is still there is told, whatever kept it.
        let still = after.seen.into_iter().map(|seen| (seen.path, Stays::Holds));
        for (path, why) in done.left.into_iter().chain(after.left).chain(still) {
            out.leave(&path, why);
        }
        for problem in done.unread.into_iter().chain(after.unread) {
            out.tell(problem);
        }
    }
    for problem in unsettled {
        out.tell(problem);
    }
    Ok(out)
}

/// A word being looked for, or erased.
struct Scrub<'a> {
    workspace: &'a Workspace,
    disk: &'a dyn Disk,
    now: NaiveDateTime,
    asked: &'a Asked,
    /// What stands for the word in the name of a file.
    slug: String,
    /// Whether it is done, not only looked at.
    deed: bool,
}

/// What lies in a folder, told apart.
#[derive(Default)]
struct Lying {
    /// The program's own, with what it is.
    documents: Vec<(Kind, PathBuf)>,
    /// What a write of the program leaves when it is killed.
    temps: Vec<PathBuf>,
    /// Whatever else.
    foreign: Vec<PathBuf>,
    /// What the program keeps of no document that lies here, and the names that it gets.
    renames: Vec<(PathBuf, String)>,
}

impl<'a> Scrub<'a> {
    fn new(workspace: &'a Workspace, now: NaiveDateTime, asked: &'a Asked) -> Self {
        let slug = super::slug(asked.with.as_str());
        Self {
            workspace,
            disk: workspace.disk(),
            now,
            asked,
            slug: if slug.is_empty() {
                "x".to_owned()
            } else {
                slug
            },
            deed: false,
        }
    }

    /// Goes to all that lies in the workspace: looks at it, and does what is to be done if that is asked.
    fn walk(&self) -> Scrubbed {
        let mut out = Scrubbed::default();
        let mut lying = self.lying(&mut out);
        let known = self.documents(&lying.documents, &mut out);
        self.own(&known, &mut lying, &mut out);
        self.foreign(&lying.foreign, &mut out);
        self.litter(&lying.temps, &mut out);
        self.rename_all(&known, &lying.renames, &mut out);
        self.locks(&known, &mut out);
        out
    }

    fn trace(&self, before: &Scrubbed) -> Destroyed {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Destroyed {
            at: Some(self.now),
            places: count(before.n_places()),
            documents: count(before.seen.len()),
            reason: self.reason(),
            ..Destroyed::default()
        }
    }

    /// The reason, which must not repeat the word.
    fn reason(&self) -> Text {
        let reason = &self.asked.reason;
        let erased = self
            .asked
            .word
            .erased(reason.as_str(), self.asked.with.as_str());
        erased.map_or_else(|| reason.clone(), |(text, _)| Text::line(&text))
    }

    /// What is in a folder, by name; one that cannot be looked into is told.
    fn list(&self, folder: &Path, out: &mut Scrubbed) -> Vec<PathBuf> {
        match self.disk.list(folder) {
            Ok(names) => {
                let mut all: Vec<PathBuf> = names.iter().map(|name| folder.join(name)).collect();
                all.sort_unstable();
                all
            }
            Err(error) => {
                if error.kind() != io::ErrorKind::NotFound {
                    out.tell(fault::at(folder)(error));
                }
                Vec::new()
            }
        }
    }

    /// Whether a path is a file itself, and no link to one.
    fn is_file(&self, path: &Path) -> bool {
        self.disk.meta(path).is_ok_and(|meta| meta.is_file())
    }

    fn is_folder(&self, path: &Path) -> bool {
        self.disk.meta(path).is_ok_and(|meta| meta.is_dir())
    }

    /// Counts a file of the program's own that is not needed, and destroys it.
    fn destroy(&self, path: &Path, out: &mut Scrubbed) {
        out.copies += 1;
        self.end(path, out);
    }

    fn end(&self, path: &Path, out: &mut Scrubbed) {
        if !self.deed {
            return;
        }
        match destroy(self.disk, path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(_) if self.disk.meta(path).is_err() => out.leave(path, Stays::Trace),
            Err(error) => out.tell(fault::at(path)(error)),
            Ok(()) => {}
        }
    }

    /// A path from the workspace on, the word masked.
    fn shown(&self, path: &Path) -> String {
        let short = path.strip_prefix(self.workspace.root()).unwrap_or(path);
        let name = self.renamed(path, literals::MASK, None);
        let short = name.map_or_else(|| short.to_owned(), |name| short.with_file_name(name));
        let short = short.display().to_string();
        let masked = self.asked.word.erased(&short, literals::MASK);
        masked.map_or(short, |(masked, _)| masked)
    }
}
