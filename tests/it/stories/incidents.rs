//! The events: quick entry, criticality, the helper for serious ones, the matrix, those that wait in the workspace.

use crate::harness::{Room, Setup, day, parse};
use chrono::NaiveDate;
use crex::domain::code::Lang;
use crex::domain::incident::{IncidentFile, Said};
use crex::store::{Access, Store};
use crex::tui::run::Program as _;
use crex::tui::shell::Start;
use std::sync::Arc;

fn at_events(setup: Setup) -> Room {
    let mut room = Room::opened(setup);
    room.keys("<F8><F8>");
    room
}

#[test]
fn a_meeting_without_event_is_told_that_it_goes_on() {
    let room = at_events(Setup::default());
    room.see(&["Aucun événement pour l'instant", "la séance continue : F8"]);
}

#[test]
fn an_event_is_typed_and_rated_with_six_keys_beside_its_words() {
    let mut room = at_events(Setup::default());
    let keys = "aChute au lever<Enter>Retrouvée au sol à 6 h.<Tab>4<Tab>5<Tab>3";
    let words = "Chute au lever".chars().count() + "Retrouvée au sol à 6 h.".chars().count();
    assert_eq!(parse(keys).len() - words, 8);
    room.keys(keys);
    let report = &room.session().incidents.at(0).unwrap().report;
    assert_eq!(report.reference.as_str(), "2026-001");
    assert_eq!(report.title.as_str(), "Chute au lever");
    assert_eq!(report.facts.as_str(), "Retrouvée au sol à 6 h.");
    assert_eq!(
        (
            report.severity,
            report.potential_severity,
            report.likelihood
        ),
        (Some(4), Some(5), Some(3))
    );
    assert_eq!(report.reported, NaiveDate::from_ymd_opt(2026, 11, 19));
    room.see(&["! criticité 12, tolérable sous contrôle · au pire 15, inacceptable"]);
    room.keys("<Esc>")
        .see(&["! E1 2026-001", "Chute au lever", "criticité 12"]);
}

#[test]
fn deleting_asks_nothing_and_is_undone() {
    let mut room = Room::with_incidents(Setup::default());
    room.see(&["E1 2026-001", "E2 2026-002"]);
    room.keys("<Home>d").miss("2026-001");
    assert_eq!(room.session().incidents.len(), 1);
    room.keys("<C-z>").see(&["2026-001", "2026-002"]);
    room.keys("aTroisième<Esc>").see(&["E3 2026-003"]);
    room.keys("<C-Up>");
    assert_eq!(
        room.session()
            .incidents
            .at(1)
            .unwrap()
            .report
            .title
            .as_str(),
        "Troisième"
    );
    room.keys("a<Esc>");
    assert_eq!(room.session().incidents.len(), 3);
}

#[test]
fn the_meaning_of_a_level_is_told_while_it_is_chosen() {
    let mut room = at_events(Setup::default());
    room.keys("aChute<Enter><Tab>3");
    room.see(&["Préjudice avec impact", "perte de fonction transitoire."]);
}

#[test]
fn four_answers_point_to_a_serious_event_and_the_delays_are_counted_down() {
    let setup = Setup {
        size: (120, 40),
        ..Setup::default()
    };
    let mut room = Room::with_incidents(setup);
    room.keys("<Home><Enter>").tab_to("Inattendu");
    room.keys("1<Tab>2<Tab>1<Tab>2<Tab>");
    let check = &room.session().incidents.at(0).unwrap().report.serious;
    assert_eq!(
        [
            check.unexpected,
            check.death,
            check.life_threat,
            check.permanent_deficit
        ],
        [Said::Yes, Said::No, Said::Yes, Said::No]
    );
    room.see(&[
        "! EIGS à vérifier",
        "Partie 1 sans délai",
        "pas une décision",
    ]);
    room.keys("19/11/2026")
        .see(&["Partie 2 au plus tard le ven. 19 févr. 2027, dans 92 jours"]);
    room.keys("<Tab>10/02/2027")
        .see(&["Parties 1 et 2 envoyées"]);
    room.keys("<Enter>pronostic engagé une nuit<Esc>");
    let check = &room.session().incidents.at(0).unwrap().report.serious;
    assert_eq!(check.part2, NaiveDate::from_ymd_opt(2027, 2, 10));
    assert_eq!(check.reason.as_str(), "pronostic engagé une nuit");
}

#[test]
fn a_delay_gone_by_is_told_as_such() {
    let setup = Setup {
        size: (120, 40),
        ..Setup::default()
    };
    let mut room = Room::with_incidents(setup);
    room.keys("<Home><Enter>").tab_to("Partie 1 le");
    room.keys("01/07/2026")
        .see(&["✗ Partie 2 attendue le jeu. 1 oct. 2026", "dépassé."]);
}

#[test]
fn the_matrix_shows_events_as_letters_and_names_zones_and_letters() {
    let mut room = Room::with_incidents(Setup::default());
    room.keys("aSans cotation<Esc>g");
    room.see(&[
        "vraisemblance",
        "gravité réelle",
        "! A",
        "acceptable",
        "inacceptable",
        "A E1 2026-001 Onze doses après rupture du froid",
        "B E2 2026-002",
        "Gravité ou vraisemblance à coter : C",
    ]);
    let path = room.session_path();
    let mut room = room.killed(Setup::default(), Start::Session(path));
    room.see(&["gravité réelle"]);
    room.keys("g").see(&["Événements entendus"]);
}

#[test]
fn a_kill_in_the_middle_of_a_word_comes_back_to_the_same_field() {
    let mut room = at_events(Setup::default());
    room.keys("aOrdonnance remise<Enter>Au comptoir, deux");
    let (path, cursor) = (room.session_path(), room.cursor());
    let mut room = room.killed(Setup::default(), Start::Session(path));
    assert_eq!(room.cursor(), cursor);
    room.keys(" patientes");
    let report = &room.session().incidents.at(0).unwrap().report;
    assert_eq!(report.facts.as_str(), "Au comptoir, deux patientes");
}

#[test]
fn in_english_an_event_is_rated_in_english() {
    let setup = Setup {
        lang: Lang::En,
        ..Setup::default()
    };
    let mut room = Room::with_incidents(setup);
    room.see(&[
        "Events heard",
        "severity 2, at worst 4 · likelihood 3",
        "criticality 6, tolerable",
    ]);
    room.keys("g")
        .see(&["severity seen", "likelihood", "acceptable"]);
    room.keys("g<Enter>").see(&["Title", "Severity seen"]);
}

#[test]
fn what_waits_in_the_workspace_is_heard_with_one_key() {
    let mut room = Room::with_waiting(Setup::default(), &["Frigo ouvert", "Fax perdu"]);
    room.open_meeting().keys("<F8><F8>");
    room.see(&["En attente", "Frigo ouvert", "Fax perdu"]);
    room.keys("<Tab><Space>");
    assert_eq!(room.session().incidents.len(), 1);
    room.keys("a<Esc><Tab>");
    let heard = room.session().incidents.at(0).unwrap();
    assert!(!heard.origin.is_blank());
    room.keys("<Space>");
    assert_eq!(room.session().incidents.len(), 2);
    room.miss("En attente");
    room.keys("aNouveau<Esc>").see(&["2026-003"]);
    room.keys("<C-z><C-z>");
    assert_eq!(room.session().incidents.len(), 2);
}

#[test]
fn the_pool_takes_reports_between_meetings_and_the_meeting_offers_them() {
    let mut room = Room::with_team(Setup::default());
    room.pool()
        .see(&["Événements en attente", "Aucun événement n'attend"]);
    room.keys("aTablette en panne<Enter>Plus d'accès au dossier deux heures.<Tab>2");
    room.see(&["Gravité réelle", "2 Significative"]);
    room.keys("<C-z>");
    room.miss("● 2");
    room.keys("2<Esc>")
        .see(&["2026-001", "Tablette en panne", "gravité 2"]);
    room.keys("aDeuxième<Esc>").see(&["2026-002", "Deuxième"]);
    room.keys("<Home><Enter> du bureau<Esc>")
        .see(&["Tablette en panne du bureau"]);
    let room = Room::on(
        room.folder,
        Setup::default(),
        Start::Home,
        crate::harness::day(),
    );
    assert_eq!(room.shell.app().desk.listing.incidents.len(), 2);
}

#[test]
fn references_given_in_a_meeting_are_not_given_again_between_two_or_at_the_next() {
    let mut room = Room::with_incidents(Setup::default());
    room.see(&["2026-001", "2026-002"]);
    room.palette("accueil");
    room.pool()
        .keys("aTablette en panne<Esc>")
        .see(&["2026-003"]);
    room.keys("<Esc><Home>").way("Nouvelle séance");
    room.open_meeting().keys("<F8><F8>aFax perdu<Esc>");
    let report = &room.session().incidents.iter().last().unwrap().report;
    assert_eq!(report.reference.as_str(), "2026-004");
}

#[test]
fn what_a_meeting_settled_waits_no_longer_and_the_rest_is_opened_and_taken_out_at_its_place() {
    let mut room = Room::with_waiting(Setup::default(), &["Frigo ouvert", "Fax perdu"]);
    room.open_meeting().keys("<F8><F8><Tab><Space>");
    let heard = room.session().incidents.at(0).unwrap().report.title.clone();
    let (settled, left) = match heard.as_str() {
        "Fax perdu" => ("Fax perdu", "Frigo ouvert"),
        _ => ("Frigo ouvert", "Fax perdu"),
    };
    room.keys("<F8><Enter>").see(&["Choix de l'événement"]);
    room.keys("<Space><Space>").see(&["simple"]);
    room.palette("accueil");
    room.pool().see(&[left]).miss(settled);
    room.keys("<Enter> du couloir<Esc>")
        .see(&[&format!("{left} du couloir")]);
    room.keys("d").see(&["Aucun événement n'attend"]);
    assert_eq!(names(&room, "incidents").len(), 1);
}

/// The names of the files directly in a folder of the workspace.
fn names(room: &Room, folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(room.folder.path().join(folder)).unwrap();
    let files = entries.flatten().filter(|e| e.path().is_file());
    let mut names: Vec<_> = files
        .map(|e| e.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_report_left_without_a_word_is_no_report() {
    let mut room = Room::with_team(Setup::default());
    room.pool()
        .keys("a<Esc>")
        .see(&["Aucun événement n'attend"]);
    assert!(names(&room, "incidents").is_empty());
    room.keys("aFax<Esc>").see(&["2026-001", "Fax"]);
    // Opened again and left as it was, it stays.
    room.keys("<Enter><Esc>").see(&["2026-001", "Fax"]);
    room.keys("a<C-q>");
    room.shell.leave();
    assert_eq!(names(&room, "incidents").len(), 1);
}

#[test]
fn a_report_is_taken_out_of_the_pool_and_kept_among_the_backups() {
    let mut room = Room::with_team(Setup::default());
    room.pool().keys("aFrigo ouvert<Esc>aFax perdu<Esc>");
    let files = names(&room, "incidents");
    let title = |file: &str| {
        let path = room.folder.path().join("incidents").join(file);
        std::fs::read_to_string(path).unwrap()
    };
    let first = files.iter().find(|f| title(f).contains("Frigo")).unwrap();
    let before = title(first);
    let mut at = room.shell.app().desk.listing.incidents.iter();
    let at = at.position(|f| f.0.ends_with(first)).unwrap();
    room.keys("<Home>").keys(&"<Down>".repeat(at)).keys("d");
    room.see(&["2026-001 retiré, gardé dans .crex/backups", "Fax perdu"])
        .miss("Frigo ouvert");
    let kept = room.folder.path().join(".crex/backups").join(first);
    assert_eq!(std::fs::read_to_string(kept).unwrap(), before);
    room.keys("<Home>d").see(&["Aucun événement n'attend"]);
    let setup = Setup {
        lang: Lang::En,
        ..Setup::default()
    };
    let mut room = room.reopened(setup);
    room.pool().see(&["No event is waiting"]);
    room.keys("aLost fax<Esc>d")
        .see(&["2026-001 taken out, kept in .crex/backups"]);
}

#[test]
fn a_damaged_report_is_named_and_said() {
    let setup = Setup {
        lang: Lang::En,
        ..Setup::default()
    };
    let mut room = Room::with_team(setup);
    let incidents = room.folder.path().join("incidents");
    std::fs::create_dir_all(&incidents).unwrap();
    std::fs::write(incidents.join("2026-cut.ron"), "(schema: 1, report: (").unwrap();
    room = Room::on(room.folder, setup, Start::Home, crate::harness::day());
    room.pool().see(&["✗ 2026-cut.ron", "damaged file"]);
    room.keys("<Enter>").see(&["2026-cut.ron", "line 1"]);
    assert!(room.shell.app().desk.incident.is_none());
    room.keys("aGood one<Esc>").see(&["2026-001", "Good one"]);
    room.keys("<End>d").see(&["2026-cut.ron taken out"]);
    assert_eq!(names(&room, ".crex/backups"), ["2026-cut.ron"]);
    room.keys("<Esc>").miss("Good one");
}

#[test]
fn an_event_open_in_another_window_says_why_it_takes_nothing() {
    let mut room = Room::with_team(Setup::default());
    room.pool();
    room.keys("aTablette en panne<Enter>Deux heures sans dossier.<Esc>");
    let path = room.shell.app().desk.listing.incidents[0].0.clone();
    let mut other = Store::open(room.folder.path(), day(), Arc::new(|| {})).unwrap();
    let held = other.load::<IncidentFile>(&path, day()).unwrap();
    assert_eq!(held.access, Access::Write);
    room.keys("<Enter>")
        .see(&["pour écrire ici.", "lecture seule"]);
    room.keys("<Tab>").miss("pour écrire ici.");
    room.miss("enregistré");
    room.keys(" encore")
        .see(&["pour écrire ici.", "lecture seule"]);
    room.miss("encore");
    room.keys("<Esc>").see(&["enregistré"]);
}
