//! The order of the timeline, and what happens to links when something is taken out.
#![allow(clippy::unwrap_used)]

use super::*;
use chrono::NaiveTime;
use proptest::prelude::*;

fn zero() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 19).unwrap()
}

fn with_facts(moments: Vec<Moment>) -> Analysis {
    let mut analysis = Analysis::new(AnalysisId(1));
    for (n, when) in (1..).zip(moments) {
        analysis.facts.push(Fact {
            when,
            ..Fact::new(FactId(n))
        });
    }
    analysis
}

fn order(analysis: &Analysis) -> Vec<u32> {
    analysis.facts.iter().map(|f| f.id.0).collect()
}

#[test]
fn facts_stand_in_the_order_of_time() {
    let raw = ["17 h 40", "puis", "J-4", "on ne sait plus", "J+1 8h", "8h"];
    let mut analysis = with_facts(raw.iter().map(|raw| Moment::parse(raw, zero())).collect());
    analysis.sort_facts(zero());
    assert_eq!(order(&analysis), [3, 4, 6, 1, 2, 5]);
}

fn moments() -> impl Strategy<Value = Moment> {
    prop_oneof![
        Just(Moment::Unknown),
        Just(Moment::Said(Text::new("ensuite"))),
        (0_u32..3).prop_map(|h| Moment::Clock(NaiveTime::from_hms_opt(h, 0, 0).unwrap())),
        (-2_i32..3).prop_map(|n| Moment::Day(n, None)),
    ]
}

proptest! {
    #[test]
    fn sorting_facts_is_stable_and_done_once(moments in prop::collection::vec(moments(), 0..12)) {
        let mut analysis = with_facts(moments);
        let before = analysis.clone();
        analysis.sort_facts(zero());
        let place = |fact: &Fact| fact.when.place(zero());
        let placed: Vec<_> = analysis.facts.iter().filter_map(|f| place(f).map(|at| (at, f.id))).collect();
        let mut sorted = placed.clone();
        sorted.sort_unstable();
        // Ids were given in the order of entry: equal times keep it.
        prop_assert_eq!(&placed, &sorted);
        // A fact without a time has the same neighbour above as before, up to other facts without a time.
        let above = |list: &List<Fact>, id: FactId| {
            let at = list.index_of(id).unwrap();
            list.iter().take(at).rfind(|f| place(f).is_some()).map(|f| f.id)
        };
        for fact in before.facts.iter().filter(|f| place(f).is_none()) {
            prop_assert_eq!(above(&before.facts, fact.id), above(&analysis.facts, fact.id));
        }
        let once = analysis.clone();
        analysis.sort_facts(zero());
        prop_assert_eq!(analysis, once);
    }
}

#[test]
fn what_is_taken_out_leaves_no_link_behind() {
    let mut analysis = with_facts(vec![Moment::Unknown]);
    let gone = DeviationId(1);
    analysis.deviations.push(Deviation {
        fact: Some(FactId(1)),
        ..Deviation::new(gone)
    });
    analysis.barriers.push(Barrier {
        deviation: Some(gone),
        ..Barrier::new(BarrierId(1))
    });
    analysis.factors.push(Factor {
        deviations: vec![gone, DeviationId(2)],
        ..Factor::new(FactorId(1))
    });
    analysis.whys.push(Why {
        deviation: Some(gone),
        ..Why::new(WhyId(1))
    });
    analysis
        .answer_mut(&Code::new("cadya"), &Code::new("T1"))
        .deviations
        .push(gone);
    analysis.remove_fact(FactId(1));
    assert_eq!(analysis.deviations.at(0).unwrap().fact, None);
    analysis.remove_deviation(gone);
    assert!(!ron::to_string(&analysis).unwrap().contains("D1"));
    assert_eq!(analysis.factors.at(0).unwrap().deviations, [DeviationId(2)]);
}
