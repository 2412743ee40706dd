//! `crex train`: the cases there are, what is wrong with one.

use super::Machine;
use std::fs;

#[test]
fn the_cases_that_come_with_crex_are_listed() {
    let machine = Machine::new();
    machine
        .run(&["train"])
        .ends(0)
        .without_message()
        .answers(&["anticoagulants", "débutant", "fourni"])
        .answers(&[
            "potassium",
            "evening-medicines",
            "unread-scan",
            "tempos, cadya",
            "120",
        ]);
    machine
        .english(&["train", "list"])
        .ends(0)
        .without_message()
        .answers(&["anticoagulants", "shipped"]);
    assert!(!machine.workspace().exists(), "looking makes no folder");
}

#[test]
fn a_file_that_is_no_case_is_named_where_it_lies() {
    let machine = Machine::with(&[]);
    let folder = machine.workspace().join("scenarios");
    fs::create_dir_all(&folder).unwrap();
    fs::write(
        folder.join("essai.ron"),
        "(schema: 1, id: \"essai\",\n  title: 3)",
    )
    .unwrap();
    machine
        .run(&["train", "list"])
        .ends(0)
        .answers(&["essai.ron", "à corriger"])
        .says(&["essai.ron", "ligne 2, colonne 9"]);
    machine
        .english(&["check"])
        .ends(1)
        .answers(&["essai.ron", "line 2, column 9"]);
    machine
        .run(&["train", "check", "absent.ron"])
        .ends(1)
        .says(&["introuvable"]);
}

#[test]
fn a_case_is_begun_named_and_never_written_over() {
    let machine = Machine::with(&[]);
    machine
        .run(&["train", "new", "--title", "Chute la nuit"])
        .ends(0)
        .answers(&["chute-la-nuit.ron"])
        .says(&["crex train check"]);
    let path = machine.workspace().join("scenarios/chute-la-nuit.ron");
    let first = fs::read_to_string(&path).unwrap();
    assert!(first.contains("id: \"chute-la-nuit\"") && first.contains("title: \"Chute la nuit\""));
    machine
        .run(&["train", "new", "--title", "Chute la nuit"])
        .ends(0)
        .answers(&["chute-la-nuit-2.ron"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), first);
    machine
        .english(&["train", "new", "--grid", "alarm", "-o", "mine.ron"])
        .ends(0)
        .answers(&["mine.ron"]);
    let mine = fs::read_to_string(machine.path("mine.ron")).unwrap();
    assert!(mine.contains("grids: [\"alarm\"]") && mine.contains("item: \"1.1\""));
    machine
        .english(&["train", "new", "-o", "mine.ron"])
        .ends(1)
        .says(&["mine.ron", "exists"]);
    assert_eq!(fs::read_to_string(machine.path("mine.ron")).unwrap(), mine);
    machine
        .run(&["train", "new", "--grid", "alarme"])
        .ends(2)
        .says(&["alarme", "cadya, alarm"]);
}

#[test]
fn a_case_begun_is_checked_until_it_is_written() {
    let machine = Machine::with(&[]);
    machine
        .run(&["train", "new"])
        .ends(0)
        .answers(&["nouveau-cas.ron"]);
    let path = machine.workspace().join("scenarios/nouveau-cas.ron");
    let name = path.to_string_lossy().into_owned();
    machine.run(&["train", "check", &name]).ends(1).answers(&[
        "title\u{a0}» reste à écrire",
        "cards\u{a0}1, text\u{a0}» reste à écrire",
        "ligne",
    ]);
    let text = fs::read_to_string(&path).unwrap();
    let written: String = text
        .lines()
        .map(|line| match line.split_once("\"à écrire") {
            Some((before, after)) => {
                let (_, rest) = after.split_once('"').unwrap();
                format!("{before}\"Un texte.\"{rest}\n")
            }
            None => format!("{line}\n"),
        })
        .collect();
    fs::write(&path, &written).unwrap();
    machine
        .run(&["train", "check", &name])
        .ends(0)
        .without_message()
        .answers(&["le cas peut être joué", "cartes 1"]);
    machine
        .run(&["check"])
        .ends(0)
        .answers(&["nouveau-cas.ron\u{a0}: bon"]);
    machine
        .run(&["train", "list"])
        .ends(0)
        .without_message()
        .answers(&["nouveau-cas", "de l'équipe", "Un texte."]);
    // Two files of one id and language: the second is named.
    fs::write(machine.workspace().join("scenarios/z.ron"), &written).unwrap();
    machine
        .run(&["train", "list"])
        .ends(0)
        .says(&["z.ron", "déjà celui d'un autre fichier"]);
    fs::write(&path, written.replace("minutes: 1,", "minutes: 99,")).unwrap();
    machine
        .english(&["train", "check", &name])
        .ends(1)
        .answers(&["“cards\u{a0}1, minutes” is 99; take a number from 0 to 30"]);
}
