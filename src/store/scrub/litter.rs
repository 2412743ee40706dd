//! What a write that was killed left behind: known by its name, and by the word in it. What another instance is just writing has
//! its lock.

use super::super::disk::is_there;
use super::super::erase::is_erased;
use super::super::fault;
use super::own::{is_key, stem_of};
use super::{Scrub, Scrubbed};
use crate::domain::problem::{DiskFault, Problem};
use std::path::{Path, PathBuf};

/// Signs by which what is written at once is told apart.
const SIGNS: usize = 8;

/// Whether it is the name of a file before it takes its place, as the program makes them: `.name.0123abcd.tmp`.
pub fn is_temp(name: &str) -> bool {
    inner(name).is_some()
}

/// The name that it was to get; nothing when it does not say.
fn inner(name: &str) -> Option<&str> {
    let stem = name.strip_prefix('.')?.strip_suffix(".tmp")?;
    let at = stem.len().checked_sub(SIGNS)?;
    let (before, signs) = stem.split_at_checked(at)?;
    let hex = |c: u8| c.is_ascii_digit() || (b'a'..=b'f').contains(&c);
    if !signs.bytes().all(hex) {
        return None;
    }
    if before == "crex-" {
        return Some("");
    }
    before.strip_suffix('.').filter(|name| !name.is_empty())
}

impl Scrub<'_> {
    /// Destroys those that may hold the word, or counts them. The others go as well when it is done: a text that was cut may end
    /// with the first letters of the word.
    pub fn litter(&self, temps: &[PathBuf], out: &mut Scrubbed) {
        for path in temps {
            let lock = self.lock_of(path);
            let holds = match self.may_hold(path) {
                Ok(holds) => holds,
                // Half of what was encrypted cannot be read by anybody.
                Err(DiskFault::Altered) if lock.is_some() => true,
                Err(fault) => {
                    out.tell(Problem::Disk(path.clone(), fault));
                    continue;
                }
            };
            if !holds && (lock.is_none() || !self.deed) {
                continue;
            }
            let lock = lock.filter(|_| self.deed);
            match lock.map(|lock| self.locked(&lock)).transpose() {
                Ok(_lock) if holds => self.destroy(path, out),
                Ok(_lock) => self.end(path, out),
                Err(problem) => out.tell(problem),
            }
        }
    }

    fn may_hold(&self, path: &Path) -> Result<bool, DiskFault> {
        // A log in the making is read as one.
        let log = path
            .parent()
            .is_some_and(|folder| folder.ends_with("journal"));
        let read = if log {
            self.disk.read_log(path)
        } else {
            self.disk.read(path)
        };
        let bytes = read.map_err(|error| fault::disk(&error))?;
        let text = String::from_utf8_lossy(&bytes);
        let named = path.file_name().unwrap_or_default().to_string_lossy();
        let named = self.asked.word.is_in(&named);
        Ok(named || is_erased(&bytes) || self.asked.word.may_be_in(&text))
    }

    /// The lock of the document that it is of, where there is one: nobody holds one that is not there.
    fn lock_of(&self, path: &Path) -> Option<PathBuf> {
        let hidden = self.workspace.root().join(".crex");
        let name = path.file_name()?.to_string_lossy().into_owned();
        let folder = path.parent()?;
        let key = stem_of(Path::new(inner(&name).unwrap_or(&name)));
        let place = if folder.starts_with(&hidden) {
            let of = [
                Some(key),
                folder
                    .file_name()
                    .map(|name| name.to_string_lossy().into_owned()),
            ];
            let key = of.into_iter().flatten().find(|key| is_key(key))?;
            hidden.join("locks").join(format!("{key}.lock"))
        } else {
            let target = inner(&name).filter(|name| !name.is_empty())?;
            self.workspace
                .own("locks", &path.with_file_name(target), ".lock")
        };
        is_there(self.disk, &place).then_some(place)
    }
}
