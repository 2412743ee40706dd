//! The action plan of all meetings: the table and what narrows it, the story of an action, what is said between two meetings.

pub mod world;

use crate::harness::{Room, Setup, copy, day};
use crex::domain::code::Lang;
use crex::domain::ids::ActionId;
use crex::tui::key::Msg;
use crex::tui::shell::Start;
use std::path::PathBuf;
use std::rc::Rc;
use world::{on, world};

/// The program waits for what is read behind, as the call for attention of its thread would tell.
pub fn read(room: &mut Room) -> &mut Room {
    let begun = std::time::Instant::now();
    while room.shell.app().desk.registry().is_none() {
        assert!(
            begun.elapsed().as_secs() < 20,
            "nothing asked for the workspace"
        );
        std::thread::yield_now();
        room.take(Msg::Woken);
    }
    room
}

/// The plan of those two meetings, opened from home.
fn plan(setup: Setup) -> Room {
    let room = Room::with_team(setup);
    let folder = Rc::clone(&room.folder);
    drop(room);
    world(folder.path());
    let mut room = Room::on(folder, setup, Start::Home, day());
    room.palette(if setup.lang == Lang::Fr {
        "Plan d'actions"
    } else {
        "Action plan"
    });
    read(&mut room);
    room
}

fn said_between(room: &Room) -> Vec<PathBuf> {
    let files = std::fs::read_dir(room.folder.path().join("followups")).unwrap();
    let mut files: Vec<PathBuf> = files.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "ron"));
    files.sort();
    files
}

/// The actions of the plan as another program would read them now.
fn again(room: &Room) -> Room {
    let folder = Rc::new(tempfile::tempdir().unwrap());
    copy(room.folder.path(), folder.path());
    let mut room = Room::on(folder, Setup::default(), Start::Home, day());
    room.palette("Plan d'actions");
    read(&mut room);
    room
}

#[test]
fn home_leads_to_the_open_actions_by_deadline() {
    let mut room = plan(Setup::default());
    room.see(&[
        "ouvertes 5 en retard 2 à évaluer 1 closes 2 toutes 7",
        "! 01/06/2026 Afficher un rappel sur la porte ▰▱▱ P···",
        "cadre de santé (n'est plus membre) · 171 jours de retard",
        "! 01/09/2026 Relier l'alarme au téléphone d'astreinte ▰▰▱ ··C·",
        "direction · à évaluer maintenant",
        "! 10/11/2026 Tester l'alarme",
        "IDEL · 9 jours de retard",
        "15/12/2026 Écrire la conduite à tenir",
        "pharmacien · dans 26 jours · reportée 2×",
    ]);
    room.keys("<Esc>")
        .see(&["Nouvelle séance", "Plan d'actions"]);
    room.way("Plan d'actions").see(&["Tester l'alarme"]);
}

#[test]
fn tab_and_a_few_letters_narrow_it() {
    let mut room = plan(Setup::default());
    room.keys("<Tab>")
        .see(&["Tester l'alarme"])
        .miss("Écrire la conduite");
    room.keys("<Tab>").see(&["Relier l'alarme"]).miss("Tester");
    room.keys("<Tab>")
        .see(&["✓ 01/08/2026 Former", "efficace", "abandonnée"]);
    room.keys("<Tab>").see(&["Former", "Tester"]);
    // An owner, a strength, a year; case and accents do not count.
    room.keys("PHARMA")
        .see(&["Écrire la conduite", "toutes 2"])
        .miss("Tester");
    room.keys("<Esc>forte")
        .see(&["Standardiser", "Acheter"])
        .miss("Tester");
    room.keys("<Esc>2027")
        .see(&["Standardiser"])
        .miss("Acheter");
    room.keys("<Esc>froid idel")
        .see(&["Tester", "Former"])
        .miss("Acheter");
    room.keys("<Esc>girafe").see(&["Aucune action ici"]);
    room.keys("<Esc>").see(&["toutes 7"]);
    room.click("en retard")
        .see(&["Tester"])
        .miss("Standardiser");
}

#[test]
fn a_story_tells_why_it_was_decided_who_voted_how_many_and_every_word_since() {
    let mut room = plan(Setup::default());
    room.keys("conduite<Enter>");
    room.see(&[
        "Écrire la conduite à tenir au-dessus de 8 °C",
        "1-A2 · pharmacien · dans 26 jours · reportée 2×",
        "‹planifier› · faire · vérifier · agir",
        "Reportée 2 fois",
        "17/09/2026 CREX n° 2",
        "2e report · échéance 15/12/2026",
        "logiciel en panne",
    ]);
    room.keys("<End>").see(&[
        "Décidée jeu. 11 juin 2026 · CREX n° 1 · selon le vote",
        "Raison la nuit, personne ne regarde",
        "Vote 2 voix · 5e sur 6 · 9 pouvaient voter",
        "Événement Onze doses perdues après rupture du froid",
        "Répond à Panne non signalée la nuit",
    ]);
    room.resize(120, 50).see(&[
        "Échéance 15/12/2026",
        "Indicateur coupures vues en moins de 30 min · avant : 0 sur 2 · cible : 2 sur 2",
        "Premier report",
        "relecture en attente",
    ]);
    // The line of the decision leads to the record of its meeting.
    room.keys("<Down><Enter>")
        .see(&["Compte rendu du CREX n° 1"]);
    room.keys("<Esc>").see(&["Décidée"]);
    room.keys("<Esc>").see(&["ouvertes"]);
}

#[test]
fn what_is_said_between_two_meetings_is_a_file_and_comes_back_at_the_next() {
    let mut room = plan(Setup::default());
    room.keys("tester<Enter>").see(&["Dire où elle en est…"]);
    room.keys("<Enter>")
        .see(&["Où en est-on ?", "Dit entre deux séances"]);
    room.keys("3<Enter>le mainteneur vient en janvier<Enter>15/01<Enter>");
    room.see(&[
        "19/11/2026 entre deux séances",
        "Premier report · échéance 15/01/2027",
        "le mainteneur vient en janvier",
    ]);
    assert_eq!(said_between(&room).len(), 1);
    let name = said_between(&room)[0].to_string_lossy().into_owned();
    assert!(name.contains("2026-11-19-tester-l-alarme"), "{name}");
    let mut other = again(&room);
    other.keys("tester").see(&["15/01/2027", "reportée 1×"]);
    // It is read back at the next meeting, counted once.
    room.keys("<Esc><Esc><Esc>a<F8>");
    if !room.screen().contains("Actions à suivre") {
        room.keys("<Enter>");
    }
    let carried = room
        .session()
        .follow_ups
        .iter()
        .find(|f| f.action == Some(ActionId(1)));
    let carried = carried.unwrap();
    assert_eq!(carried.due_was, Some(on("2027-01-15")));
    assert_eq!(carried.postponed_times, 1);
}

#[test]
fn insert_says_where_an_action_stands_straight_from_the_table() {
    for (lang, foot, asked) in [
        (Lang::Fr, "dire où elle en est", "Où en est-on ?"),
        (Lang::En, "say where it stands", "Where is it?"),
    ] {
        let mut room = plan(Setup {
            lang,
            size: (120, 40),
            ..Setup::default()
        });
        // Letters narrow the table, « a » like any other.
        room.keys("tester").see(&[foot]);
        room.keys("<Insert>").see(&[asked]);
        room.keys("1<Enter><Esc>");
        assert_eq!(said_between(&room).len(), 1);
    }
}

#[test]
fn a_blank_follow_up_leaves_no_file() {
    let mut room = plan(Setup::default());
    room.keys("tester<Enter>a").see(&["Où en est-on ?"]);
    room.keys("<Esc>").see(&["Rien encore depuis la décision."]);
    assert!(said_between(&room).is_empty());
    // One that was answered and undone as well.
    room.keys("a1").see(&["Elle reviendra"]);
    room.keys("<C-z><Esc>")
        .see(&["Rien encore depuis la décision."]);
    assert!(said_between(&room).is_empty());
}

#[test]
fn every_answer_can_be_given_put_right_and_taken_back() {
    let mut room = plan(Setup::default());
    room.keys("tester<Enter>a2<Enter>40<Enter>")
        .see(&["En cours, 40 %"]);
    // The words said are below: the last one is put right.
    room.keys("<Down><Enter><Enter><C-w>60<Enter>")
        .see(&["En cours, 60 %"]);
    assert_eq!(said_between(&room).len(), 1);
    room.keys("<Home>d")
        .see(&["Seul ce qui a été dit entre deux séances"]);
    // It is asked first, and what is to be taken back is quoted.
    room.keys("<Down>d")
        .see(&["Reprendre ce qui a été dit", "En cours, 60 %", "Pas encore"]);
    room.keys("<Enter>").miss("Pas encore");
    assert_eq!(said_between(&room).len(), 1);
    room.keys("d<Down><Enter>").see(&["Repris", "Rien encore"]);
    assert!(said_between(&room).is_empty());
    room.keys("a6<Enter>3<Enter><Enter>budget<Enter>").see(&[
        "Portée à une autre instance · portée à : Direction",
        "budget",
    ]);
    room.keys("<Home>a5<Enter>1<Enter>2 sur 2 en six semaines<Enter>");
    room.see(&["Évaluée : efficace", "2 sur 2 en six semaines", "efficace"]);
    room.keys("<Esc>").see(&["Aucune action ici"]);
    room.keys("<Tab><Tab><Tab>").see(&["✓ 10/11/2026 Tester"]);
    assert_eq!(said_between(&room).len(), 2);
}

#[test]
fn after_a_kill_what_was_said_counts_with_its_last_letter() {
    let mut room = plan(Setup::default());
    room.keys("tester<Enter>a4<Enter>plus de réfrigérat");
    let mut room = room.killed(Setup::default(), Start::Home);
    room.palette("Plan d'actions");
    read(&mut room);
    room.keys("<Tab><Tab><Tab>tester").see(&["abandonnée"]);
    room.keys("<Enter>").see(&["plus de réfrigérat"]);
    room.keys("<Down><Enter><Enter>eur<Enter>")
        .see(&["plus de réfrigérateur"]);
    assert_eq!(said_between(&room).len(), 1);
}

#[test]
fn a_follow_up_left_blank_by_a_kill_is_taken_up_and_never_counts() {
    let mut room = plan(Setup::default());
    room.keys("tester<Enter>a");
    let mut room = room.killed(Setup::default(), Start::Home);
    room.palette("Plan d'actions");
    read(&mut room);
    room.keys("tester").see(&["9 jours de retard"]);
    room.keys("<Enter>").see(&["Rien encore"]);
    room.keys("a1<Esc>").see(&["Réalisée"]);
    assert_eq!(said_between(&room).len(), 1);
}

#[test]
fn what_deserves_a_look_is_said_at_its_place() {
    let mut room = plan(Setup::default());
    room.keys("afficher<Enter>");
    room.see(&[
        "Échéance avant la séance qui l'a décidée",
        "Le pilote (cadre de santé) n'est plus parmi les membres",
    ]);
    room.keys("<Esc><Esc>conduite<Enter>")
        .see(&["la porter à une instance"]);
}

#[test]
fn reminders_are_read_and_the_plan_leaves_as_files() {
    let mut room = plan(Setup::default());
    room.keys("<F5>")
        .see(&["Relances par pilote", "Des 5 actions affichées"]);
    room.keys("<Enter>").see(&[
        "Pour : cadre de santé",
        "Échéance passée",
        "- Afficher un rappel sur la porte",
    ]);
    room.keys("<Enter>").see(&["Écrit dans"]);
    room.keys("<F5><Down><Enter>")
        .see(&["plan-d-actions-2026-11-19.xlsx"]);
    room.keys("<F5><Down><Down><Enter>")
        .see(&["plan-d-actions-2026-11-19.csv"]);
    room.keys("<F5><End><Enter>")
        .see(&["plan-d-actions-2026-11-19.ics"]);
    let read = |name: &str| std::fs::read_to_string(room.folder.path().join(name)).unwrap();
    let texts = read("relances-2026-11-19.txt");
    assert_eq!(texts.matches("Objet").count(), 4);
    let table = read("plan-d-actions-2026-11-19.csv");
    assert_eq!(table.lines().count(), 6);
    assert!(read("plan-d-actions-2026-11-19.ics").contains("BEGIN:VEVENT"));
}

#[test]
fn in_a_meeting_the_plan_is_read_and_the_meeting_is_found_again() {
    let room = plan(Setup::default());
    let folder = Rc::clone(&room.folder);
    drop(room);
    let mut room = Room::on(folder, Setup::default(), Start::New, day());
    room.palette("Plan d'actions");
    read(&mut room)
        .keys("tester<Enter>a")
        .see(&["Une séance est ouverte"]);
    assert!(said_between(&room).is_empty());
    room.keys("<Esc><Esc><Esc>").see(&["Ouverture"]);
}

#[test]
fn a_meeting_writes_nothing_of_what_was_said_between_two() {
    let mut room = plan(Setup::default());
    room.keys("tester<Enter>a2<Enter>40<Enter>")
        .see(&["En cours, 40 %"]);
    let before = said_between(&room);
    let written = |files: &[PathBuf]| -> Vec<Vec<u8>> {
        files.iter().map(|f| std::fs::read(f).unwrap()).collect()
    };
    let texts = written(&before);
    room.keys("<Esc><Esc><Esc>a").see(&["Ouverture"]);
    room.palette("Plan d'actions");
    read(&mut room).keys("tester<Enter><Down>");
    room.keys("d").see(&["Une séance est ouverte"]);
    room.keys("<Esc><Enter><Down><Enter>")
        .see(&["Une séance est ouverte"])
        .miss("Où en est-on");
    assert_eq!(said_between(&room), before);
    assert_eq!(written(&said_between(&room)), texts);
}

#[test]
fn what_may_name_someone_is_asked_before_the_plan_leaves() {
    let mut room = plan(Setup::default());
    room.keys("tester<Enter>a3<Enter>on attend Mme Berthelin<Enter>15/01<Enter><Esc>");
    let files = [
        ("<F5><Enter><Enter>", "relances-2026-11-19.txt"),
        ("<F5><Down><Enter>", "plan-d-actions-2026-11-19.xlsx"),
        ("<F5><Down><Down><Enter>", "plan-d-actions-2026-11-19.csv"),
    ];
    for (keys, name) in files {
        let path = room.folder.path().join(name);
        room.keys(keys)
            .see(&["Relire avant de diffuser", "1-A1 : « Mme Berthelin »"]);
        room.keys("<Esc>").miss("Relire avant de diffuser");
        assert!(!path.exists(), "Escape writes nothing");
        room.keys(keys).keys("<Tab><Enter>").see(&["Écrit dans"]);
        assert!(path.exists(), "{name}");
    }
    // A calendar holds no wording.
    room.keys("<F5><End><Enter>")
        .see(&["plan-d-actions-2026-11-19.ics"]);
}

#[test]
fn it_speaks_english_and_fits_every_size() {
    let setup = Setup {
        lang: Lang::En,
        ..Setup::default()
    };
    let mut room = plan(setup);
    room.see(&["open 5 late 2", "9 days late", "no longer a member"]);
    for (w, h) in [(60, 20), (80, 24), (120, 40), (200, 60)] {
        room.resize(w, h).keys("alarme").see(&["Tester l'alarme"]);
        room.keys("<Down><Enter>")
            .see(&["Say where it stands", "What was said of it"]);
        room.keys("a").see(&["Where is it?"]);
        room.keys("<Esc><Esc><Esc>");
    }
    room.resize(120, 40).see(&["Owners", "Decided in"]);
}
