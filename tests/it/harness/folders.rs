//! Folders as the program finds them: with a team, or as a dead program left them.

use super::day;
use crex::domain::code::Lang;
use crex::store::Store;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Copies a folder as it is at one moment, while the thread of a program may still be writing in it: what was read is right
/// when reading it once more gives the same.
pub fn copy(from: &Path, to: &Path) {
    let mut seen = files(from);
    loop {
        let again = files(from);
        if again == seen {
            break;
        }
        seen = again;
    }
    for (name, bytes) in seen {
        let there = to.join(name);
        match bytes {
            None => std::fs::create_dir_all(there).unwrap(),
            Some(bytes) => std::fs::write(there, bytes).unwrap(),
        }
    }
    close(to);
}

/// Leaves a folder to its owner alone, as the program does.
#[cfg(unix)]
fn close(folder: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    let alone = std::fs::Permissions::from_mode(0o700);
    std::fs::set_permissions(folder, alone).unwrap();
}

/// Leaves a folder to its owner alone: it is so here.
#[cfg(not(unix))]
fn close(_folder: &Path) {}

/// Everything in a folder: folders without, files with their bytes. A file that goes away meanwhile is not there.
fn files(folder: &Path) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
    let mut out = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let name = PathBuf::from(entry.file_name());
        if entry.path().is_dir() {
            out.insert(name.clone(), None);
            let inside = files(&entry.path());
            out.extend(
                inside
                    .into_iter()
                    .map(|(path, bytes)| (name.join(path), bytes)),
            );
        } else if let Ok(bytes) = std::fs::read(entry.path()) {
            out.insert(name, Some(bytes));
        }
    }
    out
}

/// The files of the sessions in a workspace, by name; what the thread of a program is just writing is none of them.
pub fn sessions(root: &Path) -> Vec<PathBuf> {
    let files = std::fs::read_dir(root.join("sessions")).unwrap().flatten();
    let whole = |path: &PathBuf| path.extension().is_some_and(|end| end == "ron");
    let mut out: Vec<PathBuf> = files.map(|e| e.path()).filter(whole).collect();
    out.sort();
    out
}

/// A team that has answered the first run.
pub fn team_in(root: &Path, lang: Lang) {
    use crex::domain::parts::Parts;
    use crex::domain::team::Member;
    let mut store = Store::open(root, day(), Arc::new(|| {})).unwrap();
    let opened = store.team(day()).unwrap();
    let mut team = opened.doc.clone();
    team.name = "MSP du Val d'Ambreuse".into();
    team.sector = "msp".into();
    team.lang = lang;
    team.format = "room-90".into();
    team.grid = "cadya".into();
    for function in [
        "médecin généraliste",
        "IDEL",
        "pharmacien",
        "secrétaire médicale",
        "patiente partenaire",
    ] {
        let member = Member {
            function: function.into(),
            permanent: true,
            ..Member::new(team.ids.give())
        };
        team.members.push(member);
    }
    store
        .record(opened.handle, &opened.doc.diff(&team))
        .unwrap();
    store.save(opened.handle, &team, 1);
    assert!(store.flush(std::time::Duration::from_secs(20)));
}
