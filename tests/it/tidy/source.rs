//! Layers, the absences kept, lengths of files, content that is loaded.

use super::{Source, files, none};

/// The rooms from the lowest on; those of one row do not use each other.
const LAYERS: [&[&str]; 9] = [
    &["domain"],
    &["content", "words"],
    &["guard"],
    &["library"],
    &["training"],
    &["documents"],
    &["store"],
    &["cli", "tui"],
    &["main", "lib"],
];

/// Files of more than 400 lines, each with its reason.
const LONG: [(&str, &str); 1] = [("src/domain/session.rs", "names every noun of a session")];

const MAX_LINES: usize = 400;

fn level(room: &str) -> Option<usize> {
    LAYERS.iter().position(|row| row.contains(&room))
}

/// Every place where a rule is broken: the file, the line and what stands there.
fn broken(sources: &[Source], bad: impl Fn(&Source, &str) -> bool) -> Vec<String> {
    let mut out = Vec::new();
    for source in sources.iter().filter(|s| !s.is_test()) {
        let lines = source.code().filter(|(_, line)| bad(source, line));
        out.extend(lines.map(|(n, line)| format!("{}:{n}: {}", source.name, line.trim())));
    }
    out
}

/// Whether `word` stands in `line` as a word of its own.
fn has(line: &str, word: &str) -> bool {
    let letter = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        !line[..at].ends_with(letter) && !line[at + word.len()..].starts_with(letter)
    })
}

#[test]
fn no_room_uses_one_above_or_beside_it() {
    let sources = files("src", ".rs");
    let mut seen = 0;
    for source in &sources {
        assert!(
            level(source.room()).is_some(),
            "{} is in no layer",
            source.name
        );
        seen += usize::from(source.room() == "domain");
    }
    assert!(seen > 10, "the source was not found");
    let up = broken(&sources, |source, line| {
        let here = level(source.room()).unwrap();
        let used = line.split("crate::").skip(1).map(|rest| {
            rest.split(|c: char| !c.is_alphanumeric() && c != '_')
                .next()
                .unwrap_or_default()
        });
        let mut above = used.filter(|room| *room != source.room()).filter_map(level);
        above.any(|other| other >= here)
    });
    none(&up, "a room uses only rooms below it");
}

#[test]
fn only_the_theme_names_a_colour() {
    let words = ["Color", "Stylize", "fg", "bg", "Rgb", "Indexed"];
    let found = broken(&files("src", ".rs"), |source, line| {
        // What is drawn is sent as the escape codes of its colours there, whatever they are.
        let allowed =
            source.name.starts_with("src/tui/theme") || source.name == "src/tui/run/frame.rs";
        !allowed && words.iter().any(|word| has(line, word))
    });
    none(&found, "colours are named in tui/theme alone");
}

#[test]
fn only_the_loop_knows_the_terminal() {
    let found = broken(&files("src", ".rs"), |source, line| {
        !source.name.starts_with("src/tui/run") && has(line, "crossterm")
    });
    none(&found, "crossterm is used in tui/run alone");
    let drawn = broken(&files("src", ".rs"), |source, line| {
        source.room() != "tui" && has(line, "ratatui")
    });
    none(&drawn, "ratatui is used in tui alone");
}

#[test]
fn only_the_outer_rooms_touch_the_world() {
    let touching = [
        "std::fs",
        "std::io",
        "std::env",
        "std::process",
        "std::thread",
        "std::net",
        "Instant",
        "SystemTime",
        "Local::now",
        "Utc::now",
        "fs::read",
        "fs::write",
        "File::open",
        "new_v4",
    ];
    let found = broken(&files("src", ".rs"), |source, line| {
        let outside = ["store", "cli", "main"].contains(&source.room());
        let hands = ["src/tui/shell.rs", "src/tui/run/"];
        let hands = hands.iter().any(|name| source.name.starts_with(name)) || is_shell(source);
        // Bytes in memory are no effect; what packs them asks for these traits.
        let memory = line.trim() == "use std::io::{Cursor, Write as _};";
        !outside && !hands && !memory && touching.iter().any(|word| line.contains(word))
    });
    none(
        &found,
        "an effect is performed by store, cli, tui/shell and tui/run alone",
    );
    let found = broken(&files("src/tui", ".rs"), |source, line| {
        !is_shell(source) && source.name != "src/tui/shell.rs" && has(line, "Store")
    });
    none(&found, "on the screen's side only the shell has the store");
}

/// Files of the store that ask the system itself, each with its reason.
const BESIDE_THE_DISK: [(&str, &str); 5] = [
    (
        "src/store/lock.rs",
        "the name of the machine lies in no workspace",
    ),
    (
        "src/store/archive.rs",
        "an archive is made in a folder that is none yet",
    ),
    ("src/store/modes.rs", "the disk knows no modes"),
    (
        "src/store/scrub/own.rs",
        "links are told apart before they are followed",
    ),
    (
        "src/store/scrub/documents.rs",
        "links are told apart before they are followed",
    ),
];

/// Whether a line asks the system what lies on a disk, or changes it.
fn asks_the_system(line: &str) -> bool {
    let called = |path: &str| {
        line.match_indices(path).any(|(at, _)| {
            let name = line[at + path.len()..].split(|c: char| !c.is_lowercase() && c != '_');
            let name = name.into_iter().next().unwrap_or_default();
            let called = line[at + path.len() + name.len()..].starts_with('(');
            let longer = line[..at].ends_with(char::is_alphanumeric);
            called && !name.is_empty() && !longer
        })
    };
    let asked = [
        ".exists()",
        ".is_file()",
        ".is_dir()",
        ".is_symlink()",
        ".metadata()",
        ".symlink_metadata()",
        ".canonicalize()",
        ".read_dir()",
    ];
    // What the disk told is asked in the same words.
    let of_path = |call: &&str| {
        line.match_indices(*call)
            .any(|(at, _)| !line[..at].ends_with("meta") && !line[..at].ends_with("there"))
    };
    called("fs::") || called("File::") || asked.iter().any(of_path)
}

#[test]
fn what_lies_in_a_workspace_is_asked_of_the_disk_alone() {
    let found = broken(&files("src/store", ".rs"), |source, line| {
        let disk = source.name.starts_with("src/store/disk");
        let beside = BESIDE_THE_DISK.iter().any(|(name, _)| *name == source.name);
        !disk && !beside && asks_the_system(line)
    });
    none(&found, "the store asks the system through store/disk alone");
}

/// Parts of the shell in files of their own.
fn is_shell(source: &Source) -> bool {
    source.name.starts_with("src/tui/shell/")
}

#[test]
fn nothing_reaches_the_network() {
    let words = [
        "std::net",
        "TcpStream",
        "UdpSocket",
        "TcpListener",
        "ToSocketAddrs",
        "reqwest",
        "ureq",
        "hyper",
    ];
    let found = broken(&files("src", ".rs"), |_, line| {
        words.iter().any(|word| line.contains(word))
    });
    none(&found, "nothing reaches the network");
}

/// The crates that are built in, each looked at: none opens a connection by itself. Those that only hand on what the system can do
/// (`libc`, `rustix`, `mio`, `windows-sys`) could, if they were asked to.
const KNOWN: &str = include_str!("crates.txt");

#[test]
fn no_crate_is_built_in_that_was_not_looked_at_for_connections() {
    let lock = include_str!("../../../Cargo.lock");
    let names = lock
        .lines()
        .filter_map(|line| line.strip_prefix("name = \""));
    let names: Vec<&str> = names.map(|name| name.trim_end_matches('"')).collect();
    assert!(names.len() > 50, "the crates were not found");
    let known: Vec<&str> = KNOWN.lines().chain(["crex"]).collect();
    let found = names.iter().filter(|name| !known.contains(name));
    let found: Vec<String> = found.map(|name| (*name).to_owned()).collect();
    none(&found, "each crate was looked at: it opens no connection");
}

#[test]
fn nothing_gives_up_or_is_left_for_later() {
    let words = [
        ".unwrap()",
        ".expect(",
        "panic!(",
        "todo!(",
        "unimplemented!(",
        "dbg!(",
    ];
    let found = broken(&files("src", ".rs"), |_, line| {
        words.iter().any(|word| line.contains(word))
    });
    none(&found, "no unwrap, expect or panic outside tests");
    let marks = ["TODO", "FIXME", "XXX", "HACK"];
    let mut left = Vec::new();
    for source in files("src", ".rs") {
        let lines = source.text.lines().zip(1..);
        let marked = lines.filter(|(line, _)| marks.iter().any(|mark| has(line, mark)));
        left.extend(marked.map(|(_, n)| format!("{}:{n}", source.name)));
    }
    none(&left, "nothing is left for later");
}

#[test]
fn no_file_is_long_without_a_reason() {
    let mut long = Vec::new();
    let mut excused = 0;
    for source in files("src", ".rs").iter().chain(&files("tests", ".rs")) {
        // The tests at the end of a file are read on their own.
        let lines = source.text.lines();
        let code = lines
            .take_while(|line| !line.starts_with("#[cfg(test)]"))
            .count();
        let allowed = LONG.iter().any(|(name, _)| *name == source.name);
        excused += usize::from(allowed && code > MAX_LINES);
        if code > MAX_LINES && !allowed {
            long.push(format!("{}: {code} lines", source.name));
        }
    }
    none(&long, "files have at most 400 lines");
    assert_eq!(excused, LONG.len(), "a file that is short needs no reason");
}

#[test]
fn every_file_of_content_is_loaded() {
    let code: String = files("src", ".rs").into_iter().map(|s| s.text).collect();
    let content = files("src/content", ".ron");
    assert!(content.len() > 10, "the content was not found");
    for file in content {
        let name = file.name.trim_start_matches("src/content/");
        let loaded = [
            format!("include_str!(\"{name}\")"),
            format!("content/{name}\")"),
        ];
        assert!(
            loaded.iter().any(|call| code.contains(call)),
            "{name} is not loaded"
        );
    }
    for file in files("sessions/examples", ".ron") {
        let call = format!("include_str!(\"../../{}\")", file.name);
        assert!(code.contains(&call), "{} is not shipped", file.name);
    }
}

#[test]
fn shell_scripts_and_sources_end_their_lines_alike() {
    for source in files("src", "").iter().chain(&files("tests", ".rs")) {
        assert!(
            !source.text.contains('\r'),
            "{} has carriage returns",
            source.name
        );
        assert!(
            source.text.ends_with('\n'),
            "{} has no last line break",
            source.name
        );
    }
}
