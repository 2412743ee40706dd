//! The year in figures on the screen: its sections, its years, the page it is written as.

use super::plan::read;
use crate::cli::stats::made;
use crate::harness::{Room, Setup, day, flatten};
use crex::domain::code::Lang;
use crex::domain::yearly::Section;
use crex::tui::shell::Start;
use crex::tui::theme::Scheme;
use crex::words::Words;
use std::fs;
use std::rc::Rc;

/// The program at home of a team whose year 2025 was lived, in November 2026.
fn room(setup: Setup) -> Room {
    let room = Room::with_team(setup);
    let folder = Rc::clone(&room.folder);
    drop(room);
    made::fill(folder.path());
    Room::on(folder, setup, Start::Home, day())
}

/// The year 2025 of that team.
fn year(setup: Setup) -> Room {
    let mut room = room(setup);
    let name = Words(setup.lang).name_yearly();
    room.palette(name);
    read(&mut room);
    room.keys("<C-Left>");
    room
}

#[test]
fn the_year_is_read_section_by_section_from_home() {
    let mut room = room(Setup::default());
    while !room
        .screen()
        .lines()
        .any(|l| l.contains('▌') && l.contains("L'année en chiffres"))
    {
        room.keys("<Down>");
    }
    room.keys("<Enter>").see(&["L'année 2026"]);
    read(&mut room).see(&["Rien à compter en 2026", "2024, 2025", "1 simulation"]);
    room.keys("<C-Left>")
        .see(&["L'année 2025", "comparée à 2024", "▌Séances"]);
    room.see(&["Séances tenues 75 % 6 sur 8", "−25 pts", "en 5 séances"]);
    room.keys("<Right>").see(&[
        "Événements entendus 38",
        "Analysés, des entendus 13 % 5 sur 38",
    ]);
    room.see(&[
        "repère publié : 91 analyses pour 1 707 événements",
        "non un objectif",
    ]);
    room.keys("<Left><Left>")
        .see(&["▌ACI", "Ce n'est pas un", "40 signalées"]);
    room.keys("<Esc>").see(&["Nouvelle séance"]);
}

#[test]
fn each_figure_is_shown_and_explained_in_both_languages_on_a_small_screen_and_on_the_wall() {
    for (lang, scheme) in [(Lang::Fr, Scheme::Projecteur), (Lang::En, Scheme::Clair)] {
        let setup = Setup {
            lang,
            scheme,
            ..Setup::default()
        };
        let (mut room, words) = (year(setup), Words(lang));
        for section in Section::ALL.iter().copied() {
            let mut seen = room.screen();
            for _ in 0..9 {
                seen.push_str(&room.keys("<PgDn>").screen());
            }
            room.keys("<F1>");
            let mut told = room.screen();
            for _ in 0..6 {
                told.push_str(&room.keys("<PgDn>").screen());
            }
            for figure in section.figures() {
                let name = words.figure(figure);
                assert!(seen.contains(name), "{name} is not in\n{seen}");
                let first: Vec<&str> = words.figure_means(figure).split(' ').take(3).collect();
                let first = flatten(&first.join(" "));
                assert!(flatten(&told).contains(&first), "{first} is not in\n{told}");
            }
            room.keys("<Esc><Right>");
        }
        room.see(&[words.year_section(Section::Meetings)]);
    }
}

#[test]
fn enter_writes_a_page_with_the_same_figures_and_never_over_what_is_not_ours() {
    let mut room = year(Setup::default());
    let path = room.folder.path().join("annee-2025.html");
    fs::write(&path, "la page d'un autre").unwrap();
    room.keys("<Enter>").see(&["annee-2025-2.html"]);
    let page = fs::read_to_string(room.folder.path().join("annee-2025-2.html")).unwrap();
    for text in [
        "MSP du Val d'Ambreuse",
        "6 sur 8",
        "13 sur 38",
        "8,5\u{a0}j",
        "<svg",
    ] {
        assert!(page.contains(text), "{text} is not in the page");
    }
    assert_eq!(fs::read_to_string(path).unwrap(), "la page d'un autre");
    room.keys("t").see(&["annee-2025.md"]);
}

#[test]
fn what_may_name_someone_is_asked_before_the_year_leaves() {
    let mut room = room(Setup::default());
    let team = room.folder.path().join("team.ron");
    let text = fs::read_to_string(&team).unwrap();
    let named = text.replace("MSP du Val d'Ambreuse", "Cabinet de Mme Berthelin");
    assert_ne!(named, text);
    let folder = Rc::clone(&room.folder);
    drop(room);
    fs::write(&team, named).unwrap();
    room = Room::on(folder, Setup::default(), Start::Home, day());
    room.palette(Words(Lang::Fr).name_yearly());
    read(&mut room).keys("<C-Left>");
    for (key, end) in [("<Enter>", "html"), ("w", "docx"), ("t", "md")] {
        let path = room.folder.path().join("annee-2025").with_extension(end);
        room.keys(key)
            .see(&["Relire avant de diffuser", "« Mme Berthelin »"]);
        room.keys("<Esc>").miss("Relire avant de diffuser");
        assert!(!path.exists(), "Escape writes nothing");
        room.keys(key).keys("<Tab><Enter>").see(&["Écrit dans"]);
        assert!(path.exists(), "{end}");
    }
}

#[test]
fn neither_the_future_nor_what_was_before_everything_is_counted() {
    let mut room = year(Setup::default());
    room.keys("<C-Right><C-Right>")
        .see(&["L'année 2027 n'a pas commencé", "L'année 2026"]);
    room.keys("<Enter>").see(&["Rien à compter en 2026"]);
    room.keys("<C-Left><C-Left>")
        .see(&["L'année 2024", "rien à comparer en 2023"]);
    room.keys("<C-Left>")
        .see(&["Rien à compter avant 2024", "L'année 2024"]);
}

#[test]
fn a_wide_screen_shows_the_year_before_with_what_it_is_out_of() {
    let mut room = year(Setup {
        size: (120, 40),
        ..Setup::default()
    });
    room.see(&["75 % 6 sur 8", "100 % 1/1 −25 pts"]);
    room.keys("<Right><Right><Right>")
        .see(&["Réalisées à un mois", "0 % 0/1", "+18 pts"]);
    room.resize(60, 20).see(&["▌Actions 4/8", "12"]);
    room.click("Actions")
        .see(&["Délais 5/8", "Du signalement à la réponse"]);
}
