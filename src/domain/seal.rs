//! The fingerprint of a sealed file: SHA-256 over its exact bytes before the seal.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// The line that begins the seal in a session file.
pub const MARK: &str = "\n    seal: Some(";

/// The bytes that the fingerprint covers: all before the seal, or the whole when there is none.
pub fn covered(bytes: &[u8]) -> &[u8] {
    let mark = MARK.as_bytes();
    let at = bytes.windows(mark.len()).rposition(|window| window == mark);
    at.map_or(bytes, |at| &bytes[..at])
}

/// SHA-256, lower-case hexadecimal, 64 characters.
pub fn fingerprint(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest
        .iter()
        .fold(String::with_capacity(64), |mut out, byte| {
            let _ = write!(out, "{byte:02x}");
            out
        })
}
