//! Every call to the disk failing, once or from then on, in every way it can; and the program stopped at every call. A short
//! walk here, the whole in `tests/long/faults`.
#![allow(clippy::print_stdout, reason = "the long run tells its figure")]

mod scenes;
mod world;

use super::disks::{Plan, Tape, Way, quick};
use super::made::noon;
use super::store::LONG;
use crex::domain::problem::{Problem, Remark};
use crex::domain::session::Session;
use crex::store::{Store, parse};
use rustix::io::Errno;
use scenes::{SCENES, Scene};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use world::{World, began, title};

/// What a disk may say.
const ERRNOS: [Errno; 9] = [
    Errno::NOSPC,
    Errno::IO,
    Errno::ACCESS,
    Errno::ROFS,
    Errno::XDEV,
    Errno::NOENT,
    Errno::INTR,
    Errno::DQUOT,
    Errno::BUSY,
];
const WAYS: [Way; 3] = [Way::Before, Way::Half, Way::After];
/// Says to a process of this test which scene to play, at which call to be killed, before or after it.
const DUE: &str = "CREX_KILLED_AT";
/// The folder it plays in.
const FOLDER: &str = "CREX_KILLED_IN";

/// What was seen.
#[derive(Debug, Default)]
struct Seen {
    runs: usize,
    failed: usize,
}

/// A folder in which this scene can begin.
fn folder(scene: &Scene) -> (tempfile::TempDir, PathBuf) {
    let kept = tempfile::tempdir().unwrap();
    let root = kept.path().join("crex");
    (scene.prepare)(&root);
    (kept, root)
}

/// How many calls a scene makes when all goes well.
fn calls(scene: &Scene) -> usize {
    let (_kept, root) = folder(scene);
    let mut world = World::open(&root, Arc::default());
    (scene.act)(&mut world);
    assert_eq!(world.told, [], "{}: nothing is refused", scene.name);
    world.disk.counted().0
}

/// Plays a scene with this going wrong; then the disk is whole again, and so must be everything.
fn broken(scene: &Scene, plan: Plan, seen: &mut Seen) {
    let at = format!("{}: {plan:?}", scene.name);
    let (_kept, root) = folder(scene);
    let mut world = World::open(&root, Arc::default());
    world.disk.arm(Some(plan));
    (scene.act)(&mut world);
    let failed = world.disk.counted().1;
    (seen.runs, seen.failed) = (seen.runs + 1, seen.failed + failed);
    // As a kill at this moment would leave it.
    let (_copy, dead) = super::store::picture(&root);
    found(&dead, world.least, &at);
    world.disk.arm(None);
    (scene.again)(&mut world);
    assert!(world.store.flush(LONG), "{at}: not saved afterwards");
    let (wanted, path) = (world.typed, world.path());
    drop(world);
    whole(&root, &at);
    let litter = litter(&root, plan.lasting && scene.leaves);
    assert_eq!(litter, [] as [PathBuf; 0], "{at}");
    found(&root, wanted, &at);
    if let Some(path) = path {
        let bytes = fs::read(&path).unwrap();
        let saved = parse::<Session>(&path, &bytes).unwrap().doc;
        assert_eq!(
            began(&saved.title),
            Some(wanted),
            "{at}: {}",
            saved.title.as_str()
        );
    }
}

/// Plays a scene until the disk stops for good, without any word after that.
fn stopped(scene: &Scene, at: usize, way: Way, seen: &mut Seen) {
    let (_kept, root) = folder(scene);
    let mut world = World::open(&root, Arc::default());
    world.disk.arm(Some(Plan {
        at,
        errno: Some(Errno::IO.raw_os_error()),
        way,
        lasting: true,
    }));
    (scene.act)(&mut world);
    let least = world.least;
    drop(world);
    let told = format!("{}: stopped {way:?} call {at}", scene.name);
    survived(&root, least, &told);
    (seen.runs, seen.failed) = (seen.runs + 1, seen.failed + 1);
}

/// Everything there can be read, holds what it must, and is saved once more.
fn survived(root: &Path, least: usize, at: &str) {
    whole(root, at);
    found(root, least, at);
    let mut disk = quick(root);
    let Some(path) = sessions(root).into_iter().next() else {
        assert_eq!(least, 0, "{at}: nothing is there");
        return;
    };
    let mut opened = disk.load::<Session>(&path, noon()).unwrap();
    if opened.access == crex::store::Access::Write {
        super::store::retitle(&mut disk, &mut opened, &title(99), true);
        assert!(disk.flush(LONG), "{at}");
        drop(disk);
        found(root, 99, at);
    }
}

/// Every file that is read back is whole.
fn whole(root: &Path, at: &str) {
    for path in sessions(root) {
        let read = parse::<Session>(&path, &fs::read(&path).unwrap());
        let read = read.unwrap_or_else(|problem| panic!("{at}: {problem:?}"));
        assert_eq!(read.remarks, [], "{at}");
    }
}

/// What was typed last, at the least, is there when the workspace is opened by another program.
fn found(root: &Path, least: usize, at: &str) {
    let disk = quick(root);
    let mut best = 0;
    for path in sessions(root) {
        let read = disk.read::<Session>(&path);
        let read = read.unwrap_or_else(|problem| panic!("{at}: {problem:?}"));
        let calm = |remark: &Remark| matches!(remark, Remark::Recovered(_) | Remark::TornJournal);
        assert!(read.remarks.iter().all(calm), "{at}: {:?}", read.remarks);
        let title = read.doc.title.as_str().to_owned();
        let number = began(&read.doc.title);
        best = best.max(number.unwrap_or_else(|| panic!("{at}: nobody typed {title:?}")));
    }
    assert!(best >= least, "{at}: {least} was typed, {best} is there");
}

fn sessions(root: &Path) -> Vec<PathBuf> {
    crate::harness::session_files(root)
}

/// What is not of use to anybody.
fn litter(root: &Path, leaves: bool) -> Vec<PathBuf> {
    let mut out = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().flatten().map(|e| e.path()) {
            let temp = path.extension().is_some_and(|end| end == "tmp");
            let journal = path.extension().is_some_and(|end| end == "log");
            if path.is_dir() {
                folders.push(path);
            } else if (temp && !leaves) || journal {
                out.push(path);
            }
        }
    }
    out
}

/// All that can go wrong at one call.
fn plans(at: usize) -> Vec<Plan> {
    let mut out = Vec::new();
    for errno in ERRNOS {
        for way in WAYS {
            for lasting in [false, true] {
                let errno = Some(errno.raw_os_error());
                out.push(Plan {
                    at,
                    errno,
                    way,
                    lasting,
                });
            }
        }
    }
    out
}

#[test]
fn whichever_call_fails_nothing_typed_is_lost_and_the_next_save_succeeds() {
    let step = step();
    let mut seen = Seen::default();
    let mut turn = 0;
    for scene in SCENES {
        let calls = calls(scene);
        let before = seen.runs;
        // A save that is tried again takes some calls more.
        for at in 1..=calls {
            let plans = plans(at);
            if let Some(step) = step {
                for plan in plans.into_iter().skip(at % step).step_by(step) {
                    broken(scene, plan, &mut seen);
                }
            } else {
                // Each call once, each time in another way: 5 and the number of ways have no common part.
                turn = (turn + 5) % plans.len();
                broken(scene, plans[turn], &mut seen);
            }
        }
        println!("{}: {calls} calls, {} runs", scene.name, seen.runs - before);
    }
    println!(
        "{} runs, {} calls failed, files that are not whole: 0, edits lost: 0",
        seen.runs, seen.failed
    );
    assert!(seen.failed >= seen.runs, "{seen:?}");
}

/// In a long run: of how many ways to fail one is tried.
fn step() -> Option<usize> {
    let step = std::env::var("CREX_FAULTS").ok()?;
    Some(step.parse().unwrap_or(1).max(1))
}

#[test]
fn at_whichever_call_the_disk_stops_for_good_all_is_found_again() {
    let mut seen = Seen::default();
    // Here every third of them, beginning elsewhere in each scene.
    let few = if step().is_some() { 1 } else { 3 };
    for (n, scene) in SCENES.iter().enumerate() {
        for at in (1 + n % few..=calls(scene)).step_by(few) {
            let ways = if few == 1 { 3 } else { 1 };
            for way in 0..ways {
                stopped(scene, at, WAYS[(at + way) % 3], &mut seen);
            }
        }
    }
    println!(
        "{} runs stopped for good: 0 files not whole, 0 edits lost",
        seen.runs
    );
    assert!(seen.runs > 100, "{seen:?}");
}

/// A process of this test that plays a scene and is killed at one call. Gives what it had typed by then.
fn killed(scene: &Scene, root: &Path, at: usize, way: Way) -> (bool, usize) {
    let kept = root.with_extension("typed");
    let status = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "broken::killed_at_a_call_it_leaves_whole_files_and_all_that_was_typed",
        ])
        .env(DUE, format!("{} {at} {}", scene.name, way == Way::After))
        .env(FOLDER, root)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    let typed = fs::read_to_string(kept).unwrap_or_default();
    (!status.success(), typed.parse().unwrap_or(0))
}

/// What that process does.
fn play(due: &str) {
    let root = PathBuf::from(std::env::var_os(FOLDER).unwrap());
    let mut words = due.rsplitn(3, ' ');
    let way = [Way::Before, Way::After][usize::from(words.next() == Some("true"))];
    let at = words.next().unwrap().parse().unwrap();
    let name = words.next().unwrap();
    let scene = SCENES.iter().find(|scene| scene.name == name).unwrap();
    let mut world = World::open(&root, Arc::new(Tape::default()));
    world.kept = Some(root.with_extension("typed"));
    let plan = Plan {
        at,
        errno: None,
        way,
        lasting: false,
    };
    world.disk.arm(Some(plan));
    (scene.act)(&mut world);
}

#[test]
fn killed_at_a_call_it_leaves_whole_files_and_all_that_was_typed() {
    if let Ok(due) = std::env::var(DUE) {
        play(&due);
        return;
    }
    let all = step().is_some();
    let (mut runs, mut turn) = (0, 0);
    for scene in SCENES {
        for at in 1..=calls(scene) {
            for way in [Way::Before, Way::After] {
                turn += 1;
                // Here a few of them: a process takes its time.
                if !all && turn % 19 != 0 {
                    continue;
                }
                let (_kept, root) = folder(scene);
                let (died, typed) = killed(scene, &root, at, way);
                if !died {
                    // The thread took two snapshots as one this time, and there was no such call.
                    continue;
                }
                let told = format!("{}: killed {way:?} call {at}", scene.name);
                survived(&root, typed, &told);
                runs += 1;
            }
        }
    }
    println!("{runs} processes killed at a call: 0 files not whole, 0 edits lost");
    assert!(runs > 10, "{runs}");
}

/// The store of a folder, on a disk of the test.
fn on(disk: &Arc<Tape>, root: &Path, now: chrono::NaiveDateTime) -> Result<Store, Problem> {
    Store::open_on(Arc::<Tape>::clone(disk), root, now, Arc::new(|| {}))
}
