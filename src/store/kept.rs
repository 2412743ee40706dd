//! What was made of each session of a folder, kept by file, so that ten thousand files need only be looked at, not read. A file
//! that changed in any way is read again; one that cannot be read is never kept. Of fewer than [`MANY`] files nothing is kept:
//! reading them is as quick.

use super::cache::{self, Bytes, Stamp};
use super::disk::{Disk, is_there};
use super::listing::Found;
use super::many::{MANY, Room, look_at, read_all, read_one, shared_out};
use super::workspace::Workspace;
use crate::domain::order::Order;
use crate::domain::session::Session;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Something that is made of a session and worth keeping.
///
/// It is made of the session alone, so that the same file always gives the same; and every field of it is written, since what
/// is kept names none.
pub(super) trait Kept: Serialize + DeserializeOwned + Send {
    /// What it is called among what is kept of a folder.
    const NAME: &'static str;

    /// What this session gives.
    fn of(session: &Session) -> Self;
}

/// A session file as it was when it was read, and what it gave.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Record {
    name: String,
    stamp: Stamp,
    body: Bytes,
}

/// What is kept of a folder, once it was read from the disk.
#[derive(Clone, Debug, Default)]
pub(super) struct Records(Option<Vec<Record>>);

/// What is to be kept of a file from now on.
enum Fate {
    /// What is kept already, at this place.
    Same(usize),
    /// This instead.
    Fresh(Box<Record>),
    /// Nothing.
    Nothing,
}

/// What these session files of a folder give, which come by name; `each` is called after each of them.
pub(super) fn read<T: Kept>(
    workspace: &Workspace,
    folder: &str,
    paths: &[PathBuf],
    each: impl Fn() + Sync,
) -> Vec<Found<T>> {
    let mut records = Records::default();
    let (found, changed) = look::<T>(workspace, folder, paths, each, &mut records);
    if changed {
        save::<T>(workspace, folder, &records);
    }
    found
}

/// The same for whoever ends with the answer: what is kept is written while it is made.
pub(super) fn read_ahead<T: Kept>(
    workspace: &Workspace,
    folder: &str,
    paths: &[PathBuf],
) -> Vec<Found<T>> {
    let mut records = Records::default();
    let (found, changed) = look::<T>(workspace, folder, paths, || {}, &mut records);
    let new = records.0.filter(|_| changed && workspace.keeps());
    if let Some(new) = new {
        let (disk, place) = (workspace.shared_disk(), place_of::<T>(workspace, folder));
        workspace
            .late()
            .add(move || cache::save(&*disk, &place, &new));
    }
    found
}

/// What they give for whoever asks again; `records` is what is kept of the folder, in memory from the first time on.
pub(super) fn read_with<T: Kept>(
    workspace: &Workspace,
    folder: &str,
    paths: &[PathBuf],
    records: &mut Records,
) -> Vec<Found<T>> {
    let (found, changed) = look::<T>(workspace, folder, paths, || {}, records);
    if changed {
        save::<T>(workspace, folder, records);
    }
    found
}

fn save<T: Kept>(workspace: &Workspace, folder: &str, records: &Records) {
    if let Some(new) = records.0.as_ref().filter(|_| workspace.keeps()) {
        let place = place_of::<T>(workspace, folder);
        cache::save(workspace.disk(), &place, new);
    }
}

/// Takes into memory what is kept of a folder, for [`read_with`].
pub(super) fn load<T: Kept>(workspace: &Workspace, folder: &str, records: &mut Records) {
    let load = || cache::load(workspace.disk(), &place_of::<T>(workspace, folder));
    records.0 = records.0.take().or_else(load);
}

/// Where what is kept of a folder stands.
fn place_of<T: Kept>(workspace: &Workspace, folder: &str) -> PathBuf {
    workspace.index(&format!("{}{folder}", T::NAME))
}

/// What the files give, and whether what is kept of them is not what was kept before.
fn look<T: Kept>(
    workspace: &Workspace,
    folder: &str,
    paths: &[PathBuf],
    each: impl Fn() + Sync,
    records: &mut Records,
) -> (Vec<Found<T>>, bool) {
    let disk = workspace.disk();
    if paths.len() < MANY {
        let place = place_of::<T>(workspace, folder);
        // Kept when they were many.
        if workspace.keeps() && is_there(disk, &place) {
            let _ = disk.remove(&place);
        }
        let keep = |session: Session| {
            each();
            T::of(&session)
        };
        return (read_all(disk, paths, keep), false);
    }
    let load = || cache::load(disk, &place_of::<T>(workspace, folder)).unwrap_or_default();
    let old = records.0.get_or_insert_with(load);
    let now = SystemTime::now();
    let numbered: Vec<(usize, &PathBuf)> = paths.iter().enumerate().collect();
    let read = shared_out(&numbered, |room, (at, path)| {
        let read = one(disk, old, *at, path, now, room);
        each();
        read
    });
    let fresh = |(_, fate): &(_, Fate)| matches!(fate, Fate::Fresh(_));
    let same = |(_, fate): &&(_, Fate)| matches!(fate, Fate::Same(_));
    if !read.iter().any(fresh) && read.iter().filter(same).count() == old.len() {
        return (read.into_iter().map(|(found, _)| found).collect(), false);
    }
    let mut old: Vec<Option<Record>> = old.drain(..).map(Some).collect();
    let mut new = Vec::with_capacity(read.len());
    let found = read.into_iter().map(|(found, fate)| {
        new.extend(match fate {
            Fate::Same(at) => old.get_mut(at).and_then(Option::take),
            Fate::Fresh(record) => Some(*record),
            Fate::Nothing => None,
        });
        found
    });
    let found = found.collect();
    new.order_by(|a, b| a.name.cmp(&b.name));
    records.0 = Some(new);
    (found, true)
}

/// What the file at this place gives, from what is kept of it when it did not change.
fn one<T: Kept>(
    disk: &dyn Disk,
    old: &[Record],
    at: usize,
    path: &Path,
    now: SystemTime,
    room: &mut Room,
) -> (Found<T>, Fate) {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // Before the file is read: one that changes meanwhile is read again next time.
    let seen = match look_at(disk, path) {
        Ok(seen) => seen,
        Err(problem) => return ((path.to_owned(), Err(problem)), Fate::Nothing),
    };
    let stamp = Stamp::of(&seen, now);
    let at = place_in(old, at, &name);
    let unchanged = at.filter(|at| Some(old[*at].stamp) == stamp);
    let kept = unchanged.and_then(|at| Some((at, cache::unpacked(&old[at].body)?)));
    if let Some((at, kept)) = kept {
        return ((path.to_owned(), Ok(kept)), Fate::Same(at));
    }
    let read = read_one(disk, path, &seen, room, |session: Session| T::of(&session));
    let made = read.as_ref().ok();
    let body = made.and_then(|made| cache::packed(made, &mut room.packed));
    let record = body.zip(stamp).map(|(body, stamp)| {
        let name = name.into_owned();
        Box::new(Record { name, stamp, body })
    });
    (
        (path.to_owned(), read),
        record.map_or(Fate::Nothing, Fate::Fresh),
    )
}

/// Where what is kept of the file of this name stands: at the place of the file itself, where none came or went before it.
fn place_in(old: &[Record], at: usize, name: &str) -> Option<usize> {
    if old.get(at).is_some_and(|kept| kept.name == name) {
        return Some(at);
    }
    old.binary_search_by(|kept| kept.name.as_str().cmp(name))
        .ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::domain::seal::fingerprint;
    use crate::library::digest::Digest;
    use crate::library::plan::Sheet;
    use crate::store::listing::SessionHead;
    use crate::store::past::Counted;
    use std::fmt::Debug;
    use std::fs;

    fn packed<T: Kept + PartialEq + Debug>(session: &Session) -> Vec<u8> {
        let given = T::of(session);
        let bytes = cache::packed(&given, &mut Vec::new()).unwrap();
        assert_eq!(cache::unpacked::<T>(&bytes), Some(given));
        bytes.0
    }

    /// What an earlier program kept is believed as long as the form is the same. When this fails because a session gives other
    /// things now, or because what is shipped changed: raise `cache::FORM`, then have the line written anew with `UPDATE=1`.
    #[test]
    fn what_sessions_give_changes_only_with_the_form_of_what_is_kept() {
        let examples = [
            include_str!("../../sessions/examples/ehpad-midway.ron"),
            include_str!("../../sessions/examples/ehpad-sealed.ron"),
        ];
        let mut all = Vec::new();
        for text in examples {
            let session: Session = crate::domain::ron_fault::read(text).unwrap();
            all.extend(packed::<SessionHead>(&session));
            all.extend(packed::<Sheet>(&session));
            all.extend(packed::<Digest>(&session));
            all.extend(packed::<Counted>(&session));
        }
        let now = format!("{} {}\n", cache::FORM, fingerprint(&all));
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/store/kept.txt");
        let before = fs::read_to_string(file).unwrap_or_default();
        let raised = before.split(' ').next() != Some(&cache::FORM.to_string());
        if raised && std::env::var_os("UPDATE").is_some() {
            fs::write(file, &now).unwrap();
        } else {
            assert_eq!(now, before);
        }
    }
}
