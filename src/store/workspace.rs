//! The folder of a team, its tree, and how its files are named.

use super::disk::{Disk, is_there};
use super::document::Document;
use super::heads::Heads;
use super::late::Late;
use super::{fault, fold};
use crate::domain::problem::Problem;
use crate::domain::seal::fingerprint;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use uuid::Uuid;

/// The folders of the documents that are made here.
pub const MADE: [&str; 7] = [
    "incidents",
    "sessions",
    "analyses",
    "followups",
    "amendments",
    "notes",
    "simulations",
];
/// The folders of what a team brings: read, never written.
const BROUGHT: [&str; 2] = ["grids", "scenarios"];
const HIDDEN: [&str; 5] = ["journal", "locks", "backups", "places", "urns"];
/// Longest slug in a file name, in characters.
const SLUG: usize = 40;

/// The folders of a workspace that are in sight.
pub fn folders() -> impl Iterator<Item = &'static str> {
    MADE.into_iter().chain(BROUGHT)
}

/// A workspace.
#[derive(Clone, Debug)]
pub struct Workspace {
    disk: Arc<dyn Disk>,
    root: PathBuf,
    /// The same folder without links, asked of the system when it is first needed.
    full: OnceLock<PathBuf>,
    /// What the list says of sessions that did not change.
    heads: Heads,
    /// Whether the program may keep there what spares it reading.
    keeps: bool,
    /// What is still being kept there.
    late: Arc<Late>,
}

impl Workspace {
    /// The workspace in this folder, made if it is not there.
    pub fn open(disk: Arc<dyn Disk>, root: &Path) -> Result<Self, Problem> {
        let hidden = root.join(".crex");
        let shown = folders().map(|name| root.join(name));
        let own = HIDDEN.iter().map(|name| hidden.join(name));
        let mut changed = BTreeSet::new();
        for folder in [root.to_owned(), hidden.clone()]
            .into_iter()
            .chain(shown)
            .chain(own)
        {
            make(&*disk, &folder, &mut changed).map_err(fault::at(&folder))?;
        }
        // What is saved in a new folder is saved once the folder itself is on the disk.
        for folder in changed.into_iter().rev() {
            match disk.sync_folder(&folder) {
                // What lies above may be nobody's here to look into.
                Err(error) if folder.starts_with(root) => return Err(fault::at(&folder)(error)),
                _ => {}
            }
        }
        Ok(Self {
            keeps: true,
            ..Self::look(disk, root)
        })
    }

    /// The workspace in a folder that is looked at and left as it is: what is not there is empty.
    pub fn look(disk: Arc<dyn Disk>, root: &Path) -> Self {
        Self {
            keeps: disk
                .stat(&root.join(".crex"))
                .is_ok_and(|meta| meta.is_dir()),
            disk,
            root: root.to_owned(),
            full: OnceLock::new(),
            heads: Heads::default(),
            late: Arc::default(),
        }
    }

    /// The workspace in a folder where nothing can be written, if it is one.
    pub fn open_for_reading(disk: Arc<dyn Disk>, root: &Path) -> Option<Self> {
        is_there(&*disk, &root.join("sessions")).then(|| Self::look(disk, root))
    }

    /// Its folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The disk it lies on.
    pub fn disk(&self) -> &dyn Disk {
        &*self.disk
    }

    /// The same, to be kept.
    pub fn shared_disk(&self) -> Arc<dyn Disk> {
        Arc::clone(&self.disk)
    }

    /// What the list says of sessions that did not change.
    pub(super) fn heads(&self) -> &Heads {
        &self.heads
    }

    /// Whether the program may keep there what spares it reading.
    pub(super) fn keeps(&self) -> bool {
        self.keeps
    }

    /// What is kept behind whoever works in it.
    pub(super) fn late(&self) -> &Late {
        &self.late
    }

    /// Where it keeps what spares it reading, by name.
    pub(super) fn index(&self, name: &str) -> PathBuf {
        self.root.join(".crex").join("index").join(name)
    }

    /// A folder in it.
    pub fn folder(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// Whether only who has the passphrase reads what lies in it.
    pub fn is_encrypted(&self) -> bool {
        self.disk.ending() == super::vault::ENDING
    }

    /// The name of a document's file.
    fn named(&self, stem: &str) -> String {
        format!("{stem}.{}", self.disk.ending())
    }

    /// Where the team is kept.
    pub fn team(&self) -> PathBuf {
        self.root.join(self.named("team"))
    }

    /// Where it stands what was destroyed.
    pub fn destroyed(&self) -> PathBuf {
        self.root.join(self.named("destroyed"))
    }

    /// Where the private notes of a session are kept.
    pub fn notes(&self, session: Uuid) -> PathBuf {
        self.root
            .join("notes")
            .join(self.named(&session.to_string()))
    }

    /// Where the amendments to a sealed session are kept.
    pub fn amendments(&self, session: Uuid) -> PathBuf {
        let name = self.named(&session.to_string());
        self.root.join("amendments").join(name)
    }

    /// A file of the program's own for the document at `path`: its journal, lock, place or backups.
    pub fn own(&self, kind: &str, path: &Path, extension: &str) -> PathBuf {
        let name = format!("{}{extension}", self.key(path));
        self.root.join(".crex").join(kind).join(name)
    }

    /// The file that names the session opened last.
    pub fn last(&self) -> PathBuf {
        self.root.join(".crex").join("last")
    }

    /// A name that tells documents apart, the same wherever the workspace is carried.
    fn key(&self, path: &Path) -> String {
        if self.is_encrypted() && self.relative(path).is_absolute() {
            // A file outside has a name that may say something.
            return self.print(path);
        }
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        format!("{}-{}", slug(&stem), self.print(path))
    }

    /// The same of which no word can be read.
    pub fn print(&self, path: &Path) -> String {
        let relative = self.relative(path);
        let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
        let mut print = fingerprint(parts.join("/").as_bytes());
        print.truncate(8);
        print
    }

    /// A path from the workspace on, or from the root of the disk for a file outside it.
    pub fn relative(&self, path: &Path) -> PathBuf {
        let real = |folder: &Path| self.disk.real_path(folder).ok();
        let full = |folder: &Path| real(folder).unwrap_or_else(|| folder.to_owned());
        let root = self.full.get_or_init(|| full(&self.root));
        let name = path.file_name().unwrap_or_default();
        let path = match super::atomic::folder_of(path) {
            folder if folder == self.root => root.join(name),
            folder => full(folder).join(name),
        };
        path.strip_prefix(root).unwrap_or(&path).to_owned()
    }

    /// The path of a new document; `today` when it has no date of its own.
    pub fn place_for<D: Document>(&self, doc: &D, today: NaiveDate) -> PathBuf {
        let (date, words) = doc.stamp();
        let id = doc.id().simple().to_string();
        let date = date.unwrap_or(today).format("%Y-%m-%d");
        // What is encrypted has a name that says nothing.
        let slug = if self.is_encrypted() {
            String::new()
        } else {
            slug(words)
        };
        let name = match slug.as_str() {
            "" => format!("{date}-{}", &id[..8]),
            slug => format!("{date}-{slug}-{}", &id[..8]),
        };
        self.root.join(doc.folder()).join(self.named(&name))
    }
}

/// Makes a folder unless it is there; tells in which folders a name came to be.
fn make(disk: &dyn Disk, path: &Path, changed: &mut BTreeSet<PathBuf>) -> io::Result<()> {
    let is_folder = |path: &Path| disk.stat(path).is_ok_and(|meta| meta.is_dir());
    if is_folder(path) {
        return Ok(());
    }
    let above = |path: &Path| super::atomic::folder_of(path).to_owned();
    let mut at = above(path);
    changed.insert(at.clone());
    while !is_folder(&at) && at.parent().is_some() {
        at = above(&at);
        if !changed.insert(at.clone()) {
            break;
        }
    }
    disk.make_folder(path)
}

/// Words as a part of a file name: lower-case ASCII letters and digits with dashes between.
pub fn slug(words: &str) -> String {
    let mut out = String::new();
    for c in fold(words).chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
        if out.len() >= SLUG {
            break;
        }
    }
    out.trim_end_matches('-').to_owned()
}
