//! What is played while the disk fails: each scene begins in a folder of its own, and what it types is numbered.

use super::super::disks::{Tape, quick, quick_at};
use super::super::made::{noon, session};
use super::super::store::{LONG, retitle};
use super::on;
use super::world::{World, title};
use chrono::TimeDelta;
use crex::domain::ballot::{Ballot, BallotState, Method, Subject};
use crex::domain::ids::BallotId;
use crex::domain::incident::{IncidentFile, Report};
use crex::domain::parts::Parts as _;
use crex::domain::session::Session;
use crex::domain::text::Text;
use crex::domain::urn::{Cast, Urn};
use crex::store::{Access, encode};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use uuid::Uuid;

const VOTE: BallotId = BallotId(1);

/// What is played.
pub struct Scene {
    pub name: &'static str,
    /// What lies there before.
    pub prepare: fn(&Path),
    /// What is done while the disk may fail.
    pub act: fn(&mut World),
    /// What is done once it is whole again.
    pub again: fn(&mut World),
    /// Whether a name under which something was being written may stay when nothing can be taken away either.
    pub leaves: bool,
}

/// A folder with one session, which was saved.
fn saved(root: &Path) {
    quick(root).create(session(1, &title(0)), noon()).unwrap();
}

/// The same with a journal that a kill left, in which the first title stands.
fn left(root: &Path) {
    let disk = Arc::new(Tape::default());
    let mut store = on(&disk, root, noon()).unwrap();
    let mut made = store.create(session(1, &title(0)), noon()).unwrap();
    retitle(&mut store, &mut made, &title(1), false);
    disk.arm(Some(super::Plan {
        at: 1,
        errno: Some(rustix::io::Errno::IO.raw_os_error()),
        way: super::Way::Before,
        lasting: true,
    }));
}

/// The same, and another has changed the file since.
fn left_foreign(root: &Path) {
    left(root);
    let mut theirs = session(1, &title(0));
    theirs.number = 7;
    let path = crate::harness::session_files(root).remove(0);
    fs::write(&path, encode(&path, &theirs).unwrap()).unwrap();
}

/// Five backups, the last an hour ago.
fn backed_up(root: &Path) {
    for n in 0..7 {
        let now = noon() - TimeDelta::minutes(90 - 10 * n);
        let mut store = quick_at(root, now);
        if n == 0 {
            store.create(session(1, &title(0)), now).unwrap();
            continue;
        }
        let path = crate::harness::session_files(root).remove(0);
        let mut opened = store.load::<Session>(&path, now).unwrap();
        opened.doc.number = u32::try_from(n).unwrap();
        store.save(opened.handle, &opened.doc, 1);
        assert!(store.flush(LONG));
    }
}

/// A session in which a vote is open.
fn voting(root: &Path) {
    let mut made = session(1, &title(0));
    assert_eq!(made.ids.give::<BallotId>(), VOTE);
    made.ballots.push(Ballot {
        subject: Subject::Choice,
        method: Method::Weighted,
        state: BallotState::Open,
        ..Ballot::new(VOTE)
    });
    quick(root).create(made, noon()).unwrap();
}

fn incident(id: u128) -> IncidentFile {
    IncidentFile {
        schema: 1,
        id: Uuid::from_u128(id << 96),
        report: Report::default(),
    }
}

/// Another program writes the file that is open.
fn theirs(world: &World) {
    let mut theirs = session(1, &title(0));
    theirs.number = 7;
    let path = world.file();
    fs::write(&path, encode(&path, &theirs).unwrap()).unwrap();
}

/// Puts a paper into the urn of the session that is open.
fn vote(world: &mut World, papers: usize) {
    let Some(open) = &world.open else { return };
    if open.access != Access::Write {
        return;
    }
    let urn = Urn::holding(VOTE, vec![Cast::Blank; papers]);
    let kept = world.store.keep_urn(open.handle, &urn);
    let handle = open.handle;
    if world.tell(kept).is_some() {
        let kept = world.store.urn(handle, VOTE);
        let there = kept.map(|urn| urn.papers().len());
        // Read through the failing disk: none is said of a file that cannot be read.
        assert!(there.is_none() || there == Some(0) || there == Some(papers));
    }
}

fn add(world: &mut World) {
    let docs = [incident(8), incident(9)];
    let wanted: Vec<IncidentFile> = docs
        .into_iter()
        .filter(|doc| {
            let id = &doc.id.simple().to_string()[..8];
            let names = fs::read_dir(world.root.join("incidents")).unwrap();
            let mut names = names
                .flatten()
                .map(|e| e.file_name().to_string_lossy().into_owned());
            !names.any(|name| name.ends_with(&format!("{id}.ron")))
        })
        .collect();
    let (_, added) = world.store.add_all(&wanted, noon());
    world.tell(added);
}

fn put_away(world: &mut World) {
    let path = fs::read_dir(world.root.join("incidents"))
        .unwrap()
        .flatten()
        .next();
    if let Some(path) = path.map(|entry| entry.path()) {
        let away = world.store.put_away(&path, noon());
        world.tell(away);
    }
}

fn seal(world: &mut World) {
    let Some(open) = &mut world.open else { return };
    if world.store.access(open.handle) == Some(&Access::Write) {
        match world.store.seal(open.handle, &open.doc, world.now) {
            Ok(sealed) => {
                open.doc = sealed;
                world.promised();
            }
            Err(problem) => world.told.push(problem),
        }
    }
}

fn amend(world: &mut World) {
    let Some(open) = &world.open else { return };
    let Some(sealed) = open.doc.seal.clone() else {
        return;
    };
    let opened = world.store.amendments(open.doc.id, &sealed, world.now);
    let Some(mut opened) = world.tell(opened) else {
        return;
    };
    if opened.access == Access::Write {
        let before = opened.doc.clone();
        opened.doc.draft.what = Text::new("Une correction");
        let changes = before.diff(&opened.doc);
        let recorded = world.store.record(opened.handle, &changes);
        world.tell(recorded);
        world.store.save(opened.handle, &opened.doc, 1);
        world.store.flush(LONG);
        world.store.acks();
    }
    world.store.close(opened.handle);
}

const fn scene(name: &'static str, prepare: fn(&Path), act: fn(&mut World)) -> Scene {
    Scene {
        name,
        prepare,
        act,
        again: World::go_on,
        leaves: false,
    }
}

/// All of them.
pub const SCENES: &[Scene] = &[
    Scene {
        again: |world| {
            if world.open.is_none() {
                let made = world.store.create(session(1, &title(0)), noon());
                world.open = world.tell(made);
            }
            world.go_on();
        },
        ..scene(
            "first save",
            |root| drop(quick(root)),
            |world| {
                let made = world.store.create(session(1, &title(0)), noon());
                world.open = world.tell(made);
                world.next();
                world.save();
            },
        )
    },
    scene("save", saved, |world| {
        world.load();
        world.next();
        world.save();
        world.next();
        world.save();
    }),
    scene("typing", saved, |world| {
        world.load();
        (0..4).for_each(|_| world.next());
    }),
    scene("long journal", saved, |world| {
        world.load();
        for _ in 0..8 {
            world.next();
            world.fill();
        }
        world.save();
        world.next();
        world.save();
    }),
    scene("close", saved, |world| {
        world.load();
        world.next();
        if let Some(open) = &world.open {
            world.store.save(open.handle, &open.doc, 1);
            world.store.close(open.handle);
        }
        world.open = None;
        world.load();
    }),
    scene("journal left", left, |world| {
        world.least = 1;
        world.load();
        world.next();
        world.save();
    }),
    scene("journal left, file changed", left_foreign, |world| {
        world.least = 1;
        world.load();
        world.next();
        world.save();
    }),
    scene("conflict", saved, |world| {
        world.load();
        theirs(world);
        world.next();
        world.save();
        world.next();
        world.save();
    }),
    scene("backups", backed_up, |world| {
        world.load();
        world.next();
        world.save();
    }),
    scene("urn", voting, |world| {
        world.load();
        (0..3).for_each(|papers| vote(world, papers));
        if let Some(open) = &world.open {
            let dropped = world.store.drop_urn(open.handle);
            world.tell(dropped);
        }
    }),
    Scene {
        again: seal_again,
        leaves: true,
        ..scene("seal", saved, |world| {
            world.load();
            world.next();
            seal(world);
        })
    },
    Scene {
        again: |world| {
            seal_again(world);
            amend(world);
        },
        leaves: true,
        ..scene("amendment", saved, |world| {
            world.load();
            world.next();
            seal(world);
            amend(world);
        })
    },
    Scene {
        again: |world| {
            put_away(world);
            add(world);
            world.go_on();
        },
        leaves: true,
        ..scene("import and put away", saved, |world| {
            add(world);
            put_away(world);
        })
    },
    Scene {
        again: |world| {
            let out = world.store.write_out("annee", "md", b"deux");
            world.told.clear();
            assert!(world.tell(out).is_some(), "{:?}", world.told);
            world.go_on();
        },
        leaves: true,
        ..scene("export, session opened last", saved, |world| {
            let out = world.store.write_out("annee", "md", b"un");
            world.tell(out);
            let path = world.file();
            let kept = world.store.remember(&path);
            world.tell(kept);
        })
    },
];

fn seal_again(world: &mut World) {
    let open = world
        .open
        .as_ref()
        .and_then(|o| world.store.access(o.handle));
    if !matches!(open, Some(Access::Write)) {
        if let Some(open) = world.open.take() {
            world.store.close(open.handle);
        }
        world.load();
    }
    if world
        .open
        .as_ref()
        .is_some_and(|open| !open.doc.is_sealed())
    {
        seal(world);
    }
    let sealed = world.open.as_ref().is_some_and(|open| open.doc.is_sealed());
    assert!(sealed, "{:?}", world.told);
}
