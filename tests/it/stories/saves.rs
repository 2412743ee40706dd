//! What the screen says of the disk: notes that cannot be read, saves that fail, another folder.

use crate::harness::{Room, Setup, day, flatten};
use crex::store::{Access, Store};
use crex::tui::key::Msg;
use crex::tui::shell::Start;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Lets the program hear the disk until this holds.
#[track_caller]
pub fn until(room: &mut Room, holds: impl Fn(&Room) -> bool) {
    let end = Instant::now() + Duration::from_secs(20);
    while !holds(room) {
        assert!(Instant::now() < end, "still waiting on\n{}", room.screen());
        room.take(Msg::Tick);
    }
}

pub fn says(room: &Room, text: &str) -> bool {
    flatten(&room.screen()).contains(&flatten(text))
}

/// The file of the private notes of the only session.
fn notes(root: &Path, room: &Room) -> PathBuf {
    root.join(format!("notes/{}.ron", room.session().id))
}

#[test]
fn damaged_private_notes_keep_nobody_from_the_meeting_and_are_said() {
    let mut room = Room::meeting(Setup::default());
    let (folder, path) = (Rc::clone(&room.folder), room.session_path());
    let file = notes(folder.path(), &room);
    room.keys("<C-n>à voir<Esc><C-q>");
    drop(room);
    fs::write(&file, "(schema: 1, text: ").unwrap();
    let mut room = Room::on(folder, Setup::default(), Start::Session(path), day());
    room.see(&["Ouverture", "s'arrête"]);
    let id = room.session().id;
    room.keys("<C-n>")
        .see(&["La note privée ne peut pas être gardée"]);
    room.keys("x").miss("•").see(&["Ouverture"]);
    assert_eq!(room.session().id, id);
    assert_eq!(fs::read_to_string(&file).unwrap(), "(schema: 1, text: ");
}

#[test]
fn nothing_is_called_saved_while_one_document_fails() {
    let mut room = Room::meeting(Setup::default());
    let folder = Rc::clone(&room.folder);
    let file = notes(folder.path(), &room);
    let session = room.session_path();
    room.keys("<C-n>");
    fs::create_dir(&file).unwrap();
    room.keys("à voir<Esc>");
    until(&mut room, |room| says(room, "non enregistré"));
    for text in ["Une première chose", "Une seconde chose"] {
        room.keys("<C-k>").keys(text).keys("<Enter><Esc>");
        let saved = |_: &Room| fs::read_to_string(&session).unwrap().contains(text);
        until(&mut room, saved);
    }
    room.take(Msg::Tick).see(&["non enregistré"]);
    fs::remove_dir(&file).unwrap();
    room.keys("<C-n>ensuite<Esc>");
    until(&mut room, |room| !says(room, "non enregistré"));
    assert!(fs::read_to_string(&file).unwrap().contains("ensuite"));
}

#[test]
fn the_folder_that_is_open_already_stays_open_and_another_frees_it() {
    let mut room = Room::with_team(Setup::default());
    let old = Rc::clone(&room.folder);
    room.settings();
    room.keys(&"<Down>".repeat(9)).keys("<Enter>");
    room.paste(&old.path().join(".").display().to_string());
    room.keys("<Tab><Enter>");
    room.see(&["C'est déjà votre dossier"]);
    assert_eq!(room.shell.app().desk.team.read_only, None);
    let other = tempfile::tempdir().unwrap();
    room.keys("<S-Tab>").keys(&"<Backspace>".repeat(99));
    room.paste(&other.path().display().to_string());
    room.keys("<Tab><Enter>");
    assert_eq!(room.shell.app().desk.root, other.path());
    assert_eq!(room.shell.app().desk.team.read_only, None);
    let mut again = Store::open(old.path(), day(), Arc::new(|| {})).unwrap();
    assert_eq!(again.team(day()).unwrap().access, Access::Write);
}
