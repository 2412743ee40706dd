//! From what a library says went wrong to our own words' kinds.

pub use crate::domain::ron_fault::ron;

use crate::domain::problem::{DiskFault, Problem};
use std::io;
use std::path::Path;

/// The kind of a disk's refusal.
pub fn disk(error: &io::Error) -> DiskFault {
    match error.kind() {
        io::ErrorKind::NotFound => DiskFault::NotFound,
        io::ErrorKind::PermissionDenied => DiskFault::Denied,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => DiskFault::Full,
        io::ErrorKind::ReadOnlyFilesystem => DiskFault::ReadOnly,
        io::ErrorKind::AlreadyExists => DiskFault::Exists,
        io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy => DiskFault::Busy,
        // Nothing else that the disk is asked for says so.
        io::ErrorKind::InvalidData => DiskFault::Altered,
        // A spreadsheet keeps what it shows for itself there: a sharing or a lock violation.
        _ if cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)) => DiskFault::Busy,
        _ => DiskFault::Other(error.raw_os_error()),
    }
}

/// The problem of a disk's refusal at `path`.
pub fn at(path: &Path) -> impl Fn(io::Error) -> Problem + '_ {
    move |error| Problem::Disk(path.to_owned(), disk(&error))
}

/// The same, for those who have an error already.
pub fn problem(path: &Path, error: &io::Error) -> Problem {
    Problem::Disk(path.to_owned(), disk(error))
}
