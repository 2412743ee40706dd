//! A folder that another program copies away is told, once on the screen and each time by `check`.

use super::harness::{Room, Setup};
use crex::store::synced;
use std::fs;
use std::path::PathBuf;

/// A folder of this name somewhere, with these files in it.
fn under(names: &[&str]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let mut path = folder.path().to_owned();
    for name in names {
        path.push(name);
    }
    fs::create_dir_all(&path).unwrap();
    (folder, path)
}

#[test]
fn services_are_known_by_the_names_of_their_folders() {
    for (name, service) in [
        ("OneDrive - Clinique des Trois", "OneDrive"),
        ("Dropbox (Personnel)", "Dropbox"),
        ("GoogleDrive-moi", "Google Drive"),
        ("Mon Drive", "Google Drive"),
        ("com~apple~CloudDocs", "iCloud"),
        ("Nextcloud", "Nextcloud"),
        ("kDrive", "kDrive"),
        ("Box", "Box"),
        ("pCloudDrive", "pCloud"),
        ("Syncthing", "Syncthing"),
    ] {
        let (_folder, path) = under(&[name, "équipe", "crex"]);
        assert_eq!(synced(&path), Some(service), "{name}");
    }
    for name in ["Boxes", "dropboxes", "Documents", "nextcloudless"] {
        let (_folder, path) = under(&[name, "crex"]);
        assert_eq!(synced(&path), None, "{name}");
    }
}

#[test]
fn they_are_known_by_what_they_leave() {
    let (folder, path) = under(&["à nous", "crex"]);
    fs::create_dir(folder.path().join("à nous/.stfolder")).unwrap();
    assert_eq!(synced(&path), Some("Syncthing"));
    let (folder, path) = under(&["à nous", "crex"]);
    // A home holds a folder of that name that says nothing of what lies in it.
    fs::create_dir(folder.path().join("à nous/.dropbox")).unwrap();
    assert_eq!(synced(&path), None);
}

#[test]
fn the_screen_says_it_once() {
    let room = Room::with_team(Setup::default());
    room.miss("copié ailleurs");
    fs::create_dir(room.folder.path().join(".stfolder")).unwrap();
    let told = room.reopened(Setup::default());
    told.see(&["copié ailleurs", "Syncthing", "HDS", "crex encrypt"]);
    told.reopened(Setup::default()).miss("copié ailleurs");
}
