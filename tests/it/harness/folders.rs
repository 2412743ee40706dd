//! Folders as the program finds them: with a team, or as a dead program left them.

use super::day;
use crex::domain::code::Lang;
use crex::store::Store;
use std::path::Path;
use std::sync::Arc;

/// Copies a folder; a file that is being replaced meanwhile may be missing, as on a real disk.
/// Journals first, then what they lead to: no moment between the two copies loses what the disk had.
pub fn copy(from: &Path, to: &Path) {
    let mut entries: Vec<_> = std::fs::read_dir(from).unwrap().flatten().collect();
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let there = to.join(entry.file_name());
        if entry.path().is_dir() {
            std::fs::create_dir_all(&there).unwrap();
            copy(&entry.path(), &there);
        } else {
            let _ = std::fs::copy(entry.path(), there);
        }
    }
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
