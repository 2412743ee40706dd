//! A purge killed at any call to the disk, in the clear and encrypted: done again, it ends as if nothing had happened.

use super::super::noon;
use super::{filled, machine, telling};
use crate::dying::Dying;
use crate::harness::copy;
use crate::vault::{files, locked_store, vault};
use chrono::NaiveDate;
use crex::domain::problem::Problem;
use crex::domain::text::Text;
use crex::store::{Keys, RealDisk, SharedDisk, Vault, due, purge, unlock};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn year(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap()
}

/// Destroys what is from before 2012; says what could not be.
fn destroy(disk: &SharedDisk, root: &Path) -> Result<Vec<Problem>, Problem> {
    let shown = due(disk, root, year(2012), false);
    let unread = shown.unread.clone();
    let done = purge(disk, root, noon(), &shown, &Text::line("trop vieux"))?;
    Ok([unread, done.stayed].concat())
}

/// The names of all that lies there, without what was being written when it was killed and who held a lock.
fn names(root: &Path) -> Vec<PathBuf> {
    let all = files(root).into_iter().map(|(path, _)| path);
    let all = all.map(|path| path.strip_prefix(root).unwrap().to_owned());
    let counts = |path: &PathBuf| {
        let locks = path.starts_with(".crex/locks");
        !locks && path.extension().is_none_or(|end| end != "tmp")
    };
    let mut all: Vec<PathBuf> = all.filter(counts).collect();
    all.sort();
    all
}

/// The same disk for the workspace in this folder.
fn at(disk: &SharedDisk, root: &Path) -> SharedDisk {
    disk.at(root).unwrap_or_else(|| Arc::clone(disk))
}

/// Kills it at calls that are `apart` from each other (1: at every one), until it is not killed any more; gives at which.
fn kill(
    from: &Path,
    apart: usize,
    real: &dyn Fn(SharedDisk) -> SharedDisk,
    check: &dyn Fn(&Path),
) -> usize {
    let ended = |disk: &SharedDisk| {
        let root = tempfile::tempdir().unwrap();
        copy(from, root.path());
        assert_eq!(destroy(&at(disk, root.path()), root.path()).unwrap(), []);
        check(root.path());
        names(root.path())
    };
    let whole = real(Arc::new(Dying::after(usize::MAX)));
    let wanted = ended(&whole);
    for nth in (0..).step_by(apart) {
        let root = tempfile::tempdir().unwrap();
        copy(from, root.path());
        let root = root.path();
        let dying = real(Arc::new(Dying::after(nth)));
        let first = destroy(&at(&dying, root), root);
        let whole = at(&whole, root);
        let killed = first.map_or(true, |stayed| !stayed.is_empty());
        assert_eq!(destroy(&whole, root).unwrap(), [], "call {nth}");
        assert_eq!(names(root), wanted, "call {nth}");
        check(root);
        let nothing = due(&whole, root, year(2012), false);
        assert!(
            nothing.is_empty() && nothing.unread.is_empty(),
            "call {nth}"
        );
        if !killed {
            return nth;
        }
    }
    0
}

/// Lays the file of the first session among the backups as well: put away, and under a name that it had before.
fn put_away(root: &Path) {
    let sessions = files(&root.join("sessions"));
    let first = sessions.iter().filter(|(path, _)| {
        let name = path.file_name().unwrap().to_string_lossy();
        name.starts_with("2010") && path.extension().is_some_and(|end| end != "md")
    });
    let (path, bytes) = first.max().unwrap();
    let ending = path.extension().unwrap().to_string_lossy();
    let backups = root.join(".crex/backups");
    fs::create_dir(backups.join("seance-01234567")).unwrap();
    for name in ["seance", "seance-01234567/20100301-120000"] {
        fs::write(backups.join(format!("{name}.{ending}")), bytes).unwrap();
    }
    fs::write(backups.join("seance.log"), "perroquet premier").unwrap();
}

#[test]
fn killed_at_any_call_it_ends_the_next_time() {
    let machine = machine();
    put_away(&machine.workspace());
    let check = |root: &Path| {
        for word in ["premier", "second", "perroquet 50", "perroquet 51"] {
            assert_eq!(telling(root, word), [] as [PathBuf; 0], "{word}");
        }
        for word in ["perroquet 52", "restee ouverte", "aujourd"] {
            assert!(!telling(root, word).is_empty(), "{word}");
        }
    };
    let killed = kill(&machine.workspace(), 5, &|disk| disk, &check);
    assert!(killed > 80, "{killed}");
}

#[test]
fn nor_is_anything_left_of_it_in_an_encrypted_workspace() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let disk = vault(root);
    filled(&mut locked_store(&disk, root));
    put_away(root);
    let keys: Keys = unlock(&RealDisk, root, crate::vault::PASSPHRASE).unwrap();
    let keys = Arc::new(keys);
    let locked =
        |disk: SharedDisk| -> SharedDisk { Arc::new(Vault::new(disk, Arc::clone(&keys), root)) };
    let killed = kill(root, 7, &locked, &|_| {});
    assert!(killed > 80, "{killed}");
}
