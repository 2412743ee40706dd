//! Two states of one session: seen side by side, one of them kept, none lost.

use crate::harness::{Room, Setup, copy, day, flatten};
use crate::made;
use crate::store::{backups, picture, retitle, store};
use crex::domain::ballot::{Ballot, BallotState, Method, Subject};
use crex::domain::session::Session;
use crex::domain::team::Team;
use crex::library::begin;
use crex::store::{encode, parse};
use crex::tui::key::Msg;
use crex::tui::shell::Start;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, Instant};
use uuid::Uuid;

fn titled(path: &Path) -> String {
    let parsed = parse::<Session>(path, &fs::read(path).unwrap()).unwrap();
    parsed.doc.title.to_string()
}

/// Another program writes the session with another title there.
fn write_elsewhere(from: &Path, to: &Path, title: &str) {
    let mut doc = parse::<Session>(from, &fs::read(from).unwrap())
        .unwrap()
        .doc;
    doc.title = title.into();
    fs::write(to, encode(to, &doc).unwrap()).unwrap();
}

/// The session files of a room.
fn files(room: &Room) -> Vec<PathBuf> {
    let entries = fs::read_dir(room.folder.path().join("sessions")).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "ron"));
    files
}

/// The titles of all sessions among the backups.
fn kept(root: &Path) -> String {
    let mut text = String::new();
    let mut folders = vec![root.join(".crex/backups")];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                text.push_str(&String::from_utf8(fs::read(path).unwrap()).unwrap());
            }
        }
    }
    text
}

#[test]
fn a_copy_that_a_synchronising_program_laid_beside_is_compared_and_put_away() {
    for ours in [true, false] {
        let room = Room::holding(Setup::default(), |session| session.title = "Chute".into());
        let path = room.session_path();
        drop_program(room, |room| {
            let twin = path.with_file_name(format!(
                "{} (copie en conflit de POSTE 2026-11-30).ron",
                path.file_stem().unwrap().to_str().unwrap()
            ));
            write_elsewhere(&path, &twin, "Chute de nuit");
            let mut room = Room::on(room, Setup::default(), Start::Home, day());
            room.see(&["Deux fichiers pour cette séance", "(copie en conflit"]);
            // The list stands behind the entries of home; the first of the two is the session taken up.
            room.keys("c").see(&["Deux états de la même séance"]);
            room.see(&["1 différence", "Chute de nuit", "Garder", "Titre"]);
            let mine = room
                .shell
                .app()
                .desk
                .rivals
                .as_ref()
                .unwrap()
                .ours
                .1
                .title
                .to_string();
            room.keys(if ours { "<Enter>" } else { "<Down><Enter>" });
            room.see(&["L'autre état est gardé"]).miss("Deux fichiers");
            let left = files(&room);
            // The one that stays has the plain name.
            assert_eq!(left, std::slice::from_ref(&path));
            assert_eq!(titled(&left[0]) == mine, ours);
            let backed = kept(room.folder.path());
            let other = if titled(&left[0]) == "Chute" {
                "Chute de nuit"
            } else {
                "Chute"
            };
            assert!(backed.contains(&format!("title: \"{other}\"")), "{other}");
        });
    }
}

/// Lets the program of a room end, and goes on with its folder.
fn drop_program(room: Room, go_on: impl FnOnce(Rc<tempfile::TempDir>)) {
    let folder = Rc::clone(&room.folder);
    drop(room);
    go_on(folder);
}

/// Lets the program hear the disk until this stands on the screen.
#[track_caller]
fn until(room: &mut Room, text: &str) {
    let end = Instant::now() + Duration::from_secs(20);
    while !flatten(&room.screen()).contains(text) {
        assert!(Instant::now() < end, "still waiting on\n{}", room.screen());
        room.take(Msg::Tick);
    }
}

#[test]
fn a_file_changed_while_it_is_open_is_compared_from_the_banner() {
    for ours in [true, false] {
        let mut room = Room::holding(Setup::default(), |session| session.title = "Chute".into());
        let path = room.session_path();
        write_elsewhere(&path, &path, "Reçu d'ailleurs");
        room.keys("<C-k>Qui prévient ?<Enter><Esc>");
        until(&mut room, "existe dans deux états");
        room.see(&["enregistré à côté"]).miss("non enregistré");
        room.keys("<C-g>");
        room.see(&[
            "Deux états de la même séance",
            "Reçu d'ailleurs",
            "Qui prévient ?",
        ]);
        // Escape leaves both.
        room.keys("<Esc>").see(&["existe dans deux états"]);
        assert_eq!(files(&room).len(), 2);
        room.keys("<C-g>")
            .keys(if ours { "<Enter>" } else { "<Down><Enter>" });
        room.miss("existe dans deux états");
        assert_eq!(files(&room), std::slice::from_ref(&path));
        let title = if ours { "Chute" } else { "Reçu d'ailleurs" };
        assert_eq!(room.session().title.as_str(), title);
        assert_eq!(room.session().parked.is_empty(), !ours);
        let backed = kept(room.folder.path());
        assert!(backed.contains(if ours {
            "Reçu d'ailleurs"
        } else {
            "Qui prévient"
        }));
        // The meeting goes on in the file that was kept.
        room.keys("<C-k>Et le jour ?<Enter><Esc><C-q>");
        drop(room.shell);
        let doc = parse::<Session>(&path, &fs::read(&path).unwrap())
            .unwrap()
            .doc;
        assert!(doc.parked.iter().any(|p| p.what.as_str() == "Et le jour ?"));
    }
}

#[test]
fn a_session_left_in_two_states_says_so_when_it_is_opened_again() {
    let mut room = Room::holding(Setup::default(), |session| session.title = "Chute".into());
    let path = room.session_path();
    // Nothing is being saved while the other program writes: between its last look at a file and the rename that follows, a
    // save would put the other state among the backups.
    room.keys("<C-k>Avant<Enter><Esc>");
    let end = Instant::now() + Duration::from_secs(20);
    while !fs::read_to_string(&path).unwrap().contains("Avant") {
        assert!(Instant::now() < end, "never saved");
        room.take(Msg::Tick);
    }
    write_elsewhere(&path, &path, "Reçu d'ailleurs");
    room.keys("<C-k>Qui prévient ?<Enter><Esc>");
    until(&mut room, "existe dans deux états");
    room.see(&["enregistré à côté"]);
    assert!(room.screen().lines().next().unwrap().contains("min  "));
    room.keys("<C-q>");
    drop_program(room, |folder| {
        let start = Start::Session(path.clone());
        let mut room = Room::on(folder, Setup::default(), start, day());
        // Where the file was left may have been the window, which stands before the banner.
        room.keys("<Esc>");
        until(&mut room, "existe dans deux états");
        room.see(&["Chronologie"]);
        room.keys("<C-g>").see(&["Qui prévient ?"]);
        room.keys("<Down><Enter>").miss("existe dans deux états");
        assert_eq!(room.session().parked.len(), 2);
    });
}

#[test]
fn of_two_copies_the_second_is_told_once_the_first_is_put_away_or_gone() {
    let room = Room::holding(Setup::default(), |session| session.title = "Chute".into());
    let path = room.session_path();
    drop_program(room, |folder| {
        let stem = path.file_stem().unwrap().to_str().unwrap();
        let copy = |name: &str| path.with_file_name(format!("{stem}-conflit-{name}.ron"));
        let copies = [copy("0000000a"), copy("0000000b"), copy("0000000c")];
        for (n, copy) in copies.iter().enumerate() {
            write_elsewhere(&path, copy, &format!("Chute {n}"));
        }
        let start = Start::Session(path.clone());
        let mut room = Room::on(folder, Setup::default(), start, day());
        until(&mut room, "existe dans deux états");
        room.keys("<C-g><Enter>");
        room.see(&["existe dans deux états"]);
        assert_eq!(files(&room).len(), 3);
        for left in files(&room).iter().filter(|file| **file != path) {
            fs::remove_file(left).unwrap();
        }
        room.keys("<C-g>").see(&["Aucun autre fichier"]);
    });
}

#[test]
fn edits_put_back_over_a_changed_file_are_compared_with_it() {
    for ours in [true, false] {
        let root = tempfile::tempdir().unwrap();
        let mut first = store(root.path());
        let begun = begin::session(&Team::default(), Uuid::from_u128(7), made::day());
        let mut made = first.create(begun, made::noon()).unwrap();
        // Recorded, not saved; then the program dies, and another one writes the file.
        retitle(&mut first, &mut made, "Le mien", false);
        let (_kept, dead) = picture(root.path());
        let folder = Rc::new(tempfile::tempdir().unwrap());
        copy(&dead, folder.path());
        let path = folder
            .path()
            .join(made.path.strip_prefix(root.path()).unwrap());
        write_elsewhere(&path, &path, "Le leur");
        let start = Start::Session(path.clone());
        let mut room = Room::on(folder, Setup::default(), start, day());
        room.see(&["existe dans deux états", "ce qu'il disait est gardé"]);
        assert_eq!(room.session().title.as_str(), "Le mien");
        room.keys("<C-g>");
        room.see(&["retrouvé après l'arrêt", "dans le fichier, changé ailleurs"]);
        room.see(&["Le mien", "Le leur"]);
        room.keys(if ours { "<Enter>" } else { "<Down><Enter>" });
        room.miss("existe dans deux états");
        let (wanted, other) = if ours {
            ("Le mien", "Le leur")
        } else {
            ("Le leur", "Le mien")
        };
        assert_eq!(room.session().title.as_str(), wanted);
        assert!(kept(room.folder.path()).contains(other));
        room.keys("<C-q>");
        drop(room.shell);
        assert_eq!(titled(&path), wanted);
    }
}

#[test]
fn each_state_that_others_wrote_within_one_second_is_kept() {
    let root = tempfile::tempdir().unwrap();
    let mut first = store(root.path());
    let mut made = first
        .create(made::session(1, "Chute"), made::noon())
        .unwrap();
    retitle(&mut first, &mut made, "Le mien", false);
    let (_kept, dead) = picture(root.path());
    let path = dead.join(made.path.strip_prefix(root.path()).unwrap());
    let log = fs::read_dir(dead.join(".crex/journal")).unwrap().next();
    let log = log.unwrap().unwrap().path();
    let journal = fs::read(&log).unwrap();
    for title in ["Un", "Deux", "Trois"] {
        write_elsewhere(&path, &path, title);
        fs::write(&log, &journal).unwrap();
        let mut again = store(&dead);
        let opened = again.load::<Session>(&path, made::noon()).unwrap();
        again.close(opened.handle);
    }
    let all: Vec<String> = backups(&dead)
        .into_iter()
        .map(|bytes| String::from_utf8(bytes).unwrap())
        .collect();
    for title in ["Un", "Deux", "Trois"] {
        let titled = format!("title: \"{title}\"");
        assert!(all.iter().any(|text| text.contains(&titled)), "{title}");
    }
}

#[test]
fn between_two_files_nobody_chooses_while_papers_lie_beside_one() {
    let room = Room::holding(Setup::default(), |session| {
        session.title = "Chute".into();
        let id = session.ids.give();
        session.ballots.push(Ballot {
            subject: Subject::Choice,
            method: Method::Weighted,
            state: BallotState::Open,
            ..Ballot::new(id)
        });
    });
    let path = room.session_path();
    drop_program(room, |folder| {
        let stem = path.file_stem().unwrap().to_str().unwrap();
        let twin = path.with_file_name(format!("{stem} (1).ron"));
        write_elsewhere(&path, &twin, "Chute de nuit");
        let urns = folder.path().join(".crex/urns");
        let urn = fs::read_dir(&urns).unwrap().next().unwrap().unwrap().path();
        let papers = fs::read(&urn).unwrap();
        let mut room = Room::on(folder, Setup::default(), Start::Home, day());
        room.keys("c").see(&["D'abord clore le vote"]);
        assert_eq!(files(&room).len(), 2);
        assert_eq!(fs::read(&urn).unwrap(), papers);
    });
}
