//! The folder of the workspace goes away in the middle of a meeting: it goes on, says so, saves elsewhere, and goes on there.

use super::saves::{says, until};
use crate::harness::{Room, Setup, session_files};
use crex::domain::code::Lang;
use crex::tui::run::Program as _;
use std::fs;
use std::path::{Path, PathBuf};

/// A meeting in which something was typed that the disk has.
fn begun(setup: Setup) -> Room {
    let mut room = Room::opened(setup);
    park(&mut room, "Une première chose");
    let path = room.session_path();
    until(&mut room, |_| holds(&path, "Une première chose"));
    room
}

fn park(room: &mut Room, text: &str) {
    room.keys("<C-k>").paste(text).keys("<Enter><Esc>");
}

fn holds(path: &Path, text: &str) -> bool {
    fs::read_to_string(path).is_ok_and(|file| file.contains(text))
}

/// The folder of the workspace vanishes as a share does; gives where it went.
fn vanish(room: &mut Room) -> PathBuf {
    let aside = room.folder.path().with_extension("parti");
    fs::rename(room.folder.path(), &aside).unwrap();
    park(room, "Une deuxième chose");
    aside
}

/// Has the session saved in this folder.
fn save_in(room: &mut Room, folder: &Path) {
    // What is typed or pasted takes the place of the folder that is proposed.
    room.keys("<C-e>");
    room.paste(&folder.display().to_string());
    room.keys("<Tab><Enter>");
}

#[test]
fn while_the_folder_is_gone_it_is_said_the_session_lies_elsewhere_and_then_the_original_goes_on() {
    let mut room = begun(Setup::default());
    let path = room.session_path();
    let aside = vanish(&mut room);
    let banner = "Rien n'est enregistré depuis 14:00 : le dossier n'est plus là.";
    until(&mut room, |room| says(room, banner));
    room.see(&["Ctrl+E : enregistrer ailleurs", "non enregistré"]);
    room.keys("<C-e>")
        .see(&["Enregistrer ailleurs", "Dossier", "Enregistrer là"]);
    room.keys("<Esc>");
    save_in(&mut room, Path::new("/nulle/part"));
    room.see(&["Ce dossier n'existe pas"]);
    room.keys("<Esc>");
    let other = tempfile::tempdir().unwrap();
    save_in(&mut room, other.path());
    room.see(&["La séance est enregistrée ici", "crex-secours"]);
    let copies = session_files(&other.path().join("crex-secours"));
    assert_eq!(copies.len(), 1);
    assert!(holds(&copies[0], "Une deuxième chose"));
    assert!(holds(
        &other.path().join("crex-secours/team.ron"),
        "Ambreuse"
    ));
    room.keys("<Enter>").see(&["Rien n'est enregistré depuis"]);
    // Once more: the copy is brought up to date.
    park(&mut room, "Une troisième chose");
    save_in(&mut room, other.path());
    assert_eq!(session_files(&other.path().join("crex-secours")), copies);
    assert!(holds(&copies[0], "Une troisième chose"));
    room.keys("<Enter>");
    fs::rename(&aside, room.folder.path()).unwrap();
    park(&mut room, "Une quatrième chose");
    until(&mut room, |room| {
        says(room, "Tout est de nouveau enregistré.")
    });
    room.see(&["enregistré"]).miss("non enregistré");
    for text in ["première", "deuxième", "troisième", "quatrième"] {
        assert!(holds(&path, &format!("Une {text} chose")), "{text}");
    }
}

#[test]
fn when_the_folder_does_not_come_back_the_meeting_goes_on_in_the_other() {
    let setup = Setup {
        lang: Lang::En,
        ..Setup::default()
    };
    let mut room = begun(setup);
    let step = room.screen().lines().next().map(str::to_owned);
    let aside = vanish(&mut room);
    until(&mut room, |room| {
        says(room, "Nothing is saved since 14:00: the folder is gone.")
    });
    let other = tempfile::tempdir().unwrap();
    save_in(&mut room, other.path());
    room.see(&["The session is saved here"]);
    room.keys("<Tab><Enter>");
    let root = other.path().join("crex-rescue");
    assert_eq!(room.shell.app().desk.root, root);
    room.see(&["The meeting goes on in"]);
    let named = |line: &str| {
        line.split_whitespace()
            .take(2)
            .collect::<Vec<_>>()
            .join(" ")
    };
    let now = room.screen().lines().next().map(str::to_owned);
    assert_eq!(now.as_deref().map(named), step.as_deref().map(named));
    park(&mut room, "Une troisième chose");
    let path = session_files(&root).remove(0);
    until(&mut room, |_| holds(&path, "Une troisième chose"));
    assert!(holds(&path, "Une deuxième chose"));
    room.miss("not saved");
    // What was done before can be undone here too.
    room.keys("<C-z><C-z>");
    until(&mut room, |_| !holds(&path, "Une deuxième chose"));
    assert!(holds(&path, "Une première chose"));
    room.keys("<C-y><C-y>");
    until(&mut room, |_| holds(&path, "Une troisième chose"));
    let old = session_files(&aside).remove(0);
    assert!(!holds(&old, "Une troisième chose"));
    fs::remove_dir_all(aside).unwrap();
}

#[test]
fn a_journal_that_cannot_be_written_is_said_although_the_file_is_saved() {
    let mut room = begun(Setup::default());
    let path = room.session_path();
    let journal = room.folder.path().join(".crex/journal");
    let aside = journal.with_extension("parti");
    fs::rename(&journal, &aside).unwrap();
    // The journal is begun anew once it is long.
    for n in 0..6 {
        park(&mut room, &format!("{n} {}", "mot ".repeat(14_000)));
    }
    until(&mut room, |_| holds(&path, "\"5 mot"));
    let said = "Chaque frappe n'est plus gardée aussitôt, mais une fois par seconde";
    let mut n = 0;
    while !says(&room, said) {
        n += 1;
        park(&mut room, &format!("ligne {n}"));
        let line = format!("ligne {n}\"");
        until(&mut room, |_| holds(&path, &line));
        assert!(n < 20, "never said on\n{}", room.screen());
    }
    fs::remove_dir_all(&aside).unwrap();
    fs::create_dir(&journal).unwrap();
    park(&mut room, "Ensuite");
    assert!(!says(&room, said), "{}", room.screen());
    until(&mut room, |_| holds(&path, "Ensuite"));
    assert_eq!(super::super::store::journals(room.folder.path()).len(), 1);
}

/// A meeting whose folder is gone, which the program knows.
fn gone() -> (Room, PathBuf) {
    let mut room = begun(Setup::default());
    let aside = vanish(&mut room);
    until(&mut room, |room| says(room, "Rien n'est enregistré depuis"));
    (room, aside)
}

#[test]
fn what_is_in_memory_alone_is_not_left_without_a_question() {
    let (mut room, aside) = gone();
    room.keys("<C-c>").see(&["Tout n'est pas enregistré"]);
    room.keys("<C-q>");
    room.see(&[
        "Ce n'est pas enregistré",
        "Enregistrer ailleurs",
        "Partir quand même",
    ]);
    assert!(!room.shell.wants().leave);
    room.keys("<C-q>").keys("<Esc>").miss("Partir quand même");
    assert!(!room.shell.wants().leave);
    // Where it can be saved is the first answer.
    room.keys("<C-q><Enter>");
    room.see(&["Enregistrer là"]);
    room.keys("<Esc><C-q>").keys("<Tab><Tab><Enter>");
    assert!(room.shell.wants().leave);
    fs::remove_dir_all(aside).unwrap();
}

#[test]
fn under_the_curtain_the_question_is_asked_too() {
    let (mut room, aside) = gone();
    room.palette("rideau").miss("Une deuxième chose");
    room.keys("<C-q>").see(&["Ce n'est pas enregistré"]);
    assert!(!room.shell.wants().leave);
    fs::remove_dir_all(aside).unwrap();
}

#[test]
fn what_was_left_for_home_goes_on_being_saved() {
    let (mut room, aside) = gone();
    room.keys("<Esc>").see(&["Tout n'est pas enregistré"]);
    room.keys("<Esc>")
        .see(&["Ce n'est pas enregistré", "La séance reste en mémoire"]);
    assert!(room.shell.app().desk.session.is_some());
    room.keys("<Tab><Tab><Enter>");
    assert!(room.shell.app().desk.session.is_none());
    room.see(&["Rien n'est enregistré depuis"]);
    room.keys("<C-q>").see(&["Partir quand même"]);
    assert!(!room.shell.wants().leave);
    room.keys("<Esc>");
    fs::rename(&aside, room.folder.path()).unwrap();
    until(&mut room, |room| {
        says(room, "Tout est de nouveau enregistré.")
    });
    assert!(holds(&room.session_path(), "Une deuxième chose"));
    room.keys("<C-q>");
    assert!(room.shell.wants().leave);
}

#[test]
fn a_folder_that_is_gone_is_not_left_for_another_one_by_the_settings() {
    let (mut room, aside) = gone();
    room.keys("<Esc><Esc><Tab><Tab><Enter>");
    room.settings();
    room.keys(&"<Down>".repeat(9)).keys("<Enter>");
    let other = tempfile::tempdir().unwrap();
    room.paste(&other.path().display().to_string());
    room.keys("<Tab><Enter>");
    room.see(&["Rien n'a été fait"]);
    assert_eq!(room.shell.app().desk.root, room.folder.path());
    fs::remove_dir_all(aside).unwrap();
}

#[test]
fn a_private_note_that_the_old_folder_did_not_take_goes_along() {
    let mut room = begun(Setup::default());
    room.keys("<C-n>Avant");
    let note = format!("notes/{}.ron", room.session().id);
    let old = room.folder.path().join(&note);
    until(&mut room, |_| holds(&old, "Avant"));
    let aside = room.folder.path().with_extension("parti");
    fs::rename(room.folder.path(), &aside).unwrap();
    room.keys(" et après<Esc>");
    park(&mut room, "Une deuxième chose");
    until(&mut room, |room| says(room, "Rien n'est enregistré depuis"));
    let other = tempfile::tempdir().unwrap();
    save_in(&mut room, other.path());
    room.keys("<Tab><Enter>").see(&["La réunion se poursuit"]);
    assert!(holds(
        &other.path().join("crex-secours").join(&note),
        "Avant et après"
    ));
    // What is typed there shows as nothing at all.
    room.keys("<C-n>");
    let notes = room.shell.app().desk.notes.as_ref().unwrap();
    assert_eq!(notes.doc.text.as_str(), "Avant et après");
    fs::remove_dir_all(aside).unwrap();
}
