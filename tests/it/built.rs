//! The built program in a real terminal, beside the same program in this process: both get the same keys, and the terminal
//! must show what the other one draws. The whole meeting, kills on the way, and what only a terminal can do to a program.
#![allow(clippy::unwrap_used, clippy::panic)]

mod booth;
mod second;
mod terminal;
mod typing;

use crate::harness::{Room, parse};
use crate::pty::Pty;
use crate::stories::whole::{Line, check_record, script, setup};
use crex::domain::code::Lang;
use crex::domain::session::Session;
use crex::tui::key::{Code, Key};
use rustix::process::Signal;
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

/// Columns of the first row in which the time of a step stands: the two programs do not live in the same second.
const TIME: std::ops::Range<usize> = 47..64;
/// Kills on the way of one meeting, unless the variable `CREX_KILLS` says another number.
const KILLS: usize = 5;

/// The built program in its own workspace.
struct Built {
    folder: TempDir,
    lang: Lang,
}

impl Built {
    fn new(lang: Lang) -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { folder, lang }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_string_lossy().into_owned()
    }

    fn start_at(&self, args: &[&str], size: (u16, u16)) -> Pty {
        let locale = match self.lang {
            Lang::Fr => "fr_FR.UTF-8",
            Lang::En => "en_GB.UTF-8",
        };
        let (home, config, workspace) = (
            self.path(""),
            self.path("settings.ron"),
            self.path("workspace"),
        );
        let env = [
            ("HOME", home.as_str()),
            ("CREX_CONFIG", &config),
            ("CREX_WORKSPACE", &workspace),
            ("LC_ALL", locale),
            ("COLORTERM", "truecolor"),
        ];
        Pty::spawn(env!("CARGO_BIN_EXE_crex"), args, &env, size)
    }

    fn start(&self) -> Pty {
        self.start_at(&[], (80, 24))
    }

    fn session_path(&self) -> PathBuf {
        let files = fs::read_dir(self.path("workspace/sessions")).unwrap();
        let mut paths = files.map(|file| file.unwrap().path());
        let session = paths.find(|path| path.extension().is_some_and(|end| end == "ron"));
        session.expect("no session file")
    }
}

/// The program in the terminal and the one in this process.
struct Twins {
    built: Built,
    pty: Pty,
    room: Room,
}

impl Twins {
    fn new(lang: Lang) -> Self {
        let built = Built::new(lang);
        let pty = built.start();
        let room = Room::today(setup(lang));
        let twins = Self { built, pty, room };
        twins.same();
        twins
    }

    /// Waits until the terminal shows what this process draws.
    #[track_caller]
    fn same(&self) {
        let wanted = comparable(&self.room.screen());
        self.pty
            .wait_until(&wanted, |screen| comparable(screen) == wanted);
    }

    /// Presses keys on both. A lone escape must be taken before the next key, or it would begin a sequence.
    #[track_caller]
    fn keys(&mut self, keys: &[Key]) {
        for some in keys.split_inclusive(|key| key.code == Code::Esc) {
            for key in some {
                self.room.key(*key);
            }
            self.pty
                .send(&some.iter().map(sequence).collect::<String>());
            self.same();
        }
    }

    /// Kills the one in the terminal; a new one begins at home and takes up the last session.
    fn kill(&mut self) {
        let before = page(&self.room.screen());
        self.pty.signal(Signal::KILL);
        assert_ne!(self.pty.exit_code(), 0);
        self.pty = self.built.start();
        self.room = self.room.reopened(setup(self.built.lang));
        self.pty.send("\r");
        self.room.keys("<Enter>");
        assert_eq!(page(&self.room.screen()), before, "after a kill");
        // The last row says how many edits were found again, which depends on how far the thread of the store had come.
        self.pty.wait_until(&before, |screen| {
            screen.lines().count() > 2 && page(screen) == before
        });
    }
}

/// A screen without the time of the step and without the blanks at the ends of lines.
fn comparable(screen: &str) -> String {
    let mut out: Vec<String> = screen.lines().map(|l| l.trim_end().to_owned()).collect();
    if let Some(first) = out.first_mut() {
        let kept = first.chars().enumerate();
        *first = kept
            .map(|(i, c)| if TIME.contains(&i) { ' ' } else { c })
            .collect();
    }
    out.join("\n").trim_end().to_owned()
}

/// A screen without its first and last row: time and state of saving, what was just said or can be pressed.
fn page(screen: &str) -> String {
    let lines: Vec<&str> = screen.lines().map(str::trim_end).collect();
    lines[1..lines.len() - 1].join("\n")
}

/// What a terminal sends for a key.
pub fn sequence(key: &Key) -> String {
    let (modifier, bare) = match (key.ctrl, key.alt) {
        (true, _) => (";5", false),
        (_, true) => (";3", false),
        _ => ("", true),
    };
    let letter = |c: char| format!("\x1b[{}{modifier}{c}", if bare { "" } else { "1" });
    let number = |n: u8| format!("\x1b[{n}{modifier}~");
    match key.code {
        Code::Char(c) if key.ctrl => char::from(c as u8 & 0x1f).to_string(),
        Code::Char(c) => c.to_string(),
        Code::Enter => "\r".to_owned(),
        Code::Tab => "\t".to_owned(),
        Code::BackTab => "\x1b[Z".to_owned(),
        Code::Esc => "\x1b".to_owned(),
        Code::Backspace => "\x7f".to_owned(),
        Code::Up => letter('A'),
        Code::Down => letter('B'),
        Code::Right => letter('C'),
        Code::Left => letter('D'),
        Code::End => letter('F'),
        Code::Home => letter('H'),
        Code::Insert => number(2),
        Code::Delete => number(3),
        Code::PageUp => number(5),
        Code::PageDown => number(6),
        Code::F(n @ 1..=4) => format!("\x1bO{}", char::from(b'O' + n)),
        Code::F(5) => number(15),
        Code::F(n @ 6..=10) => number(n + 11),
        Code::F(n) => number(n + 12),
    }
}

/// Numbers that are the same for a seed (a linear congruential generator; Knuth's constants).
struct Seeded(u64);

impl Seeded {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n
    }
}

/// The whole meeting with so many kills on the way, at moments that the seed chooses once the meeting has begun.
fn meeting(lang: Lang, kills: usize, seed: u64) {
    let lines = script(lang);
    let part = |name: &str| lines.iter().position(|l| *l == Line::Part(name.to_owned()));
    let (first, last) = (part("opening").unwrap(), part("seal").unwrap());
    let mut seeded = Seeded(seed);
    let mut moments: Vec<(usize, usize)> = Vec::new();
    while moments.len() < kills {
        let at = first + seeded.below(last - first);
        if let Line::Keys(keys) = &lines[at]
            && !keys.contains("<C-p>")
        {
            moments.push((at, 1 + seeded.below(parse(keys).len())));
        }
    }
    moments.sort_unstable();
    let mut twins = Twins::new(lang);
    for (at, line) in lines.iter().enumerate() {
        let Line::Keys(keys) = line else { continue };
        let keys = parse(keys);
        if at >= last {
            // The fingerprint that is said at the end is that of each one's own file.
            twins
                .pty
                .send(&keys.iter().map(sequence).collect::<String>());
            continue;
        }
        let mut done = 0;
        for (_, until) in moments.iter().filter(|(line, _)| *line == at) {
            twins.keys(&keys[done..*until]);
            twins.kill();
            done = *until;
        }
        twins.keys(&keys[done..]);
    }
    finish(twins, lang);
}

/// Leaves; the file that stays is sealed, whole and holds every word.
fn finish(mut twins: Twins, lang: Lang) {
    twins.pty.wait_for(if lang == Lang::Fr {
        "scellée"
    } else {
        "sealed"
    });
    twins.pty.send("\x11");
    assert_eq!(twins.pty.exit_code(), 0);
    assert_eq!(twins.pty.leftover(), Vec::<String>::new());
    let workspace = twins.built.path("workspace");
    let checked = std::process::Command::new(env!("CARGO_BIN_EXE_crex"))
        .args(["--workspace", &workspace, "check"])
        .env("CREX_CONFIG", twins.built.path("settings.ron"))
        .output()
        .unwrap();
    assert!(checked.status.success(), "{checked:?}");
    let path = twins.built.session_path();
    let parsed = crex::store::parse::<Session>(&path, &fs::read(&path).unwrap()).unwrap();
    assert_eq!(parsed.remarks, []);
    assert!(parsed.doc.is_sealed());
    check_record(&parsed.doc, &script(lang));
}

#[test]
fn the_whole_meeting_is_typed_into_a_terminal() {
    meeting(Lang::Fr, 0, 0);
}

#[test]
fn the_same_on_an_english_screen() {
    meeting(Lang::En, 0, 0);
}

#[test]
fn killed_on_the_way_it_comes_back_at_the_same_place_with_every_character() {
    let number = |name: &str| std::env::var(name).ok().and_then(|n| n.parse().ok());
    let kills = number("CREX_KILLS").unwrap_or(KILLS as u64);
    let seed = number("CREX_SEED").unwrap_or(20_261_119);
    meeting(Lang::Fr, usize::try_from(kills).unwrap(), seed);
}
