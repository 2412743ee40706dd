//! Each byte of a file changed, zeroed, or the last that is left, in turn. What is read then is the same, or says what it is:
//! a sealed file tells any change; one that may be changed reads as if someone had changed that one field, or is refused with
//! line and column; a journal loses the damaged record alone, and tells its number.

use super::asked;
use super::filled::Form;
use super::payloads::bases;
use crate::made::{edit, noon, session};
use crate::store::{journals, store};
use crex::domain::analysis::AnalysisFile;
use crex::domain::incident::{Incident, IncidentFile};
use crex::domain::parts::Parts;
use crex::domain::problem::{FileFault, Problem, Remark, Why};
use crex::domain::seal;
use crex::domain::session::Session;
use crex::domain::team::Team;
use crex::store::{Document, encode, parse};
use std::fmt::Debug;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

/// How one byte goes wrong.
#[derive(Clone, Copy, Debug)]
enum Harm {
    Low,
    High,
    Quote,
    Bracket,
    Zero,
    Cut,
    ZeroFrom,
}

const ALL: [Harm; 7] = [
    Harm::Low,
    Harm::High,
    Harm::Quote,
    Harm::Bracket,
    Harm::Zero,
    Harm::Cut,
    Harm::ZeroFrom,
];

/// The bytes with that harm at this place.
fn harmed(bytes: &[u8], at: usize, harm: Harm) -> Vec<u8> {
    let mut out = bytes.to_vec();
    match harm {
        Harm::Low => out[at] ^= 1,
        Harm::High => out[at] ^= 0x80,
        Harm::Quote => out[at] = b'"',
        Harm::Bracket => out[at] = b'(',
        Harm::Zero => out[at] = 0,
        Harm::Cut => out.truncate(at),
        Harm::ZeroFrom => out[at..].fill(0),
    }
    out
}

/// The places tried: all in the long run, some in the short one.
fn places(len: usize, short: usize) -> impl Iterator<Item = usize> {
    let step = if std::env::var_os("CREX_DAMAGE").is_some() {
        1
    } else {
        short
    };
    let first = usize::try_from(asked("CREX_SEED", 0)).unwrap() % step;
    (first..len).step_by(step)
}

/// What became of damaged files.
#[derive(Default)]
struct Count {
    tried: usize,
    refused: usize,
    told: usize,
    changed: usize,
    same: usize,
}

impl Count {
    fn print(&self, name: &str) {
        if std::env::var_os("CREX_DAMAGE").is_some() {
            println!(
                "{name}: {} damages: {} refused with their place, {} read and told, {} read as one field changed, {} read as they were; \
                 0 panics, 0 silent losses",
                self.tried, self.refused, self.told, self.changed, self.same
            );
        }
    }
}

/// Whether a refusal says where.
fn says_where(problem: &Problem) -> bool {
    match problem {
        Problem::File(_, FileFault::Ron(line, column, _) | FileFault::Cut(line, column)) => {
            *line > 0 && *column > 0
        }
        Problem::File(_, FileFault::NotUtf8(_) | FileFault::Utf16 | FileFault::Empty) => true,
        Problem::ReadOnly(_, Why::NewerSchema(_)) => true,
        _ => false,
    }
}

/// Every damage to the file of a document.
fn damage<D: Document + Debug + std::panic::RefUnwindSafe>(name: &str, bytes: &[u8], short: usize) {
    let path = Path::new("x.ron");
    let whole = parse::<D>(path, bytes).unwrap();
    let mut count = Count::default();
    for at in places(bytes.len(), short) {
        for harm in ALL {
            let bad = harmed(bytes, at, harm);
            if bad == bytes {
                continue;
            }
            let read = catch_unwind(|| parse::<D>(path, &bad));
            let read =
                read.unwrap_or_else(|_| panic!("{name}: ends the program, {harm:?} at {at}"));
            count.tried += 1;
            match read {
                Err(problem) => {
                    assert!(
                        says_where(&problem),
                        "{name}: {problem:?}, {harm:?} at {at}"
                    );
                    count.refused += 1;
                }
                Ok(read) if read.remarks != whole.remarks || read.why != whole.why => {
                    count.told += 1;
                }
                Ok(read) if read.doc == whole.doc => {
                    // Nothing but blanks or the last line break.
                    assert!(whole.why.is_none(), "{name}: not told, {harm:?} at {at}");
                    count.same += 1;
                }
                Ok(read) => {
                    assert!(whole.why.is_none(), "{name}: not told, {harm:?} at {at}");
                    let changes = whole.doc.diff(&read.doc);
                    let parts: Vec<_> = changes
                        .iter()
                        .map(|c| (&c.path, c.value.is_some()))
                        .collect();
                    // One field, or one item whose id is another now.
                    let of_id = parts.iter().any(|(_, there)| !there) && parts.len() <= 3;
                    assert!(
                        parts.len() == 1 || of_id,
                        "{name}: {parts:?}, {harm:?} at {at}"
                    );
                    count.changed += 1;
                }
            }
        }
    }
    count.print(name);
}

const GOLDEN: &[u8] = include_bytes!("../golden/session-1.ron");

fn golden() -> Session {
    parse::<Session>(Path::new("x.ron"), GOLDEN).unwrap().doc
}

fn bytes_of<D: Document>(doc: &D) -> Vec<u8> {
    encode(Path::new("x.ron"), doc).unwrap()
}

#[test]
fn of_a_sealed_session_any_change_is_told_or_refused() {
    // Sealed when the hour of the seal was not covered yet; now it is.
    let sealed = seal::again(GOLDEN).unwrap();
    damage::<Session>("sealed session", &sealed, 431);
}

#[test]
fn of_a_session_sealed_early_any_change_but_of_the_hour_is_told_or_refused() {
    let mark = seal::MARK.as_bytes();
    let from = GOLDEN.windows(mark.len()).rposition(|at| at == mark);
    let mut hours = 0;
    for at in from.unwrap()..GOLDEN.len() {
        let bad = harmed(GOLDEN, at, Harm::Low);
        if let Ok(read) = parse::<Session>(Path::new("x.ron"), &bad)
            && read.remarks.is_empty()
            && read.why == Some(Why::Sealed)
        {
            let seal = read.doc.seal.unwrap();
            assert_ne!(seal.at, golden().seal.unwrap().at, "{at}");
            hours += 1;
        }
    }
    assert!(hours > 0);
}

#[test]
fn of_a_session_under_way_a_damaged_byte_costs_one_field_at_most() {
    let mut open = golden();
    open.seal = None;
    damage::<Session>("session under way", &bytes_of(&open), 433);
}

#[test]
fn of_a_team_an_incident_and_an_analysis_too() {
    let mut n = 0;
    let mut words = || {
        n += 1;
        format!("texte {n}, « œil »")
    };
    let mut team = Team {
        schema: 1,
        ..Team::default()
    };
    team.charter.push("Ici, pas de faute".into());
    let team: Team = Form::of(&team).fill(false, &mut words);
    damage::<Team>("team", &bytes_of(&team), 61);
    let report = golden()
        .incidents
        .iter()
        .next()
        .map(|i: &Incident| i.report.clone())
        .unwrap();
    let incident = IncidentFile {
        schema: 1,
        id: golden().id,
        report,
    };
    damage::<IncidentFile>("incident", &bytes_of(&incident), 29);
    let (base, _) = bases().remove(0);
    let analysis = base.analyses.iter().next().unwrap().clone();
    let chosen = base.incidents.iter().next().unwrap().clone();
    let file = AnalysisFile {
        schema: 1,
        id: base.id,
        chosen_in: base.id,
        incident: chosen,
        ids: base.ids.clone(),
        analysis,
        guarding: base.guarding.clone(),
    };
    damage::<AnalysisFile>("analysis", &bytes_of(&file), 211);
}

/// A session with twelve edits in its journal, as a kill leaves them: the folder, the file, the journal, and the session after
/// each number of edits.
struct Killed {
    file: (PathBuf, Vec<u8>),
    log: (PathBuf, Vec<u8>),
    states: Vec<Session>,
}

fn killed() -> Killed {
    let root = tempfile::tempdir().unwrap();
    let mut disk = store(root.path());
    let mut made = disk.create(session(1, "Chute"), noon()).unwrap();
    let mut states = vec![made.doc.clone()];
    for n in 0..12_u8 {
        let before = made.doc.clone();
        let what = [2, 6, 10, 1, 0][usize::from(n) % 5];
        edit(&mut made.doc, &(what, 0, format!("mot {n}\net « œil »")));
        disk.record(made.handle, &before.diff(&made.doc)).unwrap();
        states.push(made.doc.clone());
    }
    let log = journals(root.path()).remove(0);
    let name = |path: &Path| path.strip_prefix(root.path()).unwrap().to_owned();
    let killed = Killed {
        file: (name(&made.path), fs::read(&made.path).unwrap()),
        log: (name(&log), fs::read(&log).unwrap()),
        states,
    };
    std::mem::forget(disk);
    killed
}

/// The number of the record in which each byte of a journal stands; 0 is the head.
fn numbers(log: &[u8]) -> Vec<u64> {
    let mut out = Vec::new();
    let mut number = 0;
    let mut lines = log.split_inclusive(|b| *b == b'\n');
    while let Some(line) = lines.next() {
        let text = String::from_utf8_lossy(line);
        let len = text
            .strip_prefix("C ")
            .and_then(|rest| rest.split(' ').nth(1)?.parse::<usize>().ok());
        out.extend(line.iter().map(|_| number));
        let mut left = len.map_or(0, |len| len + 1);
        while left > 0 {
            let more = lines.next().unwrap();
            left -= more.len();
            out.extend(more.iter().map(|_| number));
        }
        number += 1;
    }
    out
}

#[test]
fn a_damaged_journal_loses_that_record_alone_and_tells_its_number() {
    let killed = killed();
    let whole = killed.states.last().unwrap();
    let (log, last) = (&killed.log.1, 12);
    let numbers = numbers(log);
    assert_eq!((numbers.len(), numbers.last()), (log.len(), Some(&last)));
    let mut count = Count::default();
    for at in places(log.len(), 41) {
        for harm in ALL {
            let bad = harmed(log, at, harm);
            if bad == *log {
                continue;
            }
            count.tried += 1;
            let root = tempfile::tempdir().unwrap();
            let mut disk = store(root.path());
            let (path, log) = (
                root.path().join(&killed.file.0),
                root.path().join(&killed.log.0),
            );
            fs::write(&path, &killed.file.1).unwrap();
            fs::write(&log, &bad).unwrap();
            let opened = disk.load::<Session>(&path, noon()).unwrap();
            let case = format!(
                "{harm:?} at {at}, record {}: {:?}",
                numbers[at], opened.remarks
            );
            let torn = opened.remarks.contains(&Remark::TornJournal);
            let number = numbers[at];
            if matches!(harm, Harm::Cut | Harm::ZeroFrom) || number == last {
                // All that stood before it is there.
                let before = usize::try_from(number.saturating_sub(1)).unwrap();
                assert_eq!(opened.doc, killed.states[before], "{case}");
                let clean = matches!(harm, Harm::Cut) && (at == 0 || numbers[at - 1] != number);
                assert_eq!(torn, !clean, "{case}");
                count.told += 1;
                continue;
            }
            let told = opened.remarks.iter().find_map(|remark| match remark {
                Remark::DamagedJournal(at, lost) => Some((*at, *lost)),
                _ => None,
            });
            assert!(!torn, "{case}");
            if number == 0 {
                assert_eq!(&opened.doc, whole, "{case}");
                // Another fingerprint in the head is that of another file: what is there is kept before edits go over it.
                assert!(told.is_none_or(|told| told == (0, 0)), "{case}");
                count.same += 1;
                continue;
            }
            assert_eq!(told, Some((number, 1)), "{case}");
            let recovered = opened.remarks.contains(&Remark::Recovered(11));
            assert!(recovered, "{case}");
            let kept = log.with_extension("damaged");
            assert_eq!(fs::read(kept).unwrap(), bad, "{case}");
            count.told += 1;
        }
    }
    count.print("journal");
}
