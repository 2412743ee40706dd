//! All documents of a played case: written from the screen and by the command line, each of them saying what it is.

use super::CODES;
use super::pair::Pair;
use std::fs;
use std::path::Path;
use std::process::Command;

/// What every page says.
const MARK: &str = "SIMULATION";
/// All that the command line writes of a simulation.
const FORMS: [&str; 12] = [
    "md",
    "html",
    "json",
    "eigs",
    "rex",
    "reporter",
    "signatures",
    "debrief",
    "cards",
    "observation",
    "satisfaction",
    "certificates",
];

/// Writes every document of the list as a page.
fn from_screen(pair: &mut Pair) {
    pair.keys("<C-d>");
    let mut seen = Vec::new();
    loop {
        let screen = pair.wall().screen();
        let focus = screen
            .lines()
            .find(|line| line.trim_start().starts_with('▌'));
        let focus = focus.unwrap_or_default().to_owned();
        if seen.contains(&focus) {
            break;
        }
        seen.push(focus);
        pair.keys("p");
        if pair.wall().screen().contains("Écrire quand même") {
            pair.keys("<Tab><Enter>");
        }
        pair.wall().see(&["html"]);
        pair.keys("<Down>");
    }
    assert!(seen.len() >= 8, "{seen:?}");
    pair.keys("<Esc>");
}

/// The files of a folder with this ending.
fn ending(folder: &Path, end: &str) -> Vec<String> {
    let files = fs::read_dir(folder).unwrap().flatten().map(|e| e.path());
    let files = files.filter(|path| path.extension().is_some_and(|e| e == end));
    files
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

/// Writes all, and reads all.
pub fn check(mut pair: Pair) {
    from_screen(&mut pair);
    let name = super::pair::path_of(pair.wall());
    let name = name.file_name().unwrap().to_string_lossy().into_owned();
    let workspace = pair.leaves();
    let crex = |args: &[&str]| {
        let mut ran = Command::new(env!("CARGO_BIN_EXE_crex"));
        let ran = ran.arg("--workspace").arg(&workspace).args(args);
        let ran = ran.env("CREX_CONFIG", workspace.join("none.ron"));
        ran.env("LC_ALL", "fr_FR.UTF-8").output().unwrap()
    };
    let checked = crex(&["check"]);
    assert_eq!(checked.status.code(), Some(0), "{checked:?}");
    let session = workspace.join("simulations").join(&name);
    let session = session.to_string_lossy().into_owned();
    for form in FORMS {
        let ran = crex(&["report", &session, "--format", form]);
        let told = String::from_utf8_lossy(&ran.stdout).into_owned();
        assert_eq!(ran.status.code(), Some(0), "{form}: {ran:?}");
        assert!(told.contains(MARK) || form == "json", "{form}: {told}");
        let coded = CODES.iter().find(|code| told.contains(**code));
        assert!(coded.is_none() || form == "json", "{form} tells {coded:?}");
    }
    let results = crex(&["report", &session, "--format", "results"]);
    let results = String::from_utf8_lossy(&results.stdout).into_owned();
    assert!(results.contains("quiz") && !CODES.iter().any(|code| results.contains(code)));
    let pages = ending(&workspace.join("simulations"), "html");
    assert!(pages.len() >= 8, "{} pages", pages.len());
    for page in pages {
        assert!(page.contains(MARK), "{page}");
        assert!(!CODES.iter().any(|code| page.contains(code)));
    }
}
