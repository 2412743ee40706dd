//! Files that are none: pipes, sockets, devices, folders too full, texts too deep, names that climb out of the folder.

use super::doors::{machine, run};
use super::{dangerous, harmless};
use crate::made::{noon, session};
use crate::store::{LONG, store};
use crex::domain::problem::{FileFault, Problem, RonFault};
use crex::domain::session::Session;
use crex::domain::team::Team;
use crex::domain::text::Text;
use crex::store::{Disk, RealDisk, Settings, Store, parse};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

#[test]
fn what_is_nested_too_deep_is_refused_with_its_place() {
    for open in ["(", "[", "{", "Some(", "((", "[{"] {
        for n in [60, 1_000, 200_000] {
            let deep = open.repeat(n);
            for text in [
                deep.clone(),
                format!("(schema: 1, title: {deep}"),
                format!("(schema: 1, analyses: {deep}"),
                format!("(schema: 1, humeur: {deep}"),
            ] {
                let told = parse::<Session>(Path::new("x.ron"), text.as_bytes()).map(|p| p.doc);
                let place = matches!(
                    told,
                    Err(Problem::File(
                        _,
                        FileFault::Ron(1, 1.., _) | FileFault::Cut(1, 1..)
                    ))
                );
                assert!(place, "{n} times {open}: {told:?}");
                assert!(parse::<Team>(Path::new("x.ron"), text.as_bytes()).is_err());
            }
        }
    }
    let closed = format!(
        "(schema: 1, humeur: {}{})",
        "[".repeat(5_000),
        "]".repeat(5_000)
    );
    let told = parse::<Session>(Path::new("x.ron"), closed.as_bytes()).map(|p| p.doc);
    let deep = matches!(
        told,
        Err(Problem::File(_, FileFault::Ron(1, _, RonFault::TooDeep)))
    );
    assert!(deep, "{told:?}");
}

#[test]
fn a_text_at_its_limit_and_beyond_is_kept_and_cut() {
    let root = tempfile::tempdir().unwrap();
    let mut disk = store(root.path());
    let mut made = session(1, "Chute");
    made.closing.lessons = Text::new(&"é\n".repeat(40_000));
    assert_eq!(made.closing.lessons.as_str().len(), 65_535);
    let opened = disk.create(made.clone(), noon()).unwrap();
    let read = disk.read::<Session>(&opened.path).unwrap();
    assert_eq!((read.doc, read.remarks), (made, vec![]));
    let marks = Text::new(&format!("a{}b", "\u{301}\u{323}".repeat(250)));
    assert!(marks.as_str().chars().count() <= 17 && marks.as_str().ends_with('b'));
    assert!(!marks.as_str().chars().any(dangerous));
}

/// A disk on which a folder seems to hold more files than anybody has.
#[derive(Debug)]
struct Crowded;

impl Disk for Crowded {
    fn list(&self, folder: &Path) -> std::io::Result<Vec<OsString>> {
        if folder.ends_with("followups") {
            return Ok((0..100_003).map(|n| format!("{n:06}.ron").into()).collect());
        }
        RealDisk.list(folder)
    }
}

#[test]
fn a_folder_of_too_many_files_is_told_and_the_latest_are_read() {
    let root = tempfile::tempdir().unwrap();
    let disk = Store::open_on(Arc::new(Crowded), root.path(), noon(), Arc::new(|| {})).unwrap();
    let listing = disk.list();
    let folder = root.path().join("followups");
    let told = Problem::File(folder.clone(), FileFault::TooMany(100_003, 100_000));
    assert!(listing.unread().any(|problem| *problem == told));
    assert_eq!(listing.follow_ups.len(), 100_000);
    assert_eq!(listing.follow_ups[0].0, folder.join("000003.ron"));
}

/// A pipe that nobody writes to: opening it waits for ever.
#[cfg(unix)]
#[track_caller]
fn pipe(path: &Path) {
    let _ = fs::remove_file(path);
    let made = Command::new("mkfifo").arg(path).status().unwrap();
    assert!(made.success());
}

#[cfg(unix)]
#[test]
fn a_pipe_a_socket_or_a_device_is_never_waited_for() {
    let folder = machine();
    let ws = folder.path().join("ws");
    let session = fs::read_dir(ws.join("sessions"))
        .unwrap()
        .flatten()
        .next()
        .unwrap()
        .path();
    let name = session.file_name().unwrap().to_owned();
    // Where the program keeps its own for this session.
    let mut disk = store(&ws);
    let mut opened = disk.load::<Session>(&session, noon()).unwrap();
    crate::store::retitle(&mut disk, &mut opened, "Chute de nuit", false);
    disk.place(opened.handle, "facts/F1").unwrap();
    let log = crate::store::journals(&ws).remove(0);
    let spot = fs::read_dir(ws.join(".crex/places"))
        .unwrap()
        .flatten()
        .next()
        .unwrap()
        .path();
    std::mem::forget(disk);
    let copy = tempfile::tempdir().unwrap();
    crate::harness::copy(folder.path(), copy.path());
    let within = |path: &Path| copy.path().join(path.strip_prefix(folder.path()).unwrap());
    for path in [
        &log,
        &spot,
        &ws.join(".crex/last"),
        &ws.join("team.ron"),
        &ws.join("sessions/2026-11-20-tuyau.ron"),
    ] {
        pipe(&within(path));
    }
    for kind in ["grids", "scenarios", "incidents", "followups", "analyses"] {
        pipe(&within(&ws.join(kind).join("tuyau.ron")));
    }
    let socket = within(&ws.join("sessions/2026-11-21-prise.ron"));
    let _bound = std::os::unix::net::UnixListener::bind(socket).unwrap();
    std::os::unix::fs::symlink(
        "/dev/zero",
        within(&ws.join("sessions/2026-11-22-zero.ron")),
    )
    .unwrap();
    pipe(&copy.path().join("settings.ron"));
    pipe(&copy.path().join("tuyau.csv"));
    pipe(&copy.path().join("tuyau.html"));
    let name = name.to_str().unwrap();
    for line in [
        vec!["list"],
        vec!["check"],
        vec!["show", name],
        vec!["search", "Chute"],
        vec!["actions"],
        vec!["stats"],
        vec!["grids"],
        vec!["train"],
        vec!["incidents", "import", "tuyau.csv"],
        vec!["report", name, "-o", "tuyau.html"],
    ] {
        let args: Vec<&OsStr> = line.iter().map(OsStr::new).collect();
        let (code, said) = run(copy.path(), &args);
        assert!((0..=2).contains(&code), "{line:?}: {said}");
        harmless(&format!("{line:?}"), &said);
    }
    // On the screen the session opens all the same, to be read where it cannot be written safely.
    let mut disk = store(&within(&ws));
    drop(disk.load::<Session>(&within(&session), noon()));
    let listing = disk.list();
    assert!(listing.damaged().count() >= 3);
    assert!(disk.team(noon()).is_err() && disk.last_session().is_none());
    assert!(disk.flush(LONG));
    assert!(
        Settings::load_from(&copy.path().join("settings.ron"))
            .fault
            .is_some()
    );
}

#[test]
fn no_name_in_a_file_climbs_out_of_the_folder() {
    let folder = machine();
    let ws = folder.path().join("ws");
    let outside = folder.path().join("dehors.ron");
    let inside = fs::read_dir(ws.join("sessions"))
        .unwrap()
        .flatten()
        .next()
        .unwrap()
        .path();
    fs::copy(&inside, &outside).unwrap();
    fs::write(folder.path().join("logo.png"), crate::made::pixel()).unwrap();
    fs::write(ws.join(".crex/last"), "../dehors.ron\n").unwrap();
    assert_eq!(store(&ws).last_session(), None);
    fs::write(ws.join(".crex/last"), "sessions/../../dehors.ron\n").unwrap();
    assert_eq!(store(&ws).last_session(), None);
    for name in [
        "../logo.png",
        "/etc/hostname",
        "sessions/../../logo.png",
        "C:\\logo.png",
        "\\\\serveur\\logo.png",
    ] {
        let told = crex::store::logo(&RealDisk, &ws, &Text::line(name));
        assert!(told.is_err(), "{name}");
    }
    // Ids and titles make names of files: letters, digits and dashes are left of them.
    let mut odd = session(2, "../../../etc/passwd\\..\\x:y|z*?\u{202e}");
    odd.title = Text::line("../..\\/:*?<>| nul con .hidden");
    let made = store(&ws).create(odd, noon()).unwrap();
    assert_eq!(made.path.parent().unwrap(), ws.join("sessions"));
    let name = made.path.file_name().unwrap().to_str().unwrap();
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    assert!(
        name.strip_suffix(".ron").unwrap().chars().all(plain),
        "{name}"
    );
}

#[cfg(unix)]
#[test]
fn a_workspace_behind_a_link_is_the_same_workspace() {
    let folder = machine();
    let link = folder.path().join("lien");
    std::os::unix::fs::symlink(folder.path().join("ws"), &link).unwrap();
    let mut disk = store(&link);
    let path = disk.list().sessions[0].path.clone();
    let mut opened = disk.load::<Session>(&path, noon()).unwrap();
    crate::store::retitle(&mut disk, &mut opened, "Chute de nuit", true);
    assert!(disk.flush(LONG));
    drop(disk);
    assert!(link.is_symlink());
    let straight = store(&folder.path().join("ws"));
    assert_eq!(straight.list().sessions.len(), 1);
    let path = straight.list().sessions[0].path.clone();
    assert_eq!(
        straight.read::<Session>(&path).unwrap().doc.title.as_str(),
        "Chute de nuit"
    );
}
