//! What can be wrong with the world, as data: each is worded in the user's language by `words`, never by a library.

use super::code::{Code, Label};
use super::grid::GridFault;
use super::scenario_fault::Finding;
use super::text::Text;
use chrono::NaiveDate;
use std::path::PathBuf;

/// Why the disk refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiskFault {
    /// There is no such file or folder.
    NotFound,
    /// No permission.
    Denied,
    /// The disk is full, or a quota is reached.
    Full,
    /// The disk or folder is read-only.
    ReadOnly,
    /// It exists already.
    Exists,
    /// Another program has it open and lets nobody else write it.
    Busy,
    /// It is encrypted, and was changed, cut, or encrypted to another key.
    Altered,
    /// Anything else; the number the system gives, if any.
    Other(Option<i32>),
}

/// Why a file cannot be read as what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// 0 bytes.
    Empty,
    /// A folder.
    Folder,
    /// Neither a file nor a folder: a pipe, a device.
    NotAFile,
    /// Larger than any file of this kind can be: its size and the limit, in bytes.
    TooLarge(u64, u64),
    /// A folder of more files than are read: how many there are, and the limit.
    TooMany(usize, usize),
    /// Text in UTF-16.
    Utf16,
    /// Not text in UTF-8; the offset of the first wrong byte.
    NotUtf8(usize),
    /// Ends in the middle: line and column where it stops.
    Cut(usize, usize),
    /// Not RON, or not the fields expected: line, column, and the kind of fault.
    Ron(usize, usize, RonFault),
    /// Content that parses but is not coherent (two items of one id, an unknown parent…): what, named.
    Incoherent(Text),
}

/// What RON stumbled on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RonFault {
    /// Something else stands where this was expected: a short sign such as `:` or `)`.
    Expected(Text),
    /// A value of another kind than the field takes; what was expected and found, as RON says them.
    WrongValue(Text, Text),
    /// A name that is none of those allowed.
    UnknownVariant(Text),
    /// A field that must be there is missing.
    MissingField(Text),
    /// A field stands twice.
    DuplicateField(Text),
    /// A text without its closing sign, or with an unknown escape.
    BadText,
    /// A number that does not fit.
    BadNumber,
    /// Nested too deep.
    TooDeep,
    /// Something follows the end.
    Trailing,
    /// Any other fault.
    Other,
}

/// Why a file cannot be the logo of a structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoFault {
    /// Its name leads out of the workspace.
    Outside,
    /// There is no such file.
    Missing,
    /// It is larger than a logo may be.
    TooBig,
    /// It is no whole PNG or JPEG.
    NotAnImage,
}

/// Why an encrypted workspace stays closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockFault {
    /// Nobody gave the passphrase.
    Missing,
    /// Who was asked for it left.
    Left,
    /// It is not the passphrase.
    Wrong,
    /// The file with the key is not whole.
    Damaged,
    /// What was given as a recovery key is none.
    NotAKey,
    /// The file with the key is not the one that was opened.
    OtherKey,
    /// The folder is closed by another key than the session that is to go there, or only one of the two is closed.
    NotAlike,
    /// The file with the key is missing beside encrypted documents.
    NoKey,
}

/// Something that keeps a command or a file from working.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The disk refused at this path.
    Disk(PathBuf, DiskFault),
    /// The file is damaged.
    File(PathBuf, FileFault),
    /// The grid in the file cannot be walked: what is wrong first.
    Grid(PathBuf, GridFault),
    /// The scenario in the file cannot be played: what is wrong first, and where.
    Scenario(PathBuf, Box<Finding>),
    /// No session has this name, date or beginning of a title.
    NoSession(Text),
    /// The file, or something in the folder, changed since it was shown what would be destroyed.
    Since(PathBuf),
    /// What is to lie apart from a workspace would lie in it.
    Inside(PathBuf),
    /// The journal of a document is damaged: not all that was typed can be told.
    DamagedLog(PathBuf),
    /// Several have it: their file names.
    ManySessions(Text, Vec<Text>),
    /// The file cannot be the logo; its name as it was given.
    Logo(Text, LogoFault),
    /// The workspace in this folder is encrypted and stays closed.
    Locked(PathBuf, LockFault),
    /// So many documents of the encrypted workspace in this folder lie in the clear: it was not encrypted to its end.
    LeftClear(PathBuf, usize),
    /// The workspace in this folder is open in other windows, or on other machines: what needs all of it was not begun.
    InUse(PathBuf),
    /// All of the workspace in this folder is being turned or cleaned: by whom, as far as known.
    WorkedOn(PathBuf, Text),
    /// The file was changed while the workspace was being turned: it was left as it is.
    Touched(PathBuf),
    /// There is no terminal.
    NoTerminal,
    /// The document may not change: sealed, newer, or held by another.
    ReadOnly(PathBuf, Why),
    /// The file was changed by another since it was read, and was left alone: nothing was sealed.
    Changed(PathBuf),
    /// The computer's name for a person's own folders is not known; a workspace must be named.
    NoHome,
}

/// Why a document is open for reading only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Sealed.
    Sealed,
    /// Written by a newer version: its schema.
    NewerSchema(u32),
    /// It holds fields that this version does not know: their paths.
    UnknownFields(Vec<Text>),
    /// Open in another window or on another machine: process number, machine, and since when, as far as known.
    Held(Text),
    /// The disk lets nothing be written there.
    Disk(DiskFault),
    /// An analysis that a meeting has heard: its day and its number.
    Presented(NaiveDate, u32),
    /// Opened to be read again, not to go on with it.
    Reviewed,
}

/// What was noticed while reading, without keeping the file from opening.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// It began with a byte order mark.
    ByteOrderMark,
    /// Characters that no text may hold were taken out or replaced.
    Cleaned,
    /// Written by an older version and understood: its schema.
    Migrated(u32),
    /// The sealed bytes no longer match their fingerprint.
    SealBroken,
    /// It is sealed, and holds fields that this version does not know: their paths.
    UnknownFields(Vec<Text>),
    /// Changes were brought back from the journal: how many.
    Recovered(usize),
    /// They were put back over a file that was changed elsewhere meanwhile: where what it said is kept.
    Foreign(PathBuf),
    /// The end of the journal was torn and left out.
    TornJournal,
    /// The journal is damaged in the middle: the number of its first damaged record (0 is its head), and how many edits were
    /// lost for it. What stands behind was brought back; the damaged journal is kept.
    DamagedJournal(u64, u64),
    /// A link points to nothing: where and to what.
    Dangling(Text, Text),
    /// Two items have the same id: where and which.
    DuplicateId(Text, Text),
    /// A number is larger than it can be: where, and which.
    OutOfRange(Text, u32),
    /// The counter of ids is lower than a number that was given: where, and the number.
    LowCounter(Text, u32),
    /// A shipped grid was used in other words than this program has for the same version: its name.
    GridReworded(Label),
    /// A shipped grid was used in a version that this program does not have: its name, the version used, the newest here.
    GridVersion(Label, u32, u32),
    /// A grid was used that is neither carried nor shipped here: its id.
    GridUnknown(Code),
    /// A paper that no voter can have handed in: in which vote, and the how manieth of its papers.
    BadPaper(Text, usize),
    /// An amendment was changed, moved, or one before it taken out: the how manieth.
    AmendmentBroken(usize),
    /// One or more amendments are missing at the end.
    AmendmentsCut,
    /// More papers or hands than there were voters: in which vote, and how many voters.
    Miscounted(Text, u32),
    /// It bears what only a simulation leaves, and says that it is a real session.
    Played,
}
