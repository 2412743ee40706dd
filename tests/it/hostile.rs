//! Hostile text and files: nothing that commands, turns or hides comes out at any door, nothing typed becomes markup, no byte
//! of a file goes wrong in silence, and any input whatever is read or refused.

// The long runs print their figures.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod damage;
mod doors;
mod filled;
mod fuzz;
mod kinds;
mod markup;
mod mutated;
mod outputs;
mod payloads;
mod strings;

/// Numbers that are always the same for a seed (xorshift).
pub struct Dice(u64);

impl Dice {
    /// Those of a seed.
    pub fn new(seed: u64) -> Self {
        Self((seed ^ 0x9e37_79b9_7f4a_7c15).max(1))
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        usize::try_from((self.next() >> 16) % n.max(1) as u64).unwrap()
    }

    /// One of these.
    pub fn of<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }
}

/// A number asked for in the environment, for the long runs.
pub fn asked(name: &str, usual: u64) -> u64 {
    let given = std::env::var(name).ok();
    given.map_or(usual, |text| text.parse().unwrap())
}

/// Whether a character may never come out: written down here apart from the program, from the Unicode data.
pub fn dangerous(c: char) -> bool {
    let n = u32::from(c);
    // Controls (C0 but the line break, DEL, C1).
    let control = (n < 0x20 && c != '\n') || (0x7f..=0x9f).contains(&n);
    // Bidi marks, embeddings, overrides, isolates.
    let turns = matches!(n, 0x61c | 0x200e | 0x200f | 0x202a..=0x202e | 0x2066..=0x2069);
    // Line and paragraph separators; zero width; fillers; tags; annotations; no characters.
    let hides = matches!(n, 0x2028 | 0x2029 | 0xad | 0x34f | 0x180e | 0x200b | 0x2060..=0x2065 | 0xfeff | 0x115f | 0x1160
        | 0x3164 | 0xffa0 | 0xfff9..=0xfffb | 0xe0000..=0xe0fff | 0xfdd0..=0xfdef);
    control || turns || hides || n & 0xfffe == 0xfffe
}

/// Fails when something in `text` may never come out; `at` says where it came out.
#[track_caller]
pub fn harmless(at: &str, text: &str) {
    if let Some((place, c)) = text.char_indices().find(|(_, c)| dangerous(*c)) {
        let around: String = text[..place].chars().rev().take(60).collect();
        let around: String = around.chars().rev().collect();
        panic!("{at}: {c:?} comes out after {around:?}");
    }
}
