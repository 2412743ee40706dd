//! A disk that counts its calls: it makes one of them fail, or all from there on, ends the program at one, and writes down what
//! a power cut would have to go by.

use chrono::NaiveDateTime;
use crex::store::{Disk, Held, Keys, RealDisk, SharedDisk, Store, Vault};
use rustix::process::{Signal, getpid, kill_process};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{File, Metadata};
use std::io::{self, Seek as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard};

/// How a call fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Nothing was done.
    Before,
    /// A part was done, where a call has parts.
    Half,
    /// All was done, and the disk says that it was not.
    After,
}

/// What is to go wrong.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// At which call from now on, the first being 1.
    pub at: usize,
    /// The number of the system's error; none: the program is killed there.
    pub errno: Option<i32>,
    /// How it fails.
    pub way: Way,
    /// Whether every later call fails too.
    pub lasting: bool,
}

/// What was done to the disk, by the number that each file has here.
#[derive(Clone, Debug)]
pub enum Op {
    /// A folder was made.
    Folder(PathBuf),
    /// A file was made.
    Made(usize, PathBuf),
    /// Bytes were written at the end of a file, or over what is in it from a place on.
    Wrote {
        file: usize,
        at: Option<usize>,
        bytes: Vec<u8>,
    },
    /// A file was waited for.
    Synced(usize),
    /// A file got a second name.
    Linked(usize, PathBuf),
    /// A file was put in the place of another.
    Moved(usize, PathBuf, PathBuf),
    /// The names in a folder were waited for.
    Named(PathBuf),
    /// A name was taken away.
    Gone(PathBuf),
    /// Another program wrote this file, and the disk has it.
    Theirs(usize, PathBuf, Vec<u8>),
    /// The test says where it stands: what was typed last, what the disk has promised to hold.
    Note(Note),
}

/// Where a test stands.
#[derive(Clone, Copy, Debug)]
pub enum Note {
    /// This title was typed.
    Typed(usize),
    /// So was this long text.
    Filled(usize),
    /// This title is on the disk.
    Held(usize),
    /// So many papers were put into the urn.
    Put(usize),
    /// So many are on the disk.
    Papers(usize),
    /// The vote is over.
    Over,
    /// The session is being sealed.
    Sealing,
    /// It is sealed.
    Sealed,
}

#[derive(Debug, Default)]
struct State {
    calls: usize,
    plan: Option<Plan>,
    /// How many calls failed.
    failed: usize,
    ops: Vec<Op>,
    files: BTreeMap<u64, usize>,
    made: usize,
}

/// The disk.
#[derive(Debug, Default)]
pub struct Tape(Mutex<State>);

impl Tape {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    /// Counts calls from here on, and has one of them fail.
    pub fn arm(&self, plan: Option<Plan>) {
        let mut state = self.state();
        (state.calls, state.failed, state.plan) = (0, 0, plan);
    }

    /// How many calls there were since then, and how many of them failed.
    pub fn counted(&self) -> (usize, usize) {
        let state = self.state();
        (state.calls, state.failed)
    }

    /// All that was done.
    pub fn ops(&self) -> Vec<Op> {
        self.state().ops.clone()
    }

    /// Writes down where the test stands.
    pub fn note(&self, note: Note) {
        self.state().ops.push(Op::Note(note));
    }

    /// Another program writes this file.
    pub fn theirs(&self, path: &Path, bytes: &[u8]) {
        let mut state = self.state();
        let aside = path.with_extension("theirs");
        std::fs::write(&aside, bytes).unwrap();
        std::fs::rename(&aside, path).unwrap();
        let file = state.number(&File::open(path).unwrap());
        let op = Op::Theirs(file, path.to_owned(), bytes.to_vec());
        state.ops.push(op);
    }

    /// One call: what is done of it when it fails half-way, what it does, and what is written down of it.
    fn call<T>(
        &self,
        half: impl FnOnce(),
        whole: impl FnOnce() -> io::Result<T>,
        told: impl FnOnce(&mut State, &T) -> Option<Op>,
    ) -> io::Result<T> {
        let mut state = self.state();
        state.calls += 1;
        let calls = state.calls;
        let due = |plan: &Plan| plan.at == calls || (plan.lasting && calls > plan.at);
        let Some(plan) = state.plan.filter(due) else {
            let done = whole()?;
            let op = told(&mut state, &done);
            state.ops.extend(op);
            return Ok(done);
        };
        state.failed += 1;
        // What lasts is refused from the second on without a trace.
        match plan.way {
            Way::Half if calls == plan.at => half(),
            Way::After if calls == plan.at => drop(whole()),
            _ => {}
        }
        let Some(number) = plan.errno else {
            kill_process(getpid(), Signal::KILL).unwrap();
            unreachable!("killed")
        };
        Err(io::Error::from_raw_os_error(number))
    }

    fn look<T>(&self, whole: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        self.call(|| {}, whole, |_, _| None)
    }
}

impl State {
    /// The number of a file that was just made.
    fn number(&mut self, file: &File) -> usize {
        self.made += 1;
        self.files.insert(file.metadata().unwrap().ino(), self.made);
        self.made
    }

    fn of(&self, file: &File) -> Option<usize> {
        self.files.get(&file.metadata().ok()?.ino()).copied()
    }

    /// The number of the file that has this name.
    fn known(&mut self, path: &Path) -> Option<usize> {
        let ino = std::fs::metadata(path).ok()?.ino();
        Some(*self.files.entry(ino).or_insert_with(|| {
            self.made += 1;
            self.made
        }))
    }
}

/// The disk of this machine, without waiting for it: nobody cuts its power during a test.
#[derive(Debug)]
pub struct Quick;

impl Disk for Quick {
    fn sync(&self, _held: &Held) -> io::Result<()> {
        Ok(())
    }

    fn sync_folder(&self, _folder: &Path) -> io::Result<()> {
        Ok(())
    }
}

/// This disk for an encrypted workspace in the folder `root`.
pub fn locked(disk: SharedDisk, root: &Path) -> SharedDisk {
    static KEYS: LazyLock<Arc<Keys>> = LazyLock::new(|| Arc::new(Keys::generate(None).unwrap()));
    Arc::new(Vault::new(disk, Arc::clone(&KEYS), root))
}

/// A store in a folder, on that disk.
pub fn quick(root: &Path) -> Store {
    quick_at(root, super::made::noon())
}

/// The same at another time.
pub fn quick_at(root: &Path, now: NaiveDateTime) -> Store {
    Store::open_on(Arc::new(Quick), root, now, Arc::new(|| {})).unwrap()
}

impl Disk for Tape {
    fn stat(&self, path: &Path) -> io::Result<Metadata> {
        self.look(|| RealDisk.stat(path))
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        self.look(|| RealDisk.list(folder))
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.look(|| RealDisk.read(path))
    }

    fn read_log(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.look(|| RealDisk.read_log(path))
    }

    fn read_slot(&self, path: &Path, copies: usize) -> io::Result<Vec<Vec<u8>>> {
        self.look(|| RealDisk.read_slot(path, copies))
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        let new = !path.is_dir();
        let made = |_: &mut State, (): &()| new.then(|| Op::Folder(path.to_owned()));
        self.call(|| {}, || RealDisk.make_folder(path), made)
    }

    fn create(&self, path: &Path) -> io::Result<Held> {
        let made = |state: &mut State, held: &Held| Some(born(state, held, path));
        self.call(|| {}, || RealDisk.create(path), made)
    }

    fn create_clear(&self, path: &Path) -> io::Result<Held> {
        self.create(path)
    }

    fn write(&self, held: &mut Held, bytes: &[u8]) -> io::Result<()> {
        let mut other = held.twin()?;
        let half = || drop(RealDisk.write(&mut other, &bytes[..bytes.len() / 2]));
        let file = held.file.try_clone()?;
        let whole = || RealDisk.write(held, bytes);
        self.call(half, whole, |state, ()| wrote(state, &file, None, bytes))
    }

    fn create_log(&self, path: &Path) -> io::Result<Held> {
        let made = |state: &mut State, held: &Held| Some(born(state, held, path));
        self.call(|| {}, || RealDisk.create_log(path), made)
    }

    fn append(&self, held: &mut Held, records: &[&[u8]]) -> io::Result<()> {
        let mut other = held.twin()?;
        // Half a record that could not be cut off again.
        let bytes = records.concat();
        let half = || drop(RealDisk.append(&mut other, &[&bytes[..bytes.len() / 2]]));
        let file = held.file.try_clone()?;
        let whole = || RealDisk.append(held, records);
        self.call(half, whole, |state, ()| wrote(state, &file, None, &bytes))
    }

    fn open_slot(&self, path: &Path) -> io::Result<Held> {
        let new = !path.exists();
        let made = |state: &mut State, held: &Held| new.then(|| born(state, held, path));
        self.call(|| {}, || RealDisk.open_slot(path), made)
    }

    fn write_slot(&self, held: &mut Held, bytes: &[u8], copies: usize) -> io::Result<()> {
        let mut other = held.twin()?;
        let half = || drop(RealDisk.write_slot(&mut other, &bytes[..bytes.len() / 2], 1));
        let file = held.file.try_clone()?;
        let all = bytes.repeat(copies);
        let whole = || RealDisk.write_slot(held, bytes, copies);
        self.call(half, whole, |state, ()| wrote(state, &file, Some(0), &all))
    }

    fn write_copy(&self, held: &mut Held, bytes: &[u8], copy: usize) -> io::Result<()> {
        let mut other = held.twin()?;
        let at = copy * bytes.len();
        let half = || {
            other.file.seek(io::SeekFrom::Start(at as u64)).unwrap();
            drop(RealDisk.append(&mut other, &[&bytes[..bytes.len() / 2]]));
        };
        let file = held.file.try_clone()?;
        let whole = || RealDisk.write_copy(held, bytes, copy);
        self.call(half, whole, |state, ()| {
            wrote(state, &file, Some(at), bytes)
        })
    }

    fn open_lock(&self, path: &Path) -> io::Result<File> {
        self.look(|| RealDisk.open_lock(path))
    }

    fn sync(&self, held: &Held) -> io::Result<()> {
        let synced = |state: &mut State, (): &()| state.of(&held.file).map(Op::Synced);
        self.call(|| {}, || Ok(()), synced)
    }

    fn keep(&self, from: &Path, to: &Path) -> io::Result<()> {
        let linked = |state: &mut State, (): &()| Some(Op::Linked(state.known(to)?, to.to_owned()));
        self.call(|| {}, || RealDisk.keep(from, to), linked)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let moved = |state: &mut State, (): &()| {
            Some(Op::Moved(state.known(to)?, from.to_owned(), to.to_owned()))
        };
        self.call(|| {}, || RealDisk.rename(from, to), moved)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let named = |_: &mut State, (): &()| Some(Op::Named(folder.to_owned()));
        self.call(|| {}, || folder.metadata().map(drop), named)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let gone = |_: &mut State, (): &()| Some(Op::Gone(path.to_owned()));
        self.call(|| {}, || RealDisk.remove(path), gone)
    }
}

fn born(state: &mut State, held: &Held, path: &Path) -> Op {
    Op::Made(state.number(&held.file), path.to_owned())
}

fn wrote(state: &mut State, file: &File, at: Option<usize>, bytes: &[u8]) -> Option<Op> {
    let (file, bytes) = (state.of(file)?, bytes.to_vec());
    Some(Op::Wrote { file, at, bytes })
}
