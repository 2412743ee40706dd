//! What holds for every session, whatever was typed.

use super::made::{edit, edit_all, edits, noon, session};
use super::store::{picture, store};
use crex::domain::parts::Parts;
use crex::domain::session::Session;
use crex::store::{Access, encode, parse};
use proptest::prelude::*;
use std::path::Path;
use std::time::Duration;

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changes_turn_the_state_before_into_the_state_after(first in edits(20), then in edits(20)) {
        let mut before = session(1, "");
        edit_all(&mut before, &first);
        let mut after = before.clone();
        edit_all(&mut after, &then);
        let mut applied = before.clone();
        for change in before.diff(&after) {
            applied.apply(&change.path, change.value.as_deref()).unwrap();
        }
        prop_assert_eq!(applied, after);
    }

    #[test]
    fn what_is_written_reads_back_and_is_written_the_same(typed in edits(30)) {
        let mut made = session(1, "");
        edit_all(&mut made, &typed);
        let path = Path::new("séance.ron");
        let bytes = encode(path, &made).unwrap();
        let read = parse::<Session>(path, &bytes).unwrap();
        prop_assert_eq!(&read.doc, &made);
        prop_assert_eq!(&read.remarks, &vec![]);
        prop_assert_eq!(&read.why, &None);
        prop_assert_eq!(encode(path, &read.doc).unwrap(), bytes.clone());
        prop_assert!(bytes.iter().all(|b| *b == b'\n' || *b >= 0x20));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// The state of the disk at any moment, saves under way included, gives back every edit recorded so far.
    #[test]
    fn a_kill_at_any_moment_loses_nothing(typed in edits(16), saves in prop::collection::vec(0_u8..4, 16)) {
        let root = tempfile::tempdir().unwrap();
        let mut disk = store(root.path());
        let opened = disk.create(session(1, "Chute"), noon()).unwrap();
        let mut doc = opened.doc;
        for (at, (typed, save)) in typed.iter().zip(&saves).enumerate() {
            let before = doc.clone();
            edit(&mut doc, typed);
            disk.record(opened.handle, &before.diff(&doc)).unwrap();
            if *save > 0 {
                disk.save(opened.handle, &doc, at as u64);
            }
            if *save == 2 {
                prop_assert!(disk.flush(Duration::from_secs(20)));
            }
            let (_kept, copy) = picture(root.path());
            let name = opened.path.strip_prefix(root.path()).unwrap();
            let again = store(&copy).load::<Session>(&copy.join(name), noon()).unwrap();
            prop_assert_eq!(&again.doc, &doc);
            prop_assert_eq!(again.access, Access::Write);
        }
    }
}
