//! `crex encrypt`, `crex decrypt`, `crex passphrase`: a workspace that only those with the passphrase read.

use super::{Context, Failure, Said, shown};
use crate::domain::problem::{DiskFault, Problem};
use crate::store::{self, Keys, RealDisk, SharedDisk, Turned, Work};
use clap::ArgMatches;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Encrypts the workspace, or what of it is still in the clear.
pub fn encrypt(context: &Context, matches: &ArgMatches) -> Result<Said, Failure> {
    let words = context.words;
    let root = there(context)?;
    let disk: SharedDisk = Arc::new(RealDisk);
    // Told before a passphrase is thought of.
    drop(store::alone(&*disk, &root, context.now)?);
    let recovery = matches.get_one::<String>("recovery").map(String::as_str);
    let turned = if store::is_encrypted(&*disk, &root) {
        if store::left_clear(&*disk, &root) == 0 {
            return Err(Failure::Refused(words.already_encrypted(&shown(&root))));
        }
        let keys = context.keys(&root)?;
        if recovery.is_some_and(|asked| !keys.is_recovered_by(asked)) {
            return Err(Failure::Refused(words.recovery_late().to_owned()));
        }
        Context::meanwhile(words.encrypting());
        store::encrypt(&disk, &root, Arc::new(keys), context.now)?
    } else {
        let keys = Keys::generate(recovery);
        let keys = keys.map_err(|fault| Problem::Locked(root.clone(), fault))?;
        let passphrase = context.new_passphrase(&root)?;
        let opens = (passphrase.as_str(), Work::Second);
        Context::meanwhile(words.encrypting());
        store::encrypt_first(&disk, &root, Arc::new(keys), opens, context.now)?
    };
    let mut messages = beside(context, &turned);
    messages.push(words.encrypted_beware().to_owned());
    Ok(Said {
        answer: words.encrypted(&shown(&root), turned.documents) + "\n",
        messages,
        ..Said::default()
    })
}

/// Takes the encryption away.
pub fn decrypt(context: &Context) -> Result<Said, Failure> {
    let words = context.words;
    let root = encrypted(context)?;
    let disk: SharedDisk = Arc::new(RealDisk);
    drop(store::alone(&*disk, &root, context.now)?);
    let keys = context.keys(&root)?;
    Context::meanwhile(words.decrypting());
    let turned = store::decrypt(&disk, &root, Arc::new(keys), context.now)?;
    Ok(Said {
        answer: words.decrypted(&shown(&root), turned.documents) + "\n",
        messages: beside(context, &turned),
        ..Said::default()
    })
}

/// Changes the passphrase: with the old one, or with the recovery key.
pub fn passphrase(context: &Context, matches: &ArgMatches) -> Result<Said, Failure> {
    let words = context.words;
    let root = encrypted(context)?;
    let keys = match matches.get_one::<PathBuf>("recover") {
        None => context.keys(&root)?,
        Some(path) => recovered(&root, path)?,
    };
    let passphrase = context.new_passphrase(&root)?;
    store::change_key(&RealDisk, &root, &keys, &passphrase, Work::Second)?;
    Ok(Said {
        answer: words.passphrase_changed(&shown(&root)) + "\n",
        ..Said::default()
    })
}

/// The keys by the private half of the recovery key, which lies in the file at `path`.
fn recovered(root: &Path, path: &Path) -> Result<Keys, Problem> {
    let locked = |fault| Problem::Locked(root.to_owned(), fault);
    let identity = store::read_bytes(&RealDisk, path)?;
    let identity = store::text_of(&identity);
    let identity = identity.map_err(|fault| Problem::File(path.to_owned(), fault))?;
    let bytes = store::read_bytes(&RealDisk, &store::recovery_path(root))?;
    Keys::recover(&bytes, identity).map_err(locked)
}

/// The folder of the workspace, which is there.
fn there(context: &Context) -> Result<PathBuf, Failure> {
    let root = context.root()?;
    if root.is_dir() {
        return Ok(root);
    }
    Err(Problem::Disk(root, DiskFault::NotFound).into())
}

/// The same, encrypted.
fn encrypted(context: &Context) -> Result<PathBuf, Failure> {
    let root = there(context)?;
    if store::is_encrypted(&RealDisk, &root) {
        return Ok(root);
    }
    let said = context.words.not_encrypted(&shown(&root));
    Err(Failure::Refused(said))
}

/// What to tell beside: what was left as it is, what was kept apart, what is not sure.
fn beside(context: &Context, turned: &Turned) -> Vec<String> {
    let words = context.words;
    let left = turned.others.iter();
    let left = left.map(|path| words.left_in_clear(&shown(path)));
    let aside = turned.aside.iter();
    let aside = aside.map(|path| words.turned_aside(&shown(path)));
    let unsure = turned.unsure.then(|| words.turned_unsure().to_owned());
    left.chain(aside).chain(unsure).collect()
}
