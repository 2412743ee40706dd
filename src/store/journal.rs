//! What was typed since the last save, edit by edit, so that a kill loses nothing. Each edit is one write of one record with
//! its length and checksum. The head names the file the edits start from; each save leaves a mark with the fingerprint of
//! what it is about to write, so that the edits already in the file that is found are known and not done twice.

mod records;

pub use records::Replayed;

use super::disk::{Disk, Held, is_there, remove};
use crate::domain::parts::{Change, Parts};
use records::{NO_FILE, head, payload, record, renumbered, replay};
use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Beyond this size, in bytes, what is saved already is left out at the next save.
const LONG: u64 = 256 * 1024;

/// The journal of one open document. Its file stays while the document is open: making a new one at the first key after every
/// save would cost that key more than all the rest.
#[derive(Debug)]
pub struct Journal {
    disk: Arc<dyn Disk>,
    path: PathBuf,
    file: Option<Held>,
    seq: u64,
    base: String,
    unsaved: VecDeque<(u64, Vec<u8>)>,
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
        }
    }

    /// The journal left at `path`, to be gone on with, and `doc` (whose file has the fingerprint `base`) brought up to date.
    pub fn resume<D: Parts>(
        disk: Arc<dyn Disk>,
        path: PathBuf,
        base: Option<String>,
        doc: &mut D,
    ) -> io::Result<(Self, Replayed)> {
        let mut journal = Self::new(disk, path, base);
        let bytes = match journal.disk.read_log(&journal.path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
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
            journal.unsaved.push_back((seq, renumbered(bytes, seq)));
            journal.seq = seq;
        }
        journal.rewrite()?;
        Ok((journal, replayed))
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
        self.unsaved.push_back((self.seq, record.clone()));
        match self.file {
            Some(_) => self.write(&record),
            None => self.begin(),
        }
    }

    /// Says that what is about to be saved holds the edits up to `seq` and has this fingerprint. What comes back has to be
    /// synced before the file is in place: else a power cut could leave the new file beside a journal that does not know it.
    pub fn mark(&mut self, seq: u64, print: &str) -> io::Result<Option<Held>> {
        self.write(&record(b'M', seq, print))?;
        self.file.as_ref().map(Held::twin).transpose()
    }

    /// The edits up to `seq` are in the file, which now has this fingerprint.
    pub fn saved(&mut self, seq: u64, print: &str) -> io::Result<()> {
        self.unsaved.retain(|(at, _)| *at > seq);
        print.clone_into(&mut self.base);
        if self.file.as_ref().is_some_and(|file| file.len > LONG) {
            return self.rewrite();
        }
        Ok(())
    }

    /// Nothing more is written for now: a journal whose edits are all in the file goes.
    pub fn rest(&mut self) -> io::Result<()> {
        if self.unsaved.is_empty() {
            return self.rewrite();
        }
        Ok(())
    }

    /// From now on at another place: what is saved went to a file of its own.
    pub fn move_to(&mut self, path: PathBuf, seq: u64, print: &str) -> io::Result<()> {
        let old = std::mem::replace(&mut self.path, path);
        self.unsaved.retain(|(at, _)| *at > seq);
        print.clone_into(&mut self.base);
        self.rewrite()?;
        remove(&*self.disk, &old)
    }

    /// Removes the journal: all is in the file, which never changes again.
    pub fn discard(&mut self) -> io::Result<()> {
        self.unsaved.clear();
        self.file = None;
        remove(&*self.disk, &self.path)
    }

    /// Puts what is not saved into a new file in place of the old; none at all when everything is saved.
    fn rewrite(&mut self) -> io::Result<()> {
        if self.unsaved.is_empty() {
            self.file = None;
            return remove(&*self.disk, &self.path);
        }
        self.begin()
    }

    fn write(&mut self, record: &[u8]) -> io::Result<()> {
        let Some(file) = &mut self.file else {
            return Ok(());
        };
        // After a failure the next write makes a new file.
        self.disk
            .append(file, record)
            .inspect_err(|_| self.file = None)
    }

    /// Begins a new file with its head and what is not saved yet.
    fn begin(&mut self) -> io::Result<()> {
        let mut bytes = head(&self.base);
        for (_, record) in &self.unsaved {
            bytes.extend_from_slice(record);
        }
        self.file = None;
        let temp = self.path.with_extension("tmp");
        remove(&*self.disk, &temp)?;
        let mut file = self.disk.create_log(&temp)?;
        self.disk.append(&mut file, &bytes)?;
        self.disk.rename(&temp, &self.path)?;
        self.file = Some(file);
        Ok(())
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
