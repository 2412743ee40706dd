//! The doors that are no keys: arguments, names of files, the environment.

use super::harmless;
use crate::made::{noon, session};
use crate::store::store;
use crex::domain::session::Session;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// What a name may hold that a terminal must not get.
const EVIL: &str = "a\u{1b}]0;titre\u{7}\u{1b}[2J\u{202e}b\u{9b}31m\u{200b}\u{7f}";

/// What the built program answers and says, and its exit code.
pub fn run(folder: &Path, args: &[&OsStr]) -> (i32, String) {
    let out = Command::new(env!("CARGO_BIN_EXE_crex"))
        .args(args)
        .current_dir(folder)
        .env("HOME", folder)
        .env("CREX_CONFIG", folder.join("settings.ron"))
        .env("CREX_WORKSPACE", folder.join("ws"))
        .env("HOSTNAME", EVIL)
        .env("LC_ALL", "fr_FR.UTF-8")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = [out.stdout, out.stderr].concat();
    (out.status.code().unwrap(), String::from_utf8(said).unwrap())
}

/// A machine with one session.
pub fn machine() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    store(&folder.path().join("ws"))
        .create(session(1, "Chute"), noon())
        .unwrap();
    folder
}

/// Every subcommand with `name` where it takes a word.
fn commands(name: &OsStr) -> Vec<Vec<OsString>> {
    let lines = [
        "list",
        "list --json",
        "show @",
        "open @",
        "report @",
        "report Chute -o @",
        "check",
        "check @",
        "check --json @",
        "search @",
        "search --json @",
        "grids",
        "grids show @",
        "grids check @",
        "incidents @",
        "incidents import @",
        "incidents import @ --map @",
        "actions",
        "actions --format @",
        "stats @",
        "stats --format @",
        "train",
        "train @",
        "notes @",
        "completions @",
        "@",
        "--@",
        "--lang @ list",
        "--theme @ list",
        "--workspace @ list",
        "new @",
        "demo @",
    ];
    let word = |word: &str| {
        let mut out = OsString::new();
        for (n, part) in word.split('@').enumerate() {
            if n > 0 {
                out.push(name);
            }
            out.push(part);
        }
        out
    };
    lines
        .iter()
        .map(|line| line.split(' ').map(word).collect())
        .collect()
}

#[test]
fn no_argument_reaches_the_terminal_uncleaned() {
    let folder = machine();
    let mut names = vec![OsString::from(EVIL)];
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStringExt as _;
        names.push(OsString::from_vec(
            b"a\xff\xfe\x1b[2J\xed\xa0\x80.ron".to_vec(),
        ));
    }
    #[cfg(windows)]
    {
        use std::os::windows::ffi::OsStringExt as _;
        names.push(OsString::from_wide(&[0x61, 0xd800, 0x1b, 0x62]));
    }
    for name in &names {
        for args in commands(name) {
            let words: Vec<&OsStr> = args.iter().map(OsString::as_os_str).collect();
            let (code, said) = run(folder.path(), &words);
            harmless(&format!("{args:?}"), &said);
            assert!((0..=2).contains(&code), "{args:?}: {code} {said}");
        }
    }
}

/// File systems of some machines take no such names.
#[cfg(unix)]
#[test]
fn no_name_of_a_file_and_no_text_of_one_reaches_the_terminal_uncleaned() {
    let folder = machine();
    let ws = folder.path().join(format!("ws{EVIL}"));
    drop(store(&ws));
    let evil = "titre \\u{1b}[31m \u{202e}\u{9b}";
    let made = |fields: &str| {
        format!(
            "(schema: 1, id: \"00000000-0000-0000-0000-000000000003\", date: \"2026-11-19\", {fields})"
        )
    };
    let bad = [
        ("sessions", made(&format!("title: \"{evil}\""))),
        ("sessions", made(&format!("\"{evil}\": 1"))),
        ("sessions", made(&format!("stage: r#{evil}"))),
        ("sessions", made("stage: Stage\u{1b}[31m")),
        ("sessions", made("kind: \u{202e}é")),
        ("grids", format!("(id: \"{evil}\", name: (fr: \"{evil}\"))")),
        ("grids", evil.to_owned()),
        ("scenarios", format!("(id: \"{evil}\", title: \"{evil}\")")),
        ("incidents", evil.to_owned()),
        ("followups", evil.to_owned()),
        ("analyses", evil.to_owned()),
    ];
    for (n, (kind, text)) in bad.iter().enumerate() {
        fs::write(
            ws.join(kind)
                .join(format!("2026-11-{:02}{EVIL}.ron", n + 1)),
            text,
        )
        .unwrap();
    }
    fs::write(
        ws.join("team.ron"),
        format!("(schema: 1, name: \"{evil}\", logo: \"../../{evil}\")"),
    )
    .unwrap();
    fs::write(
        folder.path().join("settings.ron"),
        format!("(theme: \"{evil}\", lang: {evil})"),
    )
    .unwrap();
    fs::write(
        ws.join(format!("{EVIL}.csv")),
        format!("Date;Titre{EVIL}\n2026-11-02;{EVIL}\n{EVIL};x\n"),
    )
    .unwrap();
    let ws = ws.to_str().unwrap();
    let csv = format!("{ws}/{EVIL}.csv");
    for line in [
        vec!["list"],
        vec!["list", "--json"],
        vec!["check"],
        vec!["check", "--json"],
        vec!["show", "2026-11-01"],
        vec!["report", "2026-11-01"],
        vec!["search", "titre"],
        vec!["search", "titre", "--json"],
        vec!["incidents", "list"],
        vec!["incidents", "import", "--dry-run", &csv],
        vec!["grids"],
        vec!["train", "list"],
        vec!["actions"],
        vec!["stats"],
    ] {
        let words = [vec!["--workspace", ws], line.clone()].concat();
        let args: Vec<&OsStr> = words.iter().map(OsStr::new).collect();
        let (_, said) = run(folder.path(), &args);
        harmless(&format!("{line:?}"), &said);
    }
}

#[test]
fn the_name_of_another_machine_is_cleaned() {
    let root = tempfile::tempdir().unwrap();
    let mut first = store(root.path());
    let made = first.create(session(1, "Chute"), noon()).unwrap();
    let locks = fs::read_dir(root.path().join(".crex/locks"))
        .unwrap()
        .flatten();
    let who = locks
        .map(|e| e.path())
        .find(|p| p.extension() == Some(OsStr::new("who")))
        .unwrap();
    fs::write(who, format!("12 {EVIL} 2026-11-19 12:00")).unwrap();
    let again = store(root.path())
        .load::<Session>(&made.path, noon())
        .unwrap();
    let crex::store::Access::Read(why) = again.access else {
        panic!("two hold it");
    };
    let said = crex::words::Words(crex::domain::code::Lang::Fr).why(&why);
    harmless("who", &said);
    assert!(said.contains("titre"), "{said}");
}
