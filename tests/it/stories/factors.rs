//! Contributing factors.

use super::scene::{again, deviation, room, session, setup};
use crate::harness::{Room, Setup};
use crex::domain::agenda::StepKind;
use crex::domain::analysis::{Analysis, Certainty, FactorRole, Reply};
use crex::domain::code::Lang;

fn open(lang: Lang) -> Room {
    let mut session = session(setup(lang));
    deviation(
        &mut session,
        1,
        "Plateau donné à une autre résidente",
        "Identité vérifiée au lit",
    );
    deviation(
        &mut session,
        0,
        "Piluliers de deux chambres côte à côte",
        "Un plateau par chambre",
    );
    room(setup(lang), session, StepKind::Factors)
}

/// A room where the walk with CADYA has begun.
fn walking(lang: Lang) -> Room {
    let mut room = open(lang);
    room.keys("<Down><Enter>");
    room
}

fn analysis(room: &Room) -> &Analysis {
    room.session().analysis().unwrap()
}

fn reply(room: &Room, item: &str) -> Reply {
    let grid = analysis(room).grids[0].grid.clone();
    analysis(room).reply(&grid, &item.into())
}

#[test]
fn a_grid_is_chosen_with_advice_before_the_first_question() {
    let mut room = open(Lang::Fr);
    room.see(&["Avec quelle grille", "d'après ALARM", "EHPAD"]);
    room.keys("<Down>").see(&["CPTS, MSP", "quatre domaines"]);
    room.keys("<Enter>")
        .see(&["Facteurs environnementaux", "0 sur 2"]);
    assert_eq!(analysis(&room).grids[0].grid.as_str(), "cadya");
    assert!(!analysis(&room).grids[0].hash.is_blank());
}

#[test]
fn a_yes_opens_its_factor_and_escape_goes_on_with_the_next_question() {
    let mut room = walking(Lang::Fr);
    room.see(&[
        "La situation sociale",
        "O oui, a contribué",
        "N non",
        "pour tous les écarts",
    ]);
    room.keys("no");
    assert_eq!(reply(&room, "E1"), Reply::No);
    room.see(&["E2.1 Consultation ou soin non programmé"]);
    room.keys("Soin ajouté entre deux chambres<Tab>1<Tab>3<Tab>cadre de santé<Esc>");
    let factor = analysis(&room).factors.at(0).unwrap();
    assert_eq!(factor.what.as_str(), "Soin ajouté entre deux chambres");
    assert_eq!(factor.role, FactorRole::Principal);
    assert_eq!(factor.certainty, Certainty::ToCheck);
    assert_eq!(factor.check_by.as_str(), "cadre de santé");
    assert_eq!(factor.deviations.len(), 2);
    assert_eq!(factor.codes[0].item.as_str(), "E2.1");
    room.see(&[
        "E2.2",
        "2 sur 27 explorées",
        "1 facteur 0 sur des personnes, 1 sur le système",
    ]);
}

#[test]
fn a_yes_links_the_deviation_in_question_and_is_kept_once() {
    let mut room = walking(Lang::Fr);
    room.keys("<C-Right>")
        .see(&["pour l'écart D1", "Plateau donné à une autre résidente"]);
    room.keys("oIsolement<Esc><Left><C-Right>")
        .see(&["pour l'écart D2", "C1 Isolement"]);
    assert_eq!(analysis(&room).factors.at(0).unwrap().deviations.len(), 1);
    room.keys("o<Esc>");
    assert_eq!(analysis(&room).factors.len(), 1);
    assert_eq!(analysis(&room).factors.at(0).unwrap().deviations.len(), 2);
    assert_eq!(analysis(&room).answers.len(), 1);
    room.keys("<C-Left><C-Left>").see(&["pour tous les écarts"]);
}

#[test]
fn a_no_after_a_yes_keeps_the_factor_and_says_so() {
    let mut room = walking(Lang::Fr);
    room.keys("oIsolement<Esc><Left>n")
        .see(&["C1 reste dans la liste"]);
    assert_eq!(reply(&room, "E1"), Reply::No);
    room.keys("g")
        .see(&["Isolement", "la grille dit maintenant", "« non »"]);
    room.keys("d");
    assert!(analysis(&room).factors.is_empty());
}

#[test]
fn a_yes_without_words_takes_those_of_its_question() {
    let mut room = walking(Lang::Fr);
    room.keys("o<Esc>");
    let factor = analysis(&room).factors.at(0).unwrap();
    assert_eq!(factor.what.as_str(), "Contexte social du patient");
    room.keys("<Left><Enter>")
        .see(&["C1 · E1 Contexte social du patient"]);
    room.keys("<Esc>").see(&["La situation sociale"]);
}

#[test]
fn an_answer_that_is_no_yes_can_hold_its_proof() {
    let mut room = walking(Lang::Fr);
    room.keys("p<Left><Enter>La famille n'a pas été entendue<Esc>");
    assert_eq!(reply(&room, "E1"), Reply::Unknown);
    let note = &analysis(&room).answers[0].note;
    assert_eq!(note.as_str(), "La famille n'a pas été entendue");
}

#[test]
fn more_principal_factors_than_the_grid_allows_are_said_never_refused() {
    let mut room = walking(Lang::Fr);
    room.keys("oUn<Tab>1<Esc>oDeux<Tab>1")
        .see(&["2 facteurs principaux", "la grille en prévoit 1"]);
    let roles = analysis(&room).factors.iter().map(|f| f.role);
    assert!(roles.eq([FactorRole::Principal, FactorRole::Principal]));
}

#[test]
fn factors_mostly_on_persons_raise_a_question_about_the_system() {
    let mut room = walking(Lang::Fr);
    room.keys("sssssss").see(&["H1 Liés au patient"]);
    room.keys("oInquiète<Esc>")
        .see(&["Plus de la moitié parle des personnes"]);
    room.keys("<Left><Enter><Tab><Tab><Tab><Tab><Space>");
    assert_eq!(analysis(&room).factors.at(0).unwrap().keywords.len(), 1);
}

#[test]
fn factors_are_added_freely_and_coded_afterwards() {
    let mut room = walking(Lang::Fr);
    room.keys("g").see(&["Aucun facteur", "Pourquoi"]);
    room.keys("aDeux piluliers identiques<Esc>e<S-Tab>");
    room.keys("<Esc>e");
    for _ in 0..5 {
        room.keys("<Tab>");
    }
    room.keys("<Down><Space><Esc>");
    let factor = analysis(&room).factors.at(0).unwrap();
    assert_eq!(factor.codes[0].item.as_str(), "E2.1");
    assert_eq!(reply(&room, "E2.1"), Reply::Yes);
    room.keys("a<Esc>");
    assert_eq!(analysis(&room).factors.len(), 1);
}

#[test]
fn whys_make_a_chain_under_a_deviation_and_show_in_the_tree() {
    let mut room = walking(Lang::Fr);
    room.keys("oIsolement<Esc>g<Tab>a")
        .see(&["Pourquoi cet écart a-t-il été possible"]);
    room.keys("Les plateaux se ressemblent<Esc>a")
        .see(&["Pourquoi cette condition existait-elle"]);
    room.keys("Même couleur pour deux étages<Esc>");
    let whys = &analysis(&room).whys;
    assert_eq!(whys.at(1).unwrap().parent, Some(whys.at(0).unwrap().id));
    assert_eq!(whys.at(1).unwrap().deviation.unwrap().to_string(), "D1");
    room.keys("g").see(&[
        "De l'écart aux causes",
        "C1 Isolement",
        "→ Même couleur pour deux étages",
    ]);
    room.keys("<Down><Enter>").see(&["C1 · E1"]);
    room.keys("<Esc>ggg").see(&["E2.1"]);
}

#[test]
fn answers_are_undone_one_by_one() {
    let mut room = walking(Lang::Fr);
    room.keys("nn<C-z>");
    assert_eq!(
        (reply(&room, "E1"), reply(&room, "E2.1")),
        (Reply::No, Reply::Open)
    );
    room.keys("<C-z><C-z>");
    assert!(analysis(&room).grids.is_empty());
    room.see(&["Avec quelle grille"]);
}

#[test]
fn after_a_kill_the_same_question_and_the_same_field_are_there() {
    let mut room = walking(Lang::Fr);
    room.keys("nns<C-Right>oBru");
    let mut room = again(&room, setup(Lang::Fr));
    room.keys("it<Esc>").see(&["pour l'écart D1"]);
    assert_eq!(
        analysis(&room).factors.at(0).unwrap().what.as_str(),
        "Bruit"
    );
    let mut later = again(&room, setup(Lang::Fr));
    // The first key takes away what was said of the recovery.
    later.keys("<C-Right><C-Left>");
    assert_eq!(later.screen(), room.screen());
}

#[test]
fn in_english_the_answers_have_their_own_keys() {
    let mut room = walking(Lang::En);
    room.see(&[
        "Y yes, it contributed",
        "N no",
        "U not known",
        "X does not apply",
    ]);
    room.keys("yIsolation<Esc>nux");
    let replies: Vec<Reply> = ["E1", "E2.1", "E2.2", "E2.3"]
        .map(|i| reply(&room, i))
        .to_vec();
    assert_eq!(
        replies,
        [Reply::Yes, Reply::No, Reply::Unknown, Reply::NotApplicable]
    );
    room.see(&["4 of 27 explored", "1 factor"]);
}

#[test]
fn thirty_factors_and_long_wordings_hold_at_every_size() {
    let mut room = walking(Lang::Fr);
    room.keys("g");
    for n in 0..30 {
        room.keys(&format!("aFacteur numéro {n} dont la formulation prend plusieurs lignes parce que le groupe a tenu à tout dire<Esc>"));
    }
    assert_eq!(analysis(&room).factors.len(), 30);
    room.keys("<End>").see(&["C30", "numéro 29"]);
    for (w, h) in [(60, 20), (80, 24), (120, 40), (200, 60)] {
        room.resize(w, h).see(&["C30"]);
        room.keys("gggg")
            .see(&["La situation sociale", "30 facteurs", "oui, a contribué"]);
        room.keys("g<End>");
    }
}

#[test]
fn a_click_on_an_answer_gives_it() {
    let mut room = walking(Lang::Fr);
    room.click("on ne sait pas");
    assert_eq!(reply(&room, "E1"), Reply::Unknown);
}

#[test]
fn the_last_question_says_that_it_is_the_last() {
    let mut room = walking(Lang::Fr);
    for _ in 0..27 {
        room.keys("s");
    }
    room.see(&["C'est la dernière question", "27 sur 27"]);
    let lone = Room::with_team(Setup::default());
    assert!(lone.shell.app().desk.session().is_none());
}
