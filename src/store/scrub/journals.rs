//! The word in journals: those that are left when every document is up to date with its own. They belong to a document that could
//! not be read or may not be changed, that lies elsewhere, or to none any more; each may still be wanted, and is said otherwise.

use super::super::fault;
use super::super::journal;
use super::documents::{Fate, Known};
use super::own::{is_key, stem_of};
use super::{Lying, Scrub, Scrubbed, Seen, literals};
use crate::domain::erasure::Stays;
use crate::domain::problem::{DiskFault, Problem};
use std::path::Path;

/// What a record that cannot be decrypted is read as.
const UNKNOWN: &[u8] = b"\0\n";

/// Whether it is the name of a journal, of one in the making, or of a damaged one that was put aside.
fn is_journal(name: &str) -> bool {
    let Some((key, ending)) = name.rsplit_once('.') else {
        return false;
    };
    let damaged = ending.strip_prefix("damaged");
    let damaged = damaged.is_some_and(|n| n.bytes().all(|c| c.is_ascii_digit() || c == b'-'));
    is_key(key) && (ending == "log" || ending == "tmp" || damaged)
}

impl Scrub<'_> {
    pub fn journals(&self, folder: &Path, known: &Known, lying: &mut Lying, out: &mut Scrubbed) {
        for path in self.ours(folder, is_journal, lying, out) {
            let ending = path.extension().unwrap_or_default();
            if ending == "tmp" {
                lying.temps.push(path);
                continue;
            }
            let lies = known.get(&stem_of(&path));
            match lies.map(|lies| lies.fate) {
                // Told with its document.
                Some(Fate::Whole) if ending == "log" => {}
                // Nobody reads it any more.
                Some(Fate::Sealed) if ending == "log" => {
                    if self.log_without(&path, out).is_some() {
                        self.destroy(&path, out);
                    }
                }
                _ => self.log(&path, out),
            }
            if lies.is_none() {
                self.kept_for_later(&path, out);
            }
        }
    }

    /// What is in a journal, and what is left of it, where the word stands in it.
    fn log_without(&self, path: &Path, out: &mut Scrubbed) -> Option<(Vec<u8>, literals::Without)> {
        let bytes = match self.disk.read_log(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                out.tell(fault::at(path)(error));
                return None;
            }
        };
        if self.workspace.is_encrypted() && bytes.windows(UNKNOWN.len()).any(|two| two == UNKNOWN) {
            out.tell(Problem::Disk(path.to_owned(), DiskFault::Altered));
        }
        let text = String::from_utf8_lossy(&bytes);
        let without = literals::raw(&text, &self.asked.word, self.asked.with.as_str());
        without.changed()?;
        Some((bytes, without))
    }

    /// Writes a journal without the word. What was typed before the word was whole stays in it, and is told.
    pub fn log(&self, path: &Path, out: &mut Scrubbed) {
        let Some((bytes, without)) = self.log_without(path, out) else {
            return;
        };
        out.leave(path, Stays::Typed);
        if self.deed {
            let with = self.asked.with.as_str();
            let word = &self.asked.word;
            let said = |payload: &str| {
                let left = literals::without(payload, word, with, &|_| true);
                left.changed().map(str::to_owned)
            };
            let done = match path.extension() {
                Some(end) if end == "log" => journal::reword(self.disk, path, &bytes, said),
                // It is there to be read by eye.
                _ => journal::put_over(self.disk, path, &[without.text.into_bytes()]),
            };
            out.tried(path, done);
        }
        out.seen.push(Seen {
            private: true,
            ..self.seen(path, without.places, false)
        });
    }
}
