//! Following a session by reading alone: what is recorded is seen, whatever the thread of the store is doing; nothing is
//! touched.

use super::made::{edit, edits, noon, session};
use super::store::{LONG, retitle, store};
use crex::domain::parts::Parts;
use crex::domain::session::Session;
use crex::domain::team::Team;
use crex::store::{Access, Ack, Followed, Opened, Store, encode};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The files below a folder, with their bytes.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut out = BTreeMap::new();
    let mut left = vec![folder.to_owned()];
    while let Some(folder) = left.pop() {
        for path in fs::read_dir(folder).unwrap().flatten().map(|e| e.path()) {
            if path.is_dir() {
                left.push(path);
            } else {
                out.insert(path.clone(), fs::read(&path).unwrap());
            }
        }
    }
    out
}

/// The session as the one that follows knows it after this look.
fn seen(followed: &mut Followed, known: &mut Session) {
    if let Some(read) = followed.look().session {
        *known = read.unwrap().doc;
    }
}

fn begun(disk: &mut Store) -> (Opened<Session>, Followed) {
    let made = disk.create(session(1, "Chute"), noon()).unwrap();
    let followed = disk.followed(&made.path);
    (made, followed)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn every_recorded_edit_is_seen_at_the_next_look(edits in edits(40), saves in prop::collection::vec(0_u8..6, 40)) {
        let root = tempfile::tempdir().unwrap();
        let mut disk = store(root.path());
        let (mut made, mut followed) = begun(&mut disk);
        let mut known = session(9, "");
        seen(&mut followed, &mut known);
        prop_assert_eq!(&known, &made.doc);
        for (one, save) in edits.iter().zip(saves) {
            let before = made.doc.clone();
            edit(&mut made.doc, one);
            disk.record(made.handle, &before.diff(&made.doc)).unwrap();
            match save {
                // Behind, while the other one looks.
                0 | 1 => disk.save(made.handle, &made.doc, 1),
                2 => {
                    disk.save(made.handle, &made.doc, 1);
                    assert!(disk.flush(LONG));
                }
                3 => {
                    disk.save(made.handle, &made.doc, 1);
                    disk.close(made.handle);
                    made = disk.load(&made.path, noon()).unwrap();
                }
                _ => {}
            }
            seen(&mut followed, &mut known);
            prop_assert_eq!(&known, &made.doc);
        }
    }
}

#[test]
fn looking_touches_nothing_and_tells_only_news() {
    let root = tempfile::tempdir().unwrap();
    let mut disk = store(root.path());
    let (mut made, mut followed) = begun(&mut disk);
    let before = made.doc.clone();
    made.doc.title = "Chute de nuit".into();
    disk.record(made.handle, &before.diff(&made.doc)).unwrap();
    disk.place(made.handle, "R3 F2").unwrap();
    let lying = files(root.path());
    let first = followed.look();
    assert_eq!(
        first.session.unwrap().unwrap().doc.title.as_str(),
        "Chute de nuit"
    );
    assert_eq!(first.place.as_deref(), Some("R3 F2"));
    for _ in 0..5 {
        let again = followed.look();
        assert!(
            again.session.is_none() && again.place.is_none(),
            "{again:?}"
        );
    }
    disk.place(made.handle, "R4 ").unwrap();
    let moved = followed.look();
    assert!(moved.session.is_none(), "only the place is news");
    assert_eq!(moved.place.as_deref(), Some("R4 "));
    disk.place(made.handle, "R3 F2").unwrap();
    assert_eq!(files(root.path()), lying);
    // The lock is the writer's alone.
    disk.close(made.handle);
    let other = store(root.path())
        .load::<Session>(&made.path, noon())
        .unwrap();
    assert_eq!(other.access, Access::Write);
}

#[test]
fn what_cannot_be_read_is_told_and_seen_again_once_it_can() {
    let root = tempfile::tempdir().unwrap();
    let mut disk = store(root.path());
    let (made, mut followed) = begun(&mut disk);
    disk.close(made.handle);
    let good = fs::read(&made.path).unwrap();
    followed.look();
    fs::write(&made.path, &good[..good.len() / 2]).unwrap();
    assert!(followed.look().session.unwrap().is_err());
    fs::write(&made.path, &good).unwrap();
    assert_eq!(followed.look().session.unwrap().unwrap().doc, made.doc);
}

#[test]
fn the_team_is_looked_at_without_its_lock() {
    let root = tempfile::tempdir().unwrap();
    let mut second = store(root.path());
    assert_eq!(second.look_at_team().doc, Team::default());
    let mut wall = store(root.path());
    let mut team = wall.team(noon()).unwrap();
    assert_eq!(team.access, Access::Write);
    team.doc.name = "Équipe fictive".into();
    wall.save(team.handle, &team.doc, 1);
    assert!(wall.flush(LONG));
    assert_eq!(second.look_at_team().doc.name.as_str(), "Équipe fictive");
}

#[test]
fn a_session_that_a_conflict_moved_is_followed_to_its_copy() {
    let root = tempfile::tempdir().unwrap();
    let mut disk = store(root.path());
    let (mut made, mut followed) = begun(&mut disk);
    disk.remember(&made.path).unwrap();
    let mut known = session(9, "");
    seen(&mut followed, &mut known);
    let other = session(1, "Reçue d’ailleurs");
    fs::write(&made.path, encode(&made.path, &other).unwrap()).unwrap();
    retitle(&mut disk, &mut made, "La nôtre", true);
    assert!(disk.flush(LONG));
    assert!(matches!(disk.acks()[..], [Ack::Conflict { .. }]));
    retitle(&mut disk, &mut made, "La nôtre encore", false);
    seen(&mut followed, &mut known);
    assert_eq!(known, made.doc);
    assert_eq!(Some(followed.path()), disk.path_of(made.handle).as_deref());
}

#[test]
fn notes_are_read_before_their_first_save_and_after() {
    let root = tempfile::tempdir().unwrap();
    let mut disk = store(root.path());
    let id = session(1, "").id;
    let mut notes = disk.notes(id, noon()).unwrap();
    for (text, save) in [("à", false), ("à voir", true), ("à voir demain", false)] {
        let before = notes.doc.clone();
        notes.doc.text = text.into();
        disk.record(notes.handle, &before.diff(&notes.doc)).unwrap();
        if save {
            disk.save(notes.handle, &notes.doc, 1);
            assert!(disk.flush(LONG));
        }
        assert_eq!(disk.look_at_notes(id).as_ref(), Some(&notes.doc));
    }
}
