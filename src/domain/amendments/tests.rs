#![allow(clippy::unwrap_used)]

use super::*;
use crate::domain::action::Action;
use proptest::prelude::*;

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 1 + n % 28).unwrap()
}

fn sealed() -> Session {
    let mut session = Session::new(Uuid::from_u128(7), day(0));
    let mut action = Action::new(session.ids.give());
    action.what = "Régler l'alarme".into();
    session.actions.push(action);
    session.seal = Some(Seal {
        at: day(0).and_hms_opt(15, 0, 0).unwrap(),
        fingerprint: "c0ffee".into(),
    });
    session
}

fn file_with(all: &[(String, String, String)]) -> AmendmentFile {
    let session = sealed();
    let mut file = AmendmentFile::new(session.id, session.seal.as_ref().unwrap());
    for (n, (what, about, reason)) in (0..).zip(all) {
        file.draft = Draft {
            by: "IDEC".into(),
            about: about.as_str().into(),
            what: format!("x{what}").into(),
            reason: format!("y{reason}").into(),
        };
        assert!(file.add(&session, day(n)));
    }
    file
}

#[test]
fn what_is_meant_is_found_by_its_short_name() {
    let session = sealed();
    let read = |raw: &str| About::read(&session, &raw.into());
    assert_eq!(read(" a1 "), About::Action(ActionId(1)));
    assert_eq!(read("A9"), About::Said("A9".into()));
    assert_eq!(
        read("le tour de table"),
        About::Said("le tour de table".into())
    );
    assert_eq!(read("  "), About::Whole);
    let wording = read("A1").wording(&session).unwrap();
    assert_eq!(wording.as_str(), "Régler l'alarme");
}

#[test]
fn one_that_lacks_something_is_not_added() {
    let session = sealed();
    let mut file = AmendmentFile::new(session.id, session.seal.as_ref().unwrap());
    file.draft.what = "le 15, non le 12".into();
    assert_eq!(file.draft.gaps(), [DraftGap::By, DraftGap::Reason]);
    assert!(!file.add(&session, day(1)));
    assert!(file.amendments.is_empty());
    assert_eq!(file.draft.what.as_str(), "le 15, non le 12");
}

#[test]
fn those_of_another_seal_are_doubtful() {
    let mut session = sealed();
    let file = file_with(&[Default::default()]);
    assert!(!Beside::new(&session, Some(&file), false).doubtful);
    session.seal.as_mut().unwrap().fingerprint = "beef".into();
    assert!(Beside::new(&session, Some(&file), false).doubtful);
}

fn said() -> impl Strategy<Value = Vec<(String, String, String)>> {
    let words = "[a-zé0-9 \n\"]{0,12}";
    let about = prop_oneof![Just("A1".to_owned()), words.prop_map(|s| s)];
    prop::collection::vec((words, about, words), 1..7)
}

proptest! {
    #[test]
    fn a_chain_as_it_was_added_holds(all in said()) {
        prop_assert_eq!(file_with(&all).faults(), vec![]);
    }

    #[test]
    fn any_one_taken_out_is_told(all in said(), at in any::<prop::sample::Index>()) {
        let mut file = file_with(&all);
        file.amendments.remove(at.index(all.len()));
        prop_assert!(!file.faults().is_empty());
    }

    #[test]
    fn any_two_swapped_are_told(all in said(), at in any::<prop::sample::Index>(), by in 1_usize..7) {
        let mut file = file_with(&all);
        let (one, n) = (at.index(all.len()), all.len());
        let other = (one + by) % n;
        prop_assume!(one != other);
        file.amendments.swap(one, other);
        prop_assert!(!file.faults().is_empty());
    }

    #[test]
    fn any_edit_is_told(all in said(), at in any::<prop::sample::Index>(), field in 0_u8..6, words in "[a-z]{1,6}") {
        let mut file = file_with(&all);
        let amendment = &mut file.amendments[at.index(all.len())];
        let before = amendment.clone();
        let text = Text::new(&words);
        match field {
            0 => amendment.what = text,
            1 => amendment.reason = text,
            2 => amendment.by = text,
            3 => amendment.on = None,
            4 => amendment.about = About::Said(text),
            _ => amendment.chain = text,
        }
        prop_assume!(*amendment != before);
        prop_assert!(!file.faults().is_empty());
    }

    #[test]
    fn another_seal_or_session_is_told(all in said()) {
        let file = file_with(&all);
        let other = AmendmentFile { sealed: "beef".into(), ..file.clone() };
        prop_assert!(!other.faults().is_empty());
        let other = AmendmentFile { session: Uuid::from_u128(8), ..file };
        prop_assert!(!other.faults().is_empty());
    }
}
