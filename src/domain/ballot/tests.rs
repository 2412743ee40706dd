//! What a count of hands must and must not say.
#![allow(clippy::unwrap_used)]
use super::*;
use proptest::prelude::*;

fn vote(hands: &[u32], each: u32, entitled: u32, abstentions: u32) -> Ballot {
    let option = |n: &u32| BallotOption {
        hands: Some(*n),
        ..BallotOption::default()
    };
    Ballot {
        method: Method::Hands { each },
        options: hands.iter().map(option).collect(),
        entitled,
        abstentions,
        ..Ballot::new(BallotId(1))
    }
}

#[test]
fn impossible_counts_are_told() {
    assert_eq!(vote(&[5, 3], 1, 9, 1).fault(0), None);
    assert_eq!(
        vote(&[2, 10], 1, 9, 0).fault(0),
        Some(CountFault::TooManyOnOption(1, 10, 9))
    );
    assert_eq!(
        vote(&[5, 3], 1, 9, 2).fault(0),
        Some(CountFault::TooManyInAll(10, 9))
    );
    assert_eq!(vote(&[9, 9, 9], 3, 9, 0).fault(0), None);
    assert_eq!(
        vote(&[9, 9, 9, 1], 3, 9, 0).fault(0),
        Some(CountFault::TooManyInAll(28, 27))
    );
    assert_eq!(
        vote(&[0], 3, 9, 10).fault(0),
        Some(CountFault::TooManyInAll(30, 27))
    );
    assert_eq!(
        vote(&[1, 8], 3, 9, 4).fault(0),
        Some(CountFault::TooManyOnOption(1, 8, 5))
    );
    assert_eq!(vote(&[5, 5, 5], 3, 9, 4).fault(0), None);
    let secret = Ballot {
        method: Method::Weighted,
        ..vote(&[90], 1, 9, 0)
    };
    assert_eq!(secret.fault(0), None);
}

#[test]
fn options_bear_letters() {
    let letters: String = (0..20).map(Ballot::letter).collect();
    assert_eq!(letters, "ABCDEFGHIJKLMNOPQRST");
    assert_eq!(Ballot::letter(26), '?');
}

#[test]
fn the_quorum_asks_for_people_and_professions() {
    let asked = Quorum {
        members: 5,
        professions: 3,
    };
    let ballot = Ballot {
        quorum: asked,
        permanent: 5,
        professions: 3,
        ..vote(&[1], 1, 5, 0)
    };
    assert!(ballot.quorum_met());
    assert!(
        !Ballot {
            professions: 2,
            ..ballot.clone()
        }
        .quorum_met()
    );
    assert!(
        !Ballot {
            permanent: 4,
            ..ballot
        }
        .quorum_met()
    );
}

proptest! {
    /// Every person raises up to `each` hands, or abstains: what a room can do is never called a fault.
    #[test]
    fn what_a_room_can_do_is_never_a_fault(
        people in prop::collection::vec(prop::option::of(prop::collection::btree_set(0_usize..5, 1..4)), 0..12)
    ) {
        let mut hands = [0_u32; 5];
        for raised in people.iter().flatten().flatten() {
            hands[*raised] += 1;
        }
        let abstentions = people.iter().filter(|p| p.is_none()).count();
        let (entitled, abstentions) = (u32::try_from(people.len()).unwrap(), u32::try_from(abstentions).unwrap());
        prop_assert_eq!(vote(&hands, 3, entitled, abstentions).fault(0), None);
    }
}
