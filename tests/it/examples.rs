//! The shipped examples: readable, coherent, byte-stable, the sealed one intact.

use crate::stories::whole::{leave, played_to};
use chrono::NaiveDateTime;
use crex::domain::code::Lang;
use crex::domain::completeness;
use crex::domain::progress::missing;
use crex::domain::session::{Session, Stage};
use crex::store::{Parsed, encode, parse};
use std::fs;
use std::path::PathBuf;

/// The folder of the examples.
fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/sessions/examples"))
}

#[track_caller]
fn example(name: &str) -> Parsed<Session> {
    let path = folder().join(name);
    let bytes = fs::read(&path).unwrap();
    let parsed: Parsed<Session> = parse(&path, &bytes).unwrap();
    assert_eq!(parsed.remarks, [], "{name}");
    let again = encode(&path, &parsed.doc).unwrap();
    assert!(again == bytes, "{name} is not as the program writes it");
    parsed
}

/// The part of the script before which the meeting in mid-course stops: the grid is half walked.
const HALF: &str = "factors, second half";

#[test]
fn the_examples_are_what_the_program_writes_of_the_meeting_typed_key_by_key() {
    for (name, until) in [("ehpad-midway.ron", HALF), ("ehpad-sealed.ron", "")] {
        let room = leave(played_to(Lang::Fr, until));
        let made = fs::read(room.session_path()).unwrap();
        let kept = folder().join(name);
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&kept, &made).unwrap();
        }
        let kept = fs::read(&kept).unwrap();
        let same = kept == made;
        assert!(
            same,
            "{name} is not what the script gives; UPDATE=1 cargo test examples writes it anew"
        );
    }
}

#[test]
fn every_example_is_as_the_program_writes_it() {
    let files = fs::read_dir(folder()).unwrap().flatten();
    let names: Vec<String> = files
        .map(|f| f.file_name().to_string_lossy().into_owned())
        .collect();
    assert!(names.len() >= 2, "{names:?}");
    for name in names {
        example(&name);
    }
}

#[test]
fn one_is_in_mid_course_and_one_is_sealed_and_complete() {
    let midway = example("ehpad-midway.ron").doc;
    assert_eq!(midway.stage, Stage::Open);
    assert!(midway.running().is_none(), "no timer runs in a file");
    let half = midway.agenda.iter().filter(|row| row.visited).count();
    assert!(half > 2 && half < midway.agenda.len());
    let known = crex::content::known(&midway);
    let walked = completeness::coverage(midway.analysis().unwrap(), known.grids[0]);
    assert!((1..walked.total).contains(&walked.answered));
    let sealed = example("ehpad-sealed.ron").doc;
    assert!(sealed.is_sealed());
    for session in [&midway, &sealed] {
        assert!(session.structure.as_str().contains("fictive"));
    }
    let known = crex::content::known(&sealed);
    for row in sealed.agenda.iter() {
        let lacks = missing(&sealed, row.step, &known);
        assert!(
            lacks.is_empty() || row.passed.is_some(),
            "{:?} lacks {lacks:?}",
            row.step
        );
    }
}

/// A time of the day of the examples.
pub fn at(hour: u32, minute: u32) -> NaiveDateTime {
    super::made::day().and_hms_opt(hour, minute, 0).unwrap()
}
