//! What a rule retains and what it cannot separate, told without the tally: by trying every way of separating equals.

use crex::domain::ballot::{Ballot, Method};
use std::collections::BTreeSet;

/// All orders of the numbers below `n`.
fn orders(n: usize) -> Vec<Vec<usize>> {
    if n == 0 {
        return vec![Vec::new()];
    }
    let mut out = Vec::new();
    for shorter in orders(n - 1) {
        for at in 0..n {
            let mut longer = shorter.clone();
            longer.insert(at, n - 1);
            out.push(longer);
        }
    }
    out
}

/// What is retained when equals are separated by an order, and as many yes as no by a coin for each option.
fn separated(ballot: &Ballot, order: &[usize], coins: usize) -> BTreeSet<usize> {
    let places = match (ballot.keep, ballot.method) {
        (_, Method::Levels { .. }) => 0,
        (0, Method::Hands { each }) => each.max(1) as usize,
        (0, Method::YesNo) => usize::MAX,
        (0, _) => 1,
        (keep, _) => keep as usize,
    };
    let worth = |i: usize| -> Option<i64> {
        if ballot.options[i].withdrawn {
            return None;
        }
        if ballot.method == Method::YesNo {
            let all = ballot.answers(i);
            let lead = i64::from(all.yes) - i64::from(all.no);
            let carried = lead > 0 || (lead == 0 && all.yes > 0 && coins >> i & 1 == 1);
            return carried.then_some(lead);
        }
        Some(i64::from(ballot.total(i))).filter(|total| *total > 0)
    };
    let mut ranked: Vec<(i64, usize)> = order
        .iter()
        .filter_map(|i| worth(*i).map(|w| (w, *i)))
        .collect();
    ranked.sort_by_key(|(worth, _)| -worth);
    ranked.into_iter().take(places).map(|(_, i)| i).collect()
}

/// Retained however equals are separated, and retained by some ways of separating them only.
pub fn by_brute_force(ballot: &Ballot) -> (BTreeSet<usize>, BTreeSet<usize>) {
    let n = ballot.options.len();
    let coins = if ballot.method == Method::YesNo {
        1 << n
    } else {
        1
    };
    let mut always: BTreeSet<usize> = (0..n).collect();
    let mut ever = BTreeSet::new();
    for order in orders(n) {
        for coins in 0..coins {
            let kept = separated(ballot, &order, coins);
            always.retain(|i| kept.contains(i));
            ever.extend(kept);
        }
    }
    let sometimes = ever.difference(&always).copied().collect();
    (always, sometimes)
}
