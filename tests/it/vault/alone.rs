//! Turning a whole workspace: one at a time, and nobody in it meanwhile.

use super::super::harness::{Room, Setup};
use super::super::made::{noon, session};
use super::super::store::store;
use super::{PASSPHRASE, files, locked_store};
use crex::domain::problem::{LockFault, Problem};
use crex::store::{
    Keys, RealDisk, SharedDisk, Store, Vault, Work, alone, decrypt, encrypt_first, key_path,
    left_clear, unlock,
};
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn encrypt_first_on(root: &Path, keys: &Arc<Keys>) -> Result<(), Problem> {
    let disk: SharedDisk = Arc::new(RealDisk);
    let opens = (PASSPHRASE, Work::Least);
    encrypt_first(&disk, root, Arc::clone(keys), opens, noon()).map(drop)
}

#[test]
fn whoever_comes_second_never_replaces_the_key() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    drop(store(root).create(session(1, "Chute"), noon()).unwrap());
    // Both looked when nothing was encrypted, and made keys of their own.
    let [quick, slow] = [(); 2].map(|()| Arc::new(Keys::generate(None).unwrap()));
    encrypt_first_on(root, &quick).unwrap();
    let key = std::fs::read(key_path(root)).unwrap();
    let refused = encrypt_first_on(root, &slow);
    let other = Problem::Locked(root.to_owned(), LockFault::OtherKey);
    assert_eq!(refused, Err(other));
    assert_eq!(std::fs::read(key_path(root)).unwrap(), key);
    let keys = Arc::new(unlock(&RealDisk, root, PASSPHRASE).unwrap());
    let vault: SharedDisk = Arc::new(Vault::new(Arc::new(RealDisk), keys, root));
    assert_eq!(locked_store(&vault, root).list().sessions.len(), 1);
}

#[test]
fn nothing_is_turned_while_a_window_is_open_and_no_window_opens_meanwhile() {
    let room = Room::meeting(Setup::default());
    let folder = room.folder.clone();
    let root = folder.path();
    let keys = Arc::new(Keys::generate(None).unwrap());
    let refused = encrypt_first_on(root, &keys);
    assert_eq!(refused, Err(Problem::InUse(root.to_owned())));
    assert!(!key_path(root).exists());
    // The window may go on saving meanwhile, in the clear.
    let closed = |(path, bytes): &&(PathBuf, Vec<u8>)| {
        let named = path.extension().is_some_and(|end| end == "age");
        named || bytes.starts_with(b"age-encryption.org/")
    };
    assert_eq!(files(root).iter().find(closed), None);
    drop(room);
    let whole = alone(&RealDisk, root, noon()).unwrap();
    let open = || Store::open(root, noon(), Arc::new(|| {}));
    assert!(matches!(open(), Err(Problem::WorkedOn(..))));
    assert!(matches!(
        Store::look(root, noon()),
        Err(Problem::WorkedOn(..))
    ));
    drop(whole);
    assert!(open().is_ok());
    encrypt_first_on(root, &keys).unwrap();
    assert_eq!(left_clear(&RealDisk, root), 0);
    let disk: SharedDisk = Arc::new(RealDisk);
    decrypt(&disk, root, keys, noon()).unwrap();
}
