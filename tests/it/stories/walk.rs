//! The walk through a grid: going to any question, leaving out those that are answered, a second grid, another grid midway,
//! what is left to be checked, and how complete it all is.

use super::scene::{self, again, deviation, room, setup};
use crate::harness::Room;
use crex::content;
use crex::domain::agenda::StepKind;
use crex::domain::analysis::{Analysis, Factor, Reply};
use crex::domain::code::{Code, Lang};
use crex::domain::completeness::coverage;

/// The deviations of case 1, two anticoagulants on coming home from hospital, each with its items of CADYA and of ALARM.
const CASE: [(&str, &[&str], &[&str]); 7] = [
    (
        "Sortie sans transmission directe",
        &["E3.1", "P3.2", "P4"],
        &["4.4", "2.5", "7.2"],
    ),
    (
        "Changement d'anticoagulant non mis en évidence",
        &["T2.1", "P2.1"],
        &["2.1", "4.3"],
    ),
    (
        "Délivrance sans historique ni appel",
        &["E2.1", "T2.1", "P2.2"],
        &["4.3", "2.3", "5.7"],
    ),
    (
        "Pilulier préparé sur un plan périmé",
        &["P3.2", "P2.4", "H2"],
        &["4.4", "2.4", "3.2"],
    ),
    (
        "Lettre reçue non lue",
        &["T2.2", "P4"],
        &["5.5", "6.2", "2.4"],
    ),
    ("Alerte non remontée", &["P3.1", "E1"], &["4.4", "1.4"]),
    (
        "Patiente et fille non informées",
        &["P3.3", "H4", "H1"],
        &["4.2", "1.4"],
    ),
];

pub fn open(lang: Lang, n: usize) -> Room {
    let setup = setup(lang);
    let mut session = scene::session(setup);
    for (observed, ..) in CASE.iter().take(n) {
        deviation(&mut session, 0, observed, "Selon la règle");
    }
    room(setup, session, StepKind::Factors)
}

/// A room where the walk with CADYA, the second on offer in a nursing home, has begun.
pub fn walking(lang: Lang, n: usize) -> Room {
    let mut room = open(lang, n);
    room.keys("<Down><Enter>");
    room
}

pub fn analysis(room: &Room) -> &Analysis {
    room.session().analysis().unwrap()
}

fn reply(room: &Room, item: &str) -> Reply {
    let grid = analysis(room).grids[0].grid.clone();
    analysis(room).reply(&grid, &item.into())
}

/// The factor that bears a code of CADYA.
pub fn of_item<'a>(room: &'a Room, item: &str) -> &'a Factor {
    let mut factors = analysis(room).factors.iter();
    let held = |f: &&Factor| f.codes.iter().any(|c| c.item.as_str() == item);
    factors.find(held).unwrap()
}

pub fn codes(factor: &Factor, grid: &str) -> Vec<(String, bool)> {
    let those = factor.codes.iter().filter(|c| c.grid.as_str() == grid);
    those.map(|c| (c.item.to_string(), c.mapped)).collect()
}

/// Case 1 walked with CADYA, deviation by deviation, going straight to each question.
fn case_one() -> Room {
    let mut room = walking(Lang::Fr, CASE.len());
    for (observed, items, _) in CASE {
        room.keys("<C-Right>").see(&[observed]);
        for item in items {
            room.keys(&format!("l{item}<Enter>oFacteur {item}<Esc>"));
        }
    }
    room
}

#[test]
fn any_question_is_found_by_a_word_or_its_code() {
    let mut room = walking(Lang::Fr, 2);
    room.keys("nsl").see(&[
        "Les questions de la grille",
        "Toutes les questions : 27",
        "E1 Contexte social du patient",
        "non",
    ]);
    room.keys("<Esc>lDEFAILLANCE").see(&[
        "Toutes les questions : 1",
        "T2.2 Défaillance du système de communication",
    ]);
    room.keys("<Enter>")
        .see(&["Un outil (messagerie sécurisée"]);
    room.keys("lzzz")
        .see(&["Aucune question ici", "Tab montre les autres"]);
    room.keys("<Esc>").see(&["Un outil (messagerie sécurisée"]);

    let mut room = walking(Lang::En, 1);
    room.keys("l")
        .see(&["The questions of the grid", "Type a word or a code"]);
    room.keys("interrup<Enter>")
        .see(&["Did an interruption (telephone, visitor"]);
}

#[test]
fn a_filter_leaves_only_what_still_needs_the_group() {
    let mut room = walking(Lang::Fr, 2);
    room.keys("nps<Left><Left><Left>l<Tab>")
        .see(&["Questions ouvertes : 24"]);
    room.keys("<Enter>").see(&["E2.3", "Questions ouvertes"]);
    room.keys("n").see(&["E2.4"]);
    room.keys("<Left>")
        .see(&["il n'y en a pas d'autre dans ce sens"]);

    room.keys("l<Tab>")
        .see(&["Questions « ne sait pas » : 1", "E2.1"]);
    room.keys("<Enter>")
        .see(&["Le soin a-t-il été ajouté", "on ne sait pas"]);
    // The filter and the question are there after a kill.
    let mut later = again(&room, setup(Lang::Fr));
    later.keys("<C-Right><C-Left>");
    assert_eq!(later.screen(), room.screen());

    room.keys("l<Tab>")
        .see(&["Cette dimension : 7", "Facteurs environnementaux"]);
    room.keys("<Esc><C-Right>l<Tab>").see(&["Cette dimension"]);
    room.keys("<Tab>").see(&["Ce qui explique l'écart : 0"]);
    room.keys("<S-Tab><S-Tab><S-Tab><S-Tab>")
        .see(&["Toutes les questions : 27"]);
}

#[test]
fn switching_case_one_from_cadya_to_alarm_loses_nothing_and_proposes_the_mapping() {
    let mut room = case_one();
    let before = analysis(&room).clone();
    let coded = before.factors.len();
    assert_eq!(coded, 15);

    room.keys("c<F1>")
        .see(&["garde une grille et ses réponses"]);
    room.keys("<Esc>").see(&[
        "Les grilles de cette analyse",
        "d'après CADYA",
        "15 sur 27",
        "celle de l'équipe",
    ]);
    room.keys("<Enter>").see(&[
        "Passer à la grille d'après ALARM",
        "Facteur E3.1",
        "7.2 Politique de santé publique régionale",
        "proposé",
    ]);
    assert_eq!(*analysis(&room), before, "nothing changes before Enter");
    room.keys("<Enter>")
        .see(&["Facteurs liés au patient", "1.1"]);

    let after = analysis(&room);
    assert_eq!(after.answers, before.answers);
    assert_eq!(after.grids[0].grid.as_str(), "alarm");
    assert!(after.grids[1].set_aside && !after.grids[0].set_aside);
    for factor in before.factors.iter() {
        let held = after.factors.get(factor.id).unwrap();
        assert_eq!(codes(held, "cadya"), codes(factor, "cadya"));
        assert_eq!(held.deviations, factor.deviations);
        let from = &factor.codes[0].item;
        let wanted = content::mapped(&"cadya".into(), from, &"alarm".into());
        let wanted: Vec<(String, bool)> =
            wanted.iter().map(|c| (c.item.to_string(), true)).collect();
        assert_eq!(codes(held, "alarm"), wanted, "{from}");
    }
    // Every code of the expert key can be confirmed at its deviation.
    for ((_, items, expected), deviation) in CASE.iter().zip(after.deviations.iter()) {
        let proposed: Vec<String> = items
            .iter()
            .flat_map(|item| codes(of_item(&room, item), "alarm"))
            .map(|(item, _)| item)
            .collect();
        for code in *expected {
            assert!(
                proposed.iter().any(|p| p == code),
                "{} {code}",
                deviation.id
            );
        }
    }

    room.keys("<C-z>");
    assert_eq!(*analysis(&room), before, "one undo takes all of it back");
    room.keys("<C-y>c<Down>").see(&["15 sur 27, de côté"]);
    room.keys("<Enter>");
    let grid = content::grid(&"cadya".into()).unwrap();
    assert_eq!(coverage(analysis(&room), grid).yes, 15);
    assert!(!analysis(&room).grids[0].set_aside);
}

#[test]
fn proposed_codes_are_confirmed_refused_or_left_for_later() {
    let mut room = walking(Lang::Fr, 1);
    room.keys("lT2.1<Enter>oLettre absente<Esc>lP2.2<Enter>oContrôle sauté<Esc>");
    // In the order of the factors: 4.3, then 2.1, 2.4, 2.3.
    room.keys("c<Enter><Space><Down><Space><Space><Down>")
        .see(&["✓ 4.3", "✗ 2.1", "confirmé", "écarté"]);
    room.keys("<Enter>");
    assert_eq!(
        codes(of_item(&room, "T2.1"), "alarm"),
        [("4.3".to_owned(), false)]
    );
    let left = [("2.4".to_owned(), true), ("2.3".to_owned(), true)];
    assert_eq!(codes(of_item(&room, "P2.2"), "alarm"), left);
    assert_eq!(reply(&room, "4.3"), Reply::Yes);
    assert_eq!(reply(&room, "2.4"), Reply::Open);

    room.keys("l2.4<Enter>")
        .see(&["C2 Contrôle sauté (proposé)"]);
    room.keys("o").see(&["C2 · 2.4"]);
    room.keys("<Esc>");
    assert_eq!(analysis(&room).factors.len(), 2, "no factor is made twice");
    assert!(!codes(of_item(&room, "P2.2"), "alarm")[0].1);
    room.keys("g")
        .see(&["Contrôle sauté", "2.3 Aides à la", "(proposé)"]);
}

#[test]
fn what_nothing_answers_to_is_listed_and_kept() {
    let mut room = walking(Lang::En, 1);
    room.keys("lT2.1<Enter>yLetter missing<Esc>c<Down><Down><Enter>")
        .see(&[
            "Going over to the grid six steps",
            "No match: kept as they are",
            "C1 Letter missing",
        ]);
    room.keys("<Enter>").see(&["OT.1"]);
    assert_eq!(analysis(&room).grids[0].grid.as_str(), "orion");
    assert_eq!(
        codes(of_item(&room, "T2.1"), "cadya"),
        [("T2.1".to_owned(), false)]
    );
}

#[test]
fn what_is_to_be_checked_gathers_in_one_list() {
    let mut room = walking(Lang::Fr, 1);
    room.keys("v").see(&["À vérifier", "Rien à vérifier"]);
    room.keys("<Esc>poBruit<Tab><Tab>3<Tab>cadre de nuit<Esc>v")
        .see(&[
            "C1 Bruit",
            "facteur",
            "par cadre de nuit",
            "E1 Contexte social du patient",
            "ne sait pas",
            "par qui ? personne n'est nommé",
        ]);
    room.keys("<Enter>").see(&["Vérifié par", "cadre de nuit"]);
    let record = crex::documents::record::record(room.session());
    let text = crex::documents::markdown::markdown(&record);
    for said in ["#### À vérifier", "cadre de nuit", "personne n'est nommé"] {
        assert!(text.contains(said), "{said} in\n{text}");
    }
    room.keys("<Esc>v<Down><Enter>")
        .see(&["La situation sociale", "on ne sait pas"]);
}

#[test]
fn one_key_goes_to_the_first_thing_missing_and_the_gauge_says_how_much_there_is() {
    let mut room = walking(Lang::Fr, 1);
    room.keys("n<F2>")
        .see(&["Analyse complète à", "Manque encore à l'analyse", "F3"]);
    room.keys("<Esc><F3>");
    // The scene has no barrier yet.
    room.see(&["Écarts et barrières"]);
    scene_with_barrier(Lang::En);
}

/// With a barrier that worked, the first thing missing is the walk itself.
fn scene_with_barrier(lang: Lang) {
    let mut session = scene::session(setup(lang));
    deviation(&mut session, 0, "Tray mixed up", "Identity checked");
    scene::barrier(&mut session, "Identity asked at the bedside");
    session
        .analysis_mut()
        .unwrap()
        .barriers
        .for_each_mut(|b| b.state = crex::domain::analysis::BarrierState::Worked);
    let mut room = room(setup(lang), session, StepKind::Factors);
    room.keys("<Down><Enter>nn<Left><Left><F3>")
        .see(&["E2.2 Place of care"]);
    let margin = room.resize(120, 40);
    margin.see(&["Analysis", "% complete", "The analysis also lacks"]);
}

#[test]
fn a_method_with_a_way_of_its_own_asks_its_question_at_each_step() {
    let mut room = open(Lang::Fr, 1);
    room.keys("<Down><Down><Enter>").see(&["Domaine technique"]);
    room.keys("<F2>").see(&[
        "4. Facteurs contributifs et influents",
        "Qu'est-ce qui a rendu cet écart possible ou probable ?",
    ]);
}

#[test]
fn no_question_of_a_grid_can_be_read_the_other_way_round() {
    // « oui » means « a contribué »: no question asks whether things were as they should be, or begins as one that yes does
    // not answer.
    let open = [
        "Comment ",
        "Combien ",
        "Qui ",
        "Qu'",
        "Quel ",
        "Dans quel",
        "Entre ",
        "How ",
        "What ",
        "Who ",
        "In what ",
    ];
    for grid in content::grids() {
        for (_, item) in grid.leaves() {
            for asked in [item.question.fr.as_str(), item.question.en.as_str()] {
                let bad = open.iter().find(|start| asked.starts_with(**start));
                assert!(bad.is_none(), "{} {}: {asked}", grid.id, item.id);
            }
        }
    }
}

#[test]
fn thirty_seven_questions_and_long_words_hold_at_every_size() {
    let mut room = open(Lang::Fr, 2);
    room.keys("<Home><Enter>");
    for _ in 0..12 {
        room.keys("n");
    }
    for (w, h) in [(60, 20), (80, 24), (120, 40), (200, 60)] {
        room.resize(w, h);
        room.see(&["oui, a contribué", "sur 37"]);
        room.keys("l").see(&["Toutes les questions : 37"]);
        room.keys("<Esc>c").see(&["Les grilles de cette analyse"]);
        room.keys("<Esc>v").see(&["À vérifier"]);
        room.keys("<Esc>");
    }
    assert_eq!(reply(&room, "1.1"), Reply::No);
    assert_eq!(Code::from("alarm"), analysis(&room).grids[0].grid);
}
