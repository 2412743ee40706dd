//! What floats over a meeting: palette, help, hints, parking lot, private note, timer, curtain, search, adjournment.

use super::scene;
use crate::harness::{Room, Setup, day};
use crex::domain::agenda::StepKind;
use crex::domain::code::Lang;
use crex::domain::session::Stage;
use crex::tui::shell::Start;

const ENGLISH: Setup = Setup {
    size: (80, 24),
    lang: Lang::En,
    scheme: crex::tui::theme::Scheme::Sombre,
};

#[test]
fn the_palette_finds_a_command_by_a_few_letters_and_runs_it() {
    let mut room = Room::meeting(Setup::default());
    room.keys("<C-p>").see(&["Toutes les commandes", "Annuler"]);
    room.keys("ajo")
        .see(&["Ajourner et reprendre un autre jour"])
        .miss("Annuler");
    room.keys("<Enter>").see(&["Ajourner la séance"]);
    room.keys("<Esc>").miss("Ajourner la séance");
}

#[test]
fn the_palette_turns_pages_goes_to_both_ends_and_shows_that_there_is_more() {
    let mut room = Room::meeting(Setup::default());
    room.keys("<C-p>");
    let chosen = |room: &Room| {
        let screen = room.screen();
        let row = screen.lines().rfind(|l| l.contains("▌")).unwrap();
        row.to_owned()
    };
    let first = chosen(&room);
    // The first row where the thumb stands, and how many it takes.
    let thumb = |room: &Room| {
        let screen = room.screen();
        let rows: Vec<usize> = screen
            .lines()
            .zip(0..)
            .filter(|(l, _)| l.contains('▐'))
            .map(|r| r.1)
            .collect();
        (*rows.first().unwrap(), rows.len())
    };
    let above = thumb(&room);
    room.keys("<PgDn>");
    assert_ne!(chosen(&room), first);
    room.keys("<End>");
    let last = chosen(&room);
    assert!(thumb(&room).0 > above.0 && thumb(&room).1 == above.1);
    room.keys("<PgDn>");
    assert_eq!(chosen(&room), last);
    room.keys("<PgUp><Home>");
    assert_eq!(chosen(&room), first);
    room.keys("<End>aj").see(&["Ajourner"]);
}

#[test]
fn the_timer_says_all_of_its_sentences() {
    for (setup, said, narrow) in [
        (
            Setup::default(),
            "min restantes · Chronologie, 12 min prévues",
            "· Chronologie, 12 min",
        ),
        (
            ENGLISH,
            "min left · Timeline, 12 min planned",
            "· Timeline, 12 min",
        ),
    ] {
        let mut room = scene::room(setup, scene::session(setup), StepKind::Timeline);
        room.keys("<C-t>").see(&[said, "90 min"]);
        room.resize(60, 20);
        let screen = room.screen();
        let window: Vec<&str> = screen.lines().skip(2).collect();
        assert!(!window.concat().contains('…'), "{screen}");
        room.see(&[narrow, "90 min"]);
    }
    let mut room = Room::with_team(Setup::default());
    room.keys("<Down><Enter>+5<Enter><C-t>");
    room.see(&["la séance n'est pas ouverte."]);
}

#[test]
fn the_timer_says_what_its_digits_count() {
    for (setup, seconds, late) in [
        (
            Setup::default(),
            "restantes · Ouverture, 5 min prévues",
            "min de retard · Ouverture, 5 min prévues",
        ),
        (
            ENGLISH,
            "left · Opening, 5 min planned",
            "min late · Opening, 5 min planned",
        ),
    ] {
        let mut room = Room::meeting(setup);
        room.minutes(4);
        room.keys("<C-t>").see(&[seconds, "1:00"]);
        room.miss(&format!("min {seconds}"));
        room.minutes(4).see(&[late]);
        room.miss("-3").miss(seconds);
    }
}

#[test]
fn help_says_what_the_letters_before_the_numbers_stand_for() {
    for (lang, told) in [
        (Lang::Fr, ["Les lettres devant les numéros", "D écart"]),
        (Lang::En, ["The letters before the numbers", "D deviation"]),
    ] {
        let setup = Setup {
            lang,
            size: (120, 60),
            ..Setup::default()
        };
        for step in [StepKind::Timeline, StepKind::Deviations, StepKind::Factors] {
            let mut room = scene::room(setup, scene::session(setup), step);
            room.keys("<F1>").see(&told);
        }
    }
}

#[test]
fn help_explains_the_step_its_keys_and_the_words_of_the_trade() {
    let mut room = Room::meeting(ENGLISH);
    room.keys("<F1>")
        .see(&["Opening the meeting", "Read aloud"]);
    room.keys("<End>").see(&["Likelihood"]);
    room.keys("<Esc>").see(&["5 points missing"]);
}

#[test]
fn a_window_explains_itself_and_not_the_screen_behind() {
    let mut room = Room::empty(Setup::default());
    room.keys("<F1>").see(&["Quatre questions"]);
    let mut room = Room::meeting(Setup::default());
    room.keys("<C-t><F1>").see(&["Le temps de l'étape"]);
    room.keys("<Esc><Esc><F8><F1>")
        .see(&["Échap reste où vous êtes"]);
    room.keys("<Esc>").see(&["Pourquoi continuer"]);
}

#[test]
fn the_hints_of_a_step_are_one_key_away_on_a_narrow_screen_and_beside_it_on_a_wide_one() {
    let mut room = Room::meeting(Setup::default());
    room.miss("À lire");
    room.keys("<F2>");
    room.see(&["À lire", "Bienvenue.", "charte pas encore acceptée"]);
    room.keys("<Esc>").resize(120, 40);
    room.see(&["À lire", "Bienvenue.", "charte pas encore acceptée"]);
}

#[test]
fn a_question_is_parked_without_leaving_the_step_and_comes_back_at_the_closing() {
    let mut room = Room::meeting(Setup::default());
    room.keys("<C-k>Qui prévient la famille ?<Enter><Esc>");
    assert_eq!(room.session().parked.len(), 1);
    room.keys("<C-z>");
    assert!(room.session().parked.is_empty());
    room.keys("<C-y><C-k>").see(&["Qui prévient la famille ?"]);
}

#[test]
fn a_private_note_shows_as_dots_and_is_in_no_session_file() {
    let mut room = Room::meeting(Setup::default());
    room.keys("<C-n>le chef coupe la parole")
        .see(&["••••"])
        .miss("chef")
        .miss("Ouverture");
    room.keys("<Esc><C-q>");
    let kept = std::rc::Rc::clone(&room.folder);
    let folder = kept.path();
    drop(room);
    let read = |name: &str| {
        let files = std::fs::read_dir(folder.join(name)).unwrap();
        files
            .map(|f| std::fs::read_to_string(f.unwrap().path()).unwrap())
            .collect::<String>()
    };
    assert!(read("notes").contains("le chef coupe la parole"));
    assert!(!read("sessions").contains("chef coupe"));
}

#[test]
fn the_curtain_hides_the_wall_at_once_and_lets_nothing_be_typed() {
    let mut room = Room::meeting(Setup::default());
    room.keys("<F9>").miss("Ouverture").miss("CREX");
    let before = room.session().clone();
    room.keys("aze<Enter><Down>").paste("texte");
    assert_eq!(*room.session(), before);
    room.keys("<F9>").see(&["Ouverture"]);
}

#[test]
fn the_timer_tells_what_is_left_and_shares_out_what_was_lost() {
    let mut room = Room::meeting(Setup::default());
    room.minutes(2).see(&["2 / 5 min"]);
    room.minutes(13).see(&["15 / 5 min"]);
    room.keys("<C-t>")
        .see(&["10 min de retard", "Entrée répartit"]);
    room.keys("<Enter>")
        .see(&["Séance : à l'heure", "Le plan du temps tient"]);
    assert_eq!(
        room.session().minutes(),
        80,
        "15 minutes are spent on a step of 5, and 90 were promised"
    );
    room.keys("++").keys("<Esc>").see(&["15 / 7 min"]);
}

#[test]
fn seconds_show_only_in_the_last_two_minutes() {
    let mut room = Room::meeting(Setup::default());
    let hour = std::time::Duration::from_secs(60);
    assert_eq!(room.next_tick(), Some(hour));
    room.minutes(4).see(&["1:00"]);
    assert_eq!(room.next_tick(), Some(hour / 60));
}

#[test]
fn going_on_with_something_missing_asks_once_and_the_record_prints_the_reason() {
    let mut room = Room::meeting(Setup::default());
    room.keys("<F8>")
        .see(&["Il manque encore", "charte pas encore acceptée"]);
    room.keys("la salle se libère à 15 h<Enter>")
        .see(&["Suivi des actions"]);
    room.keys("<F7><F8>").see(&["Suivi des actions"]);
    room.palette("compte");
    room.keys("<PgDn><PgDn>")
        .see(&["la salle se libère à 15 h"]);
}

#[test]
fn an_adjourned_session_comes_back_another_day_at_the_same_step() {
    let setup = Setup::default();
    let mut room = Room::meeting(setup);
    room.keys("<F8><Enter>").see(&["Suivi des actions"]);
    room.palette("ajourner");
    room.keys("incendie au sous-sol<Enter>26/11<Enter><Enter>");
    room.see(&["Reprendre"]);
    room.minutes(7 * 24 * 60);
    room.keys("<Enter>").see(&["Suivi des actions"]);
    let session = room.session();
    assert_eq!(session.stage, Stage::Adjourned);
    assert_eq!(
        session.sittings[0].adjourned.as_str(),
        "incendie au sous-sol"
    );
    assert_eq!(session.sittings.len(), 1);
    drop(room.killed(setup, Start::Home));
}

#[test]
fn time_passed_while_the_computer_was_off_counts_for_no_step() {
    let setup = Setup::default();
    let mut room = Room::meeting(setup);
    room.minutes(2).see(&["2 / 5 min"]);
    let path = room.session_path();
    let mut room = room.killed_for(14 * 60, setup, Start::Session(path.clone()));
    room.see(&["2 / 5 min"]);
    let hours = |room: &Room, n: usize| {
        let sitting = &room.session().sittings[n];
        (sitting.opened, sitting.closed)
    };
    let night = chrono::TimeDelta::minutes(2 + 14 * 60);
    assert_eq!(room.session().sittings.len(), 2, "another day");
    let last_seen = day() + chrono::TimeDelta::minutes(2);
    assert_eq!(hours(&room, 0), (Some(day()), Some(last_seen)));
    assert_eq!(hours(&room, 1), (Some(day() + night), None));
    room.minutes(2).see(&["1:00"]);
    room.palette("compte");
    room.see(&["19 novembre 2026, 14 h 00 – 14 h 02", "20 novembre 2026"]);
    let path = room.session_path();
    let room = room.killed_for(10, setup, Start::Session(path));
    room.see(&["1:00"]);
    assert_eq!(room.session().sittings.len(), 2, "the same day");
}

#[test]
fn search_finds_without_accents_and_goes_there() {
    let mut room = Room::meeting(Setup::default());
    room.keys("<C-f>secretaire")
        .see(&["Résultats (1)", "secrétaire médicale"]);
    room.keys("<Enter>").see(&["Ouverture de la séance"]);
    room.keys("<C-f>xyzzy").see(&["Rien de tel"]);
}

#[test]
fn on_a_tiny_terminal_a_clear_sentence_and_nothing_lost() {
    let mut room = Room::meeting(Setup::default());
    room.resize(20, 5).see(&["Agrandissez"]);
    room.resize(80, 24).see(&["Ouverture"]);
}

#[test]
fn before_the_first_step_there_is_none_and_the_screen_says_so() {
    let mut room = Room::meeting(Setup::default());
    room.keys("<F7>").see(&["C'est la première étape."]);
    let english = Setup {
        lang: Lang::En,
        ..Setup::default()
    };
    let mut room = Room::meeting(english);
    room.keys("<F7>").see(&["This is the first step."]);
}

#[test]
fn a_parked_question_is_reworded_and_moved() {
    let mut room = Room::meeting(Setup::default());
    room.keys("<C-k>Qui relève<Enter>Quel délai<Enter>Quel lieu<Enter>");
    room.keys("<Tab><Home><Enter> ?<Enter>");
    let lines = |room: &Room| -> Vec<String> {
        let parked = room.session().parked.iter();
        parked.map(|line| line.what.to_string()).collect()
    };
    assert_eq!(lines(&room), ["Qui relève ?", "Quel délai", "Quel lieu"]);
    room.keys("<Tab><Home><C-Down>");
    assert_eq!(lines(&room), ["Quel délai", "Qui relève ?", "Quel lieu"]);
}

#[test]
fn the_record_is_written_as_a_page_to_print_or_as_text() {
    let mut room = Room::opened(Setup::default());
    room.palette("voir le compte rendu")
        .see(&["page à imprimer", "w Word"]);
    let written = |room: &Room, end: &str| {
        std::fs::read_to_string(room.session_path().with_extension(end)).unwrap()
    };
    room.keys("<Enter>").see(&["Écrit dans"]);
    assert!(written(&room, "html").starts_with("<!DOCTYPE html>"));
    room.keys("t").see(&["Écrit dans"]);
    assert!(written(&room, "md").starts_with("# Compte rendu"));
}
