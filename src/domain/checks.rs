//! What is left to be checked after an analysis: gathered by itself from its factors, answers, sources, facts and barriers,
//! so that the analysis lead goes home with one list.

use super::analysis::{Analysis, BarrierState, Certainty, Reply};
use super::code::Code;
use super::ids::{BarrierId, FactId, FactorId, SourceId};
use super::text::Text;

/// One thing to check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToCheck {
    /// A factor that the group is not sure of.
    Factor(FactorId),
    /// A question of a grid to which nobody had the answer: the grid, the item.
    Item(Code, Code),
    /// Someone not heard yet, or something not seen yet.
    Source(SourceId),
    /// A fact whose time is not known.
    Fact(FactId),
    /// A barrier of which nobody knows what it did.
    Barrier(BarrierId),
}

impl Analysis {
    /// All that is left to be checked, what weighs most first; nothing of a grid that was set aside.
    pub fn to_check(&self) -> Vec<ToCheck> {
        let unsure = self
            .factors
            .iter()
            .filter(|f| f.certainty == Certainty::ToCheck);
        let aside = |grid: &Code| self.grids.iter().any(|u| u.set_aside && u.grid == *grid);
        let unknown = self.answers.iter();
        let unknown = unknown.filter(|a| a.reply == Reply::Unknown && !aside(&a.grid));
        let unheard = self
            .sources
            .iter()
            .filter(|s| !s.done && !s.what.is_blank());
        let untimed = self.facts.iter().filter(|f| f.when.is_unknown());
        let unseen = self
            .barriers
            .iter()
            .filter(|b| b.then.unwrap_or(b.state) == BarrierState::Unknown);
        unsure
            .map(|f| ToCheck::Factor(f.id))
            .chain(unknown.map(|a| ToCheck::Item(a.grid.clone(), a.item.clone())))
            .chain(unheard.map(|s| ToCheck::Source(s.id)))
            .chain(untimed.map(|f| ToCheck::Fact(f.id)))
            .chain(unseen.map(|b| ToCheck::Barrier(b.id)))
            .collect()
    }

    /// Who checks it, by function: the one named at a factor, else the lead of the analysis; empty when neither is known.
    pub fn checked_by(&self, what: &ToCheck) -> &Text {
        let named = match what {
            ToCheck::Factor(id) => self.factors.get(*id).map(|f| &f.check_by),
            _ => None,
        };
        named.filter(|by| !by.is_blank()).unwrap_or(&self.lead)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::analysis::{Barrier, Fact, Factor, Source};
    use crate::domain::ids::AnalysisId;

    #[test]
    fn all_that_nobody_knows_gathers_in_one_list() {
        let mut analysis = Analysis::new(AnalysisId(1));
        assert_eq!(analysis.to_check(), []);
        analysis.lead = Text::new("pharmacien");
        analysis.factors.push(Factor {
            certainty: Certainty::ToCheck,
            check_by: Text::new("secrétaire"),
            ..Factor::new(FactorId(1))
        });
        analysis.factors.push(Factor::new(FactorId(2)));
        analysis.answer_mut(&Code::new("g"), &Code::new("H1")).reply = Reply::Unknown;
        analysis.answer_mut(&Code::new("g"), &Code::new("H2")).reply = Reply::No;
        analysis.sources.push(Source {
            what: Text::new("infirmière de nuit"),
            ..Source::new(SourceId(1))
        });
        analysis.facts.push(Fact::new(FactId(1)));
        analysis.barriers.push(Barrier {
            then: Some(BarrierState::Worked),
            ..Barrier::new(BarrierId(1))
        });
        analysis.barriers.push(Barrier::new(BarrierId(2)));
        let all = analysis.to_check();
        assert_eq!(
            all,
            [
                ToCheck::Factor(FactorId(1)),
                ToCheck::Item(Code::new("g"), Code::new("H1")),
                ToCheck::Source(SourceId(1)),
                ToCheck::Fact(FactId(1)),
                ToCheck::Barrier(BarrierId(2)),
            ]
        );
        let by: Vec<&str> = all
            .iter()
            .map(|c| analysis.checked_by(c).as_str())
            .collect();
        assert_eq!(by[..2], ["secrétaire", "pharmacien"]);
    }
}
