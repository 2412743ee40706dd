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
fn nothing_is_counted_before_the_last_hand_is_in() {
    let mut ballot = vote(&[4, 2], 1, 9, 0);
    assert_eq!(ballot.count().unwrap().leaders, [0]);
    ballot.options[1].hands = None;
    assert_eq!(ballot.count(), None);
    ballot.options[1].withdrawn = true;
    assert_eq!(ballot.count().unwrap().ranking, [(0, 4)]);
    assert_eq!(Ballot::new(BallotId(1)).count(), None);
}

#[test]
fn no_one_leads_when_no_hand_is_raised() {
    let count = vote(&[0, 0], 1, 9, 9).count().unwrap();
    assert_eq!(
        (count.leaders, count.ranking),
        (vec![], vec![(0, 0), (1, 0)])
    );
}

#[test]
fn impossible_counts_are_told() {
    assert_eq!(vote(&[5, 3], 1, 9, 1).fault(), None);
    assert_eq!(
        vote(&[2, 10], 1, 9, 0).fault(),
        Some(CountFault::TooManyOnOption(1, 10, 9))
    );
    assert_eq!(
        vote(&[5, 3], 1, 9, 2).fault(),
        Some(CountFault::TooManyInAll(10, 9))
    );
    assert_eq!(vote(&[9, 9, 9], 3, 9, 0).fault(), None);
    assert_eq!(
        vote(&[9, 9, 9, 1], 3, 9, 0).fault(),
        Some(CountFault::TooManyInAll(28, 27))
    );
    assert_eq!(
        vote(&[0], 3, 9, 10).fault(),
        Some(CountFault::TooManyInAll(30, 27))
    );
    assert_eq!(
        vote(&[1, 8], 3, 9, 4).fault(),
        Some(CountFault::TooManyOnOption(1, 8, 5))
    );
    assert_eq!(vote(&[5, 5, 5], 3, 9, 4).fault(), None);
    let secret = Ballot {
        method: Method::Weighted,
        ..vote(&[90], 1, 9, 0)
    };
    assert_eq!(secret.fault(), None);
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
    #[test]
    fn the_order_of_options_never_matters(hands in prop::collection::vec(0_u32..6, 1..12), turn in 0_usize..12) {
        let straight = vote(&hands, 1, 99, 0).count().unwrap();
        let turn = turn % hands.len();
        let turned: Vec<u32> = hands[turn..].iter().chain(&hands[..turn]).copied().collect();
        let other = vote(&turned, 1, 99, 0).count().unwrap();
        let back = |i: usize| (i + turn) % hands.len();
        let mut leaders: Vec<usize> = other.leaders.iter().map(|i| back(*i)).collect();
        leaders.sort_unstable();
        prop_assert_eq!(&leaders, &straight.leaders);
        let totals = |count: &Count| count.ranking.iter().map(|r| r.1).collect::<Vec<_>>();
        prop_assert_eq!(totals(&other), totals(&straight));
    }

    #[test]
    fn leaders_are_all_who_have_the_most(hands in prop::collection::vec((0_u32..4, any::<bool>()), 1..12)) {
        let mut ballot = vote(&hands.iter().map(|h| h.0).collect::<Vec<_>>(), 1, 99, 0);
        for (option, (_, withdrawn)) in ballot.options.iter_mut().zip(&hands) {
            option.withdrawn = *withdrawn;
        }
        let count = ballot.count().unwrap();
        let best = hands.iter().filter(|h| !h.1).map(|h| h.0).max().unwrap_or(0);
        for (i, (n, withdrawn)) in hands.iter().enumerate() {
            let leads = !withdrawn && *n == best && best > 0;
            prop_assert_eq!(count.leaders.contains(&i), leads);
            prop_assert_eq!(count.ranking.contains(&(i, *n)), !withdrawn);
        }
    }

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
        prop_assert_eq!(vote(&hands, 3, entitled, abstentions).fault(), None);
    }
}
