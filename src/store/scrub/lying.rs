//! What lies in the folders of a workspace, told apart by its name: documents, what a kill left, and what is not the program's.

use super::super::vault::is_key;
use super::documents::Kind;
use super::litter::is_temp;
use super::{Lying, Scrub, Scrubbed};
use crate::domain::problem::Problem;
use std::path::PathBuf;

/// The folders, sessions before what is tied to their seals.
const FOLDERS: [(&str, Kind); 10] = [
    ("sessions", Kind::Session),
    ("simulations", Kind::Session),
    ("incidents", Kind::Incident),
    ("analyses", Kind::Analysis),
    ("followups", Kind::FollowUp),
    ("amendments", Kind::Amendments),
    ("notes", Kind::Notes),
    ("", Kind::Team),
    ("grids", Kind::Text),
    ("scenarios", Kind::Text),
];

impl Scrub<'_> {
    /// What lies in the folders of a workspace, told apart.
    pub fn lying(&self, out: &mut Scrubbed) -> Lying {
        let mut lying = Lying::default();
        let mut clear = 0;
        for (folder, kind) in FOLDERS {
            for path in self.list(&self.workspace.folder(folder), out) {
                clear += usize::from(self.sort(path, kind, &mut lying));
            }
            if kind == Kind::Notes || kind == Kind::Team {
                self.in_journal_alone(kind, &mut lying, out);
            }
        }
        if clear > 0 {
            let root = self.workspace.root().to_owned();
            out.tell(Problem::LeftClear(root, clear));
        }
        lying
    }

    /// Puts a file where it belongs; says whether it lies in the clear and should not.
    fn sort(&self, path: PathBuf, kind: Kind, lying: &mut Lying) -> bool {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let top = kind == Kind::Team;
        let ours = |(folder, _): &(&str, Kind)| !folder.is_empty() && *folder == name;
        let own = name == ".crex" || FOLDERS.iter().any(ours);
        if top && own && self.is_folder(&path) || is_key(&path) {
            return false;
        }
        if is_temp(&name) && self.is_file(&path) {
            lying.temps.push(path);
            return false;
        }
        let ending = path.extension().unwrap_or_default();
        let clear = ending == "ron";
        let document = ending == self.disk.ending() || clear;
        if name.starts_with('.') || !document {
            lying.foreign.push(path);
            return false;
        }
        if clear && self.disk.ending() != "ron" && kind != Kind::Text {
            return true;
        }
        let log = top && path == self.workspace.destroyed();
        lying
            .documents
            .push((if log { Kind::Destroyed } else { kind }, path));
        false
    }

    /// Notes and a team that were typed and never saved.
    fn in_journal_alone(&self, kind: Kind, lying: &mut Lying, out: &mut Scrubbed) {
        let journal = self.workspace.root().join(".crex").join("journal");
        for log in self.list(&journal, out) {
            let name = log.file_name().unwrap_or_default().to_string_lossy();
            let path = match kind {
                Kind::Notes => name
                    .get(..36)
                    .and_then(|id| id.parse().ok())
                    .map(|id| self.workspace.notes(id)),
                _ => Some(self.workspace.team()),
            };
            let path = path.filter(|path| self.workspace.own("journal", path, ".log") == log);
            let path = path.filter(|path| self.disk.meta(path).is_err());
            lying.documents.extend(path.map(|path| (kind, path)));
        }
    }
}
