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
        .answers(&["anticoagulants", "fourni"]);
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
