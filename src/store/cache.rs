//! What the program keeps for itself so that it need not read a thousand files again: under `.crex/index`, never believed over
//! the files, made anew when it is missing, damaged or of another version. It can be deleted at any time.

use super::disk::Disk;
use super::write_small;
use serde::de::{DeserializeOwned, Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest as _, Sha256};
use std::fmt;
use std::fs::Metadata;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Rises with each change of what is kept: what an earlier form wrote is then made anew.
pub(super) const FORM: u32 = 5;
/// Room that what is kept of one session rarely goes beyond, in bytes.
const USUAL: usize = 8 << 10;
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
    /// Of the file at `path` as it is now; none when it cannot be told, or when it changed just now.
    pub fn of(disk: &dyn Disk, path: &Path, now: SystemTime) -> Option<Self> {
        let meta = disk.stat(path).ok()?;
        let written = meta.modified().ok()?;
        let calm = now.duration_since(written).is_ok_and(|age| age >= CALM);
        let stamp = Self {
            len: meta.len(),
            written: written.duration_since(UNIX_EPOCH).ok()?,
            changed: changed(&meta),
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

/// One of many things that are kept together, packed by itself.
pub(super) fn packed<T: Serialize>(one: &T) -> Option<Bytes> {
    let mut bytes = postcard::to_extend(one, Vec::with_capacity(USUAL)).ok()?;
    bytes.shrink_to_fit();
    Some(Bytes(bytes))
}

/// What [`packed`] packed.
pub(super) fn unpacked<T: DeserializeOwned>(bytes: &Bytes) -> Option<T> {
    postcard::from_bytes(&bytes.0).ok()
}

/// What was kept at `path`; nothing when it is not whole or not ours.
pub(super) fn load<T: DeserializeOwned>(disk: &dyn Disk, path: &Path) -> Option<T> {
    let bytes = disk.read(path).ok()?;
    let body = bytes.strip_prefix(head().as_bytes())?;
    let (print, body) = body.split_at_checked(Sha256::output_size())?;
    (Sha256::digest(body).as_slice() == print)
        .then(|| postcard::from_bytes(body).ok())
        .flatten()
}

/// Keeps it at `path`, where it takes about so many bytes (0 where nobody knows). What cannot be kept costs nothing but time.
pub(super) fn save<T: Serialize>(disk: &dyn Disk, path: &Path, kept: &T, about: usize) {
    let mut bytes = head().into_bytes();
    let print = bytes.len();
    bytes.reserve(about + Sha256::output_size());
    let body = print + Sha256::output_size();
    bytes.resize(body, 0);
    // Straight behind its head: what is kept of ten thousand sessions is not held twice.
    let Ok(mut bytes) = postcard::to_extend(kept, bytes) else {
        return;
    };
    let digest = Sha256::digest(&bytes[body..]);
    bytes[print..body].copy_from_slice(&digest);
    let made = path.parent().map(|folder| disk.make_folder(folder));
    if made.is_some_and(|made| made.is_ok()) {
        let _ = write_small(disk, path, &bytes);
    }
}

fn head() -> String {
    format!("crex {} index {FORM}\n", env!("CARGO_PKG_VERSION"))
}
