//! The whys in the order in which they are read: under each deviation its chains and branches, each why once. A damaged
//! file may hold whys that explain one another in a circle, or one that is gone: they are read all the same, last.

use super::analysis::{Analysis, Why};
use super::ids::{DeviationId, WhyId};
use std::collections::{BTreeMap, BTreeSet};

/// Where a why stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Branch {
    /// The why.
    pub id: WhyId,
    /// How many whys stand above it.
    pub depth: u16,
    /// The why just above it.
    pub above: Option<WhyId>,
    /// The deviation at its root; none if it is gone.
    pub deviation: Option<DeviationId>,
    /// Whether nothing stands under it: the chain ends here.
    pub last: bool,
}

/// A chain read backwards: the deepest why first, the deviation at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// The whys, the deepest first.
    pub whys: Vec<WhyId>,
    /// Where they lead.
    pub deviation: Option<DeviationId>,
}

/// The whys under their deviations; those that lead to no deviation, or only to one another, come last.
pub fn branches(analysis: &Analysis) -> Vec<Branch> {
    let mut under: BTreeMap<WhyId, Vec<WhyId>> = BTreeMap::new();
    let mut roots: Vec<(Option<DeviationId>, WhyId)> = Vec::new();
    for why in analysis.whys.iter() {
        match above(analysis, why) {
            Some(parent) => under.entry(parent).or_default().push(why.id),
            None => roots.push((root(analysis, why), why.id)),
        }
    }
    let mut walk = Walk {
        under,
        seen: BTreeSet::new(),
        out: Vec::new(),
    };
    let deviations = analysis.deviations.iter().map(|d| Some(d.id));
    for deviation in deviations.chain([None]) {
        for (_, id) in roots.iter().filter(|(root, _)| *root == deviation) {
            walk.descend(*id, deviation);
        }
    }
    // What is left stands in circles: each is opened at its first why.
    for why in analysis.whys.iter() {
        walk.descend(why.id, root(analysis, why));
    }
    walk.out
}

/// The chains, from each last why back to its deviation.
pub fn chains(analysis: &Analysis) -> Vec<Chain> {
    let mut path: Vec<WhyId> = Vec::new();
    let mut out = Vec::new();
    for branch in branches(analysis) {
        path.truncate(usize::from(branch.depth));
        path.push(branch.id);
        if branch.last {
            out.push(Chain {
                whys: path.iter().rev().copied().collect(),
                deviation: branch.deviation,
            });
        }
    }
    out
}

/// The why above, if it is still there.
fn above(analysis: &Analysis, why: &Why) -> Option<WhyId> {
    why.parent.filter(|id| analysis.whys.get(*id).is_some())
}

/// The deviation that it is tied to, if that is still there.
fn root(analysis: &Analysis, why: &Why) -> Option<DeviationId> {
    why.deviation
        .filter(|id| analysis.deviations.get(*id).is_some())
}

/// A descent that tells every why once.
struct Walk {
    under: BTreeMap<WhyId, Vec<WhyId>>,
    seen: BTreeSet<WhyId>,
    out: Vec<Branch>,
}

impl Walk {
    /// The why and all under it, depth first, without recursion: a damaged file may be deep.
    fn descend(&mut self, id: WhyId, deviation: Option<DeviationId>) {
        let mut stack = vec![(id, None, 0_u16)];
        while let Some((id, above, depth)) = stack.pop() {
            if !self.seen.insert(id) {
                continue;
            }
            self.out.push(Branch {
                id,
                depth,
                above,
                deviation,
                last: true,
            });
            if let Some(parent) = above {
                self.not_last(parent);
            }
            let under = self.under.get(&id).map_or(&[][..], Vec::as_slice);
            let below = under.iter().rev();
            stack.extend(below.map(|child| (*child, Some(id), depth.saturating_add(1))));
        }
    }

    /// Marks the why above the one just told; it stands close behind.
    fn not_last(&mut self, id: WhyId) {
        if let Some(branch) = self.out.iter_mut().rev().find(|b| b.id == id) {
            branch.last = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::analysis::Deviation;
    use crate::domain::ids::AnalysisId;
    use proptest::prelude::*;

    /// An analysis with deviations D1 and D2, and whys W1, W2… with these parents and deviations.
    fn analysis(whys: &[(Option<u32>, Option<u32>)]) -> Analysis {
        let mut out = Analysis::new(AnalysisId(1));
        for n in 1..3 {
            out.deviations.push(Deviation::new(DeviationId(n)));
        }
        for (n, (parent, deviation)) in (1..).zip(whys) {
            out.whys.push(Why {
                parent: parent.map(WhyId),
                deviation: deviation.map(DeviationId),
                ..Why::new(WhyId(n))
            });
        }
        out
    }

    fn told(analysis: &Analysis) -> Vec<(u32, u16, bool)> {
        let all = branches(analysis).into_iter();
        all.map(|b| (b.id.0, b.depth, b.last)).collect()
    }

    #[test]
    fn branches_stand_under_their_deviation_in_the_order_they_were_asked() {
        let a = analysis(&[
            (None, Some(2)),
            (None, Some(1)),
            (Some(2), Some(1)),
            (Some(2), Some(1)),
            (Some(3), Some(1)),
        ]);
        let expected = [
            (2, 0, false),
            (3, 1, false),
            (5, 2, true),
            (4, 1, true),
            (1, 0, true),
        ];
        assert_eq!(told(&a), expected);
    }

    #[test]
    fn a_chain_is_read_from_its_last_why_back_to_the_deviation() {
        let a = analysis(&[
            (None, Some(1)),
            (Some(1), Some(1)),
            (Some(1), Some(1)),
            (None, None),
        ]);
        let read: Vec<(Vec<u32>, Option<u32>)> = chains(&a)
            .into_iter()
            .map(|c| {
                let whys = c.whys.iter().map(|w| w.0).collect();
                (whys, c.deviation.map(|d| d.0))
            })
            .collect();
        assert_eq!(
            read,
            [
                (vec![2, 1], Some(1)),
                (vec![3, 1], Some(1)),
                (vec![4], None)
            ]
        );
    }

    #[test]
    fn circles_and_lost_parents_are_told_last_and_end() {
        let a = analysis(&[
            (Some(2), Some(1)),
            (Some(1), Some(1)),
            (Some(3), None),
            (Some(99), Some(7)),
        ]);
        let expected = [(4, 0, true), (1, 0, false), (2, 1, true), (3, 0, true)];
        assert_eq!(told(&a), expected);
    }

    proptest! {
        #[test]
        fn any_graph_is_told_once_and_ends(whys in prop::collection::vec((prop::option::of(0_u32..40), prop::option::of(0_u32..4)), 0..40)) {
            let a = analysis(&whys);
            let all = branches(&a);
            let ids: BTreeSet<WhyId> = all.iter().map(|b| b.id).collect();
            prop_assert_eq!(all.len(), whys.len());
            prop_assert_eq!(ids.len(), whys.len());
            let chains = chains(&a);
            prop_assert_eq!(chains.len(), all.iter().filter(|b| b.last).count());
            for chain in &chains {
                let once: BTreeSet<&WhyId> = chain.whys.iter().collect();
                prop_assert_eq!(once.len(), chain.whys.len());
            }
            let in_chains: BTreeSet<WhyId> = chains.iter().flat_map(|c| c.whys.iter().copied()).collect();
            prop_assert_eq!(in_chains, ids);
        }
    }
}
