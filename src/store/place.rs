//! Where the user was in a document: one line in a file of fixed blocks, overwritten in place by a single write, so that a
//! kill leaves either the old place or the new one.

use super::atomic::private;
use crate::domain::seal::fingerprint;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek as _, Write as _};
use std::path::{Path, PathBuf};

const BLOCK: usize = 512;

/// The place kept for one document.
#[derive(Debug)]
pub struct Place {
    path: PathBuf,
    file: Option<File>,
    last: String,
}

impl Place {
    /// The place kept at `path`.
    pub fn new(path: PathBuf) -> Self {
        let last = read(&path).unwrap_or_default();
        let file = None;
        Self { path, file, last }
    }

    /// From now on at another path, with the place kept last.
    pub fn move_to(&mut self, path: PathBuf) -> io::Result<()> {
        let last = std::mem::take(&mut self.last);
        *self = Self::new(path);
        self.set(&last)
    }

    /// Keeps a place; line breaks in it become spaces.
    pub fn set(&mut self, place: &str) -> io::Result<()> {
        let place = place.replace('\n', " ");
        if place == self.last {
            return Ok(());
        }
        if self.file.is_none() {
            let mut options = OpenOptions::new();
            options.write(true).create(true).truncate(false);
            self.file = Some(private(&mut options).open(&self.path)?);
        }
        if let Some(file) = &mut self.file {
            let mut bytes = format!("{} {}\n{place}\n", sum(&place), place.len()).into_bytes();
            bytes.resize(bytes.len().next_multiple_of(BLOCK), b' ');
            file.rewind()?;
            file.write_all(&bytes)?;
            self.last = place;
        }
        Ok(())
    }
}

/// The place kept at `path`, if there is one and it is whole.
pub fn read(path: &Path) -> Option<String> {
    parse(&fs::read(path).ok()?)
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
