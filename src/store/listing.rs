//! What lies in a workspace.

use super::disk::is_there;
use super::folder::{files, name_of};
use super::heads::last_reference;
use super::many::{MANY, read_all};
use super::workspace::Workspace;
use crate::domain::action::FollowUpFile;
use crate::domain::agenda::StepKind;
use crate::domain::analysis::AnalysisFile;
use crate::domain::grid::OwnGrid;
use crate::domain::incident::IncidentFile;
use crate::domain::order::Order;
use crate::domain::problem::Problem;
use crate::domain::scenario::Scenario;
use crate::domain::session::{Session, Stage};
use crate::domain::text::Text;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uuid::Uuid;

/// What a list says of a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionHead {
    /// Its id.
    pub id: Uuid,
    /// Its day.
    pub date: NaiveDate,
    /// Its number.
    pub number: u32,
    /// Its title.
    pub title: Text,
    /// Where it stands.
    pub stage: Stage,
    /// Whether it is sealed.
    pub sealed: bool,
    /// Whether it is a simulation.
    pub simulation: bool,
    /// Steps of the agenda that were opened.
    pub steps_visited: usize,
    /// Steps of the agenda.
    pub steps: usize,
    /// The furthest step of the agenda that was opened.
    pub reached: Option<StepKind>,
    /// The incidents of the workspace (uuid of their file) that it settled.
    pub settled: Vec<Text>,
    /// The analyses between meetings (uuid of their file) that were presented in it.
    pub heard: Vec<Text>,
    /// The day that it set for the meeting after it.
    pub promised: Option<NaiveDate>,
    /// The last reference, by year and number, that an event has in it; blank without any.
    pub reference: Text,
}

impl From<&Session> for SessionHead {
    fn from(session: &Session) -> Self {
        Self {
            id: session.id,
            date: session.date,
            number: session.number,
            title: session.title.clone(),
            stage: session.stage,
            sealed: session.is_sealed(),
            simulation: session.kind.is_simulation(),
            steps_visited: session.agenda.iter().filter(|row| row.visited).count(),
            steps: session.agenda.len(),
            reached: session
                .agenda
                .iter()
                .rfind(|row| row.visited)
                .map(|row| row.step),
            settled: settled(session),
            heard: heard(session),
            promised: session.closing.next_date,
            reference: last_reference(session),
        }
    }
}

/// The incidents of the workspace for which the session decided something final.
fn settled(session: &Session) -> Vec<Text> {
    let heard = session.incidents.iter().filter(|i| i.fate.is_final());
    heard
        .map(|i| i.origin.clone())
        .filter(|origin| !origin.is_blank())
        .collect()
}

/// The analyses between meetings that were presented in the session.
fn heard(session: &Session) -> Vec<Text> {
    let origins = session.analyses.iter().map(|a| &a.origin);
    origins
        .filter(|origin| !origin.is_blank())
        .cloned()
        .collect()
}

/// A session file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where.
    pub path: PathBuf,
    /// Its name.
    pub file_name: String,
    /// What it holds, or why it cannot be read.
    pub state: Result<SessionHead, Problem>,
}

/// A file of a workspace and what it holds, or why it cannot be read.
pub type Found<D> = (PathBuf, Result<D, Problem>);

/// What lies in a workspace.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// The sessions, newest first.
    pub sessions: Vec<Entry>,
    /// The simulated sessions, newest first.
    pub simulations: Vec<Entry>,
    /// The incidents waiting, by file name.
    pub incidents: Vec<Found<IncidentFile>>,
    /// The analyses between two meetings, by file name.
    pub analyses: Vec<Found<AnalysisFile>>,
    /// The follow-ups said between meetings, by file name.
    pub follow_ups: Vec<Found<FollowUpFile>>,
    /// The team's own grids, by file name.
    pub grids: Vec<Found<OwnGrid>>,
    /// The team's own scenarios, by file name.
    pub scenarios: Vec<Found<Arc<Scenario>>>,
    /// Folders that could not be looked into.
    pub problems: Vec<Problem>,
    /// The session opened last, if it is still there.
    pub last: Option<PathBuf>,
    /// Whether there is more, which is still being read.
    pub coming: bool,
    /// The incidents of the workspace that a real session settled.
    settled: HashSet<Uuid>,
    /// Which session, by its place in the list, heard which analysis.
    heard: HashMap<Uuid, usize>,
    /// The places of the analyses, the first due first.
    by_due: Vec<usize>,
    /// The sessions of which there is more than one file.
    twins: HashSet<Uuid>,
}

impl Listing {
    /// The incidents that no meeting has settled: not heard yet, or heard and kept for next time or left open.
    pub fn waiting(&self) -> impl Iterator<Item = (&Path, &IncidentFile)> {
        let found = self.incidents.iter();
        let good = found.filter_map(|(path, doc)| Some((path.as_path(), doc.as_ref().ok()?)));
        good.filter(|(_, file)| !self.settled.contains(&file.id))
    }

    /// The session in which an analysis between meetings was presented, if it was: the newest.
    pub fn presented_in(&self, file: &AnalysisFile) -> Option<&SessionHead> {
        let entry = self.sessions.get(*self.heard.get(&file.id)?);
        entry.and_then(|entry| entry.state.as_ref().ok())
    }

    /// The analyses between meetings that can be read, the first due first.
    pub fn entrusted(&self) -> impl Iterator<Item = (&Path, &AnalysisFile)> {
        let found = self.by_due.iter().filter_map(|at| self.analyses.get(*at));
        found.filter_map(|(path, doc)| Some((path.as_path(), doc.as_ref().ok()?)))
    }

    /// Those of them that no meeting has heard yet.
    pub fn pending(&self) -> impl Iterator<Item = (&Path, &AnalysisFile)> {
        self.entrusted()
            .filter(|(_, file)| !self.heard.contains_key(&file.id))
    }

    /// Whether another file holds the same session: one of them is a copy.
    pub fn is_twin(&self, head: &SessionHead) -> bool {
        self.twins.contains(&head.id)
    }

    /// Finds out once which analyses were heard and in which order they are due: screens ask at every key.
    fn look_up(&mut self) {
        let heads = self.sessions.iter().filter_map(|e| e.state.as_ref().ok());
        let real = heads.filter(|head| !head.simulation);
        let settled = real.flat_map(|head| &head.settled);
        self.settled = settled.filter_map(|id| id.as_str().parse().ok()).collect();
        // Of two sessions that heard one analysis, the newest, which stands first, tells.
        for (at, entry) in self.sessions.iter().enumerate().rev() {
            let head = entry.state.as_ref().ok().filter(|head| !head.simulation);
            let heard = head.into_iter().flat_map(|head| &head.heard);
            let ids = heard.filter_map(|origin| origin.as_str().parse().ok());
            self.heard.extend(ids.map(|id: Uuid| (id, at)));
        }
        let mut seen = HashSet::new();
        let entries = self.sessions.iter().chain(&self.simulations);
        let ids = entries.filter_map(|entry| Some(entry.state.as_ref().ok()?.id));
        self.twins = ids.filter(|id| !seen.insert(*id)).collect();
        let due = |at: &usize| {
            let file = self.analyses.get(*at).and_then(|f| f.1.as_ref().ok());
            let due = file.and_then(|file| file.analysis.due);
            (due.is_none(), due)
        };
        let mut by_due: Vec<usize> = (0..self.analyses.len()).collect();
        by_due.order_by_key(due);
        self.by_due = by_due;
    }

    /// The team's own grids that can be walked.
    pub fn own_grids(&self) -> impl Iterator<Item = &OwnGrid> {
        self.grids.iter().filter_map(|found| found.1.as_ref().ok())
    }

    /// The team's own scenarios that can be played.
    pub fn own_scenarios(&self) -> impl Iterator<Item = &Arc<Scenario>> {
        self.scenarios.iter().filter_map(|f| f.1.as_ref().ok())
    }

    /// What no list of the screens has a place for: folders that could not be looked into, grids that cannot be walked,
    /// scenarios that cannot be played.
    pub fn unread(&self) -> impl Iterator<Item = &Problem> {
        let grids = self.grids.iter().filter_map(|f| f.1.as_ref().err());
        let scenarios = self.scenarios.iter().filter_map(|f| f.1.as_ref().err());
        self.problems.iter().chain(grids).chain(scenarios)
    }

    /// The files that are damaged, or cannot be read.
    pub fn damaged(&self) -> impl Iterator<Item = &Problem> {
        let entries = self.sessions.iter().chain(&self.simulations);
        let incidents = self.incidents.iter().filter_map(|f| f.1.as_ref().err());
        let analyses = self.analyses.iter().filter_map(|f| f.1.as_ref().err());
        let follow_ups = self.follow_ups.iter().filter_map(|f| f.1.as_ref().err());
        let grids = self.grids.iter().filter_map(|f| f.1.as_ref().err());
        let entries = entries.filter_map(|e| e.state.as_ref().err());
        let files = entries.chain(incidents).chain(analyses);
        let scenarios = self.scenarios.iter().filter_map(|f| f.1.as_ref().err());
        files.chain(follow_ups).chain(grids).chain(scenarios)
    }
}

/// What is there at once of a workspace with so many files that nobody waits for them: the grids, without which no analysis can
/// be opened, and the scenarios, which are few. None where all of it is read in an instant.
pub fn at_once(workspace: &Workspace) -> Option<Listing> {
    let disk = workspace.disk();
    let many = |folder| {
        // Of few files nothing is kept.
        let kept = is_there(disk, &workspace.index(folder));
        kept || disk
            .list(&workspace.folder(folder))
            .is_ok_and(|names| names.len() >= MANY)
    };
    let folders = [
        "sessions",
        "simulations",
        "incidents",
        "analyses",
        "followups",
    ];
    folders.into_iter().any(many).then(|| {
        let mut problems = Vec::new();
        let grids = super::grids::read(disk, files(workspace, "grids", &mut problems));
        let scenarios = files(workspace, "scenarios", &mut problems);
        Listing {
            scenarios: super::scenarios::read(disk, scenarios, &grids),
            grids,
            coming: true,
            ..Listing::default()
        }
    })
}

/// Reads a whole workspace; what cannot be read is said in its place.
pub fn list(workspace: &Workspace) -> Listing {
    let disk = workspace.disk();
    let mut problems = Vec::new();
    let mut sessions = entries(workspace, "sessions", &mut problems);
    let mut simulations = entries(workspace, "simulations", &mut problems);
    newest_first(&mut sessions);
    newest_first(&mut simulations);
    if workspace.is_encrypted() {
        let left = super::vault::clear_documents(disk, workspace.root());
        let root = workspace.root().to_owned();
        problems.extend((left > 0).then_some(Problem::LeftClear(root, left)));
    }
    let grids = super::grids::read(disk, files(workspace, "grids", &mut problems));
    let scenario_files = files(workspace, "scenarios", &mut problems);
    let mut listing = Listing {
        sessions,
        simulations,
        incidents: read_all(disk, &files(workspace, "incidents", &mut problems), |doc| {
            doc
        }),
        analyses: read_all(disk, &files(workspace, "analyses", &mut problems), |doc| {
            doc
        }),
        follow_ups: read_all(disk, &files(workspace, "followups", &mut problems), |doc| {
            doc
        }),
        scenarios: super::scenarios::read(disk, scenario_files, &grids),
        grids,
        problems,
        ..Listing::default()
    };
    listing.look_up();
    listing
}

fn newest_first(entries: &mut [Entry]) {
    // They come by file name, and stay so where nothing else tells them apart.
    entries.sort_by_cached_key(|entry| {
        let head = entry.state.as_ref().ok();
        let named = || entry.file_name.get(..10).and_then(|day| day.parse().ok());
        Reverse((head.map(|h| h.date).or_else(named), head.map(|h| h.number)))
    });
}

pub(super) fn entries(
    workspace: &Workspace,
    folder: &'static str,
    problems: &mut Vec<Problem>,
) -> Vec<Entry> {
    let files = || files(workspace, folder, problems);
    let found = workspace.heads().of(workspace, folder, files);
    let entry = |(path, state): Found<SessionHead>| Entry {
        file_name: name_of(&path),
        path,
        state,
    };
    found.into_iter().map(entry).collect()
}
