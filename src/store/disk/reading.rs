//! What is in the files of this machine.

use std::fs::{self, File, Metadata};
use std::io::{self, Read, Seek};
use std::path::Path;

/// What is in a regular file of a size that can be.
pub(super) fn read_file(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open_file(path, most)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A regular file of a size that can be, to be read.
fn open_file(path: &Path, most: u64) -> io::Result<File> {
    let there = fs::metadata(path)?;
    if !there.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    if there.len() > most {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    File::open(path)
}

/// What is in a file that was just looked at, in place of these bytes.
pub(super) fn read_seen(path: &Path, seen: &Metadata, bytes: &mut Vec<u8>) -> io::Result<()> {
    let mut file = File::open(path)?;
    bytes.resize(usize::try_from(seen.len()).unwrap_or_default(), 0);
    let whole = file.read_exact(bytes).and_then(|()| file.read(&mut [0]));
    if whole.is_ok_and(|more| more == 0) {
        return Ok(());
    }
    // It is not as long as it was seen.
    bytes.clear();
    file.rewind()?;
    file.read_to_end(bytes).map(drop)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_file_that_changes_after_it_was_looked_at_is_read_as_it_is_now() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        let mut bytes = b"of another file".to_vec();
        for (before, now) in [("same", "same"), ("long", "lo"), ("lo", "long"), ("", "x")] {
            fs::write(&path, before).unwrap();
            let seen = fs::metadata(&path).unwrap();
            fs::write(&path, now).unwrap();
            read_seen(&path, &seen, &mut bytes).unwrap();
            assert_eq!(bytes, now.as_bytes());
        }
        fs::remove_file(&path).unwrap();
        let seen = fs::metadata(folder.path()).unwrap();
        assert!(read_seen(&path, &seen, &mut bytes).is_err());
    }
}
