//! Two programs and an outside editor on the same files, in an order that a seed chooses: whatever anyone wrote is found
//! again, unless who wrote it went on from there, or an outside program destroyed it.

use super::made::{noon, session};
use super::store::{LONG, picture, retitle};
use crex::domain::session::Session;
use crex::store::{Access, Disk, Held, Opened, RealDisk, Store};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use tempfile::TempDir;

/// Interleavings, unless the variable `CREX_INTERLEAVINGS` says another number.
const CASES: u32 = 24;
/// Most steps of one.
const STEPS: usize = 40;

/// A step: what, by whom, on which file, in which way.
type Step = (u8, bool, u8, u8);

/// A disk on which nobody sees another's lock, as some shares are, if it has a name; and on which an editor writes a session
/// while it is being waited for.
#[derive(Debug)]
struct Shared {
    deaf: Option<&'static str>,
    between: Arc<Mutex<Between>>,
}

/// What the editor is about to write, and what it wrote: which version, over which.
#[derive(Debug, Default)]
struct Between {
    next: Option<usize>,
    done: Option<(usize, Option<usize>)>,
}

impl Disk for Shared {
    fn open_lock(&self, path: &Path) -> io::Result<File> {
        match self.deaf {
            Some(name) => RealDisk.open_lock(&path.with_extension(name)),
            None => RealDisk.open_lock(path),
        }
    }

    fn sync(&self, held: &Held) -> io::Result<()> {
        RealDisk.sync(held)?;
        let name = held.path.file_name().unwrap().to_string_lossy();
        let name = name
            .strip_prefix('.')
            .and_then(|name| name.strip_suffix(".tmp"));
        let Some((name, _)) = name.and_then(|name| name.rsplit_once('.')) else {
            return Ok(());
        };
        let path = held.path.with_file_name(name);
        let mut between = self.between.lock().unwrap();
        if path.parent().unwrap().ends_with("sessions")
            && let Ok(text) = fs::read_to_string(&path)
            && let Some(old) = version_in(text.as_bytes())
            && let Some(n) = between.next.take()
        {
            fs::write(&path, text.replace(&title(old), &title(n)))?;
            between.done = Some((n, Some(old)));
        }
        Ok(())
    }
}

/// Something that was written: what it was written over, and whether an outside program destroyed it.
struct Version {
    from: Option<usize>,
    gone: bool,
}

/// A program with a session open, and the version that it holds.
struct Writer {
    store: Store,
    open: Option<(Opened<Session>, Option<usize>)>,
}

struct World {
    root: PathBuf,
    deaf: bool,
    writers: [Writer; 2],
    versions: Vec<Version>,
    told: String,
    /// What an outside program read earlier.
    stale: Vec<u8>,
    copies: usize,
    between: Arc<Mutex<Between>>,
    folders_kept: Vec<TempDir>,
}

fn writer(root: &Path, deaf: Option<&'static str>, between: &Arc<Mutex<Between>>) -> Writer {
    let between = Arc::clone(between);
    let disk = Shared { deaf, between };
    Writer {
        store: Store::open_on(Arc::new(disk), root, noon(), Arc::new(|| {})).unwrap(),
        open: None,
    }
}

fn writers(root: &Path, deaf: bool, between: &Arc<Mutex<Between>>) -> [Writer; 2] {
    ["one", "two"].map(|name| writer(root, deaf.then_some(name), between))
}

/// The title that a version gives a session.
fn title(n: usize) -> String {
    format!("version-{n:04}")
}

/// The version in the bytes of a file, if it can be told.
fn version_in(bytes: &[u8]) -> Option<usize> {
    let text = String::from_utf8_lossy(bytes);
    let at = text.find("version-")? + "version-".len();
    text.get(at..at + 4)?.parse().ok()
}

impl World {
    fn new(deaf: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().to_owned();
        let between = Arc::default();
        let mut writers = writers(&root, deaf, &between);
        let made = writers[0].store.create(session(1, &title(0)), noon());
        let first = Version {
            from: None,
            gone: false,
        };
        writers[0].open = Some((made.unwrap(), Some(0)));
        Self {
            root,
            deaf,
            writers,
            versions: vec![first],
            told: String::new(),
            stale: Vec::new(),
            copies: 0,
            between,
            folders_kept: vec![folder],
        }
    }

    fn version(&mut self, from: Option<usize>) -> usize {
        self.versions.push(Version { from, gone: false });
        self.versions.len() - 1
    }

    /// One of the session files there are.
    fn file(&self, which: u8) -> Option<PathBuf> {
        let entries = fs::read_dir(self.root.join("sessions")).unwrap().flatten();
        let whole = |path: &PathBuf| path.extension().is_some_and(|end| end == "ron");
        let mut files: Vec<PathBuf> = entries.map(|e| e.path()).filter(whole).collect();
        files.sort();
        let at = usize::from(which) % files.len().max(1);
        files.into_iter().nth(at)
    }

    fn step(&mut self, (what, second, which, way): Step) {
        let _ = writeln!(self.told, "{what} {second} {which} {way}");
        match what {
            0..=2 => self.edit(usize::from(second), way),
            3 => self.open(usize::from(second), which),
            4 => self.close(usize::from(second)),
            5 => {
                let writer = &mut self.writers[usize::from(second)];
                writer.store.flush(LONG);
                writer.store.acks();
            }
            6 => self.kill(),
            7 => self.between(usize::from(second)),
            _ => self.outside(which, way),
        }
    }

    fn open(&mut self, who: usize, which: u8) {
        self.close(who);
        let Some(path) = self.file(which) else { return };
        let store = &mut self.writers[who].store;
        // A file that an outside program cut short cannot be opened.
        let Ok(opened) = store.load::<Session>(&path, noon()) else {
            return;
        };
        if opened.access == Access::Write {
            let holds = version_in(opened.doc.title.as_str().as_bytes());
            self.writers[who].open = Some((opened, holds));
        } else {
            store.close(opened.handle);
        }
    }

    fn edit(&mut self, who: usize, way: u8) {
        let Some((mut opened, holds)) = self.writers[who].open.take() else {
            return;
        };
        let n = self.version(holds);
        let store = &mut self.writers[who].store;
        retitle(store, &mut opened, &title(n), !way.is_multiple_of(3));
        if way % 3 == 2 {
            store.flush(LONG);
        }
        store.acks();
        self.writers[who].open = Some((opened, Some(n)));
    }

    /// A save during which an editor writes the file.
    fn between(&mut self, who: usize) {
        let n = self.version(None);
        self.destroy(Some(n));
        self.between.lock().unwrap().next = Some(n);
        self.edit(who, 2);
        let mut between = self.between.lock().unwrap();
        between.next = None;
        if let Some((n, from)) = between.done.take() {
            self.versions[n] = Version { from, gone: false };
        }
    }

    fn close(&mut self, who: usize) {
        let writer = &mut self.writers[who];
        if let Some((opened, _)) = writer.open.take() {
            writer.store.save(opened.handle, &opened.doc, 9);
            writer.store.close(opened.handle);
        }
    }

    /// Both die at once; what is on the disk is opened by two others.
    fn kill(&mut self) {
        if self.deaf {
            // Two that do not see each other's lock write one journal: what is saved is what a kill leaves.
            for who in 0..2 {
                self.close(who);
            }
        }
        let (folder, root) = picture(&self.root);
        self.writers = writers(&root, self.deaf, &self.between);
        self.root = root;
        self.folders_kept.push(folder);
    }

    /// Something outside the program.
    fn outside(&mut self, which: u8, way: u8) {
        let Some(path) = self.file(which) else { return };
        let bytes = fs::read(&path).unwrap();
        let holds = version_in(&bytes);
        let beside = |name: &str| {
            let stem = path.file_stem().unwrap().to_string_lossy();
            path.with_file_name(format!("{stem}{name}.ron"))
        };
        match way % 9 {
            // An editor: what it read, changed, in place or by another file.
            0 | 1 => {
                let Some(old) = holds else { return };
                let n = self.version(holds);
                let text = String::from_utf8(bytes).unwrap();
                let text = text.replace(&title(old), &title(n));
                if way.is_multiple_of(9) {
                    fs::write(&path, text).unwrap();
                } else {
                    let other = beside(".swp").with_extension("swp");
                    fs::write(&other, text).unwrap();
                    fs::rename(&other, &path).unwrap();
                }
            }
            // A synchronising program: what it has from before goes over what is there.
            2 => self.stale = bytes,
            3 => {
                if let Some(old) = version_in(&self.stale) {
                    let n = self.version(None);
                    self.destroy(holds);
                    let text = String::from_utf8_lossy(&self.stale).into_owned();
                    fs::write(&path, text.replace(&title(old), &title(n))).unwrap();
                }
            }
            4 => {
                self.destroy(holds);
                fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
            }
            5 => {
                self.destroy(holds);
                fs::remove_file(&path).unwrap();
            }
            // What such programs lay beside a file of which they know two states.
            copied => {
                self.copies += 1;
                let n = self.copies;
                let name = match copied {
                    6 => format!(" ({n})"),
                    7 => format!("-conflict-20261130-1015{n:02}"),
                    _ => format!(" (copie en conflit de POSTE{n} 2026-11-30)"),
                };
                fs::write(beside(&name), bytes).unwrap();
            }
        }
    }

    fn destroy(&mut self, version: Option<usize>) {
        if let Some(n) = version {
            self.versions[n].gone = true;
        }
    }

    /// All is closed, and opened once more so that no journal holds more than its file; gives the versions that are nowhere.
    fn lost(&mut self) -> Vec<usize> {
        for who in 0..2 {
            self.close(who);
        }
        for which in 0..=u8::MAX {
            self.open(0, which);
            self.close(0);
        }
        let mut found = vec![false; self.versions.len()];
        let mut folders = vec![self.root.clone()];
        while let Some(folder) = folders.pop() {
            for path in fs::read_dir(folder).unwrap().flatten().map(|e| e.path()) {
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
                for (n, found) in found.iter_mut().enumerate() {
                    *found |= text.contains(&title(n));
                }
            }
        }
        // Who wrote a version knew the one before.
        for n in (0..self.versions.len()).rev() {
            let version = &self.versions[n];
            if let (true, Some(from)) = (found[n] || version.gone, version.from) {
                found[from] = true;
            }
        }
        let all = found.iter().zip(&self.versions).enumerate();
        let lost = all.filter(|(_, (found, version))| !**found && !version.gone);
        lost.map(|(n, _)| n).collect()
    }
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (0_u8..13, any::<bool>(), any::<u8>(), any::<u8>());
    prop::collection::vec(step, 1..STEPS)
}

#[test]
fn nothing_that_anyone_wrote_is_overwritten_by_another() {
    let asked = std::env::var("CREX_INTERLEAVINGS").ok();
    let cases = asked.and_then(|n| n.parse().ok()).unwrap_or(CASES);
    let config = ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let mut runner = prop::test_runner::TestRunner::new(config);
    let tried = runner.run(&(any::<bool>(), steps()), |(deaf, steps)| {
        let mut world = World::new(deaf);
        for step in steps {
            world.step(step);
        }
        let lost = world.lost();
        prop_assert!(lost.is_empty(), "lost {lost:?} after\n{}", world.told);
        Ok(())
    });
    if let Err(failed) = tried {
        panic!("{failed}");
    }
}
