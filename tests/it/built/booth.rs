//! The keyboard passed around in a real terminal: what the disk tells of a secret vote while it is open and once it is closed,
//! and what a kill leaves of it.

mod kills;

use super::Built;
use crate::harness::{Room, Setup, copy, flatten};
use crate::pty::Pty;
use crate::stories::choice::{go, three_events};
use crate::stories::urn::settled;
use chrono::NaiveDateTime;
use crex::domain::agenda::StepKind;
use crex::domain::ballot::{BallotState, Method, Subject};
use crex::domain::code::Lang;
use crex::domain::ids::IncidentId;
use crex::domain::incident::Incident;
use crex::domain::session::Session;
use crex::tui::run::Program as _;
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Voters of a vote.
const VOTERS: usize = 9;

/// A workspace in which nine people are about to choose among five events in secret, and the program in it.
fn about_to_vote(method: Method) -> (Built, Pty) {
    let mut room = Room::holding(Setup::default(), |session| {
        three_events(session);
        for title in ["Chute au lever", "Pilulier d'un autre"] {
            let mut incident = Incident::new(session.ids.give());
            incident.report.title = title.into();
            session.incidents.push(incident);
        }
        let question = "Quel événement analysons-nous\u{202f}?".into();
        let id = session.prepare_ballot(Subject::Choice, question, method);
        session.ballots.get_mut(id).unwrap().secret = true;
    });
    go(&mut room, StepKind::Choice);
    room.keys("v");
    room.shell.leave();
    let built = Built::new(Lang::Fr);
    copy(room.folder.path(), Path::new(&built.path("workspace")));
    let pty = open(&built);
    (built, pty)
}

/// The program on the only session, where it was left.
fn open(built: &Built) -> Pty {
    let path = built.session_path();
    built.start_at(&["open", &path.to_string_lossy()], (80, 24))
}

fn see(pty: &Pty, text: &str) {
    pty.wait_until(text, |screen| flatten(screen).contains(text));
}

fn count(n: usize) -> String {
    format!(
        "{n} bulletin{} sur {VOTERS}",
        if n > 1 { "s reçus" } else { " reçu" }
    )
}

fn at_curtain(pty: &Pty, received: usize) {
    let wanted = count(received);
    let all = "Tout le monde a voté";
    pty.wait_until(&format!("the curtain with {wanted}"), |screen| {
        let screen = flatten(screen);
        let closed = screen.contains("Entrée ouvre votre bulletin") || screen.contains(all);
        closed && screen.contains(&wanted)
    });
}

/// The vote opened and the keyboard passed, once the disk knows that it is open: the hour of that save is not one of a paper.
fn pass(built: &Built, pty: &mut Pty) {
    see(pty, "Ouvrir le vote");
    pty.send("v");
    see(pty, "Faire passer le clavier");
    pty.wait_behind_the_screen("the open vote in the file", || {
        let ballots = session(built).ballots;
        ballots.at(0).is_some_and(|b| b.state == BallotState::Open)
    });
    pty.send("p");
    at_curtain(pty, 0);
}

/// One voter: opens the paper, writes, confirms; the curtain falls again.
fn vote(pty: &mut Pty, paper: &str, before: usize) {
    pty.send("\r");
    see(pty, "s'abstenir");
    pty.send(paper);
    pty.wait_until("a paper to be confirmed", |screen| {
        let screen = flatten(screen);
        screen.contains("Entrée confirme.") || screen.contains("Entrée le confirme")
    });
    pty.send("\r");
    at_curtain(pty, before + 1);
}

/// Back from the curtain, the vote is closed.
fn close(pty: &mut Pty) {
    pty.send("\x1b");
    see(pty, "Clore le vote");
    // Last row but one.
    pty.send("\x1b[F\x1b[A\r");
}

fn session(built: &Built) -> Session {
    let path = built.session_path();
    let parsed = crex::store::parse::<Session>(&path, &fs::read(&path).unwrap()).unwrap();
    assert_eq!(parsed.remarks, []);
    parsed.doc
}

/// What a file or folder tells besides its contents: size, number, times of change.
type Told = (Vec<u8>, u64, u64, (i64, i64), (i64, i64));

/// Everything in the home of the program: folders and files, with contents and times.
fn everything(built: &Built) -> BTreeMap<PathBuf, Told> {
    let mut out = BTreeMap::new();
    let mut left = vec![PathBuf::from(built.path(""))];
    while let Some(path) = left.pop() {
        let data = fs::metadata(&path).unwrap();
        let mut bytes = Vec::new();
        if data.is_dir() {
            left.extend(
                fs::read_dir(&path)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
        } else {
            bytes = fs::read(&path).unwrap();
        }
        let times = (
            (data.mtime(), data.mtime_nsec()),
            (data.ctime(), data.ctime_nsec()),
        );
        out.insert(path, (bytes, data.size(), data.ino(), times.0, times.1));
    }
    out
}

fn is_urn(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == "urn")
}

/// Who voted what and when.
#[derive(Default)]
struct Witness {
    /// What the urn held after each paper, as its file wrote it.
    urns: Vec<Vec<u8>>,
    /// The papers, in the order of the voters.
    papers: Vec<&'static str>,
    /// Before the first voter, and before the last one confirmed.
    time: Option<(SystemTime, SystemTime)>,
}

/// A round in which these papers are handed in; while it is open nothing but the urn changes with a paper.
fn round(pty: &mut Pty, built: &Built, papers: &[&'static str]) -> Witness {
    settled(Path::new(&built.path("workspace")), &built.session_path());
    let mut witness = Witness::default();
    let begun = SystemTime::now();
    let mut before = everything(built);
    let (_, urn) = before.iter().find(|(path, _)| is_urn(path)).unwrap();
    let (size, number) = (urn.1, urn.2);
    for (n, paper) in papers.iter().enumerate() {
        witness.time = Some((begun, SystemTime::now()));
        vote(pty, paper, n);
        let after = everything(built);
        assert!(
            after.keys().eq(before.keys()),
            "a file came or went with a paper"
        );
        for (path, now) in &after {
            if is_urn(path) {
                assert_eq!(
                    (now.1, now.2),
                    (size, number),
                    "the urn has one size and one place"
                );
                witness
                    .urns
                    .push(now.0.iter().copied().take_while(|b| *b != 0).collect());
            } else {
                assert!(
                    before[path] == *now,
                    "{} changed with paper {n}",
                    path.display()
                );
            }
        }
        witness.papers.push(paper);
        before = after;
    }
    witness
}

/// All that looks like a list of points in a text, in its order.
fn points(text: &str) -> Vec<Vec<u32>> {
    let lists = text
        .split("points:")
        .skip(1)
        .filter_map(|rest| rest.trim_start().strip_prefix('['));
    let inside = lists.filter_map(|list| list.split(']').next());
    let numbers = |list: &str| {
        list.split(',')
            .filter_map(|n| n.trim().parse().ok())
            .collect()
    };
    inside.map(numbers).collect()
}

/// How times are written, with their length and the seconds that they leave open: in files, where the program was left, in the
/// names of backups.
const STAMPS: [(&str, usize, i64); 3] = [
    ("%Y-%m-%dT%H:%M:%S", 19, 0),
    ("%Y-%m-%dT%H:%M", 16, 59),
    ("%Y%m%d-%H%M%S", 15, 0),
];

/// Times in a text, in the zone in which the program writes them, each from its first second to its last.
fn times(text: &str) -> Vec<(NaiveDateTime, NaiveDateTime)> {
    let read = |i: usize, (form, long, open): (&str, usize, i64)| {
        let stamp = text.get(i..i + long)?;
        let time = NaiveDateTime::parse_from_str(stamp, form).ok()?;
        if time.format(form).to_string() != stamp {
            return None;
        }
        // The minute of a time that goes on with its second tells no more than that.
        let goes_on = open > 0 && text[i + long..].starts_with(':');
        (!goes_on).then(|| (time, time + chrono::TimeDelta::seconds(open)))
    };
    let of = |form: &(&'static str, usize, i64)| {
        let form = *form;
        (0..text.len()).filter_map(move |i| read(i, form))
    };
    STAMPS.iter().flat_map(of).collect()
}

#[test]
fn times_are_found_however_they_are_written() {
    let found = times("é 2026-11-19T14:05:07.3, left 2026-11-19T14:06|, k-20261119-140708.ron");
    let written: Vec<String> = found
        .iter()
        .map(|(from, to)| format!("{} {}", from.time(), to.time()))
        .collect();
    assert_eq!(
        written,
        [
            "14:05:07 14:05:07",
            "14:06:00 14:06:59",
            "14:07:08 14:07:08"
        ]
    );
}

/// Searches everything that is left for what the witness knows.
fn search(built: &Built, witness: &Witness) {
    let (begun, ended) = witness.time.unwrap();
    let local = |time: SystemTime| chrono::DateTime::<chrono::Local>::from(time).naive_local();
    let since = |(s, ns): (i64, i64)| {
        let passed = std::time::Duration::new(s.try_into().unwrap(), ns.try_into().unwrap());
        SystemTime::UNIX_EPOCH + passed
    };
    let all = everything(built);
    assert!(all.keys().all(|path| !is_urn(path)), "the urn is gone");
    let mut lists = 0;
    for (path, (bytes, _, _, changed, touched)) in &all {
        let name = path.display();
        for time in [*changed, *touched].map(since) {
            assert!(
                time < begun || time > ended,
                "{name} tells a time of the vote"
            );
        }
        let text = String::from_utf8_lossy(bytes);
        for (from, to) in times(&format!("{name} {text}")) {
            let within = local(begun) < from && to < local(ended);
            assert!(!within, "{name} holds a time of the vote: {from}");
        }
        // Each copy of the papers is in the order of their contents.
        for copy in text.split("papers:").skip(1) {
            let copy = copy.split("second_round_of").next().unwrap();
            let copy = points(copy);
            assert!(copy.is_sorted(), "{name}: {copy:?}");
            lists += usize::from(copy.len() > 1);
        }
        for urn in &witness.urns {
            let line = urn.split(|b| *b == b'\n').nth(1).unwrap();
            let found = bytes.windows(line.len()).any(|w| w == line);
            assert!(!found, "{name} holds an urn");
        }
    }
    assert!(lists > 0, "the papers are in the session");
}

#[test]
fn nine_voters_choose_among_five_events_and_nothing_tells_who_or_in_which_order() {
    let (built, mut pty) = about_to_vote(Method::Hands { each: 1 });
    pass(&built, &mut pty);
    let first = round(
        &mut pty,
        &built,
        &["b", "e", "a", "z", "b", "a", "c", "b", "a"],
    );
    close(&mut pty);
    see(&pty, "Égalité entre A et B");
    search(&built, &first);
    pty.send("r");
    see(&pty, "Faire passer le clavier");
    checked(&built);
    pty.send("p");
    at_curtain(&pty, 0);
    let second = round(
        &mut pty,
        &built,
        &["b", "a", "a", "b", "a", "a", "b", "a", "b"],
    );
    close(&mut pty);
    see(&pty, "A l'emporte");
    pty.send("\r");
    see(&pty, "selon le vote");
    pty.send("\x11");
    assert_eq!(pty.exit_code(), 0);
    for witness in [&first, &second] {
        search(&built, witness);
    }
    let session = session(&built);
    assert_eq!(session.chosen().map(|i| i.id), Some(IncidentId(1)));
    let [one, two] = [0, 1].map(|i| session.ballots.at(i).unwrap());
    assert_eq!((one.received(), one.blank, one.entitled), (9, 1, 9));
    assert_eq!([0, 1, 2, 3, 4].map(|i| one.total(i)), [3, 3, 1, 0, 1]);
    assert_eq!((two.received(), [0, 1].map(|i| two.total(i))), (9, [5, 4]));
    assert_eq!(two.second_round_of, Some(one.id));
}

/// What the check says of the workspace while a vote is open: nothing is wrong with it.
fn checked(built: &Built) {
    let checked = std::process::Command::new(env!("CARGO_BIN_EXE_crex"))
        .args(["--workspace", &built.path("workspace"), "check"])
        .env("CREX_CONFIG", built.path("settings.ron"))
        .output()
        .unwrap();
    assert!(checked.status.success(), "{checked:?}");
}
