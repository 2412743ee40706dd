//! How a vote is collected: the keyboard passed around behind the curtain, slips, and both beside raised hands.

use super::choice::{go, three_events};
use crate::harness::{Room, Setup};
use crex::domain::action::Action;
use crex::domain::agenda::StepKind;
use crex::domain::ballot::{Answer, Ballot, BallotState, Method, Subject};
use crex::domain::code::Lang;
use crex::domain::session::{Presence, Session};
use crex::tui::shell::Start;

/// Nine people and three events, and a vote on them prepared with this method.
fn prepared(setup: Setup, method: Method, secret: bool) -> Room {
    prepared_with(setup, method, secret, |_| {})
}

fn prepared_with(
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

fn points(room: &Room) -> Vec<Vec<u32>> {
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
fn pass(room: &mut Room, papers: &[&str]) {
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
        .see(&["O oui, N non, P ne se prononce pas", "Il reste 3 réponses."]);
    room.keys("onp")
        .see(&["A oui", "B non", "C sans avis", "C'est complet"]);
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
    room.keys("cab<Enter>")
        .see(&["1 bulletin reçu sur 9", "Bulletin masqué"]);
    // So it stays for the next, and after a kill.
    let path = room.session_path();
    let mut room = room.killed(Setup::default(), Start::Session(path));
    room.see(&["Bulletin masqué", "1 bulletin reçu sur 9"]);
    room.keys("m").see(&["coupez le projecteur"]);
    pass(&mut room, &["abc"; 8]);
    room.keys("<Esc><Enter>");
    assert_eq!(points(&room)[8], [3, 2, 1]);
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

/// The first so many of the room are excused from now on.
fn away(room: &mut Room, n: usize) {
    go(room, StepKind::Opening);
    for _ in 0..n {
        room.keys("<Space><Down>");
    }
    go(room, StepKind::Choice);
}

#[test]
fn who_leaves_having_voted_is_counted_and_who_comes_late_may_vote() {
    let mut room = opened(Method::Weighted, true);
    room.keys("p");
    pass(&mut room, &["abc"; 9]);
    room.keys("<Esc>").miss("Partis après avoir voté");
    away(&mut room, 1);
    // Eight are there and nine papers: nothing is lost, and what to do is said.
    room.see(&["Partis après avoir voté", "9 bulletins pour 8 votants"]);
    room.see(&["comptez qui est parti après avoir voté"]);
    room.keys("1").see(&[
        "bulletins reçus sur 9",
        "Quelqu'un est parti pendant le vote",
    ]);
    assert_eq!(last(&room).gone, 1);
    // Back again after all, and late: one paper more.
    go(&mut room, StepKind::Opening);
    room.keys("<Up><Space><Space>");
    go(&mut room, StepKind::Choice);
    assert_eq!(last(&room).entitled, 10);
    room.keys("<Up><Up><Enter>")
        .see(&["9 bulletins reçus sur 10"]);
    pass(&mut room, &["abc"]);
    room.keys("<Esc><Enter>");
    assert_eq!(last(&room).state, BallotState::Closed);
    assert_eq!(last(&room).received(), 10);
}

#[test]
fn a_quorum_lost_midway_is_said_and_the_vote_goes_on() {
    let mut room = prepared_with(Setup::default(), Method::Weighted, true, |session| {
        session.quorum.members = 9;
    });
    room.keys("vv").miss("quorum");
    room.keys("p");
    pass(&mut room, &["abc"; 5]);
    room.keys("<Esc>");
    away(&mut room, 2);
    room.see(&[
        "Le quorum n'est plus atteint. Rien n'est perdu",
        "bulletins reçus sur 7",
    ]);
    room.keys("p");
    pass(&mut room, &["abc"; 2]);
    room.keys("<Esc><Enter>");
    assert_eq!(last(&room).state, BallotState::Closed);
    room.see(&["quorum non atteint"]);
}

#[test]
fn closing_with_fewer_votes_than_voters_is_asked_twice() {
    let mut room = opened(Method::Weighted, true);
    room.keys("<Down><Down><Enter>")
        .see(&["Personne n'a encore voté."]);
    room.keys("p");
    pass(&mut room, &["abc"; 7]);
    room.keys("<Esc><Enter>");
    room.see(&["2 personnes n'ont pas voté : Entrée encore clôt ainsi."]);
    assert_eq!(last(&room).state, BallotState::Open);
    // Anything else in between, and it is asked again.
    room.keys("<Up><Down><Enter>");
    assert_eq!(last(&room).state, BallotState::Open);
    room.keys("<Enter>");
    assert_eq!(last(&room).state, BallotState::Closed);
}

#[test]
fn slips_are_typed_one_after_the_other_and_what_is_wrong_leaves_the_rest() {
    let mut room = opened(Method::Weighted, true);
    room.keys("b").see(&[
        "Bulletin 1 · 0 bulletin reçu sur 9",
        "Les lettres du bulletin, puis Entrée.",
    ]);
    room.keys("<Enter>")
        .see(&["Rien n'est tapé : Z pour un bulletin blanc"]);
    room.keys("CK")
        .see(&["Aucune proposition ne porte cette lettre ; le reste est gardé."]);
    room.keys("C").see(&["C y est déjà"]);
    room.keys("a<Enter>")
        .see(&["Il reste 1 choix : Entrée encore confirme ainsi."]);
    room.keys("bc").see(&["C y est déjà"]);
    room.keys("<Enter>").see(&[
        "Bulletin 2 · 1 bulletin reçu sur 9",
        "Enregistré. Le suivant ?",
    ]);
    room.keys("z<Enter>x<Enter>abc<Enter>").see(&["Bulletin 5"]);
    // The very last slip can be taken back and mended, not the one before.
    room.keys("<Backspace>")
        .see(&["Bulletin 4", "Le dernier bulletin est repris"]);
    room.keys("<Delete><Backspace>")
        .see(&["Seul le tout dernier bulletin"]);
    room.keys("bca<Enter>").see(&["4 bulletins reçus sur 9"]);
    for _ in 0..5 {
        room.keys("cba<Enter>");
    }
    // Eleven slips for nine voters: the tenth stays typed.
    room.keys("abc<Enter>").see(&[
        "Un bulletin de trop pour 9 votants",
        "vérifiez les présents",
    ]);
    room.keys("<Esc><Enter>");
    let ballot = last(&room);
    assert_eq!(ballot.state, BallotState::Closed);
    assert_eq!((ballot.papers.len(), ballot.blank, ballot.void), (7, 1, 1));
    assert!(points(&room).contains(&vec![1, 3, 2]) && points(&room).contains(&vec![2, 1, 3]));
}

#[test]
fn slips_of_answers_and_scores_go_down_the_options() {
    let mut room = opened(Method::YesNo, true);
    room.keys("b")
        .see(&["O oui, N non, P ne se prononce pas, puis Entrée."]);
    room.keys("oNp")
        .see(&["A oui", "B non", "C sans avis", "C'est complet"]);
    room.keys("<Backspace>").see(&["Il reste 1 réponse."]);
    room.keys("o<Enter>").see(&["Bulletin 2"]);
    let mut room = opened(Method::Score, true);
    room.keys("b5(").see(&["A 5", "B 5", "Il reste 1 note."]);
    room.keys("6").see(&["Au plus 5"]);
    room.keys("0<Enter>").see(&["Bulletin 2"]);
}

#[test]
fn a_kill_between_two_slips_comes_back_to_the_next_one() {
    let mut room = opened(Method::Weighted, true);
    room.keys("babc<Enter>ca");
    let path = room.session_path();
    let mut room = room.killed(Setup::default(), Start::Session(path));
    room.see(&[
        "Bulletin 2 · 1 bulletin reçu sur 9",
        "Les lettres du bulletin",
    ]);
    room.keys("<Backspace>")
        .see(&["Seul le tout dernier bulletin"]);
}

#[test]
fn twelve_slips_on_twenty_actions_take_four_keys_each() {
    let mut room = Room::holding(Setup::default(), |session| {
        three_events(session);
        for n in 10..=12 {
            let more = crex::domain::session::Attendee {
                function: format!("IDE {n}").as_str().into(),
                presence: Presence::Present,
                ..crex::domain::session::Attendee::new(session.ids.give())
            };
            session.attendees.push(more);
        }
        for n in 1..=20 {
            let mut action = Action::new(session.ids.give());
            action.what = format!("Régler le point {n} du circuit des vaccins")
                .as_str()
                .into();
            session.actions.push(action);
        }
        let id = session.prepare_ballot(Subject::Actions, "Lesquelles ?".into(), Method::Weighted);
        session.ballots.get_mut(id).unwrap().secret = true;
    });
    go(&mut room, StepKind::Actions);
    room.keys("vv");
    assert_eq!((last(&room).entitled, last(&room).options.len()), (12, 20));
    room.keys("b")
        .see(&["A Régler le point 1", "T Régler le point 20"]);
    let slips = "CAF<Enter>tba<Enter>bat<Enter>FAC<Enter>caf<Enter>toe<Enter>STR<Enter>kla<Enter>"
        .to_owned()
        + "pqr<Enter>ade<Enter>BCD<Enter>efg<Enter>";
    assert_eq!(crate::harness::parse(&slips).len(), 48);
    room.keys(&slips).see(&["12 bulletins reçus sur 12"]);
    room.keys("<Esc><Enter>");
    assert_eq!(last(&room).received(), 12);
    assert_eq!(last(&room).total(0), 2 + 1 + 2 + 2 + 2 + 1 + 3);
}

#[test]
fn hands_for_and_against_are_counted_side_by_side() {
    let mut room = opened(Method::YesNo, false);
    room.see(&["pour contre", "Qui n'en lève aucune s'abstient."]);
    room.keys("7<Enter>3")
        .see(&["A : plus de mains que de personnes (9). Recomptez."]);
    room.keys("<Backspace>2<Enter>").see(&["de la chaîne • •"]);
    room.keys("4<Enter>5<Enter>0<Enter>");
    room.see(&["de la chaîne • •"]);
    room.keys("9<Enter>").see(&["de la chaîne 7 2"]);
    room.keys("<Enter>");
    assert_eq!(last(&room).state, BallotState::Closed);
    let option = &last(&room).options[2];
    assert_eq!((option.hands, option.against), (Some(0), Some(9)));
}

#[test]
fn a_missing_count_against_is_gone_to() {
    let mut room = opened(Method::YesNo, false);
    room.keys("7<Enter>2<Enter>4<Enter><Enter>3<Enter>1<Enter><Enter>");
    room.see(&["Il manque le compte de B."]);
    room.keys("5");
    assert_eq!(last(&room).options[1].against, Some(5));
}

#[test]
fn hands_and_papers_are_counted_together() {
    let mut room = opened(Method::Hands { each: 1 }, false);
    room.keys("3<Enter>2<Enter>1<Enter>")
        .see(&["chaîne du froid 3"]);
    room.keys("<Enter><Down><Enter>");
    pass(&mut room, &["a", "b"]);
    // Beside papers no number of hands is shown: it would tell a part of the result.
    room.keys("<Esc>")
        .see(&["bulletins reçus sur 9", "chaîne du froid •"]);
    room.keys("<Up><Enter>").see(&["Une personne n'a pas voté"]);
    room.keys("p");
    pass(&mut room, &["c"]);
    room.keys("<Enter>")
        .see(&["il ne reste pas de place pour un bulletin de plus"]);
    room.keys("<Esc><Enter>");
    assert_eq!(last(&room).state, BallotState::Closed);
    assert_eq!([0, 1, 2].map(|i| last(&room).total(i)), [4, 3, 2]);
}

#[test]
fn twenty_long_options_are_read_on_every_screen() {
    let mut room = Room::holding(Setup::default(), |session| {
        three_events(session);
        for n in 1..=20 {
            let mut action = Action::new(session.ids.give());
            let what =
                format!("{n} Installer au cabinet une alarme qui appelle le téléphone d'astreinte");
            action.what = what.as_str().into();
            session.actions.push(action);
        }
        let id = session.prepare_ballot(Subject::Actions, "Lesquelles ?".into(), Method::Score);
        session.ballots.get_mut(id).unwrap().secret = true;
    });
    go(&mut room, StepKind::Actions);
    room.keys("vv<Home>").see(&["A 1 Installer"]);
    room.keys("p<Enter>").see(&["A", "1 Installer"]);
    room.keys("55555555555555555555")
        .see(&["20 Installer", "C'est complet"]);
    for size in [(60, 20), (80, 24), (120, 40), (200, 60)] {
        room.resize(size.0, size.1)
            .see(&["20 Installer", "C'est complet"]);
    }
}

#[test]
fn what_can_only_be_read_takes_no_vote() {
    let room = opened(Method::Weighted, true);
    let path = room.session_path();
    // The other program still holds it.
    let folder = std::rc::Rc::clone(&room.folder);
    let mut other = Room::on(
        folder,
        Setup::default(),
        Start::Session(path),
        crate::harness::day(),
    );
    other.keys("p").miss("Prenez le clavier");
    drop(room);
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
    room.keys("ynu").see(&["A yes", "B no", "C no view"]);
    room.keys("<Enter>").see(&["1 paper received of 9"]);
    room.keys("<Esc>b")
        .see(&["Slip 2", "Y yes, N no, U undecided, then Enter."]);
    room.keys("yyo").see(&["This key is no answer here"]);
}
