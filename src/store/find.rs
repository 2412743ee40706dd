//! Finding words in all that lies in a workspace: at once for the command line, behind and bit by bit for the screen, so that no
//! key waits for it. Notes are private and never looked into.

pub use crate::library::find::fold;

use super::disk::Disk;
use super::folder::files;
use super::late::give_way;
use super::listing::{Found, entries};
use super::many::read_all;
use super::words::{Shelf, Verdict};
use super::workspace::Workspace;
use super::{Store, Wake, format};
use crate::domain::action::FollowUpFile;
use crate::domain::amendments::AmendmentFile;
use crate::domain::analysis::AnalysisFile;
use crate::domain::incident::IncidentFile;
use crate::domain::order::Order;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::library::find::{
    Group, Query, in_amendments, in_analysis, in_follow_up, in_incident, in_session, words_of,
};
use crate::store::document::Document;
use std::cmp::Reverse;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, OnceLock};
use std::thread;
use uuid::Uuid;

/// Most files that answer and are told: more says nothing to a reader.
pub const MOST: usize = 300;
/// Files read between two looks at whether the answer is still wanted.
const STRIDE: usize = 32;
/// Files looked into at once where only the newest that answer are told.
const SOME: usize = 64;
/// Files whose words are learned at once.
const LEARNED: usize = 256;

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

/// All that answers.
#[derive(Clone, Debug)]
pub struct Answers {
    /// The files that answer.
    pub answers: Vec<Answer>,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// Whether older sessions may answer as well.
    pub cut: bool,
}

/// How the files of a folder answer.
#[derive(Clone, Copy)]
enum Look {
    /// As sessions, whose words are known.
    Sessions,
    /// Each for itself.
    Others(fn(&Path, &Played, &Query) -> Result<Option<Group>, Problem>),
}

/// Which sessions are simulations, asked of the disk when it is first needed: what was said of one answers as it does.
struct Played<'a> {
    workspace: &'a Workspace,
    ids: OnceLock<HashSet<Uuid>>,
}

impl<'a> Played<'a> {
    const fn of(workspace: &'a Workspace) -> Self {
        let ids = OnceLock::new();
        Self { workspace, ids }
    }

    fn holds(&self, session: Uuid) -> bool {
        let read = || {
            // What cannot be read is told where the sessions are.
            let of = |folder| entries(self.workspace, folder, &mut Vec::new()).into_iter();
            let heads = of("simulations").chain(of("sessions"));
            let heads = heads.filter_map(|entry| entry.state.ok());
            let played = heads.filter(|head| head.simulation);
            played.map(|head| head.id).collect()
        };
        self.ids.get_or_init(read).contains(&session)
    }
}

/// The sessions first, then what waits.
const LOOKS: [(&str, Look); 6] = [
    ("sessions", Look::Sessions),
    ("simulations", Look::Sessions),
    ("analyses", Look::Others(analysis)),
    ("incidents", Look::Others(incident)),
    ("followups", Look::Others(follow_up)),
    ("amendments", Look::Others(amendments)),
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
    /// Of sessions that answer, at least the newest `most` are told.
    pub fn find(&self, query: &Query, simulations: bool, most: usize) -> Answers {
        let mut problems = Vec::new();
        let mut of = |folder| files(&self.workspace, folder, &mut problems);
        let [sessions, simulated] = ["sessions", "simulations"].map(&mut of);
        let [analyses, incidents] = ["analyses", "incidents"].map(&mut of);
        let [said, amended] = ["followups", "amendments"].map(&mut of);
        let mut cut = false;
        let mut within =
            |folder, paths: &[PathBuf]| self.in_sessions(folder, paths, query, most, &mut cut);
        let mut found = within("sessions", &sessions);
        if simulations {
            found.extend(within("simulations", &simulated));
        }
        found.order_by_key(|(_, group)| {
            let group = group.as_ref().ok().and_then(Option::as_ref);
            Reverse(group.map(|group| (group.date, group.number)))
        });
        found.extend(read_all(&*self.disk, &analyses, |doc: AnalysisFile| {
            in_analysis(&doc, query)
        }));
        found.extend(read_all(&*self.disk, &incidents, |doc: IncidentFile| {
            in_incident(&doc, query)
        }));
        let played = Played::of(&self.workspace);
        let played = |session| played.holds(session);
        found.extend(read_all(&*self.disk, &said, |doc: FollowUpFile| {
            in_follow_up(&doc, played, query)
        }));
        found.extend(read_all(&*self.disk, &amended, |doc: AmendmentFile| {
            in_amendments(&doc, played, query)
        }));
        let mut answers = Vec::new();
        for (path, group) in found {
            match group {
                Ok(group) => answers.extend(group.map(|group| Answer { path, group })),
                Err(problem) => problems.push(problem),
            }
        }
        answers.retain(|answer| simulations || !answer.group.simulation);
        Answers {
            answers,
            problems,
            cut,
        }
    }

    /// What these sessions of a folder answer. Those of which it is known that they cannot are not even read.
    fn in_sessions(
        &self,
        folder: &str,
        paths: &[PathBuf],
        query: &Query,
        most: usize,
        cut: &mut bool,
    ) -> Vec<Found<Option<Group>>> {
        let mut shelf = Shelf::of(&self.workspace, folder, paths);
        let learns = shelf.learns();
        let verdicts = shelf.verdicts(paths, query);
        let those = |wanted| -> Vec<PathBuf> {
            // The names begin with the day: the newest first.
            let judged = paths.iter().zip(&verdicts).rev();
            let wanted = judged.filter(|(_, verdict)| **verdict == wanted);
            wanted.map(|(path, _)| path.clone()).collect()
        };
        let mut found = Vec::new();
        for some in those(Verdict::Maybe).chunks(SOME.min(most).max(1)) {
            if found.len() >= most {
                *cut = true;
                break;
            }
            found.extend(read_all(&*self.disk, some, |doc: Session| {
                in_session(&doc, query)
            }));
        }
        // Not all at once: the words of many sessions take room.
        for some in those(Verdict::Unknown).chunks(LEARNED) {
            let read = read_all(&*self.disk, some, |doc: Session| {
                let words = if learns { words_of(&doc) } else { Vec::new() };
                (in_session(&doc, query), words)
            });
            found.extend(read.into_iter().map(|(path, read)| {
                let group = read.map(|(group, words)| {
                    shelf.learn(&path, &words);
                    group
                });
                (path, group)
            }));
        }
        shelf.keep();
        found
    }

    /// The same on a thread of its own, bit by bit; `wake` is called when there is something new.
    pub fn find_behind(&self, query: Query, simulations: bool, wake: Wake) -> Looking {
        let workspace = self.workspace.clone();
        let (sender, told) = channel();
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        thread::spawn(move || {
            give_way();
            let mut unread = Vec::new();
            let mut task = Task {
                query,
                simulations,
                sender,
                wake,
                stop: stopped,
                n: 0,
            };
            let played = Played::of(&workspace);
            for (folder, look) in LOOKS {
                let mut paths = files(&workspace, folder, &mut unread);
                // The names begin with the day: the newest first.
                paths.reverse();
                let more = match look {
                    Look::Sessions => task.look_in_sessions(&workspace, folder, &paths),
                    // What cannot be read is told at home.
                    Look::Others(look) => {
                        task.look(&paths, |path, query| look(path, &played, query).ok()?)
                    }
                };
                if !more {
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
        mut look: impl FnMut(&Path, &Query) -> Option<Group>,
    ) -> bool {
        for some in paths.chunks(STRIDE) {
            if self.stop.load(Ordering::Relaxed) {
                return false;
            }
            let answer = |path: &PathBuf| {
                let group = look(path, &self.query)?;
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

    /// Looks into those of these sessions that can answer, and learns the words of those of which nothing is known.
    fn look_in_sessions(&mut self, workspace: &Workspace, folder: &str, paths: &[PathBuf]) -> bool {
        let mut shelf = Shelf::of(workspace, folder, paths);
        let verdicts = shelf.verdicts(paths, &self.query);
        let asked = paths.iter().zip(verdicts);
        let asked = asked.filter(|(_, verdict)| *verdict != Verdict::No);
        let (paths, verdicts): (Vec<PathBuf>, Vec<Verdict>) =
            asked.map(|(path, verdict)| (path.clone(), verdict)).unzip();
        let mut verdicts = verdicts.into_iter();
        let more = self.look(&paths, |path, query| {
            let unknown = verdicts.next() == Some(Verdict::Unknown);
            let session = read::<Session>(workspace.disk(), path).ok()?;
            if unknown && shelf.learns() {
                shelf.learn(path, &words_of(&session));
            }
            in_session(&session, query)
        });
        // Whoever types on is not worth a write for the few files read meanwhile.
        if more || shelf.learned() >= MOST {
            shelf.keep();
        }
        more
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

fn read<D: Document>(disk: &dyn Disk, path: &Path) -> Result<D, Problem> {
    let bytes = format::read_bytes(disk, path)?;
    format::document(path, &bytes)
}

fn analysis(path: &Path, played: &Played, query: &Query) -> Result<Option<Group>, Problem> {
    Ok(in_analysis(
        &read::<AnalysisFile>(played.workspace.disk(), path)?,
        query,
    ))
}

fn incident(path: &Path, played: &Played, query: &Query) -> Result<Option<Group>, Problem> {
    Ok(in_incident(
        &read::<IncidentFile>(played.workspace.disk(), path)?,
        query,
    ))
}

fn amendments(path: &Path, played: &Played, query: &Query) -> Result<Option<Group>, Problem> {
    let file = read::<AmendmentFile>(played.workspace.disk(), path)?;
    Ok(in_amendments(&file, |session| played.holds(session), query))
}

fn follow_up(path: &Path, played: &Played, query: &Query) -> Result<Option<Group>, Problem> {
    let file = read::<FollowUpFile>(played.workspace.disk(), path)?;
    Ok(in_follow_up(&file, |session| played.holds(session), query))
}
