//! What is typed: words in letters that the program itself never writes, each another than all before, so that whatever of
//! them stands on a screen says by itself which key brought it there.

use super::{Key, Msg, Seeded, parse, sequence};
use crex::domain::text::Text;

/// The letters.
const LETTERS: std::ops::RangeInclusive<char> = 'а'..='я';

fn letter(n: usize) -> char {
    let first = u32::from(*LETTERS.start());
    char::from_u32(first + u32::try_from(n % 32).unwrap()).unwrap()
}

fn is_typed(c: char) -> bool {
    LETTERS.contains(&c)
}

/// The typed letters of a text, a space for whatever stands between.
pub fn typed(text: &str) -> String {
    let words: Vec<&str> = text
        .split(|c| !is_typed(c))
        .filter(|w| !w.is_empty())
        .collect();
    words.join(" ")
}

/// Keys that are sent together.
pub enum Part {
    /// One by one.
    Keys(Vec<Key>),
    /// As a paste.
    Paste(String),
}

impl Part {
    /// What the terminal sends for them.
    pub fn sent(&self) -> String {
        match self {
            Self::Keys(keys) => keys.iter().map(sequence).collect(),
            Self::Paste(text) => format!("\x1b[200~{text}\x1b[201~"),
        }
    }

    /// What the program gets.
    pub fn msgs(&self) -> Vec<Msg> {
        match self {
            Self::Keys(keys) => keys.iter().map(|key| Msg::Key(*key)).collect(),
            Self::Paste(text) => vec![Msg::Paste(Text::new(text))],
        }
    }
}

/// Words, none twice.
#[derive(Default)]
pub struct Words(usize);

impl Words {
    fn word(&mut self, seeded: &mut Seeded) -> String {
        let n = self.0;
        self.0 += 1;
        let mut word: String = [n, n / 32, n / 1024].map(letter).iter().collect();
        word.extend((0..seeded.below(5)).map(|_| letter(seeded.below(32))));
        word
    }

    /// What a hand does in a moment: some words, a paste, a few steps back and forth.
    pub fn burst(&mut self, seeded: &mut Seeded, long: bool) -> Vec<Part> {
        let mut out = Vec::new();
        match seeded.below(8) {
            0 => {
                let words = 2 + seeded.below(if long { 300 } else { 5 });
                let words: Vec<String> = (0..words).map(|_| self.word(seeded)).collect();
                out.push(Part::Paste(format!(" {}", words.join(" "))));
            }
            1 => {
                out.extend(self.keys(seeded, 1));
                let (back, forth) = (1 + seeded.below(3), seeded.below(3));
                let steps = "<C-z>".repeat(back) + &"<C-y>".repeat(forth);
                out.push(Part::Keys(parse(&steps)));
            }
            2 => out.push(Part::Keys(parse(
                &"<Backspace>".repeat(1 + seeded.below(9)),
            ))),
            _ => {}
        }
        let words = 1 + seeded.below(4);
        out.extend(self.keys(seeded, words));
        out
    }

    /// Words key by key, in pieces.
    fn keys(&mut self, seeded: &mut Seeded, words: usize) -> Vec<Part> {
        let mut typed = String::new();
        for _ in 0..words {
            typed.push(' ');
            typed.push_str(&self.word(seeded));
        }
        let (mut rest, mut out) = (parse(&typed), Vec::new());
        while !rest.is_empty() {
            let some = (1 + seeded.below(6)).min(rest.len());
            let behind = rest.split_off(some);
            out.push(Part::Keys(std::mem::replace(&mut rest, behind)));
        }
        out
    }
}

/// The typed letters that stand together on a screen, with whether something was cut off behind them.
#[derive(Debug, PartialEq, Eq)]
pub struct Runs(Vec<(String, bool)>);

impl Runs {
    /// Those of a screen.
    pub fn of(screen: &str) -> Self {
        let mut out: Vec<(String, bool)> = Vec::new();
        let mut within = false;
        for c in screen.chars() {
            match (is_typed(c), within) {
                (true, true) => out.last_mut().unwrap().0.push(c),
                (true, false) => out.push((c.to_string(), false)),
                (false, true) => out.last_mut().unwrap().1 = c == '…',
                (false, false) => {}
            }
            within = is_typed(c);
        }
        Self(out)
    }

    /// How many letters.
    pub fn len(&self) -> usize {
        self.0.iter().map(|(run, _)| run.chars().count()).sum()
    }
}

/// What of the painted is in none of these states of the document, up to the one that was found again.
pub fn lost<'a>(painted: &'a Runs, states: &[String]) -> Vec<&'a str> {
    let is_in = |run: &str, cut: bool, state: &str| {
        let mut words = state.split(' ');
        words.any(|word| word == run || (cut && word.starts_with(run)))
    };
    let kept = |(run, cut): &&(String, bool)| states.iter().any(|state| is_in(run, *cut, state));
    let gone = painted.0.iter().filter(|run| !kept(run));
    gone.map(|(run, _)| run.as_str()).collect()
}

#[test]
fn a_letter_that_was_painted_and_is_found_nowhere_is_lost() {
    let painted = Runs::of("│ абв гд│ абв…  жз");
    assert_eq!(painted.len(), 10);
    let states = ["абв".to_owned(), "абв г".to_owned(), "абвг гд".to_owned()];
    assert_eq!(lost(&painted, &states[..2]), ["гд", "жз"]);
    assert_eq!(lost(&painted, &states), ["жз"]);
}
