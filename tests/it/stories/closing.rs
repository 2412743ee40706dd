//! The closing: what is learned and told, the round, the seal.

use crate::harness::{Room, Setup};
use crex::domain::code::Lang;
use crex::domain::session::Stage;
use crex::tui::shell::Start;
use crex::tui::theme::Scheme;

/// A meeting gone through without a word, to its last step.
fn at_the_end(setup: Setup) -> Room {
    let mut room = Room::meeting(setup);
    for _ in 0..room.session().agenda.len() - 1 {
        room.keys("<F8><Esc><F8><Enter>");
    }
    room
}

#[test]
fn lessons_messages_round_and_next_date_are_kept() {
    let mut room = at_the_end(Setup::default());
    room.see(&["Clôture de la séance"]);
    room.keys("La photo manque<Enter>le nom ne suffit pas<Tab><Tab>");
    room.keys("aÉquipe du soir<Enter>Deux contrôles<Tab>IDEC<Enter>+7<Enter>");
    room.see(&["Équipe du soir", "Deux contrôles"]);
    room.keys("<Tab>17/12<Tab>Salle bleue<Tab><Tab>4<Tab>é<Tab>");
    let closing = &room.session().closing;
    assert_eq!(
        closing.lessons.as_str(),
        "La photo manque\nle nom ne suffit pas"
    );
    assert_eq!(
        closing.next_date.map(|d| d.to_string()).as_deref(),
        Some("2026-12-17")
    );
    assert_eq!(closing.round, [0, 0, 0, 0, 2, 4]);
    assert_eq!(
        room.session()
            .messages
            .at(0)
            .unwrap()
            .due
            .map(|d| d.to_string())
            .as_deref(),
        Some("2026-11-26")
    );
}

#[test]
fn the_next_meeting_and_what_is_due_lie_ahead() {
    let mut room = at_the_end(Setup::default());
    room.keys("<Tab><Tab>aÉquipe du soir<Enter>Deux contrôles<Tab>IDEC<Enter>15/01<Enter>");
    room.keys("<Tab>20/01");
    let session = room.session();
    let due = session.messages.at(0).unwrap().due;
    assert_eq!(due.unwrap().to_string(), "2027-01-15");
    let next = session.closing.next_date;
    assert_eq!(next.unwrap().to_string(), "2027-01-20");
}

#[test]
fn an_item_left_without_a_word_leaves_no_trace() {
    let mut room = at_the_end(Setup::default());
    room.keys("<Tab><Tab>a<Esc>");
    assert!(room.session().messages.is_empty());
}

#[test]
fn sealing_asks_names_what_is_missing_and_freezes_the_file() {
    let setup = Setup {
        lang: Lang::En,
        scheme: Scheme::Projecteur,
        size: (120, 40),
    };
    let mut room = at_the_end(setup);
    room.palette("seal")
        .see(&["never changes again", "Not yet"]);
    room.keys("<Enter>");
    assert!(!room.session().is_sealed());
    room.palette("seal")
        .keys("<Down><Enter>")
        .see(&["Session sealed. Fingerprint"]);
    assert_eq!(room.session().stage, Stage::Sealed);
    let sealed = room.session().clone();
    room.keys("more words<C-z>");
    assert_eq!(*room.session(), sealed);
    let path = room.session_path();
    let mut room = room.killed(setup, Start::Session(path));
    room.see(&[
        "sealed",
        "Session sealed: it can be read, it no longer changes.",
    ]);
    room.see(&["Opening the meeting"]).miss("missing");
    room.palette("seal")
        .see(&["sealed already"])
        .miss("Not yet");
    for _ in 0..room.session().agenda.len() - 1 {
        room.keys("<F8>");
    }
    room.miss("Seal the session").miss("missing");
    let print = sealed.seal.unwrap().fingerprint;
    let signs: Vec<char> = print.as_str().chars().collect();
    let groups: Vec<String> = signs.chunks(8).map(String::from_iter).collect();
    room.see(&groups.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn in_french_a_sealed_session_says_so_in_one_row_and_shows_its_seal() {
    let mut room = at_the_end(Setup::default());
    room.palette("sceller").keys("<Down><Enter>");
    let path = room.session_path();
    let mut room = room.killed(Setup::default(), Start::Session(path));
    let screen = room.screen();
    let last = screen.lines().last().unwrap();
    assert_eq!(
        last.trim().replace('\u{a0}', " "),
        "Séance scellée : elle se lit, elle ne change plus."
    );
    room.keys(&"<F8>".repeat(20)).miss("Sceller la séance…");
    room.see(&["Séance scellée le", "Empreinte SHA-256 :"]);
}

#[test]
fn after_a_kill_the_closing_comes_back_with_every_word_and_the_same_field() {
    let mut room = at_the_end(Setup::default());
    room.keys("<Tab><Tab>aFamille<Enter>Nous vous appe");
    let path = room.session_path();
    let mut room = room.killed(Setup::default(), Start::Session(path));
    room.see(&["Famille", "Nous vous appe"]);
    room.keys("lons").see(&["Nous vous appelons"]);
}
