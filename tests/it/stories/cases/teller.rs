//! Puts the parts of a case together, in the order in which a mode plays them.

use super::Case;
use crate::stories::whole::{Line, read};
use crex::domain::code::Lang;
use std::collections::BTreeMap;

/// How the analysis is made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mode {
    Room,
    Between,
}

/// Everyone there, the three roles, the charter and the way of voting.
const OPENING: &str = "<Enter><Tab>1<Tab>2<Tab>3<Tab><Tab><Enter><Enter><Space><F8>";
/// The same, where a record is to be approved.
const OPENING_AGAIN: &str = "<Enter><Tab>1<Tab>2<Tab>3<Tab>1<Tab><Enter><Enter><Space><F8>";
/// The format of sixty minutes between two meetings, in the settings.
const FORMAT: &str =
    "<Down><Down><Down><Down><Down><Down><Down><Enter><Down><Down><Down><Enter>1<Esc><Esc><Home>";
/// The last question before the seal.
const SEAL: &str = "<Tab><Enter>";
/// Back home, by the palette.
const HOME: &str = "<C-p>{accueil|home}<Enter>";
/// From home to the first analysis that waits.
pub const TO_ANALYSIS: &str = "<Home><Down><Down><Down><Down><Down><Down><Down><Down><Down><Enter>";
const DAY: i64 = 24 * 60;

pub type Parts = BTreeMap<String, Vec<Line>>;

impl Case {
    /// The parts of the script; `<D4>` turns to that deviation, the shortest way.
    pub fn parts(&self, lang: Lang) -> Parts {
        let mut out = Parts::new();
        let (mut part, mut at) = (String::new(), 0);
        for line in read(self.keys, lang) {
            let line = match line {
                Line::Part(name) => {
                    (part, at) = (name, 0);
                    continue;
                }
                Line::Keys(keys) => Line::Keys(turned(&keys, self.codes.len(), &mut at)),
                minutes @ Line::Minutes(_) => minutes,
            };
            out.entry(part.clone()).or_default().push(line);
        }
        out
    }

    /// The whole story, and the lines of each meeting in it.
    pub fn story(&self, mode: Mode, lang: Lang) -> (Vec<Line>, Vec<Vec<Line>>) {
        let mut teller = Teller {
            parts: self.parts(lang),
            lang,
            lines: Vec::new(),
        };
        let meetings = match mode {
            Mode::Room => vec![teller.in_the_room()],
            Mode::Between => teller.between(),
        };
        (teller.lines, meetings)
    }
}

/// Keys in which `<D4>` stands for the way to that deviation from the one in question, number `at` (0: all of them).
fn turned(keys: &str, n: usize, at: &mut usize) -> String {
    let mut out = String::new();
    let mut rest = keys;
    while let Some((head, tail)) = rest.split_once('<') {
        let (name, tail) = tail.split_once('>').unwrap();
        out += head;
        match name
            .strip_prefix('D')
            .and_then(|to| to.parse::<usize>().ok())
        {
            Some(to) => {
                let right = (to + n + 1 - *at) % (n + 1);
                let left = n + 1 - right;
                let (key, times) = if right <= left {
                    ("<C-Right>", right)
                } else {
                    ("<C-Left>", left)
                };
                out += &key.repeat(times);
                *at = to;
            }
            None => out.extend(["<", name, ">"]),
        }
        rest = tail;
    }
    out + rest
}

/// Puts a story together.
struct Teller {
    parts: Parts,
    lang: Lang,
    lines: Vec<Line>,
}

impl Teller {
    fn part(&mut self, name: &str) -> &mut Self {
        let lines = self
            .parts
            .get(name)
            .unwrap_or_else(|| panic!("no part {name}"));
        self.lines.push(Line::Part(name.to_owned()));
        self.lines.extend(lines.iter().cloned());
        self
    }

    fn keys(&mut self, keys: &str) -> &mut Self {
        self.lines.extend(read(keys, self.lang));
        self
    }

    fn days(&mut self, n: i64) -> &mut Self {
        self.lines.push(Line::Minutes(n * DAY));
        self
    }

    /// The meeting up to its choice; the focus is in the reason of the choice.
    fn choice(&mut self) {
        self.keys(OPENING)
            .keys("<F8>")
            .part("event")
            .keys("<F8><Enter>")
            .part("why");
    }

    fn analysis(&mut self) {
        self.part("timeline")
            .keys("<F8>")
            .part("deviations")
            .keys("<F8>")
            .part("factors");
    }

    /// From the priorities to the seal. Where the reporter was answered before, the answer goes on below the first one.
    fn decisions(&mut self, answered: bool) {
        self.part("priorities").keys("<F8>").part("actions");
        self.keys("<F8>").part("lessons").keys("<Tab><Enter>");
        if answered {
            self.keys("<Enter>").part("answer").keys("<Esc>");
        } else {
            self.part("answer").keys("<Tab>").part("answered by");
            self.keys("<Enter><Space><Esc>");
        }
        self.keys("<Tab>").part("closing").keys(SEAL);
    }

    fn in_the_room(&mut self) -> Vec<Line> {
        self.part("team").keys("<Enter>").choice();
        self.keys("<F8>").analysis();
        self.keys("<F8>").decisions(false);
        self.lines.clone()
    }

    fn between(&mut self) -> Vec<Vec<Line>> {
        self.part("team").keys(FORMAT).keys("<Enter>").choice();
        // Nothing waits to be presented yet, and nothing to be decided.
        self.keys("<Tab><Tab>")
            .part("lead")
            .keys("<F8><F8><Enter><F8><F8>");
        self.part("entrusted").keys(SEAL);
        let first = std::mem::take(&mut self.lines);
        self.keys(HOME)
            .days(12)
            .keys(TO_ANALYSIS)
            .part("sources")
            .keys("<F8>")
            .analysis();
        self.keys("<F8>").keys(HOME).days(16);
        self.keys("<Home><Enter>").keys(OPENING_AGAIN);
        // The analysis asked for at the last meeting is there; no event, no choice; the reading, section by section.
        self.keys("<F8><F8>")
            .keys("{Aucune fiche depuis la dernière séance|No report since the last meeting}<Enter><F8><Enter>")
            .keys("<Enter><Right><Right><Right><Right><Right><Right><Right><Esc><F8>")
            .decisions(true);
        let second = std::mem::take(&mut self.lines);
        self.lines = [first.clone(), second.clone()].concat();
        vec![first, second]
    }
}
