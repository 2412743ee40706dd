//! The word in what the program keeps beside the documents, and in what lies there that is not the program's. Copies are written
//! anew; what is made again by itself is destroyed.

use super::super::atomic;
use super::super::erase::{is_erased, put_over};
use super::super::{export, fault, format, urn};
use super::documents::Known;
use super::litter::is_temp;
use super::{Lying, Scrub, Scrubbed, Seen, literals};
use crate::domain::erasure::Stays;
use crate::domain::problem::{DiskFault, Problem};
use crate::domain::seal::fingerprint;
use std::path::{Path, PathBuf};

/// The folders of the program's own, apart from backups and journals.
const SMALL: [&str; 4] = ["places", "exports", "urns", "index"];
/// Pictures: nobody reads them here.
const PICTURES: [&str; 5] = ["png", "jpg", "jpeg", "gif", "svg"];
/// Texts that say what they say.
const TEXTS: [&str; 6] = ["txt", "md", "csv", "tsv", "ics", "who"];

/// The name of a file without its ending.
pub fn stem_of(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

/// Whether it is how the program calls what it keeps of a document: words, and eight signs of a fingerprint.
pub fn is_key(name: &str) -> bool {
    let hex = |c: u8| c.is_ascii_digit() || (b'a'..=b'f').contains(&c);
    let word = |c: u8| c.is_ascii_digit() || c.is_ascii_lowercase() || c == b'-';
    let print = |name: &str| name.len() == 8 && name.bytes().all(hex);
    // Of a file outside an encrypted workspace the fingerprint alone.
    let named = name.rsplit_once('-');
    print(name) || named.is_some_and(|(words, end)| print(end) && words.bytes().all(word))
}

fn is_lock(name: &str) -> bool {
    let key = name.strip_suffix(".lock").or(name.strip_suffix(".who"));
    key.is_some_and(is_key)
}

impl Scrub<'_> {
    /// Goes through the program's own folder.
    pub fn own(&self, known: &Known, lying: &mut Lying, out: &mut Scrubbed) {
        let hidden = self.workspace.root().join(".crex");
        for path in self.list(&hidden, out) {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if self.is_folder(&path) {
                match name.as_str() {
                    "backups" => self.backups(&path, known, lying, out),
                    "journal" => self.journals(&path, known, lying, out),
                    // Looked at last, when all the others are given back.
                    "locks" => drop(self.ours(&path, is_lock, lying, out)),
                    name if SMALL.contains(&name) => self.small(&path, name, known, lying, out),
                    _ => lying.foreign.push(path),
                }
            } else if is_temp(&name) && self.is_file(&path) {
                lying.temps.push(path);
            } else if name == "last" {
                self.last(&path, known, out);
            } else if !["told", "workspace.lock", "workspace.who"].contains(&name.as_str()) {
                lying.foreign.push(path);
            }
        }
    }

    /// The files in a folder of the program's own whose names it makes; all else is sorted away.
    pub fn ours(
        &self,
        folder: &Path,
        is: impl Fn(&str) -> bool,
        lying: &mut Lying,
        out: &mut Scrubbed,
    ) -> Vec<PathBuf> {
        let mut all = self.list(folder, out);
        all.retain(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if self.is_file(path) {
                if is_temp(&name) {
                    lying.temps.push(path.clone());
                    return false;
                }
                if is(&name) {
                    return true;
                }
            }
            lying.foreign.push(path.clone());
            false
        });
        all
    }

    fn backups(&self, folder: &Path, known: &Known, lying: &mut Lying, out: &mut Scrubbed) {
        let document = |name: &str| {
            [".ron", ".age", ".log"]
                .iter()
                .any(|end| name.ends_with(end))
        };
        for path in self.list(folder, out) {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if self.is_folder(&path) && is_key(&name) {
                for copy in self.ours(&path, document, lying, out) {
                    self.copy(&copy, out);
                }
                if !known.contains_key(&name) {
                    self.kept_of_none(&path, lying);
                }
            } else if is_temp(&name) && self.is_file(&path) {
                lying.temps.push(path);
            } else if document(&name) && self.is_file(&path) {
                self.put_away(&path, lying, out);
            } else {
                lying.foreign.push(path);
            }
        }
    }

    /// What was put away lies there under its own name, with its journal.
    fn put_away(&self, path: &Path, lying: &mut Lying, out: &mut Scrubbed) {
        if path.extension().is_some_and(|end| end == "log") {
            self.log(path, out);
        } else {
            self.copy(path, out);
        }
        let name = self.renamed(path, &self.slug, None);
        lying
            .renames
            .extend(name.map(|name| (path.to_owned(), name)));
    }

    /// Writes a copy without the word, as its document would be.
    fn copy(&self, path: &Path, out: &mut Scrubbed) {
        // It was being destroyed, of an encrypted one nobody else could tell.
        if self.disk.raw(path).is_ok_and(|bytes| is_erased(&bytes)) {
            return self.destroy(path, out);
        }
        let bytes = match format::read_bytes(self.disk, path) {
            Ok(bytes) => bytes,
            Err(problem) => return out.tell(problem),
        };
        let next = match self.session_copy(path, &bytes) {
            Some((without, next)) => {
                if without.kept > 0 {
                    out.leave(path, Stays::Built);
                }
                next
            }
            None => match format::text_of(&bytes) {
                Ok(text) => self.text_without(text),
                Err(fault) => return out.tell(Problem::File(path.to_owned(), fault)),
            },
        };
        let Some(next) = next else { return };
        out.copies += 1;
        if self.deed {
            let put = put_over(self.disk, path, &next);
            let put = put.and_then(|()| self.disk.sync_folder(atomic::folder_of(path)));
            out.tried(path, put);
        }
    }

    /// A text that is no session, or no longer one.
    fn text_without(&self, text: &str) -> Option<Vec<u8>> {
        let (word, with) = (&self.asked.word, self.asked.with.as_str());
        let without = if literals::is_ron(text) {
            literals::without(text, word, with, &literals::is_ron)
        } else {
            literals::raw(text, word, with)
        };
        without.changed().map(|text| text.as_bytes().to_vec())
    }

    fn small(
        &self,
        folder: &Path,
        name: &str,
        known: &Known,
        lying: &mut Lying,
        out: &mut Scrubbed,
    ) {
        let is = |file: &str| match name {
            "urns" => file.strip_suffix(".urn").is_some_and(is_key),
            "index" => file
                .bytes()
                .all(|c| c.is_ascii_alphanumeric() || b"-_".contains(&c)),
            _ => is_key(file),
        };
        let exports: Vec<PathBuf> = match name {
            "exports" => lying
                .foreign
                .iter()
                .map(|path| self.workspace.own("exports", path, ""))
                .collect(),
            _ => Vec::new(),
        };
        for path in self.ours(folder, is, lying, out) {
            match name {
                "urns" => self.urn(&path, out),
                "places" | "index" if self.is_told(&path, name, out) => {
                    self.destroy(&path, out);
                    continue;
                }
                _ => {}
            }
            if known.contains_key(&stem_of(&path)) || exports.contains(&path) {
                continue;
            }
            match name {
                "urns" => self.kept_for_later(&path, out),
                _ => self.kept_of_none(&path, lying),
            }
        }
    }

    /// Whether what is made again by itself holds the word.
    fn is_told(&self, path: &Path, name: &str, out: &mut Scrubbed) -> bool {
        let read = match name {
            "places" => self.disk.read_slot(path, 1).map(|copies| copies.concat()),
            _ => self.disk.read(path),
        };
        match read {
            Ok(bytes) => self.asked.word.may_be_in(&String::from_utf8_lossy(&bytes)),
            Err(error) => {
                out.tell(fault::at(path)(error));
                false
            }
        }
    }

    /// The words that were said with the papers of an open vote.
    fn urn(&self, path: &Path, out: &mut Scrubbed) {
        let (word, with) = (&self.asked.word, self.asked.with.as_str());
        let lock = self.workspace.root().join(".crex").join("locks");
        let lock = lock.join(format!("{}.lock", stem_of(path)));
        let lock = if self.deed {
            self.locked(&lock).map(Some)
        } else {
            Ok(None)
        };
        let _lock = match lock {
            Ok(lock) => lock,
            Err(problem) => return out.tell(problem),
        };
        let without = |said: &str| word.erased(said, with).map(|(said, _)| said);
        match urn::reword(self.disk, path, &without, self.deed) {
            Ok(Some(0)) => {}
            Ok(Some(n)) => out.seen.push(Seen {
                private: true,
                ..self.seen(path, vec![literals::MASK.to_owned(); n], false)
            }),
            Ok(None) => out.tell(Problem::Disk(path.to_owned(), DiskFault::Altered)),
            Err(error) => out.tell(fault::at(path)(error)),
        }
    }

    /// The session opened last; that of a document that gets another name goes along with it.
    fn last(&self, path: &Path, known: &Known, out: &mut Scrubbed) {
        let text = match self.disk.read(path) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) => return out.tell(fault::at(path)(error)),
        };
        let follows = known
            .values()
            .any(|known| known.renamed.is_some() && self.last_is(&known.path));
        if !follows && self.asked.word.is_in(&text) {
            self.destroy(path, out);
        }
    }

    /// What is not the program's: looked into where that can be done, and told. What left the program is destroyed if that is
    /// asked.
    pub fn foreign(&self, all: &[PathBuf], out: &mut Scrubbed) {
        for path in all {
            let named = self
                .asked
                .word
                .is_in(&path.file_name().unwrap_or_default().to_string_lossy());
            let ending = path
                .extension()
                .unwrap_or_default()
                .to_string_lossy()
                .to_lowercase();
            let bytes = self.disk.read(path).ok().filter(|_| self.is_file(path));
            let ours = bytes.as_ref().is_some_and(|bytes| {
                export::known(self.workspace, path) == Some(fingerprint(bytes))
            });
            let text = bytes.filter(|_| TEXTS.contains(&ending.as_str()));
            let text = text.and_then(|bytes| String::from_utf8(bytes).ok());
            let holds = text
                .as_ref()
                .is_some_and(|text| self.asked.word.may_be_in(text))
                || named;
            let clean = text.is_some() || PICTURES.contains(&ending.as_str());
            match (ours, holds) {
                (_, false) if clean => {}
                (true, _) if self.asked.exports => self.export(path, out),
                (true, _) => out.leave(path, Stays::Export),
                (_, true) => out.leave(path, Stays::Holds),
                (_, false) => out.leave(path, Stays::Other),
            }
        }
    }

    fn export(&self, path: &Path, out: &mut Scrubbed) {
        out.exports.push(path.to_owned());
        self.end(path, out);
        if self.deed && self.disk.meta(path).is_err() {
            // What is known of a file that is gone harms nothing.
            let _ = self.disk.remove(&self.workspace.own("exports", path, ""));
        }
    }
}
