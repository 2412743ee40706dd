//! The urn of an open vote on the disk: one file of fixed size, overwritten in place, outside journal, backups and index. It
//! holds the papers in canonical order and nothing of who put them in or when. The same text stands in it twice, so that a kill
//! in the middle of writing leaves at least one whole; between two papers both are alike, and neither tells the last one.

use super::atomic::private;
use super::{Handle, Store, fault};
use crate::domain::ids::BallotId;
use crate::domain::problem::Problem;
use crate::domain::ron_fault;
use crate::domain::seal::fingerprint;
use crate::domain::urn::Urn;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek as _, Write as _};
use std::path::{Path, PathBuf};

/// Bytes of one of the two halves: more than the longest urn takes.
const HALF: usize = 48 * 1024;

/// The file of an urn.
#[derive(Debug)]
pub struct UrnFile {
    path: PathBuf,
    file: File,
}

impl UrnFile {
    /// The file at `path`, made if it is not there.
    pub fn open(path: &Path) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        let file = private(&mut options).open(path)?;
        let path = path.to_owned();
        Ok(Self { path, file })
    }

    /// Overwrites it with the urn as it is now.
    pub fn keep(&mut self, urn: &Urn) -> io::Result<()> {
        let half = encode(urn)?;
        self.file.rewind()?;
        self.file.write_all(&half)?;
        self.file.write_all(&half)
    }

    /// Overwrites it with nothing and takes it away.
    pub fn destroy(mut self) -> io::Result<()> {
        self.file.rewind()?;
        self.file.write_all(&vec![0; HALF * 2])?;
        let _ = self.file.sync_data();
        fs::remove_file(&self.path)
    }
}

/// The urn kept at `path`, if there is one and it is whole and that of this vote.
pub fn read(path: &Path, ballot: BallotId) -> Option<Urn> {
    let bytes = fs::read(path).ok()?;
    let mut halves = bytes.chunks(HALF);
    halves.find_map(decode).filter(|urn| urn.ballot() == ballot)
}

impl Store {
    /// Keeps the urn of the vote that is open in a session, in one move before the frame that tells of it.
    pub fn keep_urn(&mut self, handle: Handle, urn: &Urn) -> Result<(), Problem> {
        let Some(live) = self.open.get_mut(&handle) else {
            return Ok(());
        };
        let path = self.workspace.own("urns", &live.at, ".urn");
        let kept = match &mut live.urn {
            Some(file) => file.keep(urn),
            None => UrnFile::open(&path).and_then(|file| live.urn.insert(file).keep(urn)),
        };
        kept.map_err(fault::at(&path))
    }

    /// The urn that was kept for this vote of a session; none when there is none, or none that is whole.
    pub fn urn(&self, handle: Handle, ballot: BallotId) -> Option<Urn> {
        let live = self.open.get(&handle)?;
        read(&self.workspace.own("urns", &live.at, ".urn"), ballot)
    }

    /// Destroys what was kept of the urn of a session.
    pub fn drop_urn(&mut self, handle: Handle) -> Result<(), Problem> {
        let Some(live) = self.open.get_mut(&handle) else {
            return Ok(());
        };
        let path = self.workspace.own("urns", &live.at, ".urn");
        let file = match live.urn.take() {
            Some(file) => Ok(file),
            None if path.exists() => UrnFile::open(&path),
            None => return Ok(()),
        };
        let gone = file.and_then(UrnFile::destroy);
        gone.map_err(fault::at(&path))
    }
}

fn encode(urn: &Urn) -> io::Result<Vec<u8>> {
    let text = ron::to_string(urn).map_err(io::Error::other)?;
    let mut bytes = format!("{} {}\n{text}", fingerprint(text.as_bytes()), text.len()).into_bytes();
    if bytes.len() > HALF {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    bytes.resize(HALF, 0);
    Ok(bytes)
}

fn decode(half: &[u8]) -> Option<Urn> {
    let end = half.iter().position(|b| *b == b'\n')?;
    let line = std::str::from_utf8(&half[..end]).ok()?;
    let (wanted, len) = line.split_once(' ')?;
    let stop = (end + 1).checked_add(len.parse().ok()?)?;
    let text = std::str::from_utf8(half.get(end + 1..stop)?).ok()?;
    if fingerprint(text.as_bytes()) != wanted {
        return None;
    }
    ron_fault::read::<Urn>(text).ok().map(Urn::in_order)
}
