//! The round at the end: by show of hands, by the keyboard passed around with a word each, kept without names.

use crate::harness::{Room, Setup, flatten};
use crex::domain::agenda::StepKind;
use crex::domain::code::Lang;
use crex::domain::session::Presence;
use crex::tui::shell::Start;
use crex::tui::theme::Scheme;

/// The closing of a meeting with the first `n` people present.
fn at_closing(setup: Setup, n: usize) -> Room {
    let mut room = Room::holding(setup, |session| {
        let mut left = n;
        session.attendees.for_each_mut(|a| {
            a.presence = if left > 0 {
                Presence::Present
            } else {
                Presence::Expected
            };
            left = left.saturating_sub(1);
        });
    });
    super::choice::go(&mut room, StepKind::Closing);
    room
}

/// The same with the round open and the keyboard on its way.
fn passing(setup: Setup) -> Room {
    let mut room = at_closing(setup, 5);
    let label = match setup.lang {
        Lang::Fr => "Faire le tour au clavier ou sur papier",
        Lang::En => "Hold the round by keyboard or on paper",
    };
    room.tab_to(label).keys("<Enter>v");
    room.keys("p");
    room
}

#[test]
fn a_round_by_hands_is_drawn_with_its_median_and_spread() {
    let mut room = at_closing(Setup::default(), 5);
    room.tab_to("5 sur 5");
    room.see(&["Personne ne s'est encore prononcé"]);
    room.keys("2<Tab>5<Tab>1<Tab>1");
    assert_eq!(room.session().closing.round, [0, 0, 1, 1, 5, 2]);
    room.see(&["médiane 4, de 2 à 5, 9 avis", "▲", "━━━"]);
    room.miss("Moins de quatre avis");
    let document = crex::documents::record::record(room.session());
    let record = flatten(&crex::documents::markdown::markdown(&document));
    for expected in ["médiane 4, de 2 à 5, 9 avis", "▲", "███"] {
        assert!(record.contains(expected), "{record}");
    }
}

#[test]
fn few_answers_are_said_to_be_guessed() {
    let setup = Setup {
        lang: Lang::En,
        ..Setup::default()
    };
    let mut room = at_closing(setup, 3);
    room.tab_to("5 of 5").keys("2");
    room.see(&["median 5, all at 5, 2 answers", "Fewer than four answers"]);
}

#[test]
fn papers_become_counts_and_words_without_names_and_the_vote_is_no_more() {
    let mut room = passing(Setup::default());
    room.keys("<Enter>")
        .see(&["Tapez une note de 0 à 5", "4 ", "très utile"]);
    room.keys("3'<Enter>").see(&[
        "Un mot, si vous voulez",
        "Entrée rendre le bulletin",
        "Échap revenir à la note",
    ]);
    room.keys("utile<Enter>")
        .see(&["Prenez le clavier", "1 bulletin reçu sur 5"]);
    room.keys("<Enter>5<Enter>concret<Enter>");
    room.keys("<Enter>(<Enter><Enter>");
    room.keys("<Enter>2<Enter>mot<Esc>1<Enter>court<Backspace><Backspace>t<Enter>");
    // Who gives no mark may say a word all the same.
    room.keys("<Enter>z<Enter><Enter>");
    let urn = room.shell.app().desk.urn().unwrap();
    assert_eq!(urn.received(), 5);
    assert!(room.session().closing.round.is_empty());
    room.keys("<Esc>");
    room.tab_to("Clore le vote").keys("<Enter>");
    let session = room.session();
    assert_eq!(session.closing.round_papers, [0, 1, 0, 0, 1, 2]);
    assert_eq!(session.closing.round_words.as_str(), "concret\ncout\nutile");
    assert!(session.ballots.is_empty());
    assert!(room.shell.app().desk.urn().is_none());
    room.see(&["médiane 4,5, de 1 à 5, 4 avis"]);
    room.keys("<C-z>");
    let papers = [0, 1, 0, 0, 1, 2];
    assert_eq!(room.session().closing.round_papers, papers);
    assert!(room.session().ballots.is_empty());
    // What is typed by hand is added; a stray key never changes what was counted.
    room.keys("<S-Tab><S-Tab><S-Tab>7");
    assert_eq!(room.session().closing.round, [0, 0, 7, 0, 0, 0]);
    assert_eq!(room.session().closing.round_papers, papers);
    room.see(&["11 avis"]);
}

#[test]
fn on_the_wall_nobody_sees_who_gave_no_mark() {
    let wall = Setup {
        scheme: Scheme::Projecteur,
        lang: Lang::En,
        ..Setup::default()
    };
    let mut room = passing(wall);
    room.see(&["Masked paper"]);
    let mut seen: Vec<Vec<String>> = Vec::new();
    for paper in ["4", "z"] {
        room.keys("<Enter>").keys(paper);
        let mut screens = vec![room.screen()];
        for keys in ["<Enter>", "<Enter>"] {
            room.keys(keys);
            screens.push(room.screen());
        }
        room.see(&["Enter hand the paper in", "Esc back to the mark"]);
        room.keys("<Enter>");
        seen.push(screens);
    }
    assert_eq!(seen[0], seen[1]);
    room.see(&["2 papers received of 5"]);
}

#[test]
fn papers_that_all_give_the_same_mark_are_said_to_keep_no_secret() {
    let mut room = passing(Setup::default());
    for _ in 0..5 {
        room.keys("<Enter>4<Enter><Enter>");
    }
    room.keys("<Esc>");
    room.tab_to("Clore le vote").keys("<Enter>");
    room.see(&["médiane 4, tous à 4, 5 avis", "le vote de chacun est connu"]);
    let document = crex::documents::record::record(room.session());
    let record = flatten(&crex::documents::markdown::markdown(&document));
    assert!(record.contains("le vote de chacun est connu"), "{record}");
    room.keys("<S-Tab><S-Tab><S-Tab><S-Tab><S-Tab><Backspace>");
    assert!(room.session().closing.round.is_empty());
    room.miss("le vote de chacun est connu");
}

#[test]
fn what_hands_gave_before_is_kept_and_a_kill_finds_the_curtain() {
    let setup = Setup {
        lang: Lang::En,
        ..Setup::default()
    };
    let mut room = at_closing(setup, 5);
    room.tab_to("4 of 5").keys("1");
    room.tab_to("Hold the round by keyboard or on paper")
        .keys("<Enter>vp");
    room.keys("<Enter>4<Enter>clear<Enter><Enter>3<Enter>secr");
    let path = room.session_path();
    let mut room = room.killed(setup, Start::Session(path));
    room.miss("secr")
        .see(&["Take the keyboard", "1 paper received of 5"]);
    room.keys("<Enter>3<Enter><Enter><Esc>");
    room.tab_to("Close the vote").keys("<Enter><Enter>");
    let closing = &room.session().closing;
    assert_eq!(closing.marks(), [0, 0, 0, 1, 2, 0]);
    assert_eq!(closing.round_words.as_str(), "clear");
}
