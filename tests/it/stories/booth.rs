//! How a vote is collected: the keyboard passed around behind the curtain, slips, and both beside raised hands.

use super::choice::{go, three_events};
use crate::harness::{Room, Setup};
use crex::domain::agenda::StepKind;
use crex::domain::ballot::{Answer, Ballot, BallotState, Method, Subject};
use crex::domain::code::Lang;
use crex::domain::session::Session;
use crex::tui::shell::Start;

/// Nine people and three events, and a vote on them prepared with this method.
pub fn prepared(setup: Setup, method: Method, secret: bool) -> Room {
    prepared_with(setup, method, secret, |_| {})
}

pub fn prepared_with(
    setup: Setup,
    method: Method,
    secret: bool,
    more: impl FnOnce(&mut Session),
) -> Room {
    let mut room = Room::holding(setup, |session| {
        three_events(session);
        more(session);
        let question = "Quel événement analysons-nous\u{202f}?".into();
        let id = session.prepare_ballot(Subject::Choice, question, method);
        session.ballots.get_mut(id).unwrap().secret = secret;
    });
    go(&mut room, StepKind::Choice);
    room
}

/// A vote that has just opened, its papers in secret signs, on a screen of any size.
pub fn any_open(setup: Setup) -> Room {
    let mut room = Room::holding(
        Setup {
            size: (80, 24),
            ..setup
        },
        |session| {
            three_events(session);
            let method = Method::Points { points: 4, cap: 2 };
            session.prepare_ballot(Subject::Choice, "Lequel ?".into(), method);
        },
    );
    go(&mut room, StepKind::Choice);
    room.keys("vvp<Enter>");
    room.resize(setup.size.0, setup.size.1);
    room
}

/// The same, opened.
pub fn opened(method: Method, secret: bool) -> Room {
    let mut room = prepared(Setup::default(), method, secret);
    room.keys("vv");
    assert_eq!(last(&room).state, BallotState::Open);
    room
}

pub fn last(room: &Room) -> &Ballot {
    room.session().ballots.iter().last().unwrap()
}

pub fn points(room: &Room) -> Vec<Vec<u32>> {
    last(room).papers.iter().map(|p| p.points.clone()).collect()
}

#[test]
fn nine_voters_fill_their_papers_behind_the_curtain() {
    let mut room = opened(Method::Weighted, true);
    room.see(&["9 votants · bulletins secrets", "Faire passer le clavier"]);
    room.see(&["bulletin reçu sur 9"]);
    room.keys("<Enter>");
    room.see(&[
        "Prenez le clavier, les autres regardent ailleurs.",
        "Entrée ouvre votre bulletin.",
        "0 bulletin reçu sur 9",
        "coupez le projecteur",
    ]);
    // Nothing around it: no header, no step, no footer.
    room.miss("Choix de l'événement")
        .miss("F1")
        .miss("Ouverture");
    for n in 1..=9 {
        room.keys("<Enter>");
        room.see(&["Tapez vos trois lettres dans l'ordre", "Il reste 3 choix."]);
        room.keys("cab").see(&["C'est complet : Entrée confirme."]);
        room.keys("<Enter>");
        let said = if n > 1 {
            "bulletins reçus"
        } else {
            "bulletin reçu"
        };
        room.see(&[&format!("{n} {said} sur 9")]);
        room.miss("Onze doses").miss("C'est complet");
    }
    room.see(&["Tout le monde a voté. Échap revient ; il reste à clore le vote."]);
    assert!(last(&room).papers.is_empty(), "papers wait in the urn");
    room.keys("<Enter>")
        .see(&["9 bulletins pour 9 votants : tout le monde a voté."]);
    room.keys("<Esc><Enter>");
    assert_eq!(last(&room).state, BallotState::Closed);
    assert_eq!(points(&room), vec![vec![2, 1, 3]; 9]);
}

/// Passes the keyboard to so many, each typing this.
pub fn pass(room: &mut Room, papers: &[&str]) {
    for paper in papers {
        room.keys("<Enter>").keys(paper).keys("<Enter>");
    }
}

#[test]
fn one_voice_each_is_given_with_one_letter_or_with_the_arrows() {
    let mut room = opened(Method::Hands { each: 1 }, true);
    room.keys("<Enter>");
    pass(
        &mut room,
        &[
            "a",
            "<Down><Space>",
            "C",
            "<Down><Down><Space>",
            "b<Backspace>a",
        ],
    );
    // A second choice is refused, the first one kept; one key begins again.
    room.keys("<Enter>a")
        .keys("b")
        .see(&["Tout est donné", "A ✓"]);
    room.keys("<Delete>").see(&["Il reste 1 choix."]).miss("✓");
    room.keys("b<Enter>");
    // Nobody for a letter without an option.
    room.keys("<Enter>f")
        .see(&["Aucune proposition ne porte cette lettre"]);
    room.keys("<Esc>").see(&["6 bulletins reçus sur 9"]);
    pass(&mut room, &["z", "z", "z"]);
    room.keys("<Esc><Enter>");
    assert_eq!(last(&room).blank, 3);
    let given = [
        [0, 0, 1],
        [0, 0, 1],
        [0, 1, 0],
        [0, 1, 0],
        [1, 0, 0],
        [1, 0, 0],
    ];
    assert_eq!(points(&room), given);
}

#[test]
fn several_voices_each() {
    let mut room = opened(Method::Hands { each: 2 }, true);
    room.keys("<Enter><Enter>")
        .see(&["Tapez les lettres de vos choix, 2 au plus."]);
    room.keys("cc")
        .see(&["C y est déjà ; le reste est gardé.", "Il reste 1 choix."]);
    // What is not complete is confirmed twice.
    room.keys("<Enter>")
        .see(&["Il reste 1 choix : Entrée encore confirme ainsi."]);
    room.keys("<Enter>").see(&["1 bulletin reçu sur 9"]);
    pass(&mut room, &["ab", "ba", "ac", "bc", "ab", "ab", "ab", "ab"]);
    room.keys("<Esc><Enter>");
    assert_eq!(points(&room)[0], [0, 0, 1]);
    assert_eq!(points(&room).len(), 9);
}

#[test]
fn yes_and_no_are_answered_option_by_option() {
    use Answer::{Abstain, No, Yes};
    let mut room = opened(Method::YesNo, true);
    room.keys("<Enter><Enter>")
        .see(&["O oui, N non, P pas d'avis", "Il reste 3 réponses."]);
    room.keys("onp")
        .see(&["A oui", "B non", "C pas d'avis", "C'est complet"]);
    room.keys("<Up><Up>n").see(&["A non"]);
    room.keys("x")
        .see(&["Cette touche n'est pas une réponse ici"]);
    room.keys("<Enter>");
    pass(
        &mut room,
        &[
            "ooo",
            "ooo",
            "ooo",
            "ooo",
            "ooo",
            "ooo",
            "ooo",
            "<Space><Down>nn",
        ],
    );
    room.keys("<Esc><Enter>");
    let answers: Vec<_> = last(&room)
        .papers
        .iter()
        .map(|p| p.answers.clone())
        .collect();
    assert!(answers.contains(&vec![No, No, Abstain]) && answers.contains(&vec![Yes, No, No]));
    assert_eq!(answers.iter().filter(|a| **a == [Yes, Yes, Yes]).count(), 7);
}

#[test]
fn points_are_spread_and_none_goes_over_its_cap() {
    let mut room = opened(Method::Points { points: 5, cap: 3 }, true);
    room.keys("<Enter><Enter>")
        .see(&["5 points : une lettre donne un point, 3 au plus"]);
    room.keys("aaaa")
        .see(&["A ●●●", "A a déjà 3 points", "Il reste 2 points."]);
    room.keys("bc<Enter>");
    pass(&mut room, &["aaabb"; 8]);
    room.keys("<Esc><Enter>");
    assert_eq!(points(&room)[0], [3, 1, 1]);
    assert_eq!(points(&room)[8], [3, 2, 0]);
}

#[test]
fn scores_are_typed_with_and_without_shift() {
    let mut room = opened(Method::Score, true);
    room.keys("<Enter><Enter>54")
        .see(&["A 5", "B 4", "Il reste 1 note."]);
    room.keys("9").see(&["Au plus 5"]);
    room.keys("à").see(&["C 0", "C'est complet"]);
    // A letter goes to its option.
    room.keys("a&").see(&["A 1"]);
    room.keys("<Enter>");
    pass(&mut room, &["555"; 8]);
    room.keys("<Esc><Enter>");
    assert_eq!(points(&room)[0], [1, 4, 0]);
}

#[test]
fn levels_begin_at_one() {
    let mut room = opened(Method::Levels { top: 3 }, true);
    room.keys("<Enter><Enter>0")
        .see(&["Au moins 1", "Il reste 3 niveaux."]);
    room.keys("4").see(&["Au plus 3"]);
    room.keys("123<Enter>");
    pass(&mut room, &["222"; 8]);
    room.keys("<Esc><Enter>");
    assert_eq!(points(&room)[0], [1, 2, 3]);
}

#[test]
fn no_total_and_no_mark_is_on_any_screen_before_the_vote_is_closed() {
    let mut room = opened(Method::Weighted, true);
    let mut frames = vec![room.screen()];
    let mut press = |room: &mut Room, keys: &str, mine: bool| {
        for key in crate::harness::parse(keys) {
            room.key(key);
            if !mine {
                frames.push(room.screen());
            }
        }
    };
    press(&mut room, "<Enter>", false);
    for n in 0..9 {
        press(&mut room, "<Enter>", true);
        press(&mut room, if n < 4 { "cab" } else { "cba" }, true);
        press(&mut room, "<Enter>", false);
    }
    press(&mut room, "<Esc><Up><Enter><Esc><Up><Up><Up><Up>", false);
    // C has 27, A 13, B 14; a voter's own marks are gone with his paper.
    for frame in &frames {
        let said = crate::harness::flatten(frame);
        let words: Vec<&str> = said.split(' ').collect();
        for told in ["27", "13", "14", "●", "complet"] {
            assert!(!words.contains(&told), "{told} on\n{frame}");
        }
    }
    assert_eq!(room.session().ballots.iter().last().unwrap().received(), 0);
}

#[test]
fn a_half_paper_is_gone_with_the_program_and_the_curtain_is_closed() {
    let mut room = opened(Method::Weighted, true);
    room.keys("<Enter>");
    pass(&mut room, &["cab", "abc"]);
    room.keys("<Enter>ca").see(&["Il reste 1 choix."]);
    let path = room.session_path();
    let mut room = room.killed(Setup::default(), Start::Session(path));
    room.see(&["2 bulletins reçus sur 9", "Entrée ouvre votre bulletin."]);
    room.miss("Onze doses");
    room.keys("<Enter>").see(&["Il reste 3 choix."]);
    room.keys("<Esc>");
    pass(&mut room, &["abc"; 7]);
    room.keys("<Esc><Enter>");
    assert_eq!(last(&room).received(), 9);
}

#[test]
fn in_the_booth_no_other_key_holds() {
    use crex::tui::run::Program;
    let mut room = opened(Method::Weighted, true);
    room.keys("<Enter>");
    let before = room.screen();
    let keys =
        "<F1><F2><F3><F6><F7><F8><F9><C-p><C-f><C-z><C-y><C-b><C-k><C-n><C-t><C-c><PgDn><Tab>?:/x";
    room.keys(keys).click_at(4, 5);
    assert_eq!(room.screen(), before);
    room.keys("<Enter>ab");
    let paper = room.screen();
    room.keys("<F1><F8><F9><C-z><C-p><C-c><PgUp><Tab>")
        .click_at(0, 0);
    assert_eq!(room.screen(), paper);
    // A click on an option picks it.
    room.click("Ordonnance").see(&["C 1", "C'est complet"]);
    room.keys("<C-q>");
    assert!(room.shell.wants().leave);
}

#[test]
fn in_english() {
    let setup = Setup {
        lang: Lang::En,
        ..Setup::default()
    };
    let mut room = prepared(setup, Method::YesNo, true);
    room.keys("vv").see(&[
        "9 voters · secret papers",
        "Pass the keyboard around",
        "papers received of 9",
    ]);
    room.keys("<Enter>").see(&[
        "Take the keyboard; the others look away.",
        "0 papers received of 9",
    ]);
    room.keys("<Enter>")
        .see(&["Y yes, N no, U undecided", "3 answers left."]);
    room.keys("ynu").see(&["A yes", "B no", "C undecided"]);
    room.keys("<Enter>").see(&["1 paper received of 9"]);
    room.keys("<Esc>b")
        .see(&["Slip 2", "Y yes, N no, U undecided, then Enter."]);
    room.keys("yyo").see(&["This key is no answer here"]);
}
