//! How the program is called: help, languages, wrong usage, no terminal, the demonstration.

use super::{Machine, noon, ran, store};
use crex::domain::agenda::Row;
use std::process::Stdio;

#[test]
fn help_is_ours_in_both_languages() {
    let machine = Machine::new();
    let pages: [&[&str]; 21] = [
        &[],
        &["demo"],
        &["new"],
        &["open"],
        &["list"],
        &["show"],
        &["report"],
        &["actions"],
        &["search"],
        &["check"],
        &["incidents"],
        &["incidents", "list"],
        &["incidents", "add"],
        &["grids"],
        &["grids", "check"],
        &["train"],
        &["train", "list"],
        &["train", "check"],
        &["train", "new"],
        &["completions"],
        &["man"],
    ];
    for page in pages {
        let args: Vec<&str> = page.iter().copied().chain(["--help"]).collect();
        let french = machine.run(&args).ends(0).without_message();
        let french = french
            .answers(&["Utilisation\u{a0}: crex", "Montrer cette aide"])
            .out;
        let english = machine.english(&args).ends(0).without_message();
        let english = english.answers(&["Usage: crex", "Show this help"]).out;
        for theirs in ["Usage", "Commands", "Print ", "possible values", "default:"] {
            assert!(!french.contains(theirs), "{theirs} in {french}");
        }
        for ours in ["Utilisation", "Montrer", "FICHIER", "DOSSIER"] {
            assert!(!english.contains(ours), "{ours} in {english}");
        }
        let usage = french
            .lines()
            .find(|l| l.starts_with("Utilisation"))
            .unwrap();
        assert!(usage.contains(&page.join(" ")), "{usage}");
    }
    let asked = machine.run(&["list", "--help"]).out;
    assert_eq!(machine.run(&["aide", "list"]).ends(0).out, asked);
    assert_eq!(machine.run(&["help", "list"]).ends(0).out, asked);
    let version = machine.run(&["--version"]).ends(0).without_message();
    assert_eq!(
        version.out,
        concat!("crex ", env!("CARGO_PKG_VERSION"), "\n")
    );
}

#[test]
fn the_machine_or_the_option_or_the_setting_says_the_language() {
    let machine = Machine::new();
    let with = |locale: &str, args: &[&str]| {
        let mut command = machine.command(args);
        command.env("LC_ALL", locale).env("LANG", locale);
        ran(&mut command).ends(1).err
    };
    let args = ["show", "nowhere"];
    std::fs::create_dir_all(machine.workspace()).unwrap();
    assert!(with("en_GB.UTF-8", &args).starts_with("No session matches"));
    assert!(with("fr_FR.UTF-8", &args).starts_with("Aucune séance"));
    assert!(with("de_DE.UTF-8", &args).starts_with("Aucune séance"));
    assert!(with("en_GB.UTF-8", &["--lang", "fr", "show", "x"]).starts_with("Aucune"));
    assert!(with("fr_FR.UTF-8", &["show", "x", "--lang=en"]).starts_with("No session"));
    std::fs::write(machine.path("settings.ron"), "(lang: Some(En))").unwrap();
    assert!(with("fr_FR.UTF-8", &args).starts_with("No session"));
}

#[test]
fn what_is_wrongly_written_is_named_with_what_may_have_been_meant() {
    let machine = Machine::new();
    let cases: [(&[&str], &str, &str); 11] = [
        (
            &["opne"],
            "«\u{a0}opne\u{a0}» n'est pas une commande",
            "“opne” is not a command",
        ),
        (&["opne"], "Peut-être «\u{a0}open\u{a0}»", "Perhaps “open”"),
        (
            &["list", "--jsn"],
            "«\u{a0}--jsn\u{a0}»",
            "“--jsn” is not understood",
        ),
        (&["show"], "Il manque <SÉANCE>", "<SESSION> is missing"),
        (
            &["--theme", "rose"],
            "Possible\u{a0}: sombre, clair",
            "Possible: sombre, clair",
        ),
        (
            &["report", "demo", "--format", "pdf"],
            "«\u{a0}pdf\u{a0}» ne convient pas",
            "“pdf” does not fit",
        ),
        (
            &["report", "demo", "-o"],
            "Il manque ce qui va avec",
            "What goes with",
        ),
        (&["list", "extra"], "«\u{a0}extra\u{a0}»", "“extra”"),
        (
            &["incidents"],
            "Il manque la commande",
            "The command to run is missing",
        ),
        (
            &["incidents", "add", "--severity", "9"],
            "Possible\u{a0}: 1, 2, 3, 4, 5",
            "Possible: 1, 2, 3, 4, 5",
        ),
        (
            &["incidents", "add"],
            "a besoin d'un titre ou de faits",
            "needs a title or facts",
        ),
    ];
    for (args, french, english) in cases {
        machine.run(args).ends(2).without_answer().says(&[french]);
        machine
            .english(args)
            .ends(2)
            .without_answer()
            .says(&[english]);
    }
    machine
        .run(&["--lang", "de"])
        .ends(2)
        .says(&["Possible\u{a0}: fr, en"]);
}

#[test]
fn without_a_terminal_the_screen_says_so() {
    let machine = Machine::with(&["Chutes"]);
    for args in [&[][..], &["new"], &["open", "Chutes"]] {
        machine
            .run(args)
            .ends(2)
            .without_answer()
            .says(&["a besoin d'un terminal"]);
        machine
            .english(args)
            .ends(2)
            .without_answer()
            .says(&["needs a terminal"]);
    }
    machine
        .run(&["open", "Autre"])
        .ends(1)
        .says(&["Aucune séance"]);
}

#[test]
fn without_a_terminal_the_demonstration_is_printed_step_by_step() {
    let machine = Machine::new();
    for args in [
        &["demo"][..],
        &["demo", "midway"],
        &["demo", "sealed"],
        &["demo", "close"],
    ] {
        let said = machine.run(args).ends(0);
        assert_eq!(said.err.lines().count(), 1, "{}", said.err);
        let said = said.answers(&["# Compte rendu du CREX", "fictive"]);
        for step in ["Ouverture", "Chronologie", "Facteurs", "Clôture"] {
            let heading = |l: &str| l.starts_with("## ") && l.contains(step);
            assert!(said.out.lines().any(heading), "{step} in {}", said.out);
        }
        assert_eq!(
            said.out.contains("Brouillon"),
            args.len() < 2 || args[1] == "midway"
        );
    }
    for empty in ["empty", "vide"] {
        machine
            .english(&["demo", empty])
            .ends(0)
            .answers(&["# Compte rendu du CREX"]);
    }
    assert!(
        !machine.workspace().exists(),
        "the demonstration made a workspace"
    );
}

#[test]
fn demo_is_a_session_for_show_and_report() {
    let machine = Machine::with(&[]);
    machine
        .run(&["show", "demo"])
        .ends(0)
        .without_message()
        .answers(&["Étapes", "Écarts et barrières", "Il manque"]);
    machine
        .english(&["show", "demo"])
        .ends(0)
        .answers(&["Steps", "Still missing"]);
    let json = machine
        .run(&["show", "demo", "--json"])
        .ends(0)
        .without_message();
    let value: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(value["draft"], true);
    assert!(
        value["session"]["analyses"][0]["facts"]
            .as_array()
            .unwrap()
            .len()
            > 2
    );
    assert_eq!(
        machine.run(&["report", "demo", "--format", "json"]).out,
        json.out
    );
    let record = machine.run(&["report", "demo"]).ends(0).without_message();
    assert_eq!(record.out, machine.run(&["demo"]).out);
}

#[test]
fn who_stops_reading_hears_nothing_more() {
    let machine = Machine::new();
    let mut command = machine.command(&["demo", "sealed"]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(0));
    let err = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert!(!err.contains("panic") && err.lines().count() <= 1, "{err}");
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_a_failure() {
    let machine = Machine::new();
    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    ran(machine.command(&["man"]).stdout(full))
        .ends(1)
        .says(&["disque est plein"]);
}

#[test]
fn every_shell_gets_its_completion_and_the_manual_speaks_both_languages() {
    let machine = Machine::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        machine
            .run(&["completions", shell])
            .ends(0)
            .without_message()
            .answers(&["incidents", "workspace"]);
    }
    machine
        .run(&["man"])
        .ends(0)
        .answers(&[".SH NOM", ".SH OPTIONS", "Commencer une séance"]);
    machine
        .english(&["man"])
        .ends(0)
        .answers(&[".SH NAME", "Begin a session"]);
}

#[test]
fn an_empty_workspace_is_named_with_its_folder() {
    let machine = Machine::with(&[]);
    let folder = machine.workspace().to_string_lossy().into_owned();
    let said = machine.run(&["list"]).ends(0).without_answer();
    said.says(&[&format!("Aucune séance dans {folder}."), "crex new"]);
    let said = machine.english(&["list"]).ends(0);
    said.says(&[&format!("No session in {folder}.")]);
}

#[test]
fn of_a_sealed_session_no_step_is_under_way() {
    let machine = Machine::new();
    machine.put("sealed.ron", include_bytes!("../golden/session-1.ron"));
    let file = machine.workspace().join("sessions/sealed.ron");
    let file = file.to_string_lossy().into_owned();
    let shown = machine.run(&["show", &file]).ends(0);
    let shown = shown.answers(&["scellée", "incomplète"]);
    for word in ["commencée", "à faire"] {
        assert!(!shown.out.contains(word), "{}", shown.out);
    }
    let english = machine.english(&["show", &file]).ends(0);
    english.answers(&["sealed", "incomplete"]);
    let mut store = store(&machine.workspace());
    let mut empty = crate::made::session(1, "Rien");
    empty.agenda.push(Row::new(empty.ids.give()));
    let opened = store.create(empty, noon()).unwrap();
    store.seal(opened.handle, &opened.doc, noon()).unwrap();
    drop(store);
    machine.run(&["show", "Rien"]).answers(&["non faite"]);
    machine.english(&["show", "Rien"]).answers(&["not done"]);
}
