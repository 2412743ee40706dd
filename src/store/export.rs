//! What is written from a document beside its file, in one move, over nothing but an earlier export.

use super::atomic::{self, Disk, RealDisk, write_whole};
use super::{Handle, Store, fault};
use crate::documents;
use crate::documents::plan::xlsx::WRITTEN_BY;
use crate::domain::problem::{DiskFault, Problem};
use std::io::{self, Cursor, Read as _};
use std::iter;
use std::path::{Path, PathBuf};

/// Most exports of one document under names that others took.
const MOST_EXPORTS: usize = 99;
/// Where a workbook keeps who made it and who saved it last.
const PROPERTIES: &str = "docProps/core.xml";
/// Most bytes of it that are read.
const MOST_READ: u64 = 16 * 1024;

impl Store {
    /// Writes a text made from a document beside its file; gives where. Only an earlier export is replaced: what someone
    /// else wrote under that name stays, and the export gets a number.
    /// Of the names of its session's file it takes `name` as its end.
    pub fn export(
        &self,
        handle: Handle,
        name: &str,
        extension: &str,
        bytes: &[u8],
    ) -> Result<PathBuf, Problem> {
        let path = self
            .path_of(handle)
            .unwrap_or_else(|| self.workspace.root().join("crex"));
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let stem = [&stem, name].map(ToOwned::to_owned).join("-");
        let stem = stem.trim_end_matches('-');
        let folder = atomic::folder_of(&path).to_owned();
        write_free(&*self.disk, &folder, stem, extension, bytes)
    }

    /// Writes what was made of the whole workspace into its folder; gives where. Only an earlier export is replaced.
    pub fn write_out(&self, name: &str, extension: &str, bytes: &[u8]) -> Result<PathBuf, Problem> {
        if let Some(fault) = self.closed {
            return Err(Problem::Disk(self.workspace.root().to_owned(), fault));
        }
        write_free(&*self.disk, self.workspace.root(), name, extension, bytes)
    }
}

/// Writes an export under the first of its names that is free; gives where.
fn write_free(
    disk: &dyn Disk,
    folder: &Path,
    stem: &str,
    extension: &str,
    bytes: &[u8],
) -> Result<PathBuf, Problem> {
    let numbered = (2..=MOST_EXPORTS).map(|n| format!("{stem}-{n}.{extension}"));
    let first = format!("{stem}.{extension}");
    let mut places = iter::once(first.clone())
        .chain(numbered)
        .map(|name| folder.join(name));
    let Some(path) = places.find(|place| is_free(place)) else {
        return Err(Problem::Disk(folder.join(first), DiskFault::Exists));
    };
    write_whole(disk, &path, bytes).map_err(fault::at(&path))?;
    Ok(path)
}

/// Writes an export where it is asked for, as [`Store::export`] writes it.
pub fn write_export(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_whole(&RealDisk, path, bytes)
}

/// Whether these are the bytes of an earlier export, of whatever form, that nobody has saved since.
pub fn is_export(bytes: &[u8]) -> bool {
    is_workbook(bytes) || documents::is_export(&String::from_utf8_lossy(bytes))
}

/// Whether this is a workbook whose properties say that the program was the last to write it.
fn is_workbook(bytes: &[u8]) -> bool {
    let properties = || {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
        let file = archive.by_name(PROPERTIES).ok()?;
        let mut text = String::new();
        file.take(MOST_READ).read_to_string(&mut text).ok()?;
        Some(text)
    };
    let says = |text: &String| {
        let of = |tag: &str| text.contains(&format!("<{tag}>{WRITTEN_BY}</{tag}>"));
        of("dc:creator") && of("cp:lastModifiedBy")
    };
    bytes.starts_with(b"PK") && properties().as_ref().is_some_and(says)
}

/// Whether an export may be written there: nothing is, or an earlier export.
fn is_free(path: &Path) -> bool {
    match std::fs::read(path) {
        Ok(bytes) => is_export(&bytes),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}
