//! The fingerprint of a sealed file: SHA-256 over its exact bytes up to the fingerprint itself, the hour of the seal
//! included. Files sealed before the hour was covered end their fingerprint where the seal begins; both are known.

use super::session::Seal;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// The line that begins the seal in a session file.
pub const MARK: &str = "\n    seal: Some(";
/// The line that begins the traces of what was erased, right before the seal.
pub const ERASURES: &str = "\n    erasures: [";
/// What stands before the fingerprint in the seal.
const BEFORE: &str = "fingerprint: \"";
/// What stands between the line that begins the seal and its hour.
const HOUR: &str = "(\n        at: \"";
/// What stands between the hour and [`BEFORE`].
const AFTER_HOUR: &str = "\",\n        ";
/// What stands behind it: the end of the file.
const BEHIND: &str = "\",\n    )),\n)\n";

/// Where the seal begins.
fn mark(bytes: &[u8]) -> Option<usize> {
    let mark = MARK.as_bytes();
    bytes.windows(mark.len()).rposition(|window| window == mark)
}

/// The bytes that the fingerprint covers: all before it, or the whole when there is none.
pub fn covered(bytes: &[u8]) -> &[u8] {
    let Some(from) = mark(bytes) else {
        return bytes;
    };
    let before = BEFORE.as_bytes();
    let mut inside = bytes[from..].windows(before.len());
    inside
        .position(|window| window == before)
        .map_or(bytes, |at| &bytes[..from + at + before.len()])
}

/// Whether the bytes of a file are those that were sealed, to the last.
pub fn holds(bytes: &[u8], seal: &Seal) -> bool {
    let print = seal.fingerprint.as_str();
    let covered = covered(bytes);
    // What the fingerprint cannot cover can only be written in one way.
    let tail = format!("{print}{BEHIND}");
    if &bytes[covered.len()..] != tail.as_bytes() {
        return false;
    }
    let early = || {
        mark(bytes).is_some_and(|at| is_early(&covered[at..]) && fingerprint(&bytes[..at]) == print)
    };
    fingerprint(covered) == print || early()
}

/// Whether the beginning of a seal is written in the one way there is, but for its hour: where that is not covered, nothing
/// else may differ.
fn is_early(seal: &[u8]) -> bool {
    let hour = std::str::from_utf8(seal)
        .ok()
        .and_then(|seal| seal.strip_prefix(MARK)?.strip_prefix(HOUR))
        .and_then(|rest| rest.strip_suffix(BEFORE)?.strip_suffix(AFTER_HOUR));
    hour.is_some_and(|hour| {
        hour.chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '-' | 'T' | ':' | '.'))
    })
}

/// The bytes of a sealed file that was changed, under a seal of the same hour that holds again; none when it has no seal of the
/// usual form.
pub fn again(bytes: &[u8]) -> Option<Vec<u8>> {
    let covered = covered(bytes);
    let behind = bytes.len().checked_sub(BEHIND.len())?;
    let print = bytes.get(covered.len()..behind)?;
    if !bytes.ends_with(BEHIND.as_bytes()) || print.contains(&b'"') {
        return None;
    }
    Some([covered, fingerprint(covered).as_bytes(), BEHIND.as_bytes()].concat())
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// A file with a seal over its first `covers` bytes.
    fn file(at: &str, covers: impl Fn(&str) -> usize) -> (String, Seal) {
        let head = format!("(\n    title: \"Chute\",{MARK}{HOUR}{at}{AFTER_HOUR}{BEFORE}");
        let print = fingerprint(&head.as_bytes()[..covers(&head)]);
        let seal = Seal {
            at: at.parse().unwrap(),
            fingerprint: print.as_str().into(),
        };
        (format!("{head}{print}{BEHIND}"), seal)
    }

    #[test]
    fn the_hour_of_the_seal_is_covered() {
        let (text, seal) = file("2026-11-19T16:00:00", str::len);
        assert!(holds(text.as_bytes(), &seal));
        let later = text.replace("16:00", "17:00");
        assert!(!holds(later.as_bytes(), &seal));
    }

    #[test]
    fn a_seal_from_before_the_hour_was_covered_still_holds() {
        let (text, seal) = file("2026-11-19T16:00:00", |head| head.find(MARK).unwrap());
        assert!(holds(text.as_bytes(), &seal));
        assert!(!holds(text.replace("Chute", "Chutes").as_bytes(), &seal));
        assert!(!holds(format!("{text}\n").as_bytes(), &seal));
    }
}
