//! The second terminal: it shows what the wall does, never what it must not, and writes nothing but the private notes.

use crate::harness::{Room, Setup, day};
use crex::domain::agenda::StepKind;
use crex::domain::ballot::{Ballot, BallotOption, BallotState};
use crex::domain::code::Lang;
use crex::domain::session::Session;
use crex::store::Store;
use crex::tui::key::Msg;
use crex::tui::run::Program;
use crex::tui::shell::Start;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::fs;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

const WIDE: Setup = Setup {
    size: (120, 40),
    lang: Lang::Fr,
    scheme: crex::tui::theme::Scheme::Sombre,
};

/// The second terminal beside a wall.
pub fn beside(wall: &Room, setup: Setup) -> Room {
    let path = wall.session_path();
    Room::on(Rc::clone(&wall.folder), setup, Start::Notes(path), day())
}

/// Lets it look.
fn look(second: &mut Room) -> &mut Room {
    second.take(Msg::Tick)
}

/// Lets the program hear the disk until this holds.
#[track_caller]
fn until(room: &mut Room, holds: impl Fn(&mut Room) -> bool) {
    let end = Instant::now() + Duration::from_secs(20);
    while !holds(room) {
        assert!(Instant::now() < end, "still waiting on\n{}", room.screen());
        room.take(Msg::Woken);
    }
}

/// The texts of all files in a folder of the workspace.
fn texts(root: &Path, folder: &str) -> String {
    let files = fs::read_dir(root.join(folder)).unwrap().flatten();
    files
        .filter_map(|entry| fs::read_to_string(entry.path()).ok())
        .collect()
}

#[test]
fn it_shows_the_step_of_the_wall_its_words_and_the_next() {
    let mut wall = Room::opened(WIDE);
    let mut second = beside(&wall, WIDE);
    second.see(&[
        "1/10 Ouverture",
        "Bienvenue",
        "La charte",
        "Ensuite : Suivi",
    ]);
    wall.keys("<F8><F8>");
    look(&mut second).see(&["3/10 Écoute des événements", "Ensuite : Choix"]);
    wall.keys("<F9>");
    look(&mut second).see(&["Rideau baissé sur le mur"]);
    wall.keys("<F9>");
    look(&mut second)
        .see(&["Le mur est à cette étape"])
        .miss("Rideau");
}

#[test]
fn every_letter_typed_on_the_wall_is_there_at_the_next_look() {
    let mut wall = Room::opened(WIDE);
    let mut second = beside(&wall, WIDE);
    second.keys("<S-Tab>").see(&["Rien au parking"]);
    wall.keys("<C-k>Qui prévient la nuit ?<Enter><Esc>");
    look(&mut second).see(&["Parking (1)", "Qui prévient la nuit ?"]);
    assert_eq!(*second.session(), *wall.session());
}

#[test]
fn the_question_on_the_wall_stands_above_the_words_to_read() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/examples/ehpad-midway.ron");
    let folder = Rc::new(tempfile::tempdir().unwrap());
    fs::create_dir(folder.path().join("sessions")).unwrap();
    let file = folder.path().join("sessions/midway.ron");
    fs::copy(path, &file).unwrap();
    let mut wall = Room::on(
        Rc::clone(&folder),
        WIDE,
        Start::Session(file.clone()),
        day(),
    );
    wall.see(&["5.1 Administration"]);
    let mut second = Room::on(folder, WIDE, Start::Notes(file), day());
    second.see(&["Administration", "Le circuit administratif"]);
    wall.keys("<Right>");
    look(&mut second).miss("Le circuit administratif");
}

#[test]
fn of_an_open_vote_nothing_that_was_counted_is_told() {
    let option = |n: u32, label: &str| BallotOption {
        label: label.into(),
        hands: Some(n),
        ..BallotOption::default()
    };
    let wall = Room::holding(WIDE, |session| {
        let ballot = Ballot {
            question: "Que décidons-nous ?".into(),
            options: vec![option(4321, "Première voie"), option(8765, "Seconde voie")],
            state: BallotState::Open,
            entitled: 6,
            abstentions: 9876,
            ..Ballot::new(session.ids.give())
        };
        session.ballots.push(ballot);
    });
    let mut second = beside(&wall, WIDE);
    second.see(&[
        "Vote ouvert : Que décidons-nous ? (6 votants, à main levée",
        "Que décidons-nous ?",
    ]);
    for _ in 0..4 {
        for counted in ["4321", "8765", "9876"] {
            second.miss(counted);
        }
        second.keys("<Tab>");
    }
}

#[test]
fn it_looks_ahead_without_moving_the_wall_or_touching_the_session() {
    let mut wall = Room::opened(WIDE);
    let path = wall.session_path();
    let root = Rc::clone(&wall.folder);
    let mut second = beside(&wall, WIDE);
    let lying = || {
        let read = Store::look(root.path(), day())
            .unwrap()
            .read::<Session>(&path);
        (read.unwrap().doc, texts(root.path(), ".crex/places"))
    };
    let before = lying();
    second
        .keys("<F8>")
        .see(&["2/10 Suivi des actions", "le mur est à « Ouverture »"]);
    second.keys("<F7>").see(&["Le mur est à cette étape"]);
    second.keys("<F8><F8><Esc>").see(&["1/10 Ouverture"]);
    second.keys("<F7>").see(&["première"]);
    assert!(lying() == before);
    // Looking elsewhere it still says where the wall has gone.
    second.keys("<F8><F8>");
    wall.keys("<F8>");
    look(&mut second).see(&["3/10", "le mur est à « Suivi »"]);
}

#[test]
fn private_notes_are_kept_apart_with_the_time_and_the_step() {
    let wall = Room::opened(WIDE);
    let root = Rc::clone(&wall.folder);
    let mut second = beside(&wall, WIDE);
    second.see(&["rien de ceci ne va au mur"]);
    second.keys("<C-n>le médecin part à 15 h<Enter>relancer");
    second.see(&["14 h 00 · Ouverture : le médecin part à 15 h", "relancer"]);
    second
        .keys("<C-n>")
        .see(&["relancer", "Parking 14 h 00 · Ouverture :"]);
    second.keys("<C-q>");
    second.shell.leave();
    assert!(
        texts(root.path(), "notes").contains("Ouverture\u{a0}: le médecin part à 15 h\nrelancer")
    );
    assert!(!texts(root.path(), "sessions").contains("médecin part"));
    assert!(!texts(root.path(), ".crex/places").contains("médecin part"));
}

#[test]
fn the_wall_says_that_the_notes_are_written_in_the_other_terminal() {
    let mut wall = Room::opened(WIDE);
    let mut second = beside(&wall, WIDE);
    second.keys("d'ici");
    wall.keys("<C-n>")
        .see(&["ouvertes dans l'autre terminal (crex notes)", "Ouverture"])
        .miss("•");
    wall.keys("<Esc>");
    drop(second);
    wall.keys("<C-n>du mur").see(&["••••••"]).miss("du mur");
    wall.keys("<Esc>");
    let root = Rc::clone(&wall.folder);
    until(&mut wall, |_| {
        texts(root.path(), "notes").contains("d'ici\ndu mur")
    });
}

#[test]
fn a_note_open_on_the_wall_is_read_until_it_closes_there() {
    let mut wall = Room::opened(WIDE);
    wall.keys("<C-n>vu de la salle");
    let mut second = beside(&wall, WIDE);
    second.see(&["vu de la salle", "à lire seulement"]);
    second
        .keys("x")
        .see(&["Une note est ouverte sur le mur"])
        .miss("sallex");
    wall.keys(", puis");
    look(&mut second).see(&["vu de la salle, puis"]);
    wall.keys("<Esc>");
    // The wall lets go once the disk has it.
    until(&mut wall, |wall| wall.shell.app().desk.notes.is_none());
    look(&mut second).see(&["vu de la salle, puis", "enregistré"]);
    second.keys("repris ici").see(&["repris ici"]);
}

#[test]
fn nothing_typed_in_the_notes_is_lost_in_a_kill() {
    let wall = Room::opened(WIDE);
    let mut second = beside(&wall, WIDE);
    second.keys("<C-n>à dire à la fin");
    let path = wall.session_path();
    let again = second.killed(WIDE, Start::Notes(path));
    again.see(&["14 h 00 · Ouverture : à dire à la fin"]);
}

#[test]
fn nothing_is_drawn_while_nothing_changed() {
    let mut wall = Room::opened(WIDE);
    let mut second = beside(&wall, WIDE);
    let draw = |room: &Room| {
        room.shell
            .draw(&mut Buffer::empty(Rect::new(0, 0, 120, 40)));
    };
    assert_eq!(second.next_tick(), Some(Duration::from_millis(250)));
    assert!(!second.shell.still());
    draw(&second);
    look(&mut second);
    assert!(second.shell.still());
    wall.keys("<F8>");
    look(&mut second);
    assert!(!second.shell.still());
    draw(&second);
    second.minutes(1);
    assert!(!second.shell.still(), "a minute has passed in the step");
    draw(&second);
    second.keys("<Tab>");
    assert!(!second.shell.still());
    // The wall is always drawn.
    assert!(!wall.shell.still());
}

#[test]
fn a_wall_opened_after_it_can_write_everything() {
    let wall = Room::opened(WIDE);
    let path = wall.session_path();
    let folder = Rc::clone(&wall.folder);
    drop(wall);
    let mut second = Room::on(Rc::clone(&folder), WIDE, Start::Notes(path.clone()), day());
    let mut wall = Room::on(folder, WIDE, Start::Session(path), day());
    let desk = &wall.shell.app().desk;
    assert_eq!((desk.read_only(), &desk.team.read_only), (None, &None));
    wall.keys("<C-k>encore<Enter><Esc>");
    look(&mut second).see(&["Parking (1)"]);
}

#[test]
fn only_its_own_commands_are_offered() {
    let wall = Room::opened(WIDE);
    let mut second = beside(&wall, WIDE);
    second.keys("<C-p>sceller").see(&["Aucune commande"]);
    second.keys("<Esc><C-p>chercher").see(&["Aucune commande"]);
    second
        .keys("<Esc><C-p>autre volet")
        .see(&["Aucune commande"]);
    second.keys("<Esc><C-p>volet").see(&["Volet suivant"]);
    second.keys("<Enter>").see(&["▌Repères"]);
    second.keys("<F9>").miss("Repères").miss("Notes");
    second.keys("abc<F9>").see(&["Repères"]).miss("abc");
    second.palette("anglais").see(&["Private notes", "Cues"]);
    second.keys("<F1>").see(&["writes nothing into it"]);
    second
        .keys("<Esc>")
        .click("Still missing")
        .see(&["▌Still missing"]);
}

#[test]
fn cues_fit_the_step_and_every_step_has_some() {
    let mut wall = Room::opened(WIDE);
    let mut second = beside(&wall, WIDE);
    second.keys("<Tab>").see(&["Une même personne anime"]);
    wall.keys("<F8><F8>");
    look(&mut second).see(&["Un nom est prononcé", "Comment s'y prendre"]);
    for step in StepKind::ALL {
        assert!(!crex::content::cues(*step).is_empty(), "{step:?}");
    }
}

#[test]
fn a_sealed_session_takes_notes_and_nothing_else() {
    let wall = Room::opened(WIDE);
    let (root, path) = (Rc::clone(&wall.folder), wall.session_path());
    drop(wall);
    let mut store = Store::open(root.path(), day(), Arc::new(|| {})).unwrap();
    let opened = store.load::<Session>(&path, day()).unwrap();
    store.seal(opened.handle, &opened.doc, day()).unwrap();
    drop(store);
    let before = fs::read(&path).unwrap();
    let start = Start::Notes(path.clone());
    let mut second = Room::on(Rc::clone(&root), WIDE, start, day());
    second.see(&["La séance est scellée"]);
    second
        .keys("pour la prochaine fois")
        .see(&["pour la prochaine fois"]);
    second.shell.leave();
    assert_eq!(fs::read(&path).unwrap(), before);
    assert!(texts(root.path(), "notes").contains("pour la prochaine fois"));
}

#[test]
fn notes_that_cannot_be_read_are_said_and_left_as_they_are() {
    let wall = Room::opened(WIDE);
    let file = wall
        .folder
        .path()
        .join(format!("notes/{}.ron", wall.session().id));
    fs::write(&file, "(schema: 1, text: ").unwrap();
    let mut second = beside(&wall, WIDE);
    second.see(&["1/10 Ouverture", "à lire seulement"]);
    second
        .keys("x")
        .see(&["La note privée ne peut pas être gardée", "s'arrête"]);
    assert_eq!(fs::read_to_string(&file).unwrap(), "(schema: 1, text: ");
}

#[test]
fn the_wall_says_how_to_open_it() {
    let mut wall = Room::opened(WIDE);
    wall.palette("second").see(&["crex notes"]);
}

#[test]
fn it_leaves_every_file_but_the_notes_as_it_was() {
    let wall = Room::opened(WIDE);
    let (root, path) = (Rc::clone(&wall.folder), wall.session_path());
    let notes = wall.session().id.to_string();
    drop(wall);
    let lying = || {
        let mut left = vec![root.path().to_owned()];
        let mut out = Vec::new();
        while let Some(folder) = left.pop() {
            for path in fs::read_dir(folder).unwrap().flatten().map(|e| e.path()) {
                if path.is_dir() {
                    left.push(path);
                } else if !path.to_string_lossy().contains(&notes) {
                    out.push((path.clone(), fs::read(path).unwrap()));
                }
            }
        }
        out.sort();
        out
    };
    let before = lying();
    let mut second = Room::on(Rc::clone(&root), WIDE, Start::Notes(path), day());
    second.keys("<Tab><F8><PgDn><C-n>une note<F9><F9><Esc>");
    second.palette("thème").minutes(3);
    second.shell.leave();
    drop(second);
    assert!(lying() == before);
}
