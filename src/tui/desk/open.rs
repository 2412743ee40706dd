//! An open document, with the states before and after it that undo and redo go through.

use super::Group;
use crate::domain::parts::{Change, Parts};
use crate::domain::problem::{Remark, Why};
use crate::store::{Access, Handle, Opened};
use chrono::NaiveDateTime;
use std::path::PathBuf;
use std::time::Duration;

/// Most states kept for undo.
const MAX_UNDO: usize = 500;
/// A pause longer than this begins a new group of undo.
const PAUSE: Duration = Duration::from_secs(2);

/// An open document.
#[derive(Clone)]
pub struct Open<D> {
    /// The document.
    pub doc: D,
    /// Its handle in the store.
    pub handle: Handle,
    /// Why it may only be read, if so.
    pub read_only: Option<Why>,
    /// What was noticed at opening.
    pub remarks: Vec<Remark>,
    /// Where the user was in it when the program ended.
    pub place: Option<String>,
    /// Where another state of it lies, if so: a file that was changed elsewhere.
    pub rival: Option<PathBuf>,
    /// Rises with each change.
    pub revision: u64,
    undo: Vec<(D, Group)>,
    redo: Vec<D>,
    last_edit: Option<NaiveDateTime>,
}

impl<D: Parts> Open<D> {
    /// A document as the store opened it.
    pub fn new(opened: Opened<D>) -> Self {
        let read_only = match opened.access {
            Access::Write => None,
            Access::Read(why) => Some(why),
        };
        let rival = opened.remarks.iter().find_map(|remark| match remark {
            Remark::Foreign(kept) => Some(kept.clone()),
            _ => None,
        });
        Self {
            doc: opened.doc,
            handle: opened.handle,
            read_only,
            remarks: opened.remarks,
            place: opened.place,
            rival,
            revision: 0,
            undo: Vec::new(),
            redo: Vec::new(),
            last_edit: None,
        }
    }

    /// Changes the document; gives what changed, nothing if it stayed equal or may not change. Where the change says that it
    /// does not stand, nothing of it is left.
    pub(super) fn edit(
        &mut self,
        group: Group,
        now: NaiveDateTime,
        change: impl FnOnce(&mut D) -> bool,
    ) -> Vec<Change> {
        if self.read_only.is_some() {
            return Vec::new();
        }
        let before = self.doc.clone();
        if !change(&mut self.doc) {
            self.doc = before;
            return Vec::new();
        }
        let changes = before.diff(&self.doc);
        if changes.is_empty() {
            return changes;
        }
        let paused = self
            .last_edit
            .is_none_or(|at| (now - at).to_std().unwrap_or_default() > PAUSE);
        let joined =
            !paused && group != Group::Alone && self.undo.last().is_some_and(|(_, g)| *g == group);
        if !joined {
            self.undo.push((before, group));
            if self.undo.len() > MAX_UNDO {
                self.undo.remove(0);
            }
        }
        self.redo.clear();
        self.last_edit = Some(now);
        self.revision += 1;
        changes
    }

    /// Changes what cannot be undone.
    pub(super) fn advance(&mut self, change: impl FnOnce(&mut D)) -> Vec<Change> {
        if self.read_only.is_some() {
            return Vec::new();
        }
        let before = self.doc.clone();
        change(&mut self.doc);
        let changes = before.diff(&self.doc);
        self.revision += u64::from(!changes.is_empty());
        changes
    }

    pub(super) fn undo(&mut self) -> Vec<Change> {
        let Some((mut before, _)) = self.undo.pop() else {
            return Vec::new();
        };
        before.keep_course(&self.doc);
        let after = std::mem::replace(&mut self.doc, before);
        let changes = after.diff(&self.doc);
        self.redo.push(after);
        self.revision += 1;
        changes
    }

    pub(super) fn redo(&mut self) -> Vec<Change> {
        let Some(mut after) = self.redo.pop() else {
            return Vec::new();
        };
        after.keep_course(&self.doc);
        let before = std::mem::replace(&mut self.doc, after);
        let changes = before.diff(&self.doc);
        self.undo.push((before, Group::Alone));
        self.revision += 1;
        changes
    }

    /// Can be undone as far as `before` could, of which this is a copy.
    pub(in crate::tui) fn go_on_from(&mut self, before: Self) {
        self.undo = before.undo;
        self.redo = before.redo;
        self.last_edit = before.last_edit;
    }

    /// Forgets what could be undone: a vote was opened or closed, or the session sealed.
    pub(super) fn barrier(&mut self) {
        self.undo.clear();
        self.redo.clear();
    }
}

/// The way through the states kept: back is undo.
#[derive(Clone, Copy)]
pub(super) enum Travel {
    Back,
    Forth,
}

impl Travel {
    pub(super) fn go<D: Parts>(self, open: &mut Open<D>) -> Vec<Change> {
        match (open.read_only.is_some(), self) {
            (true, _) => Vec::new(),
            (false, Self::Back) => open.undo(),
            (false, Self::Forth) => open.redo(),
        }
    }
}
