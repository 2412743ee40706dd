//! Where the user was in a document: one line in a file of fixed blocks, overwritten in place by a single write, so that a
//! kill leaves either the old place or the new one.

use super::disk::{Disk, Held};
use crate::domain::seal::fingerprint;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const BLOCK: usize = 512;

/// The place kept for one document.
#[derive(Debug)]
pub struct Place {
    disk: Arc<dyn Disk>,
    path: PathBuf,
    file: Option<Held>,
    last: String,
}

impl Place {
    /// The place kept at `path`.
    pub fn new(disk: Arc<dyn Disk>, path: PathBuf) -> Self {
        let last = read(&*disk, &path).unwrap_or_default();
        let file = None;
        Self {
            disk,
            path,
            file,
            last,
        }
    }

    /// From now on at another path, with the place kept last.
    pub fn move_to(&mut self, path: PathBuf) -> io::Result<()> {
        let last = std::mem::take(&mut self.last);
        *self = Self::new(Arc::clone(&self.disk), path);
        self.set(&last)
    }

    /// Keeps a place; line breaks in it become spaces.
    pub fn set(&mut self, place: &str) -> io::Result<()> {
        let place = place.replace('\n', " ");
        if place == self.last {
            return Ok(());
        }
        if self.file.is_none() {
            self.file = Some(self.disk.open_slot(&self.path)?);
        }
        if let Some(file) = &mut self.file {
            let mut bytes = format!("{} {}\n{place}\n", sum(&place), place.len()).into_bytes();
            bytes.resize(bytes.len().next_multiple_of(BLOCK), b' ');
            self.disk.write_slot(file, &bytes, 1)?;
            self.last = place;
        }
        Ok(())
    }
}

/// The place kept at `path`, if there is one and it is whole.
pub fn read(disk: &dyn Disk, path: &Path) -> Option<String> {
    parse(disk.read_slot(path, 1).ok()?.first()?)
}

/// The place in the bytes of such a file.
pub fn parse(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (line, rest) = text.split_once('\n')?;
    let (wanted, len) = line.split_once(' ')?;
    let place = rest.get(..len.parse().ok()?)?;
    (sum(place) == wanted).then(|| place.to_owned())
}

fn sum(place: &str) -> String {
    let mut sum = fingerprint(place.as_bytes());
    sum.truncate(8);
    sum
}
