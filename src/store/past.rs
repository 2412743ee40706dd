//! Earlier sessions read once more: for what a later one can learn from them, on a thread of its own, so that few or many, no
//! key waits for them; and all at once, for what is told of them together.

use super::listing::{Found, files, read_all};
use super::{Store, Wake, format};
use crate::domain::action::FollowUpFile;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

/// Reads these sessions, keeps of each what `keep` says, and makes the whole of it with `whole`. It comes later, with a call
/// for attention. One that cannot be read gives nothing.
pub fn gather<T: 'static, R: Send + 'static>(
    paths: Vec<PathBuf>,
    keep: fn(&Session) -> T,
    whole: impl FnOnce(Vec<T>) -> R + Send + 'static,
    wake: Wake,
) -> Receiver<R> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let read = paths.iter().filter_map(|path| read(path));
        let all = whole(read.map(|session| keep(&session)).collect());
        // Whoever asked may have left meanwhile.
        if sender.send(all).is_ok() {
            wake();
        }
    });
    receiver
}

fn read(path: &Path) -> Option<Session> {
    let bytes = format::read_bytes(path).ok()?;
    let parsed: format::Parsed<Session> = format::parse(path, &bytes).ok()?;
    Some(parsed.doc)
}

/// What all the sessions of a workspace give together; what cannot be read is said in its place.
#[derive(Clone, Debug)]
pub struct Survey<T> {
    /// What was kept of each session, simulated ones included, by file name.
    pub sessions: Vec<Found<T>>,
    /// The follow-ups said between meetings, by file name.
    pub follow_ups: Vec<Found<FollowUpFile>>,
    /// Folders that could not be looked into.
    pub problems: Vec<Problem>,
}

impl<T> Survey<T> {
    /// What could not be read.
    pub fn unread(&self) -> impl Iterator<Item = &Problem> {
        let sessions = self.sessions.iter().filter_map(|f| f.1.as_ref().err());
        let said = self.follow_ups.iter().filter_map(|f| f.1.as_ref().err());
        sessions.chain(said).chain(&self.problems)
    }
}

impl Store {
    /// Reads every session and follow-up once, and keeps of each session what `keep` says.
    pub fn survey<T: Send>(&self, keep: fn(&Session) -> T) -> Survey<T> {
        let mut problems = Vec::new();
        let mut paths = files(&self.workspace, "sessions", &mut problems);
        // A file is what it says it is, wherever it lies.
        paths.extend(files(&self.workspace, "simulations", &mut problems));
        let said = files(&self.workspace, "followups", &mut problems);
        Survey {
            sessions: read_all(paths, |session: Session| keep(&session)),
            follow_ups: read_all(said, |doc| doc),
            problems,
        }
    }
}
