//! Going over to another grid without typing anything again: which codes the shipped mapping proposes for each factor, and
//! what the group makes of them. What has no match is kept as it is.

use super::mapped;
use crate::domain::analysis::{Analysis, Factor, FactorCode, Reply};
use crate::domain::code::Code;
use crate::domain::completeness::coverage;
use crate::domain::grid::{Grid, GridUse, Verdict};
use crate::domain::ids::{DeviationId, FactorId};

/// What is proposed for one factor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The factor.
    pub factor: FactorId,
    /// Its codes in other grids.
    pub from: Vec<FactorCode>,
    /// The items proposed in the new grid, the nearest first; none: nothing answers to it there.
    pub to: Vec<Code>,
}

/// The factors without a code of their own in `to`, each with what is proposed for it there.
pub fn proposals(analysis: &Analysis, to: &Grid) -> Vec<Proposal> {
    let own = |f: &&Factor| f.codes.iter().any(|c| c.grid == to.id && !c.mapped);
    let factors = analysis.factors.iter().filter(|f| !own(f));
    factors.map(|f| proposal(f, to)).collect()
}

fn proposal(factor: &Factor, to: &Grid) -> Proposal {
    let waiting = factor.codes.iter().filter(|c| c.grid == to.id).cloned();
    let from: Vec<FactorCode> = factor
        .codes
        .iter()
        .filter(|c| c.grid != to.id && !c.mapped)
        .cloned()
        .collect();
    let derived = from.iter().flat_map(|c| mapped(&c.grid, &c.item, &to.id));
    let mut items: Vec<Code> = Vec::new();
    for code in waiting.chain(derived) {
        if to.item(&code.item).is_some() && !items.contains(&code.item) {
            items.push(code.item);
        }
    }
    Proposal {
        factor: factor.id,
        from,
        to: items,
    }
}

/// Puts `used` first among the grids of an analysis; answers and codes of the others stay.
pub fn put_first(analysis: &mut Analysis, used: GridUse) {
    let held = analysis.grids.iter().find(|u| u.grid == used.grid).cloned();
    analysis.grids.retain(|u| u.grid != used.grid);
    let first = held.unwrap_or(used);
    analysis.grids.insert(
        0,
        GridUse {
            set_aside: false,
            ..first
        },
    );
}

/// Goes over to these grids, walked one after the other. One of the others that was not walked to its end is set aside.
pub fn go_over<'g>(
    analysis: &mut Analysis,
    to: Vec<GridUse>,
    known: impl Fn(&Code) -> Option<&'g Grid>,
) {
    let unfinished: Vec<Code> = analysis
        .grids
        .iter()
        .filter(|u| to.iter().all(|t| t.grid != u.grid))
        .filter(|u| {
            let covered = known(&u.grid).map(|grid| coverage(analysis, grid));
            covered.is_none_or(|c| c.answered < c.total)
        })
        .map(|u| u.grid.clone())
        .collect();
    for used in &mut analysis.grids {
        used.set_aside |= unfinished.contains(&used.grid);
    }
    for used in to.into_iter().rev() {
        put_first(analysis, used);
    }
}

/// Writes what the group made of the codes proposed for a factor in `grid`. A confirmed code answers its question, if that
/// was not asked yet.
pub fn settle(analysis: &mut Analysis, factor: FactorId, grid: &Code, codes: &[(Code, Verdict)]) {
    let Some(held) = analysis.factors.get_mut(factor) else {
        return;
    };
    held.codes.retain(|c| c.grid != *grid || !c.mapped);
    for (item, verdict) in codes.iter().filter(|(_, v)| *v != Verdict::Refused) {
        if held
            .codes
            .iter()
            .any(|c| c.grid == *grid && c.item == *item)
        {
            continue;
        }
        held.codes.push(FactorCode {
            grid: grid.clone(),
            item: item.clone(),
            mapped: *verdict == Verdict::Proposed,
        });
    }
    let deviations = held.deviations.clone();
    for (item, _) in codes.iter().filter(|(_, v)| *v == Verdict::Confirmed) {
        answer(analysis, grid, item, &deviations);
    }
}

/// A question not asked yet is answered by the factor that bears its code.
pub fn answer(analysis: &mut Analysis, grid: &Code, item: &Code, deviations: &[DeviationId]) {
    let answer = analysis.answer_mut(grid, item);
    if answer.reply != Reply::Open {
        return;
    }
    answer.reply = Reply::Yes;
    for id in deviations {
        if !answer.deviations.contains(id) {
            answer.deviations.push(*id);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::ids::AnalysisId;

    fn coded(id: u32, codes: &[&str]) -> Factor {
        let code = |item: &&str| FactorCode {
            grid: Code::new("cadya"),
            item: Code::new(item),
            mapped: false,
        };
        Factor {
            codes: codes.iter().map(code).collect(),
            ..Factor::new(FactorId(id))
        }
    }

    fn proposed(analysis: &Analysis, grid: &str) -> Vec<Vec<String>> {
        let grid = crate::content::grid(&grid.into()).unwrap();
        let names = |p: &Proposal| p.to.iter().map(ToString::to_string).collect();
        proposals(analysis, grid).iter().map(names).collect()
    }

    #[test]
    fn codes_are_proposed_in_either_direction_and_what_has_no_match_is_listed() {
        let mut analysis = Analysis::new(AnalysisId(1));
        analysis.factors.push(coded(1, &["P2.2", "T2.1"]));
        analysis.factors.push(coded(2, &[]));
        assert_eq!(
            proposed(&analysis, "alarm"),
            [vec!["2.1", "2.4", "2.3", "4.3"], vec![]]
        );
        assert_eq!(proposed(&analysis, "cadya"), [Vec::<String>::new()]);
        assert_eq!(proposed(&analysis, "orion"), [vec![], Vec::<String>::new()]);

        let alarm = Code::new("alarm");
        settle(
            &mut analysis,
            FactorId(1),
            &alarm,
            &[
                (Code::new("2.1"), Verdict::Refused),
                (Code::new("2.4"), Verdict::Confirmed),
                (Code::new("4.3"), Verdict::Proposed),
            ],
        );
        let factor = analysis.factors.get(FactorId(1)).unwrap();
        let codes: Vec<(&str, bool)> = factor
            .codes
            .iter()
            .map(|c| (c.item.as_str(), c.mapped))
            .collect();
        assert_eq!(
            codes,
            [
                ("P2.2", false),
                ("T2.1", false),
                ("2.4", false),
                ("4.3", true)
            ]
        );
        assert_eq!(analysis.reply(&alarm, &Code::new("2.4")), Reply::Yes);
        assert_eq!(analysis.reply(&alarm, &Code::new("4.3")), Reply::Open);
        // A factor with a code of its own there is not asked about again.
        assert_eq!(proposed(&analysis, "alarm").len(), 1);
    }

    #[test]
    fn from_alarm_every_item_of_cadya_that_names_it_is_proposed() {
        let mut analysis = Analysis::new(AnalysisId(1));
        let code = FactorCode {
            grid: Code::new("alarm"),
            item: Code::new("4.3"),
            mapped: false,
        };
        analysis.factors.push(Factor {
            codes: vec![code],
            ..Factor::new(FactorId(1))
        });
        assert_eq!(proposed(&analysis, "cadya"), [["T2.1", "P3.2", "P3.4"]]);
    }
}
