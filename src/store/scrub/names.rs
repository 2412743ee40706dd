//! The word in the names of files. A document gets another name, and what the program keeps of it goes along; what is kept of no
//! document that lies here only gets another name too, as nobody knows whether it is missed.

use super::super::{atomic, erase, fault, lock};
use super::documents::Known;
use super::own::stem_of;
use super::{Lying, Scrub, Scrubbed};
use crate::domain::erasure::Stays;
use crate::domain::problem::{Problem, Why};
use std::io;
use std::path::{Path, PathBuf};

/// What the program keeps of a document, by the folder and the ending.
const KEPT: [(&str, &str); 4] = [
    ("backups", ""),
    ("places", ""),
    ("urns", ".urn"),
    ("journal", ".log"),
];

impl Scrub<'_> {
    /// The name of a file with `with` for the word, if that stands there; `title` is what its document is called now.
    pub fn renamed(&self, path: &Path, with: &str, title: Option<&str>) -> Option<String> {
        let name = path.file_name()?.to_string_lossy();
        // A name of the program's own may have no ending, and a dot in front.
        let (stem, ending) = match name.rsplit_once('.') {
            Some((stem, ending)) if !stem.is_empty() => (stem, format!(".{ending}")),
            _ => (&*name, String::new()),
        };
        let stem = self.asked.word.erased_name(stem, with, title)?;
        Some(format!("{stem}{ending}"))
    }

    /// Gives every document in whose name the word stands another one, with all that the program keeps of it.
    pub fn rename_all(&self, known: &Known, kept: &[(PathBuf, String)], out: &mut Scrubbed) {
        out.copies += kept.len();
        if !self.deed {
            return;
        }
        for (path, name) in kept {
            let to = self.free(&path.with_file_name(name));
            out.tried(path, self.disk.rename(path, &to));
        }
        for known in known.values() {
            let Some(name) = &known.renamed else { continue };
            let path = &known.path;
            let own = |ending: &str| self.workspace.own("locks", path, ending);
            match self.locked(&own(".lock")) {
                Ok(_lock) => match self.rename(path, &path.with_file_name(name)) {
                    // What the lock of the old name says goes while it is held.
                    Ok(()) => [".lock", ".who"]
                        .map(own)
                        .iter()
                        .for_each(|own| self.end(own, out)),
                    failed => out.tried(path, failed),
                },
                Err(problem) => out.tell(problem),
            }
        }
    }

    fn rename(&self, path: &Path, wanted: &Path) -> io::Result<()> {
        let to = self.free(wanted);
        for (kind, ending) in KEPT {
            let [from, to] = [path, &to].map(|path| self.workspace.own(kind, path, ending));
            match self.disk.rename(&from, &to) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        let was_last = self.last_is(path);
        self.disk.rename(path, &to)?;
        self.disk.sync_folder(atomic::folder_of(&to))?;
        if was_last {
            let text = format!("{}\n", self.workspace.relative(&to).display());
            erase::put_over(self.disk, &self.workspace.last(), text.as_bytes())?;
        }
        Ok(())
    }

    /// Whether this is the session opened last.
    pub fn last_is(&self, path: &Path) -> bool {
        let last = self.disk.read(&self.workspace.last());
        last.is_ok_and(|bytes| {
            let name = String::from_utf8_lossy(&bytes).into_owned();
            Path::new(name.trim_end()) == self.workspace.relative(path)
        })
    }

    /// What the program keeps of no document that lies here: in its name the word stands only where it is whole.
    pub fn kept_of_none(&self, path: &Path, lying: &mut Lying) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if let Some((name, _)) = self.asked.word.erased(&name, &self.slug) {
            lying.renames.push((path.to_owned(), name));
        }
    }

    /// The same for what the next opening looks for by its name: edits that are in no file, papers of a vote.
    pub fn kept_for_later(&self, path: &Path, out: &mut Scrubbed) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if self.asked.word.is_in(&name) {
            out.leave(path, Stays::Holds);
        }
    }

    /// This name, or one with a number behind it: nothing is written over.
    pub fn free(&self, wanted: &Path) -> PathBuf {
        let stem = stem_of(wanted);
        let ending = wanted.extension().unwrap_or_default().to_string_lossy();
        let dot = if ending.is_empty() { "" } else { "." };
        let named = |n: u32| match n {
            1 => wanted.to_owned(),
            n => wanted.with_file_name(format!("{stem}-{n}{dot}{ending}")),
        };
        let free = (1..u32::MAX).find(|n| {
            let there = self.disk.meta(&named(*n));
            there.is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
        });
        named(free.unwrap_or(u32::MAX))
    }

    /// The locks of what is not here: one that nobody holds goes, as it holds nothing.
    pub fn locks(&self, known: &Known, out: &mut Scrubbed) {
        let folder = self.workspace.root().join(".crex").join("locks");
        for path in self.list(&folder, out) {
            let key = stem_of(&path);
            if known.contains_key(&key) || !self.asked.word.is_in(&key) || !self.is_file(&path) {
                continue;
            }
            out.copies += 1;
            if !self.deed {
                continue;
            }
            match self.locked(&folder.join(format!("{key}.lock"))) {
                Ok(_lock) => {
                    for ending in ["lock", "who"] {
                        self.end(&folder.join(format!("{key}.{ending}")), out);
                    }
                }
                Err(problem) => out.tell(problem),
            }
        }
    }

    /// Takes a lock; it is held as long as what is given lives.
    pub fn locked(&self, path: &Path) -> Result<lock::Lock, Problem> {
        match lock::take(self.disk, path, self.now).map_err(fault::at(path))? {
            lock::Tried::Got(lock) => Ok(lock),
            lock::Tried::Held(who) => Err(Problem::ReadOnly(path.to_owned(), Why::Held(who))),
        }
    }
}
