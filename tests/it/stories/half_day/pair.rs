//! The wall and the trainer's terminal beside it: keys to either, deaths of either, what each must show. In this process, and
//! where a clock is named for it in two real terminals too.

use super::keys_of;
use crate::harness::{Room, Setup, day, flatten};
use crate::stories::whole::{Line, page};
use crex::content;
use crex::domain::code::Lang;
use crex::domain::session::Session;
use crex::tui::key::Msg;
use crex::tui::run::Program as _;
use crex::tui::shell::Start;
use crex::tui::theme::Scheme;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;

/// More presses of one key than any list or form needs.
const MANY: usize = 90;
/// Minutes that pass while the wall is dead.
const PASSED: i64 = 2;

/// Numbers that are the same for a seed (a linear congruential generator; Knuth's constants).
pub struct Seeded(pub u64);

impl Seeded {
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n
    }
}

/// The same two programs in real terminals.
pub trait Terminals {
    /// The wall is killed, and begins again after so many minutes; it follows the room from now on.
    fn wall_dies(&mut self, minutes: i64, room: &mut Room);
    /// The trainer's terminal is killed, and begins again.
    fn second_dies(&mut self);
    /// Types on the trainer's terminal.
    fn types(&mut self, keys: &str);
    /// The trainer's terminal shows this text in this panel.
    fn sees(&mut self, panel: &str, text: &str);
    /// Both are left; says where the workspace is.
    fn leaves(&mut self) -> PathBuf;
}

/// Two programs on one folder.
pub struct Pair {
    wall: Option<Room>,
    second: Option<Room>,
    terminals: Option<Box<dyn Terminals>>,
    noted: String,
    pub deaths: (usize, usize),
    pub chance: Seeded,
}

fn wall_setup() -> Setup {
    Setup {
        size: (80, 24),
        lang: Lang::Fr,
        scheme: Scheme::Projecteur,
    }
}

fn second_setup() -> Setup {
    Setup {
        size: (120, 40),
        lang: Lang::Fr,
        scheme: Scheme::Sombre,
    }
}

/// Where the file of the session that is open lies.
pub fn path_of(room: &Room) -> PathBuf {
    let id = room.session().id.simple().to_string();
    let mut files = ["simulations", "sessions"]
        .into_iter()
        .filter_map(|folder| std::fs::read_dir(room.folder.path().join(folder)).ok())
        .flat_map(|files| files.flatten().map(|entry| entry.path()));
    let named = |path: &PathBuf| {
        path.to_string_lossy()
            .ends_with(&format!("{}.ron", &id[..8]))
    };
    files.find(named).unwrap()
}

impl Pair {
    /// Case 1 begins, and the trainer sits down beside it.
    pub fn begin(chance: Seeded) -> Self {
        let cases = content::scenarios(Lang::Fr).into_iter();
        let mut cases = cases.filter(|case| case.id.as_str() == "anticoagulants");
        let start = Start::Play(Arc::new(cases.next().unwrap().clone()));
        let folder = Rc::new(tempfile::tempdir().unwrap());
        let mut wall = Room::on(folder, wall_setup(), start, day());
        let second = beside(&wall);
        let terminals = in_terminals(&mut wall);
        wall.see(&["Pré-test"]);
        Self {
            wall: Some(wall),
            second: Some(second),
            terminals,
            noted: String::new(),
            deaths: (0, 0),
            chance,
        }
    }

    pub fn wall(&self) -> &Room {
        self.wall.as_ref().unwrap()
    }

    pub fn session(&self) -> &Session {
        self.wall().session()
    }

    /// This text is on the wall, in a window or not.
    #[track_caller]
    pub fn wall_says(&self, text: &str) {
        let screen = self.wall().screen();
        let said: String = screen.chars().filter(|c| !"▐▌│".contains(*c)).collect();
        assert!(
            flatten(&said).contains(&flatten(text)),
            "{text:?} is not on\n{screen}"
        );
    }

    /// Types on the wall.
    #[track_caller]
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        self.wall.as_mut().unwrap().keys(keys);
        self
    }

    /// The keys of a part.
    #[track_caller]
    pub fn part(&mut self, lines: &[Line]) -> &mut Self {
        for keys in keys_of(lines) {
            self.keys(keys);
        }
        self
    }

    #[track_caller]
    pub fn tab_to(&mut self, label: &str) -> &mut Self {
        self.wall.as_mut().unwrap().tab_to(label);
        self
    }

    /// Goes down a list until this is in focus.
    #[track_caller]
    pub fn hold(&mut self, label: &str) -> &mut Self {
        hold(self.wall.as_mut().unwrap(), label);
        self
    }

    /// The charter is accepted and votes are announced; everyone is there by the role that was drawn.
    pub fn opens(&mut self) -> &mut Self {
        self.tab_to("Charte").keys("<Enter><Enter><Space>");
        let opening = &self.session().opening;
        assert!(opening.charter_accepted, "{}", self.wall().screen());
        self
    }

    /// Goes on although something is missing, if the program asks.
    pub fn goes_on(&mut self) -> &mut Self {
        if self.wall().screen().contains("Pourquoi continuer") {
            self.keys("<Enter>");
        }
        self
    }

    /// The trainer notes something.
    pub fn note(&mut self, text: &str) {
        self.second.as_mut().unwrap().keys(text);
        if let Some(terminals) = &mut self.terminals {
            terminals.types(text);
        }
        text.clone_into(&mut self.noted);
    }

    /// The trainer's terminal shows this text in this panel.
    #[track_caller]
    pub fn trainer_sees(&mut self, panel: &str, text: &str) {
        let second = self.second.as_mut().unwrap();
        second.take(Msg::Tick);
        turn_to(second, panel);
        scroll_to(second, text);
        if let Some(terminals) = &mut self.terminals {
            terminals.sees(panel, text);
        }
    }

    /// One of the two is killed, or none: what was painted is there again, and the other one goes on.
    #[track_caller]
    pub fn die_perhaps(&mut self) {
        match self.chance.below(3) {
            0 => self.wall_dies(),
            1 => self.second_dies(),
            _ => {}
        }
    }

    #[track_caller]
    fn wall_dies(&mut self) {
        self.deaths.0 += 1;
        self.second = None;
        let old = self.wall.take().unwrap();
        let (before, path) = (page(&old), path_of(&old));
        let mut wall = old.killed_for(PASSED, wall_setup(), Start::Session(path));
        assert_eq!(page(&wall), before, "after the death of the wall");
        if let Some(terminals) = &mut self.terminals {
            terminals.wall_dies(PASSED, &mut wall);
        }
        self.second = Some(beside(&wall));
        self.wall = Some(wall);
        self.still_noted();
    }

    #[track_caller]
    fn second_dies(&mut self) {
        self.deaths.1 += 1;
        self.second = None;
        if let Some(terminals) = &mut self.terminals {
            terminals.second_dies();
        }
        self.second = Some(beside(self.wall()));
        self.still_noted();
    }

    #[track_caller]
    fn still_noted(&mut self) {
        self.second.as_ref().unwrap().see(&[&self.noted]);
    }

    /// Both are left; says where the workspace is.
    pub fn leaves(&mut self) -> PathBuf {
        self.second = None;
        let there = self.terminals.as_mut().map(|terminals| terminals.leaves());
        let wall = self.wall.as_mut().unwrap();
        if there.is_none() {
            wall.keys("<C-q>");
        }
        wall.shell.leave();
        there.unwrap_or_else(|| wall.folder.path().to_owned())
    }
}

/// Goes down a list until this is in focus.
#[track_caller]
pub fn hold(room: &mut Room, label: &str) {
    for _ in 0..MANY {
        let screen = room.screen();
        let held = |line: &str| {
            let at = line
                .chars()
                .collect::<Vec<_>>()
                .iter()
                .rposition(|c| *c == '▌');
            at.is_some_and(|at| at > 0) && flatten(line).contains(label)
        };
        if screen.lines().any(held) {
            return;
        }
        room.keys("<Down>");
    }
    panic!("no {label:?} on\n{}", room.screen());
}

/// The trainer's terminal beside a wall.
pub fn beside(wall: &Room) -> Room {
    let start = Start::Notes(path_of(wall));
    Room::on(Rc::clone(&wall.folder), second_setup(), start, day())
}

/// Turns to a panel, at its beginning.
#[track_caller]
pub fn turn_to(second: &mut Room, panel: &str) {
    let marked = format!("▌{panel}");
    for _ in 0..16 {
        second.keys("<Tab>");
        if second.screen().contains(&marked) {
            return;
        }
    }
    panic!("no panel {panel:?} on\n{}", second.screen());
}

/// Scrolls until this text is in sight; a text may break over lines, and over the edge of the page.
#[track_caller]
pub fn scroll_to(second: &mut Room, text: &str) {
    let mut read = String::new();
    loop {
        let screen = second.screen();
        read.push_str(&left_of(&screen));
        if flatten(&read).contains(&flatten(text)) {
            return;
        }
        second.keys("<PgDn>");
        assert!(second.screen() != screen, "{text:?} is not in\n{read}");
    }
}

/// What is read of a screen: what stands left of the notes, without the thumb, above the footer.
pub fn left_of(screen: &str) -> String {
    let lines: Vec<&str> = screen.lines().collect();
    let page = lines.iter().skip(8).take(lines.len().saturating_sub(10));
    let left = page.map(|line| {
        line.chars()
            .take(68)
            .filter(|c| !"▐▌│".contains(*c))
            .collect()
    });
    let left: Vec<String> = left.collect();
    left.join("\n") + "\n"
}

/// The same in two real terminals, where `tests/long/half-day` names a clock for them.
fn in_terminals(wall: &mut Room) -> Option<Box<dyn Terminals>> {
    #[cfg(unix)]
    if let Some(clock) = std::env::var_os("CREX_CLOCK") {
        return Some(Box::new(super::terminals::Real::new(clock, wall)));
    }
    let _ = wall;
    None
}
