//! Home and the first run: the way in.

use crate::harness::{Room, Setup, day};
use crex::domain::code::Lang;
use crex::domain::session::Stage;
use crex::domain::simulation::{Kind, Simulation};
use crex::tui::shell::Start;
use std::path::PathBuf;
use std::rc::Rc;

fn english() -> Setup {
    Setup {
        lang: Lang::En,
        ..Setup::default()
    }
}

/// The program ended and begun again on the same folder.
fn again(room: Room, setup: Setup) -> Room {
    let folder = Rc::clone(&room.folder);
    drop(room);
    Room::on(folder, setup, Start::Home, day())
}

#[test]
fn four_questions_and_the_team_is_ready() {
    let mut room = Room::empty(Setup::default());
    room.see(&[
        "Bienvenue",
        "Comment s'appelle votre structure ?",
        "question 1 sur 4",
    ]);
    room.keys("MSP du Val d'Ambreuse<Enter>");
    room.see(&["Quel genre de structure ?", "● Maison de santé (MSP)"]);
    room.keys("<Enter>IDEL<Enter>pharmacien d'officine, médecin généraliste ; idel<Enter>");
    room.see(&["✓ médecin généraliste", "✓ pharmacien d'officine", "✓ IDEL"]);
    room.keys("<Enter>")
        .see(&["● Pas de quorum", "La moitié des membres : 2"]);
    room.keys("<Down><Enter>")
        .see(&["Nouvelle séance", "Aucune séance"]);
    let team = &room.shell.app().desk.team.doc;
    assert_eq!(
        (team.name.as_str(), team.sector.as_str()),
        ("MSP du Val d'Ambreuse", "msp")
    );
    assert_eq!(
        (team.grid.as_str(), team.format.as_str()),
        ("cadya", "room-90")
    );
    let members: Vec<_> = team
        .members
        .iter()
        .map(|m| (m.function.as_str(), m.profession.as_str()))
        .collect();
    assert_eq!(
        members,
        [
            ("IDEL", "community-nurse"),
            ("pharmacien d'officine", "pharmacist"),
            ("médecin généraliste", "gp")
        ]
    );
    assert_eq!(team.quorum.members, 2);
    let room = room.killed(Setup::default(), Start::Home);
    room.see(&["MSP du Val d'Ambreuse", "Nouvelle séance"])
        .miss("Bienvenue");
}

#[test]
fn escape_skips_every_question_for_good() {
    let mut room = Room::empty(english());
    room.see(&["Welcome"]);
    room.keys("<Esc><Esc><Esc><Esc>");
    room.see(&["New session", "No session yet"]);
    let room = room.killed(english(), Start::Home);
    room.see(&["New session"]).miss("Welcome");
}

#[test]
fn half_of_nobody_is_no_quorum() {
    let mut room = Room::empty(Setup::default());
    room.keys("<Esc><Esc><Esc>");
    room.see(&["Pas de quorum", "3 professions"]).miss("moitié");
    let screen = room.screen();
    assert_eq!(screen.matches("Pas de quorum").count(), 1);
    assert_eq!(screen.matches("3 professions").count(), 1);
    room.keys("<S-Tab>IDE<Enter>IDEC<Enter>AS<Enter><Enter>");
    room.see(&["La moitié des membres : 2"]);
}

#[test]
fn members_are_pasted_one_a_line_and_taken_back() {
    let mut room = Room::empty(Setup::default());
    room.keys("<Enter><Enter>")
        .paste("IDE\naide-soignant\ncadre de santé");
    room.keys("<Backspace>");
    let team = &room.shell.app().desk.team.doc;
    let members: Vec<_> = team.members.iter().map(|m| m.function.as_str()).collect();
    assert_eq!(members, ["IDE", "aide-soignant"]);
    room.keys("<S-Tab>").see(&["Quel genre de structure ?"]);
}

#[test]
fn a_session_begun_from_home_is_offered_again_first() {
    let mut room = Room::with_team(Setup::default());
    room.keys("a");
    assert_eq!(room.session().stage, Stage::Open);
    room.see(&["▌· Ouverture"]);
    room = again(room, Setup::default());
    room.see(&[
        "Reprendre",
        "CREX n° 1 · jeu. 19 nov. 2026",
        "Séances (1)",
        "en cours",
    ]);
    room.keys("<Enter>");
    assert_eq!(room.session().number, 1);
}

#[test]
fn a_session_is_prepared_for_another_day() {
    let mut room = Room::with_team(english());
    room.keys("<Down><Enter>")
        .see(&["Day", "Enter alone: Thu 17 Dec 2026"]);
    room.keys("+5<Enter>");
    assert_eq!(room.session().date.to_string(), "2026-11-24");
    assert_eq!(room.session().stage, Stage::Prepared);
    assert_eq!(room.session().attendees.len(), 5);
    room = again(room, english());
    room.see(&["Resume", "not begun yet", "24/11/2026", "prepared"]);
}

#[test]
fn a_day_that_nobody_understands_is_asked_again() {
    let mut room = Room::with_team(Setup::default());
    room.keys("<Down><Enter>jeudi gras<Enter>");
    room.see(&["Ce jour n'est pas compris"]);
    assert!(room.shell.app().desk.session().is_none());
    room.keys("<Esc>").miss("Ce jour").see(&["Nouvelle séance"]);
}

#[test]
fn damaged_files_are_named_and_never_opened() {
    let room = Room::with_team(Setup::default());
    let folder = Rc::clone(&room.folder);
    drop(room);
    std::fs::write(
        folder
            .path()
            .join("sessions/2026-10-01-coupee-00000000.ron"),
        "(schema: 1,",
    )
    .unwrap();
    let mut room = Room::on(folder, Setup::default(), Start::Home, day());
    room.see(&["✗ 2026-10-01-coupee-00000000.ron", "illisible"]);
    room.keys("<End><Enter>");
    assert!(room.shell.app().desk.session().is_none());
    room.see(&["Nouvelle séance"]);
}

#[test]
fn a_thousand_sessions_scroll_and_each_is_there_when_it_comes_into_sight() {
    let mut room = Room::with_team(Setup::default());
    room.keys("a");
    let folder = Rc::clone(&room.folder);
    drop(room);
    let sessions = folder.path().join("sessions");
    let first = std::fs::read_dir(&sessions)
        .unwrap()
        .flatten()
        .next()
        .unwrap()
        .path();
    let text = std::fs::read_to_string(first).unwrap();
    for n in 2..=1200 {
        let copy = text.replace("number: 1,", &format!("number: {n},"));
        std::fs::write(sessions.join(format!("2026-11-19-{n:08}.ron")), copy).unwrap();
    }
    let mut room = Room::on(folder, Setup::default(), Start::Home, day());
    room.see(&["Séances (1200)", "n° 1200"]).miss("n° 1 sans");
    room.keys("<End>").see(&["n° 1 sans"]).miss("n° 1200");
    room.keys(&"<PgUp>".repeat(60)).see(&["n° 601 "]);
    room.keys("<Home>").see(&["Reprendre", "n° 1200"]);
}

#[test]
fn a_kill_among_the_first_questions_asks_those_that_are_left() {
    let mut room = Room::empty(Setup::default());
    room.keys("EHPAD fict").see(&["question 1 sur 4"]);
    let mut room = room.killed(Setup::default(), Start::Home);
    room.see(&["question 1 sur 4", "EHPAD fict"]);
    room.keys("if<Enter><Enter>IDE, IDEC<Enter>");
    let mut room = room.killed(Setup::default(), Start::Home);
    room.see(&["question 3 sur 4", "IDEC"]);
    room.keys("<Enter><Enter>").see(&["Nouvelle séance"]);
    room.killed(Setup::default(), Start::Home)
        .see(&["Nouvelle séance", "EHPAD fictif"]);
}

#[test]
fn a_kill_between_a_new_member_and_the_emptied_line_leaves_it_once() {
    for (typed, pasted) in [("AS de nuit", ""), ("AS", " de nuit")] {
        let mut room = Room::empty(Setup::default());
        room.keys("EHPAD fictif<Enter><Enter>IDEC<Enter>")
            .keys(typed);
        let places = room.folder.path().join(".crex/places");
        let found = std::fs::read_dir(places).unwrap().flatten();
        let found = found.map(|entry| (entry.path(), std::fs::read(entry.path()).unwrap()));
        let before: Vec<(PathBuf, Vec<u8>)> = found.collect();
        match pasted {
            "" => _ = room.keys("<Enter>"),
            text => _ = room.paste(text),
        }
        for (path, bytes) in before {
            std::fs::write(path, bytes).unwrap();
        }
        let mut room = room.killed(Setup::default(), Start::Home);
        room.see(&["question 3 sur 4", "✓ AS de nuit"]);
        assert_eq!(room.screen().matches("AS").count(), 1, "{}", room.screen());
        // What is typed and no member yet is still on its line.
        room.keys("AS").see(&["▌  AS"]);
        room.killed(Setup::default(), Start::Home)
            .see(&["▌  AS", "✓ AS de nuit"]);
    }
}

#[test]
fn the_first_member_being_typed_is_in_sight_again_after_a_kill() {
    // None yet; and one that was taken back.
    for before in ["", "IDEC<Enter><C-z>"] {
        let mut room = Room::empty(Setup::default());
        room.keys("EHPAD fictif<Enter><Enter>")
            .keys(before)
            .keys("aide-soi");
        room.see(&["question 3 sur 4", "Personne encore", "▌  aide-soi"]);
        room.killed(Setup::default(), Start::Home)
            .see(&["question 3 sur 4", "▌  aide-soi"]);
    }
}

#[test]
fn a_session_that_was_copied_is_told_and_can_still_be_opened() {
    let setup = Setup::default();
    let room = Room::holding(setup, |session| session.title = "Chaîne du froid".into());
    let path = room.session_path();
    let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
    std::fs::copy(&path, path.with_file_name(format!("{stem} (1).ron"))).unwrap();
    let room = room.killed(setup, crex::tui::shell::Start::Home);
    room.see(&["Séances (2)", "Deux fichiers pour cette séance", "(1).ron"]);
}

#[test]
fn what_is_kept_for_too_long_is_told_and_a_simulation_is_none_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut disk = crate::store::store(folder.path());
    for (id, played) in [(1, false), (2, true)] {
        let mut old = crate::made::session(id, "Ancienne");
        old.date = chrono::NaiveDate::from_ymd_opt(2010, 3, 1).unwrap();
        if played {
            old.kind = Kind::Simulation(Simulation::default());
        }
        let made = disk.create(old, crate::made::noon()).unwrap().path;
        let among = folder
            .path()
            .join("sessions")
            .join(made.file_name().unwrap());
        std::fs::rename(&made, &among).unwrap();
    }
    drop(disk);
    let team = "(schema: 1, name: \"Résidence\", keep_years: 10)";
    std::fs::write(folder.path().join("team.ron"), team).unwrap();
    let mut room = Room::on(Rc::new(folder), Setup::default(), Start::Home, day());
    room.keys("<Esc><Esc><Esc><Esc>");
    room.see(&["1 séance est gardée depuis plus longtemps que prévu"]);
}
