//! The slices of Reason: the barriers in the order in which the event met them, what each did to its path, and how far the
//! path went. Pure, for whatever draws it.

use super::analysis::{Analysis, Barrier, BarrierKind, BarrierState};
use super::ids::DeviationId;

/// What is left of the path at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// All of it: nothing has stopped it yet.
    Whole,
    /// A barrier held before, and yet a later one was reached: part of it.
    Part,
    /// Nothing: it was stopped.
    Stopped,
}

/// A barrier on the path.
#[derive(Clone, Debug)]
pub struct Slice<'a> {
    /// The barrier.
    pub barrier: &'a Barrier,
    /// What arrives at it.
    pub reach: Reach,
    /// Whether the path ends here.
    pub holds: bool,
}

/// The barriers in order: prevention, recovery, mitigation; those of one kind as they are kept.
#[derive(Clone, Debug)]
pub struct Slices<'a> {
    /// One slice a barrier.
    pub all: Vec<Slice<'a>>,
    /// What arrives behind the last one: the harm.
    pub harm: Reach,
}

/// Whether a barrier held at the first moment and at the second, if there is one.
fn holds(barrier: &Barrier) -> bool {
    let worked = BarrierState::Worked;
    barrier.state == worked && barrier.then.is_none_or(|then| then == worked)
}

/// Whether a barrier was met and let the path through; nobody can tell of one whose state is unknown.
fn gave_way(barrier: &Barrier) -> bool {
    !holds(barrier) && barrier.state != BarrierState::Unknown
}

impl<'a> Slices<'a> {
    /// The slices of an analysis, or only those at one deviation.
    pub fn new(analysis: &'a Analysis, deviation: Option<DeviationId>) -> Self {
        let of = |kind: BarrierKind| {
            let all = analysis.barriers.iter();
            all.filter(move |b| b.kind == kind && (deviation.is_none() || b.deviation == deviation))
        };
        let barriers: Vec<&Barrier> = BarrierKind::ALL.iter().flat_map(|kind| of(*kind)).collect();
        // The path ends at the first barrier that held with none behind it that gave way.
        let passed = barriers
            .iter()
            .rposition(|b| gave_way(b))
            .map_or(0, |i| i + 1);
        let mut reach = Reach::Whole;
        let mut all = Vec::with_capacity(barriers.len());
        for (index, barrier) in barriers.iter().copied().enumerate() {
            let holds = holds(barrier);
            all.push(Slice {
                barrier,
                reach,
                holds,
            });
            if holds && reach != Reach::Stopped {
                reach = if index < passed {
                    Reach::Part
                } else {
                    Reach::Stopped
                };
            }
        }
        let harm = reach;
        Self { all, harm }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{AnalysisId, BarrierId};
    use proptest::prelude::*;

    fn analysis(barriers: &[(BarrierKind, BarrierState, Option<BarrierState>)]) -> Analysis {
        let mut analysis = Analysis::new(AnalysisId(1));
        for ((kind, state, then), n) in barriers.iter().zip(1..) {
            analysis.barriers.push(Barrier {
                kind: *kind,
                state: *state,
                then: *then,
                deviation: (n % 2 == 0).then_some(DeviationId(1)),
                ..Barrier::new(BarrierId(n))
            });
        }
        analysis
    }

    #[test]
    fn barriers_stand_in_the_order_in_which_the_event_met_them() {
        use BarrierKind::{Mitigation, Prevention, Recovery};
        use BarrierState::{Absent, Failed, Worked};
        let analysis = analysis(&[
            (Mitigation, Worked, None),
            (Prevention, Absent, None),
            (Recovery, Failed, Some(Worked)),
            (Prevention, Failed, None),
        ]);
        let slices = Slices::new(&analysis, None);
        let ids: Vec<_> = slices.all.iter().map(|s| s.barrier.id.0).collect();
        assert_eq!(ids, [2, 4, 3, 1]);
        assert!(slices.all.iter().all(|s| s.reach == Reach::Whole));
        assert_eq!(slices.harm, Reach::Stopped, "the last one held");
        let one = Slices::new(&analysis, Some(DeviationId(1)));
        let ids: Vec<_> = one.all.iter().map(|s| s.barrier.id.0).collect();
        assert_eq!((ids, one.harm), (vec![2, 4], Reach::Whole));
    }

    #[test]
    fn what_gave_way_behind_one_that_held_was_reached_by_a_part() {
        use BarrierKind::{Mitigation, Prevention, Recovery};
        use BarrierState::{Failed, Unknown, Worked};
        let analysis = analysis(&[
            (Prevention, Worked, None),
            (Recovery, Failed, None),
            (Mitigation, Unknown, None),
        ]);
        let slices = Slices::new(&analysis, None);
        let reach: Vec<_> = slices.all.iter().map(|s| s.reach).collect();
        assert_eq!(reach, [Reach::Whole, Reach::Part, Reach::Part]);
        assert_eq!(
            slices.harm,
            Reach::Part,
            "nothing is known to have stopped it"
        );
        assert_eq!(
            Slices::new(&Analysis::new(AnalysisId(1)), None).harm,
            Reach::Whole
        );
    }

    proptest! {
        #[test]
        fn the_path_never_grows_and_every_barrier_stands_once(raw in prop::collection::vec((0_usize..3, 0_usize..6, prop::option::of(0_usize..6)), 0..21)) {
            let states = BarrierState::ALL;
            let made: Vec<_> = raw.iter().map(|(k, s, t)| (BarrierKind::ALL[*k], states[*s], t.map(|t| states[t]))).collect();
            let analysis = analysis(&made);
            let slices = Slices::new(&analysis, None);
            prop_assert_eq!(slices.all.len(), made.len());
            let rank = |reach: Reach| match reach { Reach::Whole => 0, Reach::Part => 1, Reach::Stopped => 2 };
            let mut ranks: Vec<_> = slices.all.iter().map(|s| rank(s.reach)).collect();
            ranks.push(rank(slices.harm));
            prop_assert!(ranks.is_sorted());
            prop_assert!(slices.all.iter().all(|s| s.reach != Reach::Stopped || !gave_way(s.barrier)));
        }
    }
}
