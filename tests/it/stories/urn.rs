//! What becomes of the papers of an open vote on the disk: in one file from opening to closing, and nowhere else.

use super::booth::{last, opened, pass};
use super::choice::go;
use crate::harness::{Room, Setup, day};
use crex::domain::agenda::StepKind;
use crex::domain::ballot::{BallotState, Method};
use crex::domain::seal::fingerprint;
use crex::tui::run::Program as _;
use crex::tui::shell::Start;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Instant;

/// Leaves the program as one does by its keys, and opens the session again after `meanwhile`.
fn reopened(mut room: Room, meanwhile: impl FnOnce(&Path)) -> Room {
    room.shell.leave();
    let (folder, path) = (Rc::clone(&room.folder), room.session_path());
    drop(room);
    meanwhile(folder.path());
    Room::on(folder, Setup::default(), Start::Session(path), day())
}

fn urns(root: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(root.join(".crex/urns")).unwrap();
    entries.flatten().map(|e| e.path()).collect()
}

fn urn(root: &Path) -> PathBuf {
    let found = urns(root);
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].clone()
}

fn received(room: &Room) -> u32 {
    room.shell.app().desk.received()
}

/// Waits until the thread of the store has written all of a session: its journal ends by saying which file has it.
pub fn settled(root: &Path, session: &Path) {
    let begun = Instant::now();
    loop {
        let print = fingerprint(&fs::read(session).unwrap_or_default());
        let end = format!("{print}\n");
        let journals = fs::read_dir(root.join(".crex/journal")).unwrap();
        let mut texts = journals.flatten().filter_map(|e| fs::read(e.path()).ok());
        if texts.any(|text| text.ends_with(end.as_bytes())) {
            return;
        }
        assert!(begun.elapsed().as_secs() < 20, "never saved");
        std::thread::yield_now();
    }
}

/// All files of a folder with what is in them.
fn files(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut left = vec![root.to_owned()];
    let mut out = BTreeMap::new();
    while let Some(folder) = left.pop() {
        for path in fs::read_dir(folder).unwrap().flatten().map(|e| e.path()) {
            if path.is_dir() {
                left.push(path);
            } else if let Ok(bytes) = fs::read(&path) {
                out.insert(path, bytes);
            }
        }
    }
    out
}

/// Files in which a paper stands as the urn writes it.
fn with_papers(root: &Path) -> Vec<PathBuf> {
    let holds = |bytes: &[u8]| bytes.windows(8).any(|w| w == b"points:[");
    let all = files(root).into_iter();
    all.filter(|(_, bytes)| holds(bytes))
        .map(|(path, _)| path)
        .collect()
}

#[test]
fn papers_wait_while_the_program_is_left_and_the_urn_goes_when_the_vote_closes() {
    let mut room = opened(Method::Weighted, true);
    let root = room.folder.path().to_owned();
    let size = fs::metadata(urn(&root)).unwrap().len();
    room.keys("b").keys("abc<Enter>bca<Enter>x<Enter>z<Enter>");
    let mut room = reopened(room, |root| {
        assert_eq!(fs::metadata(urn(root)).unwrap().len(), size);
        assert_eq!(with_papers(root), [urn(root)]);
    });
    room.keys("<Esc>");
    assert_eq!(received(&room), 4);
    room.keys("b").keys("cab<Enter><Esc>");
    assert_eq!(received(&room), 5);
    room.keys("<End><Up><Enter><Enter>");
    assert_eq!(last(&room).state, BallotState::Closed);
    assert_eq!(
        (
            last(&room).papers.len(),
            last(&room).blank,
            last(&room).void
        ),
        (3, 1, 1)
    );
    assert_eq!(urns(&root), [] as [PathBuf; 0]);
    // What stayed behind for whatever reason is destroyed when its session is opened next.
    let stale = root.join(".crex/urns").join("stale");
    let room = reopened(room, |root| {
        fs::write(&stale, b"points:[1,2,3]").unwrap();
        let place = fs::read_dir(root.join(".crex/places")).unwrap().flatten();
        let name = place
            .map(|e| e.file_name())
            .find(|n| n.to_string_lossy().len() > 20);
        let name = format!("{}.urn", name.unwrap().to_string_lossy());
        fs::rename(&stale, root.join(".crex/urns").join(name)).unwrap();
        assert_eq!(with_papers(root).len(), 1);
    });
    assert_eq!(urns(&root), [] as [PathBuf; 0]);
    room.see(&["Égalité entre A, B et C"]);
}

#[test]
fn an_urn_that_cannot_be_read_is_told_and_the_vote_can_be_cancelled_and_held_again() {
    for damage in [
        |path: &Path| fs::write(path, [7; 5000]).unwrap(),
        |path: &Path| fs::remove_file(path).unwrap(),
    ] {
        let mut room = opened(Method::Weighted, true);
        let root = room.folder.path().to_owned();
        room.keys("b").keys("abc<Enter>bca<Enter>");
        let mut room = reopened(room, |root| damage(&urn(root)));
        room.see(&[
            "Les bulletins de ce vote n'ont pas pu être relus",
            "annulez ce vote et votez de nouveau",
        ]);
        assert_eq!(last(&room).state, BallotState::Open);
        room.keys("<Esc>");
        assert_eq!(received(&room), 0);
        room.keys("x").keys("urne illisible<Enter><Enter>");
        assert_eq!(last(&room).state, BallotState::Cancelled);
        assert_eq!(urns(&root), [] as [PathBuf; 0]);
        room.keys("vv").keys("b").keys("cab<Enter>");
        assert_eq!(with_papers(&root), [urn(&root)]);
    }
}

#[test]
fn a_paper_that_the_disk_refuses_is_said_to_be_in_memory_alone_until_the_next_one() {
    let mut room = opened(Method::Weighted, true);
    let root = room.folder.path().to_owned();
    let (folder, aside) = (root.join(".crex/urns"), root.join(".crex/aside"));
    fs::rename(&folder, &aside).unwrap();
    room.keys("p").keys("<Enter>abc<Enter>");
    room.see(&[
        "1 bulletin reçu sur 9",
        "Bulletins gardés en mémoire seulement, ne quittez pas crex",
    ]);
    room.keys("<Esc>");
    assert_eq!(received(&room), 1);
    room.see(&["Bulletins gardés en mémoire seulement", "non enregistré"]);
    room.keys("<Down>").see(&["ne quittez pas crex"]);
    fs::rename(&aside, &folder).unwrap();
    room.keys("<Up>b").keys("bca<Enter><Esc>");
    assert_eq!(received(&room), 2);
    room.miss("en mémoire seulement").miss("non enregistré");
    let room = reopened(room, |_| {});
    assert_eq!(received(&room), 2);
    room.miss("pas pu être relus");
}

#[test]
fn sealing_a_session_whose_vote_is_open_leaves_no_paper_anywhere() {
    let mut room = opened(Method::Weighted, true);
    let root = room.folder.path().to_owned();
    room.keys("b").keys("abc<Enter>bca<Enter><Esc>");
    assert_eq!(with_papers(&root), [urn(&root)]);
    room.palette("sceller").keys("<Down><Enter>");
    assert!(room.session().is_sealed());
    assert_eq!(last(&room).state, BallotState::Cancelled);
    assert!(last(&room).papers.is_empty() && last(&room).blank == 0);
    assert_eq!(with_papers(&root), [] as [PathBuf; 0]);
    assert_eq!(urns(&root), [] as [PathBuf; 0]);
    let room = reopened(room, |root| {
        fs::write(root.join(".crex/urns/other.urn"), b"x").unwrap();
    });
    assert!(room.session().is_sealed());
    assert_eq!(
        urns(&root).len(),
        1,
        "that of another session is left alone"
    );
}

#[test]
fn deleting_what_is_voted_on_destroys_no_paper() {
    let mut room = opened(Method::Weighted, true);
    let root = room.folder.path().to_owned();
    room.keys("b").keys("abc<Enter>bca<Enter><Esc>");
    go(&mut room, StepKind::Incidents);
    room.keys("<Home>d").keys("<Home>d");
    assert_eq!(last(&room).state, BallotState::Open);
    assert_eq!((received(&room), urns(&root).len()), (2, 1));
}

#[test]
fn while_a_vote_is_open_a_paper_changes_the_urn_and_nothing_else() {
    for (way, out) in [("b", ""), ("p", "<Enter>")] {
        let mut room = opened(Method::Weighted, true);
        let root = room.folder.path().to_owned();
        room.keys(way);
        settled(&root, &room.session_path());
        let mut before = files(&root);
        let mut last_urn = Vec::new();
        for paper in ["abc", "z", "cba", "bac"] {
            room.minutes(1).keys(out).keys(paper).keys("<Enter>");
            let mut after = files(&root);
            let now = after.remove(&urn(&root)).unwrap();
            before.remove(&urn(&root));
            assert_ne!(now, last_urn);
            last_urn = now;
            let changed: Vec<&PathBuf> = after
                .iter()
                .filter(|(p, b)| before.get(*p) != Some(b))
                .map(|(p, _)| p)
                .collect();
            assert_eq!(changed, [] as [&PathBuf; 0], "{way} {paper}");
            assert_eq!(after.len(), before.len());
            before = after;
        }
    }
}

#[test]
fn while_the_disk_refuses_the_session_the_urn_of_a_closed_vote_stays() {
    let mut room = opened(Method::Weighted, true);
    let root = room.folder.path().to_owned();
    room.keys("b").keys("abc<Enter>acb<Enter><Esc>");
    settled(&root, &room.session_path());
    let (folder, aside) = (root.join("sessions"), root.join("aside"));
    fs::rename(&folder, &aside).unwrap();
    room.keys("<End><Up><Enter><Enter>");
    assert_eq!(last(&room).state, BallotState::Closed);
    assert!(with_papers(&root).contains(&urn(&root)));
    fs::rename(&aside, &folder).unwrap();
    let room = reopened(room, |root| assert_eq!(urns(root), [] as [PathBuf; 0]));
    assert_eq!(
        (last(&room).state, last(&room).papers.len()),
        (BallotState::Closed, 2)
    );
}

#[test]
fn papers_that_the_disk_does_not_let_go_are_destroyed_with_the_next_save() {
    let mut room = opened(Method::Weighted, true);
    room.keys("p");
    pass(&mut room, &["abc"; 9]);
    let root = room.folder.path().to_owned();
    let (path, aside) = (urn(&root), root.join("aside"));
    fs::rename(&path, &aside).unwrap();
    fs::create_dir(&path).unwrap();
    room.keys("<Esc><Enter>");
    assert_eq!(last(&room).state, BallotState::Closed);
    fs::remove_dir(&path).unwrap();
    fs::rename(&aside, &path).unwrap();
    // What comes next is saved, and the papers go.
    room.keys("<Enter>");
    settled(&root, &room.session_path());
    room.keys("<Down>");
    assert_eq!(urns(&root), Vec::<PathBuf>::new());
}
