//! What the program keeps of documents goes where they go: backups, journals, the papers of a vote.

use super::super::super::disk::{is_there, paths_in};
use super::super::super::erase::is_erased;
use super::super::super::fault;
use super::super::super::settling::is_hidden;
use super::super::names::{blank_name, stem_of};
use super::super::records;
use super::{Planning, What, numbered, read};
use crate::domain::problem::Problem;
use crate::domain::seal::fingerprint;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

impl Planning<'_> {
    /// The same, or one that says the same already.
    fn place(
        &self,
        names: impl Iterator<Item = PathBuf>,
        what: What,
        print: &str,
    ) -> (PathBuf, bool) {
        for path in names.filter(|path| !self.places.contains(path)) {
            if !is_there(self.to, &path) {
                return (path, false);
            }
            let said = read(self.to, &path, what).unwrap_or_default();
            if fingerprint(&said) == print {
                return (path, true);
            }
        }
        (PathBuf::new(), false)
    }

    /// What lies among the backups: those of documents in a folder each, and what was put away, with its journal.
    pub(super) fn backups(&mut self, folder: &Path, into: &Path) -> Result<(), Problem> {
        let mut all: Vec<PathBuf> = paths_in(self.from, folder).collect();
        // A document before its journal.
        all.sort_by_key(|path| (has_ending(path, "log"), path.clone()));
        let mut logs = HashMap::new();
        for path in all {
            if self.from.is_link(&path) {
                // It leads to what is not the program's: that is told.
                continue;
            }
            if self.from.stat(&path).is_ok_and(|meta| meta.is_dir()) {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let name = self.key(&name);
                self.backups(&path, &into.join(name))?;
                self.plan.folders.push(path);
            } else if has_ending(&path, self.from.ending()) && !is_hidden(&path) {
                let Some(print) = self.print(&path, What::Whole)? else {
                    continue;
                };
                let stem = quiet(&path, self.encrypts);
                let names = numbered(into, &stem, self.to.ending());
                let (place, done) = self.place(names, What::Whole, &print);
                logs.insert(stem_of(&path), place.with_extension("log"));
                self.item(&path, place, What::Whole, &print, done);
            } else if has_ending(&path, "log")
                && !is_hidden(&path)
                && let Some(print) = self.print(&path, What::Log)?
            {
                let beside = logs.get(&stem_of(&path)).cloned();
                let alone = || into.join(quiet(&path, self.encrypts) + ".log");
                // One that a turning left there is another's no more.
                self.item(
                    &path,
                    beside.unwrap_or_else(alone),
                    What::Log,
                    &print,
                    false,
                );
            }
        }
        Ok(())
    }

    /// What the program keeps of documents, in one folder by their keys.
    pub(super) fn kept(&mut self, folder: &Path, what: What) -> Result<(), Problem> {
        let mut all: Vec<PathBuf> = paths_in(self.from, folder).collect();
        all.sort_unstable();
        for path in all {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let Some((key, ending)) = name.split_once('.') else {
                continue;
            };
            let ours = match what {
                What::Urn => ending == "urn",
                _ => ending == "log" || ending.starts_with("damaged"),
            };
            let Some(print) = (if ours { self.print(&path, what)? } else { None }) else {
                continue;
            };
            let key = self.key(key);
            let mut names = numbered(folder, &key, ending).peekable();
            // In its place, where its name says nothing as it is.
            let (place, done) = if names.peek() == Some(&path) {
                (path.clone(), false)
            } else {
                self.place(names, what, &print)
            };
            self.item(&path, place, what, &print, done);
        }
        Ok(())
    }

    /// How what is called so in the old form is called in the new one: of a document that is not there, by what says nothing.
    fn key(&self, name: &str) -> String {
        if let Some(key) = self.keys.get(name) {
            return key.clone();
        }
        let print = name.rsplit('-').next().filter(|print| is_print(print));
        match print {
            _ if !self.encrypts => name.to_owned(),
            Some(print) => print.to_owned(),
            None => fingerprint(name.as_bytes())[..8].to_owned(),
        }
    }

    /// The fingerprint of what a file says in the old form; none when it is in the new one, or nothing is left of it.
    fn print(&mut self, path: &Path, what: What) -> Result<Option<String>, Problem> {
        let raw = if self.encrypts { self.from } else { self.to };
        let told = fault::at(path);
        if what != What::Whole {
            let bytes = raw.read_log(path).map_err(&told)?;
            let turned = records::is_sealed(&bytes) == self.encrypts;
            if turned && !is_erased(&bytes) && !bytes.is_empty() {
                return Ok(None);
            }
        }
        let bytes = read(self.from, path, what).map_err(&told)?;
        if bytes.is_empty() || is_erased(&bytes) {
            self.plan.gone.push(path.to_owned());
            return Ok(None);
        }
        Ok(Some(fingerprint(&bytes)))
    }
}

/// Eight digits that tell a document.
fn is_print(text: &str) -> bool {
    text.len() == 8 && text.bytes().all(|b| b.is_ascii_hexdigit())
}

/// The name of a backup, which says nothing: the hour, or of which seal it is.
fn quiet(path: &Path, encrypts: bool) -> String {
    let stem = stem_of(path);
    let known = ["sealed-", "aside-"]
        .iter()
        .any(|start| stem.starts_with(start));
    let hour = stem.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    if known || hour || !encrypts {
        stem
    } else {
        blank_name(path)
    }
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|end| end == ending)
}
