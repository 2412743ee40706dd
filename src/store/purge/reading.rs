//! The documents of a workspace as they are, with what their journals hold; what cannot be read is told and kept in mind.

use super::super::disk::Disk;
use super::super::document::Document;
use super::super::erase::is_begun;
use super::super::folder::files;
use super::super::journal;
use super::super::workspace::Workspace;
use super::super::{destroyed, fault, format, vault};
use super::Doomed;
use super::beside::remains;
use crate::domain::problem::{DiskFault, Problem, Why};
use crate::domain::seal::fingerprint;
use crate::domain::text::Text;
use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// A document that was read.
pub(super) struct Found<D> {
    pub path: PathBuf,
    pub doc: D,
    /// Whether its file is but a link to another.
    pub link: bool,
    /// What it and its journal said.
    pub state: String,
}

/// A workspace being read.
pub(super) struct Reading<'a> {
    pub workspace: &'a Workspace,
    /// What was being destroyed when a purge was killed.
    pub remains: Vec<Doomed>,
    /// What cannot be read, and why.
    pub unread: Vec<Problem>,
    /// The documents among it.
    closed: Vec<PathBuf>,
    /// Files that were to be destroyed, by the prints of their paths.
    traced: HashSet<Text>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(workspace: &'a Workspace) -> Self {
        let mut out = Self {
            workspace,
            remains: Vec::new(),
            unread: Vec::new(),
            closed: Vec::new(),
            traced: HashSet::new(),
        };
        match destroyed::destroyed(workspace.disk(), &workspace.destroyed()) {
            Ok(file) => {
                let lines = file.destroyed.into_iter();
                out.traced.extend(lines.flat_map(|line| line.files));
            }
            Err(problem) => out.unread.push(problem),
        }
        out
    }

    /// The documents of a folder.
    pub(super) fn all<D: Document>(&mut self, folder: &str) -> Vec<Found<D>> {
        let disk = self.workspace.disk();
        let before = self.unread.len();
        let mut out = Vec::new();
        for path in files(self.workspace, folder, &mut self.unread) {
            match read(self.workspace, &path) {
                Ok((doc, state)) => out.push(Found {
                    link: disk.is_link(&path),
                    path,
                    doc,
                    state,
                }),
                Err(_) if self.was_begun(&path) => self.remains.push(remains(path)),
                Err(problem) => {
                    self.unread.push(problem);
                    self.closed.push(path);
                }
            }
        }
        self.unread.extend(unopened(self.workspace, folder));
        if self.unread.len() > before {
            self.closed.push(self.workspace.folder(folder));
        }
        out
    }

    /// Whether something in one of these folders cannot be read.
    pub(super) fn is_closed(&self, folders: &[&str]) -> bool {
        let is_one = |name: &&str| self.closed.contains(&self.workspace.folder(name));
        folders.iter().any(is_one)
    }

    /// Whether a file that cannot be read may be one of this document, by the end of its name.
    pub(super) fn may_be_unread(&self, id: Uuid) -> bool {
        let id = id.simple().to_string();
        let names = self.closed.iter().filter_map(|path| path.file_name());
        names
            .map(|name| name.to_string_lossy())
            .any(|name| name.contains(&id[..8]))
    }

    /// What a document, which need not be there, and its journal say now.
    pub(super) fn state(&self, path: &Path) -> io::Result<String> {
        let disk = self.workspace.disk();
        let typed = logged(disk, &self.workspace.own("journal", path, ".log"))?;
        if self.was_begun(path) {
            return Ok(print(&[], &typed));
        }
        let bytes = absent_is_empty(disk.read(path))?;
        Ok(print(&bytes, &typed))
    }

    /// Whether a file was being destroyed: the trace names it, and what it said is overwritten.
    pub(super) fn was_begun(&self, path: &Path) -> bool {
        let disk = self.workspace.disk();
        let print = Text::from(self.workspace.print(path));
        self.traced.contains(&print)
            && !disk.is_link(path)
            && disk.raw(path).is_ok_and(|bytes| is_begun(&bytes))
    }
}

/// What lies encrypted in a workspace that is not.
fn unopened(workspace: &Workspace, folder: &str) -> Vec<Problem> {
    let names = workspace.disk().list(&workspace.folder(folder));
    let folder = workspace.folder(folder);
    let paths = names.unwrap_or_default().into_iter();
    let paths = paths.map(|name| folder.join(name));
    let foreign = |path: &PathBuf| path.extension().is_some_and(|end| end == vault::ENDING);
    paths
        .filter(|path| !workspace.is_encrypted() && foreign(path))
        .map(|path| Problem::Disk(path, DiskFault::Altered))
        .collect()
}

/// A document with what its journal holds, and the state of both.
pub(super) fn read<D: Document>(
    workspace: &Workspace,
    path: &Path,
) -> Result<(D, String), Problem> {
    let disk = workspace.disk();
    let bytes = format::read_bytes(disk, path)?;
    let mut parsed: format::Parsed<D> = format::parse(path, &bytes)?;
    // What only a later program understands may refer to anything.
    if let Some(Why::NewerSchema(schema)) = parsed.why {
        return Err(Problem::ReadOnly(path.to_owned(), Why::NewerSchema(schema)));
    }
    let log = workspace.own("journal", path, ".log");
    let typed = logged(disk, &log).map_err(fault::at(&log))?;
    if parsed.why.is_none() && !typed.is_empty() {
        let print = fingerprint(&bytes);
        let replayed = journal::again(&typed, Some(&print), &mut parsed.doc);
        if replayed.damaged.is_some() {
            return Err(Problem::DamagedLog(log));
        }
    }
    Ok((parsed.doc, print(&bytes, &typed)))
}

fn logged(disk: &dyn Disk, log: &Path) -> io::Result<Vec<u8>> {
    absent_is_empty(disk.read_log(log))
}

fn absent_is_empty(read: io::Result<Vec<u8>>) -> io::Result<Vec<u8>> {
    match read {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        other => other,
    }
}

fn print(bytes: &[u8], typed: &[u8]) -> String {
    [bytes, typed].map(fingerprint).concat()
}
