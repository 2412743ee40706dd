//! The whole meeting, from an empty folder to the sealed record, by the keyboard alone: one script of keys for the program in
//! this process and for the one in a real terminal. Case 3 of the training cases, fictitious.
#![allow(clippy::unwrap_used, clippy::panic)]

use crate::harness::{Room, Setup, flatten, parse};
use crex::content::known;
use crex::documents::markdown::markdown;
use crex::documents::record::record;
use crex::domain::code::Lang;
use crex::domain::completeness::completeness;
use crex::domain::progress::missing;
use crex::domain::session::Session;
use crex::tui::command::Command;
use crex::tui::keymap::lookup;
use crex::tui::run::Program as _;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const KEYS: &str = include_str!("whole/ehpad.keys");
/// Most keys that are not text, of all keys, in percent; 15 is promised, 6.9 was reached.
const OVERHEAD: usize = 8;
/// A kill after so many keys, unless the variable `CREX_KILL_EVERY` says another number: no divisor of a round one.
const EVERY: usize = 211;
/// Shortest text that is looked for in the record: shorter ones are hours, functions and figures.
const LONG: usize = 20;

/// What the script asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// A part of the meeting begins.
    Part(String),
    /// Keys, as [`Room::keys`] takes them.
    Keys(String),
    /// So many minutes pass.
    Minutes(i64),
}

/// The script for a screen in that language.
pub fn script(lang: Lang) -> Vec<Line> {
    read(KEYS, lang)
}

/// The lines of a script, for a screen in that language.
pub fn read(keys: &str, lang: Lang) -> Vec<Line> {
    let lines = keys.lines().map(str::trim).filter(|line| !line.is_empty());
    let lines = lines.filter(|line| !line.starts_with("# "));
    lines
        .map(
            |line| match (line.strip_prefix("## "), line.strip_prefix("@ ")) {
                (Some(part), _) => Line::Part(part.to_owned()),
                (_, Some(minutes)) => Line::Minutes(minutes.parse().unwrap()),
                _ => Line::Keys(in_language(line, lang)),
            },
        )
        .collect()
}

/// The keys of one language: `{oui|yes}` is one or the other, `<Yes>` the key that says so.
fn in_language(line: &str, lang: Lang) -> String {
    let french = lang == Lang::Fr;
    let mut out = line.to_owned();
    for (name, fr, en) in [
        ("<Yes>", "o", "y"),
        ("<No>", "n", "n"),
        ("<Unknown>", "p", "u"),
        ("<NotApplicable>", "s", "x"),
    ] {
        out = out.replace(name, if french { fr } else { en });
    }
    while let Some((head, rest)) = out.clone().split_once('{') {
        let (both, tail) = rest.split_once('}').unwrap();
        let (fr, en) = both.split_once('|').unwrap();
        out = format!("{head}{}{tail}", if french { fr } else { en });
    }
    out
}

/// A setup at the size that the story is told in.
pub fn setup(lang: Lang) -> Setup {
    Setup {
        size: (80, 24),
        lang,
        ..Setup::default()
    }
}

/// Takes one line of the script.
pub fn play(room: &mut Room, line: &Line) {
    match line {
        Line::Part(_) => {}
        Line::Minutes(n) => drop(room.minutes(*n)),
        Line::Keys(keys) => drop(room.keys(keys)),
    }
}

/// The room after the script, up to the part of that name if there is one.
pub fn played_to(lang: Lang, end: &str) -> Room {
    let mut room = Room::story(setup(lang));
    let end = Line::Part(end.to_owned());
    for line in script(lang).iter().take_while(|line| **line != end) {
        play(&mut room, line);
    }
    room
}

/// Leaves the program: all that was typed is in the files.
pub fn leave(mut room: Room) -> Room {
    room.keys("<C-q>");
    room.shell.leave();
    room
}

/// The texts typed in these lines: what stands between two keys that are no text, long enough to be told from a figure.
pub fn texts(lines: &[Line]) -> Vec<String> {
    let mut out = Vec::new();
    for line in lines {
        let Line::Keys(keys) = line else { continue };
        let mut rest = keys.as_str();
        while !rest.is_empty() {
            let end = rest.find('<').unwrap_or(rest.len());
            out.push(rest[..end].to_owned());
            rest = rest[end..].split_once('>').map_or("", |(_, rest)| rest);
        }
    }
    out.retain(|text| text.chars().count() >= LONG);
    out
}

/// That the record holds every text typed.
#[track_caller]
pub fn check_record(session: &Session, lines: &[Line]) {
    let told = flatten(&markdown(&record(session)).replace('\\', ""));
    let holds = |text: &str| told.contains(&flatten(text));
    for text in texts(lines) {
        // A list of functions is told one by one.
        let told_apart = || text.split(", ").all(holds);
        assert!(holds(&text) || told_apart(), "{text:?} is not in\n{told}");
    }
}

/// A session as its file says it, read without a remark.
#[track_caller]
pub fn session_in(path: &Path) -> Session {
    let parsed = crex::store::parse::<Session>(path, &fs::read(path).unwrap()).unwrap();
    assert_eq!(parsed.remarks, []);
    parsed.doc
}

/// That a session is sealed, lacks nothing and tells every text typed.
#[track_caller]
fn check_whole(room: &Room, lang: Lang) {
    let session = session_in(&room.session_path());
    assert!(session.is_sealed());
    let known = known(&session);
    for row in session.agenda.iter() {
        assert_eq!(missing(&session, row.step, &known), [], "{:?}", row.step);
        assert_eq!(row.passed, None);
    }
    assert_eq!(completeness(&session, &known).percent(), 100);
    check_record(&session, &script(lang));
}

#[test]
fn a_meeting_from_an_empty_folder_to_the_sealed_record() {
    check_whole(&played_to(Lang::Fr, ""), Lang::Fr);
}

#[test]
fn the_same_meeting_on_an_english_screen() {
    check_whole(&played_to(Lang::En, ""), Lang::En);
}

/// Keys that are text and keys that are not, for each part.
pub type Counts = BTreeMap<String, (usize, usize)>;

/// The room after these lines, and the keys that they took.
pub fn counted(lines: &[Line], lang: Lang) -> (Room, Counts) {
    let mut room = Room::story(setup(lang));
    let mut counts = Counts::new();
    let mut part = String::new();
    for line in lines {
        match line {
            Line::Part(name) => part.clone_from(name),
            Line::Minutes(_) => play(&mut room, line),
            Line::Keys(keys) => {
                for key in parse(keys) {
                    let meant = lookup(key, &room.shell.app().scopes(), lang);
                    let (text, other) = counts.entry(part.clone()).or_default();
                    if matches!(meant, Some(Command::Type(_))) {
                        *text += 1;
                    } else {
                        *other += 1;
                    }
                    room.key(key);
                }
            }
        }
    }
    (room, counts)
}

/// That few of the keys are no text; `--nocapture` shows how many.
#[allow(clippy::print_stdout, reason = "a figure for whoever asks for it")]
#[track_caller]
pub fn check_overhead(counts: &Counts, most: usize) {
    let text: usize = counts.values().map(|(text, _)| text).sum();
    let other: usize = counts.values().map(|(_, other)| other).sum();
    let all = text + other;
    println!(
        "{other} of {all} keys are no text: {}/1000",
        other * 1000 / all
    );
    assert!(other * 100 <= all * most, "{other} of {all}: {counts:#?}");
}

#[test]
fn few_keys_are_no_text() {
    for lang in [Lang::Fr, Lang::En] {
        check_overhead(&counted(&script(lang), lang).1, OVERHEAD);
    }
}

/// A screen without its first and last row: the time and the state of saving, and what was just said or can be pressed.
pub fn page(room: &Room) -> Vec<String> {
    let screen = room.screen();
    let lines: Vec<String> = screen.lines().map(str::to_owned).collect();
    lines[1..lines.len() - 1].to_vec()
}

#[test]
fn a_kill_at_any_moment_leaves_the_same_page_behind() {
    let every = |name: &str| std::env::var(name).ok().and_then(|n| n.parse().ok());
    let every = every("CREX_KILL_EVERY").unwrap_or(EVERY);
    let mut room = Room::story(setup(Lang::Fr));
    let lines = script(Lang::Fr);
    let part = |name: &str| lines.iter().position(|l| *l == Line::Part(name.to_owned()));
    let meeting = part("opening").unwrap()..part("seal").unwrap();
    let mut n = 0;
    for (at, line) in lines.iter().enumerate() {
        let Line::Keys(keys) = line else {
            play(&mut room, line);
            continue;
        };
        for key in parse(keys) {
            room.key(key);
            n += 1;
            // The palette is no place in a meeting.
            if n % every == 0 && meeting.contains(&at) && !keys.contains("<C-p>") {
                let mut again = room.reopened(setup(Lang::Fr));
                again.keys("<Enter>");
                assert_eq!(page(&room), page(&again), "after key {n}, in {keys}");
            }
        }
    }
}
