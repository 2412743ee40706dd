//! Writing a whole file so that at every moment either the old or the new one is there, and nobody's work is overwritten.

use super::disk::{Disk, Fill, is_there, paths_in, remove};
use super::fault;
use crate::domain::order::Order;
use crate::domain::problem::Problem;
use crate::domain::seal::fingerprint;
use chrono::{NaiveDateTime, TimeDelta};
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// Backups kept of each document.
const KEPT: usize = 5;
/// Least time between two backups, in minutes.
const APART: i64 = 5;
const STAMP: &str = "%Y%m%d-%H%M%S";

/// A file that is written whole, and what is known of it.
#[derive(Clone, Debug)]
pub struct Target {
    /// Where.
    pub path: PathBuf,
    /// The fingerprint of the bytes last read or written; none when there was no file.
    pub known: Option<String>,
    /// The folder of its backups.
    pub backups: PathBuf,
    /// The fingerprint of bytes that were about to take its place when the disk said that they did not: they may have.
    tried: Option<String>,
    /// Whether it went to a copy of which nobody was told yet.
    moved: bool,
    /// What a try left that could not be taken away then.
    litter: Vec<PathBuf>,
}

/// Where the bytes were written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// In their place.
    InPlace,
    /// Beside it, since the file had changed: the copy. It is the target from now on.
    Beside(PathBuf),
}

impl Target {
    /// The file at `path`, of which these bytes are known by their fingerprint.
    pub fn new(path: PathBuf, known: Option<String>, backups: PathBuf) -> Self {
        Self {
            path,
            known,
            backups,
            tried: None,
            moved: false,
            litter: Vec::new(),
        }
    }

    /// Writes `bytes` as [`Target::write`] does, but only in their place: nothing is written when the file had changed.
    pub fn write_in_place(
        &mut self,
        disk: &dyn Disk,
        bytes: &[u8],
        now: NaiveDateTime,
    ) -> Result<(), Problem> {
        self.put(disk, bytes, now, false).map(drop)
    }

    /// Writes `bytes`: a new file beside, on the disk, then in the place of the old one, which is kept as a backup.
    /// A file that is not the one last read or written is left as it is, and the bytes go to a copy of their own.
    pub fn write(
        &mut self,
        disk: &dyn Disk,
        bytes: &[u8],
        now: NaiveDateTime,
    ) -> Result<Written, Problem> {
        self.put(disk, bytes, now, true)
    }

    fn put(
        &mut self,
        disk: &dyn Disk,
        bytes: &[u8],
        now: NaiveDateTime,
        aside: bool,
    ) -> Result<Written, Problem> {
        let path = self.path.clone();
        let told = fault::at(&path);
        let wanted = fingerprint(bytes);
        let found = self.look(disk).map_err(&told)?;
        if found.as_deref() == Some(wanted.as_str()) {
            self.known = found;
            // It may be there by a try whose name the disk did not take for good.
            return self.settled(disk);
        }
        let mut foreign = self.is_foreign(found.as_deref());
        if foreign && !aside {
            return Err(Problem::Changed(path.clone()));
        }
        let temp = temp_name(&path);
        let ready = self.prepare(disk, &temp, bytes, (!foreign).then_some(now));
        foreign = *ready.as_ref().unwrap_or(&foreign);
        if foreign && !aside {
            self.litter.push(temp);
            self.litter.retain(|path| disk.remove(path).is_err());
            return Err(Problem::Changed(path.clone()));
        }
        let place = if foreign { beside(&path) } else { path.clone() };
        if let Err(error) = ready.and_then(|_| disk.rename(&temp, &place)) {
            // A file whose sync failed is never used again; what is left of it is only litter.
            self.litter.push(temp);
            if foreign {
                // A name that nobody else has: the next try makes another.
                self.litter.push(place);
            } else {
                self.tried = Some(wanted);
            }
            // A disk that knows nothing may know it again later.
            self.litter.retain(|path| disk.remove(path).is_err());
            return Err(told(error));
        }
        self.known = Some(wanted);
        self.path = place;
        self.moved |= foreign;
        self.settled(disk)
    }

    /// Waits until the name of the file is on the disk; what became of it is told once it is.
    fn settled(&mut self, disk: &dyn Disk) -> Result<Written, Problem> {
        let synced = disk.sync_folder(folder_of(&self.path));
        synced.map_err(fault::at(&self.path))?;
        self.tried = None;
        self.litter.retain(|path| remove(disk, path).is_err());
        Ok(if std::mem::take(&mut self.moved) {
            Written::Beside(self.path.clone())
        } else {
            Written::InPlace
        })
    }

    /// The fingerprint of what lies there now; none when nothing does.
    fn look(&mut self, disk: &dyn Disk) -> io::Result<Option<String>> {
        let found = match disk.read(&self.path) {
            Ok(bytes) => Some(fingerprint(&bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            // Someone else changed it, so much that it cannot even be read.
            Err(error) if error.kind() == io::ErrorKind::InvalidData => Some(String::new()),
            Err(error) => return Err(error),
        };
        if found.is_some() && found == self.tried {
            self.known.clone_from(&found);
        }
        Ok(found)
    }

    /// Whether what was found is someone else's.
    fn is_foreign(&self, found: Option<&str>) -> bool {
        found.is_some() && found != self.known.as_deref()
    }

    /// Writes the new file under a name of its own, keeps the old one as a backup when it is to be replaced `now`, and says
    /// whether what lies in its place is someone else's. It is looked at last: waiting for the disk takes long enough for
    /// another program to write there.
    fn prepare(
        &mut self,
        disk: &dyn Disk,
        temp: &Path,
        bytes: &[u8],
        now: Option<NaiveDateTime>,
    ) -> io::Result<bool> {
        let mut file = disk.create(temp)?;
        disk.write(&mut file, bytes)?;
        disk.sync(&file)?;
        drop(file);
        if let (true, Some(now)) = (self.known.is_some(), now) {
            self.back_up(disk, now)?;
        }
        let found = self.look(disk)?;
        Ok(self.is_foreign(found.as_deref()))
    }

    /// Removes what a write that was killed left beside the file and among its backups. Only who holds the document's lock may
    /// do so.
    pub fn sweep(&self, disk: &dyn Disk) {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        let start = format!(".{name}.");
        let begins = |start: &str, path: &Path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with(start) && name.ends_with(".tmp")
        };
        let beside = paths_in(disk, folder_of(&self.path)).filter(|path| begins(&start, path));
        let kept = paths_in(disk, &self.backups).filter(|path| begins(".", path));
        for path in beside.chain(kept) {
            // Litter that cannot be taken away harms nothing.
            let _ = disk.remove(&path);
        }
    }

    /// Keeps what the file says now under a name of its own, which no later backup pushes out; gives where. It is a file of its
    /// own and no second name: whatever writes into the one must not reach it.
    pub fn put_aside(&self, disk: &dyn Disk, now: NaiveDateTime) -> io::Result<PathBuf> {
        self.make_backups(disk)?;
        let named = |n: u32| {
            let at = now.format(STAMP);
            let ending = disk.ending();
            self.backups.join(format!("aside-{at}-{n}.{ending}"))
        };
        let free = (1..u32::MAX).find(|n| !is_there(disk, &named(*n)));
        let place = named(free.unwrap_or(u32::MAX));
        let bytes = disk.read(&self.path)?;
        let temp = temp_name(&place);
        let created = disk.create(&temp);
        let written = created.and_then(|mut file| {
            disk.write(&mut file, &bytes)?;
            disk.sync(&file)
        });
        written
            .and_then(|()| disk.rename(&temp, &place))
            .inspect_err(|_| drop(disk.remove(&temp)))?;
        // Its name, and that of its folder.
        disk.sync_folder(&self.backups)?;
        disk.sync_folder(folder_of(&self.backups))?;
        Ok(place)
    }

    /// A workspace that was taken away is not made anew for what is kept of it.
    fn make_backups(&self, disk: &dyn Disk) -> io::Result<()> {
        disk.stat(folder_of(&self.path))?;
        disk.make_folder(&self.backups)
    }

    /// Keeps the file as it is as a backup, unless there is a recent one.
    pub fn back_up(&self, disk: &dyn Disk, now: NaiveDateTime) -> io::Result<()> {
        self.make_backups(disk)?;
        let mut kept = backups_in(disk, &self.backups)?;
        let recent = |at: &NaiveDateTime| (now - *at).abs() < TimeDelta::minutes(APART);
        if kept.iter().any(recent) {
            return Ok(());
        }
        let to = self.backups.join(name_of(now, disk.ending()));
        match disk.keep(&self.path, &to) {
            Ok(()) => {}
            // The file was taken away meanwhile, or the same second is kept already: nothing is lost.
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::NotFound | io::ErrorKind::AlreadyExists
                ) => {}
            Err(error) => return Err(error),
        }
        kept.push(now);
        // A clock that was put back left backups that are still to come: they go first, or each new one would go at once.
        kept.order_by_key(|at| (*at <= now, *at));
        kept.dedup();
        let surplus = kept.len().saturating_sub(KEPT);
        for old in kept.drain(..surplus) {
            disk.remove(&self.backups.join(name_of(old, disk.ending())))?;
        }
        Ok(())
    }
}

fn name_of(at: NaiveDateTime, ending: &str) -> String {
    format!("{}.{ending}", at.format(STAMP))
}

/// The times of the backups in a folder, oldest first.
fn backups_in(disk: &dyn Disk, folder: &Path) -> io::Result<Vec<NaiveDateTime>> {
    let mut out = Vec::new();
    for name in disk.list(folder)? {
        let stem = Path::new(&name).file_stem().and_then(OsStr::to_str);
        out.extend(stem.and_then(|s| NaiveDateTime::parse_from_str(s, STAMP).ok()));
    }
    out.order();
    Ok(out)
}

/// The folder a file lies in.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn random8() -> String {
    let mut hex = Uuid::new_v4().simple().to_string();
    hex.truncate(8);
    hex
}

/// A name beside a file under which it is written before it takes its place.
pub fn temp_name(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.tmp", random8()))
}

fn beside(path: &Path) -> PathBuf {
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{stem}-conflit-{}.{ending}", random8()))
}

/// The file beside which a copy was written, by the name that `beside` gave it.
pub fn original_of(copy: &Path) -> Option<PathBuf> {
    let stem = copy.file_stem()?.to_string_lossy();
    let (name, _) = stem.rsplit_once("-conflit-")?;
    let ending = copy.extension()?.to_string_lossy();
    Some(copy.with_file_name(format!("{name}.{ending}")))
}

/// Whether `path` is a name that [`beside`] gives to a copy of the file at `of`.
pub fn is_copy_of(path: &Path, of: &Path) -> bool {
    let stem = |path: &Path| {
        path.file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    };
    stem(path).starts_with(&format!("{}-conflit-", stem(of)))
}

/// Writes what leaves the program in one move, for its owner alone: whole and on the disk when this returns, or nothing.
pub fn write_whole(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let temp = path.with_file_name(format!(".crex-{}.tmp", random8()));
    let written = disk.create_clear(&temp).and_then(|mut file| {
        disk.write(&mut file, bytes)?;
        disk.sync(&file)
    });
    let placed = written.and_then(|()| disk.rename(&temp, path));
    // What could not be written whole is not left behind; there may be nothing to take away.
    placed.inspect_err(|_| drop(disk.remove(&temp)))?;
    disk.sync_folder(folder_of(path))
}

/// Writes a small file of the program's own in one move; it may be lost with the power, and is made again then.
pub fn write_small(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_small_from(disk, path, &|file| file.write_all(bytes))
}

/// The same of what comes piece by piece.
pub fn write_small_from(disk: &dyn Disk, path: &Path, fill: &Fill) -> io::Result<()> {
    let temp = temp_name(path);
    let created = disk.create(&temp);
    let written = created.and_then(|mut file| disk.write_from(&mut file, fill));
    written
        .and_then(|()| disk.rename(&temp, path))
        .inspect_err(|_| drop(disk.remove(&temp)))
}
