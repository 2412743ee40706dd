//! Every call to the disk that reads or changes what lies in a workspace, in one place: a test makes any of them fail, writes
//! down what a power cut would leave, or kills the program between two; an encrypted workspace is a disk too.

mod look;
mod reading;

pub(super) use look::{is_absent, is_folder, is_there, paths_in, remove};

use super::format::MAX_BYTES;
use reading::read_file;
use std::ffi::OsString;
use std::fmt::Debug;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Largest log that is read, in bytes: one that no save could shorten for a whole day.
const MAX_LOG: u64 = 1024 * 1024 * 1024;

/// Gives what a file is to hold.
pub type Fill<'a> = dyn Fn(&mut dyn io::Write) -> io::Result<()> + 'a;

/// A file open for writing, as the disk that opened it knows it.
#[derive(Debug)]
pub struct Held {
    /// The system's own.
    pub file: File,
    /// Where it was when it was opened.
    pub path: PathBuf,
    /// How long a log is, in bytes: what stands behind belongs to no record.
    pub len: u64,
    /// Whether it leaves the program, so that whoever has the file may read it.
    pub leaves: bool,
}

impl Held {
    /// A file just opened, with nothing in it that counts.
    pub fn new(file: File, path: &Path) -> Self {
        Self {
            file,
            path: path.to_owned(),
            len: 0,
            leaves: false,
        }
    }

    /// The same, as a file that leaves the program.
    #[must_use]
    pub fn leaving(self) -> Self {
        Self {
            leaves: true,
            ..self
        }
    }

    /// The same file once more, to be waited for by another.
    pub fn twin(&self) -> io::Result<Self> {
        Ok(Self {
            file: self.file.try_clone()?,
            path: self.path.clone(),
            len: self.len,
            leaves: self.leaves,
        })
    }
}

/// The calls to a disk. The bodies given here are those of this machine. There are three kinds of files: *whole* ones, written
/// once under a name that nobody reads and then put in their place; *logs*, to which records are added; and *slots*, written
/// over again and again.
pub trait Disk: Debug + Send + Sync {
    /// How the names of documents end on it.
    fn ending(&self) -> &'static str {
        "ron"
    }

    /// The bytes of the file with the key to what is encrypted on it, if that is known.
    fn key(&self) -> Option<Vec<u8>> {
        None
    }

    /// The same disk for the workspace in another folder; none where that makes no difference.
    fn at(&self, _root: &Path) -> Option<SharedDisk> {
        None
    }

    /// What the system knows of a file, links followed.
    fn stat(&self, path: &Path) -> io::Result<Metadata> {
        fs::metadata(path)
    }

    /// What the system knows of a file itself, also where it is a link.
    fn meta(&self, path: &Path) -> io::Result<Metadata> {
        fs::symlink_metadata(path)
    }

    /// The full path that a name stands for, links followed.
    fn real_path(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    /// Leaves a file or a folder to its owner alone.
    #[cfg(unix)]
    fn shut(&self, path: &Path) -> io::Result<()> {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = self.meta(path)?.permissions().mode() & 0o700;
        fs::set_permissions(path, fs::Permissions::from_mode(mode))
    }

    /// Leaves a file or a folder to its owner alone: nothing is open to others here.
    #[cfg(not(unix))]
    fn shut(&self, _path: &Path) -> io::Result<()> {
        Ok(())
    }

    /// The names in a folder.
    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        let entries = fs::read_dir(folder)?;
        entries.map(|entry| Ok(entry?.file_name())).collect()
    }

    /// Some names in a folder, as many as this at most.
    fn glance(&self, folder: &Path, most: usize) -> io::Result<Vec<OsString>> {
        let entries = fs::read_dir(folder)?.take(most);
        entries.map(|entry| Ok(entry?.file_name())).collect()
    }

    /// What is in a whole file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        read_file(path, MAX_BYTES)
    }

    /// The same in place of these bytes, of a file that was just looked at: who reads many files, one after the other, asks for
    /// room once.
    fn read_into(&self, path: &Path, _seen: &Metadata, bytes: &mut Vec<u8>) -> io::Result<()> {
        *bytes = self.read(path)?;
        Ok(())
    }

    /// The bytes of a file as they lie there, whatever they mean.
    fn raw(&self, path: &Path) -> io::Result<Vec<u8>> {
        read_file(path, MAX_BYTES)
    }

    /// Whether a name is but a link to another.
    fn is_link(&self, path: &Path) -> bool {
        path.is_symlink()
    }

    /// Whether a file has other names as well, under which it may be anyone's.
    fn is_shared(&self, path: &Path) -> bool {
        fs::metadata(path).is_ok_and(|meta| names_of(&meta) > 1)
    }

    /// What is in a log, as far as it can be told.
    fn read_log(&self, path: &Path) -> io::Result<Vec<u8>> {
        read_file(path, MAX_LOG)
    }

    /// Each of the `copies` that were written into a slot, or what is left of it.
    fn read_slot(&self, path: &Path, copies: usize) -> io::Result<Vec<Vec<u8>>> {
        let bytes = read_file(path, MAX_BYTES)?;
        let each = (bytes.len() / copies.max(1)).max(1);
        Ok(bytes.chunks(each).map(<[u8]>::to_vec).collect())
    }

    /// Makes a folder for its owner alone, with those it lies in, unless it is there.
    fn make_folder(&self, path: &Path) -> io::Result<()> {
        if path.is_dir() {
            return Ok(());
        }
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(path)
    }

    /// Creates a whole file that was not there, for its owner alone.
    fn create(&self, path: &Path) -> io::Result<Held> {
        let file = private(OpenOptions::new().write(true).create_new(true)).open(path)?;
        Ok(Held::new(file, path))
    }

    /// The same for a file that leaves the program: readable by whoever may open it, also from an encrypted workspace.
    fn create_clear(&self, path: &Path) -> io::Result<Held> {
        let file = private(OpenOptions::new().write(true).create_new(true)).open(path)?;
        Ok(Held::new(file, path))
    }

    /// Writes all that a whole file holds, once.
    fn write(&self, held: &mut Held, bytes: &[u8]) -> io::Result<()> {
        held.file.write_all(bytes)
    }

    /// The same of what `fill` gives in large pieces, which need not be held all at once.
    fn write_from(&self, held: &mut Held, fill: &Fill) -> io::Result<()> {
        let mut bytes = Vec::new();
        fill(&mut bytes)?;
        self.write(held, &bytes)
    }

    /// Creates a log that was not there, for its owner alone.
    fn create_log(&self, path: &Path) -> io::Result<Held> {
        let file = private(OpenOptions::new().append(true).create_new(true)).open(path)?;
        Ok(Held::new(file, path))
    }

    /// Adds records to a log, in one move. When that fails nothing is added: half a record would hide those that come after it.
    fn append(&self, held: &mut Held, records: &[&[u8]]) -> io::Result<()> {
        let bytes = records.concat();
        if let Err(error) = held.file.write_all(&bytes) {
            // What cannot be cut off either is found to be torn when it is read.
            let _ = held.file.set_len(held.len);
            return Err(error);
        }
        held.len += bytes.len() as u64;
        Ok(())
    }

    /// Opens a slot, made for its owner alone where it is not there; what is in it stays until it is written over.
    fn open_slot(&self, path: &Path) -> io::Result<Held> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        refuse_what_is_no_file(path)?;
        Ok(Held::new(private(&mut options).open(path)?, path))
    }

    /// Writes so many copies of these bytes over what is in a slot, in one move. What stands behind them stays.
    fn write_slot(&self, held: &mut Held, bytes: &[u8], copies: usize) -> io::Result<()> {
        held.file.rewind()?;
        match copies {
            1 => held.file.write_all(bytes),
            _ => held.file.write_all(&bytes.repeat(copies)),
        }
    }

    /// Writes zeros over all that lies in a file, whatever it means, and waits for the disk to have them.
    fn blank(&self, path: &Path) -> io::Result<()> {
        let len = usize::try_from(self.stat(path)?.len()).unwrap_or_default();
        let mut held = self.open_slot(path)?;
        self.write_slot(&mut held, &vec![0; len], 1)?;
        self.sync(&held)
    }

    /// Writes these bytes over one of the copies in a slot, the first being 0: each has as many bytes.
    fn write_copy(&self, held: &mut Held, bytes: &[u8], copy: usize) -> io::Result<()> {
        let at = (copy * bytes.len()) as u64;
        held.file.seek(io::SeekFrom::Start(at))?;
        held.file.write_all(bytes)
    }

    /// Opens the file that a lock is taken on, made where it is not there.
    fn open_lock(&self, path: &Path) -> io::Result<File> {
        let mut options = OpenOptions::new();
        // A share may want to read what is locked for several.
        options.read(true).write(true).create(true).truncate(false);
        refuse_what_is_no_file(path)?;
        private(&mut options).open(path)
    }

    /// Waits until what was written is on the disk.
    fn sync(&self, held: &Held) -> io::Result<()> {
        held.file.sync_all()
    }

    /// Keeps the file `from` under the second name `to` too, which nothing has yet; a copy where the disk knows no second
    /// names.
    fn keep(&self, from: &Path, to: &Path) -> io::Result<()> {
        match fs::hard_link(from, to) {
            // Copying over a second name of the same file would empty both.
            Err(error)
                if !matches!(
                    error.kind(),
                    io::ErrorKind::AlreadyExists | io::ErrorKind::NotFound
                ) =>
            {
                copy(from, to)
            }
            other => other,
        }
    }

    /// Puts the file `from` in the place of `to`.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    /// Waits until the names in a folder are on the disk, where that can be asked for.
    #[cfg(unix)]
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        match File::open(folder)?.sync_all() {
            // Some network and FAT disks cannot.
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
                ) =>
            {
                Ok(())
            }
            other => other,
        }
    }

    /// Waits until the names in a folder are on the disk: this system does that by itself.
    #[cfg(not(unix))]
    fn sync_folder(&self, _folder: &Path) -> io::Result<()> {
        Ok(())
    }

    /// Removes a folder in which nothing is.
    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }
}

/// A disk that several hold.
pub type SharedDisk = Arc<dyn Disk>;

/// The disk of this machine.
#[derive(Clone, Copy, Debug)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn read_into(&self, path: &Path, seen: &Metadata, bytes: &mut Vec<u8>) -> io::Result<()> {
        reading::read_seen(path, seen, bytes)
    }

    fn write_from(&self, held: &mut Held, fill: &Fill) -> io::Result<()> {
        fill(&mut held.file)
    }
}

/// A pipe or a device in the place of a file: opening it could wait for ever, reading it never end.
fn refuse_what_is_no_file(path: &Path) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(there) if !there.is_file() => Err(io::ErrorKind::InvalidInput.into()),
        _ => Ok(()),
    }
}

/// How many names a file has.
#[cfg(unix)]
fn names_of(meta: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::nlink(meta)
}

/// How many names a file has: this system does not tell without opening it, and programs give it but one.
#[cfg(not(unix))]
fn names_of(_meta: &Metadata) -> u64 {
    1
}

/// Makes a file to be created readable by its owner alone.
#[cfg(unix)]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt as _;
    options.mode(0o600)
}

/// Makes a file to be created readable by its owner alone: a person's folders are already so here.
#[cfg(not(unix))]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

/// Copies a file to where nothing is, and waits for the disk to have it: whole or not at all.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let bytes = fs::read(from)?;
    let mut file = private(OpenOptions::new().write(true).create_new(true)).open(to)?;
    let written = file.write_all(&bytes).and_then(|()| file.sync_all());
    // Half a copy would pass for a whole one.
    written.inspect_err(|_| drop(fs::remove_file(to)))
}
