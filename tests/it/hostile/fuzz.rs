//! Any input whatever is read or refused, and never ends the program: a corpus changed at random, the same for the same seed.
//! `CREX_FUZZ_SECONDS` has a target go on so long, `CREX_SEED` begins elsewhere, `CREX_FUZZ_FROM` with a later input.

use super::filled::Form;
use super::mutated::mutated;
use super::payloads::bases;
use super::strings::hostile;
use super::{Dice, asked, harmless, outputs};
use crate::harness::{Room, Setup};
use crate::made::{noon, session};
use crate::store::{journals, store};
use crex::domain::action::FollowUpFile;
use crex::domain::amendments::AmendmentFile;
use crex::domain::analysis::AnalysisFile;
use crex::domain::code::Lang;
use crex::domain::incident::IncidentFile;
use crex::domain::notes::Notes;
use crex::domain::parts::Parts;
use crex::domain::problem::{FileFault, Problem};
use crex::domain::session::Session;
use crex::domain::team::Team;
use crex::domain::text::{MAX_BYTES, MAX_GRAPHEME_CHARS, Text};
use crex::library::import::{self, Asked, Present};
use crex::store::{Document, encode, parse};
use crex::tui::key::{Code, Key, Msg};
use crex::words::Words;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};
use unicode_segmentation::UnicodeSegmentation as _;

const GOLDEN: &[u8] = include_bytes!("../golden/session-1.ron");
const MIDWAY: &[u8] = include_bytes!("../../../sessions/examples/ehpad-midway.ron");
const SCENARIO: &[u8] = include_bytes!("../../../sessions/training/potassium-1.fr.ron");
const GRID: &[u8] = include_bytes!("../../../src/content/grids/alarm-1.ron");
const TEAM: &[u8] = b"(schema: 1, name: \"MSP\", members: [(id: \"M1\", function: \"infirmi\xc3\xa8re\")], logo: \"a.png\", quorum: 3)\n";
const CSV: &[u8] = "Date;Titre;Faits;Gravité\r\n2026-11-02;Chute;\"Au lit, \"\"la nuit\"\"\nseul\";2\r\n03/11/2026 14h30;Erreur;=1+1;3\r\n".as_bytes();

/// Says which input it was when the program ends in it.
struct Input {
    target: &'static str,
    seed: u64,
    number: u64,
}

impl Drop for Input {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let Self {
                target,
                seed,
                number,
            } = self;
            eprintln!(
                "again: CREX_SEED={seed} CREX_FUZZ_FROM={number} cargo test --test it hostile::fuzz::{target}"
            );
        }
    }
}

/// Tries as many inputs as usual, or for as long as asked.
fn run(target: &'static str, usual: u64, mut one: impl FnMut(&mut Dice)) {
    let seed = asked("CREX_SEED", 7);
    let first = asked("CREX_FUZZ_FROM", 0);
    let seconds = asked("CREX_FUZZ_SECONDS", 0);
    let until = Instant::now() + Duration::from_secs(seconds);
    let mut number = first;
    while number < first + usual || (seconds > 0 && Instant::now() < until) {
        let _told = Input {
            target,
            seed,
            number,
        };
        one(&mut Dice::new(
            seed.wrapping_mul(1_000_003) ^ number.wrapping_mul(0x9e37_79b9),
        ));
        number += 1;
    }
    if seconds > 0 {
        println!(
            "{target}: {} inputs from seed {seed}, none ends the program",
            number - first
        );
    }
}

/// Reads bytes as a document: refused with its place, or read; what is read is written and read again the same.
fn read<D: Document + std::fmt::Debug>(bytes: &[u8]) -> Option<D> {
    let path = Path::new("x.ron");
    match parse::<D>(path, bytes) {
        Ok(parsed) => {
            for remark in &parsed.remarks {
                harmless("remark", &Words(Lang::Fr).remark(remark));
            }
            let again = encode(path, &parsed.doc).unwrap();
            harmless("file", std::str::from_utf8(&again).unwrap());
            assert_eq!(parse::<D>(path, &again).unwrap().doc, parsed.doc);
            Some(parsed.doc)
        }
        Err(problem) => {
            harmless("problem", &Words(Lang::Fr).problem(&problem));
            match problem {
                Problem::File(
                    _,
                    FileFault::Ron(line, column, _) | FileFault::Cut(line, column),
                ) => {
                    assert!(line > 0 && column > 0);
                }
                Problem::File(_, FileFault::NotUtf8(_) | FileFault::Utf16 | FileFault::Empty) => {}
                Problem::ReadOnly(..) => {}
                other => panic!("{other:?}"),
            }
            None
        }
    }
}

#[test]
fn load() {
    let all = [GOLDEN, MIDWAY, TEAM, SCENARIO, GRID];
    run("load", 24, |dice| {
        let from = all[dice.below(all.len())];
        let bytes = mutated(dice, from, &all);
        read::<Session>(&bytes);
        read::<Team>(&bytes);
        read::<IncidentFile>(&bytes);
        read::<AnalysisFile>(&bytes);
        read::<FollowUpFile>(&bytes);
        read::<AmendmentFile>(&bytes);
        read::<Notes>(&bytes);
        let text = String::from_utf8_lossy(&bytes);
        for finding in crex::training::check::inspect(&text, &[]).faults {
            harmless("finding", &Words(Lang::Fr).scenario_finding(&finding));
        }
    });
}

#[test]
fn migrate() {
    run("migrate", 24, |dice| {
        let text = std::str::from_utf8(if dice.below(2) == 0 { GOLDEN } else { MIDWAY }).unwrap();
        let schema = [
            "0",
            "1",
            "2",
            "7",
            "4294967295",
            "4294967296",
            "-1",
            "\"1\"",
            "Some(1)",
        ];
        let text = text.replacen(
            "schema: 1",
            &format!("schema: {}", schema[dice.below(9)]),
            1,
        );
        let bytes = mutated(dice, text.as_bytes(), &[GOLDEN]);
        read::<Session>(if dice.below(3) == 0 {
            text.as_bytes()
        } else {
            &bytes
        });
    });
}

#[test]
fn journal() {
    let root = tempfile::tempdir().unwrap();
    let mut first = store(root.path());
    let mut made = first.create(session(1, "Chute"), noon()).unwrap();
    for n in 0..12 {
        let before = made.doc.clone();
        crate::made::edit(&mut made.doc, &(n % 12, n % 3, format!("mot {n}")));
        first.record(made.handle, &before.diff(&made.doc)).unwrap();
    }
    let log = journals(root.path()).remove(0);
    let whole = fs::read(&log).unwrap();
    let file = fs::read(&made.path).unwrap();
    std::mem::forget(first);
    let place = tempfile::tempdir().unwrap();
    let path = place
        .path()
        .join(made.path.strip_prefix(root.path()).unwrap());
    let log = place.path().join(log.strip_prefix(root.path()).unwrap());
    run("journal", 40, |dice| {
        let mut disk = store(place.path());
        fs::write(&path, &file).unwrap();
        fs::write(&log, mutated(dice, &whole, &[&whole, GOLDEN])).unwrap();
        let read = disk.read::<Session>(&path).unwrap();
        let opened = disk.load::<Session>(&path, noon()).unwrap();
        assert_eq!(opened.doc, read.doc);
        for remark in &opened.remarks {
            harmless("remark", &Words(Lang::En).remark(remark));
        }
        disk.close(opened.handle);
        drop(disk);
        let folder = log.parent().unwrap();
        for left in fs::read_dir(folder).unwrap().flatten() {
            fs::remove_file(left.path()).unwrap();
        }
    });
}

#[test]
fn cleaning() {
    run("cleaning", 3_000, |dice| {
        let raw: String = (0..=dice.below(12)).map(|_| hostile(dice)).collect();
        let raw = if dice.below(400) == 0 {
            raw.repeat(3_000)
        } else {
            raw
        };
        let (text, line) = (Text::new(&raw), Text::line(&raw));
        harmless("text", text.as_str());
        harmless("line", line.as_str());
        assert!(!line.as_str().contains('\n') && text.as_str().len() <= MAX_BYTES);
        assert_eq!(Text::new(text.as_str()), text);
        assert_eq!(Text::line(line.as_str()), line);
        let mut graphemes = text.as_str().graphemes(true);
        assert!(graphemes.all(|g| g.chars().count() <= MAX_GRAPHEME_CHARS));
    });
}

#[test]
fn import() {
    let scales = crex::content::scales_by_id(&crex::content::default_scales_for(&"".into()));
    run("import", 300, |dice| {
        let asked = Asked {
            remembered: &[],
            map: &[],
            scales,
            lang: Lang::Fr,
            today: noon().date(),
            present: &Present::default(),
            watch: true,
        };
        let bytes = mutated(dice, CSV, &[CSV, GOLDEN]);
        let Ok(reading) = import::read(&bytes, &asked) else {
            return;
        };
        for taken in &reading.taken {
            super::outputs::values_harmless(
                "report",
                &serde_json::to_value(&taken.report).unwrap(),
            );
        }
        import::refused_file(&reading, |_| String::new());
    });
}

#[test]
fn documents() {
    let forms: Vec<_> = bases()
        .into_iter()
        .map(|(base, scenario)| (Form::of(&base), scenario))
        .collect();
    run("documents", 1, |dice| {
        let from = [GOLDEN, MIDWAY][dice.below(2)];
        let bytes = mutated(dice, from, &[GOLDEN]);
        if let Some(session) = read::<Session>(&bytes) {
            outputs::all_harmless(&outputs::all(&session, None));
        }
        // Whatever the codes say: grids, items and steps that are not there.
        let (form, scenario) = &forms[dice.below(forms.len())];
        let odd = |dice: &mut Dice| {
            if dice.below(3) == 0 {
                hostile(dice)
            } else {
                "cadya".to_owned()
            }
        };
        let session: Session = form.fill(true, || odd(dice));
        outputs::all_harmless(&outputs::all(&session, scenario.as_ref()));
    });
}

fn any_key(dice: &mut Dice) -> Msg {
    let letters = "aednovglrxpbmzuik13579é/:? 'Œ";
    let code = match dice.below(20) {
        0..=8 => Code::Char(
            letters
                .chars()
                .nth(dice.below(letters.chars().count()))
                .unwrap(),
        ),
        9 | 10 => Code::Enter,
        11 => Code::Tab,
        12 => [Code::BackTab, Code::Esc][dice.below(2)],
        13 | 14 => [Code::Up, Code::Down, Code::Left, Code::Right][dice.below(4)],
        15 => [Code::PageUp, Code::PageDown, Code::F(7), Code::F(8)][dice.below(4)],
        16 => [
            Code::Home,
            Code::End,
            Code::Backspace,
            Code::Delete,
            Code::Insert,
        ][dice.below(5)],
        17 => Code::F(u8::try_from(1 + dice.below(12)).unwrap()),
        18 => return Msg::Paste(hostile(dice).as_str().into()),
        _ => Code::Char(hostile(dice).chars().next().unwrap_or('x')),
    };
    // Leaving is no fault.
    let ctrl = dice.below(9) == 0 && code != Code::Char('q');
    Msg::Key(Key {
        code,
        ctrl,
        alt: dice.below(30) == 0,
        shift: false,
    })
}

#[test]
fn keys() {
    run("keys", 3, |dice| {
        let size = [(80, 24), (120, 40), (60, 20), (200, 60)][dice.below(4)];
        let setup = Setup {
            size,
            ..Setup::default()
        };
        let mut room = match dice.below(4) {
            0 => Room::empty(setup),
            1 => Room::meeting(setup),
            2 => Room::opened(setup),
            _ => Room::with_incidents(setup),
        };
        for n in 0..120 {
            room.take(any_key(dice));
            if n % 10 == 0 {
                harmless("screen", &room.screen());
            }
        }
        harmless("screen", &room.screen());
    });
}
