//! What was typed since the last save, edit by edit, so that a kill loses nothing. Each edit is one write of one record with
//! its length and checksum. The head names the file the edits start from; each save leaves a mark with the fingerprint of
//! what it is about to write, so that the edits already in the file that is found are known and not done twice.

mod records;
mod reword;

pub use records::Replayed;
pub use reword::{put_over, reword};

use super::atomic::folder_of;
use super::disk::{Disk, Held, is_there, remove};
use crate::domain::parts::{Change, Parts};
use records::{NO_FILE, head, payload, record, renumbered, replay};
use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Beyond this size, in bytes, what is saved already is left out at the next save.
const LONG: u64 = 256 * 1024;
/// Most tries to save that are kept in mind while none is known to have gone well.
const TRIED: usize = 16;

/// An edit that no file has yet.
#[derive(Debug)]
struct Unsaved {
    seq: u64,
    record: Vec<u8>,
    /// The path of the only value that it sets, if it sets but one.
    sets: Option<String>,
}

/// The journal of one open document. Its file stays while the document is open: making a new one at the first key after every
/// save would cost that key more than all the rest.
#[derive(Debug)]
pub struct Journal {
    disk: Arc<dyn Disk>,
    path: PathBuf,
    file: Option<Held>,
    seq: u64,
    base: String,
    unsaved: VecDeque<Unsaved>,
    /// What was about to be saved since the last save that is known to have gone well: the last edit in it, its fingerprint.
    tried: VecDeque<(u64, String)>,
    /// Whether what lies at the path lacks something, or holds it half: a new file has to take its place.
    stale: bool,
    /// Where it was before, as long as the disk does not let go of what lies there.
    left: Vec<PathBuf>,
    /// How often a name changed in the folder, and of how many of these times the disk is known to have it.
    names: (u64, u64),
}

impl Journal {
    /// The journal at `path` of a document whose file has the fingerprint `base`; nothing is written yet.
    pub fn new(disk: Arc<dyn Disk>, path: PathBuf, base: Option<String>) -> Self {
        Self {
            disk,
            path,
            file: None,
            seq: 0,
            base: base.unwrap_or_else(|| NO_FILE.to_owned()),
            unsaved: VecDeque::new(),
            tried: VecDeque::new(),
            stale: false,
            left: Vec::new(),
            // An earlier program may have taken a journal away that a power cut would bring back.
            names: (1, 0),
        }
    }

    /// The journal left at `path`, to be gone on with, and `doc` (whose file has the fingerprint `base`) brought up to date.
    /// What lies there stays as it is until [`Journal::renew`].
    pub fn resume<D: Parts>(
        disk: Arc<dyn Disk>,
        path: PathBuf,
        base: Option<String>,
        doc: &mut D,
    ) -> io::Result<(Self, Replayed)> {
        let mut journal = Self::new(disk, path, base);
        let bytes = match journal.disk.read_log(&journal.path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound && journal.is_absent()? => {
                return Ok((journal, Replayed::default()));
            }
            Err(error) => return Err(error),
        };
        let (left, replayed) = replay(&bytes, &journal.base, doc);
        if replayed.damaged.is_some() {
            journal.keep_aside()?;
        }
        for (index, bytes) in left.into_iter().enumerate() {
            let seq = index as u64 + 1;
            journal.unsaved.push_back(Unsaved {
                seq,
                record: renumbered(bytes, seq),
                sets: None,
            });
            journal.seq = seq;
        }
        journal.stale = true;
        Ok((journal, replayed))
    }

    /// Whether its folder says that there is none. A share that just went away knows of no file: a journal begun anew when it
    /// is back would take the place of the one that lies there.
    fn is_absent(&self) -> io::Result<bool> {
        let names = self.disk.list(folder_of(&self.path))?;
        Ok(names
            .iter()
            .all(|name| Some(name.as_os_str()) != self.path.file_name()))
    }

    /// Keeps the file as it is under a name of its own, before a new one takes its place: what is damaged in it may be read by
    /// eye.
    fn keep_aside(&self) -> io::Result<()> {
        let names = (1..).map(|n| match n {
            1 => "damaged".to_owned(),
            n => format!("damaged-{n}"),
        });
        let mut places = names.map(|name| self.path.with_extension(name));
        match places.find(|place| !is_there(&*self.disk, place)) {
            Some(place) => self.disk.keep(&self.path, &place),
            None => Ok(()),
        }
    }

    /// Puts what was found again into a journal that starts from the file as it is now. What cannot be written now is written
    /// with the next edit or save.
    pub fn renew(&mut self) {
        if self.stale {
            let _ = self.rewrite();
        }
    }

    /// The number of the last edit.
    pub fn seq(&self) -> u64 {
        self.seq
    }

    /// Writes one edit: a single write, not waited for.
    pub fn append(&mut self, changes: &[Change]) -> io::Result<()> {
        if changes.is_empty() {
            return Ok(());
        }
        self.seq += 1;
        let record = record(b'C', self.seq, &payload(changes));
        // Also when it cannot be written now: the next edit that can be brings it along.
        let sets = match changes {
            [only] if only.value.is_some() => Some(only.path.clone()),
            _ => None,
        };
        // What is typed in one field while no save goes well is one edit, the last: else each key would cost more than the
        // one before.
        let last = self.unsaved.back();
        if last.is_some_and(|last| last.sets.is_some() && last.sets == sets) {
            self.unsaved.pop_back();
        }
        self.unsaved.push_back(Unsaved {
            seq: self.seq,
            record: record.clone(),
            sets,
        });
        match self.file {
            Some(_) => self.write(&record),
            None => self.begin(),
        }
    }

    /// Whether what is not saved would be found again after a kill: a file that was taken away, or whose folder was, is still
    /// written to without a word.
    pub fn is_kept(&self) -> bool {
        let whole = |file: &Held| {
            let there = self.disk.stat(&self.path);
            there.is_ok_and(|meta| meta.len() == file.len)
        };
        self.unsaved.is_empty() || self.file.as_ref().is_some_and(whole)
    }

    /// Says that what is about to be saved holds the edits up to `seq` and has this fingerprint. What comes back has to be
    /// synced before the file is in place, and [`Journal::unnamed`] too: else a power cut could leave the new file beside a
    /// journal that does not know it, or beside one that was taken away long ago.
    pub fn mark(&mut self, seq: u64, print: &str) -> io::Result<Option<Held>> {
        self.tried.push_back((seq, print.to_owned()));
        if self.tried.len() > TRIED {
            self.tried.pop_front();
        }
        if self.stale || self.write(&record(b'M', seq, print)).is_err() {
            self.begin()?;
        }
        self.file.as_ref().map(Held::twin).transpose()
    }

    /// The disk could not be waited for: what it has of the journal is not known.
    pub fn doubt(&mut self) {
        self.file = None;
        self.stale = true;
    }

    /// Its folder, when a name in it changed that the disk may not have yet, and which change this is.
    pub fn unnamed(&self) -> Option<(PathBuf, u64)> {
        let (now, known) = self.names;
        (now > known).then(|| (folder_of(&self.path).to_owned(), now))
    }

    /// The disk has the names as they were at this change.
    pub fn named(&mut self, change: u64) {
        self.names.1 = self.names.1.max(change);
    }

    /// The edits up to `seq` are in the file, which now has this fingerprint.
    pub fn saved(&mut self, seq: u64, print: &str) -> io::Result<()> {
        self.now_in_file(seq, print);
        self.clear()?;
        let long = self.file.as_ref().is_some_and(|file| file.len > LONG);
        if long || self.stale {
            return self.rewrite();
        }
        Ok(())
    }

    fn now_in_file(&mut self, seq: u64, print: &str) {
        self.unsaved.retain(|edit| edit.seq > seq);
        self.tried.clear();
        print.clone_into(&mut self.base);
    }

    /// Nothing more is written for now: a journal whose edits are all in the file goes.
    pub fn rest(&mut self) -> io::Result<()> {
        let cleared = self.clear();
        if self.unsaved.is_empty() {
            self.rewrite()?;
        }
        cleared
    }

    /// From now on at another place: what is saved went to a file of its own.
    pub fn move_to(&mut self, path: PathBuf, seq: u64, print: &str) -> io::Result<()> {
        let old = std::mem::replace(&mut self.path, path);
        self.now_in_file(seq, print);
        // The old one holds nothing that the file does not: it goes also when a new one cannot be begun.
        let begun = self.rewrite();
        self.names.0 += 1;
        // Whatever the disk says of it, it is looked for once more with the next save.
        let gone = self.disk.remove(&old).inspect_err(|_| self.left.push(old));
        begun.and(gone)
    }

    fn clear(&mut self) -> io::Result<()> {
        while let Some(old) = self.left.last() {
            remove(&*self.disk, old)?;
            self.names.0 += 1;
            self.left.pop();
        }
        Ok(())
    }

    /// Removes the journal: all is in the file, which never changes again.
    pub fn discard(&mut self) -> io::Result<()> {
        self.unsaved.clear();
        self.rewrite()
    }

    /// Puts what is not saved into a new file in place of the old; none at all when everything is saved.
    fn rewrite(&mut self) -> io::Result<()> {
        if !self.unsaved.is_empty() {
            return self.begin();
        }
        self.file = None;
        self.names.0 += 1;
        let gone = remove(&*self.disk, &self.path);
        self.stale = gone.is_err();
        gone.and(remove(&*self.disk, &self.temp()))
    }

    fn write(&mut self, record: &[u8]) -> io::Result<()> {
        let Some(file) = &mut self.file else {
            return Ok(());
        };
        // After a failure the next write makes a new file.
        let written = self.disk.append(file, &[record]);
        written.inspect_err(|_| self.doubt())
    }

    /// Begins a new file with its head, what is not saved yet, and what was tried to be saved.
    fn begin(&mut self) -> io::Result<()> {
        let head = head(&self.base);
        let marks = self.tried.iter();
        let marks: Vec<Vec<u8>> = marks
            .map(|(seq, print)| record(b'M', *seq, print))
            .collect();
        let edits = self.unsaved.iter().map(|edit| &edit.record);
        let all = std::iter::once(&head).chain(edits).chain(&marks);
        let all: Vec<Vec<u8>> = all.cloned().collect();
        // What takes the place of a journal that a power cut would spare must be spared too; else nobody waits here.
        let settle = self.stale;
        self.doubt();
        let temp = self.temp();
        remove(&*self.disk, &temp)?;
        let begun = self.put(&temp, &all, settle);
        let file = begun.inspect_err(|_| drop(self.disk.remove(&temp)))?;
        self.file = Some(file);
        self.stale = false;
        Ok(())
    }

    fn put(&mut self, temp: &Path, records: &[Vec<u8>], settle: bool) -> io::Result<Held> {
        let mut file = self.disk.create_log(temp)?;
        let records: Vec<&[u8]> = records.iter().map(Vec::as_slice).collect();
        self.disk.append(&mut file, &records)?;
        if settle {
            self.disk.sync(&file)?;
        }
        self.names.0 += 1;
        self.disk.rename(temp, &self.path)?;
        Ok(file)
    }

    fn temp(&self) -> PathBuf {
        self.path.with_extension("tmp")
    }
}

/// Brings `doc`, whose file has the fingerprint `base`, up to date with the journal at `path`, which is left as it is.
pub fn peek<D: Parts>(disk: &dyn Disk, path: &Path, base: Option<&str>, doc: &mut D) -> Replayed {
    match disk.read_log(path) {
        Ok(bytes) => again(&bytes, base, doc),
        Err(_) => Replayed::default(),
    }
}

/// The same with what was read of the journal.
pub fn again<D: Parts>(bytes: &[u8], base: Option<&str>, doc: &mut D) -> Replayed {
    replay(bytes, base.unwrap_or(NO_FILE), doc).1
}
