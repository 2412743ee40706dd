//! What the program writes many times a minute and reads alone: records of a journal, slots. Each is encrypted for itself, with
//! XChaCha20-Poly1305 and a random nonce (draft-irtf-cfrg-xchacha), as the age format would cost a key more than all the rest.

use chacha20poly1305::aead::OsRng;
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{AeadCore as _, Key, XChaCha20Poly1305, XNonce};
use std::fmt::Write as _;
use std::io;

/// Bytes of a nonce.
const NONCE: usize = 24;
/// Bytes by which what is encrypted is longer than what is in it, beside its nonce.
const TAG: usize = 16;
/// Bytes that tell the length of a record.
const LENGTH: usize = 4;
/// What a record that was changed is read as: nothing that a journal or a slot would take for one of its own.
const DAMAGED: &[u8] = b"\0\n";

/// Whether bytes are such records: what is in the clear is text, and begins with no such length.
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.first().is_some_and(|first| *first < 9)
}

/// Whether bytes say that a record was changed.
pub fn is_damaged(bytes: &[u8]) -> bool {
    bytes.starts_with(DAMAGED)
}

/// The key of the records of a workspace.
pub struct Records(Key);

impl Records {
    /// A new one, at random.
    pub fn generate() -> Self {
        Self(XChaCha20Poly1305::generate_key(&mut OsRng))
    }

    /// The one in these 64 digits.
    pub fn from_hex(hex: &str) -> Option<Self> {
        let hex = hex.trim();
        let byte = |at: usize| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok();
        let bytes: Option<Vec<u8>> = (0..hex.len()).step_by(2).map(byte).collect();
        let bytes: [u8; 32] = bytes?.try_into().ok()?;
        Some(Self(bytes.into()))
    }

    /// It in 64 digits.
    pub fn hex(&self) -> String {
        self.0.iter().fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }

    /// A record with its length before it: always as much longer than the bytes. It opens only in its place, which is that many
    /// bytes from the beginning of this file.
    pub fn seal(&self, file: &str, at: u64, bytes: &[u8]) -> io::Result<Vec<u8>> {
        let nonce = XChaCha20Poly1305::generate_nonce(&mut OsRng);
        let place = place(file, at);
        let sealed = Payload {
            msg: bytes,
            aad: place.as_bytes(),
        };
        let sealed = XChaCha20Poly1305::new(&self.0).encrypt(&nonce, sealed);
        let sealed = sealed.map_err(|_| super::keys::altered())?;
        let len = u32::try_from(NONCE + sealed.len()).map_err(|_| super::keys::altered())?;
        let mut out = Vec::with_capacity(LENGTH + NONCE + sealed.len());
        out.extend_from_slice(&len.to_be_bytes());
        out.extend_from_slice(&nonce);
        out.extend_from_slice(&sealed);
        Ok(out)
    }

    /// What is in the records of a file. Where one was changed, moved or cut two bytes stand that are no record, and it goes on
    /// with the next one that opens.
    pub fn open_all(&self, file: &str, bytes: &[u8]) -> Vec<u8> {
        let mut out = Vec::with_capacity(bytes.len());
        let mut at = 0;
        while at < bytes.len() {
            let found = self.first(file, bytes, at).or_else(|| {
                out.extend_from_slice(DAMAGED);
                // The length may be what was changed: the next one can begin at any byte.
                (at + 1..bytes.len()).find_map(|at| self.first(file, bytes, at))
            });
            let Some((clear, behind)) = found else {
                break;
            };
            out.extend_from_slice(&clear);
            at = behind;
        }
        out
    }

    /// What is in the record at this place, if it opens, and where it ends.
    fn first(&self, file: &str, bytes: &[u8], at: usize) -> Option<(Vec<u8>, usize)> {
        let (record, rest) = next(bytes.get(at..)?)?;
        let clear = self.open(file, at as u64, record)?;
        Some((clear, bytes.len() - rest.len()))
    }

    fn open(&self, file: &str, at: u64, record: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = record.split_at_checked(NONCE)?;
        let cipher = XChaCha20Poly1305::new(&self.0);
        let place = place(file, at);
        let sealed = Payload {
            msg: sealed,
            aad: place.as_bytes(),
        };
        cipher.decrypt(XNonce::from_slice(nonce), sealed).ok()
    }
}

fn place(file: &str, at: u64) -> String {
    format!("{file}@{at}")
}

/// The record at the start of `bytes` and what follows it; none when it is cut, or too short to be one.
fn next(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (len, rest) = bytes.split_at_checked(LENGTH)?;
    let len = usize::try_from(u32::from_be_bytes(len.try_into().ok()?)).ok()?;
    (len >= NONCE + TAG).then(|| rest.split_at_checked(len))?
}
