//! What the program writes many times a minute and reads alone: records of a journal, slots. Each is encrypted for itself, with
//! XChaCha20-Poly1305 and a random nonce (draft-irtf-cfrg-xchacha), as the age format would cost a key more than all the rest.

use chacha20poly1305::aead::OsRng;
use chacha20poly1305::aead::{Aead as _, KeyInit as _};
use chacha20poly1305::{AeadCore as _, Key, XChaCha20Poly1305, XNonce};
use std::fmt::Write as _;
use std::io;

/// Bytes of a nonce.
const NONCE: usize = 24;
/// Bytes that tell the length of a record.
const LENGTH: usize = 4;
/// What a record that was changed is read as: nothing that a journal or a slot would take for one of its own.
const DAMAGED: &[u8] = b"\0\n";

/// Whether bytes are such records: what is in the clear is text, and begins with no such length.
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.first().is_some_and(|first| *first < 9)
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

    /// A record with its length before it: always as much longer than the bytes.
    pub fn seal(&self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        let nonce = XChaCha20Poly1305::generate_nonce(&mut OsRng);
        let sealed = XChaCha20Poly1305::new(&self.0).encrypt(&nonce, bytes);
        let sealed = sealed.map_err(|_| super::keys::altered())?;
        let len = u32::try_from(NONCE + sealed.len()).map_err(|_| super::keys::altered())?;
        let mut out = Vec::with_capacity(LENGTH + NONCE + sealed.len());
        out.extend_from_slice(&len.to_be_bytes());
        out.extend_from_slice(&nonce);
        out.extend_from_slice(&sealed);
        Ok(out)
    }

    /// What is in a run of records. One that was changed is told by two bytes that are no record; one that is cut ends it so.
    pub fn open_all(&self, mut bytes: &[u8]) -> Vec<u8> {
        let mut out = Vec::with_capacity(bytes.len());
        while !bytes.is_empty() {
            let Some((record, rest)) = next(bytes) else {
                out.extend_from_slice(DAMAGED);
                break;
            };
            match self.open(record) {
                Some(clear) => out.extend_from_slice(&clear),
                None => out.extend_from_slice(DAMAGED),
            }
            bytes = rest;
        }
        out
    }

    fn open(&self, record: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = record.split_at_checked(NONCE)?;
        let cipher = XChaCha20Poly1305::new(&self.0);
        cipher.decrypt(XNonce::from_slice(nonce), sealed).ok()
    }
}

/// The record at the start of `bytes` and what follows it; none when it is cut.
fn next(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (len, rest) = bytes.split_at_checked(LENGTH)?;
    let len = u32::from_be_bytes(len.try_into().ok()?);
    rest.split_at_checked(usize::try_from(len).ok()?)
}
