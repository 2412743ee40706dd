//! Taking something out of a session together with every link to it.

use super::ballot::{BallotState, Target};
use super::ids::{BarrierId, FactorId, WhyId};
use super::session::Session;

impl Session {
    /// Takes a factor out of the analysis under way.
    pub fn remove_factor(&mut self, id: FactorId) {
        let Some(analysis) = self.analysis_mut() else {
            return;
        };
        analysis.factors.remove(id);
        self.actions
            .for_each_mut(|a| a.factors.retain(|f| *f != id));
        self.priorities.targets.retain(|t| *t != Target::Factor(id));
        self.withdraw(Target::Factor(id));
    }

    /// Whether what an option or a decision points to is still there.
    pub fn holds(&self, target: Target) -> bool {
        match target {
            Target::Free => true,
            Target::Incident(id) => self.incidents.get(id).is_some(),
            Target::Action(id) => self.actions.get(id).is_some(),
            Target::Factor(id) => self.analyses.iter().any(|a| a.factors.get(id).is_some()),
        }
    }

    /// Marks what is gone as withdrawn in the votes that are not closed: its label stays, and what it was given counts for
    /// nobody. A vote that is left without a question to answer is cancelled.
    pub(super) fn withdraw(&mut self, target: Target) {
        self.ballots.for_each_mut(|ballot| {
            if !matches!(ballot.state, BallotState::Prepared | BallotState::Open) {
                return;
            }
            for option in ballot.options.iter_mut().filter(|o| o.target == target) {
                option.withdrawn = true;
                option.hands = None;
                option.against = None;
            }
            if ballot.state == BallotState::Open && ballot.is_pointless() {
                ballot.state = BallotState::Cancelled;
            }
        });
    }

    /// Takes a barrier out of the analysis under way.
    pub fn remove_barrier(&mut self, id: BarrierId) {
        let Some(analysis) = self.analysis_mut() else {
            return;
        };
        analysis.barriers.remove(id);
        self.actions
            .for_each_mut(|a| a.barriers.retain(|b| *b != id));
    }

    /// Takes a why out of the analysis under way; those under it move up to where it stood.
    pub fn remove_why(&mut self, id: WhyId) {
        let Some(analysis) = self.analysis_mut() else {
            return;
        };
        let Some(gone) = analysis.whys.remove(id) else {
            return;
        };
        analysis.whys.for_each_mut(|why| {
            if why.parent == Some(id) {
                why.parent = gone.parent;
            }
        });
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::action::Action;
    use crate::domain::analysis::{Analysis, Barrier, Factor, Why};
    use crate::domain::ballot::{Ballot, BallotOption};
    use crate::domain::ids::{ActionId, AnalysisId, BallotId, DeviationId, IncidentId};
    use chrono::NaiveDate;

    fn session() -> Session {
        let mut session = Session::new(uuid::Uuid::nil(), NaiveDate::default());
        let mut analysis = Analysis::new(AnalysisId(1));
        analysis.factors.push(Factor::new(FactorId(1)));
        analysis.barriers.push(Barrier::new(BarrierId(1)));
        for (id, parent) in [(1, None), (2, Some(WhyId(1))), (3, Some(WhyId(2)))] {
            analysis.whys.push(Why {
                deviation: Some(DeviationId(1)),
                parent,
                ..Why::new(WhyId(id))
            });
        }
        session.analyses.push(analysis);
        session.actions.push(Action {
            factors: vec![FactorId(1), FactorId(2)],
            barriers: vec![BarrierId(1)],
            ..Action::new(ActionId(1))
        });
        session.priorities.targets = vec![Target::Factor(FactorId(1)), Target::Free];
        session
    }

    #[test]
    fn what_goes_leaves_no_link_to_it() {
        let mut session = session();
        session.remove_factor(FactorId(1));
        session.remove_barrier(BarrierId(1));
        let action = session.actions.at(0).unwrap();
        assert_eq!(action.factors, [FactorId(2)]);
        assert!(action.barriers.is_empty());
        assert_eq!(session.priorities.targets, [Target::Free]);
        let analysis = session.analysis().unwrap();
        assert!(analysis.factors.is_empty() && analysis.barriers.is_empty());
    }

    #[test]
    fn what_goes_is_withdrawn_from_the_votes_that_are_not_closed() {
        let mut session = session();
        let on = |state| Ballot {
            state,
            options: vec![BallotOption {
                target: Target::Incident(IncidentId(1)),
                hands: Some(3),
                ..BallotOption::default()
            }],
            ..Ballot::new(BallotId(1))
        };
        for (state, withdrawn) in [(BallotState::Open, true), (BallotState::Closed, false)] {
            session.ballots.put(on(state));
            session.remove_incident(IncidentId(1));
            let option = &session.ballots.at(0).unwrap().options[0];
            assert_eq!(option.withdrawn, withdrawn);
            assert_eq!(option.hands.is_none(), withdrawn);
        }
    }

    #[test]
    fn whys_under_one_that_goes_move_up() {
        let mut session = session();
        session.remove_why(WhyId(2));
        let whys = &session.analysis().unwrap().whys;
        assert_eq!(whys.get(WhyId(3)).unwrap().parent, Some(WhyId(1)));
        session.remove_why(WhyId(1));
        let whys = &session.analysis().unwrap().whys;
        assert_eq!(whys.get(WhyId(3)).unwrap().parent, None);
    }
}
