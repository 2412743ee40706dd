//! Who opens an encrypted workspace: the passphrase of a file that a script names, else the one typed at the terminal.

use super::{Context, Failure};
use crate::domain::problem::{LockFault, Problem};
use crate::store::Zeroizing;
use crate::store::{self, Keys, LEAST_PASSPHRASE, MOST_PASSPHRASE, RealDisk, SharedDisk, Vault};
use std::env;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How often a new passphrase is asked for.
const TRIES: u32 = 3;
/// Names the file whose first line is the passphrase, for scripts.
const FILE: &str = "CREX_PASSPHRASE_FILE";

impl Context {
    /// The disk that all is read from and written to; that of an encrypted workspace needs its passphrase, asked for once.
    pub(super) fn disk(&self) -> Result<SharedDisk, Problem> {
        if let Some(disk) = self.opened.get() {
            return Ok(Arc::clone(disk));
        }
        let real: SharedDisk = Arc::new(RealDisk);
        // Where there is no workspace, nothing of it is encrypted.
        let root = self
            .root()
            .ok()
            .filter(|root| store::seems_encrypted(&*real, root));
        let disk = match root {
            None => real,
            Some(root) => {
                let keys = Arc::new(self.keys(&root)?);
                Arc::new(Vault::new(real, keys, &root))
            }
        };
        Ok(Arc::clone(self.opened.get_or_init(|| disk)))
    }

    /// The keys of the encrypted workspace in this folder.
    pub(super) fn keys(&self, root: &Path) -> Result<Keys, Problem> {
        let asked = self.words.ask_passphrase(&super::shown(root));
        let passphrase = given(root, &asked)?;
        store::unlock(&RealDisk, root, &passphrase)
    }

    /// A new passphrase. Where it is typed, it is asked for again when it will not do: whoever types it once more does so where
    /// it shows nowhere.
    pub(super) fn new_passphrase(&self, root: &Path) -> Result<Zeroizing<String>, Failure> {
        for _ in 1..TRIES {
            match self.typed_twice(root) {
                Err(Failure::Refused(why)) if named_file().is_none() => Self::meanwhile(&why),
                answer => return answer,
            }
        }
        self.typed_twice(root)
    }

    /// A new passphrase, typed twice where it is typed.
    fn typed_twice(&self, root: &Path) -> Result<Zeroizing<String>, Failure> {
        let words = self.words;
        let passphrase = given(root, words.ask_new_passphrase())?;
        let signs = passphrase.chars().count();
        if signs < LEAST_PASSPHRASE {
            return Err(Failure::Refused(words.passphrase_short(LEAST_PASSPHRASE)));
        }
        if signs > MOST_PASSPHRASE {
            return Err(Failure::Refused(words.passphrase_long(MOST_PASSPHRASE)));
        }
        if named_file().is_none() && given(root, words.ask_again())? != passphrase {
            return Err(Failure::Refused(words.passphrase_differs().to_owned()));
        }
        Ok(passphrase)
    }
}

fn named_file() -> Option<PathBuf> {
    let named = env::var_os(FILE).filter(|name| !name.is_empty());
    named.map(PathBuf::from)
}

/// The passphrase for the workspace in this folder.
fn given(root: &Path, asked: &str) -> Result<Zeroizing<String>, Problem> {
    if let Some(path) = named_file() {
        let bytes = Zeroizing::new(store::read_bytes(&RealDisk, &path)?);
        let text = store::text_of(&bytes).map_err(|fault| Problem::File(path, fault))?;
        return Ok(text.lines().next().unwrap_or_default().to_owned().into());
    }
    // It is asked for at the terminal itself, wherever the answer goes.
    rpassword::prompt_password(asked)
        .map(Zeroizing::new)
        .map_err(|error| {
            let left = matches!(
                error.kind(),
                ErrorKind::Interrupted | ErrorKind::UnexpectedEof
            );
            let fault = if left {
                LockFault::Left
            } else {
                LockFault::Missing
            };
            Problem::Locked(root.to_owned(), fault)
        })
}
