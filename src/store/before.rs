//! What lies in a workspace when a new meeting begins: at once where that is quickly read, else behind, so that no key waits.

use super::folder::files;
use super::late::give_way;
use super::many::{MANY, read_all};
use super::workspace::Workspace;
use super::{Found, Store, Wake};
use crate::domain::action::FollowUpFile;
use crate::domain::incident::IncidentFile;
use crate::domain::session::Session;
use crate::library::carry::Left;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::thread;

/// What a new meeting begins with; what cannot be read gives nothing.
#[derive(Clone, Debug)]
pub struct Before {
    /// What each session leaves, by file name.
    pub sessions: Vec<Left>,
    /// What was said between meetings.
    pub follow_ups: Vec<FollowUpFile>,
    /// The events of the workspace, heard or not.
    pub incidents: Vec<IncidentFile>,
}

impl Store {
    /// What a new meeting begins with, or where it will come from, with a call for attention.
    pub fn before(&self, wake: Wake) -> Result<Before, Receiver<Before>> {
        // What cannot be looked into is told where the folder is listed.
        let sessions = files(&self.workspace, "sessions", &mut Vec::new());
        if sessions.len() < MANY {
            return Ok(read(&self.workspace, &sessions));
        }
        let workspace = self.workspace.clone();
        let (sender, coming) = channel();
        thread::spawn(move || {
            give_way();
            // Whoever asked may have left meanwhile.
            if sender.send(read(&workspace, &sessions)).is_ok() {
                wake();
            }
        });
        Err(coming)
    }
}

fn read(workspace: &Workspace, sessions: &[PathBuf]) -> Before {
    let disk = workspace.disk();
    let of = |folder| files(workspace, folder, &mut Vec::new());
    Before {
        sessions: good(read_all(disk, sessions, |session: Session| {
            Left::of(&session)
        })),
        follow_ups: good(read_all(disk, &of("followups"), |doc| doc)),
        incidents: good(read_all(disk, &of("incidents"), |doc| doc)),
    }
}

fn good<T>(found: Vec<Found<T>>) -> Vec<T> {
    found.into_iter().filter_map(|found| found.1.ok()).collect()
}
