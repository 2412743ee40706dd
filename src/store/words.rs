//! Which sessions can hold what is looked for: the words of each, kept by file, so that ten thousand files need not be read for
//! one word. What changed since is looked into as if nothing were known of it.

use super::cache::{self, Bytes, Stamp};
use super::folder::name_of;
use super::many::{MANY, shared_out};
use super::workspace::Workspace;
use crate::domain::order::Order;
use crate::library::find::Query;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Most words of a query that are told apart; more only let more files be read.
const PIECES: usize = 64;

/// The words of the files of one folder.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Index {
    /// Every word, each on a line, in the order in which it was first met: its place is its number.
    words: String,
    /// The files, by name.
    files: Vec<Known>,
}

/// A file whose words are known.
#[derive(Debug, Serialize, Deserialize)]
struct Known {
    name: String,
    stamp: Stamp,
    /// The numbers of its words in order, each as its distance from the one before, seven bits a byte.
    words: Bytes,
}

/// Whether a file can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It cannot.
    No,
    /// It can.
    Maybe,
    /// Nothing is known of it: once read, its words are worth learning.
    Unknown,
}

/// The files of a folder, with what is known of their words.
#[derive(Debug)]
pub(super) struct Shelf {
    index: Index,
    stamps: HashMap<String, Stamp>,
    numbers: Option<HashMap<String, u32>>,
    learned: Vec<Known>,
    place: PathBuf,
    keeps: bool,
    workspace: Workspace,
}

impl Shelf {
    /// These files of a folder; of few, nothing is kept and nothing known.
    pub fn of(workspace: &Workspace, folder: &str, paths: &[PathBuf]) -> Self {
        let place = workspace.index(&format!("words-{folder}"));
        let many = paths.len() >= MANY;
        let now = SystemTime::now();
        let stamp = |path: &PathBuf| {
            let seen = workspace.disk().stat(path).ok()?;
            Some((name_of(path), Stamp::of(&seen, now)?))
        };
        let stamps = if many {
            shared_out(paths, |_, path| stamp(path))
        } else {
            Vec::new()
        };
        Self {
            index: many
                .then(|| cache::load(workspace.disk(), &place))
                .flatten()
                .unwrap_or_default(),
            stamps: stamps.into_iter().flatten().collect(),
            numbers: None,
            learned: Vec::new(),
            place,
            keeps: many && workspace.keeps(),
            workspace: workspace.clone(),
        }
    }

    /// Whether each of these files can answer, in their order.
    pub fn verdicts(&self, paths: &[PathBuf], query: &Query) -> Vec<Verdict> {
        let held = Held::of(&self.index.words, query);
        let verdict = |path: &PathBuf| {
            let name = name_of(path);
            let files = &self.index.files;
            let known = files.binary_search_by(|known| known.name.cmp(&name));
            let known = known.ok().map(|at| &files[at]);
            match known.filter(|known| self.stamps.get(&name) == Some(&known.stamp)) {
                None => Verdict::Unknown,
                Some(known) if held.all_in(&known.words.0) => Verdict::Maybe,
                Some(_) => Verdict::No,
            }
        };
        paths.iter().map(verdict).collect()
    }

    /// Takes the words of a file that was read; `words` are sorted and each stands there once.
    pub fn learn(&mut self, path: &Path, words: &[String]) {
        let name = name_of(path);
        let Some(stamp) = self.stamps.get(&name).copied().filter(|_| self.keeps) else {
            return;
        };
        let index = &mut self.index;
        let known = self.numbers.get_or_insert_with(|| {
            let words = index.words.lines().zip(0..);
            words.map(|(word, n)| (word.to_owned(), n)).collect()
        });
        let mut numbers: Vec<u32> = Vec::with_capacity(words.len());
        for word in words {
            let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
            numbers.push(*known.entry(word.clone()).or_insert_with(|| {
                index.words.push_str(word);
                index.words.push('\n');
                next
            }));
        }
        numbers.order();
        self.learned.push(Known {
            name,
            stamp,
            words: Bytes(packed(&numbers)),
        });
    }

    /// Whether it is of use to learn words here.
    pub fn learns(&self) -> bool {
        self.keeps
    }

    /// How many files were learned.
    pub fn learned(&self) -> usize {
        self.learned.len()
    }

    /// Keeps what was learned, and lets go of files that are no more.
    pub fn keep(mut self) {
        if self.learned.is_empty() {
            return;
        }
        let files = &mut self.index.files;
        let before = files.len();
        let learned = self.learned.len();
        files.append(&mut self.learned);
        // Of a file learned anew the later words hold.
        files.reverse();
        files.order_by(|a, b| a.name.cmp(&b.name));
        files.dedup_by(|later, kept| later.name == kept.name);
        files.retain(|known| self.stamps.contains_key(&known.name));
        // A word that stands in no file any more stands nowhere any more.
        if files.len() < before + learned {
            self.index.forget();
        }
        cache::save(self.workspace.disk(), &self.place, &self.index);
    }
}

impl Index {
    /// Lets go of words that are in no file, and numbers the others anew.
    fn forget(&mut self) {
        let mut used = vec![false; self.words.lines().count()];
        for number in self.files.iter().flat_map(|known| numbers(&known.words.0)) {
            if let Some(used) = used.get_mut(number) {
                *used = true;
            }
        }
        let kept = self.words.lines().zip(&used).filter(|(_, used)| **used);
        let words = kept.fold(String::new(), |all, (word, _)| all + word + "\n");
        let anew: Vec<u32> = used
            .iter()
            .scan(0, |next, used| {
                let number = *next;
                *next += u32::from(*used);
                Some(number)
            })
            .collect();
        for known in &mut self.files {
            let anew = numbers(&known.words.0).filter_map(|number| anew.get(number).copied());
            known.words = Bytes(packed(&anew.collect::<Vec<_>>()));
        }
        self.words = words;
    }
}

/// For every word, which parts of a query stand in it.
struct Held {
    parts: Vec<u64>,
    all: u64,
}

impl Held {
    fn of(words: &str, query: &Query) -> Self {
        let pieces: Vec<&str> = query.pieces().take(PIECES).collect();
        let bit = |at: usize| 1_u64 << at;
        let parts = words.lines().map(|word| {
            let held = pieces.iter().enumerate();
            let held = held.filter(|(_, piece)| word.contains(**piece));
            held.fold(0, |all, (at, _)| all | bit(at))
        });
        Self {
            parts: parts.collect(),
            all: (0..pieces.len()).fold(0, |all, at| all | bit(at)),
        }
    }

    /// Whether every part stands in one of these words.
    fn all_in(&self, packed: &[u8]) -> bool {
        let mut found = 0;
        for number in numbers(packed) {
            // What is kept was checked as a whole; a number beyond the words would only let a file be read.
            found |= self.parts.get(number).copied().unwrap_or(self.all);
            if found == self.all {
                return true;
            }
        }
        found == self.all
    }
}

/// The numbers that [`packed`] wrote.
fn numbers(packed: &[u8]) -> impl Iterator<Item = usize> {
    let mut number = 0;
    let mut read = (0_u32, 0_u32);
    packed.iter().filter_map(move |byte| {
        let (so_far, shift) = read;
        let so_far = so_far | u32::from(byte & 0x7f) << shift;
        if byte & 0x80 != 0 {
            read = (so_far, (shift + 7).min(28));
            return None;
        }
        read = (0, 0);
        number += usize::try_from(so_far).unwrap_or_default();
        Some(number)
    })
}

/// Numbers in order, as the distance of each from the one before.
fn packed(numbers: &[u32]) -> Vec<u8> {
    let mut out = Vec::with_capacity(numbers.len() + numbers.len() / 4);
    let mut before = 0;
    for number in numbers {
        let mut rest = number - before;
        before = *number;
        while rest >= 0x80 {
            out.push(u8::try_from(rest & 0x7f).unwrap_or_default() | 0x80);
            rest >>= 7;
        }
        out.push(u8::try_from(rest).unwrap_or_default());
    }
    out
}
