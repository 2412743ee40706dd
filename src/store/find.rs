//! Finding words in all that lies in a workspace: at once for the command line, behind and bit by bit for the screen, so that no
//! key waits for it. Notes are private and never looked into.

pub use crate::library::find::fold;

use super::listing::files;
use super::many::read_all;
use super::{Store, Wake, format};
use crate::domain::action::FollowUpFile;
use crate::domain::analysis::AnalysisFile;
use crate::domain::incident::IncidentFile;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::library::find::{Group, Query, in_analysis, in_follow_up, in_incident, in_session};
use crate::store::document::Document;
use std::cmp::Reverse;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// Most files that answer and are told: more says nothing to a reader.
const MOST: usize = 300;
/// Files read between two looks at whether the answer is still wanted.
const STRIDE: usize = 32;

/// A file that answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Where it lies.
    pub path: PathBuf,
    /// What it answers.
    pub group: Group,
}

/// What comes of looking behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// These answer as well, below those before.
    More(Vec<Answer>),
    /// All was read; whether there would have been more to tell.
    Over(bool),
}

/// A folder and how its files answer.
type Look = (
    &'static str,
    fn(&Path, &Query) -> Result<Option<Group>, Problem>,
);

/// The sessions first, then what waits.
const LOOKS: [Look; 5] = [
    ("sessions", session),
    ("simulations", session),
    ("analyses", analysis),
    ("incidents", incident),
    ("followups", follow_up),
];

/// Looking that goes on behind; dropped, it stops.
#[derive(Debug)]
pub struct Looking {
    told: Receiver<Told>,
    stop: Arc<AtomicBool>,
}

impl Looking {
    /// What came since the last time; never waits.
    pub fn told(&self) -> impl Iterator<Item = Told> {
        self.told.try_iter()
    }
}

impl Drop for Looking {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Store {
    /// Finds in all of the workspace, sessions first, the newest before the others; simulations only when asked. What cannot be
    /// read is told beside.
    pub fn find(&self, query: &Query, simulations: bool) -> (Vec<Answer>, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut of = |folder| files(&self.workspace, folder, &mut problems);
        let [sessions, played] = ["sessions", "simulations"].map(&mut of);
        let [analyses, incidents, said] = ["analyses", "incidents", "followups"].map(&mut of);
        let held: Vec<PathBuf> = sessions.into_iter().chain(played).collect();
        let mut found = read_all(&held, |doc: Session| in_session(&doc, query));
        found.sort_by_key(|(_, group)| {
            let group = group.as_ref().ok().and_then(Option::as_ref);
            Reverse(group.map(|group| (group.date, group.number)))
        });
        found.extend(read_all(&analyses, |doc: AnalysisFile| {
            in_analysis(&doc, query)
        }));
        found.extend(read_all(&incidents, |doc: IncidentFile| {
            in_incident(&doc, query)
        }));
        found.extend(read_all(&said, |doc: FollowUpFile| {
            in_follow_up(&doc, query)
        }));
        let mut answers = Vec::new();
        for (path, group) in found {
            match group {
                Ok(group) => answers.extend(group.map(|group| Answer { path, group })),
                Err(problem) => problems.push(problem),
            }
        }
        answers.retain(|answer| simulations || !answer.group.simulation);
        (answers, problems)
    }

    /// The same on a thread of its own, bit by bit; `wake` is called when there is something new.
    pub fn find_behind(&self, query: Query, simulations: bool, wake: Wake) -> Looking {
        let workspace = self.workspace.clone();
        let (sender, told) = channel();
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        thread::spawn(move || {
            let mut unread = Vec::new();
            let mut task = Task {
                query,
                simulations,
                sender,
                wake,
                stop: stopped,
                n: 0,
            };
            for (folder, look) in LOOKS {
                let mut paths = files(&workspace, folder, &mut unread);
                // The names begin with the day: the newest first.
                paths.reverse();
                if !task.look(&paths, look) {
                    return;
                }
            }
            task.tell(Told::Over(false));
        });
        Looking { told, stop }
    }
}

/// A thread that looks.
struct Task {
    query: Query,
    simulations: bool,
    sender: Sender<Told>,
    wake: Wake,
    stop: Arc<AtomicBool>,
    /// Files that answered.
    n: usize,
}

impl Task {
    /// Looks into these files; says whether more is wanted.
    fn look(
        &mut self,
        paths: &[PathBuf],
        look: fn(&Path, &Query) -> Result<Option<Group>, Problem>,
    ) -> bool {
        for some in paths.chunks(STRIDE) {
            if self.stop.load(Ordering::Relaxed) {
                return false;
            }
            let answer = |path: &PathBuf| {
                // What cannot be read is told at home.
                let group = look(path, &self.query).ok().flatten()?;
                let wanted = self.simulations || !group.simulation;
                wanted.then(|| Answer {
                    path: path.clone(),
                    group,
                })
            };
            let answers: Vec<Answer> = some.iter().filter_map(answer).collect();
            if answers.is_empty() {
                continue;
            }
            self.n += answers.len();
            if !self.tell(Told::More(answers)) {
                return false;
            }
            if self.n >= MOST {
                self.tell(Told::Over(true));
                return false;
            }
        }
        true
    }

    /// Tells, with a call for attention; says whether anyone is there to hear.
    fn tell(&self, told: Told) -> bool {
        let heard = self.sender.send(told).is_ok();
        if heard {
            (self.wake)();
        }
        heard
    }
}

fn read<D: Document>(path: &Path) -> Result<D, Problem> {
    let bytes = format::read_bytes(path)?;
    Ok(format::parse(path, &bytes)?.doc)
}

fn session(path: &Path, query: &Query) -> Result<Option<Group>, Problem> {
    Ok(in_session(&read::<Session>(path)?, query))
}

fn analysis(path: &Path, query: &Query) -> Result<Option<Group>, Problem> {
    Ok(in_analysis(&read::<AnalysisFile>(path)?, query))
}

fn incident(path: &Path, query: &Query) -> Result<Option<Group>, Problem> {
    Ok(in_incident(&read::<IncidentFile>(path)?, query))
}

fn follow_up(path: &Path, query: &Query) -> Result<Option<Group>, Problem> {
    Ok(in_follow_up(&read::<FollowUpFile>(path)?, query))
}
