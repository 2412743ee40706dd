//! The laws of a vote, over votes at random in all methods, hands and papers mixed. The variable `CREX_VOTES` says how many
//! votes each law is tried on.

mod oracle;
mod room;

use crex::domain::ballot::{Ballot, BallotState, CountFault, Method, Reached, Subject, Target};
use crex::domain::coherence;
use crex::domain::draft::is_valid;
use crex::domain::problem::Remark;
use crex::domain::session::Presence;
use crex::domain::tally::Tally;
use crex::domain::urn::{Cast, Urn};
use crex::domain::vote::NotClosable;
use oracle::by_brute_force;
use proptest::prelude::*;
use room::{Held, Plan, plans};
use std::collections::BTreeSet;

/// Votes at random for each law.
const VOTES: u32 = 256;

fn config() -> ProptestConfig {
    let asked = std::env::var("CREX_VOTES")
        .ok()
        .and_then(|n| n.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(VOTES),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Points that one paper gives at most in all, and to one option.
fn per_paper(method: Method, options: usize) -> (u32, u32) {
    let n = u32::try_from(options).unwrap();
    match method {
        Method::Hands { each } => (each.max(1), 1),
        Method::YesNo => (0, 0),
        Method::Weighted => (6, 3),
        Method::Points { points, cap } => (points.max(1), cap.max(1)),
        Method::Score => (5 * n, 5),
        Method::Levels { top } => (top.max(1) * n, top.max(1)),
    }
}

/// The same things in another order.
fn shuffled<T: Clone>(things: &[T], order: &[u16]) -> Vec<T> {
    let mut keyed: Vec<(u16, T)> = order.iter().copied().zip(things.iter().cloned()).collect();
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, thing)| thing).collect()
}

/// A vote with its options, hands and papers in another order, and where each option stands in it.
fn turned(ballot: &Ballot, order: &[u16]) -> (Ballot, Vec<usize>) {
    let from = shuffled(&(0..ballot.options.len()).collect::<Vec<_>>(), order);
    let mut other = ballot.clone();
    other.options = from.iter().map(|i| ballot.options[*i].clone()).collect();
    for paper in &mut other.papers {
        let (points, answers) = (paper.points.clone(), paper.answers.clone());
        paper.points = from
            .iter()
            .filter_map(|i| points.get(*i).copied())
            .collect();
        paper.answers = from
            .iter()
            .filter_map(|i| answers.get(*i).copied())
            .collect();
    }
    (other, from)
}

fn set(indexes: &[usize]) -> BTreeSet<usize> {
    indexes.iter().copied().collect()
}

fn targets(ballot: &Ballot, indexes: &[usize]) -> Vec<Target> {
    indexes.iter().map(|i| ballot.options[*i].target).collect()
}

/// A tally in the order of values alone.
fn values(tally: &Tally) -> Vec<u32> {
    tally.ranking.iter().map(|(_, value)| *value).collect()
}

fn check_sums(held: &Held, plan: &Plan) -> Result<(), TestCaseError> {
    let ballot = held.ballot();
    let (most, cap) = per_paper(plan.method, plan.options);
    let papers = u32::try_from(ballot.papers.len()).unwrap();
    prop_assert_eq!(ballot.papers.len(), held.typed.len());
    for paper in &ballot.papers {
        prop_assert!(is_valid(paper, ballot), "{:?}", paper);
        prop_assert!(paper.points.iter().all(|p| *p <= cap));
    }
    let mut sum = 0;
    for (i, option) in ballot.options.iter().enumerate() {
        if plan.method == Method::YesNo {
            let all = ballot.answers(i);
            let by_hand = option.hands.unwrap_or(0) + option.against.unwrap_or(0);
            prop_assert_eq!(all.yes + all.no + all.abstain, papers + by_hand);
            continue;
        }
        let typed: u32 = held.typed.iter().map(|paper| paper[i]).sum();
        prop_assert_eq!(ballot.total(i), typed + option.hands.unwrap_or(0));
        prop_assert!(typed <= papers * cap);
        sum += typed;
    }
    let unspent: u32 = held
        .typed
        .iter()
        .map(|paper| most.saturating_sub(paper.iter().sum()))
        .sum();
    if plan.method != Method::YesNo {
        prop_assert_eq!(sum, papers * most - unspent);
    }
    let people = u32::try_from(plan.voters.len()).unwrap();
    prop_assert_eq!(ballot.fault(ballot.received()), None);
    prop_assert!(ballot.received() <= people && ballot.entitled == people);
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_typed_is_what_is_counted(plan in plans(7, 12)) {
        let held = Held::closed(&plan);
        check_sums(&held, &plan)?;
        let remarks = coherence::session(&held.session);
        prop_assert!(remarks.is_empty(), "{:?}", remarks);
    }

    #[test]
    fn the_order_of_papers_and_options_never_matters(plan in plans(7, 12)) {
        let held = Held::closed(&plan);
        let ballot = held.ballot();
        let again = Urn::holding(held.id, shuffled(&held.casts, &plan.order));
        prop_assert_eq!(&again, &held.urn());
        let mut loose = ballot.clone();
        loose.papers = shuffled(&ballot.papers, &plan.order);
        prop_assert_eq!(loose.tally(), ballot.tally());
        let (other, from) = turned(ballot, &plan.order);
        let (one, two) = (ballot.tally(), other.tally());
        let back = |indexes: &[usize]| indexes.iter().map(|i| from[*i]).collect::<BTreeSet<_>>();
        prop_assert_eq!(values(&one), values(&two));
        prop_assert_eq!(set(&one.kept), back(&two.kept));
        prop_assert_eq!(set(&one.tied), back(&two.tied));
        prop_assert_eq!(one.places, two.places);
    }

    #[test]
    fn a_tie_is_told_exactly_when_the_rule_cannot_separate(plan in plans(5, 9)) {
        let mut held = Held::closed(&plan);
        let gone = held.session.ballots.get_mut(held.id).unwrap();
        gone.options[plan.out].withdrawn = plan.order[0] % 4 == 0;
        let ballot = held.ballot();
        let tally = ballot.tally();
        let (always, sometimes) = by_brute_force(ballot);
        prop_assert_eq!(set(&tally.kept), always);
        prop_assert_eq!(set(&tally.tied), sometimes.clone());
        let fewer = (tally.places as usize) < sometimes.len() || ballot.method == Method::YesNo;
        prop_assert!(sometimes.is_empty() || (tally.places > 0 && fewer));
        let winners = held.session.winning(ballot);
        prop_assert!(winners.iter().all(|w| !w.withdrawn));
        for winner in held.session.winners(ballot) {
            let at = ballot.options.iter().position(|o| o.target == winner).unwrap();
            prop_assert!(ballot.value(at) > 0 && !tally.tied.contains(&at));
        }
    }

    #[test]
    fn a_second_round_is_between_the_tied_alone(plan in plans(6, 9)) {
        let held = Held::closed(&plan);
        let first = held.ballot();
        let tally = first.tally();
        let Some(mut next) = held.second() else {
            prop_assert!(tally.tied.is_empty());
            return Ok(());
        };
        let round = next.ballot().clone();
        let asked: Vec<Target> = round.options.iter().map(|o| o.target).collect();
        prop_assert_eq!(asked, targets(first, &tally.tied));
        prop_assert!(round.options.iter().all(|o| o.hands.is_none() && o.against.is_none()));
        prop_assert_eq!((round.secret, round.tie, &round.excused), (first.secret, first.tie, &first.excused));
        prop_assert_eq!((&round.roll, round.entitled, round.state), (&first.roll, first.entitled, BallotState::Open));
        prop_assert_eq!(round.second_round_of, Some(held.id));
        next.vote(0..plan.voters.len());
        prop_assert!(next.close());
        let winners = next.session.winners(next.ballot());
        let before = held.session.winners(first);
        prop_assert_eq!(&winners[..before.len()], &before[..]);
        prop_assert!(winners.len() - before.len() <= tally.places as usize);
        if next.ballot().tally().tied.is_empty() && !winners.is_empty() {
            prop_assert_eq!(next.session.reached(next.id, &winners), Reached::AsVoted);
        }
    }

    #[test]
    fn a_decision_is_as_voted_by_consensus_or_against(plan in plans(6, 9)) {
        let held = Held::closed(&plan);
        let ballot = held.ballot();
        let tally = ballot.tally();
        let reached = |indexes: &[usize]| held.session.reached(held.id, &targets(ballot, indexes));
        if !tally.kept.is_empty() {
            prop_assert_eq!(reached(&tally.kept), Reached::AsVoted);
        }
        let (one, rest) = (tally.tied.first(), tally.tied.len() > 1 || ballot.method == Method::YesNo);
        if let Some(one) = one.filter(|_| rest) {
            let with: Vec<usize> = tally.kept.iter().chain([one]).copied().collect();
            prop_assert_eq!(reached(&with), Reached::Consensus);
        }
        let worse = |i: &usize| tally.kept.last().is_some_and(|last| ballot.value(*i) < ballot.value(*last));
        if let Some(loser) = (0..plan.options).find(worse) {
            let instead: Vec<usize> = tally.kept[1..].iter().copied().chain([loser]).collect();
            prop_assert_eq!(reached(&instead), Reached::AgainstVote);
        }
    }

    #[test]
    fn what_is_withdrawn_counts_for_nobody_and_leaves_the_others_theirs(plan in plans(6, 9)) {
        let whole = Held::closed(&plan);
        let mut held = Held::opened(&plan);
        held.vote(0..plan.voters.len());
        let Target::Incident(out) = held.ballot().options[plan.out].target else { unreachable!() };
        held.session.remove_incident(out);
        if held.ballot().is_pointless() {
            prop_assert_eq!(held.ballot().state, BallotState::Cancelled);
            prop_assert!(!held.close() && held.ballot().papers.is_empty());
            return Ok(());
        }
        prop_assert!(held.close());
        let (before, after) = (whole.ballot(), held.ballot());
        prop_assert!(after.options[plan.out].withdrawn);
        prop_assert!(after.tally().ranking.iter().all(|(i, _)| *i != plan.out));
        for i in (0..plan.options).filter(|i| *i != plan.out) {
            prop_assert_eq!((after.total(i), after.answers(i)), (before.total(i), before.answers(i)));
        }
        prop_assert_eq!(after.received(), before.received());
    }

    #[test]
    fn what_is_taken_out_after_a_vote_is_neither_retained_nor_voted_on_again(plan in plans(6, 9)) {
        let mut held = Held::closed(&plan);
        let target = held.ballot().options[plan.out].target;
        let (before, tied) = (held.ballot().clone(), held.ballot().tally().tied);
        let Target::Incident(out) = target else { unreachable!() };
        held.session.remove_incident(out);
        prop_assert_eq!(held.ballot(), &before);
        let winners = held.session.winners(&before);
        held.session.decide(Subject::Choice, winners.clone());
        let choice = &held.session.choice;
        prop_assert!(!choice.targets.contains(&target));
        let followed = winners.iter().any(|w| *w != target);
        prop_assert!(!followed || choice.reached == Reached::AsVoted, "{:?}", choice);
        prop_assert_eq!(coherence::session(&held.session), vec![]);
        let left = tied.iter().filter(|i| **i != plan.out).count();
        let places = before.tally().places as usize;
        let enough = left > if plan.method == Method::YesNo { 0 } else { places };
        let second = held.second();
        prop_assert_eq!(second.is_some(), enough && left > 0);
        prop_assert!(second.is_none_or(|s| s.ballot().options.iter().all(|o| o.target != target)));
    }

    #[test]
    fn a_paper_typed_after_a_withdrawal_has_nothing_for_what_is_gone(plan in plans(6, 9)) {
        let mut held = Held::opened(&plan);
        let Target::Incident(out) = held.ballot().options[plan.out].target else { unreachable!() };
        held.session.remove_incident(out);
        if held.ballot().state == BallotState::Cancelled {
            return Ok(());
        }
        held.vote(0..plan.voters.len());
        prop_assert!(held.close());
        prop_assert_eq!(held.ballot().total(plan.out), 0);
        check_sums(&held, &plan)?;
    }

    #[test]
    fn counts_that_cannot_be_do_not_close(plan in plans(6, 9), more in 1_u32..40) {
        let mut held = Held::opened(&plan);
        held.vote(0..plan.voters.len());
        let extra = held.urn().received() + more;
        let entitled = held.ballot().entitled;
        if extra > entitled {
            let fault = CountFault::TooManyPapers(extra, entitled);
            prop_assert_eq!(held.session.not_closable(held.id, extra), Some(NotClosable::Fault(fault)));
        }
        if !held.ballot().has_hands() {
            return Ok(());
        }
        let ballot = held.session.ballots.get_mut(held.id).unwrap();
        if plan.order[0] % 2 == 0 {
            ballot.options[plan.out].hands = Some(entitled + more);
        } else {
            ballot.abstentions = entitled + more;
        }
        let before = held.session.clone();
        prop_assert!(!held.close());
        prop_assert_eq!(held.session, before);
    }

    #[test]
    fn the_entitled_follow_who_is_there_with_a_trace(plan in plans(3, 9), moves in prop::collection::vec((0_usize..9, 0_u8..6), 0..20)) {
        let mut held = Held::opened(&plan);
        let mut there = vec![true; plan.voters.len()];
        let (mut counts, mut gone) = (vec![there.len()], 0);
        for (who, what) in moves {
            match what {
                4 => gone = held.gone(who),
                5 => there.push(held.arrives()),
                what => {
                    let at = who % there.len();
                    let id = held.session.attendees.at(at).unwrap().id;
                    let presence = [Presence::Present, Presence::Late, Presence::Left, Presence::Observer][usize::from(what)];
                    held.session.attendees.get_mut(id).unwrap().presence = presence;
                    there[at] = what < 2;
                }
            }
            held.session.follow_attendance();
            let present = there.iter().filter(|there| **there).count();
            counts.push(present);
            // Who comes back is not counted among those who left: never more papers than people.
            gone = gone.min(there.len() - present);
            prop_assert_eq!(held.ballot().gone as usize, gone);
            prop_assert_eq!(held.ballot().entitled as usize, present + gone);
            prop_assert_eq!(held.ballot().roll.len(), present);
        }
        counts.dedup();
        let trace: Vec<usize> = held.ballot().entitled_trace.iter().map(|n| *n as usize).collect();
        prop_assert_eq!(trace, counts);
    }

    #[test]
    fn what_is_taken_back_was_never_there(plan in plans(6, 12), back in 0_usize..12) {
        let mut held = Held::opened(&plan);
        held.vote(0..plan.voters.len());
        let mut urn = held.urn();
        if held.casts.is_empty() {
            return Ok(());
        }
        let cast = held.casts.remove(back % held.casts.len());
        prop_assert!(urn.take_back(&cast));
        prop_assert_eq!(&urn, &held.urn());
        if !held.casts.contains(&cast) {
            prop_assert!(!urn.take_back(&cast));
            prop_assert_eq!(&urn, &held.urn());
        }
    }

    #[test]
    fn a_paper_changed_in_a_closed_vote_is_told(plan in plans(5, 9), which in 0_usize..9, what in 0_u8..4) {
        let mut held = Held::closed(&plan);
        let (_, cap) = per_paper(plan.method, plan.options);
        let ballot = held.session.ballots.get_mut(held.id).unwrap();
        if ballot.papers.is_empty() {
            return Ok(());
        }
        let which = which % ballot.papers.len();
        let entitled = ballot.entitled;
        let paper = &mut ballot.papers[which];
        let mut told = Remark::BadPaper("ballots/V1".into(), which + 1);
        match what {
            0 => drop((paper.points.pop(), paper.answers.pop())),
            1 => paper.points.iter_mut().for_each(|p| *p = cap + 1),
            2 => paper.points.iter_mut().for_each(|p| *p = u32::MAX),
            _ => {
                ballot.void += entitled;
                told = Remark::Miscounted("ballots/V1".into(), entitled);
            }
        }
        if plan.method == Method::YesNo && matches!(what, 1 | 2) {
            return Ok(());
        }
        let remarks = coherence::session(&held.session);
        prop_assert!(remarks.contains(&told), "{:?} in {:?}", told, remarks);
    }
}

/// Whether a cast is one that a voter of this vote may hand in.
#[test]
fn keys_of_another_method_leave_a_paper_blank() {
    use crex::domain::draft::{Draft, Refusal};
    let of = |method| {
        let mut ballot = Ballot::new(crex::domain::ids::BallotId(1));
        ballot.method = method;
        ballot.options.resize_with(3, Default::default);
        Draft::new(&ballot)
    };
    let mut letters = of(Method::Weighted);
    assert_eq!(letters.mark(0, 1), Err(Refusal::TooHigh(0)));
    assert_eq!(letters.cast(), Cast::Blank);
    let mut answers = of(Method::YesNo);
    assert_eq!(answers.mark(0, 3), Err(Refusal::TooHigh(2)));
    assert!(answers.pick(0).is_err());
    assert_eq!(answers.cast(), Cast::Blank);
    let mut none = of(Method::Points { points: 0, cap: 0 });
    assert_eq!(none.left(), 1, "a paper always says something");
    none.pick(2).unwrap();
    assert!(matches!(none.cast(), Cast::Paper(_)));
}
