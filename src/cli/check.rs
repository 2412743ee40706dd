//! `crex check`: every file, with line, column and a remedy for what is wrong.

use super::{Context, Failure, Said, shown, unwatched};
use crate::content;
use crate::documents::leaving::telling;
use crate::documents::record::record;
use crate::domain::action::FollowUpFile;
use crate::domain::analysis::AnalysisFile;
use crate::domain::incident::IncidentFile;
use crate::domain::notes::Notes;
use crate::domain::problem::{DiskFault, Problem, Remark, Why};
use crate::domain::session::Session;
use crate::domain::team::Team;
use crate::store::{self, Document, Parsed};
use crate::words::Words;
use clap::ArgMatches;
use std::fs;
use std::path::{Path, PathBuf};

/// The folders of a workspace whose files are checked; backups and journals are not.
const FOLDERS: [&str; 7] = [
    "incidents",
    "sessions",
    "analyses",
    "followups",
    "notes",
    "simulations",
    "grids",
];

pub fn run(context: &Context, matches: &ArgMatches) -> Result<Said, Failure> {
    let named: Vec<PathBuf> = matches
        .get_many("paths")
        .map(|paths| paths.cloned().collect())
        .unwrap_or_default();
    let mut files = Vec::new();
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
        of_folder(&root, &mut files)?;
    }
    for path in &named {
        if is_folder_of_files(path) {
            of_folder(path, &mut files)?;
        } else {
            files.push(path.clone());
        }
    }
    Ok(told(context.words, &files))
}

fn told(words: Words, files: &[PathBuf]) -> Said {
    let mut wrong = 0;
    let mut answer = String::new();
    for path in files {
        let verdict = verdict(words, path);
        wrong += usize::from(verdict.wrong);
        for line in verdict.lines {
            answer.push_str(&line);
            answer.push('\n');
        }
    }
    let last = if wrong == 0 {
        words.check_all_fine(files.len())
    } else {
        words.check_wrong(wrong, files.len())
    };
    Said {
        answer,
        messages: vec![last],
        failed: wrong > 0,
        ..Said::default()
    }
}

/// Whether a path is a folder to look into, rather than one that stands where a file should.
fn is_folder_of_files(path: &Path) -> bool {
    path.is_dir() && path.extension().is_none_or(|e| e != "ron")
}

/// The files of a workspace, or of any other folder.
fn of_folder(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Problem> {
    ron_in(folder, files)?;
    for name in FOLDERS {
        let inside = folder.join(name);
        if inside.is_dir() {
            ron_in(&inside, files)?;
        }
    }
    Ok(())
}

fn ron_in(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Problem> {
    let entries = fs::read_dir(folder).map_err(|error| store::disk_problem(folder, &error))?;
    let paths = entries.flatten().map(|entry| entry.path());
    let mut found: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|e| e == "ron") && !is_hidden(path))
        .collect();
    found.sort_unstable();
    files.extend(found);
    Ok(())
}

/// Whether a file is another program's: a Mac leaves one beside each file of a stick.
fn is_hidden(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().starts_with('.')
}

/// What is said of a file.
struct Verdict {
    lines: Vec<String>,
    wrong: bool,
}

fn verdict(words: Words, path: &Path) -> Verdict {
    match store::read_bytes(path) {
        Err(problem) => wrong(words, &problem),
        Ok(bytes) => match kind(path, &bytes) {
            Kind::Session => session(words, path, &bytes),
            Kind::Incident => document::<IncidentFile>(words, path, &bytes),
            Kind::Analysis => document::<AnalysisFile>(words, path, &bytes),
            Kind::FollowUp => document::<FollowUpFile>(words, path, &bytes),
            Kind::Notes => document::<Notes>(words, path, &bytes),
            Kind::Team => document::<Team>(words, path, &bytes),
            Kind::Grid => grid(words, path, &bytes),
        },
    }
}

fn wrong(words: Words, problem: &Problem) -> Verdict {
    Verdict {
        lines: vec![words.problem(problem)],
        wrong: true,
    }
}

fn document<D: Document>(words: Words, path: &Path, bytes: &[u8]) -> Verdict {
    match store::parse::<D>(path, bytes) {
        Ok(parsed) => of_document(words, path, parsed).0,
        Err(problem) => wrong(words, &problem),
    }
}

/// What is said of a document that was read, and the document.
fn of_document<D: Document>(words: Words, path: &Path, parsed: Parsed<D>) -> (Verdict, D) {
    let name = shown(path);
    let sealed = parsed.doc.seal().is_some();
    let why = parsed.why.filter(|why| *why != Why::Sealed);
    let faults = parsed.remarks.iter().any(is_fault) || why.is_some();
    let remarks = parsed.remarks.iter().map(|r| words.remark(r));
    let said = remarks.chain(why.map(|why| words.why(&why)));
    let mut lines: Vec<String> = said.map(|what| words.check_said(&name, &what)).collect();
    if !faults {
        let fine = if sealed {
            words.check_sealed(&name)
        } else {
            words.check_fine(&name)
        };
        lines.insert(0, fine);
    }
    let verdict = Verdict {
        lines,
        wrong: faults,
    };
    (verdict, parsed.doc)
}

/// A session, with what in its record may tell who someone is: that is for people to judge and no fault of the file.
fn session(words: Words, path: &Path, bytes: &[u8]) -> Verdict {
    let parsed = match store::parse::<Session>(path, bytes) {
        Ok(parsed) => parsed,
        Err(problem) => return wrong(words, &problem),
    };
    let (mut verdict, session) = of_document(words, path, parsed);
    let told = telling(
        &record(&session),
        &session.guarding.passed,
        &unwatched(path),
    );
    let said = words.guard_in_document(&told);
    let line = said.map(|what| words.check_said(&shown(path), &what));
    verdict.lines.extend(line);
    verdict
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
        | Remark::Miscounted(..) => true,
        Remark::ByteOrderMark
        | Remark::Migrated(_)
        | Remark::Recovered(_)
        | Remark::TornJournal
        | Remark::GridReworded(_)
        | Remark::GridVersion(..)
        | Remark::GridUnknown(_) => false,
    }
}

fn grid(words: Words, path: &Path, bytes: &[u8]) -> Verdict {
    match faults_of_grid(words, path, bytes) {
        Err(problem) => wrong(words, &problem),
        Ok(faults) if faults.is_empty() => Verdict {
            lines: vec![words.check_fine(&shown(path))],
            wrong: false,
        },
        Ok(faults) => Verdict {
            lines: faults,
            wrong: true,
        },
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
    Team,
    Grid,
}

/// Whether a file holds an analysis between two meetings.
pub fn is_analysis(path: &Path) -> bool {
    let bytes = store::read_bytes(path).unwrap_or_default();
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
        Some("grids") => return Kind::Grid,
        _ if path.file_name().is_some_and(|name| name == "team.ron") => return Kind::Team,
        _ => {}
    }
    let text = String::from_utf8_lossy(bytes);
    let has = |field: &str| text.contains(&format!("\n    {field}: "));
    if text.contains("dimensions:") {
        Kind::Grid
    } else if has("report") {
        Kind::Incident
    } else if has("chosen_in") || has("analysis") {
        Kind::Analysis
    } else if has("follow_up") {
        Kind::FollowUp
    } else if has("members") && !has("date") {
        Kind::Team
    } else if has("session") && has("text") {
        Kind::Notes
    } else {
        Kind::Session
    }
}
