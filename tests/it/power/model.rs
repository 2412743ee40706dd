//! What a power cut may leave of what a program did to a disk. Of a file that was not waited for: its bytes as they were, all
//! of the new ones, a part, pages that were never written (zeros where the disk had only made room), or old and new pages mixed.
//! Of names in a folder that was not waited for: any of the changes, in their order.

use super::super::disks::Op;
use super::Dice;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What a disk writes in one piece.
const PAGE: usize = 4096;

#[derive(Clone, Debug, Default)]
struct Data {
    durable: Vec<u8>,
    now: Vec<u8>,
}

/// A change of names.
#[derive(Clone, Debug)]
enum Name {
    /// This name has this file, or is a folder.
    Set(PathBuf, Option<usize>),
    Gone(PathBuf),
    Moved(PathBuf, PathBuf, usize),
}

/// A disk as far as it is known.
#[derive(Clone, Debug, Default)]
pub struct Model {
    files: BTreeMap<usize, Data>,
    names: BTreeMap<PathBuf, Option<usize>>,
    pending: Vec<Name>,
}

/// What is found after the cut: files with their bytes, folders without.
pub type Found = BTreeMap<PathBuf, Option<Vec<u8>>>;

impl Model {
    /// The same after this was done.
    pub fn after(&mut self, op: &Op) {
        match op {
            Op::Folder(path) => self.folder(path),
            Op::Made(file, path) => {
                self.files.insert(*file, Data::default());
                self.pending.push(Name::Set(path.clone(), Some(*file)));
            }
            Op::Wrote { file, at, bytes } => {
                let data = self.files.entry(*file).or_default();
                let at = at.unwrap_or(data.now.len());
                let end = (at + bytes.len()).max(data.now.len());
                data.now.resize(end, 0);
                data.now[at..at + bytes.len()].copy_from_slice(bytes);
            }
            Op::Synced(file) => {
                let data = self.files.entry(*file).or_default();
                data.durable.clone_from(&data.now);
            }
            Op::Linked(file, path) => self.pending.push(Name::Set(path.clone(), Some(*file))),
            Op::Moved(file, from, to) => {
                let moved = Name::Moved(from.clone(), to.clone(), *file);
                self.pending.push(moved);
            }
            Op::Named(folder) => self.settle(folder),
            Op::Gone(path) => self.pending.push(Name::Gone(path.clone())),
            Op::Theirs(file, path, bytes) => {
                self.settle(path.parent().unwrap());
                let data = Data {
                    durable: bytes.clone(),
                    now: bytes.clone(),
                };
                self.files.insert(*file, data);
                self.names.insert(path.clone(), Some(*file));
            }
            Op::Note(_) => {}
        }
    }

    fn folder(&mut self, path: &Path) {
        let known = |path: &Path| {
            let new = |name: &Name| matches!(name, Name::Set(set, None) if set == path);
            self.names.contains_key(path) || self.pending.iter().any(new)
        };
        // The folder of the test was there before.
        let under = path
            .ancestors()
            .take_while(|at| !at.join("before").is_dir());
        let mut missing: Vec<PathBuf> = under.filter(|at| !known(at)).map(Path::to_owned).collect();
        missing.reverse();
        let set = missing.into_iter().map(|at| Name::Set(at, None));
        self.pending.extend(set);
    }

    /// The names in a folder were waited for.
    fn settle(&mut self, folder: &Path) {
        let inside = |path: &Path| path.parent() == Some(folder);
        for name in std::mem::take(&mut self.pending) {
            // From one folder to another it is two changes, of which the one that was waited for alone may last.
            let parts = match name {
                Name::Moved(from, to, file) if inside(&from) != inside(&to) => {
                    vec![Name::Set(to, Some(file)), Name::Gone(from)]
                }
                whole => vec![whole],
            };
            for name in parts {
                let (Name::Set(path, _) | Name::Gone(path) | Name::Moved(path, ..)) = &name;
                if inside(path) {
                    apply(&mut self.names, &name);
                } else {
                    self.pending.push(name);
                }
            }
        }
    }

    /// One of the states that a cut now may leave.
    pub fn cut(&self, dice: &mut Dice) -> Found {
        let mut names = self.names.clone();
        let how = dice.below(6);
        let first = dice.below(self.pending.len() + 1);
        for (n, name) in self.pending.iter().enumerate() {
            let there = match how {
                0 => true,
                1 => false,
                2 => n < first,
                _ => dice.below(2) == 0,
            };
            if there {
                apply(&mut names, name);
            }
        }
        let data = dice.below(4);
        let mut files: BTreeMap<usize, Vec<u8>> = BTreeMap::new();
        let mut found = Found::new();
        for (path, file) in &names {
            let above = path.ancestors().skip(1);
            let mut above = above.take_while(|at| !at.join("before").is_dir());
            if !above.all(|at| names.get(at) == Some(&None)) {
                continue;
            }
            let bytes = file.map(|file| {
                let kept = files.entry(file);
                kept.or_insert_with(|| match (data, &self.files[&file]) {
                    (0, data) => data.now.clone(),
                    (1, data) => data.durable.clone(),
                    (_, data) => data.cut(dice),
                })
                .clone()
            });
            found.insert(path.clone(), bytes);
        }
        found
    }
}

impl Data {
    fn cut(&self, dice: &mut Dice) -> Vec<u8> {
        let (old, new) = (&self.durable, &self.now);
        let room = new.len() - old.len().min(new.len());
        match dice.below(6) {
            0 => old.clone(),
            1 => new.clone(),
            // A part of what is new behind what was there.
            2 => self.mixed(old.len() + dice.below(room + 1), |_| true),
            // Room was made, and nothing was written into it.
            3 => self.mixed(new.len(), |_| false),
            // All but one page.
            4 => {
                let lost = dice.below(new.len() / PAGE + 1);
                self.mixed(new.len(), |page| page != lost)
            }
            _ => {
                let len = old.len() + dice.below(room + 1);
                self.mixed(len, |_| dice.below(2) == 0)
            }
        }
    }

    /// So many bytes, of which these pages are new; the others are what was there, and zeros where nothing was.
    fn mixed(&self, len: usize, mut new: impl FnMut(usize) -> bool) -> Vec<u8> {
        let mut out = self.durable.clone();
        out.resize(len.max(self.durable.len()), 0);
        for (page, chunk) in out.chunks_mut(PAGE).enumerate() {
            let from = self.now.get(page * PAGE..).unwrap_or_default();
            let len = chunk.len().min(from.len());
            if new(page) {
                chunk[..len].copy_from_slice(&from[..len]);
            }
        }
        out
    }
}

fn apply(names: &mut BTreeMap<PathBuf, Option<usize>>, name: &Name) {
    match name {
        Name::Set(path, file) => {
            names.insert(path.clone(), *file);
        }
        Name::Gone(path) => {
            names.remove(path);
        }
        Name::Moved(from, to, file) => {
            names.remove(from);
            names.insert(to.clone(), Some(*file));
        }
    }
}
