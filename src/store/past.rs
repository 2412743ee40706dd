//! Earlier sessions read once more: for what a later one can learn from them, on a thread of its own, so that few or many, no
//! key waits for them; and all at once, for what is told of them together.

use super::disk::Disk;
use super::folder::files;
use super::kept::{self, Kept};
use super::late::give_way;
use super::listing::{self, Found, Listing};
use super::many::read_all;
use super::workspace::Workspace;
use super::{Store, Wake};
use crate::domain::action::FollowUpFile;
use crate::domain::analysis::AnalysisFile;
use crate::domain::incident::IncidentFile;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::library::digest::Digest;
use crate::library::plan::Sheet;
use crate::library::twins::once;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

/// Calls for attention while many files are read.
const CALLS: usize = 40;

/// Reads these sessions on all the cores, keeps of each what `keep` says, and makes the whole of it with `whole`. It comes
/// later, with a call for attention. One that cannot be read gives nothing.
pub fn gather<T: Send + 'static, R: Send + 'static>(
    disk: Arc<dyn Disk>,
    paths: Vec<PathBuf>,
    keep: fn(&Session) -> T,
    whole: impl FnOnce(Vec<T>) -> R + Send + 'static,
    wake: Wake,
) -> Receiver<R> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        give_way();
        let read = read_all(&*disk, &paths, |session: Session| keep(&session)).into_iter();
        let all = whole(read.filter_map(|(_, kept)| kept.ok()).collect());
        // Whoever asked may have left meanwhile.
        if sender.send(all).is_ok() {
            wake();
        }
    });
    receiver
}

impl Kept for Digest {
    const NAME: &'static str = "digests-";

    fn of(session: &Session) -> Self {
        Self::of(session)
    }
}

/// What a session gives to figures and plan alone.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Counted(Digest);

impl Kept for Counted {
    const NAME: &'static str = "figures-";

    fn of(session: &Session) -> Self {
        Self(Digest::counted(session))
    }
}

impl Kept for Sheet {
    const NAME: &'static str = "sheets-";

    fn of(session: &Session) -> Self {
        Self::of(session)
    }
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

/// A whole workspace read together.
#[derive(Clone, Debug)]
pub struct Registry {
    /// The sessions and what was said between them.
    pub survey: Survey<Digest>,
    /// The incidents of the workspace, heard or not, by file name.
    pub incidents: Vec<Found<IncidentFile>>,
    /// The analyses between two meetings, by file name.
    pub analyses: Vec<Found<AnalysisFile>>,
    /// The places of the files that are believed: of each real session one, and of each simulated one.
    believed: Vec<usize>,
}

impl Registry {
    fn new(
        survey: Survey<Digest>,
        incidents: Vec<Found<IncidentFile>>,
        analyses: Vec<Found<AnalysisFile>>,
    ) -> Self {
        let of = |simulation| {
            let read = survey.sessions.iter().enumerate();
            let read = read.filter_map(|(at, found)| Some((at, found.1.as_ref().ok()?)));
            once(read.filter(move |(_, digest)| digest.simulation == simulation))
        };
        let believed = [of(false), of(true)].concat();
        Self {
            survey,
            incidents,
            analyses,
            believed,
        }
    }

    /// What each real session gives, once: of two files of one session, the one that is believed.
    pub fn digests(&self) -> impl Iterator<Item = &Digest> {
        let all = self.believed().map(|(_, digest)| digest);
        all.filter(|digest| !digest.simulation)
    }

    /// What each session gives, once, simulated ones included, with the place of its file.
    pub fn believed(&self) -> impl Iterator<Item = (usize, &Digest)> {
        self.believed.iter().filter_map(|at| {
            let found = self.survey.sessions.get(*at)?;
            Some((*at, found.1.as_ref().ok()?))
        })
    }

    /// What was said between meetings.
    pub fn follow_ups(&self) -> impl Iterator<Item = &FollowUpFile> {
        let found = self.survey.follow_ups.iter();
        found.filter_map(|found| found.1.as_ref().ok())
    }
}

/// How far a reading is.
#[derive(Debug, Default)]
struct Progress {
    read: AtomicUsize,
    all: AtomicUsize,
}

/// A workspace being read behind.
#[derive(Debug)]
pub struct Reading {
    coming: Receiver<Registry>,
    progress: Arc<Progress>,
}

/// What has become of a reading.
#[derive(Debug)]
pub enum Coming {
    /// Files read, of how many.
    Under(usize, usize),
    /// The whole.
    Whole(Box<Registry>),
    /// Nothing will come.
    Nothing,
}

impl Reading {
    /// How far it is; never waits.
    pub fn look(&self) -> Coming {
        match self.coming.try_recv() {
            Ok(whole) => Coming::Whole(Box::new(whole)),
            Err(TryRecvError::Disconnected) => Coming::Nothing,
            Err(TryRecvError::Empty) => {
                let so_far = |n: &AtomicUsize| n.load(Ordering::Relaxed);
                Coming::Under(so_far(&self.progress.read), so_far(&self.progress.all))
            }
        }
    }
}

impl Store {
    /// What lies in the workspace: at once where that is quickly read, else the least of it now and the whole later, with a call
    /// for attention.
    pub fn list_soon(&self, wake: Wake) -> (Listing, Option<Receiver<Listing>>) {
        let Some(now) = listing::at_once(&self.workspace) else {
            return (self.list(), None);
        };
        let (workspace, last) = (self.workspace.clone(), self.last_session());
        let (sender, coming) = channel();
        let share = self.whole.clone();
        self.workspace.late().add(move || {
            let mut whole = listing::list(&workspace);
            whole.last = last;
            // Whoever asked may have left meanwhile.
            if sender.send(whole).is_ok() {
                wake();
            }
            (workspace, share)
        });
        (now, Some(coming))
    }

    /// Reads every session and follow-up once, and keeps of each session what `keep` says.
    pub fn survey<T: Send>(&self, keep: fn(&Session) -> T) -> Survey<T> {
        let read = |_: &str, paths: &[PathBuf]| {
            read_all(self.workspace.disk(), paths, |session: Session| {
                keep(&session)
            })
        };
        survey(&self.workspace, &Progress::default(), read)
    }

    /// What every session adds to the action plan, and the follow-ups.
    pub fn sheets(&self) -> Survey<Sheet> {
        let read =
            |folder: &str, paths: &[PathBuf]| kept::read_ahead(&self.workspace, folder, paths);
        survey(&self.workspace, &Progress::default(), read)
    }

    /// Reads the whole workspace for its figures: of no session it holds what was decided.
    pub fn figures(&self) -> Registry {
        let read = |folder: &str, paths: &[PathBuf]| {
            let read = kept::read_ahead(&self.workspace, folder, paths).into_iter();
            let bare = |(path, found): Found<Counted>| (path, found.map(|counted| counted.0));
            read.map(bare).collect()
        };
        whole(
            &self.workspace,
            survey(&self.workspace, &Progress::default(), read),
        )
    }

    /// Reads the whole workspace.
    pub fn registry(&self) -> Registry {
        registry(&self.workspace, &Progress::default(), &|| {})
    }

    /// Reads the whole workspace on a thread of its own. `wake` is called as it goes on, and when it is there.
    pub fn registry_behind(&self, wake: Wake) -> Reading {
        let workspace = self.workspace.clone();
        let (sender, coming) = channel();
        let progress = Arc::new(Progress::default());
        let told = Arc::clone(&progress);
        let share = self.whole.clone();
        self.workspace.late().add(move || {
            let whole = registry(&workspace, &told, &*wake);
            // Whoever asked may have left meanwhile.
            if sender.send(whole).is_ok() {
                wake();
            }
            (workspace, share)
        });
        Reading { coming, progress }
    }
}

fn registry(
    workspace: &Workspace,
    progress: &Progress,
    wake: &(dyn Fn() + Send + Sync),
) -> Registry {
    let each = || {
        let read = progress.read.fetch_add(1, Ordering::Relaxed) + 1;
        let step = (progress.all.load(Ordering::Relaxed) / CALLS).max(CALLS);
        if read.is_multiple_of(step) {
            wake();
        }
    };
    let read = |folder: &str, paths: &[PathBuf]| kept::read(workspace, folder, paths, each);
    whole(workspace, survey(workspace, progress, read))
}

/// What sessions give, with what else lies in the workspace.
fn whole(workspace: &Workspace, mut survey: Survey<Digest>) -> Registry {
    let mut problems = Vec::new();
    let incidents = files(workspace, "incidents", &mut problems);
    let analyses = files(workspace, "analyses", &mut problems);
    survey.problems.extend(problems);
    let (incidents, analyses) = (
        read_all(workspace.disk(), &incidents, |doc| doc),
        read_all(workspace.disk(), &analyses, |doc| doc),
    );
    Registry::new(survey, incidents, analyses)
}

fn survey<T>(
    workspace: &Workspace,
    progress: &Progress,
    read: impl Fn(&str, &[PathBuf]) -> Vec<Found<T>>,
) -> Survey<T> {
    let mut problems = Vec::new();
    let sessions = files(workspace, "sessions", &mut problems);
    // A file is what it says it is, wherever it lies.
    let simulations = files(workspace, "simulations", &mut problems);
    let said = files(workspace, "followups", &mut problems);
    let all = sessions.len() + simulations.len();
    progress.all.store(all, Ordering::Relaxed);
    let mut found = read("sessions", &sessions);
    found.extend(read("simulations", &simulations));
    Survey {
        sessions: found,
        follow_ups: read_all(workspace.disk(), &said, |doc| doc),
        problems,
    }
}
