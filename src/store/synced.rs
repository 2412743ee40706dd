//! Whether a folder lies where a program copies it to other machines. That is told by the names on the way to it, by what such
//! programs leave in their folders, and by where the system says they have them; no file is read.

use super::disk::{Disk as _, RealDisk};
use std::env;
use std::path::{Path, PathBuf};

/// How the folder of a service is called, in lower case, and the service. What stands behind a space or a dash does not count:
/// « Dropbox (Personnel) ».
const NAMES: [(&str, &str); 15] = [
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("mon drive", "Google Drive"),
    ("icloud drive", "iCloud"),
    ("icloud~", "iCloud"),
    ("com~apple~clouddocs", "iCloud"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("kdrive", "kDrive"),
    ("box sync", "Box"),
    ("pcloud", "pCloud"),
    ("syncthing", "Syncthing"),
];
/// The same where only the whole name tells.
const WHOLE: [(&str, &str); 3] = [
    ("box", "Box"),
    ("mega", "MEGA"),
    ("mobile documents", "iCloud"),
];
/// What they leave in their folders, and whether it is a folder.
const MARKS: [(&str, bool, &str); 7] = [
    (".dropbox", false, "Dropbox"),
    (".dropbox.cache", true, "Dropbox"),
    (".stfolder", true, "Syncthing"),
    (".owncloudsync.log", false, "ownCloud"),
    (".nextcloudsync.log", false, "Nextcloud"),
    (".tmp.drivedownload", true, "Google Drive"),
    (".849c9593-d756-4e56-8d6e-42412f2a707b", false, "OneDrive"),
];
/// Where the system says they are.
const PLACES: [&str; 3] = ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"];

/// The service that copies what lies in this folder, if one is known to.
pub fn synced(root: &Path) -> Option<&'static str> {
    let full = RealDisk.real_path(root).unwrap_or_else(|_| root.to_owned());
    let places = PLACES.iter().filter_map(env::var_os).map(PathBuf::from);
    let mut places = places.filter(|place| !place.as_os_str().is_empty());
    if places.any(|place| full.starts_with(&place) || root.starts_with(&place)) {
        return Some("OneDrive");
    }
    full.ancestors()
        .chain(root.ancestors())
        .find_map(|folder| by_name(folder).or_else(|| by_mark(folder)))
}

fn by_name(folder: &Path) -> Option<&'static str> {
    let name = folder.file_name()?.to_string_lossy().to_lowercase();
    let whole = WHOLE.iter().find(|(known, _)| name == *known);
    let begins = |known: &str| {
        let rest = name.strip_prefix(known)?;
        let ends = known.ends_with('~') || !rest.starts_with(char::is_alphanumeric);
        // « pCloudDrive », « Dropbox (Personnel) »; never « dropboxes ».
        (ends || rest == "drive").then_some(())
    };
    let named = || NAMES.iter().find(|(known, _)| begins(known).is_some());
    whole.or_else(named).map(|(_, service)| *service)
}

fn by_mark(folder: &Path) -> Option<&'static str> {
    let there = |(name, is_folder, _): &&(&str, bool, &'static str)| {
        let meta = RealDisk.stat(&folder.join(name));
        meta.is_ok_and(|meta| meta.is_dir() == *is_folder)
    };
    MARKS.iter().find(there).map(|(.., service)| *service)
}
