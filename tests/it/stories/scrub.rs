//! A name typed by mistake, erased from the screen.

use super::super::harness::{Room, Setup, day, team};
use super::super::vault::files;
use crex::domain::code::Lang;
use crex::domain::session::Session;
use crex::domain::text::fold;
use crex::store::Store;
use crex::tui::shell::Start;
use std::rc::Rc;
use std::sync::Arc;
use uuid::Uuid;

/// Home of a folder with a sealed session in whose title a name stands.
fn home(setup: Setup) -> Room {
    let folder = Rc::new(tempfile::tempdir().unwrap());
    team(folder.path(), setup.lang);
    let mut store = Store::open(folder.path(), day(), Arc::new(|| {})).unwrap();
    let mut session = Session::new(Uuid::from_u128(7 << 96), day().date());
    session.title = "Chute de Mme Canari".into();
    session.closing.lessons = "Prévenir canari".into();
    let made = store.create(session, day()).unwrap();
    store.seal(made.handle, &made.doc, day()).unwrap();
    drop(store);
    Room::on(folder, setup, Start::Home, day())
}

#[test]
fn it_is_looked_for_shown_masked_and_erased() {
    let mut room = home(Setup::default());
    room.see(&["Chute de Mme Canari"]);
    room.palette("Effacer un nom");
    room.keys("canari<Tab><Tab><Tab><Enter>");
    room.see(&[
        "3 endroits d'un même fichier",
        "Chute de Mme ••••",
        "1 séance scellée",
    ]);
    // Nothing was done: the first button leaves.
    room.keys("<Enter>").see(&["Chute de Mme Canari"]);
    room.palette("Effacer un nom");
    // What is typed takes the place of what was proposed.
    room.keys("canari<Tab>[nom]<Tab><Tab><Enter><Tab><Enter>");
    room.see(&["Effacé", "Chute de Mme [nom]"]);
    for (path, bytes) in files(room.folder.path()) {
        let all = path.to_string_lossy() + "\n" + String::from_utf8_lossy(&bytes);
        assert!(!fold(&all).contains("canari"), "{}", path.display());
    }
}

#[test]
fn private_notes_are_counted_and_not_shown_on_the_wall() {
    let mut room = home(Setup::default());
    let mut store = Store::open(room.folder.path(), day(), Arc::new(|| {})).unwrap();
    let mut notes = store.notes(Uuid::from_u128(7 << 96), day()).unwrap();
    notes.doc.text = "Secret : canari a pleuré".into();
    store.save(notes.handle, &notes.doc, 1);
    drop(store);
    room.palette("Effacer un nom");
    room.keys("canari<Tab><Tab><Tab><Enter>");
    room.see(&["4 endroits de 2 fichiers", "1 endroit n'est pas pour tous"]);
    room.miss("pleuré");
}

#[test]
fn written_documents_are_offered_to_go_too() {
    let mut room = home(Setup::default());
    let store = Store::open(room.folder.path(), day(), Arc::new(|| {})).unwrap();
    let export = store.write_out("plan", "html", b"canari").unwrap();
    drop(store);
    room.palette("Effacer un nom");
    room.keys("canari<Tab><Tab><Tab><Enter>")
        .see(&["1 fichier peut le garder"]);
    room.keys("<Tab><Tab><Enter>");
    room.see(&["1 document écrit par crex sera détruit"]);
    assert!(export.exists());
    room.keys("<Tab><Enter>").see(&["Effacé"]);
    assert!(!export.exists());
}

#[test]
fn what_cannot_be_is_said() {
    let mut room = home(Setup {
        lang: Lang::En,
        ..Setup::default()
    });
    room.palette("Erase a name");
    room.keys("x<Tab><Tab><Tab><Enter>").see(&["too short"]);
    room.keys("<Esc>");
    room.palette("Erase a name");
    room.keys("yzzy<Tab><Tab><Tab><Enter>");
    room.see(&["nowhere"]);
    room.keys("<Esc>").miss("nowhere");
    let mut open = Room::meeting(Setup::default());
    open.palette("Effacer un nom").see(&["revenez à l'accueil"]);
}
