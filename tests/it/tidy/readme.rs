//! The README and its French twin: keys as in the table, files that exist, commands that are understood.

use super::root;
use crate::harness::{Room, Setup};
use crex::domain::code::Lang;
use crex::domain::session::Session;
use crex::tui::command::Command;
use crex::tui::keymap::{BINDINGS, Binding, PALETTE_ONLY, Scope, key_name};
use crex::tui::shell::Start;
use crex::tui::verbs::named;
use crex::words::Words;
use std::fmt::Write as _;
use std::process::{Command as Process, Stdio};
use std::rc::Rc;
use std::{env, fs};

const BEGIN: &str = "<!-- keys: written by UPDATE=1 cargo test -->";
const END: &str = "<!-- end of keys -->";

/// Places, as a reader knows them, with the scopes that hold there.
const PLACES: &[(&str, &str, &[Scope])] = &[
    ("Partout", "Everywhere", &[Scope::Everywhere]),
    (
        "Partout sauf dans un texte",
        "Everywhere but in a text",
        &[Scope::Letters],
    ),
    ("À l'accueil", "At home", &[Scope::Home]),
    (
        "Pendant une séance",
        "During a meeting",
        &[
            Scope::Meeting,
            Scope::Views,
            Scope::Ballot,
            Scope::Counting,
            Scope::Alike,
            Scope::Sealed,
            Scope::Opening,
            Scope::Closing,
        ],
    ),
    (
        "Dans un texte, d'un champ à l'autre",
        "In a text, from field to field",
        &[Scope::Fields, Scope::Line],
    ),
    (
        "Dans un texte de plusieurs lignes",
        "In a text of several lines",
        &[Scope::Long],
    ),
    ("Devant un choix", "At a choice", &[Scope::Choice]),
    (
        "Dans une liste",
        "In a list",
        &[Scope::List, Scope::Menu, Scope::Retain, Scope::Whys],
    ),
    (
        "Devant une question de la grille",
        "At a question of the grid",
        &[
            Scope::Walk,
            Scope::Grid,
            Scope::Grids,
            Scope::GridList,
            Scope::Finder,
        ],
    ),
    (
        "Devant les codes proposés dans une autre grille",
        "At the codes proposed in another grid",
        &[Scope::Proposals],
    ),
    (
        "En lisant (aide, documents de la séance)",
        "While reading (help, documents of the session)",
        &[Scope::Reading, Scope::Record, Scope::Pieces],
    ),
    (
        "En présentant une analyse",
        "While presenting an analysis",
        &[Scope::Sections],
    ),
    (
        "Devant une image (ligne du temps, tranches, arêtes)",
        "At a picture (line of time, slices, fishbone)",
        &[
            Scope::Picture,
            Scope::Figure,
            Scope::ForDeviation,
            Scope::Fish,
        ],
    ),
    (
        "Dans une simulation",
        "In a simulation",
        &[
            Scope::Played,
            Scope::Frozen,
            Scope::Alone,
            Scope::Card,
            Scope::Test,
            Scope::Compared,
            Scope::Observed,
        ],
    ),
    (
        "Pendant un vote, devant un bulletin",
        "During a vote, at a paper",
        &[Scope::Booth, Scope::Paper, Scope::Slip],
    ),
    (
        "Devant la matrice impact / effort",
        "At the matrix of impact and effort",
        &[Scope::Places],
    ),
    (
        "Devant l'année en chiffres",
        "At the year in figures",
        &[Scope::Year],
    ),
    ("Dans le minuteur", "In the timer", &[Scope::Clock]),
    (
        "En cherchant partout, devant les décisions",
        "While searching everything, at the decisions",
        &[Scope::Finding, Scope::Decisions],
    ),
    (
        "En relisant une séance",
        "While reading a session again",
        &[Scope::Review],
    ),
    (
        "Dans le plan d'actions",
        "In the action plan",
        &[Scope::Plan, Scope::Story, Scope::Reminders],
    ),
    (
        "Devant un dossier chiffré",
        "At an encrypted folder",
        &[Scope::Locked],
    ),
    (
        "Sur le second écran (crex notes)",
        "On the second screen (crex notes)",
        &[Scope::Second, Scope::Apart],
    ),
];

#[test]
fn every_binding_has_a_place_in_the_readme() {
    for binding in BINDINGS {
        let placed = PLACES
            .iter()
            .filter(|place| place.2.contains(&binding.scope))
            .count();
        assert_eq!(placed, 1, "{:?}", binding.scope);
    }
}

#[test]
fn the_keys_of_the_readme_are_those_of_the_program() {
    for (name, lang) in [("README.md", Lang::En), ("README.fr.md", Lang::Fr)] {
        let path = root().join(name);
        let text = fs::read_to_string(&path).unwrap();
        let (before, rest) = text.split_once(BEGIN).unwrap();
        let (_, after) = rest.split_once(END).unwrap();
        let wanted = format!("{before}{BEGIN}\n{}{END}{after}", keys(lang));
        if env::var_os("UPDATE").is_some() {
            fs::write(&path, wanted).unwrap();
        } else {
            assert!(
                text == wanted,
                "{name} tells other keys; UPDATE=1 cargo test writes them"
            );
        }
    }
}

/// What every keyboard does anywhere, and the README says in one sentence.
const PLAIN: [Command; 16] = [
    Command::Up,
    Command::Down,
    Command::Left,
    Command::Right,
    Command::First,
    Command::Last,
    Command::WordLeft,
    Command::WordRight,
    Command::TextStart,
    Command::TextEnd,
    Command::Backspace,
    Command::Erase,
    Command::EraseWord,
    Command::PageUp,
    Command::PageDown,
    Command::Type(' '),
];

/// The table of keys in one language.
fn keys(lang: Lang) -> String {
    let words = Words(lang);
    let french = lang == Lang::Fr;
    let mut out = String::from(if french {
        "\nLes flèches, Début, Fin, les pages, Retour et Suppr font ce qu'elles font partout ; Ctrl+← et Ctrl+→ vont de mot en mot.\n\n| touche | effet |\n|---|---|\n"
    } else {
        "\nArrows, Home, End, pages, Backspace and Delete do what they do anywhere; Ctrl+← and Ctrl+→ go from word to word.\n\n| key | does |\n|---|---|\n"
    });
    if french {
        out = out.replace(" ;", "\u{202f};");
    }
    for (fr, en, scopes) in PLACES {
        let _ = writeln!(out, "| **{}** | |", if french { fr } else { en });
        for (keys, name) in rows(scopes, lang) {
            let _ = writeln!(out, "| {keys} | {name} |");
        }
    }
    let names: Vec<&str> = PALETTE_ONLY.iter().map(|c| c.name(words)).collect();
    let only = if french {
        "Sans touche, dans la palette (Ctrl+P)\u{a0}:"
    } else {
        "Without a key, in the palette (Ctrl+P):"
    };
    let end = if french { "\u{202f}; " } else { "; " };
    let _ = write!(out, "\n{only} {}.\n\n", names.join(end));
    out
}

/// Keys and what they do, one row a command.
fn rows(scopes: &[Scope], lang: Lang) -> Vec<(String, &'static str)> {
    let held = BINDINGS.iter().filter(|b| {
        let plain = PLAIN.contains(&b.command) && b.scope != Scope::Walk;
        scopes.contains(&b.scope) && b.lang.is_none_or(|l| l == lang) && !plain
    });
    let mut rows: Vec<(&'static str, Vec<String>)> = Vec::new();
    for binding in held {
        let name = named(binding.command, &[binding.scope], Words(lang));
        let row = rows
            .iter()
            .position(|(n, _)| *n == name)
            .unwrap_or_else(|| {
                rows.push((name, Vec::new()));
                rows.len() - 1
            });
        for key in shown(binding, lang) {
            if !rows[row].1.contains(&key) {
                rows[row].1.push(key);
            }
        }
    }
    rows.into_iter()
        .map(|(name, keys)| (keys.join(", "), name))
        .collect()
}

/// The keys of a binding; digits once for all.
fn shown(binding: &Binding, lang: Lang) -> Vec<String> {
    let french = lang == Lang::Fr;
    if matches!(binding.command, Command::Pick(_)) {
        return vec![if french { "1 à 9" } else { "1 to 9" }.to_owned()];
    }
    let keys = binding.keys.iter().filter(|key| {
        // A capital is the same key as its letter.
        !matches!(key.code, crex::tui::key::Code::Char(c) if c.is_uppercase())
    });
    keys.map(|key| key_name(*key, lang)).collect()
}

#[test]
fn the_first_commands_are_the_demonstration_and_the_tests() {
    for name in ["README.md", "README.fr.md"] {
        let text = fs::read_to_string(root().join(name)).unwrap();
        let commands: Vec<&str> = text
            .lines()
            .filter(|l| l.starts_with("    "))
            .map(str::trim)
            .take(2)
            .collect();
        assert_eq!(
            commands,
            ["cargo run --release -- demo", "cargo test"],
            "{name}"
        );
    }
}

#[test]
fn every_command_of_the_readme_is_understood() {
    for name in ["README.md", "README.fr.md"] {
        let text = fs::read_to_string(root().join(name)).unwrap();
        let lines = text
            .lines()
            .filter(|l| l.starts_with("    crex "))
            .map(str::trim);
        let mut n = 0;
        for line in lines {
            let command = line.split("  ").next().unwrap();
            let named = |word: &&str| word.chars().all(|c| c.is_ascii_lowercase());
            let args: Vec<&str> = command
                .split_whitespace()
                .skip(1)
                .take_while(named)
                .collect();
            // With --help a command does nothing but be understood, its subcommand included.
            let help = Process::new(env!("CARGO_BIN_EXE_crex"))
                .args(&args)
                .arg("--help")
                .stdin(Stdio::null())
                .output();
            assert!(help.unwrap().status.success(), "{name}: {line}");
            n += 1;
        }
        assert!(n > 5, "{name} tells {n} commands");
    }
}

#[test]
fn every_file_that_the_readme_names_is_there() {
    for name in [
        "README.md",
        "README.fr.md",
        "src/ARCHITECTURE.md",
        ".github/CONTRIBUTING.md",
    ] {
        let path = root().join(name);
        let text = fs::read_to_string(&path).unwrap();
        let links = text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next());
        for link in links.filter(|l| !l.contains("://") && !l.starts_with('#')) {
            assert!(path.parent().unwrap().join(link).exists(), "{name}: {link}");
        }
    }
}

/// The markers around the picture of the screen.
const PICTURE: (&str, &str) = ("<!-- screen -->", "<!-- end of screen -->");

#[test]
fn the_readme_shows_a_whole_screen() {
    for (name, lang) in [("README.md", Lang::En), ("README.fr.md", Lang::Fr)] {
        let path = root().join(name);
        let text = fs::read_to_string(&path).unwrap();
        let (before, rest) = text.split_once(PICTURE.0).unwrap();
        let (shown, after) = rest.split_once(PICTURE.1).unwrap();
        if env::var_os("UPDATE").is_some() {
            let screen = factors(lang);
            let new = format!(
                "{before}{}\n\n```text\n{screen}```\n\n{}{after}",
                PICTURE.0, PICTURE.1
            );
            fs::write(&path, new).unwrap();
            continue;
        }
        let lines: Vec<&str> = shown.trim().lines().collect();
        // A screen of 24 lines between two fences.
        assert_eq!(lines.len(), 26, "{name}");
        assert!(
            lines.iter().all(|line| line.chars().count() <= 80),
            "{name}"
        );
    }
}

/// The step of the factors in the example, as the program draws it.
fn factors(lang: Lang) -> String {
    let folder = Rc::new(tempfile::tempdir().unwrap());
    let example = root().join("sessions/examples/ehpad-midway.ron");
    let bytes = fs::read(&example).unwrap();
    let session: Session = crex::store::parse(&example, &bytes).unwrap().doc;
    let mut store = crate::store::store(folder.path());
    let path = store.create(session, crate::made::noon()).unwrap().path;
    drop(store);
    let setup = Setup {
        lang,
        ..Setup::default()
    };
    let now = crate::examples::at(15, 0);
    let mut room = Room::on(folder, setup, Start::Session(path), now);
    let title = ["Facteurs contributifs", "Contributing factors"];
    for _ in 0..10 {
        if title.iter().any(|title| room.screen().contains(title)) {
            break;
        }
        room.keys("<F8>");
    }
    room.screen()
}
