//! A word erased from a whole workspace: documents, also sealed ones, their names, journals, backups, and all that the program
//! keeps beside. Killed in between, doing it again goes on from there: what is done no longer holds the word.

mod documents;
mod literals;
mod own;

use super::disk::{Disk, SharedDisk};
use super::vault::turning::{others, settle_all};
use super::workspace::Workspace;
use super::{erase, fault};
use crate::domain::erasure::{Destroyed, Word};
use crate::domain::problem::Problem;
use crate::domain::text::Text;
use chrono::NaiveDateTime;
use documents::Document;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use uuid::Uuid;

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
    /// What is around it in each place; the word itself is masked.
    pub places: Vec<String>,
    /// Whether it stands in the name of the file as well.
    pub named: bool,
    /// Whether the file is sealed.
    pub sealed: bool,
}

/// Where a word stood, or stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scrubbed {
    /// The documents it stands in.
    pub seen: Vec<Seen>,
    /// How many backups, and other copies that the program keeps, hold it: they are destroyed.
    pub copies: usize,
    /// Documents that left the program and lie in the workspace: destroyed if that was asked, else left as they are.
    pub exports: Vec<PathBuf>,
    /// Files that lie there and that nobody can look into or may change: left as they are.
    pub others: Vec<PathBuf>,
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
        self.seen.is_empty() && self.copies == 0
    }
}

/// Where the word stands; nothing is changed.
pub fn look(disk: &SharedDisk, root: &Path, now: NaiveDateTime, asked: &Asked) -> Scrubbed {
    let workspace = Workspace::look(SharedDisk::clone(disk), root);
    let scrub = Scrub::new(&workspace, now, asked);
    let mut out = Scrubbed::default();
    scrub.look_at_documents(&mut out);
    scrub.own(false, &mut out);
    scrub.beside(false, &mut out);
    out
}

/// Erases the word everywhere; says where it stood. Refused while a document is open elsewhere.
pub fn scrub(
    disk: &SharedDisk,
    root: &Path,
    now: NaiveDateTime,
    asked: &Asked,
) -> Result<Scrubbed, Problem> {
    let _whole = settle_all(root, disk, now)?;
    let before = look(disk, root, now, asked);
    let workspace = Workspace::look(SharedDisk::clone(disk), root);
    let scrub = Scrub::new(&workspace, now, asked);
    if !before.is_empty() {
        // Told first: nothing is destroyed without a trace, whatever happens in between.
        super::destroyed::add(&workspace, scrub.trace(&before))?;
    }
    let mut out = Scrubbed::default();
    scrub.documents(&mut out)?;
    scrub.rename_all().map_err(fault::at(root))?;
    // What is known of exports goes with the rest: they are looked at before.
    scrub.beside(true, &mut out);
    scrub.own(true, &mut out);
    out.seen = before.seen;
    out.copies = before.copies;
    Ok(out)
}

/// A word being erased.
struct Scrub<'a> {
    workspace: &'a Workspace,
    disk: &'a dyn Disk,
    now: NaiveDateTime,
    asked: &'a Asked,
    /// What stands for the word in the name of a file.
    slug: String,
}

/// The seals that each session has and had.
type Seals = HashMap<Uuid, (Text, Vec<Text>)>;

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
        }
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

    /// The name of a file without the word, if it stands there.
    fn renamed(&self, path: &Path) -> Option<PathBuf> {
        let name = path.file_name()?.to_string_lossy();
        // A name of the program's own may have no ending, and a dot in front.
        let (stem, ending) = match name.rsplit_once('.') {
            Some((stem, ending)) if !stem.is_empty() => (stem, format!(".{ending}")),
            _ => (&*name, String::new()),
        };
        let stem = self.asked.word.erased_name(stem, &self.slug)?;
        Some(path.with_file_name(format!("{stem}{ending}")))
    }

    fn look_at_documents(&self, out: &mut Scrubbed) {
        for (_, path) in documents::all(self.workspace) {
            match self.read(&path) {
                Ok(document) => out.seen.extend(self.seen(&path, &document)),
                Err(problem) => out.unread.push(problem),
            }
        }
    }

    /// What is seen of the word in a document; nothing where it does not stand.
    fn seen(&self, path: &Path, document: &Document) -> Option<Seen> {
        let pending = self.pending(path);
        let without = document.without.as_ref();
        let places = without.map(|w| w.places.clone()).unwrap_or_default();
        let seen = Seen {
            path: path.to_owned(),
            places: [places, pending].concat(),
            named: self.renamed(path).is_some(),
            sealed: document.sealed,
        };
        (seen.named || !seen.places.is_empty()).then_some(seen)
    }

    /// What lies in the workspace and is not the program's own to change.
    fn beside(&self, destroy: bool, out: &mut Scrubbed) {
        let picture = |path: &Path| {
            let ending = path.extension().unwrap_or_default();
            ["png", "jpg", "jpeg"]
                .iter()
                .any(|known| ending.eq_ignore_ascii_case(known))
        };
        for path in others(self.disk, self.workspace.root()) {
            let ours = self.disk.read(&path).is_ok_and(|bytes| {
                let print = crate::domain::seal::fingerprint(&bytes);
                super::export::known(self.workspace, &path) == Some(print)
            });
            if !ours {
                if !picture(&path) {
                    out.others.push(path);
                }
                continue;
            }
            if destroy && self.asked.exports {
                if let Err(error) = erase::erase(self.disk, &path) {
                    out.unread.push(fault::at(&path)(error));
                    continue;
                }
                // What is known of a file that is gone harms nothing.
                let _ = self.disk.remove(&self.workspace.own("exports", &path, ""));
            }
            out.exports.push(path);
        }
    }
}
