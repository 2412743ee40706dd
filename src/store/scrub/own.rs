//! The word in what the program keeps beside the documents: what can be made again is destroyed, what cannot be is written anew.

use super::super::disk::{is_there, paths_in};
use super::super::erase::{erase, is_erased};
use super::super::{fault, format, journal};
use super::{Scrub, Scrubbed, literals};
use std::path::{Path, PathBuf};

/// Small files that are made again, or of which nobody misses one.
const SMALL: [&str; 5] = ["index", "places", "exports", "locks", "urns"];

impl Scrub<'_> {
    /// What the journal of a document still holds of the word.
    pub fn pending(&self, path: &Path) -> Vec<String> {
        let log = self.workspace.own("journal", path, ".log");
        let bytes = self.disk.read_log(&log).unwrap_or_default();
        literals::masked(&String::from_utf8_lossy(&bytes), &self.asked.word)
    }

    /// Destroys the copies that hold the word, or counts them.
    pub fn own(&self, destroy: bool, out: &mut Scrubbed) {
        let hidden = self.workspace.root().join(".crex");
        self.backups(&hidden.join("backups"), destroy, out);
        if destroy {
            self.journals(&hidden.join("journal"), out);
            for name in SMALL {
                for path in paths_in(self.disk, &hidden.join(name)) {
                    self.small(&path, name, out);
                }
            }
            let last = self.workspace.last();
            if self.holds(&last) {
                self.destroy(&last, out);
            }
            self.litter(&hidden, out);
        }
    }

    fn backups(&self, folder: &Path, destroy: bool, out: &mut Scrubbed) {
        for path in paths_in(self.disk, folder) {
            if path.is_symlink() {
                continue;
            }
            if self.disk.stat(&path).is_ok_and(|meta| meta.is_dir()) {
                for path in paths_in(self.disk, &path) {
                    self.backup(&path, destroy, out);
                }
            } else {
                self.backup(&path, destroy, out);
            }
            if destroy
                && is_there(self.disk, &path)
                && let Some(to) = self.renamed(&path)
            {
                // A folder of that name is there already: what is in this one was looked through.
                let _ = self.disk.rename(&path, &to);
            }
        }
    }

    fn backup(&self, path: &Path, destroy: bool, out: &mut Scrubbed) {
        let log = path.extension().is_some_and(|end| end == "log");
        let read = if log {
            self.disk.read_log(path)
        } else {
            format_read(self, path)
        };
        let bytes = match read {
            Ok(bytes) => bytes,
            Err(error) => {
                out.unread.push(fault::at(path)(error));
                return;
            }
        };
        let erased = is_erased(&bytes);
        if !erased && !self.stands_in(&bytes) {
            return;
        }
        out.copies += usize::from(!erased);
        if destroy {
            self.destroy(path, out);
        }
    }

    /// A journal that is left is that of a document that could not be read, or of none.
    fn journals(&self, folder: &Path, out: &mut Scrubbed) {
        for path in paths_in(self.disk, folder) {
            let bytes = self.disk.read_log(&path).unwrap_or_default();
            if self.renamed(&path).is_some() {
                self.destroy(&path, out);
            } else if self.stands_in(&bytes) {
                let with = self.asked.with.as_str();
                let without = |payload: &str| {
                    literals::without(payload, &self.asked.word, with).map(|w| w.text)
                };
                let done = journal::reword(self.disk, &path, &bytes, without);
                if let Err(error) = done {
                    out.unread.push(fault::at(&path)(error));
                }
            }
        }
    }

    fn small(&self, path: &Path, name: &str, out: &mut Scrubbed) {
        let slot = || {
            let copies = self.disk.read_slot(path, 1).unwrap_or_default();
            copies.iter().any(|copy| self.stands_in(copy))
        };
        let goes = match name {
            "index" => true,
            "places" => self.renamed(path).is_some() || slot(),
            _ => self.renamed(path).is_some(),
        };
        if goes {
            self.destroy(path, out);
        }
    }

    /// What a write that was killed left behind.
    fn litter(&self, hidden: &Path, out: &mut Scrubbed) {
        let root = self.workspace.root();
        let mut folders = vec![root.to_owned(), hidden.to_owned()];
        for top in [root, hidden, &hidden.join("backups")] {
            let inside = paths_in(self.disk, top);
            folders.extend(inside.filter(|path| !path.is_symlink() && path.is_dir()));
        }
        let temps = folders
            .iter()
            .flat_map(|folder| paths_in(self.disk, folder));
        let temps: Vec<PathBuf> = temps
            .filter(|path| path.extension().is_some_and(|end| end == "tmp"))
            .collect();
        for path in temps {
            self.destroy(&path, out);
        }
    }

    fn holds(&self, path: &Path) -> bool {
        let bytes = self.disk.read(path).unwrap_or_default();
        self.stands_in(&bytes)
    }

    /// Whether the word stands anywhere in these bytes, as text.
    fn stands_in(&self, bytes: &[u8]) -> bool {
        let text = String::from_utf8_lossy(bytes);
        let (word, with) = (&self.asked.word, self.asked.with.as_str());
        word.is_in(&text) || literals::without(&text, word, with).is_some()
    }

    fn destroy(&self, path: &Path, out: &mut Scrubbed) {
        if path.is_symlink() {
            // The link goes; what it points to is not ours.
            let _ = self.disk.remove(path);
            return;
        }
        match erase(self.disk, path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                out.unread.push(fault::at(path)(error));
            }
            _ => {}
        }
    }
}

fn format_read(scrub: &Scrub, path: &Path) -> std::io::Result<Vec<u8>> {
    let meta = scrub.disk.stat(path)?;
    if meta.len() > format::MAX_BYTES || !meta.is_file() {
        return Err(std::io::ErrorKind::InvalidData.into());
    }
    scrub.disk.read(path)
}
