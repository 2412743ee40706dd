//! The urn of an open vote on the disk: one file of fixed size, overwritten in place, outside journal, backups and index. It
//! holds the papers in canonical order and nothing of who put them in or when. The same text stands in it twice, so that a kill
//! or a power cut in the middle of writing leaves at least one whole; between two papers both are alike, and neither tells the last one. Only
//! who holds the lock of the session reads or writes it.

use super::disk::{Disk, Held, is_there};
use super::worker::Order;
use super::{Handle, Store, fault};
use crate::domain::ids::BallotId;
use crate::domain::problem::Problem;
use crate::domain::ron_fault;
use crate::domain::seal::fingerprint;
use crate::domain::urn::Urn;
use std::io;
use std::path::{Path, PathBuf};

/// Bytes of one of the two halves: more than the longest urn takes.
const HALF: usize = 96 * 1024;
/// How many times the same text stands in it.
pub(super) const COPIES: usize = 2;

impl Store {
    /// Keeps the urn of the vote that is open in a session, in one move before the frame that tells of it. The file is found by
    /// its name each time: one that was taken away meanwhile would take the papers with it.
    pub fn keep_urn(&mut self, handle: Handle, urn: &Urn) -> Result<(), Problem> {
        if let Some(why) = self.relock(handle) {
            let path = self.path_of(handle).unwrap_or_default();
            return Err(Problem::ReadOnly(path, why));
        }
        let Some(path) = self.urn_path(handle) else {
            return Ok(());
        };
        let new = !is_there(&*self.disk, &path);
        let kept = encode(urn).and_then(|half| {
            if new {
                self.overwrite(&path, &half)
            } else {
                self.renew(&path, &half)
            }
        });
        let file = kept.map_err(fault::at(&path))?;
        // Waited for by nobody: a kill loses nothing without it, a power cut does. The thread ends only with the store.
        let _ = self.orders.send(Order::Settle(file, new));
        Ok(())
    }

    /// The urn that was kept for this vote of a session; none when there is none, or none that is whole.
    pub fn urn(&self, handle: Handle, ballot: BallotId) -> Option<Urn> {
        let halves = self.disk.read_slot(&self.urn_path(handle)?, COPIES).ok()?;
        let mut whole = halves.iter().filter_map(|half| decode(half));
        whole.find(|urn| urn.ballot() == ballot)
    }

    /// Destroys what was kept of the urn of a session: overwritten first, then taken away.
    pub fn drop_urn(&mut self, handle: Handle) -> Result<(), Problem> {
        let there = |path: &PathBuf| is_there(&*self.disk, path);
        let Some(path) = self.urn_path(handle).filter(there) else {
            return Ok(());
        };
        let blank = self.overwrite(&path, &vec![0; HALF]);
        let blank = blank.and_then(|file| self.disk.sync(&file));
        // What cannot be overwritten is taken away all the same.
        let gone = self.disk.remove(&path);
        gone.and(blank).map_err(fault::at(&path))
    }

    /// Writes one copy after the other, the second once the disk has the first: whatever a power cut leaves of the one that is
    /// being written, the other is whole.
    fn renew(&self, path: &Path, half: &[u8]) -> io::Result<Held> {
        let mut held = self.disk.open_slot(path)?;
        // The second may still be on its way from the last time. A kill loses nothing, whatever the disk says of it.
        let known = self.disk.sync(&held);
        self.disk.write_copy(&mut held, half, 0)?;
        known.and(self.disk.sync(&held))?;
        self.disk.write_copy(&mut held, half, 1)?;
        Ok(held)
    }

    fn overwrite(&self, path: &Path, half: &[u8]) -> io::Result<Held> {
        let mut held = self.disk.open_slot(path)?;
        self.disk.write_slot(&mut held, half, COPIES)?;
        Ok(held)
    }

    /// The urn goes along with a session that a conflict moved.
    pub(super) fn move_urn(&self, from: &Path, to: &Path) {
        let place = |path: &Path| self.workspace.own("urns", path, ".urn");
        // One that cannot be moved is written anew with the next paper.
        let moved = self.disk.rename(&place(from), &place(to));
        let _ = moved.and_then(|()| self.disk.sync_folder(super::atomic::folder_of(&place(to))));
    }

    /// Whether papers of a vote that is open lie beside the session at `path`, which is not open here.
    pub fn has_urn(&self, path: &Path) -> bool {
        is_there(&*self.disk, &self.workspace.own("urns", path, ".urn"))
    }

    /// Where the urn of a session lies, for who holds its lock.
    fn urn_path(&self, handle: Handle) -> Option<PathBuf> {
        let live = self.open.get(&handle).filter(|l| l.lock.is_some())?;
        Some(self.workspace.own("urns", &live.at, ".urn"))
    }
}

/// Says the words of an urn as `with` says them, if that is asked; those that it says nothing of stay as they are. Gives how many
/// it says otherwise, nothing when the urn cannot be read. Only who holds the lock of the session may write.
pub(super) fn reword(
    disk: &dyn Disk,
    path: &Path,
    with: &dyn Fn(&str) -> Option<String>,
    write: bool,
) -> io::Result<Option<usize>> {
    let halves = disk.read_slot(path, COPIES)?;
    if halves.iter().flatten().all(|byte| *byte == 0) {
        return Ok(Some(0));
    }
    let whole: Vec<Urn> = halves.iter().filter_map(|half| decode(half)).collect();
    let Some(urn) = whole.first() else {
        return Ok(None);
    };
    let words = whole.iter().flat_map(Urn::words);
    let n = words.filter(|word| with(word.as_str()).is_some()).count();
    if n > 0 && write {
        let half = encode(&urn.reworded(with))?;
        let mut held = disk.open_slot(path)?;
        disk.write_slot(&mut held, &half, COPIES)?;
        disk.sync(&held)?;
    }
    Ok(Some(n.div_ceil(whole.len())))
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

/// The first of the halves that is whole.
pub(super) fn whole(halves: Vec<Vec<u8>>) -> Option<Vec<u8>> {
    halves.into_iter().find(|half| decode(half).is_some())
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::ballot::{Answer, Paper};
    use crate::domain::text::Text;
    use crate::domain::urn::{Cast, MAX_PAPERS, MAX_WORD};
    use crate::domain::vote::MAX_OPTIONS;

    #[test]
    fn the_fullest_urn_takes_as_many_bytes_as_the_empty_one() {
        let empty = encode(&Urn::new(BallotId(1))).unwrap();
        let papers = [
            Paper {
                points: vec![u32::MAX; MAX_OPTIONS],
                answers: Vec::new(),
            },
            Paper {
                points: Vec::new(),
                answers: vec![Answer::Abstain; MAX_OPTIONS],
            },
        ];
        // Signs that are written as their number take the most.
        for word in ["\u{e0100}", "\"", "é", "\u{1f469}"].map(|sign| sign.repeat(MAX_WORD)) {
            for paper in &papers {
                let mut urn = Urn::new(BallotId(1));
                for _ in 0..=MAX_PAPERS {
                    urn.put(Cast::Paper(paper.clone()));
                    urn.say(&Text::line(&word));
                }
                let bytes = encode(&urn).unwrap();
                assert_eq!(bytes.len(), empty.len(), "{word}");
                assert_eq!(decode(&bytes), Some(urn));
            }
        }
    }
}
