//! What someone stumbled over who had only read the README.

use crate::harness::{Room, Setup, day, team};
use chrono::NaiveDate;
use crex::domain::code::Lang;
use crex::tui::shell::Start;
use std::rc::Rc;

fn in_lang(lang: Lang) -> Setup {
    Setup {
        lang,
        ..Setup::default()
    }
}

/// The sealed example of the EHPAD, opened to be read.
fn sealed_example(setup: Setup) -> Room {
    const SEALED: &str = include_str!("../../../sessions/examples/ehpad-sealed.ron");
    let folder = Rc::new(tempfile::tempdir().unwrap());
    team(folder.path(), setup.lang);
    let path = folder.path().join("sessions/2026-11-19-soir-1a2b3c4d.ron");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, SEALED).unwrap();
    Room::on(folder, setup, Start::Session(path), day())
}

#[test]
fn escape_leads_from_a_session_home_once_it_was_said() {
    for (lang, said, home) in [
        (Lang::Fr, "Échap encore une fois", "Nouvelle séance"),
        (Lang::En, "Escape once more", "New session"),
    ] {
        let mut room = Room::opened(in_lang(lang));
        room.keys("<Esc>").see(&[said]);
        // Another key between the two: nobody wanted to leave.
        room.keys("<F8><Esc>").see(&[said]).miss(home);
        room.keys("<Esc>").see(&[home]);
        assert!(room.shell.app().desk.session().is_none());
        room.keys("<Enter>");
        assert!(room.shell.app().desk.session().is_some());
    }
}

#[test]
fn what_is_only_read_shows_no_key_and_no_hint_of_writing() {
    for (lang, keys, hints) in [
        (
            Lang::Fr,
            ["valider", "retenir", "modifier", "à la ligne", "ajouter"],
            ["Entrée retient", "Pourquoi, en une phrase"],
        ),
        (
            Lang::En,
            ["confirm", "keep", "edit", "new line", "add"],
            ["Enter chooses", "Why, in one sentence"],
        ),
    ] {
        let mut room = sealed_example(in_lang(lang));
        let (mut pages, mut met) = (0, 0);
        loop {
            for _ in 0..4 {
                let screen = room.screen();
                let foot = screen.lines().last().unwrap_or_default().to_owned();
                let told = keys.iter().find(|key| foot.contains(&format!(" {key}   ")));
                assert_eq!(told, None, "{screen}");
                for hint in hints {
                    room.miss(hint);
                }
                met += usize::from(foot.contains("F12"));
                room.keys("<Tab>");
            }
            pages += 1;
            let place = |room: &Room| room.shell.app().place();
            let before = place(&room);
            if place(room.keys("<F8>")) == before {
                break;
            }
        }
        assert!(pages >= 9 && met >= 9, "{pages} {met}");
    }
}

#[test]
fn a_date_is_typed_as_it_is_said() {
    for (lang, label, typed, wrong, example) in [
        (
            Lang::Fr,
            "Date",
            "lundi 15 février",
            "quinze fév",
            "15 décembre, lundi",
        ),
        (
            Lang::En,
            "Date",
            "Monday 15 February",
            "fifteen Feb",
            "15 December, Monday",
        ),
    ] {
        let mut room = Room::opened(in_lang(lang));
        for _ in 0..12 {
            room.keys("<F8>");
            room.keys("<Enter>");
        }
        room.tab_to(label).keys(typed);
        let day = NaiveDate::from_ymd_opt(2027, 2, 15);
        assert_eq!(room.session().closing.next_date, day, "{}", room.screen());
        room.keys("<Tab><S-Tab>").keys("<C-Home><Delete><Delete><Delete><Delete><Delete><Delete><Delete><Delete><Delete><Delete>");
        room.keys(wrong).see(&[example]);
        assert_eq!(room.session().closing.next_date, None);
    }
}

#[test]
fn who_is_added_counts_once_it_is_said_as_what() {
    for (lang, none, one) in [
        (Lang::Fr, "5 présents", "6 présents"),
        (Lang::En, "5 present", "6 present"),
    ] {
        let mut room = Room::opened(in_lang(lang));
        room.keys(&"<S-Tab>".repeat(20));
        assert_eq!(room.session().n_present(), 5);
        room.keys("a");
        assert_eq!(room.session().n_present(), 5, "{}", room.screen());
        room.see(&[none]);
        room.keys("kinésithérapeute");
        assert_eq!(room.session().n_present(), 6);
        room.see(&[one]);
        // A step further and back, nothing was lost of who is there.
        room.keys("<Esc>").see(&["kinésithérapeute"]);
    }
}

#[test]
fn the_letter_gives_no_day_of_a_report_that_nobody_wrote() {
    for (lang, entered, day) in [
        (Lang::Fr, "jour de la saisie", "12 novembre"),
        (Lang::En, "day it was entered", "12 November"),
    ] {
        let mut room = Room::with_incidents(in_lang(lang));
        let letter = |room: &Room| {
            let on = crate::harness::day().date();
            let piece = crex::domain::piece::Piece::Reporter;
            let made = crex::documents::pieces::piece(room.session(), piece, None, on);
            crex::documents::markdown::markdown(&made)
        };
        let thanks = letter(&room);
        let told = |line: &&str| line.contains("Onze doses") && !line.starts_with('#');
        let thanks = thanks.lines().find(told);
        assert_eq!(
            thanks.map(|line| line.contains("2026")),
            Some(false),
            "{thanks:?}"
        );
        room.resize(80, 60).keys("<Enter>").see(&[entered]);
        room.tab_to(if lang == Lang::Fr {
            "Signalé"
        } else {
            "Reported"
        });
        room.keys(&"<Backspace>".repeat(10))
            .keys("12/11")
            .miss(entered);
        assert!(letter(&room).contains(day), "{}", letter(&room));
    }
}

#[test]
fn the_seal_is_one_key_away_from_the_top_of_the_closing() {
    for (lang, foot, title) in [
        (Lang::Fr, "F12 sceller", "Sceller la séance"),
        (Lang::En, "F12 seal", "Seal the session"),
    ] {
        let mut room = Room::opened(in_lang(lang));
        for _ in 0..12 {
            room.keys("<F8>").keys("<Enter>");
        }
        room.see(&[foot]);
        room.keys("<F12>").see(&[title]);
    }
}
