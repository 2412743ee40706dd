//! `crex check`: every file, with line, column and a remedy for what is wrong.

mod files;
mod links;
mod seals;
mod told;

use files::{is_folder_of_files, of_folder};

use super::{Context, Failure, Said, shown, unwatched};
use crate::content;
use crate::documents::leaving::telling;
use crate::documents::record::record_of;
use crate::domain::action::FollowUpFile;
use crate::domain::amendments::AmendmentFile;
use crate::domain::analysis::AnalysisFile;
use crate::domain::erasure::DestroyedFile;
use crate::domain::incident::IncidentFile;
use crate::domain::notes::Notes;
use crate::domain::problem::{DiskFault, Problem, Remark, Why};
use crate::domain::scenario_fault::Finding;
use crate::domain::seal::fingerprint;
use crate::domain::session::Session;
use crate::domain::team::Team;
use crate::library::links::What;
use crate::store::{self, Document, Parsed, SharedDisk};
use crate::words::Words;
use clap::ArgMatches;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use uuid::Uuid;

pub fn run(context: &Context, matches: &ArgMatches) -> Result<Said, Failure> {
    let named: Vec<PathBuf> = matches
        .get_many("paths")
        .map(|paths| paths.cloned().collect())
        .unwrap_or_default();
    let words = context.words;
    let with = With {
        words,
        disk: &context.disk()?,
    };
    let mut verdicts = Vec::new();
    let mut messages = Vec::new();
    if named.is_empty() {
        let root = context.root()?;
        if !root.is_dir() {
            let fault = if root.exists() {
                DiskFault::Exists
            } else {
                DiskFault::NotFound
            };
            return Err(Problem::Disk(root, fault).into());
        }
        verdicts.extend(folder(with, &root)?);
        messages.extend(private(words, &root));
    }
    for path in &named {
        if is_folder_of_files(path) {
            verdicts.extend(folder(with, path)?);
        } else {
            verdicts.push(verdict(with, path));
        }
    }
    if matches.get_flag("json") {
        return Ok(told::json(&verdicts));
    }
    let mut said = told::lines(words, &verdicts);
    said.messages.splice(0..0, messages);
    Ok(said)
}

/// What is to be said of who reads the folder of a workspace.
fn private(words: Words, root: &Path) -> Vec<String> {
    let open = store::openness(&store::RealDisk, root).open;
    let open = (open > 0).then(|| words.openness_found(&shown(root), open));
    let encrypted = store::is_encrypted(&store::RealDisk, root);
    let service = store::synced(root).filter(|_| !encrypted);
    let copied = service.map(|service| words.synced_what(service) + " " + words.synced_law());
    open.into_iter().chain(copied).collect()
}

/// What a file is read from, and in whose words it is told.
#[derive(Clone, Copy)]
struct With<'a> {
    words: Words,
    disk: &'a SharedDisk,
}

/// What is said of a workspace, or of any other folder: of each file, then of the files against one another.
fn folder(with: With, root: &Path) -> Result<Vec<Verdict>, Problem> {
    let mut files = Vec::new();
    of_folder(with.disk, root, &mut files)?;
    let mut verdicts = all(with, &files);
    if store::is_encrypted(&**with.disk, root) {
        let left = store::left_clear(&store::RealDisk, root);
        let problem = Problem::LeftClear(root.to_owned(), left);
        verdicts.extend((left > 0).then(|| wrong(with.words, root, &problem)));
    }
    links::check(with.words, root, &gone(with.disk, root), &mut verdicts);
    Ok(verdicts)
}

/// The ids of what was destroyed there on purpose.
fn gone(disk: &SharedDisk, root: &Path) -> Vec<Uuid> {
    let path = root.join("destroyed").with_extension(disk.ending());
    // One that cannot be read is told where the files are.
    let file = store::destroyed(&**disk, &path).unwrap_or_default();
    file.destroyed
        .into_iter()
        .flat_map(|line| line.ids)
        .collect()
}

/// From this many files on, they are read on all the cores.
const MANY: usize = 64;

/// What is said of each of these files, in their order.
fn all(with: With, files: &[PathBuf]) -> Vec<Verdict> {
    let cores = match files.len() {
        0..MANY => 1,
        _ => thread::available_parallelism().map_or(1, usize::from),
    };
    let share = files.len().div_ceil(cores).max(1);
    let of = |part: &[PathBuf]| part.iter().map(|path| verdict(with, path)).collect();
    thread::scope(|scope| {
        let parts = files
            .chunks(share)
            .map(|part| scope.spawn(move || of(part)));
        let parts: Vec<_> = parts.collect();
        let done = parts.into_iter().filter_map(|part| part.join().ok());
        done.collect::<Vec<Vec<Verdict>>>().concat()
    })
}

/// What is said of a file.
#[derive(Clone, Debug, Default)]
pub(super) struct Verdict {
    /// Where it lies.
    path: PathBuf,
    /// Whether it is sealed.
    sealed: bool,
    /// What needs a hand; each with its remedy.
    faults: Vec<String>,
    /// What only deserves a look.
    remarks: Vec<String>,
    /// The file, as far as others are concerned, without its name; nothing when it cannot be read.
    head: Option<(Uuid, String, What)>,
    /// Whether the sentences name the file themselves, as those of a problem do.
    named: bool,
}

fn verdict(with: With, path: &Path) -> Verdict {
    let words = with.words;
    match store::read_bytes(&**with.disk, path) {
        Err(problem) => wrong(words, path, &problem),
        Ok(bytes) => match kind(path, &bytes) {
            Kind::Session => session(with, path, &bytes),
            Kind::Incident => linked::<IncidentFile>(words, path, &bytes),
            Kind::Analysis => linked::<AnalysisFile>(words, path, &bytes),
            Kind::FollowUp => linked::<FollowUpFile>(words, path, &bytes),
            Kind::Notes => linked::<Notes>(words, path, &bytes),
            Kind::Amendments => linked::<AmendmentFile>(words, path, &bytes),
            Kind::Team => match store::parse::<Team>(path, &bytes) {
                Ok(parsed) => of_document(words, path, &parsed),
                Err(problem) => wrong(words, path, &problem),
            },
            Kind::Destroyed => match store::parse::<DestroyedFile>(path, &bytes) {
                Ok(parsed) => of_document(words, path, &parsed),
                Err(problem) => wrong(words, path, &problem),
            },
            Kind::Grid => grid(words, path, &bytes),
            Kind::Scenario => scenario(with, path, &bytes),
        },
    }
}

fn wrong(words: Words, path: &Path, problem: &Problem) -> Verdict {
    Verdict {
        path: path.to_owned(),
        faults: vec![words.problem(problem)],
        named: true,
        ..Verdict::default()
    }
}

/// A document to which others refer, or which refers to others.
fn linked<D: Document>(words: Words, path: &Path, bytes: &[u8]) -> Verdict
where
    for<'d> What: From<&'d D>,
{
    match store::parse::<D>(path, bytes) {
        Ok(parsed) => Verdict {
            head: Some(head(&parsed.doc, bytes)),
            ..of_document(words, path, &parsed)
        },
        Err(problem) => wrong(words, path, &problem),
    }
}

fn head<D: Document>(doc: &D, bytes: &[u8]) -> (Uuid, String, What)
where
    for<'d> What: From<&'d D>,
{
    (doc.id(), fingerprint(bytes), What::from(doc))
}

/// What is said of a document that was read.
fn of_document<D: Document>(words: Words, path: &Path, parsed: &Parsed<D>) -> Verdict {
    let why = parsed.why.iter().filter(|why| **why != Why::Sealed);
    let (faults, remarks): (Vec<&Remark>, Vec<&Remark>) =
        parsed.remarks.iter().partition(|remark| is_fault(remark));
    let worded = |all: Vec<&Remark>| all.into_iter().map(|r| words.remark(r)).collect();
    let mut faults: Vec<String> = worded(faults);
    faults.extend(why.map(|why| words.why(why)));
    Verdict {
        path: path.to_owned(),
        sealed: parsed.doc.seal().is_some(),
        faults,
        remarks: worded(remarks),
        ..Verdict::default()
    }
}

/// A session, with what in its record may tell who someone is: that is for people to judge and no fault of the file.
fn session(with: With, path: &Path, bytes: &[u8]) -> Verdict {
    let With { words, disk } = with;
    let parsed = match store::parse::<Session>(path, bytes) {
        Ok(parsed) => parsed,
        Err(problem) => return wrong(words, path, &problem),
    };
    let mut verdict = Verdict {
        head: Some(head(&parsed.doc, bytes)),
        ..of_document(words, path, &parsed)
    };
    verdict.faults.extend(seals::faults(with, path, &parsed));
    let root = workspace_of(path);
    let (beside, _) = store::lying_beside(Arc::clone(disk), root, &parsed.doc, &parsed.remarks);
    let told = telling(
        &record_of(&parsed.doc, &beside),
        &parsed.doc.guarding.passed,
        &unwatched(disk, path),
    );
    verdict.remarks.extend(words.guard_in_document(&told));
    verdict
}

/// The folder of the workspace around a file.
fn workspace_of(path: &Path) -> &Path {
    let root = path.parent().and_then(Path::parent);
    root.unwrap_or(Path::new(""))
}

/// Whether something noticed needs a hand.
fn is_fault(remark: &Remark) -> bool {
    match remark {
        Remark::Cleaned
        | Remark::SealBroken
        | Remark::UnknownFields(_)
        | Remark::Dangling(..)
        | Remark::DuplicateId(..)
        | Remark::OutOfRange(..)
        | Remark::LowCounter(..)
        | Remark::BadPaper(..)
        | Remark::Miscounted(..)
        | Remark::AmendmentBroken(_)
        | Remark::AmendmentsCut
        | Remark::Played => true,
        Remark::ByteOrderMark
        | Remark::Migrated(_)
        | Remark::Recovered(_)
        | Remark::Foreign(_)
        | Remark::TornJournal
        | Remark::DamagedJournal(..)
        | Remark::GridReworded(_)
        | Remark::GridVersion(..)
        | Remark::GridUnknown(_) => false,
    }
}

fn grid(words: Words, path: &Path, bytes: &[u8]) -> Verdict {
    match faults_of_grid(words, path, bytes) {
        Err(problem) => wrong(words, path, &problem),
        Ok(faults) => Verdict {
            path: path.to_owned(),
            faults,
            named: true,
            ..Verdict::default()
        },
    }
}

fn scenario(with: With, path: &Path, bytes: &[u8]) -> Verdict {
    let words = with.words;
    let text = match store::text_of(bytes) {
        Ok(text) => text,
        Err(fault) => return wrong(words, path, &Problem::File(path.to_owned(), fault)),
    };
    let inspected = store::inspect_scenario(with.disk, text, workspace_of(path));
    let said = |all: &[Finding]| all.iter().map(|f| words.scenario_finding(f)).collect();
    Verdict {
        path: path.to_owned(),
        faults: said(&inspected.faults),
        remarks: said(&inspected.remarks),
        ..Verdict::default()
    }
}

/// What is wrong with a grid's file, each with its path.
pub fn faults_of_grid(words: Words, path: &Path, bytes: &[u8]) -> Result<Vec<String>, Problem> {
    let text = store::text_of(bytes).map_err(|fault| Problem::File(path.to_owned(), fault))?;
    let faults = content::check_grid(text);
    let name = shown(path);
    let line = |fault| words.check_said(&name, &words.grid_fault(fault));
    Ok(faults.iter().map(line).collect())
}

/// What a file should hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Session,
    Incident,
    Analysis,
    FollowUp,
    Notes,
    Amendments,
    Team,
    Destroyed,
    Grid,
    Scenario,
}

/// Whether a file holds an analysis between two meetings.
pub fn is_analysis(disk: &SharedDisk, path: &Path) -> bool {
    let bytes = store::read_bytes(&**disk, path).unwrap_or_default();
    kind(path, &bytes) == Kind::Analysis
}

/// By the folder a file lies in, else by what its beginning names.
fn kind(path: &Path, bytes: &[u8]) -> Kind {
    let folder = path.parent().and_then(Path::file_name);
    match folder.and_then(|name| name.to_str()) {
        Some("sessions" | "simulations") => return Kind::Session,
        Some("incidents") => return Kind::Incident,
        Some("analyses") => return Kind::Analysis,
        Some("followups") => return Kind::FollowUp,
        Some("notes") => return Kind::Notes,
        Some("amendments") => return Kind::Amendments,
        Some("grids") => return Kind::Grid,
        Some("scenarios") => return Kind::Scenario,
        _ if path
            .file_name()
            .is_some_and(|name| name == "team.ron" || name == "team.age") =>
        {
            return Kind::Team;
        }
        _ if path.file_stem().is_some_and(|name| name == "destroyed") => return Kind::Destroyed,
        _ => {}
    }
    let text = String::from_utf8_lossy(bytes);
    let has = |field: &str| text.contains(&format!("\n    {field}: "));
    if text.contains("dimensions:") {
        Kind::Grid
    } else if text.contains("key:") && text.contains("cards:") {
        Kind::Scenario
    } else if has("report") {
        Kind::Incident
    } else if has("chosen_in") || has("analysis") {
        Kind::Analysis
    } else if has("follow_up") {
        Kind::FollowUp
    } else if has("members") && !has("date") {
        Kind::Team
    } else if has("sealed") && has("session") {
        Kind::Amendments
    } else if has("session") && has("text") {
        Kind::Notes
    } else {
        Kind::Session
    }
}
