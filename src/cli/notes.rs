//! `crex notes [SESSION]`: the second terminal, beside the session on the wall. Without a session, that which is open.

use super::{Begin, Context, Failure, Outcome, demo, shown};
use crate::domain::session::{Session, Stage};
use crate::store::Store;
use clap::ArgMatches;
use std::path::{Path, PathBuf};

pub fn run(context: &Context, matches: &ArgMatches) -> Result<Outcome, Failure> {
    let what = matches.get_one::<String>("session");
    if what.is_some_and(|what| what == "demo") {
        return demo::notes(context);
    }
    let store = context.reading()?;
    let path = match what {
        Some(what) => store.resolve(what)?,
        None => open_one(context, &store)?,
    };
    store.read::<Session>(&path)?;
    // What the wall keeps beside a session lies in the workspace of its file, whichever was named.
    let root = workspace_of(&path).unwrap_or_else(|| store.root().to_owned());
    drop(store);
    context.screen(root, Begin::Notes(path), None)
}

/// The only session of the workspace that is open.
fn open_one(context: &Context, store: &Store) -> Result<PathBuf, Failure> {
    let listing = store.list();
    let all = listing.sessions.into_iter().chain(listing.simulations);
    let mut open: Vec<(PathBuf, String)> = all
        .filter(
            |entry| matches!(&entry.state, Ok(head) if head.stage == Stage::Open && !head.sealed),
        )
        .map(|entry| (entry.path, entry.file_name))
        .collect();
    match open.len() {
        1 => Ok(open.remove(0).0),
        0 => Err(Failure::Refused(context.words.notes_none_open().to_owned())),
        _ => {
            let names: Vec<String> = open
                .iter()
                .map(|(_, name)| shown(Path::new(name)))
                .collect();
            let said = context.words.notes_many_open(&names.join(", "));
            Err(Failure::Refused(said))
        }
    }
}

/// The workspace that a session lies in, where it is one.
fn workspace_of(path: &Path) -> Option<PathBuf> {
    let root = path.parent()?.parent()?;
    root.join(".crex").is_dir().then(|| root.to_owned())
}
