//! What the program keeps for itself so that it need not read a thousand files again: under `.crex/index`, never believed over
//! the files, made anew when it is missing, damaged or of another version. It can be deleted at any time. A checksum finds what
//! a disk did to it; whoever could change it at will could change the files as well.

use super::atomic::write_small_from;
use super::disk::Disk;
use crc32fast::Hasher;
use serde::de::{DeserializeOwned, Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::fs::Metadata;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Rises with each change of what is kept: what an earlier form wrote is then made anew.
pub(super) const FORM: u32 = 7;
/// Bytes that are written at once.
const PIECE: usize = 64 << 10;
/// A file that changed so shortly before it was looked at may change again within the same instant of its disk's clock.
const CALM: Duration = Duration::from_secs(2);

/// By what a file is known not to have changed: its size, when it was written, and when anything about it changed where the
/// system tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    len: u64,
    written: Duration,
    changed: (i64, i64),
}

impl Stamp {
    /// Of the file that was looked at; none when it cannot be told, or when it changed just before `now`.
    pub fn of(meta: &Metadata, now: SystemTime) -> Option<Self> {
        let written = meta.modified().ok()?;
        let calm = now.duration_since(written).is_ok_and(|age| age >= CALM);
        let stamp = Self {
            len: meta.len(),
            written: written.duration_since(UNIX_EPOCH).ok()?,
            changed: changed(meta),
        };
        calm.then_some(stamp)
    }
}

#[cfg(unix)]
fn changed(meta: &Metadata) -> (i64, i64) {
    use std::os::unix::fs::MetadataExt as _;
    (meta.ctime(), meta.ctime_nsec())
}

#[cfg(not(unix))]
fn changed(_meta: &Metadata) -> (i64, i64) {
    (0, 0)
}

/// Bytes that are kept as they are, all at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bytes(pub Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Copying;
        impl Visitor<'_> for Copying {
            type Value = Bytes;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("bytes")
            }

            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Bytes, E> {
                Ok(Bytes(bytes.to_vec()))
            }
        }
        deserializer.deserialize_bytes(Copying)
    }
}

/// One of many things that are kept together, packed by itself; in `room` from one to the next.
pub(super) fn packed<T: Serialize>(one: &T, room: &mut Vec<u8>) -> Option<Bytes> {
    room.clear();
    *room = postcard::to_extend(one, std::mem::take(room)).ok()?;
    Some(Bytes(room.as_slice().to_vec()))
}

/// What [`packed`] packed.
pub(super) fn unpacked<T: DeserializeOwned>(bytes: &Bytes) -> Option<T> {
    postcard::from_bytes(&bytes.0).ok()
}

/// What was kept at `path`; nothing when it is not whole or not ours.
pub(super) fn load<T: DeserializeOwned>(disk: &dyn Disk, path: &Path) -> Option<T> {
    let bytes = disk.read(path).ok()?;
    let (body, sum) = bytes.strip_prefix(head().as_bytes())?.split_last_chunk()?;
    (crc32fast::hash(body).to_le_bytes() == *sum)
        .then(|| postcard::from_bytes(body).ok())
        .flatten()
}

/// Keeps it at `path`. What cannot be kept costs nothing but time.
pub(super) fn save<T: Serialize>(disk: &dyn Disk, path: &Path, kept: &T) {
    // As it is packed: what is kept of ten thousand sessions is not held twice.
    let fill = |file: &mut dyn Write| {
        file.write_all(head().as_bytes())?;
        let sum = Hasher::new();
        let pieces = BufWriter::with_capacity(PIECE, Summed { file, sum });
        let written = postcard::to_io(kept, pieces).map_err(io::Error::other)?;
        let Summed { file, sum } = written.into_inner()?;
        file.write_all(&sum.finalize().to_le_bytes())
    };
    let made = path.parent().map(|folder| disk.make_folder(folder));
    if made.is_some_and(|made| made.is_ok()) {
        let _ = write_small_from(disk, path, &fill);
    }
}

/// What is written, with the checksum of all of it so far.
struct Summed<'a> {
    file: &'a mut dyn Write,
    sum: Hasher,
}

impl Write for Summed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.sum.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

fn head() -> String {
    format!("crex {} index {FORM}\n", env!("CARGO_PKG_VERSION"))
}
