//! Files written by every released format open for ever. A golden file is never edited; a new format adds one.

use crex::documents::markdown::markdown;
use crex::documents::record::record;
use crex::domain::problem::Why;
use crex::domain::session::Session;
use crex::store::{encode, parse};
use std::path::Path;

/// A sealed session with one of everything, as the first format wrote it.
const SESSION_1: &[u8] = include_bytes!("golden/session-1.ron");

#[test]
fn the_first_format_opens_without_remark_and_is_written_back_byte_for_byte() {
    let path = Path::new("session-1.ron");
    let read = parse::<Session>(path, SESSION_1).unwrap();
    assert_eq!(read.remarks, []);
    assert_eq!(read.why, Some(Why::Sealed));
    assert!(encode(path, &read.doc).unwrap() == SESSION_1);
}

#[test]
fn the_record_of_the_first_format_is_final_and_bears_its_fingerprint() {
    let session = parse::<Session>(Path::new("session-1.ron"), SESSION_1)
        .unwrap()
        .doc;
    let text = markdown(&record(&session));
    let seal = session.seal.unwrap();
    assert!(text.contains(seal.fingerprint.as_str()));
    assert!(!text.contains("Brouillon"));
    assert!(text.contains("Traitement donné au voisin") && text.contains("Séparer les piluliers"));
}

#[test]
fn a_changed_word_in_a_sealed_file_is_told() {
    let changed = String::from_utf8(SESSION_1.to_vec())
        .unwrap()
        .replacen("Séparer", "Ranger", 1);
    let read = parse::<Session>(Path::new("session-1.ron"), changed.as_bytes()).unwrap();
    assert_eq!(read.remarks, [crex::domain::problem::Remark::SealBroken]);
}
