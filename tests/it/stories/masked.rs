//! Papers in secret signs: whoever sees the screen learns neither what is written nor whether anything is.

use super::booth::{opened, pass, points, prepared};
use crate::harness::{Room, Setup};
use crex::domain::ballot::Method;
use crex::domain::code::Lang;
use crex::tui::shell::Start;
use crex::tui::theme::Scheme;

#[test]
fn a_masked_paper_never_tells_what_is_written() {
    let mut room = opened(Method::Weighted, true);
    room.keys("<Enter>m").see(&["Bulletin masqué"]);
    room.keys("<Enter>").see(&["Votre bulletin : · · ·"]);
    let empty = room.screen();
    room.keys("c").see(&["Votre bulletin : • · ·"]);
    let c = room.screen();
    room.keys("<Backspace>");
    assert_eq!(room.screen(), empty);
    // Whatever is chosen, the screen is the same; what is refused says nothing of what is there.
    for other in ["a", "b"] {
        room.keys(other);
        assert_eq!(room.screen(), c);
        room.keys(other).see(&["Cette touche n'ajoute rien ici"]);
        room.keys("<Down><Space>").see(&["tapez les lettres"]);
        room.keys("<Backspace>");
    }
    room.keys("cab<Enter><Enter>")
        .see(&["1 bulletin reçu sur 9", "Bulletin masqué"]);
    // So it stays for the next, until the program ends.
    let path = room.session_path();
    let mut room = room.killed(Setup::default(), Start::Session(path));
    room.see(&["coupez le projecteur", "1 bulletin reçu sur 9"]);
    pass(&mut room, &["abc"; 8]);
    room.keys("<Esc><Enter>");
    assert_eq!(points(&room)[8], [3, 2, 1]);
}

/// What a vote is held with in the next story, a complete paper and a short one.
const PAPERS: [(Method, &str, &str); 7] = [
    (Method::Hands { each: 1 }, "b", ""),
    (Method::Hands { each: 2 }, "bc", "a"),
    (Method::Weighted, "bca", "ca"),
    (Method::YesNo, "npo", "o"),
    (Method::Points { points: 4, cap: 2 }, "bbca", "c"),
    (Method::Score, "053", "1"),
    (Method::Levels { top: 4 }, "123", "44"),
];

#[test]
fn on_the_wall_a_blank_and_a_short_paper_look_like_a_complete_one() {
    let wall = Setup {
        scheme: Scheme::Projecteur,
        ..Setup::default()
    };
    for (method, full, short) in PAPERS {
        let mut room = prepared(wall, method, true);
        room.keys("vvp")
            .see(&["Bulletin masqué", "m le montre en clair"]);
        room.keys("<Enter>").keys(full);
        let complete = room.screen();
        room.keys("<Enter>")
            .see(&["Entrée encore rend le bulletin"]);
        let confirmed = room.screen();
        // Every paper is confirmed twice; another key goes back to it.
        room.keys("<Enter>").see(&["1 bulletin reçu sur 9"]);
        room.keys("<Enter>z");
        assert_eq!(room.screen(), complete, "blank, {method:?}");
        for paper in ["", short, "z"] {
            room.keys("<Delete>").keys(paper).keys("<Enter>");
            assert_eq!(room.screen(), confirmed, "{paper:?}, {method:?}");
        }
        room.keys("<Enter>").see(&["2 bulletins reçus sur 9"]);
    }
}

/// What is written of where the user is.
fn place(room: &Room) -> Vec<String> {
    let folder = room.folder.path().join(".crex/places");
    let files = std::fs::read_dir(folder).unwrap().flatten();
    let mut texts: Vec<String> = files
        .map(|file| std::fs::read_to_string(file.path()).unwrap())
        .collect();
    texts.sort();
    assert!(texts.iter().any(|text| text.contains(" b ")), "{texts:?}");
    texts
}

#[test]
fn how_papers_show_is_changed_at_the_curtain_and_nowhere_written() {
    let mut room = opened(Method::Weighted, true);
    room.keys("p")
        .see(&["en clair", "m masque ce que l'on écrit"]);
    let before = place(&room);
    room.keys("m").see(&["Bulletin masqué"]);
    assert_eq!(place(&room), before);
    // On the wall papers are masked after a kill too, whatever was said before.
    let wall = Setup {
        scheme: Scheme::Projecteur,
        lang: Lang::En,
        ..Setup::default()
    };
    let path = room.session_path();
    let mut room = room.killed(wall, Start::Session(path));
    room.see(&["Masked paper", "m shows it in clear"]);
    room.keys("m<Enter>cab")
        .see(&["It is complete: Enter confirms."]);
}
