//! Who may read a workspace: its owner alone, whatever others made of it, and nothing that is not ours is touched.

use super::harness::{Room, Setup, copy, day};
use super::made::{noon, session};
use super::store::store;
use crex::tui::shell::Start;
use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::rc::Rc;

fn mode(path: &Path) -> u32 {
    fs::symlink_metadata(path).unwrap().permissions().mode() & 0o777
}

fn set(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

/// Every folder and file of a workspace that others may read.
fn open(root: &Path) -> Vec<std::path::PathBuf> {
    let mut left = vec![root.to_owned()];
    let mut out = Vec::new();
    while let Some(path) = left.pop() {
        if !path.is_symlink() && mode(&path) & 0o077 != 0 {
            out.push(path.clone());
        }
        if path.is_dir() && !path.is_symlink() {
            left.extend(fs::read_dir(path).unwrap().map(|e| e.unwrap().path()));
        }
    }
    out
}

#[test]
fn what_others_could_read_is_closed_and_counted() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("espace");
    let made = store(&root)
        .create(session(1, "Chute"), noon())
        .unwrap()
        .path;
    assert_eq!(open(&root), [] as [std::path::PathBuf; 0]);
    for path in [&root, &root.join("sessions"), &made] {
        set(path, 0o755);
    }
    assert_eq!(store(&root).openness().open, 3);
    assert_eq!((mode(&root), mode(&made)), (0o700, 0o700));
    assert_eq!(store(&root).openness().open, 0);
    assert_eq!(open(&root), [] as [std::path::PathBuf; 0]);
}

#[test]
fn what_is_not_ours_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("espace");
    drop(store(&root));
    let outside = folder.path().join("ailleurs.ron");
    fs::write(&outside, "x").unwrap();
    set(&outside, 0o644);
    symlink(&outside, root.join("sessions/lien.ron")).unwrap();
    let photos = root.join("photos");
    fs::create_dir(&photos).unwrap();
    let mine = root.join("lisez-moi.txt");
    fs::write(&mine, "x").unwrap();
    let made = root.join("sessions/a.ron");
    fs::write(&made, "x").unwrap();
    for path in [&root, &photos, &root.join("sessions")] {
        set(path, 0o755);
    }
    for path in [&mine, &made] {
        set(path, 0o644);
    }
    assert_eq!(store(&root).openness().open, 2);
    assert_eq!(
        (mode(&outside), mode(&photos), mode(&mine)),
        (0o644, 0o755, 0o644)
    );
    // Other folders lie there: it is not for us to close it.
    assert_eq!((mode(&root), mode(&made)), (0o755, 0o600));
}

#[test]
fn the_screen_says_so() {
    let room = Room::with_team(Setup::default());
    let folder = Rc::new(tempfile::tempdir().unwrap());
    copy(room.folder.path(), folder.path());
    set(folder.path(), 0o755);
    let setup = Setup::default();
    Room::on(Rc::clone(&folder), setup, Start::Home, day()).see(&["par d'autres : c'est corrigé"]);
    set(&folder.path().join("sessions"), 0o755);
    // Nobody gets that far: the folder around it is closed.
    Room::on(folder, Setup::default(), Start::Home, day()).miss("par d'autres");
}
