//! The key of an encrypted workspace: an age identity in `key.age` under the passphrase, in the form that the age tools read,
//! and beside it the key of what they never read, the journals and the like.

use super::records::Records;
use crate::domain::problem::LockFault;
use age::scrypt;
use age::secrecy::{ExposeSecret as _, SecretString};
use age::x25519::{Identity, Recipient};
use std::fmt;
use std::io::{self, Read as _, Write as _};
use std::sync::OnceLock;
use unicode_normalization::UnicodeNormalization as _;

/// Before the key of the records, on a line that the age tools take for a comment.
const RECORDS: &str = "# crex-records: ";
/// Before the recovery key that all is encrypted to as well, likewise.
const RECOVERY: &str = "# crex-recovery: ";
/// How a file in the age format begins.
const MAGIC: &[u8] = b"age-encryption.org/v1\n";
/// The most work that a passphrase may ask for, as a power of two: 4 GiB of memory. A file that asks for more is not ours.
const MOST_WORK: u8 = 22;
/// Least characters of a new passphrase.
pub const LEAST_PASSPHRASE: usize = 12;
/// Most characters of a passphrase: as many as the screen takes.
pub const MOST_PASSPHRASE: usize = 256;

/// How hard a passphrase is made to guess.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Work {
    /// About a second on this machine.
    #[default]
    Second,
    /// As little as the format allows: for tests, which protect nothing.
    Least,
}

/// What opens an encrypted workspace. It is in memory as long as the workspace is open.
pub struct Keys {
    identity: Identity,
    recovery: Option<Recipient>,
    records: Records,
    /// The bytes of the file that they were read from, or laid in.
    file: OnceLock<Vec<u8>>,
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys(..)")
    }
}

impl Keys {
    /// New ones, at random; all is encrypted to the recovery key as well, if one is given (`age1…`).
    pub fn generate(recovery: Option<&str>) -> Result<Self, LockFault> {
        Ok(Self {
            identity: Identity::generate(),
            recovery: recovery.map(recipient).transpose()?,
            records: Records::generate(),
            file: OnceLock::new(),
        })
    }

    /// Those in the bytes of `key.age`, with the passphrase.
    pub fn unlock(bytes: &[u8], passphrase: &str) -> Result<Self, LockFault> {
        let mut identity = scrypt::Identity::new(secret(passphrase));
        identity.set_max_work_factor(MOST_WORK);
        Ok(Self {
            file: bytes.to_vec().into(),
            ..Self::read(bytes, &identity)?
        })
    }

    /// The file that they were unlocked from or laid in, if they were.
    pub(super) fn file(&self) -> Option<&[u8]> {
        self.file.get().map(Vec::as_slice)
    }

    /// They lie in a file of these bytes now.
    pub(super) fn laid(&self, bytes: Vec<u8>) {
        // Once they have a file, another one is only another way to them.
        let _ = self.file.set(bytes);
    }

    /// Those in the bytes of `recovery.age`, with the text of the recovery identity (`AGE-SECRET-KEY-1…`).
    pub fn recover(bytes: &[u8], identity: &str) -> Result<Self, LockFault> {
        let line = identity
            .lines()
            .find(|line| line.starts_with("AGE-SECRET-KEY-"));
        let identity = line.and_then(|line| line.trim().parse::<Identity>().ok());
        Self::read(bytes, &identity.ok_or(LockFault::NotAKey)?)
    }

    /// Whether this public recovery key opens all as well.
    pub fn is_recovered_by(&self, text: &str) -> bool {
        let own = self.recovery.as_ref().map(ToString::to_string);
        own.is_some_and(|own| own == text.trim())
    }

    fn read(bytes: &[u8], identity: &dyn age::Identity) -> Result<Self, LockFault> {
        let text = decrypt(bytes, identity).map_err(|error| match error {
            age::DecryptError::DecryptionFailed | age::DecryptError::NoMatchingKeys => {
                LockFault::Wrong
            }
            _ => LockFault::Damaged,
        })?;
        let text = String::from_utf8(text).map_err(|_| LockFault::Damaged)?;
        Self::from_text(&text).ok_or(LockFault::Damaged)
    }

    fn from_text(text: &str) -> Option<Self> {
        let after = |start| text.lines().find_map(|line| line.strip_prefix(start));
        let identity = text
            .lines()
            .find(|line| line.starts_with("AGE-SECRET-KEY-"));
        Some(Self {
            identity: identity?.parse().ok()?,
            recovery: after(RECOVERY).map(recipient).transpose().ok()?,
            records: Records::from_hex(after(RECORDS)?)?,
            file: OnceLock::new(),
        })
    }

    fn text(&self) -> SecretString {
        let recovery = self.recovery.as_ref();
        let recovery = recovery
            .map(|to| format!("{RECOVERY}{to}\n"))
            .unwrap_or_default();
        let records = self.records.hex();
        let identity = self.identity.to_string();
        SecretString::from(format!(
            "{RECORDS}{records}\n{recovery}{}\n",
            identity.expose_secret()
        ))
    }

    /// The bytes of `key.age` under this passphrase.
    pub fn locked(&self, passphrase: &str, work: Work) -> io::Result<Vec<u8>> {
        let mut to = scrypt::Recipient::new(secret(passphrase));
        if work == Work::Least {
            to.set_work_factor(1);
        }
        encrypt(self.text().expose_secret().as_bytes(), &[&to])
    }

    /// The bytes of `recovery.age`: the same for who holds the recovery key, if there is one.
    pub fn recoverable(&self) -> Option<io::Result<Vec<u8>>> {
        let to = self.recovery.as_ref()?;
        Some(encrypt(self.text().expose_secret().as_bytes(), &[to]))
    }

    /// A file that these keys, and any age tool with them, open again.
    pub(super) fn wrap(&self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        let own = self.identity.to_public();
        let mut to: Vec<&dyn age::Recipient> = vec![&own];
        to.extend(self.recovery.as_ref().map(|to| to as &dyn age::Recipient));
        encrypt(bytes, &to)
    }

    /// What is in such a file.
    pub(super) fn unwrap(&self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        decrypt(bytes, &self.identity).map_err(|_| altered())
    }

    /// For what the age tools never read.
    pub(super) fn records(&self) -> &Records {
        &self.records
    }
}

/// A passphrase in the one form that it has on every keyboard: an é may be typed as one sign or as two.
fn secret(passphrase: &str) -> SecretString {
    // Room for all of it at once: what grows leaves its beginning behind in memory.
    let mut text = String::with_capacity(passphrase.len() * 3);
    text.extend(passphrase.nfc());
    SecretString::from(text)
}

/// Whether bytes say that they are in the age format.
pub(super) fn is_age(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// What an encrypted file that was changed, or is another key's, is read as.
pub(super) fn altered() -> io::Error {
    io::ErrorKind::InvalidData.into()
}

fn recipient(text: &str) -> Result<Recipient, LockFault> {
    text.trim().parse().map_err(|_| LockFault::NotAKey)
}

fn encrypt(bytes: &[u8], to: &[&dyn age::Recipient]) -> io::Result<Vec<u8>> {
    let encryptor = age::Encryptor::with_recipients(to.iter().copied());
    let encryptor = encryptor.map_err(|_| altered())?;
    let mut out = Vec::with_capacity(bytes.len() + 512);
    let mut writer = encryptor.wrap_output(&mut out)?;
    writer.write_all(bytes)?;
    writer.finish()?;
    Ok(out)
}

fn decrypt(bytes: &[u8], identity: &dyn age::Identity) -> Result<Vec<u8>, age::DecryptError> {
    let mut reader = age::Decryptor::new(bytes)?.decrypt(std::iter::once(identity))?;
    let mut out = Vec::with_capacity(bytes.len());
    reader.read_to_end(&mut out)?;
    Ok(out)
}
