//! What is to be done to turn a workspace: each file in its old form, and where it lies in the new one.

mod own;

use super::super::disk::{Disk, SharedDisk, is_there};
use super::super::document::Document;
use super::super::erase::is_erased;
use super::super::fault;
use super::super::settling::documents;
use super::super::urn;
use super::super::workspace::Workspace;
use super::names::{blank_name, named, stem_of};
use crate::domain::action::FollowUpFile;
use crate::domain::analysis::AnalysisFile;
use crate::domain::incident::IncidentFile;
use crate::domain::problem::Problem;
use crate::domain::seal::fingerprint;
use crate::domain::session::Session;
use std::collections::{HashMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// The name of a document in the clear, without its ending, and its id, where they can be told.
type Known = fn(&Path, &[u8]) -> Option<(String, Uuid)>;

/// The folders of documents, and what is known of one of each.
const FOLDERS: [(&str, Known); 8] = [
    ("sessions", known::<Session>),
    ("simulations", known::<Session>),
    ("incidents", known::<IncidentFile>),
    ("analyses", known::<AnalysisFile>),
    ("followups", known::<FollowUpFile>),
    ("amendments", unknown),
    ("notes", unknown),
    ("", unknown),
];

fn known<D: Document>(path: &Path, bytes: &[u8]) -> Option<(String, Uuid)> {
    named::<D>(path, bytes)
}

fn unknown(_: &Path, _: &[u8]) -> Option<(String, Uuid)> {
    None
}

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Once, whole.
    Whole,
    /// Record by record.
    Log,
    /// Over and over: the papers of a vote that is open.
    Urn,
}

/// A file to be turned.
#[derive(Clone, Debug)]
pub struct Item {
    /// Where it lies.
    pub source: PathBuf,
    /// Where it will lie in its new form.
    pub target: PathBuf,
    /// How it is written.
    pub what: What,
    /// The fingerprint of what it says.
    pub print: String,
    /// Whether it lies there already.
    pub done: bool,
    /// Whether it goes among the backups, since its other form was gone on with.
    pub aside: bool,
}

impl Item {
    /// What it says.
    pub fn read(&self, disk: &dyn Disk) -> io::Result<Vec<u8>> {
        read(disk, &self.source, self.what)
    }
}

fn read(disk: &dyn Disk, path: &Path, what: What) -> io::Result<Vec<u8>> {
    match what {
        What::Whole => disk.read(path),
        What::Log => disk.read_log(path),
        What::Urn => {
            let halves = disk.read_slot(path, urn::COPIES)?;
            Ok(urn::whole(halves).unwrap_or_default())
        }
    }
}

/// All that is to be done.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Documents first, then what the program keeps of them.
    pub items: Vec<Item>,
    /// Documents among them.
    pub documents: usize,
    /// What is kept among the backups before something takes its place: what, and where.
    pub aside: Vec<(PathBuf, PathBuf)>,
    /// What was being destroyed already.
    pub gone: Vec<PathBuf>,
    /// Folders in which nothing is left then, the innermost first.
    pub folders: Vec<PathBuf>,
    /// What documents that are links point to: not the workspace's own to destroy.
    pub links: Vec<PathBuf>,
}

/// A document as it lies there in one of the two forms.
struct Lying {
    path: PathBuf,
    print: String,
    /// How it is called in the new form, without a number.
    stem: String,
    id: Option<Uuid>,
    taken: bool,
}

impl Plan {
    /// For the workspace in the folder `root`, from the one disk to the other.
    pub fn of(root: &Path, [from, to]: [&SharedDisk; 2], encrypts: bool) -> Result<Self, Problem> {
        let mut planning = Planning {
            from: &**from,
            to: &**to,
            spaces: [from, to].map(|disk| Workspace::look(SharedDisk::clone(disk), root)),
            encrypts,
            keys: HashMap::new(),
            places: HashSet::new(),
            plan: Self::default(),
        };
        for (folder, known) in FOLDERS {
            planning.folder(&root.join(folder), known)?;
        }
        planning.plan.documents = planning.plan.items.len();
        let hidden = root.join(".crex");
        let backups = hidden.join("backups");
        planning.backups(&backups, &backups)?;

        planning.kept(&hidden.join("urns"), What::Urn)?;
        planning.kept(&hidden.join("journal"), What::Log)?;
        Ok(planning.plan)
    }
}

struct Planning<'a> {
    from: &'a dyn Disk,
    to: &'a dyn Disk,
    spaces: [Workspace; 2],
    encrypts: bool,
    /// What the program's own files of a document are called, in the old form and in the new one.
    keys: HashMap<String, String>,
    /// Where something will lie.
    places: HashSet<PathBuf>,
    plan: Plan,
}

impl Planning<'_> {
    /// The documents of a folder.
    fn folder(&mut self, folder: &Path, known: Known) -> Result<(), Problem> {
        let sources = self.sources(folder, known)?;
        let mut there = self.there(folder, known);
        let mut open = Vec::new();
        for source in sources {
            // What was written by a turning that was stopped.
            let same = there.iter_mut().find(|one| {
                !one.taken && one.print == source.print && is_of(&one.path, &source.stem)
            });
            match same {
                Some(one) => {
                    one.taken = true;
                    self.document(&source, one.path.clone(), true);
                }
                None => open.push(source),
            }
        }
        for (at, source) in open.iter().enumerate() {
            let mut others = open.iter().enumerate().filter(|(n, _)| *n != at);
            let alone = !others.any(|(_, one)| {
                one.stem == source.stem || (one.id.is_some() && one.id == source.id)
            });
            let other = there.iter_mut().find(|one| {
                let same = stem_of(&one.path) == source.stem || is_twin(one, source);
                alone && !one.taken && same
            });
            if let Some(one) = other {
                one.taken = true;
                self.two_states(source, &one.path);
            } else {
                let place = self.free(folder, &source.stem);
                self.document(source, place, false);
            }
        }
        Ok(())
    }

    /// The documents of a folder in the old form.
    fn sources(&mut self, folder: &Path, known: Known) -> Result<Vec<Lying>, Problem> {
        let mut out = Vec::new();
        for path in documents(self.from, folder, self.from.ending()) {
            let bytes = self.from.read(&path).map_err(fault::at(&path))?;
            if is_erased(&bytes) {
                self.plan.gone.push(path);
                continue;
            }
            if self.from.is_link(&path) {
                let link = path.read_link().unwrap_or_default();
                self.plan.links.push(folder.join(link));
            }
            let told = known(&path, &bytes);
            let id = told.as_ref().map(|(_, id)| *id);
            let stem = if self.encrypts {
                blank_name(&path)
            } else {
                told.map_or_else(|| stem_of(&path), |(stem, _)| stem)
            };
            out.push(Lying {
                print: fingerprint(&bytes),
                path,
                stem,
                id,
                taken: false,
            });
        }
        Ok(out)
    }

    /// Those in the new form: a turning that was stopped wrote them.
    fn there(&self, folder: &Path, known: Known) -> Vec<Lying> {
        let all = documents(self.to, folder, self.to.ending());
        all.map(|path| {
            // One that cannot be read is no other's twin.
            let bytes = self.to.read(&path).unwrap_or_default();
            Lying {
                print: fingerprint(&bytes),
                stem: stem_of(&path),
                id: known(&path, &bytes).map(|(_, id)| id),
                path,
                taken: false,
            }
        })
        .collect()
    }

    fn document(&mut self, source: &Lying, target: PathBuf, done: bool) {
        self.goes_to(&source.path, &target);
        self.item(&source.path, target, What::Whole, &source.print, done);
    }

    /// The program's own files of a document go where the document goes.
    fn goes_to(&mut self, source: &Path, target: &Path) {
        let key = |space: &Workspace, path: &Path| {
            let own = space.own("backups", path, "");
            own.file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned()
        };
        let [from, to] = [(0, source), (1, target)].map(|(at, path)| key(&self.spaces[at], path));
        self.keys.insert(from, to);
    }

    fn item(&mut self, source: &Path, target: PathBuf, what: What, print: &str, done: bool) {
        self.places.insert(target.clone());
        self.plan.items.push(Item {
            source: source.to_owned(),
            target,
            what,
            print: print.to_owned(),
            done,
            aside: false,
        });
    }

    /// A document that says something else in its two forms: a turning was stopped and the meeting went on. The one written last
    /// stays, the other goes among the backups.
    fn two_states(&mut self, source: &Lying, other: &Path) {
        let written =
            |disk: &dyn Disk, path: &Path| disk.stat(path).and_then(|m| m.modified()).ok();
        // What was being destroyed has zeros in it, and was written last for nothing.
        let whole = self
            .from
            .read(&source.path)
            .is_ok_and(|bytes| !bytes.contains(&0));
        let newer = written(self.from, &source.path) > written(self.to, other) && whole;
        let backups = self.spaces[1].own("backups", other, "");
        let aside = |print: &str| {
            let name = format!("aside-{}.{}", &print[..8], self.to.ending());
            backups.join(name)
        };
        if !newer {
            let place = aside(&source.print);
            self.goes_to(&source.path, other);
            self.item(&source.path, place, What::Whole, &source.print, false);
            if let Some(item) = self.plan.items.last_mut() {
                item.aside = true;
            }
            return;
        }
        let said = self.to.read(other).unwrap_or_default();
        let place = aside(&fingerprint(&said));
        self.plan.aside.push((other.to_owned(), place));
        let target = if stem_of(other) == source.stem {
            other.to_owned()
        } else {
            self.plan.gone.push(other.to_owned());
            self.free(super::super::atomic::folder_of(other), &source.stem)
        };
        self.document(source, target, false);
    }

    /// A name in a folder that nothing has.
    fn free(&self, folder: &Path, stem: &str) -> PathBuf {
        let ending = self.to.ending();
        let taken = |path: &PathBuf| self.places.contains(path) || is_there(self.to, path);
        numbered(folder, stem, ending)
            .find(|path| !taken(path))
            .unwrap_or_default()
    }
}

/// The names of files that are called so, the first without a number.
fn numbered<'a>(
    folder: &'a Path,
    stem: &'a str,
    ending: &'a str,
) -> impl Iterator<Item = PathBuf> + use<'a> {
    (1..u32::MAX).map(move |n| match n {
        1 => folder.join(format!("{stem}.{ending}")),
        n => folder.join(format!("{stem}-{n}.{ending}")),
    })
}

/// Whether a file is called so, with a number or without.
fn is_of(path: &Path, stem: &str) -> bool {
    let name = stem_of(path);
    let rest = name.strip_prefix(stem);
    rest.is_some_and(|rest| rest.is_empty() || rest.strip_prefix('-').is_some_and(is_number))
}

fn is_number(text: &str) -> bool {
    text.parse::<u32>().is_ok()
}

/// Whether two files are one document that only changed its name; a copy that a conflict left is none.
fn is_twin(one: &Lying, other: &Lying) -> bool {
    let copy = |of: &Lying| stem_of(&of.path).contains("-conflit-");
    one.id.is_some() && one.id == other.id && !copy(one) && !copy(other)
}
